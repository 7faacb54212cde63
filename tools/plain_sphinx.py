"""Build the site without Jupyter Book: ``python tools/plain_sphinx.py``.

Jupyter Book 1 is in maintenance. This is the way out, tried every week: Sphinx and
myst-nb, with a configuration made from `_config.yml`, in `_build/plain`.
"""

import subprocess
import sys

import yaml
from notebooks import ROOT

OUT = ROOT / "_build/plain"
# what Jupyter Book adds, and what comes from it alone
THEIRS = {"jupyter_book", "sphinx_comments"}


def configuration():
    """Return the text of conf.py."""
    config = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    own = config["sphinx"]["config"]
    html = config["html"]
    repository = config["repository"]
    # conf.py is elsewhere
    own["html_static_path"] = [str(ROOT / path) for path in own["html_static_path"]]
    own["extensions"] = [name for name in own["extensions"] if name not in THEIRS]
    own["html_theme_options"] |= {
        "repository_url": repository["url"],
        "repository_branch": repository["branch"],
        "path_to_docs": repository["path_to_book"],
        "use_repository_button": html["use_repository_button"],
        "use_issues_button": html["use_issues_button"],
        "use_edit_page_button": html["use_edit_page_button"],
        "launch_buttons": config["launch_buttons"],
        "extra_footer": html["extra_footer"],
    }
    own |= {
        "project": config["title"],
        "author": config["author"],
        "copyright": config["copyright"],
        "html_title": config["title"],
        "html_theme": "sphinx_book_theme",
        "html_favicon": str(ROOT / html["favicon"]),
        "bibtex_bibfiles": [str(ROOT / path) for path in config["bibtex_bibfiles"]],
        "exclude_patterns": [*config["exclude_patterns"], "_build", "README.md"],
        "external_toc_path": "_toc.yml",
        "external_toc_exclude_missing": True,
        "nb_execution_mode": "off",
        "myst_enable_extensions": [
            "amsmath", "colon_fence", "dollarmath", "linkify", "substitution",
        ],
    }  # fmt: skip
    lines = [f"{name} = {value!r}" for name, value in own.items()]
    path = f"import sys\nsys.path.insert(0, {str(ROOT / 'extensions')!r})"
    return "\n".join([path, *lines, ""])


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "conf.py").write_text(configuration(), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-c",
        OUT,
        "-b",
        "html",
        ROOT,
        OUT / "html",
    ]
    sys.exit(subprocess.run(command).returncode)
