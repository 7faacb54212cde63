"""Running, recording, and comparing notebooks, tried on small courses."""

import base64
import copy
import io
import os
import re
import shutil
import signal
import subprocess
import sys

import nbformat
import pytest
from notebooks import (
    ROOT,
    contents,
    contradictions,
    homework,
    is_chosen,
    lessons,
    read,
    solutions,
)
from PIL import Image

posix = pytest.mark.skipif(os.name != "posix", reason="no POSIX")
DRAW = """import matplotlib.pyplot as plt
fig, ax = plt.subplots(figsize=(1, 1))
ax.plot([0, 1], label="a")
_ = ax.legend()"""
SOLVED = """Try this.
```python
print(one + 1)
```
```text
2
```
"""


@pytest.fixture
def course(tmp_path):
    """Make a course without lessons, which uses our packages."""
    folder = tmp_path / "a course"
    (folder / "book").mkdir(parents=True)
    shutil.copytree(ROOT / "tools", folder / "tools")
    (folder / "binder").mkdir()
    for name in ("conftest.py", "pyproject.toml", "binder/requirements.txt"):
        shutil.copy(ROOT / name, folder / name)
    (folder / "_toc.yml").write_text("root: book/index\nchapters:\n")
    return folder


def add_lesson(course, name, *sources, text=""):
    """Write a lesson that has not been run, and list it in the contents."""
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    cells += [nbformat.v4.new_markdown_cell(text)] if text else []
    path = course / f"book/{name}.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
    with open(course / "_toc.yml", "a") as contents:
        contents.write(f"- file: book/{name}\n")
    return path


def start(course, *command, **options):
    return subprocess.Popen(
        [sys.executable, *command], cwd=course, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options,
    )  # fmt: skip


def record(course, *names, **options):
    """Record lessons and return the exit status and what was said."""
    process = start(course, "tools/record.py", *names, **options)
    said = "".join(process.communicate())
    return process.returncode, said


def compare(course, *arguments, **options):
    """Run the lessons of a course; return the cells that fail, and what was said."""
    command = ["-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", "book"]
    said = "".join(start(course, *command, *arguments, **options).communicate())
    return re.findall(r"^FAILED book/.*\.ipynb::(\S+ \d+)", said, re.M), said


# --- which notebooks there are ------------------------------------------------------


def test_contents_name_the_lessons_and_the_homework():
    assert contents()[0] == "book/index"
    assert [path.stem for path in lessons()][:2] == [
        "01-table", "01-workflow",
    ]  # fmt: skip
    assert all(path.exists() for path in homework()) and len(homework()) == 8


@pytest.mark.parametrize(
    "wanted, names",
    [
        ("07", ["07-text-tfidf", "07-reading", "homework-07"]),
        ("07-t", ["07-text-tfidf"]),
        ("homework-07", ["homework-07"]),
        ("0", ["07-text-tfidf", "07-reading"]),
        ("8", []),
    ],
)
def test_chapter_lesson_or_homework_is_chosen_by_its_name(wanted, names):
    known = ["07-text-tfidf", "07-reading", "homework-07"]
    assert [name for name in known if is_chosen(name, wanted)] == names


def test_code_without_what_it_prints_is_no_solution():
    shown = "```python\na = 1\n```\n\nText.\n\n" + SOLVED
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(shown)])
    assert [cell.source for cell in solutions(notebook)] == ["print(one + 1)\n"]


# --- every kind of fault is found ---------------------------------------------------


def change_digit(cell):
    cell.outputs[0].text = "the result is 0.251\n"


def change_table(cell):
    table = cell.outputs[0].data
    table["text/html"] = table["text/html"].replace("<td>4</td>", "<td>5</td>")


def repaint(cell):
    data = cell.outputs[0].data
    figure = Image.open(io.BytesIO(base64.b64decode(data["image/png"])))
    figure.putpixel((9, 9), 1)
    png = io.BytesIO()
    figure.save(png, "PNG")
    data["image/png"] = base64.b64encode(png.getvalue()).decode()


def resize(cell):
    cell.outputs[0].metadata["image/png"]["width"] = 500


def remove_output(cell):
    cell.outputs = []


def add_warning(cell):
    cell.source += "\nimport sys; print('hm', file=sys.stderr)"


def fail(cell):
    cell.source += "\n1 / 0"


PRINT = "one = 1\nprint('the result is 0.250')"
TABLE = "import pandas as pd\npd.DataFrame({'a': [4]})"
FAULTS = [
    (PRINT, change_digit),
    (TABLE, change_table),
    (DRAW, repaint),
    (DRAW, resize),
    (DRAW, remove_output),
    (PRINT, add_warning),
    (PRINT, fail),
]


