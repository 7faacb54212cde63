# %% q1 right
def chance(labels):
    return labels.value_counts(normalize=True).max()
# %% q1 right
def chance(labels):
    values, counts = np.unique(np.asarray(labels), return_counts=True)
    print(dict(zip(values, counts)))
    return counts.max() / counts.sum()
# %% q1 right
from collections import Counter

def chance(labels) -> float:
    """Share of the most common label."""
    (label, n), = Counter(labels).most_common(1)
    return n / len(labels)
# %% q1 right
from sklearn.dummy import DummyClassifier

def chance(labels):
    nothing = np.zeros((len(labels), 1))
    guesser = DummyClassifier(strategy="most_frequent")
    guesser.fit(nothing, labels)
    return guesser.score(nothing, labels)
# %% q1 right
chance = lambda labels: float((labels == labels.mode().iloc[0]).mean())
# %% q1 right
def chance(labels):
    n = {}
    for label in labels:
        if label not in n:
            n[label] = 0
        n[label] += 1
    best = 0
    for label in n:
        if n[label] > best:
            best = n[label]
    return best / sum(n.values())
# %% q1 wrong: chance(...) raised TypeError: Cannot perform reduction
# only works for labels 0 and 1
def chance(labels):
    p = labels.mean()
    return max(p, 1 - p)
# %% q1 wrong: this is guessing each label as often as it occurs; naming the most
# probability matching instead of the best strategy
def chance(labels):
    p = labels.value_counts(normalize=True)
    return (p ** 2).sum()
# %% q1 wrong: which is not it yet; does the function use its argument, and is
# hard-coded number of trials
def chance(labels):
    return labels.value_counts().max() / 400
# %% q1 wrong: which is not it yet; does the function use its argument, and is
# uses the global y
def chance(labels):
    return y.value_counts(normalize=True).max()
# %% q1 wrong: chance(...) returns nothing; add a return
# prints and does not return
def chance(labels):
    p = labels.value_counts(normalize=True).max()
    print(p)
# %% q1 wrong: for y it returned one divided by the number of labels, but the labels
# one over the number of labels
def chance(labels):
    return 1 / labels.nunique()
# %% q1 wrong: your function returned
# a count, not a share
def chance(labels):
    return labels.value_counts().max()
# %% q1 wrong: your function returned
# percent
def chance(labels):
    return 100 * labels.value_counts(normalize=True).max()
# %% q1 wrong: which is not it yet; does the function use its argument, and is
# returns the label
def chance(labels):
    return labels.mode()[0]
# %% q1 wrong: which is not it yet; does the function use its argument, and is
# assumes that 0 is the most common label
def chance(labels):
    return (labels == 0).mean()
# %% q1 wrong: which is not it yet; does the function use its argument, and is
# assumes two labels
def chance(labels):
    return 1 - labels.value_counts(normalize=True).min()
# %% q1 wrong: chance(...) raised ValueError: invalid literal for int() with base
# bincount raises for text
def chance(labels):
    return np.bincount(labels).max() / len(labels)
# %% q1 wrong: chance changes the data that it gets; work on a copy
# sorts the column in place
def chance(labels):
    labels.sort_values(inplace=True)
    best, n = 0, 0
    last = None
    for label in labels:
        n = n + 1 if label == last else 1
        last = label
        best = max(best, n)
    return best / len(labels)
# %% q1 wrong: for other labels it returned one divided by the number of labels, but
# takes the first label of the counts sorted by label
def chance(labels):
    p = labels.value_counts(normalize=True).sort_index()
    return p.iloc[0]
# %% q2 right
def split(features, labels):
    return train_test_split(features, labels, test_size=0.25,
                            stratify=labels, random_state=0)
# %% q2 right
def split(features, labels):
    X_train, X_test, y_train, y_test = train_test_split(
        features, labels, stratify=labels, random_state=42)
    print(len(X_train), "training trials,", len(X_test), "test trials")
    return X_train, X_test, y_train, y_test
# %% q2 right
from sklearn.model_selection import StratifiedShuffleSplit

def split(features: pd.DataFrame, labels: pd.Series) -> tuple:
    splitter = StratifiedShuffleSplit(n_splits=1, test_size=0.25,
                                      random_state=1)
    train, test = next(splitter.split(features, labels))
    return (features.iloc[train], features.iloc[test],
            labels.iloc[train], labels.iloc[test])
