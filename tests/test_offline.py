"""The whole course as PDF and EPUB: what is in both, and whether they are sound."""

import shutil
import subprocess
from urllib.parse import urldefrag
from xml.etree import ElementTree
from zipfile import ZipFile

import offline
import pytest
from notebooks import ROOT, lessons

# reading all pages and printing them takes a minute
pytestmark = [pytest.mark.thorough, pytest.mark.xdist_group("offline")]
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def parts():
    return list(offline.chapters())


def test_solutions_stand_after_each_chapter_and_links_hold(parts):
    sections = {s["id"]: s for _, sections in parts for s in sections}
    for path in lessons():
        assert not sections[f"book-{path.stem}"].select("details.solution"), path.stem
    for number in range(1, 11):
        assert sections[f"solutions-{number}"].select("details.solution")
    for _, chapter in parts[2:12]:
        assert "solutions" in chapter[-1]["id"]
    every = list(sections.values())
    names = {e["id"] for part in every for e in part.select("[id]")} | set(sections)
    links = [a["href"] for part in every for a in part.select("a[href^='#']")]
    assert len(links) > 300 and {link[1:] for link in links} - names == set()
    pictures = [image for part in every for image in part.select("img")]
    assert len(pictures) > 150 and all(
        image.get("alt") is not None for image in pictures
    )
    for image in pictures:
        assert (ROOT / "_build" / urldefrag(image["src"])[0]).exists()
    assert sum(len(part.select("math")) for part in every) > 150
    assert not any(part.select(".interactive script") for part in every)


def test_pdf_is_tagged_with_an_outline(parts, browser, tmp_path):
    document = offline.joined(parts)
    assert not document.select("details:not([open])")
    path = tmp_path / "course.pdf"
    offline.print_pdf(browser, document, path)
    content = path.read_bytes()
    assert content.startswith(b"%PDF") and len(content) < 20e6
    assert b"/StructTreeRoot" in content and b"/Outlines" in content


def test_epub_is_sound(parts, tmp_path):
    path, again = tmp_path / "course.epub", tmp_path / "again.epub"
    for one in (path, again):
        offline.write_epub(parts, one)
    assert path.read_bytes() == again.read_bytes() and path.stat().st_size < 20e6
    archive = ZipFile(path)
    assert archive.infolist()[0].filename == "mimetype"
    pages = [name for name in archive.namelist() if name.endswith(".xhtml")]
    roots = {name: ElementTree.fromstring(archive.read(name)) for name in pages}
    ids = {f"{name}#{e.get('id')}" for name, root in roots.items()
           for e in root.iter() if e.get("id")}  # fmt: skip
    for name, root in roots.items():
        for link in root.iter(f"{XHTML}a"):
            href = link.get("href")
            assert "://" in href or f"book/{href}" in ids | set(pages), (name, href)
        for image in root.iter(f"{XHTML}img"):
            assert f"book/{image.get('src')}" in archive.namelist()
    if checker := shutil.which("epubcheck"):
        # Debian's is a jar, which only some kernels start by themselves
        command = ["java", "-jar", checker, "--failonwarnings", path]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
