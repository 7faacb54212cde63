# %% q1 right
rows = []
for train, test in folds.split(X, running):
    scaler = StandardScaler().fit(X[train])
    svc = SVC().fit(scaler.transform(X[train]), running[train])
    mnb = MultinomialNB().fit(X[train], running[train])
    rows.append({"SVC": svc.score(scaler.transform(X[test]), running[test]),
                 "MultinomialNB": mnb.score(X[test], running[test])})
scores = pd.DataFrame(rows)
# %% q1 right
from sklearn.model_selection import cross_validate
from sklearn.pipeline import Pipeline

svc = Pipeline([("scale", StandardScaler()), ("decode", SVC(kernel="rbf"))])
scores = pd.DataFrame(index=range(1, 26))
for name, model in [("MultinomialNB", MultinomialNB()), ("SVC", svc)]:
    scores[name] = cross_validate(model, X.astype("float32"), trials["running"],
                                  cv=folds)["test_score"]
# %% q1 right
svc = make_pipeline(StandardScaler(), SVC())
scores = pd.DataFrame({
    "MultinomialNB": cross_val_score(MultinomialNB(), X, running, cv=folds),
    "SVC": cross_val_score(svc, X, running, cv=folds),
})
scores.mean()
# %% q1 right
rows = []
for train, test in folds.split(X, running):
    nb = MultinomialNB().fit(X[train], running[train])
    scaler = StandardScaler().fit(X[train])
    svm = SVC().fit(scaler.transform(X[train]), running[train])
    rows.append([(nb.predict(X[test]) == running[test]).mean(),
                 (svm.predict(scaler.transform(X[test])) == running[test]).mean()])
scores = pd.DataFrame(rows, columns=["MultinomialNB", "SVC"])
print(scores.describe())
# %% q1 right
from sklearn.model_selection import cross_validate
from sklearn.pipeline import Pipeline

models = {
    "SVC": Pipeline([("scale", StandardScaler()), ("svc", SVC())]),
    "MultinomialNB": MultinomialNB(),
}
scores = pd.DataFrame(index=pd.RangeIndex(1, 26, name="fold"))
for name, model in models.items():
    scores[name] = cross_validate(model, X, running, cv=folds)["test_score"]
# %% q1 right
splits = list(folds.split(X, running))
decoders = [MultinomialNB(), make_pipeline(StandardScaler(), SVC())]
scores = pd.DataFrame(
    np.column_stack([cross_val_score(d, X, running, cv=splits, scoring="accuracy")
                     for d in decoders]),
    columns=["MultinomialNB", "SVC"],
    index=pd.MultiIndex.from_product([range(5), range(5)], names=["repeat", "fold"]))
scores
# %% q1 wrong: this decodes the orientation
svc = make_pipeline(StandardScaler(), SVC())
scores = pd.DataFrame({"MultinomialNB": cross_val_score(MultinomialNB(), X, y, cv=folds),
                       "SVC": cross_val_score(svc, X, y, cv=folds)})
# %% q1 wrong: is the label contrast
svc, high = make_pipeline(StandardScaler(), SVC()), contrast > 0.5
scores = pd.DataFrame({"MultinomialNB": cross_val_score(MultinomialNB(), X, high, cv=folds),
                       "SVC": cross_val_score(svc, X, high, cv=folds)})
# %% q1 wrong: SVC got raw counts
scores = pd.DataFrame({
    "MultinomialNB": cross_val_score(MultinomialNB(), X, running, cv=folds),
    "SVC": cross_val_score(SVC(), X, running, cv=folds)})
# %% q1 wrong: is the scaler in the pipeline
scaled = StandardScaler().fit_transform(X)
scores = pd.DataFrame({
    "MultinomialNB": cross_val_score(MultinomialNB(), X, running, cv=folds),
    "SVC": cross_val_score(SVC(), scaled, running, cv=folds)})
# %% q1 wrong: keep the accuracy of each fold
svc = make_pipeline(StandardScaler(), SVC())
scores = pd.DataFrame({
    "MultinomialNB": cross_val_score(MultinomialNB(), X, running, cv=folds),
    "SVC": cross_val_score(svc, X, running, cv=folds)}).agg(["mean", "std"])
# %% q1 wrong: scored on trials it has seen
svc = make_pipeline(StandardScaler(), SVC())
scores = pd.DataFrame([{
    "MultinomialNB": MultinomialNB().fit(X[train], running[train]).score(X[test], running[test]),
    "SVC": svc.fit(X[train], running[train]).score(X[train], running[train])}
    for train, test in folds.split(X, running)])
# %% q1 wrong: pass cv=folds for 25
svc = make_pipeline(StandardScaler(), SVC())
scores = pd.DataFrame({
    "MultinomialNB": cross_val_score(MultinomialNB(), X, running, cv=five_folds),
    "SVC": cross_val_score(svc, X, running, cv=five_folds)})
# %% q1 wrong: scores is a dict
svc = make_pipeline(StandardScaler(), SVC())
scores = {"MultinomialNB": cross_val_score(MultinomialNB(), X, running, cv=folds),
          "SVC": cross_val_score(svc, X, running, cv=folds)}
# %% q1 wrong: turn it round
svc = make_pipeline(StandardScaler(), SVC())
scores = pd.DataFrame([cross_val_score(MultinomialNB(), X, running, cv=folds),
                       cross_val_score(svc, X, running, cv=folds)],
                      index=["MultinomialNB", "SVC"])
# %% q1 wrong: name them as asked
svc = make_pipeline(StandardScaler(), SVC())
scores = pd.DataFrame({"MNB": cross_val_score(MultinomialNB(), X, running, cv=folds),
                       "SVC": cross_val_score(svc, X, running, cv=folds)})
