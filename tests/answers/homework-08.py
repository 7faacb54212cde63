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
