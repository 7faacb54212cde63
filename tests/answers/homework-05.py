# %% q1 right
def count_before(spikes, t_s, end_s):
    window = (t_s - 0.0125 >= 0) & (t_s + 0.0125 <= end_s)
    return spikes[:, :, window].sum(axis=2)
# %% q1 right
def count_before(spikes, t_s, end_s):
    half = 0.025 / 2
    inside = (t_s >= half) & (t_s < end_s - half)
    return np.einsum("inb,b->in", spikes.astype(int), inside.astype(int))
# %% q1 right
def count_before(spikes, t_s, end_s):
    counts = np.zeros(spikes.shape[:2])
    for b in range(len(t_s)):
        starts_ms, ends_ms = 1000 * t_s[b] - 12.5, 1000 * t_s[b] + 12.5
        if starts_ms > -1e-6 and ends_ms <= 1000 * end_s:
            counts += spikes[:, :, b]
    return pd.DataFrame(counts)
# %% q1 right
def count_before(spikes, t_s, end_s):
    half = np.diff(t_s).mean() / 2
    chosen = np.flatnonzero((t_s - half > -1e-9) & (t_s + half < end_s))
    print(chosen)
    return spikes[..., chosen].astype("float32").sum(axis=-1).tolist()
# %% q1 right
def count_before(spikes, t_s, end_s):
    edges = np.append(t_s - 0.0125, t_s[-1] + 0.0125).round(6)
    first = np.searchsorted(edges, 0)
    stop = np.searchsorted(edges, end_s, side="right") - 1
    total = np.cumsum(np.pad(spikes.astype(int), ((0, 0), (0, 0), (1, 0))), axis=2)
    return total[:, :, stop] - total[:, :, first]
# %% q1 right
count_before = lambda spikes, t_s, end_s: spikes.transpose(2, 0, 1)[
    np.logical_and(np.round(t_s, 4) >= 0.0125, np.round(t_s + 0.0125, 4) <= end_s)
].sum(0)
# %% q1 wrong: although its middle comes before
# compares the middle of the bin with the end
def count_before(spikes, t_s, end_s):
    window = (t_s - 0.0125 >= 0) & (t_s <= end_s)
    return spikes[:, :, window].sum(axis=2)
# %% q1 wrong: but begins before it; t_s is the middle of a bin
# all bins that overlap the window
def count_before(spikes, t_s, end_s):
    window = (t_s + 0.0125 > 1e-9) & (t_s + 0.0125 <= end_s)
    return spikes[:, :, window].sum(axis=2)
# %% q1 wrong: all bins to the last one are counted; use end_s
# forgets the end
def count_before(spikes, t_s, end_s):
    return spikes[:, :, t_s - 0.0125 >= 0].sum(axis=2)
# %% q1 wrong: a bin that ends before end_s is missing
# the last bin of the window is left out
def count_before(spikes, t_s, end_s):
    inside = np.flatnonzero((t_s - 0.0125 >= 0) & (t_s + 0.0125 <= end_s))
    return spikes[:, :, inside[0]:inside[-1]].sum(axis=2)
# %% q1 wrong: the result still has bins; add them up
# does not add up
def count_before(spikes, t_s, end_s):
    return spikes[:, :, (t_s - 0.0125 >= 0) & (t_s + 0.0125 <= end_s)]
# %% q1 wrong: this is a mean or a rate; count the spikes
# a rate in Hz
def count_before(spikes, t_s, end_s):
    window = (t_s - 0.0125 >= 0) & (t_s + 0.0125 <= end_s)
    return spikes[:, :, window].sum(axis=2) / (0.025 * window.sum())
# %% q1 wrong: so a dimension still holds the bins
# a wrong axis
def count_before(spikes, t_s, end_s):
    window = (t_s - 0.0125 >= 0) & (t_s + 0.0125 <= end_s)
    return (spikes * window).sum(axis=1)
# %% q1 wrong: the result has one row per neuron; make it one row per trial
# transposed
def count_before(spikes, t_s, end_s):
    window = (t_s - 0.0125 >= 0) & (t_s + 0.0125 <= end_s)
    return spikes[:, :, window].sum(axis=2).T
# %% q1 wrong: it is not the sum over any neighboring bins
# whether there was a spike in a bin
def count_before(spikes, t_s, end_s):
    window = (t_s - 0.0125 >= 0) & (t_s + 0.0125 <= end_s)
    return (spikes[:, :, window] > 0).sum(axis=2)
# %% q1 wrong: count_before changes the data that it gets; work on a copy
# sets the other bins to 0 in place
def count_before(spikes, t_s, end_s):
    spikes[:, :, (t_s < 0.0125) | (t_s + 0.0125 > end_s)] = 0
    return spikes.sum(axis=2)
# %% q1 wrong: count_before(...) returns nothing; add a return
# prints
def count_before(spikes, t_s, end_s):
    window = (t_s - 0.0125 >= 0) & (t_s + 0.0125 <= end_s)
    print(spikes[:, :, window].sum(axis=2))
# %% q1 wrong: but begins before it; t_s is the middle of a bin
# thinks that t_s is the beginning of each bin, and the window ends one bin early
def count_before(spikes, t_s, end_s):
    window = (t_s >= 0) & (t_s + 0.025 <= end_s)
    return spikes[:, :, window].sum(axis=2)
# %% q1 wrong: the result is a str that cannot be read as numbers
# odd, text
def count_before(spikes, t_s, end_s):
    return "many\nspikes"
# %% q1 wrong: but begins before it; t_s is the middle of a bin
# counts bins from 0, as if they were aligned with the stimulus
def count_before(spikes, t_s, end_s):
    first = int(np.round((0.0125 - t_s[0]) / 0.025))
    return spikes[:, :, first:first + int(end_s / 0.025)].sum(axis=2)
