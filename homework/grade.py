"""Grade a homework of a whole class: ``python grade.py homework-01``.

What the students handed in lies in ``downloaded/homework-01``, as it came from
Moodle, Canvas, or e-mail, zipped or not. Nothing there is ever changed. A cleaned
copy of each student's newest notebook is graded by nbgrader, one student at a time
on each processor, so that no file can stop the others. The page for instructors
tells the whole way.
"""

import argparse
import csv
import datetime
import hashlib
import html
import io
import json
import multiprocessing
import os
import re
import shutil
import sqlite3
import sys
import tempfile
import unicodedata
import warnings
import zipfile
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbgrader.apps import NbGraderAPI
from traitlets.config.loader import PyFileConfigLoader

HERE = Path(__file__).resolve().parent
IGNORED = re.compile(r"(^|/)(__MACOSX|\.ipynb_checkpoints)/|(^|/)\.")
COPY = r"(?:[ _-]*\((?P<copy>\d+)\)|-(?P<again>\d+))?"  # "… (1)", or Canvas's "…-1"
# What platforms call the files: Moodle, with or without a folder for each student;
# Canvas; and the name that this course asks for.
NAMES = [
    r"(?P<name>[^/]+?)_(?P<moodle>\d+)_assignsubmission_file_?.*",
    r"(?P<squeezed>[^/_]+)_(?P<late>LATE_)?(?P<canvas>\d+)_\d+_.*",
    r"(?P<id>[^/]+?)_homework-\d\d.*",
]
TIME = re.compile(r"(20\d\d-\d\d-\d\d)[T_ -](\d\d)[-:.](\d\d)(?:[-:.](\d\d))?")
# Our names for the columns of a roster, and what Moodle and Canvas call them.
COLUMNS = {
    "id": ["id number", "sis user id", "student_id", "username"],
    "first_name": ["first name", "firstname"],
    "last_name": ["last name", "surname", "lastname"],
    "email": ["email address", "e-mail"],
    "name": ["student", "full name"],
    "canvas": ["canvas_id"],
    "login": ["sis login id"],
    "section": ["section"],
    "moodle": ["identifier"],
}


class Unreadable(Exception):
    """A file that cannot be graded; the message says why, in words for anyone."""


@dataclass
class Student:
    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    canvas: str = ""
    login: str = ""
    section: str = ""
    moodle: str = ""

    @property
    def name(self):
        return f"{self.first_name} {self.last_name}".strip() or self.id


@dataclass
class Upload:
    """A file that was handed in, in the folder or in a zip file in it."""

    name: str
    content: bytes
    modified: float
    found: dict = field(default_factory=dict)  # what its name says
    time: datetime.datetime | None = None

    @property
    def order(self):
        copy = int(self.found.get("copy") or self.found.get("again") or 0)
        return self.time or datetime.datetime.min, copy, self.modified


def plain(text):
    """Return a name as people compare it: accents composed, case and spaces ignored."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def read_table(path):
    """Return the rows of a CSV file, with comma or semicolon, as dictionaries."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    if not lines:
        sys.exit(f"{path} is empty")
    mark = ";" if lines[0].count(";") > lines[0].count(",") else ","
    rows = csv.DictReader(lines, delimiter=mark)
    return [{plain(k or ""): (v or "").strip() for k, v in row.items()} for row in rows]


def read_roster(path):
    """Return the enrolled students, from our own columns or a platform's."""
    students = []
    for number, row in enumerate(read_table(path), start=2):
        has_sis = "sis user id" in row
        values = {
            ours: next((row[k] for k in [ours, *theirs] if row.get(k)), "")
            for ours, theirs in COLUMNS.items()
            if not (ours == "id" and has_sis)
        }
        if has_sis:  # in Canvas, ID is a number of Canvas's own
            values["id"] = row["sis user id"] or row.get("sis login id", "")
            values["canvas"] = row.get("id", "")
        name = values.pop("name")
        if name and not values["last_name"]:
            last, _, first = name.partition(", ")
            first, _, last = (first, "", last) if first else name.rpartition(" ")
            values |= {"first_name": first, "last_name": last}
        values["moodle"] = values["moodle"].removeprefix("Participant ")
        if plain(values["last_name"]) in {"points possible", "student, test"}:
            continue
        if not re.fullmatch(r"[\w@][\w.@-]*", values["id"]):
            sys.exit(
                f"{path.name}, line {number}: {values['id']!r} cannot be an id; an id "
                "has letters, digits, and . _ - @ (columns: id, first_name, "
                "last_name, email)"
            )
        students.append(Student(**values))
    ids = [student.id for student in students]
    if double := {i for i in ids if ids.count(i) > 1}:
        sys.exit(f"{path.name}: these ids occur twice: {', '.join(sorted(double))}")
    return students


