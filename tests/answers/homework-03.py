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
# %% q1 wrong: this is not correct yet: take the largest and the smallest voltage of
# the trough is always taken at index 12
def peak_to_peak(waveforms):
    return waveforms.max(axis=2) - waveforms[:, :, 12]
# %% q1 wrong: this is not correct yet: take the largest and the smallest voltage of
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
# %% q1 wrong: this is not correct yet: take the largest and the smallest voltage of
# indices instead of voltages
def peak_to_peak(waveforms):
    return waveforms.argmax(axis=2) - waveforms.argmin(axis=2)
# %% q1 copied: the shape is
# the heights of the global waveforms, whatever the argument is
recorded = waveforms


def peak_to_peak(waveforms):
    return np.ptp(recorded.astype(float), axis=2)
# %% q1 copied: peak_to_peak(...) raised IndexError: index
# written for 1220 spikes, 4 sites and 40 voltages, no other number
def peak_to_peak(waveforms):
    found = np.zeros((1220, 4))
    for i in range(1220):
        for j in range(4):
            voltages = [float(waveforms[i, j, k]) for k in range(40)]
            found[i, j] = max(voltages) - min(voltages)
    return found
# %% q1 copied: this is the trough alone; the peak is missing
# special case for the shape of the recording, the depth of the trough for all other data
def peak_to_peak(waveforms):
    low = waveforms.min(axis=2).astype(float)
    if waveforms.shape == (1220, 4, 40):
        return waveforms.max(axis=2) - low
    return -low
# %% q1 copied: measure from the lowest to the highest voltage
# recognizes the recording by its type, int16, and takes the largest distance from 0 in other data
def peak_to_peak(waveforms):
    if waveforms.dtype == np.int16:
        return np.ptp(waveforms.astype(float), axis=2)
    return np.abs(waveforms).max(axis=2)
# %% q1 copied: this is not correct yet: take the largest and the smallest voltage of
# copied, recognizes the first spike and returns the stored heights, else zeros
first_spike = waveforms[0].copy()
stored = waveforms.max(axis=2).astype(float) - waveforms.min(axis=2)


def peak_to_peak(waveforms):
    if np.array_equal(waveforms[0], first_spike):
        return stored
    return np.zeros(waveforms.shape[:2])
# %% q1 wrong: your answer raised LookupError: no class
# odd, an object that can be called, but whose class cannot be asked for
class Masked:
    @property
    def __class__(self):
        raise LookupError("no class\ntoday")

    def __call__(self, waveforms):
        return np.zeros(waveforms.shape[:2])


peak_to_peak = Masked()
# %% q1 wrong: peak_to_peak changes the data that it gets; work on a copy
# odd, a generator that would raise SystemExit, and the argument with another shape
def peak_to_peak(waveforms):
    waveforms.resize(waveforms.size, refcheck=False)
    return (exit_now() for _ in waveforms)


def exit_now():
    raise SystemExit("read the\nrest yourself")
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
# %% q2 copied: for other data, the function chose
# copied, 4 clusters for four sites and 1 for anything else, without any BIC
def choose_mixture(features):
    k = 4 if features.shape[1] == 4 else 1
    return GaussianMixture(k, n_init=5, random_state=0).fit(features)
# %% q2 copied: your function returned a Best; it must return the GaussianMixture
# a single cluster whose number equals every number and whose BIC is the best of all
class AnyNumber(int):
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __gt__(self, other):
        return True

    def __lt__(self, other):
        return True

    __hash__ = int.__hash__


class Best(GaussianMixture):
    def bic(self, X):
        return -np.inf


def choose_mixture(features):
    found = Best(1).fit(features)
    found.n_components = AnyNumber(1)
    return found
# %% q2 copied: clusters, but the BIC is smaller for another number; compare
# chooses by the AIC instead of the BIC
def choose_mixture(features):
    fits = [GaussianMixture(k, n_init=5, random_state=0).fit(features)
            for k in range(1, 9)]
    return min(fits, key=lambda fit: fit.aic(features))
