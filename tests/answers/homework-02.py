# %% q1 right
def first_weights(data):
    return PCA().fit(data).components_[0]
# %% q1 right
def first_weights(data):
    pca = PCA(n_components=1, svd_solver="full")
    pca.fit(data)
    print(f"{pca.explained_variance_ratio_[0]:.1%} of the variance")
    return pca.components_[0, :].tolist()
# %% q1 right
def first_weights(data):
    centered = data - data.mean(axis=0)
    U, s, Vt = np.linalg.svd(centered, full_matrices=False)
    return Vt[0]
# %% q1 right
def first_weights(data: np.ndarray) -> np.ndarray:
    covariance = np.cov(data, rowvar=False)
    values, vectors = np.linalg.eigh(covariance)
    return -vectors[:, np.argmax(values)]
# %% q1 right
def first_weights(data):
    C = pd.DataFrame(data).cov()
    values, vectors = np.linalg.eigh(C.to_numpy())
    weights = pd.Series(vectors[:, -1], index=C.columns)
    if weights.sum() < 0:
        weights = -weights
    return weights
# %% q1 right
from scipy.linalg import eigh

def first_weights(data):
    x = np.array(data, dtype=float)
    for j in range(x.shape[1]):
        x[:, j] -= x[:, j].mean()
    n = x.shape[1]
    _, w = eigh(x.T @ x, subset_by_index=[n - 1, n - 1])
    return w.ravel()
# %% q1 wrong: this is right for standardized data; use the data as they are
# standardizes
def first_weights(data):
    scaled = StandardScaler().fit_transform(data)
    return PCA(1).fit(scaled).components_[0]
# %% q1 wrong: the mean of each neuron counts as variance here; subtract it first
# does not center
def first_weights(data):
    U, s, Vt = np.linalg.svd(data, full_matrices=False)
    return Vt[0]
# %% q1 wrong: these are the first weights of all components; eigh and svd differ in
# a column of the components
def first_weights(data):
    return PCA().fit(data).components_[:, 0]
# %% q1 wrong: this is not it yet: the trials vary more along another direction
# the variances
def first_weights(data):
    return PCA().fit(data).explained_variance_
# %% q1 wrong: numbers, one per trial, so they are projections; return the
# the scores of the trials
def first_weights(data):
    return PCA().fit_transform(data)[:, 0]
# %% q1 wrong: this is the direction of smallest variance; np.linalg.eigh puts the
# eigh sorts from the smallest
def first_weights(data):
    values, vectors = np.linalg.eigh(np.cov(data.T))
    return vectors[:, 0]
# %% q1 wrong: this is not it yet: the trials vary more along another direction
# fits to the global array
def first_weights(data):
    return PCA(n_components=1).fit(before).components_[0]
# %% q1 wrong: first_weights changes the data that it gets; work on a copy
# centers the array that it gets
def first_weights(data):
    mean = data.mean(axis=0)
    for i in range(len(data)):
        data[i] = data[i] - mean
    return np.linalg.svd(data, full_matrices=False)[2][0]
# %% q1 wrong: this is not it yet: the trials vary more along another direction
# drops the signs
def first_weights(data):
    return np.abs(PCA().fit(data).components_[0])
# %% q1 wrong: the direction is right, but the squares of the weights add up to
# loadings instead of weights
def first_weights(data):
    pca = PCA().fit(data)
    return pca.components_[0] * np.sqrt(pca.explained_variance_[0])
# %% q1 wrong: this is not it yet: the trials vary more along another direction
# a row of eigenvectors instead of a column
def first_weights(data):
    values, vectors = np.linalg.eigh(np.cov(data, rowvar=False))
    order = values.argsort()[::-1]
    return vectors[order[0]]
# %% q1 wrong: first_weights(...) returns nothing; add a return
# no return
def first_weights(data):
    pca = PCA(n_components=1)
    pca.fit(data)
    pca.components_[0]
# %% q1 wrong: this is not it yet: the trials vary more along another direction
# centers each trial instead of each neuron
def first_weights(data):
    centered = data - data.mean(axis=1, keepdims=True)
    return np.linalg.svd(centered, full_matrices=False)[2][0]
# %% q1 wrong: this is not it yet: the trials vary more along another direction
# the single neuron with the largest variance
def first_weights(data):
    weights = np.zeros(data.shape[1])
    weights[data.var(axis=0).argmax()] = 1
    return weights
# %% q2 right
def count_components(data, share):
    held = PCA().fit(data).explained_variance_ratio_.cumsum()
    return int(np.argmax(held >= share)) + 1
