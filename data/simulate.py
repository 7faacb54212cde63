"""Simulate the experiment of the course and write its data files.

Run ``python data/simulate.py``, or ``make data``. The same seed gives the same
files on every machine: all numbers are rounded before they are written.

A mouse watches gratings while 80 neurons of its primary visual cortex are
recorded, and licks when it has seen one. The rate of neuron i in trial k is

    r_ik(t) = g_k [ b_i + R(c_k) A_i h_i(theta'_k) p_i(t - L(c_k)) ]        (Hz)

with a gain g shared by all neurons, a contrast response R, a tuning curve h, a
time course p and a latency L; each has a function below, with its source. The
spikes are Poisson. The other data sets of the course follow in the
same file: the same neurons on later days, another mouse, the waveforms of a
tetrode, a receptive-field mapping, and images of gratings.
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.ndimage import gaussian_filter

#: Every number of the model, by the part of the experiment that uses it. They
#: are written to truth/parameters.json, where limits.py and the tests read
#: them.
PARAMETERS = {
    "trials": {
        "orientations_deg": [0.0, 22.5, 45.0, 67.5, 90.0, 112.5, 135.0, 157.5],
        "contrasts": [0.1, 0.8],
        "n_repeats": 25,
        "p_stay": 0.92,  # of running or resting, from trial to trial
        "gain_running": 0.35,  # log gain, running against resting
        "gain_sd": 0.20,  # of the log gain, from trial to trial
        "jitter_deg": 5.0,  # sd of the orientation that reaches the cortex
    },
    "neurons": {
        "n": {"exc": 64, "PV": 16},
        "base_median_hz": {"exc": 1.0, "PV": 4.0},
        "base_log_sd": 0.5,
        "amplitude_median_hz": {"exc": 12.0, "PV": 10.0},
        "amplitude_log_sd": 0.6,
        "selectivity_beta": {"exc": [6, 2], "PV": [2, 8]},
        "transient_beta": [2, 3],
        "tuning_exponent": 4,
        "contrast_exponent": 1.5,
        "half_contrast": 0.2,
        "trough_to_peak_ms": {"exc": [0.68, 0.10], "PV": [0.34, 0.06]},
        "half_width_ms": {"exc": [0.19, 0.035], "PV": [0.11, 0.02]},
        "depth_um": [150.0, 850.0],
    },
    "time": {
        "bin_s": 0.025,
        "start_s": -0.2,
        "stop_s": 0.6,
        "duration_s": 0.5,
        "latency_s": [0.075, 0.05],  # for each contrast
        "transient_tau_s": 0.04,
    },
    "later_days": {
        "n_days": 4,
        "drift_log_sd": 0.6,  # of each neuron's rates, from one day to the next
    },
    "new_mouse": {
        "n": {"exc": 48, "PV": 12},
        "orientations_deg": [50.0, 70.0, 90.0, 110.0, 130.0],
        "n_blocks": [9, 9, 24, 9, 9],  # of each orientation; 90 is the target
        "trials_per_block": 8,
        "drift_log_sd": 0.5,
        "drift_trials": 30.0,  # after which its autocorrelation falls to 1 / e
        "before_s": 0.6,
    },
    "reaction_time": {
        "non_decision_s": 0.18,
        "threshold": 1.0,
        "noise": 0.5,
        "drift_base": 2.0,
        "drift_slope": 3.5,
    },
    "tetrode": {
        "n_spikes": [420, 320, 240, 150, 90],
        # peak amplitude of each unit on the four channels
        "amplitude_uv": [
            [200.0, 90.0, 60.0, 45.0],
            [60.0, 190.0, 90.0, 60.0],  # this unit and the next lie nearly
            [70.0, 195.0, 75.0, 75.0],  # in one place; the next is narrow
            [55.0, 65.0, 200.0, 75.0],
            [45.0, 55.0, 75.0, 200.0],
        ],
        "trough_to_peak_ms": [0.60, 0.70, 0.30, 0.65, 0.55],
        "trough_width_ms": [0.10, 0.10, 0.08, 0.11, 0.10],
        "peak_ratio": [0.25, 0.15, 0.20, 0.25, 0.25],
        "amplitude_sd": 0.14,
        "jitter_samples": 0.35,
        "noise_sd_uv": 18.0,
        "noise_rho": 0.6,
        "sampling_hz": 30000,
        "n_samples": 40,
        "n_before_trough": 12,
    },
    "receptive_fields": {
        "n_cells": 12,
        "size_px": 16,
        "blur_px": 1.5,
        "n_frames": 6000,
        "n_validation": 200,
        "n_repeats": 20,
        "frame_s": 0.1,
        "rate_scale": 0.9,  # spikes a frame
        "slope": 2.2,
        "offset": -0.3,
        "wavelength_px": [5.0, 7.0],
        "envelope_px": [1.6, 2.4],
    },
    "gratings": {
        "n_images": 1200,
        "size_px": 12,
        "wavelength_px": 5.0,
        "amplitude": 0.6,
        "noise_sd": 1.5,
        "orientations_deg": [0, 90],  # horizontal, vertical
        "steps_per_unit": 16,  # a pixel of 16 in the file is a contrast of 1
    },
}

#: The place of each part in the sequence of random streams. A part added later
#: gets the next number, so it changes nothing in the parts before it.
STREAMS = {
    "gratings": 0,
    "neurons": 1,
    "trials": 2,
    "spikes": 3,
    "reaction_time": 4,
    "tetrode": 5,
    "receptive_fields": 6,
    "later_days": 7,
    "new_mouse": 8,
}


# --- trials and neurons -------------------------------------------------------


def draw_gain(parameters, running, rng):
    """Draw the gain that multiplies the rates of all neurons in a trial.

    ``log g = a (run - 1/2) + s eps``. Much of the variability that cortical
    neurons share can be described by gains (Goris, Movshon and Simoncelli,
    2014, doi:10.1038/nn.3711), and running raises responses (Niell and Stryker,
    2010, doi:10.1016/j.neuron.2010.01.033). A single gain for all neurons is a
    simplification of ours: Goris et al. find gains that are correlated between
    neurons, and Lin et al. (2015, doi:10.1016/j.neuron.2015.06.035) find two
    shared factors, a gain that multiplies and an offset that adds. That running
    multiplies the spontaneous rate, too, is another simplification: Niell and Stryker
    found it unchanged.

    Parameters
    ----------
    parameters : dict
        ``PARAMETERS["trials"]``.
    running : ndarray of int, shape (n_trials,)
        1 where the animal runs.
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    ndarray, shape (n_trials,)
        Gain, without unit.
    """
    deviation = parameters["gain_sd"] * rng.standard_normal(len(running))
    return np.exp(parameters["gain_running"] * (running - 0.5) + deviation)


def draw_trials(parameters, rng):
    """Draw the trials: stimulus, running, pupil and the hidden variables.

    Each block holds every condition once, in random order. Running is a Markov
    chain that keeps its state with probability `p_stay`. What reaches the
    cortex is the orientation plus a normal error, which no number of neurons
    can average out (Moreno-Bote et al., 2014, doi:10.1038/nn.3807).

    Parameters
    ----------
    parameters : dict
        ``PARAMETERS["trials"]``.
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    trials : pandas.DataFrame
        What the experimenter sees: trial, orientation_deg, contrast, running,
        speed_cm_s, pupil_mm.
    truth : pandas.DataFrame
        trial, gain, orientation_seen_deg.
    """
    conditions = np.array(
        [
            (o, c)
            for o in parameters["orientations_deg"]
            for c in parameters["contrasts"]
        ]
    )
    blocks = [rng.permutation(conditions) for _ in range(parameters["n_repeats"])]
    orientation, contrast = np.concatenate(blocks).T
    n_trials = len(orientation)
    changes = rng.random(n_trials) > parameters["p_stay"]
    running = (rng.integers(2) + np.cumsum(changes)) % 2
    gain = draw_gain(parameters, running, rng)
    jitter = parameters["jitter_deg"] * rng.standard_normal(n_trials)
    speed = running * rng.lognormal(np.log(15), 0.3, n_trials)
    arousal = running + 0.5 * rng.standard_normal(n_trials)
    trial = np.arange(n_trials)
    trials = pd.DataFrame(
        {
            "trial": trial,
            "orientation_deg": orientation,
            "contrast": contrast,
            "running": running,
            "speed_cm_s": speed.round(1),
            "pupil_mm": (0.9 + 0.25 * arousal).clip(0.2, 2.0).round(3),
        }
    )
    truth = pd.DataFrame(
        {
            "trial": trial,
            "gain": gain.round(6),
            "orientation_seen_deg": (orientation + jitter).round(4),
        }
    )
    return trials, truth


def draw_neurons(parameters, rng):
    """Draw the neurons, sorted by depth.

    Narrow spikes mark putative parvalbumin-positive (PV) interneurons, which
    fire more and are tuned less (Niell and Stryker, 2008,
    doi:10.1523/JNEUROSCI.0623-08.2008).

    Parameters
    ----------
    parameters : dict
        ``PARAMETERS["neurons"]``.
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    neurons : pandas.DataFrame
        neuron, depth_um, trough_to_peak_ms, half_width_ms.
    truth : pandas.DataFrame
        neuron, cell_type, preferred_deg, selectivity, base_hz, amplitude_hz,
        transient.
    """
    cell_type = np.repeat(list(parameters["n"]), list(parameters["n"].values()))
    rng.shuffle(cell_type)
    n = len(cell_type)

    def by_type(name):
        return np.array([parameters[name][kind] for kind in cell_type]).T

    def lognormal(median, log_sd):
        return median * np.exp(log_sd * rng.standard_normal(n))

    def normal(mean, sd):
        return mean + sd * rng.standard_normal(n)

    names = [f"n{i:02d}" for i in range(n)]
    truth = pd.DataFrame(
        {
            "neuron": names,
            "cell_type": cell_type,
            "preferred_deg": rng.uniform(0, 180, n).round(3),
            "selectivity": rng.beta(*by_type("selectivity_beta")).round(4),
            "base_hz": lognormal(
                by_type("base_median_hz"), parameters["base_log_sd"]
            ).round(4),
            "amplitude_hz": lognormal(
                by_type("amplitude_median_hz"), parameters["amplitude_log_sd"]
            ).round(4),
            "transient": rng.beta(*parameters["transient_beta"], n).round(4),
        }
    )
    neurons = pd.DataFrame(
        {
            "neuron": names,
            "depth_um": np.sort(rng.uniform(*parameters["depth_um"], n)).round(0),
            "trough_to_peak_ms": normal(*by_type("trough_to_peak_ms")).round(3),
            "half_width_ms": normal(*by_type("half_width_ms")).round(3),
        }
    )
    return neurons, truth


# --- rates, spikes and reaction times -----------------------------------------


def tuning(parameters, truth, orientation_deg):
    """Compute the tuning curve ``h(theta) = (1 - s) + s cos^4(theta - phi)``.

    Its half-width is 33 degrees, and it has two harmonics in 2 theta, so the
    matrix of rates has rank 6 over orientation and contrast. A power of a
    cosine is a common description of orientation tuning (Swindale, 1998,
    doi:10.1007/s004220050411).

    Parameters
    ----------
    parameters : dict
        ``PARAMETERS["neurons"]``.
    truth : pandas.DataFrame
        The true neurons.
    orientation_deg : array_like, shape (n,)
        Orientations in degrees.

    Returns
    -------
    ndarray, shape (n, n_neurons)
        Between 0 and 1.
    """
    angle = np.subtract.outer(
        np.asarray(orientation_deg), truth["preferred_deg"].to_numpy()
    )
    bump = np.cos(np.radians(angle)) ** parameters["tuning_exponent"]
    selectivity = truth["selectivity"].to_numpy()
    return (1 - selectivity) + selectivity * bump


def contrast_response(parameters, contrast):
    """Compute ``R(c) = c^n / (c^n + c50^n)`` (Naka and Rushton, 1966).

    Albrecht and Hamilton (1982, doi:10.1152/jn.1982.48.1.217) found it to
    describe neurons of visual cortex.

    Parameters
    ----------
    parameters : dict
        ``PARAMETERS["neurons"]``.
    contrast : array_like
        Contrast, from 0 to 1.

    Returns
    -------
    ndarray
        Between 0 and 1, in the shape of `contrast`.
    """
    power = np.asarray(contrast) ** parameters["contrast_exponent"]
    half = parameters["half_contrast"] ** parameters["contrast_exponent"]
    return power / (power + half)


def time_courses(parameters, latency_s):
    """Average the transient and the sustained response over each time bin.

    The transient rises and falls as ``t exp(-t / tau)``, the sustained response
    is constant, both while the stimulus is on and with a mean of 1 over its
    duration.

    Parameters
    ----------
    parameters : dict
        ``PARAMETERS["time"]``.
    latency_s : float
        Time from the stimulus to the response.

    Returns
    -------
    ndarray, shape (2, n_bins)
        Transient, sustained.
    """
    edges = bin_edges(parameters)
    since = np.clip(edges - latency_s, 0, parameters["duration_s"])
    tau, duration = parameters["transient_tau_s"], parameters["duration_s"]
    integral = duration * alpha_integral(since / tau) / alpha_integral(duration / tau)
    return np.diff([integral, since], axis=1) / parameters["bin_s"]


def alpha_integral(x):
    """Return the integral of ``u exp(-u)`` from 0 to `x`."""
    return 1 - (1 + x) * np.exp(-x)


def bin_edges(parameters):
    """Return the edges of the time bins in seconds, shape (n_bins + 1,)."""
    n_bins = round((parameters["stop_s"] - parameters["start_s"]) / parameters["bin_s"])
    return parameters["start_s"] + parameters["bin_s"] * np.arange(n_bins + 1)


def expected_counts(parameters, truth, orientation_deg, contrast):
    """Compute the expected spikes in each time bin at a gain of 1.

    Parameters
    ----------
    parameters : dict
        ``PARAMETERS``.
    truth : pandas.DataFrame
        The true neurons.
    orientation_deg, contrast : array_like, shape (n,)
        What reaches the cortex, condition by condition.

    Returns
    -------
    ndarray, shape (n, n_neurons, n_bins)
        Spikes a bin. Times the gain, it is the mean of a Poisson variable.
    """
    contrast = np.asarray(contrast)
    drive = (
        tuning(parameters["neurons"], truth, orientation_deg)
        * contrast_response(parameters["neurons"], contrast)[:, None]
        * truth["amplitude_hz"].to_numpy()
    )
    transient = truth["transient"].to_numpy()
    shares = np.stack([transient, 1 - transient], axis=1)  # neurons x 2
    courses = np.stack(
        [time_courses(parameters["time"], t) for t in parameters["time"]["latency_s"]]
    )
    course = shares @ courses  # contrasts x neurons x bins
    index = np.searchsorted(parameters["trials"]["contrasts"], contrast)
    base = truth["base_hz"].to_numpy()[:, None]
    return (base + drive[:, :, None] * course[index]) * parameters["time"]["bin_s"]


def draw_reaction_times(parameters, gain, response, rng):
    """Draw reaction times of a drift diffusion to one bound.

    Evidence drifts at ``v = v0 + v1 g R(c)`` with noise s to the bound a. The
    time to reach it is inverse Gaussian with mean a / v and shape a^2 / s^2;
    the time for seeing and licking is added (Ratcliff, 1978,
    doi:10.1037/0033-295X.85.2.59).

    Parameters
    ----------
    parameters : dict
        ``PARAMETERS["reaction_time"]``.
    gain, response : ndarray, shape (n_trials,)
        Gain and contrast response of each trial.
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    reaction_time_s, drift : ndarray, shape (n_trials,)
        Seconds from stimulus to lick; drift in bounds a second.
    """
    drift = drift_rate(parameters, gain, response)
    bound, noise = parameters["threshold"], parameters["noise"]
    decision = rng.wald(bound / drift, (bound / noise) ** 2)
    return parameters["non_decision_s"] + decision, drift


def drift_rate(parameters, gain, response):
    """Return ``v0 + v1 g R(c)``, in bounds a second."""
    return parameters["drift_base"] + parameters["drift_slope"] * gain * response


# --- tetrode --------------------------------------------------------------------


def spike_templates(parameters, shift_samples=0.0):
    """Compute the mean waveform of each unit on each channel.

    A narrow negative trough and a wider positive peak, both Gaussian. Units
    differ in place, so in amplitude over the channels, and in width (Gray et
    al., 1995, doi:10.1016/0165-0270(95)00085-2; Bartho et al., 2004,
    doi:10.1152/jn.01170.2003).

    Parameters
    ----------
    parameters : dict
        ``PARAMETERS["tetrode"]``.
    shift_samples : array_like, shape (...)
        How much later than its sample the trough comes.

    Returns
    -------
    ndarray, shape (..., n_units, n_channels, n_samples)
        Microvolts.
    """
    sample = np.arange(parameters["n_samples"]) - parameters["n_before_trough"]
    shift = np.asarray(shift_samples)[..., None, None]
    t_ms = (sample - shift) / parameters["sampling_hz"] * 1e3  # ... x 1 x samples
    width = np.array(parameters["trough_width_ms"])[:, None]
    to_peak = np.array(parameters["trough_to_peak_ms"])[:, None]
    ratio = np.array(parameters["peak_ratio"])[:, None]
    trough = np.exp(-0.5 * (t_ms / width) ** 2)
    peak = np.exp(-0.5 * ((t_ms - to_peak) / (2 * width)) ** 2)
    shape = ratio * peak - trough
    return np.array(parameters["amplitude_uv"])[:, :, None] * shape[..., None, :]


def draw_waveforms(parameters, rng, n_spikes=None):
    """Draw spike waveforms of five units on the four channels of a tetrode.

    ``x = m a_ch w(t - jitter) + noise``: the amplitude m varies from spike to
    spike, the jitter is that of the sampling clock, the noise is a
    first-order autoregression (Fee, Mitra and Kleinfeld, 1996,
    doi:10.1016/S0165-0270(96)00050-7).

    Parameters
    ----------
    parameters : dict
        ``PARAMETERS["tetrode"]``.
    rng : numpy.random.Generator
        Source of randomness.
    n_spikes : list of int, optional
        Spikes of each unit; by default those of the parameters.

    Returns
    -------
    waveforms : ndarray of int16, shape (n_spikes, n_channels, n_samples)
        Microvolts.
    unit : ndarray of uint8, shape (n_spikes,)
        The unit that fired.
    """
    n_spikes = parameters["n_spikes"] if n_spikes is None else n_spikes
    unit = rng.permutation(np.repeat(np.arange(len(n_spikes)), n_spikes))
    jitter = rng.uniform(-1, 1, len(unit)) * parameters["jitter_samples"]
    amplitude = 1 + parameters["amplitude_sd"] * rng.standard_normal(len(unit))
    clean = spike_templates(parameters, jitter)[np.arange(len(unit)), unit]
    noise = rng.standard_normal(clean.shape)
    rho = parameters["noise_rho"]
    for t in range(1, clean.shape[-1]):
        noise[..., t] = rho * noise[..., t - 1] + np.sqrt(1 - rho**2) * noise[..., t]
    noisy = amplitude[:, None, None] * clean + parameters["noise_sd_uv"] * noise
    return np.round(noisy).astype(np.int16), unit.astype(np.uint8)


# --- receptive fields -------------------------------------------------------------


def draw_filters(parameters, rng):
    """Draw Gabor filters, one a simple cell.

    A Gabor function, a grating under a Gaussian envelope, describes the
    receptive fields of simple cells (Jones and Palmer, 1987,
    doi:10.1152/jn.1987.58.6.1233).

    Parameters
    ----------
    parameters : dict
        ``PARAMETERS["receptive_fields"]``.
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    ndarray, shape (n_cells, size, size)
        Filters of length 1.
    """
    n, size = parameters["n_cells"], parameters["size_px"]
    pixels = np.arange(size) - (size - 1) / 2
    y, x = np.meshgrid(pixels, pixels, indexing="ij")
    center_x, center_y = rng.uniform(-size / 5, size / 5, (2, n, 1, 1))
    theta = rng.uniform(0, np.pi, (n, 1, 1))
    phase = rng.uniform(0, 2 * np.pi, (n, 1, 1))
    wavelength = rng.uniform(*parameters["wavelength_px"], (n, 1, 1))
    envelope = rng.uniform(*parameters["envelope_px"], (n, 1, 1))
    across = (x - center_x) * np.cos(theta) + (y - center_y) * np.sin(theta)
    squared = (x - center_x) ** 2 + (y - center_y) ** 2
    gabor = np.exp(-squared / (2 * envelope**2)) * np.cos(
        2 * np.pi * across / wavelength + phase
    )
    return gabor / np.sqrt((gabor**2).sum(axis=(1, 2), keepdims=True))


def draw_frames(parameters, n_frames, rng):
    """Draw frames of binary cloud noise: blurred white noise, thresholded.

    Parameters
    ----------
    parameters : dict
        ``PARAMETERS["receptive_fields"]``.
    n_frames : int
        How many frames.
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    ndarray of int8, shape (n_frames, size, size)
        -1 or 1.
    """
    size, blur = parameters["size_px"], parameters["blur_px"]
    white = rng.standard_normal((n_frames, size, size))
    cloud = gaussian_filter(white, sigma=(0, blur, blur), mode="wrap")
    return np.where(cloud > 0, 1, -1).astype(np.int8)


def frame_rates(parameters, filters, frames):
    """Compute the expected spikes of a linear-nonlinear-Poisson cell.

    ``lambda = l0 log(1 + exp(a z + b))``, with z the filter's response divided
    by its standard deviation (Chichilnisky, 2001,
    doi:10.1080/713663221).

    Parameters
    ----------
    parameters : dict
        ``PARAMETERS["receptive_fields"]``.
    filters : ndarray, shape (n_cells, size, size)
        Filters.
    frames : ndarray, shape (n_frames, size, size)
        Frames of -1 and 1.

    Returns
    -------
    ndarray, shape (n_frames, n_cells)
        Spikes a frame.
    """
    response = frames.reshape(len(frames), -1) @ filters.reshape(len(filters), -1).T
    standard = response / response_sd(parameters, filters)
    drive = parameters["slope"] * standard + parameters["offset"]
    return parameters["rate_scale"] * np.logaddexp(0, drive)


def response_sd(parameters, filters):
    """Return the standard deviation of each filter's response to the noise.

    The correlation of two pixels of a thresholded Gaussian is
    ``2 / pi arcsin(r)``, with r their correlation before the threshold.

    Parameters
    ----------
    parameters : dict
        ``PARAMETERS["receptive_fields"]``.
    filters : ndarray, shape (n_cells, size, size)
        Filters.

    Returns
    -------
    ndarray, shape (n_cells,)
        Standard deviations.
    """
    size, blur = parameters["size_px"], parameters["blur_px"]
    impulse = np.zeros((size, size))
    impulse[0, 0] = 1
    kernel = gaussian_filter(impulse, blur, mode="wrap")
    spectrum = np.abs(np.fft.fft2(kernel)) ** 2
    correlation = np.fft.ifft2(spectrum).real
    correlation = np.clip(correlation / correlation[0, 0], -1, 1)
    binary = 2 / np.pi * np.arcsin(correlation)  # by distance, around the edges
    power = np.abs(np.fft.fft2(filters)) ** 2 * np.fft.fft2(binary).real
    return np.sqrt(power.sum(axis=(1, 2)) / size**2)


# --- gratings ---------------------------------------------------------------------


def grating_patterns(parameters, phase_rad):
    """Compute noise-free gratings, one of each orientation a phase.

    A grating of orientation theta and wavelength lambda has, at pixel (x, y),
    the contrast ``amplitude * cos(2 pi u / lambda + phase)``, where
    ``u = x sin(theta) - y cos(theta)`` is the distance across its bars. It is
    the standard stimulus for the orientation tuning of neurons in visual
    cortex (Campbell, Cleland, Cooper and Enroth-Cugell, 1968,
    doi:10.1113/jphysiol.1968.sp008604).

    Parameters
    ----------
    parameters : dict
        ``PARAMETERS["gratings"]``.
    phase_rad : array_like, shape (n_phases,)
        Phases in radians.

    Returns
    -------
    ndarray, shape (n_orientations, n_phases, size, size)
        Contrast of each pixel, without noise.
    """
    pixels = np.arange(parameters["size_px"]) - (parameters["size_px"] - 1) / 2
    y, x = np.meshgrid(pixels, pixels, indexing="ij")
    theta = np.radians(parameters["orientations_deg"])[:, None, None]
    distance_px = x * np.sin(theta) - y * np.cos(theta)
    angle = 2 * np.pi * distance_px / parameters["wavelength_px"]
    phase_rad = np.asarray(phase_rad)[:, None, None]
    return parameters["amplitude"] * np.cos(angle[:, None] + phase_rad)


def simulate_gratings(parameters, rng):
    """Draw noisy images of horizontal and vertical gratings.

    Each image is a grating of random phase plus independent normal noise in
    every pixel, so the average image of both orientations is uniform gray.

    Parameters
    ----------
    parameters : dict
        ``PARAMETERS["gratings"]``.
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    images : ndarray of int8, shape (n_images, size, size)
        Contrast in steps of 1 / `steps_per_unit`.
    orientation_deg : ndarray of int16, shape (n_images,)
        0 for horizontal bars, 90 for vertical ones; as many of each.
    """
    n_images = parameters["n_images"]
    orientations = np.array(parameters["orientations_deg"], dtype=np.int16)
    index = rng.permutation(np.arange(n_images) % len(orientations))
    patterns = grating_patterns(parameters, rng.uniform(0, 2 * np.pi, n_images))
    contrast = patterns[index, np.arange(n_images)]
    noise = rng.normal(0, parameters["noise_sd"], contrast.shape)
    steps = np.round((contrast + noise) * parameters["steps_per_unit"])
    return np.clip(steps, -127, 127).astype(np.int8), orientations[index]


# --- later days and a new mouse ---------------------------------------------------


def drift_neurons(truth, log_sd, rng):
    """Let the rates of the neurons drift to the next day.

    The baseline and the amplitude of each neuron are multiplied by independent
    factors ``exp(log_sd eps - log_sd^2 / 2)``, whose mean is 1; its tuning stays. In mouse visual cortex, rates
    and tuning change over days (Deitch, Rubin and Ziv, 2021,
    doi:10.1016/j.cub.2021.07.062); a tuning that stays is a simplification of
    ours, and so are equal factors for all cell types.

    Parameters
    ----------
    truth : pandas.DataFrame
        The true neurons of one day.
    log_sd : float
        Standard deviation of the logarithm of each factor.
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    pandas.DataFrame
        The true neurons of the next day.
    """
    columns = ["base_hz", "amplitude_hz"]
    log_factors = log_sd * rng.standard_normal((len(truth), len(columns)))
    factors = np.exp(log_factors - log_sd**2 / 2)
    return truth.assign(**(truth[columns] * factors).round(4))


def draw_counts(truth, seen_deg, contrast, factor, rng):
    """Draw the spikes of each neuron from 0 to 600 ms in each trial.

    Parameters
    ----------
    truth : pandas.DataFrame
        The true neurons.
    seen_deg, contrast : array_like, shape (n_trials,)
        The orientation that reaches the cortex, and the contrast.
    factor : ndarray, shape (n_trials, 1) or (n_trials, n_neurons)
        Multiplies the rates.
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    ndarray of uint8, shape (n_trials, n_neurons)
        Spike counts.
    """
    expected = expected_counts(PARAMETERS, truth, seen_deg, contrast)
    after = bin_edges(PARAMETERS["time"])[:-1] > -1e-9
    return rng.poisson(factor * expected[:, :, after].sum(axis=2)).astype(np.uint8)


def slow_factors(parameters, shape, rng):
    """Draw slow changes of each neuron's rate within a session.

    The logarithm is a first-order autoregression over trials, independent for
    each neuron, as if the electrode moved a little.

    Parameters
    ----------
    parameters : dict
        ``PARAMETERS["new_mouse"]``.
    shape : tuple of int
        (n_trials, n_neurons).
    rng : numpy.random.Generator
        Source of randomness.

    Returns
    -------
    ndarray, shape (n_trials, n_neurons)
        Factors of the rates.
    """
    rho = np.exp(-1 / parameters["drift_trials"])
    log_factor = rng.standard_normal(shape)
    for trial in range(1, len(log_factor)):
        log_factor[trial] *= np.sqrt(1 - rho**2)
        log_factor[trial] += rho * log_factor[trial - 1]
    return np.exp(parameters["drift_log_sd"] * log_factor)


def write_later_days(out, truth, rng):
    """Draw the same neurons on later days, and write two files."""
    n_days = PARAMETERS["later_days"]["n_days"]
    seen = {"counts": [], "orientation_deg": [], "contrast": [], "running": []}
    hidden = {"base_hz": [], "amplitude_hz": []}
    for _ in range(n_days):
        truth = drift_neurons(truth, PARAMETERS["later_days"]["drift_log_sd"], rng)
        trials, true_trials = draw_trials(PARAMETERS["trials"], rng)
        gain = true_trials["gain"].to_numpy()[:, None]
        orientation = true_trials["orientation_seen_deg"].to_numpy()
        contrast = trials["contrast"].to_numpy()
        seen["counts"].append(draw_counts(truth, orientation, contrast, gain, rng))
        for name in ("orientation_deg", "contrast", "running"):
            seen[name].append(trials[name].to_numpy())
        for name, values in hidden.items():
            values.append(truth[name].to_numpy())
    np.savez_compressed(
        out / "later_days.npz", **{name: np.stack(days) for name, days in seen.items()}
    )
    np.savez_compressed(
        out / "truth/later_days.npz",
        **{name: np.stack(days) for name, days in hidden.items()},
    )


def write_new_mouse(out, rng):
    """Draw a session of another mouse, and write its tables.

    Each block of trials shows one orientation; the blocks come in random order,
    and half of the trials of each have each contrast.
    """
    parameters = PARAMETERS["new_mouse"]
    neurons, truth = draw_neurons(PARAMETERS["neurons"] | {"n": parameters["n"]}, rng)
    names = neurons["neuron"].str.replace("n", "m")
    truth["neuron"] = names
    shown = np.repeat(parameters["orientations_deg"], parameters["n_blocks"])
    in_block = parameters["trials_per_block"]
    half = np.repeat(PARAMETERS["trials"]["contrasts"], in_block // 2)
    orientation = np.repeat(rng.permutation(shown), in_block)
    contrast = np.concatenate([rng.permutation(half) for _ in shown])
    trial = np.arange(len(orientation))
    changes = rng.random(len(trial)) > PARAMETERS["trials"]["p_stay"]
    running = (rng.integers(2) + np.cumsum(changes)) % 2
    gain = draw_gain(PARAMETERS["trials"], running, rng)[:, None]
    slow = slow_factors(parameters, (len(trial), len(truth)), rng)
    jitter = PARAMETERS["trials"]["jitter_deg"] * rng.standard_normal(len(trial))
    counts = draw_counts(truth, orientation + jitter, contrast, gain * slow, rng)
    spontaneous = parameters["before_s"] * truth["base_hz"].to_numpy()
    before = rng.poisson(gain * slow * spontaneous)
    columns = {
        "trial": trial,
        "block": trial // in_block,
        "orientation_deg": orientation,
        "contrast": contrast,
        "running": running,
    }
    tables = {
        "new_mouse_trials.csv": pd.DataFrame(columns),
        "new_mouse_counts.csv": pd.DataFrame(counts, trial, names).reset_index(),
        "new_mouse_before.csv": pd.DataFrame(before, trial, names).reset_index(),
        "truth/new_mouse_neurons.csv": truth,
    }
    for name, table in tables.items():
        table = table.rename(columns={"index": "trial"})
        table.to_csv(out / name, index=False, lineterminator="\n")
    np.savez_compressed(out / "truth/new_mouse.npz", slow=slow.round(4))


# --- files and command line -------------------------------------------------------


def simulate(seed, out, say=lambda line: None):
    """Simulate every part of the experiment and write its files.

    Parameters
    ----------
    seed : int
        The same seed gives the same files.
    out : pathlib.Path
        The directory to write to; made if it is not there.
    say : callable
        Is called with one line of text as each part begins.
    """

    def stream(part):
        say(part)
        return np.random.default_rng([seed, STREAMS[part]])

    def write_table(table, name):
        table.to_csv(out / name, index=False, lineterminator="\n")

    (out / "truth").mkdir(parents=True, exist_ok=True)
    (out / "truth/parameters.json").write_text(
        json.dumps({"seed": seed, **PARAMETERS}, indent=1) + "\n",
        encoding="utf-8",
        newline="\n",
    )

    trials, true_trials = draw_trials(PARAMETERS["trials"], stream("trials"))
    neurons, true_neurons = draw_neurons(PARAMETERS["neurons"], stream("neurons"))

    expected = expected_counts(
        PARAMETERS,
        true_neurons,
        true_trials["orientation_seen_deg"].to_numpy(),
        trials["contrast"].to_numpy(),
    )
    gain = true_trials["gain"].to_numpy()
    spikes = stream("spikes").poisson(gain[:, None, None] * expected).astype(np.uint8)
    edges = bin_edges(PARAMETERS["time"])
    t_s = np.round((edges[:-1] + edges[1:]) / 2, 4)
    np.savez_compressed(out / "spikes_time.npz", spikes=spikes, t_s=t_s)
    counts = spikes[:, :, t_s > 0].sum(axis=2)
    counts_table = pd.DataFrame(counts, columns=neurons["neuron"])
    counts_table.insert(0, "trial", trials["trial"])
    write_table(counts_table, "counts.csv")
    stimulus_s = PARAMETERS["time"]["stop_s"]
    neurons["mean_rate_hz"] = (counts.mean(axis=0) / stimulus_s).round(3)
    write_table(neurons, "neurons.csv")
    write_table(true_neurons, "truth/neurons.csv")

    response = contrast_response(PARAMETERS["neurons"], trials["contrast"].to_numpy())
    reaction_time_s, drift = draw_reaction_times(
        PARAMETERS["reaction_time"], gain, response, stream("reaction_time")
    )
    trials["reaction_time_s"] = reaction_time_s.round(4)
    write_table(trials, "trials.csv")
    true_trials["drift"] = drift.round(5)
    write_table(true_trials, "truth/trials.csv")

    orientations = PARAMETERS["trials"]["orientations_deg"]
    contrasts = PARAMETERS["trials"]["contrasts"]
    grid = np.array([(o, c) for o in orientations for c in contrasts])
    rates_hz = expected_counts(PARAMETERS, true_neurons, *grid.T)
    rates_hz = rates_hz / PARAMETERS["time"]["bin_s"]
    shape = (len(orientations), len(contrasts), *rates_hz.shape[1:])
    np.savez_compressed(
        out / "truth/rates.npz", rates_hz=rates_hz.reshape(shape).round(3)
    )

    write_later_days(out, true_neurons, stream("later_days"))
    write_new_mouse(out, stream("new_mouse"))

    waveforms, unit = draw_waveforms(PARAMETERS["tetrode"], stream("tetrode"))
    sample = np.arange(PARAMETERS["tetrode"]["n_samples"])
    sample = sample - PARAMETERS["tetrode"]["n_before_trough"]
    t_ms = np.round(sample / PARAMETERS["tetrode"]["sampling_hz"] * 1e3, 4)
    np.savez_compressed(out / "tetrode.npz", waveforms=waveforms, t_ms=t_ms)
    np.savez_compressed(
        out / "truth/tetrode.npz",
        unit=unit,
        templates=spike_templates(PARAMETERS["tetrode"]).round(3),
    )

    fields = PARAMETERS["receptive_fields"]
    rng = stream("receptive_fields")
    filters = draw_filters(fields, rng)
    frames = draw_frames(fields, fields["n_frames"], rng)
    frames_val = draw_frames(fields, fields["n_validation"], rng)
    rates_val = frame_rates(fields, filters, frames_val)
    np.savez_compressed(
        out / "receptive_fields.npz",
        frames=frames,
        counts=rng.poisson(frame_rates(fields, filters, frames)).astype(np.uint8),
        frames_val=frames_val,
        counts_val=rng.poisson(
            np.broadcast_to(rates_val, (fields["n_repeats"], *rates_val.shape))
        ).astype(np.uint8),
    )
    np.savez_compressed(out / "truth/receptive_fields.npz", filters=filters.round(6))

    images, orientation_deg = simulate_gratings(
        PARAMETERS["gratings"], stream("gratings")
    )
    np.savez_compressed(
        out / "gratings.npz", images=images, orientation_deg=orientation_deg
    )


def main(arguments=None):
    """Read the command line, refuse a foreign directory, and simulate."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent)
    parser.add_argument("--force", action="store_true", help="write into any directory")
    options = parser.parse_args(arguments)
    if options.seed < 0:
        parser.error(f"--seed must be 0 or more, not {options.seed}")
    if options.out.exists() and not options.out.is_dir():
        parser.error(f"--out {options.out} is a file; name a directory")
    ours = (options.out / "truth" / "parameters.json").exists()
    foreign = options.out.exists() and any(options.out.iterdir()) and not ours
    if foreign and not options.force:
        parser.error(
            f"{options.out} holds files that this program did not make, and "
            "nothing was written; name another --out, or add --force"
        )
    progress = sys.stderr.isatty()
    simulate(
        options.seed,
        options.out,
        say=lambda line: print(line, file=sys.stderr) if progress else None,
    )


if __name__ == "__main__":
    main()
