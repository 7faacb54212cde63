"""The book's own Sphinx extension: a fork's address, and formulas as MathML."""

import os

from docutils.nodes import SkipNode
from latex2mathml.converter import convert
from sphinx.util import logging

logger = logging.getLogger(__name__)

PLACEHOLDER = "OWNER/neural-data-ml"


def use_fork_address(app, config):
    """Put the repository that GitHub builds from in the place of ours."""
    repository = os.environ.get("GITHUB_REPOSITORY", PLACEHOLDER)
    options = config.html_theme_options
    options["repository_url"] = options["repository_url"].replace(
        PLACEHOLDER, repository
    )
    # links in the text
    app.connect(
        "source-read",
        lambda app, page, source: source.__setitem__(
            0, source[0].replace(PLACEHOLDER, repository)
        ),
    )


def write_mathml(self, node, display):
    """Write one formula as MathML, which browsers show without a script."""
    latex = node.astext()
    mathml = convert(latex, display=display)
    if "\\" in mathml:  # latex2mathml passes on what it does not know
        logger.warning(
            "latex2mathml does not know a command of this formula: %s",
            latex,
            location=node,
        )
    self.body.append(mathml)


def visit_inline(self, node):
    write_mathml(self, node, "inline")
    raise SkipNode


def visit_block(self, node):
    self.body.append(self.starttag(node, "div", CLASS="math"))
    write_mathml(self, node, "block")
    self.body.append("</div>")
    raise SkipNode


def setup(app):
    """Register both with Sphinx."""
    app.connect("config-inited", use_fork_address)
    app.add_html_math_renderer("mathml", (visit_inline, None), (visit_block, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
