"""Write metrics.json: what scikit-learn 1.2 says of a few small outcomes. Run: /usr/bin/python3 make-metrics.py"""
import json, pathlib, warnings
import numpy as np
from sklearn import metrics as m
from sklearn.calibration import calibration_curve
from sklearn.preprocessing import label_binarize

warnings.simplefilter('ignore')
random = np.random.RandomState(7)
short = lambda x: json.loads(json.dumps(np.asarray(x, float).tolist()), parse_float=lambda t: float(f'{float(t):.12g}'))

def classes(actual, predicted, k):
    out = {'actual': actual.tolist(), 'predicted': predicted.tolist(), 'classes': k,
           'confusion': m.confusion_matrix(actual, predicted, labels=range(k)).tolist(),
           'accuracy': short(m.accuracy_score(actual, predicted)),
           'balanced_accuracy': short(m.balanced_accuracy_score(actual, predicted)),
           'matthews': short(m.matthews_corrcoef(actual, predicted)), 'kappa': short(m.cohen_kappa_score(actual, predicted))}
    for average in ('macro', 'weighted', 'micro'):
        p, r, f, _ = m.precision_recall_fscore_support(actual, predicted, average=average)
        out[average] = {'precision': short(p), 'recall': short(r), 'f1': short(f)}
    return out

def binary(actual, score):
    fpr, tpr, thresholds = m.roc_curve(actual, score)
    p, r, pt = m.precision_recall_curve(actual, score)
    happened, promised = calibration_curve(actual, score, n_bins=10)
    return {'actual': actual.tolist(), 'scores': score.tolist(),
            'roc': {'fpr': short(fpr), 'tpr': short(tpr), 'thresholds': short(thresholds)},
            'pr': {'precision': short(p), 'recall': short(r), 'thresholds': short(pt)},
            'roc_auc': short(m.roc_auc_score(actual, score)), 'average_precision': short(m.average_precision_score(actual, score)),
            'log_loss': short(m.log_loss(actual, score)), 'brier_score': short(m.brier_score_loss(actual, score)),
            'calibration': {'actual': short(happened), 'predicted': short(promised)}}

def many(actual, probabilities):
    hot = label_binarize(actual, classes=[0, 1, 2])
    return {'actual': actual.tolist(), 'probabilities': probabilities.tolist(),
            'roc_auc': short(m.roc_auc_score(actual, probabilities, multi_class='ovr')),
            'average_precision': short(m.average_precision_score(hot, probabilities)),
            'log_loss': short(m.log_loss(actual, probabilities))}

def numbers(actual, predicted):
    return {'actual': actual.tolist(), 'predicted': predicted.tolist(),
            'rmse': short(m.mean_squared_error(actual, predicted, squared=False)),
            'mae': short(m.mean_absolute_error(actual, predicted)), 'r2': short(m.r2_score(actual, predicted))}

golden = [np.array([0, 0, 1, 1, 2, 2, 2, 2]), np.array([0, 1, 1, 1, 2, 2, 0, 2])]
truth = random.randint(0, 2, 60)
score = np.round(np.clip(truth * .25 + random.rand(60) * .75, 0, 1), 2)
truth3 = random.randint(0, 3, 45)
raw = random.rand(45, 3) + np.eye(3)[truth3] * .6
probabilities = np.round(raw / raw.sum(1, keepdims=True), 6)
probabilities[:, 2] = np.round(1 - probabilities[:, 0] - probabilities[:, 1], 6)
y = np.round(random.randn(30) * 50 + 150, 1)
out = {
    'classes': [classes(*golden, 3), classes(truth, (score >= .5).astype(int), 2),
                classes(random.randint(0, 4, 80), random.randint(0, 4, 80), 4)],
    'binary': [binary(np.array([0, 0, 1, 1]), np.array([.1, .4, .35, .8])), binary(truth, score),
               binary(np.array([0, 1, 0, 1, 1]), np.full(5, .5)),
               binary(np.array([0, 1, 0, 1, 1, 0]), np.array([0, 1, 1, .3, .7, .6]))],
    'many': many(truth3, probabilities),
    'numbers': [numbers(y, np.round(y + random.randn(30) * 20, 1)), numbers(np.full(3, 5.), np.array([5., 5, 5])),
                numbers(np.full(3, 5.), np.array([5., 5, 6]))],
}
pathlib.Path(__file__).with_name('metrics.json').write_text(json.dumps(out))