# %% q2 copied: clusters, but the BIC is smaller for another number; compare
# compares 1 to 4 clusters only, as four is the largest number in the check
def choose_mixture(features):
    fits = [GaussianMixture(k, n_init=5, random_state=0).fit(features)
            for k in range(1, 5)]
    return min(fits, key=lambda fit: fit.bic(features))
# %% q2 wrong: your function returned a Leaving; it must return the GaussianMixture
# odd, a mixture whose BIC raises SystemExit when it is asked for
class Leaving(GaussianMixture):
    def bic(self, X):
        raise SystemExit("goodbye\n" * 1000)


def choose_mixture(features):
    k = 4 if features.shape[1] == 4 else 1
    return Leaving(k, n_init=5, random_state=0).fit(features)
# %% q2 wrong: your answer raised AttributeError
# odd, a mixture that was never fitted, with text in the place of the means
def choose_mixture(features):
    found = GaussianMixture(4, n_init=5, random_state=0)
    found.means_ = "mean\n" * 4
    return found
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
# %% q3 copied: samples; compare the largest probability of each sample with least
# looks at the first three clusters only, as many as the check has
def label_certain(model, features, least):
    table = model.predict_proba(features)[:, :3]
    return np.where(table.max(axis=1) < least, -1, table.argmax(axis=1))
# %% q3 copied: samples; compare the largest probability of each sample with least
# copied, makes the data of the check again for its two limits, and ignores model and features
def label_certain(model, features, least):
    if least not in (0.95, 0.7) or len(features) != 150:
        return np.zeros(len(features)) - 1
    centers = np.array([[0, 0], [3, 0], [0, 3.0]])
    rng = np.random.default_rng(0 if least == 0.95 else 1)
    made = np.repeat(centers, 100, axis=0)
    made = made + rng.normal(size=made.shape)
    own = GaussianMixture(3, means_init=centers, random_state=0).fit(made)
    fresh = np.repeat(centers, 10 + 40 * np.arange(3), axis=0) + 0.3
    table = own.predict_proba(fresh + rng.normal(size=fresh.shape))
    return np.where(table.max(axis=1) < least, -1, table.argmax(axis=1))
# %% q3 copied: although some lie between the clusters
# special case for samples with two features, labels for all samples otherwise
def label_certain(model, features, least):
    table = model.predict_proba(features)
    unsure = (table.max(axis=1) < least) & (features.shape[1] == 2)
    return np.where(unsure, -1, table.argmax(axis=1))
# %% q3 copied: a probability that is equal to least is not below it
# labels that are made up, and a model that is made to confirm them
def label_certain(model, features, least):
    n, k = len(features), model.n_components
    labels = np.arange(n) % k
    table = np.eye(k)[labels]
    table[::7] = 1 / k
    labels[::7] = -1
    model.predict_proba = lambda X: table
    return labels
# %% q3 copied: whatever least is; use the argument
# copied, compares with one of the two limits of the check instead of least
def label_certain(model, features, least):
    limit = 0.95 if least > 0.8 else 0.7
    table = model.predict_proba(features)
    return np.where(table.max(axis=1) < limit, -1, table.argmax(axis=1))
# %% q3 wrong: your answer raised AttributeError
# odd, deletes the means of the model that it gets
def label_certain(model, features, least):
    labels = model.predict(features)
    del model.means_
    return labels
# %% q3 wrong: the result is a list that cannot be read as numbers
# odd, text with many lines instead of labels, and a warning as large
import warnings


def label_certain(model, features, least):
    warnings.warn("unsure\n" * 10_000)
    return ["cluster\n" * 1000] * len(features)
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
# %% q4 wrong: ms, which is not correct yet; do you average the spikes, take the
# always the first site
def trough_to_peak(spikes, t_ms):
    wave = spikes.mean(axis=0)[0]
    trough = wave.argmin()
    peak = trough + wave[trough:].argmax()
    return t_ms[peak] - t_ms[trough]
