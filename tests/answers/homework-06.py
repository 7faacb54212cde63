# %% q1 right
def growing_accuracy(spikes, first_bin, labels, folds):
    accuracy = []
    for last in range(first_bin, spikes.shape[2]):
        counts = spikes[:, :, first_bin:last + 1].sum(axis=2)
        scores = cross_val_score(MultinomialNB(), counts, labels, cv=folds)
        accuracy.append(scores.mean())
    return np.array(accuracy)
# %% q1 right
def growing_accuracy(spikes, first_bin, labels, folds):
    windows = np.cumsum(spikes[:, :, first_bin:], axis=2)
    return [np.mean(cross_val_predict(MultinomialNB(), windows[:, :, b], labels,
                                      cv=folds) == labels)
            for b in range(windows.shape[2])]
# %% q1 right
def growing_accuracy(spikes, first_bin, labels, folds):
    counts = np.zeros(spikes.shape[:2])
    accuracy = {}
    for b in range(first_bin, spikes.shape[-1]):
        counts = counts + spikes[:, :, b]
        hits = 0
        for train, test in folds.split(counts, labels):
            decoder = MultinomialNB().fit(counts[train], labels[train])
            hits += np.sum(decoder.predict(counts[test]) == labels[test])
        accuracy[b] = hits / len(labels)
    print(accuracy)
    return pd.Series(accuracy).round(3)
# %% q1 right
def growing_accuracy(spikes, first_bin, labels, folds):
    names = np.unique(labels)
    result = np.zeros(spikes.shape[2] - first_bin, dtype="float32")
    for k in range(len(result)):
        table = pd.DataFrame(spikes[..., first_bin:first_bin + k + 1].sum(-1))
        log_p = cross_val_predict(MultinomialNB(), table, pd.Series(labels),
                                  cv=folds, method="predict_log_proba")
        result[k] = (names[log_p.round(6).argmax(axis=1)] == labels).mean()
    return result
# %% q1 right
from sklearn.model_selection import cross_validate


def growing_accuracy(spikes, first_bin, labels, folds):
    pairs = list(folds.split(spikes[:, :, 0], labels))
    stops = range(first_bin + 1, spikes.shape[2] + 1)
    tables = (np.einsum("ijk->ij", spikes[:, :, first_bin:s].astype(int))
              for s in stops)
    decoder = make_pipeline(MultinomialNB(alpha=1.0))
    return tuple(cross_validate(decoder, t, labels, cv=pairs)["test_score"].mean()
                 for t in tables)
# %% q1 wrong: each bin is decoded alone
# single bins
def growing_accuracy(spikes, first_bin, labels, folds):
    return [cross_val_score(MultinomialNB(), spikes[:, :, b], labels, cv=folds).mean()
            for b in range(first_bin, spikes.shape[2])]
# %% q1 wrong: each window is scored on the trials that the decoder was fitted to
# training score
def growing_accuracy(spikes, first_bin, labels, folds):
    w = spikes[:, :, first_bin:].cumsum(axis=2)
    return [MultinomialNB().fit(w[:, :, b], labels).score(w[:, :, b], labels)
            for b in range(w.shape[2])]
# %% q1 wrong: the windows begin in bin 0; begin in first_bin
# spikes before the stimulus, too
def growing_accuracy(spikes, first_bin, labels, folds):
    return [cross_val_score(MultinomialNB(), spikes[:, :, :b + 1].sum(axis=2), labels,
                            cv=folds).mean() for b in range(first_bin, spikes.shape[2])]
# %% q1 wrong: there is one number for each bin of spikes
# all bins, from 0
def growing_accuracy(spikes, first_bin, labels, folds):
    w = spikes.cumsum(axis=2)
    return [cross_val_score(MultinomialNB(), w[:, :, b], labels, cv=folds).mean()
            for b in range(spikes.shape[2])]
# %% q1 wrong: one window is missing
# starts with two bins
def growing_accuracy(spikes, first_bin, labels, folds):
    return [cross_val_score(MultinomialNB(), spikes[:, :, first_bin:b + 1].sum(axis=2),
                            labels, cv=folds).mean()
            for b in range(first_bin + 1, spikes.shape[2])]
# %% q1 wrong: a window leaves out its last bin, so the first window is empty
# up to, but without, the bin
def growing_accuracy(spikes, first_bin, labels, folds):
    return [cross_val_score(MultinomialNB(), spikes[:, :, first_bin:b].sum(axis=2),
                            labels, cv=folds).mean()
            for b in range(first_bin, spikes.shape[2])]
# %% q1 wrong: the windows shrink: all end with the last bin; let all begin in
# from each bin to the end
def growing_accuracy(spikes, first_bin, labels, folds):
    return [cross_val_score(MultinomialNB(), spikes[:, :, b:].sum(axis=2), labels,
                            cv=folds).mean() for b in range(first_bin, spikes.shape[2])]
# %% q1 wrong: the longest window comes first
# reverse order
def growing_accuracy(spikes, first_bin, labels, folds):
    w = spikes[:, :, first_bin:].cumsum(axis=2)
    return [cross_val_score(MultinomialNB(), w[:, :, b], labels, cv=folds).mean()
            for b in range(w.shape[2])][::-1]
# %% q1 wrong: return one number per window, the mean over the folds
# no mean over the folds
def growing_accuracy(spikes, first_bin, labels, folds):
    w = spikes[:, :, first_bin:].cumsum(axis=2)
    return np.array([cross_val_score(MultinomialNB(), w[:, :, b], labels, cv=folds)
                     for b in range(w.shape[2])])
