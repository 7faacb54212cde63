"""Read, run, and compare notebooks: the one room for notebook code.

Recording, the status page, and the tests all use these functions, so that a
notebook runs in the same environment and is compared in the same way everywhere.
"""

import atexit
import base64
import copy
import io
import json
import math
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import nbformat
import yaml
from nbclient import NotebookClient
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent

# Over splits, the scores of chapters 1 and 4 have an sd of about .04, and t-SNE
# differs by .03 between sets of libraries: no claim rests on less. Numbers above 1
# are compared relative to their size, so a whole number up to 24 must be equal.
TOLERANCE = 0.04


# --- which notebooks there are ------------------------------------------------


def contents(root=ROOT):
    """Return the pages of the site in their order, as _toc.yml names them."""
    found = []

    def walk(part):
        if isinstance(part, dict):
            found.extend(part[key] for key in ("root", "file") if key in part)
            part = list(part.values())
        if isinstance(part, list):
            for inner in part:
                walk(inner)

    walk(yaml.safe_load((root / "_toc.yml").read_text(encoding="utf-8")))
    return found


def lessons(root=ROOT):
    """Return the path of each lesson, in the order of the contents."""
    paths = [root / f"{page}.ipynb" for page in contents(root) if "book/" in page]
    return [path for path in paths if path.exists()]


def homework(root=ROOT):
    """Return the path of the source of each homework, in the same order."""
    pages = [Path(page) for page in contents(root) if "homework/" in page]
    return [root / "homework/source" / p.name / f"{p.name}.ipynb" for p in pages]


def is_chosen(name, wanted):
    """Say whether "07", "07-text", or "homework-07" names this notebook.

    A chapter's number chooses its lessons and its homework.
    """
    return name.startswith(wanted) or name.removeprefix("homework-") == wanted


# --- read ---------------------------------------------------------------------


def read(path):
    return nbformat.read(path, as_version=4)


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def tags(cell):
    return cell.metadata.get("tags", [])


def markdown(notebook):
    """Return the text of all Markdown cells."""
    return "\n\n".join(c.source for c in notebook.cells if c.cell_type == "markdown")


def output_texts(cell):
    """Yield each text that a cell shows, HTML included."""
    for output in cell.outputs:
        if output.output_type == "stream":
            yield output.text
        for kind, data in output.get("data", {}).items():
            if kind.startswith("text/"):
                yield data


def images(cell):
    """Return the kind of each image that a cell shows.

    JupyterLab adds a picture to each interactive figure, which does not count.
    """
    bundles = [output.get("data", {}) for output in cell.outputs]
    bundles = [data for data in bundles if not any("vegalite" in kind for kind in data)]
    return [kind for data in bundles for kind in data if kind.startswith("image/")]


def solutions(notebook):
    """Return each block of Python that the text of a lesson gives, as a cell.

    These are the solutions of exercises, and the code in answers to questions. A
    ``text`` block right after the code says what it prints, which becomes the
    recorded output of the cell. Other code, without one, is not run.
    """
    lines = r"((?:(?!```).*\n)*)```"
    cells = []
    block = rf"^```python\n{lines}\n+```text\n{lines}$"
    for code, said in re.findall(block, markdown(notebook), re.M):
        output = nbformat.v4.new_output("stream", name="stdout", text=said)
        cell = nbformat.v4.new_code_cell(code, outputs=[output], execution_count=1)
        cell.id = f"solution-{len(cells) + 1}"
        cells.append(cell)
    return cells


def with_solutions(notebook):
    """Return a copy whose last cells are the solutions."""
    notebook = copy.deepcopy(notebook)
    notebook.cells += solutions(notebook)
    return notebook


def printed(outputs):
    """Return the outputs of a solution as its page shows them: text alone."""
    text = ""
    for output in outputs:
        if output.output_type == "stream" and output.name == "stdout":
            text += output.text
        elif output.output_type == "execute_result":
            text += output.data["text/plain"] + "\n"
    rest = [o for o in outputs if o.output_type == "error" or o.get("name") == "stderr"]
    return [nbformat.v4.new_output("stream", name="stdout", text=text), *rest]


# --- run ----------------------------------------------------------------------

THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")
UNWANTED = (
    "MPLBACKEND", "MATPLOTLIBRC",  # hide or change figures
    "PYTHONSTARTUP", "PYTHONWARNINGS",  # change what a kernel does and says
    "JUPYTER_PATH", "JUPYTER_CONFIG_PATH",  # may hold other kernels
)  # fmt: skip
KERNEL_CONFIG = """\
c.InlineBackend.figure_formats = {"retina"}  # crisp on every screen
c.IPKernelApp.log_level = "ERROR"  # no notice about the transport
"""


