"""The homework: its checks are proved by answers, right, wrong, and missing."""

import csv
import functools
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import address
import nbformat
import pytest
from answers import BLANK, Homework, bank, code, place, questions, released
from checks import submissions
from checks.homework import SOURCES
from notebooks import ROOT, homework, markdown, read


@pytest.fixture(scope="module", params=SOURCES)
def executed(request):
    """Run one homework with its solutions, keeping the state before each question."""
    executed = Homework(request.param)
    executed.judge = functools.cache(executed.judge)  # two tests ask the same
    return executed


def test_blanks_are_named(executed):
    path, cells = executed.path, executed.cells
    blank = code(read(released(path)))
    for question in questions(cells):
        assert executed.judge(question, blank[question]) == BLANK


def judge(executed, answers):
    """Return what the checks say of wrong answers, and what they judge wrongly."""
    said, faults = [], []
    for question, expected, answer in answers:
        message = executed.judge(question, answer)
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
    path, cells = executed.path, executed.cells
    first = {(a[0], a[1] is None): a for a in reversed(answers_to(path))}
    assert len(first) == 2 * len(questions(cells))
    assert judge(executed, first.values())[1] == []


@pytest.mark.thorough
def test_right_answers_pass_and_wrong_ones_are_explained(executed):
    """Two right answers or more, and wrong ones that get four messages or more."""
    path, cells = executed.path, executed.cells
    for question in questions(cells):
        answers = [answer for answer in answers_to(path) if answer[0] == question]
        said, faults = judge(executed, answers)
        assert faults == []
        assert len(set(said)) >= 4 and len(answers) - len(said) >= 2


def test_form_of_the_homework(executed):
    path, cells = executed.path, executed.cells
    notebook = read(path)
    assert not any(cell.get("outputs") for cell in notebook.cells), "run 'make record'"
    asked = questions(cells)
    assert 4 <= len(asked) <= 6 and path.stem == path.parent.name
    assert asked == [f"q{number + 1}" for number in range(len(asked))]
    assert notebook.cells[1].source.startswith("%xmode Minimal")
    for name, text in cells.items():
        if re.match("tools|check-|hidden-", name):
            # students call their own functions what they like, but not so
            made = re.findall(r"^(?:def|class) (\w+)|^(\w+) =", text, re.M)
            assert all((a or b).startswith("_") for a, b in made), name
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
    cells = executed.cells
    with place(tmp_path), pytest.raises(AssertionError) as error:
        exec(cells["given-1"], {})
    message = "the data are missing: open this notebook in the whole course, "
    assert str(error.value) == message + address.HOST + address.current()[0]


def test_notebook_run_from_the_top_folder_finds_the_data(executed):
    namespace = {}
    with place(ROOT):
        exec(executed.cells["given-1"], namespace)
    assert ROOT / "data" in [v for v in namespace.values() if isinstance(v, Path)]


def is_check(cell):
    return cell.cell_type == "code" and cell.metadata.nbgrader.grade


# --- nbgrader: the release, and the way from submissions to grades -----------

# a class is graded once, so these tests run in one process
grading = pytest.mark.xdist_group("grading")


