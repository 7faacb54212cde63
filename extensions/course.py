"""The course's own Sphinx extension: its address, and what its other rooms do when."""

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))
import address
import contents
import downloads
import glossary
import theme


def use_address(app, config):
    """Say where the site will be: for search engines, cards, and the 404 page."""
    repository = config.html_theme_options["repository_url"].removeprefix(address.HOST)
    site = address.site(repository)
    config.html_baseurl = config.ogp_site_url = site
    config.ogp_image = site + "_static/card.png"
    config.notfound_urls_prefix = urlsplit(site).path
    citation = Path(app.srcdir, "CITATION.cff").read_text(encoding="utf-8")
    config.html_context["citation"] = yaml.safe_load(citation)  # for the footer
    # said by who puts these files beside the pages afterward, with tools/offline.py
    config.html_context["has_downloads"] = "WITH_DOWNLOADS" in os.environ


def finish(app, exception):
    """Add what stands beside the pages, when they are written."""
    if exception or app.builder.name != "html":
        return
    root, out = Path(app.srcdir), Path(app.outdir)
    theme.remove_unused(out / "_static")
    downloads.write_licenses(out / "_static/licenses.txt")
    downloads.write_zip(root, out / "course.zip")


def setup(app):
    """Register all with Sphinx."""
    # the way there and not the place, so that all copies build the same bytes
    templates = os.path.relpath(Path(app.srcdir, "extensions/templates"), app.confdir)
    app.config.templates_path.insert(0, templates)
    app.setup_extension("writer")
    app.setup_extension("interactive")
    app.connect("config-inited", use_address, priority=100)
    app.connect("config-inited", contents.say_times, priority=100)
    app.connect("doctree-read", contents.name_boxes, priority=900)
    app.connect("env-get-updated", contents.number_by_page, priority=900)
    app.connect("doctree-resolved", contents.make_tables)
    app.connect("doctree-resolved", contents.add_run_button)
    app.connect("doctree-resolved", contents.link_back)
    app.connect("doctree-resolved", glossary.link_terms)
    app.connect("html-page-context", theme.choose_scripts, priority=900)
    app.connect("html-page-context", theme.write_front, priority=900)
    app.connect("build-finished", finish, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
