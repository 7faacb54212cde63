"""How the site writes what a lesson holds: boxes, code, tables, figures, formulas."""

import re
import unicodedata
from contextlib import suppress
from html import unescape
from pathlib import Path

import imagesize
from docutils import nodes
from latex2mathml.converter import convert
from myst_nb.sphinx_ import HideCodeCellNode
from sphinx.util import logging
from sphinx.writers.html5 import HTML5Translator
from sphinx_exercise.nodes import solution_node

logger = logging.getLogger(__name__)

THIN = 'lspace="0.17em" rspace="0.17em"'
API = "https://scikit-learn.org/stable/modules/generated/"


def is_folded(box):
    return "dropdown" in box["classes"]


def size_of(path):
    """Return the width and height of a figure in CSS pixels."""
    # figures are drawn at 100 dots per inch and may be stored at twice that
    scale = max(round(imagesize.getDPI(path)[0] / 100), 1)
    return [round(length / scale) for length in imagesize.get(path)]


class Translator(HTML5Translator):
    """HTML whose boxes have headings and whose parts have names.

    A box (an admonition, exercise, or solution) of the class "dropdown" becomes a
    `<details>`, which opens without a script.
    """

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.meta.pop()  # the layout says how wide the page is
        self.linked = set()  # names of scikit-learn that this page has linked
        self.n_cells = self.n_pictures = 0

    # --- boxes ---

    def visit_admonition(self, node, name=""):
        if is_folded(node):
            answer = re.match(r"[A-D]\. ", node[0].astext())
            name = "admonition answer" if answer else "admonition"
            self.body.append(self.starttag(node, "details", CLASS=name))
        else:
            super().visit_admonition(node, name)

    def depart_admonition(self, node=None):
        if node is not None and is_folded(node):
            self.body.append("</details>\n")
        else:
            super().depart_admonition(node)

    def visit_title(self, node):
        box = node.parent
        if not isinstance(box, nodes.Admonition):
            return super().visit_title(node)
        if isinstance(box, solution_node):
            # the title is what opens it, and can be no link at the same time
            node.children = [nodes.Text(" ".join(node.astext().split()))]
        outer = box.parent
        level = self.section_level + 1
        while outer is not None:
            level += isinstance(outer, nodes.Admonition)
            outer = outer.parent
        heading = f'role="heading" aria-level="{level}"'
        if is_folded(box):
            self.body.append(f'<summary class="admonition-title"><span {heading}>')
            self.context.append("</span></summary>\n")
        else:
            self.body.append(f'<p class="admonition-title" {heading}>')
            self.context.append("</p>\n")
        self.add_fignumber(box)

    # --- code and what it shows ---

    def visit_container(self, node):
        name = {"cell_code_source": "Code", "cell_code_output": "Output"}
        name = name.get(node.get("nb_element"))
        if name is None:
            return super().visit_container(node)
        node.html5tagname = "div"  # for the end tag
        self.n_cells += name == "Code"
        label = {"role": "group", "aria-label": f"{name} {self.n_cells}"}
        self.body.append(
            self.starttag(node, "div", CLASS="docutils container", **label)
        )

    def visit_literal_block(self, node):
        code = node.astext()
        if len(re.findall(r"\S {2,}\S", code)) > 3:
            node["classes"].append("columns")  # whose lines must not break
        if "python" not in node.get("language", ""):
            return super().visit_literal_block(node)
        node["highlight_args"] = {"linespans": "row"}
        with suppress(nodes.SkipNode):
            super().visit_literal_block(node)
        html = self.body.pop()
        for number, line in enumerate(code.splitlines(), 1):
            # on a phone a line that breaks keeps its indentation, unless it is aligned
            # with a bracket far to the right
            indent = min(len(line) - len(line.lstrip()), 16)
            style = f' style="--indent: {indent}ch"' if indent else ""
            row = f'<span class="code-row"{style}>'
            html = html.replace(f'<span id="row-{number}">', row)
        self.body.append(self.link_imports(code, html))
        raise nodes.SkipNode

    def link_imports(self, code, html):
        """Link names that a cell imports from scikit-learn, each once per page."""
        lines = re.findall(
            r"^from (sklearn[\w.]*) import (\([^)]*\)|.*)", code, flags=re.MULTILINE
        )
        for module, names in lines:
            for name in re.findall(r"(?<!as )\b\w+", names):
                full = f"{module}.{name}"
                span = f'<span class="n">{name}</span>'
                link = f'<a class="api" href="{API}{full}.html">{span}</a>'
                if full not in self.linked:
                    html = html.replace(span, link, 1)
                    self.linked.add(full)
        return html

    def visit_entry(self, node):
        """Say of each header whether it heads a row or a column."""
        super().visit_entry(node)
        tag = self.body[-1]
        if not node.astext() and tag.startswith("<th"):  # the corner of a table
            self.body[-1] = tag.replace("<th", "<td", 1)
            self.context[-1] = "</td>\n"
        elif tag.startswith("<th"):
            scope = "col" if isinstance(node.parent.parent, nodes.thead) else "row"
            self.body[-1] = tag.replace("<th", f'<th scope="{scope}"', 1)

    # --- pictures and references ---

    def visit_image(self, node):
        path = Path(self.builder.srcdir, node["uri"])
        # the first picture is on the first screen, where it should come at once
        lazy = ' loading="lazy"' if self.n_pictures else ""
        self.n_pictures += 1
        width, height = size_of(path)
        for name in ("width", "height"):
            node.attributes.pop(name, None)
        super().visit_image(node)
        size = f'<img width="{width}" height="{height}"{lazy} '
        self.body[-1] = self.body[-1].replace("<img ", size, 1)

    def visit_citation(self, node):
        super().visit_citation(node)  # whose role needs a list of another role
        self.body[-1] = self.body[-1].replace("doc-biblioentry", "listitem")


