"""Searches in scikit-learn, on the bundled tables: row i is in fold i % 5. Run: /usr/bin/python3 make-reference.py"""
import json
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.datasets import make_classification, make_regression
from sklearn.experimental import enable_halving_search_cv  # noqa: F401
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.model_selection import GridSearchCV, HalvingGridSearchCV, PredefinedSplit
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import MinMaxScaler, StandardScaler
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

warnings.filterwarnings('ignore')
here = Path(__file__).parent
datasets = here.parents[2] / 'datasets'
scalers = {'none': 'passthrough', 'standard': StandardScaler(), 'min_max': MinMaxScaler()}
own_names = {'scale': 'preprocessing.scale'}


def search(dataset, target, positive, model, space, metric, scoring):
    table = pd.read_csv(datasets / f'{dataset}.csv')
    x, y = table.drop(columns=target), table[target]
    if positive:
        y = (y == positive).astype(int)
    grid = {('scale' if name == 'scale' else f'model__{name}'): ([scalers[v] for v in values] if name == 'scale' else values) for name, values in space.items()}
    folds = PredefinedSplit(np.arange(len(table)) % 5)
    found = GridSearchCV(Pipeline([('scale', StandardScaler()), ('model', model)]), grid, cv=folds, scoring=scoring).fit(x, y)
    sign = -1 if scoring.startswith('neg_') else 1
    tried = []
    for params, mean, sd in zip(found.cv_results_['params'], found.cv_results_['mean_test_score'], found.cv_results_['std_test_score']):
        named = {key.replace('model__', ''): value for key, value in params.items()}
        if 'scale' in named:
            named['scale'] = next(word for word, scaler in scalers.items() if type(scaler) is type(named['scale']))
        tried.append({'params': {own_names.get(k, k): v for k, v in named.items()}, 'mean': sign * mean, 'sd': sd})
    return {'dataset': dataset, 'target': target, 'metric': metric, 'space': {own_names.get(k, k): v for k, v in space.items()}, 'tried': tried}


def rounds(candidates, rows, folds, classes):
    grid = {'max_leaf_nodes': [None, *range(2, candidates + 1)]}
    if classes > 1:
        x, y = make_classification(rows, n_informative=6, n_classes=classes, random_state=0)
        model = DecisionTreeClassifier(random_state=0)
    else:
        x, y = make_regression(rows, random_state=0)
        model = DecisionTreeRegressor(random_state=0)
    found = HalvingGridSearchCV(model, grid, cv=folds, factor=3, resource='n_samples', random_state=0).fit(x, y)
    return {'candidates': candidates, 'rows': rows, 'folds': folds, 'classes': classes,
            'rounds': [{'candidates': c, 'rows': r} for c, r in zip(found.n_candidates_, found.n_resources_)]}


reference = {
    'searches': [
        search('wine', 'cultivar', None, KNeighborsClassifier(), {'n_neighbors': [1, 3, 5, 7, 9], 'scale': ['none', 'standard', 'min_max'], 'weights': ['uniform', 'distance']}, 'accuracy', 'accuracy'),
        search('breast_cancer', 'diagnosis', 'malignant', LogisticRegression(solver='newton-cg', tol=1e-12, max_iter=10000), {'C': [0.01, 0.1, 1, 10]}, 'log_loss', 'neg_log_loss'),
        search('diabetes', 'progression', None, Ridge(), {'alpha': [0.1, 1, 10, 100], 'scale': ['standard', 'min_max']}, 'rmse', 'neg_root_mean_squared_error'),
    ],
    'rounds': [rounds(*case) for case in [(20, 133, 5, 3), (9, 426, 5, 2), (30, 1000, 5, 2), (4, 60, 5, 3), (100, 600, 3, 2), (12, 331, 5, 1), (2, 100, 5, 2)]],
}
(here / 'reference.json').write_text(json.dumps(reference, indent=1) + '\n')
