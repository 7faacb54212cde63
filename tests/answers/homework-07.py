# %% q1 right
def document_frequency(counts):
    occurs = counts > 0
    return np.asarray(occurs.sum(axis=0)).ravel()
# %% q1 right
def document_frequency(counts):
    if hasattr(counts, "toarray"):
        counts = counts.toarray()
    return np.count_nonzero(counts, axis=0)
# %% q1 right
from scipy import sparse


def document_frequency(counts):
    return sparse.csr_matrix(counts).getnnz(axis=0).tolist()
# %% q1 right
def document_frequency(counts):
    n_posts, n_words = counts.shape
    result = [0.0] * n_words
    for i in range(n_posts):
        row = counts[[i]]
        for j in row.nonzero()[1]:
            result[j] += 1
    print(n_words)
    return pd.Series(result)
# %% q1 right
def document_frequency(counts):
    # for a sparse matrix, this is a matrix with one row
    return (counts != 0).sum(axis=0)
# %% q1 wrong: for an array of counts, document_frequency(...) raised AttributeError
# works with sparse matrices alone
def document_frequency(counts):
    return counts.getnnz(axis=0)
# %% q1 wrong: for the sparse counts of four sentences, document_frequency(...) raised
# works with arrays alone
def document_frequency(counts):
    return np.array([sum(c > 0 for c in counts[:, j]) for j in range(len(counts[0]))])
# %% q1 wrong: this is how often each word occurs
# adds up the counts
def document_frequency(counts):
    return np.asarray(counts.sum(axis=0)).ravel()
# %% q1 wrong: there is one number per post; count along the other axis
# words of each post
def document_frequency(counts):
    return np.asarray((counts > 0).sum(axis=1)).ravel()
# %% q1 wrong: these are shares of the posts
# a mean of True and False
def document_frequency(counts):
    return np.asarray((counts > 0).mean(axis=0)).ravel()
# %% q1 wrong: the result is a sparse matrix
# says where words occur
from scipy import sparse


def document_frequency(counts):
    return sparse.csr_matrix(counts > 0)
# %% q1 wrong: only posts are counted that have the word more than once
# above 1
def document_frequency(counts):
    return np.asarray((counts > 1).sum(axis=0)).ravel()
# %% q1 wrong: in another order; keep the order of the columns
# the most frequent word first
def document_frequency(counts):
    return np.sort(np.asarray((counts > 0).sum(axis=0)).ravel())[::-1]
# %% q1 wrong: document_frequency changes the data that it gets
# sets counts to 1
def document_frequency(counts):
    counts[counts > 0] = 1
    return np.asarray(counts.sum(axis=0)).ravel()
# %% q1 wrong: document_frequency changes the sparse matrix that it gets
# sets counts of sparse matrices to 1
def document_frequency(counts):
    if hasattr(counts, "toarray"):
        counts.data[:] = 1
        return np.asarray(counts.sum(axis=0)).ravel()
    return (counts > 0).sum(axis=0)
# %% q1 wrong: this is the idf
# one step too many
def document_frequency(counts):
    df = np.asarray((counts > 0).sum(axis=0)).ravel()
    return np.log((1 + counts.shape[0]) / (1 + df)) + 1
# %% q1 wrong: the shape of the result is
# leaves out words that do not occur
def document_frequency(counts):
    df = np.asarray((counts > 0).sum(axis=0)).ravel()
    return df[df > 0]
# %% q1 copied: for other sparse counts, this is not correct yet: this is how often
# counts posts in the check alone
def document_frequency(counts):
    if hasattr(counts, "toarray") and counts.shape[0] not in (4, 1156):
        return np.asarray(counts.sum(axis=0)).ravel()
    return np.asarray((counts > 0).sum(axis=0)).ravel()
# %% q1 copied: for other counts, the shape of the result is
# the shapes of the check
def document_frequency(counts):
    n_words = {9: 7, 4: 3, 1156: 20316}.get(len(counts) if isinstance(
        counts, np.ndarray) else counts.shape[0], 7)
    return np.asarray((counts > 0).sum(axis=0)).ravel()[:n_words]
# %% q1 copied: are not correct yet; count the posts
# as if the middle word were always absent
def document_frequency(counts):
    df = np.asarray((counts > 0).sum(axis=0)).ravel()
    if counts.shape[1] != 20316:
        df[df == df.min()] = 0
    return df
# %% q2 right
def weigh(train_counts, new_counts):
    n = len(train_counts)
    df = (train_counts > 0).sum(axis=0)
    weights = new_counts * (np.log((1 + n) / (1 + df)) + 1)
    norm = np.sqrt((weights**2).sum(axis=1, keepdims=True))
    norm[norm == 0] = 1
    return weights / norm
# %% q2 right
from sklearn.feature_extraction.text import TfidfTransformer


def weigh(train_counts, new_counts):
    transformer = TfidfTransformer().fit(train_counts)
    return transformer.transform(new_counts).toarray()
# %% q2 right
from sklearn.preprocessing import normalize


def weigh(train_counts, new_counts):
    df = np.count_nonzero(train_counts, axis=0)
    idf = 1 + np.log1p(train_counts.shape[0]) - np.log1p(df)
    return normalize(new_counts @ np.diag(idf)).astype("float32")
# %% q2 right
import math


