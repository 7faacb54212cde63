# %% q1 right
document_frequency = (X > 0).sum(axis=0)
# %% q1 right
table = pd.Series([word for post in posts for word in set(post.split())])
table = table.value_counts().reindex(vectorizer.get_feature_names_out())
document_frequency = table.astype("float32")
# %% q1 right
document_frequency = (X.toarray() > 0).sum(axis=0)
# %% q1 right
document_frequency = np.asarray((X > 0).sum(axis=0)).ravel()
# %% q1 right
document_frequency = X.getnnz(axis=0)
# %% q1 right
from collections import Counter

posts_with = Counter()
for post in posts:
    posts_with.update(set(post.split()))
document_frequency = np.array([posts_with[word] for word
                               in vectorizer.get_feature_names_out()])
# %% q1 right
# the smoothed idf is ln((1 + n) / (1 + df)) + 1, so solve it for df
tfidf = TfidfVectorizer().fit(posts)
df = (1 + len(posts)) / np.exp(tfidf.idf_ - 1) - 1
document_frequency = np.round(df).astype(int)
# %% q1 wrong: this is how often each word occurs
document_frequency = np.asarray(X.sum(axis=0)).ravel()
# %% q1 wrong: one number a post
document_frequency = X.getnnz(axis=1)
# %% q1 wrong: a number of posts is asked, not a share
document_frequency = X.getnnz(axis=0) / len(posts)
# %% q1 wrong: without a logarithm
document_frequency = TfidfVectorizer().fit(posts).idf_
# %% q1 wrong: this is a sparse matrix
document_frequency = X > 0
# %% q1 wrong: in both groups
document_frequency = X[labels == 1].getnnz(axis=0)
# %% q1 wrong: keep the order of the columns
table = pd.Series([word for post in posts for word in set(post.split())])
document_frequency = table.value_counts().to_numpy()
# %% q1 wrong: the shape is (24257,)
document_frequency = np.bincount(words, minlength=len(vocabulary))
# %% q1 wrong: one number a post; count along the other axis, for each word
# different words in each post, not posts with each word
document_frequency = np.asarray((X > 0).sum(axis=1)).ravel()
# %% q1 wrong: a number of posts is asked, not a share, and not whether the word
# share of the posts, not their number
document_frequency = np.asarray((X > 0).mean(axis=0)).ravel()
# %% q1 wrong: posts; count posts, and keep the order of the columns
# the order of vocabulary_ is not the order of the columns
binary = (X > 0).astype(int).toarray()
df = dict(zip(vectorizer.get_feature_names_out(), binary.sum(axis=0)))
document_frequency = np.array([df[word] for word in vectorizer.vocabulary_])
# %% q1 wrong: too little; a post counts for every word it contains, once or more
# only posts that have the word more than once
document_frequency = (X.toarray() > 1).sum(axis=0)
# %% q1 wrong: posts; count posts, and keep the order of the columns
# posts with the same text are counted once
X_binary = CountVectorizer(binary=True).fit_transform(np.unique(posts))
document_frequency = np.array(X_binary.sum(axis=0))[0]
# %% q2 right
from sklearn.feature_extraction.text import TfidfTransformer


def weigh(train_counts, new_counts):
    return TfidfTransformer().fit(train_counts).transform(new_counts)
# %% q2 right
def weigh(train_counts, new_counts):
    train, new = pd.DataFrame(train_counts), pd.DataFrame(new_counts)
    idf = 1 - np.log(((train > 0).sum() + 1) / (len(train) + 1))
    weights = new.div(new.sum(axis=1), axis=0) * idf
    return weights.div(np.sqrt((weights**2).sum(axis=1)), axis=0)
# %% q2 right
from sklearn.preprocessing import normalize


def weigh(train_counts, new_counts):
    df = np.count_nonzero(train_counts, axis=0)
    idf = np.log((1 + train_counts.shape[0]) / (1 + df)) + 1
    return normalize(new_counts * idf).astype("float32")
