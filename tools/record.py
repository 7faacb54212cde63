"""Run notebooks and store their outputs: ``python tools/record.py [CHAPTER ...]``."""

import os
import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parent.parent
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
KEEP = {"mystnb", "tags", "nbgrader"}  # the rest of a cell's metadata is an editor's


def run(notebook, folder, say=lambda done: None):
    """Execute `notebook` in `folder` and leave in it what belongs to the book."""
    os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
    for name in ("MPLBACKEND", "MATPLOTLIBRC"):  # they change or hide figures
        os.environ.pop(name, None)
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
        extra_arguments=["--log-level=ERROR"],  # no notice about the transport
        on_cell_executed=lambda cell, cell_index, **_: say(cell_index + 1),
    ).execute()
    notebook.metadata.language_info.pop("version")  # that of this machine
    return notebook


def record(path):
    """Run one notebook and replace its file, all at once or not at all."""
    start = time.monotonic()
    notebook = nbformat.read(path, as_version=4)

    def say(done):
        seconds = time.monotonic() - start
        line = f"{path.stem}: {done} of {len(notebook.cells)} cells, {seconds:.0f} s"
        print(f"\r{line}", end="", flush=True)

    run(notebook, path.parent, say)
    temporary = path.with_suffix(".tmp")
    nbformat.write(notebook, temporary)
    temporary.replace(path)
    print()


if __name__ == "__main__":
    notebooks = [*ROOT.glob("book/*.ipynb"), *ROOT.glob("homework/source/*/*.ipynb")]
    wanted = sys.argv[1:] or [""]
    chosen = [p for p in sorted(notebooks) if p.name.startswith(tuple(wanted))]
    if not chosen:
        sys.exit(f"no notebook begins with {' or '.join(wanted)}")
    for path in chosen:
        record(path)