# %% q2 right
def split(features, labels):
    four = StratifiedKFold(4, shuffle=True, random_state=3)
    for train, test in four.split(features, labels):
        return [features.iloc[train], features.iloc[test],
                labels.iloc[train], labels.iloc[test]]
# %% q2 right
def split(features, labels):
    rng = np.random.default_rng(5)
    order = rng.permutation(len(labels))
    codes, _ = pd.factorize(np.asarray(labels))
    order = order[np.argsort(codes[order], kind="stable")]
    is_test = np.zeros(len(labels), dtype=bool)
    is_test[order[::4]] = True
    return (features[~is_test], features[is_test],
            labels[~is_test], labels[is_test])
# %% q2 right
import functools

def _split(features, labels, **settings):
    return tuple(train_test_split(features, labels, stratify=labels,
                                  **settings))

split = functools.partial(_split, train_size=3 / 4, random_state=2024)
# %% q2 wrong: % of the test trials; stratify by the labels
# not stratified
def split(features, labels):
    return train_test_split(features, labels, test_size=0.25, random_state=0)
# %% q2 wrong: trials is for testing
# a fifth
def split(features, labels):
    return train_test_split(features, labels, test_size=0.2,
                            stratify=labels, random_state=0)
# %% q2 wrong: split(...) raised ValueError: Found input variables with inconsistent
# stratified by the global y
def split(features, labels):
    return train_test_split(features, labels, test_size=0.25, stratify=y,
                            random_state=0)
# %% q2 wrong: trials is for testing
# splits the global tables
def split(features, labels):
    return train_test_split(X, y, test_size=0.25, stratify=y, random_state=0)
# %% q2 wrong: the order must be X_train, X_test, y_train, y_test
# other order
def split(features, labels):
    X_train, X_test, y_train, y_test = train_test_split(
        features, labels, test_size=0.25, stratify=labels, random_state=0)
    return X_train, y_train, X_test, y_test
# %% q2 wrong: split(...) returns nothing; add a return
# no return
def split(features, labels):
    X_train, X_test, y_train, y_test = train_test_split(
        features, labels, test_size=0.25, stratify=labels, random_state=0)
# %% q2 wrong: trials is for testing
# hard-coded number of test trials
def split(features, labels):
    return train_test_split(features, labels, test_size=100,
                            stratify=labels, random_state=0)
# %% q2 wrong: % of the test trials; stratify by the labels
# the last quarter, not the same mix
def split(features, labels):
    n = int(0.75 * len(features))
    return (features.iloc[:n], features.iloc[n:],
            labels.iloc[:n], labels.iloc[n:])
# %% q2 wrong: split(...) raised ValueError: Stratified train/test split is not
# shuffle=False with stratify raises
def split(features, labels):
    return train_test_split(features, labels, test_size=0.25, shuffle=False,
                            stratify=labels)
# %% q2 wrong: training and test sets are exchanged: a quarter should be test trials
# train and test swapped
def split(features, labels):
    return train_test_split(features, labels, train_size=0.25,
                            stratify=labels, random_state=0)
# %% q2 wrong: X_train and y_train do not belong together; split both in one call
# features and labels no longer belong together
def split(features, labels):
    X_train, X_test = train_test_split(features, test_size=0.25,
                                       stratify=labels, random_state=0)
    y_train, y_test = train_test_split(labels, test_size=0.25,
                                       stratify=labels, random_state=1)
    return X_train, X_test, y_train, y_test
# %% q2 wrong: some rows are not among the features that the function gets
# standardizes all trials first
def split(features, labels):
    scaled = StandardScaler().fit_transform(features)
    return train_test_split(scaled, labels, test_size=0.25, stratify=labels,
                            random_state=0)
# %% q2 wrong: split changes the data that it gets; work on a copy
# adds the labels to the table that it gets
def split(features, labels):
    features["label"] = labels
    train, test = train_test_split(features, test_size=0.25,
                                   stratify=features["label"], random_state=0)
    return (train.drop(columns="label"), test.drop(columns="label"),
            train["label"], test["label"])
