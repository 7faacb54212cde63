"""helpers.py against scikit-learn's own forward pass, and its errors."""

import warnings
from itertools import pairwise

import helpers
import numpy as np
import pytest
from helpers import artificial_neuron
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sklearn.neural_network import MLPClassifier

ACTIVATIONS = {
    "identity": helpers.identity_activation,
    "logistic": helpers.logistic_activation,
    "tanh": helpers.tanh_activation,
    "relu": helpers.relu_activation,
}
every_activation = pytest.mark.parametrize(
    "activation", ACTIVATIONS.values(), ids=ACTIVATIONS
)


def values(*shape):
    return arrays(float, shape, elements=st.floats(-10, 10))


@settings(deadline=None)
@given(st.data())
def test_network_of_artificial_neurons_is_scikit_learns(data):
    """Every activation, one to three hidden layers of one to five neurons."""
    name = data.draw(st.sampled_from(sorted(ACTIVATIONS)))
    hidden = data.draw(st.lists(st.integers(1, 5), min_size=1, max_size=3))
    widths = [data.draw(st.integers(1, 4)), *hidden, 1]
    inputs = data.draw(values(data.draw(st.integers(2, 6)), widths[0]))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # one step does not converge
        network = MLPClassifier(hidden, activation=name, max_iter=1).fit(
            inputs, np.arange(len(inputs)) % 2
        )
    network.coefs_ = [data.draw(values(*s)) for s in pairwise(widths)]
    network.intercepts_ = [data.draw(values(n)) for n in widths[1:]]

    layer = inputs
    for number, (W, b) in enumerate(zip(network.coefs_, network.intercepts_)):
        last = number == len(hidden)
        activation = ACTIVATIONS["logistic" if last else name]
        layer = artificial_neuron(activation, W, b, layer)
    np.testing.assert_allclose(
        layer[:, 0], network.predict_proba(inputs)[:, 1], rtol=1e-9, atol=1e-12
    )


def test_each_shape_gives_the_sum_of_its_neuron():
    rng = np.random.default_rng(0)
    inputs, W = rng.normal(size=(5, 300)), rng.normal(size=(300, 2))
    b = rng.normal(size=2)
    expected = np.array(
        [[sum(x * w) + b[j] for j, w in enumerate(W.T)] for x in inputs]
    )
    identity = helpers.identity_activation
    for weights, bias, want in [(W, b, expected), (W[:, 0], b[0], expected[:, 0]),
                                (W[:, 0], b[:1], expected[:, 0])]:  # fmt: skip
        whole = artificial_neuron(identity, weights, bias, inputs)
        one = artificial_neuron(identity, weights, bias, inputs[0].tolist())
        assert whole.shape == want.shape and np.shape(one) == want[0].shape
        np.testing.assert_allclose(whole, want)
        np.testing.assert_allclose(one, want[0])


@every_activation
def test_activation_keeps_shape_and_nan_and_never_overflows(activation):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for x in (2, -1.5, [1, 2], [[0.5], [-3]], np.zeros((2, 3, 4)), [], True):
            assert np.shape(activation(x)) == np.shape(x)
        assert isinstance(activation(2), float)
        huge = activation([-1e308, 1e308])
        assert np.isfinite(huge).all() and huge[0] <= huge[1]
        np.testing.assert_array_equal(np.isnan(activation([np.nan, 1])), [True, False])


def test_activation_values():
    assert helpers.identity_activation([-2, 3]).tolist() == [-2, 3]
    assert helpers.relu_activation([-2, 0, 3]).tolist() == [0, 0, 3]
    assert helpers.logistic_activation(np.log(3)) == pytest.approx(0.75)
    assert helpers.tanh_activation(np.log(3) / 2) == pytest.approx(0.5)


def test_activation_does_not_change_or_share_its_input():
    x = np.array([-1.0, 1.0])
    helpers.identity_activation(x)[0] = 5
    assert x.tolist() == [-1, 1]


@pytest.mark.parametrize(
    "weights, bias, inputs, message",
    [
        ([1, 2], 0, [1, 2, 3], r"inputs has shape \(3,\) and weights \(2,\)"),
        ([1, 2, 3], 0, [1, 2], r"inputs has shape \(2,\) and weights \(3,\)"),
        ([[1], [2]], 0, [[1, 2, 3]], r"\(1, 3\).*\(2, 1\).*\(2,\) or \(n_samples, 2\)"),
        ([1, 2], 0, 3, r"inputs has shape \(\)"),
        ([1, 2], 0, np.zeros((1, 1, 2)), r"inputs has shape \(1, 1, 2\)"),
        (1, 0, [1], r"weights has shape \(\).*\(n_features,\).*inputs \(1,\)"),
        (np.zeros((1, 1, 1)), 0, [1], r"weights has shape \(1, 1, 1\)"),
        ([1, 2], [0, 0], [1, 2], r"bias has shape \(2,\).*\(2,\).*one number"),
        (np.ones((2, 3)), [0, 0], [1, 2], r"bias.*\(2,\) and weights \(2, 3\).*\(3,\)"),
        ([[1, 2], [3]], 0, [1, 2], "weights has rows of different lengths"),
    ],
)
def test_wrong_shape_names_both_shapes(weights, bias, inputs, message):
    with pytest.raises(ValueError, match=message):
        artificial_neuron(helpers.relu_activation, weights, bias, inputs)


@pytest.mark.parametrize("name", ["weights", "bias", "inputs"])
@pytest.mark.parametrize("wrong", ["text", None, ["1", "2"], [1, None], 1j])
def test_what_is_no_number_is_a_type_error(name, wrong):
    arguments = {"weights": [1, 2], "bias": 0, "inputs": [1, 2], name: wrong}
    message = f"must be real numbers, not {type(wrong).__name__} with"
    with pytest.raises(TypeError, match=f"^{name} {message}"):
        artificial_neuron(helpers.relu_activation, **arguments)
    for activation in ACTIVATIONS.values():
        with pytest.raises(TypeError, match=f"^x {message}"):
            activation(wrong)


def test_activation_must_be_a_function():
    message = "^activation must be a function such as relu_activation, not str$"
    with pytest.raises(TypeError, match=message):
        artificial_neuron("relu", [1], 0, [1])
