# %% q1 right
heights = np.ptp(waveforms, axis=-1).astype("float32")
# %% q1 right
heights = pd.DataFrame({channel: waveforms[:, channel].max(axis=1)
                        - waveforms[:, channel].min(axis=1) for channel in range(4)})
# %% q1 wrong: you compared the channels
heights = waveforms.max(axis=1) - waveforms.min(axis=1)
# %% q1 wrong: one value a spike
heights = np.ptp(waveforms, axis=(1, 2))
# %% q1 wrong: one value a channel
mean_spike = waveforms.mean(axis=0)
heights = mean_spike.max(axis=1) - mean_spike.min(axis=1)
# %% q1 wrong: heights are negative on average
heights = waveforms.min(axis=2) - waveforms.max(axis=2)
# %% q1 wrong: this is the depth of the trough
heights = -waveforms.min(axis=2)
# %% q1 wrong: the trough is missing
heights = waveforms.max(axis=2)
# %% q1 wrong: the largest mean is below 1
heights = np.ptp(waveforms, axis=2) / 1000
# %% q1 wrong: the largest and the smallest voltage of each
heights = np.abs(waveforms).max(axis=2)
# %% q2 right
mixture = GaussianMixture(4, n_init=10, random_state=3).fit(depths.astype("float32"))
# %% q2 right
bic = {}
for k in range(1, 9):
    fit = GaussianMixture(k, covariance_type="full", n_init=5, random_state=0)
    bic[k] = fit.fit(depths).bic(depths)
mixture = GaussianMixture(min(bic, key=bic.get), n_init=5, random_state=0).fit(
    pd.DataFrame(depths).to_numpy())
# %% q2 wrong: 1 cluster has the largest BIC
fits = [GaussianMixture(k, random_state=0).fit(depths) for k in range(1, 9)]
mixture = max(fits, key=lambda fit: fit.bic(depths))
# %% q2 wrong: 8 clusters have the largest likelihood
fits = [GaussianMixture(k, n_init=5, random_state=0).fit(depths) for k in range(1, 9)]
mixture = max(fits, key=lambda fit: fit.score(depths))
# %% q2 wrong: with one, a fit may end at a poor solution
fits = [GaussianMixture(k, random_state=0).fit(depths) for k in range(1, 9)]
mixture = min(fits, key=lambda fit: fit.bic(depths))
# %% q2 wrong: mixture is a int
bic = [GaussianMixture(k, random_state=0).fit(depths).bic(depths) for k in range(1, 9)]
mixture = 1 + int(np.argmin(bic))
# %% q2 wrong: the covariance type is tied
mixture = GaussianMixture(8, covariance_type="tied", random_state=0).fit(depths)
# %% q2 wrong: the mixture has not been fitted
mixture = GaussianMixture(4, n_init=5, random_state=0)
# %% q2 wrong: the features were standardized
from sklearn.preprocessing import StandardScaler

mixture = GaussianMixture(4, n_init=5, random_state=0).fit(
    StandardScaler().fit_transform(depths))
# %% q2 wrong: was it fitted to other features
mixture = GaussianMixture(4, n_init=5, random_state=0).fit(np.ptp(waveforms, axis=2))
# %% q2 wrong: it was fitted to 1 features
mixture = GaussianMixture(2, n_init=5, random_state=0).fit(depths[:, :1])
# %% q3 right
def label_certain(model, features, least):
    certain = model.predict_proba(features).max(axis=1) >= least
    return np.where(certain, model.predict(features), -1).astype(float)
# %% q3 right
def label_certain(model, features, least):
    return [int(np.argmax(row)) if max(row) >= least else -1
            for row in model.predict_proba(features)]
# %% q3 right
def label_certain(model, features, least):
    labels = pd.Series(model.predict(features))
    return labels.mask(model.predict_proba(features).max(axis=1) < least, -1)
# %% q3 wrong: the certain samples got -1
def label_certain(model, features, least):
    certain = model.predict_proba(features).max(axis=1) >= least
    return np.where(certain, -1, model.predict(features))
# %% q3 wrong: one label a cluster
def label_certain(model, features, least):
    probability = model.predict_proba(features)
    return np.where(probability.max(axis=0) < least, -1, probability.argmax(axis=0))
# %% q3 wrong: keep all, with -1
def label_certain(model, features, least):
    certain = model.predict_proba(features).max(axis=1) >= least
    return model.predict(features)[certain]
# %% q3 wrong: use the argument
def label_certain(model, features, least):
    certain = model.predict_proba(features).max(axis=1) >= 0.95
    return np.where(certain, model.predict(features), -1)
