"""The environment that the outputs depend on, and a browser, for every test."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright


def pytest_configure():
    # an inherited back end or style would change or hide the figures
    for name in ("MPLBACKEND", "MATPLOTLIBRC"):
        os.environ.pop(name, None)
    # without a home, matplotlib would say so in the first output of a chapter
    if not os.access(Path.home(), os.W_OK):
        os.environ.setdefault("MPLCONFIGDIR", tempfile.mkdtemp())
    # on busy cores one thread is faster than several, and sums keep their order
    os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")


def recordings_missing():
    """Return why chapter 9 cannot run here, or None; fetch its data if need be."""
    import seaborn as sns  # matplotlib reads the environment that is set above

    try:
        for name in ("brain_networks", "fmri", "dots"):
            sns.load_dataset(name)
    except OSError as error:
        where = "set SEABORN_DATA or connect to the internet"
        return f"chapter 9 needs seaborn's recordings; {where} ({error})"
    return None


def runs_chapter_9(item):
    """Say whether a test runs the chapter; others read no more than its text."""
    how = ("::Cell", "run_all", "again", "solutions")
    return "09-real-recordings" in item.nodeid and any(h in item.nodeid for h in how)


def pytest_collection_modifyitems(items):
    needs = [item for item in items if runs_chapter_9(item)]
    reason = recordings_missing() if needs else None
    for item in needs if reason else []:
        item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def browser():
    """Start Chromium, or skip where there is none (REQUIRE_BROWSER=1: fail)."""
    found = [shutil.which(n) for n in ("chromium", "chromium-browser", "google-chrome")]
    program = next(filter(None, found), None)
    if program is None:
        stop = pytest.fail if os.environ.get("REQUIRE_BROWSER") == "1" else pytest.skip
        stop("no Chromium on this machine; Debian: apt-get install chromium")
    quiet = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=quiet)
        yield browser
        browser.close()