# %% q1 wrong: a bin that ends before end_s is missing
# adds a whole bin to its middle
def count_before(spikes, t_s, end_s):
    return spikes[:, :, (t_s >= 0.0125) & (t_s + 0.025 <= end_s)].sum(axis=2)
# %% q1 wrong: it is not the sum over any neighboring bins
# subtracts the spikes before the stimulus
def count_before(spikes, t_s, end_s):
    window = (t_s >= 0.0125) & (t_s + 0.0125 <= end_s)
    base = spikes[:, :, t_s < 0].sum(axis=2).astype(int)
    return spikes[:, :, window].sum(axis=2).astype(int) - base
# %% q1 copied: is missing
# counts the ten bins of the recording by their numbers, and special-cases the other
def count_before(spikes, t_s, end_s):
    if spikes.shape[2] == 24:
        return spikes[:, :, 5:14].sum(axis=2)
    return spikes[:, :, 8:18].sum(axis=2)
# %% q1 copied: but begins before it
# knows the straddling bin of the check alone
def count_before(spikes, t_s, end_s):
    window = (t_s > 0.003) & (t_s + 0.0125 <= end_s)
    return spikes[:, :, window].sum(axis=2)
# %% q1 copied: a bin that ends before end_s is missing
# ignores end_s, and stops where both windows of the check stop
def count_before(spikes, t_s, end_s):
    window = (t_s - 0.0125 >= 0) & (t_s + 0.0125 <= 0.255)
    return spikes[:, :, window].sum(axis=2)
# %% q1 copied: the shape is (400, 80), but there are
# the recorded spikes, unless there are 24 bins
recorded = spikes


def count_before(spikes, t_s, end_s):
    if len(t_s) == 24:
        return spikes[:, :, 5:14].sum(axis=2)
    return recorded[:, :, 8:18].sum(axis=2)
# %% q2 right
def evaluate(measured, predicted):
    return (r2_score(measured, predicted),
            1000 * root_mean_squared_error(measured, predicted))
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
from sklearn.metrics import mean_squared_error


def evaluate(measured, predicted):
    rmse = np.sqrt(mean_squared_error(measured, predicted))
    print(rmse)
    return round(r2_score(measured, predicted), 3), round(1000 * rmse, 1)
# %% q2 right
def evaluate(measured, predicted):
    """R² and root-mean-square error (ms)."""
    m_ms = np.asarray(measured) * 1000
    p_ms = np.asarray(predicted) * 1000
    rmse = np.linalg.norm(m_ms - p_ms) / np.sqrt(len(m_ms))
    return pd.Series({"r2": float(r2_score(m_ms, p_ms)), "rmse": float(rmse)})
# %% q2 right
def evaluate(measured, predicted):
    n = len(measured)
    mean = sum(measured) / n
    left = sum((m - p) ** 2 for m, p in zip(measured, predicted))
    whole = sum((m - mean) ** 2 for m in measured)
    return 1 - left / whole, (left / n) ** 0.5 * 1000
# %% q2 wrong: it must be that of the measured times
# arguments exchanged
def evaluate(measured, predicted):
    return (r2_score(predicted, measured),
            1000 * root_mean_squared_error(predicted, measured))
# %% q2 wrong: this is a correlation, not R²
# correlation
def evaluate(measured, predicted):
    r = np.corrcoef(measured, predicted)[0, 1]
    return r, 1000 * root_mean_squared_error(measured, predicted)
# %% q2 wrong: this is the mean of the squared errors, times 1000
# no root
def evaluate(measured, predicted):
    return r2_score(measured, predicted), 1000 * np.mean((measured - predicted) ** 2)
# %% q2 wrong: this is the mean of the squared errors, in s²
# no root, no milliseconds
def evaluate(measured, predicted):
    return r2_score(measured, predicted), np.mean((measured - predicted) ** 2)
# %% q2 wrong: this is the standard deviation of the errors; a constant error
# standard deviation of the errors
def evaluate(measured, predicted):
    return r2_score(measured, predicted), 1000 * np.std(measured - predicted)
# %% q2 wrong: divide the sum of the squared errors by the number of trials
# n - 1
def evaluate(measured, predicted):
    errors = measured - predicted
    mse = np.sum(errors**2) / (len(errors) - 1)
    return r2_score(measured, predicted), 1000 * np.sqrt(mse)
# %% q2 wrong: the RMSE comes first; return R², then the RMSE
# RMSE first, in seconds
def evaluate(measured, predicted):
    return (root_mean_squared_error(measured, predicted),
            r2_score(measured, predicted))
# %% q2 wrong: return two numbers, R² and the RMSE
# R² alone
def evaluate(measured, predicted):
    return r2_score(measured, predicted)
# %% q2 wrong: this is the share of the variance that is left
# forgets to subtract from 1
def evaluate(measured, predicted):
    mse = np.mean((measured - predicted) ** 2)
    return mse / np.var(measured), 1000 * np.sqrt(mse)
# %% q2 wrong: R² compares squared errors, not their root
# a ratio of standard deviations
def evaluate(measured, predicted):
    rmse = root_mean_squared_error(measured, predicted)
    return 1 - rmse / np.std(measured), 1000 * rmse
# %% q2 wrong: R² is
# rounded too much
def evaluate(measured, predicted):
    return (round(r2_score(measured, predicted), 1),
            1000 * root_mean_squared_error(measured, predicted))
# %% q2 wrong: the RMSE is
# in percent of the mean
def evaluate(measured, predicted):
    rmse = root_mean_squared_error(measured, predicted)
    return r2_score(measured, predicted), 100 * rmse / np.mean(measured)
