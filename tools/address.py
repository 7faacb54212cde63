"""Write the address of the repository everywhere.

``python tools/address.py OWNER/NAME [BRANCH]`` changes `_config.yml`, which holds the
address, and every copy of it: badge, citation, links, lessons, homework, workflows.
Without arguments it prints the address. Going back to the old address gives the old
files, byte for byte.
"""

import json
import re
import sys
from pathlib import Path
from urllib.parse import quote

import yaml

ROOT = Path(__file__).resolve().parent.parent
HOST = "https://github.com/"
FILES = [
    "*.md", "*.cff", "_config.yml", "assets/*.md", "book/*.md", "book/*.ipynb",
    "homework/release/*/*.ipynb", "homework/source/*/*.ipynb",
    ".github/workflows/*.yml",
]  # fmt: skip


def current(root=ROOT):
    """Return the repository, as OWNER/NAME, and the branch of `_config.yml`."""
    config = yaml.safe_load((root / "_config.yml").read_text(encoding="utf-8"))
    repository = config["repository"]
    return repository["url"].removeprefix(HOST), repository["branch"]


def site(repository):
    """Return the address at which GitHub Pages shows the site of a repository."""
    owner, name = repository.lower().split("/")
    folder = "" if name == f"{owner}.github.io" else repository.split("/")[1] + "/"
    return f"https://{owner}.github.io/{folder}"


def binder(page, root=ROOT):
    """Return the address that opens a notebook of the course in Binder."""
    repository, branch = current(root)
    opened = f"urlpath=lab/tree/{page}.ipynb"
    return f"https://mybinder.org/v2/gh/{repository}/{quote(branch, '')}?{opened}"


def forms(repository, branch):
    """Return each form in which files name a repository and its branch."""
    name = repository.split("/")[1]
    return [
        f"{repository}/{branch}?",  # Binder
        f"{repository}/{branch}/",  # a single file
        f"{repository}/archive/refs/heads/{branch}.zip",
        f"{quote(repository, '')}&branch={quote(branch, '')}&",  # nbgitpuller
        repository,
        quote(repository, ""),
        f"tree%2F{name}%2F",  # where nbgitpuller puts it
        f"cd {name}\n",
        f"url: {HOST}{repository}\n  branch: {branch}\n",
        f"branches: [{branch}]",
    ]


def rewrite(text, old, new):
    """Return a text with the new address in the place of the old one.

    Parameters
    ----------
    text : str
        Markdown, YAML, or the JSON of a notebook.
    old, new : tuple of str
        Repository (OWNER/NAME) and branch.
    """
    pairs = dict(zip(forms(*old), forms(*new), strict=True))
    # the longest first, and each place once, so that no new form is changed again
    longest = sorted(pairs, key=len, reverse=True)
    ends = r"(?![\w.-]*\w)"  # not the beginning of another name
    pattern = "|".join(
        re.escape(form) + (ends if form in (old[0], quote(old[0], "")) else "")
        for form in longest
    )
    return re.sub(pattern, lambda match: pairs[match[0]], text)


def checksums(text):
    """Return a notebook with nbgrader's checksums of its changed cells."""
    from nbformat import reads, writes
    from nbgrader.utils import compute_checksum

    notebook = reads(text, as_version=4)
    for cell in notebook.cells:
        if "checksum" in cell.metadata.get("nbgrader", {}):
            cell.metadata.nbgrader.checksum = compute_checksum(cell)
    return writes(notebook) + "\n"


def move(new, root=ROOT):
    """Change every file below `root`, and return those that were changed."""
    old, changed = current(root), []
    for path in sorted({path for glob in FILES for path in root.glob(glob)}):
        before = path.read_bytes().decode("utf-8")
        after = rewrite(before, old, new)
        if after != before:
            if path.suffix == ".ipynb":
                json.loads(after)  # still a notebook
                after = checksums(after) if '"checksum"' in after else after
            path.write_bytes(after.encode("utf-8"))
            changed.append(path.relative_to(root).as_posix())
    return changed


def main(arguments):
    repository, branch = current()
    if not arguments:
        print(repository, branch)
        return
    if len(arguments) > 2 or not re.fullmatch(r"[\w-]+/[\w.-]+", arguments[0]):
        sys.exit(
            f"expected OWNER/NAME and perhaps a branch, such as {repository} {branch}; "
            f"got {' '.join(arguments)}"
        )
    new = (arguments[0], arguments[1] if arguments[1:] else branch)
    if not re.fullmatch(r"[\w./-]+", new[1]):
        sys.exit(f"{new[1]} is no name of a branch")
    changed = move(new)
    print("\n".join(changed) if changed else f"The address is {new[0]} already.")


if __name__ == "__main__":
    main(sys.argv[1:])
