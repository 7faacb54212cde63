# %% q1 right
growing = []
for end in range(9, 33):
    counts = spikes[:, :, 8:end].sum(axis=2)
    predicted = cross_val_predict(MultinomialNB(), counts, label, cv=folds)
    growing.append(np.sum(predicted == label) / 400)
# %% q1 right
from sklearn.model_selection import cross_val_score

growing = pd.Series({b: cross_val_score(
    MultinomialNB(), spikes[:, :, (t_s > 0) & (t_s <= t_s[b])].sum(axis=2), label,
    cv=folds).mean() for b in range(8, 32)}, dtype="float32")
# %% q1 right
growing = np.zeros(24)
for i in range(24):
    window = spikes[:, :, 8:8 + i + 1].sum(axis=2)
    predicted = cross_val_predict(MultinomialNB(), window, label, cv=folds)
    growing[i] = np.mean(predicted == label)
print(growing.round(3))
# %% q1 right
total = spikes[:, :, start_ms >= 0].cumsum(axis=2)
growing = np.array([
    (cross_val_predict(MultinomialNB(), total[:, :, b], label, cv=folds) == label).mean()
    for b in range(total.shape[2])])
# %% q1 right
from sklearn.model_selection import cross_val_score

growing = []
for end in start_ms[start_ms >= 0]:
    until = (start_ms >= 0) & (start_ms <= end)
    x = spikes[:, :, until].sum(axis=2)
    growing.append(cross_val_score(MultinomialNB(), x, label, cv=folds).mean())
growing = np.array(growing)
# %% q1 right
splits = list(folds.split(np.zeros(400), label))
counts_now = np.zeros((400, 80))
hits = np.zeros((24, 400))
for k, b in enumerate(np.flatnonzero(t_s > 0)):
    counts_now = counts_now + spikes[:, :, b]
    for train, test in splits:
        nb = MultinomialNB().fit(counts_now[train], label[train])
        hits[k, test] = nb.predict(counts_now[test]) == label[test]
growing = hits.mean(axis=1)
# %% q1 wrong: that is one bin by itself
growing = [np.mean(cross_val_predict(MultinomialNB(), spikes[:, :, b], label, cv=folds)
                   == label) for b in range(8, 32)]
# %% q1 wrong: scored on its own training trials
windows = spikes[:, :, 8:].cumsum(axis=2)
growing = [MultinomialNB().fit(windows[:, :, b], label).score(windows[:, :, b], label)
           for b in range(24)]
# %% q1 wrong: is what GaussianNB reaches
windows = spikes[:, :, 8:].cumsum(axis=2)
growing = [np.mean(cross_val_predict(GaussianNB(), windows[:, :, b], label, cv=folds)
                   == label) for b in range(24)]
# %% q1 wrong: do the windows begin at 0 ms? Earlier spikes are noise
windows = spikes.cumsum(axis=2)
growing = [np.mean(cross_val_predict(MultinomialNB(), windows[:, :, b], label, cv=folds)
                   == label) for b in range(8, 32)]
# %% q1 wrong: 32 values
windows = spikes.cumsum(axis=2)
growing = [np.mean(cross_val_predict(MultinomialNB(), windows[:, :, b], label, cv=folds)
                   == label) for b in range(32)]
# %% q1 wrong: rather than end at 600 ms
windows = [spikes[:, :, b:].sum(axis=2) for b in range(31, 7, -1)]
growing = [np.mean(cross_val_predict(MultinomialNB(), window, label, cv=folds) == label)
           for window in windows]
# %% q1 wrong: begin with the shortest window
windows = [spikes[:, :, 8:end].sum(axis=2) for end in range(32, 8, -1)]
growing = [np.mean(cross_val_predict(MultinomialNB(), window, label, cv=folds) == label)
           for window in windows]
# %% q1 wrong: was the sum taken over bins, the last axis
windows = spikes[:, :, 8:].cumsum(axis=1)
growing = [np.mean(cross_val_predict(MultinomialNB(), windows[:, :, b], label, cv=folds)
                   == label) for b in range(24)]
# %% q1 wrong: a window includes its last bin
windows = [spikes[:, :, 7:b].sum(axis=2) for b in range(8, 32)]
growing = [np.mean(cross_val_predict(MultinomialNB(), window, label, cv=folds) == label)
           for window in windows]
# %% q1 wrong: store shares of trials
windows = spikes[:, :, 8:].cumsum(axis=2)
growing = [100 * np.mean(cross_val_predict(
    MultinomialNB(), windows[:, :, b], label, cv=folds) == label) for b in range(24)]
