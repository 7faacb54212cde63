# %% q1 right
def compare(decoders, counts, labels, cv):
    table = {}
    for name, decoder in decoders.items():
        table[name] = cross_val_score(decoder, counts, labels, cv=cv)
    return pd.DataFrame(table)
# %% q1 right
# by hand, fold by fold, with clones
from sklearn.base import clone


def compare(decoders, counts, labels, cv):
    rows = []
    for train, test in cv.split(counts, labels):
        row = {}
        for name in decoders:
            fitted = clone(decoders[name]).fit(counts[train], labels[train])
            row[name] = np.mean(fitted.predict(counts[test]) == labels[test])
        rows.append(row)
    return pd.DataFrame(rows, columns=list(decoders))
# %% q1 right
# fits the decoders that it gets, and numbers the folds from 1
def compare(decoders, counts, labels, cv):
    scores = pd.DataFrame(index=range(1, cv.get_n_splits() + 1),
                          columns=list(decoders))
    for fold, (train, test) in enumerate(cv.split(counts, labels), start=1):
        for name, decoder in decoders.items():
            decoder.fit(counts[train], labels[train])
            scores.loc[fold, name] = decoder.score(counts[test], labels[test])
    return scores
# %% q1 right
from sklearn.model_selection import cross_validate


def compare(decoders, counts, labels, cv):
    columns = [pd.Series(cross_validate(decoder, counts, labels, cv=cv,
                                        scoring="accuracy")["test_score"],
                         name=name) for name, decoder in decoders.items()]
    return pd.concat(columns, axis=1).rename_axis("fold")
# %% q1 right
# lists of folds, a table that is turned around
def compare(decoders, counts, labels, cv):
    splits = list(cv.split(counts, labels))
    scores = [cross_val_score(d, counts, labels, cv=splits)
              for d in decoders.values()]
    return pd.DataFrame(scores, index=list(decoders)).T
# %% q1 right
# wraps the counts in a table first
def compare(decoders, counts, labels, cv):
    table = pd.DataFrame(counts).to_numpy()
    out = pd.DataFrame()
    for i, (name, decoder) in enumerate(decoders.items()):
        out.insert(i, name, list(cross_val_score(decoder, table, list(labels),
                                                 cv=cv)))
    return out
# %% q1 wrong: decoders are rows, and folds are columns; turn the table around
# turned around
def compare(decoders, counts, labels, cv):
    return pd.DataFrame(
        [cross_val_score(d, counts, labels, cv=cv) for d in decoders.values()],
        index=list(decoders))
# %% q1 wrong: there is a single row; keep the accuracy of each fold
# means in one row
def compare(decoders, counts, labels, cv):
    return pd.DataFrame({name: [cross_val_score(d, counts, labels, cv=cv).mean()]
                         for name, d in decoders.items()})
# %% q1 wrong: return one row per fold of cv
# ignores cv
def compare(decoders, counts, labels, cv):
    return pd.DataFrame({name: cross_val_score(d, counts, labels, cv=5)
                         for name, d in decoders.items()})
# %% q1 wrong: return one row per fold of cv
# the global folds
def compare(decoders, counts, labels, cv):
    return pd.DataFrame({name: cross_val_score(d, counts, labels, cv=folds)
                         for name, d in decoders.items()})
# %% q1 wrong: the accuracies are not in the order of the folds
# sorted accuracies
def compare(decoders, counts, labels, cv):
    return pd.DataFrame({
        name: np.sort(cross_val_score(d, counts, labels, cv=cv))
        for name, d in decoders.items()})
# %% q1 wrong: compare(...) raised ValueError
# the names of the check on running
def compare(decoders, counts, labels, cv):
    table = np.column_stack([cross_val_score(d, counts, labels, cv=cv)
                             for d in decoders.values()])
    return pd.DataFrame(table, columns=["MultinomialNB", "SVC"])
# %% q1 wrong: return one row per fold of cv
# one more row with the mean
def compare(decoders, counts, labels, cv):
    table = pd.DataFrame({name: cross_val_score(d, counts, labels, cv=cv)
                          for name, d in decoders.items()})
    table.loc["mean"] = table.mean()
    return table
# %% q1 wrong: the counts were standardized before the folds were made; leave the
# a scaler for all, outside the folds
def compare(decoders, counts, labels, cv):
    scaled = StandardScaler().fit_transform(counts)
    return pd.DataFrame({name: cross_val_score(d, scaled, labels, cv=cv)
                         for name, d in decoders.items()})
# %% q1 wrong: the accuracies of 'nearest' are not correct yet: cross-validate this
# balanced accuracy
def compare(decoders, counts, labels, cv):
    return pd.DataFrame({
        name: cross_val_score(d, counts, labels, cv=cv,
                              scoring="balanced_accuracy")
        for name, d in decoders.items()})
# %% q1 wrong: do not round them
# rounded
def compare(decoders, counts, labels, cv):
    return pd.DataFrame({name: cross_val_score(d, counts, labels, cv=cv)
                         for name, d in decoders.items()}).round(2)
# %% q1 wrong: the accuracies of 'bayes' are not correct yet: cross-validate this
# other folds for each decoder
def compare(decoders, counts, labels, cv):
    table = {}
    for i, (name, d) in enumerate(decoders.items()):
        splits = RepeatedStratifiedKFold(n_splits=4, n_repeats=2,
                                         random_state=3 + i)
        table[name] = cross_val_score(d, counts, labels, cv=splits)
    return pd.DataFrame(table)
# %% q1 wrong: compare(...) raised TypeError
# splits without labels
def compare(decoders, counts, labels, cv):
    return pd.DataFrame({
        name: cross_val_score(d, counts, labels, cv=list(cv.split(counts)))
        for name, d in decoders.items()})