# %% q2 right
def weigh(train_counts, new_counts):
    n_posts = len(train_counts)
    df = (train_counts > 0).sum(axis=0)
    idf = np.log((1 + n_posts) / (1 + df)) + 1
    tfidf = new_counts * idf
    return tfidf / np.linalg.norm(tfidf, axis=1, keepdims=True)
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
    return normalize(new_counts @ np.diag(idf))
# %% q2 right
import math


def weigh(train_counts, new_counts):
    n_train, n_terms = train_counts.shape
    result = np.zeros(new_counts.shape)
    for j in range(n_terms):
        n_with = 0
        for i in range(n_train):
            if train_counts[i, j] > 0:
                n_with += 1
        idf = math.log((n_train + 1) / (n_with + 1)) + 1
        for i in range(len(new_counts)):
            result[i, j] = new_counts[i, j] * idf
    for i in range(len(result)):
        length = math.sqrt(sum(value ** 2 for value in result[i]))
        result[i] = result[i] / length
    return result
# %% q2 wrong: the new posts are weighed
def weigh(train_counts, new_counts):
    df = (train_counts > 0).sum(axis=0)
    weights = train_counts * (np.log((1 + len(train_counts)) / (1 + df)) + 1)
    return weights / np.linalg.norm(weights, axis=1, keepdims=True)
# %% q2 wrong: rare words weigh more
def weigh(train_counts, new_counts):
    df = (new_counts > 0).sum(axis=0)
    weights = new_counts * (np.log((1 + len(new_counts)) / (1 + df)) + 1)
    return weights / np.linalg.norm(weights, axis=1, keepdims=True)
# %% q2 wrong: the training posts alone decide
def weigh(train_counts, new_counts):
    both = np.concatenate([train_counts, new_counts])
    df = (both > 0).sum(axis=0)
    weights = new_counts * (np.log((1 + len(both)) / (1 + df)) + 1)
    return weights / np.linalg.norm(weights, axis=1, keepdims=True)
# %% q2 wrong: the 1 at the end of the idf keeps it
def weigh(train_counts, new_counts):
    df = (train_counts > 0).sum(axis=0)
    weights = new_counts * np.log((1 + len(train_counts)) / (1 + df))
    return weights / np.linalg.norm(weights, axis=1, keepdims=True)
# %% q2 wrong: not finite for a word in no training post
def weigh(train_counts, new_counts):
    df = (train_counts > 0).sum(axis=0)
    weights = new_counts * (np.log(len(train_counts) / df) + 1)
    return weights / np.linalg.norm(weights, axis=1, keepdims=True)
# %% q2 wrong: this is the logarithm to base 10
def weigh(train_counts, new_counts):
    df = (train_counts > 0).sum(axis=0)
    weights = new_counts * (np.log10((1 + len(train_counts)) / (1 + df)) + 1)
    return weights / np.linalg.norm(weights, axis=1, keepdims=True)
# %% q2 wrong: this is the logarithm to base 2
def weigh(train_counts, new_counts):
    df = (train_counts > 0).sum(axis=0)
    weights = new_counts * (np.log2((1 + len(train_counts)) / (1 + df)) + 1)
    return weights / np.linalg.norm(weights, axis=1, keepdims=True)
# %% q2 wrong: the rows have lengths
def weigh(train_counts, new_counts):
    df = (train_counts > 0).sum(axis=0)
    return new_counts * (np.log((1 + len(train_counts)) / (1 + df)) + 1)
# %% q2 wrong: the l2 norm makes its squares add up to 1
def weigh(train_counts, new_counts):
    df = (train_counts > 0).sum(axis=0)
    weights = new_counts * (np.log((1 + len(train_counts)) / (1 + df)) + 1)
    return weights / weights.sum(axis=1, keepdims=True)
# %% q2 wrong: divide each row by its length, axis=1
def weigh(train_counts, new_counts):
    df = (train_counts > 0).sum(axis=0)
    weights = new_counts * (np.log((1 + len(train_counts)) / (1 + df)) + 1)
    return weights / np.linalg.norm(weights, axis=0)
# %% q2 wrong: weigh them by the idf as well
def weigh(train_counts, new_counts):
    return new_counts / np.linalg.norm(new_counts, axis=1, keepdims=True)