def unpacked(upload):
    """Yield the upload, or what is in it if it is a zip file, or nothing."""
    if IGNORED.search(upload.name):
        return
    if not upload.name.endswith(".zip"):
        yield upload
        return
    try:
        archive = zipfile.ZipFile(io.BytesIO(upload.content))
    except zipfile.BadZipFile:
        yield upload
        return
    for entry in archive.infolist():
        if not entry.is_dir():
            inside = Upload(entry.filename, archive.read(entry), upload.modified)
            yield from unpacked(inside)


def find_uploads(folder):
    """Return all files that were handed in, and what is wrong with stated times."""
    uploads, troubles = [], []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name != "times.csv":
            modified = path.stat().st_mtime
            uploads += unpacked(Upload(name, path.read_bytes(), modified))
    times = {}
    if (folder / "times.csv").exists():
        for row in read_table(folder / "times.csv"):
            file, time = row.get("file", ""), row.get("time", "")
            times[plain(file)] = time
            if not TIME.search(time):
                why = f"{time!r} is not a time such as 2026-11-27 23:59"
                troubles.append((f"times.csv, {file}", why))
    for upload in uploads:
        upload.name = unicodedata.normalize("NFC", upload.name)
        stem = Path(upload.name).stem
        parts = upload.name.split("/")
        matches = [re.fullmatch(kind, part) for kind in NAMES for part in parts]
        if match := next(filter(None, matches), None):
            upload.found = {k: v for k, v in match.groupdict().items() if v}
        upload.found |= re.search(COPY + "$", stem).groupdict()
        stated = times.get(plain(upload.name), times.get(plain(Path(upload.name).name)))
        if match := TIME.search(stated or upload.name):
            day, *clock = match.groups(default="00")
            upload.time = datetime.datetime.fromisoformat(f"{day}T{':'.join(clock)}")
    names = {plain(n) for u in uploads for n in (u.name, Path(u.name).name)}
    for file in set(times) - names:
        troubles.append((f"times.csv, {file}", "there is no such file"))
    return uploads, troubles


def owner(upload, students, enrolled):
    """Return whose upload it is, or why this cannot be said.

    Without a roster, whoever hands something in becomes a student.
    """
    found = upload.found
    name = found.get("id") or found.get("name") or found.get("squeezed")
    if not name:
        return None, "its name does not say who handed it in"
    for key in ("id", "moodle", "canvas"):
        fit = [s for s in students if found.get(key) and
               plain(getattr(s, key)) == plain(found[key])]  # fmt: skip
        if len(fit) == 1:
            return fit[0], None
    squeezed = re.sub(r"\W", "", plain(name))
    fit = [
        s for s in students
        if plain(name) in {plain(s.name), plain(f"{s.last_name} {s.first_name}")}
        or squeezed == re.sub(r"\W", "", plain(s.last_name + s.first_name))
    ]  # fmt: skip
    if len(fit) == 1:
        return fit[0], None
    if fit:
        ids = ", ".join(student.id for student in fit)
        return None, f"several students have this name ({ids})"
    if enrolled:
        return None, f"{name!r} is not on the roster"
    student = Student(re.sub(r"[^\w.@-]+", "-", found.get("id") or name).strip("-."))
    students.append(student)
    return student, None


# --- cleaning ---------------------------------------------------------------------


def marks(cells):
    """Return {grade_id: cell}; of cells that share a mark, the first one."""
    found = {}
    for cell in cells:
        mark = cell.metadata.get("nbgrader")
        if isinstance(mark, dict) and isinstance(mark.get("grade_id"), str):
            found.setdefault(mark["grade_id"], cell)
    return found


def title(cells):
    """Return the number in the title of a homework, or None."""
    text = "\n".join(c.source for c in cells if c.cell_type == "markdown")
    match = re.search(r"^# Homework (\d+)\b", text, re.M)
    return match and int(match[1])


