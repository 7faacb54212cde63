"""The built site: `make book` comes first."""

import re
import sys
from pathlib import Path
from types import SimpleNamespace

import address
import pandas as pd
import pytest
from bs4 import BeautifulSoup
from docutils import nodes
from notebooks import ROOT, boxes, contents, lessons, markdown, read

HTML = ROOT / "_build/html"
PAGES = [
    pytest.param(page, id=page, marks=pytest.mark.lesson(Path(page).name))
    for page in contents()
]
NAME, BRANCH = address.current()
ADDRESS = address.HOST + NAME


@pytest.fixture(scope="module", params=PAGES)
def page(request):
    file = HTML / f"{request.param}.html"
    assert file.exists(), "the site is not built; run 'make book'"
    return request.param, file.read_text(encoding="utf-8")


def loaded_from_elsewhere(html):
    """Return what a browser would load from another host."""
    tags = re.findall(r"<(?:script|img|link|iframe|source)\b[^>]*>", html)
    return [
        tag
        for tag in tags
        if re.search(r"""(?:src|href)=["'](?:https?:)?//""", tag)
        and 'rel="canonical"' not in tag
    ]


def undescribed(html):
    # a thumbnail stands above a link that says the same
    html = re.sub(r'<div class="chapters.*?</div>', "", html, flags=re.S)
    images = re.findall(r"<img\b[^>]*>", html)
    return [
        i for i in images if "logo" not in i and not re.search(r'alt="[^"]{60,}', i)
    ]


def test_page_loads_nothing_from_another_host(page):
    assert loaded_from_elsewhere(page[1]) == []


def test_every_image_of_the_page_is_described(page):
    assert undescribed(page[1]) == []


def test_both_checks_refuse_a_broken_page():
    html = '<img src="x.png" alt="a plot"><script src="https://cdn.example/x.js">'
    assert undescribed(html) and loaded_from_elsewhere(html)


