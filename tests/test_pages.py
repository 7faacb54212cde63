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
import yaml
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

FORM = """() => {
    const faults = [], names = new Set();
    const one = (elements, say) => {
        for (const e of elements) faults.push(`${say}: ${e.outerHTML.slice(0, 120)}`);
    };
    const titles = [...document.querySelectorAll("h1")];
    if (titles.length !== 1 || !titles[0].textContent.trim())
        faults.push(`${titles.length} titles, or an empty one`);
    one([...document.querySelectorAll("a > img:only-child")].map(i => i.parentElement)
        .filter(a => !a.textContent.trim()), "a picture that is a link");
    one([...document.querySelectorAll("math mi")].filter(
        e => /^[\\p{P}\\p{S}]+$/u.test(e.textContent)), "a sign as a name");
    one([...document.querySelectorAll(".admonition")].filter(
        e => !e.matches(".hide") && !e.querySelector("[role=heading]")), "no heading");
    one([...document.querySelectorAll(".cell_input, .cell_output")].filter(
        e => !e.matches("[role=group][aria-label]")), "no label");
    one([...document.querySelectorAll(":is(td, th) > pre, table.dataframe:not(:has(th[scope=col]))")],
        "a table without headers");
    for (const button of document.querySelectorAll("button.copybtn")) {
        const name = button.getAttribute("aria-label");
        if (!name || names.has(name)) faults.push(`two copy buttons: ${name}`);
        names.add(name);
    }
    for (const e of document.querySelectorAll("*")) {
        for (const part of ["::before", "::after"]) {
            const style = getComputedStyle(e, part);
            if (style.content !== "none" && style.fontFamily.includes("Font Awesome"))
                faults.push(`an icon without its font: ${e.outerHTML.slice(0, 80)}`);
        }
    }
    return faults.slice(0, 8);
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


RUNNER = Axe()
AXE = RUNNER.axe_script


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
    faults += page.evaluate(WIDE) + page.evaluate(FORM)
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
        page.evaluate(AXE)
        # all but those of level AAA, which are off unless they are named
        rules = page.evaluate("axe.getRules().map(r => [r.ruleId, r.tags])")
        on = {n: {"enabled": True} for n, tags in rules if "wcag2aaa" not in tags}
        on["color-contrast"] = {"enabled": contrast == "everywhere"}
        runs = [(None, {"rules": on})]
    if contrast == "prose":
        runs.append(({"exclude": MANY}, {"runOnly": ["color-contrast"]}))
    for part, rules in runs:
        found = RUNNER.run(page, part, options | rules).response["violations"]
        for violation in found:
            for node in violation["nodes"]:
                faults.append(f"axe {violation['id']}: {node['html'][:200]}")
    page.close()
    return SimpleNamespace(faults=faults, weight=weight / 1000)


# a page of each kind
KINDS = {"02-truth", "homework-01", "index", "setup"}


INTERACTIVE = "book/02-dimensionality-reduction.html"


def is_interactive(name):
    return 'class="interactive"' in (HTML / name).read_text(encoding="utf-8")


def screens_and_pages():
    """Return each page on each screen; most faults show on a small and dark one."""
    found = []
    for screen in SCREENS:
        for name in PAGES:
            marks = [pytest.mark.lesson(Path(name).stem)]
            # homework pages look alike
            alike = name.startswith("homework/") and Path(name).stem not in KINDS
            if screen != "phone dark" or alike:
                marks.append(pytest.mark.thorough)
            if name == "index.html":  # it only leads to the landing page
                continue
            if alike and screen not in ("phone dark", "desktop light"):
                continue
            found.append(pytest.param(name, screen, marks=marks))
    return found


@pytest.mark.parametrize("name, screen", screens_and_pages())
def test_page_in_the_browser(contexts, site, name, screen, request):
    # colors depend on the style sheet, not on the width, and hardly on the page;
    # what axe-core finds is mostly alike on all pages of a kind, so the quick run
    # uses it on a page of each kind alone
    contrast = {"desktop light": "everywhere", "desktop dark": "prose"}.get(screen)
    if screen == "phone dark" and Path(name).stem in KINDS:
        contrast = "prose"
    thorough = "not thorough" not in request.config.option.markexpr
    axe = thorough or screen != "phone dark" or contrast is not None
    seen = look(contexts[screen], site + name, axe=axe, contrast=contrast)
    assert seen.faults == []
    # with and without an interactive figure
    assert seen.weight <= (1200 if is_interactive(name) else 900)


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["book/04-classification.html", "book/setup.html"])
def test_colors_of_code_and_tables_in_the_dark(contexts, site, name):
    assert look(contexts["desktop dark"], site + name).faults == []


@pytest.mark.thorough
def test_half_of_the_pages_are_light(contexts, site):
    context, weights = contexts["phone light"], []
    for name in PAGES[::5]:  # every fifth one; to load them all takes minutes
        if name != "index.html":  # it only leads to the landing page
            seen = look(context, site + name, axe=False, contrast=None)
            weights.append(seen.weight)
    assert statistics.median(weights) <= 200


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
    page.get_by_role("link", name="Can spikes predict when").first.click()
    page.wait_for_url(site + "book/05-regression.html")
    page.close()


@pytest.mark.parametrize(
    "query, place",
    [
        ("how many clusters", "03-clustering.html"),  # a heading before single words
        ("double dipping", "glossary.html"),
        ("n_init", "03-noise.html"),  # and not a homework
    ],
)
def test_search_shows_first_what_explains(contexts, site, query, place):
    page = contexts["desktop light"].new_page()
    page.goto(site + f"search.html?q={query}")
    page.wait_for_selector("#search-results li a")
    assert place in page.locator("#search-results li > a").first.get_attribute("href")
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
    const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const box = e.getClientRects()[0] ?? e.getBoundingClientRect();
    const top = document.elementFromPoint(
        box.left + Math.min(box.width, 200) / 2, box.top + Math.min(box.height, 24) / 2);
    const covered = top && top !== e && !e.contains(top) && !top.contains(e);
    return [e.dataset.control ?? null, seen, covered, e.outerHTML.slice(0, 120)];
}"""


