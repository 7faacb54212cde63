"""Compute the best possible result of each task from the known model.

Run ``python data/limits.py``, or ``make data``. It reads the simulated files
and writes truth/limits.csv, one row per limit. No decoder, however clever, can
do better on average; a chapter holds its results against these numbers.

Where neither a formula nor an integral exists, a limit is an average over fresh
trials drawn from the model, and a seed makes it reproducible. Such a limit is an
estimate, so its standard error over those trials stands beside it: at most .004
where orientations are decoded. The error is 0 for a formula, for an integral, and
for what the model finds in a committed file, which no other draw can change.
"""

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd
import simulate
from scipy.special import logsumexp, softmax
from scipy.stats import invgauss, multivariate_normal, norm
from sklearn.metrics import adjusted_rand_score, roc_auc_score

DATA = Path(__file__).parent
TRUTH = DATA / "truth"


# --- standard errors ------------------------------------------------------------


def mean_and_error(values):
    """Return the mean over fresh trials and the standard error of that mean."""
    return values.mean(), values.std(ddof=1) / np.sqrt(len(values))


def bootstrap_error(statistic, arrays, rng, n_resamples=200):
    """Estimate a standard error by drawing the trials again, with replacement.

    For results that are not means over trials, such as a ratio or a rank
    statistic (Efron, 1979, doi:10.1214/aos/1176344552).

    Parameters
    ----------
    statistic : callable
        Is called with the resampled arrays and returns one or several numbers.
    arrays : sequence of ndarray
        What it needs, one row per trial in each.
    rng : numpy.random.Generator
        Source of randomness.
    n_resamples : int
        With 200 the error itself is known to about 5%.

    Returns
    -------
    float or ndarray
        One standard error for each number.
    """
    n_trials = len(arrays[0])
    found = []
    for _ in range(n_resamples):
        chosen = rng.integers(n_trials, size=n_trials)
        found.append(statistic(*(array[chosen] for array in arrays)))
    return np.std(found, axis=0, ddof=1)


# --- orientation ----------------------------------------------------------------


def normal_nodes(n):
    """Return nodes and log weights that integrate over a standard normal.

    Gauss-Hermite quadrature: exact for polynomials up to degree 2 n - 1.
    """
    nodes, weights = np.polynomial.hermite_e.hermegauss(n)
    return nodes, np.log(weights / weights.sum())


def gain_nodes(parameters, n=15):
    """Return log gains and log weights, over resting and running trials."""
    nodes, log_weights = normal_nodes(n)
    shift = parameters["gain_running"] * np.array([[-0.5], [0.5]])
    log_gain = (shift + parameters["gain_sd"] * nodes).ravel()
    return log_gain, np.tile(log_weights, 2) - np.log(2)


class Conditions:
    """Every combination of orientation, error of orientation, and contrast.

    Attributes
    ----------
    expected : ndarray, shape (n_conditions, n_neurons, n_bins)
        Expected spikes at a gain of 1.
    log_weight : ndarray, shape (n_orientations, n_errors, n_contrasts)
        Log probability, with orientation given.
    """

    def __init__(self, parameters, neurons, n_errors=9):
        trials = parameters["trials"]
        nodes, log_weights = normal_nodes(n_errors)
        orientation, error, contrast = np.meshgrid(
            trials["orientations_deg"],
            trials["jitter_deg"] * nodes,
            trials["contrasts"],
            indexing="ij",
        )
        self.contrast = contrast.ravel()
        self.expected = simulate.expected_counts(
            parameters, neurons, (orientation + error).ravel(), self.contrast
        )
        self.log_weight = np.broadcast_to(
            log_weights[None, :, None] - np.log(len(trials["contrasts"])),
            contrast.shape,
        )
        self.log_gain, self.log_gain_weight = gain_nodes(trials)


