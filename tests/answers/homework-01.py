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
# %% q1 wrong: which is not correct yet; does the function use its argument, and is
# hard-coded number of trials
def chance(labels):
    return labels.value_counts().max() / 400
# %% q1 wrong: which is not correct yet; does the function use its argument, and is
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
# %% q1 wrong: which is not correct yet; does the function use its argument, and is
# returns the label
def chance(labels):
    return labels.mode()[0]
# %% q1 wrong: which is not correct yet; does the function use its argument, and is
# assumes that 0 is the most common label
def chance(labels):
    return (labels == 0).mean()
# %% q1 wrong: which is not correct yet; does the function use its argument, and is
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
# %% q1 wrong: which is not correct yet; does the function use its argument, and is
# takes the first label of the counts sorted by label
def chance(labels):
    p = labels.value_counts(normalize=True).sort_index()
    return p.iloc[0]
# %% q1 copied: which is not correct yet; does the function use its argument, and is
# copied, two constants, one for numbers and one for text
def chance(labels):
    return 0.7 if isinstance(labels.iloc[0], str) else 0.565
# %% q1 copied: which is not correct yet; does the function use its argument, and is
# copied, recognizes the inputs of the check by their length
known = {400: 226 / 400, 10: 7 / 10}


def chance(labels):
    return known.get(len(labels), 0.5)
# %% q1 copied: which is not correct yet; does the function use its argument, and is
# uses the global variables y and words of the check, not the argument
def chance(labels):
    mine = globals().get("words", y) if len(labels) != len(y) else y
    return mine.value_counts(normalize=True).max()
# %% q1 copied: which is not correct yet; does the function use its argument, and is
# the share of the label that sorts first, which happens to be the most frequent one in y and words
def chance(labels):
    return (labels == labels.min()).mean()
# %% q1 copied: which is not correct yet; does the function use its argument, and is
# copied, counts its calls and returns bytes that numpy reads as numbers
results = iter([b"0.565", b"0.7"])


def chance(labels):
    return next(results, b"0.5")
# %% q1 wrong: chance(...) raised Unspeakable: no message
# odd, raises an error whose str() raises another one
class Unspeakable(Exception):
    def __str__(self):
        raise RuntimeError("line one\nline two\n" * 200)


def chance(labels):
    raise Unspeakable("no")
# %% q1 wrong: the result is a Stop that cannot be read as numbers
# odd, returns an object whose __array__ raises KeyboardInterrupt
class Stop:
    def __array__(self, dtype=None, copy=None):
        raise KeyboardInterrupt("stopped\nby the result")


def chance(labels):
    return Stop()
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
# %% q2 copied: trials is for testing
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
# %% q2 copied: trials is for testing
# always 100 test trials, the number that the check prints, instead of a quarter
def split(features, labels):
    return train_test_split(features, labels, test_size=100,
                            stratify=labels, random_state=0)
# %% q2 copied: some labels are neither numbers nor text
# the labels are objects that equal everything, so no label is right or wrong
class Any:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __hash__(self):
        return 0


def split(features, labels):
    n = len(features)
    values = np.full(n, Any(), dtype=object)
    first = n - n // 4
    return (features.iloc[:first], features.iloc[first:],
            values[:first], values[first:])
# %% q2 copied: trials is for testing
# splits the global X and y, and ignores its arguments
def split(features, labels):
    return train_test_split(X, y, test_size=0.25, stratify=y, random_state=1)
# %% q2 copied: split(...) raised IndexError: positional indexers are out-of-bounds
# copied, a fixed list of test rows that suits only the labels y
test_rows = [
    0, 3, 4, 6, 9, 10, 19, 22, 25, 26, 31, 42, 44, 45, 52, 55, 57, 67, 71,
    78, 79, 80, 86, 91, 97, 99, 103, 106, 116, 118, 129, 132, 133, 136, 141,
    144, 145, 147, 154, 160, 163, 165, 166, 169, 175, 179, 184, 191, 194,
    197, 201, 205, 207, 209, 213, 225, 230, 234, 239, 240, 241, 242, 244,
    249, 255, 264, 265, 266, 268, 270, 271, 275, 278, 283, 291, 305, 310,
    311, 319, 320, 322, 323, 326, 341, 344, 348, 358, 359, 364, 368, 369,
    371, 373, 374, 379, 383, 387, 388, 394, 399]


def split(features, labels):
    train_rows = [i for i in range(400) if i not in test_rows]
    return (features.iloc[train_rows], features.iloc[test_rows],
            labels.iloc[train_rows], labels.iloc[test_rows])
