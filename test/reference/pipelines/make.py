"""Whole pipelines in scikit-learn, on the bundled tables: every fourth row is the test. Run: /usr/bin/python3 make.py"""
import json
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn import metrics as m
from sklearn.compose import ColumnTransformer
from sklearn.dummy import DummyClassifier, DummyRegressor
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.decomposition import PCA
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler, OneHotEncoder, OrdinalEncoder, PolynomialFeatures, RobustScaler, StandardScaler
from sklearn.tree import DecisionTreeClassifier

warnings.filterwarnings('ignore')
here = Path(__file__).parent
datasets = here.parents[2] / 'datasets'
targets = {'wine': 'cultivar', 'iris': 'species', 'breast_cancer': 'diagnosis', 'diabetes': 'progression', 'subscriptions': 'churned'}
scalers = {'standard': StandardScaler, 'min_max': MinMaxScaler, 'robust': RobustScaler}
# lbfgs stops at a relative change of 2e-9 whatever its `tol`; newton-cg goes to the optimum that the formula defines.
logistic = dict(solver='newton-cg', tol=1e-12, max_iter=10000)


def load(name, drop=()):
    table = pd.read_csv(datasets / f'{name}.csv', keep_default_na=True, na_values=['?']).drop(columns=list(drop))
    fold = np.where(np.arange(len(table)) % 4 == 0, 'test', 'train')
    return table.drop(columns=targets[name]), table[targets[name]], fold


def preprocess(x, scale='standard', impute='median', indicator=False, encode='one_hot'):
    numbers = [c for c in x.columns if pd.api.types.is_numeric_dtype(x[c])]
    words = [c for c in x.columns if c not in numbers]
    steps = [SimpleImputer(strategy=impute, add_indicator=indicator)] + ([scalers[scale]()] if scale != 'none' else [])
    coder = OneHotEncoder(handle_unknown='ignore') if encode == 'one_hot' else OrdinalEncoder(handle_unknown='use_encoded_value', unknown_value=-1)
    return ColumnTransformer([('n', make_pipeline(*steps), numbers), ('w', make_pipeline(SimpleImputer(strategy='most_frequent'), coder), words)], sparse_threshold=0)


def class_metrics(y, probabilities, predicted, classes, positive):
    two = len(classes) == 2
    binary = (y == positive).astype(int)
    chance = probabilities[:, list(classes).index(positive)] if two else None
    average = dict(pos_label=positive) if two else dict(average='macro')
    return {
        'accuracy': m.accuracy_score(y, predicted),
        'balanced_accuracy': m.balanced_accuracy_score(y, predicted),
        'precision': m.precision_score(y, predicted, zero_division=0, **average),
        'recall': m.recall_score(y, predicted, **average),
        'f1': m.f1_score(y, predicted, **average),
        'roc_auc': m.roc_auc_score(binary, chance) if two else m.roc_auc_score(y, probabilities, multi_class='ovr', labels=classes),
        'average_precision': m.average_precision_score(binary, chance) if two else float(np.mean([m.average_precision_score(y == c, probabilities[:, i]) for i, c in enumerate(classes)])),
        'log_loss': m.log_loss(y, probabilities, labels=classes),
        'brier_score': m.brier_score_loss(binary, chance) if two else None,
    }


def case(name, dataset, settings, model, drop=(), extra=(), positive=None, threshold=0.5, **options):
    x, y, fold = load(dataset, drop)
    pipeline = make_pipeline(preprocess(x, **options), *extra, model)
    train, test = fold == 'train', fold == 'test'
    pipeline.fit(x[train], y[train])
    if hasattr(model, 'predict_proba'):
        classes = list(pipeline.classes_)
        positive = positive or classes[1]
        probabilities = pipeline.predict_proba(x[test])
        predicted = pipeline.predict(x[test])
        if threshold != 0.5:
            hit = probabilities[:, classes.index(positive)] >= threshold
            predicted = np.where(hit, positive, classes[1 - classes.index(positive)])
        found = class_metrics(y[test].to_numpy(), probabilities, predicted, classes, positive)
    else:
        predicted = pipeline.predict(x[test])
        found = {'rmse': m.mean_squared_error(y[test], predicted, squared=False), 'mae': m.mean_absolute_error(y[test], predicted), 'r2': m.r2_score(y[test], predicted)}
    rounded = {k: None if v is None else float(f'{v:.12g}') for k, v in found.items()}
    return {'name': name, 'dataset': dataset, 'drop': list(drop), 'settings': settings, 'metrics': rounded}


