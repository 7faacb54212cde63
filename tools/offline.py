"""Make the whole course as a PDF and an EPUB: ``python tools/offline.py``.

Both hold the pages of the built site in the order of the contents, each chapter with
its solutions at its end. Chromium prints the PDF, with an outline and tags.
"""

import mimetypes
import re
import shutil
import sys
import zipfile
from copy import copy
from html import escape
from urllib.parse import urldefrag, urljoin

import address
import yaml
from bs4 import BeautifulSoup
from notebooks import ROOT
from playwright.sync_api import sync_playwright

HTML = ROOT / "_build/html"
JOINED = ROOT / "_build/joined.html"  # beside the site, not in it
PDF, EPUB = "neural-data-ml.pdf", "neural-data-ml.epub"
# what is of no use there: buttons, links to headings, what scripts draw, and the code
# of interactive figures, which is long and can only be run
SCREEN_ONLY = (
    ".headerlink, .run-line, .copybtn, script, style, noscript,"
    ".cell:has(.interactive) details.hide"
)
PAPER = """
@page { size: A4; margin: 18mm 16mm }
/* a shadow would become a picture */
html body .bd-article * { box-shadow: none !important; filter: none !important }
html { font-size: 12px }
body { display: block; padding: 0 }
h1 { break-before: page }
.bd-article :is(p, ul, ol, dl, pre, table, .admonition, .admonition-title) {
  max-width: none;
}
.bd-article pre { font-size: 10px; line-height: 1.35; white-space: pre-wrap }
.bd-article img { max-height: 15rem }
pre, tr, img, .cell_output { break-inside: avoid }
"""
READER = """
body { line-height: 1.5 }
img { max-width: 100%; height: auto }
pre { font-size: 0.8em; white-space: pre-wrap; background: rgba(128, 128, 128, 0.1) }
table { border-collapse: collapse; margin: 1em 0 }
th, td { padding: 0.2em 0.6em; border-bottom: 1px solid; text-align: right }
.admonition { border-left: 3px solid; padding-left: 0.8em; margin: 1em 0 }
.admonition-title { font-weight: bold }
summary .expanded { display: none }
"""


# --- what is in both --------------------------------------------------------------


def name_of(page):
    return page.replace("/", "-")


def article(page, included):
    """Return what a page says, with names that are its own in the whole document.

    Parameters
    ----------
    page : str
        A page of the contents, such as ``book/01-table``.
    included : set of str
        All pages of the document; links to others lead to the site.
    """
    soup = BeautifulSoup((HTML / f"{page}.html").read_text("utf-8"), "html.parser")
    part = soup.select_one("article")
    for useless in part.select(SCREEN_ONLY):
        useless.decompose()
    for element in part.select("[id]"):
        element["id"] = f"{name_of(page)}.{element['id']}"
    for code in part.select("pre"):  # colors of single words triple the file
        code.string = code.get_text()
    for image in part.select("img"):
        image["src"] = "html/" + urljoin(f"{page}.html", image["src"])
        del image["loading"]
    for link in part.select("a[href]"):
        target, name = urldefrag(urljoin(f"{page}.html", link["href"]))
        target = target.removesuffix(".html")
        if target in included:
            link["href"] = f"#{name_of(target)}" + (f".{name}" if name else "")
        elif "://" not in target:
            link["href"] = address.site(address.current()[0]) + f"{target}.html"
    part.name, part.attrs = "section", {"id": name_of(page), "class": "bd-article"}
    return part


def chapters():
    """Return (title, sections) for each part of the contents with pages of the book.

    The last section of a chapter holds the solutions of its exercises.
    """
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    parts = [("Machine Learning for Neural Data", [contents["root"]])]
    for part in contents["parts"]:
        pages = [chapter["file"] for chapter in part["chapters"]]
        parts.append((part["caption"], [p for p in pages if p.startswith("book/")]))
    included = {page for _, pages in parts for page in pages}
    for title, pages in parts:
        sections = [article(page, included) for page in pages]
        solutions = [s for part in sections for s in part.select("details.solution")]
        if solutions:
            chapter = title.split(" ")[0]  # "7 · Text"
            start = (
                f'<section id="solutions-{chapter}" class="bd-article">'
                f"<h1>Solutions to the exercises of chapter {chapter}</h1></section>"
            )
            last = BeautifulSoup(start, "html.parser").section
            last.extend([solution.extract() for solution in solutions])
            sections.append(last)
        yield title, sections


# --- PDF --------------------------------------------------------------------------


def joined(parts):
    """Return the whole course as one page; ``parts`` is what `chapters` yields."""
    document = BeautifulSoup(
        '<!DOCTYPE html><html lang="en" data-theme="light"><head><meta charset="utf-8">'
        "<title>Machine Learning for Neural Data</title></head><body></body></html>",
        "html.parser",
    )
    page = BeautifulSoup((HTML / "book/index.html").read_text("utf-8"), "html.parser")
    for sheet in page.select("link[rel=stylesheet]"):
        sheet["href"] = "html/" + urljoin("book/index.html", sheet["href"])
        document.head.append(sheet)
    style = document.new_tag("style")
    style.string = PAPER
    document.head.append(style)
    for title, sections in parts:
        heading = document.new_tag("h1")
        heading.string = title
        document.body.append(heading)
        for section in map(copy, sections):
            for level in (5, 4, 3, 2, 1):  # below the chapter's heading
                for old in section.select(f"h{level}"):
                    old.name = f"h{level + 1}"
            for fold in section.select("details"):
                fold["open"] = ""
            document.body.append(section)
    return document