# --- nodes of other extensions ----------------------------------------------------


def visit_fold(self, node):
    """Write a folded cell; what it is called says what it holds."""
    name = "output"
    if node[0]["nb_element"] == "cell_code_source":
        homework = self.builder.current_docname.startswith("homework/")
        name = "check" if homework else "code"
    classes = " ".join(["hide", *node["classes"]])
    self.body.append(
        f'<details class="admonition {classes}"><summary class="admonition-title">'
        f'<span class="collapsed">Show the {name}</span>'
        f'<span class="expanded">Hide the {name}</span></summary>\n'
    )


def depart_fold(self, node):
    self.body.append("</details>\n")


# --- formulas ---------------------------------------------------------------------


def write_sign(match):
    """Return an operator for a sign, which latex2mathml takes for a name."""
    sign = all(unicodedata.category(c)[0] in "PS" for c in unescape(match[1]))
    return f"<mo>{match[1]}</mo>" if sign else match[0]


def write_mathml(self, node, display):
    """Write one formula as MathML, which browsers show without a script."""
    latex = node.astext()
    mathml = convert(latex, display=display)
    # a thin space on both sides of a function's name, as in print
    mathml = mathml.replace("<mi>ln</mi>", f"<mo {THIN}>ln</mo>")
    mathml = re.sub(r"<mi>([^<]+)</mi>", write_sign, mathml)
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


def setup(app):
    """Register the translator, with the nodes and the formulas that it cannot hold."""
    for extension in ("myst_nb", "sphinx_exercise"):
        app.setup_extension(extension)  # first, to be overridden
    app.set_translator("html", Translator)
    container = (Translator.visit_container, Translator.depart_container)
    app.add_node(nodes.container, override=True, html=container)
    box = (Translator.visit_admonition, Translator.depart_admonition)
    app.add_node(solution_node, override=True, html=box)
    app.add_node(HideCodeCellNode, override=True, html=(visit_fold, depart_fold))
    app.add_html_math_renderer("mathml", (visit_inline, None), (visit_block, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
