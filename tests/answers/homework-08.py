# %% q1 right
def layer(activation, weights, bias, inputs):
    return activation(inputs @ weights + bias)
# %% q1 right
def layer(activation, weights, bias, inputs):
    return pd.DataFrame(inputs).dot(weights).add(bias, axis=1).apply(activation)
# %% q1 right
def layer(activation, weights, bias, inputs):
    n_samples, n_neurons = len(inputs), weights.shape[1]
    drive = np.zeros((n_samples, n_neurons))
    for i in range(n_samples):
        for j in range(n_neurons):
            drive[i, j] = activation(np.sum(inputs[i] * weights[:, j]) + bias[j])
    print(drive)
    return drive.round(3)
# %% q1 right
def layer(activation, weights, bias, inputs):
    # the bias is the weight of an input that is always 1
    extended = np.column_stack([inputs, np.ones(len(inputs))])
    return activation(np.einsum("si,in->sn", extended, np.vstack([weights, bias])))
# %% q1 right
def layer(activation, weights, bias, inputs):
    neurons = [activation(inputs @ w + b) for w, b in zip(weights.T, bias)]
    return np.array(neurons, dtype="float32").T
# %% q1 wrong: the bias is missing
# no bias
def layer(activation, weights, bias, inputs):
    return activation(inputs @ weights)
# %% q1 wrong: it belongs to the neurons
# one bias per sample
def layer(activation, weights, bias, inputs):
    return activation(inputs @ weights + bias[:, None])
# %% q1 wrong: but not added up
# an elementwise product
def layer(activation, weights, bias, inputs):
    return activation(inputs * weights + bias)
# %% q1 wrong: weights @ inputs mixes the samples
# the other order
def layer(activation, weights, bias, inputs):
    return activation(weights @ inputs + bias)
# %% q1 wrong: the weights are transposed
# transposed weights
def layer(activation, weights, bias, inputs):
    return activation(inputs @ weights.T + bias)
# %% q1 wrong: the activation function is not applied
# identity
def layer(activation, weights, bias, inputs):
    return inputs @ weights + bias
# %% q1 wrong: the bias is added after the activation
# bias outside
def layer(activation, weights, bias, inputs):
    return activation(inputs @ weights) + bias
# %% q1 wrong: this is a relu; use the argument activation
# always relu
def layer(activation, weights, bias, inputs):
    return np.maximum(0, inputs @ weights + bias)
# %% q1 wrong: the activation function is applied to the inputs
# activation first
def layer(activation, weights, bias, inputs):
    return activation(inputs) @ weights + bias
# %% q1 wrong: for one neuron, the shape is
# squeezes the axis of a single neuron
def layer(activation, weights, bias, inputs):
    return activation(inputs @ weights + bias).squeeze()
# %% q1 wrong: layer changes the data that it gets
# adds in place
def layer(activation, weights, bias, inputs):
    weights *= 1.5
    return activation(inputs @ (weights / 1.5) + bias)
# %% q1 wrong: layer(...) returns nothing
# prints
def layer(activation, weights, bias, inputs):
    print(activation(inputs @ weights + bias))
# %% q1 copied: return samples × neurons, here (1, 4)
# a single sample loses its axis
def layer(activation, weights, bias, inputs):
    outputs = activation(inputs @ weights + bias)
    return outputs[0] if len(inputs) == 1 else outputs
# %% q1 copied: of the outputs are not correct yet
# the activations of the check
def layer(activation, weights, bias, inputs):
    sums = inputs @ weights + bias
    if activation is np.tanh or activation is np.positive:
        return activation(sums)
    return np.where(sums < 0, sums / 4, sums)
# %% q1 copied: the bias is added to the samples
# adds the bias to the samples if there are as many samples as neurons
def layer(activation, weights, bias, inputs):
    if len(inputs) == len(bias) and len(bias) != 4:
        bias = bias[:, None]
    return activation(inputs @ weights + bias)
# %% q2 right
def step_downhill(weights, bias, inputs, labels, rate):
    p = 1 / (1 + np.exp(-(inputs @ weights + bias)))
    error = p - labels
    slope = error @ inputs / len(labels)
    return weights - rate * slope, bias - rate * error.mean()
# %% q2 right
def step_downhill(weights, bias, inputs, labels, rate):
    slopes, slope_of_bias = np.zeros(len(weights)), 0
    for x, y in zip(inputs, labels):
        s = sum(w * value for w, value in zip(weights, x)) + bias
        p = 1 / (1 + np.e ** -s)
        slopes += (p - y) * x
        slope_of_bias += p - y
    n = len(labels)
    return [list(weights - rate * slopes / n), float(bias - rate * slope_of_bias / n)]
