import {suggestName} from '../text/nearest.ts';
import type {Expression, Parsed} from './expression.ts';
import {fault, parseExpression} from './expression.ts';

/**
 * The pictures a lesson may show and what each needs: `?` marks an argument that may be left out,
 * `*` one that may come several times. `run` is the name of a run, `value` a path such as `unscaled.test.accuracy`.
 */
export const figureKinds = {
  confusion: ['run'],
  roc: ['run*'],
  precision_recall: ['run*'],
  calibration: ['run'],
  bars: ['value*'],
  line: ['run', 'field'],
  loss_curve: ['run*'],
  learning_curve: ['run'],
  folds: ['run*'],
  luck: ['run'],
  heat_map: ['run'],
  candidates: ['run'],
  tree: ['run'],
  importances: ['run'],
  coefficients: ['run'],
  honest: ['run'],
  steps: ['run'],
  pipeline: ['run'],
  drift: ['run', 'field?'],
  regions: ['run', 'column', 'column'],
  histogram: ['dataset', 'column'],
  box: ['dataset', 'column'],
  correlations: ['dataset', 'column', 'column*'],
  table: ['dataset', 'rows?'],
} as const satisfies {readonly [kind: string]: readonly string[]};

/** The name of a kind of picture. */
export type FigureKind = keyof typeof figureKinds;
/** A picture: its kind and the words after it, as the author wrote them. */
export type BlockFigure = {readonly kind: FigureKind; readonly args: readonly string[]};

/** Read a picture's line, such as `histogram wine proline`. */
export function parseBlockFigure(text: string): Parsed<BlockFigure> {
  const [kind = '', ...args] = text.trim().split(/\s+/u);
  if (!isFigureKind(kind)) {
    return fault(`\`${kind}\` is not a kind of figure.`, suggestName(kind, Object.keys(figureKinds)), 0);
  }
  const wanted: readonly string[] = figureKinds[kind];
  const least = wanted.filter(name => !name.endsWith('?')).length;
  const most = wanted.some(name => name.endsWith('*')) ? Number.POSITIVE_INFINITY : wanted.length;
  if (args.length < least || args.length > most) {
    const form = [kind, ...wanted.map(name => `<${name}>`)].join(' ');
    return fault(`\`${text.trim()}\` has ${args.length} words after \`${kind}\`.`, `Write \`${form}\`.`, 0);
  }
  for (const [index, arg] of args.entries()) {
    const role = roleOf(kind, index);
    if (role === 'rows' && !/^[1-9]\d*$/u.test(arg)) {
      return fault(`\`${arg}\` is not a number of rows.`, `Write \`${kind} ${args[0]} 5\`.`, text.indexOf(arg));
    }
    const value = role === 'value' ? parseExpression(arg) : undefined;
    if (value !== undefined && 'fault' in value) return fault(value.fault.message, value.fault.hint, text.indexOf(arg));
  }
  return {value: {kind, args}};
}

/** The runs a picture needs, in the order named. */
export function runsOfBlock({kind, args}: BlockFigure): readonly string[] {
  return args.flatMap((arg, index) => {
    const role = roleOf(kind, index);
    if (role === 'run') return [arg];
    return role === 'value' ? [arg.split('.')[0]!] : [];
  });
}

/** The values a picture of bars shows, each with the path it was written as. */
export function valuesOfBlock({
  kind,
  args,
}: BlockFigure): readonly {readonly source: string; readonly value: Expression}[] {
  return args.flatMap((source, index) => {
    const parsed = roleOf(kind, index) === 'value' ? parseExpression(source) : undefined;
    return parsed === undefined || 'fault' in parsed ? [] : [{source, value: parsed.value}];
  });
}

function roleOf(kind: FigureKind, index: number): string {
  const wanted: readonly string[] = figureKinds[kind];
  return (wanted[Math.min(index, wanted.length - 1)] ?? '').replace(/[?*]$/u, '');
}

function isFigureKind(word: string): word is FigureKind {
  return Object.hasOwn(figureKinds, word);
}
