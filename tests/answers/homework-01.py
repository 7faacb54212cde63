# %% q1 right
def chance(labels):
    return max(labels.value_counts()) / len(labels)
# %% q1 right
from sklearn.dummy import DummyClassifier


def chance(labels):
    features = np.zeros((len(labels), 1))
    return DummyClassifier().fit(features, labels).score(features, labels)
# %% q1 wrong: does the function use its argument
def chance(labels):
    return 0.7
# %% q1 wrong: this is guessing each label as often as it occurs
def chance(labels):
    return (labels.value_counts(normalize=True) ** 2).sum()
# %% q1 wrong: the two labels are not equally frequent
def chance(labels):
    return 1 / labels.nunique()
# %% q1 wrong: raised TypeError
def chance(labels):
    return labels.mean()
# %% q1 wrong: the share of running trials
def chance(labels):
    return (labels == labels.max()).mean()
# %% q1 wrong: chance is a float
chance = 0.565
# %% q1 wrong: is there a return
def chance(labels):
    labels.value_counts(normalize=True).max()
# %% q1 wrong: it must lie between 0 and 1
def chance(labels):
    return 100 * labels.value_counts(normalize=True).max()
# %% q2 right
X_train, X_test, y_train, y_test = train_test_split(
    X.to_numpy(), y.to_numpy(), test_size=100, stratify=y, random_state=7)
# %% q2 right
from sklearn.model_selection import StratifiedShuffleSplit

rows = StratifiedShuffleSplit(1, test_size=0.25, random_state=3).split(X, y)
train, test = next(rows)
X_train, X_test, y_train, y_test = X.iloc[train], X.iloc[test], y[train], y[test]
# %% q2 wrong: stratify by y
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.25, random_state=0)
# %% q2 wrong: in this order
X_train, y_train, X_test, y_test = train_test_split(
    X, y, test_size=0.25, stratify=y, random_state=0)
# %% q2 wrong: training and test sets are exchanged
X_train, X_test, y_train, y_test = train_test_split(
    X, y, train_size=0.25, stratify=y, random_state=0)
# %% q2 wrong: (80, 80)
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.2, stratify=y, random_state=0)
# %% q2 wrong: do not belong together
X_train, X_test = train_test_split(X, test_size=0.25, stratify=y, random_state=0)
y_train, y_test = train_test_split(y, test_size=0.25, stratify=y, random_state=1)
# %% q2 wrong: some trials are in both sets
X_train, _, y_train, _ = train_test_split(
    X, y, test_size=0.25, stratify=y, random_state=0)
_, X_test, _, y_test = train_test_split(
    X, y, test_size=0.25, stratify=y, random_state=1)
# %% q3 right
mean, sd = counts_train.mean(), counts_train.std(ddof=0)
test_scaled = (counts_test - mean) / sd
# %% q3 right
scaler = StandardScaler().fit(counts_train.to_numpy())
test_scaled = scaler.transform(counts_test.to_numpy()).astype("float32")
# %% q3 right
test_scaled = (counts_test - counts_train.mean()) / counts_train.std()
# %% q3 wrong: the scaler was fitted on it
test_scaled = StandardScaler().fit_transform(counts_test)
# %% q3 wrong: the scaler has seen all 400 trials
test_scaled = StandardScaler().fit(X).transform(counts_test)
# %% q3 wrong: no value is below 0
from sklearn.preprocessing import MinMaxScaler

test_scaled = MinMaxScaler().fit(counts_train).transform(counts_test)
# %% q3 wrong: not by the variance
test_scaled = (counts_test - counts_train.mean()) / counts_train.var(ddof=0)
# %% q3 wrong: the shape is (80, 200)
test_scaled = StandardScaler().fit(counts_train).transform(counts_test).T
# %% q3 wrong: these are not the test trials
test_scaled = StandardScaler().fit(counts_train).transform(counts_train)
# %% q3 wrong: neuron by neuron
test_scaled = (counts_test - counts_train.mean().mean()) / counts_train.std(ddof=0)
# %% q4 right
accuracies = []
for train, test in folds.split(X, y):
    decoder = make_pipeline(StandardScaler(), KNeighborsClassifier())
    decoder.fit(X.iloc[train], y.iloc[train])
    accuracies.append(decoder.score(X.iloc[test], y.iloc[test]))
# %% q4 right
from sklearn.model_selection import cross_validate

decoder = Pipeline([("scale", StandardScaler()), ("decode", KNeighborsClassifier())])
accuracies = cross_validate(decoder, X.to_numpy(), y, cv=folds)["test_score"]
# %% q4 wrong: store all ten accuracies
decoder = make_pipeline(StandardScaler(), KNeighborsClassifier(5))
accuracies = cross_val_score(decoder, X, y, cv=folds).mean()
# %% q4 wrong: pass cv=folds
decoder = make_pipeline(StandardScaler(), KNeighborsClassifier(5))
accuracies = cross_val_score(decoder, X, y)
# %% q4 wrong: this decodes the contrast
decoder = make_pipeline(StandardScaler(), KNeighborsClassifier(5))
accuracies = cross_val_score(decoder, X, trials["contrast"] > 0.5, cv=folds)
# %% q4 wrong: a leak
scaled = StandardScaler().fit_transform(X)
accuracies = cross_val_score(KNeighborsClassifier(5), scaled, y, cv=folds)
# %% q4 wrong: without a scaler
accuracies = cross_val_score(KNeighborsClassifier(5), X, y, cv=folds)
# %% q4 wrong: trials that the decoder has seen
decoder = make_pipeline(StandardScaler(), KNeighborsClassifier(5)).fit(X, y)
accuracies = [decoder.score(X, y)] * 10
# %% q4 wrong: this is not it yet
decoder = make_pipeline(StandardScaler(), KNeighborsClassifier(15))
accuracies = cross_val_score(decoder, X, y, cv=folds)
# %% q5 right
selective = Pipeline([("scale", StandardScaler()), ("select", SelectKBest(k=10)),
                      ("decode", KNeighborsClassifier(5))])
# %% q5 right
from sklearn.feature_selection import f_classif

selective = make_pipeline(SelectKBest(f_classif, k=10), StandardScaler(),
                          KNeighborsClassifier())
# %% q5 wrong: selecting neurons must be one of them
X_chosen = SelectKBest(k=10).fit_transform(X, y)
selective = make_pipeline(StandardScaler(), KNeighborsClassifier(5))
# %% q5 wrong: selective is a list
selective = [SelectKBest(k=10), StandardScaler(), KNeighborsClassifier(5)]
# %% q5 wrong: SelectKBest keeps k=80
selective = make_pipeline(SelectKBest(k=80), StandardScaler(), KNeighborsClassifier(5))
# %% q5 wrong: selective has been fitted to all trials
selective = make_pipeline(SelectKBest(k=10), StandardScaler(), KNeighborsClassifier(5))
selective.fit(X, y)
# %% q5 wrong: standardize the counts as well
selective = make_pipeline(SelectKBest(k=10), KNeighborsClassifier(5))
# %% q5 right
selective = make_pipeline(make_pipeline(SelectKBest(k=10), StandardScaler()),
                          KNeighborsClassifier())
# %% q5 wrong: the decoder comes last
from sklearn.neighbors import NearestCentroid

selective = make_pipeline(SelectKBest(k=10), StandardScaler(), NearestCentroid())
# %% q5 wrong: the decoder asks 1 neighbors
selective = make_pipeline(SelectKBest(k=10), StandardScaler(),
                          KNeighborsClassifier(1))
