"""The built site: `make book` comes first."""

import re
import sys
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

import pytest
import yaml
from notebooks import ROOT, contents, read

HTML = ROOT / "_build/html"
PAGES = [
    pytest.param(page, id=page, marks=pytest.mark.lesson(Path(page).name))
    for page in contents()
]
ADDRESS = yaml.safe_load((ROOT / "_config.yml").read_text())["repository"]["url"]
NAME = ADDRESS.removeprefix("https://github.com/")


@pytest.fixture(scope="module", params=PAGES)
def page(request):
    file = HTML / f"{request.param}.html"
    assert file.exists(), "the site is not built; run 'make book'"
    return request.param, file.read_text(encoding="utf-8")


def loaded_from_elsewhere(html):
    """Return what a browser would load from another host."""
    tags = re.findall(r"<(?:script|img|link|iframe|source)\b[^>]*>", html)
    return [
        tag
        for tag in tags
        if re.search(r"""(?:src|href)=["'](?:https?:)?//""", tag)
        and 'rel="canonical"' not in tag
    ]


def undescribed(html):
    images = re.findall(r"<img\b[^>]*>", html)
    return [
        i for i in images if "logo" not in i and not re.search(r'alt="[^"]{60,}', i)
    ]


def test_page_loads_nothing_from_another_host(page):
    assert loaded_from_elsewhere(page[1]) == []


def test_every_image_of_the_page_is_described(page):
    assert undescribed(page[1]) == []


def test_both_checks_refuse_a_broken_page():
    html = '<img src="x.png" alt="a plot"><script src="https://cdn.example/x.js">'
    assert undescribed(html) and loaded_from_elsewhere(html)


NOTEBOOKS = [page for page in PAGES if (ROOT / f"{page.id}.ipynb").exists()]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_page_shows_the_recorded_figures_and_formulas(name):
    html = (HTML / f"{name}.html").read_text(encoding="utf-8")
    notebook = read(ROOT / f"{name}.ipynb")
    outputs = [o for c in notebook.cells for o in c.get("outputs", [])]
    figures = [o for o in outputs if "image/png" in o.get("data", {})]
    assert len(re.findall(r"<img[^>]+_images/[0-9a-f]{64}\.png", html)) == len(figures)
    formulas = sum(c.source.count("$$") // 2 for c in notebook.cells)
    assert len(re.findall(r'<math[^>]+display="block"', html)) == formulas
    assert formulas > 0 or name.startswith("homework")
    assert (
        f"https://mybinder.org/v2/gh/{NAME}/main?urlpath=lab/tree/{name}.ipynb" in html
    )


def test_every_file_names_the_same_repository():
    files = [*ROOT.glob("*.md"), *ROOT.glob("*.cff"), *ROOT.glob("book/*.md")]
    files += ROOT.glob("homework/*/*/*.ipynb")
    hosts = r"github\.com|raw\.githubusercontent\.com|mybinder\.org/v2/gh"
    pattern = rf"(?:{hosts})/([\w.-]+/neural-data-ml)"
    texts = {file.name: unquote(file.read_text("utf-8")) for file in files}
    named = {name: set(re.findall(pattern, text)) for name, text in texts.items()}
    assert {"README.md", "CITATION.cff", "setup.md", "instructors.md"} <= {
        f for f, n in named.items() if n
    }
    assert set().union(*named.values()) == {NAME}


def wrong_pull_links(text, address):
    """Return the links of nbgitpuller that do not open a file of this repository."""
    links = re.findall(r"\S+/git-pull\S*", text)
    wrong = [] if links else ["no link"]
    for link in links:
        opened = parse_qs(urlsplit(link).query).get("urlpath", [""])[0]
        # nbgitpuller clones into a folder that has the repository's name
        folder = f"lab/tree/{address.rsplit('/', 1)[1]}/"
        asked = {"repo": address, "branch": "main", "urlpath": opened}
        expected = "https://HUB/hub/user-redirect/git-pull?" + urlencode(asked)
        file = ROOT / opened.removeprefix(folder)
        if link != expected or not opened.startswith(folder) or not file.is_file():
            wrong.append(link)
    return wrong


def test_links_for_students_open_the_course():
    page = (ROOT / "book/instructors.md").read_text(encoding="utf-8")
    assert wrong_pull_links(page, ADDRESS) == []
    for good, bad in [
        ("%2FOWNER%2F", "%2FSOMEONE%2F"),
        ("%2F%2Fgithub", "//github"),
        ("branch=main", "branch=master"),
        ("tree%2Fneural-data-ml", "tree"),
        ("homework-01.ipynb", "homework-00.ipynb"),
        ("git-pull?", "git-pull"),
        ("git-pull", "pull"),
    ]:
        assert good in page and wrong_pull_links(page.replace(good, bad), ADDRESS), bad


def test_site_of_a_fork_names_the_fork(monkeypatch):
    sys.path.insert(0, str(ROOT / "extensions"))
    import course

    assert course.PLACEHOLDER == NAME
    monkeypatch.setenv("GITHUB_REPOSITORY", "someone/brains")
    config = SimpleNamespace(html_theme_options={"repository_url": ADDRESS})
    events = {}
    course.use_fork_address(SimpleNamespace(connect=events.__setitem__), config)
    fork = "https://github.com/someone/brains"
    assert config.html_theme_options["repository_url"] == fork
    source = [(ROOT / "book/instructors.md").read_text(encoding="utf-8")]
    events["source-read"](None, "book/instructors", source)
    assert f"    {fork}\n" in source[0] and NAME not in unquote(source[0])
    assert wrong_pull_links(source[0], fork) == []
    source = [(ROOT / "book/setup.md").read_text(encoding="utf-8")]
    events["source-read"](None, "book/setup", source)
    assert f"git clone {fork}\ncd brains\n" in source[0]


def test_formula_that_cannot_be_written_is_reported(caplog):
    sys.path.insert(0, str(ROOT / "extensions"))
    import course

    for latex, n_warnings in [(r"\frac{1}{2}", 0), (r"\nosuchthing{2}", 1)]:
        caplog.clear()
        course.logger.logger.propagate = True
        node = SimpleNamespace(astext=lambda text=latex: text, source="x", line=1)
        course.write_mathml(SimpleNamespace(body=[]), node, "inline")
        assert len(caplog.records) == n_warnings


def test_lock_holds_every_pin():
    pins = [
        line
        for file in ("requirements.txt", "binder/requirements.txt")
        for line in (ROOT / file).read_text().split("\n")
        if line and not line.startswith(("#", "-r"))
    ]
    lock = (ROOT / "requirements.lock").read_text()
    assert len(pins) > 10
    for pin in pins:
        assert re.fullmatch(r"[\w-]+==[\w.]+", pin), f"{pin} is not exact"
        assert f"\n{pin} \\\n    --hash=sha256:" in f"\n{lock}", f"{pin} is not locked"
