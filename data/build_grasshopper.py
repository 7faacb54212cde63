"""Make grasshopper.npz from the recording that the package nitime ships.

One auditory receptor of a grasshopper (Locusta migratoria) hears a tone of 2.5 kHz
whose loudness changes at random (Rokem et al., 2006, doi:10.1152/jn.00891.2005).
Run ``python data/build_grasshopper.py`` with internet access; it downloads the wheel of
nitime 0.12.1 (BSD license, in data/LICENSE-nitime) and writes one small file.
"""

import io
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np

DATA = Path(__file__).resolve().parent
WHEEL = "nitime==0.12.1"


def read(archive, name):
    """Return the lines of a text file in the wheel, without comments."""
    text = archive.read(f"nitime/data/grasshopper_{name}.txt").decode("ascii")
    return [line.split() for line in text.splitlines() if line and line[0] != "#"]


def main():
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--dest"]
        subprocess.run([*command, folder, WHEEL], check=True)
        wheel = next(Path(folder).glob("*.whl")).read_bytes()
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        level_db, spikes = [], []
        for number in (1, 2):
            volts = np.array(read(archive, f"stimulus{number}"), dtype=float)[:, 1]
            volts = volts.reshape(10_000, 20).mean(axis=1)  # 20 samples per ms
            level_db.append(20 * np.log10(volts / volts.max()))
            times_us = [float(row[0]) for row in read(archive, f"spike_times{number}")]
            bins = np.histogram(np.divide(times_us, 1000), np.arange(10_001))[0]
            spikes.append(bins.astype(np.uint8))
        (DATA / "LICENSE-nitime").write_bytes(archive.read("nitime/LICENSE"))
    np.savez_compressed(
        DATA / "grasshopper.npz",
        level_db=np.round(level_db, 2).astype(np.float32),
        spikes=np.array(spikes),
        cutoff_hz=np.array([200, 800]),
    )


if __name__ == "__main__":
    main()