def clean(content, source):
    """Return a copy of a student's notebook that nbgrader can grade.

    Parameters
    ----------
    content : bytes
        The file as it was handed in.
    source : nbformat.NotebookNode
        The source of the homework.

    Returns
    -------
    notebook : nbformat.NotebookNode
        The cleaned notebook.
    notes : list of str
        What was repaired.

    Raises
    ------
    Unreadable
        If the file is not a notebook of this homework.
    """
    notes = []
    if not content.strip():
        raise Unreadable("the file is empty")
    try:
        text = content.decode("utf-8-sig")
        with warnings.catch_warnings(action="ignore"):  # of what is repaired below
            notebook = nbformat.reads(text, as_version=4)
    except UnicodeDecodeError:
        raise Unreadable("the file is not text in UTF-8") from None
    except (nbformat.reader.NotJSONError, nbformat.ValidationError, AttributeError,
            KeyError, TypeError, ValueError):  # fmt: skip
        raise Unreadable("the file is not a notebook") from None
    cells = notebook.get("cells")
    if not isinstance(cells, list) or not all(
        isinstance(cell, dict) and isinstance(cell.get("source"), str)
        and cell.get("cell_type") in {"code", "markdown", "raw"} for cell in cells
    ):  # fmt: skip
        raise Unreadable("the file is not a notebook")
    number = title(cells)
    if number not in {None, title(source.cells)}:
        raise Unreadable(f"this is homework {number}")
    if text != content.decode("utf-8"):
        notes.append("a byte order mark was removed")
    known, ids = marks(source.cells), set()
    for cell in cells:
        cell.setdefault("metadata", nbformat.NotebookNode())
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    first = marks(cells)
    for cell in cells:
        mark = cell.metadata.pop("nbgrader", None)
        name = next((n for n, c in first.items() if c is cell), None)
        if name in known:
            cell.metadata.nbgrader = known[name].metadata.nbgrader
        elif mark:
            notes.append(f"a second mark {mark.get('grade_id')!r} was removed"
                         if isinstance(mark, dict) else "a broken mark was removed")  # fmt: skip
        cell.id = cell.get("id") or ""
    by_id = {cell.id: cell for cell in reversed(cells) if cell.id}
    for name, original in known.items():
        if name in marks(cells):
            continue
        same = [c for c in cells if "nbgrader" not in c.metadata and
                c.source == original.source]  # fmt: skip
        twin = by_id.get(original.id, same[0] if same else None)
        if twin is not None and "nbgrader" not in twin.metadata:
            twin.metadata.nbgrader = original.metadata.nbgrader
            notes.append(f"the lost mark {name!r} was put back")
        elif original.metadata.nbgrader.locked:
            position = 0
            for earlier in list(known)[: list(known).index(name)]:
                present = marks(cells).get(earlier)
                position = cells.index(present) + 1 if present is not None else position
            cells.insert(position, nbformat.from_dict(original))
            if not name.startswith("hidden-"):
                notes.append(f"the deleted cell {name!r} was put back")
        else:
            notes.append(f"the answer cell {name!r} is missing")
    for name, cell in marks(cells).items():
        if cell.cell_type != known[name].cell_type:
            cell.cell_type = known[name].cell_type
            cell.outputs, cell.execution_count = [], None
            notes.append(f"the cell {name!r} was made a code cell again")
    for number, cell in enumerate(cells):
        if cell.id in ids or not re.fullmatch(r"[\w-]{1,64}", cell.id):
            cell.id = f"cleaned-{number}"
        ids.add(cell.id)
    if not set(first) & set(known) and not any("lost mark" in note for note in notes):
        raise Unreadable("the notebook holds no question of this homework")
    notebook.metadata.kernelspec = source.metadata.kernelspec
    notebook.nbformat_minor = 5
    return nbformat.from_dict(notebook), notes


# --- grading, in processes of their own ---------------------------------------------


def start_worker(course, folder, assignment):
    """Give this process a course folder, a gradebook, and data of its own."""
    own = Path(tempfile.mkdtemp(dir=folder)) / "homework"
    shutil.copytree(course.parent / "data", own.parent / "data")
    shutil.copytree(course / "source" / assignment, own / "source" / assignment)
    for name in ("nbgrader_config.py", "gradebook.db"):
        shutil.copy(course / name, own / name)
    os.chdir(own)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what kernels say to no one
    config = PyFileConfigLoader("nbgrader_config.py", path=str(own)).load_config()
    config.CourseDirectory.root = str(own)
    start_worker.api = NbGraderAPI(config=config)
    start_worker.api.log.handlers.clear()