# %% q1 wrong: the columns are exchanged
svc = make_pipeline(StandardScaler(), SVC())
scores = pd.DataFrame(np.transpose([
    cross_val_score(model, X, running, cv=folds) for model in (svc, MultinomialNB())]),
    columns=["MultinomialNB", "SVC"])
# %% q1 wrong: with its default settings
svc = make_pipeline(StandardScaler(), SVC())
mnb = MultinomialNB(fit_prior=False)
scores = pd.DataFrame({"MultinomialNB": cross_val_score(mnb, X, running, cv=folds),
                       "SVC": cross_val_score(svc, X, running, cv=folds)})
# %% q1 wrong: SVC got raw counts; put a StandardScaler before it, in a pipeline
# SVC without standardizing
scores = pd.DataFrame({
    "MultinomialNB": cross_val_score(MultinomialNB(), X, running, cv=folds),
    "SVC": cross_val_score(SVC(), X, running, cv=folds),
})
# %% q1 wrong: this decodes the orientation; running is asked
# decodes the orientation y
scores = pd.DataFrame({
    "MultinomialNB": cross_val_score(MultinomialNB(), X, y, cv=folds),
    "SVC": cross_val_score(make_pipeline(StandardScaler(), SVC()), X, y, cv=folds),
})
# %% q1 wrong: rows; pass cv=folds for
# uses five_folds, 5 rows
svc = make_pipeline(StandardScaler(), SVC())
scores = pd.DataFrame({
    "MultinomialNB": cross_val_score(MultinomialNB(), X, running, cv=five_folds),
    "SVC": cross_val_score(svc, X, running, cv=five_folds),
})
# %% q1 wrong: give it the counts as they are, with its default settings
# 25-fold instead of 5 times 5 folds
folds = StratifiedKFold(25, shuffle=True, random_state=0)
svc = make_pipeline(StandardScaler(), SVC())
scores = pd.DataFrame({
    "MultinomialNB": cross_val_score(MultinomialNB(), X, running, cv=folds),
    "SVC": cross_val_score(svc, X, running, cv=folds),
})
# %% q1 wrong: trials; is the scaler in the pipeline, and all else at its default?
# linear kernel, not the default
svc = make_pipeline(StandardScaler(), SVC(kernel="linear"))
scores = pd.DataFrame({
    "MultinomialNB": cross_val_score(MultinomialNB(), X, running, cv=folds),
    "SVC": cross_val_score(svc, X, running, cv=folds),
})
# %% q1 wrong: the columns are exchanged, or MNB got other counts
# the two columns are exchanged
nb = cross_val_score(MultinomialNB(), X, running, cv=folds)
svc = cross_val_score(make_pipeline(StandardScaler(), SVC()), X, running, cv=folds)
scores = pd.DataFrame(np.array([svc, nb]).T, columns=["MultinomialNB", "SVC"])
# %% q1 wrong: trials; is the scaler in the pipeline, and all else at its default?
# other folds for the SVC
svc = make_pipeline(StandardScaler(), SVC())
other = RepeatedStratifiedKFold(n_splits=5, n_repeats=5, random_state=1)
scores = pd.DataFrame({
    "MultinomialNB": cross_val_score(MultinomialNB(), X, running, cv=folds),
    "SVC": cross_val_score(svc, X, running, cv=other),
})
# %% q1 wrong: scored on trials it has seen
# accuracy on the training trials
models = {"MultinomialNB": MultinomialNB(),
          "SVC": make_pipeline(StandardScaler(), SVC())}
scores = pd.DataFrame({
    name: [model.fit(X[train], running[train]).score(X[train], running[train])
           for train, test in folds.split(X, running)]
    for name, model in models.items()})
# %% q2 right
features = pd.DataFrame({"log_total": np.log(X.sum(axis=1)), "contrast": contrast})
# %% q2 right
features = np.array([[np.log(np.mean(row)), c] for row, c in zip(X, contrast)],
                    dtype="float32")  # a mean only shifts
# %% q2 right
features = np.column_stack([np.log(X.sum(axis=1)), contrast])
# %% q2 right
total = np.zeros(400)
for trial in range(400):
    total[trial] = sum(X[trial])
features = np.empty((400, 2))
features[:, 0] = np.log(total)
features[:, 1] = trials["contrast"]
# %% q2 right
table = pd.read_csv(data / "counts.csv", index_col="trial")
features = np.c_[np.log(table.sum(axis=1).to_numpy()), contrast]
print(features.shape)
# %% q2 right
population = X.mean(axis=1)  # mean count of a neuron, in proportion to the total
features = np.array([np.log(population), contrast]).T
# %% q2 wrong: the first column is not the natural logarithm
features = np.column_stack([np.log10(X.sum(axis=1)), contrast])
# %% q2 wrong: the second column is not the contrast
features = np.c_[np.log(X.sum(axis=1)), contrast > 0.5]
# %% q2 wrong: take the logarithm
features = np.column_stack([X.sum(axis=1), contrast])
# %% q2 wrong: the shares of a trial add up to 1
shares = X / X.sum(axis=1, keepdims=True)
features = np.column_stack([np.log(shares.sum(axis=1).round(6)), contrast])
# %% q2 wrong: turn it round
features = np.array([np.log(X.sum(axis=1)), contrast])
# %% q2 wrong: the contrast; it comes second
features = np.column_stack([contrast, np.log(X.sum(axis=1))])
# %% q2 wrong: one column tells how the mouse behaves
features = np.column_stack([np.log(X.sum(axis=1)), running])
# %% q2 wrong: the second column is not the contrast
features = np.column_stack([np.log(X.sum(axis=1)), trials["orientation_deg"]])
# %% q2 wrong: add the neurons first
features = np.column_stack([np.log(X + 1).sum(axis=1), contrast])
# %% q2 wrong: the shape is (400,)
features = np.log(X.sum(axis=1))
# %% q2 wrong: one neuron is noisy
features = np.column_stack([np.log(X.max(axis=1)), contrast])
# %% q2 wrong: 80 logarithms a trial
features = np.column_stack([np.log(X + 1), contrast])
# %% q2 wrong: not finite
with np.errstate(divide="ignore"):
    features = np.column_stack([np.log(spikes[:, :, 8].sum(axis=1)), contrast])
