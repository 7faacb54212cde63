"""The built site in Firefox and in WebKit, the engine of Safari."""

import os
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from notebooks import ROOT
from other_browsers import Firefox, WebKit

pytestmark = [pytest.mark.thorough, pytest.mark.xdist_group("other browsers")]
HTML = ROOT / "_build/html"
PAGES = {  # and what is on them
    "book/index.html": ".chapters img",
    "book/01-table.html": "details.answer",
    "book/02-dimensionality-reduction.html": ".interactive",
    "book/08-learning.html": "math",
    "homework/release/homework-01/homework-01.html": ".tag_answer",
    "search.html?q=pipeline": "#search-results",
}
# the first script of each page writes down what goes wrong
EAR = """<head><script>
    window.faults = [];
    const tell = (kind, what) => window.faults.push(`${kind}: ${what}`);
    addEventListener("error", e => tell("error", e.message ?? e.target.outerHTML), true);
    addEventListener("unhandledrejection", e => tell("error", e.reason));
    addEventListener("securitypolicyviolation", e => tell("forbidden", e.blockedURI));
    console.error = (...words) => tell("console", words);
</script>"""
LOOK = """(async () => {
    const faults = window.faults ?? [], root = document.documentElement;
    document.querySelectorAll("details").forEach(e => e.open = true);
    for (const image of document.images) {
        image.loading = "eager";
        await image.decode().catch(() => 0);
        if (!image.naturalWidth) faults.push(`no picture: ${image.src}`);
    }
    await document.fonts.ready;
    if (root.scrollWidth > innerWidth) faults.push(`${root.scrollWidth} pixels wide`);
    const formulas = [...document.querySelectorAll("math")], name = "STIX Two Math";
    if (formulas.some(e => !(e.getBoundingClientRect().height > 0)))
        faults.push("a flat formula");
    const font = [...document.fonts].find(f => f.family.includes(name));
    if (formulas.some(e => !getComputedStyle(e).fontFamily.includes(name))
        || formulas.length && font?.status !== "loaded")
        faults.push("formulas in another font");
    document.querySelectorAll("details").forEach(e => e.open = false);
    return faults;
})()"""
CHART = "document.querySelector('.interactive.ready .chart svg')?.innerHTML"
SLIDERS = "document.querySelectorAll('.interactive.ready input[type=range]')"
DATA = "document.documentElement.dataset"
MODES = {"auto": "light", "light": "light", "dark": "dark"}


class Server(SimpleHTTPRequestHandler):
    """Serve pages with the script above, and with what a test breaks."""

    broken = ("", "")

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        if path.suffix != ".html":
            return super().do_GET()
        page = path.read_text(encoding="utf-8").replace("<head>", EAR, 1)
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(page.replace(*self.broken).encode())

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Server, directory=HTML))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="module", params=[Firefox, WebKit])
def browser(request, tmp_path_factory):
    if missing := [str(p) for p in request.param.programs if not shutil.which(p)]:
        wanted = os.environ.get("REQUIRE_OTHER_BROWSERS") == "1"
        (pytest.fail if wanted else pytest.skip)(f"not installed: {missing}")
    browser = request.param(tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()


def look(browser, address, width, part="body"):
    """Use a page as a student does, and return what is wrong, a line a fault."""
    browser.size(width)
    browser.open(address)
    assert browser.run("innerWidth") == width

    def has(selector):
        return browser.run(f"!!document.querySelector('{selector}')")

    def soon(selector):
        return browser.until(f"!!document.querySelector('{selector}')")

    faults = [] if has(part) else [f"no {part}"]
    if has(".interactive"):
        before = browser.until(CHART)
        for n in range(browser.run(f"{SLIDERS}.length")):
            browser.run(f"{SLIDERS}[{n}].focus()")
            browser.press("\ue014")  # to the right
        if not before or not browser.until(f"{CHART} !== {before!r}"):
            faults.append("no slider changes the figure")
    faults += browser.run(LOOK)
    if has("article details"):
        browser.click("article details > summary")
        faults += [] if soon("article details[open]") else ["a fold stays closed"]
    if "search" in address and not soon("#search-results li a"):
        faults.append("nothing is found")
    if width < 500:
        browser.click(".primary-toggle")
        faults += [] if soon("dialog[open] nav a") else ["the contents stay closed"]
        has("dialog[open]") and browser.click("dialog[open] .close-dialog")
    modes = {}
    for _ in MODES:
        browser.click(".theme-switch-button")
        modes[browser.run(f"{DATA}.mode")] = browser.run(f"{DATA}.theme")
    return faults + ([] if modes == MODES else [f"color modes {modes}"])


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_page(browser, site, name, width):
    assert look(browser, site + name, width, PAGES[name]) == []


def test_page_from_a_file(browser):
    name = "book/08-learning.html"
    assert look(browser, f"{HTML.as_uri()}/{name}", 1280, PAGES[name]) == []


BREAK = {  # what is found, where, and how it is broken
    "pixels wide": (3, "</article>", "<p style='width: 2000px'>wide</p></article>"),
    "no picture": (0, ".svg", ".svgx"),
    "error": (0, "</article>", "<script>nothing.here()</script></article>"),
    "forbidden": (0, "</article>", "<img src='https://example.org/a.png'></article>"),
    "a flat formula": (3, "<math ", "<math style='display: none' "),
    "formulas in another font": (3, "_static/book.css", "_static/absent.css"),
    "a fold stays closed": (1, "<details", "<details onclick='return false'"),
    "the contents stay closed": (1, 'id="pst-primary-sidebar-modal"', ""),
    "color modes": (1, "pydata-sphinx-theme.js", "absent.js"),
    "nothing is found": (5, "searchindex.js", "searchindex.json"),
    "no slider changes the figure": (2, "interactive.js", "static.js"),
    "no math": (3, "math", "moth"),
}


@pytest.mark.parametrize("fault", BREAK)
def test_checks_refuse_a_broken_page(browser, site, fault, monkeypatch):
    name, *broken = BREAK[fault]
    monkeypatch.setattr(Server, "broken", broken)
    name = list(PAGES)[name]
    try:
        faults = look(browser, site + name, 390, PAGES[name])
    except AssertionError as error:
        faults = [str(error)]
    assert any(fault in line for line in faults), faults
