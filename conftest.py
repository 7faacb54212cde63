"""Settings of the environment that the outputs depend on, for every test."""

import os


def pytest_configure():
    # an inherited back end or style would change or hide the figures
    for name in ("MPLBACKEND", "MATPLOTLIBRC"):
        os.environ.pop(name, None)
    # on busy cores one thread is faster than several, and sums keep their order
    os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
