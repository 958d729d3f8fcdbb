"""The job of `run --dataset breast_cancer` in scikit-learn: load, split, impute, scale, fit beside a baseline, score, write down.

Usage: python3 run.py DATASETS
"""

import json
import os
import sys

import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import (
    accuracy_score,
    average_precision_score,
    balanced_accuracy_score,
    brier_score_loss,
    f1_score,
    log_loss,
    precision_score,
    recall_score,
    roc_auc_score,
)
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

frame = pd.read_csv(os.path.join(sys.argv[1], "breast_cancer.csv"))
x, y = frame.iloc[:, :-1], frame.iloc[:, -1]
positive = sorted(y.unique())[1]
x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.25, stratify=y, random_state=42)


def scores(model):
    labels, chances = model.predict(x_test), model.predict_proba(x_test)[:, 1]
    truth = (y_test == positive).astype(int)
    return {
        "accuracy": accuracy_score(y_test, labels),
        "balanced_accuracy": balanced_accuracy_score(y_test, labels),
        "precision": precision_score(y_test, labels, pos_label=positive, zero_division=0),
        "recall": recall_score(y_test, labels, pos_label=positive),
        "f1": f1_score(y_test, labels, pos_label=positive, zero_division=0),
        "roc_auc": roc_auc_score(truth, chances),
        "average_precision": average_precision_score(truth, chances),
        "log_loss": log_loss(truth, chances),
        "brier_score": brier_score_loss(truth, chances),
    }


model = make_pipeline(SimpleImputer(strategy="median"), StandardScaler(), LogisticRegression())
baseline = DummyClassifier(strategy="prior")
print(json.dumps({"metrics": scores(model.fit(x_train, y_train)), "baseline": scores(baseline.fit(x_train, y_train))}))
