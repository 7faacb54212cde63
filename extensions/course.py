"""The book's own Sphinx extension: addresses, formulas, citations, and `pages`."""

import sys
from pathlib import Path
from urllib.parse import urlsplit

import pages
from docutils import nodes
from latex2mathml.converter import convert
from pybtex.plugin import find_plugin, register_plugin
from sphinx.util import logging

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))
import address

logger = logging.getLogger(__name__)

THIN = 'lspace="0.17em" rspace="0.17em"'


def use_address(app, config):
    """Say where the site will be: for search engines, cards, and the 404 page."""
    repository = config.html_theme_options["repository_url"].removeprefix(address.HOST)
    site = address.site(repository)
    config.html_baseurl = config.ogp_site_url = site
    config.ogp_image = site + "_static/card.png"
    config.notfound_urls_prefix = urlsplit(site).path


def write_mathml(self, node, display):
    """Write one formula as MathML, which browsers show without a script."""
    latex = node.astext()
    mathml = convert(latex, display=display)
    # a thin space on both sides of a function's name, as in print
    mathml = mathml.replace("<mi>ln</mi>", f"<mo {THIN}>ln</mo>")
    if "\\" in mathml:  # latex2mathml passes on what it does not know
        logger.warning(
            "latex2mathml does not know a command of this formula: %s",
            latex,
            location=node,
        )
    self.body.append(mathml)


def visit_inline(self, node):
    write_mathml(self, node, "inline")
    raise nodes.SkipNode


def visit_block(self, node):
    # the theme lets a container of this class be scrolled with the keyboard
    name = "math pst-scrollable-table-container"
    self.body.append(self.starttag(node, "div", CLASS=name))
    write_mathml(self, node, "block")
    self.body.append("</div>")
    raise nodes.SkipNode


def link_back(app, doctree, docname):
    """Say after each reference which pages cite it, with links."""
    if docname != "book/references":
        return
    cite = app.env.get_domain("cite")
    keys = {citation.citation_id: citation.key for citation in cite.citations}
    for entry in doctree.findall(nodes.citation):
        places = {}  # of each page the first
        for place in cite.citation_refs:
            if keys[entry["ids"][0]] in [target.key for target in place.targets]:
                places.setdefault(place.docname, place.citation_ref_id)
        line = nodes.inline("", " Cited in: ", classes=["cited-in"])
        for number, (page, place) in enumerate(places.items()):
            uri = f"{app.builder.get_relative_uri(docname, page)}#{place}"
            line += nodes.Text("; " if number else "")
            line += nodes.reference("", app.env.titles[page].astext(), refuri=uri)
        entry[-1] += line


def setup(app):
    """Register all with Sphinx."""
    # pybtex searches all installed packages for it, for each citation anew
    plain = find_plugin("pybtex.backends", "plaintext")
    register_plugin("pybtex.backends", "plaintext", plain, force=True)

    app.connect("config-inited", use_address, priority=100)
    app.connect("doctree-resolved", link_back)
    app.connect("html-page-context", pages.choose_files, priority=900)
    app.connect("build-finished", pages.finish, priority=900)
    app.add_html_math_renderer("mathml", (visit_inline, None), (visit_block, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