# %% q2 wrong: of which 5, 3, 1 and 0 have the word, however often
def weigh(train_counts, new_counts):
    df = train_counts.sum(axis=0)
    weights = new_counts * (np.log((1 + df.sum()) / (1 + df)) + 1)
    return weights / np.linalg.norm(weights, axis=1, keepdims=True)
# %% q2 wrong: the function returns nothing
def weigh(train_counts, new_counts):
    print(TfidfVectorizer().fit(posts).idf_)
# %% q2 wrong: does not rise from a common to a rare word; it comes from the
# idf from the new posts
def weigh(train_counts, new_counts):
    df = (new_counts > 0).sum(axis=0)
    idf = np.log((1 + len(new_counts)) / (1 + df)) + 1
    tfidf = new_counts * idf
    return tfidf / np.linalg.norm(tfidf, axis=1, keepdims=True)
# %% q2 wrong: the idf comes from all posts; the training posts alone decide
# idf from training and new posts together
from sklearn.feature_extraction.text import TfidfTransformer


def weigh(train_counts, new_counts):
    transformer = TfidfTransformer()
    transformer.fit(np.vstack([train_counts, new_counts]))
    return transformer.transform(new_counts).toarray()
# %% q2 wrong: words that a new post has must weigh something, and all others
# idf not smoothed, unseen word set to 0
def weigh(train_counts, new_counts):
    df = (train_counts > 0).sum(axis=0)
    idf = np.zeros(len(df))
    idf[df > 0] = np.log(len(train_counts) / df[df > 0]) + 1
    tfidf = new_counts * idf
    return tfidf / np.linalg.norm(tfidf, axis=1, keepdims=True)
# %% q2 wrong: for a word that every training post has; the
# the 1 after the logarithm is missing
def weigh(train_counts, new_counts):
    df = (train_counts > 0).sum(axis=0)
    idf = np.log((1 + len(train_counts)) / (1 + df))
    tfidf = new_counts * idf
    return tfidf / np.sqrt((tfidf ** 2).sum(axis=1, keepdims=True))
# %% q2 wrong: norm makes its squares add up to
# rows sum to 1 instead of length 1
def weigh(train_counts, new_counts):
    df = (train_counts > 0).sum(axis=0)
    idf = np.log((1 + len(train_counts)) / (1 + df)) + 1
    tfidf = new_counts * idf
    return tfidf / tfidf.sum(axis=1, keepdims=True)
# %% q2 wrong: have the word, however often
# sums the counts instead of counting posts
def weigh(train_counts, new_counts):
    df = train_counts.sum(axis=0)
    idf = np.log((1 + len(train_counts)) / (1 + df)) + 1
    tfidf = new_counts * idf
    return tfidf / np.linalg.norm(tfidf, axis=1, keepdims=True)
# %% q2 wrong: divide each by its length
# length set to 1 before the idf, not after
def weigh(train_counts, new_counts):
    df = (train_counts > 0).sum(axis=0)
    idf = np.log((1 + len(train_counts)) / (1 + df)) + 1
    tf = new_counts / np.linalg.norm(new_counts, axis=1, keepdims=True)
    return tf * idf
# %% q3 right
predicted = cross_val_predict(
    make_pipeline(TfidfVectorizer(), MultinomialNB()), posts, labels, cv=folds)
rates = pd.crosstab(labels, predicted, normalize="index")
# %% q3 right
tables = []
for train, test in folds.split(posts, labels):
    vectorizer = TfidfVectorizer()
    model = MultinomialNB(alpha=1.0)
    model.fit(vectorizer.fit_transform(posts[train]), labels[train])
    predicted = model.predict(vectorizer.transform(posts[test]))
    counted = confusion_matrix(labels[test], predicted)
    tables.append(counted / counted.sum(axis=1, keepdims=True))
