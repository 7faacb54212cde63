# %% q1 right
covariance = Z.T @ Z / (len(Z) - 1)
eigenvalues, eigenvectors = np.linalg.eigh(covariance)
weights = -eigenvectors[:, -1]
# %% q1 right
weights = np.linalg.svd(Z)[2][0].astype("float32")
# %% q1 right
weights = list(PCA(10).fit(Z).components_[0])
# %% q1 wrong: sorts in ascending order
weights = np.linalg.eigh(np.cov(Z.T))[1][:, 0]
# %% q1 wrong: about that of one neuron
weights = np.linalg.eigh(np.cov(Z.T))[1][-1]
# %% q1 wrong: 400 numbers are scores
weights = PCA(1).fit_transform(Z)[:, 0]
# %% q1 wrong: these are all components
weights = PCA().fit(Z).components_
# %% q1 wrong: the shape is (1, 80)
weights = PCA(1).fit(Z).components_
# %% q1 wrong: this is the second component
weights = PCA().fit(Z).components_[1]
# %% q1 wrong: not in the counts
weights = PCA().fit(before).components_[0]
# %% q1 wrong: the length is 1.71
pca = PCA().fit(Z)
weights = pca.components_[0] * np.sqrt(pca.explained_variance_[0])
# %% q2 right
def count_components(data, share):
    return PCA(share).fit(data).n_components_
# %% q2 right
def count_components(data, share):
    variances = np.linalg.eigvalsh(np.cov(np.asarray(data).T))[::-1]
    held = 0
    for number, variance in enumerate(variances, start=1):
        held += variance / variances.sum()
        if held >= share:
            return number
# %% q2 right
def count_components(data, share):
    singular = np.linalg.svd(data - data.mean(axis=0), compute_uv=False)
    ratio = singular**2 / np.sum(singular**2)
    return float(1 + np.sum(ratio.cumsum() < share))
# %% q2 wrong: one too few
def count_components(data, share):
    return np.sum(np.cumsum(PCA().fit(data).explained_variance_ratio_) < share)
# %% q2 wrong: for any share
def count_components(data, share):
    return 1 + np.sum(np.cumsum(PCA().fit(data).explained_variance_ratio_) < 0.9)
# %% q2 wrong: does it use its argument, data?
def count_components(data, share):
    return 1 + np.sum(np.cumsum(PCA().fit(Z).explained_variance_ratio_) < share)
# %% q2 wrong: the variances are their squares
def count_components(data, share):
    singular = PCA().fit(data).singular_values_
    return 1 + np.sum(np.cumsum(singular / singular.sum()) < share)
# %% q2 wrong: the function standardizes
def count_components(data, share):
    ratio = PCA().fit(StandardScaler().fit_transform(data)).explained_variance_ratio_
    return 1 + np.sum(np.cumsum(ratio).round(9) < share)
# %% q2 wrong: so subtract it first
def count_components(data, share):
    variances = np.linalg.svd(data, compute_uv=False) ** 2
    return 1 + np.sum(np.cumsum(variances / variances.sum()) < share)
# %% q2 wrong: a whole number is asked
def count_components(data, share):
    return np.cumsum(PCA().fit(data).explained_variance_ratio_)[int(share)]
# %% q2 wrong: it takes 1, 2, 3, 4 components
def count_components(data, share):
    return np.sum(PCA().fit(data).explained_variance_ratio_ < share)
# %% q2 wrong: this is a int64; a function is asked
count_components = 1 + np.sum(PCA().fit(Z).explained_variance_ratio_.cumsum() < 0.9)
# %% q3 right
rng = np.random.default_rng(5)
shuffled = np.column_stack([rng.permutation(Z[:, j]) for j in range(80)])
# %% q3 right
shuffled = pd.DataFrame(Z).apply(
    lambda neuron: neuron.sample(frac=1, random_state=neuron.name).to_numpy())
