"""The glossary: its letters, and links from the lessons to its definitions."""

import re

from docutils import nodes

GLOSSARY = "book/glossary"
LINKED = re.compile(r"book/\d|book/practices|homework/")  # pages that use the terms


def link_letters(app, doctree, docname):
    """Put a link to the first term of each letter at the head of the glossary."""
    if docname != GLOSSARY:
        return
    firsts = {}
    for term in doctree.findall(nodes.term):
        firsts.setdefault(term.astext()[0].upper(), term["ids"][0])
    line = nodes.paragraph(classes=["letters"])
    for letter, name in sorted(firsts.items()):
        line += [nodes.reference("", letter, refid=name), nodes.Text(" ")]
    next(doctree.findall(nodes.paragraph)).parent.insert(2, line)


def is_distinctive(name):
    """Tell whether a name means the same wherever it stands, unlike "task" or "gain"."""
    return len(name) >= 10 or re.search(r"[^a-z]", name)


def definitions(app):
    """Return {name: (id, definition)} of the terms that lessons link."""
    found = {}
    for item in app.env.get_doctree(GLOSSARY).findall(nodes.definition_list_item):
        text = item[-1][0].astext().replace("\n", " ")
        for term in item.findall(nodes.term):
            if is_distinctive(term.astext()):
                found[term.astext()] = (term["ids"][0], text)
    return found


def link_terms(app, doctree, docname):
    """Link the first mention of a term on a page with its definition.

    The definition is the title of the link, which browsers show when the mouse is over
    it; book.css shows it when the link has the focus.
    """
    if not LINKED.match(docname):
        return
    known = definitions(app)
    longest_first = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    pattern = re.compile(rf"(?<![\w-])({longest_first})(?=s?(?![\w-]))", re.I)
    uri = app.builder.get_relative_uri(docname, GLOSSARY)
    for text in [*doctree.findall(nodes.Text)]:
        if not isinstance(text.parent, nodes.paragraph | nodes.emphasis):
            continue
        if any(
            isinstance(p, nodes.reference) for p in (text.parent, text.parent.parent)
        ):
            continue
        parts = []
        for part in pattern.split(text):
            # also at the beginning of a sentence
            term = part if part in known else part[:1].lower() + part[1:]
            if term in known:
                name, definition = known.pop(term)
                parts.append(
                    nodes.reference(
                        "", part, refuri=f"{uri}#{name}", reftitle=definition,
                        classes=["term"],
                    )
                )  # fmt: skip
            else:
                parts.append(nodes.Text(part))
        text.parent.replace(text, parts)
