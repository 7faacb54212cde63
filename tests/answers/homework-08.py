# %% q1 right
def layer(activation, weights, bias, inputs):
    return activation(np.einsum("si,in->sn", inputs, weights) + bias).astype("float32")
# %% q1 right
def layer(activation, weights, bias, inputs):
    outputs = []
    for sample in inputs:
        total = np.sum(sample[:, None] * weights, axis=0)
        outputs.append(activation(total + bias))
    return outputs
# %% q1 right
def layer(activation, weights, bias, inputs):
    return pd.DataFrame(inputs).dot(weights).add(bias, axis=1).apply(activation)
# %% q1 right
def layer(activation, weights, bias, inputs):
    return activation(inputs @ weights + bias)
# %% q1 right
def layer(activation, weights, bias, inputs):
    n_samples, n_neurons = len(inputs), weights.shape[1]
    drive = np.zeros((n_samples, n_neurons))
    for i in range(n_samples):
        for j in range(n_neurons):
            drive[i, j] = np.sum(inputs[i] * weights[:, j]) + bias[j]
    return activation(drive)
# %% q1 right
def layer(activation, weights, bias, inputs):
    # the bias is the weight of an input that is always 1
    extended = np.column_stack([inputs, np.ones(len(inputs))])
    return activation(extended.dot(np.vstack([weights, bias])))
# %% q1 right
def layer(activation, weights, bias, inputs):
    weighted_sum = np.einsum("si,in->sn", inputs, weights)
    return activation(np.add(weighted_sum, np.reshape(bias, (1, -1))))
# %% q1 wrong: the bias is missing
def layer(activation, weights, bias, inputs):
    return activation(inputs @ weights)
# %% q1 wrong: it belongs to the neurons
def layer(activation, weights, bias, inputs):
    return activation(inputs @ weights + bias[:, None])
# %% q1 wrong: that is a product of matrices
def layer(activation, weights, bias, inputs):
    return activation(inputs * weights + bias)
# %% q1 wrong: weights @ inputs mixes the samples
def layer(activation, weights, bias, inputs):
    return activation(weights @ inputs + bias)
# %% q1 wrong: do not transpose
def layer(activation, weights, bias, inputs):
    return activation(inputs @ weights.T + bias)
# %% q1 wrong: apply the function activation
def layer(activation, weights, bias, inputs):
    return inputs @ weights + bias
# %% q1 wrong: the bias comes before the activation
def layer(activation, weights, bias, inputs):
    return activation(inputs @ weights) + bias
# %% q1 wrong: apply the activation that is given
def layer(activation, weights, bias, inputs):
    return np.maximum(0, inputs @ weights + bias)
# %% q1 wrong: weigh its inputs
def layer(activation, weights, bias, inputs):
    return activation(inputs @ weights - bias)
# %% q1 wrong: the shape is (3,)
def layer(activation, weights, bias, inputs):
    return activation(np.sum(inputs @ weights, axis=1) + bias)
# %% q1 wrong: it needs a return
def layer(activation, weights, bias, inputs):
    outputs = activation(inputs @ weights + bias)
# %% q1 wrong: is right: weigh its inputs, add them up, add the bias; the activation
# always tanh
def layer(activation, weights, bias, inputs):
    return np.tanh(inputs @ weights + bias)
# %% q1 wrong: is right: weigh its inputs, add them up, add the bias; the activation
# neurons × samples
def layer(activation, weights, bias, inputs):
    return activation(weights.T @ inputs.T + bias[:, np.newaxis])
# %% q1 wrong: is right: weigh its inputs, add them up, add the bias; the activation
# bias subtracted like a threshold
def layer(activation, weights, bias, inputs):
    return activation(np.dot(inputs, weights) - bias)
# %% q1 wrong: the function returns nothing; it needs a return
# prints, returns nothing
def layer(activation, weights, bias, inputs):
    outputs = activation(inputs @ weights + bias)
    print(outputs)
# %% q2 right
def count_parameters(n_inputs, hidden, n_classes):
    sizes = np.array([n_inputs, *hidden, n_classes if n_classes > 2 else 1])
    return np.sum(sizes[:-1] * sizes[1:]) + np.sum(sizes[1:])