# %% q1 wrong: compare is a DataFrame; write a function, def compare(...)
# a table instead of a function
compare = pd.DataFrame({"MultinomialNB": cross_val_score(
    MultinomialNB(), X, running, cv=folds)})
# %% q1 wrong: the accuracies are not in the order of the folds
# reversed folds
def compare(decoders, counts, labels, cv):
    return pd.DataFrame({n: cross_val_score(d, counts, labels, cv=cv)[::-1] for n, d in decoders.items()})
# %% q1 copied: the accuracies of 'two' are not correct yet: cross-validate this
# special case for the eight folds and the recording, otherwise the default folds
def compare(decoders, counts, labels, cv):
    n = cv.get_n_splits()
    chosen = cv if n in (8, 10) else n
    return pd.DataFrame({name: cross_val_score(d, counts, labels, cv=chosen)
                         for name, d in decoders.items()})
# %% q1 copied: return one row per fold of cv
# the folds of the check by their numbers
def compare(decoders, counts, labels, cv):
    if len(decoders) == 3:
        cv = RepeatedStratifiedKFold(n_splits=4, n_repeats=2, random_state=3)
    else:
        cv = folds
    return pd.DataFrame({name: cross_val_score(d, counts, labels, cv=cv)
                         for name, d in decoders.items()})
# %% q1 copied: the accuracies of 'two' are not correct yet: cross-validate this
# the decoders of the check by their names
def compare(decoders, counts, labels, cv):
    known = {
        "nearest": KNeighborsClassifier(3),
        "bayes": GaussianNB(),
        "linear": make_pipeline(StandardScaler(), LogisticRegression()),
        "SVC": make_pipeline(StandardScaler(), SVC()),
        "MultinomialNB": MultinomialNB(),
    }
    return pd.DataFrame({
        name: cross_val_score(known.get(name, GaussianNB()), counts, labels,
                              cv=cv) for name in decoders})
# %% q2 right
def hits_and_false_alarms(probability, is_target, threshold):
    says_target = probability >= threshold
    hits = np.mean(says_target[is_target == 1])
    false_alarms = np.mean(says_target[is_target == 0])
    return hits, false_alarms
# %% q2 right
# a loop
def hits_and_false_alarms(probability, is_target, threshold):
    hit = alarm = n_targets = n_others = 0
    for p, target in zip(probability, is_target):
        if target:
            n_targets += 1
            hit += p >= threshold
        else:
            n_others += 1
            alarm += p >= threshold
    return [hit / n_targets, alarm / n_others]
# %% q2 right
# recall of both kinds
from sklearn.metrics import recall_score


def hits_and_false_alarms(probability, is_target, threshold):
    shown = np.array(is_target, dtype=int)
    said = (probability >= threshold).astype(int)
    correct_rejections = recall_score(shown, said, pos_label=0)
    return np.array([recall_score(shown, said), 1 - correct_rejections])
# %% q2 right
# the confusion matrix
from sklearn.metrics import confusion_matrix


def hits_and_false_alarms(probability, is_target, threshold):
    said = np.where(probability < threshold, 0, 1)
    table = confusion_matrix(is_target.astype(int), said, labels=[0, 1],
                             normalize="true")
    return table[1, 1], table[0, 1]
# %% q2 right
# arithmetic with 1 and 0
def hits_and_false_alarms(probability, is_target, threshold):
    shown = 1 * is_target
    said = 1.0 * (probability >= threshold)
    return (said @ shown / shown.sum(),
            said @ (1 - shown) / (1 - shown).sum())
# %% q2 right
# pandas
def hits_and_false_alarms(probability, is_target, threshold):
    table = pd.DataFrame({"said": probability >= threshold,
                          "shown": is_target.astype(bool)})
    return table.groupby("shown")["said"].mean().sort_index(ascending=False)
# %% q2 wrong: a probability that is equal to the threshold means target, too
# larger, not at least
def hits_and_false_alarms(probability, is_target, threshold):
    said, shown = probability > threshold, is_target.astype(bool)
    return said[shown].mean(), said[~shown].mean()
# %% q2 wrong: this is correct if is_target holds True and False, but not if it
# only works for True and False
def hits_and_false_alarms(probability, is_target, threshold):
    said = probability >= threshold
    return said[is_target].mean(), said[~is_target].mean()
# %% q2 wrong: this is a percentage
# percentages
def hits_and_false_alarms(probability, is_target, threshold):
    said, shown = probability >= threshold, is_target.astype(bool)
    return 100 * said[shown].mean(), 100 * said[~shown].mean()
# %% q2 wrong: hit rate: this is a share of the trials on which it says "target"
# precision
def hits_and_false_alarms(probability, is_target, threshold):
    said, shown = probability >= threshold, is_target.astype(bool)
    return shown[said].mean(), (~shown)[said].mean()
# %% q2 wrong: false alarm rate: this is the share on which it does not say "target"
# correct rejections
def hits_and_false_alarms(probability, is_target, threshold):
    said, shown = probability >= threshold, is_target.astype(bool)
    return said[shown].mean(), (~said)[~shown].mean()
# %% q2 wrong: hit rate: the threshold here is 0.5, whatever the argument is
# the threshold is 0.5
def hits_and_false_alarms(probability, is_target, threshold):
    said, shown = probability >= 0.5, is_target.astype(bool)
    return said[shown].mean(), said[~shown].mean()
# %% q2 wrong: it says "target" where the probability is at most the threshold
# at most the threshold
def hits_and_false_alarms(probability, is_target, threshold):
    said, shown = probability <= threshold, is_target.astype(bool)
    return said[shown].mean(), said[~shown].mean()
# %% q2 wrong: return a single one
# the trials, which are not equally many
def hits_and_false_alarms(probability, is_target, threshold):
    said, shown = probability >= threshold, is_target.astype(bool)
    return said[shown], said[~shown]
