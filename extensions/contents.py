"""What is done to a lesson before it is written: tables, box titles, contents."""

import re
from pathlib import Path

import address
import notebooks
from bs4 import BeautifulSoup
from docutils import nodes
from sphinx.addnodes import compact_paragraph
from sphinx_exercise.nodes import is_exercise_node

# --- data frames become tables ----------------------------------------------------


def entry_of(cell):
    """Return the entry of a table for a ``<th>`` or ``<td>``."""
    text = cell.get_text(" ", strip=True)
    entry = nodes.entry("", *([nodes.paragraph(text, text)] if text else []))
    for name, more in (("colspan", "morecols"), ("rowspan", "morerows")):
        if name in cell.attrs:
            entry[more] = int(cell[name]) - 1
    return entry


def table_of(frame):
    """Return the docutils table for the ``<table>`` that pandas writes.

    It has a header row, and the index as row headers.
    """
    head, body = (
        [row.find_all(["th", "td"]) for row in part.find_all("tr")]
        for part in (frame.thead, frame.tbody)
    )
    # one cell for each column, which are headers in those of the index
    is_index = [cell.name == "th" for cell in (body + head)[0]]
    n_index = sum(is_index)
    # pandas writes the name of the index into a row of its own, below the columns
    if len(head) > 1 and not any(c.get_text(strip=True) for c in head[-1][n_index:]):
        names = head.pop()
        head[-1][:n_index] = names[:n_index]
    group = nodes.tgroup(cols=len(is_index))
    group += [nodes.colspec(colwidth=1, stub=int(stub)) for stub in is_index]
    for part, rows in ((nodes.thead(), head), (nodes.tbody(), body)):
        part += [nodes.row("", *map(entry_of, cells)) for cells in rows]
        group += part
    return nodes.table("", group, classes=["dataframe"])


def make_tables(app, doctree, docname):
    """Make a table of each data frame that a cell shows.

    Every kind of output can show a table; HTML is for browsers alone, and that of
    pandas names no row or column as a header of others.
    """
    for raw in [*doctree.findall(nodes.raw)]:
        if 'class="dataframe"' in raw.astext():
            soup = BeautifulSoup(raw.astext(), "html.parser")
            new = [table_of(frame) for frame in soup.find_all("table")]
            new += [nodes.paragraph(p.text, p.text) for p in soup.find_all("p")]
            raw.replace_self(new)


# --- boxes and contents -----------------------------------------------------------


def name_boxes(app, doctree):
    """List exercises and pitfalls under "On this page", below their section.

    The list of contents shows which lessons are "Deeper" or a matter of choice.
    """
    docname = app.env.docname
    entries = {
        ref["anchorname"]: ref.parent.parent
        for ref in app.env.tocs[docname].findall(nodes.reference)
    }
    for box in [*doctree.findall(nodes.Admonition)]:
        for part in [*box.findall(nodes.section)]:  # of an exercise or a solution
            part["ids"] = []  # the same in every box
            part.replace_self(part.children)
        for kind in {"deeper", "choose"}.intersection(box["classes"]):
            for title in (entries[""][0][0], box[0]):
                mark = nodes.inline("", kind.capitalize(), classes=["kind"])
                title += [nodes.Text(" "), mark]
        if is_exercise_node(box):
            title = "Exercise: " + box[0].astext().removeprefix("Exercise")
        elif "warning" in box["classes"]:
            title = box[0].astext()
        else:
            continue
        if not box["ids"]:
            box["names"] = [nodes.fully_normalize_name(title)]
            doctree.set_id(box)
        section = box.parent
        while not isinstance(section, nodes.section):
            section = section.parent
        # the title of the page has no anchor of its own
        item = entries.get(f"#{section['ids'][0]}", entries[""])
        if not isinstance(item[-1], nodes.bullet_list):
            item += nodes.bullet_list()
        link = nodes.reference(
            "", title, internal=True, refuri=docname, anchorname=f"#{box['ids'][0]}"
        )
        item[-1] += nodes.list_item("", compact_paragraph("", "", link))


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


# --- the landing page -------------------------------------------------------------


def say_times(app, config):
    """Let the landing page say how many lessons there are, and how long they take."""
    chapters, every, core, practice = {}, [], [], 0
    for path in notebooks.lessons(Path(app.srcdir)):
        lesson, number = notebooks.read(path), int(path.stem[:2])
        minutes, text = notebooks.minutes(lesson), notebooks.markdown(lesson)
        optional = notebooks.boxes(text, "deeper") or notebooks.boxes(text, "choose")
        chapters.setdefault(number, []).append((minutes, bool(optional)))
        every.append(minutes)
        practice += sum(map(int, re.findall(r"plus (\d+) minutes of practice", text)))
        if not optional and number <= 8:  # then comes the appendix
            core.append(minutes)
    said = config.myst_substitutions
    for number, held in chapters.items():
        hours, minutes = divmod(sum(minutes for minutes, _ in held), 60)
        n_optional = sum(optional for _, optional in held)
        besides = f" ({n_optional} optional)" if n_optional else ""
        time = f"{hours} h" + (f" {minutes} min" if minutes else "")
        said[f"chapter_{number}"] = f"{len(held)} lessons{besides}, {time}"
    said["practice"] = f"{practice / 60:.0f} hours"
    said["core"] = f"{len(core)} lessons, about {sum(core) / 60:.0f} hours"
    said["everything"] = f"{len(every)} lessons, about {sum(every) / 60:.0f} hours"