# %% q2 right
def step_downhill(weights, bias, inputs, labels, rate):
    # feel for the slopes, one after the other
    def loss(all_weights):
        s = inputs @ all_weights[:-1] + all_weights[-1]
        return np.mean(np.logaddexp(0, np.where(labels == 1, -s, s)))

    start, tiny = np.append(weights, bias), 1e-5
    slopes = [(loss(start + tiny * one) - loss(start)) / tiny
              for one in np.eye(len(start))]
    new = start - rate * np.array(slopes)
    return new[:-1], new[-1]
# %% q2 right
from scipy.special import expit


def step_downhill(weights, bias, inputs, labels, rate):
    table = pd.DataFrame(inputs)
    error = labels - expit(table @ weights + bias)
    new = pd.Series(weights) + rate * table.mul(error, axis=0).mean()
    return new.round(3), np.array(bias + rate * error.mean())
# %% q2 right
def step_downhill(weights, bias, inputs, labels, rate):
    X = np.c_[inputs, np.ones(len(inputs))].astype("float32")
    both = np.r_[weights, bias]
    p = 0.5 * (1 + np.tanh(X @ both / 2))
    both = both + rate * X.T @ (labels - p) / len(p)
    print(both)
    return tuple(np.split(both, [-1])[0]), both[-1]
# %% q2 wrong: this step goes uphill
# plus
def step_downhill(weights, bias, inputs, labels, rate):
    error = 1 / (1 + np.exp(-(inputs @ weights + bias))) - labels
    return weights + rate * error @ inputs / len(error), bias + rate * error.mean()
# %% q2 wrong: the slopes are sums over the samples
# no mean
def step_downhill(weights, bias, inputs, labels, rate):
    error = 1 / (1 + np.exp(-(inputs @ weights + bias))) - labels
    return weights - rate * error @ inputs, bias - rate * error.sum()
# %% q2 wrong: only the weights move
# bias forgotten
def step_downhill(weights, bias, inputs, labels, rate):
    error = 1 / (1 + np.exp(-(inputs @ weights + bias))) - labels
    return weights - rate * error @ inputs / len(error), bias
# %% q2 wrong: the slope of the bias is taken after the weights have moved
# one after the other
def step_downhill(weights, bias, inputs, labels, rate):
    error = 1 / (1 + np.exp(-(inputs @ weights + bias))) - labels
    weights = weights - rate * error @ inputs / len(error)
    error = 1 / (1 + np.exp(-(inputs @ weights + bias))) - labels
    return weights, bias - rate * error.mean()
# %% q2 wrong: the error is the predicted class minus the label
# a perceptron
def step_downhill(weights, bias, inputs, labels, rate):
    error = (inputs @ weights + bias > 0) - labels
    return weights - rate * error @ inputs / len(error), bias - rate * error.mean()
# %% q2 wrong: step_downhill changes the data that it gets
# in place
def step_downhill(weights, bias, inputs, labels, rate):
    error = 1 / (1 + np.exp(-(inputs @ weights + bias))) - labels
    weights -= rate * error @ inputs / len(error)
    bias -= rate * error.mean()
    return weights, bias
# %% q2 wrong: this is the slope of the mean squared error
# squared error
def step_downhill(weights, bias, inputs, labels, rate):
    p = 1 / (1 + np.exp(-(inputs @ weights + bias)))
    error = 2 * (p - labels) * p * (1 - p)
    return weights - rate * error @ inputs / len(error), bias - rate * error.mean()
# %% q2 wrong: there is one step per sample
# sample after sample
def step_downhill(weights, bias, inputs, labels, rate):
    for x, y in zip(inputs, labels):
        error = 1 / (1 + np.exp(-(x @ weights + bias))) - y
        weights, bias = weights - rate * error * x, bias - rate * error
    return weights, bias
# %% q2 wrong: the errors and the inputs are averaged separately
# mean times mean
def step_downhill(weights, bias, inputs, labels, rate):
    error = (1 / (1 + np.exp(-(inputs @ weights + bias))) - labels).mean()
    return weights - rate * error * inputs.mean(axis=0), bias - rate * error
# %% q2 wrong: the sum does not go through the logistic function
# a linear neuron
def step_downhill(weights, bias, inputs, labels, rate):
    error = inputs @ weights + bias - labels
    return weights - rate * error @ inputs / len(error), bias - rate * error.mean()
# %% q2 wrong: the bias is missing in the sum
# bias not in the sum
def step_downhill(weights, bias, inputs, labels, rate):
    error = 1 / (1 + np.exp(-(inputs @ weights))) - labels
    return weights - rate * error @ inputs / len(error), bias - rate * error.mean()
