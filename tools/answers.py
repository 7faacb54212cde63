"""Try answers on the checks of a homework: ``python tools/answers.py homework-01``.

A bank of answers is a file with the answers to a homework. `# %% q1 right` heads one
that the checks must accept, and `# %% q1 wrong: words` one that they must refuse with
a message that holds these words. `# %% q1 copied: words` heads an answer that was
made from the visible check, so it may pass that, but not the hidden tests. The
repository's own banks are in tests/answers; any other file can be named.
"""

import contextlib
import copy
import io
import os
import re
import sys
import warnings
from collections import Counter
from pathlib import Path
from types import FunctionType, ModuleType

from notebooks import ROOT, homework, is_chosen, read

BLANK = "not answered yet"


def released(path):
    return ROOT / "homework/release" / path.parent.name / path.name


def code(notebook):
    """Return {grade_id: source} of the code cells, in order."""
    cells = [c for c in notebook.cells if c.cell_type == "code"]
    magic = re.compile(r"^%.*$", re.M)
    return {c.metadata.nbgrader.grade_id: magic.sub("", c.source) for c in cells}


def questions(cells):
    return [name for name in cells if re.fullmatch(r"q\d", name)]


def bank(path):
    """Return (question, message or None, answer) of each answer."""
    parts = re.split(
        r"^# %% (q\d) (right|wrong: .+|copied: .+)\n",
        path.read_text("utf-8"),
        flags=re.M,
    )
    assert parts[0] == "", f"{path.name} must begin with an answer"
    return [
        (question, None if head == "right" else head.split(": ", 1)[1], answer)
        for question, head, answer in zip(parts[1::3], parts[2::3], parts[3::3])
    ]


@contextlib.contextmanager
def place(folder):
    """Run as a notebook in this folder does."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            yield
    finally:
        os.chdir(before)


def fresh(namespace):
    """Return a copy that an answer may spoil.

    Functions of the notebook see the names of the copy, not those of the original.
    """
    kept = {k: v for k, v in namespace.items() if isinstance(v, ModuleType)}
    rest = {k: v for k, v in namespace.items() if k not in kept and k[:2] != "__"}
    new = {**kept, **copy.deepcopy(rest)}
    for name, value in rest.items():
        if isinstance(value, FunctionType) and value.__globals__ is namespace:
            new[name] = FunctionType(
                value.__code__, new, name, value.__defaults__, value.__closure__
            )
    return new


def verdict(namespace, check):
    """Return what a check says: None, or its one line.

    A warning counts as an error, because nbgrader gives no points to a cell
    that writes to stderr.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            exec(check, namespace)
    except AssertionError as error:
        return str(error)
    return None


class Homework:
    """A homework that has been run with its solutions, and can judge answers."""

    def __init__(self, path):
        self.path, self.cells, self.before = path, code(read(path)), {}
        namespace = {}
        with place(path.parent):
            for name, source in self.cells.items():
                if name in questions(self.cells):
                    self.before[name] = fresh(namespace)
                if not name.startswith(("check-", "hidden-")):
                    exec(source, namespace)
                elif said := verdict(namespace, source):
                    raise ValueError(
                        f"{path.stem}: {name} refuses the solution: {said}"
                    )

    def judge(self, question, answer):
        """Return what the graded cells say of an answer: None, or one line."""
        namespace = fresh(self.before[question])
        with place(self.path.parent), warnings.catch_warnings():
            exec(answer, namespace)
            said = verdict(namespace, self.cells[f"check-{question}"])
            if said is None:
                said = verdict(namespace, self.cells[f"hidden-{question}"])
            return said


def count(path, answers):
    """Judge a bank of answers; return how often what happened, and the surprises."""
    judged, counts, surprises = Homework(path), Counter(), []
    heads = re.findall(r"^# %% q\d (\w+)", answers.read_text("utf-8"), re.M)
    for (question, expected, answer), kind in zip(bank(answers), heads):
        try:
            said = judged.judge(question, answer)
        except Exception as error:  # noqa: BLE001, a check must not let this out
            outcome, said = "crashed", f"{type(error).__name__}: {error}"
        else:
            outcome = "accepted" if said is None else "refused"
        counts[kind, outcome] += 1
        if outcome != ("accepted" if expected is None else "refused"):
            first = (expected or said or "").split("\n")[0]
            surprises.append(f"{question}, {kind}, {outcome}: {first}")
    return counts, surprises


def main(wanted):
    """Print a row for each homework, and every answer that is judged wrongly."""
    files = [Path(name) for name in wanted if name.endswith(".py")]
    wanted = [name for name in wanted if not name.endswith(".py")]
    if len(files) > 1 or (files and len(wanted) != 1):
        sys.exit("usage: python tools/answers.py [homework-01 [answers.py]]")
    if files and not files[0].exists():
        sys.exit(f"there is no file {files[0]}")
    paths = [p for p in homework() if any(is_chosen(p.stem, w) for w in wanted or [""])]
    if not paths:
        known = ", ".join(path.stem for path in homework())
        sys.exit(f"no homework is called {' '.join(wanted)}; there are {known}")
    kinds = ["right", "wrong", "copied"]
    print(
        "homework     " + "".join(f"{kind + ': acc/ref/crash':>24}" for kind in kinds)
    )
    for path in paths:
        answers = files[0] if files else ROOT / f"tests/answers/{path.stem}.py"
        counts, surprises = count(path, answers)
        row = ["/".join(str(counts[kind, o]) for o in ("accepted", "refused", "crashed"))
               for kind in kinds]  # fmt: skip
        print(f"{path.stem:13}" + "".join(f"{cell:>24}" for cell in row), flush=True)
        for line in surprises:
            print("  " + line)


if __name__ == "__main__":
    main(sys.argv[1:])