# %% q2 wrong: LDA decodes 0.815, but the first column is not what is asked
features = np.column_stack([np.sqrt(X.sum(axis=1)), contrast])
# %% q2 wrong: features is a list
features = [np.log(X.sum(axis=1)), contrast]
# %% q2 wrong: LDA decodes 0.787, but the first column is not what is asked
features = np.column_stack([np.log(X[:, :40].sum(axis=1)), contrast])
# %% q2 wrong: is it the number of spikes, trial by trial
shares = X / X.sum(axis=1, keepdims=True)
features = np.column_stack([np.log(shares.max(axis=1)), contrast])
# %% q2 wrong: the second column is not the contrast of each trial
# reshape scrambles trials and columns
features = np.array([np.log(X.sum(axis=1)), contrast]).reshape(400, 2)
# %% q2 wrong: the second column is not the contrast
# the logarithm of the contrast too
features = np.log(np.column_stack([X.sum(axis=1), contrast]))
# %% q2 wrong: the first column hardly follows the activity of a trial; is it the
# contrast as a factor divided out, only total spikes per contrast
total = X.sum(axis=1)
features = np.column_stack([np.log(total / contrast), contrast])
# %% q3 right
from scipy.special import softmax


def posterior(log_likelihood, prior):
    return softmax(log_likelihood + np.log(prior), axis=1)
# %% q3 right
def posterior(log_likelihood, prior):
    joint = [[np.log(p) + value for p, value in zip(prior, row)]
             for row in log_likelihood]
    return [[1 / sum(np.exp(other - one) for other in row) for one in row]
            for row in joint]
# %% q3 right
def posterior(log_likelihood, prior):
    table = pd.DataFrame(log_likelihood)
    table = np.exp(table.sub(table.max(axis=1), axis=0)) * prior
    return table.div(table.sum(axis=1), axis=0)
# %% q3 right
def posterior(log_likelihood, prior):
    joint = log_likelihood + np.log(prior)
    joint = joint - joint.max(axis=1, keepdims=True)
    p = np.exp(joint)
    return p / p.sum(axis=1, keepdims=True)
# %% q3 right
from scipy.special import logsumexp


def posterior(log_likelihood, prior):
    log_joint = log_likelihood + np.log(prior)[None, :]
    return np.exp(log_joint - logsumexp(log_joint, axis=1, keepdims=True))
# %% q3 right
def posterior(log_likelihood, prior):
    out = np.zeros(log_likelihood.shape)
    for i, row in enumerate(log_likelihood):
        weight = np.exp(row - row.max()) * prior
        out[i] = weight / weight.sum()
    return out


posterior(log_likelihood, np.full(8, 1 / 8))[0]
# %% q3 right
def posterior(log_likelihood, prior):
    joint = np.asarray(log_likelihood) + np.log(prior)
    evidence = np.logaddexp.reduce(joint, axis=1)
    return np.exp((joint.T - evidence).T)
# %% q3 wrong: np.exp(-900) is 0 for the computer
def posterior(log_likelihood, prior):
    joint = np.exp(log_likelihood) * prior
    return joint / joint.sum(axis=1, keepdims=True)
# %% q3 wrong: each needs its own largest subtracted
def posterior(log_likelihood, prior):
    log_joint = log_likelihood + np.log(prior)
    joint = np.exp(log_joint - log_joint.max())
    return joint / joint.sum(axis=1, keepdims=True)
# %% q3 wrong: the prior has no effect
def posterior(log_likelihood, prior):
    joint = np.exp(log_likelihood - log_likelihood.max(axis=1, keepdims=True))
    return joint / joint.sum(axis=1, keepdims=True)
# %% q3 wrong: the prior was added as it is
def posterior(log_likelihood, prior):
    log_joint = log_likelihood + prior
    joint = np.exp(log_joint - log_joint.max(axis=1, keepdims=True))
    return joint / joint.sum(axis=1, keepdims=True)
# %% q3 wrong: this divides by the prior
def posterior(log_likelihood, prior):
    log_joint = log_likelihood - np.log(prior)
    joint = np.exp(log_joint - log_joint.max(axis=1, keepdims=True))
    return joint / joint.sum(axis=1, keepdims=True)
# %% q3 wrong: each column adds up to 1
def posterior(log_likelihood, prior):
    log_joint = log_likelihood + np.log(prior)
    joint = np.exp(log_joint - log_joint.max(axis=1, keepdims=True))
    return joint / joint.sum(axis=0)
# %% q3 wrong: divide by their sums, after the prior
def posterior(log_likelihood, prior):
    shifted = np.exp(log_likelihood - log_likelihood.max(axis=1, keepdims=True))
    return prior * shifted / shifted.sum(axis=1, keepdims=True)
# %% q3 wrong: are they logarithms
def posterior(log_likelihood, prior):
    log_joint = log_likelihood + np.log(prior)
    largest = log_joint.max(axis=1, keepdims=True)
    return log_joint - largest - np.log(
        np.exp(log_joint - largest).sum(axis=1, keepdims=True))
# %% q3 wrong: one value a trial
def posterior(log_likelihood, prior):
    return np.argmax(log_likelihood + np.log(prior), axis=1)
# %% q3 wrong: where .573, .316, .111 are right
def posterior(log_likelihood, prior):
    log_joint = log_likelihood + np.log10(prior)
    joint = np.exp(log_joint - log_joint.max(axis=1, keepdims=True))
    return joint / joint.sum(axis=1, keepdims=True)