rates = np.mean(tables, axis=0).astype("float32")
# %% q3 right
model = make_pipeline(TfidfVectorizer(), MultinomialNB())
predicted = cross_val_predict(model, posts, labels, cv=folds)
rates = confusion_matrix(labels, predicted, normalize="true")
# %% q3 right
pipe = Pipeline([("tfidf", TfidfVectorizer()), ("nb", MultinomialNB())])
y_pred = cross_val_predict(pipe, posts, labels, cv=folds)
names = np.array(["graphics", "crypt"])
rates = pd.crosstab(pd.Series(names[labels], name="actual"),
                    pd.Series(names[y_pred], name="predicted"),
                    normalize="index")
rates = rates.loc[["graphics", "crypt"], ["graphics", "crypt"]]
# %% q3 right
table = np.zeros((2, 2))
for train, test in folds.split(posts, labels):
    clf = make_pipeline(TfidfVectorizer(), MultinomialNB())
    clf.fit(posts[train], labels[train])
    for actual, guess in zip(labels[test], clf.predict(posts[test])):
        table[actual, guess] += 1
rates = table / table.sum(axis=1)[:, None]
# %% q3 right
proba = cross_val_predict(make_pipeline(TfidfVectorizer(), MultinomialNB()),
                          posts, labels, cv=folds, method="predict_proba")
is_crypt = proba[:, 1] > .5
share = [is_crypt[labels == group].mean() for group in (0, 1)]
rates = pd.DataFrame({"graphics": [1 - s for s in share], "crypt": share},
                     index=["graphics", "crypt"])
# %% q3 wrong: these are numbers of posts
model = make_pipeline(TfidfVectorizer(), MultinomialNB())
rates = confusion_matrix(labels, cross_val_predict(model, posts, labels, cv=folds))
# %% q3 wrong: these are percentages
model = make_pipeline(TfidfVectorizer(), MultinomialNB())
predicted = cross_val_predict(model, posts, labels, cv=folds)
rates = 100 * confusion_matrix(labels, predicted, normalize="true")
# %% q3 wrong: all four shares add up to 1
model = make_pipeline(TfidfVectorizer(), MultinomialNB())
predicted = cross_val_predict(model, posts, labels, cv=folds)
rates = confusion_matrix(labels, predicted) / len(labels)
# %% q3 wrong: the columns to 1
model = make_pipeline(TfidfVectorizer(), MultinomialNB())
predicted = cross_val_predict(model, posts, labels, cv=folds)
rates = confusion_matrix(labels, predicted, normalize="pred")
# %% q3 wrong: is graphics first, and a row the actual group
model = make_pipeline(TfidfVectorizer(), MultinomialNB())
predicted = cross_val_predict(model, posts, labels, cv=folds)
rates = confusion_matrix(predicted, labels, normalize="true")
# %% q3 wrong: a model that has not seen it
model = make_pipeline(TfidfVectorizer(), MultinomialNB()).fit(posts, labels)
rates = confusion_matrix(labels, model.predict(posts), normalize="true")
# %% q3 wrong: the vectorizer has seen all posts
X_all = TfidfVectorizer().fit_transform(posts)
predicted = cross_val_predict(MultinomialNB(), X_all, labels, cv=folds)
rates = confusion_matrix(labels, predicted, normalize="true")
# %% q3 wrong: these are counts without TF-IDF
model = make_pipeline(CountVectorizer(), MultinomialNB())
predicted = cross_val_predict(model, posts, labels, cv=folds)
rates = confusion_matrix(labels, predicted, normalize="true")
# %% q3 wrong: check the folds
model = make_pipeline(TfidfVectorizer(), MultinomialNB())
predicted = cross_val_predict(model, posts, labels, cv=5)
rates = confusion_matrix(labels, predicted, normalize="true")
# %% q3 wrong: a row is an actual group, and its shares add up to
# rows and columns swapped
model = make_pipeline(TfidfVectorizer(), MultinomialNB())
predicted = cross_val_predict(model, posts, labels, cv=folds)
rates = confusion_matrix(predicted, labels, normalize="pred")
# %% q3 wrong: those of each actual group, a row, must
# shares of all posts
model = make_pipeline(TfidfVectorizer(), MultinomialNB())
predicted = cross_val_predict(model, posts, labels, cv=folds)
rates = confusion_matrix(labels, predicted) / len(posts)
# %% q3 wrong: are misread: check the folds, and leave both steps at their defaults
# broadcasting divides the columns by the row sums
model = make_pipeline(TfidfVectorizer(), MultinomialNB())
predicted = cross_val_predict(model, posts, labels, cv=folds)
rates = confusion_matrix(labels, predicted)
rates = rates / rates.sum(axis=1)
# %% q3 wrong: are misread, too few: predict each post with a model that has not
# predicts the posts it was fitted to
model = make_pipeline(TfidfVectorizer(), MultinomialNB())
model.fit(posts, labels)
rates = confusion_matrix(labels, model.predict(posts), normalize="true")
# %% q3 wrong: these are counts without TF-IDF; use TfidfVectorizer
# word counts without TF-IDF
model = make_pipeline(CountVectorizer(), MultinomialNB())
predicted = cross_val_predict(model, posts, labels, cv=folds)
rates = pd.crosstab(labels, predicted, normalize="index")
# %% q3 wrong: are misread: check the folds, and leave both steps at their defaults
# cv=3 does not shuffle, folds not used
model = make_pipeline(TfidfVectorizer(), MultinomialNB())
predicted = cross_val_predict(model, posts, labels, cv=3)
rates = confusion_matrix(labels, predicted, normalize="true")
# %% q3 wrong: the vectorizer has seen all posts; put it in the pipeline
# TF-IDF fitted to all posts before the cross-validation
tfidf = TfidfVectorizer().fit_transform(posts)
predicted = cross_val_predict(MultinomialNB(), tfidf, labels, cv=folds)
rates = confusion_matrix(labels, predicted, normalize="true")
# %% q4 right
search = GridSearchCV(
    Pipeline([("weigh", TfidfVectorizer()), ("classify", MultinomialNB())]),
    param_grid={"classify__alpha": np.logspace(-2, 0, 3)}, cv=folds)
