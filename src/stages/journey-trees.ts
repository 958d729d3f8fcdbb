import {prepareTree, type Tree} from '../ml/models/tree.ts';
import type {Evidence, Question, Subject} from './journey-evidence.ts';

/** The questions that a tree asks of a row, from the first to the leaf. */
export function followPath({state, row, features, classes}: Subject): Evidence {
  const {tree} = state as unknown as {readonly tree: Tree};
  const questions: Question[] = [];
  let node = 0;
  for (let column = tree.feature[0]!; column >= 0; column = tree.feature[node]!) {
    const [value, threshold] = [row[column]!, tree.threshold[node]!];
    // The tree compares in single precision, as it did when it grew.
    const answer = Math.fround(value) <= threshold ? 'yes' : 'no';
    questions.push({feature: features[column]!, value, threshold, answer, rows: tree.rows[node]!});
    node = answer === 'yes' ? node + 1 : tree.right[node]!;
  }
  const outputs = tree.value.length / tree.feature.length;
  const answers = tree.value.slice(node * outputs, (node + 1) * outputs);
  const shares = Object.fromEntries(classes.map((label, code) => [label, answers[code]!]));
  const isClass = classes.length > 0;
  return {
    kind: 'path',
    questions,
    leaf: {rows: tree.rows[node]!, shares: isClass ? shares : null, mean: isClass ? null : answers[0]!},
  };
}

/** What each tree of a forest says of a row. */
export function countVotes({state, row, classes}: Subject): Evidence {
  const {trees} = state as unknown as {readonly trees: readonly Tree[]};
  const outputs = Math.max(1, classes.length);
  const answers = trees.map(tree => {
    const answer = new Float64Array(outputs);
    prepareTree(tree)({rows: 1, columns: row.length, data: row}, answer);
    return answer;
  });
  const meanOf = (output: number) => answers.reduce((sum, answer) => sum + answer[output]!, 0) / trees.length;
  if (classes.length === 0) {
    const numbers = answers.map(answer => answer[0]!);
    const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
    return {kind: 'answers', trees: trees.length, low, high, mean: meanOf(0)};
  }
  const likeliest = answers.map(answer => answer.indexOf(Math.max(...answer)));
  const votes = classes.map((label, code) => ({
    label,
    trees: likeliest.filter(vote => vote === code).length,
    probability: meanOf(code),
  }));
  return {kind: 'votes', trees: trees.length, votes};
}
