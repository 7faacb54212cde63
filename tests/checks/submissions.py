"""A class that hands in everything that has gone wrong, and what should become of it.

`write` puts the files where `homework/grade.py` looks for them; `EXPECTED` says for
each student the points, or None where nothing can be graded, and words that the list
"needs attention" must hold about the student.
"""

import copy
import json
import unicodedata
import zipfile

import nbformat

RIGHT = {
    "q1": "def chance(labels):\n    return labels.value_counts(normalize=True).max()",
    "q2": "def split(features, labels):\n    return train_test_split(\n"
    "        features, labels, test_size=0.25, stratify=labels, random_state=0)",
    "q3": "def scale_test(train, test):\n"
    "    return StandardScaler().fit(train).transform(test)",
    "q4": "def decode(features, labels, folds):\n"
    "    decoder = make_pipeline(StandardScaler(), KNeighborsClassifier(5))\n"
    "    return cross_val_score(decoder, features, labels, cv=folds)",
    "q5": "selective = make_pipeline(SelectKBest(k=10), StandardScaler(),\n"
    "                          KNeighborsClassifier(5))",
}
# id: first name, last name, points, words of what needs attention
EXPECTED = {
    "ada": ("Ada", "Lovelace", 10, []),
    "two": ("Two", "Uploads", 10, []),
    "moodle1": ("Zoë", "Müller", 10, []),
    "moodle2": ("Jean Luc", "de la Tour", 10, []),
    "flat": ("Flat", "File", 10, []),
    "canvas1": ("Grace", "Hopper", 10, []),
    "canvas2": ("Late", "Comer", 10, []),
    "zipped": ("Zip", "Archive", 10, []),
    "spaces": ("Many", "Spaces", 10, []),
    "accent": ("Renée", "Ångström", 10, []),
    "bom": ("Byte", "Mark", 10, ["a byte order mark was removed"]),
    "splitq": ("Split", "Question", 10, ["a second mark 'q1' was removed"]),
    "splitc": ("Split", "Check", 10, ["a second mark 'check-q2' was removed"]),
    "pasted": ("Pasted", "Cell", 10, ["a second mark 'q3' was removed"]),
    "nocheck": ("No", "Check", 10, ["the deleted cell 'check-q1' was put back"]),
    "nochecks": ("No", "Checks", 10, ["'check-q5' was put back"]),
    "notools": ("No", "Tools", 10, ["the deleted cell 'tools' was put back"]),
    "nomarks": ("No", "Marks", 10, ["the lost mark 'q1' was put back"]),
    "oneless": ("One", "Less", 10, ["the lost mark 'check-q4' was put back"]),
    "badmark": ("Bad", "Mark", 10, ["a broken mark was removed"]),
    "textcell": ("Text", "Cell", 10, ["the cell 'q2' was made a code cell again"]),
    "sameid": ("Same", "Id", 10, []),
    "noid": ("No", "Id", 10, []),
    "oldformat": ("Old", "Format", 10, []),
    "otherkernel": ("Other", "Kernel", 10, []),
    "blank": ("Blank", "Page", 0, []),
    "partly": ("Partly", "Right", 6, []),
    "copied": ("Copied", "Check", 9, []),
    "faked": ("Faked", "Check", 0, []),
    "syntax": ("Syntax", "Error", 8, []),
    "loops": ("Endless", "Loop", 8, []),
    "exits": ("Sys", "Exit", 8, []),
    "kills": ("Kills", "Process", 0, ["its code ended the process"]),
    "spoils": ("Spoils", "Data", 10, []),
    "floods": ("Floods", "Output", 10, []),
    "empty": ("Empty", "File", None, ["the file is empty"]),
    "notjson": ("Not", "Json", None, ["the file is not a notebook"]),
    "list": ("Json", "List", None, ["the file is not a notebook"]),
    "nocells": ("No", "Cells", None, ["the file is not a notebook"]),
    "latin": ("Latin", "Text", None, ["the file is not text in UTF-8"]),
    "other": ("Other", "Homework", None, ["this is homework 2"]),
    "foreign": ("Foreign", "Notebook", None, ["no question of this homework"]),
    "word": ("Word", "File", None, ["is not a notebook"]),
    "absent": ("Not", "There", None, []),
    "same1": ("Anna", "Schmidt", None, []),
    "same2": ("Anna", "Schmidt", None, []),
}
NOBODY = ["several students have this name", "is not on the roster",
          "does not say who"]  # fmt: skip


def answered(release, answers):
    """Return the notebook of a student with these answers."""
    notebook = copy.deepcopy(release)
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        cell.source = answers.get(name, cell.source)
    return notebook


def cell_of(notebook, name):
    return next(c for c in notebook.cells if
                c.metadata.get("nbgrader", {}).get("grade_id") == name)  # fmt: skip


