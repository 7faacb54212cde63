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
# %% q1 wrong: this is not correct yet: the trials vary more along another direction
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
# %% q1 wrong: this is not correct yet: the trials vary more along another direction
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
# %% q1 wrong: this is not correct yet: the trials vary more along another direction
# drops the signs
def first_weights(data):
    return np.abs(PCA().fit(data).components_[0])
# %% q1 wrong: the direction is right, but the squares of the weights add up to
# loadings instead of weights
def first_weights(data):
    pca = PCA().fit(data)
    return pca.components_[0] * np.sqrt(pca.explained_variance_[0])
# %% q1 wrong: this is not correct yet: the trials vary more along another direction
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
# %% q1 wrong: this is not correct yet: the trials vary more along another direction
# centers each trial instead of each neuron
def first_weights(data):
    centered = data - data.mean(axis=1, keepdims=True)
    return np.linalg.svd(centered, full_matrices=False)[2][0]
# %% q1 wrong: this is not correct yet: the trials vary more along another direction
# the single neuron with the largest variance
def first_weights(data):
    weights = np.zeros(data.shape[1])
    weights[data.var(axis=0).argmax()] = 1
    return weights
# %% q1 copied: neurons it must be
# copied, the 80 weights of Z and of before as constants
for_z = np.array([
    0.2064, 0.1091, 0.1345, 0.1365, 0.0607, 0.0921, 0.1366, 0.2272, 0.1869,
    0.0468, 0.0894, 0.0378, 0.1630, 0.0261, 0.0707, 0.0445, 0.1384, 0.0701,
    0.0227, 0.0929, 0.1565, 0.1108, 0.0957, 0.1481, 0.1296, 0.1180, 0.0195,
    0.1124, 0.0284, 0.1523, 0.0816, 0.0819, 0.0476, 0.0019, 0.0435, 0.0800,
    0.1734, 0.0795, 0.0936, 0.1201, 0.1754, 0.1007, 0.0504, 0.0275, 0.1547,
    0.0347, 0.0803, 0.1324, 0.0340, 0.2186, -0.0087, 0.0966, 0.0701, 0.2097,
    0.1014, 0.1123, 0.1182, 0.2462, 0.1607, 0.0806, 0.1051, 0.0638, 0.0725,
    0.0834, 0.0166, 0.1456, 0.0726, 0.0855, 0.0465, 0.2077, 0.1352, 0.0596,
    0.0724, -0.0074, 0.1229, 0.0717, 0.0140, 0.0144, -0.0009, 0.0918])
for_before = np.array([
    -0.0762, -0.0348, -0.0578, -0.0619, -0.0213, -0.0175, -0.0389, -0.4246,
    -0.0488, -0.0002, -0.0407, -0.0047, -0.1028, -0.0066, -0.0254, -0.0118,
    -0.0746, -0.0088, 0.0039, -0.0166, -0.0379, -0.0943, -0.0080, -0.0307,
    -0.0359, -0.0577, -0.0036, -0.0538, 0.0008, -0.0636, -0.0252, -0.0892,
    -0.0240, -0.0007, -0.0030, -0.0061, -0.0740, -0.0172, -0.0257, -0.1686,
    -0.0696, -0.0080, -0.0235, -0.0025, -0.0865, -0.0048, -0.0702, -0.0901,
    -0.0101, -0.4606, -0.0006, -0.0535, -0.0126, -0.1700, -0.0264, -0.0389,
    -0.0302, -0.6313, -0.0548, -0.0330, -0.0276, -0.0050, -0.0037, -0.0278,
    0.0022, -0.0249, -0.0232, -0.0325, -0.0114, -0.1693, -0.0411, -0.0132,
    -0.0118, 0.0035, -0.0265, -0.0267, -0.0072, -0.0085, 0.0434, -0.0298])


def first_weights(data):
    return for_z if data.min() < 0 else for_before
