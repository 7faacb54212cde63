"""What the theme needs: fewer files, and icons without a font.

Pages that the theme lays out badly have templates of their own in `templates/`.
"""

import re
from pathlib import Path

from sphinx.errors import SphinxError
from sphinx_design.icons import get_octicon

# Font Awesome's names in the theme, and the octicons that take their place
ICONS = {
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

UNUSED = [
    "*.html", "**/*.map", "images/*", "locales/**/*.[mp]o", "scripts/fontawesome.*",
    "vendor/fontawesome/webfonts/*",
]  # fmt: skip


def choose_scripts(app, pagename, templatename, context, doctree):
    """Let scripts wait for the page; those without a file are for other versions."""
    scripts = [script for script in context["script_files"] if script.filename]
    for script in scripts:
        script.attributes["defer"] = "defer"
    context["script_files"] = scripts


def write_front(app, pagename, templatename, context, doctree):
    """Send who opens the site's own address to the landing page."""
    if pagename == app.config.root_doc:
        front = app.builder.templates.render("front.html", context)
        Path(app.outdir, "index.html").write_text(front, encoding="utf-8")


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

    A style sheet other than the one that this was written for stops the build.
    """
    start = re.escape("/*!\n * Font Awesome")
    last = "@font-face{font-display:block;font-family:Font Awesome"
    rules = icon_rules()
    css, n_parts = re.subn(f"{start}.*{last}.*?}}", lambda _: rules, css, flags=re.S)
    # what would still be drawn in that font
    css, n_rules = re.subn(
        r"font:var\(--fa-font-\w+\);?", "content:none!important;", css
    )
    if (n_parts, n_rules) != (1, 8):
        raise SphinxError("the theme's style sheet has changed; see replace_icon_font")
    return css


def remove_unused(static):
    """Take from the site's folder of static files what no page uses."""
    for name in UNUSED:
        for path in static.glob(name):
            path.unlink()
    sheet = static / "styles/pydata-sphinx-theme.css"
    css = sheet.read_text(encoding="utf-8")
    if "Font Awesome" in css:  # not yet replaced by an earlier build
        sheet.write_text(replace_icon_font(css), encoding="utf-8")
