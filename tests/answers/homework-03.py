# %% q1 right
def peak_to_peak(waveforms):
    return waveforms.max(axis=2) - waveforms.min(axis=2)
# %% q1 right
def peak_to_peak(waveforms):
    return np.ptp(waveforms.astype(float), axis=-1)
# %% q1 right
def peak_to_peak(waveforms):
    heights = []
    for spike in waveforms:
        row = []
        for site in spike:
            row.append(float(max(site)) - float(min(site)))
        heights.append(row)
    return np.array(heights)
# %% q1 right
def peak_to_peak(waveforms: np.ndarray) -> np.ndarray:
    ordered = np.sort(waveforms, axis=2).astype(np.float32)
    print(ordered.shape)
    return ordered[:, :, -1] - ordered[:, :, 0]
# %% q1 right
def peak_to_peak(waveforms):
    a, b, c = waveforms.shape
    table = pd.DataFrame(waveforms.reshape(a * b, c).astype(float))
    return (table.max(axis=1) - table.min(axis=1)).to_numpy().reshape(a, b)
# %% q1 right
import functools

peak_to_peak = functools.partial(np.apply_along_axis,
                                 lambda v: float(max(v)) - float(min(v)), 2)
# %% q1 wrong: you compared the sites, and got one number per voltage; compare the
# across sites
def peak_to_peak(waveforms):
    return waveforms.max(axis=1) - waveforms.min(axis=1)
# %% q1 wrong: there is one number per spike; each site needs its own
# one height per spike
def peak_to_peak(waveforms):
    return waveforms.max(axis=(1, 2)) - waveforms.min(axis=(1, 2))
# %% q1 wrong: peak_to_peak(...) raised IndexError: index
# the size of this recording
def peak_to_peak(waveforms):
    heights = np.zeros((n_spikes, n_sites))
    for i in range(n_spikes):
        for j in range(n_sites):
            heights[i, j] = waveforms[i, j].max() - waveforms[i, j].min()
    return heights
# %% q1 wrong: measure from the lowest to the highest voltage
# the largest absolute voltage
def peak_to_peak(waveforms):
    return np.abs(waveforms).max(axis=2)
# %% q1 wrong: this is the trough alone; the peak is missing
# the depth of the trough
def peak_to_peak(waveforms):
    return -waveforms.min(axis=2)
# %% q1 wrong: the heights are negative; subtract the smallest from the largest
# smallest minus largest
def peak_to_peak(waveforms):
    return waveforms.min(axis=2) - waveforms.max(axis=2)
# %% q1 wrong: the shape is
# uses the global array
def peak_to_peak(spikes):
    return waveforms.max(axis=2) - waveforms.min(axis=2)
# %% q1 wrong: spikes are rows, and sites are columns
# sites × spikes
def peak_to_peak(waveforms):
    return np.array([np.ptp(waveforms[:, site], axis=1)
                     for site in range(waveforms.shape[1])])
# %% q1 wrong: peak_to_peak(...) returns nothing; add a return
# no return
def peak_to_peak(waveforms):
    heights = waveforms.max(axis=2) - waveforms.min(axis=2)
    print(heights)
# %% q1 wrong: peak_to_peak changes the data that it gets; work on a copy
# sorts the array in place
def peak_to_peak(waveforms):
    waveforms.sort(axis=2)
    return waveforms[:, :, -1] - waveforms[:, :, 0]
# %% q1 wrong: this is not it yet: take the largest and the smallest voltage of each
# the trough is always taken at index 12
def peak_to_peak(waveforms):
    return waveforms.max(axis=2) - waveforms[:, :, 12]
# %% q1 wrong: this is not it yet: take the largest and the smallest voltage of each
# only looks for a peak after the trough
def peak_to_peak(waveforms):
    heights = np.zeros(waveforms.shape[:2])
    for i, spike in enumerate(waveforms):
        for j, v in enumerate(spike):
            trough = v.argmin()
            heights[i, j] = v[trough:].max() - v[trough]
    return heights
