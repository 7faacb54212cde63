"""Spelling of the prose, and style of the code."""

import re
import subprocess
import sys

from notebooks import ROOT, homework, lessons, read


def test_spelling():
    """American spelling throughout; prose only, for notebooks hold pictures."""
    texts = [
        "".join(cell.source + "\n" for cell in read(path).cells)
        for path in [*lessons(), *homework()]
    ]
    command = [sys.executable, "-m", "codespell_lib"]
    found = subprocess.run(
        [*command, "-"],
        input="".join(texts),
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
    )
    assert found.stdout == "" and found.returncode == 0
    found = subprocess.run(
        [*command, "."], capture_output=True, encoding="utf-8", cwd=ROOT
    )
    assert found.stdout == "" and found.returncode == 0


def test_spelling_refuses_a_mistake():
    found = subprocess.run(
        [sys.executable, "-m", "codespell_lib", "-"],
        input="t" "eh col" "our\n", capture_output=True, encoding="utf-8", cwd=ROOT,
    )  # fmt: skip
    assert found.stdout.count("==>") == 2


def ruff(*arguments, source=None):
    command = [sys.executable, "-m", "ruff", *arguments]
    return subprocess.run(
        command, input=source, capture_output=True, encoding="utf-8", cwd=ROOT
    )


def test_code_style():
    for arguments in (["check", "."], ["format", "--check", "."]):
        found = ruff(*arguments)
        assert found.returncode == 0, found.stdout


def test_code_style_refuses_a_fault():
    assert "F401" in ruff("check", "-", source="import os\n").stdout
    assert ruff("format", "--check", "-", source="x = 'y'\n").returncode == 1


def test_no_pickle_is_loaded():
    """A pickle runs code when it is read; our files hold arrays and tables."""
    loads = r"allow_pickle *= *True|pickle\.loads?\(|joblib\.load\(|read_pickle\("
    for folder in ("book", "data", "extensions", "homework", "tools"):
        for path in ROOT.glob(f"{folder}/**/*"):
            if path.suffix in (".py", ".ipynb"):
                assert not re.search(loads, path.read_text("utf-8")), path
