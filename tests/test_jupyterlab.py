"""Chapters and homework in a real JupyterLab: opened in a browser, Run All."""

import contextlib
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request

import environment
import nbformat
import pytest
from answers import code, questions, released
from checks.lessons import each_lesson
from nbformat.reader import NotJSONError
from notebooks import (
    ROOT,
    code_cells,
    contradictions,
    homework,
    images,
    lessons,
    output_texts,
    read,
    tags,
    unpinned,
)

# One server and one browser are enough for two cores.
pytestmark = [pytest.mark.thorough, pytest.mark.xdist_group("jupyterlab")]


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Copy what a reader opens."""
    folder = tmp_path_factory.mktemp("course with a space")
    for name in ["book", "data", "homework/release"]:
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def jupyterlab(course):
    """Start JupyterLab as `make lab` does, without a token."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}"]
    options += ["--IdentityProvider.token=", "--ServerApp.disable_check_xsrf=True"]
    environment.calm_jupyterlab(course / "prefix")
    variables = {
        **os.environ,
        "JUPYTERLAB_WORKSPACES_DIR": str(course / "workspaces"),
        "JUPYTER_CONFIG_PATH": str(course / "prefix/etc/jupyter"),
    }
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", *options], cwd=course, env=variables,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    for _ in range(240):
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"{address}/api").close()
            break
        time.sleep(0.5)
    yield address
    server.terminate()
    server.wait()


@pytest.fixture(scope="module")
def window(browser):
    """One browser window for all notebooks, because JupyterLab takes long to load."""
    context = browser.new_context()
    yield context
    context.close()


def opened(window, jupyterlab):
    """Return the page that shows JupyterLab, a new one where a test has failed."""
    for page in window.pages:
        if page.locator(".jp-Notebook").count() == 0:
            return page
        page.close()
    with urllib.request.urlopen(f"{jupyterlab}/api/kernels") as answer:
        for kernel in json.load(answer):
            stop = f"{jupyterlab}/api/kernels/{kernel['id']}"
            urllib.request.urlopen(urllib.request.Request(stop, method="DELETE"))
    page = window.new_page()
    # without `reset` the notebooks opened before would come back
    page.goto(f"{jupyterlab}/lab?reset")
    page.locator(".jp-DirListing-item").first.wait_for(timeout=120_000)
    return page


def choose(page, menu, item):
    page.get_by_role("menuitem", name=menu, exact=True).click()
    page.get_by_role("menuitem", name=item).click()


def run_all(window, jupyterlab, course, path):
    """Open the notebook `path` of the course, press Run All; return what is saved.

    What is not on the screen may be missing from the page, so the file is saved
    until every code cell in it has run.
    """
    asked = []
    window.on("request", note := lambda request: asked.append(request.url))
    page = opened(window, jupyterlab)
    choose(page, "File", "Open from Path…")
    page.locator(".jp-Dialog input").fill(path)
    page.keyboard.press("Enter")
    page.locator(".jp-Notebook .jp-CodeCell").first.wait_for(timeout=120_000)
    idle = page.get_by_text("Python 3 (ipykernel) | Idle")
    idle.wait_for(timeout=120_000)
    choose(page, "Edit", "Clear Outputs of All Cells")
    choose(page, "Run", re.compile("^Run All Cells$"))
    before = (course / path).stat().st_mtime_ns
    end = time.monotonic() + 900
    while time.monotonic() < end:
        page.wait_for_timeout(200)
        if not idle.is_visible():
            continue
        page.keyboard.press("Control+s")
        page.wait_for_timeout(200)
        if (course / path).stat().st_mtime_ns == before:
            continue
        try:
            notebook = read(course / path)
        except NotJSONError:  # it is being written just now
            continue
        if all(cell.execution_count for cell in code_cells(notebook)):
            break
    else:
        pytest.fail("a cell has not run after 15 minutes")
    choose(page, "File", "Close and Shut Down Notebook")
    page.locator(".jp-Dialog .jp-mod-accept").click()
    page.locator(".jp-Notebook").wait_for(state="detached")
    window.remove_listener("request", note)
    hosts = {urllib.parse.urlsplit(url).hostname for url in asked}
    assert hosts <= {"127.0.0.1", None}, hosts
    return notebook


