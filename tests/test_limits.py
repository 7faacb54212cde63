"""limits.py and other_noise.py: their tables, checked by other computations."""

import json

import limits
import numpy as np
import other_noise
import pandas as pd
import pytest
import simulate
from notebooks import ROOT
from scipy.special import i0e
from sklearn.decomposition import PCA
from sklearn.discriminant_analysis import (
    LinearDiscriminantAnalysis,
    QuadraticDiscriminantAnalysis,
)
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import Ridge, RidgeCV
from sklearn.metrics import adjusted_rand_score, balanced_accuracy_score, roc_auc_score
from sklearn.model_selection import StratifiedKFold
from sklearn.naive_bayes import MultinomialNB
from sklearn.pipeline import make_pipeline

pytestmark = pytest.mark.thorough  # they draw thousands of trials
DATA = ROOT / "data"
TRUTH = DATA / "truth"
GRATINGS = simulate.PARAMETERS["gratings"]


LIMITS = pd.read_csv(TRUTH / "limits.csv").set_index(["task", "condition", "quantity"])
NEURONS = pd.read_csv(TRUTH / "neurons.csv")


def value(*key):
    return LIMITS.loc[key, "value"]


def test_committed_limits_are_what_the_program_gives():
    parameters = json.loads((TRUTH / "parameters.json").read_text(encoding="utf-8"))
    pd.testing.assert_frame_equal(
        limits.compute_limits(parameters), pd.read_csv(TRUTH / "limits.csv")
    )


def test_every_limit_has_a_standard_error():
    error = LIMITS["standard_error"]
    assert error.notna().all() and (error >= 0).all()
    assert error["orientation"].max() <= 0.004
    # an average over fresh trials is never exact, a formula always is
    fresh = LIMITS["how"].str.contains("fresh|new")
    informed = ~np.isclose(LIMITS["value"], 1 / 8)  # a bin without response is not
    assert (error[fresh & informed] > 0).all() and (error[~fresh] == 0).all()


def test_another_seed_agrees_within_the_standard_errors():
    rows = limits.orientation_limits(
        simulate.PARAMETERS, NEURONS, seed=98, n_trials=2000
    )
    for condition, quantity, again, error, _ in rows:
        row = LIMITS.loc["orientation", condition, quantity]
        both = np.hypot(row["standard_error"], error)
        # .0005 because the committed value is rounded
        assert abs(again - row["value"]) < 4 * both + 0.0005, condition


def test_bootstrap_gives_the_error_of_a_mean():
    values = np.random.default_rng(97).exponential(size=1000)
    rng = np.random.default_rng(96)
    error = limits.bootstrap_error(np.mean, [values], rng)
    assert error == pytest.approx(limits.mean_and_error(values)[1], rel=0.2)


@pytest.fixture(scope="module")
def fresh():
    """Fresh trials, from another seed than the limits use."""
    rng = np.random.default_rng(99)
    return limits.draw_fresh_trials(simulate.PARAMETERS, NEURONS, 6000, rng)


def test_orientation_decoder_knows_how_often_it_is_right(fresh):
    """A Bayes decoder is calibrated: it is right as often as it says."""
    orientation, _, _, spikes = fresh
    counts = spikes[:, :, 8:].sum(axis=2, dtype=float)
    conditions = limits.Conditions(simulate.PARAMETERS, NEURONS)
    posterior = limits.orientation_posterior(counts, conditions)
    right = posterior.argmax(axis=1) == orientation
    limit = value("orientation", "all contrasts", "accuracy")
    assert right.mean() == pytest.approx(limit, abs=0.018)  # 3 standard errors
    assert posterior.max(axis=1).mean() == pytest.approx(limit, abs=0.01)
    sure = posterior.max(axis=1) > 0.9
    assert right[sure].mean() == pytest.approx(
        posterior.max(axis=1)[sure].mean(), abs=0.01
    )
    # a good decoder with thousands of trials comes close, and not above
    decoder = MultinomialNB().fit(counts[:3000], orientation[:3000])
    learned = decoder.score(counts[3000:], orientation[3000:])
    assert 0.9 * limit < learned < limit + 0.01


def test_limits_within_a_contrast_by_counting_right_answers(fresh):
    orientation, contrast, _, spikes = fresh
    counts = spikes[:, :, 8:].sum(axis=2, dtype=float)
    conditions = limits.Conditions(simulate.PARAMETERS, NEURONS)
    right = limits.orientation_posterior(counts, conditions).argmax(1) == orientation
    for index, level in enumerate((0.1, 0.8)):
        within = right[contrast == index]
        limit = value("orientation", f"contrast {level}", "accuracy")
        error = np.sqrt(limit * (1 - limit) / len(within))
        assert within.mean() == pytest.approx(limit, abs=4 * error)