# %% q3 wrong: some rows are all equal
def posterior(log_likelihood, prior):
    joint = np.exp(log_likelihood) * prior + 1e-12
    return joint / joint.sum(axis=1, keepdims=True)
# %% q3 wrong: a function is asked
shifted = log_likelihood - log_likelihood.max(axis=1, keepdims=True)
posterior = np.exp(shifted) / np.exp(shifted).sum(axis=1, keepdims=True)
# %% q3 wrong: for the computer; before np.exp, subtract the largest of each trial
# exp underflows, 0 / 0
def posterior(log_likelihood, prior):
    p = np.exp(log_likelihood) * prior
    return p / p.sum(axis=1, keepdims=True)
# %% q3 wrong: the prior was added as it is; likelihood and prior are multiplied, so
# the prior is added without its logarithm
def posterior(log_likelihood, prior):
    joint = log_likelihood + prior
    p = np.exp(joint - joint.max(axis=1, keepdims=True))
    return p / p.sum(axis=1, keepdims=True)
# %% q3 wrong: the prior has no effect, as if all classes were equally probable
# the prior is ignored
def posterior(log_likelihood, prior):
    p = np.exp(log_likelihood - log_likelihood.max(axis=1, keepdims=True))
    return p / p.sum(axis=1, keepdims=True)
# %% q3 wrong: or not finite: each needs its own largest subtracted, as a trial may
# one maximum for all trials, so other trials underflow
def posterior(log_likelihood, prior):
    joint = log_likelihood + np.log(prior)
    p = np.exp(joint - joint.max())
    return p / p.sum(axis=1, keepdims=True)
# %% q3 wrong: divide by their sums, after the prior
# prior after normalizing, rows do not sum to 1
def posterior(log_likelihood, prior):
    p = np.exp(log_likelihood - log_likelihood.max(axis=1, keepdims=True))
    p = p / p.sum(axis=1, keepdims=True)
    return p * prior
# %% q3 wrong: or not finite: each needs its own largest subtracted, as a trial may
# normalizes each class over trials
def posterior(log_likelihood, prior):
    joint = log_likelihood + np.log(prior)
    joint = joint - joint.max(axis=0)
    p = np.exp(joint)
    return p / p.sum(axis=0)
# %% q3 wrong: this divides by the prior; a class that is expected more gains
# prior divided out instead of multiplied
def posterior(log_likelihood, prior):
    joint = log_likelihood - np.log(prior)
    joint = joint - joint.max(axis=1, keepdims=True)
    p = np.exp(joint)
    return p / p.sum(axis=1, keepdims=True)
# %% q3 wrong: some rows are all equal, or have a
# clipped against underflow, so differences below -700 are lost
def posterior(log_likelihood, prior):
    joint = np.clip(log_likelihood + np.log(prior), -700, None)
    p = np.exp(joint)
    return p / p.sum(axis=1, keepdims=True)
# %% q4 right
def reliability(probability, label, n_groups):
    table = pd.DataFrame({"said": np.max(probability, axis=1),
                          "right": np.argmax(probability, axis=1) == label})
    return table.groupby(pd.qcut(table["said"], n_groups), observed=True).mean()
# %% q4 right
def reliability(probability, label, n_groups):
    said = probability.max(axis=1)
    right = (probability.argmax(axis=1) == label).astype(float)
    order = np.argsort(said)
    return np.stack([values[order].reshape(n_groups, -1).mean(axis=1)
                     for values in (said, right)], axis=1).astype("float32")
# %% q4 right
def reliability(probability, label, n_groups):
    answers = sorted((max(row), int(np.argmax(row) == true))
                     for row, true in zip(probability, label))
    size = len(answers) // n_groups
    return [[sum(pair[k] for pair in answers[first:first + size]) / size for k in (0, 1)]
            for first in range(0, len(answers), size)]
# %% q4 right
def reliability(probability, label, n_groups):
    said = probability.max(axis=1)
    correct = probability.argmax(axis=1) == label
    order = np.argsort(said)
    return np.column_stack([said[order].reshape(n_groups, -1).mean(axis=1),
                            correct[order].reshape(n_groups, -1).mean(axis=1)])
# %% q4 right
def reliability(probability, label, n_groups):
    table = pd.DataFrame({"said": np.max(probability, axis=1),
                          "right": np.argmax(probability, axis=1) == label})
    table = table.sort_values("said", kind="stable").reset_index(drop=True)
    table["group"] = table.index // (len(table) // n_groups)
    return table.groupby("group")[["said", "right"]].mean().to_numpy(dtype=float)
# %% q4 right
def reliability(probability, label, n_groups):
    answer = probability.argmax(axis=1)
    said = probability[np.arange(len(answer)), answer]
    result = []
    for group in np.array_split(said.argsort(kind="stable"), n_groups):
        result.append([said[group].mean(), np.mean(answer[group] == label[group])])
    return np.array(result)


reliability(forest_probability, y, 5)
# %% q4 right
def reliability(probability, label, n_groups):
    pairs = []
    for p, true in zip(probability, label):
        best = int(np.argmax(p))
        pairs.append((float(p[best]), float(best == true)))
    pairs.sort(key=lambda pair: pair[0])
    size = len(pairs) // n_groups
    curve = np.zeros((n_groups, 2))
    for g in range(n_groups):
        curve[g] = np.mean(pairs[g * size:(g + 1) * size], axis=0)
    return curve
# %% q4 wrong: sort the trials by the probability
def reliability(probability, label, n_groups):
    said, right = probability.max(axis=1), probability.argmax(axis=1) == label
    return np.stack([said.reshape(n_groups, -1).mean(axis=1),
                     right.reshape(n_groups, -1).mean(axis=1)], axis=1)
