import {joinWords, type Remark} from '../../../app/lab/words.ts';
import type {ShownModel, ShownMove} from '../../../app/models.ts';
import {formatNumber} from '../../../charts/index.ts';
import {type Line, lineOf} from '../../components/rich-text.ts';
import {tableLines} from '../../components/table-lines.ts';
import type {Glyphs} from '../../theme/glyphs.ts';

/** What a version is, how good it is, and where it came from. */
export function modelRemarks(model: ShownModel): readonly Remark[] {
  const {name, version, aliases, target, classes, positive, threshold, metrics, run, created, honest, lineage} = model;
  const scores = Object.entries(metrics).flatMap(([metric, value]) =>
    value === null ? [] : [`${metric.replaceAll('_', ' ')} ${formatNumber(value)}`],
  );
  const positiveWords = positive === null ? '' : `, ${positive} from a probability of ${threshold} on`;
  return [
    {kind: 'heading', text: `${name}, version ${version}${aliases.length > 0 ? `: ${aliases.join(', ')}` : ''}`},
    ...(honest
      ? []
      : [{kind: 'warn', text: 'Not honest: its run has a mistake on purpose, and the metrics flatter.'} as const]),
    {
      kind: 'text',
      label: 'Predicts',
      text: classes.length > 0 ? `${target}: ${joinWords(classes)}${positiveWords}` : `${target}, a number`,
    },
    {kind: 'text', label: 'Model', text: model.model.replaceAll('_', ' ')},
    {kind: 'text', label: 'On test rows', text: scores.join(', ')},
    {kind: 'text', label: 'From run', text: `${run}, ${created.slice(0, 16).replace('T', ' ')} UTC`},
    {kind: 'text', label: 'Lineage', text: lineage.map(({step, output}) => `${step} ${output.slice(0, 8)}`).join(', ')},
  ];
}

/** How the aliases of a model moved, newest first. */
export function historyRemarks(moves: readonly ShownMove[]): readonly Remark[] {
  if (moves.length === 0) return [{kind: 'faint', text: 'No alias of this model was ever moved.'}];
  const lines = moves.map(({at, alias, kind, from, to, who, why}): Remark => {
    const change = from === null ? `version ${to}` : `version ${from} to version ${to}`;
    const word = kind === 'rollback' ? 'rolled back, ' : '';
    return {kind: 'open', text: `${at.slice(0, 16).replace('T', ' ')} ${alias}: ${word}${change}, by ${who}, ${why}`};
  });
  return [{kind: 'heading', text: 'How aliases moved, newest first'}, ...lines];
}

/** The columns that a version expects. */
export function signatureLines({signature}: ShownModel, width: number, glyphs: Glyphs): readonly Line[] {
  const {head, body} = tableLines(
    [
      {title: 'column', minWidth: 10},
      {title: 'type', minWidth: 6},
      {title: 'gaps'},
      {title: 'in training', minWidth: 10},
    ],
    signature.map(({name, type, gaps, range, levels}) => [
      name,
      type,
      gaps ? 'yes' : 'no',
      range ? `${formatNumber(range[0])} to ${formatNumber(range[1])}` : (levels?.join(', ') ?? ''),
    ]),
    width,
    glyphs,
  );
  return [[], lineOf('It expects these columns', 'heading'), ...head, ...body];
}