def test_limits_of_later_days_by_decoders_with_many_trials():
    rng = np.random.default_rng(94)
    with np.load(TRUTH / "later_days.npz") as file:
        hidden = {name: file[name] for name in file.files}
    for index in range(4):
        that_day = NEURONS.assign(
            **{name: days[index] for name, days in hidden.items()}
        )
        orientation, _, _, spikes = limits.draw_fresh_trials(
            simulate.PARAMETERS, that_day, 5000, rng
        )
        counts = spikes[:, :, 8:].sum(axis=2, dtype=float)
        decoder = MultinomialNB().fit(counts[:3000], orientation[:3000])
        learned = decoder.score(counts[3000:], orientation[3000:])
        limit = value("later days", f"day {index + 2}", "accuracy")
        assert 0.9 * limit < learned < limit + 0.015


def test_limits_of_the_new_mouse_by_a_decoder_that_knows_the_drift():
    """Dividing by the known drift leaves Poisson noise that is not quite equal."""
    rng = np.random.default_rng(93)
    neurons = pd.read_csv(TRUTH / "new_mouse_neurons.csv")
    trials = simulate.PARAMETERS["trials"]
    design = simulate.PARAMETERS["new_mouse"]
    with np.load(TRUTH / "new_mouse.npz") as file:
        slow = np.tile(file["slow"], (20, 1))
    for quantity, n_blocks in [
        ("accuracy", design["n_blocks"]),
        ("balanced accuracy", [1] * 5),
    ]:
        share = np.array(n_blocks) / np.sum(n_blocks)
        index = rng.choice(5, len(slow), p=share)
        orientation = np.array(design["orientations_deg"])[index]
        gain = simulate.draw_gain(trials, rng.integers(2, size=len(slow)), rng)
        counts = simulate.draw_counts(
            neurons,
            orientation + trials["jitter_deg"] * rng.standard_normal(len(slow)),
            rng.choice(trials["contrasts"], len(slow)),
            gain[:, None] * slow,
            rng,
        )
        half = len(slow) // 2
        decoder = MultinomialNB().fit(counts[:half] / slow[:half], index[:half])
        learned = decoder.score(counts[half:] / slow[half:], index[half:])
        limit = value("new mouse", "drift known", quantity)
        assert 0.88 * limit < learned < limit + 0.015


def test_limits_of_is_it_90_degrees_by_the_drawn_orientations(fresh):
    orientation, _, _, spikes = fresh
    first = spikes[:, :20, 8:].sum(axis=2, dtype=float)
    conditions = limits.Conditions(simulate.PARAMETERS, NEURONS)
    p = limits.orientation_posterior(first, conditions, neurons=slice(20))[:, 4]
    yes = orientation == 4
    task = "is it 90 degrees", "first 20 neurons"
    assert roc_auc_score(yes, p) == pytest.approx(value(*task, "AUC"), abs=0.012)
    balanced = balanced_accuracy_score(yes, p > 1 / 8)
    assert balanced == pytest.approx(value(*task, "balanced accuracy"), abs=0.025)
    accuracy = np.mean((p > 1 / 2) == yes)
    assert accuracy == pytest.approx(value(*task, "accuracy"), abs=0.015)
    # no other threshold does better
    others = [balanced_accuracy_score(yes, p > t) for t in (0.03, 0.3, 0.5)]
    assert max(others) < balanced


def test_limit_of_two_neurons_by_a_classifier_with_many_trials():
    rng = np.random.default_rng(92)
    orientation, _, _, spikes = limits.draw_fresh_trials(
        simulate.PARAMETERS, NEURONS, 40_000, rng
    )
    used = np.isin(orientation, [0, 4])
    counts = np.sqrt(spikes[used][:, [17, 26], 8:].sum(axis=2, dtype=float))
    is_90 = orientation[used] == 4
    half = used.sum() // 2
    learner = HistGradientBoostingClassifier(random_state=0)
    learned = learner.fit(counts[:half], is_90[:half]).score(
        counts[half:], is_90[half:]
    )
    limit = value("0 or 90 degrees", "n17 and n26", "accuracy")
    assert learned == pytest.approx(limit, abs=0.012)


def test_orientation_limits_grow_with_the_neurons_and_the_contrast():
    sizes = [
        value("orientation", f"{n} neurons", "accuracy") for n in (5, 10, 20, 40, 80)
    ]
    sizes.append(value("orientation", "infinitely many neurons", "accuracy"))
    assert sizes == sorted(sizes)
    means = [value("orientation", f"contrast {c}", "accuracy") for c in (0.1, 0.8)]
    both = value("orientation", "all contrasts", "accuracy")
    assert np.mean(means) == pytest.approx(both, abs=0.005)
    before = value("orientation", "bin at -12.5 ms", "accuracy")
    assert before == pytest.approx(1 / 8, abs=0.01)


