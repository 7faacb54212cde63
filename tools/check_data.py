"""Say which data files are missing, or are not what data/SHA256SUMS says."""

import hashlib
import sys
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
RESTORE = (
    "To restore the data, run 'git checkout -- data', or take the folder data from a "
    "new download of the course. Your notebooks stay as they are."
)


def checksum(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def data_files(folder=DATA):
    """Return the names of the data files, in the order of the alphabet."""
    kinds = (".csv", ".json", ".npz")
    found = (path for path in folder.rglob("*") if path.suffix in kinds)
    return sorted(path.relative_to(folder).as_posix() for path in found)


def checksums(folder=DATA):
    """Return {name: SHA-256} as the file SHA256SUMS gives them."""
    lines = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    return {name: found for found, name in (line.split("  ", 1) for line in lines)}


def write_checksums(folder=DATA):
    """Write SHA256SUMS, which `sha256sum -c` reads, too."""
    lines = [f"{checksum(folder / name)}  {name}\n" for name in data_files(folder)]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8", newline="\n")


def damaged():
    """Return one line for each data file that is missing or has been changed."""
    faults = []
    for name, expected in checksums().items():
        path = DATA / name
        if not path.exists():
            faults.append(f"data/{name} is missing.")
        elif checksum(path) != expected:
            faults.append(f"data/{name} has been changed, or is not whole.")
    return faults


# the tables of two lessons of chapter 9: how seaborn reads them, and their shapes when whole
RECORDINGS = {
    "brain_networks": ({"header": [0, 1, 2], "index_col": 0}, (920, 62)),
    "fmri": ({}, (1064, 5)),
    "dots": ({}, (848, 5)),
}


def recordings_missing():
    """Return why two lessons can't run here, or None; fetch their data if need be."""
    import seaborn as sns  # takes a second, and only they need it

    for name, (options, shape) in RECORDINGS.items():
        try:
            table = sns.load_dataset(name, **options)
            found = table.shape
            if found == shape and table.iloc[-1].isna().any():
                found = "the last row is cut off"
        except OSError as error:
            where = "set SEABORN_DATA or connect to the internet"
            return f"chapter 9 needs seaborn's recordings; {where} ({error})"
        except ValueError as error:  # pandas cannot read it
            found = f"cannot be read: {str(error).splitlines()[0]}"
        if found != shape:
            path = Path(sns.get_data_home()) / f"{name}.csv"
            return (
                f"chapter 9 needs {path}, which is not whole ({found}); delete it, "
                "and seaborn will fetch it again"
            )
    return None


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        write_checksums()
    elif faults := damaged():
        sys.exit("\n".join([*faults, RESTORE]))
