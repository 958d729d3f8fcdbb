"""Write features.json with scikit-learn 1.2. Run: /usr/bin/python3 make-features.py"""
import json, pathlib, warnings
import numpy as np
from sklearn.decomposition import PCA
from sklearn.feature_selection import (f_classif, f_regression, mutual_info_classif, mutual_info_regression, VarianceThreshold)
from sklearn.preprocessing import KBinsDiscretizer, PolynomialFeatures

warnings.simplefilter('ignore')
random = np.random.RandomState(11)
short = lambda x: json.loads(json.dumps(np.asarray(x, float).tolist()), parse_float=lambda t: float(f'{float(t):.12g}'))
n = 120
codes = random.randint(0, 3, n)
x = np.round(np.c_[codes + random.randn(n), random.randn(n) * 3, (codes == 1) * 2 + random.randn(n) * .5,
                   random.randint(0, 2, n), ((codes > 0) ^ (random.rand(n) < .2)) * 1., random.randint(0, 6, n) + codes], 4)
target = np.round(x[:, 0] * 2 + np.sin(x[:, 1] * 2) * 3 + random.randn(n) * .3, 4)
noisy = lambda score: short(np.mean([score(seed) for seed in range(20)], axis=0))
pca = PCA(3, svd_solver='full').fit(x)
wide = np.round(random.randn(6, 15), 3)
wide_pca = PCA(4, svd_solver='full').fit(wide)
bins = [[0, 0, 0, 0, 0, 0, 1, 2], [0, 1, 2, 2, 2, 2, 2, 2], [0, 0, 0, 1, 1, 1], [5, 5, 5], x[:, 1].tolist(), [.1, .7, .3, .9, .5]]
def cut(values, count, strategy):
    kbins = KBinsDiscretizer(count, encode='ordinal', strategy=strategy).fit(np.array(values, float)[:, None])
    return {'values': values, 'bins': count, 'strategy': strategy, 'result': short(kbins.transform(np.array(values, float)[:, None])[:, 0])}
poly = PolynomialFeatures(2, include_bias=False).fit(x[:5, :3])
out = {'codes': codes.tolist(), 'x': x.T.tolist(), 'target': target.tolist(),
       'f_classif': short(f_classif(x, codes)[0]), 'f_regression': short(f_regression(x, target)[0]),
       'mutual_info_classif': noisy(lambda s: mutual_info_classif(x, codes, random_state=s)),
       'mutual_info_regression': noisy(lambda s: mutual_info_regression(x, target, random_state=s)),
       'varying': VarianceThreshold(1.).fit(x).get_support(indices=True).tolist(),
       'pca': {'mean': short(pca.mean_), 'components': short(pca.components_), 'variance': short(pca.explained_variance_),
               'ratio': short(pca.explained_variance_ratio_), 'first': short(pca.transform(x[:4]))},
       'wide': {'x': wide.tolist(), 'components': short(wide_pca.components_), 'ratio': short(wide_pca.explained_variance_ratio_)},
       'polynomial': {'names': poly.get_feature_names_out(['a', 'b', 'c']).tolist(), 'x': x[:5, :3].T.tolist(), 'values': short(poly.transform(x[:5, :3]).T)},
       'bins': [cut(v, c, s) for v in bins for c in (3, 5) for s in ('quantile', 'uniform')]}
pathlib.Path(__file__).with_name('features.json').write_text(json.dumps(out))