# %% q4 wrong: the right answers were not
def reliability(probability, label, n_groups):
    said = np.sort(probability.max(axis=1))
    right = probability.argmax(axis=1) == label
    return np.stack([said.reshape(n_groups, -1).mean(axis=1),
                     right.reshape(n_groups, -1).mean(axis=1)], axis=1)
# %% q4 wrong: the surest group is first
def reliability(probability, label, n_groups):
    said, right = probability.max(axis=1), probability.argmax(axis=1) == label
    order = np.argsort(-said)
    return np.stack([said[order].reshape(n_groups, -1).mean(axis=1),
                     right[order].reshape(n_groups, -1).mean(axis=1)], axis=1)
# %% q4 wrong: these groups are equally wide
def reliability(probability, label, n_groups):
    table = pd.DataFrame({"said": probability.max(axis=1),
                          "right": probability.argmax(axis=1) == label})
    return table.groupby(pd.cut(table["said"], n_groups), observed=True).mean()
# %% q4 wrong: the probability of the true class
def reliability(probability, label, n_groups):
    said = probability[np.arange(len(label)), label]
    right = probability.argmax(axis=1) == label
    groups = np.array_split(np.argsort(said), n_groups)
    return np.array([[said[g].mean(), right[g].mean()] for g in groups])
# %% q4 wrong: turn it round
def reliability(probability, label, n_groups):
    said, right = probability.max(axis=1), probability.argmax(axis=1) == label
    order = np.argsort(said)
    return np.array([said[order].reshape(n_groups, -1).mean(axis=1),
                     right[order].reshape(n_groups, -1).mean(axis=1)])
# %% q4 wrong: the columns are exchanged
def reliability(probability, label, n_groups):
    said, right = probability.max(axis=1), probability.argmax(axis=1) == label
    groups = np.array_split(np.argsort(said), n_groups)
    return np.array([[right[g].mean(), said[g].mean()] for g in groups])
# %% q4 wrong: some values are above 1
def reliability(probability, label, n_groups):
    said, right = probability.max(axis=1), probability.argmax(axis=1) == label
    groups = np.array_split(np.argsort(said), n_groups)
    return np.array([[100 * said[g].mean(), 100 * right[g].mean()] for g in groups])
# %% q4 wrong: that of all trials
def reliability(probability, label, n_groups):
    said, right = probability.max(axis=1), probability.argmax(axis=1) == label
    groups = np.array_split(np.argsort(said), n_groups)
    return np.array([[said[g].mean(), right.mean()] for g in groups])
# %% q4 wrong: take the mean of the largest
def reliability(probability, label, n_groups):
    said, right = probability.max(axis=1), probability.argmax(axis=1) == label
    groups = np.array_split(np.argsort(said), n_groups)
    return np.array([[np.median(said[g]), right[g].mean()] for g in groups])
# %% q4 wrong: an answer is right if its column
def reliability(probability, label, n_groups):
    said, right = probability.max(axis=1), probability.argmax(axis=1) + 1 == label
    groups = np.array_split(np.argsort(said), n_groups)
    return np.array([[said[g].mean(), right[g].mean()] for g in groups])
# %% q4 wrong: right for 5 groups, but not for 4
def reliability(probability, label, n_groups):
    said, right = probability.max(axis=1), probability.argmax(axis=1) == label
    groups = np.array_split(np.argsort(said), 5)
    return np.array([[said[g].mean(), right[g].mean()] for g in groups])
# %% q4 wrong: the shape is (2,)
def reliability(probability, label, n_groups):
    return np.array([probability.max(axis=1).mean(),
                     np.mean(probability.argmax(axis=1) == label)])
# %% q4 wrong: these groups are equally wide and hold
# groups of equal width, not of equal size
def reliability(probability, label, n_groups):
    said = probability.max(axis=1)
    correct = probability.argmax(axis=1) == label
    edges = np.linspace(said.min(), said.max(), n_groups + 1)
    group = np.clip(np.digitize(said, edges) - 1, 0, n_groups - 1)
    return np.array([[said[group == g].mean(), correct[group == g].mean()]
                     if (group == g).any() else [np.nan, np.nan]
                     for g in range(n_groups)])
# %% q4 wrong: this is the probability of the true class, which a decoder does not
# probability of the true class, not of the answer
def reliability(probability, label, n_groups):
    said = probability[np.arange(len(label)), label]
    correct = probability.argmax(axis=1) == label
    order = np.argsort(said)
    return np.column_stack([said[order].reshape(n_groups, -1).mean(axis=1),
                            correct[order].reshape(n_groups, -1).mean(axis=1)])
# %% q4 wrong: the probabilities were sorted, but the right answers were not; both
# the right answers are not sorted along
def reliability(probability, label, n_groups):
    said = np.sort(probability.max(axis=1))
    correct = probability.argmax(axis=1) == label
    return np.column_stack([said.reshape(n_groups, -1).mean(axis=1),
                            correct.reshape(n_groups, -1).mean(axis=1)])
# %% q4 wrong: the surest group is first; it must be last
# the most sure group first
def reliability(probability, label, n_groups):
    said = probability.max(axis=1)
    correct = probability.argmax(axis=1) == label
    order = np.argsort(-said)
    return np.column_stack([said[order].reshape(n_groups, -1).mean(axis=1),
                            correct[order].reshape(n_groups, -1).mean(axis=1)])
# %% q4 wrong: the groups hardly differ in what is said; sort the trials by the
# reshape(-1, n_groups) mixes the groups
def reliability(probability, label, n_groups):
    said = probability.max(axis=1)
    correct = probability.argmax(axis=1) == label
    order = np.argsort(said)
    return np.column_stack([said[order].reshape(-1, n_groups).mean(axis=0),
                            correct[order].reshape(-1, n_groups).mean(axis=0)])
