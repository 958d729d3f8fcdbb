/** The transformers that scikit-learn does not have, as the source text of Python classes. */
export const transformers = {
  clip_iqr: `class ClipOutliers(OneToOneFeatureMixin, TransformerMixin, BaseEstimator):
    """Move extreme values onto fences 1.5 quartile ranges beyond the quartiles of the training rows."""

    def fit(self, X, y=None):
        X = np.asarray(X, dtype=float)
        self.n_features_in_ = X.shape[1]
        low, high = np.quantile(X, [0.25, 0.75], axis=0)
        spread = high - low
        # A column whose middle half is one value would be flattened: it stays as it is.
        self.low_ = np.where(spread > 0, low - 1.5 * spread, -np.inf)
        self.high_ = np.where(spread > 0, high + 1.5 * spread, np.inf)
        return self

    def transform(self, X):
        return np.clip(np.asarray(X, dtype=float), self.low_, self.high_)`,

  clip_z: `class ClipOutliers(OneToOneFeatureMixin, TransformerMixin, BaseEstimator):
    """Move extreme values onto fences 3 standard deviations around the mean of the training rows."""

    def fit(self, X, y=None):
        X = np.asarray(X, dtype=float)
        self.n_features_in_ = X.shape[1]
        self.low_ = X.mean(axis=0) - 3 * X.std(axis=0)
        self.high_ = X.mean(axis=0) + 3 * X.std(axis=0)
        return self

    def transform(self, X):
        return np.clip(np.asarray(X, dtype=float), self.low_, self.high_)`,

  bins: `class CutIntoBins(TransformerMixin, BaseEstimator):
    """Replace a number by the bin it falls into; each bin holds about as many training rows.

    It does what KBinsDiscretizer does, whose quantiles differ between versions of scikit-learn.
    """

    def __init__(self, bins):
        self.bins = bins

    def fit(self, X, y=None):
        self.edges_ = {}
        for column, count in self.bins.items():
            edges = np.quantile(X[column], np.arange(count + 1) / count)
            self.edges_[column] = edges[np.ediff1d(edges, to_begin=np.inf) > 1e-8][1:-1]
        return self

    def transform(self, X):
        X = X.copy()
        for column, edges in self.edges_.items():
            X[column] = np.searchsorted(edges, X[column], side='right')
        return X`,

  rare: `class GroupRare(TransformerMixin, BaseEstimator):
    """Replace what is rare among the training rows by one value that sorts after all others."""

    def __init__(self, min_frequency):
        self.min_frequency = min_frequency

    def fit(self, X, y=None):
        X = pd.DataFrame(X)
        least = self.min_frequency * (len(X) if self.min_frequency < 1 else 1)
        counts = {column: X[column].value_counts() for column in X}
        self.rare_ = {column: count.index[count < least] for column, count in counts.items()}
        return self

    def transform(self, X):
        X = pd.DataFrame(X).copy()
        for column, rare in self.rare_.items():
            last = 10**6 if pd.api.types.is_numeric_dtype(X[column]) else chr(0x10FFFF)
            X[column] = X[column].mask(X[column].isin(rare), last)
        return X`,

  correlation: `class DropCorrelated(TransformerMixin, BaseEstimator):
    """Drop the later of two columns whose correlation among the training rows is above the limit."""

    def __init__(self, limit):
        self.limit = limit

    def fit(self, X, y=None):
        with np.errstate(all='ignore'):
            r = np.abs(np.atleast_2d(np.corrcoef(X, rowvar=False)))
        self.kept_ = []
        for column in range(X.shape[1]):
            if not any(r[column, kept] > self.limit for kept in self.kept_):
                self.kept_.append(column)
        return self

    def transform(self, X):
        return X[:, self.kept_]`,

  create: `class AddColumns(TransformerMixin, BaseEstimator):
    """Add the columns of CREATED; where one has no value stands the median of the training rows."""

    def fit(self, X, y=None):
        self.medians_ = {}
        self._add(X, learn=True)
        return self

    def transform(self, X):
        return self._add(X)

    def _add(self, X, learn=False):
        X = X.copy()
        for name, formula in CREATED:
            with np.errstate(all='ignore'):
                values = pd.Series(formula(X), index=X.index, dtype=float)
            values = values.where(np.isfinite(values))
            if learn:
                self.medians_[name] = values.median()
            X[name] = values.fillna(self.medians_[name])
        return X`,
} as const;
