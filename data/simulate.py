"""Simulate the experiment of the course and write its data files.

Run ``python data/simulate.py``, or ``make data``. The same seed gives the same
files on every machine: all numbers are rounded before they are written.
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np

#: Every number of the model, by the part of the experiment that uses it. They
#: are written to truth/parameters.json, where limits.py and the tests read
#: them.
PARAMETERS = {
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
STREAMS = {"gratings": 0}


def grating_patterns(parameters, phase_rad):
    """Compute noise-free gratings, one of each orientation a phase.

    A grating of orientation theta and wavelength lambda has, at pixel (x, y),
    the contrast ``amplitude * cos(2 pi u / lambda + phase)``, where
    ``u = x sin(theta) - y cos(theta)`` is the distance across its bars. It is
    the standard stimulus for the orientation tuning of neurons in visual
    cortex (Hubel and Wiesel, 1962, doi:10.1113/jphysiol.1962.sp006837).

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
    truth = out / "truth"
    truth.mkdir(parents=True, exist_ok=True)
    record = {"seed": seed, **PARAMETERS}
    (truth / "parameters.json").write_text(
        json.dumps(record, indent=1) + "\n", encoding="utf-8", newline="\n"
    )
    say("gratings")
    rng = np.random.default_rng([seed, STREAMS["gratings"]])
    images, orientation_deg = simulate_gratings(PARAMETERS["gratings"], rng)
    np.savez_compressed(
        out / "gratings.npz", images=images, orientation_deg=orientation_deg
    )


def main(arguments=None):
    """Read the command line, refuse a foreign directory, and simulate."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent)
    parser.add_argument(
        "--force", action="store_true", help="write into any directory"
    )
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