def split_log_likelihood(counts, expected, conditions):
    """Compute the log likelihood of counts in two parts, one without the gain.

    Given the gain g the spikes are Poisson with mean ``g mu``, so
    ``log L = sum_i n_i log mu_i + (N log g - g sum_i mu_i)``, with N the total
    count, up to a constant. The second part needs N alone, so it is computed
    once for each total.

    Parameters
    ----------
    counts : ndarray, shape (n_trials, n_neurons)
        Spike counts.
    expected : ndarray, shape (n_conditions, n_neurons)
        Expected counts mu at a gain of 1.
    conditions : Conditions
        For the gains and their weights.

    Returns
    -------
    pattern : ndarray, shape (n_trials, n_conditions)
        The first part.
    over_gain : ndarray, shape (n_totals, n_conditions, n_gains)
        The second part plus the log weight of each gain.
    row : ndarray of int, shape (n_trials,)
        Which row of `over_gain` belongs to the trial.
    """
    pattern = counts @ np.log(expected).T
    totals, row = np.unique(counts.sum(axis=1), return_inverse=True)
    spent = np.outer(expected.sum(axis=1), np.exp(conditions.log_gain))
    over_gain = totals[:, None, None] * conditions.log_gain - spent
    return pattern, over_gain + conditions.log_gain_weight, row


def stimulus_posterior(counts, conditions, neurons=slice(None), bins=slice(8, None)):
    """Compute the probability of each orientation and contrast.

    The gain and the error of orientation are unknown, so they are summed out.

    Parameters
    ----------
    counts : ndarray, shape (n_trials, n_neurons)
        Spikes of those neurons in those bins.
    conditions : Conditions
        From the true neurons.
    neurons, bins : slice or ndarray of int
        Which neurons and time bins were counted; by default all neurons and 0
        to 600 ms.

    Returns
    -------
    ndarray, shape (n_trials, n_orientations, n_contrasts)
        Probabilities.
    """
    expected = conditions.expected[:, neurons][:, :, bins].sum(axis=2)
    pattern, over_gain, row = split_log_likelihood(counts, expected, conditions)
    log_likelihood = pattern + logsumexp(over_gain, axis=2)[row]
    shape = (len(counts), *conditions.log_weight.shape)
    weighted = log_likelihood.reshape(shape) + conditions.log_weight
    return softmax(logsumexp(weighted, axis=2), axis=(1, 2))


def orientation_posterior(counts, conditions, neurons=slice(None), bins=slice(8, None)):
    """Compute the probability of each orientation: the Bayes decoder.

    The contrast is unknown to it as well. Its largest probability is the
    probability that it is right. The parameters are those of
    `stimulus_posterior`.

    Returns
    -------
    ndarray, shape (n_trials, n_orientations)
        Probabilities.
    """
    return stimulus_posterior(counts, conditions, neurons, bins).sum(axis=2)


def draw_fresh_trials(parameters, neurons, n_trials, rng):
    """Draw new trials of the experiment.

    Returns
    -------
    orientation, contrast : ndarray of int, shape (n_trials,)
        Index of each trial's condition.
    gain : ndarray, shape (n_trials,)
        The shared gain.
    spikes : ndarray, shape (n_trials, n_neurons, n_bins)
        Spike counts.
    """
    trials = parameters["trials"]
    orientation = rng.integers(len(trials["orientations_deg"]), size=n_trials)
    contrast = rng.integers(len(trials["contrasts"]), size=n_trials)
    gain = simulate.draw_gain(trials, rng.integers(2, size=n_trials), rng)
    error = trials["jitter_deg"] * rng.standard_normal(n_trials)
    expected = simulate.expected_counts(
        parameters,
        neurons,
        np.array(trials["orientations_deg"])[orientation] + error,
        np.array(trials["contrasts"])[contrast],
    )
    spikes = rng.poisson(gain[:, None, None] * expected).astype(np.uint8)
    return orientation, contrast, gain, spikes


def lesson_subsets(n_neurons, size, n_subsets=12):
    """Draw the subsets of neurons that the lesson on classification decodes.

    A subset of good neurons raises the limit by more than the lesson's decoders
    differ, so limit and decoders must share the same subsets.

    Parameters
    ----------
    n_neurons, size : int
        How many neurons there are, and how many of them a subset holds.
    n_subsets : int
        How many subsets the lesson draws.

    Returns
    -------
    list of ndarray of int, shape (size,)
        The neurons of each subset.
    """
    rng = np.random.default_rng(size)  # as in the lesson, the size is the seed
    return [rng.choice(n_neurons, size, replace=False) for _ in range(n_subsets)]