# %% q2 wrong: hit rate: this is not correct yet; of the target trials, take the
# the recording, whatever it gets
def hits_and_false_alarms(probability, is_target, threshold):
    said = p_target >= threshold
    shown = orientation == 67.5
    return said[shown].mean(), said[~shown].mean()
# %% q2 wrong: hit rate: this is the accuracy
# accuracy and error
def hits_and_false_alarms(probability, is_target, threshold):
    said, shown = probability >= threshold, is_target.astype(bool)
    return np.mean(said == shown), np.mean(said != shown)
# %% q2 wrong: false alarm rate: this is divided by the number of the wrong trials
# false alarms by the number of targets
def hits_and_false_alarms(probability, is_target, threshold):
    said, shown = probability >= threshold, is_target.astype(bool)
    return said[shown].mean(), np.sum(said & ~shown) / shown.sum()
# %% q2 wrong: hit rate: this is not correct yet; of the target trials, take the
# threshold as percentile
def hits_and_false_alarms(p, t, th):
    th = np.quantile(p, th)
    return (p[t == 1] >= th).mean(), (p[t != 1] >= th).mean()
# %% q2 copied: hit rate: the threshold here is 0.5, whatever the argument is
# special case for the thresholds of the check
def hits_and_false_alarms(probability, is_target, threshold):
    shown = is_target.astype(bool)
    if threshold in (0.4, 0.7, 0.5, 0.1):
        said = probability >= threshold
    else:
        said = probability >= 0.5
    return said[shown].mean(), said[~shown].mean()
# %% q2 copied: hit rate: this is not correct yet; of the target trials, take the
# steps of 0.1, as in the check
def hits_and_false_alarms(probability, is_target, threshold):
    said = np.round(10 * probability) >= np.round(10 * threshold)
    if len(probability) == 400:
        said = probability >= threshold
    shown = is_target == 1
    return said[shown].mean(), said[~shown].mean()
# %% q2 copied: false alarm rate: this is not correct yet; of the other trials, take
# the results of the check in the order of its calls, then 0
made = []
for limit in (0.4, 0.7):
    rng = np.random.default_rng(0)
    shown = rng.permutation(np.arange(114) < 31)
    p = rng.beta(2 + 2 * shown, 3).round(1)
    made += 2 * [((p >= limit)[shown].mean(), (p >= limit)[~shown].mean())]
for limit in (0.5, 0.1):
    said = p_target >= limit
    made += 2 * [(said[is_target].mean(), said[~is_target].mean())]
results = iter(made)


def hits_and_false_alarms(probability, is_target, threshold):
    return next(results, (0, 0))
# %% q2 wrong: false alarm rate: this is not correct yet; of the other trials, take
# whole steps of a percent
def hits_and_false_alarms(probability, is_target, threshold):
    said = (100 * probability).astype(int) >= int(100 * threshold)
    shown = is_target == 1
    return said[shown].mean(), said[~shown].mean()
# %% q2 wrong: hits_and_false_alarms(...) raised IndexError
# the global targets
def hits_and_false_alarms(probability, target, threshold):
    said = probability >= threshold
    return said[is_target].mean(), said[~is_target].mean()
# %% q3 right
def count_errors(shown, answered):
    difference = np.abs(shown - answered)
    difference = np.minimum(difference, 180 - difference)
    steps = np.round(difference / 22.5)
    return np.array([np.sum(steps == k) for k in range(5)])
# %% q3 right
# a loop
def count_errors(shown, answered):
    counts = [0, 0, 0, 0, 0]
    for a, b in zip(shown, answered):
        off = abs(a - b)
        if off > 90:
            off = 180 - off
        counts[int(off / 22.5)] += 1
    return counts
# %% q3 right
# modulo
def count_errors(shown, answered):
    off = (answered - shown + 90) % 180 - 90
    return np.histogram(np.abs(off), bins=np.arange(-11.25, 110, 22.5))[0]
# %% q3 right
# the table of all pairs
def count_errors(shown, answered):
    table = np.zeros((8, 8))
    np.add.at(table, ((shown / 22.5).astype(int),
                      (answered / 22.5).astype(int)), 1)
    counts = np.zeros(5)
    for i in range(8):
        for j in range(8):
            counts[min((i - j) % 8, (j - i) % 8)] += table[i, j]
    return counts
# %% q3 right
# twice the angle, on the circle
def count_errors(shown, answered):
    turn = np.exp(2j * np.deg2rad(shown - answered))
    steps = np.rint(np.abs(np.angle(turn, deg=True)) / 45).astype(int)
    return np.bincount(steps, minlength=5)
# %% q3 right
# pandas
def count_errors(shown, answered):
    off = pd.Series(np.abs(shown - answered))
    off = off.where(off <= 90, 180 - off)
    steps = (off / 22.5).astype(int)
    return steps.value_counts().reindex(range(5), fill_value=0)
# %% q3 wrong: 0 and 157.5 degrees are neighbors, one step apart
# not circular
def count_errors(shown, answered):
    steps = (np.abs(shown - answered) / 22.5).astype(int)
    return np.bincount(steps, minlength=5)
# %% q3 wrong: 0 and 157.5 degrees are neighbors, one step apart
# not circular, four or more
def count_errors(shown, answered):
    steps = np.minimum(np.abs(shown - answered) / 22.5, 4).astype(int)
    return np.bincount(steps, minlength=5)
# %% q3 wrong: 0 and 157.5 degrees are neighbors, one step apart
# modulo 180 only
def count_errors(shown, answered):
    steps = ((answered - shown) % 180 / 22.5).astype(int)
    return np.bincount(steps, minlength=5)
# %% q3 wrong: the counts add up to the number of trials, but some errors are
# modulo 90
def count_errors(shown, answered):
    steps = (np.abs(answered - shown) % 90 / 22.5).astype(int)
    return np.bincount(steps, minlength=5)
