"""Read, answer, and check the homework.

`tests/answers/NAME.py` holds answers to each question. `# %% q1 right` heads one
that the check must accept, `# %% q1 wrong: words` one that it must refuse with a
message that holds these words.
"""

import contextlib
import copy
import io
import os
import re
import warnings
from pathlib import Path
from types import FunctionType, ModuleType

import pytest
from notebooks import ROOT, homework

BLANK = "not answered yet"
# a homework is executed once, so its tests run in one process
SOURCES = [
    pytest.param(
        path,
        id=path.stem,
        marks=[pytest.mark.lesson(path.stem), pytest.mark.xdist_group(path.stem)],
    )
    for path in homework()
]


def released(path):
    return ROOT / "homework/release" / path.parent.name / path.name


def code(notebook):
    """Return {grade_id: source} of the code cells, in order."""
    cells = [c for c in notebook.cells if c.cell_type == "code"]
    magic = re.compile(r"^%.*$", re.M)
    return {c.metadata.nbgrader.grade_id: magic.sub("", c.source) for c in cells}


def questions(cells):
    return [name for name in cells if re.fullmatch(r"q\d", name)]


def bank(path):
    """Return (question, message or None, answer) of each answer."""
    parts = re.split(
        r"^# %% (q\d) (right|wrong: .+)\n", path.read_text("utf-8"), flags=re.M
    )
    assert parts[0] == "", f"{path.name} must begin with an answer"
    return [
        (question, None if head == "right" else head.removeprefix("wrong: "), answer)
        for question, head, answer in zip(parts[1::3], parts[2::3], parts[3::3])
    ]


@contextlib.contextmanager
def place(folder):
    """Run as a notebook in this folder does."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            yield
    finally:
        os.chdir(before)


def fresh(namespace):
    """Return a copy that an answer may spoil.

    Functions of the notebook see the names of the copy, not those of the original.
    """
    kept = {k: v for k, v in namespace.items() if isinstance(v, ModuleType)}
    rest = {k: v for k, v in namespace.items() if k not in kept and k[:2] != "__"}
    new = {**kept, **copy.deepcopy(rest)}
    for name, value in rest.items():
        if isinstance(value, FunctionType) and value.__globals__ is namespace:
            new[name] = FunctionType(
                value.__code__, new, name, value.__defaults__, value.__closure__
            )
    return new


def verdict(namespace, check):
    """Return what a check says: None, or its one line.

    A warning counts as an error, because nbgrader gives no points to a cell
    that writes to stderr.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            exec(check, namespace)
    except AssertionError as error:
        return str(error)
    return None