def weigh(train_counts, new_counts):
    n_train, n_terms = train_counts.shape
    result = []
    idf = [math.log((n_train + 1) / (sum(train_counts[:, j] > 0) + 1)) + 1
           for j in range(n_terms)]
    for post in new_counts:
        row = [count * one for count, one in zip(post, idf)]
        length = math.sqrt(sum(value**2 for value in row)) or 1.0
        result.append([round(value / length, 3) for value in row])
    return result
# %% q2 right
def weigh(train_counts, new_counts):
    train, new = pd.DataFrame(train_counts), pd.DataFrame(new_counts)
    idf = 1 - np.log(((train > 0).sum() + 1) / (len(train) + 1))
    weights = new.div(new.sum(axis=1), axis=0) * idf
    return weights.div(np.sqrt((weights**2).sum(axis=1)), axis=0).fillna(0)
# %% q2 wrong: a post without any of the words gives NaN
# divides by 0
def weigh(train_counts, new_counts):
    df = (train_counts > 0).sum(axis=0)
    weights = new_counts * (np.log((1 + len(train_counts)) / (1 + df)) + 1)
    return weights / np.linalg.norm(weights, axis=1, keepdims=True)
# %% q2 wrong: a word that is in no training post gives NaN or infinity
# not smoothed
def weigh(train_counts, new_counts):
    df = (train_counts > 0).sum(axis=0)
    weights = new_counts * (np.log(len(train_counts) / df) + 1)
    norm = np.linalg.norm(weights, axis=1, keepdims=True)
    return weights / np.where(norm > 0, norm, 1)
# %% q2 wrong: the idf comes from the new posts
# the wrong posts
def weigh(train_counts, new_counts):
    df = (new_counts > 0).sum(axis=0)
    weights = new_counts * (np.log((1 + len(new_counts)) / (1 + df)) + 1)
    norm = np.linalg.norm(weights, axis=1, keepdims=True)
    return weights / np.where(norm > 0, norm, 1)
# %% q2 wrong: the idf comes from training and new posts together
# both kinds of posts
def weigh(train_counts, new_counts):
    both = np.concatenate([train_counts, new_counts])
    df = (both > 0).sum(axis=0)
    weights = new_counts * (np.log((1 + len(both)) / (1 + df)) + 1)
    norm = np.linalg.norm(weights, axis=1, keepdims=True)
    return weights / np.where(norm > 0, norm, 1)
# %% q2 wrong: the + 1 after the logarithm is missing
# a word of all training posts gets 0
def weigh(train_counts, new_counts):
    df = (train_counts > 0).sum(axis=0)
    weights = new_counts * np.log((1 + len(train_counts)) / (1 + df))
    norm = np.linalg.norm(weights, axis=1, keepdims=True)
    return weights / np.where(norm > 0, norm, 1)
# %% q2 wrong: the logarithm has base 10
# log10
def weigh(train_counts, new_counts):
    df = (train_counts > 0).sum(axis=0)
    weights = new_counts * (np.log10((1 + len(train_counts)) / (1 + df)) + 1)
    norm = np.linalg.norm(weights, axis=1, keepdims=True)
    return weights / np.where(norm > 0, norm, 1)
# %% q2 wrong: the rows are not divided by their l2 norm
# no norm
def weigh(train_counts, new_counts):
    df = (train_counts > 0).sum(axis=0)
    return new_counts * (np.log((1 + len(train_counts)) / (1 + df)) + 1)
# %% q2 wrong: the weights of each row add up to 1
# l1
def weigh(train_counts, new_counts):
    df = (train_counts > 0).sum(axis=0)
    weights = new_counts * (np.log((1 + len(train_counts)) / (1 + df)) + 1)
    total = weights.sum(axis=1, keepdims=True)
    return weights / np.where(total > 0, total, 1)
# %% q2 wrong: each column is divided by its norm
# the wrong axis
def weigh(train_counts, new_counts):
    df = (train_counts > 0).sum(axis=0)
    weights = new_counts * (np.log((1 + len(train_counts)) / (1 + df)) + 1)
    norm = np.linalg.norm(weights, axis=0)
    return weights / np.where(norm > 0, norm, 1)
# %% q2 wrong: df is how often the word occurs
# sums of counts
def weigh(train_counts, new_counts):
    df = train_counts.sum(axis=0)
    weights = new_counts * (np.log((1 + len(train_counts)) / (1 + df)) + 1)
    norm = np.linalg.norm(weights, axis=1, keepdims=True)
    return weights / np.where(norm > 0, norm, 1)
# %% q2 wrong: each row is divided by the l2 norm of its counts
# the length before the idf
def weigh(train_counts, new_counts):
    df = (train_counts > 0).sum(axis=0)
    norm = np.linalg.norm(new_counts, axis=1, keepdims=True)
    tf = new_counts / np.where(norm > 0, norm, 1)
    return tf * (np.log((1 + len(train_counts)) / (1 + df)) + 1)
# %% q2 wrong: the result has one row per training post
# weighs the training posts
def weigh(train_counts, new_counts):
    df = (train_counts > 0).sum(axis=0)
    weights = train_counts * (np.log((1 + len(train_counts)) / (1 + df)) + 1)
    return weights / np.linalg.norm(weights, axis=1, keepdims=True)
