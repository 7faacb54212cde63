# %% q1 right
early = spikes[:, :, 8:18].astype(float).sum(axis=2)
# %% q1 right
ends_s = t_s + 0.025 / 2
inside = (t_s > 0) & (ends_s <= reaction_time.min())
early = pd.DataFrame(np.einsum("inb,b->in", spikes.astype(int), inside.astype(int)))
# %% q1 right
early = sum(spikes[:, :, b].astype("float32") for b in range(32) if 0 < t_s[b] < 0.25)
# %% q1 right
first_lick = reaction_time.min()
begin, end = t_s - 0.0125, t_s + 0.0125
early = spikes[:, :, (begin > -1e-9) & (end < first_lick)].sum(axis=2)
print(early.shape)
# %% q1 right
early = spikes[:, :, 8:18].sum(axis=2)  # 0 to 250 ms; the earliest lick is at 272 ms
# %% q1 right
early = np.zeros((400, 80), dtype=int)
for i, middle in enumerate(t_s):
    starts_ms = round(1000 * middle - 12.5)
    ends_ms = round(1000 * middle + 12.5)
    if starts_ms >= 0 and ends_ms < 1000 * min(reaction_time):
        early += spikes[:, :, i]
# %% q1 right
edges = np.linspace(-0.2, 0.6, 33).round(3)
inside = np.flatnonzero((edges[:-1] >= 0) & (edges[1:] < reaction_time.min()))
early = np.einsum("tnb->tn", spikes[:, :, inside].astype(float))
# %% q1 wrong: the last bin ends after the earliest lick
early = spikes[:, :, (t_s > 0) & (t_s < reaction_time.min())].sum(axis=2)
# %% q1 wrong: this is the window of the chapter
early = spikes[:, :, (t_s > 0) & (t_s < 0.2)].sum(axis=2)
# %% q1 wrong: this window begins before the stimulus
early = spikes[:, :, t_s + 0.0125 < reaction_time.min()].sum(axis=2)
# %% q1 wrong: each trial has the same bins
ends_s = t_s + 0.0125
before_lick = (t_s > 0) & (ends_s < reaction_time.to_numpy()[:, None])
early = (spikes * before_lick[:, None, :]).sum(axis=2)
# %% q1 wrong: early still has bins
early = spikes[:, :, (t_s > 0) & (t_s < 0.25)]
# %% q1 wrong: no mean, no rate
early = spikes[:, :, (t_s > 0) & (t_s < 0.25)].mean(axis=2)
# %% q1 wrong: which axis of spikes holds the bins
early = spikes[:, :, (t_s > 0) & (t_s < 0.25)].sum(axis=1)
# %% q1 wrong: trials come first
early = spikes[:, :, (t_s > 0) & (t_s < 0.25)].sum(axis=2).T
# %% q1 wrong: look at t_s and at reaction_time.min()
early = spikes[:, :, (t_s > 0.02) & (t_s < 0.25)].sum(axis=2)
# %% q1 wrong: spikes are too many; each trial has the same bins, which end before
# mean lick instead of the earliest
early = spikes[:, :, (t_s > 0) & (t_s + 0.0125 < reaction_time.mean())].sum(axis=2)
# %% q1 wrong: some values are no whole numbers; count spikes: no mean, no rate
# mean a bin instead of the number of spikes
early = spikes[:, :, (t_s > 0) & (t_s + 0.0125 < reaction_time.min())].mean(axis=2)
# %% q1 wrong: spikes are too many; each trial has the same bins, which end before
# another window in each trial, up to its own lick
early = np.array([spikes[i, :, (t_s > 0) & (t_s + 0.0125 < reaction_time[i])].sum(axis=0)
                  for i in range(400)])