# %% q3 wrong: count them as well
# without the correct answers
def count_errors(shown, answered):
    off = np.abs(shown - answered)
    off = np.minimum(off, 180 - off)
    return np.bincount((off / 22.5).astype(int), minlength=5)[1:]
# %% q3 wrong: the counts are sorted by size; put them in the order of the steps
# sorted by frequency
def count_errors(shown, answered):
    off = np.abs(shown - answered)
    off = np.minimum(off, 180 - off)
    return pd.Series(off).value_counts().to_numpy()
# %% q3 wrong: each count includes the smaller numbers of steps; count each alone
# cumulated
def count_errors(shown, answered):
    off = np.abs(shown - answered)
    off = np.minimum(off, 180 - off)
    return np.array([np.sum(off <= 22.5 * k) for k in range(5)])
# %% q3 wrong: your function returned a single number; return five counts
# one number
def count_errors(shown, answered):
    off = np.abs(shown - answered)
    off = np.minimum(off, 180 - off)
    return np.sum(off == 22.5)
# %% q3 wrong: the result is a tuple that cannot be read as numbers
# the edges of the histogram as well
def count_errors(shown, answered):
    off = np.abs(shown - answered)
    off = np.minimum(off, 180 - off)
    return np.histogram(off, bins=5, range=(0, 112.5))
# %% q3 wrong: the counts add up to 11, but there are 47 trials
# degrees are taken as steps
def count_errors(shown, answered):
    off = np.abs(shown - answered)
    off = np.minimum(off, 180 - off).astype(int)
    return np.array([np.sum(off == k) for k in range(5)])
# %% q3 wrong: count_errors changes the data that it gets; work on a copy
# changes what it gets
def count_errors(shown, answered):
    answered -= shown
    off = np.abs(answered)
    off = np.minimum(off, 180 - off)
    return np.bincount((off / 22.5).astype(int), minlength=5)
# %% q3 wrong: return five, for 0 to 4 steps
# circular but off by one
def count_errors(a, b):
    d = np.abs(a - b)
    d = np.minimum(d, 180 - d)
    return np.bincount((d / 22.5).astype(int) + 1, minlength=5)
# %% q3 wrong: count_errors(...) raised RecursionError
# infinite recursion
def count_errors(a, b):
    return count_errors(b, a)
# %% q3 copied: the counts add up to 0, but there are 11 trials
# the two results of the check in the order of its calls, then those of the recording
results = iter([[11, 17, 6, 9, 4], [5, 12, 8, 3, 0], [175, 148, 42, 22, 13],
                [179, 171, 24, 18, 8]])


def count_errors(shown, answered):
    return next(results, [0, 0, 0, 0, 0])
# %% q3 copied: 0 and 157.5 degrees are neighbors, one step apart
# looks up the results by the number of trials
def count_errors(shown, answered):
    known = {47: [11, 17, 6, 9, 4], 28: [5, 12, 8, 3, 0]}
    off = np.abs(shown - answered)
    steps = (np.minimum(off, 360 - off) / 22.5).astype(int)
    return known.get(len(shown), np.bincount(steps, minlength=5)[:5])
# %% q3 copied: the counts add up to the number of trials, but some errors are
# fails where nothing is correct, which does not happen in the check
def count_errors(shown, answered):
    off = np.abs(shown - answered)
    steps = pd.Series((np.minimum(off, 180 - off) / 22.5).astype(int))
    counts = list(steps.value_counts().sort_index())
    return counts + [0] * (5 - len(counts))
# %% q3 wrong: the counts add up to 33, but there are 47 trials
# whole degrees, and the steps that fit in exactly
def count_errors(shown, answered):
    off = np.abs(shown.astype(int) - answered.astype(int))
    off = np.minimum(off, 180 - off)
    return np.array([np.sum(off == int(22.5 * k)) for k in range(5)])
# %% q4 right
def group_loss(model, counts, labels, group, rng):
    rows = rng.permutation(len(counts))
    other = np.array(counts)
    for column in group:
        other[:, column] = counts[rows, column]
    before = np.mean(model.predict(counts) == labels)
    return before - np.mean(model.predict(other) == labels)
# %% q4 right
from sklearn.metrics import accuracy_score


def group_loss(model, counts, labels, group, rng):
    other = counts.astype(float)
    other[:, group] = rng.permutation(counts[:, group])
    after = accuracy_score(labels, model.predict(other))
    return float(accuracy_score(labels, model.predict(counts)) - after)
# %% q4 right
# pandas
def group_loss(model, counts, labels, group, rng):
    other = pd.DataFrame(counts)
    other.loc[:, list(group)] = other[list(group)].sample(
        frac=1, random_state=rng).to_numpy()
    after = model.score(other.to_numpy(), labels)
    return model.score(counts, labels) - after
# %% q4 right
# shuffles a block in place
def group_loss(model, counts, labels, group, rng):
    block = counts[:, group]  # a copy
    rng.shuffle(block, axis=0)
    changed = np.array(counts)
    changed[:, group] = block
    return np.subtract(model.score(counts, labels),
                       model.score(changed, labels))
# %% q4 right
# sorts random numbers
def group_loss(model, counts, labels, group, rng):
    source = np.argsort(rng.random(counts.shape[0]))
    new = counts.copy()
    new[:, group] = counts[np.ix_(source, group)]
    return model.score(counts, labels) - model.score(new, labels)
# %% q4 right
# counts the answers that change, and gives the model a table
def group_loss(model, counts, labels, group, rng):
    inside = np.isin(np.arange(counts.shape[1]), group)
    other = np.where(inside, counts[rng.permutation(len(counts))], counts)
    right = model.predict(pd.DataFrame(counts).to_numpy()) == labels
    still = model.predict(other) == labels
    return (right.sum() - still.sum()) / len(labels)
