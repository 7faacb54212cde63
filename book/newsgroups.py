"""Load posts of the 20 newsgroups with or without the corpus itself."""

import contextlib
import hashlib
import io
import os
import sys
import threading
import warnings
from collections.abc import Iterable
from http.client import HTTPException
from pathlib import Path

import numpy as np
from sklearn.datasets import fetch_20newsgroups
from sklearn.utils import Bunch

#: Every newsgroup of the corpus.
NEWSGROUPS = (
    "alt.atheism", "comp.graphics", "comp.os.ms-windows.misc",
    "comp.sys.ibm.pc.hardware", "comp.sys.mac.hardware", "comp.windows.x",
    "misc.forsale", "rec.autos", "rec.motorcycles", "rec.sport.baseball",
    "rec.sport.hockey", "sci.crypt", "sci.electronics", "sci.med", "sci.space",
    "soc.religion.christian", "talk.politics.guns", "talk.politics.mideast",
    "talk.politics.misc", "talk.religion.misc",
)  # fmt: skip
#: The newsgroups whose word counts come with the course.
CATEGORIES = ("comp.graphics", "sci.crypt")
#: What scikit-learn can strip from a post, all at once in our file.
METADATA = ("headers", "footers", "quotes")

COUNTS_FILE = Path(__file__).resolve().parent.parent / "data/newsgroups.npz"
COUNTS_SHA256 = "410e786f424084a1bc4f15fe71004eaf040d50fc4c1ecf2617727fad9d3190e7"

DESCR = """\
Posts of the 20 newsgroups corpus (Lang, 1995), as word counts.

Each document holds the words of one post in alphabetical order, each repeated
as often as it occurs. CountVectorizer and TfidfVectorizer at their default
settings give the same matrix as for the post itself; whatever depends on the
order of words, such as n-grams, does not. For the posts themselves, call
load_newsgroups(download=True) once.
"""


def load_newsgroups(
    categories=CATEGORIES,
    subset="train",
    return_X_y=False,
    *,
    remove=(),
    data_home=None,
    download=False,
):
    """Load 20 newsgroups posts, in scikit-learn's order.

    Where scikit-learn's own cache of the corpus is on this machine, the
    documents are the posts. Elsewhere they are rebuilt from the word counts
    in data/newsgroups.npz, which hold the training posts of `CATEGORIES`.

    Parameters
    ----------
    categories : sequence of str
        Names of newsgroups.
    subset : {"train", "test", "all"}
        Which posts.
    return_X_y : bool
        Return ``(data, target)`` in place of a Bunch.
    remove : tuple
        Any of "headers", "footers" and "quotes"; the word counts have either
        none or all three removed.
    data_home : path-like, optional
        Folder of scikit-learn's cache; by default the environment variable
        SCIKIT_LEARN_DATA, or ``~/scikit_learn_data``.
    download : bool
        Fetch the corpus (14 MB) from the Internet if it is not in the cache.

    Returns
    -------
    Bunch or (list of str, ndarray)
        ``data``, ``target``, ``target_names``, ``DESCR`` as from
        `sklearn.datasets.fetch_20newsgroups`, and ``source``, which is
        "posts" or "word counts".

    Raises
    ------
    ValueError
        If an argument is wrong, or the word counts lack what is asked for.
    OSError
        If the corpus cannot be downloaded, or data/newsgroups.npz is missing or
        not as it came with the course.

    Warns
    -----
    UserWarning
        If scikit-learn's cache cannot be read, so that word counts take its
        place; the cache is left as it is.
    """
    categories, remove = _checked(categories, subset, remove)
    cache = _cache_file(data_home)
    bunch = None
    if download or _may_exist(cache):
        bunch = _load_posts(categories, subset, remove, cache, download)
    if bunch is None:
        bunch = _load_counts(categories, subset, remove)
    return (bunch.data, bunch.target) if return_X_y else bunch


def _checked(categories, subset, remove):
    """Return the names in categories and remove, or raise ValueError."""
    categories = _names(categories, "categories", NEWSGROUPS)
    if not categories:
        raise ValueError("categories is empty; expected one or more newsgroups")
    if subset not in ("train", "test", "all"):
        raise ValueError(f"subset is {subset!r}; expected 'train', 'test' or 'all'")
    return categories, _names(remove, "remove", METADATA)


def _names(values, argument, allowed):
    """Return the allowed names that values holds, or raise ValueError."""
    if isinstance(values, (str, bytes)) or not isinstance(values, Iterable):
        raise ValueError(
            f"{argument} is {values!r}; expected a list with any of {allowed}"
        )
    values = list(values)
    unknown = [value for value in values if value not in allowed]
    if unknown:
        raise ValueError(f"{argument} has {unknown}; expected any of {allowed}")
    return [name for name in allowed if name in values]