def orientation_limits(parameters, neurons, seed=1, n_trials=10_000):
    """Yield (condition, quantity, value, error, how) of the orientation task.

    The accuracy is the mean probability of the decoded orientation: the share
    of trials decoded right, without the noise of a count and without ties.
    """
    rng = np.random.default_rng(seed)
    conditions = Conditions(parameters, neurons)
    _, contrast, _, spikes = draw_fresh_trials(parameters, neurons, n_trials, rng)
    counts = spikes[:, :, 8:].sum(axis=2, dtype=float)
    how = f"Bayes decoder on {n_trials} fresh trials"
    joint = stimulus_posterior(counts, conditions)
    posterior = joint.sum(axis=2)
    every = mean_and_error(posterior.max(axis=1))
    yield "all contrasts", "accuracy", *every, how
    # The decoder does not know the contrast, so only over both contrasts is it
    # right as often as it says. Within one, its answer is right with the
    # probability that this orientation has once the contrast is known.
    trial = np.arange(n_trials)
    answer = joint[trial, posterior.argmax(axis=1), contrast]
    right = answer / joint[trial, :, contrast].sum(axis=1)
    for index, value in enumerate(parameters["trials"]["contrasts"]):
        within = mean_and_error(right[contrast == index])
        yield f"contrast {value}", "accuracy", *within, how

    # with every neuron in the world the decoder knows the orientation that
    # reached the cortex, and errs where that is nearer to another one
    step = np.diff(parameters["trials"]["orientations_deg"])[0]
    known = 2 * norm.cdf(step / 2 / parameters["trials"]["jitter_deg"]) - 1
    yield "infinitely many neurons", "accuracy", known, 0.0, "normal distribution"

    n_neurons = len(neurons)
    for size in (5, 10, 20, 40):
        subsets = lesson_subsets(n_neurons, size)
        surest = [
            orientation_posterior(counts[:, chosen], conditions, neurons=chosen).max(1)
            for chosen in subsets
        ]
        # all subsets see the same trials, so only the trials are independent
        average = mean_and_error(np.mean(surest, axis=0))
        on_subsets = f"{how}, mean of the {len(subsets)} subsets of the lesson"
        yield f"{size} neurons", "accuracy", *average, on_subsets
    yield f"{n_neurons} neurons", "accuracy", *every, how

    edges = simulate.bin_edges(parameters["time"])
    for index, (start, stop) in enumerate(pairwise(edges)):
        posterior = orientation_posterior(
            spikes[:, :, index].astype(float), conditions, bins=[index]
        )
        middle = 1000 * (start + stop) / 2
        in_bin = mean_and_error(posterior.max(axis=1))
        yield f"bin at {middle:.1f} ms", "accuracy", *in_bin, how


# --- one orientation against the others -------------------------------------------


def yes_no_scores(p, share):
    """Compute what the best answers to a yes-or-no question reach.

    The truth of a trial is yes with probability p, so each trial counts as a
    yes with weight p and as a no with weight 1 - p. That is exact for a Bayes
    decoder, and less noisy than the drawn truth.

    Parameters
    ----------
    p : ndarray, shape (n_trials,)
        Probability of yes, given the spikes.
    share : float
        Share of yes among all trials.

    Returns
    -------
    auc, balanced, accuracy : float
        Area under the ROC curve of p; balanced accuracy of saying yes where p
        exceeds `share`, which maximizes it; accuracy of saying yes where p
        exceeds 1/2.
    """
    truth = np.repeat([1, 0], len(p))
    weight = np.concatenate([p, 1 - p])
    auc = roc_auc_score(truth, np.tile(p, 2), sample_weight=weight)
    yes = p > share
    sensitivity = p[yes].sum() / p.sum()
    specificity = (1 - p)[~yes].sum() / (1 - p).sum()
    return auc, (sensitivity + specificity) / 2, np.maximum(p, 1 - p).mean()


