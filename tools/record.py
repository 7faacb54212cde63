"""Run notebooks and store their outputs: ``python tools/record.py [CHAPTER ...]``."""

import base64
import copy
import io
import os
import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")
# other metadata of a cell is an editor's
KEEP = {"mystnb", "tags", "nbgrader", "jupyter"}


def comparable(notebook):
    """Return a copy without the figures of cells tagged "measured".

    Those draw how long something took, so no two runs give the same.
    """
    notebook = copy.deepcopy(notebook)
    for cell in notebook.cells:
        if "measured" in cell.metadata.get("tags", []):
            for output in cell.outputs:
                output.get("data", {}).pop("image/png", None)
    return notebook


def reduce_colors(outputs):
    """Store each figure with at most 256 colors: a third of the bytes."""
    for output in outputs:
        if "image/png" in output.get("data", {}):
            figure = Image.open(io.BytesIO(base64.b64decode(output.data["image/png"])))
            reduced = figure.convert("RGB").quantize(256, dither=Image.Dither.NONE)
            png = io.BytesIO()
            reduced.save(png, "PNG", optimize=True, dpi=figure.info["dpi"])
            output.data["image/png"] = base64.b64encode(png.getvalue()).decode()


def run(notebook, folder, say=lambda done: None, threads=1):
    """Execute `notebook` in `folder` and leave in it what belongs to the book."""
    os.environ.update(dict.fromkeys(THREADS, str(threads)))
    os.environ.pop("MPLBACKEND", None)  # these two change or hide figures
    os.environ.pop("MATPLOTLIBRC", None)
    notebook.metadata = nbformat.from_dict({"kernelspec": KERNEL})
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number:02d}"
        cell.metadata = {k: v for k, v in cell.metadata.items() if k in KEEP}
    NotebookClient(
        notebook,
        timeout=600,
        resources={"metadata": {"path": str(folder)}},
        record_timing=False,
        coalesce_streams=True,
        extra_arguments=[
            "--log-level=ERROR",  # no notice about the transport
            "--InlineBackend.figure_format=retina",  # crisp on every screen
        ],
        on_cell_executed=lambda cell, cell_index, **_: say(cell_index + 1),
    ).execute()
    notebook.metadata.language_info.pop("version")  # that of this machine
    for cell in notebook.cells:
        reduce_colors(cell.get("outputs", []))


def record(path):
    """Run one notebook and replace its file, all at once or not at all."""
    start = time.monotonic()
    notebook = nbformat.read(path, as_version=4)

    def say(done):
        place = f"\r{path.stem}: cell {done} of {len(notebook.cells)},"
        print(place, f"{time.monotonic() - start:.0f} s", end="", flush=True)

    try:
        run(notebook, path.parent, say)
    except (CellExecutionError, DeadKernelError) as error:
        sys.exit(f"\n{path.name} is unchanged, because a cell failed.\n{error}")
    new = path.with_suffix(".tmp")
    try:
        nbformat.write(notebook, new)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
    print()


if __name__ == "__main__":
    notebooks = [*ROOT.glob("book/*.ipynb"), *ROOT.glob("homework/source/*/*.ipynb")]
    wanted = tuple(sys.argv[1:]) or ("",)
    chosen = [path for path in sorted(notebooks) if path.name.startswith(wanted)]
    if not chosen:
        sys.exit(f"no notebook begins with {' or '.join(wanted)}")
    for path in chosen:
        record(path)
