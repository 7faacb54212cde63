"""The homework: its checks are proved by answers, right, wrong and missing.

`tests/answers/NAME.py` holds answers to each question. `# %% q1 right` heads one
that the check must accept, `# %% q1 wrong: words` one that it must refuse with a
message that holds these words.
"""

import contextlib
import copy
import csv
import io
import os
import re
import shutil
import subprocess
import sys
import warnings
from pathlib import Path
from types import ModuleType

import nbformat
import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted(ROOT.glob("homework/source/*/*.ipynb"))
BLANK = "not answered yet"


def read(path):
    return nbformat.read(path, as_version=4)


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
    """Return a copy that an answer may spoil."""
    kept = {k: v for k, v in namespace.items() if isinstance(v, ModuleType)}
    rest = {k: v for k, v in namespace.items() if k not in kept and k[:2] != "__"}
    return {**kept, **copy.deepcopy(rest)}


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


@pytest.fixture(scope="module", params=SOURCES, ids=lambda path: path.stem)
def homework(request):
    """Run one homework with its solutions, keeping the state before each question."""
    cells, namespace, before = code(read(request.param)), {}, {}
    with place(request.param.parent):
        for name, source in cells.items():
            if name in questions(cells):
                before[name] = fresh(namespace)
            exec(source, namespace)
    return request.param, cells, before


def answered(homework, question, answer):
    path, cells, before = homework
    namespace = fresh(before[question])
    with place(path.parent):
        exec(answer, namespace)
        return verdict(namespace, cells[f"check-{question}"])


def released(path):
    return ROOT / "homework/release" / path.parent.name / path.name


def test_solutions_pass_and_blanks_are_named(homework):
    path, cells, _ = homework
    blank = code(read(released(path)))
    for question in questions(cells):
        assert answered(homework, question, cells[question]) is None
        assert answered(homework, question, blank[question]) == BLANK


def test_right_answers_pass_and_wrong_ones_are_explained(homework):
    path, cells, _ = homework
    answers = bank(ROOT / f"tests/answers/{path.stem}.py")
    assert {question for question, _, _ in answers} == set(questions(cells))
    faults = []
    for question in questions(cells):
        said, accepted = [], 0
        for _, expected, answer in [a for a in answers if a[0] == question]:
            message = answered(homework, question, answer)
            if expected is None:
                accepted += 1
                if message is not None:
                    faults.append(f"{question} refuses a right answer: {message}")
            elif message is None or expected not in message or "\n" in message:
                faults.append(f"{question}: expected {expected!r}, not {message!r}")
            else:
                said.append(message)
        if len(set(said)) < 4 or len(set(said)) < len(said) or accepted < 2:
            faults.append(f"{question}: {accepted} right answers, messages {said}")
    assert not faults, "\n".join(faults)


def test_form_of_the_homework(homework):
    path, cells, _ = homework
    notebook = read(path)
    asked = questions(cells)
    assert 4 <= len(asked) <= 6 and path.stem == path.parent.name
    assert asked == [f"q{number + 1}" for number in range(len(asked))]
    assert notebook.cells[1].source.startswith("%xmode Minimal")
    for cell in notebook.cells:
        if cell.cell_type == "code":
            widest = max(map(len, cell.source.split("\n")))
            assert widest <= 79, f"{cell.id}: a line of {widest} columns"
            grader = cell.metadata.nbgrader
            if grader.grade:  # an error in a check must not stop Run All
                assert cell.metadata.tags == ["raises-exception", "hide-input"]
                assert cell.metadata.jupyter == {"source_hidden": True}
                assert grader.locked and not grader.solution
            elif grader.solution:
                assert not grader.locked and "### BEGIN SOLUTION" in cell.source
            else:
                assert grader.locked
    points = [c.metadata.nbgrader.points for c in notebook.cells if is_check(c)]
    titles = re.findall(
        r"^## Question \d+: .+ \((\d+) points?\)$", markdown(notebook), re.M
    )
    assert [int(t) for t in titles] == points and sum(points) == 10
    imports = re.findall(r"^(?:import|from) (\w+)", "\n".join(cells.values()), re.M)
    known = {"pathlib", "numpy", "pandas", "matplotlib", "scipy", "sklearn", "seaborn"}
    assert set(imports) <= known


def test_notebook_downloaded_alone_says_so(homework, tmp_path):
    _, cells, _ = homework
    with place(tmp_path), pytest.raises(AssertionError) as error:
        exec(cells["given-1"], {})
    address = "https://github.com/OWNER/neural-data-ml"
    message = "the data are missing: open this notebook in the whole course, "
    assert str(error.value) == message + address


