"""What goes wrong on other people's machines, and what they then see."""

import filecmp
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError

import check_data
import nbformat
import newsgroups
import pytest
import seaborn as sns

from conftest import recordings_missing

ROOT = Path(__file__).resolve().parent.parent
MAKE = shutil.which("make")
posix = pytest.mark.skipif(os.name != "posix" or not MAKE, reason="no POSIX, no make")


@pytest.fixture
def course(tmp_path):
    """A copy of the course in a path that few programs like, with our packages."""
    copy = tmp_path / "mein Kurs – 神経"
    hidden = shutil.ignore_patterns(".*", "_build", "__pycache__")
    shutil.copytree(ROOT, copy, ignore=hidden)
    return copy


def make(*arguments):
    """Return a make command that uses these packages and never makes them anew."""
    bin_folder = Path(sys.executable).parent
    return [MAKE, "--old-file=.venv/installed", f"BIN={bin_folder}", *arguments]


def run(*command, **options):
    return subprocess.run(command, capture_output=True, encoding="utf-8", **options)


def write_notebook(path, *sources):
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), path)


# --- data -------------------------------------------------------------------


def test_data_are_whole_and_each_file_has_a_card():
    assert check_data.damaged() == [], check_data.RESTORE
    data = check_data.DATA
    files = [p for p in data.rglob("*") if p.suffix in (".csv", ".npz", ".json")]
    assert set(check_data.cards()) == {p.relative_to(data).as_posix() for p in files}
    assert check_data.cards()["newsgroups.npz"] == newsgroups.COUNTS_SHA256


def missing(path):
    path.unlink()


def truncated(path):
    path.write_bytes(path.read_bytes()[:-100])


def edited(path):
    path.write_text(path.read_text().replace("3", "4", 1))


@pytest.mark.parametrize("fault", [missing, truncated, edited])
def test_damaged_data_are_named_with_the_way_to_restore_them(course, fault):
    fault(course / "data/counts.csv")
    said = run(sys.executable, course / "tools/check_data.py")
    assert said.returncode == 1
    problem = "is missing" if fault is missing else "has been changed, or is not whole"
    assert f"data/counts.csv {problem}." in said.stderr
    assert said.stderr.count("data/counts.csv") == 1 and "git checkout" in said.stderr


def test_recordings_that_cannot_be_had_are_named(tmp_path, monkeypatch):
    def refuse(address):
        raise URLError("no network")

    monkeypatch.setenv("SEABORN_DATA", str(tmp_path))
    monkeypatch.setattr(sns.utils, "urlopen", refuse)
    chapter = nbformat.read(ROOT / "book/09-real-recordings.ipynb", as_version=4)
    load = next(c.source for c in chapter.cells if "load_dataset" in c.source)
    with pytest.raises(FileNotFoundError, match="SEABORN_DATA.*dots.csv.*no network"):
        exec(load, {"sns": sns})
    assert "no network" in recordings_missing()


# --- places -----------------------------------------------------------------


@posix
def test_chapter_runs_without_a_home_and_writes_nothing(course):
    chapter = course / "book/08-artificial-neurons.ipynb"
    before = {p: p.stat().st_mtime_ns for p in course.rglob("*") if p.is_file()}
    environment = {
        **os.environ,
        "HOME": "/dev/null/nobody",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", chapter]
    done = run(*command, cwd=course, env=environment)
    assert done.returncode == 0, done.stdout
    after = {p: p.stat().st_mtime_ns for p in course.rglob("*") if p.is_file()}
    assert after == before  # so a checkout that cannot be written to will do


# --- make -------------------------------------------------------------------


@posix
def test_interrupted_build_is_mended_by_the_next_with_the_same_bytes(course):
    """The site is also the same in another folder, without a home directory."""
    environment = {**os.environ, "HOME": "/dev/null/nobody"}
    build = subprocess.Popen(
        make("book"), cwd=course, env=environment, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    half = course / "_build/html/book/03-clustering.html"
    while not half.exists() and build.poll() is None:
        time.sleep(0.02)
    os.killpg(build.pid, signal.SIGKILL)
    build.wait()
    half.write_bytes(half.read_bytes()[:1000])

    done = run(*make("book"), cwd=course, env=environment)
    assert done.returncode == 0, done.stderr
    ours, theirs = ROOT / "_build/html", course / "_build/html"
    names = {p.relative_to(ours) for p in ours.rglob("*") if p.is_file()}
    assert names == {p.relative_to(theirs) for p in theirs.rglob("*") if p.is_file()}
    same, differ, errors = filecmp.cmpfiles(ours, theirs, names, shallow=False)
    assert (differ, errors) == ([], []) and len(same) > 100


@posix
def test_wrong_python_is_named_with_the_right_ones(course):
    old = course / "python3.9"
    old.write_text(
        f"#!{sys.executable}\nimport sys\n"
        "sys.version_info = (3, 9, 1)\nexec(sys.argv[2])\n"
    )
    old.chmod(0o755)
    done = run(MAKE, "book", f"PYTHON={old.name}", cwd=course,
               env={**os.environ, "PATH": f"{course}:{os.environ['PATH']}"})  # fmt: skip
    assert done.returncode != 0
    assert "needs Python 3.11 to 3.14, and python3.9 is 3.9." in done.stderr
    assert "make book PYTHON=python3.12" in done.stderr


@posix
def test_environment_is_made_anew_when_the_pins_change(course):
    installed = course / ".venv/installed"
    installed.parent.mkdir()
    installed.touch()
    plan = run(MAKE, "--dry-run", "book", cwd=course).stdout
    assert "jupyter-book" in plan and "-m venv" not in plan
    os.utime(course / "requirements.lock", (time.time() + 9, time.time() + 9))
    plan = run(MAKE, "--dry-run", "book", cwd=course).stdout
    assert "-m venv --clear .venv" in plan and "--require-hashes" in plan


# --- recording --------------------------------------------------------------


def record(course, **options):
    command = [sys.executable, course / "tools/record.py", "99"]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        **options,
    )


@pytest.mark.parametrize(
    "last, said", [("import os; os._exit(1)", "died"), ("1 / 0", "ZeroDivisionError")]
)
def test_cell_that_fails_leaves_the_notebook_as_it_was(course, last, said):
    chapter = course / "book/99-trial.ipynb"
    write_notebook(chapter, "print('a new output')", last)
    before = chapter.read_bytes()
    _, errors = (process := record(course)).communicate()
    assert process.returncode == 1
    assert "99-trial.ipynb is unchanged" in errors and said in errors
    assert "Traceback" not in errors.partition("is unchanged")[0]
    assert chapter.read_bytes() == before


@posix
def test_interrupted_recording_leaves_the_notebook_and_can_be_repeated(course):
    chapter = course / "book/99-trial.ipynb"
    write_notebook(chapter, "print('first')", "import time; time.sleep(5)")
    before = chapter.read_bytes()
    process = record(course)
    said = ""
    while "cell 1 of 2" not in said:
        assert process.poll() is None
        said += process.stdout.read(1)
    process.send_signal(signal.SIGINT)
    process.communicate()
    assert chapter.read_bytes() == before
    assert [p.name for p in chapter.parent.glob("99-*")] == [chapter.name]
    process = record(course)
    process.communicate()
    assert process.returncode == 0
    assert "first" in chapter.read_text()