# %% q4 right
search = GridSearchCV(
    make_pipeline(TfidfVectorizer(norm="l2"), MultinomialNB(alpha=0.5)),
    {"multinomialnb__alpha": (0.01, 0.1, 1.0)}, cv=folds, scoring="accuracy")
# %% q4 right
search = GridSearchCV(make_pipeline(TfidfVectorizer(), MultinomialNB()),
                      {"multinomialnb__alpha": [1, .1, .01]}, cv=folds)
# %% q4 right
pipe = Pipeline([
    ("vectorize", TfidfVectorizer()),
    ("classify", MultinomialNB()),
])
param_grid = [{"classify__alpha": np.logspace(-2, 0, 3)}]
search = GridSearchCV(estimator=pipe, param_grid=param_grid,
                      scoring="accuracy", cv=folds, n_jobs=1,
                      return_train_score=True)
# %% q4 wrong: it searches over a MultinomialNB alone
X_train = TfidfVectorizer().fit_transform(train_posts)
search = GridSearchCV(MultinomialNB(), {"alpha": [1, 0.1, 0.01]}, cv=folds)
# %% q4 wrong: search has been fitted
search = GridSearchCV(make_pipeline(TfidfVectorizer(), MultinomialNB()),
                      {"multinomialnb__alpha": [1, 0.1, 0.01]}, cv=folds)
search.fit(posts[:300], labels[:300])
# %% q4 wrong: search is a Pipeline
search = make_pipeline(TfidfVectorizer(), GridSearchCV(
    MultinomialNB(), {"alpha": [1, 0.1, 0.01]}, cv=folds))
# %% q4 wrong: it needs one name, 'multinomialnb__alpha'
search = GridSearchCV(make_pipeline(TfidfVectorizer(), MultinomialNB()),
                      {"alpha": [1, 0.1, 0.01]}, cv=folds)
# %% q4 wrong: 0.01, 0.1 and 1 are asked
search = GridSearchCV(make_pipeline(TfidfVectorizer(), MultinomialNB()),
                      {"multinomialnb__alpha": [1, 10, 100]}, cv=folds)
