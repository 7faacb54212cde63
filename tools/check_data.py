"""Say which data files are missing or not as their cards in data/README.md say."""

import hashlib
import re
import sys
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
RESTORE = (
    "Restore the data with 'git checkout -- data', or take the folder data from a new "
    "download of the course. Your notebooks stay as they are."
)


def cards():
    """Return the SHA-256 that each card states, by the name of its file."""
    text = (DATA / "README.md").read_text(encoding="utf-8")
    return dict(re.findall(r"### `(.+)`\n\n[^#]*?SHA-256 `([0-9a-f]{64})`", text))


def damaged():
    """Return a line for each data file that is not what its card says."""
    faults = []
    for name, expected in cards().items():
        path = DATA / name
        if not path.exists():
            faults.append(f"data/{name} is missing.")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != expected:
            faults.append(f"data/{name} has been changed, or is not whole.")
    return faults


if __name__ == "__main__":
    if faults := damaged():
        sys.exit("\n".join([*faults, RESTORE]))