def tab_through(page, key="Tab"):
    """Press a key until the page is left; return what was not reached or not seen."""
    controls = set(page.evaluate(CONTROLS))
    faults = []
    for _ in range(len(controls) + 20):
        page.keyboard.press(key)
        control, seen, covered, html = page.evaluate(FOCUSED)
        if control in controls:
            controls.discard(control)
            if not seen:
                faults.append(f"focus is not visible: {html}")
            if covered:
                faults.append(f"covered by something else: {html}")
    for control in controls:
        html = page.locator(f"[data-control='{control}']").evaluate("e => e.outerHTML")
        faults.append(f"not reached with {key}: {html[:120]}")
    return faults


@pytest.mark.parametrize(
    "name, key",
    [
        ("book/02-truth.html", "Tab"),
        ("search.html", "Shift+Tab"),
        pytest.param("book/01-workflow.html", "Shift+Tab", marks=pytest.mark.thorough),
        pytest.param("search.html", "Tab", marks=pytest.mark.thorough),
    ],
)
def test_keyboard_reaches_every_control(contexts, site, name, key):
    page = contexts["desktop light"].new_page()
    page.goto(site + name)
    page.wait_for_load_state("networkidle")
    assert tab_through(page, key) == []
    page.close()


def test_keyboard_opens_solutions_menus_and_the_sidebar(contexts, site):
    page = contexts["phone light"].new_page()
    page.goto(site + "book/01-workflow.html")
    solution = page.locator("details.solution").first
    solution.locator("summary").focus()
    assert not solution.locator("pre").first.is_visible()
    page.keyboard.press("Enter")
    assert solution.locator("pre").first.is_visible()

    sidebar = page.locator("#pst-primary-sidebar-modal")
    page.locator("button.primary-toggle").first.focus()
    page.keyboard.press("Enter")
    assert sidebar.get_by_role("link", name="Can spikes predict when").is_visible()
    page.keyboard.press("Escape")
    assert not sidebar.is_visible()
    page.close()


