"""newsgroups.py: both sources equal, and what happens when one is missing."""

import contextlib
import hashlib
import io
import pickle
import re
import tracemalloc
import zlib
from http.client import IncompleteRead
from pathlib import Path
from unittest.mock import patch
from urllib.error import HTTPError, URLError

import newsgroups
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from newsgroups import CATEGORIES, COUNTS_FILE, METADATA, NEWSGROUPS, load_newsgroups
from sklearn.datasets import _twenty_newsgroups, fetch_20newsgroups
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.naive_bayes import MultinomialNB
from sklearn.utils import Bunch, shuffle

CACHE = newsgroups._cache_file(None)
HAS_CORPUS = CACHE.exists()
needs_corpus = pytest.mark.skipif(
    not HAS_CORPUS,
    reason="needs scikit-learn's cache of 20 newsgroups (SCIKIT_LEARN_DATA)",
)


@pytest.fixture
def counts(tmp_path):
    """Load from the embedded file, whatever is on this machine."""
    return lambda **options: load_newsgroups(**{"data_home": tmp_path, **options})


@needs_corpus
@pytest.mark.parametrize("remove", [(), METADATA], ids=["whole", "stripped"])
@pytest.mark.parametrize("categories", [CATEGORIES, CATEGORIES[::-1], CATEGORIES[1:]])
def test_both_sources_are_equal(counts, categories, remove):
    real, ours = (
        load(categories=categories, remove=remove) for load in (load_newsgroups, counts)
    )
    assert (real.source, ours.source) == ("posts", "word counts")
    assert real.target_names == ours.target_names
    np.testing.assert_array_equal(real.target, ours.target)
    first, second = TfidfVectorizer().fit(real.data), TfidfVectorizer().fit(ours.data)
    assert first.vocabulary_ == second.vocabulary_
    np.testing.assert_array_equal(first.idf_, second.idf_)
    X, Y = first.transform(real.data), second.transform(ours.data)
    assert abs(X - Y).max() < 1e-12
    scores = [MultinomialNB().fit(Z, real.target).score(Z, real.target) for Z in (X, Y)]
    assert scores[0] == scores[1]


@needs_corpus
def test_the_file_is_what_the_corpus_gives():
    import build_newsgroups

    with np.load(COUNTS_FILE, allow_pickle=False) as file:
        made = build_newsgroups.count_words()
        assert sorted(file) == sorted(made)
        for name in file:
            np.testing.assert_array_equal(file[name], made[name], err_msg=name)


def test_counts_have_the_known_size(counts):
    documents, target = counts(return_X_y=True)
    matrix = TfidfVectorizer().fit_transform(documents)
    assert matrix.shape == (1179, 24257) and matrix.nnz == 188291
    assert np.bincount(target).tolist() == [584, 595]
    assert documents[0].split() == sorted(documents[0].split())


def test_counts_need_little_memory(counts):
    counts()  # imports
    tracemalloc.start()
    counts()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 50e6


@st.composite
def stored(draw):
    """Posts by words, whole and stripped, and the arrays of such a file."""
    words = st.text("abñ1_", min_size=2, max_size=4)
    vocabulary = sorted(draw(st.lists(words, min_size=1, max_size=6, unique=True)))
    shape = (draw(st.integers(2, 8)), len(vocabulary))
    matrices = arrays(np.uint16, shape, elements=st.integers(0, 3))
    whole = draw(matrices)
    body = np.minimum(whole, draw(matrices))
    used = whole > 0
    return vocabulary, {(): whole, METADATA: body}, {
        "counts": whole[used],
        "counts_stripped": body[used],
        "words": used.nonzero()[1].astype(np.uint16),
        "indptr": np.cumsum([0, *used.sum(axis=1)]),
        "vocabulary": np.frombuffer("\n".join(vocabulary).encode(), np.uint8),
        "target": np.array([0, 1, *draw(st.permutations([0, 1] * 3))])[: shape[0]],
    }  # fmt: skip


@settings(deadline=None, max_examples=50)
@given(
    stored(),
    st.lists(st.sampled_from(CATEGORIES), min_size=1),
    st.sampled_from([(), METADATA]),
)
def test_documents_have_the_counts_that_are_stored(file, categories, remove):
    """Any counts, also of posts without words, in scikit-learn's order."""
    vocabulary, matrices, stored_arrays = file
    with patch("newsgroups._read_counts", return_value=stored_arrays):
        bunch = load_newsgroups(categories, remove=remove, data_home="no such folder")
    names = [CATEGORIES[number] for number in stored_arrays["target"]]
    posts = shuffle(
        [i for i, n in enumerate(names) if n in categories], random_state=42
    )
    np.testing.assert_array_equal(
        CountVectorizer(vocabulary=vocabulary).transform(bunch.data).toarray(),
        matrices[remove][posts],
    )
    assert bunch.target_names == sorted(set(categories))
    assert "in alphabetical order" in bunch.DESCR
    assert [bunch.target_names[i] for i in bunch.target] == [names[i] for i in posts]


def packed(value):
    return zlib.compress(pickle.dumps(value))