cases = [
    case('defaults', 'breast_cancer', {}, LogisticRegression(**logistic)),
    case('positive class chosen', 'breast_cancer', {'evaluation.positive': 'benign'}, LogisticRegression(**logistic), positive='benign'),
    case('threshold', 'breast_cancer', {'evaluation.threshold': 0.2}, LogisticRegression(**logistic), threshold=0.2),
    case('weak penalty, min-max', 'breast_cancer', {'preprocessing.scale': 'min_max', 'training.params.C': 10}, LogisticRegression(C=10, **logistic), scale='min_max'),
    case('balanced weights', 'breast_cancer', {'training.class_weight': 'balanced'}, LogisticRegression(class_weight='balanced', **logistic)),
    case('naive bayes', 'breast_cancer', {'training.model': 'naive_bayes'}, GaussianNB()),
    case('k best', 'breast_cancer', {'features.select': 'k_best', 'features.k': 5}, LogisticRegression(**logistic), extra=[SelectKBest(f_classif, k=5)]),
    case('pca', 'breast_cancer', {'features.pca': 3}, LogisticRegression(**logistic), extra=[PCA(3)]),
    case('defaults', 'wine', {}, LogisticRegression(**logistic)),
    case('knn unscaled', 'wine', {'training.model': 'knn', 'preprocessing.scale': 'none'}, KNeighborsClassifier(), scale='none'),
    case('knn scaled', 'wine', {'training.model': 'knn'}, KNeighborsClassifier()),
    case('knn robust, distance weights', 'wine', {'training.model': 'knn', 'preprocessing.scale': 'robust', 'training.params.weights': 'distance', 'training.params.n_neighbors': 7}, KNeighborsClassifier(7, weights='distance'), scale='robust'),
    case('polynomial', 'iris', {'features.polynomial': 2}, LogisticRegression(**logistic), extra=[PolynomialFeatures(2, include_bias=False)]),
    case('defaults', 'iris', {}, LogisticRegression(**logistic)),
    case('naive bayes', 'iris', {'training.model': 'naive_bayes'}, GaussianNB()),
    case('dummy', 'iris', {'training.model': 'dummy'}, DummyClassifier()),
    case('linear', 'diabetes', {}, LinearRegression()),
    case('ridge', 'diabetes', {'training.model': 'ridge', 'training.params.alpha': 10}, Ridge(10)),
    case('knn', 'diabetes', {'training.model': 'knn'}, KNeighborsRegressor()),
    case('dummy', 'diabetes', {'training.model': 'dummy'}, DummyRegressor()),
]
if (datasets / 'subscriptions.csv').exists():
    gone = ['customer_id', 'signup_date', 'refund_issued']
    cases += [
        case('mixed columns with gaps', 'subscriptions', {}, LogisticRegression(**logistic), drop=gone),
        case('mean, indicator, ordinal', 'subscriptions', {'preprocessing.impute_numeric': 'mean', 'preprocessing.missing_indicator': True, 'preprocessing.encode': 'ordinal'}, LogisticRegression(**logistic), drop=gone, impute='mean', indicator=True, encode='ordinal'),
        case('naive bayes', 'subscriptions', {'training.model': 'naive_bayes'}, GaussianNB(), drop=gone),
    ]
(here / 'pipelines.json').write_text(json.dumps(cases, indent=1) + '\n')
print(len(cases), 'cases')