# %% q1 wrong: spikes are counted; look at t_s and at reaction_time.min
# misses the first bin
early = spikes[:, :, (t_s > 0.0125) & (t_s + 0.0125 < reaction_time.min())].sum(axis=2)
# %% q1 wrong: spikes are counted; look at t_s and at reaction_time.min
# stops one bin too soon
last = np.flatnonzero(t_s + 0.0125 < reaction_time.min())[-1]
early = spikes[:, :, 8:last].sum(axis=2)
# %% q2 right
def evaluate(measured, predicted):
    squared = np.sum((measured - predicted) ** 2)
    r2 = 1 - squared / np.sum((measured - np.mean(measured)) ** 2)
    return [r2, 1000 * np.sqrt(squared / len(measured))]
# %% q2 right
def evaluate(measured, predicted):
    mse = np.mean(np.square(measured - predicted))
    return np.array([1 - mse / np.var(measured), 1e3 * mse**0.5], dtype="float32")
# %% q2 right
def evaluate(measured, predicted):
    return (r2_score(measured, predicted),
            1000 * root_mean_squared_error(measured, predicted))
# %% q2 right
def evaluate(measured, predicted):
    residual = measured - predicted
    r2 = 1 - (residual ** 2).sum() / ((measured - measured.mean()) ** 2).sum()
    rmse_ms = np.sqrt(np.mean(residual ** 2)) * 1e3
    return r2, rmse_ms
# %% q2 right
from sklearn.metrics import mean_squared_error


def evaluate(measured, predicted):
    mse = mean_squared_error(measured, predicted)
    return [1 - mse / np.var(measured), 1000 * mse ** 0.5]
# %% q2 right
def evaluate(measured, predicted):
    """R² and root-mean-square error (ms)."""
    m_ms = np.asarray(measured) * 1000
    p_ms = np.asarray(predicted) * 1000
    rmse = np.linalg.norm(m_ms - p_ms) / np.sqrt(len(m_ms))
    return float(r2_score(m_ms, p_ms)), float(rmse)
# %% q2 wrong: measured is the first argument of r2_score
def evaluate(measured, predicted):
    return (r2_score(predicted, measured),
            1000 * root_mean_squared_error(predicted, measured))
# %% q2 wrong: the square of a correlation
def evaluate(measured, predicted):
    r = np.corrcoef(measured, predicted)[0, 1]
    return r**2, 1000 * root_mean_squared_error(measured, predicted)
# %% q2 wrong: takes the variance of the errors
def evaluate(measured, predicted):
    errors = measured - predicted
    return 1 - errors.var() / measured.var(), 1000 * np.sqrt(np.mean(errors**2))
# %% q2 wrong: this RMSE is in seconds
def evaluate(measured, predicted):
    return r2_score(measured, predicted), root_mean_squared_error(measured, predicted)
# %% q2 wrong: the mean of the squared errors
def evaluate(measured, predicted):
    return r2_score(measured, predicted), 1000 * np.mean((measured - predicted) ** 2)
# %% q2 wrong: the mean size of the errors
def evaluate(measured, predicted):
    return r2_score(measured, predicted), 1000 * np.mean(np.abs(measured - predicted))
# %% q2 wrong: not the sd of the errors
def evaluate(measured, predicted):
    return r2_score(measured, predicted), 1000 * np.std(measured - predicted)
# %% q2 wrong: the RMSE comes first
def evaluate(measured, predicted):
    return (1000 * root_mean_squared_error(measured, predicted),
            r2_score(measured, predicted))
# %% q2 wrong: returns nothing
def evaluate(measured, predicted):
    print(r2_score(measured, predicted),
          1000 * root_mean_squared_error(measured, predicted))
# %% q2 wrong: must return two numbers
def evaluate(measured, predicted):
    return r2_score(measured, predicted)
# %% q2 wrong: evaluate is a tuple; a function is asked
evaluate = (0.47, 77.0)
# %% q2 wrong: R² is -0.125
def evaluate(measured, predicted):
    errors = measured - predicted
    return (1 - np.mean(errors**2) / np.var(measured, ddof=1),
            1000 * np.sqrt(np.mean(errors**2)))
# %% q2 wrong: the RMSE comes first; return R², then the RMSE
# RMSE first
def evaluate(measured, predicted):
    rmse = 1000 * root_mean_squared_error(measured, predicted)
    r2 = r2_score(measured, predicted)
    return rmse, r2
