"""How lessons are collected, which tests run, and a browser for those that need one."""

import copy
import os
import shutil

import check_data
import notebooks
import pytest
from nbval.plugin import IPyNbCell, IPyNbFile, NbCellError
from playwright.sync_api import sync_playwright


def pytest_addoption(parser):
    parser.addoption(
        "--lesson",
        action="append",
        default=[],
        metavar="NAME",
        help="run only what belongs to a chapter (07), a lesson, or a homework",
    )


def pytest_configure(config):
    notebooks.use_own_settings()
    for line in [
        "lesson(name): belongs to the lesson or homework of this name",
        "recordings: reads the tables of chapter 9 that may need the network",
        "thorough: runs in `make test-all` only",
    ]:
        config.addinivalue_line("markers", line)
    names = [path.stem for path in notebooks.lessons() + notebooks.homework()]
    for wanted in config.getoption("--lesson"):
        if not any(notebooks.is_chosen(name, wanted) for name in names):
            known = ", ".join(names)
            raise pytest.UsageError(f"no lesson is called {wanted}; there are {known}")


# --- lessons: nbval runs them, and compares what it leaves out -----------------


class Lesson(IPyNbFile):
    """A lesson, and after its cells its solutions, all in one kernel."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.exact = notebooks.unpinned() is None
        compared = ("metadata", "image/png", "image/jpeg")
        self.skip_compare = tuple(k for k in self.skip_compare if k not in compared)

    def collect(self):
        cells = [(i.name, i.cell, i.options) for i in super().collect()]
        code = "\n".join(cell.source for _, cell, _ in cells)
        solutions = notebooks.solutions(self.nb)
        options = {"check": self.compare_outputs, "check_exception": False}
        cells += [
            (f"Solution {number}", cell, {**options, "skip": False})
            for number, cell in enumerate(solutions, 1)
        ]
        for number, (name, cell, options) in enumerate(cells):
            if "measured" in notebooks.tags(cell):
                options["check"] = False  # how long something took
            item = LessonCell.from_parent(
                self, name=name, cell_num=number, cell=cell, options=options
            )
            item.add_marker(pytest.mark.lesson(self.path.stem))
            item.add_marker(pytest.mark.xdist_group(self.path.stem))  # one kernel
            if "load_dataset(" in code:
                item.add_marker("recordings")
            yield item


# Run in the kernel before and between the two runs of a cell: where a generator of an
# earlier cell would go on, results that later cells use would not be the recorded ones.
KEEP_GENERATORS = """
_kept = [(value, value.bit_generator.state) for value in [*globals().values()]
         if type(value).__name__ == "Generator"]
"""
RESET_GENERATORS = "for _one, _state in _kept: _one.bit_generator.state = _state"


class LessonCell(IPyNbCell):
    """A cell whose text, tables, and figures must be those that are recorded.

    With other packages, or on another kind of machine, numbers may differ by
    `notebooks.TOLERANCE`, and figures are not compared. With the slow tests, each
    cell runs twice, with the same random numbers, and both runs are compared.
    """

    def runtest(self):
        if "not thorough" in self.config.option.markexpr:
            return super().runtest()
        kernel = self.parent.kernel.kc
        recorded = copy.deepcopy(self.cell.outputs)  # nbval merges texts in place
        kernel.execute(KEEP_GENERATORS, silent=True)
        super().runtest()
        kernel.execute(RESET_GENERATORS, silent=True)
        self.cell.outputs = recorded
        try:
            super().runtest()
        except NbCellError as error:
            error.args = (f"The second run: {error}",)
            raise

    def compare_outputs(self, test, ref, skip_compare=None):
        notebooks.reduce_colors(test)
        if self.name.startswith("Solution"):
            test = notebooks.printed(test)
        if self.parent.exact:
            return super().compare_outputs(test, ref, skip_compare)
        self.comparison_traceback, _ = notebooks.contradictions(ref, test)
        return not self.comparison_traceback


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path, parent):
    collectors = yield
    found = []
    for collector in collectors:
        if isinstance(collector, IPyNbFile):
            if file_path not in notebooks.lessons(parent.config.rootpath):
                continue  # not part of the course
            collector = Lesson.from_parent(parent, path=file_path)
        found.append(collector)
    return found


# --- which tests run -------------------------------------------------------------


def pytest_collection_modifyitems(config, items):
    wanted = config.getoption("--lesson")
    kept, left = [], []
    for item in items:
        names = [mark.args[0] for mark in item.iter_markers("lesson")]
        chosen = any(notebooks.is_chosen(n, w) for n in names for w in wanted)
        (kept if chosen or not wanted else left).append(item)
    config.hook.pytest_deselected(items=left)
    items[:] = kept

    if any(item.get_closest_marker("recordings") for item in items):
        reason = check_data.recordings_missing()
        skip = pytest.mark.skip(reason=reason)
        for item in items if reason else []:
            if item.get_closest_marker("recordings"):
                item.add_marker(skip)


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