def _cache_file(data_home):
    """Return the path of scikit-learn's cache, without making its folder."""
    if data_home is None:
        data_home = os.environ.get("SCIKIT_LEARN_DATA", "~/scikit_learn_data")
    if not isinstance(data_home, (str, os.PathLike)):
        raise ValueError(f"data_home is {data_home!r}; expected the path of a folder")
    # as scikit-learn does; Path.expanduser raises where ~ cannot be known
    return Path(os.path.expanduser(data_home)) / "20news-bydate_py3.pkz"


def _may_exist(cache):
    """Say whether there is a cache; one that cannot be looked at counts, too."""
    try:
        cache.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        pass  # a folder of somebody else, say: reading it will tell
    return True


def _load_posts(categories, subset, remove, cache, download):
    """Return the posts, or None with a warning if the cache is broken."""
    printed = io.StringIO()  # scikit-learn prints what is wrong with a cache
    progress = _show_progress(cache, download)
    try:
        with contextlib.redirect_stdout(printed), progress:
            bunch = fetch_20newsgroups(
                categories=categories,
                subset=subset,
                remove=tuple(remove),
                data_home=cache.parent,
                download_if_missing=download,
            )
    except Exception as error:  # a foreign file in the cache fails in its own way
        if download and isinstance(error, (OSError, HTTPException)):
            raise OSError(
                f"20 newsgroups could not be downloaded ({error}). Its host "
                "often refuses; try again later, or leave out download=True "
                f"to use the word counts of {', '.join(CATEGORIES)}"
            ) from error
        reason = printed.getvalue().split("_" * 80)[-1].strip() or repr(error)
        fault = f"scikit-learn's cache {cache} cannot be read ({reason})"
        mend = "delete or rename that file, then call load_newsgroups(download=True)"
        if download:
            raise OSError(f"{fault}; {mend}") from error
        warnings.warn(
            f"{fault}; using word counts instead. To get the posts, {mend}",
            stacklevel=3,
        )
        return None
    bunch.source = "posts"
    return bunch


@contextlib.contextmanager
def _show_progress(cache, download):
    """Say every second how much of a download has arrived."""
    if not download or _may_exist(cache):
        yield
        return
    finished = threading.Event()

    def watch():
        while not finished.wait(1):
            parts = cache.parent.glob("20news_home/*.part_*")
            size = sum(part.stat().st_size for part in parts)
            print(
                f"\r20 newsgroups: {size / 1e6:.1f} of 14 MB", end="", file=sys.stderr
            )

    watcher = threading.Thread(target=watch, daemon=True)
    print("20 newsgroups: downloading 14 MB", file=sys.stderr)
    watcher.start()
    try:
        yield
    finally:
        finished.set()
        watcher.join()
        print(file=sys.stderr)


def _load_counts(categories, subset, remove):
    """Rebuild documents from data/newsgroups.npz."""
    missing = sorted(set(categories) - set(CATEGORIES))
    more = "For more, call load_newsgroups(..., download=True) once"
    if missing or subset != "train":
        raise ValueError(
            f"the word counts hold the train posts of {list(CATEGORIES)}, not "
            f"the {subset} posts of {missing or categories}. {more}"
        )
    if set(remove) not in (set(), set(METADATA)):
        raise ValueError(
            f"the word counts have none or all of {METADATA} removed, not "
            f"{tuple(remove)}. {more}"
        )
    file = _read_counts()
    counts = file["counts_stripped" if remove else "counts"]
    words, indptr = file["words"], file["indptr"]
    target = file["target"].astype(np.int64)
    vocabulary = file["vocabulary"].tobytes().decode().split("\n")
    repeated = np.array(vocabulary, dtype=object)[np.repeat(words, counts)]
    ends = np.concatenate([[0], np.cumsum(counts, dtype=np.int64)])[indptr]
    wanted = [CATEGORIES.index(name) for name in categories]
    posts = np.flatnonzero(np.isin(target, wanted))
    # the order in which scikit-learn's shuffle=True, random_state=42 leaves it
    np.random.RandomState(42).shuffle(posts)
    return Bunch(
        data=[" ".join(repeated[ends[i] : ends[i + 1]]) for i in posts],
        target=np.searchsorted(wanted, target[posts]),
        target_names=categories,
        DESCR=DESCR,
        source="word counts",
    )


def _read_counts():
    """Return the arrays of data/newsgroups.npz by name, or raise OSError."""
    mend = (
        "restore it with 'git checkout data/newsgroups.npz' in the folder of "
        "the course, or download the course again"
    )
    try:
        content = COUNTS_FILE.read_bytes()
    except OSError as error:
        raise OSError(f"{COUNTS_FILE} cannot be read ({error}); {mend}") from error
    # damage can decompress to wrong counts, or fail in a dozen ways
    if hashlib.sha256(content).hexdigest() != COUNTS_SHA256:
        raise OSError(f"{COUNTS_FILE} has been changed, or is not whole; {mend}")
    with np.load(io.BytesIO(content), allow_pickle=False) as file:
        return dict(file)
