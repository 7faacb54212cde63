"""What goes wrong on other people's machines, and what they then see."""

import filecmp
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError

import check_data
import newsgroups
import pytest
import seaborn as sns
from notebooks import ROOT, lessons, read

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


# --- data -------------------------------------------------------------------


def test_data_are_whole_and_each_file_has_a_card():
    assert check_data.damaged() == [], check_data.RESTORE
    checksums = check_data.checksums()
    assert list(checksums) == check_data.data_files(), "run 'make data'"
    assert checksums["newsgroups.npz"] == newsgroups.COUNTS_SHA256
    cards = (check_data.DATA / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^### `(.+)`$", cards, re.M)) == set(checksums)


def test_checksums_are_written_as_sha256sum_reads_them(tmp_path):
    (tmp_path / "truth").mkdir()
    (tmp_path / "a.csv").write_text("1")
    (tmp_path / "truth/b.json").write_text("2")
    check_data.write_checksums(tmp_path)
    assert [*check_data.checksums(tmp_path)] == ["a.csv", "truth/b.json"]
    if shutil.which("sha256sum"):
        check = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
        assert run(*check, cwd=tmp_path).returncode == 0
        (tmp_path / "a.csv").write_text("3")
        assert run(*check, cwd=tmp_path).returncode == 1


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
    chapter = read(
        next(p for p in lessons() if "load_dataset(" in p.read_text("utf-8"))
    )
    load = next(c.source for c in chapter.cells if "load_dataset" in c.source)
    with pytest.raises(FileNotFoundError, match="SEABORN_DATA.*dots.csv.*no network"):
        exec(load, {"sns": sns})
    assert "no network" in check_data.recordings_missing()


# --- places -----------------------------------------------------------------


@posix
@pytest.mark.thorough
def test_chapter_runs_without_a_home_and_writes_nothing(course):
    chapter = course / "book/08-artificial-neurons.ipynb"
    before = {p: p.stat().st_mtime_ns for p in course.rglob("*") if p.is_file()}
    environment = {
        **os.environ,
        "HOME": "/dev/null/nobody",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider"]
    done = run(*command, chapter, cwd=course, env=environment)
    assert done.returncode == 0, done.stdout
    after = {p: p.stat().st_mtime_ns for p in course.rglob("*") if p.is_file()}
    assert after == before  # so a checkout that cannot be written to will do


# --- make -------------------------------------------------------------------


@posix
@pytest.mark.thorough
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
