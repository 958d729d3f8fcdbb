import type {BlockFigure} from '../figures/block.ts';
import {parseBlockFigure} from '../figures/block.ts';
import type {Condition} from '../figures/condition.ts';
import {parseCondition} from '../figures/condition.ts';
import type {Expression, Parsed} from '../figures/expression.ts';
import {fault, parseExpression} from '../figures/expression.ts';
import {findFigures} from '../figures/inline.ts';

/** The small languages inside content files and what each is read into. */
export type FormatValues = {
  /** A stable name in lower case, words joined by hyphens. */
  readonly id: string;
  /** Text that may hold `{{…}}` figures. */
  readonly 'figure-text': string;
  readonly condition: Condition;
  readonly expression: Expression;
  readonly 'block-figure': BlockFigure;
};

/** The name of a small language. */
export type FormatName = keyof FormatValues;

const idPattern = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$';

/** The regular expression of a format, for editors, where it has one. */
export function patternOf(format: FormatName): string | undefined {
  return format === 'id' ? idPattern : undefined;
}

/** How the text of each format is read. */
export const formats: {readonly [F in FormatName]: (text: string) => Parsed<FormatValues[F]>} = {
  id: parseId,
  'figure-text': text => {
    const figures = findFigures(text);
    return 'fault' in figures ? figures : {value: text};
  },
  condition: parseCondition,
  expression: parseExpression,
  'block-figure': parseBlockFigure,
};

function parseId(text: string): Parsed<string> {
  if (new RegExp(idPattern, 'u').test(text)) return {value: text};
  return fault(`\`${text}\` is not an id.`, 'Write lower-case words joined by hyphens, such as `fit-on-train`.', 0);
}
