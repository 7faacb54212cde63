// What the pages do beyond the theme: names, printing, and marks of what was read.

// what slides in has a name, and closes when one of its links is followed
for (const [id, name] of [
  ["pst-primary-sidebar-modal", "Course contents"],
  ["pst-secondary-sidebar-modal", "On this page"],
]) {
  const dialog = document.getElementById(id);
  dialog?.setAttribute("aria-label", name);
  dialog?.addEventListener("click", event => event.target.closest("a") && dialog.close());
}

// each copy button says what it copies; the theme makes them when the page is ready
addEventListener("load", () => {
  document.querySelectorAll("button.copybtn").forEach((button, n) => {
    const cell = button.closest("[aria-label^='Code ']")?.getAttribute("aria-label");
    button.setAttribute("aria-label", `Copy ${cell ? cell.toLowerCase() : `command ${n + 1}`}`);
  });
});

// what scrolls sideways can be reached with the keyboard, and says what it is
addEventListener("load", () => {
  document.querySelectorAll(".pst-scrollable-table-container").forEach((box, n) => {
    if (box.scrollWidth <= box.clientWidth) return;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", `${box.matches(".math") ? "Formula" : "Table"} ${n + 1}`);
  });
});

// Escape puts the definition of a term away
addEventListener("keydown", event => {
  if (event.key === "Escape") document.activeElement.closest("a.term")?.blur();
});

// on paper all is open, and dark on light
addEventListener("beforeprint", () => {
  const data = document.documentElement.dataset, theme = data.theme;
  const closed = [...document.querySelectorAll("details:not([open])")];
  data.theme = "light";
  for (const fold of closed) fold.open = true;
  addEventListener("afterprint", () => {
    data.theme = theme;
    for (const fold of closed) fold.open = false;
  }, {once: true});
});

// a mark at each page that its reader has finished, kept in this browser alone
const KEY = "course-done";
const done = new Set(JSON.parse(localStorage.getItem(KEY) ?? "[]"));
const root = new URL(document.documentElement.dataset.content_root, location.href).href;
const nameOf = address => address.split("#")[0].replace(root, "");

function showMarks() {
  for (const link of document.querySelectorAll(".bd-docs-nav a")) {
    link.querySelector(".done-mark")?.remove();
    if (done.has(nameOf(link.href)))
      link.insertAdjacentHTML("beforeend",
        ' <span class="done-mark"><span aria-hidden="true">✓</span>' +
        '<span class="visually-hidden">(done)</span></span>');
  }
}

const button = document.querySelector("button.mark-done");
if (button) {
  const page = nameOf(location.href);
  const show = () => button.setAttribute("aria-pressed", done.has(page));
  button.addEventListener("click", () => {
    done.has(page) ? done.delete(page) : done.add(page);
    localStorage.setItem(KEY, JSON.stringify([...done]));
    show();
    showMarks();
  });
  show();
}
showMarks();