def test_page_can_be_run_from_its_top_and_its_box(contexts, site):
    page = contexts["desktop light"].new_page()
    for name in (
        "book/02-dimensionality-reduction",
        "homework/release/homework-02/homework-02",
    ):
        page.goto(f"{site}{name}.html")
        buttons = page.get_by_role("link", name="Run in Binder")
        assert buttons.count() == (2 if name.startswith("book") else 1)
        for button in buttons.all():
            assert button.get_attribute("href").endswith(f"lab/tree/{name}.ipynb")
    page.close()


def test_page_after_a_search_shows_no_missing_icon(contexts, site):
    page = contexts["desktop light"].new_page()
    page.goto(site + "search.html?q=silhouette")
    excerpts = page.locator("#search-results li p.context")
    excerpts.first.wait_for()
    assert "On this page" not in " ".join(excerpts.all_inner_texts())
    page.locator("#search-results li > a").first.click()
    page.wait_for_load_state("networkidle")
    page.get_by_role("link", name="Hide Search Matches").wait_for()
    assert page.evaluate(FORM) == []
    page.close()


def test_contents_and_solutions_without_scripts(browser, site):
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 800}
    )
    page = context.new_page()
    page.goto(site + "book/01-workflow.html")
    page.get_by_role("link", name="Course contents").click()
    link = page.get_by_role("navigation", name="Main").get_by_role("link").nth(4)
    assert link.is_visible()
    solution = page.locator("details.solution").first
    assert not solution.locator("pre").first.is_visible()
    solution.locator("summary").click()
    assert solution.locator("pre").first.is_visible()
    context.close()


def test_page_on_a_phone_with_a_finger(browser, site):
    context = browser.new_context(
        has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800}
    )
    page = context.new_page()
    page.goto(site + "book/04-classification.html")
    page.wait_for_load_state("networkidle")
    sideways = "a => a.filter(e => e.scrollWidth > e.clientWidth + 1).length"
    assert page.locator(".cell_input pre").evaluate_all(sideways) == 0
    opacity = "e => getComputedStyle(e).opacity"
    assert page.locator("button.copybtn").first.evaluate(opacity) == "1"
    # what is closed shows its title and nothing below
    empty = """a => a.filter(e => e.getBoundingClientRect().height
        > e.querySelector("summary").getBoundingClientRect().height + 4).length"""
    assert page.locator("details.solution:not([open])").evaluate_all(empty) == 0
    context.close()


def test_printed_page_shows_all_in_dark_on_light(browser, site):
    context = browser.new_context(color_scheme="dark", reduced_motion="no-preference")
    page = context.new_page()
    page.goto(site + "book/01-workflow.html")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("details:not([open])").count() == 0
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
    fading = "a => a.filter(e => getComputedStyle(e).animationName !== 'none').length"
    assert page.locator("details *").evaluate_all(fading) == 0, "still blank"
    for gone in (".mark-done", ".copybtn", "a.run", ".prev-next-area"):
        assert not page.locator(gone).first.is_visible(), gone
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    context.close()


def test_icons_are_seen_in_forced_colors(browser, site):
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(site + "book/01-workflow.html")
    ink = "e => getComputedStyle(e).backgroundColor"
    ground = page.locator("body").evaluate(ink)
    icons = [i for i in page.locator("i.fa-solid, i.fas").all() if i.is_visible()]
    assert len(icons) > 2 and all(icon.evaluate(ink) != ground for icon in icons)
    context.close()


def test_page_from_right_to_left_is_not_wider(contexts, site):
    page = contexts["phone light"].new_page()
    page.goto(site + "book/02-dimensionality-reduction.html")
    page.evaluate("document.documentElement.dir = 'rtl'")
    html = "document.documentElement"
    assert page.evaluate(f"{html}.scrollWidth <= {html}.clientWidth")
    page.close()


