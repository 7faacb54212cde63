"""Run the chapters in many environments: ``python tools/matrix.py [NAME ...]``.

The executed notebooks stay in ``_build/matrix/NAME/``. They are compared with the
recorded ones, and ``book/status.md`` is written from what was found. Without a
name, every configuration runs; with names, the others keep their last results.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import nbformat
from nbclient.exceptions import CellControlSignal, DeadKernelError
from record import ROOT, comparable, run

BUILD = ROOT / "_build/matrix"
CHAPTERS = sorted(ROOT.glob("book/[01]*.ipynb"))
LIBRARIES = ("numpy", "scipy", "pandas", "scikit-learn", "matplotlib", "seaborn")
RUNNERS = ("nbclient", "ipykernel", "nbformat", "pillow")  # what record.py needs
LOCKED = "the packages of the lock"
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
# what OpenBLAS is asked for, and the name of the same routines in its answer
CORES = {"Haswell": "Haswell", "Sandybridge": "Sandybridge", "Prescott": "Katmai"}
SETTINGS = ("OPENBLAS_CORETYPE", "NPY_DISABLE_CPU_FEATURES")
# an error, a timeout, a kernel that died; nbclient's cleanup then fails with the last
STOPS = (CellControlSignal, DeadKernelError, AssertionError)

# Over splits, the scores of chapters 1 and 4 have an sd of about .04, and t-SNE
# differs by .03 between sets of libraries: no claim rests on less. Numbers above 1
# are compared relative to their size, so a whole number up to 24 must be equal.
TOLERANCE = 0.04

# What a kernel says of itself, which proves that a configuration took effect.
FACTS = f"""
import json, platform, sys
from importlib.metadata import version
import numpy, sklearn
from threadpoolctl import threadpool_info
blas = [pool for pool in threadpool_info() if pool["user_api"] == "blas"]
versions = {{name: version(name) for name in {LIBRARIES}}}
print(json.dumps({{
    "prefix": sys.prefix,
    "machine": [platform.system(), platform.machine()],
    "versions": {{"Python": platform.python_version(), **versions}},
    "cores": sorted({{pool.get("architecture") or "" for pool in blas}}),
    "threads": sorted({{pool["num_threads"] for pool in blas}}),
    "simd": numpy.show_config("dicts")["SIMD Extensions"].get("found", []),
}}))
"""


class Configuration(NamedTuple):
    """An environment to run the chapters in, and what must hold there."""

    name: str
    about: str
    python: str | None = sys.executable  # None where this machine has none
    packages: tuple = ()  # for pip, in an environment of its own; () is our own
    settings: tuple = ()  # (name, value) of the environment variables
    threads: int = 1
    facts: tuple = ()  # (name, value) that the kernel must say of itself
    exact: bool = True  # every byte of the outputs, or only the claims


def find_python(version):
    """Return a Python of this version that can make environments, or None."""
    if version == "{}.{}".format(*sys.version_info):
        return sys.executable
    name = f"python{version}"
    found = [shutil.which(name)]
    found += Path.home().glob(f".pyenv/versions/{version}.*/bin/{name}")
    if shutil.which("uv"):
        command = ["uv", "python", "find", "--no-python-downloads", version]
        found.append(subprocess.run(command, capture_output=True, text=True).stdout)
    probe = "import ensurepip, sys; print('{}.{}'.format(*sys.version_info))"
    for path in filter(None, found):
        command = [str(path).strip(), "-c", probe]
        try:
            said = subprocess.run(command, capture_output=True, text=True).stdout
        except OSError:
            continue
        if said.strip() == version:
            return command[0]
    return None


def dispatched():
    """Return the vector instructions that NumPy chooses on this machine."""
    import numpy  # not at the top: other environments import this file, too

    return numpy.show_config("dicts")["SIMD Extensions"].get("found", [])


def configurations():
    """Return every configuration, in the order of the page."""
    own = "{}.{}".format(*sys.version_info)
    pythons = {version: find_python(version) for version in VERSIONS}
    present = [python for python in pythons.values() if python]
    locked = ("--require-hashes", "-r", str(ROOT / "requirements.lock"))
    pins = (ROOT / "binder/requirements.txt").read_text()
    names = (*re.findall(r"^([\w-]+)==", pins, re.M), *RUNNERS)
    found = [Configuration("lock", LOCKED)]
    for core, answer in CORES.items():
        found += [
            Configuration(
                core.lower(),
                f"the same, with OpenBLAS's routines for {core}",
                settings=(("OPENBLAS_CORETYPE", core),),
                facts=(("cores", [answer]),),
            )
        ]
    simd = dispatched()
    wide = [name for name in simd if "512" in name or name == "X86_V4"]
    found += [
        Configuration(
            "no-avx512",
            "the same, with NumPy's vectors of 512 bits off, as on many machines",
            settings=(("NPY_DISABLE_CPU_FEATURES", " ".join(wide)),),
            facts=(("simd", [name for name in simd if name not in wide]),),
        ),
        Configuration(
            "no-simd",
            "the same, with all of NumPy's optional vector instructions off",
            settings=(("NPY_DISABLE_CPU_FEATURES", " ".join(simd)),),
            facts=(("simd", []),),
        ),
        Configuration(
            "two-threads",
            "the same, with two threads for OpenBLAS and OpenMP",
            threads=2,
            facts=(("threads", [2]),),
        ),
    ]
    for version in VERSIONS:
        if version != own:
            python = pythons[version]
            found.append(Configuration(f"python{version}", LOCKED, python, locked))
    oldest = ("-r", str(ROOT / "binder/oldest.txt"))
    return found + [
        Configuration(
            "oldest",
            "the oldest libraries known to do, in `binder/oldest.txt`",
            present[0],
            oldest,
            exact=False,
        ),
        Configuration(
            "newest",
            "the newest libraries that pip finds, whatever the lock says",
            present[-1],
            names,
            exact=False,
        ),
    ]


# --- run ---------------------------------------------------------------------


def run_here(folder, threads):
    """Run the chapters with this very Python and keep what they give in `folder`."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(FACTS)])
    run(notebook, ROOT / "book", threads=threads)
    facts = json.loads(notebook.cells[0].outputs[0].text)
    if facts.pop("prefix") != sys.prefix:
        sys.exit("the kernel 'python3' starts another Python; see 'jupyter --paths'")
    facts["seconds"] = {}
    for path in CHAPTERS:
        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:  # where a chapter stops, no old output may stay
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None
        before = os.times()
        try:
            run(notebook, path.parent, threads=threads)
        except STOPS as error:
            print(f"{path.stem}: {type(error).__name__}")  # the notebook says where
        after = os.times()  # the kernel has ended, so its seconds are in here
        seconds = after.children_user + after.children_system
        seconds -= before.children_user + before.children_system
        facts["seconds"][path.stem] = seconds
        nbformat.write(notebook, folder / path.name)
        print(f"{path.stem}: {seconds:.0f} s", flush=True)
    (folder / "facts.json").write_text(json.dumps(facts, indent=1))


