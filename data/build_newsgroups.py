"""Make newsgroups.npz, the word counts of chapter 7, from the real corpus.

Run ``python data/build_newsgroups.py`` on a machine that has scikit-learn's
cache of 20 newsgroups. The file holds counts of words, never posts.
"""

import hashlib
from pathlib import Path

import numpy as np
from sklearn.datasets import fetch_20newsgroups
from sklearn.feature_extraction.text import CountVectorizer

CATEGORIES = ["comp.graphics", "sci.crypt"]


def count_words():
    """Count the words of the training posts, in the order of the corpus.

    Returns
    -------
    dict of str to ndarray
        A compressed sparse row matrix (``counts``, ``words``, ``indptr``) of
        posts by words; ``counts_stripped``, in the same places, what is left
        of each count without headers, footers and quotes; ``vocabulary``, the
        words as UTF-8, one a line; ``target``, 0 for comp.graphics.

    Raises
    ------
    OSError
        If the corpus is not in scikit-learn's cache.
    """
    options = {
        "categories": CATEGORIES,
        "shuffle": False,
        "download_if_missing": False,
    }
    posts = fetch_20newsgroups(**options)
    stripped = fetch_20newsgroups(remove=("headers", "footers", "quotes"), **options)
    vectorizer = CountVectorizer()
    counts = vectorizer.fit_transform(posts.data).sorted_indices()
    rows = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    rest = vectorizer.transform(stripped.data)[rows, counts.indices]
    vocabulary = "\n".join(vectorizer.get_feature_names_out())
    return {
        "counts": counts.data.astype(np.uint16),
        "counts_stripped": np.asarray(rest).ravel().astype(np.uint16),
        "words": counts.indices.astype(np.uint16),
        "indptr": counts.indptr.astype(np.int32),
        "vocabulary": np.frombuffer(vocabulary.encode(), dtype=np.uint8),
        "target": posts.target.astype(np.uint8),
    }


if __name__ == "__main__":
    file = Path(__file__).parent / "newsgroups.npz"
    np.savez_compressed(file, **count_words())
    print(
        f"{file.name}: {file.stat().st_size / 1e3:.0f} kB; its SHA-256, for newsgroups.py, is"
    )
    print(hashlib.sha256(file.read_bytes()).hexdigest())