@pytest.mark.parametrize("screen", ["desktop light", "phone dark"])
def test_definition_of_a_term_is_shown_to_mouse_and_keyboard(contexts, site, screen):
    page = contexts[screen].new_page()
    page.goto(site + "book/04-unequal.html")
    term = page.locator("a.term", has_text="balanced accuracy")
    assert term.count() == 1 and "mean of the recall" in term.get_attribute("title")
    shown = "e => getComputedStyle(e, '::after').content"
    assert term.evaluate(shown) == "none"
    term.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")  # as somebody does who comes by keyboard
    assert "mean of the recall" in term.evaluate(shown)
    # it stands at the lower edge, below the link and inside of the window
    place = "e => parseFloat(getComputedStyle(e, '::after').bottom)"
    assert term.evaluate(place) == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.keyboard.press("Escape")
    assert term.evaluate(shown) == "none"
    term.click()
    page.wait_for_url("**/glossary.html#term-balanced-accuracy")
    page.close()


def test_text_is_narrow_and_links_have_one_color(contexts, site):
    page = contexts["desktop light"].new_page()
    page.goto(site + "book/04-classification.html")
    width = "a => Math.max(...a.map(e => e.getBoundingClientRect().width))"
    assert page.locator("article p").evaluate_all(width) <= 44 * 16 + 1
    size = "e => getComputedStyle(e).fontSize"
    assert page.locator(".cell_input pre").first.evaluate(size) == "14px"
    page.goto(site + "book/practices.html")
    colors = "a => [...new Set(a.map(e => getComputedStyle(e).color))]"
    links = page.locator(
        "article :is(p, li) a:not(.run, .headerlink, .term, :has(code))"
    )
    assert links.count() > 10 and len(links.evaluate_all(colors)) == 1
    # terms are no way on, and look like the text around them, with dots below
    text = page.locator("article p:has(a.term)").first.evaluate_all(colors)
    assert page.locator("article a.term").evaluate_all(colors) == text
    # the place that a link leads to is not painted over
    page.goto(site + "book/01-workflow.html#in-short")
    ground = "e => getComputedStyle(e).backgroundColor"
    assert page.locator(":target").evaluate(ground) == "rgba(0, 0, 0, 0)"
    page.close()


def test_interactive_figure_is_moved_with_the_keyboard(contexts, site):
    page = contexts["desktop light"].new_page()
    page.goto(site + INTERACTIVE)
    slider = page.get_by_role("slider", name="Angle of the line")
    say = page.locator(".interactive [role=status]")
    assert say.inner_text() == "Variance along the line: 22.6 spikes²"
    figure = page.locator(".interactive .chart svg")
    before = figure.inner_html()
    slider.focus()
    for _ in range(27):
        page.keyboard.press("ArrowRight")
    assert slider.input_value() == "64"
    assert say.inner_text() == "Variance along the line: 56.3 spikes²"
    assert figure.inner_html() != before
    assert figure.get_attribute("aria-label").startswith("Scatter plot")
    page.close()


def test_interactive_figure_without_scripts_and_on_paper_is_a_picture(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + INTERACTIVE)
    assert picture_of(page).is_visible()
    assert picture_of(page).get_attribute("alt").startswith("Scatter plot")
    context.close()
    page = browser.new_page()
    page.goto(site + INTERACTIVE)
    page.locator(".interactive.ready").wait_for()
    assert not picture_of(page).is_visible()
    page.emulate_media(media="print")
    assert picture_of(page).is_visible()
    assert not page.get_by_role("slider").is_visible()
    page.close()


def picture_of(page):
    return page.locator(".interactive img")


def test_only_pages_with_interactive_figures_load_their_script():
    for name in PAGES:
        html = (HTML / name).read_text(encoding="utf-8")
        assert is_interactive(name) == ("vega.js" in html), name


def test_finished_page_is_marked_in_the_contents(contexts, site):
    page = contexts["desktop light"].new_page()
    page.goto(site + "book/01-workflow.html")
    done = page.get_by_role("button", name="Done with this page")
    marks = page.locator(".bd-docs-nav .done-mark")
    assert marks.count() == 0 and done.get_attribute("aria-pressed") == "false"
    done.click()
    page.goto(site + "book/setup.html")
    assert (
        page.locator(".bd-docs-nav a:has(.done-mark)").inner_text().startswith("Decode")
    )
    page.goto(site + "book/01-workflow.html")
    done.click()
    assert marks.count() == 0
    page.close()


