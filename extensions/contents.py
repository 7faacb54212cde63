"""What is done to a lesson before it is written: tables, box titles, contents."""

import re
from functools import cache
from pathlib import Path

import address
import notebooks
from bs4 import BeautifulSoup
from docutils import nodes
from sphinx.addnodes import compact_paragraph
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx_exercise.nodes import (
    exercise_enumerable_node,
    exercise_node,
    solution_node,
)

EXERCISES = (exercise_node, exercise_enumerable_node)


# --- data frames become tables ----------------------------------------------------


def rows_of(part):
    return [tr.find_all(["th", "td"]) for tr in part.find_all("tr")] if part else []


def table_of(frame):
    """Return the table that a data frame's HTML describes.

    Parameters
    ----------
    frame : bs4.Tag
        The ``<table>`` that pandas writes.

    Returns
    -------
    docutils.nodes.table
        With a header row, and the index as row headers.
    """
    head, body = rows_of(frame.thead), rows_of(frame.tbody)
    n_index = sum(cell.name == "th" for cell in body[0]) if body else 1
    # pandas writes the name of the index into a row of its own, below the columns
    if len(head) > 1 and not any(c.get_text(strip=True) for c in head[-1][n_index:]):
        names = head.pop()
        head[-1][:n_index] = names[:n_index]
    n_columns = max(sum(int(c.get("colspan", 1)) for c in row) for row in head + body)
    group = nodes.tgroup(cols=n_columns)
    for column in range(n_columns):
        stub = {"stub": 1} if column < n_index else {}
        group += nodes.colspec(colwidth=1, **stub)
    for part, rows in ((nodes.thead(), head), (nodes.tbody(), body)):
        for cells in rows:
            row = nodes.row()
            for cell in cells:
                text = cell.get_text(" ", strip=True)
                entry = nodes.entry(
                    "", *([nodes.paragraph(text, text)] if text else [])
                )
                for name, more in (("colspan", "morecols"), ("rowspan", "morerows")):
                    if int(cell.get(name, 1)) > 1:
                        entry[more] = int(cell[name]) - 1
                row += entry
            part += row
        if rows:
            group += part
    return nodes.table("", group, classes=["dataframe"])


class DataFrames(SphinxPostTransform):
    """Make a table of each data frame that a cell shows.

    Every kind of output can show a table; HTML is for browsers alone, and that of
    pandas names no row or column as a header of others.
    """

    default_priority = 5  # after myst-nb has chosen what to show of an output

    def run(self):
        for raw in [*self.document.findall(nodes.raw)]:
            if 'class="dataframe"' in raw.astext():
                soup = BeautifulSoup(raw.astext(), "html.parser")
                new = [table_of(frame) for frame in soup.find_all("table")]
                new += [nodes.paragraph(p.text, p.text) for p in soup.find_all("p")]
                raw.replace_self(new)


# --- boxes ------------------------------------------------------------------------


class Boxes(SphinxPostTransform):
    """Take from exercises and solutions what would be there twice on a page."""

    default_priority = 100  # after sphinx-exercise has written their titles

    def run(self):
        for box in self.document.findall(lambda n: isinstance(n, nodes.Admonition)):
            for part in [n for n in box.children if isinstance(n, nodes.section)]:
                part["ids"] = []  # the same in every box
                part.replace_self(part.children)
            if isinstance(box, solution_node):
                # the title is what opens it, and can be no link at the same time
                text = re.sub(r"\s+", " ", box[0].astext())
                box[0].children = [nodes.Text(text)]


def name_boxes(app, doctree):
    """List exercises and pitfalls under "On this page", below their section."""
    entries = {
        ref["anchorname"]: ref.parent.parent
        for ref in app.env.tocs[app.env.docname].findall(nodes.reference)
    }
    for box in doctree.findall(lambda n: isinstance(n, nodes.Admonition)):
        title = box[0].astext() if isinstance(box[0], nodes.title) else ""
        if isinstance(box, EXERCISES):
            title = title.removeprefix("Exercise").replace("%s", "").strip()
            title = f"Exercise: {title}"
        elif not {"warning", "your-turn"} & set(box["classes"]):
            continue
        if not box["ids"]:
            name = nodes.make_id(title)
            while name in doctree.ids:  # two boxes with one title
                name += "-2"
            doctree.ids[name] = box
            box["ids"] = [name]
        section = box.parent
        while not isinstance(section, nodes.section):
            section = section.parent
        # the title of the page has no anchor of its own
        anchor = "" if isinstance(section.parent, nodes.document) else section["ids"][0]
        item = entries[f"#{anchor}" if anchor else ""]
        lists = [n for n in item.children if isinstance(n, nodes.bullet_list)]
        if not lists:
            lists = [nodes.bullet_list()]
            item += lists[0]
        docname = app.env.docname
        link = nodes.reference(
            "", title, internal=True, refuri=docname, anchorname=f"#{box['ids'][0]}"
        )
        lists[0] += nodes.list_item("", compact_paragraph("", "", link))


def number_by_page(app, env):
    """Number figures, tables, and exercises afresh on each page.

    The contents have no numbers, because chapters are more than one page, and
    without them Sphinx counts through the whole course.
    """
    for kinds in env.toc_fignumbers.values():
        for numbers in kinds.values():
            for count, name in enumerate(sorted(numbers, key=numbers.get), 1):
                numbers[name] = (count,)
    return []


def add_run_button(app, doctree, docname):
    """Put a button into the box of each lesson that opens it in Binder."""
    lesson = Path(app.srcdir, f"{docname}.ipynb")
    box = next(doctree.findall(nodes.Admonition), None)
    if lesson not in notebooks.lessons(Path(app.srcdir)) or box is None:
        return
    text = "Run in Binder"
    link = nodes.reference("", text, refuri=address.binder(docname), classes=["run"])
    text = "Opens this lesson in JupyterLab; starting takes one to several minutes."
    note = nodes.inline("", text)
    box += nodes.paragraph("", "", link, note, classes=["run-line"])


@cache
def kinds(root):
    """Return "Deeper" or "Choose" for each page whose box has that class."""
    found = {}
    for path in notebooks.lessons(root):
        text = notebooks.markdown(notebooks.read(path))
        for kind in ("deeper", "choose"):
            if notebooks.boxes(text, kind):
                found[path.stem] = kind.capitalize()
    return found


def mark_kinds(app, pagename, templatename, context, doctree):
    """Show in the list of contents which lessons are "Deeper" or "Choose"."""
    generate = context["generate_toctree_html"]

    def generate_marked(*arguments, **options):
        contents = generate(*arguments, **options)
        for name, kind in kinds(Path(app.srcdir)).items():
            for link in contents.select(f'a[href$="{name}.html"]'):
                mark = contents.new_tag("span", attrs={"class": "kind"})
                mark.string = kind
                link.append(mark)
        return contents

    context["generate_toctree_html"] = generate_marked


def setup(app):
    app.add_post_transform(DataFrames)
    app.add_post_transform(Boxes)
    app.connect("doctree-read", name_boxes, priority=900)
    app.connect("env-get-updated", number_by_page, priority=900)
    app.connect("doctree-resolved", add_run_button)
    app.connect("html-page-context", mark_kinds, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