def grade_one(course, assignment, student):
    """Grade one submission; return its points, or None, and what went wrong."""
    api, here = start_worker.api, Path.cwd()
    for folder in ("submitted", "autograded", "feedback"):
        shutil.rmtree(here / folder / student, ignore_errors=True)
    shutil.copytree(course / "submitted" / student, here / "submitted" / student)
    trouble = ""
    for step in (api.autograde, api.generate_feedback):
        result = step(assignment, student)
        if not result["success"]:
            said = result.get("log", "") + result.get("error", "")
            if "DeadKernelError" in said or "Kernel died" in said:
                trouble = "its code ended the process, as os._exit does"
            elif "Unresponsive" in said or "unresponsive" in said:
                trouble = "its code does not stop and cannot be interrupted"
            else:
                trouble = "nbgrader failed: " + said.strip().splitlines()[-1][:200]
            break
    for kind in ("autograded", "feedback"):
        made, goal = here / kind / student, course / kind / student / assignment
        shutil.rmtree(goal, ignore_errors=True)
        if not trouble and (made / assignment).exists():
            shutil.copytree(made / assignment, goal)
    if trouble:
        return student, 0, trouble
    return student, merge(course, here / "gradebook.db", assignment, student), ""


def grade_all(course, assignment, students, jobs):
    """Yield what `grade_one` returns for each student, whatever happens to one.

    If a worker dies, the students who are left are graded one at a time, so that
    the one who kills it is known.
    """
    left, spawn = list(students), multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory(prefix="grading-") as folder:
        while left:
            batch = left if jobs > 1 else left[:1]
            with ProcessPoolExecutor(
                max(1, min(jobs, len(batch))), spawn, start_worker,
                (course, folder, assignment),
            ) as pool:  # fmt: skip
                tasks = {
                    pool.submit(grade_one, course, assignment, s): s for s in batch
                }
                for task in as_completed(tasks):
                    student, error = tasks[task], task.exception()
                    if isinstance(error, BrokenProcessPool) and jobs > 1:
                        continue
                    left.remove(student)
                    if error:
                        yield student, 0, f"grading failed: {error}"[:200]
                    else:
                        yield task.result()
            jobs = 1


def merge(course, other, assignment, student):
    """Put the grades of a student into the gradebook; return the points.

    The gradebook of a worker began as a copy of the main one, so the cells of the
    homework have the same keys in both.
    """
    with sqlite3.connect(course / "gradebook.db", timeout=120) as database:
        database.execute("attach ? as other", (str(other),))
        database.execute("begin immediate")

        def rows(where):
            """Return the keys of the submission and of its notebook."""
            ask = f"""select s.id, n.id from {where}.submitted_assignment s
                join {where}.assignment a on a.id = s.assignment_id
                left join {where}.submitted_notebook n on n.assignment_id = s.id
                where a.name = ? and s.student_id = ?"""
            return database.execute(ask, (assignment, student)).fetchall()

        def each(submission, notebook):
            """Return the tables with rows of this submission, and their keys."""
            yield "submitted_assignment", "id", submission
            yield "submitted_notebook", "id", notebook
            yield "grade", "notebook_id", notebook
            yield "comment", "notebook_id", notebook

        for pair in rows("main"):
            for table, key, value in each(*pair):
                database.execute(f"delete from main.{table} where {key} = ?", (value,))
        insert = "insert or replace into main.{0} select * from other.{0} where {1} = ?"
        database.execute(insert.format("student", "id"), (student,))
        for pair in rows("other"):
            for table, key, value in each(*pair):
                database.execute(insert.format(table, key), (value,))
        database.commit()
    return points(course, assignment).get(student, 0)


def points(course, assignment):
    """Return {student: points} of all who have been graded."""
    ask = """select s.student_id, sum(coalesce(g.manual_score, g.auto_score, 0)
                                      + coalesce(g.extra_credit, 0))
        from submitted_assignment s join assignment a on a.id = s.assignment_id
        join submitted_notebook n on n.assignment_id = s.id
        join grade g on g.notebook_id = n.id where a.name = ? group by s.student_id"""
    with sqlite3.connect(course / "gradebook.db", timeout=120) as database:
        return dict(database.execute(ask, (assignment,)))


def stub(course, assignment, student, reason, advice):
    """Write a page of feedback for a notebook that could not be graded."""
    page = course / "feedback" / student / assignment / f"{assignment}.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(
        f'<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>{assignment}'
        f"</title><h1>{assignment}</h1><p>What you handed in could not be graded: "
        f"{html.escape(reason)}.</p><p>{advice}</p></html>\n",
        encoding="utf-8",
    )