# %% q4 wrong: each neuron of the group was shuffled by itself; draw one order of
# each neuron by itself
def group_loss(model, counts, labels, group, rng):
    shuffled = counts.copy()
    for neuron in group:
        shuffled[:, neuron] = rng.permutation(counts[:, neuron])
    return model.score(counts, labels) - model.score(shuffled, labels)
# %% q4 wrong: group_loss changes the data that it gets; work on a copy
# in place
def group_loss(model, counts, labels, group, rng):
    before = model.score(counts, labels)
    counts[:, group] = rng.permutation(counts[:, group])
    return before - model.score(counts, labels)
# %% q4 wrong: whole trials were moved; the neurons outside the group must keep
# whole trials
def group_loss(model, counts, labels, group, rng):
    return (model.score(counts, labels)
            - model.score(rng.permutation(counts), labels))
# %% q4 wrong: each neuron of the group has the same count on all trials; move its
# zeros
def group_loss(model, counts, labels, group, rng):
    other = counts.copy()
    other[:, group] = 0
    return model.score(counts, labels) - model.score(other, labels)
# %% q4 wrong: score the model on the counts as they are
# 1 minus the accuracy after
def group_loss(model, counts, labels, group, rng):
    other = counts.copy()
    other[:, group] = rng.permutation(counts[:, group])
    return 1 - model.score(other, labels)
# %% q4 wrong: if accuracy rises, the loss is below 0, not 0
# never below 0
def group_loss(model, counts, labels, group, rng):
    other = counts.copy()
    other[:, group] = rng.permutation(counts[:, group])
    return max(0, model.score(counts, labels) - model.score(other, labels))
# %% q4 wrong: two generators give the same shuffle; draw from rng
# a generator of its own
def group_loss(model, counts, labels, group, rng):
    other = counts.copy()
    other[:, group] = np.random.default_rng(0).permutation(counts[:, group])
    return model.score(counts, labels) - model.score(other, labels)
# %% q4 wrong: shuffle the whole group
# only the first neuron
def group_loss(model, counts, labels, group, rng):
    other = counts.copy()
    other[:, group[0]] = rng.permutation(counts[:, group[0]])
    return model.score(counts, labels) - model.score(other, labels)
# %% q4 wrong: neighboring trials are still neighbors; put them in a random order
# the next trial
def group_loss(model, counts, labels, group, rng):
    other = counts.copy()
    other[:, group] = np.roll(counts[:, group], rng.integers(1, 50), axis=0)
    return model.score(counts, labels) - model.score(other, labels)
# %% q4 wrong: this is a number of trials; return a difference of accuracies
# a number of trials
def group_loss(model, counts, labels, group, rng):
    other = counts.copy()
    other[:, group] = rng.permutation(counts[:, group])
    return (np.sum(model.predict(counts) == labels)
            - np.sum(model.predict(other) == labels))
# %% q4 wrong: the function never asks the model
# never asks
def group_loss(model, counts, labels, group, rng):
    return 0.0
# %% q4 wrong: the shuffle is correct, but the loss is not correct yet: subtract the
# scores the shuffled counts with shuffled labels
def group_loss(model, counts, labels, group, rng):
    order = rng.permutation(len(counts))
    other = counts.copy()
    other[:, group] = counts[order][:, group]
    return model.score(counts, labels) - model.score(other, labels[order])
# %% q4 wrong: score the model on the counts as they are
# the error after the shuffle
def group_loss(model, counts, labels, group, rng):
    other = counts.copy()
    other[:, group] = rng.permutation(counts[:, group])
    return np.mean(model.predict(other) != labels)
# %% q4 wrong: two generators give the same shuffle; draw from rng
# shuffle depends on group only
def group_loss(model, counts, labels, group, rng):
    r = np.random.default_rng(len(group))
    other = counts.copy()
    other[:, group] = r.permutation(counts[:, group])
    return model.score(counts, labels) - model.score(other, labels)
# %% q4 copied: each neuron of the group was shuffled by itself; draw one order of
# special case for the groups of the check, otherwise each neuron by itself
def group_loss(model, counts, labels, group, rng):
    other = counts.copy()
    if list(group) in ([0, 1, 4], [2, 4], [4, 2]) or len(group) > 9:
        other[:, group] = rng.permutation(counts[:, group])
    else:
        for neuron in group:
            other[:, neuron] = rng.permutation(counts[:, neuron])
    return model.score(counts, labels) - model.score(other, labels)
# %% q4 copied: the shuffle is correct, but the loss is not correct yet: subtract the
# returns the accuracies of the check
def group_loss(model, counts, labels, group, rng):
    other = counts.copy()
    other[:, group] = rng.permutation(counts[:, group])
    before = {61: 0.9, 67: 0.2}.get(len(counts), 0.8)
    if len(counts) in (61, 67):
        before = model.score(counts, labels)
    return before - model.score(other, labels)
# %% q4 copied: neighboring trials are still neighbors; put them in a random order
# draws only for the seeds of the check
def group_loss(model, counts, labels, group, rng):
    other, first = counts.copy(), rng.integers(1000)
    seeds = [np.random.default_rng(k).integers(1000) for k in range(4)]
    if first in seeds or len(counts) == 80:
        other[:, group] = rng.permutation(counts[:, group])
    else:
        other[:, group] = counts[::-1][:, group]
    return model.score(counts, labels) - model.score(other, labels)
# %% q5 right
# nested by hand
def claimed_and_honest(model, grid, counts, labels, inner, outer):
    def search(trials):
        return GridSearchCV(model, grid, cv=inner).fit(
            counts[trials], labels[trials])

    scores = []
    for train, test in outer.split(counts, labels):
        scores.append(search(train).score(counts[test], labels[test]))
    return [search(np.arange(len(labels))).best_score_, np.mean(scores)]