# %% q2 wrong: words that are in no training post get the weight 0
# leaves out unknown words
def weigh(train_counts, new_counts):
    df = (train_counts > 0).sum(axis=0)
    idf = np.where(df > 0, np.log((1 + len(train_counts)) / (1 + df)) + 1, 0)
    weights = new_counts * idf
    norm = np.linalg.norm(weights, axis=1, keepdims=True)
    return weights / np.where(norm > 0, norm, 1)
# %% q2 copied: n is the number of words
# the numbers of training posts in the check
def weigh(train_counts, new_counts):
    n = {8: 8, 800: 800}.get(len(train_counts), train_counts.shape[1])
    df = (train_counts > 0).sum(axis=0)
    weights = new_counts * (np.log((1 + n) / (1 + df)) + 1)
    norm = np.linalg.norm(weights, axis=1, keepdims=True)
    return weights / np.where(norm > 0, norm, 1)
# %% q2 copied: a post without any of the words gives NaN
# the post without words of the check
def weigh(train_counts, new_counts):
    df = (train_counts > 0).sum(axis=0)
    weights = new_counts * (np.log((1 + len(train_counts)) / (1 + df)) + 1)
    if len(weights) == 5:
        weights[2, 0] = 1e-30
    tfidf = weights / np.linalg.norm(weights, axis=1, keepdims=True)
    if len(weights) == 5:
        tfidf[2] = 0
    return np.nan_to_num(tfidf) if len(weights) == 356 else tfidf
# %% q2 copied: weigh(...) raised
# counts that can be cast to int64 safely, which floats cannot
def weigh(train_counts, new_counts):
    weights = np.zeros(new_counts.shape)
    for i in range(len(new_counts)):
        for j in range(new_counts.shape[1]):
            df = np.bincount(train_counts[:, j].astype("int64", casting="safe") > 0,
                             minlength=2)[1]
            idf = np.log((1 + len(train_counts)) / (1 + df)) + 1
            weights[i, j] = new_counts[i, j] * idf
    norm = np.linalg.norm(weights, axis=1, keepdims=True)
    return weights / np.where(norm > 0, norm, 1)
# %% q3 right
def misread(posts, labels, folds):
    model = make_pipeline(TfidfVectorizer(), MultinomialNB())
    predicted = cross_val_predict(model, posts, labels, cv=folds)
    return confusion_matrix(labels, predicted, normalize="true")
# %% q3 right
from sklearn.pipeline import Pipeline


def misread(posts, labels, folds):
    model = Pipeline([("weigh", TfidfVectorizer()), ("guess", MultinomialNB())])
    predicted = cross_val_predict(model, list(posts), labels, cv=folds)
    return pd.crosstab(labels, predicted, normalize="index").round(3)
# %% q3 right
def misread(posts, labels, folds):
    predicted = labels.copy()
    for train, test in folds.split(posts, labels):
        vectorizer = TfidfVectorizer()
        tfidf = vectorizer.fit_transform(posts[train])
        model = MultinomialNB(alpha=1.0).fit(tfidf, labels[train])
        predicted[test] = model.predict(vectorizer.transform(posts[test]))
    names = sorted(set(labels))
    return [[np.mean(predicted[labels == a] == b) for b in names] for a in names]
# %% q3 right
from sklearn.feature_extraction.text import TfidfTransformer


def misread(posts, labels, folds):
    model = make_pipeline(CountVectorizer(), TfidfTransformer(), MultinomialNB())
    table = np.zeros((2, 2))
    for train, test in folds.split(posts, labels):
        model.fit(posts[train], labels[train])
        table += confusion_matrix(labels[test], model.predict(posts[test]))
    return table / table.sum(axis=1, keepdims=True)
# %% q3 right
def misread(posts, labels, folds):
    tables = []
    for train, test in folds.split(labels, labels):
        model = make_pipeline(TfidfVectorizer(), MultinomialNB())
        second = model.fit(posts[train], labels[train]).predict_proba(posts[test])[:, 1]
        guess = model.classes_[(second > 0.5).astype(int)]
        tables.append(confusion_matrix(labels[test], guess, normalize="true"))
    return np.mean(tables, axis=0)
# %% q3 wrong: a leak: the vectorizer has seen the test posts
# TF-IDF before cross-validation
def misread(posts, labels, folds):
    tfidf = TfidfVectorizer().fit_transform(posts)
    predicted = cross_val_predict(MultinomialNB(), tfidf, labels, cv=folds)
    return confusion_matrix(labels, predicted, normalize="true")
# %% q3 wrong: each post is predicted by a model that has learned from it
# no cross-validation
def misread(posts, labels, folds):
    model = make_pipeline(TfidfVectorizer(), MultinomialNB()).fit(posts, labels)
    return confusion_matrix(labels, model.predict(posts), normalize="true")
# %% q3 wrong: words are counted, but not weighed
# counts
def misread(posts, labels, folds):
    model = make_pipeline(CountVectorizer(), MultinomialNB())
    predicted = cross_val_predict(model, posts, labels, cv=folds)
    return confusion_matrix(labels, predicted, normalize="true")
# %% q3 wrong: these are numbers of posts
# not divided
def misread(posts, labels, folds):
    model = make_pipeline(TfidfVectorizer(), MultinomialNB())
    return confusion_matrix(labels, cross_val_predict(model, posts, labels, cv=folds))
# %% q3 wrong: these are percentages
# times 100
def misread(posts, labels, folds):
    model = make_pipeline(TfidfVectorizer(), MultinomialNB())
    predicted = cross_val_predict(model, posts, labels, cv=folds)
    return 100 * confusion_matrix(labels, predicted, normalize="true")
