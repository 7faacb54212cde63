# %% q1 right
chance = 226 / 400
# %% q1 right
from sklearn.dummy import DummyClassifier

chance = DummyClassifier().fit(X, y).score(X, y)
# %% q1 wrong: look at y.value_counts()
chance = y.var()
# %% q1 wrong: this is the share of running trials
chance = y.mean()
# %% q1 wrong: the classes are not equally frequent
chance = 1 / y.nunique()
# %% q1 wrong: 1/8 is chance for eight orientations
chance = 1 / 8
# %% q1 wrong: chance is a str
chance = "0.565"
# %% q1 wrong: it must lie between 0 and 1
chance = 56.5
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
# %% q2 wrong: training and test are exchanged
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
scores = []
for train, test in folds.split(X, y):
    decoder = make_pipeline(StandardScaler(), KNeighborsClassifier())
    decoder.fit(X.iloc[train], y.iloc[train])
    scores.append(decoder.score(X.iloc[test], y.iloc[test]))
# %% q4 right
from sklearn.model_selection import cross_validate

decoder = Pipeline([("scale", StandardScaler()), ("decode", KNeighborsClassifier())])
scores = cross_validate(decoder, X.to_numpy(), y, cv=folds)["test_score"]
# %% q4 wrong: store all ten accuracies
decoder = make_pipeline(StandardScaler(), KNeighborsClassifier(5))
scores = cross_val_score(decoder, X, y, cv=folds).mean()
# %% q4 wrong: pass cv=folds
decoder = make_pipeline(StandardScaler(), KNeighborsClassifier(5))
scores = cross_val_score(decoder, X, y)
# %% q4 wrong: this decodes the contrast
decoder = make_pipeline(StandardScaler(), KNeighborsClassifier(5))
scores = cross_val_score(decoder, X, trials["contrast"] > 0.5, cv=folds)
# %% q4 wrong: without a scaler
scores = cross_val_score(KNeighborsClassifier(5), X, y, cv=folds)
# %% q4 wrong: trials that the decoder has seen
decoder = make_pipeline(StandardScaler(), KNeighborsClassifier(5)).fit(X, y)
scores = [decoder.score(X, y)] * 10
# %% q4 wrong: check the folds, the scaler and the 5 neighbors
decoder = make_pipeline(StandardScaler(), KNeighborsClassifier(15))
scores = cross_val_score(decoder, X, y, cv=folds)
# %% q5 right
selective = Pipeline([("scale", StandardScaler()), ("select", SelectKBest(k=10)),
                      ("decode", NearestCentroid())])
# %% q5 right
from sklearn.feature_selection import f_classif

selective = make_pipeline(SelectKBest(f_classif, k=10), StandardScaler(),
                          NearestCentroid(metric="euclidean"))
# %% q5 wrong: the selection must be one of them
X_chosen = SelectKBest(k=10).fit_transform(X, y)
selective = make_pipeline(StandardScaler(), NearestCentroid())
# %% q5 wrong: selective is a list
selective = [SelectKBest(k=10), StandardScaler(), NearestCentroid()]
# %% q5 wrong: SelectKBest keeps k=80
selective = make_pipeline(SelectKBest(k=80), StandardScaler(), NearestCentroid())
# %% q5 wrong: selective has been fitted to all trials
selective = make_pipeline(SelectKBest(k=10), StandardScaler(), NearestCentroid())
selective.fit(X, y)
# %% q5 wrong: standardize, too
selective = make_pipeline(SelectKBest(k=10), NearestCentroid())
# %% q5 wrong: NearestCentroid, is last
selective = make_pipeline(SelectKBest(k=10), StandardScaler(), KNeighborsClassifier())