PARTS = st.sampled_from(["train", "data", "target", "target_names", "filenames"])
SCRAPS = st.recursive(
    st.none() | st.integers() | arrays(int, 3),
    lambda part: (
        st.lists(part, max_size=2)
        | st.dictionaries(PARTS, part).map(lambda d: Bunch(**d))
    ),
)


@settings(deadline=None, max_examples=25)
@given(st.binary() | SCRAPS.map(packed))
@example(b"not a cache")
@example(packed({"train": {}})[:-5])
@example(packed({"train": {}}))
@example(packed(np.zeros(3)))
def test_broken_cache_is_named_and_left_alone(tmp_path_factory, content):
    """Whatever is in the file; and a download is blamed only if it was tried."""
    folder = tmp_path_factory.mktemp("cache")
    cache = folder / CACHE.name
    cache.write_bytes(content)
    broken = rf"{re.escape(str(cache))} cannot be read \((?!None|_)(?s:.+)\)"
    mend = r"delete or rename that file, then call load_newsgroups\(download=True\)$"
    with (
        patch.dict("os.environ", SCIKIT_LEARN_DATA=str(folder)),
        contextlib.redirect_stdout(io.StringIO()) as printed,
        pytest.warns(UserWarning, match=f"{broken}; using word counts.*{mend}") as said,
    ):
        assert load_newsgroups().source == "word counts"
    assert printed.getvalue() == ""
    assert [warning.filename for warning in said] == [__file__]
    assert [path.name for path in folder.iterdir()] == [cache.name]

    with (
        patch.object(
            _twenty_newsgroups,
            "_download_20newsgroups",
            side_effect=URLError("refused"),
        ) as host,
        pytest.raises(OSError) as error,
    ):
        load_newsgroups(data_home=folder, download=True)
    assert re.search(
        "refused.*try again" if host.called else f"{broken}; {mend}", str(error.value)
    )
    assert cache.read_bytes() == content


def small_corpus():
    """A post of each newsgroup, as scikit-learn stores them."""
    parts = {
        subset: Bunch(
            data=[f"From: me\n\nA {subset} post to {name}." for name in NEWSGROUPS],
            target=np.arange(len(NEWSGROUPS)),
            target_names=list(NEWSGROUPS),
            filenames=np.array(NEWSGROUPS),
        )
        for subset in ("train", "test")
    }
    return packed(parts)


@pytest.mark.parametrize(
    "options", [{}, {"subset": "test"}, {"subset": "all", "remove": ("headers",)}]
)
def test_posts_are_those_of_scikit_learn(tmp_path, monkeypatch, options):
    """From its default folder, and from another one."""
    for home in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(home, str(tmp_path))
    monkeypatch.delenv("SCIKIT_LEARN_DATA", raising=False)
    folder = tmp_path / "scikit_learn_data"
    folder.mkdir()
    (folder / CACHE.name).write_bytes(small_corpus())
    names = ["sci.med", "sci.crypt"]
    bunches = [
        fetch_20newsgroups(categories=names, download_if_missing=False, **options),
        load_newsgroups(names, **options),
    ]
    monkeypatch.setenv("SCIKIT_LEARN_DATA", str(tmp_path))
    bunches.append(load_newsgroups(names, data_home=folder, **options))
    assert [bunch.get("source") for bunch in bunches] == [None, "posts", "posts"]
    for name in ("data", "target_names", "DESCR"):
        assert bunches[0][name] == bunches[1][name] == bunches[2][name]
    assert len({tuple(bunch.target) for bunch in bunches}) == 1


def test_truncated_cache_is_said_to_be_truncated(tmp_path):
    (tmp_path / CACHE.name).write_bytes(small_corpus()[:-5])
    with pytest.warns(UserWarning, match=r"cannot be read \(.*truncated stream"):
        assert load_newsgroups(data_home=tmp_path).source == "word counts"