def ninety_limits(parameters, neurons, seed=6, n_trials=10_000):
    """Yield how well 20 neurons can tell 90 degrees from the other orientations."""
    rng = np.random.default_rng(seed)
    conditions = Conditions(parameters, neurons)
    spikes = draw_fresh_trials(parameters, neurons, n_trials, rng)[-1]
    counts = spikes[:, :20, 8:].sum(axis=2, dtype=float)
    posterior = orientation_posterior(counts, conditions, neurons=slice(20))
    orientations = parameters["trials"]["orientations_deg"]
    p, share = posterior[:, orientations.index(90.0)], 1 / len(orientations)
    values = yes_no_scores(p, share)
    errors = bootstrap_error(lambda p: yes_no_scores(p, share), [p], rng)
    names = ("AUC", "balanced accuracy", "accuracy")
    rules = (
        "trials ranked by P(90 degrees)",
        f"yes if P(90 degrees) > 1/{len(orientations)}",
        "yes if P(90 degrees) > 1/2",
    )
    for name, value, error, rule in zip(names, values, errors, rules):
        how = f"Bayes decoder on {n_trials} fresh trials, {rule}"
        yield "first 20 neurons", name, value, error, how


def pair_limits(parameters, neurons, seed=10, n_trials=20_000):
    """Yield how well two neurons can tell 0 from 90 degrees, as in chapter 8."""
    rng = np.random.default_rng(seed)
    conditions = Conditions(parameters, neurons)
    orientation, _, _, spikes = draw_fresh_trials(parameters, neurons, n_trials, rng)
    pair, two = [17, 26], [0, 4]  # neurons n17 and n26; 0 and 90 degrees
    used = np.isin(orientation, two)
    counts = spikes[used][:, pair, 8:].sum(axis=2, dtype=float)
    posterior = orientation_posterior(counts, conditions, neurons=pair)[:, two]
    surest = posterior.max(axis=1) / posterior.sum(axis=1)
    how = f"Bayes decoder on {used.sum()} fresh trials"
    yield "n17 and n26", "accuracy", *mean_and_error(surest), how


# --- later days and a new mouse ---------------------------------------------------


def later_day_limits(parameters, neurons, seed=8, n_trials=4000):
    """Yield the limit of each later day, for a decoder that knows its neurons."""
    with np.load(TRUTH / "later_days.npz") as file:
        hidden = {name: file[name] for name in file.files}
    rng = np.random.default_rng(seed)
    how = f"Bayes decoder on {n_trials} fresh trials, neurons of the day known"
    for index in range(parameters["later_days"]["n_days"]):
        that_day = neurons.assign(
            **{name: days[index] for name, days in hidden.items()}
        )
        conditions = Conditions(parameters, that_day)
        _, _, _, spikes = draw_fresh_trials(parameters, that_day, n_trials, rng)
        counts = spikes[:, :, 8:].sum(axis=2, dtype=float)
        surest = orientation_posterior(counts, conditions).max(axis=1)
        yield f"day {index + 2}", "accuracy", *mean_and_error(surest), how