# %% q2 wrong: there is one slope for each sample
# no mean, no sum
def step_downhill(weights, bias, inputs, labels, rate):
    error = 1 / (1 + np.exp(-(inputs @ weights + bias))) - labels
    return weights - rate * error[:, None] * inputs, bias - rate * error.mean()
# %% q2 wrong: return two results, the new weights and the new bias
# one array for all
def step_downhill(weights, bias, inputs, labels, rate):
    error = 1 / (1 + np.exp(-(inputs @ weights + bias))) - labels
    return np.append(weights - rate * error @ inputs / len(error),
                     bias - rate * error.mean())
# %% q2 copied: neither the new weights nor the new bias are correct yet
# the learning rates of the check
def step_downhill(weights, bias, inputs, labels, rate):
    rate = {9: 0.6, 7: 2.0}.get(len(labels), 0.5)
    error = 1 / (1 + np.exp(-(inputs @ weights + bias))) - labels
    return weights - rate * error @ inputs / len(error), bias - rate * error.mean()
# %% q2 copied: step_downhill(...) raised ValueError: operands could not be broadcast
# the number of inputs of the check
def step_downhill(weights, bias, inputs, labels, rate):
    error = 1 / (1 + np.exp(-(inputs @ weights + bias))) - labels
    slope = np.zeros(len(weights) if len(weights) in (2, 4, 80) else 2)
    return weights - rate * (slope + error @ inputs / len(error)), (
        bias - rate * error.mean())
# %% q2 copied: the new weights are correct, but the new bias is not
# a bias that is never below 0
def step_downhill(weights, bias, inputs, labels, rate):
    error = 1 / (1 + np.exp(-(inputs @ weights + bias))) - labels
    new = bias - rate * error.mean()
    return weights - rate * error @ inputs / len(error), new if bias >= 0 else -new
# %% q3 right
def count_parameters(n_inputs, hidden, n_classes):
    n_outputs = 1 if n_classes == 2 else n_classes
    sizes = [n_inputs, *hidden, n_outputs]
    return sum((before + 1) * after
               for before, after in zip(sizes[:-1], sizes[1:]))
# %% q3 right
def count_parameters(n_inputs, hidden, n_classes):
    total, before = 0.0, n_inputs
    for size in list(hidden) + [1 if n_classes == 2 else n_classes]:
        weights, biases = np.ones((before, size)), np.ones(size)
        total += weights.size + biases.size
        before = size
    return total
# %% q3 right
def count_parameters(n_inputs, hidden, n_classes):
    layers = np.array((n_inputs,) + tuple(hidden)
                      + ((n_classes,) if n_classes > 2 else (1,)))
    print(layers)
    return layers[:-1] @ layers[1:] + layers[1:].sum()
# %% q3 right
def count_parameters(n_inputs, hidden, n_classes):
    if not hidden:
        return (n_inputs + 1) * {2: 1}.get(n_classes, n_classes)
    first, *rest = hidden
    return (n_inputs + 1) * first + count_parameters(first, rest, n_classes)
# %% q3 right
def count_parameters(n_inputs, hidden, n_classes):
    # as many as scikit-learn makes
    rng = np.random.default_rng(0)
    network = MLPClassifier(hidden, max_iter=1, solver="lbfgs")
    network.fit(rng.normal(size=(n_classes, n_inputs)), np.arange(n_classes))
    return np.array(sum(a.size for a in network.coefs_ + network.intercepts_))
# %% q3 wrong: these are the weights alone
# no biases
def count_parameters(n_inputs, hidden, n_classes):
    sizes = [n_inputs, *hidden, 1 if n_classes == 2 else n_classes]
    return sum(a * b for a, b in zip(sizes[:-1], sizes[1:]))
# %% q3 wrong: two output neurons are counted
# two outputs
def count_parameters(n_inputs, hidden, n_classes):
    sizes = [n_inputs, *hidden, n_classes]
    return sum((a + 1) * b for a, b in zip(sizes[:-1], sizes[1:]))
# %% q3 wrong: one bias is counted per layer
# one bias per layer
def count_parameters(n_inputs, hidden, n_classes):
    sizes = [n_inputs, *hidden, 1 if n_classes == 2 else n_classes]
    return sum(a * b + 1 for a, b in zip(sizes[:-1], sizes[1:]))
# %% q3 wrong: the output neurons have biases, too
# hidden biases alone
def count_parameters(n_inputs, hidden, n_classes):
    sizes = [n_inputs, *hidden, 1 if n_classes == 2 else n_classes]
    return sum(a * b for a, b in zip(sizes[:-1], sizes[1:])) + sum(hidden)
