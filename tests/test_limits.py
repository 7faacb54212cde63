"""limits.py: the committed limits, checked by another way of computing them."""

import json
from pathlib import Path

import limits
import numpy as np
import pandas as pd
import pytest
import simulate
from scipy.special import i0e

TRUTH = Path(__file__).resolve().parent.parent / "data/truth"
GRATINGS = simulate.PARAMETERS["gratings"]


def value(condition):
    table = pd.read_csv(TRUTH / "limits.csv").set_index("condition")
    return table.loc[condition, "value"]


def test_committed_limits_are_what_the_program_gives():
    parameters = json.loads((TRUTH / "parameters.json").read_text(encoding="utf-8"))
    pd.testing.assert_frame_equal(
        limits.compute_limits(parameters), pd.read_csv(TRUTH / "limits.csv")
    )


def test_no_phase_makes_the_grating_limit_that_of_two_known_signals():
    """With the phase known, accuracy is Phi(distance / 2 sd), from a table."""
    known = GRATINGS | {"wavelength_px": 4.0}
    first, second = simulate.grating_patterns(known, [0.3])[:, 0]
    distance = np.linalg.norm(first - second) / known["noise_sd"]
    rng = np.random.default_rng(1)
    images = first + rng.normal(0, known["noise_sd"], (20_000, 12, 12))
    nearer = ((images - first) ** 2).sum((1, 2)) < ((images - second) ** 2).sum((1, 2))
    from scipy.stats import norm

    assert nearer.mean() == pytest.approx(norm.cdf(distance / 2), abs=0.005)


def test_grating_limit_by_another_decoder():
    """Rice's closed form, exact where the energy does not depend on phase.

    With a window of whole cycles, x . p is A r cos(phase - angle), so the
    likelihood is I0(A r / sigma^2), and the larger r wins. With 12 pixels and
    5 pixels a cycle this is an approximation, close enough for two decimals.
    """
    rng = np.random.default_rng(11)
    images, orientation = simulate.simulate_gratings(
        GRATINGS | {"n_images": 40_000}, rng
    )
    images = images / GRATINGS["steps_per_unit"]
    waves = simulate.grating_patterns(GRATINGS, [0, -np.pi / 2])
    r = np.sqrt(np.einsum("nyx,opyx->nop", images, waves) ** 2 @ np.ones(2))
    log_i0 = np.log(i0e(r / GRATINGS["noise_sd"] ** 2)) + r / GRATINGS["noise_sd"] ** 2
    right = (log_i0.argmax(axis=1) == (orientation == 90)).mean()
    assert right == pytest.approx(value("fresh gratings"), abs=0.005)
    assert right <= value("fresh gratings") + 3 * 0.0009  # nothing beats the limit
