"""Run the lessons in many environments: ``python tools/status.py [NAME ...]``.

The executed notebooks stay in ``_build/matrix/NAME/``. They are compared with the
recorded ones, and ``book/status.md`` is written from what was found and from
``status.md.in``. Without a name, every configuration runs; with names, the others
keep their last results.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from string import Template
from typing import NamedTuple

import nbformat
from nbclient.exceptions import CellControlSignal, DeadKernelError
from notebooks import (
    ROOT,
    TOLERANCE,
    code_cells,
    contradictions,
    lessons,
    printed,
    read,
    run,
    tags,
    use_own_settings,
    with_solutions,
)

BUILD = ROOT / "_build/matrix"
TOOLS = ROOT / "tools"
LIBRARIES = ("numpy", "scipy", "pandas", "scikit-learn", "matplotlib", "seaborn")
RUNNERS = ("nbclient", "ipykernel", "nbformat", "pillow")  # what notebooks.py needs
LOCKED = "the packages of the lock"
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
COMING = "3.15"  # in the table as soon as the locked packages can be installed there
# what OpenBLAS is asked for, and the name of the same routines in its answer
CORES = {"Haswell": "Haswell", "Sandybridge": "Sandybridge", "Prescott": "Katmai"}
SETTINGS = ("OPENBLAS_CORETYPE", "NPY_DISABLE_CPU_FEATURES")
# an error, a timeout, a kernel that died; nbclient's cleanup then fails with the last
STOPS = (CellControlSignal, DeadKernelError, AssertionError)

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
    """Return a Python of this version, from uv or from the PATH, or None."""
    if version == "{}.{}".format(*sys.version_info):
        return sys.executable
    found = [shutil.which(f"python{version}")]
    if shutil.which("uv"):
        command = ["uv", "python", "find", "--no-project", "--no-python-downloads"]
        asked = subprocess.run([*command, version], capture_output=True, text=True)
        found.insert(0, asked.stdout.strip())
    probe = "import sys; print('{}.{}'.format(*sys.version_info))"
    for path in filter(None, found):
        said = subprocess.run([path, "-c", probe], capture_output=True, text=True)
        if said.stdout.strip() == version:
            return path
    return None


def dispatched():
    """Return the vector instructions that NumPy chooses on this machine."""
    import numpy  # not at the top: other environments import this file, too

    return numpy.show_config("dicts")["SIMD Extensions"].get("found", [])


def configurations():
    """Return every configuration, in the order of the page."""
    own = "{}.{}".format(*sys.version_info)
    pythons = {version: find_python(version) for version in (*VERSIONS, COMING)}
    present = [pythons[version] for version in VERSIONS if pythons[version]]
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
    for version, python in pythons.items():
        if version != own:
            found.append(Configuration(f"python{version}", LOCKED, python, locked))
    oldest = ("-r", str(TOOLS / "oldest.txt"))
    return found + [
        Configuration(
            "oldest",
            "the oldest libraries known to work, in `tools/oldest.txt`",
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
    """Run the lessons with this very Python and keep what they give in `folder`."""
    use_own_settings(threads)
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(FACTS)])
    run(notebook, ROOT / "book")
    facts = json.loads(notebook.cells[0].outputs[0].text)
    if facts.pop("prefix") != sys.prefix:
        sys.exit("the kernel 'python3' starts another Python; see 'jupyter --paths'")
    facts["seconds"] = {}
    for path in lessons():
        notebook = with_solutions(read(path))
        before = os.times()
        try:
            run(notebook, path.parent)
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
    new_python = folder / "bin/python"
    stamp = folder / "installed"
    pins = Path(packages[-1])
    wanted = pins.read_text() if pins.is_file() else None  # None: never up to date
    if not stamp.exists() or stamp.read_text() != wanted:
        venv = [python, "-m", "venv", "--clear", folder]
        install = [new_python, "-m", "pip", "install", "--disable-pip-version-check"]
        if shutil.which("uv"):
            venv = ["uv", "venv", "--clear", "--no-project", "--python", python, folder]
            install = ["uv", "pip", "install", "--python", new_python]
        subprocess.run(venv, check=True)
        subprocess.run([*install, "--quiet", *packages], check=True)
        stamp.write_text(wanted or "")
    return new_python


def execute(configuration):
    """Run one configuration; a failure leaves no results."""
    folder = BUILD / configuration.name
    folder.mkdir(parents=True, exist_ok=True)
    for old in [*folder.glob("*.ipynb"), *folder.glob("*.json"), *folder.glob("not-*")]:
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
        if (
            configuration.name == f"python{COMING}"
            and not (folder / "env/installed").exists()
        ):
            (folder / "not-installed").touch()


# --- compare -----------------------------------------------------------------


def compare(recorded, again):
    """Return what contradicts the recorded outputs, and the largest deviation."""
    faults, largest = [], 0.0
    for before, after in zip(code_cells(recorded), code_cells(again), strict=True):
        stopped = any(o.output_type == "error" for o in after.outputs)
        if after.execution_count is None and not stopped:
            return [*faults, f"{before.id} did not run"], largest
        found, deviation = contradictions(before.outputs, after.outputs)
        faults += [f"{before.id} {fault}" for fault in found]
        largest = max(largest, deviation)
        if stopped:
            return faults, largest
    return faults, largest


def comparable(notebook):
    """Return a copy with what must be the same everywhere.

    Cells tagged "measured" show how long something took, so no two runs agree.
    Solutions are compared by what they print.
    """
    notebook = nbformat.from_dict(notebook)
    for cell in code_cells(notebook):
        if "measured" in tags(cell):
            cell.outputs = []
        if cell.id.startswith("solution-") and cell.execution_count is not None:
            cell.outputs = printed(cell.outputs)
            cell.execution_count = 1
    return notebook


def judge(recorded, again, exact):
    """Return the word for the table, and what is wrong, a line a fault."""
    recorded = with_solutions(recorded)
    if [cell.source for cell in recorded.cells] != [c.source for c in again.cells]:
        return "not run", ["has been changed since"]
    recorded, again = comparable(recorded), comparable(again)
    pairs = [*zip(code_cells(recorded), code_cells(again))]
    differing = [a.id for a, b in pairs if a.outputs != b.outputs]
    faults, largest = compare(recorded, again)
    if faults:
        return "fails", faults
    if not differing:
        return "exact", []
    if exact:
        faults = [f"{name} is not the same, byte for byte" for name in differing]
    return f"holds, {largest:.3f}", faults


def results(configuration):
    """Return the facts of a configuration, and (word, faults) of each lesson."""
    folder = BUILD / configuration.name
    if configuration.python is None or (folder / "not-installed").exists():
        return {}, [("not present", [])] * len(lessons())
    if not (folder / "facts.json").exists():
        return {}, [("not run", [])] * len(lessons())
    facts = json.loads((folder / "facts.json").read_text())
    if any(facts[key] != value for key, value in configuration.facts):
        return {}, [("not present", [])] * len(lessons())  # say, another processor
    found = []
    for path in lessons():
        if not (folder / path.name).exists():  # a lesson newer than the results
            found.append(("not run", ["has been added since"]))
            continue
        pair = read(path), read(folder / path.name)
        found.append(judge(*pair, configuration.exact))
    return facts, found


# --- write -------------------------------------------------------------------


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
    facts = {configuration.name: said for configuration, said, _ in found if said}
    lock = facts["lock"]
    present = [entry for entry in found if entry[2][0][0] != "not present"]
    rows, faults = [], []
    for number, path in enumerate(lessons()):
        words = [judged[number][0] for _, _, judged in present]
        rows.append([path.stem, *words, f"{lock['seconds'][path.stem]:.0f}"])
        for configuration, _, judged in present:
            place = f"- **{configuration.name}**, {path.stem}"
            faults += [f"{place}: {line}" for line in judged[number][1]]
    names = [configuration.name for configuration, _, _ in present]
    columns = [name for name in ("lock", "oldest", "newest") if name in facts]
    versions = [
        [name, *(facts[column]["versions"][name] for column in columns)]
        for name in ("Python", *LIBRARIES)
    ]
    page = Template((TOOLS / "status.md.in").read_text(encoding="utf-8"))
    return page.substitute(
        tolerance=f"{TOLERANCE:g}",
        percent=f"{100 * TOLERANCE:g}",
        results=table(["lesson", *names, "seconds"], rows),
        faults="\n".join(["", *faults, ""]) if faults else "",
        machine=" ".join(lock["machine"]),
        core=" and ".join(lock["cores"]),
        about="\n".join(map(describe, found)),
        versions=table(["library", *columns], versions),
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
    if not timed.keys() >= {path.stem for path in lessons()}:
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
