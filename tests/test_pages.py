"""The built site as a reader meets it: in a browser, and link by link.

Each check takes a page and returns what is wrong with it, a line a fault;
`test_checks_refuse_a_broken_page` proves each with a page broken on purpose.
"""

import gzip
import importlib
import os
import re
import statistics
import subprocess
import sys
import threading
import time
import unicodedata
import zipfile
from functools import cache, partial
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from axe_playwright_python.sync_playwright import Axe
from fontTools.ttLib import TTFont
from notebooks import ROOT
from sphinx.errors import SphinxError

HTML = ROOT / "_build/html"
PAGES = sorted(
    path.relative_to(HTML).as_posix()
    for path in HTML.glob("**/*.html")
    if path.parts[-2] != "_static"
)
FOLDER = "/neural-data-ml/"  # a project's site on GitHub Pages lies in one
SCREENS = {
    f"{name} {scheme}": {
        "viewport": {"width": width, "height": 800},
        "color_scheme": scheme,
        "reduced_motion": "reduce",
    }
    for name, width in (("desktop", 1280), ("phone", 320))
    for scheme in ("light", "dark")
}


class Server(SimpleHTTPRequestHandler):
    """Serve a site in a subfolder, and its 404 page where there is none."""

    def translate_path(self, path):
        path = urlsplit(path).path
        return super().translate_path(path.removeprefix(FOLDER[:-1]))

    def send_error(self, code, message=None, explain=None):
        page = Path(self.directory, "404.html")
        body = page.read_bytes() if page.exists() else b""
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


def serve(folder):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Server, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture(scope="module")
def site():
    assert (HTML / "404.html").exists(), "the site is not built; run 'make book'"
    server = serve(HTML)
    yield f"http://127.0.0.1:{server.server_port}{FOLDER}"
    server.shutdown()


@pytest.fixture(scope="module")
def contexts(browser):
    """One browser window for each screen."""
    contexts = {name: browser.new_context(**kind) for name, kind in SCREENS.items()}
    yield contexts
    for context in contexts.values():
        context.close()


WIDE = """() => {
    const width = document.documentElement.clientWidth, faults = [];
    const inside = e => {  // of a box that scrolls
        for (; e !== document.body; e = e.parentElement)
            if (getComputedStyle(e).overflowX !== "visible"
                && e.getBoundingClientRect().right <= width + 1) return true;
        return false;
    };
    for (const e of document.querySelectorAll("main *")) {
        const right = e.getBoundingClientRect().right;
        if (right > width + 1 && e.checkVisibility({visibilityProperty: true})
            && !inside(e.parentElement))
            faults.push(`wider than the screen: ${e.tagName} ${e.textContent}`);
    }
    for (const image of document.images) {
        const shape = image.naturalWidth / image.naturalHeight;
        if (image.checkVisibility()
            && Math.abs(image.clientWidth / image.clientHeight / shape - 1) > 0.03)
            faults.push(`not in its shape: ${image.src}`);
    }
    if (document.documentElement.scrollWidth > width)
        faults.push("the page scrolls sideways");
    return faults.slice(0, 5);
}"""

SHIFT = """() => {
    window.shift = 0;
    new PerformanceObserver(list => {
        for (const entry of list.getEntries()) window.shift += entry.value;
    }).observe({type: "layout-shift", buffered: true});
}"""

SCROLL = """async () => {
    const wait = ms => new Promise(go => setTimeout(go, ms));
    const end = document.documentElement.scrollHeight, late = [];
    for (let y = 0; y < end; y += 600) {
        window.scrollTo(0, y);
        await wait(10);
    }
    for (const image of document.images) {
        // a figure that was passed too fast has not been asked for
        for (let n = 0; n < 200 && image.checkVisibility() && !image.complete; n++) {
            image.scrollIntoView();
            await wait(50);
        }
        if (image.checkVisibility() && !image.complete) late.push(image.src);
    }
    return late.map(source => `not loaded in ten seconds: ${source}`);
}"""


# Measuring colors takes most of the time of axe-core, and most of the elements of a
# page are words of code and cells of tables, whose few colors are everywhere alike.
MANY = [["pre"], ["tbody"]]