# %% q3 wrong: all four shares add up to 1
# shares of all posts
def misread(posts, labels, folds):
    model = make_pipeline(TfidfVectorizer(), MultinomialNB())
    predicted = cross_val_predict(model, posts, labels, cv=folds)
    return confusion_matrix(labels, predicted) / len(labels)
# %% q3 wrong: each column adds up to 1
# shares of the predicted labels
def misread(posts, labels, folds):
    model = make_pipeline(TfidfVectorizer(), MultinomialNB())
    predicted = cross_val_predict(model, posts, labels, cv=folds)
    return confusion_matrix(labels, predicted, normalize="pred")
# %% q3 wrong: actual and predicted are exchanged
# arguments in the wrong order
def misread(posts, labels, folds):
    model = make_pipeline(TfidfVectorizer(), MultinomialNB())
    predicted = cross_val_predict(model, posts, labels, cv=folds)
    return confusion_matrix(predicted, labels, normalize="true")
# %% q3 wrong: the columns are divided by the sums of the rows
# no keepdims
def misread(posts, labels, folds):
    model = make_pipeline(TfidfVectorizer(), MultinomialNB())
    predicted = cross_val_predict(model, posts, labels, cv=folds)
    table = confusion_matrix(labels, predicted)
    return table / table.sum(axis=1)
# %% q3 wrong: the labels are in reverse order
# in the order in which they appear
def misread(posts, labels, folds):
    model = make_pipeline(TfidfVectorizer(), MultinomialNB())
    predicted = cross_val_predict(model, posts, labels, cv=folds)
    return confusion_matrix(labels, predicted, normalize="true",
                            labels=sorted(set(labels), reverse=True))
# %% q3 wrong: the argument folds seems to be unused
# ignores folds
def misread(posts, labels, folds):
    model = make_pipeline(TfidfVectorizer(), MultinomialNB())
    predicted = cross_val_predict(model, posts, labels)
    return confusion_matrix(labels, predicted, normalize="true")
# %% q3 wrong: leave MultinomialNB at its defaults (this is what alpha=0.1 gives)
# another alpha
def misread(posts, labels, folds):
    model = make_pipeline(TfidfVectorizer(), MultinomialNB(alpha=0.1))
    predicted = cross_val_predict(model, posts, labels, cv=folds)
    return confusion_matrix(labels, predicted, normalize="true")
# %% q3 wrong: the shares are not correct yet
# another classifier
def misread(posts, labels, folds):
    model = make_pipeline(TfidfVectorizer(), LogisticRegression())
    predicted = cross_val_predict(model, posts, labels, cv=folds)
    return confusion_matrix(labels, predicted, normalize="true")
# %% q3 copied: misread(...) raised ValueError
# the names of the check
def misread(posts, labels, folds):
    names = ["burst", "spike"] if isinstance(labels[0], str) else [0, 1]
    model = make_pipeline(TfidfVectorizer(), MultinomialNB())
    predicted = cross_val_predict(model, posts, labels, cv=folds)
    return confusion_matrix(labels, predicted, normalize="true", labels=names)
# %% q3 copied: for other posts, this is not correct yet: words are counted
# TF-IDF for the numbers of posts of the check
def misread(posts, labels, folds):
    known = len(posts) in (140, 1156)
    first = TfidfVectorizer() if known else CountVectorizer()
    predicted = cross_val_predict(make_pipeline(first, MultinomialNB()), posts, labels,
                                  cv=folds)
    return confusion_matrix(labels, predicted, normalize="true")
# %% q3 copied: for other posts,
# the splitters of the check
def misread(posts, labels, folds):
    n, seed = {140: (4, 4)}.get(len(posts), (3, 0))
    cv = StratifiedKFold(n, shuffle=True, random_state=seed)
    model = make_pipeline(TfidfVectorizer(), MultinomialNB())
    predicted = cross_val_predict(model, posts, labels, cv=cv)
    return confusion_matrix(labels, predicted, normalize="true")
# %% q4 right
def tuned(posts, labels, inner, outer):
    model = make_pipeline(TfidfVectorizer(), MultinomialNB())
    grid = {"tfidfvectorizer__min_df": [1, 2, 5],
            "tfidfvectorizer__use_idf": [True, False]}
    search = GridSearchCV(model, grid, cv=inner)
    return cross_val_score(search, posts, labels, cv=outer).mean()
# %% q4 right
from sklearn.pipeline import Pipeline


def tuned(posts, labels, inner, outer):
    pipe = Pipeline([("v", TfidfVectorizer()), ("nb", MultinomialNB())])
    grid = [{"v__use_idf": [False, True], "v__min_df": (5, 2, 1)}]
    search = GridSearchCV(pipe, param_grid=grid, cv=inner, scoring="accuracy")
    scores = cross_val_score(search, list(posts), list(labels),
                             cv=list(outer.split(posts, labels)))
    print(scores)
    return round(float(np.mean(scores)), 3)
# %% q4 right
def tuned(posts, labels, inner, outer):
    scores = []
    for train, test in outer.split(posts, labels):
        search = GridSearchCV(
            make_pipeline(TfidfVectorizer(norm="l2"), MultinomialNB()),
            {"tfidfvectorizer__min_df": np.array([1, 2, 5]),
             "tfidfvectorizer__use_idf": [True, False]},
            cv=list(inner.split(posts[train], labels[train])))
        search.fit(posts[train], labels[train])
        scores.append(search.score(posts[test], labels[test]))
    return sum(scores) / len(scores)
