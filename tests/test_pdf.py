"""The whole course as one PDF: what is joined, and what Chromium makes of it."""

from urllib.parse import urldefrag

import pdf
import pytest
from notebooks import ROOT, lessons

pytestmark = pytest.mark.thorough  # printing 500 pages takes half a minute


def test_pdf_holds_the_whole_course_with_solutions_after_each_chapter(
    browser, tmp_path
):
    document = pdf.joined()
    headings = [h.get_text() for h in document.select("h1, h2")]
    for path in lessons():
        section = document.find(id=f"book/{path.stem}")
        assert section and not section.select("details.solution"), path.stem
    for number in range(1, 9):
        assert any(h.startswith(f"Solutions to the exercises of chapter {number}")
                   for h in headings)  # fmt: skip
    names = {element["id"] for element in document.select("[id]")}
    links = [a["href"] for a in document.select("a[href]") if a["href"][0] == "#"]
    assert len(links) > 300 and {link[1:] for link in links} - names == set()
    assert len(document.select("img")) > 150
    for image in document.select("img"):
        assert (ROOT / "_build" / urldefrag(image["src"])[0]).exists()
    assert not document.select("details:not([open])")
    assert len(document.select("math")) > 50 and not document.select("img:not([alt])")
    path = tmp_path / "course.pdf"
    pdf.print_pdf(browser, document, path)
    content = path.read_bytes()
    assert content.startswith(b"%PDF") and len(content) < 20e6
    assert b"/StructTreeRoot" in content and b"/Outlines" in content