def test_reaction_time_limits_by_drawing_reaction_times(fresh):
    _, contrast, gain, spikes = fresh
    rng = np.random.default_rng(5)
    response = simulate.contrast_response(
        simulate.PARAMETERS["neurons"], np.array([0.1, 0.8])[contrast]
    )
    model = simulate.PARAMETERS["reaction_time"]
    time, drift = simulate.draw_reaction_times(model, gain, response, rng)
    high = contrast == 1
    for name, chosen in [
        ("drift known", high | True),
        ("drift known, contrast 0.8", high),
    ]:
        error = time - 0.18 - 1 / drift
        share = 1 - (error[chosen] ** 2).mean() / time[chosen].var()
        assert share == pytest.approx(value("reaction time", name, "R2"), abs=0.03)
    counts = np.sqrt(spikes[:, :, 8:].sum(axis=2))
    ridge = RidgeCV(np.logspace(0, 4, 9)).fit(counts[:4000], time[:4000])
    learned = ridge.score(counts[4000:], time[4000:])
    limit = value("reaction time", "counts 0-600 ms", "R2")
    assert limit - 0.06 < learned < limit + 0.03
    order = ["contrast known", "counts 0-200 ms", "counts 0-600 ms", "drift known"]
    shares = [value("reaction time", name, "R2") for name in order]
    assert shares == sorted(shares)


def test_contrast_limit_by_a_classifier_with_many_trials():
    rng = np.random.default_rng(9)
    n_trials = 60_000
    contrast, running = rng.integers(2, size=(2, n_trials))
    gain = simulate.draw_gain(simulate.PARAMETERS["trials"], running, rng)
    response = simulate.contrast_response(
        simulate.PARAMETERS["neurons"], np.array([0.1, 0.8])[contrast]
    )
    model = simulate.PARAMETERS["reaction_time"]
    time, _ = simulate.draw_reaction_times(model, gain, response, rng)
    for name, features in [
        ("reaction time", time[:, None]),
        ("reaction time and speed", np.column_stack([time, running])),
    ]:
        learner = HistGradientBoostingClassifier(random_state=0)
        learner.fit(features[::2], contrast[::2])
        learned = learner.score(features[1::2], contrast[1::2])
        assert learned == pytest.approx(value("contrast", name, "accuracy"), abs=0.01)


def test_tetrode_limit_by_a_classifier_with_many_labelled_spikes():
    rng = np.random.default_rng(6)
    tetrode = simulate.PARAMETERS["tetrode"]
    many = [20 * n for n in tetrode["n_spikes"]]
    waveforms, unit = simulate.draw_waveforms(tetrode, rng, many)
    half = len(unit) // 2
    learner = make_pipeline(PCA(20), QuadraticDiscriminantAnalysis())
    flat = waveforms.reshape(len(unit), -1)
    learner.fit(flat[:half], unit[:half])
    learned = adjusted_rand_score(unit[half:], learner.predict(flat[half:]))
    limit = value("tetrode", "fresh spikes", "ARI")
    assert limit - 0.02 < learned <= limit + 0.002


def test_cell_type_limit_by_the_overlap_of_the_distributions():
    """Along the best line the two types are normal; their overlap is the error."""
    model = simulate.PARAMETERS["neurons"]
    rng = np.random.default_rng(7)
    features, narrow = [], []
    for kind, n in model["n"].items():
        columns = [model["trough_to_peak_ms"][kind], model["half_width_ms"][kind]]
        features.append(np.stack([rng.normal(*c, 1000 * n) for c in columns], axis=1))
        narrow.append(np.full(1000 * n, kind == "PV"))
    learner = QuadraticDiscriminantAnalysis()
    features, narrow = np.concatenate(features), np.concatenate(narrow)
    accuracy = learner.fit(features, narrow).score(features, narrow)
    limit = value("cell types", "fresh cells", "accuracy")
    assert accuracy == pytest.approx(limit, abs=0.002)