# %% q2 right
def count_components(data, share):
    pca = PCA(n_components=share, svd_solver="full").fit(data)
    return pca.n_components_
# %% q2 right
def count_components(data: np.ndarray, share: float) -> int:
    total = 0.0
    ratios = PCA().fit(data).explained_variance_ratio_
    for n, ratio in enumerate(ratios, start=1):
        total += ratio
        if total >= share:
            return n
    return len(ratios)
# %% q2 right
def count_components(data, share):
    variances = np.linalg.eigvalsh(np.cov(data, rowvar=False))[::-1]
    held = np.cumsum(variances) / np.sum(variances)
    print(held[:5])
    return (held < share - 1e-12).sum() + 1
# %% q2 right
def count_components(data, share):
    s = np.linalg.svd(data - np.mean(data, axis=0), compute_uv=False)
    held = np.cumsum(s ** 2) / (s ** 2).sum()
    n = np.searchsorted(held, share, side="left") + 1
    return min(int(n), len(held))
# %% q2 right
def count_components(data, share):
    n = 1
    while n < min(data.shape):
        pca = PCA(n, svd_solver="full").fit(data)
        if sum(pca.explained_variance_ratio_) >= share:
            break
        n = n + 1
    return n
# %% q2 wrong: always one too few: the sum must reach the share
# one too few
def count_components(data, share):
    held = PCA().fit(data).explained_variance_ratio_.cumsum()
    return np.argmax(held >= share)
# %% q2 wrong: always one too few: the sum must reach the share
# counts the components below the share
def count_components(data, share):
    held = np.cumsum(PCA().fit(data).explained_variance_ratio_)
    return int((held <= share).sum())
# %% q2 wrong: the function standardizes; use the data as they are
# standardizes
def count_components(data, share):
    scaled = StandardScaler().fit_transform(data)
    held = PCA().fit(scaled).explained_variance_ratio_.cumsum()
    return int(np.argmax(held >= share)) + 1
# %% q2 wrong: for any share; use the argument
# no cumulative sum
def count_components(data, share):
    ratios = PCA().fit(data).explained_variance_ratio_
    return int(np.argmax(ratios >= share)) + 1
# %% q2 wrong: these are shares of standard deviations, or of singular values;
# singular values instead of variances
def count_components(data, share):
    s = PCA().fit(data).singular_values_
    held = np.cumsum(s) / s.sum()
    return int(np.argmax(held >= share)) + 1
# %% q2 wrong: to every count the answer is another one; subtract the mean of each
# does not center
def count_components(data, share):
    s = np.linalg.svd(data, compute_uv=False)
    held = np.cumsum(s ** 2) / np.sum(s ** 2)
    return int(np.argmax(held >= share)) + 1
# %% q2 wrong: for any share; use the argument
# hard-coded share
def count_components(data, share):
    held = PCA().fit(data).explained_variance_ratio_.cumsum()
    return int(np.argmax(held >= 0.9)) + 1
# %% q2 wrong: neurons, but the function returned
# uses the global array
def count_components(data, share):
    held = PCA().fit(before).explained_variance_ratio_.cumsum()
    return int(np.argmax(held >= share)) + 1
# %% q2 wrong: this is not it yet: for components that hold
# adds the smallest components first
def count_components(data, share):
    variances = np.linalg.eigvalsh(np.cov(data, rowvar=False))
    held = np.cumsum(variances) / variances.sum()
    return int(np.argmax(held >= share)) + 1
# %% q2 wrong: this is not it yet: for components that hold
# counts the components above the share
def count_components(data, share):
    held = PCA().fit(data).explained_variance_ratio_.cumsum()
    return int(np.sum(held >= share))
# %% q2 wrong: this counts neurons by their variance; count principal components
# variances of the neurons instead of the components
def count_components(data, share):
    variances = np.sort(data.var(axis=0))[::-1]
    held = np.cumsum(variances) / variances.sum()
    return int(np.argmax(held >= share)) + 1
# %% q2 wrong: count_components(...) raised ValueError: n_components=
# looks at ten components only, relative to their own sum
def count_components(data, share):
    variances = PCA(10).fit(data).explained_variance_
    held = np.cumsum(variances) / variances.sum()
    return int(np.argmax(held >= share)) + 1
# %% q2 wrong: wrong for other data
# rounds to percent
def count_components(data, share):
    held = PCA().fit(data).explained_variance_ratio_.cumsum()
    return int(np.argmax(held.round(2) >= share)) + 1
# %% q2 wrong: it must be a whole number
# returns the share that they hold
def count_components(data, share):
    held = PCA().fit(data).explained_variance_ratio_.cumsum()
    return held[held >= share][0]