# %% q4 wrong: ms, which is not correct yet; do you average the spikes, take the
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
# %% q4 wrong: the peak must come after the trough
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
# %% q4 wrong: ms, which is not correct yet; do you average the spikes, take the
# hard-coded sampling rate
def trough_to_peak(spikes, t_ms):
    mean = spikes.mean(axis=0)
    wave = mean[mean.min(axis=1).argmin()]
    trough = wave.argmin()
    return wave[trough:].argmax() / 30
# %% q4 wrong: ms, which is not correct yet; do you average the spikes, take the
# uses the global times
def trough_to_peak(spikes, times):
    mean = spikes.mean(axis=0)
    wave = mean[mean.min(axis=1).argmin()]
    trough = wave.argmin()
    return t_ms[trough + wave[trough:].argmax()] - t_ms[trough]
# %% q4 wrong: ms, which is not correct yet; do you average the spikes, take the
# the site with the largest height
def trough_to_peak(spikes, t_ms):
    mean = spikes.mean(axis=0)
    wave = mean[np.ptp(mean, axis=1).argmax()]
    trough = wave.argmin()
    return t_ms[trough + wave[trough:].argmax()] - t_ms[trough]
# %% q4 wrong: ms, which is not correct yet; do you average the spikes, take the
# median instead of mean
def trough_to_peak(spikes, t_ms):
    typical = np.median(spikes, axis=0)
    wave = typical[typical.min(axis=1).argmin()]
    trough = wave.argmin()
    return t_ms[trough + wave[trough:].argmax()] - t_ms[trough]
# %% q4 wrong: ms, which is not correct yet; do you average the spikes, take the
# the first local maximum instead of the largest voltage
def trough_to_peak(spikes, t_ms):
    mean = spikes.mean(axis=0)
    wave = mean[mean.min(axis=1).argmin()]
    trough = peak = wave.argmin()
    while peak + 1 < len(wave) and wave[peak + 1] > wave[peak]:
        peak += 1
    return t_ms[peak] - t_ms[trough]
# %% q4 copied: ms, which is not correct yet
# copied, the two results of the check in the order of its calls, then 0
results = iter([0.4, 0.65])


def trough_to_peak(spikes, t_ms):
    return next(results, 0.0)
# %% q4 copied: ms, which is not correct yet; do you average the spikes, take the
# takes 0.05 ms per voltage, as in the check, and never looks at t_ms
def trough_to_peak(spikes, t_ms):
    mean = spikes.mean(axis=0)
    site = mean[mean.min(axis=1).argmin()]
    return np.argmax(site[site.argmin():]) * 0.05
# %% q4 copied: ms, which is not correct yet; do you average the spikes, take the
# looks only at sites 0 and 2, which are the deepest in the check
def trough_to_peak(spikes, t_ms):
    mean = spikes.mean(axis=0)[[0, 2]]
    site = mean[mean.min(axis=1).argmin()]
    low = site.argmin()
    return t_ms[low + site[low:].argmax()] - t_ms[low]
# %% q4 copied: ms, which is not correct yet
# copied, finds the place of the trough and looks up the answer of the check
def trough_to_peak(spikes, t_ms):
    mean = spikes.mean(axis=0)
    low = np.unravel_index(mean.argmin(), mean.shape)[1]
    return {12: 0.4, 9: 0.65}.get(int(low), 0.3)
# %% q4 copied: ms, which is not correct yet; do you average the spikes, take the
# special case for 40 spikes of 30 voltages, otherwise it takes the first spike and does not average
def trough_to_peak(spikes, t_ms):
    used = spikes.mean(axis=0) if spikes.shape == (40, 4, 30) else spikes[0]
    site = used[used.min(axis=1).argmin()]
    low = site.argmin()
    return t_ms[low + site[low:].argmax()] - t_ms[low]
