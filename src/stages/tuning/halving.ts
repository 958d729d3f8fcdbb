/** One round of successive halving: how many candidates are tried on how many training rows. */
export type Round = {readonly candidates: number; readonly rows: number};

/** Each round keeps a third of the candidates and gives them three times the rows. */
const factor = 3;

/**
 * Plan the rounds of successive halving so that the last one, with the best third of the best third, has (nearly) all
 * rows.
 *
 *     rounds = min(1 + ⌊log₃ candidates⌋, 1 + ⌊log₃(rows / fewest)⌋)
 *     fewest = max(2 · folds · classes, ⌊rows / 3^⌊log₃ candidates⌋⌋), and never more than there are
 *
 * @param rows - the training rows. @param classes - 1 where the target is a number.
 * @see sklearn.model_selection.HalvingGridSearchCV(factor=3, resource='n_samples', min_resources='exhaust')
 */
export function planRounds(candidates: number, rows: number, folds: number, classes: number): readonly Round[] {
  const wanted = thirds(candidates);
  const smallest = 2 * folds * classes;
  const fewest = Math.min(rows, Math.max(smallest, Math.floor(rows / factor ** wanted)));
  const rounds = 1 + Math.min(wanted, thirds(Math.floor(rows / fewest)));
  let left = candidates;
  return Array.from({length: rounds}, (_, round) => {
    const plan = {candidates: left, rows: Math.min(rows, fewest * factor ** round)};
    left = Math.ceil(left / factor);
    return plan;
  });
}

// ⌊log₃ n⌋ without a logarithm, which would be off by one at powers of 3.
function thirds(n: number): number {
  let power = 0;
  for (let rest = n; rest >= factor; rest /= factor) power++;
  return power;
}
