"""What nbval does not compare: figures, frame, prose, exercises, numbers.

Each check takes a notebook and returns what is wrong with it, a line a fault.
`FAULTS` proves each check with a notebook broken in memory.
"""

import ast
import copy
import platform
import re
from functools import cache
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import nbformat
import pytest
from record import comparable, run
from sklearn.utils.discovery import all_displays, all_estimators, all_functions

ROOT = Path(__file__).resolve().parent.parent
CHAPTERS = sorted(ROOT.glob("book/[01]*.ipynb"))
GOOD = CHAPTERS[7]  # to be broken
LONG = ("01", "04", "06")  # chapters that may have more words and cells


def read(path):
    return nbformat.read(path, as_version=4)


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def markdown(notebook):
    return "\n\n".join(c.source for c in notebook.cells if c.cell_type == "markdown")


def output_texts(cell):
    for output in cell.outputs:
        if output.output_type == "stream":
            yield output.text
        for kind, data in output.get("data", {}).items():
            if kind.startswith("text/"):
                yield data


def images(cell):
    return [
        kind
        for output in cell.outputs
        for kind in output.get("data", {})
        if kind.startswith("image/")
    ]


def directives(text, name):
    """Return the argument, options and body of each directive of that name."""
    options = r"((?::[a-z]+:[^\n]*\n)*)"
    pattern = rf"^(:{{3,}})\{{{name}\}} *([^\n]*)\n{options}(.*?)^\1$"
    return re.findall(pattern, text, flags=re.MULTILINE | re.DOTALL)


def prose(notebook):
    """Return what a reader reads: no code, formulas, links or solutions."""
    text = markdown(notebook)
    text = re.sub(r"^(:{3,})\{solution\}.*?^\1$", "", text, flags=re.M | re.S)
    text = re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)
    text = re.sub(r"\$\$.*?\$\$|\$[^$\n]+\$", "", text, flags=re.S)
    text = re.sub(r"\]\([^)]*\)", "]", text)
    text = re.sub(r"\{[a-z:]+\}(`[^`<]*`)?", r"\1", text)  # roles, directives
    return re.sub(r"^:.*$", "", text, flags=re.M)


# --- the checks -------------------------------------------------------------


def check_executed(notebook):
    """Every code cell has run, in order."""
    counts = [cell.execution_count for cell in code_cells(notebook)]
    if counts != list(range(1, len(counts) + 1)):
        return [f"execution counts are {counts}; run 'make record'"]
    return []


def draws(cell):
    """Say whether a cell draws: it makes a figure, or calls what makes one."""
    return re.search(r"\bplt\.subplots|\bplt\.figure|^draw_\w+\(", cell.source, re.M)


def check_figures(notebook):
    """Each figure cell holds exactly one PNG and describes it in words."""
    faults = []
    for cell in code_cells(notebook):
        alt = cell.metadata.get("mystnb", {}).get("image", {}).get("alt", "")
        expected = ["image/png"] if alt or draws(cell) else []
        if images(cell) != expected:
            faults.append(f"{cell.id}: images {images(cell)}, expected {expected}")
        if expected and len(alt) < 60:
            faults.append(f"{cell.id}: a figure needs an alt text of 60 letters")
    return faults


UNSTABLE = {
    "a path": r"(?<![\w.])(/(home|root|tmp|usr|Users)/|[A-Z]:\\)|site-packages",
    "an address in memory": r"\bat 0x[0-9a-f]{6,}",
    "a warning": r"Warning\b",
    "a timing": r"\b\d+(\.\d+)? ?([mµn]s|seconds?)\b per|Wall time|CPU times",
    "a bare numpy scalar": r"\bnp\.(float|int|str|bool)\w*\(",
    "17 digits": r"\d\.\d{12}",
    "an estimator diagram": r"sk-container",
}


def check_outputs(notebook):
    """No output that differs between machines, and no trailing semicolon."""
    faults = []
    for cell in code_cells(notebook):
        text = "\n".join(output_texts(cell))
        for name, pattern in UNSTABLE.items():
            if re.search(pattern, text):
                faults.append(f"{cell.id}: {name} in the output")
        if any(o.output_type == "error" for o in cell.outputs):
            faults.append(f"{cell.id}: an error in the output")
        if any(o.get("name") == "stderr" for o in cell.outputs):
            faults.append(f"{cell.id}: something on stderr")
        if cell.source.rstrip().endswith(";"):
            faults.append(f"{cell.id}: ends with ';', which nbval does not honor")
    return faults