def use_own_settings(threads=1):
    """Let this process and its children read no settings but the course's own.

    A user's matplotlibrc, IPython profile, start-up files, kernels, or Dask
    configuration would change outputs, and a recording would keep that. The
    settings lie in a temporary folder, which each process has for itself.

    Parameters
    ----------
    threads : int
        Threads of OpenBLAS and OpenMP. On busy cores one is faster than several,
        and sums keep their order.
    """
    parent = os.environ.get("COURSE_SETTINGS")
    folder = Path(tempfile.mkdtemp(prefix="course-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    profile = folder / "ipython/profile_default"
    profile.mkdir(parents=True)
    (profile / "ipython_kernel_config.py").write_text(KERNEL_CONFIG)

    for name in UNWANTED:
        os.environ.pop(name, None)
    os.environ.update(dict.fromkeys(THREADS, str(threads)))
    os.environ.update(
        COURSE_SETTINGS=str(folder),
        DASK_CONFIG=str(folder / "dask"),
        IPYTHONDIR=str(folder / "ipython"),
        JUPYTER_CONFIG_DIR=str(folder / "jupyter"),
        JUPYTER_DATA_DIR=str(folder / "jupyter"),
        MPLCONFIGDIR=str(folder / "matplotlib"),
    )
    # matplotlib lists the fonts once; in a notebook it might say that it does
    if parent and Path(parent, "matplotlib").exists():
        shutil.copytree(Path(parent, "matplotlib"), folder / "matplotlib")
    else:
        command = [sys.executable, "-c", "import matplotlib.font_manager"]
        subprocess.run(command, check=True)


KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
# other metadata of a cell is an editor's
KEEP = {"mystnb", "tags", "nbgrader", "jupyter"}


def tidy(notebook):
    """Drop what an editor leaves; keep each cell's id, unless two cells have it.

    Whoever merges a student's copy with a newer lesson compares cells by their
    ids, so an id once given must stay with its cell.
    """
    language = notebook.metadata.get("language_info", {})
    language = {k: v for k, v in language.items() if k != "version"}
    kept = {"kernelspec": KERNEL, "language_info": language}
    notebook.metadata = nbformat.from_dict(kept)
    seen = set()
    for cell in notebook.cells:
        if cell.id in seen:
            cell.id = nbformat.v4.new_code_cell().id
        seen.add(cell.id)
        cell.metadata = {k: v for k, v in cell.metadata.items() if k in KEEP}


def clear(notebook):
    """Remove all outputs."""
    for cell in code_cells(notebook):
        cell.outputs, cell.execution_count = [], None


def reduce_colors(outputs):
    """Store each figure with at most 256 colors: a third of the bytes."""
    for output in outputs:
        if "image/png" in output.get("data", {}):
            figure = Image.open(io.BytesIO(base64.b64decode(output.data["image/png"])))
            reduced = figure.convert("RGB").quantize(256, dither=Image.Dither.NONE)
            png = io.BytesIO()
            reduced.save(png, "PNG", optimize=True, dpi=figure.info["dpi"])
            output.data["image/png"] = base64.b64encode(png.getvalue()).decode()


def run(notebook, folder, say=lambda done: None):
    """Execute a notebook in a folder, and leave in it what belongs to the course.

    Call `use_own_settings` first, once per process.

    Raises
    ------
    nbclient.exceptions.CellExecutionError, nbclient.exceptions.DeadKernelError
        If a cell fails or the kernel dies.
    """
    if "COURSE_SETTINGS" not in os.environ:
        raise RuntimeError("call use_own_settings() before run()")
    tidy(notebook)
    clear(notebook)  # where a notebook stops, no old output may stay
    NotebookClient(
        notebook,
        timeout=600,
        resources={"metadata": {"path": str(folder)}},
        record_timing=False,
        coalesce_streams=True,
        on_cell_executed=lambda cell, cell_index, **_: say(cell_index + 1),
    ).execute()
    notebook.metadata.language_info.pop("version")  # that of this machine
    for cell in code_cells(notebook):
        reduce_colors(cell.outputs)


# --- compare ------------------------------------------------------------------


def unpinned(root=ROOT):
    """Return why outputs may differ here by a little, or None where they must not."""
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        return f"outputs are recorded on Linux x86_64, not {platform.platform()}"
    pins = (root / "binder/requirements.txt").read_text(encoding="utf-8")
    for name, wanted in re.findall(r"^([\w-]+)==(.+)$", pins, re.M):
        if version(name) != wanted:
            return f"outputs are recorded with {name} {wanted}, not {version(name)}"
    return None


NUMBER = re.compile(r"(?<![\w.])[-−]?(?:\d+(?:,\d{3})*(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?")


def numbers(text):
    found = NUMBER.findall(text)
    return [float(number.replace(",", "").replace("−", "-")) for number in found]


def skeleton(text):
    """Return a text without its numbers, and without the spaces that align them."""
    return re.sub(r"[\s-]+", "", NUMBER.sub("#", text))


def shown(outputs):
    """Return (kind, text) of each output; a library's warnings are no claim."""
    found = []
    for output in outputs:
        if output.output_type == "stream" and output.name == "stdout":
            found.append(("stdout", output.text))
        found += sorted(output.get("data", {}).items())
    return found


def contradictions(recorded, again):
    """Compare the outputs of a cell with a tolerance.

    Every text must be the same without its numbers, and every number within
    `TOLERANCE`. Figures must be there; their bytes differ between libraries.

    Returns
    -------
    faults : list of str
        What contradicts the recorded outputs.
    largest : float
        The largest deviation of a number.
    """
    errors = [o.ename for o in again if o.output_type == "error"]
    if errors:
        return [f"raises {errors[0]}"], 0.0
    old, new = shown(recorded), shown(again)
    kinds = [[kind for kind, _ in outputs] for outputs in (old, new)]
    if kinds[0] != kinds[1]:
        return [f"gives {kinds[1]}, recorded are {kinds[0]}"], 0.0
    faults, largest = [], 0.0
    for (kind, a), (_, b) in zip(old, new):
        if kind.startswith("image/"):
            continue
        # a file keeps the entries of a specification in another order
        a, b = (
            text if isinstance(text, str) else json.dumps(text, sort_keys=True)
            for text in (a, b)
        )
        if skeleton(a) != skeleton(b):
            faults.append(f"gives another text ({kind})")
            continue
        for x, y in zip(numbers(a), numbers(b)):
            deviation = abs(x - y) / max(1, abs(x))
            largest = max(largest, deviation)
            if deviation > TOLERANCE + 1e-9:
                faults.append(f"gives {y:g}, recorded is {x:g}")
    return list(dict.fromkeys(faults)), largest  # a table is there twice, as HTML


# --- how a lesson reads -----------------------------------------------------------


def directives(text, name):
    """Return (title, options, body) of each directive of that name.

    ``options`` is a dictionary, so the classes of an admonition are
    ``options["class"].split()``.
    """
    pattern = rf"^(:{{3,}})\{{{name}\}} *([^\n]*)\n((?::[a-z]+:[^\n]*\n)*)(.*?)^\1$"
    return [
        (title, dict(re.findall(r"^:([a-z]+): *(.*)$", options, re.M)), body)
        for _, title, options, body in re.findall(pattern, text, re.M | re.S)
    ]


def boxes(text, kind):
    """Return (title, body) of each admonition of that class."""
    found = directives(text, "admonition")
    return [(t, b) for t, o, b in found if kind in o.get("class", "").split()]


def is_folded(cell):
    return bool({"hide-input", "hide-cell", "remove-cell"} & set(tags(cell)))


def visible_lines(cell):
    """Return the lines of code that a reader sees, imports not counted."""
    lines = [] if is_folded(cell) else cell.source.splitlines()
    imports = re.compile(r"(import|from) \w")
    return [line for line in lines if line.strip() and not imports.match(line)]


def prose(text):
    """Return what a reader reads of a text: no code, formulas, links, or options."""
    text = re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)
    text = re.sub(r"\$\$.*?\$\$|\$[^$\n]+\$", "", text, flags=re.S)
    text = re.sub(r"\]\([^)]*\)", "]", text)
    text = re.sub(r"\{[a-z:-]+\}(`[^`<]*`)?", r"\1", text)  # roles, directives
    return re.sub(r"^:.*$", "", text, flags=re.M)


def n_words(text):
    return len(re.findall(r"[^\W\d_][\w'’-]*", prose(text)))


PICTURE = r"!\[|\{(?:figure|image)\}"
COLLAPSED = (
    r"^(:{3,})\{solution\}.*?^\1$"
    r"|^(:{3,})\{admonition\}[^\n]*\n:class:[^\n]*\bdropdown\b.*?^\2$"
)


def minutes(notebook):
    """Return how long a lesson takes, rounded up to five minutes.

    80 words, or 320 folded ones, take a minute; so do about three lines of code.
    Pictures and questions take 1.5 minutes each, an interactive figure 5, and a
    task with a starter cell 8. The exercises at the end are not included. This is
    a convention, to be corrected when students have been timed.
    """
    text = re.sub(
        r"^(:{3,})\{exercise\}.*?^\1$", "", markdown(notebook), flags=re.M | re.S
    )
    visible = re.sub(COLLAPSED, "", text, flags=re.M | re.S)
    folded = n_words(text) - n_words(visible)
    cells = code_cells(notebook)
    kinds = [k for c in cells for o in c.outputs for k in o.get("data", {})]
    pictures = sum(kind.startswith("image/") for kind in kinds)
    interactive = sum("vegalite" in kind for kind in kinds)
    total = (n_words(visible) + folded / 4) / 80
    total += 0.3 * sum(len(visible_lines(cell)) for cell in cells)
    total += 1.5 * (pictures + len(re.findall(PICTURE, visible)))
    total += 1.5 * len(boxes(text, "question")) + 5 * interactive
    total += 8 * sum("starter" in tags(cell) for cell in cells)
    return 5 * math.ceil(total / 5)