# %% q3 wrong: does the function use its arguments
def label_certain(model, features, least):
    certain = site_model.predict_proba(one_site).max(axis=1) >= least
    return np.where(certain, site_model.predict(one_site), -1)
# %% q3 wrong: no sample got -1
def label_certain(model, features, least):
    return model.predict(features)
# %% q3 wrong: labels are 0, 1, … or -1
def label_certain(model, features, least):
    highest = model.predict_proba(features).max(axis=1)
    return np.where(highest < least, -1, highest)
# %% q3 wrong: not the first
def label_certain(model, features, least):
    certain = model.predict_proba(features)[:, 0] >= least
    return np.where(certain, model.predict(features), -1)
# %% q3 wrong: compare the largest of predict_proba
def label_certain(model, features, least):
    density = np.exp(model.score_samples(features))
    return np.where(density < 1 - least, -1, model.predict(features))
# %% q3 wrong: than their most probable cluster
def label_certain(model, features, least):
    probability = model.predict_proba(features)
    return np.where(probability.max(axis=1) < least, -1, probability.argmin(axis=1))
# %% q4 right
merged, widths_ms = (2, 1), np.array([10, 21], dtype="float32") / 30
# %% q4 right
table = pd.crosstab(true_units, clusters)
merged = table.index[table.idxmax(axis=1).duplicated(keep=False)].to_numpy()
widths_ms = pd.Series([
    t_ms[waveforms[true_units == unit].mean(axis=0)[1].argmax()] for unit in merged])
# %% q4 wrong: are in different clusters
merged, widths_ms = [0, 1], [0.6, 0.7]
# %% q4 wrong: are they samples
merged, widths_ms = [1, 2], [21, 10]
# %% q4 wrong: are they in seconds
merged, widths_ms = [1, 2], [0.0007, 0.00033]
# %% q4 wrong: the two times are exchanged
merged, widths_ms = [2, 1], [0.7, 0.3333]
# %% q4 wrong: numbered 0 to 4
merged, widths_ms = [320, 240], [0.7, 0.3333]
# %% q4 wrong: both times are equal
cluster = clusters[np.flatnonzero(true_units == 1)[0]]
mean_spike = waveforms[clusters == cluster].mean(axis=0)[1]
merged, widths_ms = [1, 2], [t_ms[mean_spike.argmax()]] * 2
# %% q4 wrong: average the spikes of a unit first
merged = [1, 2]
widths_ms = [t_ms[waveforms[true_units == unit][0, 1].argmax()] for unit in merged]
# %% q4 wrong: the peak is later
merged, widths_ms = [1, 2], [-0.7, -0.3333]
# %% q4 wrong: must hold two numbers each
merged, widths_ms = [1, 2], 0.7
# %% q5 right
rng = np.random.default_rng(4)
null = []
for _ in range(50):
    null.append(best_silhouette(
        169 + (848 - 169) * rng.random(80)))
share = sum(score >= observed for score in null) / 50
# %% q5 right
sets = np.random.default_rng(5).uniform(169, 848, (50, 80))
null = pd.DataFrame(sets).apply(best_silhouette, axis=1)
share = (null >= observed).mean()
# %% q5 wrong: the same depths, in another order
rng = np.random.default_rng(0)
null = np.array([best_silhouette(rng.permutation(neuron_depths)) for _ in range(50)])
share = np.mean(null >= observed)
# %% q5 wrong: each needs new random depths
null = [best_silhouette(np.random.default_rng(0).uniform(169, 848, 80))
        for _ in range(50)]
share = np.mean(np.array(null) >= observed)
# %% q5 wrong: too many depths are near the middle
rng = np.random.default_rng(0)
null = np.array([best_silhouette(rng.normal(
    neuron_depths.mean(), neuron_depths.std(), 80)) for _ in range(50)])
share = np.mean(null >= observed)
# %% q5 wrong: less than the data
rng = np.random.default_rng(0)
null = np.array([best_silhouette(rng.uniform(169, 848, 80)) for _ in range(50)])
share = np.mean(null < observed)
# %% q5 wrong: it lies between 0 and 1
rng = np.random.default_rng(0)
null = np.array([best_silhouette(rng.uniform(169, 848, 80)) for _ in range(50)])
share = np.sum(null >= observed)
# %% q5 wrong: the shape of null is (80,)
rng = np.random.default_rng(0)
null = np.array([best_silhouette(rng.uniform(169, 848, 50)) for _ in range(80)])
share = np.mean(null >= observed)
# %% q5 wrong: null is a float
null = best_silhouette(np.random.default_rng(0).uniform(169, 848, 80))
share = float(null >= observed)
# %% q5 wrong: are they depths
null = np.random.default_rng(0).uniform(169, 848, 50)
share = np.mean(null >= observed)