def check_metadata(notebook):
    """No editor metadata, timestamps or random cell ids."""
    faults = []
    for number, cell in enumerate(notebook.cells):
        extra = set(cell.metadata) - {"mystnb", "tags"}
        if extra or cell.id != f"cell-{number:02d}":
            faults.append(f"{cell.id}: run 'make record' (metadata {extra})")
    if "version" in notebook.metadata.get("language_info", {}):
        faults.append("language_info holds a Python version; run 'make record'")
    return faults


def check_frame(notebook, long=False):
    """The parts of style.md, in their order."""
    text = markdown(notebook)
    faults = []
    position = 0
    for part, pattern in {
        "a title": r"\A# \S",
        "a box 'At a glance'": r"^:::\{admonition\} At a glance\n"
        r"- \*\*Data:\*\* .*\n- \*\*Methods:\*\* .*\n"
        r"- \*\*Minutes:\*\* \d+\n- \*\*Needs:\*\* .*\n:::$",
        "'What you will learn' with 3 to 5 points": r"^## What you will learn\n\n"
        r"(- .+\n){2,4}- .+(\n\n|\Z)",
        "'Against the truth' or 'Against chance'": r"^## Against (the truth|chance)$",
        "'Try it'": r"^## Try it$",
        "'Recap' with 3 to 6 points": r"^## Recap\n\n(- .+\n){2,5}- .+\n\n",
        "'Going further'": r"^## Going further$",
    }.items():
        match = re.compile(pattern, re.M).search(text, position)
        if match:
            position = match.start()
        else:
            faults.append(f"{part} is missing, or not in its place")
    if not directives(text, "admonition") or "{admonition} Pitfall" not in text:
        faults.append("no box 'Pitfall'")
    exercises = [
        re.search(r":label: (\S+)", e[2]) for e in directives(text, "exercise")
    ]
    solutions = directives(text, "solution")
    if not 2 <= len(exercises) <= 4:
        faults.append(f"{len(exercises)} exercises, expected 2 to 4")
    if [e and e[1] for e in exercises] != [s[1] for s in solutions]:
        faults.append("an exercise lacks its solution, or they are not in one order")
    if any(":class: dropdown" not in s[2] for s in solutions):
        faults.append("a solution is not collapsed (:class: dropdown)")
    words = len(re.findall(r"[^\W\d_][\w'-]*", prose(notebook)))
    cells = code_cells(notebook)
    if not 900 <= words <= (2200 if long else 1400):
        faults.append(f"{words} words")
    if not 12 <= len(cells) <= (36 if long else 25):
        faults.append(f"{len(cells)} code cells")
    for cell in cells:
        lines = cell.source.count("\n") + 1
        if lines > 15:
            faults.append(f"{cell.id}: {lines} lines")
        widest = max(map(len, cell.source.split("\n")))
        if widest > 79:
            faults.append(f"{cell.id}: a line of {widest} columns")
    return faults


NUMBER = re.compile(r"(?<![\w.])[−-]?(\d+(?:,\d{3})+|\d*\.?\d+)(?: ?%)?(?![\w.]*\w)")


def numbers(text):
    """Return (text, value, decimals, is_percent) of each number."""
    found = []
    for match in NUMBER.finditer(text):
        digits = match[1].replace(",", "")
        decimals = len(digits.partition(".")[2])
        found.append((match[0], float(digits), decimals, match[0].endswith("%")))
    return found


def check_numbers(notebook):
    """Each decimal, percentage or large number of the prose is in an output.

    It may also be a number in the code, or stand in a sentence that cites its
    source. Descriptions of figures count as prose, solutions' outputs as
    outputs (a test of their own runs them).
    """
    outputs, shown = [], [t for c in code_cells(notebook) for t in output_texts(c)]
    text = markdown(notebook)
    shown += re.findall(r"^```text\n(.*?)^```$", text, re.M | re.S)
    for value in shown:
        outputs += [n for n in numbers(value)]
    code = "\n".join(c.source for c in code_cells(notebook))
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Constant) and type(node.value) in (int, float):
            outputs += [("", abs(float(node.value)), 99, False)]

    alts = [
        cell.metadata.get("mystnb", {}).get("image", {}).get("alt", "")
        for cell in code_cells(notebook)
    ]
    solved = re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)
    solved = re.sub(r"\]\([^)]*\)|\$\$.*?\$\$", " ", solved, flags=re.S)
    faults = []
    for sentence in re.split(r"(?<=[.!?:])\s|\n\n|^- ", solved + "\n\n".join(alts)):
        if "{cite" in sentence or ":label:" in sentence or "**Minutes:**" in sentence:
            continue
        for written, value, decimals, percent in numbers(sentence):
            if not (decimals or percent or value >= 100):
                continue
            if not any(proves(value, decimals, percent, o) for o in outputs):
                faults.append(f"{written!r} is in no output: {sentence.strip()[:70]!r}")
    return faults