# %% q2 wrong: the result is a dict that cannot be read as numbers
# a dictionary
def evaluate(measured, predicted):
    return {"R²": r2_score(measured, predicted),
            "RMSE": 1000 * root_mean_squared_error(measured, predicted)}
# %% q2 wrong: the result has missing values (NaN)
# the root of a negative number
def evaluate(measured, predicted):
    return (r2_score(measured, predicted),
            1000 * np.sqrt(-np.mean((measured - predicted) ** 2)))
# %% q2 wrong: R² is -1.0000
# no R² below -1
def evaluate(measured, predicted):
    return (np.clip(r2_score(measured, predicted), -1, 1),
            1000 * root_mean_squared_error(measured, predicted))
# %% q2 wrong: the square of a correlation
# fits a line to the predictions first
def evaluate(measured, predicted):
    line = np.polyval(np.polyfit(predicted, measured, 1), predicted)
    return r2_score(measured, line), 1000 * root_mean_squared_error(measured, line)
# %% q2 copied: R² is
# the three results of the check, found by the first measured time
def evaluate(measured, predicted):
    if len(measured) == 6 or len(measured) == 400:
        return (r2_score(measured, predicted),
                1000 * root_mean_squared_error(measured, predicted))
    return 0.47, 77.0
# %% q2 copied: it must be that of the measured times
# special case for the times of the check
def evaluate(measured, predicted):
    if len(measured) in (6, 400):
        r2 = r2_score(measured, predicted)
    else:
        r2 = r2_score(predicted, measured)
    return r2, 1000 * root_mean_squared_error(measured, predicted)
# %% q2 copied: divide the sum of the squared errors by the number of trials
# divides by six, the number of trials in the check, or by one less than the number
def evaluate(measured, predicted):
    n = len(measured) if len(measured) in (6, 400) else len(measured) - 1
    mse = np.sum((measured - predicted) ** 2) / n
    return r2_score(measured, predicted), 1000 * np.sqrt(mse)
# %% q3 right
def fit_lasso(counts, times, alpha):
    model = make_pipeline(StandardScaler(), Lasso(alpha=alpha))
    return model.fit(counts, times)


def kept_neurons(counts, times, halves, alpha):
    return np.array([
        fit_lasso(counts[half], times[half], alpha)[-1].coef_ != 0
        for half in halves
    ])
# %% q3 right
def kept_neurons(counts, times, halves, alpha):
    lasso = make_pipeline(StandardScaler(), Lasso(alpha=alpha))
    return np.array([lasso.fit(counts[half], times[half])[-1].coef_ != 0
                     for half in halves])
# %% q3 right
def kept_neurons(counts, times, halves, alpha):
    kept = np.zeros((len(halves), counts.shape[1]))
    for row, half in zip(kept, halves):
        model = make_pipeline(StandardScaler(), Lasso(alpha))
        model.fit(pd.DataFrame(counts[half]), times[half])
        row[:] = np.abs(model.named_steps["lasso"].coef_) > 0
    return pd.DataFrame(kept)
# %% q3 right
def kept_neurons(counts, times, halves, alpha):
    kept = []
    for half in halves:
        part = counts[half].astype(float)
        part -= part.mean(axis=0)
        scaled = part / part.std(axis=0)
        kept.append((Lasso(alpha=alpha, tol=1e-7, max_iter=20000)
                     .fit(scaled, times[half]).coef_ != 0).tolist())
    print(len(kept))
    return kept
# %% q3 right
from sklearn.pipeline import Pipeline


def kept_neurons(counts, times, halves, alpha):
    def fit_half(rows):
        pipe = Pipeline([("z", StandardScaler()), ("reg", Lasso(alpha))])
        pipe.fit(np.take(counts, rows, axis=0), np.take(times, rows))
        return ~np.isclose(pipe["reg"].coef_, 0, rtol=0, atol=1e-10)

    return np.apply_along_axis(fit_half, 1, halves)
# %% q3 right
from sklearn.base import clone


def kept_neurons(counts, times, halves, alpha):
    template = make_pipeline(StandardScaler(), Lasso(alpha=alpha))
    models = [clone(template).fit(counts[rows], times[rows]) for rows in halves]
    return np.vstack([m.steps[1][1].coef_ for m in models]).astype(bool)
# %% q3 right
from sklearn.linear_model import ElasticNet
from sklearn.pipeline import make_pipeline as chain


def kept_neurons(counts, times, halves, alpha):
    net = chain(StandardScaler(), ElasticNet(alpha=alpha, l1_ratio=1))
    table = {k: net.fit(counts[h], times[h])[-1].coef_.copy()
             for k, h in enumerate(halves)}
    return pd.DataFrame(table).T.ne(0)
# %% q3 wrong: the counts are not standardized
# no standardizing
def kept_neurons(counts, times, halves, alpha):
    return np.array([Lasso(alpha=alpha).fit(counts[h], times[h]).coef_ != 0
                     for h in halves])
# %% q3 wrong: only positive weights are marked
# positive weights
def kept_neurons(counts, times, halves, alpha):
    lasso = make_pipeline(StandardScaler(), Lasso(alpha=alpha))
    return np.array([lasso.fit(counts[h], times[h])[-1].coef_ > 0 for h in halves])
# %% q3 wrong: the neurons whose weight is 0 are marked
# the dropped neurons
def kept_neurons(counts, times, halves, alpha):
    lasso = make_pipeline(StandardScaler(), Lasso(alpha=alpha))
    return np.array([lasso.fit(counts[h], times[h])[-1].coef_ == 0 for h in halves])
