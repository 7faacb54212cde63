"""What stands beside the pages: the front, the licenses, and the course as a zip file."""

import re
import zipfile
from importlib import metadata
from pathlib import Path

from theme import POLICY

# packages of which something is on the site, beside the font of the formulas
SHIPPED = [
    "accessible-pygments",
    "myst-nb",
    "pydata-sphinx-theme",
    "pygments",
    "sphinx",
    "sphinx-book-theme",
    "sphinx-copybutton",
    "sphinx-design",
    "sphinx-exercise",
    "vl-convert-python",
]
# what is in the script of vl-convert-python, which does not carry their licenses
VEGA = """Vega, Vega-Lite, and Vega-Embed

Copyright (c) 2015-2023, University of Washington Interactive Data Lab
All rights reserved. BSD 3-Clause License, whose conditions are those above."""

ZIP = ["LICENSE*", "CITATION.cff", "requirements.*", "binder/*.txt", "book/*"]
ZIP += ["data/**/*", "homework/release/**/*.ipynb", "assets/*.svg"]
ZIP += ["assets/LICENSES.md", "tools/check_data.py", "tools/environment.py"]
ZIP += ["tools/jupyterlab.json"]
ZIP_README = "assets/course-readme.md"


def write_front(out, start):
    """Send who opens the site's own address to the landing page."""
    page = (out / start).read_text(encoding="utf-8")
    head = re.findall(
        r'<title>.*?</title>|<meta (?:property="og:|name="description")[^>]*>'
        r'|<link rel="canonical"[^>]*>',
        page,
        re.S,
    )
    lines = [
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8" />',
        POLICY,
        f'<meta http-equiv="refresh" content="0; url={start}" />',
        *head,
        f'</head><body><main><h1><a href="{start}">Open the course</a></h1></main>',
        "</body></html>\n",
    ]
    (out / "index.html").write_text("\n".join(lines), encoding="utf-8")


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
    files = {file for pattern in ZIP for file in root.glob(pattern) if file.is_file()}
    files = {file for file in files if file.suffix != ".pyc"}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(files):
            name = Path("neural-data-ml") / file.relative_to(root)
            info = zipfile.ZipInfo(name.as_posix())  # dated 1980
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, file.read_bytes())
        info = zipfile.ZipInfo("neural-data-ml/README.md")
        archive.writestr(info, (root / ZIP_README).read_bytes())


def finish(app, exception):
    if exception or app.builder.name != "html":
        return
    out = Path(app.outdir)
    write_licenses(out / "_static/licenses.txt")
    write_front(out, app.config.root_doc + ".html")
    write_zip(Path(app.srcdir), out / "course.zip")


def setup(app):
    app.connect("build-finished", finish, priority=920)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
