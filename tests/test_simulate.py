"""simulate.py: the committed files are what it makes, and what the model says."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import simulate

DATA = Path(__file__).resolve().parent.parent / "data"
GRATINGS = simulate.PARAMETERS["gratings"]


def same(first, second):
    """Compare two data files: arrays by value, the others byte by byte."""
    if first.suffix != ".npz":
        return first.read_bytes() == second.read_bytes()
    with np.load(first, allow_pickle=False) as a, np.load(second, allow_pickle=False) as b:
        return sorted(a) == sorted(b) and all(
            a[k].dtype == b[k].dtype and np.array_equal(a[k], b[k]) for k in a
        )


def made(out, seed=7):
    simulate.main(["--seed", str(seed), "--out", str(out)])
    return sorted(p.relative_to(out) for p in out.rglob("*") if p.is_file())


def test_committed_files_are_what_the_seed_gives(tmp_path):
    files = made(tmp_path / "again")
    assert Path("gratings.npz") in files
    differing = [f for f in files if not same(tmp_path / "again" / f, DATA / f)]
    assert not differing, f"run 'make data': {differing}"


def test_another_seed_gives_other_files(tmp_path):
    files = made(tmp_path / "other", seed=8)
    assert not any(same(tmp_path / "other" / f, DATA / f) for f in files)


def test_command_refuses_a_directory_it_did_not_make(tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")
    command = [sys.executable, DATA / "simulate.py", "--out", tmp_path]
    refused = subprocess.run(command, capture_output=True, text=True)
    assert refused.returncode and "nothing was written" in refused.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.txt"]
    subprocess.run([*command, "--force"], check=True, capture_output=True)
    subprocess.run(command, check=True, capture_output=True)  # now it is ours


@pytest.mark.parametrize("wrong", [["--seed", "-1"], ["--seed", "x"]])
def test_command_names_a_wrong_argument(wrong, tmp_path, capsys):
    with pytest.raises(SystemExit):
        simulate.main(["--out", str(tmp_path), *wrong])
    assert "--seed" in capsys.readouterr().err


def test_parameters_are_written_beside_the_truth():
    written = json.loads((DATA / "truth/parameters.json").read_text(encoding="utf-8"))
    assert written == {"seed": 7, **simulate.PARAMETERS}


def test_gratings_follow_the_model():
    with np.load(DATA / "gratings.npz") as file:
        images = file["images"] / GRATINGS["steps_per_unit"]
        vertical = file["orientation_deg"] == 90
    assert images.shape == (1200, 12, 12) and vertical.sum() == 600
    # a vertical grating is constant along y, so columns share its contrast:
    # the mean over a column has variance amplitude^2 / 2 + noise^2 / 12
    signal, noise = GRATINGS["amplitude"] ** 2 / 2, GRATINGS["noise_sd"] ** 2 / 12
    for chosen, along, across in [(vertical, 1, 2), (~vertical, 2, 1)]:
        assert images[chosen].mean(axis=along).var() == pytest.approx(
            signal + noise, rel=0.05
        )
        assert images[chosen].mean(axis=across).var() == pytest.approx(noise, rel=0.15)
    assert abs(images.mean(axis=0)).max() < 4.5 * 1.56 / np.sqrt(1200)
    # the wavelength: at random phase, pixels d apart correlate as cos(2 pi d / 5)
    for lag in (1, 2, 5):
        pairs = (images[vertical][:, :, :-lag] * images[vertical][:, :, lag:]).mean()
        assert pairs == pytest.approx(signal * np.cos(2 * np.pi * lag / 5), abs=0.03)