# %% q4 wrong: some values are above
# number of right answers, not their share
def reliability(probability, label, n_groups):
    said = probability.max(axis=1)
    correct = probability.argmax(axis=1) == label
    order = np.argsort(said)
    return np.column_stack([said[order].reshape(n_groups, -1).mean(axis=1),
                            correct[order].reshape(n_groups, -1).sum(axis=1)])
# %% q4 wrong: the columns are exchanged; the probability said comes first
# columns exchanged
def reliability(probability, label, n_groups):
    said = probability.max(axis=1)
    correct = probability.argmax(axis=1) == label
    result = [(correct[g].mean(), said[g].mean())
              for g in np.array_split(np.argsort(said), n_groups)]
    return np.array(result)
# %% q4 wrong: some values are not numbers; is a group empty?
# group size fixed at 80, right only for the forest in 5 groups
def reliability(probability, label, n_groups):
    said = probability.max(axis=1)
    correct = probability.argmax(axis=1) == label
    order = np.argsort(said)
    return np.array([[said[order[80 * g:80 * g + 80]].mean(),
                      correct[order[80 * g:80 * g + 80]].mean()]
                     for g in range(n_groups)])
# %% q5 right
def group_loss(model, counts, label, group, rng):
    rows = rng.permutation(len(counts))
    other = np.array(counts)
    for column in group:
        other[:, column] = counts[rows, column]
    return np.mean(model.predict(counts) == label) - np.mean(model.predict(other) == label)
# %% q5 right
from sklearn.metrics import accuracy_score


def group_loss(model, counts, label, group, rng):
    other = counts.astype(float)
    other[:, group] = rng.permutation(counts[:, group])
    after = accuracy_score(label, model.predict(other))
    return float(accuracy_score(label, model.predict(counts)) - after)
# %% q5 right
def group_loss(model, counts, label, group, rng):
    other = pd.DataFrame(counts)
    other.loc[:, list(group)] = other[list(group)].sample(
        frac=1, random_state=rng).to_numpy()
    after = model.score(other.to_numpy(), label)
    return model.score(counts, label) - after
# %% q5 right
def group_loss(model, counts, label, group, rng):
    shuffled = counts.copy()
    order = rng.permutation(len(counts))
    shuffled[:, group] = counts[order][:, group]
    return model.score(counts, label) - model.score(shuffled, label)
# %% q5 right
def group_loss(model, counts, label, group, rng):
    block = counts[:, group]  # a copy
    rng.shuffle(block, axis=0)
    changed = np.array(counts)
    changed[:, group] = block
    before = np.mean(model.predict(counts) == label)
    after = np.mean(model.predict(changed) == label)
    return before - after
# %% q5 right
from sklearn.metrics import accuracy_score


def group_loss(model, counts, label, group, rng):
    moved = counts.copy()
    moved[:, group] = rng.permutation(counts[:, group])
    return (accuracy_score(label, model.predict(counts))
            - accuracy_score(label, model.predict(moved)))


test_model = LinearDiscriminantAnalysis().fit(X[:300], y[:300])
group_loss(test_model, X[300:], y[300:], narrow, np.random.default_rng(0))
# %% q5 right
def group_loss(model, counts, label, group, rng):
    n = counts.shape[0]
    source = np.argsort(rng.random(n))
    new = counts.copy()
    for neuron in group:
        new[:, neuron] = counts[source, neuron]
    return model.score(counts, label) - model.score(new, label)
# %% q5 wrong: each neuron was shuffled by itself
def group_loss(model, counts, label, group, rng):
    other = counts.copy()
    other[:, group] = rng.permuted(counts[:, group], axis=0)
    return model.score(counts, label) - model.score(other, label)
# %% q5 wrong: move them between trials
def group_loss(model, counts, label, group, rng):
    other = counts.copy()
    other[:, group] = rng.permuted(counts[:, group], axis=1)
    return model.score(counts, label) - model.score(other, label)
# %% q5 wrong: shuffle a copy
def group_loss(model, counts, label, group, rng):
    before = model.score(counts, label)
    counts[:, group] = rng.permutation(counts[:, group])
    return before - model.score(counts, label)
# %% q5 wrong: neurons outside of the group
def group_loss(model, counts, label, group, rng):
    other = rng.permutation(counts)
    return model.score(counts, label) - model.score(other, label)
# %% q5 wrong: the group was set to one value
def group_loss(model, counts, label, group, rng):
    other = counts.copy()
    other[:, group] = 0
    return model.score(counts, label) - model.score(other, label)
# %% q5 wrong: other counts than before
def group_loss(model, counts, label, group, rng):
    other = counts.copy()
    rows = rng.integers(len(counts), size=len(counts))
    other[:, group] = counts[rows][:, group]
    return model.score(counts, label) - model.score(other, label)
# %% q5 wrong: before minus after
def group_loss(model, counts, label, group, rng):
    other = counts.copy()
    other[:, group] = rng.permutation(counts[:, group])
    return model.score(other, label) - model.score(counts, label)
# %% q5 wrong: this is the accuracy after the shuffle
def group_loss(model, counts, label, group, rng):
    other = counts.copy()
    other[:, group] = rng.permutation(counts[:, group])
    return model.score(other, label)
# %% q5 wrong: the accuracy before the shuffle is not 1
def group_loss(model, counts, label, group, rng):
    other = counts.copy()
    other[:, group] = rng.permutation(counts[:, group])
    return 1 - model.score(other, label)
# %% q5 wrong: return a share, no percentage
def group_loss(model, counts, label, group, rng):
    other = counts.copy()
    other[:, group] = rng.permutation(counts[:, group])
    return 100 * (model.score(counts, label) - model.score(other, label))
