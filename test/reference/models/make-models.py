"""Write what scikit-learn 1.2.1 answers, for the tests of src/ml/models.

Usage, from the project's root: /usr/bin/python3 test/reference/models/make-models.py
Writes tables.json, classification.json, regression.json and forest.json beside this file.
"""

import json
import os
import pathlib
import warnings

# With several threads sums are taken in another order each time, and the last digits differ.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"

import numpy as np
import pandas as pd
import sklearn
from sklearn.dummy import DummyClassifier, DummyRegressor
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

assert sklearn.__version__ == "1.2.1"
warnings.filterwarnings("ignore")

HERE = pathlib.Path(__file__).parent
DATASETS = HERE.parents[2] / "datasets"
SEEDS = range(30)
# Of the test rows so many are compared one by one, which keeps the files small.
COMPARED = 30


def bundled(name):
    """A bundled table, its classes as codes in alphabetical order, and a fixed choice of rows."""
    frame = pd.read_csv(DATASETS / f"{name}.csv")
    target = frame.iloc[:, -1]
    y = target.to_numpy(float) if name == "diabetes" else target.astype("category").cat.codes.to_numpy(int)
    order = np.random.default_rng(7).permutation(len(frame))
    size = round(len(frame) * 0.3)
    test, train = order[:size], order[size:]
    return {"x": frame.iloc[:, :-1].to_numpy(float), "y": y, "train": train, "test": test}


