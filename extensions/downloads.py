"""What stands beside the pages: the licenses, and the course as a zip file."""

import zipfile
from importlib import metadata

# packages of which something is on the site, beside the font of the formulas
SHIPPED = [
    "accessible-pygments", "myst-nb", "pydata-sphinx-theme", "pygments", "sphinx",
    "sphinx-book-theme", "sphinx-copybutton", "sphinx-design", "sphinx-exercise",
    "vl-convert-python",
]  # fmt: skip
# what is in the script of vl-convert-python, which does not carry their licenses
VEGA = """Vega, Vega-Lite, and Vega-Embed

Copyright (c) 2015-2023, University of Washington Interactive Data Lab
All rights reserved. BSD 3-Clause License, whose conditions are those above."""

ZIP = [
    "LICENSE*", "CITATION.cff", "requirements.*", "binder/*.txt", "book/*", "data/**/*",
    "homework/release/**/*.ipynb", "assets/*.svg", "assets/LICENSES.md",
    "tools/check_data.py", "tools/environment.py", "tools/jupyterlab.json",
]  # fmt: skip


def write_licenses(path):
    """Gather the licenses of what others made and every page loads."""
    texts = []
    for package in SHIPPED:
        for file in metadata.files(package):
            if "LICENSE" in file.name.upper() and file.suffix != ".py":
                text = file.locate().read_text(encoding="utf-8")
                texts.append(f"{package}, {file.name}\n\n{text.strip()}\n")
    path.write_text("\n\n----\n\n".join([*texts, VEGA]) + "\n", encoding="utf-8")


def write_zip(root, path):
    """Pack what a reader needs to run the course; the same bytes each time."""
    found = {file for pattern in ZIP for file in root.glob(pattern) if file.is_file()}
    files = {f.relative_to(root).as_posix(): f for f in found if f.suffix != ".pyc"}
    files["README.md"] = root / "assets/course-readme.md"
    with zipfile.ZipFile(path, "w") as archive:
        for name, file in sorted(files.items()):
            info = zipfile.ZipInfo(f"neural-data-ml/{name}")  # dated 1980
            archive.writestr(info, file.read_bytes(), zipfile.ZIP_DEFLATED)