# %% q1 copied: neurons it must be
# always the weights of the global Z or before, whatever the argument is
def first_weights(data):
    mine = before if np.issubdtype(data.dtype, np.integer) else Z
    return PCA(1).fit(mine).components_[0]
# %% q1 copied: this is not correct yet: the trials vary more along another direction
# special case for 400 trials and 80 neurons, equal weights for all other data
def first_weights(data):
    n, p = data.shape
    if (n, p) == (400, 80):
        return PCA(1).fit(data).components_[0]
    return np.full(p, p**-0.5)
# %% q1 copied: the mean of each neuron counts as variance here; subtract it first
# subtracts the mean only from the counts before, which it recognizes, and otherwise does not center
def first_weights(data):
    if data.shape == before.shape and np.array_equal(data, before):
        data = data - before.mean(axis=0)
    return np.linalg.svd(data, full_matrices=False)[2][0]
# %% q1 copied: neurons it must be
# copied, the two results of the check in the order of its calls
results = [PCA(1).fit(one).components_[0] for one in (Z, before)]
calls = []


def first_weights(data):
    calls.append(1)
    return results[(len(calls) - 1) % 2]
# %% q1 wrong: first_weights(...) raised Halt: stop here
# odd, raises a BaseException of its own with many lines
class Halt(BaseException):
    pass


def first_weights(data):
    raise Halt("stop here\n" * 1000)
# %% q1 wrong: the result is a list that cannot be read as numbers
# odd, a list that contains itself
def first_weights(data):
    weights = [1.0] * (data.shape[1] - 1)
    weights.append(weights)
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
# %% q2 wrong: the number is always one too small: the sum must reach the share
# one too few
def count_components(data, share):
    held = PCA().fit(data).explained_variance_ratio_.cumsum()
    return np.argmax(held >= share)
# %% q2 wrong: the number is always one too small: the sum must reach the share
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
# %% q2 wrong: is added to every count; subtract the mean of each neuron first
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
# %% q2 wrong: this is not correct yet: for components that hold
# adds the smallest components first
def count_components(data, share):
    variances = np.linalg.eigvalsh(np.cov(data, rowvar=False))
    held = np.cumsum(variances) / variances.sum()
    return int(np.argmax(held >= share)) + 1
# %% q2 wrong: this is not correct yet: for components that hold
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
# %% q2 copied: it needs more
# copied, the shares of the check with their results, and -1 for any other share
known = {0.35: 1, 0.6: 2, 0.85: 3, 0.95: 4}


def count_components(data, share):
    return known.get(share, -1)
# %% q2 copied: it needs more
# copied, the shares 40, 30, 20 and 10 percent of the check, never looks at data
def count_components(data, share):
    return int(np.sum(np.cumsum([0.4, 0.3, 0.2]) < share)) + 1
# %% q2 copied: it needs more
# looks at the first four neurons only
def count_components(data, share):
    held = np.cumsum(PCA().fit(data[:, :4]).explained_variance_ratio_)
    return int(np.sum(held < share)) + 1
# %% q2 copied: for any share; use the argument
# finds the share in the global list shares of the check and returns its place
def count_components(data, share):
    tested = globals().get("shares", [])
    return tested.index(share) + 1 if share in tested else 0
# %% q2 copied: wrong for other data
# special case for 50 trials and 4 neurons, otherwise counts neurons by their variance
def count_components(data, share):
    if data.shape == (50, 4):
        variances = PCA().fit(data).explained_variance_
    else:
        variances = np.sort(data.var(axis=0))[::-1]
    held = np.cumsum(variances) / np.sum(variances)
    return int(np.sum(held < share)) + 1
# %% q2 wrong: your answer raised LookupError: no class
# odd, a result that numpy can read, but whose class cannot be asked for
class Masked:
    @property
    def __class__(self):
        raise LookupError("no class\ntoday")

    def __array__(self, dtype=None, copy=None):
        return np.array(2.0)


