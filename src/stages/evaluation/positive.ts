import {nearest} from '../../data/nearest.ts';
import {KnownError} from '../../errors.ts';
import type {Matrix} from '../../ml/matrix.ts';
import {labelsOf} from '../../ml/model.ts';
import type {TaskKind} from '../split/target.ts';
import type {Warning} from '../stage.ts';
import type {How} from './settings.ts';

/**
 * The place of the positive class: the one named, or the second of two as in scikit-learn.
 *
 * @returns −1 where there are not two classes.
 * @throws {KnownError} `bad_setting` when the name is no class.
 */
export function positiveIndex(classes: readonly string[], positive: string | null): number {
  if (positive !== null && classes.length > 0 && !classes.includes(positive)) {
    const guess = nearest(positive, classes);
    throw new KnownError(
      'bad_setting',
      `\`evaluation.positive\` names \`${positive}\`, which is no class of the target.`,
      {
        hint: `${guess ? `Did you mean ${guess}? ` : ''}The classes are ${classes.slice(0, 20).join(', ')}.`,
      },
    );
  }
  if (classes.length !== 2) return -1;
  return positive === null ? 1 : classes.indexOf(positive);
}

/**
 * The label of each row. At the threshold 0.5 it is the most probable class (of equals the first, as in scikit-learn);
 * at any other, with two classes, the positive one from that probability on.
 */
export function labelsAt(probabilities: Matrix, positive: number, threshold: number): Int32Array {
  if (positive < 0 || threshold === 0.5) return labelsOf(probabilities);
  const labels = new Int32Array(probabilities.rows);
  for (let row = 0; row < labels.length; row++) {
    labels[row] = probabilities.data[row * 2 + positive]! >= threshold ? positive : 1 - positive;
  }
  return labels;
}

/** Warn of settings that change nothing with as many classes as there are, so that nobody waits for an effect. */
export function idleSettings({positive, average, threshold}: How, {task, classes}: Answered): readonly Warning[] {
  const isTwo = task === 'classification' && classes.length === 2;
  const idle = [
    ...(!isTwo && positive !== null ? ['positive'] : []),
    ...(!isTwo && threshold !== 0.5 ? ['threshold'] : []),
    ...((isTwo || task === 'regression') && average !== 'macro' ? ['average'] : []),
  ];
  const target = task === 'regression' ? 'a number as the target' : `${classes.length} classes`;
  return idle.map(name => ({
    code: 'setting.idle',
    message: `\`evaluation.${name}\` changes nothing with ${target}.`,
    at: `evaluation.${name}`,
  }));
}

type Answered = {readonly task: TaskKind; readonly classes: readonly string[]};