# --- grades for the learning platform -------------------------------------------------


def write_grades(course, assignment, students, state, due):
    """Write one row for each student: for Moodle and people, and for Canvas."""
    table, scores = [], points(course, assignment)
    for student in students:
        upload, status = state.get(student.id, (None, "not submitted"))
        late = "" if not due or upload is None else "unknown"
        if due and upload and upload.time:
            late = "yes" if upload.time > due else "no"
        elif due and upload and upload.found.get("late"):
            late = "yes"
        score = f"{scores[student.id]:g}" if status == "graded" else ""
        table.append([student, score, late, status])
    folder = course / "grades"
    folder.mkdir(exist_ok=True)
    with open(folder / f"{assignment}.csv", "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["ID number", "First name", "Last name", "Email address",
                      assignment, "Late", "Status"])  # fmt: skip
        for s, score, late, status in table:
            out.writerow(
                [s.id, s.first_name, s.last_name, s.email, score, late, status]
            )
    canvas = folder / f"{assignment}-canvas.csv"
    with open(canvas, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["Student", "ID", "SIS User ID", "SIS Login ID", "Section",
                      assignment])  # fmt: skip
        out.writerow(["    Points Possible", "", "", "", "", "10"])
        for s, score, _, _ in table:
            name = f"{s.last_name}, {s.first_name}" if s.last_name else s.id
            out.writerow([name, s.canvas, s.id, s.login, s.section, score])
    return folder / f"{assignment}.csv"


# --- the whole way -----------------------------------------------------------------


def deadline(text):
    """Return a time; a day alone means its end."""
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text.strip()):
            text = text.strip() + " 23:59:59"
        return datetime.datetime.fromisoformat(text.strip())
    except ValueError:
        message = f"{text!r} is not a time such as 2026-11-27 or 2026-11-27 23:59"
        raise argparse.ArgumentTypeError(message) from None


def remember(folder, assignment, due):
    """Return the due date, which is kept in a file until another one is given."""
    path = folder / f"{assignment}-due.txt"
    if due:
        folder.mkdir(exist_ok=True)
        path.write_text(due.isoformat(" "), encoding="utf-8")
    return deadline(path.read_text("utf-8")) if path.exists() else None


def parse(arguments):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("assignment", help="such as homework-01")
    parser.add_argument("--roster", type=Path, help="CSV of the enrolled students "
                        "(default: roster.csv here, if there is one)")  # fmt: skip
    parser.add_argument("--due", type=deadline,
                        help='such as "2026-11-30 23:59", to mark what is late')  # fmt: skip
    parser.add_argument("--again", nargs="+", default=[], metavar="STUDENT",
                        help="grade these students again, or all")  # fmt: skip
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    return parser.parse_args(arguments)