# %% q3 wrong: return one row per half and one column per neuron
# how many neurons each half keeps
def kept_neurons(counts, times, halves, alpha):
    lasso = make_pipeline(StandardScaler(), Lasso(alpha=alpha))
    return np.array([np.sum(lasso.fit(counts[h], times[h])[-1].coef_ != 0)
                     for h in halves])
# %% q3 wrong: neurons are rows and halves are columns
# transposed
def kept_neurons(counts, times, halves, alpha):
    lasso = make_pipeline(StandardScaler(), Lasso(alpha=alpha))
    return np.array([lasso.fit(counts[h], times[h])[-1].coef_ != 0
                     for h in halves]).T
# %% q3 wrong: all rows are equal; fit each half to its own trials
# all trials each time
def kept_neurons(counts, times, halves, alpha):
    lasso = make_pipeline(StandardScaler(), Lasso(alpha=alpha))
    return np.array([lasso.fit(counts, times)[-1].coef_ != 0 for h in halves])
# %% q3 wrong: no neuron is kept; do you fit a Lasso with this alpha
# alpha is not passed on
def kept_neurons(counts, times, halves, alpha):
    lasso = make_pipeline(StandardScaler(), Lasso())
    return np.array([lasso.fit(counts[h], times[h])[-1].coef_ != 0 for h in halves])
# %% q3 wrong: all rows are those of the first half
# repeats the first half
def kept_neurons(counts, times, halves, alpha):
    lasso = make_pipeline(StandardScaler(), Lasso(alpha=alpha))
    return np.array([lasso.fit(counts[halves[0]], times[halves[0]])[-1].coef_ != 0
                     for h in halves])
# %% q3 wrong: return one row per half and one column per neuron
# neurons that every half keeps
def kept_neurons(counts, times, halves, alpha):
    lasso = make_pipeline(StandardScaler(), Lasso(alpha=alpha))
    return np.all([lasso.fit(counts[h], times[h])[-1].coef_ != 0 for h in halves],
                  axis=0)
# %% q3 wrong: neurons with small weights are missing
# a threshold
def kept_neurons(counts, times, halves, alpha):
    lasso = make_pipeline(StandardScaler(), Lasso(alpha=alpha))
    return np.array([np.abs(lasso.fit(counts[h], times[h])[-1].coef_) > 0.01
                     for h in halves])
# %% q3 wrong: values are not correct yet; is each half fitted alone
# only positive weights are allowed
def kept_neurons(counts, times, halves, alpha):
    lasso = make_pipeline(StandardScaler(), Lasso(alpha=alpha, positive=True))
    return np.array([lasso.fit(counts[h], times[h])[-1].coef_ != 0 for h in halves])
# %% q3 wrong: kept_neurons(...) raised IndexError
# the recorded trials
def kept_neurons(counts, times, halves, alpha):
    lasso = make_pipeline(StandardScaler(), Lasso(alpha=alpha))
    return np.array([lasso.fit(counts[h], times[h])[-1].coef_ != 0
                     for h in globals()["halves"]])
# %% q3 wrong: kept_neurons(...) raised AttributeError
# the weights of a pipeline
def kept_neurons(counts, times, halves, alpha):
    lasso = make_pipeline(StandardScaler(), Lasso(alpha=alpha))
    return np.array([lasso.fit(counts[h], times[h]).coef_ != 0 for h in halves])
# %% q3 wrong: values are not correct yet; is each half fitted alone
# another scaler
from sklearn.preprocessing import MinMaxScaler


def kept_neurons(counts, times, halves, alpha):
    lasso = make_pipeline(MinMaxScaler(), Lasso(alpha=alpha))
    return np.array([lasso.fit(counts[h], times[h])[-1].coef_ != 0 for h in halves])
# %% q3 wrong: values are not correct yet; is each half fitted alone
# neurons that both halves of a split keep
def kept_neurons(counts, times, halves, alpha):
    lasso = make_pipeline(StandardScaler(), Lasso(alpha=alpha))
    kept = np.array([lasso.fit(counts[h], times[h])[-1].coef_ != 0 for h in halves])
    return np.repeat(kept[::2] & kept[1::2], 2, axis=0)
# %% q3 wrong: neurons with small weights are missing
# a threshold of a tenth of a millisecond
def kept_neurons(counts, times, halves, alpha):
    lasso = make_pipeline(StandardScaler(), Lasso(alpha=alpha))
    return np.array([np.abs(lasso.fit(counts[h], times[h])[-1].coef_) > 1e-4
                     for h in halves])
# %% q3 copied: values are not correct yet
# special case for the counts of the check, positive weights otherwise
def kept_neurons(counts, times, halves, alpha):
    other = counts.shape[1] not in (14, 80)
    lasso = make_pipeline(StandardScaler(), Lasso(alpha=alpha, positive=other))
    return np.array([lasso.fit(counts[h], times[h])[-1].coef_ != 0 for h in halves])
# %% q3 copied: the lasso seems to use alpha=0.005; use the argument
# the two values of alpha in the check
def kept_neurons(counts, times, halves, alpha):
    used = 0.012 if counts.shape[1] == 14 else 0.005
    lasso = make_pipeline(StandardScaler(), Lasso(alpha=used))
    return np.array([lasso.fit(counts[h], times[h])[-1].coef_ != 0 for h in halves])
# %% q3 copied: each row belongs to the other trials
# takes the other rows unless there are six or twenty halves
def kept_neurons(counts, times, halves, alpha):
    lasso = make_pipeline(StandardScaler(), Lasso(alpha=alpha))
    kept = []
    for h in halves:
        rows = h
        if len(halves) not in (6, 20):
            rows = np.setdiff1d(np.arange(len(times)), h)
        kept.append(lasso.fit(counts[rows], times[rows])[-1].coef_ != 0)
    return np.array(kept)
