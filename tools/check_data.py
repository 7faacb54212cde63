"""Say which data files are missing or not as they should be.

``python tools/check_data.py`` compares them with data/SHA256SUMS;
``--write`` writes that list anew, after the data were made again on purpose.
"""

import hashlib
import sys
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
RESTORE = (
    "Restore the data with 'git checkout -- data', or take the folder data from a new "
    "download of the course. Your notebooks stay as they are."
)


def checksums(folder):
    """Return the SHA-256 of each data file of a folder, by its name there."""
    files = [
        *folder.glob("**/*.csv"),
        *folder.glob("**/*.np*"),
        *folder.glob("**/*.json"),
    ]
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(
            path.read_bytes()
        ).hexdigest()
        for path in sorted(files)
    }


def damaged(folder=DATA):
    """Return a line for each file that is not what SHA256SUMS says."""
    listed = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    found = checksums(folder)
    faults = []
    for line in listed:
        expected, name = line.split("  ")
        if name not in found:
            faults.append(f"data/{name} is missing.")
        elif found[name] != expected:
            faults.append(f"data/{name} has been changed, or is not whole.")
    return faults


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        lines = [f"{checksum}  {name}\n" for name, checksum in checksums(DATA).items()]
        (DATA / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")
    elif faults := damaged():
        sys.exit("\n".join([*faults, RESTORE]))