def is_check(cell):
    return cell.cell_type == "code" and cell.metadata.nbgrader.grade


def markdown(notebook):
    return "\n\n".join(c.source for c in notebook.cells if c.cell_type == "markdown")


# --- nbgrader: the release, and the way from submissions to grades -----------


def shell(command, folder):
    """Run a command with the tools of this Python, and return what it says."""
    tools = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": tools, "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(
        command, cwd=folder, env=environment, shell=True, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600,
    )  # fmt: skip
    return done.returncode, done.stdout


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Copy what grading needs, with a shorter time limit."""
    folder = tmp_path_factory.mktemp("course with a space")
    for name in ["data", "homework/source", "homework/release"]:
        shutil.copytree(ROOT / name, folder / name)
    config = (ROOT / "homework/nbgrader_config.py").read_text()
    assert "c.Execute.timeout = 60" in config
    config = config.replace("timeout = 60", "timeout = 10")
    (folder / "homework/nbgrader_config.py").write_text(config)
    return folder


def test_release_is_what_the_source_generates(course):
    before = {path: released(path).read_bytes() for path in SOURCES}
    status, said = shell(
        'nbgrader generate_assignment --force "*"', course / "homework"
    )
    assert status == 0, said
    for path in SOURCES:
        again = course / released(path).relative_to(ROOT)
        assert again.read_bytes() == before[path], f"{path.stem}: generate it again"


def solution_lines(path):
    """Return the lines of the solutions that stand nowhere else in the source."""
    text = "\n".join(cell.source for cell in read(path).cells)
    regions = re.findall(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", text, re.S)
    lines = {line.strip() for region in regions for line in region.split("\n")}
    rest = re.sub(r"### BEGIN SOLUTION\n.*?### END SOLUTION", "", text, flags=re.S)
    return {line for line in lines if len(line) > 8 and line not in rest}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_release_holds_no_solution(path):
    lines = solution_lines(path)
    assert len(lines) >= 4
    text = "\n".join(cell.source for cell in read(released(path)).cells)
    assert [line for line in lines if line in text] == []
    assert "SOLUTION" not in text and "# your answer here" in text
    assert all(not c.outputs for c in read(released(path)).cells if "outputs" in c)


def submit(course, student, answers):
    """Put a student's notebook, with these answers, where it is collected."""
    notebook = read(released(SOURCES[0]))
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        cell.source = answers.get(name, cell.source)
    archive = course / "homework/downloaded/homework-01/archive"
    archive.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, archive / f"{student}_homework-01.ipynb")
    return archive


def test_commands_of_the_instructors_page(course):
    """Four submissions and two hostile ones, from files to grades."""
    cells = code(read(SOURCES[0]))
    right = {name: cells[name] for name in questions(cells)}
    spoil = "(data / 'trials.csv').write_text('trial')\nchance = 0.565"
    archive = submit(course, "ada", right)
    submit(course, "berta", right | {"q1": "chance = y.mean()", "q4": "scores = 1"})
    submit(course, "carl", {"check-q1": "print('right')"})
    submit(course, "dora", right | {"q1": "import os\nos._exit(1)"})
    submit(course, "emil", right | {"q2": "while True:\n    pass", "q1": spoil})
    submit(course, "zoe", right)
    (archive / "hugo_homework-01.ipynb").write_text("not a notebook")

    page = (ROOT / "book/instructors.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```bash\n(.*?)^```", page, re.M | re.S)
    commands = [line for block in blocks for line in block.splitlines()]
    assert commands[:2] == ["source .venv/bin/activate", "cd homework"]
    for command in commands[2:]:
        status, said = shell(command, course / "homework")
        failed = set(re.findall(r"error processing .* for student '(\w+)'", said))
        assert failed == ({"dora", "hugo"} if "autograde" in command else set()), said
        assert (status != 0) == bool(failed), said

    with open(course / "homework/grades.csv", newline="") as file:
        rows = [r for r in csv.DictReader(file) if r["assignment"] == "homework-01"]
    grades = {row["student_id"]: row for row in rows}
    assert {name: float(row["score"]) for name, row in grades.items()} == {
        "ada": 10, "berta": 6, "carl": 0, "dora": 0, "emil": 8, "hugo": 0, "zoe": 10,
    }  # fmt: skip
    assert {float(row["max_score"]) for row in grades.values()} == {10}
    feedback = course / "homework/feedback/berta/homework-01/homework-01.html"
    assert "this is the share of running trials" in feedback.read_text("utf-8")
    for path in (ROOT / "data").glob("*.*"):
        assert (course / "data" / path.name).read_bytes() == path.read_bytes()