# %% q2 right
def count_parameters(n_inputs, hidden, n_classes):
    total, before = 0.0, n_inputs
    for size in list(hidden) + [1 if n_classes == 2 else n_classes]:
        weights, biases = np.ones((before, size)), np.ones(size)
        total += weights.size + biases.size
        before = size
    return total
# %% q2 right
def count_parameters(n_inputs, hidden, n_classes):
    n_outputs = 1 if n_classes == 2 else n_classes
    sizes = [n_inputs, *hidden, n_outputs]
    return sum((a + 1) * b for a, b in zip(sizes[:-1], sizes[1:]))
# %% q2 right
def count_parameters(n_inputs, hidden, n_classes):
    total = 0
    previous = n_inputs
    for size in hidden:
        total += previous * size  # weights
        total += size             # biases
        previous = size
    if n_classes > 2:
        total += previous * n_classes + n_classes
    else:
        total += previous + 1
    return total
# %% q2 right
def count_parameters(n_inputs, hidden, n_classes):
    layers = np.array((n_inputs,) + tuple(hidden)
                      + ((n_classes,) if n_classes > 2 else (1,)))
    weights = layers[:-1] @ layers[1:]
    biases = layers[1:].sum()
    return int(weights + biases)
# %% q2 right
def count_parameters(n_inputs, hidden, n_classes):
    if not hidden:
        return (n_inputs + 1) * {2: 1}.get(n_classes, n_classes)
    first, *rest = hidden
    return (n_inputs + 1) * first + count_parameters(first, rest, n_classes)
# %% q2 wrong: each of the 4 neurons also has a bias
def count_parameters(n_inputs, hidden, n_classes):
    sizes = [n_inputs, *hidden, 1 if n_classes == 2 else n_classes]
    return sum(a * b for a, b in zip(sizes[:-1], sizes[1:]))
# %% q2 wrong: two outputs are counted
def count_parameters(n_inputs, hidden, n_classes):
    sizes = [n_inputs, *hidden, n_classes]
    return sum((a + 1) * b for a, b in zip(sizes[:-1], sizes[1:]))
# %% q2 wrong: one bias a layer
def count_parameters(n_inputs, hidden, n_classes):
    sizes = [n_inputs, *hidden, 1 if n_classes == 2 else n_classes]
    return sum(a * b + 1 for a, b in zip(sizes[:-1], sizes[1:]))
# %% q2 wrong: the output neuron has a bias, too
def count_parameters(n_inputs, hidden, n_classes):
    sizes = [n_inputs, *hidden, 1 if n_classes == 2 else n_classes]
    return sum(a * b for a, b in zip(sizes[:-1], sizes[1:])) + sum(hidden)
# %% q2 wrong: inputs have no bias
def count_parameters(n_inputs, hidden, n_classes):
    sizes = [n_inputs, *hidden, 1 if n_classes == 2 else n_classes]
    return sum(a * b for a, b in zip(sizes[:-1], sizes[1:])) + sum(sizes)
# %% q2 wrong: there are 4 output neurons then
def count_parameters(n_inputs, hidden, n_classes):
    sizes = [n_inputs, *hidden, 1]
    return sum((a + 1) * b for a, b in zip(sizes[:-1], sizes[1:]))
# %% q2 wrong: each layer has the one before as its inputs
def count_parameters(n_inputs, hidden, n_classes):
    n_outputs = 1 if n_classes == 2 else n_classes
    return sum((n_inputs + 1) * size for size in hidden) + (
        (hidden[-1] + 1) * n_outputs)
# %% q2 wrong: use the arguments
def count_parameters(n_inputs, hidden, n_classes):
    return 144 * 32 + 32 + 32 + 1
# %% q2 wrong: this is a int
count_parameters = 4673
# %% q2 wrong: classes; one is enough, p and
# 2 output neurons for 2 classes
def count_parameters(n_inputs, hidden, n_classes):
    sizes = [n_inputs, *hidden, n_classes]
    return sum(a * b + b for a, b in zip(sizes[:-1], sizes[1:]))
# %% q2 wrong: output neurons then
# always one output neuron
def count_parameters(n_inputs, hidden, n_classes):
    sizes = [n_inputs, *hidden, 1]
    return sum(a * b + b for a, b in zip(sizes[:-1], sizes[1:]))
