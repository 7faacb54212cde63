"""What goes wrong on other people's machines, and what they then see."""

import ast
import contextlib
import filecmp
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from urllib.error import URLError

import check_data
import newsgroups
import pandas as pd
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
    return [MAKE, f"BIN={bin_folder}", *arguments]


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
    loading = [p for p in lessons() if "load_dataset(" in p.read_text("utf-8")]
    for lesson in loading:
        load = next(c.source for c in read(lesson).cells if "load_dataset" in c.source)
        with pytest.raises(FileNotFoundError, match=r"SEABORN_DATA.*csv.*no network"):
            exec(load, {"sns": sns})
    assert len(loading) == 2
    assert "no network" in check_data.recordings_missing()


@pytest.mark.parametrize(
    "text",
    ["", "<!DOCTYPE html>\n<html>busy, come back</html>\n", "a,b\n1,2\n3", -2000, -3],
)
def test_recording_that_is_not_whole_is_named(tmp_path, monkeypatch, text):
    tables = {name: f"{name}.csv" for name in check_data.RECORDINGS}
    monkeypatch.setenv("SEABORN_DATA", str(tmp_path))
    fmri = pd.DataFrame(0, index=range(1064), columns=[*"abcde"])
    networks = pd.DataFrame(
        0,
        index=range(920),
        columns=pd.MultiIndex.from_product([range(62), ["a"], ["b"]]),
    )
    networks.to_csv(tmp_path / tables["brain_networks"])
    fmri.to_csv(tmp_path / tables["fmri"], index=False)
    fmri[:848].to_csv(tmp_path / tables["dots"], index=False)
    assert check_data.recordings_missing() is None
    path = tmp_path / tables["fmri"]
    path.write_text(text if isinstance(text, str) else path.read_text()[:text])
    said = check_data.recordings_missing()
    assert str(path) in said and "delete it" in said


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
    assert (done.stdout + done.stderr).count("\n") <= 20, "a log of 45 kB"
    ours, theirs = ROOT / "_build/html", course / "_build/html"
    names = {p.relative_to(ours) for p in ours.rglob("*") if p.is_file()}
    assert names == {p.relative_to(theirs) for p in theirs.rglob("*") if p.is_file()}
    same, differ, errors = filecmp.cmpfiles(ours, theirs, names, shallow=False)
    assert (differ, errors) == ([], []) and len(same) > 100


def environment(course, python=sys.executable):
    return [python, course / "tools/environment.py"]


def old_python(folder):
    """Write a Python that says it is 3.9."""
    python = folder / "python3.9"
    python.write_text(
        f"#!{sys.executable}\nimport runpy, sys\nsys.version_info = (3, 9, 1)\n"
        f"sys.executable = {str(python)!r}\nsys.argv = sys.argv[1:]\n"
        "runpy.run_path(sys.argv[0], run_name='__main__')\n"
    )
    python.chmod(0o755)
    return python


@posix
def test_wrong_python_is_named_with_the_right_ones(course):
    old = old_python(course)
    done = run(MAKE, "book", f"PYTHON={old.name}", cwd=course,
               env={**os.environ, "PATH": f"{course}:{os.environ['PATH']}",
                    "MAKEFLAGS": ""})  # fmt: skip
    assert done.returncode != 0
    sentence = "needs Python 3.11 to 3.14, and python3.9 is 3.9. Use another one"
    assert sentence in done.stderr and "make PYTHON=python3.12" in done.stderr
    done = run(*environment(course, old))
    assert done.returncode == 1 and done.stderr.count("\n") == 1
    assert sentence in done.stderr


@posix
def test_old_pythons_can_read_the_program_that_refuses_them():
    program = ast.parse(
        (ROOT / "tools/environment.py").read_text(), feature_version=(3, 6)
    )
    assert not [n for n in ast.walk(program) if isinstance(n, ast.JoinedStr)]


@contextlib.contextmanager
def without(path):
    """Take a file or a folder away for a while."""
    away = path.with_name("away")
    path.rename(away)
    yield
    away.rename(path)


@posix
@pytest.mark.thorough
def test_environment_is_made_anew_when_it_is_not_ours_or_not_whole(course):
    """After `uv sync`, a new name of the folder, another lock, an interruption."""
    lock, bin_folder = course / "requirements.lock", course / ".venv/bin"
    lock.write_text("")  # needs no packages
    done = run(*environment(course), env={**os.environ, "PIP_USER": "1"})
    assert done.returncode == 0, done.stderr
    assert "takes some minutes" in done.stdout
    assert run(*environment(course)).stdout == "", "it was made again"

    def is_current():
        code = "import environment, os; print(environment.is_current(dict(os.environ)))"
        return run(sys.executable, "-c", code, cwd=course / "tools").stdout.strip()

    assert is_current() == "True"
    (pip,) = course.glob(".venv/lib/*/site-packages/pip-*")
    for path in (course / ".venv/installed", bin_folder / "python", pip):
        with without(path):
            assert is_current() == "False", path
    lock.write_text("# changed")
    assert is_current() == "False"
    lock.write_text("")
    assert is_current() == "True"

    linked = course.with_name("another course's environment")
    linked.mkdir()
    (linked / "installed").write_text("elsewhere")
    shutil.rmtree(course / ".venv")
    (course / ".venv").symlink_to(linked)
    assert run(*environment(course)).returncode == 0
    assert (linked / "installed").exists() and not (course / ".venv").is_symlink()

    renamed = course.rename(course.with_name("another name"))
    done = run(*environment(renamed))
    assert done.returncode == 0 and "takes some minutes" in done.stdout
    said = run(renamed / ".venv/bin/pip", "--version")
    assert str(renamed) in said.stdout


@posix
@pytest.mark.thorough
def test_environment_that_cannot_be_made_says_so(course):
    (course / "requirements.lock").write_text("no-such-package==0 --hash=sha256:00")
    done = run(*environment(course))
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "could not be made" in done.stderr


def test_uv_knows_that_this_is_not_its_project():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert settings["project"]["name"] and settings["tool"]["uv"]["managed"] is False


@posix
def test_jupyterlab_starts_as_root():
    plan = run(*make("--dry-run", "lab"), cwd=ROOT).stdout
    assert ("--allow-root" in plan) == (os.getuid() == 0)
