"""The workflows of GitHub; each check returns what is wrong with a folder, or ""."""

import re
import shutil
from subprocess import run
from sysconfig import get_path

import pytest
import yaml
from notebooks import ROOT

GITHUB = ROOT / ".github"


def lint(program, *arguments):
    done = run([program, *arguments], capture_output=True, encoding="utf-8")
    return done.stdout + done.stderr if done.returncode else ""


def zizmor(folder):
    """Look for what an attacker could use; it comes with the tests' packages."""
    program = shutil.which("zizmor", path=get_path("scripts"))
    return lint(program, "--offline", "--strict-collection", "--pedantic", folder)


def actionlint(folder):
    """Look for wrong keys and expressions; GitHub's Linux job installs it."""
    program = shutil.which("actionlint")
    program or pytest.skip("no actionlint on this machine")
    return lint(program, *folder.glob("workflows/*.yml"))


def check_pins(folder):
    """Each action is a full commit, with its version for people and Dependabot."""
    texts = [file.read_text("utf-8") for file in folder.glob("workflows/*.yml")]
    used = re.findall(r"\buses: *(.*)", "".join(texts))
    pin = re.compile(r"[\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    return "\n".join(u for u in used if not pin.fullmatch(u)) if used else "no actions"


def check_frame(folder):
    """A workflow has no permissions of its own; every job has a time limit."""
    faults = []
    for file in folder.glob("workflows/*.yml"):
        workflow = yaml.safe_load(file.read_text("utf-8"))
        if workflow.get("permissions") != {}:
            faults.append(f"{file.name}: top-level permissions are not empty")
        for name, job in workflow["jobs"].items():
            if not {"timeout-minutes", "permissions"} <= set(job):
                faults.append(f"{file.name}: {name} lacks a time limit or permissions")
    return "\n".join(faults)


FAULTS = [
    (zizmor, r"@[0-9a-f]{40} #.*", "@v7", "unpinned-uses"),
    (zizmor, r"permissions: {}", "permissions: write-all", "excessive-permissions"),
    (zizmor, r"persist-credentials: false", "fetch-depth: 1", "artipacked"),
    (
        zizmor,
        r"run: jupyter-book.*",
        "run: ${{ github.head_ref }}",
        "template-injection",
    ),
    (actionlint, r"matrix\.os", "matrix.so", 'property "so" is not defined'),
    (check_pins, r"@[0-9a-f]{40}", "@v7.0.1", "@v7.0.1 # v"),
    (check_pins, r" # v.*", "", "actions/checkout@"),
    (check_frame, r"permissions: {}", "permissions: write-all", "not empty"),
    (check_frame, r" *timeout-minutes: .*", "", "test lacks a time limit"),
]


@pytest.mark.parametrize("check", [zizmor, actionlint, check_pins, check_frame])
def test_workflows_have_no_fault(check):
    assert check(GITHUB) == ""


@pytest.mark.parametrize("check, old, new, expected", FAULTS)
def test_check_refuses(tmp_path, check, old, new, expected):
    folder = shutil.copytree(GITHUB, tmp_path / ".github")
    file = folder / "workflows/tests.yml"
    broken, found = re.subn(old, new, file.read_text("utf-8"), count=1, flags=re.M)
    assert found == 1
    file.write_text(broken, encoding="utf-8")
    assert expected in check(folder)