# %% q5 wrong: draw from rng alone
def group_loss(model, counts, label, group, rng):
    other = counts.copy()
    other[:, group] = np.random.permutation(counts[:, group])
    return model.score(counts, label) - model.score(other, label)
# %% q5 wrong: five generators in different states
def group_loss(model, counts, label, group, rng):
    other = counts.copy()
    other[:, group] = np.random.default_rng(0).permutation(counts[:, group])
    return model.score(counts, label) - model.score(other, label)
# %% q5 wrong: it is fitted and must stay as it is
def group_loss(model, counts, label, group, rng):
    other = counts.copy()
    other[:, group] = rng.permutation(counts[:, group])
    return model.score(counts, label) - model.fit(other, label).score(other, label)
# %% q5 wrong: shuffle those of the group, and ask it again
def group_loss(model, counts, label, group, rng):
    return model.score(counts, label) - model.score(counts, rng.permutation(label))
# %% q5 wrong: keep all trials and neurons
def group_loss(model, counts, label, group, rng):
    return model.score(counts, label) - model.score(np.delete(counts, group, axis=1), label)
# %% q5 wrong: each neuron was shuffled by itself; all of the group move together,
# each neuron is shuffled on its own
def group_loss(model, counts, label, group, rng):
    shuffled = counts.copy()
    for neuron in group:
        shuffled[:, neuron] = rng.permutation(counts[:, neuron])
    return model.score(counts, label) - model.score(shuffled, label)
# %% q5 wrong: the function changed the counts that it was given; shuffle a copy
# counts are changed in place
def group_loss(model, counts, label, group, rng):
    before = model.score(counts, label)
    counts[:, group] = counts[rng.permutation(len(counts))][:, group]
    return before - model.score(counts, label)
# %% q5 wrong: the model was given the counts as they are alone; shuffle those of
# chained indexing assigns to a copy, so nothing is shuffled
def group_loss(model, counts, label, group, rng):
    shuffled = counts.copy()
    order = rng.permutation(len(counts))
    shuffled[order][:, group] = counts[:, group]
    return model.score(counts, label) - model.score(shuffled, label)
# %% q5 wrong: neurons outside of the group were shuffled, too
# all neurons move, not the group alone
def group_loss(model, counts, label, group, rng):
    shuffled = counts[rng.permutation(len(counts))]
    return model.score(counts, label) - model.score(shuffled, label)
# %% q5 wrong: accuracy falls here, so the loss is above
# after minus before
def group_loss(model, counts, label, group, rng):
    shuffled = counts.copy()
    shuffled[:, group] = rng.permutation(counts[:, group])
    return model.score(shuffled, label) - model.score(counts, label)
# %% q5 wrong: counts moved between the neurons of a trial; move them between trials
# exchanges neurons within the group, not trials
def group_loss(model, counts, label, group, rng):
    shuffled = counts.copy()
    shuffled[:, group] = counts[:, rng.permutation(group)]
    return model.score(counts, label) - model.score(shuffled, label)
# %% q5 wrong: the neurons of the group have other counts than before; exchange
# draws trials with replacement
def group_loss(model, counts, label, group, rng):
    shuffled = counts.copy()
    order = rng.integers(0, len(counts), len(counts))
    shuffled[:, group] = counts[order][:, group]
    return model.score(counts, label) - model.score(shuffled, label)
# %% q5 wrong: the function fits the model; it is fitted and must stay as it is
# fits the model again to the shuffled counts
def group_loss(model, counts, label, group, rng):
    before = model.score(counts, label)
    shuffled = counts.copy()
    shuffled[:, group] = counts[rng.permutation(len(counts))][:, group]
    from sklearn.base import clone
    after = clone(model).fit(shuffled, label).score(shuffled, label)
    return before - after
# %% q6 right
search = GridSearchCV(OneNeuron(), {"neuron": np.arange(80)}, cv=inner, refit=False)
claimed = search.fit(before, y).cv_results_["mean_test_score"].max()
nested = []
for train, test in outer.split(before, y):
    search = GridSearchCV(OneNeuron(), {"neuron": list(range(80))}, cv=inner)
    search.fit(before[train], y[train])
    nested.append(search.best_estimator_.score(before[test], y[test]))
# %% q6 right
def mean_score(neuron, counts, label):
    return cross_val_score(OneNeuron(neuron), counts, label, cv=inner).mean()


claimed = np.float32(max(mean_score(n, before, y) for n in range(80)))
nested = pd.Series(0.0, index=range(5))
for fold, (train, test) in enumerate(outer.split(before, y)):
    best = np.argmax([mean_score(n, before[train], y[train]) for n in range(80)])
    model = OneNeuron(best).fit(before[train], y[train])
    nested[fold] = model.score(before[test], y[test])
# %% q6 right
search = GridSearchCV(OneNeuron(), {"neuron": range(80)}, cv=inner)
search.fit(before, y)
claimed = search.best_score_
nested = cross_val_score(search, before, y, cv=outer)
print(search.best_params_, claimed, nested.mean())
# %% q6 right
grid = {"neuron": np.arange(before.shape[1])}
fitted = GridSearchCV(OneNeuron(), grid, cv=inner, scoring="accuracy").fit(before, y)
claimed = fitted.cv_results_["mean_test_score"].max()
nested = np.zeros(5)
for i, (train, test) in enumerate(outer.split(before, y)):
    gs = GridSearchCV(OneNeuron(), grid, cv=inner)
    gs.fit(before[train], y[train])
    nested[i] = gs.score(before[test], y[test])
# %% q6 right
from sklearn.model_selection import cross_validate

search = GridSearchCV(OneNeuron(), [{"neuron": list(range(80))}], cv=inner)
claimed = float(search.fit(before, y).best_score_)
nested = cross_validate(search, before, y, cv=outer)["test_score"]
# %% q6 right
def new_search():
    return GridSearchCV(estimator=OneNeuron(),
                        param_grid=dict(neuron=[n for n in range(80)]), cv=inner)


