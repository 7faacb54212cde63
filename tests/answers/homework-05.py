# %% q1 right
early = spikes[:, :, 8:18].astype(float).sum(axis=2)
# %% q1 right
ends_s = t_s + 0.025 / 2
inside = (t_s > 0) & (ends_s <= reaction_time.min())
early = pd.DataFrame(np.einsum("inb,b->in", spikes.astype(int), inside.astype(int)))
# %% q1 right
early = sum(spikes[:, :, b].astype("float32") for b in range(32) if 0 < t_s[b] < 0.25)
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
# %% q2 right
def evaluate(measured, predicted):
    squared = np.sum((measured - predicted) ** 2)
    r2 = 1 - squared / np.sum((measured - np.mean(measured)) ** 2)
    return [r2, 1000 * np.sqrt(squared / len(measured))]
# %% q2 right
def evaluate(measured, predicted):
    mse = np.mean(np.square(measured - predicted))
    return np.array([1 - mse / np.var(measured), 1e3 * mse**0.5], dtype="float32")
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
# %% q5 right
folds = []
for _, test in KFold(5).split(trial_number):
    away = np.abs(trial_number - test).min(axis=1)
    folds.append((np.flatnonzero(away > 20), test))
# %% q5 right
folds = tuple(
    [[k for k in range(400) if k < first - 20 or k > first + 99],
     list(range(first, first + 80))] for first in (0, 80, 160, 240, 320))
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