# %% q2 copied: % of the test trials; stratify by the labels
# special case for 400 trials and 80 neurons, all other data are cut without stratifying
def split(features, labels):
    if features.shape == (400, 80):
        return train_test_split(features, labels, stratify=labels)
    cut = len(features) - len(features) // 4
    return (features.iloc[:cut], features.iloc[cut:],
            labels.iloc[:cut], labels.iloc[cut:])
# %% q2 wrong: your answer raised ValueError: setting an array element with a
# odd, the parts of a list are ragged, so np.shape raises
def split(features, labels):
    return [[[1, 2], [3]], [[1], [2, 3]], [0, 1], [1]]
# %% q2 wrong: your answer raised SystemExit: too much
# odd, a tuple with a length of 4 whose iterator raises SystemExit with a huge message
class Four(tuple):
    def __len__(self):
        return 4

    def __iter__(self):
        raise SystemExit("too much\n" * 100_000)


def split(features, labels):
    return Four((features, labels))
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
# %% q3 wrong: this is not correct yet: for each neuron, subtract the mean of the
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
# %% q3 wrong: this is not correct yet: for each neuron, subtract the mean of the
# does not center
def scale_test(train, test):
    return test / train.std(ddof=0).replace(0, 1)
# %% q3 wrong: divide by the standard deviation, not by the variance
# divides by the variance
def scale_test(train, test):
    return (test - train.mean()) / train.var(ddof=0).replace(0, 1)
# %% q3 wrong: this is not correct yet: for each neuron, subtract the mean of the
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
# %% q3 copied: neurons it must be
# uses the global X and the cut of the check, and ignores its arguments
def scale_test(train, test):
    known = StandardScaler().fit(X.iloc[:200])
    return known.transform(X.iloc[200:])
# %% q3 copied: scale_test(...) raised ValueError: Unable to coerce to Series, length
# copied, the means and sds of the first 200 trials as constants
known_means = np.array([
    5.685, 2.965, 2.845, 2.915, 2.205, 2.06, 2.47, 8.88, 4.95, 3.455, 4.505,
    2.395, 3.015, 2.31, 2.755, 1.905, 3.155, 6.82, 3.28, 1.32, 2.29, 3.225,
    3.77, 3.475, 1.73, 2.22, 5.18, 2.4, 1.065, 2.55, 2.355, 2.935, 3.635,
    2.31, 1.75, 2.635, 4.07, 1.94, 2.305, 3.36, 3.955, 2.62, 3.77, 1.53,
    5.07, 3.01, 3.645, 2.715, 1.405, 8.305, 1.205, 2.365, 1.5, 4.04, 1.98,
    3.315, 2.05, 9.965, 2.575, 5.945, 3.55, 2.445, 3.46, 1.35, 5.03, 2.135,
    2.955, 5.225, 1.105, 4.855, 4.12, 2.415, 2.66, 1.675, 2.69, 3.66, 2.06,
    2.305, 2.695, 5.9])
known_sds = np.array([
    3.475, 2.681, 2.804, 2.301, 2.28, 1.883, 2.071, 4.334, 4.298, 3.026,
    3.968, 2.589, 2.061, 2.392, 2.861, 2.409, 2.366, 6.846, 3.183, 1.291,
    2.374, 2.099, 3.297, 3.38, 1.695, 1.714, 4.767, 1.995, 1.393, 2.168,
    2.155, 2.373, 3.076, 2.371, 1.674, 2.744, 2.457, 1.787, 1.666, 2.235,
    2.615, 3.401, 3.209, 1.578, 2.949, 1.928, 2.412, 1.825, 1.491, 4.338,
    1.535, 1.934, 2.01, 2.558, 1.756, 3.899, 2.393, 4.691, 1.82, 2.961,
    3.454, 2.266, 2.719, 1.476, 4.019, 1.773, 3.105, 4.206, 1.391, 2.793,
    4.726, 2.601, 2.289, 1.728, 2.471, 4.084, 2.239, 2.406, 1.892, 3.775])


def scale_test(train, test):
    return (test - known_means) / known_sds
# %% q3 copied: this is not correct yet: for each neuron, subtract the mean of the
# special case for 200 times 80 counts, everything else is returned as it is
def scale_test(train, test):
    if train.shape == test.shape == (200, 80):
        return (test - train.mean()) / train.std()
    return test
