"""The lessons pass every check of checks/lessons.py, and each check can fail.

nbval itself runs the lessons (conftest.py).
"""

import base64
import os
import re
import subprocess
import sys
from pathlib import Path

import address
import nbformat
import numpy as np
import pytest
from checks import lessons as checks
from checks.lessons import CHECKS, REFERENCE, each_lesson
from notebooks import (
    ROOT,
    code_cells,
    images,
    lessons,
    minutes,
    read,
    tags,
)


@pytest.mark.parametrize("path", each_lesson())
def test_lesson(path):
    notebook, faults = read(path), []
    for check in CHECKS:
        faults += check(notebook)
    assert not faults, "\n".join([path.name, *faults])


# --- opened alone, or from another folder ------------------------------------------


@pytest.mark.parametrize("path", each_lesson())
def test_lesson_finds_the_course_or_says_where_it_is(path, tmp_path, monkeypatch):
    find = code_cells(read(path))[0]
    assert "remove-cell" in tags(find), "the site does not show this cell"
    monkeypatch.setattr(sys, "path", [])
    for folder in (ROOT, ROOT / "book", ROOT / "homework/release/homework-01"):
        monkeypatch.chdir(folder)  # the top folder is the default of VS Code
        exec(find.source, {})
        assert Path.cwd() == ROOT / "book" == Path(sys.path[0])
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotFoundError) as error:
        exec(find.source, {})
    said = str(error.value)
    assert said.startswith("This lesson needs the whole course")
    assert said.endswith(address.HOST + address.current()[0]) and "\n" not in said


# --- a lesson that has what it must have, to be broken ------------------------------

PIXEL = base64.b64encode(b"not looked at").decode()
TEXT = [
    """# Find one thing

A question that someone in a lab would ask.

![A picture that shows what this lesson is about](../assets/picture.svg)

:::{admonition} In this lesson
:class: lesson
After this lesson you can

- say one thing;
- do another thing with [`SVC`](REFERENCEsklearn.svm.SVC.html).

**Time:** 15 minutes. **You need:** nothing.
:::

## One thing
""",
    """The score is 0.25, a quarter of 100%, as {cite}`someone` found in 1234.5 cases.

:::{admonition} Check yourself
:class: question objective-1 objective-2
Which?
:::

:::{admonition} A. This
:class: dropdown
No.
:::

:::{admonition} B. That
:class: dropdown
Yes: `other` is
```python
print(other)
```
```text
2
```
:::

:::{admonition} C. Neither
:class: dropdown
No.
:::

## Your turn
""",
    """:::{admonition} Solution
:class: dropdown
```python
answer = 42
print(f"{answer}")
```
```text
42
```
:::

## Practice (10 minutes)

:::{exercise} Again
:label: ex-one
:nonumber:
Do it again.
:::

::::{solution} ex-one
:label: sol-one
:class: dropdown
```python
print(one)
```
```text
1
```
::::
""",
]


def good_lesson():
    """Return a lesson of the new form that passes every check."""
    markdown, code = nbformat.v4.new_markdown_cell, nbformat.v4.new_code_cell
    figure = nbformat.v4.new_output("display_data", {"image/png": PIXEL})
    said = nbformat.v4.new_output("stream", text="0.25 of 100\n")
    alt = {"mystnb": {"image": {"alt": "A curve that rises from 0.25. " * 3}}}
    first, second, third = (text.replace("REFERENCE", REFERENCE) for text in TEXT)
    cells = [
        markdown(first),
        code("one, other = 1, 2\nprint('0.25 of 100')", outputs=[said]),
        code("fig, ax = plt.subplots()", outputs=[figure], metadata=alt),
        markdown(second),
        code("answer = ...  # fill in", metadata={"tags": ["starter"]}),
        markdown(third),
    ]
    notebook = nbformat.v4.new_notebook(cells=cells)
    for count, cell in enumerate(code_cells(notebook), 1):
        cell.execution_count = count
    return notebook


def test_time_is_computed_from_the_page():
    notebook = good_lesson()
    assert minutes(notebook) == 15
    notebook.cells[0].source += " word" * 80 * 5
    assert minutes(notebook) == 20
    folded = ":::{admonition} More\n:class: dropdown\n" + "word " * 320 * 5 + "\n:::\n"
    notebook.cells[-1].source += folded
    assert minutes(notebook) == 25
    notebook.cells[1].source += "\npass" * 17 + "\nimport os" * 100
    assert minutes(notebook) == 30
    notebook.cells[1].metadata["tags"] = ["hide-input"]
    assert minutes(notebook) == 25


# --- each check refuses a lesson that is broken in memory ---------------------------


def first(notebook, condition):
    return next(cell for cell in code_cells(notebook) if condition(cell))


def cleared(notebook):
    for cell in code_cells(notebook):
        cell.outputs, cell.execution_count = [], None


def one_cell_cleared(notebook):
    code_cells(notebook)[-1].execution_count = None


def figure_removed(notebook):
    first(notebook, images).outputs = []


def description_removed(notebook):
    first(notebook, images).metadata = {}


def second_figure(notebook):
    cell = first(notebook, images)
    cell.outputs = cell.outputs + [o for o in cell.outputs if "data" in o]


def printed(text):
    def fault(notebook):
        first(notebook, lambda c: c.outputs and not images(c)).outputs = [
            nbformat.v4.new_output("stream", text=text)
        ]

    return fault