# %% q1 wrong: this is the peak alone; the trough is missing
# starts from 0 volts
def peak_to_peak(waveforms):
    a, b, c = waveforms.shape
    largest, smallest = np.zeros((a, b)), np.zeros((a, b))
    for i in range(c):
        largest = np.maximum(largest, waveforms[:, :, i])
        smallest = np.minimum(smallest, waveforms[:, :, i])
    return largest - smallest
# %% q1 wrong: this is not it yet: take the largest and the smallest voltage of each
# indices instead of voltages
def peak_to_peak(waveforms):
    return waveforms.argmax(axis=2) - waveforms.argmin(axis=2)
# %% q2 right
def choose_mixture(features):
    models = [GaussianMixture(k, n_init=5, random_state=0).fit(features)
              for k in range(1, 9)]
    return min(models, key=lambda model: model.bic(features))
# %% q2 right
def choose_mixture(features):
    best, best_bic = None, np.inf
    for k in range(1, 9):
        model = GaussianMixture(n_components=k, covariance_type="full",
                                n_init=5, random_state=0)
        model.fit(features)
        bic = model.bic(features)
        print(k, round(bic))
        if bic < best_bic:
            best, best_bic = model, bic
    return best
# %% q2 right
def choose_mixture(features) -> GaussianMixture:
    bics = pd.Series({
        k: GaussianMixture(k, n_init=5, random_state=0).fit(
            features).bic(features) for k in np.arange(1, 9)})
    k = int(bics.idxmin())
    return GaussianMixture(k, n_init=5, random_state=0).fit(features)
# %% q2 right
def choose_mixture(features):
    features = np.asarray(features)
    n, d = features.shape
    models, bics = {}, {}
    for k in [1, 2, 3, 4, 5, 6, 7, 8]:
        models[k] = GaussianMixture(k, n_init=5, random_state=0)
        models[k].fit(features)
        n_parameters = k * d + k * d * (d + 1) / 2 + k - 1
        log_likelihood = models[k].score_samples(features).sum()
        bics[k] = n_parameters * np.log(n) - 2 * log_likelihood
    return models[min(bics, key=bics.get)]
# %% q2 right
from sklearn.model_selection import GridSearchCV

def choose_mixture(features):
    everything = np.arange(len(features))
    search = GridSearchCV(
        GaussianMixture(n_init=5, random_state=0),
        {"n_components": list(range(1, 9))},
        scoring=lambda model, x, y=None: -model.bic(x),
        cv=[(everything, everything)])
    return search.fit(features).best_estimator_
# %% q2 right
import warnings
from sklearn.base import clone

def choose_mixture(features):
    base = GaussianMixture(n_init=5, random_state=0)
    models = []
    for k in range(8):
        models.append(clone(base).set_params(n_components=k + 1))
        models[-1].fit(features)
    bics = np.array([model.bic(features) for model in models])
    if bics.argmin() == 7:
        warnings.warn("the best BIC is at the edge")
    return models[bics.argmin()]
# %% q2 wrong: cluster; the smallest BIC is best
# the largest BIC
def choose_mixture(features):
    models = [GaussianMixture(k, n_init=5, random_state=0).fit(features)
              for k in range(1, 9)]
    return max(models, key=lambda model: model.bic(features))
# %% q2 wrong: clusters, but the BIC is smaller for another number; compare
# AIC
def choose_mixture(features):
    models = [GaussianMixture(k, n_init=5, random_state=0).fit(features)
              for k in range(1, 9)]
    return min(models, key=lambda model: model.aic(features))
# %% q2 wrong: clusters, but the BIC is smaller for another number; compare
# stops at 7 clusters
def choose_mixture(features):
    models = [GaussianMixture(k, n_init=5, random_state=0).fit(features)
              for k in range(1, 8)]
    return min(models, key=lambda model: model.bic(features))