def test_every_fault_is_found_where_it_is(course):
    sound, measured = PRINT, PRINT
    code = [*(code for code, _ in FAULTS), sound, measured]
    wrong = SOLVED.replace("+ 1", "+ 2") + SOLVED.replace("one", "unknown")
    lesson = add_lesson(course, "01-broken", *code, text=SOLVED + wrong)
    assert record(course)[0] == 0
    notebook = read(lesson)
    for cell, (_, fault) in zip(notebook.cells, FAULTS):
        fault(cell)
    change_digit(notebook.cells[len(FAULTS) + 1])
    notebook.cells[len(FAULTS) + 1].metadata["tags"] = ["measured"]
    nbformat.write(notebook, lesson)
    (course / "book/scratch.ipynb").write_text("not a lesson")
    found, said = compare(course)
    expected = [f"Cell {number}" for number in range(len(FAULTS))]
    assert found == [*expected, "Solution 2", "Solution 3"], said


def test_cell_that_cannot_be_run_twice_is_found(course):
    """With the slow tests each cell runs twice; here every first run is sound."""
    sources = {
        "import numpy as np\nrng = np.random.default_rng(0)": "",
        "print(rng.integers(100))": "85\n",
        "count, table = 1, {1: 2}": "",
        "count += 1\nprint(count)": "2\n",
        "print(count)\ncount += 1": "3\n",  # measured
        "table = list(table.values())": "",
        "print(table.pop())": "2\n",  # measured
    }
    solution = "```python\ncount += 1\nprint(count)\n```\n```text\n6\n```\n"
    path = add_lesson(course, "01-twice", *sources, text=solution)
    notebook = read(path)
    for cell, text in zip(notebook.cells, sources.values()):
        cell.outputs = [nbformat.v4.new_output("stream", text=text)] if text else []
        cell.execution_count = 1
    for number in (4, 6):
        notebook.cells[number].metadata["tags"] = ["measured"]
    nbformat.write(notebook, path)
    found, said = compare(course, "-m", "")
    assert found == ["Cell 3", "Cell 5", "Cell 6", "Solution 1"], said
    failures, _, _ = said.partition("short test summary")  # which may repeat them
    assert failures.count("The second run: ") == 4, said
    assert "AttributeError" in said and "IndexError" in said, said


@pytest.mark.parametrize(
    "recorded, again, fault",
    [
        ("mean 0.50, 3 of 9", "mean 0.53,  3 of 9", None),
        ("mean 0.50, 3 of 9", "mean 0.55, 3 of 9", "gives 0.55, recorded is 0.5"),
        ("mean 0.50, 3 of 9", "mean 0.50, 4 of 9", "gives 4, recorded is 3"),
        ("mean 0.50, 3 of 9", "sum 0.50, 3 of 9", "gives another text (stdout)"),
        ("1,179 posts", "1,200 posts", None),
    ],
)
def test_other_libraries_are_compared_with_a_tolerance(recorded, again, fault):
    outputs = [
        [nbformat.v4.new_output("stream", name="stdout", text=text)]
        for text in (recorded, again)
    ]
    assert contradictions(*outputs)[0] == ([fault] if fault else [])


@pytest.mark.parametrize(
    "again, fault",
    [
        ({"y": [2.0], "x": 1}, None),
        ({"x": 1, "y": [3]}, "gives 3, recorded is 2"),
        ({"x": 1, "z": [2]}, "gives another text (application/json)"),
    ],
)
def test_specifications_are_compared_by_their_entries(again, fault):
    outputs = [
        [nbformat.v4.new_output("display_data", {"application/json": data})]
        for data in ({"x": 1, "y": [2]}, again)
    ]
    assert contradictions(*outputs)[0] == ([fault] if fault else [])


# --- a user's own settings change nothing -------------------------------------------


def user_with_settings(home):
    """Return the environment of someone whose settings would change every output."""
    profile = home / ".ipython/profile_default"
    files = {
        home / ".config/matplotlib/matplotlibrc": "figure.dpi: 150\naxes.grid: True",
        home / "elsewhere/matplotlibrc": "lines.linewidth: 9",
        profile / "ipython_kernel_config.py": "c.InlineBackend.rc = {'font.size': 20}",
        profile / "startup/own.py": "print('Hello!'); one = 99",
        home / "python.py": "print('Hello again!')",
        home / ".local/share/jupyter/kernels/python3/kernel.json": (
            '{"argv": ["false"], "display_name": "mine", "language": "python"}'
        ),
    }
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    kept = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    return kept | {
        "HOME": str(home),
        "MATPLOTLIBRC": str(home / "elsewhere"),
        "MPLBACKEND": "agg",
        "PYTHONSTARTUP": str(home / "python.py"),
        "JUPYTER_PATH": str(home / ".local/share/jupyter"),
        "OMP_NUM_THREADS": "7",
    }