def new_mouse_limits(parameters, seed=9, n_repeats=20):
    """Yield the limits of the new mouse, with each neuron's drift known.

    Every trial of its session is drawn again, as often as `n_repeats`, with its
    drift and with an orientation of that probability. For the balanced accuracy
    all orientations are equally probable.
    """
    design = parameters["new_mouse"]
    neurons = pd.read_csv(TRUTH / "new_mouse_neurons.csv")
    with np.load(TRUTH / "new_mouse.npz") as file:
        slow = file["slow"].astype(float)
    trials = parameters["trials"] | {"orientations_deg": design["orientations_deg"]}
    parameters = parameters | {"trials": trials}
    conditions = Conditions(parameters, neurons)
    expected = conditions.expected[:, :, 8:].sum(axis=2)
    n_orientations = len(design["orientations_deg"])
    as_shown = np.array(design["n_blocks"]) / np.sum(design["n_blocks"])
    equal = np.full(n_orientations, 1 / n_orientations)
    for quantity, prior in [("accuracy", as_shown), ("balanced accuracy", equal)]:
        rng = np.random.default_rng(seed)
        surest = []
        for factor in slow:
            orientation = rng.choice(n_orientations, n_repeats, p=prior)
            contrast = rng.integers(2, size=n_repeats)
            gain = simulate.draw_gain(trials, rng.integers(2, size=n_repeats), rng)
            error = trials["jitter_deg"] * rng.standard_normal(n_repeats)
            counts = simulate.draw_counts(
                neurons,
                np.array(trials["orientations_deg"])[orientation] + error,
                np.array(trials["contrasts"])[contrast],
                gain[:, None] * factor,
                rng,
            )
            pattern, over_gain, row = split_log_likelihood(
                counts.astype(float), expected * factor, conditions
            )
            log_likelihood = pattern + logsumexp(over_gain, axis=2)[row]
            shape = (n_repeats, *conditions.log_weight.shape)
            weighted = log_likelihood.reshape(shape) + conditions.log_weight
            log_posterior = logsumexp(weighted, axis=(2, 3)) + np.log(prior)
            surest.append(softmax(log_posterior, axis=1).max(axis=1))
        how = f"Bayes decoder on {n_repeats} new draws of each trial, drift known"
        yield "drift known", quantity, *mean_and_error(np.concatenate(surest)), how


# --- reaction time ----------------------------------------------------------------


def reaction_time_limits(parameters, neurons, seed=2, n_trials=10_000):
    """Yield the share of variance that can be predicted.

    The best prediction is the mean of the reaction time given what is known.
    With drift v, the time to the bound has mean ``a / v`` and variance
    ``(a / v)^3 / (a / s)^2``. Their averages over contrast and gain are
    integrals. From spikes, ``a / v`` is known up to its variance over the
    posterior of gain and contrast, and the average of that variance needs
    fresh trials.
    """
    rng = np.random.default_rng(seed)
    conditions = Conditions(parameters, neurons)
    _, contrast, _, spikes = draw_fresh_trials(parameters, neurons, n_trials, rng)
    model, trials = parameters["reaction_time"], parameters["trials"]

    def mean_time(gain, contrast):
        response = simulate.contrast_response(parameters["neurons"], contrast)
        drift = simulate.drift_rate(model, gain, response)
        return model["threshold"] / drift

    gains = np.exp(conditions.log_gain)
    weight = np.exp(conditions.log_gain_weight)
    time = mean_time(gains, np.array(trials["contrasts"])[:, None])
    noise = (time**3 @ weight) / (model["threshold"] / model["noise"]) ** 2
    mean = time @ weight  # one number per contrast
    spread = time**2 @ weight - mean**2
    # both contrasts are as frequent; the last is the high one
    total = noise.mean() + spread.mean() + mean.var()
    total_high = noise[-1] + spread[-1]
    known = 1 - noise.mean() / total, 1 - noise[-1] / total_high
    how = "integral over the gain"
    yield "drift known", "R2", known[0], 0.0, how
    yield "drift known, contrast 0.8", "R2", known[1], 0.0, how
    yield "contrast known", "R2", mean.var() / total, 0.0, how

    high = contrast == len(trials["contrasts"]) - 1
    values = np.array(trials["contrasts"])[contrast]
    times = mean_time(gains, conditions.contrast[:, None])  # conditions x gains
    how = f"posterior variance on {n_trials} fresh trials"
    for name, bins in [("0-600 ms", slice(8, None)), ("0-200 ms", slice(8, 16))]:
        counts = spikes[:, :, bins].sum(axis=2, dtype=float)
        expected = conditions.expected[:, :, bins].sum(axis=2)
        pattern, over_gain, row = split_log_likelihood(counts, expected, conditions)
        by_gain = softmax(over_gain, axis=2)  # posterior of the gain
        # first and second moment of the time, trials x conditions
        moments = [np.sum(by_gain * times**power, axis=2)[row] for power in (1, 2)]
        log_posterior = pattern + logsumexp(over_gain, axis=2)[row]
        log_posterior += conditions.log_weight.ravel()

        def unknown(log_posterior, moments=moments):
            p = softmax(log_posterior, axis=1)
            first, second = (np.sum(p * moment, axis=1) for moment in moments)
            return second - first**2

        left, error = mean_and_error(unknown(log_posterior))
        yield f"counts {name}", "R2", known[0] - left / total, error / total, how
        # within one contrast, the contrast is known
        log_posterior[conditions.contrast != values[:, None]] = -np.inf
        left, error = mean_and_error(unknown(log_posterior)[high])
        value, error = known[1] - left / total_high, error / total_high
        yield f"counts {name}, contrast 0.8", "R2", value, error, how


