/** Numbers that look random and are the same everywhere, roughly normal around 0 with a spread of 0.5. */
export function bellNumbers(count: number, seed = 7): readonly number[] {
  let state = seed;
  const next = () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
  return Array.from({length: count}, () => next() + next() + next() - 1.5);
}

/** A ROC curve and a precision–recall curve of 100 positives and 100 negatives, as scikit-learn orders them. */
export function rates() {
  const noise = bellNumbers(200);
  const samples = noise.map((value, index) => ({positive: index % 2 === 1, score: value + (index % 2) * 0.8}));
  samples.sort((a, b) => b.score - a.score);
  const curve = {fpr: [0], tpr: [0], recall: [0], precision: [1]};
  let [right, wrong] = [0, 0];
  for (const {positive} of samples) {
    if (positive) right++;
    else wrong++;
    curve.fpr.push(wrong / 100);
    curve.tpr.push(right / 100);
    curve.recall.push(right / 100);
    curve.precision.push(right / (right + wrong));
  }
  return {...curve, recall: curve.recall.reverse(), precision: curve.precision.reverse()};
}