# %% q3 right
shuffled = np.random.default_rng(2).permuted(Z.astype("float32"), axis=0)
# %% q3 wrong: whole trials were moved
shuffled = np.random.default_rng(0).permutation(Z)
# %% q3 wrong: between the neurons of a trial
shuffled = np.random.default_rng(0).permuted(Z, axis=1)
# %% q3 wrong: shuffle within each neuron
shuffled = np.random.default_rng(0).permuted(Z)
# %% q3 wrong: without replacement
rng = np.random.default_rng(0)
shuffled = np.column_stack([rng.choice(Z[:, j], 400) for j in range(80)])
# %% q3 wrong: a shuffle moves values
shuffled = np.random.default_rng(0).normal(size=Z.shape)
# %% q3 wrong: 79 neurons have the order of Z
shuffled = Z.copy()
np.random.default_rng(0).shuffle(shuffled[:, 0])
# %% q3 wrong: the shape is (80, 400)
shuffled = np.array([np.random.default_rng(j).permutation(Z[:, j]) for j in range(80)])
# %% q4 right
def make_decoder(n_components):
    return Pipeline([("scale", StandardScaler()),
                     ("reduce", PCA(n_components=n_components, svd_solver="full")),
                     ("decode", LogisticRegression(max_iter=1000, random_state=0))])
# %% q4 right
make_decoder = lambda k: make_pipeline(
    StandardScaler(), PCA(k, whiten=False), LogisticRegression(max_iter=5000))
# %% q4 wrong: it would see the test trials
def make_decoder(n_components):
    PCA(n_components).fit(Z)
    return make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))
# %% q4 wrong: standardize before PCA
def make_decoder(n_components):
    return make_pipeline(PCA(n_components), StandardScaler(),
                         LogisticRegression(max_iter=1000))
# %% q4 wrong: standardize, too
def make_decoder(n_components):
    return make_pipeline(PCA(n_components), LogisticRegression(max_iter=1000))
# %% q4 wrong: make_decoder(3) keeps 1 components
def make_decoder(n_components):
    return make_pipeline(StandardScaler(), PCA(1), LogisticRegression(max_iter=1000))
# %% q4 wrong: the pipeline has been fitted
def make_decoder(n_components):
    decoder = make_pipeline(StandardScaler(), PCA(n_components),
                            LogisticRegression(max_iter=1000))
    return decoder.fit(before, running)
# %% q4 wrong: it needs a return
def make_decoder(n_components):
    decoder = make_pipeline(StandardScaler(), PCA(n_components),
                            LogisticRegression(max_iter=1000))
# %% q4 wrong: make_decoder is a Pipeline
make_decoder = make_pipeline(StandardScaler(), PCA(3), LogisticRegression(max_iter=1000))
# %% q4 wrong: it returns a float64
def make_decoder(n_components):
    decoder = make_pipeline(StandardScaler(), PCA(n_components),
                            LogisticRegression(max_iter=1000))
    return cross_val_score(decoder, before, running, cv=folds).mean()
# %% q4 wrong: max_iter=1000
def make_decoder(n_components):
    return make_pipeline(StandardScaler(), PCA(n_components), LogisticRegression())
# %% q5 right
rng = np.random.default_rng(8)
null_counts = pd.DataFrame({neuron: rng.poisson(before[:, neuron].mean(), 400)
                            for neuron in range(80)})
# %% q5 right
rng = np.random.default_rng(3)
null_counts = rng.permuted(before, axis=0).astype(float)
# %% q5 wrong: each must have its own
null_counts = np.random.default_rng(0).poisson(before.mean(), size=(400, 80))
# %% q5 wrong: every count got a mean of its own
null_counts = np.random.default_rng(0).poisson(before)
# %% q5 wrong: (r = 
means = np.outer(before.mean(axis=1), before.mean(axis=0)) / before.mean()
null_counts = np.random.default_rng(0).poisson(means)
# %% q5 wrong: the neurons still rise and fall together
null_counts = np.random.default_rng(0).permutation(before)
# %% q5 wrong: draw from a Poisson distribution
null_counts = np.random.default_rng(0).normal(before.mean(axis=0), before.std(axis=0),
                                              size=(400, 80))
# %% q5 wrong: all trials are alike
null_counts = np.tile(np.random.default_rng(0).poisson(before.mean(axis=0)), (400, 1))
# %% q5 wrong: not of a second
null_counts = np.random.default_rng(0).poisson(before.mean(axis=0) / 0.2,
                                               size=before.shape)
# %% q5 wrong: the shape is (80, 400)
null_counts = np.random.default_rng(0).poisson(before.mean(axis=0)[:, None],
                                               size=(80, 400))
