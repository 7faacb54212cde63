"""The course's own Sphinx extension: its address, its references, and other rooms."""

import sys
from pathlib import Path
from urllib.parse import urlsplit

from docutils import nodes
from pybtex.plugin import find_plugin, register_plugin

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))
import address

ROOMS = ["contents", "writer", "theme", "interactive", "mathfont", "downloads"]


def use_address(app, config):
    """Say where the site will be: for search engines, cards, and the 404 page."""
    repository = config.html_theme_options["repository_url"].removeprefix(address.HOST)
    site = address.site(repository)
    config.html_baseurl = config.ogp_site_url = site
    config.ogp_image = site + "_static/card.png"
    config.notfound_urls_prefix = urlsplit(site).path


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
    # pybtex searches all installed packages for it, once for each citation
    plain = find_plugin("pybtex.backends", "plaintext")
    register_plugin("pybtex.backends", "plaintext", plain, force=True)

    app.connect("config-inited", use_address, priority=100)
    app.connect("doctree-resolved", link_back)
    app.config.templates_path.insert(0, "extensions/templates")
    for room in ROOMS:
        app.setup_extension(room)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
