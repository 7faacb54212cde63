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
# %% q4 right
lagged = np.array([np.concatenate([frames[k], frames[k - 1]]) for k in range(1, 3000)])
model = RidgeCV(alphas=10.0 ** np.arange(-2, 8)).fit(lagged, counts[1:])
# %% q4 right
table = pd.DataFrame(frames)
lagged = pd.concat([table, table.shift()], axis=1).iloc[1:]
model = RidgeCV(np.geomspace(30, 30000, 12), store_cv_results=True).fit(
    lagged.to_numpy("float32"), counts[1:])
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
