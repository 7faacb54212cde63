# %% q1 right
document_frequency = (X > 0).sum(axis=0)
# %% q1 right
table = pd.Series([word for post in posts for word in set(post.split())])
table = table.value_counts().reindex(vectorizer.get_feature_names_out())
document_frequency = table.astype("float32")
# %% q1 right
document_frequency = (X.toarray() > 0).sum(axis=0)
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
# %% q4 right
search = GridSearchCV(
    Pipeline([("weigh", TfidfVectorizer()), ("classify", MultinomialNB())]),
    param_grid={"classify__alpha": np.logspace(-2, 0, 3)}, cv=folds)
# %% q4 right
search = GridSearchCV(
    make_pipeline(TfidfVectorizer(norm="l2"), MultinomialNB(alpha=0.5)),
    {"multinomialnb__alpha": (0.01, 0.1, 1.0)}, cv=folds, scoring="accuracy")
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
# %% q5 right
rng = np.random.default_rng(3)
thinned = np.array([" ".join(rng.permutation(post.split())[:50])
                    for post in long_posts])
# %% q5 right
import random

random.seed(5)
thinned = pd.Series(long_posts).map(
    lambda post: " ".join(sorted(random.sample(post.split(), 50))))
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