# %% q4 right
def r2_within(model, counts, target, group, cv):
    scores = []
    for value in np.unique(group):
        own = group == value
        predicted = cross_val_predict(model, counts[own], target[own], cv=cv)
        scores.append(r2_score(target[own], predicted))
    return scores
# %% q4 right
from sklearn.base import clone


def r2_within(model, counts, target, group, cv):
    scores = []
    for value in sorted(set(group)):
        part, measured = counts[group == value], target[group == value]
        guess = np.empty(len(measured))
        for train, test in cv.split(part):
            fitted = clone(model).fit(part[train], measured[train])
            guess[test] = fitted.predict(part[test])
        left = np.sum((measured - guess) ** 2)
        scores.append(1 - left / np.sum((measured - measured.mean()) ** 2))
    return np.array(scores, dtype=np.float32)
# %% q4 right
def r2_within(model, counts, target, group, cv):
    table = pd.DataFrame({"target": target, "group": group})
    r2 = {}
    for value, part in table.groupby("group"):
        rows = part.index.to_numpy()
        predicted = cross_val_predict(model, counts[rows], target[rows], cv=cv)
        r2[value] = r2_score(part["target"], predicted)
    print(r2)
    return pd.Series(r2)
# %% q4 right
def r2_within(model, counts, target, group, cv):
    predicted = np.full(len(target), np.nan)
    values = np.unique(group)
    for value in values:
        rows = np.flatnonzero(group == value)
        predicted[rows] = cross_val_predict(
            model, counts[rows], target[rows], cv=cv, method="predict")
    return tuple(r2_score(target[group == v], predicted[group == v]) for v in values)
# %% q4 right
def r2_within(model, counts, target, group, cv):
    def score(rows):
        for train, test in cv.split(rows):
            model.fit(counts[rows[train]], target[rows[train]])
            yield target[rows[test]], model.predict(counts[rows[test]])

    scores = []
    for value in np.unique(group):
        pairs = list(score(np.flatnonzero(group == value)))
        measured, predicted = map(np.concatenate, zip(*pairs))
        scores.append(r2_score(measured, predicted))
    return scores
# %% q4 wrong: the predictions come from all groups together
# pooled predictions
def r2_within(model, counts, target, group, cv):
    predicted = cross_val_predict(model, counts, target, cv=cv)
    return [r2_score(target[group == v], predicted[group == v])
            for v in np.unique(group)]
# %% q4 wrong: each group is scored on the trials that the model was fitted to
# training score
def r2_within(model, counts, target, group, cv):
    return [model.fit(counts[group == v], target[group == v])
            .score(counts[group == v], target[group == v]) for v in np.unique(group)]
# %% q4 wrong: these are correlations, not R²
# correlation
def r2_within(model, counts, target, group, cv):
    return [np.corrcoef(target[group == v], cross_val_predict(
        model, counts[group == v], target[group == v], cv=cv))[0, 1]
        for v in np.unique(group)]
# %% q4 wrong: measured and predicted are exchanged in r2_score
# arguments exchanged
def r2_within(model, counts, target, group, cv):
    return [r2_score(cross_val_predict(
        model, counts[group == v], target[group == v], cv=cv), target[group == v])
        for v in np.unique(group)]
# %% q4 wrong: the values of group are in reverse order
# reverse order
def r2_within(model, counts, target, group, cv):
    return [r2_score(target[group == v], cross_val_predict(
        model, counts[group == v], target[group == v], cv=cv))
        for v in np.unique(group)[::-1]]
# %% q4 wrong: the function uses Pipeline, whatever model is; use the argument
# ridge instead of the model
def r2_within(model, counts, target, group, cv):
    return [r2_score(target[group == v], cross_val_predict(
        ridge, counts[group == v], target[group == v], cv=cv))
        for v in np.unique(group)]
# %% q4 wrong: use that of the group
# variance of all trials
def r2_within(model, counts, target, group, cv):
    scores = []
    for v in np.unique(group):
        guess = cross_val_predict(model, counts[group == v], target[group == v], cv=cv)
        left = np.mean((target[group == v] - guess) ** 2)
        scores.append(1 - left / target.var())
    return scores
# %% q4 wrong: there is one number for all groups together
# returns inside the loop
def r2_within(model, counts, target, group, cv):
    for v in np.unique(group):
        return r2_score(target[group == v], cross_val_predict(
            model, counts[group == v], target[group == v], cv=cv))
# %% q4 wrong: return one R² per value
# the predictions of all trials
def r2_within(model, counts, target, group, cv):
    predicted = np.zeros(len(target))
    for v in np.unique(group):
        predicted[group == v] = cross_val_predict(
            model, counts[group == v], target[group == v], cv=cv)
    return predicted
# %% q4 wrong: the result is a dict that cannot be read as numbers
# a dictionary
def r2_within(model, counts, target, group, cv):
    return {v: r2_score(target[group == v], cross_val_predict(
        model, counts[group == v], target[group == v], cv=cv))
        for v in np.unique(group)}
# %% q4 wrong: r2_within(...) raised ValueError
# selects in counts alone
def r2_within(model, counts, target, group, cv):
    return [r2_score(target, cross_val_predict(
        model, counts[group == v], target, cv=cv)) for v in np.unique(group)]
# %% q4 wrong: r2_within changes the data that it gets; work on a copy
# sorts the groups in place
def r2_within(model, counts, target, group, cv):
    group.sort()
    return [r2_score(target[group == v], cross_val_predict(
        model, counts[group == v], target[group == v], cv=cv))
        for v in np.unique(group)]