def make_environment(configuration):
    """Return the Python to run with, of an environment that is made if need be."""
    name, _, python, packages, *_ = configuration
    if not packages:
        return python
    folder = BUILD / name / "env"
    stamp = folder / "installed"
    pins = Path(packages[-1])
    wanted = pins.read_text() if pins.is_file() else None  # None: never up to date
    if not stamp.exists() or stamp.read_text() != wanted:
        install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([python, "-m", "venv", "--clear", folder], check=True)
        subprocess.run([folder / "bin/python", *install, *packages], check=True)
        stamp.write_text(wanted or "")
    return folder / "bin/python"


def execute(configuration):
    """Run one configuration; a failure leaves no results."""
    folder = BUILD / configuration.name
    folder.mkdir(parents=True, exist_ok=True)
    for old in [*folder.glob("*.ipynb"), *folder.glob("facts.json")]:
        old.unlink()
    print(f"--- {configuration.name}: {configuration.about}", flush=True)
    environment = {k: v for k, v in os.environ.items() if k not in SETTINGS}
    environment |= dict(configuration.settings)
    try:
        python = make_environment(configuration)
        command = [python, __file__, "--here", folder, str(configuration.threads)]
        subprocess.run(command, env=environment, check=True)
    except subprocess.CalledProcessError as error:
        print(f"{configuration.name} did not run: {error}")