# %% q2 wrong: this R² is the square of a correlation; it forgives a wrong scale and
# squared correlation instead of R²
def evaluate(measured, predicted):
    r = np.corrcoef(measured, predicted)[0, 1]
    return r ** 2, 1000 * root_mean_squared_error(measured, predicted)
# %% q2 wrong: this R² takes the variance of the errors; a constant error counts,
# standard deviation of the errors, blind to a constant error
def evaluate(measured, predicted):
    error = measured - predicted
    return 1 - error.var() / measured.var(), 1000 * error.std()
# %% q2 wrong: the RMSE is
# 1000 inside the root
def evaluate(measured, predicted):
    mse_ms = 1000 * np.mean((measured - predicted) ** 2)
    return r2_score(measured, predicted), np.sqrt(mse_ms)
# %% q3 right
kept = pd.DataFrame([
    Lasso(alpha=0.005).fit(StandardScaler().fit_transform(X[half]), y[half]).coef_ != 0
    for half in halves])
# %% q3 right
kept = np.zeros((20, 80))
for row, half in zip(kept, halves):
    model = make_pipeline(StandardScaler(), Lasso(0.005)).fit(X[half], 1000 * y[half] / 1000)
    row[:] = np.abs(model.named_steps["lasso"].coef_) > 0
# %% q3 right
kept = []
for half in halves:
    scaled = (X[half] - X[half].mean(axis=0)) / X[half].std(axis=0)
    kept.append((Lasso(alpha=0.005, tol=1e-6).fit(scaled, y[half]).coef_ != 0).tolist())
# %% q3 right
kept = np.zeros((20, 80), dtype=bool)
for i, half in enumerate(halves):
    model = make_pipeline(StandardScaler(), Lasso(alpha=0.005))
    model.fit(X[half], y[half])
    kept[i] = model[-1].coef_ != 0
kept.sum(axis=1)
# %% q3 right
lasso = make_pipeline(StandardScaler(), Lasso(alpha=0.005))
kept = np.array([lasso.fit(X[h], y[h]).named_steps["lasso"].coef_ != 0
                 for h in halves])
# %% q3 right
from sklearn.pipeline import Pipeline


def neurons_kept(rows):
    pipe = Pipeline([("z", StandardScaler()), ("reg", Lasso(0.005))])
    pipe.fit(X[rows, :], y[rows])
    return np.abs(pipe["reg"].coef_) > 0


kept = np.vstack([neurons_kept(halves[k]) for k in range(len(halves))])
print(kept.shape, kept.dtype)
# %% q3 right
weights = []
for first, second in halves.reshape(10, 2, 100):
    for rows in (first, second):
        pipe = make_pipeline(StandardScaler(), Lasso(alpha=0.005, max_iter=10000))
        weights.append(pipe.fit(X[rows], y[rows]).steps[1][1].coef_)