def test_receptive_field_limits_by_repeats_and_by_ridge():
    with np.load(DATA / "receptive_fields.npz") as file:
        repeats = file["counts_val"].astype(float)  # repeats x frames x cells
    total = repeats.var(axis=(0, 1))
    noise = repeats.var(axis=0, ddof=1).mean(axis=0)
    limit = value("receptive fields", "rate known", "R2")
    assert np.mean(1 - noise / total) == pytest.approx(limit, abs=0.05)
    fields = simulate.PARAMETERS["receptive_fields"]
    with np.load(TRUTH / "receptive_fields.npz") as file:
        filters = file["filters"]
    rng = np.random.default_rng(8)
    frames = simulate.draw_frames(fields, 30_000, rng)
    counts = rng.poisson(simulate.frame_rates(fields, filters, frames))
    pixels = frames.reshape(len(frames), -1).astype(float)
    ridge = Ridge(1000).fit(pixels[:20_000], counts[:20_000])
    learned = ridge.score(pixels[20_000:], counts[20_000:])
    linear = value("receptive fields", "best linear model", "R2")
    assert linear - 0.03 < learned < linear + 0.015


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
    assert right == pytest.approx(
        value("gratings", "fresh gratings", "accuracy"), abs=0.005
    )
    assert (
        right <= value("gratings", "fresh gratings", "accuracy") + 3 * 0.0009
    )  # nothing beats the limit


# --- other_noise.py -----------------------------------------------------------------

OTHER_NOISE = pd.read_csv(TRUTH / "other_noise.csv").set_index(["noise", "decoder"])


def test_other_noise_has_every_row_and_possible_values():
    names = pd.MultiIndex.from_product([other_noise.NOISE, other_noise.decoders()])
    assert list(OTHER_NOISE.index) == list(names)
    assert (OTHER_NOISE["n_sessions"] == 10).all()
    assert OTHER_NOISE["sd"].between(0.005, 0.05).all()
    assert OTHER_NOISE["accuracy"].between(0.4, 0.85).all()
    ours = OTHER_NOISE.loc["one gain", "accuracy"]
    assert ours.max() < value("orientation", "all contrasts", "accuracy")


def test_other_noise_of_one_session_by_hand():
    """Naive Bayes by its formula, and the shrunk LDA without a pipeline."""
    kind, session = "private gains", 3
    X, y = other_noise.draw_session(simulate.PARAMETERS, NEURONS, kind, session)
    assert X.shape == (400, 80) and (np.bincount(y) == 50).all()
    root_shares = np.sqrt(X / X.sum(axis=1)[:, None])
    right = {"multinomial": [], "LDA, root shares": []}
    folds = StratifiedKFold(5, shuffle=True, random_state=session)
    for train, test in folds.split(X, y):
        spikes = np.array([X[train][y[train] == k].sum(axis=0) for k in range(8)]) + 1
        log_share = np.log(spikes / spikes.sum(axis=1, keepdims=True))
        found = (X[test] @ log_share.T).argmax(axis=1)
        right["multinomial"].append(np.mean(found == y[test]))
        lda = LinearDiscriminantAnalysis(solver="lsqr", shrinkage="auto")
        lda.fit(root_shares[train], y[train])
        score = lda.score(root_shares[test], y[test])
        right["LDA, root shares"].append(score)
    for name, by_fold in right.items():
        found = other_noise.session_accuracies(
            simulate.PARAMETERS, NEURONS, kind, other_noise.decoders()[name]
        )
        assert found[session] == pytest.approx(np.mean(by_fold), abs=0.0051)
        row = OTHER_NOISE.loc[kind, name]
        assert found.mean() == pytest.approx(row["accuracy"], abs=0.002)
        assert found.std(ddof=1) == pytest.approx(row["sd"], abs=0.002)


def test_other_noise_correlates_as_documented():
    rng = np.random.default_rng(95)
    gain = simulate.draw_gain(
        simulate.PARAMETERS["trials"], rng.integers(2, size=2000), rng
    )
    pairs = np.triu_indices(80, 1)
    expected_r = {"private gains": 0, "large offset": 0.52}
    for kind, draw in other_noise.NOISE.items():
        found = []
        for orientation in simulate.PARAMETERS["trials"]["orientations_deg"]:
            for contrast in simulate.PARAMETERS["trials"]["contrasts"]:
                expected = simulate.expected_counts(
                    simulate.PARAMETERS, NEURONS, [orientation], [contrast]
                )[:, :, 8:].sum(axis=2)
                rates = draw(np.repeat(expected, 2000, axis=0), gain, rng)
                r = np.corrcoef(rng.poisson(rates), rowvar=False)
                found.append(r[pairs].mean())
        assert np.mean(found) == pytest.approx(expected_r.get(kind, 0.16), abs=0.015)


def test_shares_of_a_trial_without_spikes_are_zero():
    shares = other_noise.root_shares(np.array([[0, 0], [1, 3]]))
    np.testing.assert_allclose(shares, [[0, 0], [0.5, np.sqrt(0.75)]])