# --- compare -----------------------------------------------------------------

NUMBER = re.compile(r"(?<![\w.])[-−]?(?:\d+(?:,\d{3})*(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?")


def numbers(text):
    found = NUMBER.findall(text)
    return [float(number.replace(",", "").replace("−", "-")) for number in found]


def skeleton(text):
    """Return a text without its numbers, and without the spaces that align them."""
    return re.sub(r"[\s-]+", "", NUMBER.sub("#", text))


def shown(cell):
    """Return (kind, text) of each output; a library's warnings are no claim."""
    found = []
    for output in cell.get("outputs", []):
        if output.output_type == "stream" and output.name == "stdout":
            found.append(("stdout", output.text))
        found += sorted(output.get("data", {}).items())
    return found


def compare(recorded, again):
    """Return what contradicts the recorded outputs, and the largest deviation."""
    faults, largest = [], 0.0
    for before, after in zip(recorded.cells, again.cells, strict=True):
        errors = [o.ename for o in after.get("outputs", []) if "ename" in o]
        if errors or (after.cell_type == "code" and after.execution_count is None):
            why = f"raises {errors[0]}" if errors else "did not run"
            return faults + [f"{before.id} {why}"], largest
        old, new = shown(before), shown(after)
        kinds = [[kind for kind, _ in outputs] for outputs in (old, new)]
        if kinds[0] != kinds[1]:
            faults.append(f"{before.id} gives {kinds[1]}, recorded are {kinds[0]}")
            continue
        for (kind, a), (_, b) in zip(old, new):
            if kind.startswith("image/"):
                continue
            if skeleton(a) != skeleton(b):
                faults.append(f"{before.id} gives another text ({kind})")
                continue
            for x, y in zip(numbers(a), numbers(b)):
                deviation = abs(x - y) / max(1, abs(x))
                largest = max(largest, deviation)
                if deviation > TOLERANCE + 1e-9:
                    faults.append(f"{before.id} gives {y:g}, recorded is {x:g}")
    return list(dict.fromkeys(faults)), largest  # a table is there twice, as HTML


def judge(recorded, again, exact):
    """Return the word for the table, and what is wrong, a line a fault."""
    if [cell.source for cell in recorded.cells] != [c.source for c in again.cells]:
        return "not run", ["has been changed since"]
    recorded, again = comparable(recorded), comparable(again)
    if recorded.cells == again.cells:
        return "exact", []
    faults, largest = compare(recorded, again)
    if faults:
        return "fails", faults
    if exact:
        pairs = zip(recorded.cells, again.cells)
        faults = [f"{a.id} is not the same, byte for byte" for a, b in pairs if a != b]
    return f"holds, {largest:.3f}".replace(" 0.", " ."), faults


def results(configuration):
    """Return the facts of a configuration, and (word, faults) of each chapter."""
    folder = BUILD / configuration.name
    if configuration.python is None:
        return {}, [("not present", [])] * len(CHAPTERS)
    if not (folder / "facts.json").exists():
        return {}, [("not run", [])] * len(CHAPTERS)
    facts = json.loads((folder / "facts.json").read_text())
    if any(facts[key] != value for key, value in configuration.facts):
        return {}, [("not present", [])] * len(CHAPTERS)  # say, another processor
    found = []
    for path in CHAPTERS:
        if not (folder / path.name).exists():  # a chapter newer than the results
            found.append(("not run", ["has been added since"]))
            continue
        pair = [nbformat.read(p, as_version=4) for p in (path, folder / path.name)]
        found.append(judge(*pair, configuration.exact))
    return facts, found


