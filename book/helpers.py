"""The artificial neuron of chapter 8, and the activation functions it uses."""

import numpy as np
from scipy.special import expit


def artificial_neuron(activation, weights, bias, inputs):
    """Compute the output of one artificial neuron, or of one layer of them.

    A neuron takes the weighted sum of its inputs, adds its bias, and passes
    the result through its activation function:
    ``activation(inputs @ weights + bias)``.

    Parameters
    ----------
    activation : callable
        Maps an array to an array of the same shape, for example
        `logistic_activation`.
    weights : array_like, shape (n_features,) or (n_features, n_neurons)
        One weight an input; one column a neuron.
    bias : float or array_like, shape (n_neurons,)
        What is added to the weighted sum.
    inputs : array_like, shape (n_features,) or (n_samples, n_features)
        One sample, or one row a sample.

    Returns
    -------
    float or ndarray
        The shape of ``inputs`` without its last axis, followed by
        ``(n_neurons,)`` if `weights` has two axes.

    Raises
    ------
    ValueError
        If the shapes do not fit together.
    TypeError
        If weights, bias or inputs are not real numbers, or the activation
        cannot be called.

    References
    ----------
    McCulloch and Pitts (1943), doi:10.1007/BF02478259;
    Rosenblatt (1958), doi:10.1037/h0042519.
    """
    if not callable(activation):
        raise TypeError(
            "activation must be a function such as relu_activation, "
            f"not {type(activation).__name__}"
        )
    weights = _as_numbers(weights, "weights")
    bias = _as_numbers(bias, "bias")
    inputs = _as_numbers(inputs, "inputs")
    if weights.ndim not in (1, 2):
        raise ValueError(
            f"weights has shape {weights.shape}; expected (n_features,) or "
            f"(n_features, n_neurons), to go with inputs {inputs.shape}"
        )
    if inputs.ndim not in (1, 2) or inputs.shape[-1] != weights.shape[0]:
        raise ValueError(
            f"inputs has shape {inputs.shape} and weights {weights.shape}; "
            f"expected inputs ({weights.shape[0]},) or (n_samples, "
            f"{weights.shape[0]}): one value for each row of weights"
        )
    n_neurons = 1 if weights.ndim == 1 else weights.shape[1]
    if bias.shape not in ((), (n_neurons,)):
        raise ValueError(
            f"bias has shape {bias.shape} and weights {weights.shape}; "
            f"expected one number or ({n_neurons},): one value a neuron"
        )
    if weights.ndim == 1:
        bias = bias.reshape(())  # (1,) would add an axis to the output
    return activation(inputs @ weights + bias)


def identity_activation(x):
    """Return the weighted sum as it is.

    Parameters
    ----------
    x : float or array_like of float
        Weighted sums, of any shape.

    Returns
    -------
    float or ndarray
        The same values, in the shape of `x`. NaN stays NaN.
    """
    return _as_numbers(x, "x")[()]


def logistic_activation(x):
    """Squash the weighted sum to between 0 and 1: ``1 / (1 + exp(-x))``.

    Parameters
    ----------
    x : float or array_like of float
        Weighted sums, of any shape.

    Returns
    -------
    float or ndarray
        Values between 0 and 1, in the shape of `x`. NaN stays NaN.
    """
    # expit chooses the form of the exponential that cannot overflow
    return expit(_as_numbers(x, "x"))[()]


def tanh_activation(x):
    """Squash the weighted sum to between -1 and 1: the hyperbolic tangent.

    Parameters
    ----------
    x : float or array_like of float
        Weighted sums, of any shape.

    Returns
    -------
    float or ndarray
        Values between -1 and 1, in the shape of `x`. NaN stays NaN.
    """
    return np.tanh(_as_numbers(x, "x"))[()]


def relu_activation(x):
    """Set negative sums to 0 and keep the others: ``max(0, x)``.

    Parameters
    ----------
    x : float or array_like of float
        Weighted sums, of any shape.

    Returns
    -------
    float or ndarray
        Values of 0 or more, in the shape of `x`. NaN stays NaN.
    """
    return np.maximum(0.0, _as_numbers(x, "x"))[()]


def _as_numbers(values, name):
    """Return `values` as a float array, or say why that cannot be."""
    try:
        array = np.asarray(values)
    except ValueError as error:
        raise ValueError(
            f"{name} has rows of different lengths; expected a rectangle"
        ) from error
    if array.dtype.kind not in "biuf":
        raise TypeError(
            f"{name} must be real numbers, not {type(values).__name__} "
            f"with elements of type {array.dtype}"
        )
    return array.astype(float)