# %% q2 wrong: trials is for testing
# balances the labels and loses trials
def split(features, labels):
    n = labels.value_counts().min()
    keep = np.concatenate([np.flatnonzero(labels == label)[:n]
                           for label in labels.unique()])
    return train_test_split(features.iloc[keep], labels.iloc[keep],
                            test_size=0.25, stratify=labels.iloc[keep],
                            random_state=0)
# %% q3 right
def scale_test(train, test):
    scaler = StandardScaler().fit(train)
    return scaler.transform(test)
# %% q3 right
def scale_test(train, test):
    sd = train.std(ddof=0).replace(0, 1)
    return (test - train.mean()) / sd
# %% q3 right
def scale_test(train: pd.DataFrame, test: pd.DataFrame) -> pd.DataFrame:
    scaler = StandardScaler().set_output(transform="pandas")
    scaler.fit_transform(train)
    scaled = scaler.transform(test)
    print(scaled.describe())
    return scaled
# %% q3 right
def scale_test(train, test):
    a = np.array(train, dtype=float)
    b = np.array(test, dtype=float)
    out = np.empty(b.shape)
    for j in range(b.shape[1]):
        m = sum(a[:, j]) / len(a)
        s = np.sqrt(sum((a[:, j] - m) ** 2) / len(a))
        if s == 0:
            s = 1
        for i in range(b.shape[0]):
            out[i, j] = (b[i, j] - m) / s
    return out
# %% q3 right
def scale_test(train, test):
    model = make_pipeline(StandardScaler())
    model.fit(train)
    return pd.DataFrame(model.transform(test), index=test.index,
                        columns=test.columns)
# %% q3 right
import warnings

def scale_test(train, test):
    train = train.to_numpy().astype(np.float32)
    test = test.to_numpy().astype(np.float32)
    m, s = np.mean(train, 0), np.std(train, 0)
    if (s == 0).any():
        warnings.warn("some neurons are silent")
    s = np.where(s == 0, 1, s)
    return ((test - m) / s).astype(np.float32)
# %% q3 wrong: in the test set: the scaler was fitted on it; fit on the training set
# fits to the test trials
def scale_test(train, test):
    return StandardScaler().fit_transform(test)
# %% q3 wrong: in the test set: the scaler was fitted on it; fit on the training set
# fits again to the test trials
def scale_test(train, test):
    scaler = StandardScaler()
    scaler.fit_transform(train)
    return scaler.fit_transform(test)
# %% q3 wrong: the scaler has seen the test trials as well; fit on the training set
# fits to all trials
def scale_test(train, test):
    scaler = StandardScaler().fit(pd.concat([train, test]))
    return scaler.transform(test)
# %% q3 wrong: these are the training trials; return the test trials
# returns the training trials
def scale_test(train, test):
    scaler = StandardScaler().fit(train)
    return scaler.transform(train)
# %% q3 wrong: neurons it must be
# returns both sets
def scale_test(train, test):
    scaler = StandardScaler()
    train_scaled = scaler.fit_transform(train)
    test_scaled = scaler.transform(test)
    return train_scaled, test_scaled
# %% q3 wrong: this is not it yet: for each neuron, subtract the mean of the
# one mean and one standard deviation for all neurons
def scale_test(train, test):
    m = train.to_numpy().mean()
    s = train.to_numpy().std()
    return (test - m) / s
# %% q3 wrong: the scaler has seen the test trials as well; fit on the training set
# fits to the global X
def scale_test(train, test):
    scaler = StandardScaler().fit(X)
    return scaler.transform(test)
# %% q3 wrong: this is not it yet: for each neuron, subtract the mean of the
# does not center
def scale_test(train, test):
    return test / train.std(ddof=0).replace(0, 1)
# %% q3 wrong: divide by the standard deviation, not by the variance
# divides by the variance
def scale_test(train, test):
    return (test - train.mean()) / train.var(ddof=0).replace(0, 1)
# %% q3 wrong: this is not it yet: for each neuron, subtract the mean of the
# standardizes each trial, not each neuron
def scale_test(train, test):
    values = test.to_numpy(dtype=float)
    m = values.mean(axis=1, keepdims=True)
    s = values.std(axis=1, keepdims=True)
    return (values - m) / s
# %% q3 wrong: scale_test changes the data that it gets; work on a copy
# changes the test table in place
def scale_test(train, test):
    scaler = StandardScaler().fit(train)
    scaled = scaler.transform(test)
    for i, column in enumerate(test.columns):
        test[column] = scaled[:, i]
    return test