def look(context, address, axe=True, contrast="everywhere"):
    """Open a page and return what a reader would suffer from, and its weight.

    ``contrast`` is "everywhere", "prose" (not in code and tables), or None.
    """
    faults, answers = [], {}
    page = context.new_page()
    home = address[: address.index("/", 8)]

    def on_request(request):
        if not request.url.startswith((home, "data:")):
            faults.append(f"asks another host: {request.url}")

    def on_answer(answer):
        if answer.status >= 400:
            faults.append(f"missing: {answer.url}")
        answers[answer.url] = answer

    page.on("request", on_request)
    page.on("response", on_answer)
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on(
        "console",
        lambda message: (
            faults.append(f"console: {message.text}")
            if message.type in ("error", "warning")
            else None
        ),
    )
    page.add_init_script(f"({SHIFT})()")
    page.goto(address)
    faults += page.evaluate(SCROLL)
    page.wait_for_load_state("networkidle")
    shift = page.evaluate("window.shift")
    if shift >= 0.05:
        faults.append(f"layout shift {shift:.3f}")
    faults += page.evaluate(WIDE)
    weight = 0
    for answer in answers.values():
        body = answer.body() if answer.status == 200 else b""
        text = "text" in answer.headers.get("content-type", "")
        text = text or answer.url.endswith((".js", ".svg"))
        weight += len(gzip.compress(body, 6)) if text else len(body)

    page.evaluate("() => document.querySelectorAll('details').forEach(e => e.open = 1)")
    options = {"resultTypes": ["violations"], "preload": False}
    runs = []
    if axe:
        colors = {"enabled": contrast == "everywhere"}
        runs = [(None, {"rules": {"color-contrast": colors}})]
    if contrast == "prose":
        runs.append(({"exclude": MANY}, {"runOnly": ["color-contrast"]}))
    for part, rules in runs:
        found = Axe().run(page, part, options | rules).response["violations"]
        for violation in found:
            for node in violation["nodes"]:
                faults.append(f"axe {violation['id']}: {node['html'][:200]}")
    page.close()
    return SimpleNamespace(faults=faults, weight=weight / 1000)


def screens_and_pages():
    """Return each page on each screen; most faults show on a small and dark one."""
    found = []
    for screen in SCREENS:
        for name in PAGES:
            marks = [pytest.mark.lesson(Path(name).stem)]
            if screen != "phone dark":
                marks.append(pytest.mark.thorough)
            if name != "index.html":  # it only leads to the landing page
                found.append(pytest.param(name, screen, marks=marks))
    return found


@pytest.mark.parametrize("name, screen", screens_and_pages())
def test_page_in_the_browser(contexts, site, name, screen):
    # colors do not depend on the width
    contrast = {"desktop light": "everywhere", "phone dark": "prose"}.get(screen)
    seen = look(contexts[screen], site + name, contrast=contrast)
    assert seen.faults == []
    assert seen.weight <= 1200


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["book/04-classification.html", "book/setup.html"])
def test_colors_of_code_and_tables_in_the_dark(contexts, site, name):
    assert look(contexts["desktop dark"], site + name).faults == []


@pytest.mark.thorough
def test_half_of_the_pages_are_light(contexts, site):
    context, weights = contexts["phone light"], []
    for name in PAGES:
        if name != "index.html":  # it only leads to the landing page
            seen = look(context, site + name, axe=False, contrast=None)
            weights.append(seen.weight)
    assert statistics.median(weights) <= 500


def test_front_leads_to_the_landing_page(contexts, site):
    page = contexts["desktop light"].new_page()
    page.goto(site)
    page.wait_for_url(site + "book/index.html")
    page.close()


def test_page_from_a_file_and_from_the_root_of_a_server(contexts, site):
    context = contexts["desktop light"]
    name = "book/01-workflow.html"
    root = site.removesuffix(FOLDER) + "/" + name
    assert look(context, root, axe=False, contrast=None).faults == []
    page = context.new_page()
    failed = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto((HTML / name).as_uri())
    page.evaluate(SCROLL)
    assert failed == []
    page.close()


def test_unknown_address_gets_a_page_that_leads_on(contexts, site):
    page = contexts["desktop light"].new_page()
    missing = []
    page.on("response", lambda a: missing.append(a.url) if a.status >= 400 else None)
    page.goto(site + "book/no/such/page.html")
    page.wait_for_load_state("networkidle")
    assert missing == [site + "book/no/such/page.html"]
    page.get_by_role("link", name="Predict reaction times").first.click()
    page.wait_for_url(site + "book/05-regression.html")
    page.close()