@posix
@pytest.mark.thorough
def test_settings_of_a_user_change_nothing(course, tmp_path):
    threads = "import os\nprint(os.environ['OMP_NUM_THREADS'])"
    path = add_lesson(course, "01-lesson", DRAW, threads)
    assert record(course)[0] == 0
    plain = path.read_bytes()
    user = user_with_settings(tmp_path / "home")
    status, said = record(course, env=user)
    assert status == 0 and "unchanged" in said, said
    assert path.read_bytes() == plain
    found, said = compare(course, env=user)
    assert found == [] and "2 passed" in said, said


# --- recording ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "last, said",
    [
        ("1 / 0", "ZeroDivisionError"),
        pytest.param("import os; os._exit(1)", "died", marks=pytest.mark.thorough),
    ],
)
def test_cell_that_fails_leaves_the_notebook_as_it_was(course, last, said):
    lesson = add_lesson(course, "99-trial", "print('a new output')", last)
    before = lesson.read_bytes()
    status, errors = record(course, "99")
    assert status == 1
    assert "99-trial.ipynb is unchanged" in errors and said in errors
    assert "Traceback" not in errors.partition("is unchanged")[0]
    assert lesson.read_bytes() == before


@posix
@pytest.mark.thorough
def test_interrupted_recording_leaves_the_notebook_and_can_be_repeated(course):
    wait = "import pathlib, time\nwhile not pathlib.Path('go').exists(): time.sleep(.1)"
    lesson = add_lesson(course, "99-trial", "print('first')", wait)
    before = lesson.read_bytes()
    process = start(course, "tools/record.py", "99")
    said = ""
    while "cell 1 of 2" not in said:
        assert process.poll() is None
        said += process.stdout.read(1)
    process.send_signal(signal.SIGINT)
    process.communicate()
    assert lesson.read_bytes() == before
    assert [p.name for p in lesson.parent.glob("99-*")] == [lesson.name]
    (lesson.parent / "go").touch()
    assert record(course, "99")[0] == 0
    assert "first" in lesson.read_text()


def test_unknown_lesson_is_named_with_the_known_ones(course):
    add_lesson(course, "01-lesson", "1")
    status, said = record(course, "02")
    assert status == 1 and "called 02; there are 01-lesson" in said


@pytest.mark.thorough
@pytest.mark.filterwarnings("ignore::nbformat.warnings.DuplicateCellId")
@pytest.mark.skipif(not shutil.which("git"), reason="no git")
def test_students_edit_merges_with_a_cell_that_was_inserted(course):
    """As nbgitpuller merges, the student's version wins; no id is there twice."""

    def git(*arguments):
        who = ["-c", "user.name=n", "-c", "user.email=e"]
        command = ["git", *who, *arguments]
        subprocess.run(command, cwd=course, check=True, capture_output=True)

    lesson = add_lesson(course, "01-lesson", "a = 1", "b = 2", "print(a + b)")
    record(course)
    git("init", "-b", "main")
    git("add", "book")
    git("commit", "-m", "first")
    git("branch", "student")

    notebook = read(lesson)
    notebook.cells.insert(1, nbformat.v4.new_code_cell("c = 3"))
    notebook.cells.append(copy.deepcopy(notebook.cells[0]))  # copied, with its id
    nbformat.write(notebook, lesson)
    record(course)
    ours = [cell.id for cell in read(lesson).cells]
    assert len(set(ours)) == 5
    git("commit", "-am", "insert a cell")

    git("checkout", "student")
    notebook = read(lesson)
    theirs = [cell.id for cell in notebook.cells]
    assert [ours[0], *ours[2:4]] == theirs
    notebook.cells[2].source = "print(a - b)"
    notebook.cells[2].outputs = []
    nbformat.write(notebook, lesson)
    git("commit", "-am", "my answer")
    git("merge", "-X", "ours", "main")
    merged = read(lesson)
    assert [cell.id for cell in merged.cells] == ours
    assert merged.cells[3].source == "print(a - b)"