# %% q2 wrong: the output neuron has a bias, too
# biases of the output missing
def count_parameters(n_inputs, hidden, n_classes):
    n_out = 1 if n_classes == 2 else n_classes
    sizes = [n_inputs, *hidden, n_out]
    weights = sum(sizes[i] * sizes[i + 1] for i in range(len(sizes) - 1))
    return weights + sum(hidden)
# %% q2 wrong: inputs have no bias: they are given, and only neurons add one
# the inputs get biases too
def count_parameters(n_inputs, hidden, n_classes):
    sizes = [n_inputs] + list(hidden) + [1 if n_classes == 2 else n_classes]
    weights = sum(a * b for a, b in zip(sizes, sizes[1:]))
    return weights + sum(sizes)
# %% q2 wrong: biases are right
# one output neuron less than classes, also for more than 2
def count_parameters(n_inputs, hidden, n_classes):
    sizes = [n_inputs, *hidden, n_classes - 1]
    return sum((a + 1) * b for a, b in zip(sizes[:-1], sizes[1:]))
# %% q2 wrong: is right: each layer has the one before as its inputs
# every hidden layer reads the inputs
def count_parameters(n_inputs, hidden, n_classes):
    n_out = n_classes if n_classes > 2 else 1
    total = 0
    for size in hidden:
        total += (n_inputs + 1) * size
    return total + (hidden[-1] + 1) * n_out
# %% q3 right
probability = network.predict_proba(Z)[:, 1]
design = np.column_stack([Z, np.ones(400)])
solution = np.linalg.lstsq(design, np.log(probability / (1 - probability)))[0]
one_weights, one_bias = solution[:80].astype("float32"), solution[80]
# %% q3 right
one_weights, one_bias = np.eye(80), np.zeros(80)
for W, b in zip(network.coefs_, network.intercepts_):
    one_weights = one_weights @ W
    one_bias = (np.zeros((1, 80)) if one_bias.size == 80 else one_bias) @ W + b
one_weights = pd.Series(one_weights.ravel())
# %% q3 right
W1, W2, W3 = network.coefs_
b1, b2, b3 = network.intercepts_
one_weights = (W1 @ W2 @ W3).ravel()
one_bias = ((b1 @ W2 + b2) @ W3 + b3)[0]
# %% q3 right
# fold the layers from the output backward
weights, bias = network.coefs_[-1], network.intercepts_[-1]
for W, b in zip(network.coefs_[-2::-1], network.intercepts_[-2::-1]):
    bias = bias + b @ weights
    weights = W @ weights
one_weights = weights[:, 0]
one_bias = bias.item()
# %% q3 right
def drive(z):
    for W, b in zip(network.coefs_, network.intercepts_):
        z = z @ W + b
    return z[:, 0]