# %% q3 wrong: the sd is that of the test trials; take it from the training set
# standard deviation of the test trials
def scale_test(train, test):
    return (test - train.mean()) / test.std(ddof=0).replace(0, 1)
# %% q3 wrong: scale_test(...) raised IndexError: index
# hard-coded 80 neurons
def scale_test(train, test):
    train, test = np.asarray(train, float), np.asarray(test, float)
    out = np.zeros((len(test), 80))
    for i in range(80):
        s = train[:, i].std() or 1
        out[:, i] = (test[:, i] - train[:, i].mean()) / s
    return out
# %% q3 wrong: standardize: subtract the mean and divide by the sd
# scales to the range from 0 to 1
def scale_test(train, test):
    from sklearn.preprocessing import MinMaxScaler
    return MinMaxScaler().fit(train).transform(test)
# %% q4 right
def decode(features, labels, folds):
    model = make_pipeline(StandardScaler(), KNeighborsClassifier())
    return cross_val_score(model, features, labels, cv=folds)
# %% q4 right
def decode(features, labels, folds):
    model = Pipeline([("scale", StandardScaler()),
                      ("knn", KNeighborsClassifier(n_neighbors=5))])
    scores = cross_val_score(estimator=model, X=features, y=labels, cv=folds,
                             scoring="accuracy")
    print(f"{scores.mean():.0%}")
    return list(scores)
# %% q4 right
from sklearn.model_selection import cross_validate

def decode(features, labels, folds):
    steps = StandardScaler(), KNeighborsClassifier(5)
    results = cross_validate(make_pipeline(*steps), features, labels,
                             cv=folds, n_jobs=1)
    return results["test_score"]
# %% q4 right
def decode(features, labels, folds):
    a, b = np.asarray(features), np.asarray(labels)
    accuracies = []
    for train, test in folds.split(a, b):
        scaler = StandardScaler()
        a_train = scaler.fit_transform(a[train])
        a_test = scaler.transform(a[test])
        knn = KNeighborsClassifier(n_neighbors=5).fit(a_train, b[train])
        accuracies.append(knn.score(a_test, b[test]))
    return accuracies
# %% q4 right
from sklearn.base import clone
from sklearn.metrics import accuracy_score

def decode(features: pd.DataFrame, labels: pd.Series, folds) -> pd.Series:
    template = make_pipeline(StandardScaler(), KNeighborsClassifier(5))
    result = {}
    for i, (train, test) in enumerate(folds.split(features, labels)):
        model = clone(template).fit(features.iloc[train], labels.iloc[train])
        guess = model.predict(features.iloc[test])
        result[i] = accuracy_score(labels.iloc[test], guess)
    return pd.Series(result)
# %% q4 right
from sklearn.model_selection import GridSearchCV

def decode(features, labels, folds):
    model = make_pipeline(StandardScaler(), KNeighborsClassifier())
    search = GridSearchCV(model, {"kneighborsclassifier__n_neighbors": [5]},
                          cv=folds, refit=False)
    search.fit(features, labels)
    return np.array([search.cv_results_[f"split{i}_test_score"][0]
                     for i in range(search.n_splits_)])
# %% q4 wrong: scaled before the folds were made: a leak; put the scaler in a
# scales before the cross-validation
def decode(features, labels, folds):
    scaled = StandardScaler().fit_transform(features)
    return cross_val_score(KNeighborsClassifier(5), scaled, labels, cv=folds)
# %% q4 wrong: this is not it yet; check the folds, the scaler, and the number of
# cv=10 instead of the folds
def decode(features, labels, folds):
    model = make_pipeline(StandardScaler(), KNeighborsClassifier(5))
    return cross_val_score(model, features, labels, cv=10)
# %% q4 wrong: the accuracies for other labels or folds are wrong
# builds its own folds, the ones given for the recording
def decode(features, labels, folds):
    model = make_pipeline(StandardScaler(), KNeighborsClassifier(5))
    folds = StratifiedKFold(10, shuffle=True, random_state=0)
    return cross_val_score(model, features, labels, cv=folds)
# %% q4 wrong: the accuracies for other labels or folds are wrong
# uses the global folds
def decode(features, labels, cv):
    model = make_pipeline(StandardScaler(), KNeighborsClassifier(5))
    return cross_val_score(model, features, labels, cv=folds)