# %% q4 wrong: without cv=folds there are five folds
search = GridSearchCV(make_pipeline(TfidfVectorizer(), MultinomialNB()),
                      {"multinomialnb__alpha": [1, 0.1, 0.01]})
# %% q4 wrong: the steps are ['CountVectorizer', 'MultinomialNB']
search = GridSearchCV(make_pipeline(CountVectorizer(), MultinomialNB()),
                      {"multinomialnb__alpha": [1, 0.1, 0.01]}, cv=folds)
# %% q4 wrong: the vectorizer has been fitted
search = GridSearchCV(
    make_pipeline(TfidfVectorizer().fit(posts), MultinomialNB()),
    {"multinomialnb__alpha": [1, 0.1, 0.01]}, cv=folds)
# %% q4 wrong: it searches over a MultinomialNB alone; the vectorizer belongs in a
# no TF-IDF in the search, cannot take texts
tfidf = TfidfVectorizer()
X_train = tfidf.fit_transform(train_posts)
X_test = tfidf.transform(test_posts)
search = GridSearchCV(MultinomialNB(), {"alpha": [1, .1, .01]}, cv=folds)
# %% q4 wrong: the step, two underscores, the parameter
# alpha without the name of its step
search = GridSearchCV(make_pipeline(TfidfVectorizer(), MultinomialNB()),
                      {"alpha": [1, .1, .01]}, cv=folds)
# %% q4 wrong: without cv=folds there are five folds
# default cv instead of folds
search = GridSearchCV(make_pipeline(TfidfVectorizer(), MultinomialNB()),
                      {"multinomialnb__alpha": [1, .1, .01]})
# %% q4 wrong: the values are
# other values of alpha
search = GridSearchCV(make_pipeline(TfidfVectorizer(), MultinomialNB()),
                      {"multinomialnb__alpha": np.logspace(-3, 0, 4)},
                      cv=folds)
# %% q4 wrong: TfidfVectorizer and MultinomialNB are asked
# TF-IDF is frozen after all training posts, does not learn in the folds
from sklearn.frozen import FrozenEstimator

tfidf = FrozenEstimator(TfidfVectorizer().fit(train_posts))
search = GridSearchCV(make_pipeline(tfidf, MultinomialNB()),
                      {"multinomialnb__alpha": [1, .1, .01]}, cv=folds)
# %% q4 wrong: on the test posts; apart from alpha, leave all defaults
# vocabulary from all posts, test posts included
tfidf = TfidfVectorizer(vocabulary=vectorizer.vocabulary_)
search = GridSearchCV(make_pipeline(tfidf, MultinomialNB()),
                      {"multinomialnb__alpha": [1, .1, .01]}, cv=folds)
# %% q4 wrong: TfidfVectorizer and MultinomialNB are asked
# word counts instead of TF-IDF
search = GridSearchCV(make_pipeline(CountVectorizer(), MultinomialNB()),
                      {"multinomialnb__alpha": [1, .1, .01]}, cv=folds)
# %% q4 wrong: search is a Pipeline; store the GridSearchCV
# a pipeline, alpha chosen on the test posts
scores = {}
for alpha in (1, .1, .01):
    model = make_pipeline(TfidfVectorizer(), MultinomialNB(alpha=alpha))
    scores[alpha] = model.fit(train_posts, y_train).score(test_posts, y_test)
best = max(scores, key=scores.get)
search = make_pipeline(TfidfVectorizer(), MultinomialNB(alpha=best))
# %% q5 right
rng = np.random.default_rng(3)
thinned = np.array([" ".join(rng.permutation(post.split())[:50])
                    for post in long_posts])
# %% q5 right
import random

random.seed(5)
thinned = pd.Series(long_posts).map(
    lambda post: " ".join(sorted(random.sample(post.split(), 50))))
# %% q5 right
rng = np.random.default_rng(0)
thinned = [" ".join(rng.choice(post.split(), 50, replace=False))
           for post in long_posts]
# %% q5 right
import random

random.seed(7)
thinned = []
for post in long_posts:
    tokens = post.split()
    random.shuffle(tokens)
    thinned.append(" ".join(tokens[:50]))