# --- write -------------------------------------------------------------------

PAGE = """\
# Where the chapters run

A notebook that ran last year may stop this year, or give another number: a library
has changed, or another processor adds in another order. This page says where the
chapters of this course still give what you read in them. `make matrix` runs every
chapter in each environment below, compares each output with the recorded one, and
writes this page from what it finds.

## Results

The columns are the chapters.

- **exact**: every text, every number and every figure is the same, byte for byte
  (but for a figure of times, in chapter 10).
- **holds**: every cell runs, every text is the same, and every number is within
  {tolerance} of the recorded one, or within {percent} % where that is above 1. The
  number in the table is the largest deviation of the chapter.
- **fails**: an output contradicts the recorded one; the lines below the table say
  which.

{results}
{faults}
Each row promises "exact"; `oldest` and `newest` promise "holds". All were run on
{machine}, where OpenBLAS by itself takes its routines for {core}.

{about}

## Versions

{versions}

The other rows of the first table have the packages of `lock`.

## Time

Seconds of processor time of each chapter in `lock`, on one machine; yours differs.

{seconds}
"""


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def describe(result):
    """Return the line that says what a configuration is."""
    configuration, facts, judged = result
    state = f"Python {facts['versions']['Python']}" if facts else judged[0][0]
    return f"- **{configuration.name}**: {configuration.about}; {state}."


def write_page(found):
    """Return the text of status.md; `found` holds (configuration, facts, words)."""
    numbered = [int(path.name[:2]) for path in CHAPTERS]
    facts = {configuration.name: said for configuration, said, _ in found if said}
    rows, faults = [], []
    for configuration, _, judged in found:
        if judged[0][0] != "not present":
            rows.append([configuration.name, *(word for word, _ in judged)])
        for number, (_, lines) in zip(numbered, judged):
            place = f"- **{configuration.name}**, chapter {number}"
            faults += [f"{place}: {line}" for line in lines]
    columns = [name for name in ("lock", "oldest", "newest") if name in facts]
    versions = [
        [name, *(facts[column]["versions"][name] for column in columns)]
        for name in ("Python", *LIBRARIES)
    ]
    lock = facts["lock"]
    return PAGE.format(
        tolerance=f"{TOLERANCE:g}".lstrip("0"),
        percent=f"{100 * TOLERANCE:g}",
        results=table(["", *numbered], rows).replace("|  |", "| run |", 1),
        faults="\n".join(["", *faults, ""]) if faults else "",
        machine=" ".join(lock["machine"]),
        core=" and ".join(lock["cores"]),
        about="\n".join(map(describe, found)),
        versions=table(["library", *columns], versions),
        seconds=table(numbered, [[f"{lock['seconds'][p.stem]:.0f}" for p in CHAPTERS]]),
    )


def main(names):
    """Run the named configurations, or all, and write the page."""
    every = configurations()
    unknown = set(names) - {configuration.name for configuration in every}
    if unknown:
        known = ", ".join(configuration.name for configuration in every)
        sys.exit(f"no configuration is named {', '.join(unknown)}; there are {known}")
    for configuration in every:
        if configuration.python and (not names or configuration.name in names):
            execute(configuration)
    found = [(configuration, *results(configuration)) for configuration in every]
    timed = found[0][1].get("seconds", {})
    if not timed.keys() >= {path.stem for path in CHAPTERS}:
        sys.exit("the page needs the results of 'lock'; run 'make matrix CONFIG=lock'")
    (ROOT / "book/status.md").write_text(write_page(found), encoding="utf-8")
    bad = []
    for configuration, _, judged in found:
        if any(faults or word == "not run" for word, faults in judged):
            bad.append(configuration.name)
    if bad:
        sys.exit(f"not as promised: {', '.join(bad)}; see book/status.md")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--here"]:
        run_here(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main(sys.argv[1:])