one_bias = drive(np.zeros((1, 80)))[0]
one_weights = drive(np.eye(80)) - one_bias
# %% q3 right
# the logit of the probability is linear in the counts: solve for it
p = network.predict_proba(Z)
logit = np.log(p[:, 1] / p[:, 0])
design = np.column_stack([Z, np.ones(len(Z))])
solution = np.linalg.lstsq(design, logit, rcond=None)[0]
one_weights, one_bias = solution[:80], float(solution[80])
# %% q3 wrong: those of the hidden neurons pass
W1, W2, W3 = network.coefs_
one_weights = (W1 @ W2 @ W3)[:, 0]
one_bias = network.intercepts_[-1][0]
# %% q3 wrong: all biases are added as they are
W1, W2, W3 = network.coefs_
one_weights = (W1 @ W2 @ W3)[:, 0]
one_bias = sum(b.sum() for b in network.intercepts_)
# %% q3 wrong: multiply on to the output
one_weights = network.coefs_[0]
one_bias = network.intercepts_[-1][0]
# %% q3 wrong: class 1, running, is asked
(W1, W2, W3), (b1, b2, b3) = network.coefs_, network.intercepts_
one_weights = -(W1 @ W2 @ W3)[:, 0]
one_bias = -((b1 @ W2 + b2) @ W3 + b3)[0]
# %% q3 wrong: put the layers into one another
(W1, W2, W3), (b1, b2, b3) = network.coefs_, network.intercepts_
one_weights = W1.mean(axis=1)
one_bias = ((b1 @ W2 + b2) @ W3 + b3)[0]
# %% q3 wrong: the weights are 0.434 times those needed
probability = network.predict_proba(Z)[:, 1]
design = np.column_stack([Z, np.ones(400)])
solution = np.linalg.lstsq(design, np.log10(probability / (1 - probability)))[0]
one_weights, one_bias = solution[:80], solution[80]
# %% q3 wrong: one_bias holds 2 numbers
(W1, W2, W3), (b1, b2, b3) = network.coefs_, network.intercepts_
one_weights = (W1 @ W2 @ W3)[:, 0]
one_bias = b1 @ W2 + b2
# %% q3 wrong: follow an input of zeros
(W1, W2, W3), (b1, b2, b3) = network.coefs_, network.intercepts_
one_weights = (W1 @ W2 @ W3)[:, 0]
one_bias = (b1 @ W2 @ W3)[0]
# %% q3 wrong: the shape of one_weights is (80, 2)
one_weights = network.coefs_[0] @ network.coefs_[1]
one_bias = 0
# %% q3 wrong: this is the bias of the output neuron; those of the hidden neurons
# bias of the output alone
W1, W2, W3 = network.coefs_
one_weights = (W1 @ W2 @ W3).ravel()
one_bias = network.intercepts_[-1][0]
# %% q3 wrong: all biases are added as they are; each hidden one passes through the
# biases added without the weights after them
W1, W2, W3 = network.coefs_
one_weights = np.linalg.multi_dot([W1, W2, W3]).ravel()
one_bias = sum(b.sum() for b in network.intercepts_)
# %% q3 wrong: follow an input of zeros through all three layers
# biases of the second layer missing
W1, W2, W3 = network.coefs_
b1, b2, b3 = network.intercepts_
one_weights = (W1 @ W2 @ W3)[:, 0]
one_bias = float((b1 @ W2 @ W3 + b3)[0])
# %% q3 wrong: put the layers into one another, as with two layers in the chapter
# a newly fitted logistic regression
from sklearn.linear_model import LogisticRegression

neuron = LogisticRegression(max_iter=2000).fit(Z, running)
one_weights = neuron.coef_[0]
one_bias = neuron.intercept_[0]
# %% q3 wrong: the weights have the wrong sign: class
# probability of resting, sign flipped
W1, W2, W3 = network.coefs_
b1, b2, b3 = network.intercepts_
one_weights = -(W1 @ W2 @ W3).ravel()
one_bias = -((b1 @ W2 + b2) @ W3 + b3)[0]
# %% q3 wrong: the probability of running differs for other counts
# shape (80, 1)
W1, W2, W3 = network.coefs_
b1, b2, b3 = network.intercepts_
one_weights = W1 @ W2 @ W3
one_bias = ((b1 @ W2 + b2) @ W3 + b3)[0]
# %% q3 wrong: follow an input of zeros through all three layers
# probability at 0 as bias, without the logit
W1, W2, W3 = network.coefs_
one_weights = (W1 @ W2 @ W3).ravel()
one_bias = network.predict_proba(np.zeros((1, 80)))[0, 1]
# %% q3 wrong: put the layers into one another, as with two layers in the chapter
# weights and biases averaged within each layer
one_weights = network.coefs_[0].mean(axis=1)
one_bias = network.intercepts_[0].mean()
for W, b in zip(network.coefs_[1:], network.intercepts_[1:]):
    one_weights = one_weights * W.mean()
    one_bias = one_bias * W.mean() + b.mean()
# %% q4 right
outputs = np.abs(np.einsum("ip,cfp->icf", pixels, filters))
responses = pd.DataFrame(outputs.sum(axis=2), columns=["vertical", "horizontal"])
# %% q4 right
def relu_neuron(weights):
    return np.array([max(0, total) for total in pixels @ weights])


responses = np.zeros((1200, 2), dtype="float32")
for cell in (0, 1):
    for phase in (0, 1):
        for sign in (1, -1):
            responses[:, cell] += relu_neuron(sign * filters[cell, phase])
# %% q4 right
responses = np.zeros((1200, 2))
for cell in range(2):
    weights = np.vstack([filters[cell], -filters[cell]])  # 4 × pixels
    simple = np.maximum(0, pixels @ weights.T)
    responses[:, cell] = simple.sum(axis=1)