NOTEBOOKS = [page for page in PAGES if (ROOT / f"{page.id}.ipynb").exists()]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_page_shows_the_recorded_figures_and_formulas(name):
    html = (HTML / f"{name}.html").read_text(encoding="utf-8")
    notebook = read(ROOT / f"{name}.ipynb")
    outputs = [o for c in notebook.cells for o in c.get("outputs", [])]
    figures = [o for o in outputs if "image/png" in o.get("data", {})]
    assert len(re.findall(r"<img[^>]+_images/[0-9a-f]{64}\.png", html)) == len(figures)
    formulas = sum(c.source.count("$$") // 2 for c in notebook.cells)
    assert len(re.findall(r'<math[^>]+display="block"', html)) == formulas
    assert (
        f"https://mybinder.org/v2/gh/{NAME}/{BRANCH}?urlpath=lab/tree/{name}.ipynb"
        in html
    )


def test_formula_that_cannot_be_written_is_reported(caplog):
    sys.path.insert(0, str(ROOT / "extensions"))
    import writer

    for latex, n_warnings in [(r"\frac{1}{2}", 0), (r"\nosuchthing{2}", 1)]:
        caplog.clear()
        writer.logger.logger.propagate = True
        node = SimpleNamespace(astext=lambda text=latex: text, source="x", line=1)
        writer.write_mathml(SimpleNamespace(body=[]), node, "inline")
        assert len(caplog.records) == n_warnings


def test_contents_show_which_lessons_may_be_skipped():
    soup = BeautifulSoup((HTML / "book/index.html").read_bytes(), "html.parser")
    expected, shown = {}, {}
    for path in lessons():
        text = markdown(read(path))
        for kind in ("deeper", "choose"):
            if boxes(text, kind):
                expected[path.stem] = kind.capitalize()
    for mark in soup.select(".bd-docs-nav a > .kind"):
        shown[Path(mark.parent["href"]).stem] = mark.text
    assert len(shown) > 5 and shown == expected


def test_data_frame_becomes_a_table_with_headers():
    sys.path.insert(0, str(ROOT / "extensions"))
    import contents

    frame = pd.DataFrame(
        {("rate", "mean"): [1.5], ("rate", "sd"): [0.5]}, index=["n17"]
    )
    frame.index.name = "neuron"
    html = BeautifulSoup(frame.to_html(), "html.parser").table
    group = contents.table_of(frame=html)[0]
    head, body = (part.findall(nodes.row) for part in group[-2:])
    assert [[e.astext() for e in row] for row in head] == [
        ["", "rate"], ["neuron", "mean", "sd"],
    ]  # fmt: skip
    assert [[e.astext() for e in row] for row in body] == [["n17", "1.5", "0.5"]]
    assert [column.get("stub") for column in group[:3]] == [1, 0, 0]


def test_lock_holds_every_pin():
    pins = [
        line
        for file in ("requirements.txt", "binder/requirements.txt")
        for line in (ROOT / file).read_text().split("\n")
        if line and not line.startswith(("#", "-r"))
    ]
    lock = (ROOT / "requirements.lock").read_text()
    assert len(pins) > 10
    for pin in pins:
        assert re.fullmatch(r"[\w-]+==[\w.]+", pin), f"{pin} is not exact"
        assert f"\n{pin} \\\n    --hash=sha256:" in f"\n{lock}", f"{pin} is not locked"


# --- the landing page ---------------------------------------------------------------


def test_landing_page_adds_up_what_the_lessons_say():
    soup = BeautifulSoup((HTML / "book/index.html").read_text(), "html.parser")
    cards = soup.select(".chapters li")
    total, count = 0, 0
    for number, card in enumerate(cards, 1):
        minutes = []
        for path in lessons():
            if int(path.stem[:2]) == number:
                html = (HTML / f"book/{path.stem}.html").read_text(encoding="utf-8")
                minutes.append(int(re.search(r"Time:</strong> (\d+) minutes", html)[1]))
        said = re.search(r"(\d+) lessons.*, (\d+) h(?: (\d+) min)?", card.get_text())
        n_lessons, hours, more = (int(number or 0) for number in said.groups())
        assert (n_lessons, 60 * hours + more) == (len(minutes), sum(minutes))
        total, count = total + sum(minutes), count + len(minutes)
    assert len(cards) == 10 and count == len(lessons())
    assert f"{count} lessons, about {total / 60:.0f} hours" in soup.get_text()
    # those that the contents mark as Deeper or Choose are the optional ones
    optional = [int(n) for n in re.findall(r"\((\d) optional\)", soup.get_text())]
    assert sum(optional) == len(soup.select(".bd-docs-nav .kind"))


# --- the glossary -------------------------------------------------------------------


def test_each_letter_leads_to_a_term_that_begins_with_it():
    html = (HTML / "book/glossary.html").read_text(encoding="utf-8")
    soup = BeautifulSoup(html, "html.parser")
    terms = [term.get_text().rstrip("#").strip() for term in soup.select("dt")]
    assert len(terms) > 150 and len(terms) == len(set(terms))
    letters = [link.get_text() for link in soup.select(".letters a")]
    assert letters == sorted(letters) and len(letters) >= 20
    sections = soup.select("article section section")
    for link, section in zip(soup.select(".letters a"), sections, strict=True):
        assert link["href"] == f"#{section['id']}"
        # other names of a term stand below it, whatever they begin with
        for term in section.select("dt:first-child, dd + dt"):
            assert term.get_text()[0].upper() == link.get_text()


# --- the version ----------------------------------------------------------------------


def test_newest_version_of_the_changelog_is_that_of_the_footer():
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    number, date = re.search(r"^## \[(\d[\d.]*)\] - ([\d-]+)$", text, re.M).groups()
    html = (HTML / "book/index.html").read_text(encoding="utf-8")
    assert f"Version {number}, {date}" in html