# %% q5 right
# hypergeometric draw from the word counts of each post
rng = np.random.default_rng(2024)
names = vectorizer.get_feature_names_out()
thinned = []
for row in vectorizer.transform(long_posts):
    drawn = rng.multivariate_hypergeometric(row.data, 50, method="count")
    thinned.append(" ".join(np.repeat(names[row.indices], drawn)))
# %% q5 right
def thin(post):
    return " ".join(pd.Series(post.split()).sample(n=50, random_state=42))


thinned = list(map(thin, long_posts))
# %% q5 wrong: each text has 50 characters
thinned = [post[:50] for post in long_posts]
# %% q5 wrong: draw from the whole post
thinned = [" ".join(post.split()[:50]) for post in long_posts]
# %% q5 wrong: draw without replacement
rng = np.random.default_rng(0)
thinned = [" ".join(rng.choice(post.split(), 50)) for post in long_posts]
# %% q5 wrong: join the words of each post
rng = np.random.default_rng(0)
thinned = [rng.choice(post.split(), 50, replace=False) for post in long_posts]
# %% q5 wrong: a word counts each time it occurs
rng = np.random.default_rng(0)
thinned = []
for post in long_posts:
    different = sorted(set(post.split()))
    n = min(50, len(different))
    thinned.append(" ".join(rng.choice(different, n, replace=False)))
# %% q5 wrong: 1156 texts
rng = np.random.default_rng(0)
thinned = [" ".join(rng.permutation(post.split())[:50]) for post in posts]
# %% q5 wrong: keep the order of long_posts
rng = np.random.default_rng(0)
thinned = [" ".join(rng.permutation(post.split())[:50])
           for post in rng.permutation(long_posts)]
# %% q5 wrong: neighbors in the alphabet
rng = np.random.default_rng(0)
thinned = []
for post in long_posts:
    start = rng.integers(len(post.split()) - 49)
    thinned.append(" ".join(post.split()[start:start + 50]))
# %% q5 wrong: thinned is a float
rng = np.random.default_rng(0)
thinned = closer([" ".join(rng.choice(post.split(), 50, replace=False))
                  for post in long_posts], groups)
# %% q5 wrong: are asked, and a word counts each time it occurs
# each word at most once, so common words are too rare
import random

random.seed(0)
thinned = []
for post in long_posts:
    different = sorted(set(post.split()))
    thinned.append(" ".join(random.sample(different,
                                          min(50, len(different)))))
# %% q5 wrong: in the posts: the posts are sorted, so draw from the whole post
# shuffles the first 50 words, never draws the others
rng = np.random.default_rng(0)
thinned = []
for post in long_posts:
    tokens = np.array(post.split())
    chosen = rng.permutation(50)
    thinned.append(" ".join(tokens[chosen]))
# %% q5 wrong: the words of a text are neighbors in the alphabet, as the posts are
# 50 neighbors from a random start, so close in the alphabet
rng = np.random.default_rng(0)
thinned = []
for post in long_posts:
    tokens = post.split()
    start = rng.integers(len(tokens) - 49)
    thinned.append(" ".join(tokens[start:start + 50]))
# %% q5 wrong: are asked, and a word counts each time it occurs
# about 50 words, not 50
rng = np.random.default_rng(0)
thinned = []
for post in long_posts:
    tokens = np.array(post.split())
    keep = rng.random(len(tokens)) < 50 / len(tokens)
    thinned.append(" ".join(tokens[keep]))
# %% q5 wrong: texts hold words that their post does not have; keep the order of
# graphics first, not in the order of long_posts
rng = np.random.default_rng(0)
thinned = []
for group in (0, 1):
    for post in long_posts[groups == group]:
        tokens = rng.permutation(post.split())
        thinned.append(" ".join(tokens[:50]))
# %% q5 wrong: thinned holds a list; join the words of each post to one text
# lists of words, not texts
rng = np.random.default_rng(0)
thinned = [list(rng.choice(post.split(), 50, replace=False))
           for post in long_posts]