# %% q4 right
# relu(x) + relu(-x) is |x|
responses = np.abs(np.einsum("ip,cfp->icf", pixels, filters)).sum(axis=-1)
# %% q4 right
def relu(x):
    return np.where(x > 0, x, 0)


def complex_cell(cosine, sine):
    return (relu(pixels @ cosine) + relu(pixels @ -cosine)
            + relu(pixels @ sine) + relu(pixels @ -sine))


responses = np.column_stack([complex_cell(*filters[0]),
                             complex_cell(*filters[1])])
# %% q4 right
# two layers: 8 simple cells, then a sum of four for each complex cell
W_simple = np.concatenate([filters, -filters], axis=1).reshape(8, 144).T
W_complex = np.kron(np.eye(2), np.ones((4, 1)))
responses = (pixels @ W_simple).clip(min=0) @ W_complex
# %% q4 wrong: half of the phases are lost
hidden = np.maximum(0, pixels @ filters.reshape(4, 144).T)
responses = hidden.reshape(1200, 2, 2).sum(axis=2)
# %% q4 wrong: a filter and its negative cancel
weights = np.concatenate([filters, -filters], axis=1).reshape(8, 144)
responses = (pixels @ weights.T).reshape(1200, 2, 4).sum(axis=2)
# %% q4 wrong: some responses are below 0
responses = (pixels @ filters.reshape(4, 144).T).reshape(1200, 2, 2).sum(axis=2)
# %% q4 wrong: a quarter of a cycle apart, are needed
responses = np.column_stack([np.abs(pixels @ filters[0, 0]),
                             np.abs(pixels @ filters[1, 0])])
# %% q4 wrong: relu, and no squares
responses = np.column_stack([((pixels @ pair.T) ** 2).sum(axis=1) for pair in filters])
# %% q4 wrong: these are simple cells
weights = np.concatenate([filters, -filters], axis=1).reshape(8, 144)
responses = np.maximum(0, pixels @ weights.T)
# %% q4 wrong: vertical comes first
weights = np.concatenate([filters, -filters], axis=1).reshape(8, 144)
hidden = np.maximum(0, pixels @ weights.T).reshape(1200, 2, 4)
responses = hidden.sum(axis=2)[:, ::-1]
# %% q4 wrong: these are means over the four neurons
weights = np.concatenate([filters, -filters], axis=1).reshape(8, 144)
responses = np.maximum(0, pixels @ weights.T).reshape(1200, 2, 4).mean(axis=2)
# %% q4 wrong: then add up four for each cell
weights = np.concatenate([filters.reshape(4, 144), -filters.reshape(4, 144)])
responses = np.maximum(0, pixels @ weights.T).reshape(1200, 2, 4).sum(axis=2)
# %% q4 wrong: the shape is (2, 1200)
weights = np.concatenate([filters, -filters], axis=1)
responses = np.maximum(0, weights @ pixels.T).sum(axis=1)
# %% q4 wrong: the cells are exchanged; vertical comes first
# horizontal first
responses = np.column_stack([np.abs(pixels @ filters[cell].T).sum(axis=1)
                             for cell in (1, 0)])
# %% q4 wrong: half of the phases are lost; the negatives of the filters catch them
# two relu neurons, the negatives are missing
responses = np.column_stack([
    np.maximum(pixels @ filters[cell].T, 0).sum(axis=1) for cell in (0, 1)])
# %% q4 wrong: too large: relu, and no squares
# squares instead of relu
responses = ((pixels @ filters.reshape(4, 144).T) ** 2).reshape(
    1200, 2, 2).sum(axis=2)
# %% q4 wrong: without relu, a filter and its negative cancel
# relu after the sum, so nothing is left but rounding
responses = np.zeros((1200, 2))
for cell in range(2):
    weights = np.vstack([filters[cell], -filters[cell]])
    responses[:, cell] = np.maximum((pixels @ weights.T).sum(axis=1), 0)
# %% q4 wrong: these are means over the four neurons; add them up
# mean of the four instead of their sum
responses = np.stack([
    np.maximum(pixels @ np.vstack([pair, -pair]).T, 0).mean(axis=1)
    for pair in filters], axis=1)