def proves(value, decimals, percent, output):
    """Say whether an output, rounded as the prose is, gives its number."""
    _, shown, shown_decimals, shown_percent = output
    if percent and not shown_percent:
        shown, shown_decimals = shown * 100, shown_decimals - 2
    elif shown_percent and not percent:
        return False
    tolerance = 0.5 * 10**-decimals + 1e-9
    return shown_decimals >= decimals and abs(shown - value) <= tolerance


@cache
def scikit_learn_names():
    return dict([*all_estimators(), *all_functions(), *all_displays()])


def check_links(notebook):
    """Each name of scikit-learn is linked to its reference where it comes first."""
    text = re.sub(r"^```.*?^```$|^#.*?$", "", markdown(notebook), flags=re.M | re.S)
    faults, seen = [], set()
    for match in re.finditer(r"(\[?)`(\w+)(?:\([^`]*\))?`(?:\]\(([^)]*)\))?", text):
        name, known = match[2], scikit_learn_names().get(match[2])
        if known is None or name in seen:
            continue
        seen.add(name)
        page = re.fullmatch(rf"{REFERENCE}([\w.]+)\.{name}\.html", match[3] or "")
        if not page or getattr(import_module(page[1]), name, None) is not known:
            faults.append(f"{name} is not linked to its page in {REFERENCE}")
    return faults


REFERENCE = "https://scikit-learn.org/stable/modules/generated/"

CHECKS = [
    check_executed,
    check_figures,
    check_outputs,
    check_metadata,
    check_frame,
    check_numbers,
    check_links,
]


def by_name(path):
    return path.stem


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("path", CHAPTERS, ids=by_name)
def test_chapter(path, check):
    options = {"long": path.name[:2] in LONG} if check is check_frame else {}
    faults = check(read(path), **options)
    assert not faults, "\n".join([path.name, *faults])


# --- the same checks, proved by broken notebooks ----------------------------


def first(notebook, condition):
    return next(cell for cell in code_cells(notebook) if condition(cell))


def cleared(notebook):
    for cell in code_cells(notebook):
        cell.outputs, cell.execution_count = [], None


def one_cell_cleared(notebook):
    code_cells(notebook)[-1].execution_count = None


def figure_removed(notebook):
    first(notebook, images).outputs = []


def description_removed(notebook):
    first(notebook, images).metadata = {}


def second_figure(notebook):
    cell = first(notebook, images)
    cell.outputs = cell.outputs + [o for o in cell.outputs if "data" in o]


def printed(text):
    def fault(notebook):
        first(notebook, lambda c: c.outputs and not images(c)).outputs = [
            nbformat.v4.new_output("stream", text=text)
        ]

    return fault


def on_stderr(notebook):
    code_cells(notebook)[0].outputs = [
        nbformat.v4.new_output("stream", name="stderr", text="hm")
    ]


def semicolon(notebook):
    code_cells(notebook)[-1].source += ";"


def editor_metadata(notebook):
    notebook.cells[0].metadata["collapsed"] = False


def random_id(notebook):
    notebook.cells[0].id = "8f3a9c1e"


def replaced(old, new, count=1):
    """Make a fault that rewrites a part of the prose that must be there."""

    def fault(notebook):
        for cell in notebook.cells:
            if cell.cell_type == "markdown" and re.search(old, cell.source, re.M):
                cell.source = re.sub(old, new, cell.source, count=count, flags=re.M)
                return
        raise AssertionError(f"nothing to break: {old}")

    return fault


def swapped(heading):
    return "## Recap" if heading[1] == "Try it" else "## Try it"


def long_cell(notebook):
    code_cells(notebook)[-1].source += "\npass" * 15


def long_imports(notebook):
    code_cells(notebook)[0].source += "\nimport os"


def wide_cell(notebook):
    code_cells(notebook)[-1].source += "\n# " + "x" * 80


def wordy(notebook):
    notebook.cells[0].source += " word" * 1500


def too_few_cells(notebook):
    notebook.cells = [c for c in notebook.cells if c not in code_cells(notebook)[:-5]]


def wrong_decimal(notebook):
    notebook.cells[-1].source += "\n\nThe score was .12345."


def wrong_percentage(notebook):
    notebook.cells[-1].source += "\n\nIt holds 77.7 % of the time."


def wrong_count(notebook):
    notebook.cells[-1].source += "\n\nThere were 98,765 of them."


def wrong_alt(notebook):
    first(notebook, images).metadata["mystnb"]["image"]["alt"] += (
        " It peaks at 0.98765."
    )