# %% q1 wrong: several values a window
windows = spikes[:, :, 8:].cumsum(axis=2)
growing = [cross_val_predict(MultinomialNB(), windows[:, :, b], label, cv=folds)
           for b in range(24)]
# %% q1 wrong: check that the folds and the decoder
windows = spikes[:, :, 8:].cumsum(axis=2)
growing = [np.mean(cross_val_predict(MultinomialNB(), windows[:, :, b], label, cv=5)
                   == label) for b in range(24)]
# %% q1 wrong: right in the last window: that is one bin by itself; add the spikes
# one bin at a time
growing = np.array([
    np.mean(cross_val_predict(MultinomialNB(), spikes[:, :, b], label, cv=folds) == label)
    for b in np.flatnonzero(start_ms >= 0)])
# %% q1 wrong: ms? Earlier spikes are noise
# the window begins 200 ms before the stimulus
growing = np.array([
    np.mean(cross_val_predict(MultinomialNB(), spikes[:, :, :b + 1].sum(axis=2), label,
                              cv=folds) == label)
    for b in range(8, 32)])
# %% q1 wrong: too few right in the fourth window; a window includes its last bin,
# to the start of the bin, the first window is empty
growing = np.array([
    np.mean(cross_val_predict(MultinomialNB(), spikes[:, :, 8:b].sum(axis=2), label,
                              cv=folds) == label)
    for b in range(8, 32)])
# %% q1 wrong: ms, before any response: the decoder was scored on its own training
# not cross-validated
growing = np.array([
    MultinomialNB().fit(spikes[:, :, 8:b].sum(axis=2), label).score(
        spikes[:, :, 8:b].sum(axis=2), label)
    for b in range(9, 33)])
# %% q1 wrong: the accuracy falls; begin with the shortest window
# longest window first
growing = np.array([
    np.mean(cross_val_predict(MultinomialNB(), spikes[:, :, 8:b].sum(axis=2), label,
                              cv=folds) == label)
    for b in range(32, 8, -1)])
# %% q1 wrong: check that the folds and the decoder are those of the question
# mean a bin instead of the count, so the smoothing weighs more
growing = np.array([
    np.mean(cross_val_predict(MultinomialNB(), spikes[:, :, 8:b].mean(axis=2), label,
                              cv=folds) == label)
    for b in range(9, 33)])
# %% q1 wrong: right in the last window is what GaussianNB reaches; take
# Gaussian naive Bayes
cumulative = np.cumsum(spikes[:, :, 8:], axis=2)
growing = np.array([
    np.mean(cross_val_predict(GaussianNB(), cumulative[:, :, b], label, cv=folds) == label)
    for b in range(24)])
# %% q1 wrong: right in the last window; was the sum taken over bins, the last axis,
# sums over neurons instead of over bins
growing = np.array([
    np.mean(cross_val_predict(MultinomialNB(), spikes[:, :, 8:b].sum(axis=1), label,
                              cv=folds) == label)
    for b in range(9, 33)])
# %% q2 right
def first_above(accuracy, shuffled):
    k = (len(shuffled) + 1) / 20
    band = sorted((max(row) for row in shuffled), reverse=True)[int(k) - 1]
    for index, value in enumerate(accuracy):
        if value > band:
            return index
