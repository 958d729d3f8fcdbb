"""Write drift.json with scipy 1.10. Run: /usr/bin/python3 make-drift.py"""
import json, pathlib, warnings
import numpy as np
from scipy import special, stats
from scipy.spatial.distance import jensenshannon

warnings.simplefilter('ignore')
random = np.random.RandomState(5)
short = lambda x: json.loads(json.dumps(np.asarray(x, float).tolist()), parse_float=lambda t: float(f'{float(t):.12g}'))

def samples(a, b):
    test = stats.ks_2samp(a, b, method='asymp')
    return {'reference': a.tolist(), 'current': b.tolist(), 'statistic': short(test.statistic), 'p': short(test.pvalue),
            'wasserstein': short(stats.wasserstein_distance(a, b))}
def counts(a, b):
    test = stats.chi2_contingency(np.array([a, b]), correction=False)
    return {'reference': a, 'current': b, 'statistic': short(test[0]), 'degrees': int(test[2]), 'p': short(test[1]),
            'jensen_shannon': short(jensenshannon(a, b, 2))}
normal = lambda n, shift=0.: np.round(random.randn(n) + shift, 3)
gammas = [(a, x) for a in (.5, 1, 2.5, 10, 60) for x in (.01, .5, 1, 3, 9, 30, 80)]
fisher = [(0, 300, 5, 30), (0, 300, 1, 30), (3, 100, 3, 20), (2, 40, 0, 60), (0, 10, 0, 10), (12, 12, 3, 9)]
out = {'samples': [samples(normal(300), normal(30)), samples(normal(300), normal(50, .5)), samples(normal(300), normal(200, .2)),
                   samples(normal(80), normal(40, .3)), samples(random.randint(0, 4, 60) * 1., random.randint(0, 5, 50) * 1.)],
       'counts': [counts([120, 80, 100], [10, 5, 15]), counts([5, 1], [1, 9]), counts([50, 50, 50, 50], [55, 45, 48, 52]), counts([100, 20], [3, 80])],
       'gamma': [[a, x, short(special.gammaincc(a, x))] for a, x in gammas],
       'log_gamma': [[x, short(special.gammaln(x))] for x in (.5, 1.5, 3, 10.25, 100, 12345)],
       'chi2': [[p, k, short(stats.chi2.isf(p, k))] for p in (.01, .05, .5) for k in (1, 4, 9, 40)],
       'kolmogorov': [[x, short(special.kolmogorov(x))] for x in (.01, .2, .5, .8, .99, 1, 1.2, 1.36, 1.63, 2, 3)],
       'fisher': [[*row, short(stats.fisher_exact([[row[0], row[1] - row[0]], [row[2], row[3] - row[2]]])[1])] for row in fisher],
       'share': [[60, 300, 20, 40, short(stats.chi2_contingency([[60, 240], [20, 20]], correction=False)[1])]]}
pathlib.Path(__file__).with_name('drift.json').write_text(json.dumps(out))