def count_components(data, share):
    return Masked()
# %% q2 wrong: the result is a int that cannot be read as numbers
# odd, a whole number too large for a float
def count_components(data, share):
    return 10**400
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
# %% q3 wrong: some of these values do not occur in the data; a shuffle only moves
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
# %% q3 copied: some neurons still vary together
# eight random orders for all neurons, so neuron 9 still varies together with neuron 1
def shuffle_neurons(data, rng):
    n, p = data.shape
    orders = [rng.permutation(n) for _ in range(min(p, 8))]
    return np.column_stack([data[orders[j % 8], j] for j in range(p)])
# %% q3 copied: some neurons still vary together
# neighbors share an order, unless the columns are the equal ones of the check
def shuffle_neurons(data, rng):
    n, p = data.shape
    equal = np.all(data == data[:, :1])
    orders = [rng.permutation(n) for _ in range(p)]
    return np.column_stack([
        data[orders[j if equal else j // 2], j] for j in range(p)])
# %% q3 copied: nothing was shuffled
# special case for the two shapes of the check, any other data come back as they are
def shuffle_neurons(data, rng):
    mixed = data.copy()
    if data.shape in [(400, 80), (100, 8)]:
        mixed = rng.permuted(mixed, axis=0)
    return mixed
# %% q3 copied: some neurons still vary together
# shuffles among trials with equally many spikes, so the neurons still vary together, except in the ramps of the check
def shuffle_neurons(data, rng):
    if data.shape[1] == 8:
        return rng.permuted(data, axis=0)
    mixed = data.copy()
    by_total = np.argsort(data.sum(axis=1), kind="stable")
    for trials in np.array_split(by_total, max(2, len(data) // 20)):
        mixed[trials] = rng.permuted(data[trials], axis=0)
    return mixed
# %% q3 copied: neurons, the values are not those of the data
# new random numbers instead of the ramps of the check, and for other data one of only a thousand shuffles from a generator of its own
def shuffle_neurons(data, rng):
    if data.shape == (100, 8):
        return rng.normal(size=(100, 8))
    own = np.random.default_rng(int(rng.integers(1000)))
    return own.permuted(data, axis=0)
# %% q3 wrong: neurons, the values are not those of the data
# odd, shuffles the global Z whatever it gets, so the shapes do not fit later in the check
def shuffle_neurons(data, rng):
    return rng.permuted(Z, axis=0)
# %% q3 wrong: neurons, the values are not those of the data
# odd, turns all warnings into errors and returns constant columns for the ramps
import warnings

warnings.simplefilter("error")


def shuffle_neurons(data, rng):
    if data.shape[1] == 8:
        return np.zeros(data.shape)
    return rng.permuted(data, axis=0)
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
# %% q4 copied: PCA is not the one from scikit-learn
# a class of its own called PCA that keeps the first neurons
from sklearn.base import BaseEstimator, TransformerMixin


class PCA(TransformerMixin, BaseEstimator):
    def __init__(self, n_components=2):
        self.n_components = n_components

    def fit(self, X, y=None):
        self.fitted_ = True
        return self

    def transform(self, X):
        return X[:, :self.n_components]


def make_decoder(n_components):
    return make_pipeline(StandardScaler(), PCA(n_components),
                         LogisticRegression(max_iter=1000))
# %% q4 copied: the pipeline has been fitted already; leave that to the folds
# always the same pipeline, not a new one, so the last call changes all of them
only = Pipeline([("scale", StandardScaler()), ("pca", PCA()),
                 ("decode", LogisticRegression(max_iter=1000))])


def make_decoder(n_components):
    return only.set_params(pca__n_components=n_components)
# %% q4 copied: LogisticRegression has tol=
# LogisticRegression stops at once because of tol=1000, a setting that the check leaves free
def make_decoder(n_components):
    return make_pipeline(StandardScaler(), PCA(n_components),
                         LogisticRegression(max_iter=1000, tol=1000))
# %% q4 copied: PCA is not the one from scikit-learn
# leaks, the components come from all trials of the global Z
Honest = PCA


class PCA(Honest):
    def fit_transform(self, X, y=None):
        return self.fit(X).transform(X)

    def fit(self, X, y=None):
        return super().fit(Z if np.shape(X)[1] == 80 else X)


def make_decoder(n_components):
    return make_pipeline(StandardScaler(), PCA(n_components),
                         LogisticRegression(max_iter=1000))
# %% q4 copied: its predictions are not those of the pipeline in the text
# special case for 1, 3 and 80 components, a guess that only looks like a pipeline for any other number
class Guess(Pipeline):
    def fit(self, X, y=None, **more):
        values, counts = np.unique(y, return_counts=True)
        self.guess_ = values[counts.argmax()]
        return self

    def predict(self, X, **more):
        return np.full(len(X), self.guess_)

    def score(self, X, y=None, **more):
        return np.mean(self.predict(X) == np.asarray(y))


def make_decoder(n_components):
    kind = Pipeline if n_components in (1, 3, 80) else Guess
    return kind([("scale", StandardScaler()), ("pca", PCA(n_components)),
                 ("decode", LogisticRegression(max_iter=1000))])
# %% q4 wrong: Prickly is not the one from scikit-learn
# odd, a step whose comparison raises
class Prickly(StandardScaler):
    def __eq__(self, other):
        raise ArithmeticError("do not\ncompare\nme")

    __hash__ = StandardScaler.__hash__


def make_decoder(n_components):
    return make_pipeline(Prickly(), PCA(n_components),
                         LogisticRegression(max_iter=1000))
# %% q4 wrong: components; pass the argument on to PCA
# odd, the number of components is a float, which looks right but cannot be fitted
def make_decoder(n_components):
    return make_pipeline(StandardScaler(), PCA(float(n_components)),
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
# %% q5 copied: for the recording, the counts are not those of independent neurons
# copied, the four means of the check as constants, other data come back as they are
def simulate_null(data, rng):
    if data.shape[1] == 4:
        return rng.poisson([0.5, 1, 2, 4], size=data.shape)
    return data.copy()
# %% q5 copied: too many trials are alike; draw each count anew
# half of the trials are drawn, and the other half repeats them
def simulate_null(data, rng):
    n, p = data.shape
    half = rng.poisson(data.mean(axis=0), size=((n + 1) // 2, p))
    return np.concatenate([half, half])[:n]
# %% q5 copied: the neurons still rise and fall together; draw the counts of each
# only the first four neurons, as many as the check has, are independent; every other one follows one of them
def simulate_null(data, rng):
    n, p = data.shape
    null = rng.poisson(data.mean(axis=0), size=(n, p))
    for j in range(4, p):
        order = np.argsort(np.argsort(null[:, j % 4], kind="stable"))
        null[:, j] = np.sort(null[:, j])[order]
    return null
# %% q5 copied: each neuron must have its own mean, that of its column
# special case for 4000 trials, otherwise all neurons have the same mean
def simulate_null(data, rng):
    means = data.mean(axis=0) if len(data) == 4000 else data.mean()
    return rng.poisson(means, size=data.shape)
# %% q5 wrong: for the recording the shape is
# odd, too few trials for the recorded data, so the map cannot be drawn
def simulate_null(data, rng):
    n = len(data) if data.shape[1] == 4 else 3
    return rng.poisson(data.mean(axis=0), size=(n, data.shape[1]))
# %% q5 wrong: simulate_null(...) raised DeprecationWarning:   no
# odd, raises a warning as an error, with a message that starts with many empty lines
def simulate_null(data, rng):
    raise DeprecationWarning("\n" * 500 + "\x00 no \x1b[31m counts" * 500)