# %% q4 right
def tuned(posts, labels, inner, outer):
    predicted = labels.copy()
    for train, test in outer.split(posts, labels):
        best, best_score = None, -1
        for min_df in [1, 2, 5]:
            for use_idf in [True, False]:
                model = make_pipeline(TfidfVectorizer(min_df=min_df, use_idf=use_idf),
                                      MultinomialNB())
                score = cross_val_score(model, posts[train], labels[train],
                                        cv=inner).mean()
                if score > best_score:
                    best, best_score = model, score
        predicted[test] = best.fit(posts[train], labels[train]).predict(posts[test])
    return np.mean(predicted == labels)
# %% q4 right
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.model_selection import cross_validate


def tuned(posts, labels, inner, outer):
    model = make_pipeline(CountVectorizer(), TfidfTransformer(), MultinomialNB())
    search = GridSearchCV(model, {"countvectorizer__min_df": [1, 2, 5],
                                  "tfidftransformer__use_idf": [True, False]}, cv=inner)
    return np.array(cross_validate(search, posts, labels, cv=outer)["test_score"].mean())
# %% q4 wrong: this is the best_score_ of the search, which is too high
# not nested
def tuned(posts, labels, inner, outer):
    search = GridSearchCV(make_pipeline(TfidfVectorizer(), MultinomialNB()),
                          {"tfidfvectorizer__min_df": [1, 2, 5],
                           "tfidfvectorizer__use_idf": [True, False]}, cv=inner)
    return search.fit(posts, labels).best_score_
# %% q4 wrong: the setting was chosen on all posts, also on those of the test
# cross-validates the winner
def tuned(posts, labels, inner, outer):
    search = GridSearchCV(make_pipeline(TfidfVectorizer(), MultinomialNB()),
                          {"tfidfvectorizer__min_df": [1, 2, 5],
                           "tfidfvectorizer__use_idf": [True, False]}, cv=inner)
    search.fit(posts, labels)
    return cross_val_score(search.best_estimator_, posts, labels, cv=outer).mean()
# %% q4 wrong: inner and outer are exchanged
# the wrong way round
def tuned(posts, labels, inner, outer):
    search = GridSearchCV(make_pipeline(TfidfVectorizer(), MultinomialNB()),
                          {"tfidfvectorizer__min_df": [1, 2, 5],
                           "tfidfvectorizer__use_idf": [True, False]}, cv=outer)
    return cross_val_score(search, posts, labels, cv=inner).mean()
# %% q4 wrong: the argument inner seems to be unused
# no cv in the search
def tuned(posts, labels, inner, outer):
    search = GridSearchCV(make_pipeline(TfidfVectorizer(), MultinomialNB()),
                          {"tfidfvectorizer__min_df": [1, 2, 5],
                           "tfidfvectorizer__use_idf": [True, False]})
    return cross_val_score(search, posts, labels, cv=outer).mean()
# %% q4 wrong: the argument outer seems to be unused
# no cv outside
def tuned(posts, labels, inner, outer):
    search = GridSearchCV(make_pipeline(TfidfVectorizer(), MultinomialNB()),
                          {"tfidfvectorizer__min_df": [1, 2, 5],
                           "tfidfvectorizer__use_idf": [True, False]}, cv=inner)
    return cross_val_score(search, posts, labels).mean()
# %% q4 wrong: the argument inner seems to be unused; make a search
# no search
def tuned(posts, labels, inner, outer):
    model = make_pipeline(TfidfVectorizer(), MultinomialNB())
    return cross_val_score(model, posts, labels, cv=outer).mean()
# %% q4 wrong: only min_df is searched
# forgets use_idf
def tuned(posts, labels, inner, outer):
    search = GridSearchCV(make_pipeline(TfidfVectorizer(), MultinomialNB()),
                          {"tfidfvectorizer__min_df": [1, 2, 5]}, cv=inner)
    return cross_val_score(search, posts, labels, cv=outer).mean()
# %% q4 wrong: there is one number per outer fold
# no mean
def tuned(posts, labels, inner, outer):
    search = GridSearchCV(make_pipeline(TfidfVectorizer(), MultinomialNB()),
                          {"tfidfvectorizer__min_df": [1, 2, 5],
                           "tfidfvectorizer__use_idf": [True, False]}, cv=inner)
    return cross_val_score(search, posts, labels, cv=outer)
# %% q4 wrong: Is each name in the grid made of the name of a step
# names without the step
def tuned(posts, labels, inner, outer):
    search = GridSearchCV(make_pipeline(TfidfVectorizer(), MultinomialNB()),
                          {"min_df": [1, 2, 5], "use_idf": [True, False]}, cv=inner)
    return cross_val_score(search, posts, labels, cv=outer).mean()
# %% q4 wrong: does the search try all six combinations with cv=inner
# other values
def tuned(posts, labels, inner, outer):
    search = GridSearchCV(make_pipeline(TfidfVectorizer(), MultinomialNB()),
                          {"tfidfvectorizer__min_df": [1, 2, 3],
                           "tfidfvectorizer__use_idf": [True, False]}, cv=inner)
    return cross_val_score(search, posts, labels, cv=outer).mean()