# --- contrast, from behavior --------------------------------------------------------


def contrast_limits(parameters, n_times=4000):
    """Yield the accuracy of reading the contrast from the behavior.

    The speed says whether the mouse runs, and the pupil says nothing beyond that.
    Given the contrast and running, the time to the bound is inverse Gaussian with
    mean ``a / v`` and shape ``(a / s)^2``, averaged over the gain. The best decoder
    takes the contrast with the higher density, so its accuracy is the integral of
    the larger of the two densities, halved because both contrasts are as frequent.

    Parameters
    ----------
    parameters : dict
        The content of truth/parameters.json.
    n_times : int
        Points of the integral over reaction times, up to 3 s.
    """
    model, trials = parameters["reaction_time"], parameters["trials"]
    response = simulate.contrast_response(parameters["neurons"], trials["contrasts"])
    nodes, log_weights = normal_nodes(15)
    time = np.linspace(0, 3, n_times + 1)[1:]
    shape = (model["threshold"] / model["noise"]) ** 2
    density = []  # resting and running x contrasts x times
    for running in (-0.5, 0.5):
        gain = np.exp(trials["gain_running"] * running + trials["gain_sd"] * nodes)
        drift = simulate.drift_rate(model, gain, np.array(response)[:, None])
        mean = (model["threshold"] / drift)[..., None]
        at_gain = invgauss.pdf(time, mean / shape, scale=shape)
        density.append(np.einsum("g,cgt->ct", np.exp(log_weights), at_gain))
    step = time[1] - time[0]
    best = {
        "reaction time": np.mean(density, axis=0).max(axis=0).sum(),
        "reaction time and speed": np.max(density, axis=1).sum(axis=1).mean(),
    }
    for name, value in best.items():
        yield name, "accuracy", value * step / 2, 0.0, "integral over the densities"


# --- clusters ---------------------------------------------------------------------


def sort_spikes(waveforms, parameters, n_jitters=9):
    """Sort spikes with the true templates: the most probable unit of each.

    Given unit and jitter, a spike is normal with mean ``w`` and covariance
    ``S + sd^2 w w'``: S is the noise, and the second term the varying
    amplitude. The jitter is averaged over a grid. The first-order
    autoregression makes ``S^-1`` a filter of two samples.

    Parameters
    ----------
    waveforms : ndarray, shape (n_spikes, n_channels, n_samples)
        Microvolts.
    parameters : dict
        ``PARAMETERS["tetrode"]``.
    n_jitters : int
        Size of the grid.

    Returns
    -------
    ndarray of int, shape (n_spikes,)
        Index of the unit.
    """
    rho, sd = parameters["noise_rho"], parameters["noise_sd_uv"]

    def whiten(x):
        later = (x[..., 1:] - rho * x[..., :-1]) / np.sqrt(1 - rho**2)
        white = np.concatenate([x[..., :1], later], axis=-1) / sd
        return white.reshape(*x.shape[:-2], -1)

    grid = (np.arange(n_jitters) + 0.5) / n_jitters * 2 - 1
    templates = simulate.spike_templates(
        parameters, grid * parameters["jitter_samples"]
    )
    mean = whiten(templates)  # jitters x units x values
    data = whiten(waveforms.astype(float))
    overlap = np.einsum("nv,juv->nju", data, mean, optimize=True)
    energy = (mean**2).sum(axis=-1)
    ratio = parameters["amplitude_sd"] ** 2
    # log density by the matrix determinant lemma and Sherman-Morrison
    distance = (data**2).sum(axis=1)[:, None, None] - 2 * overlap + energy
    shrunk = ratio * (overlap - energy) ** 2 / (1 + ratio * energy)
    log_likelihood = -0.5 * (distance - shrunk + np.log1p(ratio * energy))
    prior = np.log(np.array(parameters["n_spikes"]) / sum(parameters["n_spikes"]))
    return (logsumexp(log_likelihood, axis=1) + prior).argmax(axis=1)


