"""Links from the lessons to the definitions of the glossary."""

import re

from docutils import nodes

GLOSSARY = "book/glossary"
LINKED = re.compile(r"book/\d|book/practices|homework/")  # pages that use the terms


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
