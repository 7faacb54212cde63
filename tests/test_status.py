"""`make matrix` sees what it must; no notebook is executed here."""

import copy

import nbformat
import pytest
import status
from notebooks import ROOT, code_cells, images, lessons, read, with_solutions

RECORDED = read(ROOT / "book/08-networks.ipynb")


def output_with(notebook, words):
    """Return the cell and its output that shows these words."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if words in output.get("text", ""):
                return cell, output
    raise AssertionError(f"no output shows {words!r}")


def rewrite(old, new):
    def fault(notebook):
        output = output_with(notebook, old)[1]
        output.text = output.text.replace(old, new)

    return fault


def remove_output(notebook):
    output_with(notebook, "7 parameters")[0].outputs = []


def remove_figure(notebook):
    output_of_figure(notebook).data.pop("image/png")


def output_of_figure(notebook):
    outputs = [o for c in notebook.cells for o in c.get("outputs", [])]
    return next(o for o in outputs if "image/png" in o.get("data", {}))


def raise_error(notebook):
    cell = output_with(notebook, "7 parameters")[0]
    cell.outputs = [nbformat.v4.new_output("error", ename="ValueError")]


def stop(notebook):
    cell = output_with(notebook, "7 parameters")[0]
    cell.outputs, cell.execution_count = [], None


def add_warning(notebook):
    warning = nbformat.v4.new_output("stream", name="stderr", text="deprecated")
    output_with(notebook, "7 parameters")[0].outputs.insert(0, warning)


def change_figure(notebook):
    data = output_of_figure(notebook).data
    data["image/png"] = data["image/png"].replace("A", "B", 1)


def judge(fault, exact):
    again = with_solutions(RECORDED)
    fault(again)
    assert again != with_solutions(RECORDED)
    return status.judge(RECORDED, again, exact)


@pytest.mark.parametrize(
    "fault, line",
    [
        (
            rewrite("test points: 0.84", "test points: 0.90"),
            "gives 0.9, recorded is 0.84",
        ),
        (rewrite("7 parameters", "8 parameters"), "gives 8, recorded is 7"),
        (rewrite("[16, 4, 4, 1]", "[16, 4, 4, 2]"), "gives 2, recorded is 1"),
        (rewrite("7 parameters", "7 weights"), "gives another text"),
        (rewrite("7 parameters", "7 parameters, 3"), "gives another text"),
        (remove_output, "gives [], recorded are ['stdout']"),
        (remove_figure, "recorded are ['image/png', 'text/plain']"),
        (raise_error, "raises ValueError"),
        (stop, "did not run"),
    ],
)
def test_fault_is_seen(fault, line):
    for exact in (True, False):
        word, faults = judge(fault, exact)
        assert word == "fails" and len(faults) == 1 and line in faults[0]


@pytest.mark.parametrize(
    "change, word",
    [
        (rewrite("[0.5 0.5 0.5 0.5]", "[ .5 0.5 0.504 .5]"), "holds, 0.004"),
        (add_warning, "holds, 0.000"),
        (change_figure, "holds, 0.000"),
    ],
)
def test_small_change_holds_but_is_not_exact(change, word):
    assert judge(change, exact=False) == (word, [])
    said, faults = judge(change, exact=True)
    assert said == word and "byte for byte" in faults[0]


def test_same_outputs_are_exact():
    assert status.judge(RECORDED, with_solutions(RECORDED), False) == ("exact", [])


def test_figure_of_times_may_differ():
    recorded = copy.deepcopy(RECORDED)
    for cell in code_cells(recorded):
        if images(cell):
            cell.metadata["tags"] = ["measured"]
    again = with_solutions(recorded)
    change_figure(again)
    assert again != with_solutions(recorded)
    assert status.judge(recorded, again, True) == ("exact", [])


def test_solution_is_compared_by_what_it_prints():
    again = with_solutions(RECORDED)
    solution = again.cells[-1]
    value = nbformat.v4.new_output("execute_result", {"text/plain": "(1, 2)"})
    solution.execution_count = 30
    solution.outputs = solution.outputs + [value]
    word, faults = status.judge(RECORDED, again, False)
    assert word == "fails" and faults == ["solution-6 gives another text (stdout)"]
    solution.outputs = []
    assert status.judge(RECORDED, again, False)[0] == "fails"


def test_result_of_another_text_is_none():
    again = with_solutions(RECORDED)
    again.cells[0].source += " "
    assert status.judge(RECORDED, again, True)[0] == "not run"


def test_chapter_added_after_the_run_is_not_run(tmp_path, monkeypatch):
    monkeypatch.setattr(status, "BUILD", tmp_path)
    (tmp_path / "lock").mkdir()
    (tmp_path / "lock/facts.json").write_text('{"seconds": {}}')
    lock = status.Configuration("lock", "words")
    assert {word for word, _ in status.results(lock)[1]} == {"not run"}
    monkeypatch.setattr(status, "configurations", lambda: [lock])
    monkeypatch.setattr(status, "execute", lambda configuration: None)
    with pytest.raises(SystemExit, match="needs the results of 'lock'"):
        status.main(["lock"])


def test_page_shows_each_result_and_fault():
    number = len(lessons())
    facts = {
        "machine": ["Linux", "x86_64"],
        "cores": ["Haswell"],
        "versions": dict.fromkeys(("Python", *status.LIBRARIES), "1.2.3"),
        "seconds": {path.stem: 7.4 for path in lessons()},
    }
    lock, other = (status.Configuration(name, "words") for name in ("lock", "odd"))
    found = [(lock, facts, [("exact", [])] * number)]
    found += [(other, {}, [("fails", ["cell-03 raises ValueError"])] * number)]
    found += [(other._replace(name="gone"), {}, [("not present", [])] * number)]
    page = status.write_page(found)
    assert "| lesson | lock | odd | seconds |" in page and "gone |" not in page
    assert "| 08-artificial-neurons | exact | fails | 7 |" in page
    assert "- **odd**, 08-artificial-neurons: cell-03 raises ValueError" in page
    assert "- **gone**: words; not present." in page


def test_written_page_speaks_of_each_configuration():
    page = (ROOT / "book/status.md").read_text(encoding="utf-8")
    own = {"lock", "no-simd", "two-threads", "oldest", "newest"}
    for name in own | {core.lower() for core in status.CORES}:
        assert f"\n- **{name}**: " in page, f"run 'make matrix CONFIG={name}'"
    assert "fails |" not in page and "not run |" not in page
