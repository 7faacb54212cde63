"""The homework: its checks are proved by answers, right, wrong, and missing."""

import csv
import os
import re
import shutil
import subprocess
import sys
import warnings
from pathlib import Path

import address
import nbformat
import pytest
from checks.homework import (
    BLANK,
    SOURCES,
    bank,
    code,
    fresh,
    place,
    questions,
    released,
    verdict,
)
from notebooks import ROOT, homework, markdown, read


@pytest.fixture(scope="module", params=SOURCES)
def executed(request):
    """Run one homework with its solutions, keeping the state before each question."""
    cells, namespace, before = code(read(request.param)), {}, {}
    with place(request.param.parent):
        for name, source in cells.items():
            if name in questions(cells):
                before[name] = fresh(namespace)
            if name.startswith(("check-", "hidden-")):
                assert verdict(namespace, source) is None, f"{name} refuses it"
            else:
                exec(source, namespace)
    return request.param, cells, before


def answered(executed, question, answer):
    path, cells, before = executed
    namespace = fresh(before[question])
    with place(path.parent), warnings.catch_warnings():
        exec(answer, namespace)
        said = verdict(namespace, cells[f"check-{question}"])
        if said is None and f"hidden-{question}" in cells:
            said = verdict(namespace, cells[f"hidden-{question}"])
        return said


def test_blanks_are_named(executed):
    path, cells, _ = executed
    blank = code(read(released(path)))
    for question in questions(cells):
        assert answered(executed, question, blank[question]) == BLANK


def judge(executed, answers):
    """Return what the checks say of wrong answers, and what they judge wrongly."""
    said, faults = [], []
    for question, expected, answer in answers:
        message = answered(executed, question, answer)
        if expected is None:
            if message is not None:
                faults.append(f"{question} refuses a right answer: {message}")
        elif message is None or expected not in message or "\n" in message:
            faults.append(f"{question}: expected {expected!r}, not {message!r}")
        else:
            said.append(message)
    return said, faults


def answers_to(path):
    return bank(ROOT / f"tests/answers/{path.stem}.py")


def test_one_right_and_one_wrong_answer_to_each_question(executed):
    path, cells, _ = executed
    first = {(a[0], a[1] is None): a for a in reversed(answers_to(path))}
    assert len(first) == 2 * len(questions(cells))
    assert judge(executed, first.values())[1] == []


@pytest.mark.thorough
def test_right_answers_pass_and_wrong_ones_are_explained(executed):
    """Two right answers or more, and wrong ones that get four messages or more."""
    path, cells, _ = executed
    for question in questions(cells):
        answers = [answer for answer in answers_to(path) if answer[0] == question]
        said, faults = judge(executed, answers)
        assert faults == []
        assert len(set(said)) >= 4 and len(answers) - len(said) >= 2


def test_form_of_the_homework(executed):
    path, cells, _ = executed
    notebook = read(path)
    assert not any(cell.get("outputs") for cell in notebook.cells), "run 'make record'"
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
                hidden = grader.grade_id.startswith("hidden-")
                shown = "remove-cell" if hidden else "hide-input"
                assert cell.metadata.tags == ["raises-exception", shown]
                assert hidden == ("### BEGIN HIDDEN TESTS" in cell.source)
                assert cell.metadata.jupyter == {"source_hidden": True}
                assert grader.locked and not grader.solution
            elif grader.solution:
                assert not grader.locked and "### BEGIN SOLUTION" in cell.source
            else:
                assert grader.locked
    points = dict.fromkeys(asked, 0)
    for cell in filter(is_check, notebook.cells):
        question = cell.metadata.nbgrader.grade_id.split("-")[1]
        points[question] += cell.metadata.nbgrader.points
    titles = re.findall(
        r"^## Question \d+: .+ \((\d+) points?\)$", markdown(notebook), re.M
    )
    assert [int(t) for t in titles] == list(points.values())
    assert sum(points.values()) == 10
    imports = re.findall(r"^(?:import|from) (\w+)", "\n".join(cells.values()), re.M)
    known = {
        "contextlib",
        "copy",
        "functools",
        "io",
        "warnings",
        "pathlib",
        "numpy",
        "pandas",
        "matplotlib",
        "scipy",
        "sklearn",
        "seaborn",
    }
    assert set(imports) <= known


def test_notebook_downloaded_alone_says_so(executed, tmp_path):
    _, cells, _ = executed
    with place(tmp_path), pytest.raises(AssertionError) as error:
        exec(cells["given-1"], {})
    message = "the data are missing: open this notebook in the whole course, "
    assert str(error.value) == message + address.HOST + address.current()[0]


def test_notebook_run_from_the_top_folder_finds_the_data(executed):
    namespace = {}
    with place(ROOT):
        exec(executed[1]["given-1"], namespace)
    assert ROOT / "data" in [v for v in namespace.values() if isinstance(v, Path)]


def is_check(cell):
    return cell.cell_type == "code" and cell.metadata.nbgrader.grade


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
    before = {path: released(path).read_bytes() for path in homework()}
    status, said = shell(
        'nbgrader generate_assignment --force "*"', course / "homework"
    )
    assert status == 0, said
    for path in homework():
        again = course / released(path).relative_to(ROOT)
        assert again.read_bytes() == before[path], f"{path.stem}: generate it again"


def solution_lines(path):
    """Return the lines of the solutions that stand nowhere else in the source."""
    text = "\n".join(cell.source for cell in read(path).cells)
    regions = re.findall(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", text, re.S)
    lines = {line.strip() for region in regions for line in region.split("\n")}
    rest = re.sub(r"### BEGIN SOLUTION\n.*?### END SOLUTION", "", text, flags=re.S)
    return {line for line in lines if len(line) > 8 and line not in rest}


@pytest.mark.parametrize("path", SOURCES)
def test_release_holds_no_solution(path):
    lines = solution_lines(path)
    assert len(lines) >= 4
    text = "\n".join(cell.source for cell in read(released(path)).cells)
    assert [line for line in lines if line in text] == []
    assert "SOLUTION" not in text and "# your answer here" in text
    assert "HIDDEN" not in text
    assert all(not c.outputs for c in read(released(path)).cells if "outputs" in c)


SHARE = "def chance(labels):\n    return (labels == labels.max()).mean()"


def submit(course, student, answers):
    """Put a student's notebook, with these answers, where it is collected."""
    notebook = read(released(homework()[0]))
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        cell.source = answers.get(name, cell.source)
    archive = course / "homework/downloaded/homework-01/archive"
    archive.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, archive / f"{student}_homework-01.ipynb")
    return archive


@pytest.mark.thorough
def test_commands_of_the_instructors_page(course):
    """Four submissions and two hostile ones, from files to grades."""
    cells = code(read(homework()[0]))
    right = {name: cells[name] for name in questions(cells)}
    spoil = "(data / 'trials.csv').write_text('trial')\n" + right["q1"]
    archive = submit(course, "ada", right)
    submit(course, "berta", right | {"q1": SHARE, "q4": "decode = 1"})
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
    assert "the share of one label" in feedback.read_text("utf-8")
    for path in (ROOT / "data").glob("*.*"):
        assert (course / "data" / path.name).read_bytes() == path.read_bytes()