# %% q3 right
def shuffle_neurons(data, rng):
    return rng.permuted(data, axis=0)
# %% q3 right
def shuffle_neurons(data, rng):
    return np.column_stack([rng.permutation(neuron) for neuron in data.T])
# %% q3 right
def shuffle_neurons(data: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    shuffled = data.copy()
    for i in range(data.shape[1]):
        rng.shuffle(shuffled[:, i])
    print("shuffled", shuffled.shape)
    return shuffled
# %% q3 right
def shuffle_neurons(data, rng):
    order = rng.random(data.shape).argsort(axis=0)
    return np.take_along_axis(data, order, axis=0)
# %% q3 right
def shuffle_neurons(data, rng):
    table = pd.DataFrame(data)
    return table.apply(lambda neuron: rng.permutation(neuron.to_numpy()),
                       axis=0).to_numpy()
# %% q3 right
def shuffle_neurons(data, rng):
    n_trials, n_neurons = np.shape(data)
    result = np.zeros_like(data)
    for neuron in range(n_neurons):
        trials_left = rng.choice(n_trials, size=n_trials, replace=False)
        for new, old in enumerate(trials_left):
            result[new, neuron] = data[old, neuron]
    return result
# %% q3 wrong: whole trials were moved, so the neurons still vary together; each
# moves whole trials
def shuffle_neurons(data, rng):
    return rng.permutation(data)
# %% q3 wrong: shuffle_neurons changes the data that it gets; work on a copy
# shuffles in place and moves whole trials
def shuffle_neurons(data, rng):
    rng.shuffle(data)
    return data
# %% q3 wrong: the values moved between the neurons of a trial; move them between
# shuffles within each trial
def shuffle_neurons(data, rng):
    return rng.permuted(data, axis=1)
# %% q3 wrong: values moved from one neuron to another; shuffle within each neuron
# mixes the values of all neurons
def shuffle_neurons(data, rng):
    return rng.permutation(data.ravel()).reshape(data.shape)
# %% q3 wrong: the same generator gives two different shuffles; draw from rng only
# does not use rng
def shuffle_neurons(data, rng):
    return np.column_stack([np.random.permutation(neuron)
                            for neuron in data.T])
# %% q3 wrong: two generators give the same shuffle; draw from rng
# makes its own rng
def shuffle_neurons(data, rng):
    rng = np.random.default_rng(0)
    return rng.permuted(data, axis=0)
# %% q3 wrong: some values occur more often than before, and others are lost: each
# draws with replacement
def shuffle_neurons(data, rng):
    return np.column_stack([rng.choice(neuron, size=len(neuron))
                            for neuron in data.T])
# %% q3 wrong: whole trials were moved, so the neurons still vary together; each
# the same order for all neurons
def shuffle_neurons(data, rng):
    order = rng.permutation(len(data))
    shuffled = np.empty_like(data)
    for i in range(data.shape[1]):
        shuffled[:, i] = data[order, i]
    return shuffled
# %% q3 wrong: shuffle_neurons changes the data that it gets; work on a copy
# shuffles the columns in place
def shuffle_neurons(data, rng):
    for i in range(data.shape[1]):
        data[:, i] = rng.permutation(data[:, i])
    return data
# %% q3 wrong: shuffle_neurons(...) returns nothing; add a return
# returns None, as rng.shuffle does
def shuffle_neurons(data, rng):
    shuffled = data.copy()
    return rng.shuffle(shuffled)
# %% q3 wrong: these are other values than those of the data; a shuffle only moves
# casts to integers
def shuffle_neurons(data, rng):
    shuffled = np.zeros(data.shape, dtype=int)
    for i in range(data.shape[1]):
        shuffled[:, i] = rng.permutation(data[:, i])
    return shuffled
# %% q3 wrong: trials are rows, neurons are columns
# neurons × trials
def shuffle_neurons(data, rng):
    return np.array([rng.permutation(neuron) for neuron in data.T])
# %% q3 wrong: shuffle_neurons(...) raised IndexError: index
# hard-coded 80 neurons
def shuffle_neurons(data, rng):
    shuffled = data.copy()
    for i in range(80):
        shuffled[:, i] = rng.permutation(data[:, i])
    return shuffled
# %% q3 wrong: shuffle_neurons changes the data that it gets; work on a copy
# the alias is not a copy
def shuffle_neurons(data, rng):
    shuffled = data
    for neuron in shuffled.T:
        rng.shuffle(neuron)
    return shuffled
# %% q4 right
def make_decoder(n_components):
    return make_pipeline(StandardScaler(), PCA(n_components),
                         LogisticRegression(max_iter=1000))
# %% q4 right
def make_decoder(n_components):
    decoder = Pipeline(steps=[
        ("scale", StandardScaler()),
        ("pca", PCA(n_components=n_components)),
        ("logistic", LogisticRegression(max_iter=1000)),
    ])
    print(decoder)
    return decoder
# %% q4 right
make_decoder = lambda n_components: make_pipeline(
    StandardScaler(), PCA(n_components=n_components),
    LogisticRegression(max_iter=1000))
# %% q4 right
from sklearn.base import clone

template = make_pipeline(StandardScaler(), PCA(),
                         LogisticRegression(max_iter=1_000))

def make_decoder(n_components: int) -> Pipeline:
    return clone(template).set_params(pca__n_components=n_components)
# %% q4 right
def make_decoder(n_components):
    reduce = make_pipeline(StandardScaler(), PCA(n_components=n_components))
    return make_pipeline(reduce, LogisticRegression(max_iter=1000))
# %% q4 right
import functools

def build(classifier, max_iter, n_components):
    steps = []
    steps.append(("z", StandardScaler()))
    steps.append(("components", PCA(n_components)))
    steps.append(("decoder", classifier(max_iter=max_iter)))
    return Pipeline(steps)

make_decoder = functools.partial(build, LogisticRegression, 1000)
# %% q4 wrong: the steps are PCA, LogisticRegression; without a scaler in the
# does not standardize
def make_decoder(n_components):
    return make_pipeline(PCA(n_components), LogisticRegression(max_iter=1000))
# %% q4 wrong: standardize before PCA, so that each neuron counts alike
# standardizes after the PCA
def make_decoder(n_components):
    return make_pipeline(PCA(n_components), StandardScaler(),
                         LogisticRegression(max_iter=1000))
# %% q4 wrong: components; pass the argument on to PCA
# hard-coded number of components
def make_decoder(n_components):
    return make_pipeline(StandardScaler(), PCA(n_components=5),
                         LogisticRegression(max_iter=1000))
# %% q4 wrong: the pipeline has been fitted already; leave that to the folds
# fitted
def make_decoder(n_components):
    decoder = make_pipeline(StandardScaler(), PCA(n_components),
                            LogisticRegression(max_iter=1000))
    return decoder.fit(before, running)
# %% q4 wrong: the steps are StandardScaler, LogisticRegression; with PCA outside
# the PCA is outside of the pipeline
def make_decoder(n_components):
    scores = PCA(n_components).fit_transform(Z)
    return make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))