def test_folder_that_may_not_be_read_gives_counts_with_a_warning(tmp_path, monkeypatch):
    def refuse(*arguments, **options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setenv("SCIKIT_LEARN_DATA", str(tmp_path))
    monkeypatch.setattr(newsgroups.Path, "stat", refuse)
    monkeypatch.setattr(newsgroups, "fetch_20newsgroups", refuse)
    with pytest.warns(UserWarning, match="Permission denied.*using word counts"):
        bunch = newsgroups._load_posts([], "train", (), tmp_path / "cache", False)
    assert bunch is None
    assert newsgroups._may_exist(tmp_path / "cache")
    monkeypatch.undo()
    (tmp_path / "20news-bydate_py3.pkz").symlink_to(tmp_path / "20news-bydate_py3.pkz")
    with pytest.warns(UserWarning, match="cannot be read.*using word counts"):
        assert load_newsgroups(data_home=tmp_path).source == "word counts"


@pytest.mark.parametrize(
    "options, message",
    [
        ({"categories": []}, "^categories is empty; expected one or more"),
        (
            {"categories": ["sci.brain", "sci.med"]},
            r"^categories has \['sci.brain'\]; expected any of.*'sci.med'",
        ),
        (
            {"categories": ["sci.space"]},
            r"hold.*comp.graphics.*not.*sci.space.*download",
        ),
        ({"subset": "training"}, "expected 'train', 'test' or 'all'"),
        (
            {"subset": "test"},
            r"not the test posts of \['comp.graphics.*\. For.*download=True",
        ),
        ({"data_home": 5}, "^data_home is 5; expected the path of a folder"),
        ({"remove": ("headers",)}, r"none or all of.*not \('headers',\).*download"),
    ],
)
def test_wrong_argument_says_what_to_do(counts, options, message):
    with pytest.raises(ValueError, match=message):
        counts(**options)


ALLOWED = {
    "categories": "'comp.graphics'",
    "subset": "'train', 'test' or 'all'",
    "remove": "'headers'",
}
VALUES = st.none() | st.integers() | st.floats() | st.text() | st.binary()


@settings(deadline=None)
@given(st.sampled_from(sorted(ALLOWED)), VALUES | st.lists(VALUES, min_size=1))
@example("categories", "sci.crypt")
@example("remove", ("header",))
@example("categories", [["sci.crypt"]])
def test_any_wrong_argument_is_named_with_what_is_allowed(argument, value):
    message = f"^{argument} (is|has) .*; expected .*{ALLOWED[argument]}"
    with pytest.raises(ValueError, match=message):
        load_newsgroups(**{argument: value})


@needs_corpus
def test_newsgroups_are_those_of_the_corpus():
    corpus = fetch_20newsgroups(download_if_missing=False)
    assert list(NEWSGROUPS) == corpus.target_names


def test_folder_of_an_unknown_user_is_no_cache(counts):
    assert counts(data_home="~no such user/data").source == "word counts"


@pytest.mark.parametrize(
    "error",
    [
        URLError("no network"),
        HTTPError("", 403, "Forbidden", None, None),
        IncompleteRead(b"half"),
    ],
)
def test_download_is_asked_for_and_its_failure_explained(
    tmp_path, monkeypatch, capsys, error
):
    def refuse(download_if_missing, **options):
        assert download_if_missing
        raise error

    monkeypatch.setattr(newsgroups, "fetch_20newsgroups", refuse)
    assert load_newsgroups(data_home=tmp_path).source == "word counts"
    told = re.escape(str(error))
    with pytest.raises(OSError, match=f"{told}.*try again.*download=True"):
        load_newsgroups(data_home=tmp_path, download=True)
    assert "14 MB" in capsys.readouterr().err


RESTORE = (
    "; restore it with 'git checkout data/newsgroups.npz' in the folder of the "
    "course, or download the course again$"
)


def load_from(content, folder):
    file = folder / "newsgroups.npz"
    file.write_bytes(content)
    with patch("newsgroups.COUNTS_FILE", file):
        return load_newsgroups(data_home=folder)


GOOD = COUNTS_FILE.read_bytes()
PLACES = st.integers(0, len(GOOD) - 1)


def flipped(place, bits):
    return GOOD[:place] + bytes([GOOD[place] ^ bits]) + GOOD[place + 1 :]


@settings(deadline=None, max_examples=50)
@given(
    st.builds(flipped, PLACES, st.integers(1, 255))
    | PLACES.map(lambda size: GOOD[:size])
    | st.binary()
)
def test_damaged_counts_say_how_to_restore_them(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("damaged")
    with pytest.raises(OSError, match=f"has been changed, or is not whole{RESTORE}"):
        load_from(content, folder)


def test_missing_counts_say_how_to_restore_them(tmp_path, monkeypatch, counts):
    monkeypatch.setattr(newsgroups, "COUNTS_FILE", tmp_path / "newsgroups.npz")
    with pytest.raises(OSError, match=f"newsgroups.npz cannot be read.*{RESTORE}"):
        counts()


def test_edited_counts_are_refused(tmp_path):
    with np.load(COUNTS_FILE) as file:
        edited = {**file, "target": 1 - file["target"]}
    np.savez_compressed(tmp_path / "edited.npz", **edited)
    with pytest.raises(OSError, match=RESTORE):
        load_from((tmp_path / "edited.npz").read_bytes(), tmp_path)


class Payload:
    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return Path.touch, (self.path,)


def test_pickle_in_the_counts_is_never_loaded(tmp_path, monkeypatch):
    """Not even from a file with the right checksum."""
    ran, evil = tmp_path / "ran", tmp_path / "evil.npz"
    np.savez(evil, counts=np.array([Payload(ran)], dtype=object))
    content = evil.read_bytes()
    with pytest.raises(OSError, match=RESTORE):
        load_from(content, tmp_path)
    checksum = hashlib.sha256(content).hexdigest()
    monkeypatch.setattr(newsgroups, "COUNTS_SHA256", checksum)
    with pytest.raises(ValueError, match="allow_pickle=False"):
        load_from(content, tmp_path)
    assert not ran.exists()
    with np.load(evil, allow_pickle=True) as file:
        file["counts"]
    assert ran.exists()  # so it was a live one
