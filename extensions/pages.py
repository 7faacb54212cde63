"""What is done to the built site: lighter pages that anyone can use.

The theme writes icons as a web font and a script of 1.5 MB, loads the search
index on every page, and has faults that screen readers meet. Each is mended here,
in the HTML that the theme wrote. A mend that finds nothing to mend stops the
build: the theme has changed, and the mend must go or change with it.
"""

import logging
import os
import re
import struct
import unicodedata
import zipfile
from functools import lru_cache
from html import unescape
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from fontTools import subset
from sphinx.errors import SphinxError
from sphinx_design.icons import get_octicon

# an imported package turns logging on, and a font is 45 kB of messages
logging.getLogger("fontTools").setLevel(logging.WARNING)

# what a page needs; the search page adds three scripts of its own
SCRIPTS = {
    "documentation_options.js", "doctools.js", "sphinx_highlight.js",
    "clipboard.min.js", "copybutton.js", "sphinx-book-theme.js",
}  # fmt: skip

# Font Awesome's names in the theme, and the octicons that take their place
ICONS = {
    "fa-angle-left": "chevron-left",
    "fa-angle-right": "chevron-right",
    "fa-arrow-up": "arrow-up",
    "fa-bars": "three-bars",
    "fa-circle-half-stroke": "device-desktop",
    "fa-download": "download",
    "fa-file-pdf": "file",
    "fa-file-zipper": "file-zip",
    "fa-github": "mark-github",
    "fa-lightbulb": "issue-opened",
    "fa-list": "list-unordered",
    "fa-magnifying-glass": "search",
    "fa-moon": "moon",
    "fa-pencil-alt": "pencil",
    "fa-rocket": "rocket",
    "fa-sun": "sun",
}

# packages of which something is on the site, beside the font of the formulas
SHIPPED = [
    "accessible-pygments",
    "myst-nb",
    "pydata-sphinx-theme",
    "pygments",
    "sphinx",
    "sphinx-book-theme",
    "sphinx-copybutton",
    "sphinx-design",
    "sphinx-exercise",
]

# letters and their mathematical italics; italic h stands apart from the others
ITALIC = {
    chr(int(unicodedata.decomposition(italic).split()[1], 16)): italic
    for italic in map(chr, [*range(0x1D434, 0x1D468), *range(0x1D6E2, 0x1D71C), 0x210E])
    if unicodedata.decomposition(italic)
}

# what the page may load; the theme has scripts and styles inside its pages
POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'; '
    "script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; base-uri 'self'; form-action 'self'\" />"
)

SIDEBARS = {
    "search-dialog": "Search",
    "primary-sidebar-modal": "Course contents",
    "secondary-sidebar-modal": "On this page",
}
NAMES = {
    "Toggle primary sidebar": "Course contents",
    "Toggle secondary sidebar": "On this page",
    "Source repositories": "GitHub: source, edit, report",
}
CLOSE = (
    '<button type="button" class="btn close-sidebar" aria-label="Close" '
    "onclick=\"this.closest('dialog').close()\">"
    f"{get_octicon('x', height='1.1em')}</button>"
)
CLOSE_AT_LINK = (
    "onclick=\"event.target.closest('a') && this.closest('dialog')?.close()\""
)
PRINT_IN_LIGHT = """<script>
addEventListener("beforeprint", () => {
  const data = document.documentElement.dataset;
  const theme = data.theme;
  data.theme = "light";
  addEventListener("afterprint", () => { data.theme = theme; }, {once: true});
});
</script>
</body>"""

UNUSED = [
    "*.html",
    "**/*.map",
    "images/*",
    "locales/**/*.[mp]o",
    "scripts/fontawesome.*",
    "vendor/fontawesome/webfonts/*",
]

ZIP = ["LICENSE*", "CITATION.cff", "requirements.*", "binder/*.txt", "book/*"]
ZIP += ["data/**/*", "homework/release/**/*.ipynb", "assets/*.svg"]
ZIP += ["assets/LICENSES.md", "tools/check_data.py", "tools/environment.py"]
ZIP += ["tools/jupyterlab.json"]
ZIP_README = "assets/course-readme.md"