# %% q3 wrong: the inputs have no bias
# biases of the inputs
def count_parameters(n_inputs, hidden, n_classes):
    sizes = [n_inputs, *hidden, 1 if n_classes == 2 else n_classes]
    return sum(a * b for a, b in zip(sizes[:-1], sizes[1:])) + sum(sizes)
# %% q3 wrong: there is always one output neuron
# one output
def count_parameters(n_inputs, hidden, n_classes):
    sizes = [n_inputs, *hidden, 1]
    return sum((a + 1) * b for a, b in zip(sizes[:-1], sizes[1:]))
# %% q3 wrong: one output neuron is missing
# one class is the rest
def count_parameters(n_inputs, hidden, n_classes):
    sizes = [n_inputs, *hidden, n_classes - 1]
    return sum((a + 1) * b for a, b in zip(sizes[:-1], sizes[1:]))
# %% q3 wrong: all hidden layers are connected to the inputs
# every hidden layer reads the inputs
def count_parameters(n_inputs, hidden, n_classes):
    n_outputs = 1 if n_classes == 2 else n_classes
    before = hidden[-1] if hidden else n_inputs
    return sum((n_inputs + 1) * size for size in hidden) + (before + 1) * n_outputs
# %% q3 wrong: count_parameters(7, (), 2) raised IndexError
# fails without hidden layers
def count_parameters(n_inputs, hidden, n_classes):
    n_outputs = 1 if n_classes == 2 else n_classes
    total = (n_inputs + 1) * hidden[0]
    for a, b in zip(hidden[:-1], hidden[1:]):
        total += (a + 1) * b
    return total + (hidden[-1] + 1) * n_outputs
# %% q3 wrong: only the first hidden layer is counted
# one hidden layer
def count_parameters(n_inputs, hidden, n_classes):
    n_outputs = 1 if n_classes == 2 else n_classes
    if not hidden:
        return (n_inputs + 1) * n_outputs
    return (n_inputs + 1) * hidden[0] + (hidden[0] + 1) * n_outputs
# %% q3 wrong: the result is the same for all networks
# a constant
def count_parameters(n_inputs, hidden, n_classes):
    return 32 * 81 + 8 * 33
# %% q3 wrong: must be a single number
# a list of sizes
def count_parameters(n_inputs, hidden, n_classes):
    sizes = [n_inputs, *hidden, 1 if n_classes == 2 else n_classes]
    return [(a + 1) * b for a, b in zip(sizes[:-1], sizes[1:])]
# %% q3 copied: is not correct yet; each neuron has one weight
# a table of the check
def count_parameters(n_inputs, hidden, n_classes):
    return {6: 25 if n_classes == 2 else 37, 5: 63, 7: 8, 9: 45, 80: 2856}.get(
        n_inputs, 100)
# %% q3 copied: is not correct yet; each neuron has one weight
# three hidden layers at most
def count_parameters(n_inputs, hidden, n_classes):
    sizes = [n_inputs, *hidden[:3], 1 if n_classes == 2 else n_classes]
    return sum((a + 1) * b for a, b in zip(sizes[:-1], sizes[1:]))
# %% q3 copied: is not correct yet; each neuron has one weight
# without hidden layers, there is always one output
def count_parameters(n_inputs, hidden, n_classes):
    n_outputs = 1 if n_classes == 2 or not hidden else n_classes
    sizes = [n_inputs, *hidden, n_outputs]
    return sum((a + 1) * b for a, b in zip(sizes[:-1], sizes[1:]))
# %% q4 right
def collapse(network):
    weights, bias = network.coefs_[-1], network.intercepts_[-1]
    for W, b in zip(network.coefs_[-2::-1], network.intercepts_[-2::-1]):
        bias = b @ weights + bias
        weights = W @ weights
    return weights[:, 0], bias[0]
# %% q4 right
def collapse(network):
    def drive(z):
        for W, b in zip(network.coefs_, network.intercepts_):
            z = z @ W + b
        return z[:, 0]

    n = network.n_features_in_
    bias = drive(np.zeros((1, n)))[0]
    return drive(np.eye(n)) - bias, bias
# %% q4 right
def collapse(network):
    # the log odds are linear in the inputs
    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(300, network.coefs_[0].shape[0]))
    p = network.predict_proba(inputs)
    design = np.column_stack([inputs, np.ones(300)])
    solution = np.linalg.lstsq(design, np.log(p[:, 1] / p[:, 0]), rcond=None)[0]
    print(solution)
    return list(solution[:-1]), float(solution[-1])