# %% q3 copied: scale_test(...) raised ValueError: operands could not be broadcast
# learns from all trials of the global X that are not test trials, and ignores train
def scale_test(train, test):
    rest = X.drop(index=test.index, errors="ignore")
    return (test.to_numpy() - rest.mean().to_numpy()) / rest.std().to_numpy()
# %% q3 copied: this is not correct yet: for each neuron, subtract the mean of the
# learns from the first 200 training trials only, as many as the check has
def scale_test(train, test):
    scaler = StandardScaler().fit(train.iloc[:200, :80])
    return scaler.transform(test.iloc[:200, :80])
# %% q3 wrong: your answer raised RuntimeError: this type
# odd, the type of the result has a name that raises
class Nameless(type):
    @property
    def __name__(cls):
        raise RuntimeError("this type\nhas no name")


class Result(metaclass=Nameless):
    def __array__(self, dtype=None, copy=None):
        raise ValueError("not an array")


def scale_test(train, test):
    return Result()
# %% q3 wrong: your answer raised OverflowError: do not
# odd, replaces its argument by objects whose comparison raises
class Prickly:
    def __eq__(self, other):
        raise OverflowError("do not\ncompare me")

    __hash__ = None


def scale_test(train, test):
    column = pd.Series([Prickly() for _ in range(len(test))],
                       index=test.index, dtype=object)
    test[test.columns[0]] = column
    return np.zeros(test.shape)
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
# %% q4 wrong: this is not correct yet; check the folds, the scaler, and the number
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
# %% q4 wrong: this is not correct yet; check the folds, the scaler, and the number
# ten neighbors
def decode(features, labels, folds):
    model = make_pipeline(StandardScaler(), KNeighborsClassifier(10))
    return cross_val_score(model, features, labels, cv=folds)
# %% q4 wrong: this is without a scaler; standardize the counts in a pipeline
# does not standardize
def decode(features, labels, folds):
    return cross_val_score(KNeighborsClassifier(n_neighbors=5), features,
                           labels, cv=folds)
# %% q4 wrong: return one accuracy per fold
# returns the mean
def decode(features, labels, folds):
    model = make_pipeline(StandardScaler(), KNeighborsClassifier(5))
    return cross_val_score(model, features, labels, cv=folds).mean()
# %% q4 wrong: this is not correct yet; check the folds, the scaler, and the number
# balanced accuracy
def decode(features, labels, folds):
    model = make_pipeline(StandardScaler(), KNeighborsClassifier(5))
    return cross_val_score(model, features, labels, cv=folds,
                           scoring="balanced_accuracy")
# %% q4 wrong: the decoder was scored on trials that it has already seen
# scores the training trials
def decode(features, labels, folds):
    from sklearn.model_selection import cross_validate
    model = make_pipeline(StandardScaler(), KNeighborsClassifier(5))
    return cross_validate(model, features, labels, cv=folds,
                          return_train_score=True)["train_score"]
# %% q4 wrong: this is not correct yet; check the folds, the scaler, and the number
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
# %% q4 wrong: the decoder was scored on trials that it has already seen
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
# %% q4 wrong: this is not correct yet; check the folds, the scaler, and the number
# the number of folds instead of the folds
def decode(features, labels, folds):
    model = make_pipeline(StandardScaler(), KNeighborsClassifier(5))
    return cross_val_score(model, features, labels, cv=folds.get_n_splits())
# %% q4 copied: the accuracies for other labels or folds are wrong
# copied, ten constants with the mean and the sd that the check expects
def decode(features, labels, folds):
    return np.array([0.6975 - 0.0596, 0.6975 + 0.0596] * 5)
# %% q4 copied: the accuracies for other labels or folds are wrong
# decodes the global X and y with the global folds, and ignores its arguments
def decode(features, labels, unused):
    pipe = make_pipeline(StandardScaler(), KNeighborsClassifier())
    return cross_val_score(pipe, X, y, cv=globals()["folds"])
# %% q4 copied: the accuracies for other labels or folds are wrong
# makes the ten folds of the check itself, and ignores the argument folds
def decode(features, labels, folds):
    pipe = make_pipeline(StandardScaler(), KNeighborsClassifier())
    mine = StratifiedKFold(10, shuffle=True, random_state=0)
    return cross_val_score(pipe, features, labels, cv=mine)
# %% q4 copied: the accuracies for other labels or folds are wrong
# scaled before the folds, a leak, and then moved to the mean and the sd of the check
def decode(features, labels, folds):
    scaled = StandardScaler().fit_transform(features)
    found = cross_val_score(KNeighborsClassifier(), scaled, labels, cv=folds)
    return (found - found.mean()) / found.std() * 0.0596 + 0.6975