def tetrode_limits(parameters, seed=3):
    """Yield how well the true model sorts the spikes of the file and new ones."""
    tetrode = parameters["tetrode"]
    with np.load(DATA / "tetrode.npz") as file, np.load(TRUTH / "tetrode.npz") as true:
        ari = adjusted_rand_score(true["unit"], sort_spikes(file["waveforms"], tetrode))
    yield "tetrode.npz", "ARI", ari, 0.0, "most probable unit, model known"
    many = [10 * n for n in tetrode["n_spikes"]]
    rng = np.random.default_rng(seed)
    waveforms, unit = simulate.draw_waveforms(tetrode, rng, many)
    found = sort_spikes(waveforms, tetrode)
    error = bootstrap_error(adjusted_rand_score, [unit, found], rng)
    how = f"most probable unit of {sum(many)} new spikes"
    yield "fresh spikes", "ARI", adjusted_rand_score(unit, found), error, how


def classify_cells(features, parameters):
    """Return True for cells that are more probably PV, from the true model.

    Parameters
    ----------
    features : ndarray, shape (n_cells, 2)
        Trough-to-peak time and half-width in milliseconds.
    parameters : dict
        ``PARAMETERS["neurons"]``.
    """
    log_density = []
    for kind, n in parameters["n"].items():
        shape = [
            parameters["trough_to_peak_ms"][kind],
            parameters["half_width_ms"][kind],
        ]
        mean, sd = np.array(shape).T
        density = multivariate_normal(mean, np.diag(sd**2)).logpdf(features)
        log_density.append(density + np.log(n))
    return log_density[1] > log_density[0]


def cell_type_limits(parameters, seed=4, n_sets=2000):
    """Yield how well the true model tells the cell types of the file and of new sets."""
    model = parameters["neurons"]
    columns = ["trough_to_peak_ms", "half_width_ms"]
    features = pd.read_csv(DATA / "neurons.csv")[columns].to_numpy()
    narrow = (pd.read_csv(TRUTH / "neurons.csv")["cell_type"] == "PV").to_numpy()
    found = classify_cells(features, model)
    how = "most probable type"
    yield "neurons.csv", "accuracy", np.mean(found == narrow), 0.0, how
    yield "neurons.csv", "ARI", adjusted_rand_score(narrow, found), 0.0, how
    rng = np.random.default_rng(seed)
    scores = []
    kinds = np.repeat(list(model["n"]), list(model["n"].values()))
    for _ in range(n_sets):
        features = np.array(
            [[rng.normal(*model[column][kind]) for column in columns] for kind in kinds]
        )
        found = classify_cells(features, model)
        truth = kinds == "PV"
        scores.append([np.mean(found == truth), adjusted_rand_score(truth, found)])
    how = f"most probable type, mean of {n_sets} new sets of {len(kinds)} cells"
    for quantity, values in zip(("accuracy", "ARI"), np.transpose(scores)):
        yield "fresh cells", quantity, *mean_and_error(values), how


# --- receptive fields -------------------------------------------------------------