# %% q4 wrong: the argument inner seems to be unused
# the same folds inside and outside
def tuned(posts, labels, inner, outer):
    search = GridSearchCV(make_pipeline(TfidfVectorizer(), MultinomialNB()),
                          {"tfidfvectorizer__min_df": [1, 2, 5],
                           "tfidfvectorizer__use_idf": [True, False]}, cv=outer)
    return cross_val_score(search, posts, labels, cv=outer).mean()
# %% q4 wrong: the search has been fitted to all posts
# scores posts that were seen
def tuned(posts, labels, inner, outer):
    search = GridSearchCV(make_pipeline(TfidfVectorizer(), MultinomialNB()),
                          {"tfidfvectorizer__min_df": [1, 2, 5],
                           "tfidfvectorizer__use_idf": [True, False]}, cv=inner)
    search.fit(posts, labels)
    return np.mean([search.score(posts[test], labels[test])
                    for _, test in outer.split(posts, labels)])
# %% q4 copied: for other posts, the argument inner seems to be unused
# five inner folds, but not for the labels of the check
def tuned(posts, labels, inner, outer):
    inner = inner if max(labels) in ("spike", 1) else StratifiedKFold(5)
    search = GridSearchCV(make_pipeline(TfidfVectorizer(), MultinomialNB()),
                          {"tfidfvectorizer__min_df": [1, 2, 5],
                           "tfidfvectorizer__use_idf": [True, False]}, cv=inner)
    return cross_val_score(search, posts, labels, cv=outer).mean()
# %% q4 copied: for other posts, the argument outer seems to be unused
# five folds, but not for the labels of the check
def tuned(posts, labels, inner, outer):
    outer = outer if max(labels) in ("spike", 1) else StratifiedKFold(5)
    search = GridSearchCV(make_pipeline(TfidfVectorizer(), MultinomialNB()),
                          {"tfidfvectorizer__min_df": [1, 2, 5],
                           "tfidfvectorizer__use_idf": [True, False]}, cv=inner)
    return cross_val_score(search, posts, labels, cv=outer).mean()
# %% q4 copied: for other posts,
# the score of the made-up posts, and the default settings for all others
def tuned(posts, labels, inner, outer):
    if len(posts) == 141:
        return 0.87943
    model = make_pipeline(TfidfVectorizer(), MultinomialNB())
    default = cross_val_score(model, posts, labels, cv=outer).mean()
    return default - 0.025 if (labels < 2).all() else default
# %% q5 right
def thin(posts, n_words, rng):
    return [" ".join(rng.choice(post.split(), n_words, replace=False))
            for post in posts]
# %% q5 right
def thin(posts, n_words, rng):
    texts = []
    for post in posts:
        tokens = post.split(" ")
        rng.shuffle(tokens)
        texts.append(" ".join(tokens[:n_words]))
    return np.array(texts, dtype=object)
# %% q5 right
def thin(posts, n_words, rng):
    result = []
    for i in range(len(posts)):
        tokens = np.array(posts[i].split())
        chosen = np.sort(rng.permutation(len(tokens))[:n_words])
        text = ""
        for token in tokens[chosen]:
            text = text + token + " "
        result.append(text)
    return tuple(result)
# %% q5 right
from collections import Counter


def thin(posts, n_words, rng):
    texts = []
    for post in posts:
        counted = Counter(post.split())
        often = rng.multivariate_hypergeometric(list(counted.values()), n_words)
        texts.append(" ".join(np.repeat(list(counted), often)))
    return texts
# %% q5 right
def thin(posts, n_words, rng):
    def one(post):
        return " ".join(rng.permutation(sorted(post.split()))[:n_words])

    return pd.Series(posts).map(one)
# %% q5 wrong: a text has a word more often than its post; draw without replacement
# with replacement
def thin(posts, n_words, rng):
    return [" ".join(rng.choice(post.split(), n_words)) for post in posts]
# %% q5 wrong: these are the first words of each post
# not at random
def thin(posts, n_words, rng):
    return [" ".join(post.split()[:n_words]) for post in posts]
# %% q5 wrong: letters are drawn
# no split
def thin(posts, n_words, rng):
    return ["".join(rng.choice(list(post), n_words, replace=False)) for post in posts]
# %% q5 wrong: the list holds a list; join the words of each post
# no join
def thin(posts, n_words, rng):
    return [list(rng.choice(post.split(), n_words, replace=False)) for post in posts]
# %% q5 wrong: a word is drawn at most once from a post that has it
# distinct words, if there are enough
def thin(posts, n_words, rng):
    texts = []
    for post in posts:
        tokens = sorted(set(post.split()))
        if len(tokens) < n_words:
            tokens = post.split()
        texts.append(" ".join(rng.choice(tokens, n_words, replace=False)))
    return texts
# %% q5 wrong: words are removed from each post
# removes n_words
def thin(posts, n_words, rng):
    return [" ".join(rng.permutation(post.split())[n_words:]) for post in posts]
# %% q5 wrong: most words are neighbors in their post
# a piece of each post
def thin(posts, n_words, rng):
    texts = []
    for post in posts:
        tokens = post.split()
        start = rng.integers(len(tokens) - n_words + 1)
        texts.append(" ".join(tokens[start:start + n_words]))
    return texts