# %% q2 wrong: for made-up data, a single cloud, the function chose
# starts at 2 clusters
def choose_mixture(features):
    models = [GaussianMixture(k, n_init=5, random_state=0).fit(features)
              for k in range(2, 9)]
    return min(models, key=lambda model: model.bic(features))
# %% q2 wrong: your function returned a int; it must return the GaussianMixture
# returns the number of clusters
def choose_mixture(features):
    bics = [GaussianMixture(k, n_init=5, random_state=0).fit(
        features).bic(features) for k in range(1, 9)]
    return int(np.argmin(bics)) + 1
# %% q2 wrong: the covariance type is diag; it must be full
# clusters of diagonal shape
def choose_mixture(features):
    models = [GaussianMixture(k, covariance_type="diag", n_init=5,
                              random_state=0).fit(features)
              for k in range(1, 9)]
    return min(models, key=lambda model: model.bic(features))
# %% q2 wrong: clusters, but the BIC is smaller for another number; compare
# forgets n_init
def choose_mixture(features):
    models = [GaussianMixture(k, random_state=0).fit(features)
              for k in range(1, 9)]
    return min(models, key=lambda model: model.bic(features))
# %% q2 wrong: the features were standardized; take them as they are
# standardizes the features
def choose_mixture(features):
    from sklearn.preprocessing import StandardScaler
    z = StandardScaler().fit_transform(features)
    models = [GaussianMixture(k, n_init=5, random_state=0).fit(z)
              for k in range(1, 9)]
    return min(models, key=lambda model: model.bic(z))
# %% q2 wrong: features, but made-up data has
# uses the global depths
def choose_mixture(features):
    models = [GaussianMixture(k, n_init=5, random_state=0).fit(depths)
              for k in range(1, 9)]
    return min(models, key=lambda model: model.bic(depths))
# %% q2 wrong: for made-up data, a single cloud, the function chose
# hard-coded number of clusters
def choose_mixture(features):
    return GaussianMixture(4, n_init=5, random_state=0).fit(features)
# %% q2 wrong: clusters; the likelihood and the largest BIC prefer many, but the
# fits one and the same object again
def choose_mixture(features):
    model = GaussianMixture(n_init=5, random_state=0)
    best, best_bic = None, np.inf
    for k in range(1, 9):
        model.set_params(n_components=k)
        model.fit(features)
        if model.bic(features) < best_bic:
            best, best_bic = model, model.bic(features)
    return best
# %% q2 wrong: the mixture has not been fitted
# not fitted
def choose_mixture(features):
    bics = [GaussianMixture(k, n_init=5, random_state=0).fit(
        features).bic(features) for k in range(1, 9)]
    k = int(np.argmin(bics)) + 1
    return GaussianMixture(k, n_init=5, random_state=0)
# %% q2 wrong: clusters, but the BIC is smaller for another number; compare
# BIC of held-out folds
def choose_mixture(features):
    from sklearn.model_selection import GridSearchCV
    search = GridSearchCV(
        GaussianMixture(n_init=5, random_state=0),
        {"n_components": list(range(1, 9))},
        scoring=lambda model, x, y=None: -model.bic(x))
    return search.fit(features).best_estimator_
# %% q2 wrong: clusters, but the BIC is smaller for another number; compare
# stops at the first BIC that is worse
def choose_mixture(features):
    best = GaussianMixture(1, n_init=5, random_state=0).fit(features)
    for k in range(2, 9):
        model = GaussianMixture(k, n_init=5, random_state=0).fit(features)
        if model.bic(features) >= best.bic(features):
            break
        best = model
    return best
# %% q3 right
def label_certain(model, features, least):
    p = model.predict_proba(features)
    labels = p.argmax(axis=1)
    labels[p.max(axis=1) < least] = -1
    return labels
# %% q3 right
label_certain = lambda model, features, least: np.where(
    model.predict_proba(features).max(axis=1) >= least,
    model.predict(features), -1)