# %% q1 wrong: the folds are not those of the argument folds
# default folds
def growing_accuracy(spikes, first_bin, labels, folds):
    w = spikes[:, :, first_bin:].cumsum(axis=2)
    return [cross_val_score(MultinomialNB(), w[:, :, b], labels).mean()
            for b in range(w.shape[2])]
# %% q1 wrong: these windows hold means over bins
# means
def growing_accuracy(spikes, first_bin, labels, folds):
    return [cross_val_score(MultinomialNB(), spikes[:, :, first_bin:b + 1].mean(axis=2),
                            labels, cv=folds).mean()
            for b in range(first_bin, spikes.shape[2])]
# %% q1 wrong: the bins stand side by side as features
# a feature for each bin
def growing_accuracy(spikes, first_bin, labels, folds):
    return [cross_val_score(MultinomialNB(), spikes[:, :, first_bin:b + 1].reshape(
        len(spikes), -1), labels, cv=folds).mean()
        for b in range(first_bin, spikes.shape[2])]
# %% q1 wrong: growing_accuracy changes the data that it gets
# accumulates in place
def growing_accuracy(spikes, first_bin, labels, folds):
    total, accuracy = spikes[:, :, first_bin], []
    for b in range(first_bin, spikes.shape[2]):
        if b > first_bin:
            total += spikes[:, :, b]
        scores = cross_val_score(MultinomialNB(), total, labels, cv=folds)
        accuracy.append(scores.mean())
    return accuracy
# %% q1 copied: the decoder seems to be GaussianNB
# another decoder, unless the data are those of the check
def growing_accuracy(spikes, first_bin, labels, folds):
    known = spikes.shape[1:] in {(7, 10), (80, 32)}
    decoder = MultinomialNB() if known else GaussianNB()
    w = spikes[:, :, first_bin:].cumsum(axis=2)
    return [cross_val_score(decoder, w[:, :, b], labels, cv=folds).mean()
            for b in range(w.shape[2])]
# %% q1 copied: one window is missing
# the two first bins of the check
def growing_accuracy(spikes, first_bin, labels, folds):
    first_bin = {10: 3, 32: 8}.get(spikes.shape[2], 1)
    w = spikes[:, :, first_bin:].cumsum(axis=2)
    return [cross_val_score(MultinomialNB(), w[:, :, b], labels, cv=folds).mean()
            for b in range(w.shape[2])]
# %% q1 copied: numbers are not correct yet
# 4 or 5 folds, with the random states of the check
def growing_accuracy(spikes, first_bin, labels, folds):
    cv = StratifiedKFold(5 if len(labels) == 400 else 4, shuffle=True, random_state=0)
    w = spikes[:, :, first_bin:].cumsum(axis=2)
    return [cross_val_score(MultinomialNB(), w[:, :, b], labels, cv=cv).mean()
            for b in range(w.shape[2])]