@pytest.mark.parametrize("word", ["silhouette", "confound", "relu"])
def test_search_finds(contexts, site, word):
    page = contexts["desktop light"].new_page()
    page.goto(site + "book/index.html")
    page.keyboard.press("Control+k")
    page.keyboard.type(word)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    page.wait_for_selector("#search-results li a")
    results = page.locator("#search-results li > a")
    assert results.count() > 0
    results.first.click()
    page.wait_for_load_state()
    assert word in page.locator("main").inner_text().lower()
    page.close()


def test_search_finds_nothing_for_a_word_that_is_not_there(contexts, site):
    page = contexts["desktop light"].new_page()
    page.goto(site + "search.html?q=xylophone")
    page.get_by_text("did not match any documents").wait_for()
    assert page.locator("#search-results li").count() == 0
    page.close()


# every element that a pointer can use
CONTROLS = """() => {
    const found = document.querySelectorAll(
        "a[href], button, summary, input, [tabindex='0']");
    return [...found].filter(e => e.checkVisibility({visibilityProperty: true})
        && e.getBoundingClientRect().width > 1
        && !e.closest("dialog:not([open])")).map((e, i) => e.dataset.control = `${i}`);
}"""
FOCUSED = """() => {
    const e = document.activeElement, style = getComputedStyle(e);
    const shown = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    return [e.dataset.control ?? null, shown, e.outerHTML.slice(0, 120)];
}"""


def tab_through(page):
    """Press Tab until the page is left; return what was not reached or not seen."""
    controls = set(page.evaluate(CONTROLS))
    faults = []
    for _ in range(len(controls) + 20):
        page.keyboard.press("Tab")
        control, shown, html = page.evaluate(FOCUSED)
        if control in controls:
            controls.discard(control)
            if not shown:
                faults.append(f"focus is not visible: {html}")
    for control in controls:
        html = page.locator(f"[data-control='{control}']").evaluate("e => e.outerHTML")
        faults.append(f"not reached with Tab: {html[:120]}")
    return faults


@pytest.mark.parametrize("name", ["book/01-workflow.html", "search.html"])
def test_keyboard_reaches_every_control(contexts, site, name):
    page = contexts["desktop light"].new_page()
    page.goto(site + name)
    page.wait_for_load_state("networkidle")
    assert tab_through(page) == []
    page.close()


def test_keyboard_opens_solutions_menus_and_the_sidebar(contexts, site):
    page = contexts["phone light"].new_page()
    page.goto(site + "book/01-workflow.html")
    solution = page.locator("details.solution").first
    solution.locator("summary").focus()
    assert not solution.locator("pre").first.is_visible()
    page.keyboard.press("Enter")
    assert solution.locator("pre").first.is_visible()

    page.get_by_role("button", name="Run this page").focus()
    page.keyboard.press("Enter")
    run = page.get_by_role("link", name="Run in Binder")
    assert run.is_visible()
    assert "opens 01-workflow.ipynb in JupyterLab" in run.inner_text()
    assert "minutes" in run.inner_text()
    page.keyboard.press("Escape")

    sidebar = page.locator("#pst-primary-sidebar-modal")
    page.locator("button.primary-toggle").first.focus()
    page.keyboard.press("Enter")
    assert sidebar.get_by_role("link", name="Predict reaction times").is_visible()
    page.keyboard.press("Escape")
    assert not sidebar.is_visible()
    page.close()


def test_policy_of_the_page_stops_a_request_to_another_host(contexts, site):
    page = contexts["desktop light"].new_page()
    messages, asked = [], []
    page.on("console", lambda message: messages.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site + "book/setup.html")
    page.evaluate("fetch('https://elsewhere.invalid/').catch(() => 0)")
    assert any("Content Security Policy" in message for message in messages)
    assert not any("elsewhere" in url for url in asked)
    page.close()


def test_nothing_moves_for_who_asks_for_it(contexts, site):
    page = contexts["desktop light"].new_page()
    page.goto(site + "book/index.html")
    moving = """() => [...document.querySelectorAll("*")].filter(e => {
        const s = getComputedStyle(e);
        return s.animationName !== "none" || s.scrollBehavior === "smooth"
            || s.transitionDuration.split(",").some(d => parseFloat(d) > 0);
    }).length"""
    assert page.evaluate(moving) == 0
    page.close()