# %% q3 right
def label_certain(model, features, least):
    labels = []
    for probabilities in model.predict_proba(features):
        best = 0
        for k, p in enumerate(probabilities):
            if p > probabilities[best]:
                best = k
        labels.append(best if probabilities[best] >= least else -1)
    return labels
# %% q3 right
def label_certain(model: GaussianMixture, features: np.ndarray,
                  least: float) -> pd.Series:
    p = pd.DataFrame(model.predict_proba(features))
    labels = p.idxmax(axis="columns")
    return labels.mask(p.max(axis="columns") < least, -1)
# %% q3 right
import warnings

def label_certain(model, features, least):
    labels = model.predict(features).copy()
    p = model.predict_proba(features)
    own = p[np.arange(len(labels)), labels]
    uncertain = own < least
    if uncertain.any():
        warnings.warn(f"{uncertain.sum()} spikes are uncertain")
    labels[uncertain] = -1
    return labels.astype(float)
# %% q3 right
def label_certain(model, features, least):
    p = model.predict_proba(features)
    print(p.shape)
    order = np.argsort(p, axis=1)
    last = order[:, [-1]]
    certain = ~(np.take_along_axis(p, last, axis=1) < least)
    return ((last + 1) * certain - 1)[:, 0]
# %% q3 wrong: a probability that is equal to least is not below it
# a probability equal to least gets no label
def label_certain(model, features, least):
    p = model.predict_proba(features)
    return np.where(p.max(axis=1) > least, p.argmax(axis=1), -1)
# %% q3 wrong: your function fits the model again; use it as it is
# fits the model again
def label_certain(model, features, least):
    model.fit(features)
    p = model.predict_proba(features)
    return np.where(p.max(axis=1) >= least, p.argmax(axis=1), -1)
# %% q3 wrong: your function fits the model again; use it as it is
# labels from a new fit
def label_certain(model, features, least):
    p = model.predict_proba(features)
    labels = model.fit_predict(features)
    labels[p.max(axis=1) < least] = -1
    return labels
# %% q3 wrong: label_certain(...) raised ValueError: X has
# uses the global depths
def label_certain(model, features, least):
    p = model.predict_proba(depths)
    return np.where(p.max(axis=1) >= least, p.argmax(axis=1), -1)
# %% q3 wrong: whatever least is; use the argument
# hard-coded 0.95
def label_certain(model, features, least):
    p = model.predict_proba(features)
    return np.where(p.max(axis=1) >= 0.95, p.argmax(axis=1), -1)
# %% q3 wrong: there is one label per cluster; compare the probabilities of each
# wrong axis
def label_certain(model, features, least):
    p = model.predict_proba(features)
    return np.where(p.max(axis=0) >= least, p.argmax(axis=0), -1)
# %% q3 wrong: samples; keep all samples, with -
# leaves the uncertain samples out of the result
def label_certain(model, features, least):
    p = model.predict_proba(features)
    return p.argmax(axis=1)[p.max(axis=1) >= least]
# %% q3 wrong: samples; compare the largest probability of each sample with least
# no sample may have a small probability for any cluster
def label_certain(model, features, least):
    p = model.predict_proba(features)
    labels = p.argmax(axis=1)
    labels[(p < least).any(axis=1)] = -1
    return labels
# %% q3 wrong: and the uncertain ones got a label
# labels only the uncertain samples
def label_certain(model, features, least):
    p = model.predict_proba(features)
    labels = p.argmax(axis=1)
    labels[p.max(axis=1) >= least] = -1
    return labels
# %% q3 wrong: although some lie between the clusters
# ignores least
def label_certain(model, features, least):
    return model.predict(features)
# %% q3 wrong: label_certain(...) raised AttributeError
# a mixture has no labels_
def label_certain(model, features, least):
    labels = model.labels_.copy()
    labels[model.predict_proba(features).max(axis=1) < least] = -1
    return labels