def shell(command, folder):
    """Run a command with the tools of this Python, and return what it says."""
    tools = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": tools, "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(
        command, cwd=folder, env=environment, shell=isinstance(command, str), text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600,
    )  # fmt: skip
    return done.returncode, done.stdout


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Copy what grading needs, with a shorter time limit."""
    folder = tmp_path_factory.mktemp("course with a space")
    for name in ["data", "homework/source", "homework/release"]:
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "homework/grade.py", folder / "homework")
    config = (ROOT / "homework/nbgrader_config.py").read_text()
    assert "c.Execute.timeout = 60" in config
    config = config.replace("timeout = 60", "timeout = 10")
    (folder / "homework/nbgrader_config.py").write_text(config)
    return folder


@grading
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


@pytest.fixture(scope="module")
def graded(course):
    """Grade a class that hands in everything that has gone wrong."""
    release = read(released(homework()[0]))
    folder = course / "homework/downloaded/homework-01"
    submissions.write(folder, release, read(released(homework()[1])))
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    page = (ROOT / "book/instructors.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```bash\n(.*?)^```", page, re.M | re.S)
    commands = [line for block in blocks for line in block.splitlines()]
    assert commands[:2] == ["source .venv/bin/activate", "cd homework"]
    said = []
    for command in commands[2:]:
        status, text = shell(command, course / "homework")
        assert status == 0, text
        said.append(text)
    assert before == {path: path.read_bytes() for path in before}
    return course / "homework", said


def lists(said):
    """Return the three lists with which grading ends."""
    graded = re.search(r"^Graded \(\d+\): (.*)$", said, re.M)[1].split(", ")
    absent = re.search(r"^Not submitted \(\d+\): (.*)$", said, re.M)[1].split(", ")
    return graded, absent, re.findall(r"^  (.+?): (.+)$", said, re.M)


@grading
@pytest.mark.thorough
def test_no_submission_stops_the_others(graded):
    folder, said = graded
    names, absent, attention = lists(said[1])
    with open(folder / "grades/homework-01.csv", newline="", encoding="utf-8") as file:
        rows = {row["ID number"]: row for row in csv.DictReader(file)}
    assert list(rows) == list(submissions.EXPECTED) and len(rows) >= 35
    for student, (first, last, points, words) in submissions.EXPECTED.items():
        name, row = f"{first} {last}", rows[student]
        score = row["homework-01"]
        if points is None or "its code ended the process" in "".join(words):
            assert (student, score) == (student, "")
        else:
            assert (student, float(score)) == (student, points)
        told = [why for who, why in attention if who == name]
        for word in words:
            assert any(word in why for why in told), (student, word, told)
        assert bool(told) == bool(words), (student, told)
        status = row["Status"].split(":")[0]
        handed_in = status != "not submitted"
        assert (name in absent) != handed_in and (name in names) == (status == "graded")
        page = folder / f"feedback/{student}/homework-01/homework-01.html"
        assert page.exists() == handed_in, student
    for word in submissions.NOBODY:
        assert any(word in why for _, why in attention), word
    text = (folder / "feedback/partly/homework-01/homework-01.html").read_text("utf-8")
    assert "the share of one label" in text
    text = (folder / "feedback/empty/homework-01/homework-01.html").read_text("utf-8")
    assert "the file is empty" in text
    for path in (ROOT / "data").glob("*.*"):
        assert (folder.parent / "data" / path.name).read_bytes() == path.read_bytes()


@grading
@pytest.mark.thorough
def test_grading_again_changes_nothing_unless_asked(graded):
    folder, said = graded
    with open(folder / "grades/homework-01.csv", newline="", encoding="utf-8") as file:
        rows = {row["ID number"]: row for row in csv.DictReader(file)}
    assert rows["canvas2"]["Late"] == "yes" and rows["ada"]["Late"] == "unknown"
    assert "points" not in said[2].split("Graded")[0], "nothing was to be done"
    assert said[3].split("Graded")[0].split() == [
        "1",
        "of",
        "1:",
        "Ada",
        "Lovelace:",
        "10",
        "points",
    ]
    assert len(lists(said[2])[2]) >= 12, "what could not be graded stays on the list"
    wrong = read(released(homework()[0]))
    newer = folder / "downloaded/homework-01/ada_homework-01 (2).ipynb"
    nbformat.write(wrong, newer)
    times = newer.parent / "times.csv"
    times.write_text(f"file,time\n{newer.name},2026-11-28 10:00\nnobody.ipynb,soon\n")
    status, text = shell("python grade.py homework-01", folder)
    assert status == 0 and "--again ada grades it" in text, text
    assert "'soon' is not a time such as" in text and "there is no such file" in text
    assert read_grade(folder, "ada") == ("10", "unknown")
    status, text = shell("python grade.py homework-01 --again ada", folder)
    assert status == 0 and read_grade(folder, "ada") == ("0", "yes"), text
    assert read_grade(folder, "two") == ("10", "unknown")
    solved = submissions.answered(wrong, submissions.RIGHT)
    nbformat.write(solved, newer.with_name("empty_homework-01 (1).ipynb"))
    status, text = shell("python grade.py homework-01", folder)
    assert status == 0 and read_grade(folder, "empty")[0] == "10", text
    with open(folder / "grades/homework-01-canvas.csv", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == [
        "Student",
        "ID",
        "SIS User ID",
        "SIS Login ID",
        "Section",
        "homework-01",
    ]
    assert ["Hopper, Grace", "1001", "canvas1", "", "", "10"] in rows


def read_grade(folder, student):
    with open(folder / "grades/homework-01.csv", newline="", encoding="utf-8") as file:
        row = next(r for r in csv.DictReader(file) if r["ID number"] == student)
    return row["homework-01"], row["Late"]


@grading
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["homework-99"], "there is no homework 'homework-99'"),
        (["homework-02"], "put what the students handed in into"),
        (["homework-01", "--roster", "nowhere.csv"], "there is no roster nowhere.csv"),
        (["homework-01", "--again", "nobody"], "no student has the id nobody"),
        (["homework-01", "--due", "soon"], "'soon' is not a time such as 2026-11-27"),
    ],
)
def test_a_wrong_wish_is_named(course, arguments, words):
    folder = course / "homework"
    (folder / "downloaded/homework-01").mkdir(parents=True, exist_ok=True)
    if not (folder / "gradebook.db").exists():
        shell("nbgrader generate_assignment homework-01 --force", folder)
    status, said = shell(["python", "grade.py", *arguments], folder)
    assert status in {1, 2} and words in said