def choose_files(app, pagename, templatename, context, doctree):
    """Keep the scripts that a page needs, deferred, and say what Binder opens."""
    kept = []
    for script in context["script_files"]:
        name = Path(str(script.filename or "")).name
        if name in SCRIPTS:
            script.attributes["defer"] = "defer"
            kept.append(script)
    context["script_files"] = kept
    context["theme_navbar_persistent"] = []  # a second search field

    buttons = []
    for button in context.get("header_buttons", []):
        if button.get("label") == "launch-buttons":
            button["tooltip"] = "Run this page"
            name = Path(pagename).name + ".ipynb"
            button["buttons"][0].update(
                icon="fas fa-rocket",
                text=f"Run in Binder <small>opens {name} in JupyterLab, in a new tab; "
                "starting takes one to several minutes</small>",
                tooltip=None,
            )
        if button.get("label") == "download-buttons":
            target = context["pathto"]("course.zip", 1)
            button["tooltip"] = "Download"
            button["buttons"] = [
                {
                    "type": "link",
                    "url": target,
                    "icon": "fas fa-file-zipper",
                    "text": "Whole course <small>notebooks, data and homework, "
                    "as a zip file</small>",
                },
                {
                    "type": "javascript",
                    "javascript": "window.print()",
                    "icon": "fas fa-file-pdf",
                    "text": "Print this page, or save it as PDF",
                },
            ]
        buttons.append(button)
    context["header_buttons"] = buttons


def link_imports(match):
    """Link each name that a line imports from scikit-learn to its API page."""
    module, line, names = match[2], match[1], match[3]
    page = f"https://scikit-learn.org/stable/modules/generated/{module}"
    name = r'(?<!as</span> )<span class="n">(\w+)</span>'
    return line + re.sub(
        name, rf'<a class="api" href="{page}.\1.html">\g<0></a>', names
    )


@lru_cache
def icon(name):
    svg = get_octicon(ICONS[name], height="1.1em")
    return svg.replace(' version="1.1"', "")


def write_icon(match):
    """Return the inline SVG for an empty element of the icon font."""
    names = [name for name in match[2].split() if name in ICONS]
    if not names:
        raise SphinxError(f"no icon for {match[0]}; add one to ICONS")
    keep = " ".join(n for n in match[2].split() if not n.startswith("fa"))
    return f'<span class="icon {keep}"{match[3]}>{icon(names[0])}</span>'


@lru_cache
def size_of(path):
    """Return width and height of a figure in CSS pixels."""
    data = path.read_bytes()
    if path.suffix == ".svg":
        box = re.search(rb'viewBox="0 0 (\d+) (\d+)"', data)
        return int(box[1]), int(box[2])
    width, height = struct.unpack(">II", data[16:24])
    # figures are drawn at 100 dots an inch and may be stored at twice that
    per_meter = struct.unpack(">I", data[data.index(b"pHYs") + 4 :][:4])[0]
    scale = round(per_meter * 0.0254 / 100) or 1
    return round(width / scale), round(height / scale)