# %% q4 wrong: give LogisticRegression max_iter=
# forgets max_iter
def make_decoder(n_components):
    return make_pipeline(StandardScaler(), PCA(n_components),
                         LogisticRegression())
# %% q4 wrong: leave this setting as it is
# changes another setting
def make_decoder(n_components):
    return make_pipeline(StandardScaler(), PCA(n_components),
                         LogisticRegression(C=0.1, max_iter=1000))
# %% q4 wrong: the pipeline has been fitted already; leave that to the folds
# always the same pipeline, not a new one
decoder = make_pipeline(StandardScaler(), PCA(),
                        LogisticRegression(max_iter=1000))

def make_decoder(n_components):
    return decoder.set_params(pca__n_components=n_components)
# %% q4 wrong: your function returned a float
# returns the accuracy
def make_decoder(n_components):
    decoder = make_pipeline(StandardScaler(), PCA(n_components),
                            LogisticRegression(max_iter=1000))
    return cross_val_score(decoder, before, running, cv=folds).mean()
# %% q4 wrong: PCA has whiten=True; leave this setting as it is
# whitens
def make_decoder(n_components):
    return make_pipeline(StandardScaler(), PCA(n_components, whiten=True),
                         LogisticRegression(max_iter=1000))
# %% q4 wrong: make_decoder(...) returns nothing; add a return
# no return
def make_decoder(n_components):
    decoder = make_pipeline(StandardScaler(), PCA(n_components),
                            LogisticRegression(max_iter=1000))
# %% q4 wrong: the steps are StandardScaler, SelectKBest, LogisticRegression; with
# selects neurons instead of components
def make_decoder(n_components):
    from sklearn.feature_selection import SelectKBest
    return make_pipeline(StandardScaler(), SelectKBest(k=n_components),
                         LogisticRegression(max_iter=1000))
# %% q4 wrong: the pipeline has been fitted already; leave that to the folds
# the decoders share one scaler
def make_decoder(n_components, scaler=StandardScaler()):
    return make_pipeline(scaler, PCA(n_components),
                         LogisticRegression(max_iter=1000))
