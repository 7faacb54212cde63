"""Compute the best possible result of each task from the known model.

Run ``python data/limits.py``, or ``make data``. It reads the simulated files
and writes truth/limits.csv, one row a limit. No decoder, however clever, can do
better on average; a chapter holds its results against these numbers.
"""

import json
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.special import logsumexp
from simulate import grating_patterns

DATA = Path(__file__).parent
TRUTH = DATA / "truth"


def decode_gratings(images, parameters, n_phases=64):
    """Decode orientation with the true likelihood: the Bayes decoder.

    For pixel noise of variance sigma^2, an image x and a pattern p,
    ``log L = (x . p - p . p / 2) / sigma^2`` up to a constant. The phase is
    unknown and uniform, so L is averaged over a grid of phases. The Bayes
    decoder, which picks the orientation of larger L, errs least of all
    (Duda, Hart and Stork, Pattern Classification, 2nd edition, section 2.2).

    Parameters
    ----------
    images : ndarray, shape (n_images, size, size)
        Contrast of each pixel.
    parameters : dict
        The "gratings" part of truth/parameters.json.
    n_phases : int
        Size of the grid; 64 phases integrate far finer than the noise.

    Returns
    -------
    ndarray of int, shape (n_images,)
        Index of the decoded orientation.
    """
    phases = np.arange(n_phases) * 2 * np.pi / n_phases
    patterns = grating_patterns(parameters, phases)
    patterns = patterns.reshape(*patterns.shape[:2], -1)
    overlap = np.einsum(
        "ip,ofp->oif", images.reshape(len(images), -1), patterns, optimize=True
    )
    energy = (patterns**2).sum(axis=-1)[:, None, :]
    log_likelihood = (overlap - energy / 2) / parameters["noise_sd"] ** 2
    return logsumexp(log_likelihood, axis=2).argmax(axis=0)


def grating_limit(parameters, n_images=200_000, seed=0):
    """Estimate the accuracy of the Bayes decoder on fresh gratings.

    Parameters
    ----------
    parameters : dict
        The "gratings" part of truth/parameters.json.
    n_images : int
        How many fresh images to decode; the standard error is
        ``sqrt(p (1 - p) / n_images)``, .0004 for the default.
    seed : int
        Seed of the fresh images.

    Returns
    -------
    float
        Share of images decoded right.
    """
    rng = np.random.default_rng(seed)
    n_right = 0
    for start in range(0, n_images, 10_000):  # in parts, to save memory
        n_part = min(10_000, n_images - start)
        index = rng.integers(2, size=n_part)
        patterns = grating_patterns(parameters, rng.uniform(0, 2 * np.pi, n_part))
        contrast = patterns[index, np.arange(n_part)]
        images = contrast + rng.normal(0, parameters["noise_sd"], contrast.shape)
        n_right += np.sum(decode_gratings(images, parameters) == index)
    return float(n_right / n_images)


def compute_limits(parameters):
    """Compute every limit.

    Parameters
    ----------
    parameters : dict
        The content of truth/parameters.json.

    Returns
    -------
    pandas.DataFrame
        Columns task, condition, quantity, value and how.
    """
    gratings = parameters["gratings"]
    with np.load(DATA / "gratings.npz") as file:
        images = file["images"] / gratings["steps_per_unit"]
        index = np.searchsorted(
            gratings["orientations_deg"], file["orientation_deg"]
        )
    shipped = np.mean(decode_gratings(images, gratings) == index)
    rows = [
        (
            "gratings",
            "fresh gratings",
            "accuracy",
            grating_limit(gratings),
            "Bayes decoder on 200000 new images",
        ),
        (
            "gratings",
            "gratings.npz",
            "accuracy",
            shipped,
            "Bayes decoder on the 1200 images of the file",
        ),
    ]
    return pd.DataFrame(
        rows, columns=["task", "condition", "quantity", "value", "how"]
    ).round({"value": 3})


if __name__ == "__main__":
    model = json.loads((TRUTH / "parameters.json").read_text(encoding="utf-8"))
    compute_limits(model).to_csv(
        TRUTH / "limits.csv", index=False, lineterminator="\n"
    )
