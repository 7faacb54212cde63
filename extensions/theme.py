"""What the theme needs: fewer files, and icons without a font.

Pages that the theme lays out badly have templates of their own in `templates/`.
"""

import re
from pathlib import Path

from sphinx.errors import SphinxError

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


def remove_icon_font(css):
    """Return the theme's style sheet without its icon font; icons.css has pictures.

    A style sheet other than the one that this was written for stops the build.
    """
    start = re.escape("/*!\n * Font Awesome")
    last = "@font-face{font-display:block;font-family:Font Awesome"
    css, n_parts = re.subn(f"{start}.*{last}.*?}}", "", css, flags=re.S)
    # what would still be drawn in that font
    font = r"font:var\(--fa-font-\w+\);?"
    css, n_rules = re.subn(font, "content:none!important;", css)
    if (n_parts, n_rules) != (1, 8):
        raise SphinxError("the theme's style sheet has changed; see remove_icon_font")
    return css


def remove_unused(static):
    """Take from the site's folder of static files what no page uses."""
    for name in UNUSED:
        for path in static.glob(name):
            path.unlink()
    sheet = static / "styles/pydata-sphinx-theme.css"
    css = sheet.read_text(encoding="utf-8")
    if "Font Awesome" in css:  # not yet removed by an earlier build
        sheet.write_text(remove_icon_font(css), encoding="utf-8")