def test_first_minute_is_calm(browser, jupyterlab):
    """The lesson, the list of lessons, and nothing that asks for attention."""
    page = browser.new_page()
    page.goto(f"{jupyterlab}/lab/tree/book/01-workflow.ipynb?reset")
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=120_000)
    page.wait_for_timeout(2000)
    for lesson in lessons():
        assert page.locator(".jp-DirListing").get_by_text(lesson.name).is_visible()
    bars = page.locator("#jp-MainMenu, .jp-NotebookPanel-toolbar, .jp-SideBar")
    shown = " ".join(bars.all_inner_texts()) + page.locator("body").inner_html()
    for words in ("Nbgrader", "Create Assignment", "Formgrader", "Jupyter news"):
        assert words not in shown, words
    assert "Validate" not in " ".join(bars.all_inner_texts())
    assert page.locator(".jp-Dialog, .Toastify__toast").count() == 0
    page.close()


def differences(recorded, again):
    """Return the ids of the cells that show something else than is recorded."""
    if unpinned():
        return [
            a.id
            for a, b in zip(code_cells(recorded), code_cells(again), strict=True)
            if "measured" not in tags(a) and contradictions(a.outputs, b.outputs)[0]
        ]
    return [
        a.id
        for a, b in zip(code_cells(recorded), code_cells(again), strict=True)
        if [*output_texts(a)] != [*output_texts(b)] or images(a) != images(b)
    ]


@pytest.mark.parametrize("lesson", each_lesson(executed=True))
def test_run_all_gives_the_outputs_of_the_lesson(window, jupyterlab, course, lesson):
    path = lesson.relative_to(ROOT).as_posix()
    again = run_all(window, jupyterlab, course, path)
    assert differences(read(lesson), again) == []


def said(window, jupyterlab, course, path, answers):
    """Write answers into a release, Run All, and return what its checks say."""
    notebook = read(path)
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        cell.source = answers.get(name, cell.source)
    nbformat.write(notebook, path)
    place = f"homework/release/{path.stem}/{path.name}"
    notebook = run_all(window, jupyterlab, course, place)
    lines = []
    for cell in code_cells(notebook):
        for output in cell.outputs:
            if output.output_type == "error":
                lines.append(f"{output.ename}: {output.evalue}")
            else:
                lines.append(output.get("text", "").strip())
    return [line for line in lines if re.match(r"correct: |AssertionError", line)]


SOURCES = [
    pytest.param(path, id=path.stem, marks=pytest.mark.lesson(path.stem))
    for path in homework()
]


@pytest.mark.parametrize("source", SOURCES)
def test_run_all_of_a_solved_homework_is_right(window, jupyterlab, course, source):
    cells = code(read(source))
    answers = {name: cells[name] for name in questions(cells)}
    path = course / released(source).relative_to(ROOT)
    lines = said(window, jupyterlab, course, path, answers)
    assert len(lines) == len(answers)
    assert all(line.startswith("correct: ") for line in lines)


def test_run_all_of_a_homework_shows_what_is_wrong(window, jupyterlab, course):
    cells = code(read(homework()[0]))
    answers = {name: cells[name] for name in questions(cells)}
    path = course / released(homework()[0]).relative_to(ROOT)
    lines = said(window, jupyterlab, course, path, answers | {"q1": "chance = 0.565"})
    assert lines[0] == (
        "AssertionError: chance is a float; write a function, def chance(...)"
    )
    assert len(lines) == 5 and all(line.startswith("correct: ") for line in lines[1:])