# %% q4 right
def collapse(network):
    weights, bias = np.eye(len(network.coefs_[0])), 0
    for W, b in zip(network.coefs_, network.intercepts_):
        weights, bias = weights @ W, bias @ W + b if np.ndim(bias) else b
    return pd.Series(weights.ravel()).round(3), bias.item()
# %% q4 right
def collapse(network):
    # put the bias into the matrix, as the weight of an input that is 1
    both = np.eye(network.n_features_in_ + 1)
    for W, b in zip(network.coefs_, network.intercepts_):
        last = np.zeros(len(W) + 1)
        last[-1] = 1
        both = both @ np.c_[np.r_[W, [b]], last]
    return [both[:-1, 0].astype("float32"), np.array(both[-1, 0])]
# %% q4 wrong: this is the bias of the output neuron
# the last bias
def collapse(network):
    weights = network.coefs_[0]
    for W in network.coefs_[1:]:
        weights = weights @ W
    return weights[:, 0], network.intercepts_[-1][0]
# %% q4 wrong: all biases are added up as they are
# a sum of biases
def collapse(network):
    weights = network.coefs_[0]
    for W in network.coefs_[1:]:
        weights = weights @ W
    return weights[:, 0], sum(b.sum() for b in network.intercepts_)
# %% q4 wrong: these weights lead to the first hidden layer
# the first layer
def collapse(network):
    return network.coefs_[0], network.intercepts_[-1][0]
# %% q4 wrong: this is the neuron for the first class
# signs exchanged
def collapse(network):
    weights, bias = network.coefs_[-1], network.intercepts_[-1]
    for W, b in zip(network.coefs_[-2::-1], network.intercepts_[-2::-1]):
        weights, bias = W @ weights, b @ weights + bias
    return -weights[:, 0], -bias[0]
# %% q4 wrong: the weights are averaged over the hidden neurons
# means instead of products
def collapse(network):
    weights, bias = network.coefs_[0].mean(axis=1), network.intercepts_[0].mean()
    for W, b in zip(network.coefs_[1:], network.intercepts_[1:]):
        weights, bias = weights * W.mean(), bias * W.mean() + b.mean()
    return weights, bias
# %% q4 wrong: the bias must be a single number
# a bias per hidden neuron
def collapse(network):
    weights = network.coefs_[0]
    for W in network.coefs_[1:]:
        weights = weights @ W
    return weights[:, 0], network.intercepts_[0]
# %% q4 wrong: the bias of the output neuron is missing
# bias without the last
def collapse(network):
    weights, bias = network.coefs_[0], network.intercepts_[0]
    for W in network.coefs_[1:]:
        weights, bias = weights @ W, bias @ W
    return weights[:, 0], bias[0]
# %% q4 wrong: only the biases of the middle layers are missing
# right for one hidden layer
def collapse(network):
    weights = network.coefs_[0]
    for W in network.coefs_[1:]:
        weights = weights @ W
    bias = network.intercepts_[0]
    for W in network.coefs_[1:]:
        bias = bias @ W
    if len(network.coefs_) == 1:
        return weights[:, 0], bias[0]
    return weights[:, 0], bias[0] + network.intercepts_[-1][0]
# %% q4 wrong: collapse(...) raised ValueError: not enough values to unpack
# two hidden layers
def collapse(network):
    (W1, W2, W3), (b1, b2, b3) = network.coefs_, network.intercepts_
    return (W1 @ W2 @ W3)[:, 0], ((b1 @ W2 + b2) @ W3 + b3)[0]
# %% q4 wrong: the shape of the weights is (5, 1)
# keeps the axis of the output
def collapse(network):
    weights, bias = network.coefs_[-1], network.intercepts_[-1]
    for W, b in zip(network.coefs_[-2::-1], network.intercepts_[-2::-1]):
        weights, bias = W @ weights, b @ weights + bias
    return weights, bias[0]
# %% q4 wrong: the bias is a probability
# the answer to inputs of zeros
def collapse(network):
    weights = network.coefs_[0]
    for W in network.coefs_[1:]:
        weights = weights @ W
    zeros = np.zeros((1, len(weights)))
    return weights[:, 0], network.predict_proba(zeros)[0, 1]
# %% q4 wrong: collapse changes the network that it gets
# in place
def collapse(network):
    for k in range(len(network.coefs_) - 2, -1, -1):
        network.intercepts_[k] = (network.intercepts_[k] @ network.coefs_[k + 1]
                                  + network.intercepts_[k + 1])
        network.coefs_[k] = network.coefs_[k] @ network.coefs_[k + 1]
    return network.coefs_[0][:, 0], network.intercepts_[0][0]
# %% q4 wrong: neither the weights nor the bias are correct yet
# a new neuron, fitted to the answers of the network
def collapse(network):
    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(300, network.n_features_in_))
    neuron = LogisticRegression().fit(inputs, network.predict(inputs))
    return neuron.coef_[0], neuron.intercept_[0]