def generated(rows, make):
    rng = np.random.default_rng(11)
    table = make(rng, rows)
    table["weights"] = np.round(rng.uniform(0.2, 3, rows), 2)
    table["train"], table["test"] = np.arange(0, rows * 3 // 4), np.arange(rows * 3 // 4, rows)
    return table


def tied(rng, rows):
    """Whole numbers with many equal values, a column that repeats, one that adds two others up, and one constant."""
    a, b, c = rng.integers(0, 6, rows), rng.integers(0, 4, rows), np.round(rng.normal(size=rows), 1)
    x = np.column_stack([a, b, a, a + b, np.full(rows, 3), c]).astype(float)
    y = np.digitize(a + 2 * c + rng.normal(size=rows), [1.5, 4.0])
    return {"x": x, "y": y, "z": np.round(3 * a - b + 5 * c + rng.normal(size=rows), 2)}


def smooth(rng, rows):
    """Numbers without ties."""
    x = np.round(rng.normal(size=(rows, 5)) * [1, 10, 0.1, 1, 1] + [0, 50, 0, -3, 1000], 4)
    score = x[:, 0] + x[:, 1] / 10 - 5 + 20 * x[:, 2] ** 2 + rng.normal(size=rows) * 0.5
    return {"x": x, "y": np.digitize(score, [-0.3, 0.8]), "z": np.round(score * 7 + 100, 3)}


def wide(rng, rows):
    """More columns than rows."""
    x = np.round(rng.normal(size=(rows, 30)), 2)
    return {"x": x, "y": rng.integers(0, 2, rows), "z": np.round(x[:, 0] * 2 + rng.normal(size=rows), 2)}


TABLES = {name: bundled(name) for name in ("iris", "wine", "breast_cancer", "diabetes")}
TABLES |= {"tied": generated(160, tied), "smooth": generated(160, smooth), "wide": generated(24, wide)}


def parts(table, target, scaled):
    x, y = table["x"], table[target]
    train, test = x[table["train"]], x[table["test"]]
    if scaled:
        scaler = StandardScaler().fit(train)
        train, test = scaler.transform(train), scaler.transform(test)
    return train, y[table["train"]], test


def unambiguous(train, test, k, order):
    """The rows whose k-th and (k + 1)-th neighbour are not equally far, so that no tie rule decides."""
    distances = np.sort((np.abs(test[:, None, :] - train[None, :, :]) ** order).sum(axis=2), axis=1)
    return distances[:, k] - distances[:, k - 1] > 1e-9


def agreed(answers):
    """The rows for which the answers are the same whatever the seed: scikit-learn's trees settle ties by chance."""
    spread = np.ptp(np.asarray(answers), axis=0)
    return spread.reshape(len(spread), -1).max(axis=1) < 1e-12


def short(values):
    """Twelve significant digits."""
    return json.loads(json.dumps(np.asarray(values, float).tolist()), parse_float=lambda text: float(f"{float(text):.12g}"))


def weights_of(table, kind, y):
    if kind == "given":
        return table["weights"][table["train"]]
    counts = np.bincount(y)
    return len(y) / (len(counts) * counts)[y]


class Cases:
    def __init__(self, target, answer):
        self.target, self.answer, self.list = target, answer, []

    def add(self, name, model, params, make, scaled=False, weights=None, extra=lambda fitted: {}, rows=None, seeds=None):
        table = TABLES[name]
        target = self.target if self.target in table else "y"
        train, y, test = parts(table, target, scaled)
        options = {} if weights is None else {"sample_weight": weights_of(table, weights, y)}
        fitted = [make(seed).fit(train, y, **options) for seed in (seeds or [0])]
        answers = [getattr(one, self.answer)(test) for one in fitted]
        keep = np.arange(len(test)) < COMPARED
        keep &= agreed(answers)
        if rows is not None:
            keep &= rows(train, test)
        case = {"table": name, "model": model, "params": params, "scaled": scaled, "rows": np.flatnonzero(keep).tolist()}
        if weights:
            case["weights"] = weights
        case["answers"] = short(answers[0][keep])
        extras = [extra(one) for one in fitted]
        assert all(np.allclose(extras[0][key], other[key], atol=1e-12) for other in extras for key in other)
        self.list.append(case | {key: short(value) for key, value in extras[0].items()})


def linear_parts(fitted):
    return {"coefficients": np.atleast_2d(fitted.coef_), "intercepts": np.atleast_1d(fitted.intercept_)}


class ShortestLeastSquares(LinearRegression):
    """LinearRegression with numpy's rule for what counts as 0; scipy's lets 1e-15 pass here, and weights of 1e14 come out."""

    def fit(self, x, y):
        means = (x.mean(axis=0), y.mean()) if self.fit_intercept else (np.zeros(x.shape[1]), 0.0)
        self.coef_ = np.linalg.lstsq(x - means[0], y - means[1], rcond=None)[0]
        self.intercept_ = means[1] - means[0] @ self.coef_
        return self


def knn_params():
    for k in (1, 5, 8):
        for weights in ("uniform", "distance"):
            metric = "manhattan" if k == 8 else "euclidean"
            yield {"n_neighbors": k, "weights": weights, "metric": metric}


def importances(fitted):
    return {"importances": fitted.feature_importances_}


def tree_cases(cases, make, names, criteria, weights):
    for criterion in criteria:
        for name in names:
            for limits in ({"max_depth": 3}, {"min_samples_leaf": 6, "min_samples_split": 15}, {}):
                params = {"criterion": criterion} | limits
                cases.add(name, "decision_tree", params, lambda seed: make(random_state=seed, **params), seeds=SEEDS)
        # Here nothing ties, so the whole tree is the same for every seed, and so are its importances.
        params = {"criterion": criterion, "min_samples_leaf": 6}
        grow = lambda seed: make(random_state=seed, **params)
        cases.add("smooth", "decision_tree", params, grow, weights=weights, extra=importances, seeds=SEEDS)


def classification():
    cases = Cases("y", "predict_proba")
    names = ("iris", "wine", "breast_cancer", "tied")
    for name in names:
        for params in knn_params():
            order = 1 if params["metric"] == "manhattan" else 2
            plain = lambda train, test: unambiguous(train, test, params["n_neighbors"], order)
            cases.add(name, "knn", params, lambda _: KNeighborsClassifier(**params), scaled=name != "tied", rows=plain)
        for smoothing in (1e-9, 0.01):
            cases.add(name, "naive_bayes", {"var_smoothing": smoothing}, lambda _: GaussianNB(var_smoothing=smoothing))
        cases.add(name, "naive_bayes", {}, lambda _: GaussianNB(), weights="balanced")
        for strategy in ("prior", "most_frequent"):
            cases.add(name, "dummy", {"strategy": strategy}, lambda _: DummyClassifier(strategy=strategy))
        for params in ({"C": 1}, {"C": 0.01}, {"C": 50, "fit_intercept": False}):
            tight = lambda _: LogisticRegression(solver="newton-cg", tol=1e-10, max_iter=10_000, **params)
            cases.add(name, "logistic_regression", params, tight, scaled=True, extra=linear_parts)
        default = lambda _: LogisticRegression()
        cases.add(name, "logistic_regression", {}, default, scaled=True)
        cases.list[-1]["tolerance"] = 2e-4
        tight = lambda _: LogisticRegression(solver="newton-cg", tol=1e-10, max_iter=10_000)
        cases.add(name, "logistic_regression", {}, tight, scaled=True, weights="balanced")
    free = lambda _: LogisticRegression(solver="newton-cg", penalty=None, tol=1e-12, max_iter=10_000)
    for name in ("tied", "smooth"):
        cases.add(name, "logistic_regression", {"C": None}, free, scaled=True)
    for name in ("tied", "smooth"):
        cases.add(name, "logistic_regression", {}, tight, scaled=True, weights="given", extra=linear_parts)
        cases.add(name, "naive_bayes", {}, lambda _: GaussianNB(), weights="given")
        cases.add(name, "dummy", {}, lambda _: DummyClassifier(), weights="given")
    tree_cases(cases, DecisionTreeClassifier, names, ("gini", "entropy"), weights="given")
    return cases.list


def regression():
    cases = Cases("z", "predict")
    for name in ("diabetes", "tied", "smooth"):
        for params in knn_params():
            order = 1 if params["metric"] == "manhattan" else 2
            plain = lambda train, test: unambiguous(train, test, params["n_neighbors"], order)
            cases.add(name, "knn", params, lambda _: KNeighborsRegressor(**params), scaled=name == "diabetes", rows=plain)
        for strategy in ("mean", "median"):
            cases.add(name, "dummy", {"strategy": strategy}, lambda _: DummyRegressor(strategy=strategy))
    for name in ("diabetes", "tied", "smooth", "wide"):
        least_squares = ShortestLeastSquares if name == "tied" else LinearRegression
        for intercept in (True, False):
            extra = linear_parts
            params = {"fit_intercept": intercept}
            cases.add(name, "linear_regression", params, lambda _: least_squares(**params), extra=extra)
            for alpha in (1, 100):
                params = {"alpha": alpha, "fit_intercept": intercept}
                cases.add(name, "ridge", params, lambda _: Ridge(**params), extra=extra)
    tree_cases(cases, DecisionTreeRegressor, ("diabetes", "tied"), ("squared_error",), weights=None)
    return cases.list


def forests():
    """Mean answers and scores of ten forests: another generator of random numbers can only come close."""
    result = []
    for name in ("iris", "wine", "breast_cancer", "diabetes"):
        table = TABLES[name]
        train, y, test = parts(table, "y", False)
        truth = table["y"][table["test"]]
        make = RandomForestRegressor if name == "diabetes" else RandomForestClassifier
        fitted = [make(random_state=seed).fit(train, y) for seed in range(10)]
        answers = [one.predict(test) if name == "diabetes" else one.predict_proba(test) for one in fitted]
        result.append({
            "table": name,
            "scores": short([one.score(test, truth) for one in fitted]),
            "answers": np.round(np.mean(answers, axis=0)[:COMPARED], 4).tolist(),
            "importances": np.round(np.mean([one.feature_importances_ for one in fitted], axis=0), 4).tolist(),
        })
    return result


def stored(table, is_bundled):
    keys = ("train", "test") if is_bundled else ("x", "y", "z", "weights", "train", "test")
    return {key: np.asarray(table[key]).tolist() for key in keys}


def write(name, value):
    text = json.dumps(value, separators=(",", ":"))
    (HERE / f"{name}.json").write_text(text.replace('},{"table"', '},\n{"table"') + "\n")


write("tables", {name: stored(table, (DATASETS / f"{name}.csv").exists()) for name, table in TABLES.items()})
write("classification", classification())
write("regression", regression())
write("forest", forests())