# %% q3 wrong: samples; compare the largest probability of each sample with least
# density instead of probability
def label_certain(model, features, least):
    density = np.exp(model.score_samples(features))
    return np.where(density >= least, model.predict(features), -1)
# %% q3 wrong: samples; compare the largest probability of each sample with least
# distance between the two best clusters
def label_certain(model, features, least):
    p = model.predict_proba(features)
    ordered = np.sort(p, axis=1)
    margin = ordered[:, -1] - ordered[:, -2]
    return np.where(margin >= least, p.argmax(axis=1), -1)
# %% q3 wrong: samples; compare the largest probability of each sample with least
# makes all clusters equally frequent
def label_certain(model, features, least):
    from copy import deepcopy
    even = deepcopy(model)
    even.weights_ = np.full(len(model.weights_), 1 / len(model.weights_))
    p = even.predict_proba(features)
    return np.where(p.max(axis=1) >= least, p.argmax(axis=1), -1)
# %% q4 right
def trough_to_peak(spikes, t_ms):
    mean = spikes.mean(axis=0)
    wave = mean[mean.min(axis=1).argmin()]
    trough = wave.argmin()
    peak = trough + wave[trough:].argmax()
    return t_ms[peak] - t_ms[trough]
# %% q4 right
def trough_to_peak(spikes, t_ms):
    mean = np.mean(spikes, axis=0)
    site, trough = np.unravel_index(np.argmin(mean), mean.shape)
    print("site", site)
    later = mean[site, trough + 1:]
    return float(t_ms[trough + 1:][later.argmax()] - t_ms[trough])
# %% q4 right
def trough_to_peak(spikes: np.ndarray, t_ms: np.ndarray) -> float:
    mean = pd.DataFrame(spikes.mean(axis=0).T, index=t_ms)
    wave = mean[mean.min().idxmin()]
    start = wave.idxmin()
    return wave[wave.index > start].idxmax() - start
# %% q4 right
def trough_to_peak(spikes, t_ms):
    n, n_sites, n_times = spikes.shape
    mean = [[sum(float(v) for v in spikes[:, s, i]) / n
             for i in range(n_times)] for s in range(n_sites)]
    site = min(range(n_sites), key=lambda s: min(mean[s]))
    trough = mean[site].index(min(mean[site]))
    peak = trough + 1
    for i in range(trough + 1, n_times):
        if mean[site][i] > mean[site][peak]:
            peak = i
    return t_ms[peak] - t_ms[trough]
# %% q4 right
def trough_to_peak(spikes, t_ms):
    total = np.asarray(spikes, dtype=float).sum(0)
    deepest_site = np.argsort(total.min(-1))[0]
    wave = total[deepest_site].copy()
    t_trough = t_ms[wave.argmin()]
    wave[t_ms <= t_trough] = -np.inf
    return np.float32(t_ms[wave.argmax()] - t_trough)
# %% q4 right
def trough_to_peak(spikes, t_ms):
    mean = np.einsum("sij->ij", spikes.astype(float)) / len(spikes)
    depth = -np.inf
    for wave in mean:
        if -wave.min() > depth:
            depth = -wave.min()
            trough = int(wave.argmin())
            chosen = wave
    candidates = [(v, -t) for v, t in zip(chosen[trough + 1:],
                                          t_ms[trough + 1:])]
    return -max(candidates)[1] - t_ms[trough]
# %% q4 wrong: this is a number of samples; use t_ms to get milliseconds
# in samples
def trough_to_peak(spikes, t_ms):
    mean = spikes.mean(axis=0)
    wave = mean[mean.min(axis=1).argmin()]
    trough = wave.argmin()
    return wave[trough:].argmax()
# %% q4 wrong: the peak that you found comes before the trough; look only at later
# the peak may come before the trough
def trough_to_peak(spikes, t_ms):
    mean = spikes.mean(axis=0)
    wave = mean[mean.min(axis=1).argmin()]
    return t_ms[wave.argmax()] - t_ms[wave.argmin()]