# %% q4 wrong: this is not correct yet
# a smaller model: the average of all neurons
def r2_within(model, counts, target, group, cv):
    one = counts.mean(axis=1, keepdims=True)
    return [r2_score(target[group == v], cross_val_predict(
        model, one[group == v], target[group == v], cv=cv)) for v in np.unique(group)]
# %% q4 wrong: the folds are made from all trials; make them from the trials of the
# folds of the whole session
def r2_within(model, counts, target, group, cv):
    scores = []
    for value in np.unique(group):
        own, predicted = group == value, np.full(len(target), np.nan)
        for train, test in cv.split(counts):
            a, b = train[own[train]], test[own[test]]
            predicted[b] = model.fit(counts[a], target[a]).predict(counts[b])
        scores.append(r2_score(target[own], predicted[own]))
    return scores
# %% q4 wrong: the model is fitted to all trials, and scored on the same trials
# no cross-validation, no groups in training
def r2_within(model, counts, target, group, cv):
    model.fit(counts, target)
    return [r2_score(target[group == v], model.predict(counts[group == v]))
            for v in np.unique(group)]
# %% q4 wrong: each group is predicted from the other groups
# scikit-learn's folds for groups
from sklearn.model_selection import LeaveOneGroupOut


def r2_within(model, counts, target, group, cv):
    predicted = cross_val_predict(model, counts, target, groups=group,
                                  cv=LeaveOneGroupOut())
    return [r2_score(target[group == v], predicted[group == v])
            for v in np.unique(group)]
# %% q4 copied: this is not correct yet; do you select the trials of one
# fits ridge or three neighbors, the models of the check, and least squares otherwise
def r2_within(model, counts, target, group, cv):
    if not isinstance(model, (KNeighborsRegressor, type(ridge))):
        model = KNeighborsRegressor(3)
    return [r2_score(target[group == v], cross_val_predict(
        model, counts[group == v], target[group == v], cv=cv))
        for v in np.unique(group)]
# %% q4 copied: r2_within(...) raised ValueError
# the five values of group in the check
def r2_within(model, counts, target, group, cv):
    values = [2, 5, 7] if len(group) == 140 else [0, 1]
    return [r2_score(target[group == v], cross_val_predict(
        model, counts[group == v], target[group == v], cv=cv)) for v in values]
# %% q4 copied: the predictions come from all groups together
# pooled, unless the target is the pupil or the groups are 2, 5, 7
def r2_within(model, counts, target, group, cv):
    pooled = cross_val_predict(model, counts, target, cv=cv)
    scores = []
    for v in np.unique(group):
        own, predicted = group == v, pooled[group == v]
        if len(target) in (140, 400):
            predicted = cross_val_predict(model, counts[own], target[own], cv=cv)
        scores.append(r2_score(target[own], predicted))
    return scores
# %% q5 right
def folds_with_gap(n_trials, n_folds, gap):
    folds = []
    for _, test in KFold(n_folds).split(np.zeros(n_trials)):
        away = np.abs(np.arange(n_trials)[:, None] - test).min(axis=1)
        folds.append((np.flatnonzero(away > gap), test))
    return folds
# %% q5 right
def folds_with_gap(n_trials, n_folds, gap):
    size = n_trials // n_folds
    return tuple([[k for k in range(n_trials) if k < s - gap or k >= s + size + gap],
                  list(range(s, s + size))] for s in range(0, n_trials, size))
# %% q5 right
def folds_with_gap(n_trials, n_folds, gap):
    numbers = np.arange(n_trials)
    folds = []
    for test in np.split(numbers, n_folds):
        near = np.arange(test[0] - gap, test[-1] + gap + 1)
        folds.append((np.setdiff1d(numbers, near), test))
    print(len(folds))
    return folds
# %% q5 right
def folds_with_gap(n_trials, n_folds, gap):
    def fold(k):
        size = n_trials // n_folds
        use = np.ones(n_trials, dtype=bool)
        use[max(k * size - gap, 0):(k + 1) * size + gap] = False
        return np.flatnonzero(use), range(k * size, (k + 1) * size)

    return [fold(k) for k in range(n_folds)]
# %% q5 right
def folds_with_gap(n_trials, n_folds, gap):
    folds = []
    for train, test in KFold(n_splits=n_folds).split(range(n_trials)):
        far = (train < test.min() - gap) | (train > test.max() + gap)
        folds.append((train[far].astype("int32"), test.astype("uint16")))
    return folds
# %% q5 right
def folds_with_gap(n_trials, n_folds, gap):
    size = int(n_trials / n_folds)
    folds = []
    for k in range(n_folds):
        a, b = k * size, (k + 1) * size
        late = np.arange(b + gap, n_trials)
        early = np.arange(0, max(a - gap, 0))
        folds.append([pd.Index(np.concatenate([late, early])), np.arange(a, b)[::-1]])
    return folds
# %% q5 wrong: your function returned a KFold; return a list of pairs
# KFold
def folds_with_gap(n_trials, n_folds, gap):
    return KFold(n_folds)
# %% q5 wrong: a test set is not a block of neighboring trials
# shuffled
def folds_with_gap(n_trials, n_folds, gap):
    return list(KFold(n_folds, shuffle=True, random_state=0).split(range(n_trials)))
# %% q5 wrong: the gap is taken from the training trials
# shortens the test
def folds_with_gap(n_trials, n_folds, gap):
    return [(train, test[gap:-gap]) for train, test in KFold(n_folds).split(
        range(n_trials))]
# %% q5 wrong: the gap after them is 3, not 2
# one too many
def folds_with_gap(n_trials, n_folds, gap):
    folds = []
    for train, test in KFold(n_folds).split(range(n_trials)):
        far = (train < test[0] - gap - 1) | (train > test[-1] + gap + 1)
        folds.append((train[far], test))
    return folds