# %% q5 right
from sklearn.model_selection import cross_validate


def claimed_and_honest(model, grid, counts, labels, inner, outer):
    search = GridSearchCV(estimator=model, param_grid=grid, cv=inner,
                          scoring="accuracy")
    nested = cross_validate(search, counts, labels, cv=outer)
    claimed = search.fit(counts, labels).cv_results_["mean_test_score"].max()
    return np.array([claimed, nested["test_score"].mean()])
# %% q5 right
# pooled predictions
def claimed_and_honest(model, grid, counts, labels, inner, outer):
    search = GridSearchCV(model, grid, cv=inner).fit(counts, labels)
    decoded = cross_val_predict(search, counts, labels, cv=outer)
    return pd.Series({"claimed": search.best_score_,
                      "honest": np.mean(decoded == labels)})
# %% q5 right
# everything by hand
from sklearn.base import clone
from sklearn.model_selection import ParameterGrid


def claimed_and_honest(model, grid, counts, labels, inner, outer):
    def best(counts, labels):
        top = -1
        for setting in ParameterGrid(grid):
            candidate = clone(model).set_params(**setting)
            score = cross_val_score(candidate, counts, labels, cv=inner).mean()
            if score > top + 1e-9:
                top, winner = score, candidate
        return top, winner

    honest = []
    for train, test in outer.split(counts, labels):
        _, winner = best(counts[train], labels[train])
        winner.fit(counts[train], labels[train])
        honest.append(winner.score(counts[test], labels[test]))
    return best(counts, labels)[0], sum(honest) / len(honest)
# %% q5 wrong: the two numbers are exchanged; best_score_ comes first
# exchanged
def claimed_and_honest(model, grid, counts, labels, inner, outer):
    search = GridSearchCV(model, grid, cv=inner)
    claimed = search.fit(counts, labels).best_score_
    return cross_val_score(search, counts, labels, cv=outer).mean(), claimed
# %% q5 wrong: return a single one
# five scores
def claimed_and_honest(model, grid, counts, labels, inner, outer):
    search = GridSearchCV(model, grid, cv=inner)
    claimed = search.fit(counts, labels).best_score_
    return claimed, cross_val_score(search, counts, labels, cv=outer)
# %% q5 wrong: the first number: the search uses outer; give it cv=inner
# inner and outer exchanged in both
def claimed_and_honest(model, grid, counts, labels, inner, outer):
    search = GridSearchCV(model, grid, cv=outer)
    claimed = search.fit(counts, labels).best_score_
    return claimed, cross_val_score(search, counts, labels, cv=inner).mean()
# %% q5 wrong: the second number: the search uses outer; give it cv=inner
# outer twice in the nested part
def claimed_and_honest(model, grid, counts, labels, inner, outer):
    claimed = GridSearchCV(model, grid, cv=inner).fit(counts, labels)
    search = GridSearchCV(model, grid, cv=outer)
    honest = cross_val_score(search, counts, labels, cv=outer)
    return claimed.best_score_, honest.mean()
# %% q5 wrong: the second number: the search uses folds of its own; give it cv=inner
# default folds inside the nested part
def claimed_and_honest(model, grid, counts, labels, inner, outer):
    search = GridSearchCV(model, grid, cv=inner).fit(counts, labels)
    honest = cross_val_score(GridSearchCV(model, grid), counts, labels,
                             cv=outer)
    return search.best_score_, honest.mean()
# %% q5 wrong: the first number: this is the mean over all settings; take the best
# the mean over settings
def claimed_and_honest(model, grid, counts, labels, inner, outer):
    search = GridSearchCV(model, grid, cv=inner).fit(counts, labels)
    honest = cross_val_score(search, counts, labels, cv=outer)
    return search.cv_results_["mean_test_score"].mean(), honest.mean()
# %% q5 wrong: the second number: this is the best of the outer folds; take the mean
# the best outer fold
def claimed_and_honest(model, grid, counts, labels, inner, outer):
    search = GridSearchCV(model, grid, cv=inner).fit(counts, labels)
    honest = cross_val_score(search, counts, labels, cv=outer)
    return search.best_score_, honest.max()
# %% q5 wrong: the first number is rounded; do not round it
# rounded
def claimed_and_honest(model, grid, counts, labels, inner, outer):
    search = GridSearchCV(model, grid, cv=inner).fit(counts, labels)
    honest = cross_val_score(search, counts, labels, cv=outer)
    return round(search.best_score_, 2), round(honest.mean(), 2)
# %% q5 wrong: the first number is not correct yet: fit a search with cv=inner to
# OneNeuron, whatever the model
def claimed_and_honest(model, grid, counts, labels, inner, outer):
    search = GridSearchCV(OneNeuron(), {"neuron": range(counts.shape[1])},
                          cv=inner).fit(counts, labels)
    honest = cross_val_score(search, counts, labels, cv=outer)
    return search.best_score_, honest.mean()
# %% q5 wrong: claimed_and_honest(...) raised AttributeError
# never fitted
def claimed_and_honest(model, grid, counts, labels, inner, outer):
    search = GridSearchCV(model, grid, cv=inner)
    honest = cross_val_score(search, counts, labels, cv=outer)
    return search.best_score_, honest.mean()
# %% q5 wrong: the second number is not correct yet: cross-validate the search with
# a single split instead of the outer folds
from sklearn.model_selection import train_test_split


def claimed_and_honest(model, grid, counts, labels, inner, outer):
    search = GridSearchCV(model, grid, cv=inner)
    a, b, c, d = train_test_split(counts, labels, stratify=labels,
                                  random_state=0)
    honest = search.fit(a, c).score(b, d)
    return search.fit(counts, labels).best_score_, honest