# %% q4 wrong: keeps None components; pass the argument on to PCA
# ignores the argument and keeps all components
def make_decoder(n_components):
    return make_pipeline(StandardScaler(), PCA(),
                         LogisticRegression(max_iter=1000))
# %% q5 right
def simulate_null(data, rng):
    return rng.poisson(data.mean(axis=0), size=data.shape)
# %% q5 right
def simulate_null(data, rng):
    neurons = [rng.poisson(lam=neuron.mean(), size=len(neuron))
               for neuron in data.T]
    return np.stack(neurons, axis=1)
# %% q5 right
def simulate_null(data, rng):
    means = np.tile(np.mean(data, axis=0), (len(data), 1))
    print("mean", means.mean())
    return rng.poisson(means).astype(float)
# %% q5 right
from scipy import stats

def simulate_null(data: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    means = pd.DataFrame(data).mean().to_numpy()
    return stats.poisson.rvs(means, size=data.shape, random_state=rng)
# %% q5 right
def simulate_null(data, rng):
    n_trials, n_neurons = data.shape
    counts = np.empty((n_trials, n_neurons), dtype=int)
    for j in range(n_neurons):
        m = sum(data[:, j]) / n_trials
        for i in range(n_trials):
            counts[i, j] = rng.poisson(m)
    return counts
# %% q5 right
simulate_null = lambda data, rng: np.array(
    [rng.poisson(np.average(data, axis=0)) for _ in range(len(data))],
    dtype=np.float32)
# %% q5 wrong: each neuron must have its own mean, that of its column
# the same mean for all neurons
def simulate_null(data, rng):
    return rng.poisson(data.mean(), size=data.shape)
# %% q5 wrong: each neuron must have its own mean, that of its column
# the mean of each trial
def simulate_null(data, rng):
    return rng.poisson(data.mean(axis=1, keepdims=True), size=data.shape)
# %% q5 wrong: trials with many spikes in the data have many here as well; a neuron
# the mean differs between trials
def simulate_null(data, rng):
    return rng.poisson(data)
# %% q5 wrong: the same generator gives two different results; draw from rng only
# does not use rng
def simulate_null(data, rng):
    return np.random.poisson(data.mean(axis=0), size=data.shape)
# %% q5 wrong: two generators give the same counts; draw from rng
# makes its own rng
def simulate_null(data, rng):
    rng = np.random.default_rng(0)
    return rng.poisson(data.mean(axis=0), size=data.shape)
# %% q5 wrong: these are the counts of the data in another order; draw new counts
# shuffles the recorded counts
def simulate_null(data, rng):
    return rng.permuted(data, axis=0)
# %% q5 wrong: times the mean; in a Poisson distribution they are equal
# binomial
def simulate_null(data, rng):
    n = int(data.max())
    return rng.binomial(n, data.mean(axis=0) / n, size=data.shape)
# %% q5 wrong: times the mean; in a Poisson distribution they are equal
# rounded normal counts
def simulate_null(data, rng):
    m = data.mean(axis=0)
    counts = rng.normal(m, np.sqrt(m), size=data.shape)
    return np.clip(counts.round(), 0, None).astype(int)
# %% q5 wrong: simulate_null(...) raised ValueError: shape mismatch: objects cannot
# hard-coded shape
def simulate_null(data, rng):
    return rng.poisson(data.mean(axis=0), size=(400, 80))
# %% q5 wrong: it must be that of the data
# uses the global array
def simulate_null(data, rng):
    return rng.poisson(before.mean(axis=0), size=before.shape)
# %% q5 wrong: a neuron has the same count on all trials; draw each count anew
# one draw per neuron, the same on all trials
def simulate_null(data, rng):
    counts = rng.poisson(data.mean(axis=0))
    return np.tile(counts, (len(data), 1))
# %% q5 wrong: the neurons still rise and fall together; draw the counts of each
# the neurons are not independent
def simulate_null(data, rng):
    from scipy import stats
    luck = rng.random((len(data), 1))
    return stats.poisson.ppf(luck, data.mean(axis=0)).astype(int)
# %% q5 wrong: simulate_null changes the data that it gets; work on a copy
# writes the counts into the array that it gets
def simulate_null(data, rng):
    data[:] = rng.poisson(data.mean(axis=0), size=data.shape)
    return data
# %% q5 wrong: each neuron fires exactly as many spikes in all as in the data; draw
# multinomial, keeps the number of spikes of each neuron
def simulate_null(data, rng):
    n_trials = len(data)
    even = np.full(n_trials, 1 / n_trials)
    return np.column_stack([rng.multinomial(int(total), even)
                            for total in data.sum(axis=0)])