# %% q4 wrong: apply relu to each of the eight neurons, then add up four for each
# each cell takes one phase of both orientations
responses = np.zeros((1200, 2))
for cell in range(2):
    pair = filters[:, cell]
    weights = np.vstack([pair, -pair])
    responses[:, cell] = np.maximum(pixels @ weights.T, 0).sum(axis=1)
# %% q4 wrong: the mean responses are
# strongest of the four instead of their sum
responses = np.column_stack([
    np.abs(pixels @ filters[cell].T).max(axis=1) for cell in (0, 1)])
# %% q4 wrong: images × cells
# cells × images
responses = np.array([np.abs(pixels @ filters[cell].T).sum(axis=1)
                      for cell in (0, 1)])
# %% q5 right
rng = np.random.default_rng(9)
shuffled = high.copy()
rng.shuffle(shuffled)
networks = [make_network(state).fit(counts[train], shuffled[train])
            for state in range(20)]
runs = pd.DataFrame({
    "test": [network.score(counts[test], shuffled[test]) for network in networks],
    "training": [network.score(counts[train], shuffled[train])
                 for network in networks]})
# %% q5 right
shuffled = pd.Series(high).sample(frac=1, random_state=2).to_numpy().astype(int)
runs = {}
for state in range(20):
    network = make_network(state)
    network.fit(counts[train], shuffled[train])
    runs[state] = {
        "training": np.mean(network.predict(counts[train]) == shuffled[train]),
        "test": np.mean(network.predict(counts[test]) == shuffled[test])}
runs = pd.DataFrame.from_dict(runs, orient="index").astype("float32")
# %% q5 right
rng = np.random.default_rng(0)
shuffled = rng.permutation(high)
rows = []
for state in range(20):
    network = make_network(state).fit(counts[train], shuffled[train])
    rows.append({"training": network.score(counts[train], shuffled[train]),
                 "test": network.score(counts[test], shuffled[test])})
runs = pd.DataFrame(rows)
# %% q5 right
from sklearn.utils import shuffle

y = shuffle(high, random_state=3)
X_train, X_test, y_train, y_test = counts[train], counts[test], y[train], y[test]
models = [make_network(seed).fit(X_train, y_train) for seed in range(20)]
runs = pd.DataFrame({
    "training": [m.score(X_train, y_train) for m in models],
    "test": [m.score(X_test, y_test) for m in models],
})
# %% q5 right
np.random.seed(11)
labels = high.copy()
np.random.shuffle(labels)
runs = pd.DataFrame(index=pd.RangeIndex(20, name="state"),
                    columns=["training", "test"], dtype=float)
for state in runs.index:
    net = make_network(state)
    net.fit(counts[train], labels[train])
    correct = net.predict(counts) == labels
    runs.loc[state, "training"] = correct[train].mean()
    runs.loc[state, "test"] = correct[test].mean()
# %% q5 right
order = np.random.RandomState(5).permutation(len(high))
fake = high[order]


def run(state):
    model = make_network(state).fit(counts[train], fake[train])
    return [model.score(counts[part], fake[part]) for part in (train, test)]


runs = pd.DataFrame([run(s) for s in range(20)], columns=["training", "test"])
# %% q5 wrong: the labels still go with their trials
runs = pd.DataFrame([
    {"training": network.score(counts[train], high[train]),
     "test": network.score(counts[test], high[test])}
    for network in [make_network(state).fit(counts[train], high[train])
                    for state in range(20)]])
# %% q5 wrong: the networks have seen them
shuffled = np.random.default_rng(0).permutation(high)
networks = [make_network(state).fit(counts, shuffled) for state in range(20)]
runs = pd.DataFrame([{"training": n.score(counts[train], shuffled[train]),
                      "test": n.score(counts[test], shuffled[test])}
                     for n in networks])
# %% q5 wrong: give each its own state
shuffled = np.random.default_rng(0).permutation(high)
networks = [make_network(0).fit(counts[train], shuffled[train]) for _ in range(20)]
runs = pd.DataFrame([{"training": n.score(counts[train], shuffled[train]),
                      "test": n.score(counts[test], shuffled[test])}
                     for n in networks])