kept = np.array(weights).astype(bool)
# %% q3 wrong: the counts were not standardized
kept = np.array([Lasso(alpha=0.005).fit(X[half], y[half]).coef_ != 0 for half in halves])
# %% q3 wrong: or are only positive weights marked
lasso = make_pipeline(StandardScaler(), Lasso(alpha=0.005))
kept = np.array([lasso.fit(X[half], y[half])[-1].coef_ > 0 for half in halves])
# %% q3 wrong: only the negative weights are marked
lasso = make_pipeline(StandardScaler(), Lasso(alpha=0.005))
kept = np.array([lasso.fit(X[half], y[half])[-1].coef_ < 0 for half in halves])
# %% q3 wrong: or you marked the weights that are 0
lasso = make_pipeline(StandardScaler(), Lasso(alpha=0.005))
kept = np.array([lasso.fit(X[half], y[half])[-1].coef_ == 0 for half in halves])
# %% q3 wrong: these are weights
lasso = make_pipeline(StandardScaler(), Lasso(alpha=0.005))
kept = np.array([lasso.fit(X[half], y[half])[-1].coef_ for half in halves])
# %% q3 wrong: keep a value for each neuron
lasso = make_pipeline(StandardScaler(), Lasso(alpha=0.005))
kept = np.array([np.sum(lasso.fit(X[half], y[half])[-1].coef_ != 0) for half in halves])
# %% q3 wrong: the rows have different lengths
lasso = make_pipeline(StandardScaler(), Lasso(alpha=0.005))
kept = [np.flatnonzero(lasso.fit(X[half], y[half])[-1].coef_) for half in halves]
# %% q3 wrong: neurons × halves
lasso = make_pipeline(StandardScaler(), Lasso(alpha=0.005))
kept = np.array([lasso.fit(X[half], y[half])[-1].coef_ != 0 for half in halves]).T
# %% q3 wrong: only one half of each split
lasso = make_pipeline(StandardScaler(), Lasso(alpha=0.005))
kept = np.array([lasso.fit(X[half], y[half])[-1].coef_ != 0 for half in halves[::2]])
# %% q3 wrong: all rows are equal
lasso = make_pipeline(StandardScaler(), Lasso(alpha=0.005))
kept = np.array([lasso.fit(X, y)[-1].coef_ != 0 for half in halves])
# %% q3 wrong: belongs to the other half of its split
lasso = make_pipeline(StandardScaler(), Lasso(alpha=0.005))
kept = np.array([lasso.fit(np.delete(X, half, axis=0), np.delete(y, half))[-1].coef_ != 0
                 for half in halves])
# %% q3 wrong: the halves keep 11.5 neurons on average
lasso = make_pipeline(StandardScaler(), Lasso(alpha=0.01))
kept = np.array([lasso.fit(X[half], y[half])[-1].coef_ != 0 for half in halves])
# %% q3 wrong: the halves keep 20.9 neurons on average
scaled = StandardScaler().fit_transform(X)
kept = np.array([Lasso(alpha=0.005).fit(scaled[half], y[half]).coef_ != 0
                 for half in halves])
# %% q3 wrong: more neurons are kept than should be: the counts were not
# no standardizing
kept = np.array([Lasso(alpha=0.005).fit(X[h], y[h]).coef_ != 0 for h in halves])
# %% q3 wrong: neurons on average; check alpha, and fit scaler and lasso to the
# standardized once with all 200 trials
Z = StandardScaler().fit_transform(X)
kept = np.array([Lasso(alpha=0.005).fit(Z[h], y[h]).coef_ != 0 for h in halves])
# %% q3 wrong: neurons are kept on average; is alpha too large, or are only positive
# positive weights only
kept = np.array([make_pipeline(StandardScaler(), Lasso(alpha=0.005))
                 .fit(X[h], y[h])[-1].coef_ > 0 for h in halves])
# %% q3 wrong: neurons are kept; that is no lasso with alpha=
# which neurons are dropped
model = make_pipeline(StandardScaler(), Lasso(alpha=0.005))
kept = np.empty((20, 80), bool)
for i in range(20):
    model.fit(X[halves[i]], y[halves[i]])
    kept[i] = model[-1].coef_ == 0
# %% q3 wrong: each row belongs to the other half of its split; fit the trials in it
# all trials except the half, so each pair is exchanged
model = make_pipeline(StandardScaler(), Lasso(alpha=0.005))
kept = np.array([model.fit(np.delete(X, h, axis=0), np.delete(y, h))[-1].coef_ != 0
                 for h in halves])
# %% q3 wrong: neurons on average; check alpha, and fit scaler and lasso to the
# rows of the whole session, not of X
model = make_pipeline(StandardScaler(), Lasso(alpha=0.005))
all_counts = spikes[:, :, 8:16].sum(axis=2)
kept = np.array([model.fit(all_counts[h], reaction_time.to_numpy()[h])[-1].coef_ != 0
                 for h in halves])