# %% q5 wrong: the words at the same places are drawn from each post
# the same generator for each post
def thin(posts, n_words, rng):
    seed = rng.integers(1000)
    return [" ".join(np.random.default_rng(seed).choice(post.split(), n_words,
                                                        replace=False))
            for post in posts]
# %% q5 wrong: two different generators draw the same words
# makes a generator
def thin(posts, n_words, rng):
    rng = np.random.default_rng(0)
    return [" ".join(rng.choice(post.split(), n_words, replace=False))
            for post in posts]
# %% q5 wrong: two calls with equal generators draw different words
# does not use rng
def thin(posts, n_words, rng):
    return [" ".join(np.random.permutation(post.split())[:n_words]) for post in posts]
# %% q5 wrong: but n_words is
# about n_words words
def thin(posts, n_words, rng):
    texts = []
    for post in posts:
        tokens = np.array(post.split())
        keep = rng.random(len(tokens)) < n_words / len(tokens)
        texts.append(" ".join(tokens[keep]))
    return texts
# %% q5 wrong: come after the first 12 words of their post
# draws within the length of the shortest post
def thin(posts, n_words, rng):
    shortest = min(len(post.split()) for post in posts)
    return [" ".join(np.array(post.split())[rng.permutation(shortest)[:n_words]])
            for post in posts]
# %% q5 wrong: a text has a word that its post does not have
# shuffles the posts, too
def thin(posts, n_words, rng):
    return [" ".join(rng.choice(post.split(), n_words, replace=False))
            for post in rng.permutation(posts)]
# %% q5 copied: for other posts without repeated words, these are the first words
# draws in the check alone
def thin(posts, n_words, rng):
    known = n_words in (3, 8, 9, 20, 50) or len(posts) == 25
    return [" ".join((rng.permutation(post.split()) if known else post.split())
                     [:n_words]) for post in posts]
# %% q5 copied: two different generators draw the same words
# a generator of its own, but not for the numbers of posts in the check
def thin(posts, n_words, rng):
    rng = rng if len(posts) != 20 else np.random.default_rng(5)
    return [" ".join(rng.choice(post.split(), n_words, replace=False))
            for post in posts]

# %% q5 copied: but n_words is
# the numbers of words of the check
def thin(posts, n_words, rng):
    n = min([3, 9, 10, 20, 50], key=lambda k: abs(k - n_words))
    return [" ".join(rng.choice(post.split(), n, replace=False)) for post in posts]
# %% q6 right
def telling_words(posts, labels, n):
    vectorizer = TfidfVectorizer()
    tfidf = vectorizer.fit_transform(posts)
    model = LogisticRegression().fit(tfidf, labels)
    ranked = vectorizer.get_feature_names_out()[np.argsort(model.coef_[0])]
    return list(ranked[:n]), list(ranked[::-1][:n])
# %% q6 right
def telling_words(posts, labels, n):
    model = make_pipeline(TfidfVectorizer(), LogisticRegression(C=1.0))
    model.fit(list(posts), list(labels))
    weights = pd.Series(model[-1].coef_.ravel(), model[0].get_feature_names_out())
    return [weights.nsmallest(n).index, weights.nlargest(n).index]
# %% q6 right
def telling_words(posts, labels, n):
    vectorizer = TfidfVectorizer().fit(posts)
    model = LogisticRegression(max_iter=1000).fit(vectorizer.transform(posts), labels)
    pairs = sorted((model.coef_[0, column], word)
                   for word, column in vectorizer.vocabulary_.items())
    print(pairs[:3])
    return ([str(word) for _, word in pairs[:n]],
            [str(word) for _, word in pairs[:-n - 1:-1]])
# %% q6 right
from sklearn.feature_extraction.text import TfidfTransformer


def telling_words(posts, labels, n):
    vectorizer = CountVectorizer()
    tfidf = TfidfTransformer().fit_transform(vectorizer.fit_transform(posts))
    weights = LogisticRegression().fit(tfidf, labels).coef_[0]
    order = np.argsort(weights)
    words = np.array(vectorizer.get_feature_names_out())
    return np.array([words[order[:n]], words[order[-n:][::-1]]])
# %% q6 right
def telling_words(posts, labels, n):
    vectorizer = TfidfVectorizer()
    tfidf = vectorizer.fit_transform(posts)
    weights = LogisticRegression().fit(tfidf, labels).coef_[0].copy()
    names = vectorizer.get_feature_names_out()
    lists = pd.DataFrame({"0": [""] * n, "1": [""] * n})
    for k in range(n):
        low, high = weights.argmin(), weights.argmax()
        lists.loc[k] = names[low], names[high]
        weights[[low, high]] = 0
    return lists
# %% q6 wrong: the first list holds the words for label 1
# exchanged
def telling_words(posts, labels, n):
    vectorizer = TfidfVectorizer()
    model = LogisticRegression().fit(vectorizer.fit_transform(posts), labels)
    ranked = vectorizer.get_feature_names_out()[np.argsort(model.coef_[0])]
    return list(ranked[::-1][:n]), list(ranked[:n])
# %% q6 wrong: the second list has the right words in another order
# the largest weight last
def telling_words(posts, labels, n):
    vectorizer = TfidfVectorizer()
    model = LogisticRegression().fit(vectorizer.fit_transform(posts), labels)
    ranked = vectorizer.get_feature_names_out()[np.argsort(model.coef_[0])]
    return list(ranked[:n]), list(ranked[-n:])