# %% q5 wrong: see the same shuffled labels
shuffled = np.random.default_rng(0).permutation(high)
networks = [make_network(state).fit(counts[train], shuffled[train])
            for state in range(20)]
runs = pd.DataFrame([{"training": n.score(counts[train], high[train]),
                      "test": n.score(counts[test], high[test])}
                     for n in networks])
# %% q5 wrong: shares are asked, not percentages
shuffled = np.random.default_rng(0).permutation(high)
networks = [make_network(state).fit(counts[train], shuffled[train])
            for state in range(20)]
runs = pd.DataFrame([{"training": 100 * n.score(counts[train], shuffled[train]),
                      "test": 100 * n.score(counts[test], shuffled[test])}
                     for n in networks])
# %% q5 wrong: 1 rows
shuffled = np.random.default_rng(0).permutation(high)
network = make_network(0).fit(counts[train], shuffled[train])
runs = pd.DataFrame({"training": [network.score(counts[train], shuffled[train])],
                     "test": [network.score(counts[test], shuffled[test])]})
# %% q5 wrong: runs is a ndarray
shuffled = np.random.default_rng(0).permutation(high)
networks = [make_network(state).fit(counts[train], shuffled[train])
            for state in range(20)]
runs = np.array([[n.score(counts[train], shuffled[train]),
                  n.score(counts[test], shuffled[test])] for n in networks])
# %% q5 wrong: the columns are [0, 1]
shuffled = np.random.default_rng(0).permutation(high)
networks = [make_network(state).fit(counts[train], shuffled[train])
            for state in range(20)]
runs = pd.DataFrame([[n.score(counts[train], shuffled[train]),
                      n.score(counts[test], shuffled[test])] for n in networks])
# %% q5 wrong: on average on test trials: the labels still go with their trials;
# shuffled copy thrown away, labels not shuffled
rng = np.random.default_rng(0)
rng.permutation(high)
rows = []
for state in range(20):
    network = make_network(state).fit(counts[train], high[train])
    rows.append({"training": network.score(counts[train], high[train]),
                 "test": network.score(counts[test], high[test])})
runs = pd.DataFrame(rows)
# %% q5 wrong: on average on test trials: the labels still go with their trials;
# rows shuffled together with their labels
rng = np.random.default_rng(0)
rows = []
mixed = rng.permutation(train)
for state in range(20):
    network = make_network(state).fit(counts[mixed], high[mixed])
    rows.append((network.score(counts[mixed], high[mixed]),
                 network.score(counts[test], high[test])))
runs = pd.DataFrame(rows, columns=["training", "test"])
# %% q5 wrong: all networks score the same on the test trials; give each its own
# state 0 for all networks
shuffled = np.random.default_rng(0).permutation(high)
network = make_network(0)
rows = []
for state in range(20):
    network.fit(counts[train], shuffled[train])
    rows.append({"training": network.score(counts[train], shuffled[train]),
                 "test": network.score(counts[test], shuffled[test])})
runs = pd.DataFrame(rows)
# %% q5 wrong: all test trials are right in all rows: the networks have seen them;
# fitted to the test rows too
shuffled = np.random.default_rng(0).permutation(high)
rows = []
for state in range(20):
    network = make_network(state).fit(counts, shuffled)
    rows.append({"training": network.score(counts[train], shuffled[train]),
                 "test": network.score(counts[test], shuffled[test])})
runs = pd.DataFrame(rows)
# %% q5 wrong: on average on training trials; they are fitted perfectly, if fit and
# fitted to the true labels, scored on the shuffled ones
shuffled = np.random.default_rng(0).permutation(high)
rows = []
for state in range(20):
    network = make_network(state).fit(counts[train], high[train])
    rows.append([network.score(counts[train], shuffled[train]),
                 network.score(counts[test], shuffled[test])])
runs = pd.DataFrame(rows, columns=["training", "test"])
# %% q5 wrong: all test trials are right in all rows: the networks have seen them;
# columns swapped
shuffled = np.random.default_rng(0).permutation(high)
rows = []
for state in range(20):
    network = make_network(state).fit(counts[train], shuffled[train])
    rows.append([network.score(counts[test], shuffled[test]),
                 network.score(counts[train], shuffled[train])])
runs = pd.DataFrame(rows, columns=["training", "test"])
