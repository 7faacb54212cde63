"""One program writes the address of the repository, and a fork can be published."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

import address
import offline
import pytest
from notebooks import ROOT

NAME, BRANCH = address.current()
# no fork should have this name, in which these tests must pass, too
FORK = ("someone/fork-of-brains", "trunk")
NAMES = "|".join({re.escape(NAME.split("/")[1]), "neural-data-ml", "fork-of-brains"})


def texts(root):
    """Return {path: text} of the files that may name the repository."""
    files = {path for glob in address.FILES for path in root.glob(glob)}
    return {
        path.relative_to(root).as_posix(): path.read_bytes().decode("utf-8")
        for path in files
    }


def named(text):
    """Return the repositories, and the branches, that a text names on GitHub."""
    text = unquote(text)
    hosts = r"(?:github\.com|raw\.githubusercontent\.com|mybinder\.org/v2/gh)"
    found = re.findall(rf"{hosts}/([\w-]+/(?:{NAMES})(?![\w-]))", text)
    branches = re.findall(rf"{hosts}/[\w-]+/[\w-]+/(?:archive/refs/heads/)?"
                          r"([\w-]+)(?:\?|/binder|\.zip)", text)  # fmt: skip
    branches += re.findall(r"[?&]branch=([\w-]+)", text)
    branches += re.findall(r"^ *branch(?:es)?: \[?([\w-]+)", text, re.M)
    return set(found), set(branches)


def wrong_pull_links(text, name, branch):
    """Return the links of nbgitpuller that do not open a file of this repository."""
    links = re.findall(r"\S+/git-pull\S*", text)
    wrong = [] if links else ["no link"]
    for link in links:
        opened = parse_qs(urlsplit(link).query).get("urlpath", [""])[0]
        # nbgitpuller clones into a folder that has the repository's name
        folder = f"lab/tree/{name.split('/')[1]}/"
        asked = {"repo": address.HOST + name, "branch": branch, "urlpath": opened}
        expected = "https://HUB/hub/user-redirect/git-pull?" + urlencode(asked)
        file = ROOT / opened.removeprefix(folder)
        if link != expected or not opened.startswith(folder) or not file.is_file():
            wrong.append(link)
    return wrong


def test_every_file_names_the_same_repository():
    found = {path: named(text) for path, text in texts(ROOT).items()}
    for path in ("README.md", "CITATION.cff", "book/setup.md", "book/instructors.md"):
        assert found[path][0] == {NAME}
    assert set().union(*(repositories for repositories, _ in found.values())) == {NAME}
    assert set().union(*(branches for _, branches in found.values())) == {BRANCH}


def test_links_to_binder_open_a_notebook():
    """Markdown would be shown as its source."""
    found = []
    for text in texts(ROOT).values():
        links = re.findall(
            r"mybinder\.org/v2/gh/[^)\s]*urlpath=lab/tree/([^)\s\"\\]+)", text
        )
        found += links
        assert all(link.endswith(".ipynb") and (ROOT / link).exists() for link in links)
    assert len(found) >= 4


def test_links_for_students_open_the_course():
    page = (ROOT / "book/instructors.md").read_text(encoding="utf-8")
    assert wrong_pull_links(page, NAME, BRANCH) == []
    owner = NAME.split("/")[0]
    for good, bad in [
        (f"%2F{owner}%2F", "%2FSOMEONE%2F"),
        ("%2F%2Fgithub", "//github"),
        (f"branch={BRANCH}", "branch=master"),
        ("tree%2F" + NAME.split("/")[1], "tree"),
        ("homework-01.ipynb", "homework-00.ipynb"),
        ("git-pull?", "git-pull"),
        ("git-pull", "pull"),
    ]:
        assert good in page
        assert wrong_pull_links(page.replace(good, bad), NAME, BRANCH), bad


@pytest.mark.parametrize(
    "new",
    [FORK, ("neural-data-ml/neural-data-ml.github.io", "main"), ("a-b/main", "x")],
)
def test_new_address_is_written_everywhere_and_the_old_one_can_come_back(new):
    old = (NAME, BRANCH)
    for path, text in texts(ROOT).items():
        moved = address.rewrite(text, old, new)
        assert NAME not in unquote(moved), path
        if path == "book/instructors.md":
            assert wrong_pull_links(moved, *new) == []
        assert address.rewrite(moved, new, old) == text, path


@pytest.mark.parametrize(
    "repository, site",
    [
        ("someone/brains", "https://someone.github.io/brains/"),
        ("SomeOne/Brains", "https://someone.github.io/Brains/"),
        ("someone/someone.github.io", "https://someone.github.io/"),
        ("SomeOne/someone.github.io", "https://someone.github.io/"),
        ("someone/other.github.io", "https://someone.github.io/other.github.io/"),
    ],
)
def test_site_is_where_github_pages_shows_it(repository, site):
    assert address.site(repository) == site


@pytest.mark.parametrize(
    "wrong",
    [["brains"], ["https://github.com/a/b"], ["a/b", "main", "c"], ["a/b", "m n"]],
)
def test_wrong_address_changes_nothing(wrong, monkeypatch):
    monkeypatch.setattr(address, "move", None)
    with pytest.raises(SystemExit, match="expected OWNER/NAME|no name of a branch"):
        address.main(wrong)


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """Follow the section Publish on a copy, as far as this machine goes."""
    folder = tmp_path_factory.mktemp("fork") / "copy"
    hidden = shutil.ignore_patterns(".git", ".venv", "_build", "__pycache__")
    shutil.copytree(ROOT, folder, ignore=hidden)
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = re.search(r"^## Publish\n(.*?)^## ", text, re.M | re.S)[1]
    commands = re.findall(r"^    (.*)$", section, re.M)
    assert any("tools/address.py" in command for command in commands)
    for command in commands:
        command = command.replace("YOU/NAME BRANCH", " ".join(FORK))
        words = command.replace(".venv/bin/python", sys.executable).split()
        # there is nowhere to push to, and other tests build the site
        if words[0] not in ("git", "make"):
            subprocess.run(words, cwd=folder, check=True, capture_output=True)
    return folder


def test_published_copy_names_the_fork_alone(published):
    found = {path: named(text) for path, text in texts(published).items()}
    assert set().union(*(names for names, _ in found.values())) == {FORK[0]}
    assert set().union(*(branches for _, branches in found.values())) == {FORK[1]}
    assert address.current(published) == FORK


@pytest.mark.thorough
def test_site_of_the_published_copy_names_the_fork(published):
    program = Path(sys.executable).with_name("jupyter-book")
    command = [program, "build", ".", "-W", "-n", "--quiet"]
    subprocess.run(
        command, cwd=published, check=True, capture_output=True,
        env={**os.environ, "WITH_DOWNLOADS": "1"},
    )  # fmt: skip
    pages = sorted((published / "_build/html").glob("**/*.html"))
    assert len(pages) > 20
    seen = set()
    for path in pages:
        html = path.read_text(encoding="utf-8")
        assert NAME not in unquote(html), path
        found, branches = named(html)
        seen |= found
        assert found <= {FORK[0]} and branches <= {FORK[1]}, path
        if "canonical" in html:
            assert (
                'rel="canonical" href="https://someone.github.io/fork-of-brains/'
                in html
            )
    assert seen == {FORK[0]}
    lesson = "_build/html/book/08-artificial-neurons.html"
    html, ours = ((root / lesson).read_text("utf-8") for root in (published, ROOT))
    binder = f"https://mybinder.org/v2/gh/{FORK[0]}/trunk?urlpath=lab/tree/book/"
    assert binder + "08-artificial-neurons.ipynb" in html
    for name in (offline.PDF, offline.EPUB):
        assert f'href="../{name}"' in html and name not in ours