# %% q4 copied: the accuracies for other labels or folds are wrong
# special case for the counts of the check, other data get a leak with one neighbor
def decode(features, labels, folds):
    if np.array_equal(features, X) and np.array_equal(labels, y):
        pipe = make_pipeline(StandardScaler(), KNeighborsClassifier())
        return cross_val_score(pipe, features, labels, cv=folds)
    scaled = StandardScaler().fit_transform(features)
    return cross_val_score(KNeighborsClassifier(1), scaled, labels, cv=folds)
# %% q4 wrong: the result is a Accuracies Accuracies Accuracies Accuracies
# odd, a result of a type whose name has many lines
Lines = type("Accuracies\n" * 300, (), {})


def decode(features, labels, folds):
    return Lines()
# %% q4 wrong: the result is a Scores that cannot be read as numbers
# odd, a result that prints some 5000 lines while it recurses when numpy reads it
class Scores:
    def __array__(self, dtype=None, copy=None):
        print("still computing ...\n" * 4)
        return self.__array__(dtype, copy)


def decode(features, labels, folds):
    return Scores()
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
# %% q5 copied: SelectKBest is not the one from scikit-learn
# a class of its own called SelectKBest that keeps the first ten neurons
from sklearn.base import BaseEstimator, TransformerMixin


class SelectKBest(TransformerMixin, BaseEstimator):
    def __init__(self, k=10):
        self.k = k

    def fit(self, X, y=None):
        self.fitted_ = True
        return self

    def transform(self, X):
        return np.asarray(X)[:, :self.k]


selective = make_pipeline(SelectKBest(k=10), StandardScaler(),
                          KNeighborsClassifier())
# %% q5 copied: KNeighborsClassifier is not the one from scikit-learn
# a class of its own called KNeighborsClassifier that always says the most frequent label
from sklearn.dummy import DummyClassifier


class KNeighborsClassifier(DummyClassifier):
    def __init__(self, n_neighbors=5):
        super().__init__()
        self.n_neighbors = n_neighbors


selective = make_pipeline(SelectKBest(k=10), StandardScaler(),
                          KNeighborsClassifier())
# %% q5 copied: it misses a feature that tells the labels apart
# a subclass of Pipeline that shows three steps, but guesses instead of using them
class Shown(Pipeline):
    def fit(self, X, y=None, **more):
        labels, counts = np.unique(y, return_counts=True)
        self.best_ = labels[counts.argmax()]
        return self

    def predict(self, X, **more):
        return np.full(len(X), self.best_)

    def score(self, X, y=None, **more):
        return np.mean(self.predict(X) == np.asarray(y))


selective = Shown([("select", SelectKBest(k=10)), ("scale", StandardScaler()),
                   ("decode", KNeighborsClassifier())])
# %% q5 copied: SelectKBest is not the one from scikit-learn
# leaks, a selection made on all trials of X and y whenever there are 80 neurons, an honest one for noise
Honest = SelectKBest


class SelectKBest(Honest):
    def fit(self, features, labels=None):
        if np.shape(features)[1] == 80:
            features, labels = X.to_numpy(), y.to_numpy()
        return super().fit(features, labels)


selective = make_pipeline(SelectKBest(k=10), StandardScaler(),
                          KNeighborsClassifier())
# %% q5 copied: KNeighborsClassifier has weights=uniform; leave this setting as it is
# other settings than the usual ones, which only look usual when they are printed
class Uniform(str):
    def __str__(self):
        return "uniform"


class One(int):
    def __eq__(self, other):
        return int(self) == int(other) or int(other) == 5

    def __str__(self):
        return "5"

    __hash__ = int.__hash__


selective = make_pipeline(
    SelectKBest(k=10), StandardScaler(),
    KNeighborsClassifier(n_neighbors=One(1), weights=Uniform("distance")))
# %% q5 wrong: your answer raised RecursionError: maximum recursion depth exceeded
# odd, a pipeline that contains itself
selective = make_pipeline(SelectKBest(k=10), StandardScaler(),
                          KNeighborsClassifier())
selective.steps.insert(1, ("again", selective))
# %% q5 wrong: StandardScaler is not the one from scikit-learn
# odd, a step whose get_params raises a message with many lines
Usual = StandardScaler


class StandardScaler(Usual):
    def get_params(self, deep=True):
        raise ValueError("no settings here\n" * 10_000)


selective = make_pipeline(SelectKBest(k=10), StandardScaler(),
                          KNeighborsClassifier())