# %% q2 right
def first_above(accuracy, shuffled):
    maxima = pd.DataFrame(shuffled).max(axis=1)
    above = accuracy > maxima.nlargest((len(maxima) + 1) // 20).iloc[-1]
    return np.argmax(above) if above.any() else None
# %% q2 right
def first_above(accuracy, shuffled):
    maxima = np.sort(shuffled.max(axis=1))[::-1]
    k = (len(shuffled) + 1) // 20
    above = np.flatnonzero(accuracy > maxima[k - 1])
    return above[0] if len(above) else None
# %% q2 right
def first_above(accuracy, shuffled):
    n = shuffled.shape[0]
    k = int((n + 1) / 20)
    band = np.sort(np.max(shuffled, axis=1))[-k]
    for i, a in enumerate(accuracy):
        if a > band:
            return i
    return None


print(first_above(contrast_accuracy, contrast_shuffled))
# %% q2 right
def first_above(accuracy, shuffled):
    largest = sorted((max(row) for row in shuffled), reverse=True)
    band = largest[round((len(largest) + 1) / 20) - 1]
    return next((b for b in range(len(accuracy)) if accuracy[b] > band), None)
# %% q2 right
import heapq


def first_above(accuracy, shuffled):
    peak = np.asarray(shuffled).max(axis=-1)
    limit = heapq.nlargest((peak.size + 1) // 20, peak)[-1]
    above = np.asarray(accuracy) > limit
    if not above.any():
        return None
    return int(above.argmax())
# %% q2 wrong: a bin above the luck of one bin
def first_above(accuracy, shuffled):
    above = np.flatnonzero(accuracy > np.quantile(shuffled, 0.95))
    return above[0] if len(above) else None
# %% q2 wrong: take them over bins, one for each shuffle
def first_above(accuracy, shuffled):
    band = np.sort(shuffled.max(axis=0))[-((len(shuffled) + 1) // 20)]
    above = np.flatnonzero(accuracy > band)
    return above[0] if len(above) else None
# %% q2 wrong: a quantile between two maxima was taken
def first_above(accuracy, shuffled):
    above = np.flatnonzero(accuracy > np.quantile(shuffled.max(axis=1), 0.95))
    return above[0] if len(above) else None
# %% q2 wrong: this bin is equal to the band
def first_above(accuracy, shuffled):
    band = np.sort(shuffled.max(axis=1))[-((len(shuffled) + 1) // 20)]
    above = np.flatnonzero(accuracy >= band)
    return above[0] if len(above) else None
# %% q2 wrong: above the largest maximum of 39
def first_above(accuracy, shuffled):
    above = np.flatnonzero(accuracy > shuffled.max())
    return above[0] if len(above) else None
# %% q2 wrong: the highest, or the last above
def first_above(accuracy, shuffled):
    band = np.sort(shuffled.max(axis=1))[-((len(shuffled) + 1) // 20)]
    return np.argmax(accuracy) if max(accuracy) > band else None
# %% q2 wrong: the function gives 0; return None
def first_above(accuracy, shuffled):
    band = np.sort(shuffled.max(axis=1))[-((len(shuffled) + 1) // 20)]
    return np.argmax(accuracy > band)
# %% q2 wrong: the function gives an IndexError
def first_above(accuracy, shuffled):
    band = np.sort(shuffled.max(axis=1))[-((len(shuffled) + 1) // 20)]
    return np.flatnonzero(accuracy > band)[0]
# %% q2 wrong: k depends on their number
def first_above(accuracy, shuffled):
    above = np.flatnonzero(accuracy > np.sort(shuffled.max(axis=1))[-2])
    return above[0] if len(above) else None
# %% q2 wrong: the function gives several values
def first_above(accuracy, shuffled):
    band = np.sort(shuffled.max(axis=1))[-((len(shuffled) + 1) // 20)]
    return accuracy > band
# %% q2 wrong: does it return the index
def first_above(accuracy, shuffled):
    band = np.sort(shuffled.max(axis=1))[-((len(shuffled) + 1) // 20)]
    print(np.flatnonzero(accuracy > band)[:1])
# %% q2 wrong: the function gives -25 where index 5 is right
def first_above(accuracy, shuffled):
    band = np.sort(shuffled.max(axis=1))[-((len(shuffled) + 1) // 20)]
    above = np.flatnonzero(accuracy > band)
    return -150 + 25 * above[0] if len(above) else None
# %% q2 wrong: is right: a bin above the luck of one bin, not above the maxima: take
# a band for each bin, not family-wise
def first_above(accuracy, shuffled):
    k = (len(shuffled) + 1) // 20
    band = np.sort(shuffled, axis=0)[-k]
    above = np.flatnonzero(accuracy > band)
    return above[0] if len(above) else None
# %% q2 wrong: is right: this bin is above the largest maximum of
# always the largest maximum
def first_above(accuracy, shuffled):
    band = shuffled.max()
    above = np.flatnonzero(accuracy > band)
    return above[0] if len(above) else None
# %% q2 wrong: where no bin is above the band the function gives
# argmax gives 0 where no bin is above
def first_above(accuracy, shuffled):
    k = (len(shuffled) + 1) // 20
    band = np.sort(shuffled.max(axis=1))[-k]
    return int(np.argmax(accuracy > band))
# %% q2 wrong: is right: this bin is equal to the band; it must be above
# at the band counts as above
def first_above(accuracy, shuffled):
    k = (len(shuffled) + 1) // 20
    band = np.sort(shuffled.max(axis=1))[-k]
    above = np.flatnonzero(accuracy >= band)
    return above[0] if len(above) else None
# %% q2 wrong: can be the first bin
# bin 0 counts as false, so it gives None
def first_above(accuracy, shuffled):
    k = (len(shuffled) + 1) // 20
    band = np.sort(shuffled.max(axis=1))[-k]
    first = next((i for i, a in enumerate(accuracy) if a > band), None)
    if not first:
        return None
    return first
# %% q2 wrong: is right: the maxima were taken over shuffles, one for each bin; take
# the maximum over shuffles, not over bins
def first_above(accuracy, shuffled):
    maxima = np.sort(shuffled.max(axis=0))[::-1]
    k = (len(shuffled) + 1) // 20
    above = np.flatnonzero(accuracy > maxima[k - 1])
    return above[0] if len(above) else None
# %% q2 wrong: is right: a quantile between two maxima was taken; take the k-th
# the interpolated percentile of the maxima
def first_above(accuracy, shuffled):
    band = np.percentile(shuffled.max(axis=1), 95)
    above = np.flatnonzero(accuracy > band)
    return above[0] if len(above) else None
# %% q2 wrong: is right: this bin is the highest, or the last above; the first is
# the best bin above the band, not the first
def first_above(accuracy, shuffled):
    k = (len(shuffled) + 1) // 20
    band = np.sort(shuffled.max(axis=1))[-k]
    best = int(np.argmax(accuracy))
    return best if accuracy[best] > band else None
# %% q3 right
rates = pd.DataFrame(spikes.reshape(400, -1)).groupby(label).mean().to_numpy()
moments = (40 * rates).reshape(8, 80, 32).transpose(0, 2, 1).reshape(256, 80)
paths = PCA(3, svd_solver="full").fit_transform(moments).reshape(8, 32, -1)
# %% q3 right
means = np.stack([spikes[label == c].mean(axis=0).T for c in range(8)]) / 0.025
pca = PCA(n_components=3).fit(np.concatenate(means))
paths = -np.array([pca.transform(mean) for mean in means]).astype("float32")
# %% q3 right
means = np.stack([spikes[label == c].mean(axis=0) for c in range(8)], axis=1) / 0.025
flat = means.reshape(80, 256)  # neurons x moments
flat = flat - flat.mean(axis=1, keepdims=True)
axes = np.linalg.svd(flat, full_matrices=False)[0][:, :3]
paths = (axes.T @ flat).T.reshape(8, 32, 3)
# %% q3 right
averages = np.array([spikes[label == o].mean(axis=0) for o in range(8)]) / 0.025
moments = averages.transpose(0, 2, 1).reshape(8 * 32, 80)
paths = PCA(n_components=3).fit_transform(moments).reshape(8, 32, 3)
# %% q3 right
hz = spikes * 40.0
rows = []
for angle in orientation:
    rows.append(hz[trials["orientation_deg"].to_numpy() == angle].mean(axis=0).T)
pca = PCA(3, svd_solver="full").fit(np.vstack(rows))
paths = np.stack([pca.transform(r) for r in rows])
print(paths.shape, pca.explained_variance_ratio_)
# %% q3 right
one_hot = np.eye(8)[label]
rate = np.einsum("to,tnb->obn", one_hot, spikes) / one_hot.sum(axis=0)[:, None, None] / 25e-3
flat = rate.reshape(-1, rate.shape[-1])
flat = flat - flat.mean(axis=0)
_, _, vt = np.linalg.svd(flat, full_matrices=False)
paths = (flat @ vt[:3].T).reshape(8, 32, 3)
# %% q3 right
pca = PCA(n_components=3, random_state=0)
averages = np.zeros((8, 32, 80))
for k in range(8):
    low_mean = spikes[(label == k) & ~high].mean(axis=0)
    high_mean = spikes[(label == k) & high].mean(axis=0)
    averages[k] = ((low_mean + high_mean) / 2).T * 1000 / 25
scores = pca.fit_transform(np.concatenate(averages))
paths = np.array(np.split(scores, 8))
# %% q3 wrong: a row for PCA was no moment
means = np.array([spikes[label == c].mean(axis=0) for c in range(8)]) / 0.025
paths = PCA(3).fit_transform(means.reshape(-1, 80)).reshape(8, 32, 3)
# %% q3 wrong: each orientation got a PCA of its own
means = np.array([spikes[label == c].mean(axis=0) for c in range(8)]) / 0.025
paths = np.array([PCA(3).fit_transform(mean.T) for mean in means])
# %% q3 wrong: the axes are those of single trials
means = np.array([spikes[label == c].mean(axis=0) for c in range(8)]) / 0.025
pca = PCA(3).fit(spikes.transpose(0, 2, 1).reshape(-1, 80) / 0.025)
paths = pca.transform(means.transpose(0, 2, 1).reshape(-1, 80)).reshape(8, 32, 3)
# %% q3 wrong: these are spikes a bin
means = np.array([spikes[label == c].mean(axis=0) for c in range(8)])
paths = PCA(3).fit_transform(means.transpose(0, 2, 1).reshape(-1, 80)).reshape(8, 32, 3)
# %% q3 wrong: the rates were standardized
from sklearn.preprocessing import StandardScaler

means = np.array([spikes[label == c].mean(axis=0) for c in range(8)]) / 0.025
moments = StandardScaler().fit_transform(means.transpose(0, 2, 1).reshape(-1, 80))
paths = PCA(3).fit_transform(moments).reshape(8, 32, 3)
# %% q3 wrong: these are the trials at high contrast alone
means = np.array([spikes[(label == c) & high].mean(axis=0) for c in range(8)]) / 0.025
paths = PCA(3).fit_transform(means.transpose(0, 2, 1).reshape(-1, 80)).reshape(8, 32, 3)
# %% q3 wrong: the rows are in another order
means = np.array([spikes[label == c].mean(axis=0) for c in range(8)]) / 0.025
paths = PCA(3).fit_transform(means.transpose(2, 0, 1).reshape(-1, 80)).reshape(8, 32, 3)
# %% q3 wrong: the sds along the components are
sums = np.array([spikes[label == c].sum(axis=0) for c in range(8)]) / 0.025
paths = PCA(3).fit_transform(sums.transpose(0, 2, 1).reshape(-1, 80)).reshape(8, 32, 3)
# %% q3 wrong: 400 paths
moments = spikes.transpose(0, 2, 1).reshape(-1, 80) / 0.025
paths = PCA(3).fit_transform(moments).reshape(400, 32, 3)
# %% q3 wrong: reshape the 256 moments
means = np.array([spikes[label == c].mean(axis=0) for c in range(8)]) / 0.025
paths = PCA(3).fit_transform(means.transpose(0, 2, 1).reshape(-1, 80))
# %% q3 wrong: these are spikes a bin; a bin of
# spikes a bin, not Hz
averages = np.array([spikes[label == o].mean(axis=0).T for o in range(8)])
paths = PCA(3).fit_transform(averages.reshape(256, 80)).reshape(8, 32, 3)
# %% q3 wrong: a row for PCA was no moment: put bins beside orientations, and
# reshaped without transposing, neurons and bins are mixed
averages = 40 * np.array([spikes[label == o].mean(axis=0) for o in range(8)])
paths = PCA(3).fit_transform(averages.reshape(256, 80)).reshape(8, 32, 3)
# %% q3 wrong: each orientation got a PCA of its own, so the axes differ; fit one to
# one PCA for each orientation
averages = 40 * np.array([spikes[label == o].mean(axis=0).T for o in range(8)])
paths = np.array([PCA(3).fit_transform(a) for a in averages])
# %% q3 wrong: these are the trials at high contrast alone; average both contrasts
# high contrast only
averages = 40 * np.array([spikes[high & (label == o)].mean(axis=0).T for o in range(8)])
paths = PCA(3).fit_transform(averages.reshape(-1, 80)).reshape(8, 32, 3)
# %% q3 wrong: the axes are those of single trials, which hold much noise; average
# fit to single trials instead of averages
single = 40.0 * spikes.transpose(0, 2, 1)
pca = PCA(3).fit(single.reshape(-1, 80))
paths = np.array([pca.transform(single[label == o].mean(axis=0)) for o in range(8)])
# %% q3 wrong: the rates were standardized; keep them in Hz
# standardizes each neuron first
averages = 40 * np.array([spikes[label == o].mean(axis=0).T for o in range(8)])
flat = averages.reshape(256, 80)
flat = (flat - flat.mean(axis=0)) / flat.std(axis=0)
paths = PCA(3).fit_transform(flat).reshape(8, 32, 3)
# %% q3 wrong: the rows are in another order than orientations × bins; reshape gives
# reshaped to bins × orientations and transposed, which mixes the moments
averages = 40 * np.array([spikes[label == o].mean(axis=0).T for o in range(8)])
positions = PCA(3).fit_transform(averages.reshape(256, 80))
paths = positions.reshape(32, 8, 3).transpose(1, 0, 2)
# %% q3 wrong: Hz; average the trials of an orientation, divide by
# divides by 25, spikes per ms
averages = np.array([spikes[label == o].mean(axis=0).T for o in range(8)]) / 25
paths = PCA(3).fit_transform(averages.reshape(256, 80)).reshape(8, 32, 3)
# %% q4 right
lagged = np.array([np.concatenate([frames[k], frames[k - 1]]) for k in range(1, 3000)])
model = RidgeCV(alphas=10.0 ** np.arange(-2, 8)).fit(lagged, counts[1:])
# %% q4 right
table = pd.DataFrame(frames)
lagged = pd.concat([table, table.shift()], axis=1).iloc[1:]
model = RidgeCV(np.geomspace(30, 30000, 12), store_cv_results=True).fit(
    lagged.to_numpy("float32"), counts[1:])
# %% q4 right
lagged = np.hstack([frames[1:], frames[:-1]])
model = RidgeCV(alphas=np.logspace(0, 6, 25)).fit(lagged, counts[1:])
print(lagged.shape, model.alpha_)
# %% q4 right
lagged = np.zeros((2999, 512))
for i in range(1, 3000):
    lagged[i - 1, :256] = frames[i]
    lagged[i - 1, 256:] = frames[i - 1]
model = RidgeCV(np.geomspace(1, 1e5, 11))
model.fit(lagged, counts[1:])
# %% q4 right
lagged = np.concatenate((frames, np.roll(frames, 1, axis=0)), axis=1)[1:]
model = RidgeCV(alphas=[1, 3, 10, 30, 100, 300, 1000, 3000, 10000, 30000, 100000],
                cv=5).fit(lagged, counts[1:, :])
# %% q4 right
now, past = pd.DataFrame(frames), pd.DataFrame(frames).shift(1)
lagged = pd.concat([now, past], axis=1).dropna().to_numpy()
alphas = 10 ** np.arange(-2, 8, 0.5)
model = RidgeCV(alphas)
model.fit(lagged, np.delete(counts, 0, axis=0))
# %% q4 wrong: or the last hold the one after
lagged = np.hstack([frames[:-1], frames[1:]])
model = RidgeCV(np.logspace(0, 5, 20)).fit(lagged, counts[1:])
# %% q4 wrong: row 1000 holds frames [1000] and [999]
lagged = np.hstack([frames, np.roll(frames, 1, axis=0)])[:-1]
model = RidgeCV(np.logspace(0, 5, 20)).fit(lagged, counts[:-1])
# %% q4 wrong: the counts are those of the frame before
lagged = np.hstack([frames[1:], frames[:-1]])
model = RidgeCV(np.logspace(0, 5, 20)).fit(lagged, counts[:-1])
# %% q4 wrong: is at an edge of the values
lagged = np.hstack([frames[1:], frames[:-1]])
model = RidgeCV().fit(lagged, counts[1:])
# %% q4 wrong: try at least ten
lagged = np.hstack([frames[1:], frames[:-1]])
model = RidgeCV([100, 1000, 10000]).fit(lagged, counts[1:])
# %% q4 wrong: model is a Ridge
from sklearn.linear_model import Ridge

lagged = np.hstack([frames[1:], frames[:-1]])
model = Ridge(1000).fit(lagged, counts[1:])
# %% q4 wrong: put the two side by side
lagged = np.concatenate([frames[1:], frames[:-1]])
model = RidgeCV(np.logspace(0, 5, 20)).fit(lagged, np.concatenate([counts[1:]] * 2))
# %% q4 wrong: leave it out
lagged = np.hstack([frames, np.roll(frames, 1, axis=0)])
model = RidgeCV(np.logspace(0, 5, 20)).fit(lagged, counts)
# %% q4 wrong: the weights have the shape (512,)
lagged = np.hstack([frames[1:], frames[:-1]])
model = RidgeCV(np.logspace(0, 5, 20)).fit(lagged, counts[1:, 0])
# %% q4 wrong: one alpha for all cells
lagged = np.hstack([frames[1:], frames[:-1]])
model = RidgeCV(np.logspace(0, 5, 20), alpha_per_target=True).fit(lagged, counts[1:])
# %% q4 wrong: model has not been fitted
lagged = np.hstack([frames[1:], frames[:-1]])
model = RidgeCV(np.logspace(0, 5, 20))
# %% q4 wrong: columns hold the frame before, or the last hold the one after; the
# the frame before comes first
lagged = np.hstack([frames[:-1], frames[1:]])
model = RidgeCV(alphas=np.logspace(0, 6, 25)).fit(lagged, counts[1:])
# %% q4 wrong: the counts are those of the frame before; row
# counts of the frame before
lagged = np.hstack([frames[1:], frames[:-1]])
model = RidgeCV(alphas=np.logspace(0, 6, 25)).fit(lagged, counts[:-1])
# %% q4 wrong: columns hold the frame before, or the last hold the one after; the
# the frame after instead of the frame before
lagged = np.hstack([frames[:-1], frames[1:]])
model = RidgeCV(alphas=np.logspace(0, 6, 25)).fit(lagged, counts[:-1])
# %% q4 wrong: rows: the very first frame has none before it; leave it out
# wraps around, 3000 rows
lagged = np.hstack([frames, np.roll(frames, 1, axis=0)])
model = RidgeCV(alphas=np.logspace(0, 6, 25)).fit(lagged, counts)
# %% q4 wrong: is at an edge of the values
# alpha at the upper edge
lagged = np.hstack([frames[1:], frames[:-1]])
model = RidgeCV(alphas=np.logspace(-3, 2, 11)).fit(lagged, counts[1:])
# %% q4 wrong: it belongs to frame
# pixels interleaved, not one frame after the other
lagged = np.stack([frames[1:], frames[:-1]], axis=2).reshape(2999, 512)
model = RidgeCV(alphas=np.logspace(0, 6, 25)).fit(lagged, counts[1:])
# %% q4 wrong: it belongs to frame
# roll in the wrong direction, the frame after
lagged = np.hstack([frames, np.roll(frames, -1, axis=0)])[1:]
model = RidgeCV(alphas=np.logspace(0, 6, 25)).fit(lagged, counts[1:])
# %% q5 right
def explainable(counts, condition):
    groups = pd.DataFrame(counts).groupby(np.asarray(condition))
    n = len(counts) / groups.ngroups
    return (groups.mean().var(ddof=0) - groups.var().mean() / n) / np.var(
        counts, axis=0)
# %% q5 right
def explainable(counts, condition):
    within = [counts[condition == c].var(axis=0, ddof=1) for c in set(condition)]
    return list(1 - np.mean(within, axis=0) / counts.var(axis=0))  # the same
# %% q5 right
def explainable(counts, condition):
    kinds = np.unique(condition)
    n = len(condition) // len(kinds)
    means = np.array([counts[condition == c].mean(axis=0) for c in kinds])
    within = np.array([counts[condition == c].var(axis=0, ddof=1) for c in kinds])
    return (means.var(axis=0) - within.mean(axis=0) / n) / counts.var(axis=0)
# %% q5 right
def explainable(counts, condition):
    groups = pd.DataFrame(counts).astype(float).groupby(np.asarray(condition))
    n = groups.size().iloc[0]
    signal = groups.mean().var(ddof=0) - groups.var(ddof=1).mean() / n
    return (signal / np.var(counts, axis=0)).to_numpy()


explainable(early, grating).mean()
# %% q5 right
def explainable(counts, condition):
    order = np.argsort(condition, kind="stable")
    k = len(set(np.asarray(condition).tolist()))
    cube = counts[order].reshape(k, -1, counts.shape[1])  # condition, repeat, neuron
    n = cube.shape[1]
    noise = cube.var(axis=1, ddof=1).mean(axis=0) / n
    return (cube.mean(axis=1).var(axis=0) - noise) / cube.reshape(k * n, -1).var(axis=0)
# %% q5 right
def explainable(counts, condition):
    share = []
    for x in np.asarray(counts, dtype=float).T:
        means, variances = [], []
        for c in np.unique(condition):
            mine = x[condition == c]
            means.append(mine.mean())
            variances.append(((mine - mine.mean()) ** 2).sum() / (len(mine) - 1))
        n = len(mine)
        share.append((np.var(means) - np.mean(variances) / n) / np.var(x))
    return np.array(share)
# %% q5 wrong: still holds noise; subtract it
def explainable(counts, condition):
    means = np.array([counts[condition == c].mean(axis=0) for c in np.unique(condition)])
    return means.var(axis=0) / counts.var(axis=0)
# %% q5 wrong: holds 1/n of the noise
def explainable(counts, condition):
    groups = pd.DataFrame(counts).groupby(condition)
    return (groups.mean().var(ddof=0) - groups.var().mean()) / counts.var(axis=0)
# %% q5 wrong: must have ddof=1
def explainable(counts, condition):
    groups = [counts[condition == c] for c in np.unique(condition)]
    means = np.array([group.mean(axis=0) for group in groups])
    noise = np.mean([group.var(axis=0) for group in groups], axis=0)
    return (means.var(axis=0) - noise / len(groups[0])) / counts.var(axis=0)
# %% q5 wrong: the variance of the means has ddof=0
def explainable(counts, condition):
    groups = pd.DataFrame(counts).groupby(condition)
    left = groups.var().mean() / (len(counts) / groups.ngroups)
    return (groups.mean().var() - left) / pd.DataFrame(counts).var()
# %% q5 wrong: here 10
def explainable(counts, condition):
    groups = pd.DataFrame(counts).groupby(condition)
    return (groups.mean().var(ddof=0) - groups.var().mean() / 25) / counts.var(axis=0)
# %% q5 wrong: -0.16 for a neuron that is noise alone: n is the number of trials
def explainable(counts, condition):
    groups = pd.DataFrame(counts).groupby(condition)
    left = groups.var().mean() / groups.ngroups
    return (groups.mean().var(ddof=0) - left) / counts.var(axis=0)
# %% q5 wrong: keep negative values
def explainable(counts, condition):
    groups = pd.DataFrame(counts).groupby(condition)
    left = groups.var().mean() / (len(counts) / groups.ngroups)
    return ((groups.mean().var(ddof=0) - left) / counts.var(axis=0)).clip(lower=0)
# %% q5 wrong: one share a neuron
def explainable(counts, condition):
    groups = pd.DataFrame(counts).groupby(condition)
    left = groups.var().mean() / (len(counts) / groups.ngroups)
    return np.mean((groups.mean().var(ddof=0) - left) / counts.var(axis=0))
# %% q5 wrong: the function returns nothing
def explainable(counts, condition):
    groups = pd.DataFrame(counts).groupby(condition)
    left = groups.var().mean() / (len(counts) / groups.ngroups)
    print((groups.mean().var(ddof=0) - left) / counts.var(axis=0))
# %% q5 wrong: use the arguments alone
def explainable(counts, condition):
    groups = pd.DataFrame(counts).groupby(condition)
    left = groups.var().mean() / 10
    return (groups.mean().var(ddof=0) - left) / counts.var(axis=0)
# %% q5 wrong: the variance within a condition must have ddof=
# ddof=0 within conditions
def explainable(counts, condition):
    kinds = np.unique(condition)
    n = len(condition) / len(kinds)
    means = np.array([counts[condition == c].mean(axis=0) for c in kinds])
    within = np.array([counts[condition == c].var(axis=0) for c in kinds])
    return (means.var(axis=0) - within.mean(axis=0) / n) / counts.var(axis=0)
# %% q5 wrong: for a neuron that is noise alone: a mean of n trials holds
# the noise is not divided by n
def explainable(counts, condition):
    kinds = np.unique(condition)
    means = np.array([counts[condition == c].mean(axis=0) for c in kinds])
    within = np.array([counts[condition == c].var(axis=0, ddof=1) for c in kinds])
    return (means.var(axis=0) - within.mean(axis=0)) / counts.var(axis=0)
# %% q5 wrong: for a neuron that is noise alone; keep negative values, or shares are
# clipped at 0
def explainable(counts, condition):
    kinds = np.unique(condition)
    n = len(condition) // len(kinds)
    means = np.array([counts[condition == c].mean(axis=0) for c in kinds])
    within = np.array([counts[condition == c].var(axis=0, ddof=1) for c in kinds])
    share = (means.var(axis=0) - within.mean(axis=0) / n) / counts.var(axis=0)
    return np.maximum(share, 0)
# %% q5 wrong: and the variance of all counts comes below the line
# ddof=1 for all variances
def explainable(counts, condition):
    groups = pd.DataFrame(counts).groupby(condition)
    n = groups.size().iloc[0]
    noise = groups.var().mean() / n
    return ((groups.mean().var() - noise) / pd.DataFrame(counts).var()).to_numpy()
# %% q5 wrong: for a neuron that is noise alone: n is the number of trials of a
# takes n for the number of conditions
def explainable(counts, condition):
    kinds = np.unique(condition)
    n = len(kinds)
    means = np.array([counts[condition == c].mean(axis=0) for c in kinds])
    within = np.array([counts[condition == c].var(axis=0, ddof=1) for c in kinds])
    return (means.var(axis=0) - within.mean(axis=0) / n) / counts.var(axis=0)
# %% q5 wrong: a share is nan; the variance of the means has ddof=
# 16 conditions of 25 trials fixed, wrong for other counts
def explainable(counts, condition):
    means = np.array([counts[condition == c].mean(axis=0) for c in range(16)])
    within = np.array([counts[condition == c].var(axis=0, ddof=1) for c in range(16)])
    return (means.var(axis=0) - within.mean(axis=0) / 25) / counts.var(axis=0)
# %% q5 wrong: the shares are
# trials are not sorted by condition before the reshape
def explainable(counts, condition):
    k = len(np.unique(condition))
    cube = counts.reshape(k, -1, counts.shape[1])
    n = cube.shape[1]
    noise = cube.var(axis=1, ddof=1).mean(axis=0) / n
    return (cube.mean(axis=1).var(axis=0) - noise) / counts.var(axis=0)