# %% q4 wrong: the accuracies for other labels or folds are wrong
# uses the global table
def decode(features, labels, folds):
    model = make_pipeline(StandardScaler(), KNeighborsClassifier(5))
    return cross_val_score(model, X, y, cv=folds)
# %% q4 wrong: this is not it yet; check the folds, the scaler, and the number of
# ten neighbors
def decode(features, labels, folds):
    model = make_pipeline(StandardScaler(), KNeighborsClassifier(10))
    return cross_val_score(model, features, labels, cv=folds)
# %% q4 wrong: this is without a scaler; standardize the counts in a pipeline
# does not standardize
def decode(features, labels, folds):
    return cross_val_score(KNeighborsClassifier(n_neighbors=5), features,
                           labels, cv=folds)
# %% q4 wrong: number(s) of shape (); return one accuracy per fold
# returns the mean
def decode(features, labels, folds):
    model = make_pipeline(StandardScaler(), KNeighborsClassifier(5))
    return cross_val_score(model, features, labels, cv=folds).mean()
# %% q4 wrong: this is not it yet; check the folds, the scaler, and the number of
# balanced accuracy
def decode(features, labels, folds):
    model = make_pipeline(StandardScaler(), KNeighborsClassifier(5))
    return cross_val_score(model, features, labels, cv=folds,
                           scoring="balanced_accuracy")
# %% q4 wrong: scored on trials that the decoder has seen
# scores the training trials
def decode(features, labels, folds):
    from sklearn.model_selection import cross_validate
    model = make_pipeline(StandardScaler(), KNeighborsClassifier(5))
    return cross_validate(model, features, labels, cv=folds,
                          return_train_score=True)["train_score"]
# %% q4 wrong: this is not it yet; check the folds, the scaler, and the number of
# fits the scaler again to the test fold
def decode(features, labels, folds):
    a, b = np.asarray(features), np.asarray(labels)
    scores = []
    for train, test in folds.split(a, b):
        knn = KNeighborsClassifier(5)
        knn.fit(StandardScaler().fit_transform(a[train]), b[train])
        scores.append(knn.score(StandardScaler().fit_transform(a[test]),
                                b[test]))
    return np.array(scores)
# %% q4 wrong: scored on trials that the decoder has seen
# fits to all trials and scores per fold
def decode(features, labels, folds):
    a, b = np.asarray(features), np.asarray(labels)
    model = make_pipeline(StandardScaler(), KNeighborsClassifier(5))
    model.fit(a, b)
    return [model.score(a[test], b[test]) for _, test in folds.split(a, b)]
# %% q4 wrong: decode(...) raised KeyError
# loc takes labels of rows, not positions
def decode(features, labels, folds):
    scores = []
    for train, test in folds.split(features, labels):
        model = make_pipeline(StandardScaler(), KNeighborsClassifier(5))
        model.fit(features.loc[train], labels.loc[train])
        scores.append(model.score(features.loc[test], labels.loc[test]))
    return np.array(scores)
# %% q4 wrong: this is not it yet; check the folds, the scaler, and the number of
# the number of folds instead of the folds
def decode(features, labels, folds):
    model = make_pipeline(StandardScaler(), KNeighborsClassifier(5))
    return cross_val_score(model, features, labels, cv=folds.get_n_splits())
# %% q5 right
selective = make_pipeline(SelectKBest(k=10), StandardScaler(),
                          KNeighborsClassifier(n_neighbors=5))
# %% q5 right
selective = Pipeline([
    ("select", SelectKBest(k=10)),
    ("scale", StandardScaler()),
    ("knn", KNeighborsClassifier(5)),
])
# %% q5 right
selective = make_pipeline(SelectKBest(), StandardScaler(),
                          KNeighborsClassifier())
selective
# %% q5 right
from sklearn.feature_selection import f_classif

best_ten = SelectKBest(score_func=f_classif, k=10)
decoder = make_pipeline(StandardScaler(), KNeighborsClassifier(5))
selective = make_pipeline(best_ten, decoder)
# %% q5 right
from sklearn.base import clone

