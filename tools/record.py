"""Run lessons and store their outputs: ``python tools/record.py [LESSON ...]``.

A homework is not run, because students get it without outputs; it is only tidied.
"""

import sys
import time

import nbformat
from nbclient.exceptions import CellExecutionError, DeadKernelError
from notebooks import (
    clear,
    homework,
    is_chosen,
    lessons,
    read,
    run,
    tidy,
    use_own_settings,
)


def record(path, execute=True):
    """Run one notebook and replace its file, all at once or not at all."""
    start = time.monotonic()
    notebook = read(path)

    def say(done):
        place = f"\r{path.stem}: cell {done} of {len(notebook.cells)},"
        print(place, f"{time.monotonic() - start:.0f} s", end="", flush=True)

    if execute:
        try:
            run(notebook, path.parent, say)
        except (CellExecutionError, DeadKernelError) as error:
            sys.exit(f"\n{path.name} is unchanged, because a cell failed.\n{error}")
    else:
        tidy(notebook)
        clear(notebook)
    new = path.with_suffix(".tmp")
    try:
        nbformat.write(notebook, new)
        changed = new.read_bytes() != path.read_bytes()
        if changed:
            new.replace(path)
    finally:
        new.unlink(missing_ok=True)
    print(f"\r{path.stem}: {'recorded' if changed else 'unchanged'}".ljust(60))


def main(wanted):
    """Record the notebooks whose names are given, or all."""
    paths = [*lessons(), *homework()]
    for name in wanted:
        if not any(is_chosen(path.stem, name) for path in paths):
            known = ", ".join(path.stem for path in paths)
            sys.exit(f"no lesson or homework is called {name}; there are {known}")
    chosen = [
        p for p in paths if any(is_chosen(p.stem, name) for name in wanted or [""])
    ]
    use_own_settings()
    for path in chosen:
        record(path, execute=path not in homework())


if __name__ == "__main__":
    main(sys.argv[1:])
