import type {Place} from '../../errors.ts';
import {shuffle} from '../random.ts';
import type {Question} from '../schema/quiz.ts';
import {slugOf} from '../text/fold.ts';

/** An answer as it is shown; `id` is what an answer and a grade refer to. */
export type ShownOption = {readonly id: string; readonly text: string};

/** What a question shows: options to choose, order or match, and for a match the definitions they go with. */
export type ShownOptions = {readonly options: readonly ShownOption[]; readonly targets: readonly ShownOption[]};

/** An answer as its author wrote it; for a prediction `right` is unknown until the engine has run. */
export type WrittenOption = ShownOption & {
  readonly at: Place;
  readonly right: boolean | undefined;
  readonly why: string;
  readonly misconception?: string | undefined;
};

/** The id of an option: its own, or one made from its text. */
export function optionId(option: {readonly id?: string; readonly text: string}): string {
  return option.id ?? slugOf(option.text);
}

/** The answers that a question offers for choice, in the written order; empty for typed, order and match questions. */
export function writtenOptions(question: Question): readonly WrittenOption[] {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return question.options.map(option => ({...option, id: optionId(option)}));
    case 'true_false':
      return question.options.map(option => ({
        ...option,
        id: optionId(option),
        text: `${option.verdict ? 'True' : 'False'}: ${option.text}`,
      }));
    case 'predict_run':
      return (question.options ?? []).map(option => ({...option, id: optionId(option), right: undefined}));
    case 'faulty_line':
      return question.lines.map(option => ({...option, id: `line-${option.line}`, text: `Line ${option.line}`}));
    default:
      return [];
  }
}

/** The items of an order question or the pairs of a match question, with ids; empty for other types. */
export function writtenItems(
  question: Question,
): readonly (ShownOption & {readonly why: string; readonly target: string})[] {
  if (question.type === 'order') {
    return question.items.map(item => ({id: optionId(item), text: item.text, why: item.why, target: ''}));
  }
  if (question.type !== 'match') return [];
  return question.pairs.map(pair => ({
    id: optionId({...pair, text: pair.term}),
    text: pair.term,
    why: pair.why,
    target: pair.definition,
  }));
}

/** The options of a question in an order that depends only on the seed; an order question never shows the solution. */
export function shuffleOptions(question: Question, seed: string): ShownOptions {
  const bare = ({id, text}: ShownOption): ShownOption => ({id, text});
  const stream = `${seed}/${question.id}`;
  if (question.type === 'match') {
    const pairs = writtenItems(question);
    const targets = shuffle(pairs, stream).map(({id, target}) => ({id, text: target}));
    return {options: pairs.map(bare), targets};
  }
  if (question.type === 'order') {
    const items = writtenItems(question).map(bare);
    const mixed = shuffle(items, stream);
    const isSolution = mixed.every((item, index) => item.id === items[index]!.id);
    return {options: isSolution ? [...mixed.slice(1), mixed[0]!] : mixed, targets: []};
  }
  if (question.type === 'faulty_line') return {options: [], targets: []};
  return {options: shuffle(writtenOptions(question), stream).map(bare), targets: []};
}