base = make_pipeline(SelectKBest(), StandardScaler(), KNeighborsClassifier())
base.set_params(selectkbest__k=10, kneighborsclassifier__n_neighbors=5)
print(cross_val_score(base, X, y, cv=5).mean())
selective = clone(base)
# %% q5 wrong: the steps are GenericUnivariateSelect, StandardScaler,
# another selector than the text asks for
from sklearn.feature_selection import GenericUnivariateSelect

def build(n_neurons: int, n_neighbors: int) -> Pipeline:
    steps = [("neurons", GenericUnivariateSelect(mode="k_best",
                                                 param=n_neurons))]
    steps.append(("z", StandardScaler()))
    steps.append(("decoder", KNeighborsClassifier(n_neighbors)))
    return Pipeline(steps=steps)

selective = build(n_neurons=10, n_neighbors=5)
# %% q5 wrong: SelectKBest keeps k=
# five neurons
selective = make_pipeline(SelectKBest(k=5), StandardScaler(),
                          KNeighborsClassifier(n_neighbors=10))
# %% q5 wrong: the steps are StandardScaler, KNeighborsClassifier; selecting neurons
# selects outside of the pipeline
X_best = SelectKBest(k=10).fit_transform(X, y)
selective = make_pipeline(StandardScaler(), KNeighborsClassifier(5))
# %% q5 wrong: the steps are ColumnTransformer, StandardScaler,
# columns fixed with all trials
from sklearn.compose import ColumnTransformer

picked = np.flatnonzero(SelectKBest(k=10).fit(X, y).get_support())
selective = make_pipeline(ColumnTransformer([("ten", "passthrough", picked)]),
                          StandardScaler(), KNeighborsClassifier(5))
# %% q5 wrong: selective has been fitted to all trials; leave fitting to the folds
# fitted
selective = make_pipeline(SelectKBest(k=10), StandardScaler(),
                          KNeighborsClassifier(5)).fit(X, y)
# %% q5 wrong: neighbors; five are wanted
# twenty neighbors
selective = make_pipeline(SelectKBest(k=10), StandardScaler(),
                          KNeighborsClassifier(n_neighbors=20))
# %% q5 wrong: the steps are SelectKBest, KNeighborsClassifier; standardize the
# does not standardize
selective = make_pipeline(SelectKBest(k=10), KNeighborsClassifier(5))
# %% q5 wrong: SelectKBest keeps k=all neurons; keep ten
# k of the wrong step, keeps ten neighbors and all neurons
selective = make_pipeline(SelectKBest(k="all"), StandardScaler(),
                          KNeighborsClassifier(5))
# %% q5 wrong: the steps are SelectKBest, KNeighborsClassifier, StandardScaler;
# the decoder is not the last step
selective = make_pipeline(SelectKBest(k=10), KNeighborsClassifier(5),
                          StandardScaler())
# %% q5 wrong: the steps are PCA, StandardScaler, KNeighborsClassifier; selecting
# principal components instead of neurons
from sklearn.decomposition import PCA

selective = make_pipeline(PCA(n_components=10), StandardScaler(),
                          KNeighborsClassifier(5))
# %% q5 wrong: SelectKBest has score_func=<function mutual_info_classif at
# another score
from sklearn.feature_selection import mutual_info_classif

selective = make_pipeline(SelectKBest(mutual_info_classif, k=10),
                          StandardScaler(), KNeighborsClassifier(5))
# %% q5 wrong: the steps are SelectPercentile, StandardScaler, KNeighborsClassifier;
# a percentage that is ten neurons only among 80
from sklearn.feature_selection import SelectPercentile

selective = make_pipeline(SelectPercentile(percentile=12.5), StandardScaler(),
                          KNeighborsClassifier(5))
# %% q5 wrong: selective is a function; chain steps in a pipeline
# a function, not a pipeline
def selective():
    return make_pipeline(SelectKBest(k=10), StandardScaler(),
                         KNeighborsClassifier(5))
# %% q5 wrong: selective is a ndarray; chain steps in a pipeline
# the scores instead of the pipeline
selective = cross_val_score(make_pipeline(
    SelectKBest(k=10), StandardScaler(), KNeighborsClassifier(5)), X, y, cv=5)
# %% q5 wrong: the steps are SelectKBest, type, KNeighborsClassifier; standardize
# a class instead of an object
selective = make_pipeline(SelectKBest(k=10), StandardScaler,
                          KNeighborsClassifier(5))
