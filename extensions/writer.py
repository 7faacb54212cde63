"""How the site writes what a lesson holds: boxes, code, tables, figures, formulas."""

import re
import struct
import unicodedata
from html import unescape
from pathlib import Path

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
    data = path.read_bytes()
    if path.suffix == ".svg":
        box = re.search(rb'viewBox="0 0 ([\d.]+) ([\d.]+)"', data)
        return round(float(box[1])), round(float(box[2]))
    width, height = struct.unpack(">II", data[16:24])
    # figures are drawn at 100 dots per inch and may be stored at twice that
    per_meter = struct.unpack(">I", data[data.index(b"pHYs") + 4 :][:4])[0]
    scale = round(per_meter * 0.0254 / 100) or 1
    return round(width / scale), round(height / scale)


class Translator(HTML5Translator):
    """HTML whose boxes have headings and whose parts have names.

    A box (an admonition, exercise, or solution) of the class "dropdown" becomes a
    `<details>`, which opens without a script.
    """

    def __init__(self, *arguments):
        super().__init__(*arguments)
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
            return HTML5Translator.visit_container(self, node)
        node.html5tagname = "div"  # for the end tag
        self.n_cells += name == "Code"
        label = {"role": "group", "aria-label": f"{name} {self.n_cells}"}
        self.body.append(
            self.starttag(node, "div", CLASS="docutils container", **label)
        )

    def visit_literal_block(self, node):
        if len(re.findall(r"\S {2,}\S", node.astext())) > 3:
            node["classes"].append("columns")  # whose lines must not break
        is_python = "python" in node.get("language", "")
        if is_python:
            node["highlight_args"] = {"linespans": "row"}
        try:
            super().visit_literal_block(node)
        finally:  # it ends with SkipNode
            if is_python:
                # on a phone a line that breaks keeps its indentation
                lines = iter(node.astext().splitlines())

                def row(match):
                    line = next(lines, "")
                    # a line that is aligned with a bracket may begin far to the right
                    indent = min(len(line) - len(line.lstrip()), 16)
                    style = f' style="--indent: {indent}ch"' if indent else ""
                    return f'<span class="code-row"{style}>'

                code = re.sub(r'<span id="row-\d+">', row, self.body[-1])
                self.body[-1] = self.link_imports(code)

    def link_imports(self, code):
        """Link names that a line imports from scikit-learn, each once per page."""

        def link_line(line):
            def link(name):
                full = f"{line[2]}.{name[1]}"
                if full in self.linked:
                    return name[0]
                self.linked.add(full)
                return f'<a class="api" href="{API}{full}.html">{name[0]}</a>'

            names = r'(?<!as</span> )<span class="n">(\w+)</span>'
            return line[1] + re.sub(names, link, line[3])

        return re.sub(
            r'(<span class="kn">from</span><span class="w"> </span>'
            r'<span class="nn">(sklearn[\w.]*)</span><span class="w"> </span>'
            r'<span class="kn">import</span> )(<span class="p">\(.*?\)|[^\n]*)',
            link_line,
            code,
            flags=re.DOTALL,
        )

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


def visit_solution(self, node):
    tag = "details" if is_folded(node) else "div"
    self.body.append(self.starttag(node, tag, CLASS="admonition"))


def depart_solution(self, node):
    self.body.append("</details>\n" if is_folded(node) else "</div>\n")


def visit_fold(self, node):
    """Write a folded cell; what it is called says what it holds."""
    inner = next(
        node.findall(lambda n: n.get("nb_element") if hasattr(n, "get") else 0)
    )
    homework = self.builder.current_docname.startswith("homework/")
    name = "check" if homework else "code"
    if inner["nb_element"] == "cell_code_output":
        name = "output"
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
    for extension in ("myst_nb", "sphinx_design", "sphinx_exercise"):
        app.setup_extension(extension)  # first, to be overridden
    app.set_translator("html", Translator)
    container = (Translator.visit_container, Translator.depart_container)
    app.add_node(nodes.container, override=True, html=container)
    app.add_node(solution_node, override=True, html=(visit_solution, depart_solution))
    app.add_node(HideCodeCellNode, override=True, html=(visit_fold, depart_fold))
    app.add_html_math_renderer("mathml", (visit_inline, None), (visit_block, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
