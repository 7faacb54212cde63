"""Make linear_track.npz from a recording in the repository nelpy/example-data.

A rat runs back and forth on a track while units in area CA1 of its hippocampus are
recorded (by Joshua Chu, 8 July 2017; MIT license, in data/LICENSE-nelpy). Fetch the
repository, then give this script its folder:

    git clone https://github.com/nelpy/example-data
    python data/build_linear_track.py example-data

Checked with the commit 099548c0608ffaa92933c66346c0d96f05a18622.
"""

import sys
from pathlib import Path

import numpy as np
from scipy.io import loadmat

DATA = Path(__file__).resolve().parent
CLOCK_HZ = 30_000
BIN_S = 0.25
ON_TRACK_S = (4442.85, 5361.97)  # from nelpy's notebook; before and after: the box
FRAMES_PER_BIN = 15  # the camera takes 60 frames per second
END_PERCENT = 15  # so far from an end the rat counts as being there


def read_positions(path):
    """Return times (s) and x, y (pixels) of the rat in every video frame."""
    content = path.read_bytes()
    mark = b"<End settings>\n"
    fields = [("clock", "<u4"), *((name, "<u2") for name in ("x", "y", "x2", "y2"))]
    frames = np.frombuffer(content[content.index(mark) + len(mark) :], dtype=fields)
    order = np.argsort(frames["clock"], kind="stable")
    xy = np.column_stack([frames["x"], frames["y"]]).astype(float)
    return frames["clock"][order] / CLOCK_HZ, xy[order]


def read_units(path):
    """Return the spike times (s) of every sorted unit that has spikes."""
    found = []

    def walk(item):  # cells in cells, down to one structure per unit
        if item.dtype == object:
            for part in item.ravel():
                walk(part)
        elif item.dtype.names and item.size:
            times = np.asarray(item["time"].ravel()[0], dtype=float).ravel()
            if times.size:
                found.append(np.sort(times))

    walk(loadmat(path)["spikes"])
    return found


def position_percent(xy, on_track):
    """Return the place along the track, from 0 at one end to 100 at the other."""
    center = xy[on_track].mean(axis=0)
    along = np.linalg.svd(xy[on_track] - center, full_matrices=False)[2][0]
    place = (xy - center) @ (along * np.sign(along[0]))
    first, last = place[on_track].min(), place[on_track].max()
    place = 100 * (place - first) / (last - first)
    return np.convolve(place, np.ones(FRAMES_PER_BIN) / FRAMES_PER_BIN, mode="same")


def count_laps(place):
    """Number the runs from one end to the other; each begins where the rat turns."""
    ends = np.where(place < END_PERCENT, 0, np.where(place > 100 - END_PERCENT, 1, -1))
    turns = []  # the farthest bin of each visit to an end
    last_end = None
    for number in np.flatnonzero(ends >= 0):
        if ends[number] != last_end:
            turns.append(number)
            last_end = ends[number]
        elif abs(place[number] - 50) > abs(place[turns[-1]] - 50):
            turns[-1] = number
    laps = np.searchsorted(turns[1:], np.arange(len(place)), side="right")
    return laps.astype(np.uint8)


def main(folder):
    folder = Path(folder)
    times, xy = read_positions(folder / "linear-track/trajectory.videoPositionTracking")
    start, stop = ON_TRACK_S
    edges = np.arange(start, stop, BIN_S)
    middle = edges[:-1] + BIN_S / 2
    place = position_percent(xy, (times >= start) & (times <= stop))
    place = np.interp(middle, times, place)
    units = read_units(folder / "linear-track/spikes.mat")
    counts = np.column_stack([np.histogram(unit, edges)[0] for unit in units])
    np.savez_compressed(
        DATA / "linear_track.npz",
        counts=counts.astype(np.uint8),
        position_percent=np.round(place, 1).astype(np.float32),
        velocity_percent_per_s=np.round(np.gradient(place, BIN_S), 1).astype("f4"),
        lap=count_laps(place),
    )
    (DATA / "LICENSE-nelpy").write_bytes((folder / "LICENSE").read_bytes())


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