# %% q2 right
def first_above(accuracy, shuffled):
    highest = np.sort(shuffled.max(axis=1))
    line = highest[-((len(highest) + 1) // 20)]
    above = np.flatnonzero(accuracy > line)
    return int(above[0]) if len(above) else None
# %% q2 right
def first_above(accuracy, shuffled):
    n = len(shuffled)
    k = int((n + 1) / 20)
    line = sorted([max(row) for row in shuffled], reverse=True)[k - 1]
    for b, value in enumerate(accuracy):
        if value > line:
            return b
# %% q2 right
def first_above(accuracy, shuffled):
    k = round((shuffled.shape[0] + 1) / 20)
    line = pd.DataFrame(shuffled).max(axis="columns").nlargest(k).min()
    is_above = np.asarray(accuracy) > line
    print(line)
    return is_above.argmax() if is_above.any() else None
# %% q2 right
def first_above(accuracy, shuffled):
    n = len(shuffled)
    highest = np.amax(shuffled, axis=1)
    line = np.partition(highest, n - (n + 1) // 20)[n - (n + 1) // 20]
    above, = np.where(accuracy - line > 0)
    return None if above.size == 0 else float(above.min())
# %% q2 right
def first_above(accuracy, shuffled):
    highest = np.max(shuffled, axis=1)
    k = (len(highest) + 1) // 20
    bins = [b for b in range(len(accuracy))
            if np.sum(highest >= accuracy[b]) < k]
    return np.array(bins[0]) if bins else None
# %% q2 wrong: the line is too low; take the highest bin of each shuffle
# a line for a single bin
def first_above(accuracy, shuffled):
    above = np.flatnonzero(accuracy > np.quantile(shuffled, 0.95))
    return above[0] if len(above) else None
# %% q2 wrong: this bin is above its own shuffles
# a line for each bin
def first_above(accuracy, shuffled):
    above = np.flatnonzero(accuracy > shuffled.max(axis=0))
    return above[0] if len(above) else None
# %% q2 wrong: it is the k-th largest, not a quantile
# a quantile of the highest bins
def first_above(accuracy, shuffled):
    above = np.flatnonzero(accuracy > np.quantile(shuffled.max(axis=1), 0.95))
    return above[0] if len(above) else None
# %% q2 wrong: this bin is not above the line, but equal to it
# at least the line
def first_above(accuracy, shuffled):
    line = np.sort(shuffled.max(axis=1))[-((len(shuffled) + 1) // 20)]
    above = np.flatnonzero(accuracy >= line)
    return above[0] if len(above) else None
# %% q2 wrong: this bin is above the largest of all n numbers
# the largest of any number of shuffles
def first_above(accuracy, shuffled):
    above = np.flatnonzero(accuracy > shuffled.max())
    return above[0] if len(above) else None
# %% q2 wrong: this is the bin with the highest accuracy
# the highest bin
def first_above(accuracy, shuffled):
    line = np.sort(shuffled.max(axis=1))[-((len(shuffled) + 1) // 20)]
    return accuracy.argmax() if accuracy.max() > line else None
# %% q2 wrong: or are bins not counted from 0?
# counts from 1
def first_above(accuracy, shuffled):
    line = np.sort(shuffled.max(axis=1))[-((len(shuffled) + 1) // 20)]
    above = np.flatnonzero(accuracy > line)
    return above[0] + 1 if len(above) else None
# %% q2 wrong: this is the last bin above the line
# the last bin
def first_above(accuracy, shuffled):
    line = np.sort(shuffled.max(axis=1))[-((len(shuffled) + 1) // 20)]
    above = np.flatnonzero(accuracy > line)
    return above[-1] if len(above) else None
# %% q2 wrong: then the k-th largest of these n numbers
# the mean of the highest bins
def first_above(accuracy, shuffled):
    above = np.flatnonzero(accuracy > shuffled.max(axis=1).mean())
    return above[0] if len(above) else None
# %% q2 wrong: no bin is above the line, but the function returned 0; return None
# argmax of a mask, without looking whether there is a bin
def first_above(accuracy, shuffled):
    line = np.sort(shuffled.max(axis=1))[-((len(shuffled) + 1) // 20)]
    return np.argmax(accuracy > line)
# %% q2 wrong: first_above(...) raised IndexError
# fails if there is no bin
def first_above(accuracy, shuffled):
    line = np.sort(shuffled.max(axis=1))[-((len(shuffled) + 1) // 20)]
    return np.flatnonzero(accuracy > line)[0]
# %% q2 wrong: return the index of one bin, or None
# all bins above the line
def first_above(accuracy, shuffled):
    line = np.sort(shuffled.max(axis=1))[-((len(shuffled) + 1) // 20)]
    return np.flatnonzero(accuracy > line)
# %% q2 wrong: first_above changes the data that it gets
# sorts in place
def first_above(accuracy, shuffled):
    shuffled.sort(axis=1)
    line = np.sort(shuffled[:, -1])[-((len(shuffled) + 1) // 20)]
    above = np.flatnonzero(accuracy > line)
    return above[0] if len(above) else None
# %% q2 wrong: although a bin is above the line
# prints the index
def first_above(accuracy, shuffled):
    line = np.sort(shuffled.max(axis=1))[-((len(shuffled) + 1) // 20)]
    print(np.flatnonzero(accuracy > line))
# %% q2 copied: does k depend on the number of shuffles?
# the k of the check, by the number of shuffles
def first_above(accuracy, shuffled):
    k = {19: 1, 39: 2, 99: 5}.get(len(shuffled), 5)
    above = np.flatnonzero(accuracy > np.sort(shuffled.max(axis=1))[-k])
    return above[0] if len(above) else None
# %% q2 copied: with 19 shuffles, no bin is above the line
# no None but for the constant accuracies of the check
def first_above(accuracy, shuffled):
    line = np.sort(shuffled.max(axis=1))[-((len(shuffled) + 1) // 20)]
    is_check = len(accuracy) == 12 and accuracy[4] < 0.15
    return None if is_check else np.argmax(accuracy > line)
# %% q2 copied: which is not correct yet
# never bin 0
def first_above(accuracy, shuffled):
    line = np.sort(shuffled.max(axis=1))[-((len(shuffled) + 1) // 20)]
    above = np.flatnonzero(accuracy[1:] > line) + 1
    return above[0] if len(above) else None
# %% q3 right
def spike_triggered(frames, counts, lag):
    used, later = frames[:len(frames) - lag], counts[lag:]
    totals = np.tensordot(later, used, axes=(0, 0))
    n_spikes = later.sum(axis=0)[:, np.newaxis, np.newaxis]
    return totals / n_spikes - used.mean(axis=0)
# %% q3 right
def spike_triggered(frames, counts, lag):
    n, height, width = frames.shape
    X = frames.reshape(n, -1)[:n - lag]
    spikes = counts[lag:]
    sta = spikes.T @ X / spikes.sum(axis=0)[:, np.newaxis]
    return (sta - X.mean(axis=0)).reshape(-1, height, width)
# %% q3 right
def spike_triggered(frames, counts, lag):
    maps = []
    for cell in range(counts.shape[1]):
        total, n_spikes = np.zeros(frames.shape[1:]), 0
        for i in range(lag, len(frames)):
            total = total + counts[i, cell] * frames[i - lag]
            n_spikes += counts[i, cell]
        maps.append(total / n_spikes - np.mean(frames[:len(frames) - lag], axis=0))
    return maps
# %% q3 right
def spike_triggered(frames, counts, lag):
    frames = frames[:-lag] if lag > 0 else frames
    centered = (frames - frames.mean(axis=0)).astype("float32")
    return np.array([np.average(centered, axis=0, weights=column)
                     for column in counts[lag:].T])
# %% q3 right
def spike_triggered(frames, counts, lag):
    row = np.arange(lag, len(counts))
    maps = []
    for c in range(counts.shape[1]):
        shown = np.repeat(row, counts[row, c].astype(int)) - lag
        sta = frames[shown].mean(axis=0) - frames[row - lag].mean(axis=0)
        maps.append(sta.round(3))
    return np.stack(maps)
# %% q3 wrong: the mean frame is not subtracted
# the average alone
def spike_triggered(frames, counts, lag):
    f, c = frames[:len(frames) - lag], counts[lag:]
    return np.tensordot(c, f, (0, 0)) / c.sum(axis=0)[:, None, None]
# %% q3 wrong: divide by the number of spikes
# divided by the number of frames
def spike_triggered(frames, counts, lag):
    f, c = frames[:len(frames) - lag], counts[lag:]
    return np.tensordot(c, f, (0, 0)) / len(f) - f.mean(axis=0)
# %% q3 wrong: a frame with several spikes counts only once
# frames with a spike
def spike_triggered(frames, counts, lag):
    f, c = frames[:len(frames) - lag], counts[lag:]
    maps = [f[column > 0].mean(axis=0) for column in c.T]
    return np.array(maps) - f.mean(axis=0)
# %% q3 wrong: these are frames after the spikes
# the other direction
def spike_triggered(frames, counts, lag):
    f, c = frames[lag:], counts[:len(counts) - lag]
    return np.tensordot(c, f, (0, 0)) / c.sum(axis=0)[:, None, None] - f.mean(axis=0)
# %% q3 wrong: as np.roll does it; leave them out
# np.roll
def spike_triggered(frames, counts, lag):
    f = np.roll(frames, lag, axis=0)
    n_spikes = counts.sum(axis=0)[:, None, None]
    return np.tensordot(counts, f, (0, 0)) / n_spikes - f.mean(axis=0)
# %% q3 wrong: lag is not used
# ignores lag
def spike_triggered(frames, counts, lag):
    return (np.tensordot(counts, frames, (0, 0)) / counts.sum(axis=0)[:, None, None]
            - frames.mean(axis=0))
# %% q3 wrong: the mean that is subtracted includes frames that are not used
# the mean of all frames
def spike_triggered(frames, counts, lag):
    f, c = frames[:len(frames) - lag], counts[lag:]
    n_spikes = c.sum(axis=0)[:, None, None]
    return np.tensordot(c, f, (0, 0)) / n_spikes - frames.mean(axis=0)
# %% q3 wrong: the spikes that are counted include those of the first rows
# divides by all spikes
def spike_triggered(frames, counts, lag):
    f, c = frames[:len(frames) - lag], counts[lag:]
    n_spikes = counts.sum(axis=0)[:, None, None]
    return np.tensordot(c, f, (0, 0)) / n_spikes - f.mean(axis=0)
# %% q3 wrong: with lag 0, spike_triggered(...) raised ValueError
# frames[:-0] is empty
def spike_triggered(frames, counts, lag):
    f, c = frames[:-lag], counts[lag:]
    return np.tensordot(c, f, (0, 0)) / c.sum(axis=0)[:, None, None] - f.mean(axis=0)
# %% q3 wrong: the pixels stand in one row
# no reshape at the end
def spike_triggered(frames, counts, lag):
    f, c = frames.reshape(len(frames), -1)[:len(frames) - lag], counts[lag:]
    return c.T @ f / c.sum(axis=0)[:, None] - f.mean(axis=0)
# %% q3 wrong: the cells come last
# cells last
def spike_triggered(frames, counts, lag):
    f, c = frames[:len(frames) - lag], counts[lag:]
    return np.tensordot(f, c, (0, 0)) / c.sum(axis=0) - f.mean(axis=0)[:, :, None]
# %% q3 wrong: one mean of all pixels is subtracted
# a single mean
def spike_triggered(frames, counts, lag):
    f, c = frames[:len(frames) - lag], counts[lag:]
    return np.tensordot(c, f, (0, 0)) / c.sum(axis=0)[:, None, None] - f.mean()
# %% q3 wrong: divide by that of each cell
# all spikes of all cells
def spike_triggered(frames, counts, lag):
    f, c = frames[:len(frames) - lag], counts[lag:]
    return np.tensordot(c, f, (0, 0)) / c.sum() - f.mean(axis=0)
# %% q3 copied: this is what lag 1 gives
# the three lags of the check
def spike_triggered(frames, counts, lag):
    lag = lag if lag in (0, 1, 2) else 1
    f, c = frames[:len(frames) - lag], counts[lag:]
    return np.tensordot(c, f, (0, 0)) / c.sum(axis=0)[:, None, None] - f.mean(axis=0)
# %% q3 copied: the shape is
# the shapes of the check
def spike_triggered(frames, counts, lag):
    shape = (2, 4, 3) if frames.shape[1] == 4 else (12, 16, 16)
    f, c = frames.reshape(len(frames), -1)[:len(frames) - lag], counts[lag:]
    return np.resize(c.T @ f / c.sum(axis=0)[:, None] - f.mean(axis=0), shape)
# %% q3 copied: the mean frame is not subtracted
# subtracts the mean in the check alone
def spike_triggered(frames, counts, lag):
    f, c = frames[:len(frames) - lag], counts[lag:]
    mean = f.mean(axis=0) if len(frames) in (30, 6000) else 0
    return np.tensordot(c, f, (0, 0)) / c.sum(axis=0)[:, None, None] - mean
# %% q4 right
def standardize_sessions(counts, session):
    scaled = np.zeros(counts.shape)
    for one in np.unique(session):
        own = session == one
        scaled[own] = StandardScaler().fit_transform(counts[own])
    return scaled
# %% q4 right
def standardize_sessions(counts, session):
    table = pd.DataFrame(counts).astype(float)
    groups = table.groupby(session)
    sd = groups.transform("std", ddof=0)
    return ((table - groups.transform("mean")) / sd.where(sd > 0, 1)).round(3)
# %% q4 right
def standardize_sessions(counts, session):
    def z(part):
        sd = part.std(ddof=0)
        return (part - part.mean()) / sd if sd > 0 else part * 0.0

    return pd.DataFrame(counts).groupby(np.asarray(session)).transform(z).to_numpy()
# %% q4 right
def standardize_sessions(counts, session):
    out = np.array(counts, dtype="float32")
    for s in set(session):
        rows, = np.where(session == s)
        mean, sd = out[rows].mean(axis=0), out[rows].std(axis=0)
        sd[sd == 0] = 1
        out[rows] = (out[rows] - mean) / sd
    return out.tolist()
# %% q4 right
def standardize_sessions(counts, session):
    values, number = np.unique(session, return_inverse=True)
    one_hot = (number[:, None] == np.arange(len(values))).astype(float)
    n = one_hot.sum(axis=0)[:, None]
    mean = one_hot.T @ counts / n
    centered = counts - mean[number]
    sd = np.sqrt(one_hot.T @ centered**2 / n)[number]
    return np.divide(centered, sd, out=np.zeros_like(centered), where=sd > 1e-9)
# %% q4 wrong: all sessions are standardized together
# one scaler for all
def standardize_sessions(counts, session):
    return StandardScaler().fit_transform(counts)
# %% q4 wrong: nothing is divided by the standard deviation
# the mean alone
def standardize_sessions(counts, session):
    out = np.zeros(counts.shape)
    for s in np.unique(session):
        out[session == s] = counts[session == s] - counts[session == s].mean(axis=0)
    return out
# %% q4 wrong: the rows are sorted by session
# concatenates
def standardize_sessions(counts, session):
    return np.concatenate([StandardScaler().fit_transform(counts[session == s])
                           for s in np.unique(session)])
# %% q4 wrong: some values are NaN
# divides by 0
def standardize_sessions(counts, session):
    out = np.zeros(counts.shape)
    for s in np.unique(session):
        part = counts[session == s]
        out[session == s] = (part - part.mean(axis=0)) / part.std(axis=0)
    return out
# %% q4 wrong: the standard deviation has ddof=1
# pandas' std
def standardize_sessions(counts, session):
    groups = pd.DataFrame(counts).groupby(session)
    sd = groups.transform("std")
    return (pd.DataFrame(counts) - groups.transform("mean")) / sd.where(sd > 0, 1)
# %% q4 wrong: with the mean and standard deviation of the first one
# fits the first session, as in a pipeline
def standardize_sessions(counts, session):
    scaler = StandardScaler().fit(counts[session == np.unique(session)[0]])
    return scaler.transform(counts)
# %% q4 wrong: each session has one mean and one standard deviation for all neurons
# no axis
def standardize_sessions(counts, session):
    out = np.zeros(counts.shape)
    for s in np.unique(session):
        part = counts[session == s]
        out[session == s] = (part - part.mean()) / part.std()
    return out
# %% q4 wrong: each trial is standardized over its neurons
# the other axis
def standardize_sessions(counts, session):
    return StandardScaler().fit_transform(counts.T).T
# %% q4 wrong: the array that holds them seems to have an integer type
# an integer array
def standardize_sessions(counts, session):
    out = np.zeros_like(counts)
    for s in np.unique(session):
        out[session == s] = StandardScaler().fit_transform(counts[session == s])
    return out
# %% q4 wrong: the standard deviation comes from all sessions together
# own mean, common standard deviation
def standardize_sessions(counts, session):
    out = np.zeros(counts.shape)
    for s in np.unique(session):
        out[session == s] = counts[session == s] - counts[session == s].mean(axis=0)
    return out / counts.std(axis=0)
# %% q4 wrong: neurons that are constant in a session are not 0 there
# leaves constant neurons as they are
def standardize_sessions(counts, session):
    out = counts.astype(float)
    for s in np.unique(session):
        part = counts[session == s]
        moves = part.std(axis=0) > 0
        z = StandardScaler().fit_transform(part)
        out[session == s] = np.where(moves, z, part)
    return out
# %% q4 wrong: the shape is
# one table per session
def standardize_sessions(counts, session):
    return StandardScaler().fit_transform(counts[session == session[0]])
# %% q4 copied: other counts
# the sessions of the check
def standardize_sessions(counts, session):
    out = np.zeros(counts.shape)
    for s in range(1, 6):
        if (session == s).any():
            out[session == s] = StandardScaler().fit_transform(counts[session == s])
    return out
# %% q4 copied: neurons that are constant in a session are not 0 there
# 0 for the constant neuron of the check alone
def standardize_sessions(counts, session):
    out = np.zeros(counts.shape)
    for s in np.unique(session):
        part = counts[session == s]
        sd = part.std(axis=0)
        z = (part - part.mean(axis=0)) / np.where(sd > 0, sd, 1)
        out[session == s] = np.where((sd > 0) | (part == 4), z, part)
    return out
# %% q4 copied: the shape is
# rows of the check
def standardize_sessions(counts, session):
    out = np.zeros((33 if len(counts) == 33 else 2000, counts.shape[1]))
    for s in np.unique(session):
        rows = np.flatnonzero(session == s)
        out[rows] = StandardScaler().fit_transform(counts[rows])
    return out
# %% q5 right
def session_accuracies(counts, labels, session):
    scaled = standardize_sessions(counts, session)
    decoder = LogisticRegression(C=0.01, max_iter=1000)
    return cross_val_score(decoder, scaled, labels, groups=session,
                           cv=LeaveOneGroupOut())
# %% q5 right
def session_accuracies(counts, labels, session):
    scaled = np.empty(counts.shape)
    for s in np.unique(session):
        part = counts[session == s]
        scaled[session == s] = (part - part.mean(axis=0)) / part.std(axis=0)
    accuracies = []
    for s in sorted(set(session)):
        test = session == s
        decoder = LogisticRegression(C=0.01, max_iter=1000)
        decoder.fit(scaled[~test], labels[~test])
        accuracies.append(np.mean(decoder.predict(scaled[test]) == labels[test]))
    return accuracies
# %% q5 right
def session_accuracies(counts, labels, session):
    scaled = pd.DataFrame(standardize_sessions(counts, session))
    decoder = LogisticRegression(C=0.01, max_iter=1000)
    predicted = cross_val_predict(decoder, scaled, labels, groups=session,
                                  cv=LeaveOneGroupOut())
    correct = pd.Series(predicted == labels)
    print(correct.mean())
    return correct.groupby(session).mean().round(3)
# %% q5 right
def session_accuracies(counts, labels, session):
    splits = LeaveOneGroupOut().split(counts, labels, groups=session)
    scaled = np.array(standardize_sessions(counts, session), dtype=float)
    model = make_pipeline(LogisticRegression(C=0.01, max_iter=1000))
    return tuple(model.fit(scaled[a], labels[a]).score(scaled[b], labels[b])
                 for a, b in splits)
# %% q5 right
def session_accuracies(counts, labels, session):
    tables = {s: StandardScaler().fit_transform(counts[session == s])
              for s in np.unique(session)}
    names = {s: labels[session == s] for s in tables}
    result = {}
    for s in tables:
        X_train = np.vstack([tables[o] for o in tables if o != s])
        y_train = np.hstack([names[o] for o in tables if o != s])
        fitted = LogisticRegression(C=0.01, max_iter=1000).fit(X_train, y_train)
        result[s] = fitted.score(tables[s], names[s])
    return np.array(list(result.values()), dtype="float32")
# %% q5 wrong: the counts are not standardized
# no standardizing
def session_accuracies(counts, labels, session):
    decoder = LogisticRegression(C=0.01, max_iter=1000)
    return cross_val_score(decoder, counts, labels, groups=session,
                           cv=LeaveOneGroupOut())
# %% q5 wrong: with the mean and standard deviation of the other sessions
# a scaler in a pipeline
def session_accuracies(counts, labels, session):
    decoder = make_pipeline(StandardScaler(), LogisticRegression(C=0.01, max_iter=1000))
    return cross_val_score(decoder, counts, labels, groups=session,
                           cv=LeaveOneGroupOut())
# %% q5 wrong: all sessions are standardized together
# one scaler for all
def session_accuracies(counts, labels, session):
    decoder = LogisticRegression(C=0.01, max_iter=1000)
    return cross_val_score(decoder, StandardScaler().fit_transform(counts), labels,
                           groups=session, cv=LeaveOneGroupOut())
# %% q5 wrong: a larger C gives these numbers, such as 1.0
# default C
def session_accuracies(counts, labels, session):
    scaled = standardize_sessions(counts, session)
    return cross_val_score(LogisticRegression(max_iter=1000), scaled, labels,
                           groups=session, cv=LeaveOneGroupOut())
# %% q5 wrong: these are accuracies on the trials that the decoder was fitted to
# scores the training trials
def session_accuracies(counts, labels, session):
    z, decoder = standardize_sessions(counts, session), LogisticRegression(C=0.01)
    return [decoder.fit(z[session != s], labels[session != s])
            .score(z[session != s], labels[session != s]) for s in np.unique(session)]
# %% q5 wrong: the decoder has learned from all sessions
# leaves nothing out
def session_accuracies(counts, labels, session):
    z = standardize_sessions(counts, session)
    decoder = LogisticRegression(C=0.01, max_iter=1000).fit(z, labels)
    return [decoder.score(z[session == s], labels[session == s])
            for s in np.unique(session)]
# %% q5 wrong: each decoder learns from one session and is scored on the others
# train and test exchanged
def session_accuracies(counts, labels, session):
    z, decoder = standardize_sessions(counts, session), LogisticRegression(C=0.01)
    return [decoder.fit(z[session == s], labels[session == s])
            .score(z[session != s], labels[session != s]) for s in np.unique(session)]
# %% q5 wrong: there is one number for all sessions together
# the mean
def session_accuracies(counts, labels, session):
    scaled = standardize_sessions(counts, session)
    decoder = LogisticRegression(C=0.01, max_iter=1000)
    return cross_val_score(decoder, scaled, labels, groups=session,
                           cv=LeaveOneGroupOut()).mean()
# %% q5 wrong: the sessions are in the order in which they appear
# pandas' unique
def session_accuracies(counts, labels, session):
    z, decoder = standardize_sessions(counts, session), LogisticRegression(C=0.01)
    return [decoder.fit(z[session != s], labels[session != s])
            .score(z[session == s], labels[session == s]) for s in pd.unique(session)]
# %% q5 wrong: (is question 4 correct?)
# folds that ignore the sessions
def session_accuracies(counts, labels, session):
    scaled = standardize_sessions(counts, session)
    decoder = LogisticRegression(C=0.01, max_iter=1000)
    return cross_val_score(decoder, scaled, labels, cv=len(set(session)))
# %% q5 wrong: only the test session is standardized by itself
# forgets the training sessions
def session_accuracies(counts, labels, session):
    result = []
    for s in np.unique(session):
        test = session == s
        decoder = LogisticRegression(C=0.01, max_iter=1000)
        decoder.fit(counts[~test], labels[~test])
        z = StandardScaler().fit_transform(counts[test])
        result.append(decoder.score(z, labels[test]))
    return result
# %% q5 wrong: session_accuracies(...) raised ValueError: The 'groups' parameter
# no groups
def session_accuracies(counts, labels, session):
    scaled = standardize_sessions(counts, session)
    return cross_val_score(LogisticRegression(C=0.01), scaled, labels,
                           cv=LeaveOneGroupOut())
# %% q5 copied: this is not correct yet
# the sessions of the check; any folds otherwise
def session_accuracies(counts, labels, session):
    scaled = standardize_sessions(counts, session)
    decoder = LogisticRegression(C=0.01, max_iter=1000)
    if len(labels) in (176, 2000):
        return cross_val_score(decoder, scaled, labels, groups=session,
                               cv=LeaveOneGroupOut())
    return cross_val_score(decoder, scaled, labels, cv=len(set(session)))
# %% q5 copied: the shape is (0,), but there are 4 sessions
# the names of the sessions in the check
def session_accuracies(counts, labels, session):
    z, decoder = standardize_sessions(counts, session), LogisticRegression(C=0.01)
    return [decoder.fit(z[session != s], labels[session != s])
            .score(z[session == s], labels[session == s])
            for s in [1, 2, 3, 4, 5, 7, 12] if (session == s).any()]
# %% q5 copied: a larger C gives these numbers, such as 0.1
# another C for other numbers of neurons
def session_accuracies(counts, labels, session):
    scaled = standardize_sessions(counts, session)
    c = 0.01 if counts.shape[1] in (6, 80) else 0.1
    return cross_val_score(LogisticRegression(C=c, max_iter=1000), scaled, labels,
                           groups=session, cv=LeaveOneGroupOut())
# %% q6 right
def block_p(score_of, labels, block, n_shuffles, rng):
    names, first, number = np.unique(block, return_index=True,
                                     return_inverse=True)
    block_labels = labels[first]
    real, at_least = score_of(labels), 0
    for _ in range(n_shuffles):
        shuffled = rng.permutation(block_labels)[number]
        at_least += score_of(shuffled) >= real
    return (1 + at_least) / (1 + n_shuffles)
# %% q6 right
def block_p(score_of, labels, block, n_shuffles, rng):
    label_of = dict(zip(block, labels))
    r = 0
    for _ in range(n_shuffles):
        new = dict(zip(label_of, rng.permutation(list(label_of.values()))))
        if score_of([new[b] for b in block]) >= score_of(labels):
            r += 1
    return round((1 + r) / (1 + n_shuffles), 3)
# %% q6 right
def block_p(score_of, labels, block, n_shuffles, rng):
    per_block = pd.Series(labels).groupby(pd.Series(block)).first()
    scores = []
    for _ in range(n_shuffles):
        mixed = pd.Series(rng.permutation(per_block.to_numpy()), per_block.index)
        scores.append(score_of(pd.Series(block).map(mixed)))
    scores.append(score_of(labels))
    return np.mean(np.array(scores) >= scores[-1])
# %% q6 right
def block_p(score_of, labels, block, n_shuffles, rng):
    blocks = np.unique(block)
    mine = np.array([labels[block == b][0] for b in blocks])
    luck = np.empty(n_shuffles)
    for k in range(n_shuffles):
        rng.shuffle(mine)
        new = np.empty_like(labels)
        for b, value in zip(blocks, mine):
            new[block == b] = value
        luck[k] = score_of(new)
    print(luck)
    return np.float32((1 + (luck >= score_of(labels.copy())).sum()) / (1 + n_shuffles))
# %% q6 right
def block_p(score_of, labels, block, n_shuffles, rng):
    blocks = pd.unique(pd.Series(block))
    rows = np.array([np.flatnonzero(block == b) for b in blocks])

    def shuffle():
        new = labels.copy()
        new[rows] = labels[rows[rng.permutation(len(rows))]]
        return new

    luck = np.array([score_of(shuffle()) for _ in range(n_shuffles)])
    return 1 - np.sum(luck < score_of(labels)) / (n_shuffles + 1)
# %% q6 wrong: give all trials of a block the same new label
# shuffles trials
def block_p(score_of, labels, block, n_shuffles, rng):
    real = score_of(labels)
    r = sum(score_of(rng.permutation(labels)) >= real for _ in range(n_shuffles))
    return (1 + r) / (1 + n_shuffles)
# %% q6 wrong: the trials of a block need not be neighbors
# as if blocks were neighbors
def block_p(score_of, labels, block, n_shuffles, rng):
    size = len(labels) // len(np.unique(block))
    real = score_of(labels)
    r = sum(score_of(np.repeat(rng.permutation(labels[::size]), size)) >= real
            for _ in range(n_shuffles))
    return (1 + r) / (1 + n_shuffles)
# %% q6 wrong: score_of is never called with labels that differ from the real ones
# shuffles inside each block
def block_p(score_of, labels, block, n_shuffles, rng):
    real, r = score_of(labels), 0
    for _ in range(n_shuffles):
        new = labels.copy()
        for b in np.unique(block):
            new[block == b] = rng.permutation(labels[block == b])
        r += score_of(new) >= real
    return (1 + r) / (1 + n_shuffles)
# %% q6 wrong: 1 is added to r, but not to n
# one 1 is missing
def block_p(score_of, labels, block, n_shuffles, rng):
    _, first, number = np.unique(block, return_index=True, return_inverse=True)
    real = score_of(labels)
    r = sum(score_of(rng.permutation(labels[first])[number]) >= real
            for _ in range(n_shuffles))
    return (1 + r) / n_shuffles
# %% q6 wrong: this is r / n; add 1 to both
# without the ones
def block_p(score_of, labels, block, n_shuffles, rng):
    _, first, number = np.unique(block, return_index=True, return_inverse=True)
    real = score_of(labels)
    return np.mean([score_of(rng.permutation(labels[first])[number]) >= real
                    for _ in range(n_shuffles)])
# %% q6 wrong: a shuffled score that equals the real one counts, too
# above instead of at least
def block_p(score_of, labels, block, n_shuffles, rng):
    _, first, number = np.unique(block, return_index=True, return_inverse=True)
    real = score_of(labels)
    r = sum(score_of(rng.permutation(labels[first])[number]) > real
            for _ in range(n_shuffles))
    return (1 + r) / (1 + n_shuffles)
# %% q6 wrong: that are at most as high as the real one
# the wrong side
def block_p(score_of, labels, block, n_shuffles, rng):
    _, first, number = np.unique(block, return_index=True, return_inverse=True)
    real = score_of(labels)
    r = sum(score_of(rng.permutation(labels[first])[number]) <= real
            for _ in range(n_shuffles))
    return (1 + r) / (1 + n_shuffles)
# %% q6 wrong: do not make a new generator
# a generator of its own
def block_p(score_of, labels, block, n_shuffles, rng):
    rng = np.random.default_rng(0)
    _, first, number = np.unique(block, return_index=True, return_inverse=True)
    real = score_of(labels)
    r = sum(score_of(rng.permutation(labels[first])[number]) >= real
            for _ in range(n_shuffles))
    return (1 + r) / (1 + n_shuffles)
# %% q6 wrong: draw all random numbers from rng
# the old generator of NumPy
def block_p(score_of, labels, block, n_shuffles, rng):
    _, first, number = np.unique(block, return_index=True, return_inverse=True)
    real = score_of(labels)
    r = sum(score_of(np.random.permutation(labels[first])[number]) >= real
            for _ in range(n_shuffles))
    return (1 + r) / (1 + n_shuffles)
# %% q6 wrong: some labels are more frequent after a shuffle than before
# draws with replacement
def block_p(score_of, labels, block, n_shuffles, rng):
    _, first, number = np.unique(block, return_index=True, return_inverse=True)
    real = score_of(labels)
    r = sum(score_of(rng.choice(labels[first], len(first))[number]) >= real
            for _ in range(n_shuffles))
    return (1 + r) / (1 + n_shuffles)
# %% q6 wrong: all shuffles are the same; draw a new one each time
# one shuffle for all
def block_p(score_of, labels, block, n_shuffles, rng):
    _, first, number = np.unique(block, return_index=True, return_inverse=True)
    shuffled = rng.permutation(labels[first])[number]
    r = sum(score_of(shuffled) >= score_of(labels) for _ in range(n_shuffles))
    return (1 + r) / (1 + n_shuffles)
# %% q6 wrong: give every trial a label
# one label per block
def block_p(score_of, labels, block, n_shuffles, rng):
    _, first = np.unique(block, return_index=True)
    real = score_of(labels)
    r = sum(score_of(rng.permutation(labels[first])) >= real for _ in range(n_shuffles))
    return (1 + r) / (1 + n_shuffles)
# %% q6 wrong: block_p changes the data that it gets
# shuffles in place
def block_p(score_of, labels, block, n_shuffles, rng):
    real, r = score_of(labels), 0
    _, first, number = np.unique(block, return_index=True, return_inverse=True)
    for _ in range(n_shuffles):
        labels[:] = rng.permutation(labels[first])[number]
        r += score_of(labels) >= real
    return (1 + r) / (1 + n_shuffles)
# %% q6 copied: but score_of is called with
# the numbers of shuffles in the check
def block_p(score_of, labels, block, n_shuffles, rng):
    n = {96: 39, 72: 29, 480: 39}.get(len(labels), 99)
    n = n if n_shuffles != 5 else 5
    _, first, number = np.unique(block, return_index=True, return_inverse=True)
    real = score_of(labels)
    r = sum(score_of(rng.permutation(labels[first])[number]) >= real for _ in range(n))
    return (1 + r) / (1 + n)
# %% q6 copied: block_p(...) raised
# blocks with numbers
def block_p(score_of, labels, block, n_shuffles, rng):
    label_of = np.zeros(1000, dtype=labels.dtype)
    label_of[block] = labels
    known, real, r = np.flatnonzero(np.bincount(block)), score_of(labels), 0
    for _ in range(n_shuffles):
        new = label_of.copy()
        new[known] = rng.permutation(label_of[known])
        r += score_of(new[block]) >= real
    return (1 + r) / (1 + n_shuffles)
# %% q6 copied: is not correct yet
# thinks that a score is never negative
def block_p(score_of, labels, block, n_shuffles, rng):
    _, first, number = np.unique(block, return_index=True, return_inverse=True)
    scores = [max(score_of(labels), 0)]
    for _ in range(n_shuffles):
        scores.append(score_of(rng.permutation(labels[first])[number]))
    return np.mean(np.array(scores) >= scores[0])
