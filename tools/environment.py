"""Make the course's environment in .venv: ``python3 tools/environment.py``.

It is made anew if it does not answer, if it belongs to another folder (this one was
moved or renamed), if packages were removed from it, or if requirements.lock has
changed. Otherwise nothing happens. Old Pythons must be able to read this file.
"""

import hashlib
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDER = os.path.join(ROOT, ".venv")
STAMP = os.path.join(FOLDER, "installed")
BIN = os.path.join(FOLDER, "Scripts" if os.name == "nt" else "bin")
PYTHON = os.path.join(BIN, "python.exe" if os.name == "nt" else "python")
OLDEST, NEWEST = (3, 11), (3, 14)
PROBE = (
    "import sys, importlib.metadata as m; print(sys.prefix, len({*m.distributions()}))"
)
# these would send the packages elsewhere, or hide them
UNWANTED = (
    "PIP_USER",
    "PIP_TARGET",
    "PIP_PREFIX",
    "PIP_ROOT",
    "PYTHONHOME",
    "PYTHONPATH",
)


def wanted():
    """Return what the stamp of a current environment begins with."""
    with open(os.path.join(ROOT, "requirements.lock"), "rb") as lock:
        return FOLDER + "\n" + hashlib.sha256(lock.read()).hexdigest() + "\n"


def n_packages(environment):
    """Return how many packages the environment has, or 0 if it does not answer."""
    try:
        said = subprocess.check_output([PYTHON, "-c", PROBE], env=environment)
    except (OSError, subprocess.CalledProcessError):
        return 0
    prefix, _, number = said.decode().strip().rpartition(" ")
    return int(number) if os.path.samefile(prefix, FOLDER) else 0


def is_current(environment):
    if not os.path.exists(STAMP):
        return False
    with open(STAMP) as stamp:
        made, _, number = stamp.read().rpartition("\n")
    enough = number.isdigit() and n_packages(environment) >= int(number) > 0
    return made + "\n" == wanted() and enough


def calm_jupyterlab(prefix=FOLDER):
    """Leave out what students do not need: buttons of nbgrader, news, updates."""
    folder = os.path.join(prefix, "etc", "jupyter", "labconfig")
    if not os.path.isdir(folder):
        os.makedirs(folder)
    source = os.path.join(ROOT, "tools", "jupyterlab.json")
    shutil.copy(source, os.path.join(folder, "default_setting_overrides.json"))
    with open(os.path.join(folder, "page_config.json"), "w") as config:
        config.write('{"disabledExtensions": {"@jupyter/nbgrader": true}}\n')


def main():
    environment = {k: v for k, v in os.environ.items() if k not in UNWANTED}
    if is_current(environment):
        return
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        name = os.path.basename(sys.executable)
        how = "'make PYTHON=python3.12 ...', or 'python3.12 tools/environment.py'"
        if os.name == "nt":
            how = "'py -3.13 tools/environment.py'"
        sys.exit(
            "This course needs Python 3.11 to 3.14, and {} is {}.{}. Use another one: "
            "{}.".format(name, *sys.version_info[:2], how)
        )
    print("Making the environment in .venv; this takes some minutes.")
    sys.stdout.flush()
    if os.path.islink(FOLDER):
        os.remove(FOLDER)  # what it leads to is another's, and would be emptied
    try:
        subprocess.check_call(
            [sys.executable, "-m", "venv", "--clear", FOLDER], env=environment
        )
        subprocess.check_call(
            [PYTHON, "-m", "pip", "install", "--quiet", "--no-user", "--require-hashes",
             "--disable-pip-version-check", "-r", os.path.join(ROOT, "requirements.lock")],
            env=environment,
        )  # fmt: skip
    except subprocess.CalledProcessError as error:
        sys.exit(
            "The environment could not be made, because this failed: {}\n"
            "Nothing else was changed; run the same command to try again.".format(
                " ".join(error.cmd)
            )
        )
    calm_jupyterlab()
    with open(STAMP, "w") as stamp:
        stamp.write(wanted() + str(n_packages(environment)))
    print("The environment is ready.")


if __name__ == "__main__":
    main()
