"""Compare decoders under other kinds of noise than the one of the course.

Run ``python data/other_noise.py``, or ``make data``. It reads the true neurons
and writes truth/other_noise.csv, one row per kind of noise and decoder. In the
data of the course one gain multiplies the rates of all neurons. Which decoder
wins depends on that choice, and this table shows how much. Everything but the
noise is as in simulate.py: the neurons, their tuning, the contrasts, and the
error of the orientation that reaches the cortex.
"""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import simulate
from sklearn.decomposition import PCA
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_score
from sklearn.naive_bayes import GaussianNB, MultinomialNB
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler
from sklearn.svm import SVC

TRUTH = Path(__file__).parent / "truth"
SEED = 1
N_SESSIONS = 10

#: Standard deviation of the log gain that each neuron draws for itself.
PRIVATE_SD = 0.5

#: Standard deviation of the offset, in spikes from 0 to 600 ms. With the first, two
#: neurons correlate about as much in trials of one condition as with the gain of
#: the course (.16 on average), so that kinds of noise differ in form and not in
#: strength. With the second, they correlate by .52.
OFFSET_SD = 0.7
LARGE_OFFSET_SD = 2.0


# --- kinds of noise -------------------------------------------------------------


def one_gain(expected, gain, rng):
    """Multiply all neurons by one gain, as in the data of the course."""
    return gain[:, None] * expected


def private_gains(expected, gain, rng):
    """Multiply each neuron by a gain of its own, and share none.

    Goris et al. (2014, doi:10.1038/nn.3711) find gains that only partly agree
    between neurons. This is the extreme case: they do not agree at all.
    """
    return np.exp(PRIVATE_SD * rng.standard_normal(expected.shape)) * expected


def additive_offset(expected, gain, rng, sd=OFFSET_SD):
    """Add the same number of spikes to the expected count of each neuron.

    Lin et al. (2015, doi:10.1016/j.neuron.2015.06.035) find a shared offset
    beside a shared gain. Here the offset stands alone, so that a result says
    which of the two matters. No rate can be negative.
    """
    return np.maximum(expected + sd * rng.standard_normal((len(expected), 1)), 0)


def large_additive_offset(expected, gain, rng):
    """Add an offset that is larger than what the course's gain does."""
    return additive_offset(expected, gain, rng, sd=LARGE_OFFSET_SD)


NOISE = {
    "one gain": one_gain,
    "private gains": private_gains,
    "offset": additive_offset,
    "large offset": large_additive_offset,
}


def draw_session(parameters, neurons, noise, session):
    """Draw the spike counts of one session.

    Parameters
    ----------
    parameters : dict
        ``PARAMETERS``.
    neurons : pandas.DataFrame
        The true neurons.
    noise : str
        A key of `NOISE`.
    session : int
        Sessions of one number have the same trials under every kind of noise.

    Returns
    -------
    counts : ndarray of int, shape (n_trials, n_neurons)
        Spikes from 0 to 600 ms.
    orientation : ndarray of int, shape (n_trials,)
        Index of the orientation shown.
    """
    rng = np.random.default_rng([SEED, session])
    trials, truth = simulate.draw_trials(parameters["trials"], rng)
    expected = simulate.expected_counts(
        parameters,
        neurons,
        truth["orientation_seen_deg"].to_numpy(),
        trials["contrast"].to_numpy(),
    )[:, :, 8:].sum(axis=2)
    rates = NOISE[noise](expected, truth["gain"].to_numpy(), rng)
    orientation = np.unique(trials["orientation_deg"], return_inverse=True)[1]
    return rng.poisson(rates), orientation


# --- decoders -------------------------------------------------------------------


def root_shares(counts):
    """Return the square root of each neuron's share of the spikes of its trial.

    Dividing by the total removes a gain that all neurons share, and the square
    root makes the variance of a Poisson count nearly constant. In a trial
    without spikes all shares are 0.
    """
    total = counts.sum(axis=1, keepdims=True)
    return np.sqrt(counts / np.maximum(total, 1))


def decoders():
    """Return the decoders by name, none of them fitted."""
    logistic = LogisticRegression(max_iter=1000)
    return {
        "multinomial": MultinomialNB(),
        "SVC": make_pipeline(StandardScaler(), SVC()),
        "forest": RandomForestClassifier(random_state=0),
        "Gaussian": GaussianNB(),
        "logistic": make_pipeline(StandardScaler(), logistic),
        "3 PCs": make_pipeline(StandardScaler(), PCA(3, svd_solver="full"), logistic),
        "LDA, root shares": make_pipeline(
            FunctionTransformer(root_shares),
            LinearDiscriminantAnalysis(solver="lsqr", shrinkage="auto"),
        ),
    }


def session_accuracies(parameters, neurons, noise, decoder):
    """Cross-validate one decoder in every session.

    Parameters
    ----------
    parameters : dict
        ``PARAMETERS``.
    neurons : pandas.DataFrame
        The true neurons.
    noise : str
        A key of `NOISE`.
    decoder : estimator
        One of `decoders`.

    Returns
    -------
    ndarray, shape (N_SESSIONS,)
        Accuracy over the five folds of each session.
    """
    accuracies = []
    for session in range(N_SESSIONS):
        counts, orientation = draw_session(parameters, neurons, noise, session)
        folds = StratifiedKFold(5, shuffle=True, random_state=session)
        scores = cross_val_score(decoder, counts, orientation, cv=folds)
        accuracies.append(scores.mean())
    return np.array(accuracies)


def compare(parameters, neurons):
    """Cross-validate every decoder under every kind of noise.

    Parameters
    ----------
    parameters : dict
        ``PARAMETERS``.
    neurons : pandas.DataFrame
        The true neurons.

    Returns
    -------
    pandas.DataFrame
        Columns noise, decoder, accuracy (mean over sessions), sd (between
        sessions) and n_sessions.
    """
    rows = []
    for noise in NOISE:
        for name, decoder in decoders().items():
            found = session_accuracies(parameters, neurons, noise, decoder)
            rows.append((noise, name, found.mean(), found.std(ddof=1), len(found)))
    columns = ["noise", "decoder", "accuracy", "sd", "n_sessions"]
    return pd.DataFrame(rows, columns=columns).round({"accuracy": 4, "sd": 4})


if __name__ == "__main__":
    model = json.loads((TRUTH / "parameters.json").read_text(encoding="utf-8"))
    table = compare(model, pd.read_csv(TRUTH / "neurons.csv"))
    table.to_csv(TRUTH / "other_noise.csv", index=False, lineterminator="\n")
