"""Make the whole course as one PDF: ``python tools/pdf.py``, after the site.

The pages of the built site are joined in the order of the contents, each chapter with
its solutions at its end, and Chromium prints them, with an outline and tags.
"""

import shutil
import sys
from urllib.parse import urldefrag, urljoin

import address
import yaml
from bs4 import BeautifulSoup
from notebooks import ROOT
from playwright.sync_api import sync_playwright

HTML = ROOT / "_build/html"
OUT = ROOT / "_build/downloads"
JOINED = ROOT / "_build/joined.html"  # beside the site, not in it
# what is of no use on paper: buttons, links to headings, and what scripts draw
SCREEN_ONLY = ".headerlink, .run-line, .copybtn, script, style, noscript"
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


def chapters():
    """Return (title, pages) of each part of the contents that has pages of the book."""
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    found = [("Machine Learning for Neural Data", [contents["root"]])]
    for part in contents["parts"]:
        pages = [chapter["file"] for chapter in part["chapters"]]
        pages = [page for page in pages if page.startswith("book/")]
        found.append((part["caption"], pages))
    return found


def article(page, included):
    """Return what a page says, with names and links that hold in the joined document.

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
        element["id"] = f"{page}#{element['id']}"
    for fold in part.select("details"):
        fold["open"] = ""
    for code in part.select("pre"):  # colors of single words triple the file
        code.string = code.get_text()
    for image in part.select("img"):
        image["src"] = "html/" + urljoin(f"{page}.html", image["src"])
        image["loading"] = "eager"
    for link in part.select("a[href]"):
        target, name = urldefrag(urljoin(f"{page}.html", link["href"]))
        target = target.removesuffix(".html")
        if target in included:
            link["href"] = f"#{target}#{name}" if name else f"#{target}"
        elif "://" not in target:
            link["href"] = address.site(address.current()[0]) + f"{target}.html"
    part.name, part.attrs = "section", {"id": page, "class": "bd-article"}
    return part


def joined():
    """Return the whole course as one page, solutions at the end of their chapter."""
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
    parts = chapters()
    included = {page for _, pages in parts for page in pages}
    for title, pages in parts:
        heading = document.new_tag("h1")
        heading.string = title
        document.body.append(heading)
        solutions = []
        for page in pages:
            section = article(page, included)
            for level in (5, 4, 3, 2, 1):  # below the chapter's heading
                for old in section.select(f"h{level}"):
                    old.name = f"h{level + 1}"
            document.body.append(section)
            solutions += [s.extract() for s in section.select("details.solution")]
        if solutions:
            heading = document.new_tag("h2")
            heading.string = f"Solutions to the exercises of chapter {title}"
            document.body.append(heading)
            document.body.extend(solutions)
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


def main():
    """Print the built site into one file."""
    if not (HTML / "book/index.html").exists():
        sys.exit("the site is not built; run 'make book'")
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next(filter(None, map(shutil.which, names)), None)
    if program is None:
        sys.exit("no Chromium on this machine; Debian: apt-get install chromium")
    OUT.mkdir(parents=True, exist_ok=True)
    path = OUT / "machine-learning-for-neural-data.pdf"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox"]
        )
        print_pdf(browser, joined(), path)
        browser.close()
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
