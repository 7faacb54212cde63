"""What nbval does not compare: figures, form, prose, exercises, numbers.

Each check takes a notebook and returns what is wrong with it, one line per fault.
`FAULTS` in test_lessons.py proves each of them with a notebook that is broken in
memory.
"""

import ast
import re
from functools import cache
from importlib import import_module

import pytest
from notebooks import (
    PICTURE,
    boxes,
    code_cells,
    directives,
    images,
    is_folded,
    lessons,
    markdown,
    minutes,
    output_texts,
    solutions,
    tags,
)
from sklearn.utils.discovery import all_displays, all_estimators, all_functions


def each_lesson(executed=False):
    """Return the lessons as parameters of a test, which may execute them."""
    parameters = []
    for path in lessons():
        marks = [pytest.mark.lesson(path.stem)]
        if executed and "load_dataset(" in path.read_text(encoding="utf-8"):
            marks.append(pytest.mark.recordings)
        parameters.append(pytest.param(path, id=path.stem, marks=marks))
    return parameters


def description(cell):
    return cell.metadata.get("mystnb", {}).get("image", {}).get("alt", "")


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
        expected = ["image/png"] if description(cell) or draws(cell) else []
        if images(cell) != expected:
            faults.append(f"{cell.id}: images {images(cell)}, expected {expected}")
        if expected and len(description(cell)) < 60:
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
    """No editor metadata or Python version, and no id that two cells have."""
    faults, seen = [], set()
    for cell in notebook.cells:
        extra = set(cell.metadata) - {"mystnb", "tags", "jupyter"}
        if extra:
            faults.append(f"{cell.id}: run 'make record' (metadata {extra})")
        if cell.id in seen:
            faults.append(f"{cell.id}: two cells have this id; run 'make record'")
        seen.add(cell.id)
    if "version" in notebook.metadata.get("language_info", {}):
        faults.append("language_info holds a Python version; run 'make record'")
    return faults


def check_code(notebook):
    """Visible cells are short, and no line is cut off."""
    faults = []
    for cell in code_cells(notebook):
        lines = cell.source.split("\n")
        if len(lines) > 15 and not is_folded(cell):
            faults.append(f"{cell.id}: {len(lines)} lines")
        if max(map(len, lines)) > 79:
            faults.append(f"{cell.id}: a line of {max(map(len, lines))} columns")
    return faults


def check_solutions(notebook):
    """Each exercise has its solution, collapsed, which shows what it prints.

    That the solution prints this, nbval finds out.
    """
    text, faults = markdown(notebook), []
    exercises = [options.get("label") for _, options, _ in directives(text, "exercise")]
    found = directives(text, "solution")
    if exercises != [title for title, _, _ in found]:
        faults.append("an exercise lacks its solution, or they are not in one order")
    for title, options, _ in found:
        if "dropdown" not in options.get("class", ""):
            faults.append(f"{title}: a solution is not collapsed (:class: dropdown)")
    bodies = [body for _, _, body in found]
    bodies += [b for title, b in boxes(text, "dropdown") if title == "Solution"]
    code = re.findall(r"^```python\n.*?^```\n*(```text)?", "".join(bodies), re.M | re.S)
    if not all(code):
        faults.append("a solution does not show what its code prints (```text)")
    if not solutions(notebook):
        faults.append("no solution is run")
    return faults


# --- the form of a lesson ---------------------------------------------------------


def check_form(notebook):
    """What every lesson has, whatever its headings say."""
    text = markdown(notebook)
    faults = [] if re.match(r"# \S", text) else ["the lesson has no title"]
    faults += check_opening(notebook)
    faults += check_questions(text)
    faults += check_starters(notebook)
    if minutes(notebook) > 75:
        faults.append(f"{minutes(notebook)} minutes: make it two lessons")
    return faults


def check_time(notebook):
    """The box states the time that is computed from the page."""
    stated = re.search(r"\*\*Time:\*\* (\d+) minutes", markdown(notebook))
    if stated is None:
        return ["the box does not state the time ('**Time:** 60 minutes')"]
    if int(stated[1]) != minutes(notebook):
        return [f"the lesson takes {minutes(notebook)} minutes, not {stated[1]}"]
    return []


def check_opening(notebook):
    """A picture stands before the first section, and no formula before it."""
    before = ""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            before += "![" if images(cell) else ""
            continue
        opening, heading, _ = cell.source.partition("\n## ")
        before += opening
        if heading:
            break
    picture = re.search(PICTURE, before)
    if picture is None:
        return ["no picture before the first section"]
    if re.search(r"\$|\{math\}", before[: picture.start()]):
        return ["a formula before the first picture"]
    return []


def check_questions(text):
    """Each objective has a question, and each question three answers or more."""
    found = boxes(text, "lesson")
    if len(found) != 1:
        return [f"{len(found)} boxes of the class 'lesson', expected 1"]
    objectives = len(re.findall(r"^[-*] ", found[0][1], re.M))
    faults = [] if objectives else ["the box lists no objective"]
    asked = []
    parts = re.split(r"(?=^:{3,}\{admonition\})", text, flags=re.M)
    for number, part in enumerate(parts):
        classes = re.search(r"\A.*\n:class: (.*)", part)
        classes = classes[1].split() if classes else []
        if "question" in classes:
            asked += [int(c[10:]) for c in classes if c.startswith("objective-")]
            answers = 0
            for answer in parts[number + 1 :]:
                letter = chr(ord("A") + answers)
                form = rf":::+\{{admonition\}} {letter}[.:].*\n:class:.*\bdropdown\b"
                if not re.match(form, answer):
                    break
                answers += 1
            if answers < 3:
                faults.append(f"{answers} answers, expected 3: {part[:60]!r}")
    for number in range(1, objectives + 1):
        if number not in asked:
            faults.append(f"no question is of the class 'objective-{number}'")
    return faults


def check_starters(notebook):
    """A starter cell has blanks, runs without them, and a solution follows."""
    faults, found = [], 0
    for number, cell in enumerate(notebook.cells):
        if "starter" not in tags(cell):
            continue
        found += 1
        if "..." not in cell.source:
            faults.append(f"{cell.id}: a starter cell without a blank (...)")
        if cell.source.rstrip().split("\n")[-1].strip() == "...":
            faults.append(f"{cell.id}: ends with a bare '...', which is shown")
        following = "".join(c.source for c in notebook.cells[number + 1 :][:1])
        following = following.partition("\n## ")[0]
        if "```python" not in following or "```text" not in following:
            faults.append(f"{cell.id}: no solution that is run follows this cell")
    return faults if found else ["no starter cell (tag 'starter')"]


# --- numbers ----------------------------------------------------------------------

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
    outputs (nbval runs them).
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

    alts = [description(cell) for cell in code_cells(notebook)]
    solved = re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)
    solved = re.sub(r"\]\([^)]*\)|\$\$.*?\$\$", " ", solved, flags=re.S)
    stated = ("{cite", ":label:", "**Time:**")
    faults = []
    for sentence in re.split(r"(?<=[.!?:])\s|\n\n|^- ", solved + "\n\n".join(alts)):
        if any(words in sentence for words in stated):
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


# --- links ------------------------------------------------------------------------

REFERENCE = "https://scikit-learn.org/stable/modules/generated/"


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


CHECKS = [
    check_executed,
    check_figures,
    check_outputs,
    check_metadata,
    check_code,
    check_solutions,
    check_form,
    check_time,
    check_numbers,
    check_links,
]
