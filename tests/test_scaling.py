"""Parallel runs give what one process gives, also when a worker is killed."""

import logging
import os
import signal
import threading
import time
from concurrent.futures import CancelledError

import numpy as np
import pandas as pd
import pytest
from dask.distributed import Client, LocalCluster
from joblib import Parallel, delayed, parallel_config
from notebooks import ROOT
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import GridSearchCV, permutation_test_score
from sklearn.naive_bayes import MultinomialNB

pytestmark = pytest.mark.thorough  # clusters start and die
DATA = ROOT / "data"
X = pd.read_csv(DATA / "counts.csv", index_col="trial").to_numpy()
y = pd.factorize(pd.read_csv(DATA / "trials.csv")["orientation_deg"])[0]
FOLDS = [(np.arange(80, 400), np.arange(80)), (np.arange(320), np.arange(320, 400))]
QUIET = {"dashboard_address": "127.0.0.1:0", "silence_logs": logging.CRITICAL}
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)  # Windows has only the second


def start_cluster(n_workers):
    """Start a quiet cluster of two threads in all; with one joblib would not use it."""
    return LocalCluster(n_workers, threads_per_worker=2 // n_workers, **QUIET)


def search():
    """Search as in chapter 4, over forests, and drop the times."""
    forest = RandomForestClassifier(n_estimators=50, random_state=0)
    grid = {"max_depth": [None, 10], "min_samples_split": [2, 10]}
    found = GridSearchCV(forest, grid, cv=FOLDS).fit(X, y).cv_results_
    return {key: np.array(value) for key, value in found.items() if "time" not in key}


def shuffle(generators):
    return Parallel(batch_size=1)(delayed(rng.permutation)(y) for rng in generators)


def run_everything():
    options = {"cv": FOLDS, "n_permutations": 9, "random_state": 0}
    shuffled_scores = permutation_test_score(MultinomialNB(), X, y, **options)[1]
    shared, own = [np.random.default_rng(0)] * 5, np.random.default_rng(0).spawn(5)
    return shuffle(shared), shuffle(own), shuffled_scores, search()


def test_back_ends_agree_unless_tasks_share_a_generator():
    expected = run_everything()
    with parallel_config("loky", n_jobs=2):
        results = [run_everything()]
    with start_cluster(2) as cluster, Client(cluster), parallel_config("dask"):
        results.append(run_everything())
    for found in results:
        np.testing.assert_equal(found[1:], expected[1:])
        assert not np.array_equal(found[0], expected[0])  # the fault is seen


def search_with_a_kill(n_workers):
    """Kill a worker that has tasks; return the results and how many pids remain."""
    with start_cluster(n_workers) as cluster, Client(cluster) as client:
        pids = client.run(os.getpid)  # by address
        client.amm.stop()  # or it drops second copies of the data within 2 s

        def kill():
            while not (busy := [a for a, keys in client.processing().items() if keys]):
                time.sleep(0.01)
            os.kill(pids[busy[0]], KILL)

        threading.Thread(target=kill, daemon=True).start()
        try:
            with parallel_config("dask", scatter=[X, y, *FOLDS[0], *FOLDS[1]]):
                found = search()
        finally:  # a cluster that is starting a worker does not close cleanly
            client.wait_for_workers(n_workers, timeout=60)
        return found, len(set(pids.values()) & set(client.run(os.getpid).values()))


def test_search_survives_the_kill_of_a_worker():
    found, remaining = search_with_a_kill(n_workers=2)
    np.testing.assert_equal(found, search())
    assert remaining == 1, "no worker was killed"


def test_search_dies_with_the_only_worker_that_has_the_data():
    with pytest.raises(CancelledError):
        search_with_a_kill(n_workers=1)