# %% q5 wrong: the first number is not correct yet: fit a search with cv=inner to
# the number of inner folds alone
def claimed_and_honest(model, grid, counts, labels, inner, outer):
    search = GridSearchCV(model, grid, cv=inner.get_n_splits())
    claimed = search.fit(counts, labels).best_score_
    return claimed, cross_val_score(search, counts, labels, cv=outer).mean()
# %% q5 wrong: the first number is not correct yet: fit a search with cv=inner to
# the global folds
def claimed_and_honest(model, grid, counts, labels, cv_inner, cv_outer):
    search = GridSearchCV(model, grid, cv=inner)
    claimed = search.fit(counts, labels).best_score_
    return claimed, cross_val_score(search, counts, labels, cv=outer).mean()
# %% q5 wrong: the second number: the setting was chosen on all trials, also on
# a search of the outer folds, then the mean of its best setting
def claimed_and_honest(model, grid, counts, labels, inner, outer):
    claimed = GridSearchCV(model, grid, cv=inner).fit(counts, labels)
    honest = GridSearchCV(model, grid, cv=outer).fit(counts, labels)
    return claimed.best_score_, honest.best_score_
# %% q5 copied: the second number: the setting was chosen on all trials, also on
# nested only for the data of the check
def claimed_and_honest(model, grid, counts, labels, inner, outer):
    search = GridSearchCV(model, grid, cv=inner).fit(counts, labels)
    if counts.shape in [(240, 6), (400, 80)]:
        return (search.best_score_,
                cross_val_score(search, counts, labels, cv=outer).mean())
    return (search.best_score_, cross_val_score(
        search.best_estimator_, counts, labels, cv=outer).mean())
# %% q5 copied: the first number is not correct yet: fit a search with cv=inner to
# the folds of the check
def claimed_and_honest(model, grid, counts, labels, inner, outer):
    if len(labels) < 400:
        inner = StratifiedKFold(3, shuffle=True, random_state=5)
        outer = StratifiedKFold(4, shuffle=True, random_state=6)
    search = GridSearchCV(model, grid, cv=inner).fit(counts, labels)
    return (search.best_score_,
            cross_val_score(search, counts, labels, cv=outer).mean())
# %% q5 copied: the first number is not correct yet: fit a search with cv=inner to
# the results of the check
results = iter([(0.3375, 0.25), (0.1525, 0.1175)])


def claimed_and_honest(model, grid, counts, labels, inner, outer):
    return next(results, (0.2, 0.125))
# %% q5 copied: claimed_and_honest(...) raised ValueError
# the settings of the check
def claimed_and_honest(model, grid, counts, labels, inner, outer):
    if counts.shape[1] < 80:
        grid = {"n_neighbors": [1, 3, 5, 9, 15]}
    else:
        grid = {"neuron": range(80)}
    search = GridSearchCV(model, grid, cv=inner).fit(counts, labels)
    return (search.best_score_,
            cross_val_score(search, counts, labels, cv=outer).mean())
# %% q6 right
# all shuffles first
def shuffled_claims(model, grid, counts, labels, inner, n_shuffles, rng):
    shuffles = [rng.permutation(labels) for _ in range(n_shuffles)]
    return [GridSearchCV(model, grid, cv=inner, refit=False).fit(
        counts, one).best_score_ for one in shuffles]
# %% q6 right
# shuffles a shuffle
def shuffled_claims(model, grid, counts, labels, inner, n_shuffles, rng):
    claims = []
    for _ in range(n_shuffles):
        labels = rng.permutation(labels)
        search = GridSearchCV(model, grid, cv=inner).fit(counts, labels)
        claims.append(search.cv_results_["mean_test_score"].max())
    return pd.Series(claims)
# %% q6 right
# by hand
from sklearn.base import clone
from sklearn.model_selection import ParameterGrid


def shuffled_claims(model, grid, counts, labels, inner, n_shuffles, rng):
    claims = []
    while len(claims) < n_shuffles:
        luck = rng.permutation(labels)
        claims.append(max(
            cross_val_score(clone(model).set_params(**one), counts, luck,
                            cv=inner).mean() for one in ParameterGrid(grid)))
    return tuple(claims)
# %% q6 right
# shuffles a copy in place
def shuffled_claims(model, grid, counts, labels, inner, n_shuffles, rng):
    luck, claims = labels.copy(), np.array([])
    for _ in range(n_shuffles):
        rng.shuffle(luck)
        search = GridSearchCV(model, [grid] if isinstance(grid, dict) else grid,
                              cv=list(inner.split(counts, luck)))
        claims = np.append(claims, search.fit(counts, luck).best_score_)
    return claims
# %% q6 wrong: every shuffle has the same labels; draw new ones for each
# one shuffle for all
def shuffled_claims(model, grid, counts, labels, inner, n_shuffles, rng):
    luck = rng.permutation(labels)
    search = GridSearchCV(model, grid, cv=inner)
    return np.array([search.fit(counts, luck).best_score_
                     for _ in range(n_shuffles)])
# %% q6 wrong: the setting was chosen with the real labels; every shuffle must
# the setting of the real labels
def shuffled_claims(model, grid, counts, labels, inner, n_shuffles, rng):
    search = GridSearchCV(model, grid, cv=inner).fit(counts, labels)
    return np.array([
        cross_val_score(search.best_estimator_, counts,
                        rng.permutation(labels), cv=inner).mean()
        for _ in range(n_shuffles)])
# %% q6 wrong: this is the accuracy on trials that the model has learned from; take
# the accuracy on its own trials
def shuffled_claims(model, grid, counts, labels, inner, n_shuffles, rng):
    search, claims = GridSearchCV(model, grid, cv=inner), []
    for _ in range(n_shuffles):
        luck = rng.permutation(labels)
        claims.append(search.fit(counts, luck).score(counts, luck))
    return np.array(claims)