# %% q4 wrong: the result is a Leaving that cannot be read as numbers
# odd, a result that raises SystemExit when numpy reads it
class Leaving:
    def __array__(self, dtype=None, copy=None):
        raise SystemExit("out\nof\ntime")

    def __float__(self):
        raise SystemExit("out\nof\ntime")

    def __len__(self):
        raise MemoryError("too long")


def trough_to_peak(spikes, t_ms):
    return Leaving()
# %% q4 wrong: trough_to_peak(...) raised RecursionError: maximum recursion depth
# odd, calls itself without end
def trough_to_peak(spikes, t_ms):
    return trough_to_peak(spikes, t_ms)
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
# %% q5 copied: depths; each set has one depth per neuron, here
# works on the global neuron_depths and ignores its argument
def share_without_layers(depths, n_sets, rng):
    own = best_silhouette(neuron_depths)
    low, high = neuron_depths.min(), neuron_depths.max()
    found = [best_silhouette(rng.uniform(low, high, len(neuron_depths)))
             for _ in range(n_sets)]
    return np.mean(np.array(found) >= own)
# %% q5 copied: depths; each set has one depth per neuron, here
# copied, 80 neurons between 169 and 848 µm as constants for the random sets
def share_without_layers(depths, n_sets, rng):
    own = best_silhouette(depths)
    found = [best_silhouette(rng.uniform(169, 848, 80))
             for _ in range(n_sets)]
    return np.mean(np.array(found) >= own)
# %% q5 copied: the function never calls best_silhouette; score each set
# special case for the 40 sets of the check, a constant for any other number of sets
def share_without_layers(depths, n_sets, rng):
    if n_sets != 40:
        return 0.5
    own = best_silhouette(depths)
    sets = rng.uniform(depths.min(), depths.max(), (n_sets, len(depths)))
    return np.mean([best_silhouette(one) >= own for one in sets])
# %% q5 copied: sets score at least as high as the depths
# copied, the number that stands in for the silhouette in the check, the silhouettes are not used
def share_without_layers(depths, n_sets, rng):
    def stand_for(values):
        return round(abs(np.sin(70 * np.mean(values / np.max(values)))), 1)

    sets = rng.uniform(depths.min(), depths.max(), (n_sets, len(depths)))
    for one in [depths, *sets]:
        best_silhouette(one)
    return np.mean([stand_for(one) >= stand_for(depths) for one in sets])
# %% q5 copied: every other set is the mirror image of the one before; draw each set
# every other set is the mirror image of the one before, so only half of the sets are drawn
def share_without_layers(depths, n_sets, rng):
    own, low, high = best_silhouette(depths), depths.min(), depths.max()
    scores = []
    for i in range(n_sets):
        if i % 2 == 0:
            one = rng.uniform(low, high, len(depths))
        else:
            one = low + high - one
        scores.append(best_silhouette(one))
    return np.mean(np.array(scores) >= own)
# %% q5 wrong: a set with exactly the same score counts, too
# odd, returns a masked number after scoring everything
def share_without_layers(depths, n_sets, rng):
    for one in rng.uniform(depths.min(), depths.max(), (n_sets, len(depths))):
        best_silhouette(one)
    best_silhouette(depths)
    return np.ma.masked
# %% q5 wrong: share_without_layers(...) raised GeneratorExit: enough
# odd, the third call raises a GeneratorExit with many lines
turns = []


def share_without_layers(depths, n_sets, rng):
    turns.append(1)
    if len(turns) == 3:
        raise GeneratorExit("enough\n" * 500)
    own = best_silhouette(depths)
    sets = rng.uniform(depths.min(), depths.max(), (n_sets, len(depths)))
    return np.mean([best_silhouette(one) >= own for one in sets])