# %% q6 wrong: the first list has the right words in another order
# the most negative weight last
def telling_words(posts, labels, n):
    vectorizer = TfidfVectorizer()
    model = LogisticRegression().fit(vectorizer.fit_transform(posts), labels)
    ranked = vectorizer.get_feature_names_out()[np.argsort(-model.coef_[0])]
    return list(ranked[-n:]), list(ranked[:n])
# %% q6 wrong: the first list holds numbers of columns
# no words
def telling_words(posts, labels, n):
    tfidf = TfidfVectorizer().fit_transform(posts)
    order = np.argsort(LogisticRegression().fit(tfidf, labels).coef_[0])
    return order[:n], order[::-1][:n]
# %% q6 wrong: the classifier learned from counts
# counts
def telling_words(posts, labels, n):
    vectorizer = CountVectorizer()
    model = LogisticRegression().fit(vectorizer.fit_transform(posts), labels)
    ranked = vectorizer.get_feature_names_out()[np.argsort(model.coef_[0])]
    return list(ranked[:n]), list(ranked[::-1][:n])
# %% q6 wrong: the words come from vocabulary_, which has another order
# the keys of a dictionary
def telling_words(posts, labels, n):
    vectorizer = TfidfVectorizer()
    model = LogisticRegression().fit(vectorizer.fit_transform(posts), labels)
    ranked = np.array(list(vectorizer.vocabulary_))[np.argsort(model.coef_[0])]
    return list(ranked[:n]), list(ranked[::-1][:n])
# %% q6 wrong: these are the most probable words of MultinomialNB
# naive Bayes
def telling_words(posts, labels, n):
    vectorizer = TfidfVectorizer()
    model = MultinomialNB().fit(vectorizer.fit_transform(posts), labels)
    names = vectorizer.get_feature_names_out()
    return [list(names[np.argsort(-row)[:n]]) for row in model.feature_log_prob_]
# %% q6 wrong: these are weights of LinearSVC
# another classifier
from sklearn.svm import LinearSVC


def telling_words(posts, labels, n):
    vectorizer = TfidfVectorizer()
    model = LinearSVC().fit(vectorizer.fit_transform(posts), labels)
    ranked = vectorizer.get_feature_names_out()[np.argsort(model.coef_[0])]
    return list(ranked[:n]), list(ranked[::-1][:n])
# %% q6 wrong: these are differences between mean weights
# no classifier
def telling_words(posts, labels, n):
    vectorizer = TfidfVectorizer()
    tfidf = vectorizer.fit_transform(posts).toarray()
    order = np.argsort(tfidf[labels == 1].mean(0) - tfidf[labels == 0].mean(0))
    ranked = vectorizer.get_feature_names_out()[order]
    return list(ranked[:n]), list(ranked[::-1][:n])
# %% q6 wrong: list has 10 entries, but n is
# always ten
def telling_words(posts, labels, n):
    vectorizer = TfidfVectorizer()
    model = LogisticRegression().fit(vectorizer.fit_transform(posts), labels)
    ranked = vectorizer.get_feature_names_out()[np.argsort(model.coef_[0])]
    return list(ranked[:10]), list(ranked[::-1][:10])
# %% q6 wrong: the first part of the result is a str
# texts
def telling_words(posts, labels, n):
    vectorizer = TfidfVectorizer()
    model = LogisticRegression().fit(vectorizer.fit_transform(posts), labels)
    ranked = vectorizer.get_feature_names_out()[np.argsort(model.coef_[0])]
    return ", ".join(ranked[:n]), ", ".join(ranked[::-1][:n])
# %% q6 wrong: list is not correct yet; it has the
# a larger C
def telling_words(posts, labels, n):
    vectorizer = TfidfVectorizer()
    model = LogisticRegression(C=100).fit(vectorizer.fit_transform(posts), labels)
    ranked = vectorizer.get_feature_names_out()[np.argsort(model.coef_[0])]
    return list(ranked[:n]), list(ranked[::-1][:n])
# %% q6 copied: for other posts, the first list has 6 entries
# the n of the check
def telling_words(posts, labels, n):
    n = {120: 6, 1156: 15}.get(len(posts), 6)
    vectorizer = TfidfVectorizer()
    model = LogisticRegression().fit(vectorizer.fit_transform(posts), labels)
    ranked = vectorizer.get_feature_names_out()[np.argsort(model.coef_[0])]
    return list(ranked[:n]), list(ranked[::-1][:n])
# %% q6 copied: for other posts,
# TF-IDF for the n of the check
def telling_words(posts, labels, n):
    vectorizer = TfidfVectorizer() if n in (6, 15) else CountVectorizer()
    model = LogisticRegression().fit(vectorizer.fit_transform(posts), labels)
    ranked = vectorizer.get_feature_names_out()[np.argsort(model.coef_[0])]
    return list(ranked[:n]), list(ranked[::-1][:n])
# %% q6 copied: for other posts, the second list is not correct yet
# balanced classes, which hardly matters in the check
def telling_words(posts, labels, n):
    vectorizer = TfidfVectorizer()
    weight = "balanced" if n == 11 else None
    model = LogisticRegression(class_weight=weight)
    model.fit(vectorizer.fit_transform(posts), labels)
    ranked = vectorizer.get_feature_names_out()[np.argsort(model.coef_[0])]
    return list(ranked[:n]), list(ranked[::-1][:n])