def mend(html, find):
    """Return the HTML of a page, mended.

    Parameters
    ----------
    html : str
        The page as the theme wrote it.
    find : callable
        Returns the path of an image, given its address in the page.

    Raises
    ------
    SphinxError
        If something that was to be mended is not there.
    """

    def replace(pattern, new, least=0):
        nonlocal html
        html, found = re.subn(pattern, new, html, flags=re.DOTALL)
        if found < least:
            raise SphinxError(f"nothing to mend in the page: {pattern}")

    # a browser that keeps to this asks no other host, whatever a page says
    replace(r'<meta charset="utf-8" />', f"\\g<0>\n    {POLICY}", 1)

    # scripts: no icon font, the search index on the search page alone
    replace(r'\s*<script defer src="[^"]*fontawesome\.js[^"]*"></script>', "", 1)
    search = (
        r'<script( src="[^"]*(?:searchtools|language_data|searchindex)\.js">)</script>'
    )
    replace(search, r"<script defer\1</script>" if "search-results" in html else "", 3)
    replace(
        r'<meta name="viewport" content="width=device-width, initial-scale=1" ?/>', ""
    )
    replace(r'<(i|span) class="([^"]*\bfa-[^"]*)"([^>]*)></\1>', write_icon, 1)

    # without a script there is no theme "auto", and no colors
    replace(r'data-theme="auto"', 'data-theme="light"', 1)
    replace(r"</body>", PRINT_IN_LIGHT, 1)

    # landmarks: the logo stands where a banner does; the empty header goes
    replace(
        r'<header id="pst-header".*?</header>',
        '<div id="pst-header" class="bd-header"></div>',  # the theme's scripts look at it
        1,
    )
    replace(
        r'<div class="sidebar-primary-item">(?=\s*<a class="navbar-brand)',
        '<div class="sidebar-primary-item" role="banner">',
        1,
    )
    # the link that skips the tools leads to the text
    if '<article class="bd-article">' in html:
        replace(r'href="#main-content"', 'href="#article"', 1)
        replace(r"<article ", '<article id="article" tabindex="-1" ', 1)

    # what slides in on a phone has a name and can be closed
    for part, name in SIDEBARS.items():
        replace(rf'<dialog id="pst-{part}"', rf'\g<0> aria-label="{name}"')
        part = part.removesuffix("-modal")
        replace(rf'<div id="pst-{part}"[^>]*>', rf"\g<0>{CLOSE}")
    replace(r'<nav id="pst-page-toc-nav"', rf"\g<0> {CLOSE_AT_LINK}")
    for jargon, name in NAMES.items():
        replace(f'title="{jargon}"', f'title="{name}" aria-label="{name}"')
        replace(f'aria-label="{jargon}"', f'aria-label="{name}"')

    # a figure is no link to itself, and keeps its shape on a phone
    replace(r'<a class="[^"]*image-reference"[^>]*>(<img [^>]*>)</a>', r"\1")
    replace(r'(<img [^>]*?) style="width: [^"]*"', r"\1")

    replace(r' role="doc-biblioentry"', ' role="listitem"')
    replace(r"<th></th>", "<td></td>")  # the corner of a pandas table
    replace(r"<style scoped>.*?</style>\s*", "")
    replace(r' id="(?:exercise|solution)-content"', "")

    replace(
        r'(<span class="kn">from</span><span class="w"> </span>'
        r'<span class="nn">(sklearn[\w.]*)</span><span class="w"> </span>'
        r'<span class="kn">import</span> )(<span class="p">\(.*?\)|[^\n]*)',
        link_imports,
    )

    # solutions open without a script, and with the keyboard
    replace(
        r'<div class="solution dropdown admonition" id="([^"]+)">\s*'
        r'<p class="admonition-title">Solution to<a [^>]*>([^<]*)</a>(.*?)</p>\s*'
        r"<section>(.*?)</section>\s*</div>",
        r'<details class="solution admonition" id="\1">'
        r'<summary class="admonition-title">Solution to\2\3</summary>\4</details>',
    )

    def sized(match):
        width, height = size_of(find(unescape(match[1])))
        lazy = "" if "logo" in match[1] else ' loading="lazy"'
        return f'{match[0]} width="{width}" height="{height}"{lazy}'

    replace(r'<img(?= )(?:(?! width=)[^>])*? src="([^":]+)"(?![^>]* width=)', sized)
    return html


def mend_stylesheet(css):
    """Return the theme's style sheet without the icon font and its 1900 rules."""
    head = css.index("/*!\n * Font Awesome")
    tail = css.rindex("@font-face{font-display:block;font-family:Font Awesome")
    tail = css.index("}", tail) + 1
    return css[:head] + css[tail:]