# %% q3 wrong: all rows are equal; fit each half with its own
# a list that holds one model twenty times, so all rows are the last half
model = make_pipeline(StandardScaler(), Lasso(alpha=0.005))
fits = [model.fit(X[h], y[h]) for h in halves]
kept = np.array([fit[-1].coef_ != 0 for fit in fits])
# %% q3 wrong: all rows are equal; fit each half with its own
# alpha ten times too large
kept = []
for h in halves:
    model = make_pipeline(StandardScaler(), Lasso(alpha=0.05)).fit(X[h], y[h])
    kept.append(model[-1].coef_ != 0)
kept = np.array(kept)
# %% q4 right
scores = []
for state in (0, 1):
    chosen = (trials["running"] == state).to_numpy()
    part, width = counts.to_numpy()[chosen], pupil.to_numpy()[chosen]
    guess = np.empty(len(width))
    for train, test in KFold(5).split(part):
        guess[test] = ridge.fit(part[train], width[train]).predict(part[test])
    scores.append(1 - np.sum((width - guess) ** 2) / np.sum((width - width.mean()) ** 2))
r2_still, r2_running = scores
# %% q4 right
r2_still = np.float32(r2_score(pupil[~running], cross_val_predict(
    ridge, counts[~running], pupil[~running])))
r2_running = float(r2_score(pupil[running], cross_val_predict(
    ridge, counts[running].astype(float), pupil[running], cv=5)))
# %% q4 right
r2_still = r2_score(pupil[~running], cross_val_predict(
    ridge, counts[~running], pupil[~running], cv=KFold(5)))
r2_running = r2_score(pupil[running], cross_val_predict(
    ridge, counts[running], pupil[running], cv=KFold(5)))
print(r2_still, r2_running)
# %% q4 right
def within(state):
    x, target = counts[state].to_numpy(), pupil[state].to_numpy()
    predicted = np.empty(len(target))
    for train, test in KFold(n_splits=5, shuffle=False).split(x):
        predicted[test] = ridge.fit(x[train], target[train]).predict(x[test])
    return 1 - np.sum((target - predicted) ** 2) / np.sum((target - target.mean()) ** 2)


r2_still = within(trials["running"] == 0)
r2_running = within(trials["running"] == 1)
# %% q4 right
r2 = {}
for state, part in trials.groupby("running"):
    predicted = cross_val_predict(ridge, counts.loc[part.index], part["pupil_mm"], cv=5)
    r2[state] = r2_score(part["pupil_mm"], predicted)
r2_still, r2_running = r2[0], r2[1]
# %% q4 right
fresh = make_pipeline(StandardScaler(), RidgeCV(alphas=np.logspace(-3, 5, 25)))
values = []
for rows in (np.flatnonzero(~running), np.flatnonzero(running)):
    p = cross_val_predict(fresh, counts.iloc[rows], pupil.iloc[rows], cv=KFold(5))
    values.append(float(r2_score(pupil.iloc[rows], p)))
r2_still, r2_running = values
# %% q4 wrong: these predictions come from both states
r2_still = r2_score(pupil[~running], pooled[~running])
r2_running = r2_score(pupil[running], pooled[running])
# %% q4 wrong: these are other folds
folds = KFold(5, shuffle=True, random_state=0)
r2_still, r2_running = (r2_score(pupil[s], cross_val_predict(
    ridge, counts[s], pupil[s], cv=folds)) for s in (~running, running))
# %% q4 wrong: scored on the trials that ridge was fitted to
r2_still, r2_running = (ridge.fit(counts[s], pupil[s]).score(counts[s], pupil[s])
                        for s in (~running, running))
# %% q4 wrong: the mean R² of five folds
from sklearn.model_selection import cross_val_score

r2_still, r2_running = (cross_val_score(ridge, counts[s], pupil[s], cv=KFold(5)).mean()
                        for s in (~running, running))
# %% q4 wrong: the two are exchanged
r2_running, r2_still = (r2_score(pupil[s], cross_val_predict(
    ridge, counts[s], pupil[s], cv=KFold(5))) for s in (~running, running))