def receptive_field_limits(parameters, seed=5, n_frames=40_000):
    """Yield the variance of single-trial counts that a model can explain.

    A Poisson count has the variance of its mean over frames plus that mean, so
    the rate itself explains ``var(lambda) / (var(lambda) + mean(lambda))``. The
    best linear model is the regression of the rate on the pixels of very many
    frames, and explains its share of ``var(lambda)``.
    """
    fields = parameters["receptive_fields"]
    with np.load(TRUTH / "receptive_fields.npz") as file:
        filters = file["filters"]
    rng = np.random.default_rng(seed)
    frames = simulate.draw_frames(fields, n_frames, rng)
    rates = simulate.frame_rates(fields, filters, frames)  # frames x cells
    pixels = frames.reshape(n_frames, -1).astype(float)
    centered = rates - rates.mean(axis=0)
    weights = np.linalg.solve(pixels.T @ pixels, pixels.T @ centered)
    rest = centered - pixels @ weights
    # the rate is known without noise, so only the n_pixels weights are paid for
    paid = n_frames / (n_frames - pixels.shape[1])

    def explained(rates, rest):
        variance = rates.var(axis=0)
        explainable = variance / (variance + rates.mean(axis=0))
        linear = 1 - rest.var(axis=0) / variance * paid
        return explainable.mean(), (linear * explainable).mean()

    # the weights stay as they are: near the best ones, R2 hardly depends on them
    errors = bootstrap_error(explained, [rates, rest], rng)
    how = f"mean of {len(filters)} cells on {n_frames} fresh frames"
    names = ("rate known", "best linear model")
    for name, value, error in zip(names, explained(rates, rest), errors):
        yield name, "R2", value, error, how


# --- gratings ---------------------------------------------------------------------


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
    patterns = simulate.grating_patterns(parameters, phases)
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
        How many fresh images to decode.
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
        patterns = simulate.grating_patterns(
            parameters, rng.uniform(0, 2 * np.pi, n_part)
        )
        contrast = patterns[index, np.arange(n_part)]
        images = contrast + rng.normal(0, parameters["noise_sd"], contrast.shape)
        n_right += np.sum(decode_gratings(images, parameters) == index)
    return float(n_right / n_images)


def grating_limits(parameters):
    """Yield how well the Bayes decoder tells gratings, new ones and the file's."""
    gratings = parameters["gratings"]
    n_images = 200_000
    share = grating_limit(gratings, n_images)
    error = np.sqrt(share * (1 - share) / n_images)
    how = f"Bayes decoder on {n_images} new images"
    yield "fresh gratings", "accuracy", share, error, how
    with np.load(DATA / "gratings.npz") as file:
        images = file["images"] / gratings["steps_per_unit"]
        index = np.searchsorted(gratings["orientations_deg"], file["orientation_deg"])
    right = decode_gratings(images, gratings) == index
    how = f"Bayes decoder on its {len(images)} images"
    yield "gratings.npz", "accuracy", right.mean(), 0.0, how


def compute_limits(parameters):
    """Compute every limit.

    Parameters
    ----------
    parameters : dict
        The content of truth/parameters.json.

    Returns
    -------
    pandas.DataFrame
        Columns task, condition, quantity, value, standard_error and how.
    """
    neurons = pd.read_csv(TRUTH / "neurons.csv")
    tasks = {
        "orientation": orientation_limits(parameters, neurons),
        "0 or 90 degrees": pair_limits(parameters, neurons),
        "later days": later_day_limits(parameters, neurons),
        "new mouse": new_mouse_limits(parameters),
        "is it 90 degrees": ninety_limits(parameters, neurons),
        "reaction time": reaction_time_limits(parameters, neurons),
        "contrast": contrast_limits(parameters),
        "tetrode": tetrode_limits(parameters),
        "cell types": cell_type_limits(parameters),
        "receptive fields": receptive_field_limits(parameters),
        "gratings": grating_limits(parameters),
    }
    rows = [(task, *row) for task, found in tasks.items() for row in found]
    columns = ["task", "condition", "quantity", "value", "standard_error", "how"]
    table = pd.DataFrame(rows, columns=columns)
    return table.round({"value": 3, "standard_error": 6})


if __name__ == "__main__":
    model = json.loads((TRUTH / "parameters.json").read_text(encoding="utf-8"))
    compute_limits(model).to_csv(TRUTH / "limits.csv", index=False, lineterminator="\n")