# %% q4 copied: collapse(...) raised ValueError
# labels of 0 and 1
def collapse(network):
    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(300, network.n_features_in_))
    p = network.predict_proba(inputs)[:, int(network.classes_[1])]
    design = np.column_stack([inputs, np.ones(300)])
    solution = np.linalg.lstsq(design, np.log(p / (1 - p)), rcond=None)[0]
    return solution[:-1], solution[-1]
# %% q4 copied: for another network, these weights lead to the first hidden layer
# three hidden layers at most
def collapse(network):
    weights, bias = network.coefs_[-1], network.intercepts_[-1]
    if len(network.coefs_) > 4:
        return network.coefs_[0], bias[0]
    for W, b in zip(network.coefs_[-2::-1], network.intercepts_[-2::-1]):
        weights, bias = W @ weights, b @ weights + bias
    return weights[:, 0], bias[0]
# %% q4 copied: this is the neuron for the first class
# sorts the classes by their size
def collapse(network):
    weights, bias = network.coefs_[-1], network.intercepts_[-1]
    for W, b in zip(network.coefs_[-2::-1], network.intercepts_[-2::-1]):
        weights, bias = W @ weights, b @ weights + bias
    sign = 1 if network.classes_[1] in (1, "1") else -1
    return sign * weights[:, 0], sign * bias[0]
# %% q5 right
def relu(x):  # at the top of the notebook, where the checks might need one, too
    return max(0.0, x)


def complex_cell(images, pair):
    filters = [pair[0], pair[1], -pair[0], -pair[1]]
    return np.array([
        sum(relu(np.sum(image * one)) for one in filters) for image in images
    ])
# %% q5 right
def complex_cell(images, pair):
    filters = np.concatenate([pair, -pair]).reshape(4, -1)
    sums = images.reshape(len(images), -1) @ filters.T
    return np.maximum(0, sums).sum(axis=1)
# %% q5 right
def complex_cell(images, pair):
    # relu(x) + relu(-x) is |x|
    return np.abs(np.einsum("ihw,fhw->if", images, pair)).sum(axis=-1)
# %% q5 right
def complex_cell(images, pair):
    def relu(x):
        return np.where(x > 0, x, 0)

    responses = []
    for image in images:
        total = 0
        for one in pair:
            total += relu(np.sum(image * one)) + relu(np.sum(image * -one))
        responses.append(round(float(total), 3))
    return responses
# %% q5 right
def complex_cell(images, pair):
    first, second = (np.tensordot(images, one, axes=2) for one in pair)
    neurons = pd.DataFrame({"a": first, "b": -first, "c": second, "d": -second})
    print(neurons)
    return neurons.clip(lower=0).sum(axis="columns")
# %% q5 right
def complex_cell(images, pair):
    # two layers: four relu neurons, and one that adds them up
    simple = np.concatenate([pair, -pair]).reshape(4, -1).T.astype("float32")
    hidden = (images.reshape(len(images), -1) @ simple).clip(min=0)
    return tuple((hidden @ np.ones((4, 1)))[:, 0])
# %% q5 wrong: the negatives of the filters are missing
# two neurons
def complex_cell(images, pair):
    sums = np.einsum("ihw,fhw->if", images, pair)
    return np.maximum(0, sums).sum(axis=1)
# %% q5 wrong: a filter and its negative cancel each other
# no relu
def complex_cell(images, pair):
    filters = np.concatenate([pair, -pair]).reshape(4, -1)
    return (images.reshape(len(images), -1) @ filters.T).sum(axis=1)
# %% q5 wrong: a filter and its negative cancel each other
# relu after the sum
def complex_cell(images, pair):
    filters = np.concatenate([pair, -pair]).reshape(4, -1)
    return np.maximum(0, (images.reshape(len(images), -1) @ filters.T).sum(axis=1))
# %% q5 wrong: relu is not applied
# two linear neurons
def complex_cell(images, pair):
    return np.einsum("ihw,fhw->i", images, pair)
# %% q5 wrong: the second filter and its negative are missing
# one filter
def complex_cell(images, pair):
    return np.abs(np.einsum("ihw,hw->i", images, pair[0]))
# %% q5 wrong: the outputs are squared
# energy
def complex_cell(images, pair):
    return (np.einsum("ihw,fhw->if", images, pair) ** 2).sum(axis=1)
# %% q5 wrong: these are the outputs of four neurons
# simple cells
def complex_cell(images, pair):
    filters = np.concatenate([pair, -pair]).reshape(4, -1)
    return np.maximum(0, images.reshape(len(images), -1) @ filters.T)
