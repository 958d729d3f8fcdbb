"""Measure with scikit-learn what the generator planted, and write measured.json.

Run: node make.mjs && /usr/bin/python3 check.py && node make.mjs
(the second make puts the figures into the answer keys). Needs pandas, scipy and scikit-learn 1.2 or later.
"""
import json
from pathlib import Path

import pandas as pd
from scipy.stats import chi2_contingency, ks_2samp
from sklearn.compose import make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, roc_auc_score
from sklearn.model_selection import RepeatedStratifiedKFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

HERE = Path(__file__).parent
DATASETS = HERE / '../../datasets'
FOLDS = RepeatedStratifiedKFold(n_splits=5, n_repeats=4, random_state=0)
SUBSCRIPTION_NUMBERS = ['age', 'discount', 'monthly_fee', 'watch_hours', 'titles_started', 'days_since_last_visit',
                        'support_tickets', 'payment_failures', 'satisfaction']
SUBSCRIPTION_WORDS = ['country', 'device', 'plan']


def pipeline(numbers, words):
    """The product's default pipeline: median, most frequent, one-hot, standard scaling, logistic regression."""
    steps = [(make_pipeline(SimpleImputer(strategy='median'), StandardScaler()), numbers)]
    if words:
        steps.append((make_pipeline(SimpleImputer(strategy='most_frequent'), OneHotEncoder(handle_unknown='ignore')), words))
    return make_pipeline(make_column_transformer(*steps), LogisticRegression(max_iter=2000))


def auc(table, target, numbers, words):
    scores = cross_val_score(pipeline(numbers, words), table, target, cv=FOLDS, scoring='roc_auc')
    return round(scores.mean(), 3)


def clip_iqr(table, learned_from=None):
    low, high = (table if learned_from is None else learned_from).watch_hours.quantile([0.25, 0.75])
    reach = 1.5 * (high - low)
    return table.assign(watch_hours=table.watch_hours.clip(low - reach, high + reach))


def with_ratio(table):
    return table.assign(hours_per_euro=table.watch_hours / table.monthly_fee)


def repaired(table, key):
    """The table without anything that was planted: hours for minutes, plans as meant, copies dropped."""
    table = table.copy()
    rows = [row - 1 for row in key['wrong_unit']['rows']]
    table.loc[rows, 'watch_hours'] /= 60
    table['plan'] = table.plan.replace(key['misspelt']['meant'])
    return table.drop(index=[row - 1 for _, row in key['duplicates']['pairs']])


def subscriptions():
    table = pd.read_csv(DATASETS / 'subscriptions.csv')
    key = json.loads((DATASETS / 'subscriptions.key.json').read_text())
    numbers, words = SUBSCRIPTION_NUMBERS, SUBSCRIPTION_WORDS
    ratio = [*numbers, 'hours_per_euro']
    raw, clipped, clean = table, clip_iqr(table), repaired(table, key)
    found = {'roc_auc, logistic regression, 4 x 5-fold, without refund_issued': {}}
    for name, version in {'as it is': raw, 'watch_hours clip_iqr': clipped, 'repaired': clean}.items():
        target = version.churned == 'yes'
        found['roc_auc, logistic regression, 4 x 5-fold, without refund_issued'][name] = {
            'without hours_per_euro': auc(version, target, numbers, words),
            'with hours_per_euro': auc(with_ratio(version), target, ratio, words),
        }
    found['roc_auc with refund_issued'] = auc(table, table.churned == 'yes', numbers, [*words, 'refund_issued'])
    found['by month, learned from months 1-6 clipped, with hours_per_euro'] = by_month(table, ratio, words)
    found['roc_auc by month with refund_issued'] = by_month(table, ratio, [*words, 'refund_issued'])['roc_auc']
    found['roc_auc in months 10-12, learned again from months 8-9'] = learned_again(ratio, words)
    found['p values against months 1-6'] = drift(table)
    return found


def batch(month):
    return pd.read_csv(DATASETS / f'subscriptions_batches/month_{month:02}.csv')


def by_month(table, numbers, words):
    # Months 1-6 are scored by models that did not see the month, months 7-12 by one that saw all six.
    scores = {'roc_auc': {}, 'accuracy': {}}
    for month in range(1, 13):
        test = table[table.month == month] if month <= 6 else batch(month)
        scores['roc_auc'][month], scores['accuracy'][month] = score(table[table.month != month], test, numbers, words)
    return scores


def score(train, test, numbers, words):
    x_train, x_test = with_ratio(clip_iqr(train)), with_ratio(clip_iqr(test, learned_from=train))
    model = pipeline(numbers, words).fit(x_train, train.churned == 'yes')
    target = test.churned == 'yes'
    return (round(roc_auc_score(target, model.predict_proba(x_test)[:, 1]), 3),
            round(accuracy_score(target, model.predict(x_test)), 3))


def learned_again(numbers, words):
    train = pd.concat([batch(8), batch(9)])
    test = pd.concat([batch(month) for month in (10, 11, 12)])
    return score(train, test, numbers, words)[0]


def drift(table):
    found = {}
    for month in range(1, 13):
        rest = table[table.month != month]
        one = table[table.month == month] if month <= 6 else batch(month)
        counts = pd.DataFrame({'rest': rest.device.value_counts(), 'one': one.device.value_counts()}).fillna(0)
        found[month] = {
            'device (chi2)': float(f'{chi2_contingency(counts.T)[1]:.2g}'),
            **{f'{name} (ks)': float(f'{ks_2samp(rest[name], one[name], mode="asymp")[1]:.2g}')
               for name in ('watch_hours', 'monthly_fee', 'days_since_last_visit')},
        }
    return found


def card_fraud():
    file = DATASETS / 'card_fraud.csv'
    if not file.exists():
        return {}
    table = pd.read_csv(file)
    target = table.fraud == 'yes'
    numbers = ['amount', 'hour', 'km_from_home', 'minutes_since_last', 'account_age_days']
    words = ['merchant', 'chip_used', 'abroad']
    model = pipeline(numbers, words)
    return {
        'roc_auc, logistic regression, 4 x 5-fold': auc(table, target, numbers, words),
        'accuracy, logistic regression, 4 x 5-fold': round(cross_val_score(model, table, target, cv=FOLDS).mean(), 4),
        'recall at 0.5': round(cross_val_score(model, table, target, cv=FOLDS, scoring='recall').mean(), 3),
        'average_precision': round(cross_val_score(model, table, target, cv=FOLDS, scoring='average_precision').mean(), 3),
        'accuracy of always saying no': round(1 - target.mean(), 4),
    }


if __name__ == '__main__':
    measured = {'subscriptions': subscriptions(), 'card_fraud': card_fraud()}
    text = json.dumps(measured, indent=2, ensure_ascii=False)
    (HERE / 'measured.json').write_text(text + '\n')
    print(text)