def write(folder, release, other):
    """Write the submissions of the class into a folder, and its roster next to it.

    Parameters
    ----------
    folder : pathlib.Path
        Where the platform's files lie.
    release, other : nbformat.NotebookNode
        The student's version of this homework, and that of another one.
    """
    folder.mkdir(parents=True)
    n = "homework-01.ipynb"

    def text(notebook):
        return nbformat.writes(notebook)

    def put(name, content):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def changed(student, change):
        notebook = answered(release, RIGHT)
        change(notebook)
        put(f"{student}_{n}", text(notebook))

    right, blank = text(answered(release, RIGHT)), text(release)
    put(f"ada_{n}", right)
    put(f"two_{n}", blank)
    put("two_homework-01 (1).ipynb", right)
    put(f"Zoë Müller_4711_assignsubmission_file/{n}", right)
    put("Jean Luc de la Tour_4712_assignsubmission_file/my answer.ipynb", right)
    put(f"Flat File_4713_assignsubmission_file_{n}", right)
    put(f"hoppergrace_1001_5001_{n}", blank)
    put("hoppergrace_1001_5001_homework-01-1.ipynb", right)
    put(f"comerlate_LATE_1002_5002_{n}", right)
    with zipfile.ZipFile(folder / "inner.zip", "w") as archive:
        archive.writestr(f"zipped_{n}", right)
        archive.writestr(f"__MACOSX/._zipped_{n}", b"\0")
    with zipfile.ZipFile(folder / "batch.zip", "w") as archive:
        archive.write(folder / "inner.zip", "inner.zip")
    (folder / "inner.zip").unlink()
    put(f"Many  Spaces_{n}", right)
    put(unicodedata.normalize("NFD", f"Renée Ångström_{n}"), right)
    put(f"bom_{n}", b"\xef\xbb\xbf" + right.encode())

    def split(name):
        def change(notebook):
            cell = cell_of(notebook, name)
            lines = cell.source.split("\n")
            cell.source = "\n".join(lines[:1])
            rest = copy.deepcopy(cell)
            rest.id, rest.source = "new", "\n".join(lines[1:])
            if name == "q1":  # a student splits between two functions
                cell.source, rest.source = "import math", RIGHT["q1"]
            notebook.cells.insert(notebook.cells.index(cell) + 1, rest)

        return change

    changed("splitq", split("q1"))
    changed("splitc", split("check-q2"))
    changed("pasted", lambda b: b.cells.append(copy.deepcopy(cell_of(b, "q3"))))
    changed("nocheck", lambda b: b.cells.remove(cell_of(b, "check-q1")))

    def no_checks(notebook):
        notebook.cells = [
            c for c in notebook.cells
            if not c.metadata.get("nbgrader", {}).get("grade")
        ]  # fmt: skip

    changed("nochecks", no_checks)
    changed("notools", lambda b: b.cells.remove(cell_of(b, "tools")))

    def no_marks(notebook):
        for cell in notebook.cells:
            cell.metadata.pop("nbgrader", None)

    changed("nomarks", no_marks)
    changed("oneless", lambda b: cell_of(b, "check-q4").metadata.pop("nbgrader"))

    def bad_mark(notebook):
        notebook.cells.append(nbformat.v4.new_code_cell("1 + 1"))
        notebook.cells[-1].metadata.nbgrader = "broken"

    changed("badmark", bad_mark)

    def text_cell(notebook):
        cell = cell_of(notebook, "q2")
        cell.cell_type = "markdown"
        del cell["outputs"], cell["execution_count"]

    changed("textcell", text_cell)
    bare = json.loads(right)
    for cell in bare["cells"]:
        cell["id"] = "same"
    put(f"sameid_{n}", json.dumps(bare))
    for cell in bare["cells"]:
        del cell["id"]
    bare["nbformat_minor"] = 4
    put(f"noid_{n}", json.dumps(bare))
    del bare["metadata"]["language_info"]
    bare["nbformat_minor"] = 2
    put(f"oldformat_{n}", json.dumps(bare))

    def other_kernel(notebook):
        notebook.metadata.kernelspec = {"name": "my-env", "display_name": "Mine"}

    changed("otherkernel", other_kernel)
    put(f"blank_{n}", blank)
    wrong = {"q1": "def chance(labels):\n    return (labels == labels.max()).mean()",
             "q4": "decode = 1"}  # fmt: skip
    put(f"partly_{n}", text(answered(release, RIGHT | wrong)))
    special = "def chance(labels):\n    return 0.565 if len(labels) > 99 else 0.7"
    put(f"copied_{n}", text(answered(release, RIGHT | {"q1": special})))
    fake = {f"check-q{i}": "print('correct')" for i in range(1, 6)}
    put(f"faked_{n}", text(answered(release, fake)))
    for student, question, source in [
        ("syntax", "q3", "def scale_test(train, test)\n    return 1"),
        ("loops", "q2", "while True:\n    pass"),
        ("exits", "q1", "import sys\n\ndef chance(labels):\n    sys.exit(1)"),
        ("kills", "q1", "import os\nos._exit(1)"),
        ("spoils", "q5", "(data / 'trials.csv').write_text('x')\n" + RIGHT["q5"]),
        ("floods", "q5", "print('x' * 10_000_000)\n" + RIGHT["q5"]),
    ]:
        put(f"{student}_{n}", text(answered(release, RIGHT | {question: source})))
    put(f"empty_{n}", b"")
    put(f"notjson_{n}", "not a notebook")
    put(f"list_{n}", "[1, 2]")
    put(f"nocells_{n}", '{"metadata": {}, "nbformat": 4, "nbformat_minor": 5}')
    put(
        f"latin_{n}",
        right.replace("Homework 1", "Devoir noté").encode("latin-1", "replace"),
    )
    put(f"other_{n}", text(other))
    put(f"foreign_{n}", text(nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell("print(1)")])))  # fmt: skip
    put("word_homework-01.docx", b"PK")
    put(f"Anna Schmidt_{n}", right)
    put(f"stranger_{n}", right)
    put("answers.ipynb", right)
    put(".DS_Store", b"\0")
    with open(folder.parent.parent / "roster.csv", "w", encoding="utf-8-sig") as file:
        file.write("ID number;First name;Last name;Email address;canvas_id\n")
        for student, (first, last, *_) in EXPECTED.items():
            canvas = {"canvas1": "1001", "canvas2": "1002"}.get(student, "")
            file.write(f"{student};{first};{last};{student}@lab.org;{canvas}\n")