# %% q4 wrong: these are correlations
r2_still, r2_running = (np.corrcoef(pupil[s], cross_val_predict(
    ridge, counts[s], pupil[s], cv=KFold(5)))[0, 1] for s in (~running, running))
# %% q4 wrong: two numbers are asked
r2_still, r2_running = (cross_val_predict(ridge, counts[s], pupil[s], cv=KFold(5))
                        for s in (~running, running))
# %% q4 wrong: these are too far from 0
from sklearn.linear_model import LinearRegression

r2_still, r2_running = (r2_score(pupil[s], cross_val_predict(
    LinearRegression(), counts[s], pupil[s], cv=KFold(5))) for s in (~running, running))
# %% q4 wrong: is unshuffled, in five blocks
# shuffled folds
shuffled_folds = KFold(5, shuffle=True, random_state=0)
r2_still, r2_running = (
    r2_score(pupil[s], cross_val_predict(ridge, counts[s], pupil[s], cv=shuffled_folds))
    for s in (~running, running))
# %% q4 wrong: this is the mean R² of five folds; compute one R² over all
# mean of the R² of the folds
from sklearn.model_selection import cross_val_score

r2_still = cross_val_score(ridge, counts[~running], pupil[~running], cv=KFold(5)).mean()
r2_running = cross_val_score(ridge, counts[running], pupil[running], cv=KFold(5)).mean()
# %% q4 wrong: the two are exchanged
# states exchanged
r2_still, r2_running = (
    r2_score(pupil[s], cross_val_predict(ridge, counts[s], pupil[s], cv=KFold(5)))
    for s in (running, ~running))
# %% q4 wrong: scored on the trials that ridge was fitted to; use cross_val_predict
# R² on the trials of the fit
r2_still = ridge.fit(counts[~running], pupil[~running]).score(
    counts[~running], pupil[~running])
r2_running = ridge.fit(counts[running], pupil[running]).score(
    counts[running], pupil[running])
# %% q4 wrong: predict the pupil, in the trials of one state
# measured and predicted exchanged
r2_still = r2_score(cross_val_predict(
    ridge, counts[~running], pupil[~running], cv=KFold(5)), pupil[~running])
r2_running = r2_score(cross_val_predict(
    ridge, counts[running], pupil[running], cv=KFold(5)), pupil[running])
# %% q4 wrong: select the trials of one state in counts and pupil, and use KFold
# squared correlation instead of R²
r2_still, r2_running = (
    np.corrcoef(pupil[s], cross_val_predict(ridge, counts[s], pupil[s], cv=KFold(5)))[0, 1] ** 2
    for s in (~running, running))
# %% q4 wrong: predict the pupil, in the trials of one state
# fit to one state, test on the other
r2_still = r2_score(pupil[~running], ridge.fit(
    counts[running], pupil[running]).predict(counts[~running]))
r2_running = r2_score(pupil[running], ridge.fit(
    counts[~running], pupil[~running]).predict(counts[running]))
# %% q5 right
folds = []
for _, test in KFold(5).split(trial_number):
    away = np.abs(trial_number - test).min(axis=1)
    folds.append((np.flatnonzero(away > 20), test))
# %% q5 right
folds = tuple(
    [[k for k in range(400) if k < first - 20 or k > first + 99],
     list(range(first, first + 80))] for first in (0, 80, 160, 240, 320))
# %% q5 right
folds = []
for start in range(0, 400, 80):
    test = np.arange(start, start + 80)
    train = np.array([i for i in range(400) if i < start - 20 or i >= start + 100])
    folds.append((train, test))
print([len(train) for train, test in folds])
# %% q5 right
numbers = np.arange(400)
folds = [(np.setdiff1d(numbers, np.arange(s - 20, s + 80 + 20)), numbers[s:s + 80])
         for s in (0, 80, 160, 240, 320)]
# %% q5 right
folds = []
for train, test in KFold(5).split(trial_number):
    far = (train < test.min() - 20) | (train > test.max() + 20)
    folds.append((train[far], test))