def test_boxes_are_headings_and_exercises_are_in_the_list_of_the_page(contexts, site):
    page = contexts["desktop light"].new_page()
    page.goto(site + "book/04-classification.html")
    title = page.locator(".exercise .admonition-title").first.inner_text()
    assert title.startswith("Exercise (")
    assert page.get_by_role("heading", name=title, exact=True).count() == 1
    listed = page.locator("#pst-page-toc-nav a").all_text_contents()
    assert [text.strip() for text in listed if "Exercise: " in text]
    page.goto(site + "book/01-table.html")
    header = page.locator("table.dataframe th[scope=row]").first
    assert header.is_visible()
    answers = page.locator("details.answer")
    assert answers.count() == 12 and answers.first.inner_text().startswith("A. ")
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
<h1></h1><a href="x.png"><img src="x.png" alt="x"></a><math><mi>;</mi></math>
<div class="admonition"></div><div class="cell_input"></div>
<button class="copybtn"></button>
<button id="below">covered</button><p style="position: fixed; inset: 0; opacity: 0"></p>
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
        "not in its shape: data:", "1 titles, or an empty", "a picture that is a link",
        "a sign as a name", "no heading", "no label", "two copy buttons",
        "covered by something else: <button",
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
    assert shown - held - set(" \n") == set(), "see assets/LICENSES.md"
    # a browser draws a single letter with another character, its italic
    italics = [c for c in held if unicodedata.name(c).startswith("MATHEMATICAL ITALIC")]
    italics = {unicodedata.decomposition(c).split()[1] for c in italics} | {"0068"}
    letters = map(unescape, re.findall("<mi>([^<]+)</mi>", formulas))
    letters = {f"{ord(c):04X}" for c in letters if re.fullmatch("[A-Za-zΑ-Ωα-ωϕ]", c)}
    assert len(letters) > 20 and letters - italics == set()
    assert (HTML / "_static/math.woff2").stat().st_size < 40_000


def test_another_theme_stops_the_build():
    sys.path.insert(0, str(ROOT / "extensions"))
    import theme

    css = (HTML / "_static/styles/pydata-sphinx-theme.css").read_text(encoding="utf-8")
    with pytest.raises(SphinxError, match="style sheet has changed"):
        theme.remove_icon_font(css)


def test_every_icon_has_a_picture():
    css = (HTML / "_static/icons.css").read_text(encoding="utf-8")
    pages = "".join((HTML / name).read_text(encoding="utf-8") for name in PAGES)
    used = set(re.findall(r'class="[^"]*\b(fa-[\w-]+)', pages))
    used -= {"fa-solid", "fa-brands", "fa-lg"}
    drawn = set(re.findall(r"\.(fa-[\w-]+) {\s*--icon: url", css))
    assert len(used) > 10 and used - drawn == set(), "add them to icons.css"


def test_cards_of_the_landing_page_lead_to_the_chapters():
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    chapters = [p for p in contents["parts"] if p["caption"][0].isdigit()]
    page = (ROOT / "book/index.md").read_text(encoding="utf-8")
    cards = re.findall(r"^\d+\. .*\]\((\S+)\.ipynb\)", page, re.M)
    assert [f"book/{c}" for c in cards] == [c["chapters"][0]["file"] for c in chapters]
    names = re.findall(r"^\d+\. .*\*\*(.*)\*\*", page, re.M)
    captions = [c["caption"].replace("Appendix: ", "") for c in chapters]
    assert [n.lower() for n in names] == [caption.lower() for caption in captions]


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
                if "/lab/tree/book/01-table.ipynb" in said or server.poll():
                    break
                time.sleep(0.5)
            server.terminate()
            server.wait()
            assert "/lab/tree/book/01-table.ipynb" in said, said
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
