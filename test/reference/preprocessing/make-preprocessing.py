"""Write preprocessing.json with scikit-learn 1.2 and numpy. Run: /usr/bin/python3 make-preprocessing.py"""
import json, pathlib, warnings
import numpy as np
from sklearn.impute import SimpleImputer
from sklearn.model_selection import StratifiedShuffleSplit
from sklearn.preprocessing import MinMaxScaler, OneHotEncoder, OrdinalEncoder, RobustScaler, StandardScaler

warnings.simplefilter('ignore')
random = np.random.RandomState(3)
def short(x):
    return json.loads(json.dumps(np.asarray(x, float).tolist()).replace('NaN', 'null'), parse_float=lambda t: float(f'{float(t):.12g}'))

column = np.round(random.gamma(2, 20, 41), 2)
column[[3, 17, 30]] = np.nan
column[[5, 6, 7]] = 12.5
columns = {'gamma': column, 'constant': np.full(9, .1), 'two': np.array([1., 2, np.nan]),
           'far': 1e8 + np.round(random.randn(20), 3), 'ties': np.array([3., 1, 3, 1, 2])}

def describe(x):
    there = x[~np.isnan(x)]
    wide = x[:, None]
    out = {'values': short(x), 'mean': short(there.mean()), 'variance': short(there.var()), 'variance1': short(there.var(ddof=1)),
           'quantiles': short(np.quantile(there, [0, .1, .25, .5, .75, .9, 1])), 'fill': {}, 'scale': {}}
    for strategy in ('mean', 'median', 'most_frequent'):
        out['fill'][strategy] = short(SimpleImputer(strategy=strategy).fit(wide).statistics_[0])
    for name, scaler in (('standard', StandardScaler()), ('min_max', MinMaxScaler()), ('robust', RobustScaler())):
        out['scale'][name] = short(scaler.fit_transform(wide)[:, 0])
    q1, q3 = np.quantile(there, [.25, .75])
    out['fences'] = {'clip_iqr': short([q1 - 1.5 * (q3 - q1), q3 + 1.5 * (q3 - q1)]),
                     'clip_z': short([there.mean() - 3 * there.std(), there.mean() + 3 * there.std()])}
    return out

words = np.array(['b', 'a', 'c', 'a', 'b', 'a', 'Z', 'é', 'a', 'b'])[:, None]
new = np.array(['a', 'q', 'Z', 'c', 'b'])[:, None]
def encode(least):
    given = least if least < 1 else int(least)
    hot = OneHotEncoder(handle_unknown='infrequent_if_exist', min_frequency=given or None, sparse_output=False).fit(words)
    rare = hot.infrequent_categories_[0] if least else None
    return {'rare_below': least, 'rare': [] if rare is None else rare.tolist(), 'train': short(hot.transform(words)), 'new': short(hot.transform(new))}
rank = OrdinalEncoder(handle_unknown='use_encoded_value', unknown_value=-1).fit(words)

def counts(sizes, share):
    y = np.repeat(np.arange(len(sizes)), sizes)
    train, test = next(StratifiedShuffleSplit(1, test_size=share, random_state=0).split(y, y))
    return {'sizes': sizes, 'share': share, 'test': np.bincount(y[test], minlength=len(sizes)).tolist()}

out = {'columns': {name: describe(x) for name, x in columns.items()},
       'correlation': {'x': columns['far'].tolist(), 'y': short(np.sin(np.arange(20))), 'r': short(np.corrcoef(columns['far'], np.sin(np.arange(20)))[0, 1])},
       'words': words[:, 0].tolist(), 'new': new[:, 0].tolist(), 'one_hot': [encode(x) for x in (0, 2, 3, .25, .35, 5)],
       'ordinal': {'train': short(rank.transform(words)[:, 0]), 'new': short(rank.transform(new)[:, 0])},
       'stratified': [counts([59, 71, 48], .3), counts([357, 212], .25), counts([10, 21, 33, 7], .2), counts([97, 3], .25), counts([1500, 40, 9], .1)]}
pathlib.Path(__file__).with_name('preprocessing.json').write_text(json.dumps(out))