# %% q4 wrong: ms; the peak comes after the trough
# forgets that the index starts at the trough
def trough_to_peak(spikes, t_ms):
    mean = spikes.mean(axis=0)
    wave = mean[mean.min(axis=1).argmin()]
    trough = wave.argmin()
    peak = wave[trough:].argmax()
    return t_ms[peak] - t_ms[trough]
# %% q4 wrong: ms, which is not it yet; do you average the spikes, take the deepest
# always the first site
def trough_to_peak(spikes, t_ms):
    wave = spikes.mean(axis=0)[0]
    trough = wave.argmin()
    peak = trough + wave[trough:].argmax()
    return t_ms[peak] - t_ms[trough]
# %% q4 wrong: ms, which is not it yet; do you average the spikes, take the deepest
# averages the sites
def trough_to_peak(spikes, t_ms):
    wave = spikes.mean(axis=(0, 1))
    trough = wave.argmin()
    peak = trough + wave[trough:].argmax()
    return t_ms[peak] - t_ms[trough]
# %% q4 wrong: you measured single spikes, and averaged the times; average the
# averages the times instead of the spikes
def trough_to_peak(spikes, t_ms):
    times = []
    for spike in spikes:
        wave = spike[spike.min(axis=1).argmin()]
        trough = wave.argmin()
        times.append(t_ms[trough + wave[trough:].argmax()] - t_ms[trough])
    return np.mean(times)
# %% q4 wrong: this is in seconds, not in ms
# in seconds
def trough_to_peak(spikes, t_ms):
    mean = spikes.mean(axis=0)
    wave = mean[mean.min(axis=1).argmin()]
    trough = wave.argmin()
    peak = trough + wave[trough:].argmax()
    return (t_ms[peak] - t_ms[trough]) / 1000
# %% q4 wrong: ms, which is not it yet; do you average the spikes, take the deepest
# assumes the trough at time 0
def trough_to_peak(spikes, t_ms):
    mean = spikes.mean(axis=0)
    zero = np.abs(t_ms).argmin()
    wave = mean[mean[:, zero].argmin()]
    return t_ms[zero + wave[zero:].argmax()] - t_ms[zero]
# %% q4 wrong: measure from the trough, which need not be at
# returns the time of the peak
def trough_to_peak(spikes, t_ms):
    mean = spikes.mean(axis=0)
    wave = mean[mean.min(axis=1).argmin()]
    trough = wave.argmin()
    return t_ms[trough + wave[trough:].argmax()]
# %% q4 wrong: ms, which is not it yet; do you average the spikes, take the deepest
# hard-coded sampling rate
def trough_to_peak(spikes, t_ms):
    mean = spikes.mean(axis=0)
    wave = mean[mean.min(axis=1).argmin()]
    trough = wave.argmin()
    return wave[trough:].argmax() / 30
# %% q4 wrong: ms, which is not it yet; do you average the spikes, take the deepest
# uses the global times
def trough_to_peak(spikes, times):
    mean = spikes.mean(axis=0)
    wave = mean[mean.min(axis=1).argmin()]
    trough = wave.argmin()
    return t_ms[trough + wave[trough:].argmax()] - t_ms[trough]
# %% q4 wrong: ms, which is not it yet; do you average the spikes, take the deepest
# the site with the largest height
def trough_to_peak(spikes, t_ms):
    mean = spikes.mean(axis=0)
    wave = mean[np.ptp(mean, axis=1).argmax()]
    trough = wave.argmin()
    return t_ms[trough + wave[trough:].argmax()] - t_ms[trough]
# %% q4 wrong: measure from the trough, which need not be at
# median instead of mean
def trough_to_peak(spikes, t_ms):
    typical = np.median(spikes, axis=0)
    wave = typical[typical.min(axis=1).argmin()]
    trough = wave.argmin()
    return t_ms[trough + wave[trough:].argmax()] - t_ms[trough]