def on_stderr(notebook):
    code_cells(notebook)[0].outputs = [
        nbformat.v4.new_output("stream", name="stderr", text="hm")
    ]


def semicolon(notebook):
    code_cells(notebook)[-1].source += ";"


def editor_metadata(notebook):
    notebook.cells[0].metadata["collapsed"] = False


def same_id(notebook):
    notebook.cells[0].id = notebook.cells[1].id


def python_version(notebook):
    notebook.metadata["language_info"] = {"version": "3.11.7"}


def replaced(old, new, count=1):
    """Make a fault that rewrites a part of the prose that must be there."""

    def fault(notebook):
        for cell in notebook.cells:
            if cell.cell_type == "markdown" and re.search(old, cell.source, re.M):
                cell.source = re.sub(old, new, cell.source, count=count, flags=re.M)
                return
        raise AssertionError(f"nothing to break: {old}")

    return fault


def long_cell(notebook):
    code_cells(notebook)[-1].source += "\npass" * 15


def wide_cell(notebook):
    code_cells(notebook)[-1].source += "\n# " + "x" * 80


def bare_blank(notebook):
    first(notebook, lambda c: "starter" in tags(c)).source += "\n..."


def filled_starter(notebook):
    first(notebook, lambda c: "starter" in tags(c)).source = "answer = 42"


def no_starter(notebook):
    first(notebook, lambda c: "starter" in tags(c)).metadata = {}


def wordy(notebook):
    notebook.cells[-1].source += " word" * 80 * 70


def wrong(text):
    def fault(notebook):
        notebook.cells[-1].source += f"\n\n{text}"

    return fault


def wrong_alt(notebook):
    first(notebook, images).metadata["mystnb"]["image"]["alt"] += (
        " It peaks at 0.98765."
    )


FAULTS = [
    ("executed", cleared),
    ("executed", one_cell_cleared),
    ("figures", cleared),
    ("figures", figure_removed),
    ("figures", description_removed),
    ("figures", second_figure),
    ("outputs", printed("/home/reader/data.csv")),
    ("outputs", printed("C:\\Users\\reader")),
    ("outputs", printed("<object at 0x7f33deadbeef>")),
    ("outputs", printed("FutureWarning: soon")),
    ("outputs", printed("CPU times: user 3 s")),
    ("outputs", printed("np.float64(0.5)")),
    ("outputs", printed("0.9728813559322034")),
    ("outputs", on_stderr),
    ("outputs", semicolon),
    ("metadata", editor_metadata),
    ("metadata", same_id),
    ("metadata", python_version),
    ("code", long_cell),
    ("code", wide_cell),
    (
        "solutions",
        replaced(r":class: dropdown\n```python\nprint\(one", "```python\nprint(one"),
    ),
    ("solutions", replaced(r"\{solution\} ex-one", "{solution} ex-two")),
    ("solutions", replaced(r"^```text\n1$", "```\n1")),
    ("solutions", replaced(r"^```text\n42$", "```\n42")),
    ("form", replaced(r"\A# ", "")),
    ("form", replaced(r"^!\[.*$", "")),
    ("form", replaced(r"^!\[", r"$x$\n\n![")),
    ("form", replaced(r":class: lesson", ":class: tip")),
    ("time", replaced(r"15 minutes", "20 minutes")),
    ("time", replaced(r"\*\*Time:\*\* 15 minutes", "An hour")),
    ("form", replaced(r"objective-1 objective-2", "objective-2")),
    ("form", replaced(r"C\. Neither", "Neither")),
    ("form", bare_blank),
    ("form", filled_starter),
    ("form", no_starter),
    ("form", replaced(r"^```text\n42$", "```\n42")),
    ("form", wordy),
    ("numbers", wrong("The score was .12345.")),
    ("numbers", wrong("It holds 77.7% of the time.")),
    ("numbers", wrong("There were 98,765 of them.")),
    ("numbers", wrong_alt),
    ("links", wrong("`SVR` decodes.")),
    ("links", wrong(f"[`SVR`]({REFERENCE}sklearn.svm.SVC.html)")),
]


@pytest.mark.parametrize("name, fault", FAULTS)
def test_check_refuses(name, fault):
    check = getattr(checks, f"check_{name}")
    notebook = good_lesson()
    assert check(notebook) == [], "the lesson to break is already broken"
    fault(notebook)
    assert check(notebook)


# --- on other processors ------------------------------------------------------------


@pytest.mark.thorough
def test_ties_between_neighbors_are_broken_alike_on_every_processor():
    """Without AVX-512, numpy sorts whole-number distances in another order.

    With decimal numbers, scikit-learn looks for neighbors itself, and always in
    the same order. An older processor is imitated by switching AVX-512 off.
    """
    found = np.show_config(mode="dicts")["SIMD Extensions"].get("found", [])
    wide = [name for name in found if name.startswith(("AVX512", "X86_V4"))]
    if not wide:
        pytest.skip("this processor has no AVX-512 to switch off")
    paths = [p for p in lessons() if "KNeighborsClassifier" in p.read_text("utf-8")]
    assert len(paths) >= 5
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n0", *paths],
        cwd=ROOT,
        env={**os.environ, "NPY_DISABLE_CPU_FEATURES": " ".join(wide)},
        text=True,
        capture_output=True,
    )
    assert done.returncode == 0, done.stdout[-2000:]