compare(folds)
# %% q5 right
def fold(k):
    first, last = 80 * k, 80 * k + 79
    use = np.ones(400, dtype=bool)
    use[max(first - 20, 0):last + 21] = False
    return np.flatnonzero(use), np.arange(first, last + 1)


folds = [fold(k) for k in range(5)]
# %% q5 wrong: KFold leaves no distance
folds = KFold(5)
# %% q5 wrong: is next to the test
folds = list(KFold(5).split(trial_number))
# %% q5 wrong: these are scattered
folds = list(KFold(5, shuffle=True, random_state=0).split(trial_number))
# %% q5 wrong: in this order
folds = []
for _, test in KFold(5).split(trial_number):
    away = np.abs(trial_number - test).min(axis=1)
    folds.append((test, np.flatnonzero(away > 20)))
# %% q5 wrong: the distance is taken from the training
folds = [(train, test[20:-20]) for train, test in KFold(5).split(trial_number)]
# %% q5 wrong: 19 trials lie between the test 0 to 79
folds = []
for _, test in KFold(5).split(trial_number):
    away = np.abs(trial_number - test).min(axis=1)
    folds.append((np.flatnonzero(away >= 20), test))
# %% q5 wrong: has no training after it
folds = []
for _, test in KFold(5).split(trial_number):
    train = np.arange(max(0, test[0] - 20))
    folds.append((train if len(train) else np.arange(100, 400), test))
# %% q5 wrong: the tests have [66, 66, 66, 66, 66] trials
from sklearn.model_selection import TimeSeriesSplit

folds = list(TimeSeriesSplit(5, gap=20).split(trial_number))
# %% q5 wrong: folds is a generator
folds = (pair for pair in KFold(5).split(trial_number))
# %% q5 wrong: trial numbers go from 0 to 399
folds = [(np.r_[0:first - 20, first + 100:420], np.r_[first:first + 80])
         for first in range(0, 400, 80)]
# %% q5 wrong: arrays of trial numbers (integers)
folds = []
for _, test in KFold(5).split(trial_number):
    away = np.abs(trial_number - test).min(axis=1)
    folds.append((away > 20, np.isin(np.arange(400), test)))
# %% q5 wrong: a training trial is next to the test
# only the trials before the test are left out
trial = np.arange(400)
folds = []
for s in range(0, 400, 80):
    test = trial[s:s + 80]
    train = trial[(trial < s - 20) | (trial >= s + 80)]
    folds.append((train, test))
# %% q5 wrong: trials lie between the test
# 19 left out before, 19 after
folds = []
for train, test in KFold(5).split(trial_number):
    far = (train <= test[0] - 20) | (train >= test[-1] + 20)
    folds.append((train[far], test))
# %% q5 wrong: some trials are in training and test of the same fold
# a negative start of the slice, so the first fold keeps its test and neighbors
folds = []
for s in range(0, 400, 80):
    use = np.ones(400, dtype=bool)
    use[s - 20:s + 100] = False
    folds.append((np.flatnonzero(use), np.arange(s, s + 80)))
# %% q5 wrong: the training for the test
# wraps around, leaves out the last trials for the first test
folds = []
for s in range(0, 400, 80):
    out = np.arange(s - 20, s + 100) % 400
    folds.append((np.delete(np.arange(400), out), np.arange(s, s + 80)))
# %% q5 wrong: train and test must be arrays of trial numbers (integers
# boolean masks instead of trial numbers
trial = np.arange(400)
folds = [((trial < s - 20) | (trial >= s + 100), (trial >= s) & (trial < s + 80))
         for s in range(0, 400, 80)]
# %% q5 wrong: and the distance is taken from the training
# shortens the test instead of the training
folds = []
for train, test in KFold(5).split(trial_number):
    folds.append((train, test[20:-20]))
# %% q5 wrong: and the distance is taken from the training
# trains on the past only
from sklearn.model_selection import TimeSeriesSplit

folds = list(TimeSeriesSplit(n_splits=5, gap=20).split(trial_number))