# %% q4 wrong: ms, which is not it yet; do you average the spikes, take the deepest
# the first local maximum instead of the largest voltage
def trough_to_peak(spikes, t_ms):
    mean = spikes.mean(axis=0)
    wave = mean[mean.min(axis=1).argmin()]
    trough = peak = wave.argmin()
    while peak + 1 < len(wave) and wave[peak + 1] > wave[peak]:
        peak += 1
    return t_ms[peak] - t_ms[trough]
# %% q5 right
def share_without_layers(depths, n_sets, rng):
    score = best_silhouette(depths)
    scores = [best_silhouette(rng.uniform(depths.min(), depths.max(),
                                          size=len(depths)))
              for _ in range(n_sets)]
    return np.mean(np.array(scores) >= score)
# %% q5 right
def share_without_layers(depths, n_sets, rng):
    lowest, highest = min(depths), max(depths)
    real = best_silhouette(depths)
    n = 0
    for i in range(n_sets):
        random_set = lowest + (highest - lowest) * rng.random(len(depths))
        if best_silhouette(random_set) >= real:
            n += 1
    print(f"{n} of {n_sets} sets")
    return n / n_sets
# %% q5 right
def share_without_layers(depths: np.ndarray, n_sets: int,
                         rng: np.random.Generator) -> float:
    sets = rng.uniform(np.min(depths), np.max(depths),
                       (n_sets, np.size(depths)))
    scores = np.apply_along_axis(best_silhouette, 1, sets)
    return float((scores >= best_silhouette(depths)).mean())
# %% q5 right
def share_without_layers(depths, n_sets, rng):
    sets = pd.DataFrame({i: rng.uniform(np.min(depths), np.max(depths),
                                        len(depths)) for i in range(n_sets)})
    scores = sets.apply(lambda column: best_silhouette(column.to_numpy()))
    return scores.ge(best_silhouette(depths)).mean()
# %% q5 right
from scipy import stats

def share_without_layers(depths, n_sets, rng):
    low = np.min(depths)
    flat = stats.uniform(loc=low, scale=np.max(depths) - low)
    real = best_silhouette(depths)
    higher = sum(not best_silhouette(
        flat.rvs(size=len(depths), random_state=rng)) < real
        for _ in range(n_sets))
    return higher / n_sets
# %% q5 right
def share_without_layers(depths, n_sets, rng):
    def draw():
        return [float(rng.uniform(low, high)) for _ in depths]

    low, *_, high = np.sort(depths)
    real = best_silhouette(depths)
    scores = sorted(best_silhouette(draw()) for _ in range(n_sets))
    return 1 - np.searchsorted(scores, real, side="left") / n_sets
# %% q5 wrong: a set with exactly the same score counts, too
# an equal score does not count
def share_without_layers(depths, n_sets, rng):
    score = best_silhouette(depths)
    scores = [best_silhouette(rng.uniform(depths.min(), depths.max(),
                                          len(depths)))
              for _ in range(n_sets)]
    return np.mean(np.array(scores) > score)
# %% q5 wrong: sets score at least as high as the depths
# counts the data as one of the sets
def share_without_layers(depths, n_sets, rng):
    score = best_silhouette(depths)
    n = sum(best_silhouette(rng.uniform(depths.min(), depths.max(),
                                        len(depths))) >= score
            for _ in range(n_sets))
    return (n + 1) / (n_sets + 1)
# %% q5 wrong: they must lie between
# whole numbers, never the largest depth
def share_without_layers(depths, n_sets, rng):
    score = best_silhouette(depths)
    scores = [best_silhouette(rng.integers(int(depths.min()),
                                           int(depths.max()), len(depths)))
              for _ in range(n_sets)]
    return np.mean(np.array(scores) >= score)