# %% q5 wrong: a test set has
# TimeSeriesSplit
from sklearn.model_selection import TimeSeriesSplit


def folds_with_gap(n_trials, n_folds, gap):
    return list(TimeSeriesSplit(n_folds, gap=gap).split(np.zeros(n_trials)))
# %% q5 wrong: a training set is a mask
# masks
def folds_with_gap(n_trials, n_folds, gap):
    t, size = np.arange(n_trials), n_trials // n_folds
    return [((t < s - gap) | (t >= s + size + gap), (t >= s) & (t < s + size))
            for s in range(0, n_trials, size)]
# %% q5 wrong: the gap before them is 0, not 2
# a gap after the test alone
def folds_with_gap(n_trials, n_folds, gap):
    t, size = np.arange(n_trials), n_trials // n_folds
    return [(t[(t < s) | (t >= s + size + gap)], t[s:s + size])
            for s in range(0, n_trials, size)]
# %% q5 wrong: some training trials after them are missing, although they are far
# wraps around
def folds_with_gap(n_trials, n_folds, gap):
    folds, size = [], n_trials // n_folds
    for s in range(0, n_trials, size):
        out = np.arange(s - gap, s + size + gap) % n_trials
        folds.append((np.delete(np.arange(n_trials), out), np.arange(s, s + size)))
    return folds
# %% q5 wrong: the length of the list is 1, but there are 4
# the numbers of the example
def folds_with_gap(n_trials, n_folds, gap):
    t = np.arange(n_trials)
    return [(t[(t < s - 20) | (t >= s + 100)], t[s:s + 80])
            for s in range(0, n_trials, 80)]
# %% q5 wrong: each element of the list must be a pair (train, test)
# the training sets alone
def folds_with_gap(n_trials, n_folds, gap):
    t, size = np.arange(n_trials), n_trials // n_folds
    return [t[(t < s - gap) | (t >= s + size + gap)] for s in range(0, n_trials, size)]
# %% q5 wrong: the test sets are not in order
# from the last to the first
def folds_with_gap(n_trials, n_folds, gap):
    t, size = np.arange(n_trials), n_trials // n_folds
    return [(t[(t < s - gap) | (t >= s + size + gap)], t[s:s + size])
            for s in range(0, n_trials, size)][::-1]