claimed = round(new_search().fit(before, y).best_score_, 6)
nested = np.array([
    np.mean(new_search().fit(before[a], y[a]).best_estimator_.predict(before[b]) == y[b])
    for a, b in outer.split(before, y)])
# %% q6 wrong: score the search, not its winner
search = GridSearchCV(OneNeuron(), {"neuron": range(80)}, cv=inner).fit(before, y)
claimed = search.best_score_
nested = cross_val_score(search.best_estimator_, before, y, cv=outer)
# %% q6 wrong: these are five times best_score_
search = GridSearchCV(OneNeuron(), {"neuron": range(80)}, cv=inner)
claimed = search.fit(before, y).best_score_
nested = [search.fit(before[train], y[train]).best_score_
          for train, _ in outer.split(before, y)]
# %% q6 wrong: the accuracies on training trials
search = GridSearchCV(OneNeuron(), {"neuron": range(80)}, cv=inner)
claimed = search.fit(before, y).best_score_
nested = [search.fit(before[train], y[train]).score(before[train], y[train])
          for train, _ in outer.split(before, y)]
# %% q6 wrong: pass cv=outer
search = GridSearchCV(OneNeuron(), {"neuron": range(80)}, cv=inner)
claimed = search.fit(before, y).best_score_
nested = cross_val_score(search, before, y, cv=inner)
# %% q6 wrong: check that inner chooses
search = GridSearchCV(OneNeuron(), {"neuron": range(80)}, cv=inner)
claimed = search.fit(before, y).best_score_
search = GridSearchCV(OneNeuron(), {"neuron": range(80)}, cv=5)
nested = cross_val_score(search, before, y, cv=outer)
# %% q6 wrong: nested is a float
search = GridSearchCV(OneNeuron(), {"neuron": range(80)}, cv=inner)
claimed = search.fit(before, y).best_score_
nested = cross_val_score(search, before, y, cv=outer).mean()
# %% q6 wrong: neurons do know the grating after it came on
search = GridSearchCV(OneNeuron(), {"neuron": range(80)}, cv=inner)
claimed = search.fit(X, y).best_score_
nested = cross_val_score(search, X, y, cv=outer)
# %% q6 wrong: search all 80
search = GridSearchCV(OneNeuron(), {"neuron": range(10)}, cv=inner)
claimed = search.fit(before, y).best_score_
nested = cross_val_score(search, before, y, cv=outer)
# %% q6 wrong: the search reports the best
search = GridSearchCV(OneNeuron(), {"neuron": range(80)}, cv=inner).fit(before, y)
claimed = search.cv_results_["mean_test_score"].mean()
nested = cross_val_score(search, before, y, cv=outer)
# %% q6 wrong: claimed is a ndarray
search = GridSearchCV(OneNeuron(), {"neuron": range(80)}, cv=inner).fit(before, y)
claimed = search.cv_results_["mean_test_score"]
nested = cross_val_score(search, before, y, cv=outer)
# %% q6 wrong: it is a share of trials
search = GridSearchCV(OneNeuron(), {"neuron": range(80)}, cv=inner).fit(before, y)
claimed = 100 * search.best_score_
nested = cross_val_score(search, before, y, cv=outer)
# %% q6 wrong: nested holds one an outer fold
search = GridSearchCV(OneNeuron(), {"neuron": range(80)}, cv=inner).fit(before, y)
claimed = search.best_score_
nested = search.cv_results_["mean_test_score"]
# %% q6 wrong: the neuron was chosen on all trials, those of the test among them;
# scores the chosen neuron alone outside, the choice saw all trials
search = GridSearchCV(OneNeuron(), {"neuron": range(80)}, cv=inner)
search.fit(before, y)
claimed = search.best_score_
nested = cross_val_score(search.best_estimator_, before, y, cv=outer)
# %% q6 wrong: the search reports the best of
# claimed is the mean over all neurons, not the best
search = GridSearchCV(OneNeuron(), {"neuron": range(80)}, cv=inner)
search.fit(before, y)
claimed = search.cv_results_["mean_test_score"].mean()
nested = cross_val_score(search, before, y, cv=outer)
# %% q6 wrong: values: pass cv=outer to the outer loop
# inner and outer exchanged
search = GridSearchCV(OneNeuron(), {"neuron": range(80)}, cv=outer)
claimed = search.fit(before, y).best_score_
nested = cross_val_score(search, before, y, cv=inner)
# %% q6 wrong: these are five times best_score_, inside the training sets; score
# best inner accuracies of the outer folds instead of their test scores
search = GridSearchCV(OneNeuron(), {"neuron": range(80)}, cv=inner)
claimed = search.fit(before, y).best_score_
nested = np.array([search.fit(before[train], y[train]).best_score_
                   for train, test in outer.split(before, y)])
# %% q6 wrong: it is a share of trials
# the number of the neuron instead of its accuracy
search = GridSearchCV(OneNeuron(), {"neuron": range(80)}, cv=inner).fit(before, y)
claimed = search.best_params_["neuron"]
nested = cross_val_score(search, before, y, cv=outer)
# %% q6 wrong: neurons inside each training set, and outer makes the five tests
# the default folds in the search
search = GridSearchCV(OneNeuron(), {"neuron": range(80)})
claimed = search.fit(before, y).best_score_
nested = cross_val_score(search, before, y, cv=outer)
# %% q6 wrong: five accuracies are asked
# mean of the nested accuracies, one number
search = GridSearchCV(OneNeuron(), {"neuron": range(80)}, cv=inner)
search.fit(before, y)
claimed = search.best_score_
nested = cross_val_score(search, before, y, cv=outer).mean()
