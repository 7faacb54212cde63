"""newsgroups.py: both sources equal, and what happens when one is missing."""

import pickle
import tracemalloc
import zlib
from urllib.error import HTTPError, URLError

import newsgroups
import numpy as np
import pytest
from newsgroups import CATEGORIES, METADATA, load_newsgroups
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.naive_bayes import MultinomialNB

CACHE = newsgroups._cache_file(None)
HAS_CORPUS = CACHE.exists()
needs_corpus = pytest.mark.skipif(
    not HAS_CORPUS,
    reason="needs scikit-learn's cache of 20 newsgroups (SCIKIT_LEARN_DATA)",
)


@pytest.fixture
def counts(tmp_path):
    """Load from the embedded file, whatever is on this machine."""
    return lambda *args, **options: load_newsgroups(
        *args, data_home=tmp_path, **options
    )


@needs_corpus
@pytest.mark.parametrize("remove", [(), METADATA], ids=["whole", "stripped"])
@pytest.mark.parametrize("categories", [CATEGORIES, CATEGORIES[::-1], CATEGORIES[1:]])
def test_both_sources_are_equal(counts, categories, remove):
    real, ours = (load(categories, remove=remove) for load in (load_newsgroups, counts))
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

    with np.load(newsgroups.COUNTS_FILE, allow_pickle=False) as file:
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


def damaged(kind):
    good = zlib.compress(pickle.dumps({"train": {}}))
    return {"corrupt": b"not a cache", "truncated": good[:-5], "foreign": good}[kind]


@pytest.mark.parametrize("kind", ["corrupt", "truncated", "foreign"])
def test_broken_cache_warns_and_names_the_file(tmp_path, capsys, kind):
    cache = tmp_path / CACHE.name
    cache.write_bytes(damaged(kind))
    with pytest.warns(UserWarning, match=f"{CACHE.name} cannot be read"):
        bunch = load_newsgroups(data_home=tmp_path)
    assert bunch.source == "word counts"
    assert capsys.readouterr().out == ""
    assert cache.read_bytes() == damaged(kind)


@needs_corpus
def test_truncated_real_cache_warns(tmp_path):
    cache = tmp_path / CACHE.name
    cache.write_bytes(CACHE.read_bytes()[:100_000])
    with pytest.warns(UserWarning, match="cannot be read"):
        assert load_newsgroups(data_home=tmp_path).source == "word counts"


@pytest.mark.parametrize(
    "options, message",
    [
        ({"categories": "sci.crypt"}, r"is the text 'sci.crypt'; expected a list"),
        ({"categories": []}, "empty"),
        (
            {"categories": ["sci.space"]},
            r"hold.*comp.graphics.*not.*sci.space.*download",
        ),
        ({"subset": "training"}, "expected 'train', 'test' or 'all'"),
        ({"subset": "test"}, "not the test posts.*download=True"),
        ({"remove": ("header",)}, "expected any of"),
        ({"remove": ("headers",)}, r"none or all of.*not \('headers',\).*download"),
    ],
)
def test_wrong_argument_says_what_to_do(counts, options, message):
    with pytest.raises(ValueError, match=message):
        counts(**options)


@needs_corpus
def test_unknown_newsgroup_is_named_with_the_known_ones():
    with pytest.raises(ValueError, match=r"\['sci.brain'\]; there are.*'sci.med'"):
        load_newsgroups(["sci.brain", "sci.med"])


@pytest.mark.parametrize(
    "error", [URLError("no network"), HTTPError("", 403, "Forbidden", None, None)]
)
def test_download_is_asked_for_and_its_failure_explained(
    tmp_path, monkeypatch, capsys, error
):
    def refuse(download_if_missing, **options):
        assert download_if_missing
        raise error

    monkeypatch.setattr(newsgroups, "fetch_20newsgroups", refuse)
    assert load_newsgroups(data_home=tmp_path).source == "word counts"
    with pytest.raises(OSError, match=f"{error.reason}.*try again.*download=True"):
        load_newsgroups(data_home=tmp_path, download=True)
    assert "14 MB" in capsys.readouterr().err


@pytest.mark.parametrize("damage", ["missing", "truncated", "foreign"])
def test_broken_counts_say_how_to_restore_them(tmp_path, monkeypatch, counts, damage):
    file = tmp_path / "newsgroups.npz"
    if damage == "truncated":
        file.write_bytes(newsgroups.COUNTS_FILE.read_bytes()[:1000])
    if damage == "foreign":
        np.savez(file, other=np.zeros(3))
    monkeypatch.setattr(newsgroups, "COUNTS_FILE", file)
    with pytest.raises(OSError, match="git checkout data/newsgroups.npz"):
        counts()