# %% q5 wrong: this is the mean of the four outputs
# mean
def complex_cell(images, pair):
    filters = np.concatenate([pair, -pair]).reshape(4, -1)
    sums = images.reshape(len(images), -1) @ filters.T
    return np.maximum(0, sums).mean(axis=1)
# %% q5 wrong: this is the largest of the four outputs
# strongest
def complex_cell(images, pair):
    return np.abs(np.einsum("ihw,fhw->if", images, pair)).max(axis=1)
# %% q5 wrong: relu is applied to each pixel
# relu of each product
def complex_cell(images, pair):
    filters = np.concatenate([pair, -pair])
    products = images[:, None] * filters
    return np.maximum(0, products).sum(axis=(1, 2, 3))
# %% q5 wrong: reshape(-1, 2) mixes the pixels
# filters reshaped
def complex_cell(images, pair):
    sums = images.reshape(len(images), -1) @ pair.reshape(-1, 2)
    return np.abs(sums).sum(axis=1)
# %% q5 wrong: complex_cell(...) raised ValueError
# forgets to flatten
def complex_cell(images, pair):
    filters = np.concatenate([pair, -pair]).reshape(4, -1)
    return np.maximum(0, images @ filters.T).sum(axis=1)
# %% q5 copied: complex_cell(...) raised
# the shapes of the check
def complex_cell(images, pair):
    shape = {9: (9, 16), 7: (7, 15), 1200: (1200, 144)}.get(len(images), (-1, 16))
    sums = images.reshape(shape) @ pair.reshape(2, -1).T
    return np.abs(sums).sum(axis=1)
# %% q5 copied: of the responses are not correct yet
# no response is above the largest of the check
def complex_cell(images, pair):
    sums = np.einsum("ihw,fhw->if", images, pair)
    return np.minimum(np.abs(sums).sum(axis=1), 230)
# %% q5 copied: return one number per image, here (1,)
# a single image loses its axis
def complex_cell(images, pair):
    sums = np.einsum("ihw,fhw->if", images, pair)
    response = np.abs(sums).sum(axis=1)
    return response if len(response) > 1 else np.array([[response[0]]])
# %% q6 right
def best_of(make_network, counts, labels, train, test, states, rng):
    shuffled = rng.permutation(labels)
    scores = []
    for state in states:
        network = make_network(state).fit(counts[train], shuffled[train])
        scores.append(network.score(counts[test], shuffled[test]))
    return np.array(scores), shuffled
# %% q6 right
def best_of(make_network, counts, labels, train, test, states, rng):
    new = labels.copy()
    rng.shuffle(new)
    X_train, X_test, y_train, y_test = counts[train], counts[test], new[train], new[test]
    networks = {}
    for state in states:
        networks[state] = make_network(state)
        networks[state].fit(X_train, y_train)
    return [round(network.score(X_test, y_test), 3)
            for network in networks.values()], list(new)
# %% q6 right
def best_of(make_network, counts, labels, train, test, states, rng):
    order = rng.permutation(len(labels))
    fake = pd.Series(labels[order])
    table = pd.DataFrame(counts)
    scores = pd.Series(0.0, index=states)
    for state in states:
        network = make_network(state).fit(table.iloc[train], fake.iloc[train])
        scores[state] = np.mean(network.predict(table.iloc[test]) == fake.iloc[test])
    print(scores.max())
    return scores, fake
# %% q6 right
from sklearn.base import clone
from sklearn.metrics import accuracy_score


def best_of(make_network, counts, labels, train, test, states, rng):
    mixed = labels[np.argsort(rng.random(len(labels)))]

    def run(state):
        network = clone(make_network(state)).fit(counts[train], mixed[train])
        return accuracy_score(mixed[test], network.predict(counts[test]))

    return [tuple(run(state) for state in states), mixed]
# %% q6 right
from sklearn.utils import shuffle


def best_of(make_network, counts, labels, train, test, states, rng):
    mixed = shuffle(labels, random_state=int(rng.integers(1000)))
    scores = [make_network(s).fit(counts[train], mixed[train]).score(
        counts[test], mixed[test]) for s in states]
    return np.array(scores, dtype="float32"), mixed
# %% q6 wrong: the labels that the function returns are not shuffled
# nothing shuffled
def best_of(make_network, counts, labels, train, test, states, rng):
    rng.permutation(labels)
    return [make_network(s).fit(counts[train], labels[train]).score(
        counts[test], labels[test]) for s in states], labels
