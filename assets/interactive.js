// Draws each interactive figure in the place of its picture.
for (const box of document.querySelectorAll(".interactive")) {
  const spec = JSON.parse(box.querySelector("script").textContent);
  const chart = box.appendChild(document.createElement("div"));
  chart.className = "chart";
  // expressions are interpreted, because the page's policy forbids evaluating text
  const options = {actions: false, ast: true, mode: "vega", renderer: "svg"};
  vegaEmbed(chart, spec, options).then(({view}) => {
    box.classList.add("ready");
    const svg = chart.querySelector("svg");
    svg.setAttribute("aria-label", spec.description);
    svg.setAttribute("role", "img");
    // a parameter `say` holds a sentence about what the sliders show
    if (!spec.signals?.some(signal => signal.name === "say")) return;
    const state = box.appendChild(document.createElement("p"));
    state.setAttribute("role", "status");
    state.textContent = view.signal("say");
    view.addSignalListener("say", (name, value) => { state.textContent = value; });
  });
}