def print_pdf(browser, document, path):
    """Let a browser print the joined page as a tagged PDF with an outline.

    Parameters
    ----------
    browser : playwright.sync_api.Browser
        Chromium; others do not print.
    document : bs4.BeautifulSoup
        What `joined` returns.
    path : Path
        The PDF to write.
    """
    JOINED.write_text(str(document), encoding="utf-8")
    number = '<div style="font-size:8px;width:100%;text-align:center" class="pageNumber"></div>'
    page = browser.new_page()
    page.goto(JOINED.as_uri(), wait_until="load", timeout=120_000)
    page.pdf(
        path=path, outline=True, tagged=True, prefer_css_page_size=True,
        display_header_footer=True, header_template="<span></span>",
        footer_template=number, print_background=True,
    )  # fmt: skip
    page.close()
    JOINED.unlink()


# --- EPUB -------------------------------------------------------------------------

PAGE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" \
lang="en" xml:lang="en">
<head><title>{title}</title><link rel="stylesheet" href="reader.css"/></head>
<body>{body}</body>
</html>
"""
PACKAGE = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" xml:lang="en" \
unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">{site}</dc:identifier>
<dc:title>{citation[title]}</dc:title>
<dc:language>en</dc:language>
<dc:creator>{citation[authors][0][name]}</dc:creator>
<dc:rights>CC BY 4.0; code: BSD 3-Clause</dc:rights>
<meta property="dcterms:modified">{citation[date-released]}T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessMode">visual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">alternativeText</meta>
<meta property="schema:accessibilityFeature">MathML</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">Figures are described in words.</meta>
</metadata>
<manifest>
{items}
</manifest>
<spine>
{spine}
</spine>
</package>
"""
CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" \
media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


def write_epub(parts, path):
    """Write the course for e-readers, one file per page; the same bytes each time.

    Parameters
    ----------
    parts : list of (str, list of bs4.Tag)
        What `chapters` yields.
    path : Path
        The EPUB to write.
    """
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    sections = [section for _, sections in parts for section in sections]
    place = {
        element["id"]: f"{section['id']}.xhtml"
        for section in sections
        for element in [section, *section.select("[id]")]
    }
    contents = ""
    files = {"reader.css": READER}
    for title, sections in parts:
        links = ""
        for section in map(copy, sections):
            for link in section.select("a[href^='#']"):
                link["href"] = place[link["href"][1:]] + link["href"]
            for image in section.select("img"):
                source = image["src"]
                image["src"] = source.replace("/", "-")
                files[image["src"]] = (ROOT / "_build" / source).read_bytes()
            name, heading = place[section["id"]], escape(section.h1.get_text())
            links += f'<li><a href="{name}">{heading}</a></li>\n'
            files[name] = PAGE.format(title=heading, body=section)
        contents += f"<li><span>{escape(title)}</span>\n<ol>\n{links}</ol></li>\n"
    contents = f'<nav epub:type="toc"><h1>Contents</h1><ol>\n{contents}</ol></nav>'
    files["nav.xhtml"] = PAGE.format(title="Contents", body=contents)
    items = ""
    for number, (name, content) in enumerate(files.items()):
        kind = mimetypes.guess_type(name)[0]
        has = "nav" if name == "nav.xhtml" else "mathml" * ("<math" in str(content))
        has = f' properties="{has}"' if has else ""
        items += f'<item id="i{number}" href="{name}" media-type="{kind}"{has}/>\n'

    spine = re.findall(r'id="(\w+)" href="[^"]*\.xhtml"', items)
    package = PACKAGE.format(
        site=address.site(address.current()[0]),
        citation=citation,
        items=items,
        spine="\n".join(f'<itemref idref="{one}"/>' for one in spine),
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in [
            ("mimetype", "application/epub+zip"),  # first, and not compressed
            ("META-INF/container.xml", CONTAINER),
            ("book/package.opf", package),
            *((f"book/{name}", content) for name, content in files.items()),
        ]:
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), content, kind)  # dated 1980


def main():
    """Put both files beside the pages of the built site, which link to them."""
    if not (HTML / "book/index.html").exists():
        sys.exit("the site is not built; run 'make downloads'")
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next(filter(None, map(shutil.which, names)), None)
    if program is None:
        sys.exit("no Chromium on this machine; Debian: apt-get install chromium")
    parts = list(chapters())
    write_epub(parts, HTML / EPUB)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox"]
        )
        print_pdf(browser, joined(parts), HTML / PDF)
        browser.close()
    for name in (PDF, EPUB):
        path = HTML / name
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