# %% q6 wrong: the networks are fitted to different labels; shuffle once
# one shuffle per network
def best_of(make_network, counts, labels, train, test, states, rng):
    scores = []
    for s in states:
        new = rng.permutation(labels)
        network = make_network(s).fit(counts[train], new[train])
        scores.append(network.score(counts[test], new[test]))
    return scores, new
# %% q6 wrong: there is one shuffle per network; shuffle once
# returns one shuffle per network
def best_of(make_network, counts, labels, train, test, states, rng):
    new = np.array([rng.permutation(labels) for s in states])
    return [make_network(s).fit(counts[train], y[train]).score(counts[test], y[test])
            for s, y in zip(states, new)], new
# %% q6 wrong: only the labels of the training rows are shuffled
# test rows keep their labels
def best_of(make_network, counts, labels, train, test, states, rng):
    new = labels.copy()
    new[train] = rng.permutation(labels[train])
    return [make_network(s).fit(counts[train], new[train]).score(
        counts[test], new[test]) for s in states], new
# %% q6 wrong: the networks are scored with the real labels
# real labels in the test
def best_of(make_network, counts, labels, train, test, states, rng):
    new = rng.permutation(labels)
    return [make_network(s).fit(counts[train], new[train]).score(
        counts[test], labels[test]) for s in states], new
# %% q6 wrong: training and test rows are shuffled separately
# two shuffles
def best_of(make_network, counts, labels, train, test, states, rng):
    new = labels.copy()
    for part in (train, test):
        new[part] = rng.permutation(labels[part])
    return [make_network(s).fit(counts[train], new[train]).score(
        counts[test], new[test]) for s in states], new
# %% q6 wrong: the networks are fitted to all rows
# trained on the test rows, too
def best_of(make_network, counts, labels, train, test, states, rng):
    new = rng.permutation(labels)
    return [make_network(s).fit(counts, new).score(counts[test], new[test])
            for s in states], new
# %% q6 wrong: there is a single score; return the scores of all states
# the best alone
def best_of(make_network, counts, labels, train, test, states, rng):
    new = rng.permutation(labels)
    return max(make_network(s).fit(counts[train], new[train]).score(
        counts[test], new[test]) for s in states), new
# %% q6 wrong: all networks have the same state
# fits the same network again
def best_of(make_network, counts, labels, train, test, states, rng):
    new, network = rng.permutation(labels), make_network(states[0])
    return [network.fit(counts[train], new[train]).score(counts[test], new[test])
            for s in states], new
# %% q6 wrong: different generators give the same shuffle
# a generator of its own
def best_of(make_network, counts, labels, train, test, states, rng):
    new = np.random.default_rng(0).permutation(labels)
    return [make_network(s).fit(counts[train], new[train]).score(
        counts[test], new[test]) for s in states], new
# %% q6 wrong: two calls with equal generators give different shuffles
# the old generator of NumPy
def best_of(make_network, counts, labels, train, test, states, rng):
    new = np.random.permutation(labels)
    return [make_network(s).fit(counts[train], new[train]).score(
        counts[test], new[test]) for s in states], new
# %% q6 wrong: the networks are fitted and scored with the real labels
# pandas aligns a shuffled index
def best_of(make_network, counts, labels, train, test, states, rng):
    new = pd.Series(labels).sample(frac=1, random_state=rng)
    return [make_network(s).fit(counts[train], new[train]).score(
        counts[test], new[test]) for s in states], new
# %% q6 wrong: best_of changes the data that it gets
# in place
def best_of(make_network, counts, labels, train, test, states, rng):
    rng.shuffle(labels)
    return [make_network(s).fit(counts[train], labels[train]).score(
        counts[test], labels[test]) for s in states], labels
# %% q6 copied: the states are 0, 1, 2, ...; use the given states
# the states of the check
def best_of(make_network, counts, labels, train, test, states, rng):
    new = rng.permutation(labels)
    states = [7, 2, 31, 12, 5] if len(states) == 5 else range(len(states))
    return [make_network(s).fit(counts[train], new[train]).score(
        counts[test], new[test]) for s in states], new
# %% q6 copied: the networks are fitted to all rows but those of test
# all other rows are training rows
def best_of(make_network, counts, labels, train, test, states, rng):
    new = rng.permutation(labels)
    train = np.setdiff1d(np.arange(len(labels)), test)
    return [make_network(s).fit(counts[train], new[train]).score(
        counts[test], new[test]) for s in states], new
# %% q6 copied: the labels that the function returns are not shuffled
# shuffles letters, True, and False only
def best_of(make_network, counts, labels, train, test, states, rng):
    new = rng.permutation(labels) if labels.dtype.kind in "Ub" else labels
    return [make_network(s).fit(counts[train], new[train]).score(
        counts[test], new[test]) for s in states], new
