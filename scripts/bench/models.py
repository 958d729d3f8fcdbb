"""Time scikit-learn's models on one thread, and write the tables that it learned from, so that Node can learn from the same.

Usage: python3 models.py DATASETS OUT   (DATASETS: the folder of the bundled CSV files; OUT: a folder for the tables)
Prints {"table model": milliseconds of fit + predict_proba}, the median of several runs.
"""

import json
import os
import sys
import time
import warnings

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import numpy as np
import pandas as pd
from sklearn.datasets import make_classification
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier

warnings.filterwarnings("ignore")

MODELS = {
    "knn": KNeighborsClassifier,
    "logistic_regression": LogisticRegression,
    "naive_bayes": GaussianNB,
    "decision_tree": lambda: DecisionTreeClassifier(random_state=0),
    "random_forest": lambda: RandomForestClassifier(random_state=0),
}


def tables(folder):
    for name in ("iris", "wine", "breast_cancer"):
        frame = pd.read_csv(os.path.join(folder, f"{name}.csv"))
        yield name, frame.iloc[:, :-1].to_numpy(float), frame.iloc[:, -1].astype("category").cat.codes.to_numpy()
    x, y = make_classification(10_000, 20, n_informative=10, random_state=0)
    yield "made_10000x20", x, y


def median_ms(work, runs):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return float(np.median(times))


def main(folder, out):
    times = {}
    for name, x, y in tables(folder):
        x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.3, stratify=y, random_state=42)
        scaler = StandardScaler().fit(x_train)
        x_train, x_test = scaler.transform(x_train), scaler.transform(x_test)
        for part, values in {"x_train": x_train, "x_test": x_test}.items():
            values.astype("<f8").tofile(os.path.join(out, f"{name}.{part}"))
        y_train.astype("<i4").tofile(os.path.join(out, f"{name}.y_train"))
        runs = 3 if len(x) > 5000 else 15
        for model, make in MODELS.items():
            times[f"{name} {model}"] = median_ms(lambda: make().fit(x_train, y_train).predict_proba(x_test), runs)
    print(json.dumps(times))


main(*sys.argv[1:])