# %% q5 wrong: a set holds the same depths in another order, so it must score the
# permutes the depths
def share_without_layers(depths, n_sets, rng):
    score = best_silhouette(depths)
    scores = [best_silhouette(rng.permutation(depths)) for _ in range(n_sets)]
    return np.mean(np.array(scores) >= score)
# %% q5 wrong: the sets hold the depths of the recorded neurons; draw new depths
# bootstrap of the depths
def share_without_layers(depths, n_sets, rng):
    score = best_silhouette(depths)
    scores = [best_silhouette(rng.choice(depths, size=len(depths)))
              for _ in range(n_sets)]
    return np.mean(np.array(scores) >= score)
# %% q5 wrong: they must lie between
# normal distribution
def share_without_layers(depths, n_sets, rng):
    score = best_silhouette(depths)
    scores = [best_silhouette(rng.normal(depths.mean(), depths.std(),
                                         len(depths)))
              for _ in range(n_sets)]
    return np.mean(np.array(scores) >= score)
# %% q5 wrong: depths; each set has one depth per neuron, here
# hard-coded 80 neurons
def share_without_layers(depths, n_sets, rng):
    score = best_silhouette(depths)
    scores = [best_silhouette(rng.uniform(depths.min(), depths.max(), 80))
              for _ in range(n_sets)]
    return np.mean(np.array(scores) >= score)
# %% q5 wrong: depths; each set has one depth per neuron, here
# uses the global depths for the score
def share_without_layers(depths, n_sets, rng):
    score = best_silhouette(neuron_depths)
    scores = [best_silhouette(rng.uniform(depths.min(), depths.max(),
                                          len(depths)))
              for _ in range(n_sets)]
    return np.mean(np.array(scores) >= score)
# %% q5 wrong: the same generator gives two results; draw from rng only
# does not use rng
def share_without_layers(depths, n_sets, rng):
    score = best_silhouette(depths)
    scores = [best_silhouette(np.random.uniform(depths.min(), depths.max(),
                                                len(depths)))
              for _ in range(n_sets)]
    return np.mean(np.array(scores) >= score)
# %% q5 wrong: they must lie between
# draws from 0 instead of the smallest depth
def share_without_layers(depths, n_sets, rng):
    score = best_silhouette(depths)
    scores = [best_silhouette(rng.uniform(0, depths.max(), len(depths)))
              for _ in range(n_sets)]
    return np.mean(np.array(scores) >= score)
# %% q5 wrong: this is a number of sets; divide by n_sets
# a count, not a share
def share_without_layers(depths, n_sets, rng):
    score = best_silhouette(depths)
    scores = [best_silhouette(rng.uniform(depths.min(), depths.max(),
                                          len(depths)))
              for _ in range(n_sets)]
    return int(np.sum(np.array(scores) >= score))
# %% q5 wrong: this is the share of sets that score lower
# the share of sets with a lower score
def share_without_layers(depths, n_sets, rng):
    score = best_silhouette(depths)
    scores = [best_silhouette(rng.uniform(depths.min(), depths.max(),
                                          len(depths)))
              for _ in range(n_sets)]
    return np.mean(np.array(scores) < score)
# %% q5 wrong: random sets were scored; n_sets is
# ignores n_sets
def share_without_layers(depths, n_sets, rng):
    score = best_silhouette(depths)
    scores = [best_silhouette(rng.uniform(depths.min(), depths.max(),
                                          len(depths)))
              for _ in range(100)]
    return np.mean(np.array(scores) >= score)
# %% q5 wrong: the function never calls best_silhouette; score each set
# four clusters instead of the best number
def share_without_layers(depths, n_sets, rng):
    def score_four(values):
        column = np.reshape(values, (-1, 1))
        labels = KMeans(4, n_init=3, random_state=0).fit_predict(column)
        return silhouette_score(column, labels)

    score = score_four(depths)
    scores = [score_four(rng.uniform(depths.min(), depths.max(),
                                     len(depths)))
              for _ in range(n_sets)]
    return np.mean(np.array(scores) >= score)