def main(arguments=None, course=HERE):
    """Grade, and end with three lists: graded, not submitted, needs attention."""
    wish = parse(arguments)
    assignment, attention = wish.assignment, []
    source = course / "source" / assignment / f"{assignment}.ipynb"
    if not source.exists():
        known = ", ".join(sorted(path.name for path in (course / "source").iterdir()))
        sys.exit(f"there is no homework {assignment!r}; there are {known}")
    downloaded = course / "downloaded" / assignment
    if not downloaded.is_dir():
        sys.exit(f"put what the students handed in into {downloaded}")
    if not (course / "gradebook.db").exists() or not has(course, assignment):
        sys.exit(f"run this first: nbgrader generate_assignment {assignment} --force")
    path = wish.roster or course / "roster.csv"
    if wish.roster and not path.exists():
        sys.exit(f"there is no roster {path}")
    students = read_roster(path) if path.exists() else []
    enrolled = bool(students)

    by_student = {}
    uploads, troubles = find_uploads(downloaded)
    attention += troubles
    for upload in uploads:
        student, trouble = owner(upload, students, enrolled)
        if trouble:
            attention.append((upload.name, trouble))
        else:
            by_student.setdefault(student.id, []).append(upload)

    original, state, todo, kept = nbformat.read(source, as_version=4), {}, [], {}
    hand_in = f"Please hand in {assignment}.ipynb, the notebook that you worked in."
    names = {student.id: student.name for student in students}
    unknown = set(wish.again) - {"all", *names}
    if unknown:
        sys.exit(f"--again: no student has the id {', '.join(sorted(unknown))}")
    for student, name in names.items():
        uploads = by_student.get(student, [])
        books = [u for u in uploads if u.name.endswith(".ipynb")]
        if uploads and not books:
            reason = f"{uploads[0].name} is not a notebook"
            state[student] = (uploads[0], f"not graded: {reason}")
            attention.append((name, reason))
            stub(course, assignment, student, reason, hand_in)
        if not books:
            continue
        newest = max(books, key=lambda upload: upload.order)
        digest = hashlib.sha256(newest.content).hexdigest()
        folder = course / "submitted" / student / assignment
        record = folder.with_name(f"{assignment}.json")
        before = json.loads(record.read_text("utf-8")) if record.exists() else {}
        is_same = before.get("sha256") == digest
        asked = {student, "all"} & set(wish.again)
        if (before.get("status") == "graded" or is_same) and not asked:
            time = before["time"] and datetime.datetime.fromisoformat(before["time"])
            seen = Upload(before["file"], b"", 0, {"late": before["late"]}, time)
            state[student] = (seen, before["status"])
            if not is_same:
                why = f"{newest.name} is newer than what was graded; "
                attention.append((name, why + f"--again {student} grades it"))
            elif before["status"] != "graded":
                attention.append((name, before["status"]))
            continue
        shutil.rmtree(folder, ignore_errors=True)
        try:
            notebook, notes = clean(newest.content, original)
        except Unreadable as error:
            state[student] = (newest, f"not graded: {error}")
            attention.append((name, f"{newest.name}: {error}"))
            forget(course, assignment, student)
            stub(course, assignment, student, str(error), hand_in)
        else:
            folder.mkdir(parents=True)
            nbformat.write(notebook, folder / f"{assignment}.ipynb")
            if newest.time:
                stamp = newest.time.isoformat(" ")
                (folder / "timestamp.txt").write_text(stamp, "utf-8")
            state[student] = (newest, "graded")
            todo.append(student)
            if notes:
                attention.append((name, "repaired: " + "; ".join(notes)))
        record.parent.mkdir(parents=True, exist_ok=True)
        state_now = {
            "file": newest.name,
            "sha256": digest,
            "status": state[student][1],
            "time": newest.time and newest.time.isoformat(),
            "late": newest.found.get("late", ""),
        }
        if student in todo:
            record.unlink(missing_ok=True)  # until it is graded
            kept[student] = record, state_now
        else:
            record.write_text(json.dumps(state_now), encoding="utf-8")

    outcomes = grade_all(course, assignment, todo, wish.jobs)
    for done, (student, score, trouble) in enumerate(outcomes, start=1):
        record, state_now = kept[student]
        if trouble:
            attention.append((names[student], trouble))
            forget(course, assignment, student)
            advice = "Find that line, restart the kernel, and run all cells. When this "
            advice += "works, save the notebook and hand it in again."
            stub(course, assignment, student, trouble, advice)
            state_now["status"] = f"not graded: {trouble}"
            state[student] = (state[student][0], state_now["status"])
        record.write_text(json.dumps(state_now), encoding="utf-8")
        said = trouble or f"{score:g} points"
        print(f"{done} of {len(todo)}: {names[student]}: {said}", flush=True)

    due = remember(course / "grades", assignment, wish.due)
    table = write_grades(course, assignment, students, state, due)
    graded = [s for s, (_, status) in state.items() if status == "graded"]
    absent = [s for s in names if s not in by_student]
    print(f"\nGraded ({len(graded)}): {', '.join(names[s] for s in graded) or 'none'}")
    print(
        f"Not submitted ({len(absent)}): {', '.join(names[s] for s in absent) or 'none'}"
    )
    print(f"Needs attention ({len(attention)}):")
    for name, trouble in attention:
        print(f"  {name}: {trouble}")
    print(f"The grades are in {table.relative_to(course)}.")


def has(course, assignment):
    """Return whether the gradebook knows the homework."""
    with sqlite3.connect(course / "gradebook.db") as database:
        ask = "select count(*) from assignment where name = ?"
        return database.execute(ask, (assignment,)).fetchone()[0]


def forget(course, assignment, student):
    """Remove an earlier grade of a student whose new notebook cannot be graded."""
    for kind in ("autograded", "feedback"):
        shutil.rmtree(course / kind / student / assignment, ignore_errors=True)
    if student in points(course, assignment):
        from nbgrader.api import Gradebook

        with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
            gradebook.remove_submission(assignment, student)


if __name__ == "__main__":
    main()
