"""What the theme needs: fewer files, icons without a font, and buttons with names.

Pages that the theme lays out badly have templates of their own in `templates/`.
"""

import re
from pathlib import Path

import address
import yaml
from sphinx.errors import SphinxError
from sphinx_design.icons import get_octicon

# what a page needs; the search page adds three scripts of its own
SCRIPTS = {
    "documentation_options.js", "doctools.js", "sphinx_highlight.js",
    "clipboard.min.js", "copybutton.js", "sphinx-book-theme.js", "course.js",
    "vega.js", "interactive.js",
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
    "fa-sun": "sun",
    "fa-xmark": "x",
}

# what the page may load; the theme has scripts and styles inside its pages
POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'; '
    "script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; base-uri 'self'; form-action 'self'\" />"
)

UNUSED = [
    "*.html",
    "**/*.map",
    "images/*",
    "locales/**/*.[mp]o",
    "scripts/fontawesome.*",
    "vendor/fontawesome/webfonts/*",
]


def choose_files(app, pagename, templatename, context, doctree):
    """Keep what a page needs, and let it ask no other host."""
    kept = []
    for script in context["script_files"]:
        name = Path(str(script.filename or "")).name
        if name in SCRIPTS:
            script.attributes["defer"] = "defer"
            kept.append(script)
    context["script_files"] = kept
    context["theme_navbar_persistent"] = []  # a second search field
    # the layout says how wide the page is
    tags = re.sub(r'<meta name="viewport"[^>]*>', "", context.get("metatags") or "")
    context["metatags"] = f"\n    {POLICY}{tags}"


def add_context(app, config):
    """Give the templates the version of the course and the address of its changes."""
    root = Path(app.srcdir)
    citation = yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))
    repository, branch = address.current(root)
    config.html_context.update(
        course_version=citation["version"],
        course_date=str(citation["date-released"]),
        course_changes=f"{address.HOST}{repository}/blob/{branch}/CHANGELOG.md",
    )


def icon_rules():
    """Return the picture of each icon as a variable, which book.css draws."""
    rules = []
    for name, octicon in ICONS.items():
        svg = get_octicon(octicon, height="16px").replace('"', "'")
        svg = svg.replace("<svg ", "<svg xmlns='http://www.w3.org/2000/svg' ", 1)
        svg = svg.replace("#", "%23").replace("<", "%3C").replace(">", "%3E")
        rules.append(f'.{name}{{--icon:url("data:image/svg+xml,{svg}")}}')
    return "".join(rules)


def replace_icon_font(css):
    """Return the theme's style sheet with `icon_rules` in place of its icon font.

    Raises
    ------
    SphinxError
        If the style sheet is another than this was written for.
    """
    head = "/*!\n * Font Awesome"
    tail = "@font-face{font-display:block;font-family:Font Awesome"
    if head not in css or tail not in css:
        raise SphinxError("the theme's style sheet has changed; see replace_icon_font")
    end = css.index("}", css.rindex(tail)) + 1
    css = css[: css.index(head)] + icon_rules() + css[end:]
    # what would still be drawn in that font
    css, n_rules = re.subn(
        r"font:var\(--fa-font-\w+\);?", "content:none!important;", css
    )
    if n_rules != 8:
        raise SphinxError(f"{n_rules} rules use the icon font, expected 8")
    return css


def check_icons(app, exception):
    """Stop the build if a page uses an icon that `ICONS` does not name."""
    for path in Path(app.outdir).glob("**/*.html"):
        used = re.findall(
            r'class="[^"]*\b(fa-[\w-]+)', path.read_text(encoding="utf-8")
        )
        unknown = set(used) - set(ICONS) - {"fa-solid", "fa-brands", "fa-lg"}
        if unknown:
            raise SphinxError(f"no icon for {sorted(unknown)}; add one to ICONS")


def finish(app, exception):
    """Take from the site what no page uses."""
    if exception or app.builder.name != "html":
        return
    static = Path(app.outdir, "_static")
    for name in UNUSED:
        for path in static.glob(name):
            path.unlink()
    sheet = static / "styles/pydata-sphinx-theme.css"
    css = sheet.read_text(encoding="utf-8")
    if "Font Awesome" in css:  # not yet replaced by an earlier build
        sheet.write_text(replace_icon_font(css), encoding="utf-8")
    check_icons(app, exception)


def setup(app):
    app.connect("config-inited", add_context, priority=900)
    app.connect("html-page-context", choose_files, priority=900)
    app.connect("build-finished", finish, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