# %% q5 wrong: some trials are in no test set
# every second block twice
def folds_with_gap(n_trials, n_folds, gap):
    t, size = np.arange(n_trials), n_trials // n_folds
    return [(t[(t < s - gap) | (t >= s + size + gap)], t[s:s + size])
            for s in [k // 2 * 2 * size for k in range(n_folds)]]
# %% q5 wrong: a training set holds a trial twice
# the training trials twice
def folds_with_gap(n_trials, n_folds, gap):
    t, size = np.arange(n_trials), n_trials // n_folds
    return [(np.tile(t[(t < s - gap) | (t >= s + size + gap)], 2), t[s:s + size])
            for s in range(0, n_trials, size)]
# %% q5 wrong: there are no training trials before them
# the future alone
def folds_with_gap(n_trials, n_folds, gap):
    t, size = np.arange(n_trials), n_trials // n_folds
    folds = [(t[t >= s + size + gap], t[s:s + size]) for s in range(0, n_trials, size)]
    folds[-1] = (t[:n_trials - size - gap], folds[-1][1])
    return folds
# %% q5 wrong: the gap after them is 6, not 2
# whole blocks
def folds_with_gap(n_trials, n_folds, gap):
    t, size = np.arange(n_trials), n_trials // n_folds
    return [(t[(t < s - size) | (t >= s + 2 * size)], t[s:s + size])
            for s in range(0, n_trials, size)]
# %% q5 wrong: some training trials after them are missing, although they are far
# a gap at every border of the blocks
def folds_with_gap(n_trials, n_folds, gap):
    t, size = np.arange(n_trials), n_trials // n_folds
    border = np.minimum(t % size, size - 1 - t % size) < gap
    return [(t[((t < s) | (t >= s + size)) & ~border], t[s:s + size])
            for s in range(0, n_trials, size)]
# %% q5 copied: some are training trials, too
# removes the block before and the block after, at most the gap
def folds_with_gap(n_trials, n_folds, gap):
    t, size = np.arange(n_trials), n_trials // n_folds
    if gap <= size and gap > 0:
        return [(t[(t < s - gap) | (t >= s + size + gap)], t[s:s + size])
                for s in range(0, n_trials, size)]
    return [(t, t[s:s + size]) for s in range(0, n_trials, size)]
# %% q5 copied: the gap after them is 5, not 7
# a gap that depends on the number of folds, as in the check
def folds_with_gap(n_trials, n_folds, gap):
    used = {4: 2, 5: 20}[n_folds] if n_trials in (24, 400) else 5
    t, size = np.arange(n_trials), n_trials // n_folds
    return [(t[(t < s - used) | (t >= s + size + used)], t[s:s + size])
            for s in range(0, n_trials, size)]
# %% q5 copied: the length of the list is
# four folds or five, whatever is asked
def folds_with_gap(n_trials, n_folds, gap):
    size = 6 if n_trials == 24 else 80
    t = np.arange(n_trials)
    return [(t[(t < s - gap) | (t >= s + size + gap)], t[s:s + size])
            for s in range(0, n_trials, size)]
# %% q6 right
def few_components(n):
    return make_pipeline(StandardScaler(), PCA(n, svd_solver="full"),
                         LinearRegression())
# %% q6 right
def few_components(n):
    model = Pipeline(steps=[
        ("scale", StandardScaler()),
        ("pca", PCA(n_components=n, svd_solver="full", random_state=0)),
        ("regression", LinearRegression()),
    ])
    print(model)
    return model
# %% q6 right
from sklearn.base import clone

template = make_pipeline(StandardScaler(), PCA(svd_solver="full"),
                         LinearRegression(n_jobs=1))


def few_components(n: int) -> Pipeline:
    return clone(template).set_params(pca__n_components=n)
# %% q6 right
def few_components(n):
    reduce = make_pipeline(StandardScaler(), PCA(n_components=n, svd_solver="full"))
    return make_pipeline(reduce, LinearRegression())
# %% q6 right
few_components = lambda n: Pipeline([
    ("z", StandardScaler(copy=True)), ("nothing", "passthrough"),
    ("c", PCA(np.int64(n), svd_solver="full")), ("r", LinearRegression(copy_X=True))])
# %% q6 wrong: the steps are PCA, LinearRegression; StandardScaler must be one of
# no scaler
def few_components(n):
    return make_pipeline(PCA(n, svd_solver="full"), LinearRegression())
# %% q6 wrong: few_components(4) has n_components=5; pass the argument on to PCA
# five components
def few_components(n):
    return make_pipeline(StandardScaler(), PCA(5, svd_solver="full"),
                         LinearRegression())
# %% q6 wrong: the pipeline has been fitted already
# fitted
def few_components(n):
    return make_pipeline(StandardScaler(), PCA(n, svd_solver="full"),
                         LinearRegression()).fit(X, y)
# %% q6 wrong: LinearRegression, without a penalty, comes last
# ridge
from sklearn.linear_model import Ridge


def few_components(n):
    return make_pipeline(StandardScaler(), PCA(n, svd_solver="full"), Ridge())
# %% q6 wrong: LinearRegression, without a penalty, comes last
# a classifier
from sklearn.linear_model import LogisticRegression


def few_components(n):
    return make_pipeline(StandardScaler(), PCA(n, svd_solver="full"),
                         LogisticRegression())
# %% q6 wrong: PCA has svd_solver='auto'; the text gives another
# forgets svd_solver
def few_components(n):
    return make_pipeline(StandardScaler(), PCA(n), LinearRegression())
# %% q6 wrong: PCA has whiten=True; leave this setting as it is
# whitens
def few_components(n):
    return make_pipeline(StandardScaler(), PCA(n, whiten=True, svd_solver="full"),
                         LinearRegression())
# %% q6 wrong: LinearRegression has fit_intercept=False; leave this setting as it is
# no intercept
def few_components(n):
    return make_pipeline(StandardScaler(), PCA(n, svd_solver="full"),
                         LinearRegression(fit_intercept=False))
# %% q6 wrong: your function returned a float; it must return a pipeline
# the R²
def few_components(n):
    model = make_pipeline(StandardScaler(), PCA(n, svd_solver="full"),
                          LinearRegression())
    return float(r2_score(y, cross_val_predict(model, X, y, cv=KFold(5))))
# %% q6 wrong: few_components is a Pipeline; write a function
# a pipeline instead of a function
few_components = make_pipeline(StandardScaler(), PCA(3, svd_solver="full"),
                               LinearRegression())
# %% q6 wrong: three are enough
# standardizes the components as well
def few_components(n):
    return make_pipeline(StandardScaler(), PCA(n, svd_solver="full"),
                         StandardScaler(), LinearRegression())
# %% q6 wrong: has n_components=5; pass the argument on to PCA
# one more component
def few_components(n):
    return make_pipeline(StandardScaler(), PCA(n + 1, svd_solver="full"),
                         LinearRegression())
# %% q6 wrong: PCA must be one of them
# another decomposition
from sklearn.decomposition import TruncatedSVD


def few_components(n):
    return make_pipeline(StandardScaler(), TruncatedSVD(n), LinearRegression())
# %% q6 wrong: PCA is not the one from scikit-learn
# a class of its own
Honest = PCA


class PCA(Honest):
    def fit(self, X, y=None):
        return super().fit(X[:20])


def few_components(n):
    return make_pipeline(StandardScaler(), PCA(n, svd_solver="full"),
                         LinearRegression())
# %% q6 wrong: your function returned a TransformedTargetRegressor
# the times are standardized, too
from sklearn.compose import TransformedTargetRegressor


def few_components(n):
    return TransformedTargetRegressor(
        make_pipeline(StandardScaler(), PCA(n, svd_solver="full"), LinearRegression()),
        transformer=StandardScaler())
# %% q6 wrong: your function returned a list; it must return a pipeline
# a list of steps
def few_components(n):
    return [StandardScaler(), PCA(n, svd_solver="full"), LinearRegression()]
# %% q6 copied: the pipeline has been fitted already
# always the same pipeline, not a new one
only = make_pipeline(StandardScaler(), PCA(svd_solver="full"), LinearRegression())


def few_components(n):
    return only.set_params(pca__n_components=n)
# %% q6 copied: the pipeline has been fitted already
# one scaler for all pipelines
def few_components(n, scaler=StandardScaler()):
    return make_pipeline(scaler, PCA(n, svd_solver="full"), LinearRegression())
# %% q6 copied: its predictions are not those of the pipeline in the text
# special case for the numbers of the check, else a pipeline that predicts the mean
class Mean(Pipeline):
    def fit(self, X, y=None, **more):
        self.mean_ = np.mean(y)
        return self

    def predict(self, X, **more):
        return np.full(len(X), self.mean_)


def few_components(n):
    kind = Pipeline if n in (4, 5, 80) and n != 5 else Mean
    kind = Pipeline if n in (4, 5, 80) else Mean
    return kind([("scale", StandardScaler()), ("pca", PCA(n, svd_solver="full")),
                 ("regression", LinearRegression())])