BROKEN = """<!DOCTYPE html><html><head><title>Broken</title>
<script>missing.function()</script></head><body>
<main><p style="color: #999; background: #aaa">Hard to read</p>
<p id="wide" style="width: 2000px">Wide</p>
<img src="https://elsewhere.invalid/x.png"><img src="lost.png">
<img width="90" height="20" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'
 width='9' height='9' /%3E">
<a href="nowhere.html">dead</a> <a href="#nowhere">dead, too</a>
<button tabindex="-1">not reached</button>
<button style="outline: none">not seen</button>
<p id="late">late</p></main>
<script>setTimeout(() => late.style.marginTop = "400px", 300);
late.before(Object.assign(document.createElement("p"),
    {style: "height: 300px", textContent: "pushed"}));
setTimeout(() => wide.style.height = "700px", 200)</script></body></html>"""


@pytest.fixture
def broken(tmp_path):
    (tmp_path / "broken.html").write_text(BROKEN)
    server = serve(tmp_path)
    yield tmp_path, f"http://127.0.0.1:{server.server_port}{FOLDER}broken.html"
    server.shutdown()


def test_checks_refuse_a_broken_page(contexts, broken):
    folder, address = broken
    page = contexts["phone light"].new_page()
    page.goto(address)
    faults = tab_through(page)
    page.close()
    faults += dead_links(folder)
    faults += look(contexts["phone light"], address).faults
    for expected in [
        "not reached with Tab: <button tabindex", "focus is not visible: <button style",
        "broken.html: nowhere.html", "broken.html: #nowhere", "missing: http",
        "asks another host: https://elsewhere.invalid", "error: ", "console: ",
        "layout shift", "wider than the screen: P Wide", "the page scrolls sideways",
        "axe color-contrast", "axe html-has-lang", "axe image-alt",
        "not in its shape: data:",
    ]:  # fmt: skip
        assert any(fault.startswith(expected) for fault in faults), expected


# --- without a browser -------------------------------------------------------


def test_font_holds_what_the_formulas_show():
    pages = "".join((HTML / name).read_text(encoding="utf-8") for name in PAGES)
    formulas = "".join(re.findall("<math.*?</math>", pages, re.S))
    shown = set(unescape(re.sub("<[^>]+>", "", formulas)))
    if "<msqrt>" in formulas:
        shown.add("√")
    held = set(map(chr, TTFont(HTML / "_static/math.woff2").getBestCmap()))
    assert shown - held - set(" \n") == set()
    # a browser draws a single letter with another character, its italic
    italics = [c for c in held if unicodedata.name(c).startswith("MATHEMATICAL ITALIC")]
    italics = {unicodedata.decomposition(c).split()[1] for c in italics} | {"0068"}
    letters = map(unescape, re.findall("<mi>([^<]+)</mi>", formulas))
    letters = {f"{ord(c):04X}" for c in letters if re.fullmatch("[A-Za-zΑ-Ωα-ωϕ]", c)}
    assert len(letters) > 30 and letters - italics == set()
    assert (HTML / "_static/math.woff2").stat().st_size < 40_000


def test_mend_that_finds_nothing_stops_the_build():
    sys.path.insert(0, str(ROOT / "extensions"))
    import pages

    with pytest.raises(SphinxError, match="nothing to mend"):
        pages.mend("<html><body>another theme</body></html>", None)
    icon = (
        '<meta charset="utf-8" /><script defer src="x/fontawesome.js"></script>'
        + SEARCH_SCRIPTS
    )
    with pytest.raises(SphinxError, match="no icon for"):
        pages.mend(icon + '<i class="fa-solid fa-new"></i>', None)


SEARCH_SCRIPTS = "".join(
    f'<script src="{name}.js"></script>'
    for name in ("searchtools", "language_data", "searchindex")
)


def test_site_carries_the_licenses_of_what_others_made():
    text = (HTML / "_static/licenses.txt").read_text(encoding="utf-8")
    for words in ["octicon_LICENSE", "MIT License", "BSD", "pygments, LICENSE"]:
        assert words in text


