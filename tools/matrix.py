"""Run the chapters in many environments: ``python tools/matrix.py [NAME ...]``.

The executed notebooks stay in ``_build/matrix/NAME/``. They are compared with the
recorded ones, and ``book/status.md`` is written from what was found.
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
from record import ROOT, run

BUILD = ROOT / "_build/matrix"
CHAPTERS = sorted(ROOT.glob("book/0*.ipynb"))
PYTHONS = [(3, minor) for minor in range(11, 15)]
CORES = ("haswell", "sandybridge", "prescott")
LIBRARIES = ("numpy", "scipy", "pandas", "scikit-learn", "matplotlib", "seaborn")
SETTINGS = ("OPENBLAS_CORETYPE", "NPY_DISABLE_CPU_FEATURES")

# What a kernel says about itself: whether a configuration is what it claims to be.
FACTS = f"""
import json, platform, sys
from importlib.metadata import version
import numpy, sklearn
from threadpoolctl import threadpool_info
blas = [pool for pool in threadpool_info() if pool["user_api"] == "blas"]
print(json.dumps({{
    "prefix": sys.prefix,
    "system": platform.system(),
    "machine": platform.machine(),
    "versions": {{"Python": platform.python_version(),
                 **{{name: version(name) for name in {LIBRARIES}}}}},
    "cores": sorted({{pool.get("architecture", "").lower() for pool in blas}}),
    "threads": sorted({{pool["num_threads"] for pool in blas}}),
    "simd": numpy.show_config("dicts")["SIMD Extensions"].get("found", []),
}}))
"""


def run_here(folder, threads):
    """Run the chapters with this very Python and keep what they give in `folder`."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(FACTS)])
    run(notebook, ROOT / "book", threads=threads)
    facts = json.loads(notebook.cells[0].outputs[0].text)
    if facts.pop("prefix") != sys.prefix:
        sys.exit("the kernel 'python3' belongs to another Python; remove it with "
                 "'jupyter kernelspec remove python3'")  # fmt: skip
    facts["seconds"] = {}
    for path in CHAPTERS:
        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:  # a chapter that stops must not keep old outputs
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None
        before = os.times()
        try:
            run(notebook, path.parent, threads=threads)
        except (CellControlSignal, DeadKernelError) as error:
            print(f"{path.stem}: {type(error).__name__}")
        after = os.times()  # of the kernel, which has ended
        seconds = after.children_user + after.children_system
        seconds -= before.children_user + before.children_system
        facts["seconds"][path.stem] = seconds
        nbformat.write(notebook, folder / path.name)
        print(f"{path.stem}: {seconds:.0f} s", flush=True)
    (folder / "facts.json").write_text(json.dumps(facts, indent=1))


if __name__ == "__main__":
    Path(sys.argv[1]).mkdir(exist_ok=True, parents=True)
    run_here(Path(sys.argv[1]), int(sys.argv[2]))