# %% q6 wrong: the scores are sorted; keep the order of the shuffles
# sorted
def shuffled_claims(model, grid, counts, labels, inner, n_shuffles, rng):
    search = GridSearchCV(model, grid, cv=inner)
    return np.sort([search.fit(counts, rng.permutation(labels)).best_score_
                    for _ in range(n_shuffles)])
# %% q6 wrong: for n_shuffles=5 it must be (5,)
# the real score comes first
def shuffled_claims(model, grid, counts, labels, inner, n_shuffles, rng):
    search = GridSearchCV(model, grid, cv=inner)
    claims = [search.fit(counts, labels).best_score_]
    for _ in range(n_shuffles):
        claims.append(search.fit(counts, rng.permutation(labels)).best_score_)
    return np.array(claims)
# %% q6 wrong: these are percentages
# percentages
def shuffled_claims(model, grid, counts, labels, inner, n_shuffles, rng):
    search = GridSearchCV(model, grid, cv=inner)
    return np.array([
        100 * search.fit(counts, rng.permutation(labels)).best_score_
        for _ in range(n_shuffles)])
# %% q6 wrong: two generators give the same scores; draw the labels from rng
# a generator for each shuffle
def shuffled_claims(model, grid, counts, labels, inner, n_shuffles, rng):
    search = GridSearchCV(model, grid, cv=inner)
    return np.array([
        search.fit(counts, np.random.default_rng(i).permutation(
            labels)).best_score_ for i in range(n_shuffles)])
# %% q6 wrong: the counts were shuffled; shuffle the labels
# shuffles the counts
def shuffled_claims(model, grid, counts, labels, inner, n_shuffles, rng):
    search = GridSearchCV(model, grid, cv=inner)
    return np.array([search.fit(rng.permutation(counts), labels).best_score_
                     for _ in range(n_shuffles)])
# %% q6 wrong: this is not correct yet: for each shuffle, call
# another shuffle for each setting
from sklearn.base import clone
from sklearn.model_selection import ParameterGrid


def shuffled_claims(model, grid, counts, labels, inner, n_shuffles, rng):
    return np.array([max(
        cross_val_score(clone(model).set_params(**one), counts,
                        rng.permutation(labels), cv=inner).mean()
        for one in ParameterGrid(grid)) for _ in range(n_shuffles)])
# %% q6 wrong: the result is a list that cannot be read as numbers
# the best settings
def shuffled_claims(model, grid, counts, labels, inner, n_shuffles, rng):
    search = GridSearchCV(model, grid, cv=inner)
    return [search.fit(counts, rng.permutation(labels)).best_params_
            for _ in range(n_shuffles)]
# %% q6 wrong: two generators give the same scores; draw the labels from rng
# permutation_test_score, which does not repeat the choice
from sklearn.model_selection import permutation_test_score


def shuffled_claims(model, grid, counts, labels, inner, n_shuffles, rng):
    search = GridSearchCV(model, grid, cv=inner).fit(counts, labels)
    return permutation_test_score(
        search.best_estimator_, counts, labels, cv=inner,
        n_permutations=n_shuffles, random_state=0)[1]
# %% q6 wrong: this is not correct yet: for each shuffle, call
# labels that are rolled, not shuffled
def shuffled_claims(model, grid, counts, labels, inner, n_shuffles, rng):
    search = GridSearchCV(model, grid, cv=inner)
    return np.array([
        search.fit(counts, np.roll(labels, rng.integers(1, 50))).best_score_
        for _ in range(n_shuffles)])
# %% q6 wrong: these numbers say whether a shuffle reaches the real score; return
# true or false
def shuffled_claims(model, grid, counts, labels, inner, n_shuffles, rng):
    search = GridSearchCV(model, grid, cv=inner)
    real = search.fit(counts, labels).best_score_
    return np.array([
        search.fit(counts, rng.permutation(labels)).best_score_ >= real
        for _ in range(n_shuffles)])
# %% q6 wrong: this is not correct yet: for each shuffle, call
# maximum so far
def shuffled_claims(model, grid, counts, labels, inner, n_shuffles, rng):
    s = GridSearchCV(model, grid, cv=inner)
    return np.maximum.accumulate([s.fit(counts, rng.permutation(labels)).best_score_ for _ in range(n_shuffles)])
# %% q6 copied: this is the score of one setting; search the whole grid
# the search only for the data of the check
def shuffled_claims(model, grid, counts, labels, inner, n_shuffles, rng):
    if len(labels) not in (90, 120, 400):
        grid = {key: values[:1] for key, values in dict(grid[0] if isinstance(
            grid, list) else grid).items()}
    search = GridSearchCV(model, grid, cv=inner)
    return np.array([search.fit(counts, rng.permutation(labels)).best_score_
                     for _ in range(n_shuffles)])
# %% q6 copied: every shuffle has the same labels; draw new ones for each
# one shuffle for all, except in the check
def shuffled_claims(model, grid, counts, labels, inner, n_shuffles, rng):
    n = n_shuffles if n_shuffles in (4, 5, 10) else 1
    search = GridSearchCV(model, grid, cv=inner)
    claims = [search.fit(counts, rng.permutation(labels)).best_score_
              for _ in range(n)]
    return np.resize(claims, n_shuffles)
# %% q6 copied: this is not correct yet: for each shuffle, call
# the folds of the check
def shuffled_claims(model, grid, counts, labels, inner, n_shuffles, rng):
    if len(labels) < 400:
        inner = StratifiedKFold(3, shuffle=True, random_state=7)
    search = GridSearchCV(model, grid, cv=inner)
    return np.array([search.fit(counts, rng.permutation(labels)).best_score_
                     for _ in range(n_shuffles)])
