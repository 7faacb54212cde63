"""simulate.py: the committed files are what it makes, and what the model says."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import simulate
from notebooks import ROOT
from scipy import stats
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LinearRegression, RidgeCV
from sklearn.metrics import adjusted_rand_score, silhouette_score
from sklearn.mixture import GaussianMixture
from sklearn.model_selection import KFold, StratifiedKFold, cross_val_score
from sklearn.naive_bayes import GaussianNB, MultinomialNB
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

DATA = ROOT / "data"
GRATINGS = simulate.PARAMETERS["gratings"]


def same(first, second):
    """Compare two data files: arrays by value, the others byte by byte."""
    if first.suffix != ".npz":
        return first.read_bytes() == second.read_bytes()
    with (
        np.load(first, allow_pickle=False) as a,
        np.load(second, allow_pickle=False) as b,
    ):
        return sorted(a) == sorted(b) and all(
            a[k].dtype == b[k].dtype and np.array_equal(a[k], b[k]) for k in a
        )


def made(out, seed=7):
    simulate.main(["--seed", str(seed), "--out", str(out)])
    return sorted(p.relative_to(out) for p in out.rglob("*") if p.is_file())


def test_committed_files_are_what_the_seed_gives(tmp_path):
    files = made(tmp_path / "again")
    assert Path("gratings.npz") in files
    differing = [f for f in files if not same(tmp_path / "again" / f, DATA / f)]
    assert not differing, f"run 'make data': {differing}"


def test_another_seed_gives_other_files(tmp_path):
    files = made(tmp_path / "other", seed=8)
    assert not any(same(tmp_path / "other" / f, DATA / f) for f in files)


def test_command_refuses_a_directory_it_did_not_make(tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")
    command = [sys.executable, DATA / "simulate.py", "--out", tmp_path]
    refused = subprocess.run(command, capture_output=True, text=True)
    assert refused.returncode and "nothing was written" in refused.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.txt"]
    subprocess.run([*command, "--force"], check=True, capture_output=True)
    subprocess.run(command, check=True, capture_output=True)  # now it is ours


@pytest.mark.parametrize("wrong", [["--seed", "-1"], ["--seed", "x"]])
def test_command_names_a_wrong_argument(wrong, tmp_path, capsys):
    with pytest.raises(SystemExit):
        simulate.main(["--out", str(tmp_path), *wrong])
    assert "--seed" in capsys.readouterr().err


def test_parameters_are_written_beside_the_truth():
    written = json.loads((DATA / "truth/parameters.json").read_text(encoding="utf-8"))
    assert written == {"seed": 7, **simulate.PARAMETERS}


def table(name, folder=DATA):
    return pd.read_csv(folder / name)


def test_trials_are_balanced_blocks():
    trials = table("trials.csv")
    conditions = trials.groupby(["orientation_deg", "contrast"]).size()
    assert len(trials) == 400 and (conditions == 25).all() and len(conditions) == 16
    for _, block in trials.groupby(trials["trial"] // 16):
        assert not block[["orientation_deg", "contrast"]].duplicated().any()


def test_hidden_variables_follow_the_model():
    trials, truth = table("trials.csv"), table("truth/trials.csv")
    log_gain, run = np.log(truth["gain"]), trials["running"]
    difference = log_gain[run == 1].mean() - log_gain[run == 0].mean()
    assert difference == pytest.approx(0.35, abs=0.08)
    residual = log_gain - 0.35 * (run - 0.5)
    assert stats.kstest(residual / 0.20, "norm").pvalue > 0.001
    error = truth["orientation_seen_deg"] - trials["orientation_deg"]
    assert stats.kstest(error / 5, "norm").pvalue > 0.001
    stay = (run.diff().dropna() == 0).mean()
    assert stay == pytest.approx(0.92, abs=0.045)
    assert ((trials["speed_cm_s"] > 0) == (run == 1)).all()


def test_neurons_follow_the_model():
    neurons = table("neurons.csv").merge(table("truth/neurons.csv"))
    assert neurons["cell_type"].value_counts().to_dict() == {"exc": 64, "PV": 16}
    assert "cell_type" not in table("neurons.csv")  # students must find it
    assert neurons["depth_um"].is_monotonic_increasing
    broad = neurons[neurons["cell_type"] == "exc"]
    assert (
        stats.kstest((broad["trough_to_peak_ms"] - 0.68) / 0.10, "norm").pvalue > 0.001
    )
    assert np.log(broad["amplitude_hz"] / 12).mean() == pytest.approx(0, abs=0.3)
    assert stats.kstest(broad["selectivity"], stats.beta(6, 2).cdf).pvalue > 0.001


def test_spikes_are_poisson_with_the_model_rate():
    with np.load(DATA / "spikes_time.npz") as file:
        spikes, t_s = file["spikes"], file["t_s"]
    trials, truth = table("trials.csv"), table("truth/trials.csv")
    mean = truth["gain"].to_numpy()[:, None, None] * simulate.expected_counts(
        simulate.PARAMETERS,
        table("truth/neurons.csv"),
        truth["orientation_seen_deg"],
        trials["contrast"],
    )
    for part in (t_s < 0, t_s > 0):
        expected, found = mean[:, :, part].sum(), spikes[:, :, part].sum()
        assert abs(found - expected) < 4 * np.sqrt(expected)
    counts = spikes[:, :, t_s > 0].sum(axis=2)
    assert (counts == table("counts.csv").drop(columns="trial")).all().all()
    expected = mean[:, :, t_s > 0].sum(axis=2)
    dispersion = ((counts - expected) ** 2 / expected).mean()
    assert dispersion == pytest.approx(1, abs=0.03)
    rates = table("neurons.csv")["mean_rate_hz"]
    np.testing.assert_allclose(rates, counts.mean(axis=0) / 0.6, atol=0.001)


def test_rates_have_rank_six_and_the_contrast_ratio_of_the_model():
    with np.load(DATA / "truth/rates.npz") as file:
        rates = file["rates_hz"]  # orientation x contrast x neuron x bin
    values = np.linalg.svd(rates.mean(axis=3).reshape(16, 80), compute_uv=False)
    assert (values > 1e-2).sum() == 6  # the file is rounded to .001 Hz
    base = rates[:, :, :, :1]
    low, high = (rates - base).sum(axis=3).transpose(1, 0, 2)
    np.testing.assert_allclose(low.sum() / high.sum(), 0.261 / 0.889, rtol=0.01)
    half = simulate.contrast_response(simulate.PARAMETERS["neurons"], [0.2])
    assert half == pytest.approx(0.5)


def test_tuning_has_the_half_width_of_the_design():
    neuron = pd.DataFrame({"preferred_deg": [30.0], "selectivity": [1.0]})
    height = simulate.tuning(
        simulate.PARAMETERS["neurons"], neuron, [30, 30 + 32.77, 210]
    )
    np.testing.assert_allclose(height[:, 0], [1, 0.5, 1], atol=1e-3)


def test_time_courses_start_at_the_latency_and_have_a_mean_of_one():
    time = simulate.PARAMETERS["time"]
    edges = simulate.bin_edges(time)
    for latency in time["latency_s"]:
        courses = simulate.time_courses(time, latency)
        assert abs(courses[:, edges[1:] <= latency + 1e-9]).max() < 1e-12
        np.testing.assert_allclose(courses.sum(axis=1) * time["bin_s"], 0.5)


def test_reaction_times_follow_the_drift():
    truth, trials = table("truth/trials.csv"), table("trials.csv")
    drift = truth["drift"]
    response = np.where(trials["contrast"] > 0.5, 0.88889, 0.26120)
    np.testing.assert_allclose(drift, 2 + 3.5 * truth["gain"] * response, rtol=1e-3)
    decision = trials["reaction_time_s"] - 0.18
    distribution = stats.invgauss(mu=1 / drift / 4, scale=4)  # shape 1 / 0.5^2
    assert stats.kstest(distribution.cdf(decision), "uniform").pvalue > 0.001


def test_waveforms_follow_the_templates():
    tetrode = simulate.PARAMETERS["tetrode"]
    with (
        np.load(DATA / "tetrode.npz") as file,
        np.load(DATA / "truth/tetrode.npz") as truth,
    ):
        waveforms, unit, templates = (
            file["waveforms"],
            truth["unit"],
            truth["templates"],
        )
    assert np.bincount(unit).tolist() == tetrode["n_spikes"]
    for index, template in enumerate(templates):
        mean = waveforms[unit == index].mean(axis=0)
        spread = np.sqrt((18**2 + (0.14 * template) ** 2) / (unit == index).sum())
        assert abs((mean - template) / spread).max() < 6
    before = waveforms[:, :, 0].std()
    assert before == pytest.approx(18, rel=0.1)


def test_later_days_drift_from_the_first():
    with np.load(DATA / "truth/later_days.npz") as file:
        hidden = {name: file[name] for name in file.files}
    for name, days in hidden.items():
        steps = np.diff(np.log([table("truth/neurons.csv")[name], *days]), axis=0)
        assert steps.shape == (4, 80)
        assert stats.kstest(steps.ravel() / 0.6 + 0.3, "norm").pvalue > 0.001
    with np.load(DATA / "later_days.npz") as file:
        days = {name: file[name] for name in file.files}
    assert days["counts"].shape == (4, 400, 80)
    for index, counts in enumerate(days["counts"]):
        truth = table("truth/neurons.csv").assign(
            **{name: values[index] for name, values in hidden.items()}
        )
        shown = [days[name][index] for name in ("orientation_deg", "contrast")]
        assert (pd.DataFrame(shown).T.value_counts() == 25).all()
        expected = simulate.expected_counts(simulate.PARAMETERS, truth, *shown)
        expected = expected[:, :, 8:].sum(axis=(0, 2))
        # the shared gain moves all neurons together; what is left is small
        ratio = counts.sum(axis=0) / expected
        assert np.average(ratio, weights=expected) == pytest.approx(1, abs=0.12)
        assert abs(np.log(ratio / np.median(ratio)))[expected > 400].max() < 0.25


def test_new_mouse_has_blocks_and_drifts_slowly():
    trials, counts, before = (
        table(f"new_mouse_{name}.csv") for name in ("trials", "counts", "before")
    )
    blocks = trials.groupby("block")
    assert (blocks.size() == 8).all() and (
        blocks["orientation_deg"].nunique() == 1
    ).all()
    assert (blocks["contrast"].sum().round(6) == 3.6).all()
    shown = blocks["orientation_deg"].first().value_counts().to_dict()
    assert shown == {90: 24, 50: 9, 70: 9, 110: 9, 130: 9}
    with np.load(DATA / "truth/new_mouse.npz") as file:
        log_slow = np.log(file["slow"])
    assert log_slow.shape == (480, 60) and counts.shape == (480, 61)
    assert log_slow.std() == pytest.approx(0.5, abs=0.03)
    correlation = [(log_slow[k:] * log_slow[:-k]).mean() for k in (30, 90)]
    assert correlation[0] / log_slow.var() == pytest.approx(np.exp(-1), abs=0.08)
    assert correlation[1] / log_slow.var() == pytest.approx(np.exp(-3), abs=0.08)
    # before the stimulus a neuron fires at its drifting baseline, times the gain
    base = table("truth/new_mouse_neurons.csv")["base_hz"].to_numpy()
    expected = 0.6 * base * np.exp(log_slow)
    mean = before.drop(columns="trial").to_numpy().sum() / expected.sum()
    assert mean == pytest.approx(1, abs=0.1)
    # the stimulus adds spikes
    spikes = [t.drop(columns="trial").to_numpy().sum() for t in (before, counts)]
    assert spikes[1] > 1.5 * spikes[0]


def test_receptive_field_responses_have_unit_variance():
    fields = simulate.PARAMETERS["receptive_fields"]
    with np.load(DATA / "truth/receptive_fields.npz") as file:
        filters = file["filters"]
    frames = simulate.draw_frames(fields, 10_000, np.random.default_rng(0))
    response = frames.reshape(10_000, -1) @ filters.reshape(12, -1).T
    np.testing.assert_allclose(
        response.std(axis=0), simulate.response_sd(fields, filters), rtol=0.04
    )
    with np.load(DATA / "receptive_fields.npz") as file:
        assert file["counts"].mean() == pytest.approx(0.9, abs=0.1)
        assert file["counts_val"].shape == (20, 200, 12)


HEADLINES = {  # of the syllabus: low, high
    "random forest": (0.58, 0.74),
    "MultinomialNB": (0.74, 0.86),
    "GaussianNB": (0.50, 0.65),
    "SVC": (0.60, 0.74),
    "MultinomialNB, bin at 112.5 ms": (0.34, 0.50),
    "reaction time from contrast": (0.34, 0.52),
    "reaction time from counts": (0.36, 0.56),
    "dimensions by parallel analysis": (3, 3),
    "PC1 with gain x contrast response": (0.95, 0.99),
    "tetrode, k by silhouette": (3, 4),
    "tetrode, k by BIC": (5, 5),
    "tetrode, ARI of the mixture": (0.97, 1.0),
    "receptive field, spike-triggered average": (0.64, 0.76),
    "receptive field, RidgeCV": (0.86, 0.94),
}


@pytest.fixture(scope="module", params=[7, 8, 9])
def experiment(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("data") / "made"
    made(folder, request.param)
    return folder


def check_bands(found):
    outside = {k: v for k, v in found.items() if not between(v, *HEADLINES[k])}
    assert not outside


def between(value, low, high):
    return low <= value <= high


@pytest.mark.thorough
def test_decoding_lies_in_its_bands(experiment):
    trials = table("trials.csv", experiment)
    counts = table("counts.csv", experiment).drop(columns="trial").to_numpy()
    with np.load(experiment / "spikes_time.npz") as file:
        one_bin = file["spikes"][:, :, np.argmin(abs(file["t_s"] - 0.1125))]
    orientation = trials["orientation_deg"].astype(str)
    time, contrast = trials["reaction_time_s"], trials[["contrast"]]
    by_class = StratifiedKFold(5, shuffle=True, random_state=0)
    folds = KFold(5, shuffle=True, random_state=0)
    ridge = make_pipeline(StandardScaler(), RidgeCV(np.logspace(1, 4, 10)))
    svc = make_pipeline(StandardScaler(), SVC())
    forest = RandomForestClassifier(random_state=0)
    scores = {
        "random forest": (forest, counts, orientation, by_class),
        "MultinomialNB": (MultinomialNB(), counts, orientation, by_class),
        "MultinomialNB, bin at 112.5 ms": (
            MultinomialNB(),
            one_bin,
            orientation,
            by_class,
        ),
        "GaussianNB": (GaussianNB(), counts, orientation, by_class),
        "SVC": (svc, counts, orientation, by_class),
        "reaction time from contrast": (LinearRegression(), contrast, time, folds),
        "reaction time from counts": (ridge, counts, time, folds),
    }
    check_bands(
        {
            k: cross_val_score(m, X, y, cv=cv).mean()
            for k, (m, X, y, cv) in scores.items()
        }
    )


@pytest.mark.thorough
def test_dimensions_lie_in_their_bands(experiment):
    counts = table("counts.csv", experiment).drop(columns="trial")
    Z = StandardScaler().fit_transform(counts)
    pca, rng = PCA().fit(Z), np.random.default_rng(0)
    shuffled = [
        PCA().fit(rng.permuted(Z, axis=0)).explained_variance_ for _ in range(20)
    ]
    edge = np.quantile(shuffled, 0.95, axis=0)
    contrast = table("trials.csv", experiment)["contrast"]
    response = simulate.contrast_response(simulate.PARAMETERS["neurons"], contrast)
    drive = table("truth/trials.csv", experiment)["gain"] * response
    r = np.corrcoef(pca.transform(Z)[:, 0], drive)[0, 1]
    check_bands(
        {
            "dimensions by parallel analysis": np.argmin(
                pca.explained_variance_ > edge
            ),
            "PC1 with gain x contrast response": abs(r),
        }
    )


@pytest.mark.thorough
def test_clusters_lie_in_their_bands(experiment):
    with np.load(experiment / "tetrode.npz") as file:
        waveforms = file["waveforms"].astype(float)
    with np.load(experiment / "truth/tetrode.npz") as file:
        unit = file["unit"]
    features = PCA(5).fit_transform(waveforms.reshape(len(unit), -1))
    silhouette, mixtures = {}, {}
    for k in range(2, 8):
        labels = KMeans(k, n_init=10, random_state=0).fit_predict(features)
        silhouette[k] = silhouette_score(features, labels)
        mixtures[k] = GaussianMixture(k, n_init=5, random_state=0).fit(features)
    best = min(mixtures, key=lambda k: mixtures[k].bic(features))
    check_bands(
        {
            "tetrode, k by silhouette": max(silhouette, key=silhouette.get),
            "tetrode, k by BIC": best,
            "tetrode, ARI of the mixture": adjusted_rand_score(
                unit, mixtures[best].predict(features)
            ),
        }
    )


@pytest.mark.thorough
def test_receptive_fields_lie_in_their_bands(experiment):
    with np.load(experiment / "receptive_fields.npz") as file:
        frames, counts = file["frames"].reshape(6000, -1), file["counts"].astype(float)
    with np.load(experiment / "truth/receptive_fields.npz") as file:
        filters = file["filters"].reshape(12, -1)
    average = (counts - counts.mean(axis=0)).T @ frames
    ridge = RidgeCV(np.logspace(1, 5, 9)).fit(frames.astype(float), counts)

    def mean_correlation(found):
        return np.mean([np.corrcoef(a, b)[0, 1] for a, b in zip(found, filters)])

    check_bands(
        {
            "receptive field, spike-triggered average": mean_correlation(average),
            "receptive field, RidgeCV": mean_correlation(ridge.coef_),
        }
    )


def test_a_band_refuses_a_value_outside():
    with pytest.raises(AssertionError):
        check_bands({"SVC": 0.9})


def test_gratings_follow_the_model():
    with np.load(DATA / "gratings.npz") as file:
        images = file["images"] / GRATINGS["steps_per_unit"]
        vertical = file["orientation_deg"] == 90
    assert images.shape == (1200, 12, 12) and vertical.sum() == 600
    # a vertical grating is constant along y, so columns share its contrast:
    # the mean over a column has variance amplitude^2 / 2 + noise^2 / 12
    signal, noise = GRATINGS["amplitude"] ** 2 / 2, GRATINGS["noise_sd"] ** 2 / 12
    for chosen, along, across in [(vertical, 1, 2), (~vertical, 2, 1)]:
        assert images[chosen].mean(axis=along).var() == pytest.approx(
            signal + noise, rel=0.05
        )
        assert images[chosen].mean(axis=across).var() == pytest.approx(noise, rel=0.15)
    assert abs(images.mean(axis=0)).max() < 4.5 * 1.56 / np.sqrt(1200)
    # the wavelength: at random phase, pixels d apart correlate as cos(2 pi d / 5)
    for lag in (1, 2, 5):
        pairs = (images[vertical][:, :, :-lag] * images[vertical][:, :, lag:]).mean()
        assert pairs == pytest.approx(signal * np.cos(2 * np.pi * lag / 5), abs=0.03)