def write_math_font(pages, path):
    """Cut from STIX Two Math what the formulas of all pages need.

    A page of formulas needs 1 in 50 of the font's glyphs: 33 kB in place of 800.
    """
    formulas = [f for page in pages for f in re.findall(r"<math.*?</math>", page, re.S)]
    used = set(unescape(re.sub(r"<[^>]+>", "", "".join(formulas))))
    used.add("√")  # drawn for <msqrt>, where no text names it
    # a letter alone is shown in italics, which have code points of their own
    alone = map(unescape, re.findall(r"<mi>([^<]+)</mi>", "".join(formulas)))
    used |= {ITALIC[letter] for letter in alone if letter in ITALIC}
    options = subset.Options(flavor="woff2", name_IDs=["*"], hinting=False)
    options.layout_features = ["ssty", "dtls", "flac"]
    package = Path(find_spec("ziamath").origin).parent
    font = subset.load_font(str(package / "fonts/STIXTwoMath-Regular.ttf"), options)
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(used))
    cutter.subset(font)
    subset.save_font(font, str(path), options)


def write_front(out, start):
    """Send who opens the site's own address to the landing page."""
    page = (out / start).read_text(encoding="utf-8")
    head = re.findall(
        r'<title>.*?</title>|<meta (?:property="og:|name="description")[^>]*>'
        r'|<link rel="canonical"[^>]*>',
        page,
        re.S,
    )
    lines = [
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8" />',
        POLICY,
        f'<meta http-equiv="refresh" content="0; url={start}" />',
        *head,
        f'</head><body><main><h1><a href="{start}">Open the course</a></h1></main>',
        "</body></html>\n",
    ]
    (out / "index.html").write_text("\n".join(lines), encoding="utf-8")


def write_licenses(path):
    """Gather the licenses of what others made and every page loads."""
    texts = []
    for package in SHIPPED:
        for file in metadata.files(package):
            if "LICENSE" in file.name.upper() and file.suffix != ".py":
                text = file.locate().read_text(encoding="utf-8")
                texts.append(f"{package}, {file.name}\n\n{text.strip()}\n")
    path.write_text("\n\n----\n\n".join(texts), encoding="utf-8")


def write_zip(root, path):
    """Pack what a reader needs to run the course; the same bytes each time."""
    files = {file for pattern in ZIP for file in root.glob(pattern) if file.is_file()}
    files = {file for file in files if file.suffix != ".pyc"}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(files):
            name = Path("neural-data-ml") / file.relative_to(root)
            info = zipfile.ZipInfo(name.as_posix())  # dated 1980
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, file.read_bytes())
        info = zipfile.ZipInfo("neural-data-ml/README.md")
        archive.writestr(info, (root / ZIP_README).read_bytes())


def finish(app, exception):
    """Mend what has been written and add what the theme does not write."""
    if exception or app.builder.name != "html":
        return
    out = Path(app.outdir)
    for name in UNUSED:
        for path in (out / "_static").glob(name):
            path.unlink()
    prefix = app.config.notfound_urls_prefix  # of addresses on the 404 page
    pages = []
    for path in sorted(out.glob("**/*.html")):
        html = path.read_text(encoding="utf-8")
        if "fontawesome.js" in html:  # written by this build, not an earlier one

            def find(address, folder=path.parent):
                if address.startswith(prefix):
                    return out / address.removeprefix(prefix)
                return Path(os.path.normpath(folder / address))

            html = mend(html, find)
            path.write_text(html, encoding="utf-8")
        pages.append(html)
    sheet = out / "_static/styles/pydata-sphinx-theme.css"
    css = sheet.read_text(encoding="utf-8")
    if "Font Awesome" in css:
        sheet.write_text(mend_stylesheet(css), encoding="utf-8")
    write_math_font(pages, out / "_static/math.woff2")
    write_licenses(out / "_static/licenses.txt")
    write_front(out, app.config.root_doc + ".html")
    write_zip(Path(app.srcdir), out / "course.zip")