FAULTS = [
    (check_executed, cleared),
    (check_executed, one_cell_cleared),
    (check_figures, cleared),
    (check_figures, figure_removed),
    (check_figures, description_removed),
    (check_figures, second_figure),
    (check_outputs, printed("/home/reader/data.csv")),
    (check_outputs, printed("C:\\Users\\reader")),
    (check_outputs, printed("<object at 0x7f33deadbeef>")),
    (check_outputs, printed("FutureWarning: soon")),
    (check_outputs, printed("CPU times: user 3 s")),
    (check_outputs, printed("np.float64(0.5)")),
    (check_outputs, printed("0.9728813559322034")),
    (check_outputs, on_stderr),
    (check_outputs, semicolon),
    (check_metadata, editor_metadata),
    (check_metadata, random_id),
    (check_frame, replaced(r"\A# ", "")),
    (check_frame, replaced(r"At a glance", "Overview")),
    (check_frame, replaced(r"^## What you will learn$", "## Aims")),
    (check_frame, replaced(r"^## Against .*$", "## Result")),
    (check_frame, replaced(r"^## Try it$", "## Exercises")),
    (check_frame, replaced(r"^## Recap$", "## End")),
    (check_frame, replaced(r"^## Going further$", "")),
    (check_frame, replaced(r"^## (Try it|Recap)$", swapped, count=2)),
    (check_frame, replaced(r"\{solution\}", "{note}")),
    (check_frame, replaced(r":class: dropdown", ":class: note")),
    (check_frame, long_cell),
    (check_frame, long_imports),
    (check_frame, wide_cell),
    (check_frame, wordy),
    (check_frame, too_few_cells),
    (check_numbers, wrong_decimal),
    (check_numbers, wrong_percentage),
    (check_numbers, wrong_count),
    (check_numbers, wrong_alt),
    (check_links, replaced(r"^## Recap$", "`SVC` decodes.")),
    (check_links, replaced(r"^## Recap$", f"[`SVC`]({REFERENCE}sklearn.svm.SVR.html)")),
]


@pytest.mark.parametrize("check, fault", FAULTS)
def test_check_refuses(check, fault):
    notebook = read(GOOD)
    before = check(notebook)
    assert not before, "the notebook to break is already broken"
    fault(notebook)
    after = check(notebook)
    assert after


# --- run again: figures byte for byte, and the solutions --------------------


def solution_blocks(notebook):
    """Return (python, expected text) of each block in the solutions."""
    blocks = []
    for _, _, _, body in directives(markdown(notebook), "solution"):
        blocks += re.findall(
            r"^```python\n(.*?)^```(?:\n+```text\n(.*?)^```)?", body, re.M | re.S
        )
    return blocks


@pytest.fixture(scope="module", params=CHAPTERS, ids=by_name)
def rerun(request):
    """Run a chapter once more, and its solutions after it."""
    recorded = read(request.param)
    notebook = copy.deepcopy(recorded)
    blocks = solution_blocks(notebook)
    notebook.cells += [nbformat.v4.new_code_cell(code) for code, _ in blocks]
    run(notebook, request.param.parent)
    return recorded, notebook, blocks


def pinned():
    """Return why figures may differ here, or None where they must not."""
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        return f"figures are recorded on Linux x86_64, not {platform.platform()}"
    for line in (ROOT / "binder/requirements.txt").read_text().split("\n"):
        name, _, wanted = line.partition("==")
        if wanted and version(name) != wanted:
            return f"figures are recorded with {line}, not {version(name)}"
    return None


def differences(recorded, again):
    """Return the ids of the cells that a second recording changes."""
    recorded, again = comparable(recorded), comparable(again)
    cells = zip(recorded.cells, again.cells)
    changed = [before.id for before, after in cells if before != after]
    return changed + ["metadata"] * (recorded.metadata != again.metadata)


def test_recording_again_changes_nothing(rerun):
    """Text, numbers and the bytes of every figure."""
    if pinned():
        pytest.skip(pinned())
    recorded, again, _ = rerun
    changed = differences(recorded, again)
    assert not changed, f"recorded again, these differ: {changed}"


def test_differences_sees_one_byte_of_a_figure():
    recorded = read(GOOD)
    again = copy.deepcopy(recorded)
    output = next(o for o in first(again, images).outputs if "data" in o)
    output.data["image/png"] = output.data["image/png"].replace("A", "B", 1)
    assert differences(recorded, again)


def test_solutions_print_what_the_book_says(rerun):
    _, notebook, blocks = rerun
    cells = code_cells(notebook)[-len(blocks) :]
    assert blocks and all(expected for _, expected in blocks)
    for (code, expected), cell in zip(blocks, cells):
        assert "".join(output_texts(cell)) == expected, code