def test_download_holds_the_whole_course():
    with zipfile.ZipFile(HTML / "course.zip") as archive:
        names = {name.partition("/")[2] for name in archive.namelist()}
    expected = {"README.md", "LICENSE", "tools/environment.py", "requirements.lock"}
    for pattern in ["book/*.*", "data/**/*.*", "homework/release/*/*.ipynb"]:
        found = {p.relative_to(ROOT).as_posix() for p in ROOT.glob(pattern)}
        expected |= {name for name in found if not name.endswith(".pyc")}
    assert expected <= names
    assert not [name for name in names if "source" in name or "pycache" in name]


@pytest.mark.thorough
@pytest.mark.skipif(os.name != "posix", reason="the commands of Windows differ")
def test_every_command_of_the_download_works(tmp_path):
    """Unpack it, and do what its README says; this installs the packages."""
    with zipfile.ZipFile(HTML / "course.zip") as archive:
        archive.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    readme = (folder / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```bash\n(.*?)^```", readme, re.M | re.S)
    commands = "".join(blocks).splitlines()
    assert len(commands) == 3
    for command in commands:
        words = command.replace("python3", sys.executable).split()
        if words[0].endswith("jupyter"):
            words += ["--no-browser", "--allow-root", "--port=0"]
            log = tmp_path / "jupyter.log"
            with log.open("w") as file:
                server = subprocess.Popen(words, cwd=folder, stderr=file)
            for _ in range(120):
                said = log.read_text(encoding="utf-8")
                if "/lab/tree/book/01-workflow.ipynb" in said or server.poll():
                    break
                time.sleep(0.5)
            server.terminate()
            server.wait()
            assert "/lab/tree/book/01-workflow.ipynb" in said, said
            assert f"from local directory: {folder}\n" in said, said
        else:
            done = subprocess.run(words, cwd=folder, capture_output=True, text=True)
            assert done.returncode == 0, done.stderr


# --- links -------------------------------------------------------------------


@cache
def anchors(path):
    return set(re.findall(r'\bid="([^"]+)"', path.read_text(encoding="utf-8")))


def dead_links(folder):
    """Return each link of the pages in a folder that leads nowhere."""
    faults = []
    for path in sorted(folder.glob("**/*.html")):
        html = path.read_text(encoding="utf-8")
        here = path.relative_to(folder).as_posix()
        for link in re.findall(r'<(?:a|link)\b[^>]*? href="([^"]*)"', html):
            address, anchor = urldefrag(unescape(link))
            if re.match(r"[a-z]+:", address):
                continue  # another site; not looked up here
            target = urlsplit(urljoin(FOLDER + here, address)).path
            target = folder / unquote(target).removeprefix(FOLDER)
            anchor = unquote(anchor)
            if not target.is_file() or (anchor and anchor not in anchors(target)):
                faults.append(f"{here}: {link}")
    return faults


def test_every_internal_link_and_anchor_leads_somewhere():
    assert len(PAGES) > 20
    assert dead_links(HTML) == []


def test_every_scikit_learn_link_names_something_that_can_be_imported():
    pages = "".join((HTML / name).read_text(encoding="utf-8") for name in PAGES)
    names = set(
        re.findall(r"scikit-learn\.org/stable/modules/generated/([\w.]+)\.html", pages)
    )
    assert len(names) > 50
    for name in names:
        module, attribute = name.rsplit(".", 1)
        assert hasattr(importlib.import_module(module), attribute), name


def test_every_page_says_what_it_is():
    said = set()
    for name in PAGES:
        html = (HTML / name).read_text(encoding="utf-8")
        title = re.search(r"<title>\s*(.+?)\s*</title>", html, re.S)[1]
        said.add(title)
        assert "default-src 'self';" in html and "unsafe-eval" not in html
        if name in ("404.html", "search.html"):
            continue
        for tag in ["og:title", "og:url", "og:image", "og:description"]:
            assert re.search(rf'<meta property="{tag}" content="[^"]+"', html), tag
        description = re.search(r'<meta name="description" content="([^"]+)"', html)[1]
        assert len(description) > 60
        assert '<link rel="canonical"' in html
    assert len(said) == len(PAGES) - 1  # the front sends to the landing page


def test_sitemap_lists_the_pages():
    tree = ElementTree.parse(HTML / "sitemap.xml")
    found = {e.text.partition(FOLDER)[2] for e in tree.iter() if e.tag.endswith("loc")}
    assert found == set(PAGES) - {"404.html", "search.html", "index.html"}
    assert (HTML / "_static/card.png").exists()
