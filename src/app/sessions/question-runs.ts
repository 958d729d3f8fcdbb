import {runsOf} from '../../tutor/figures/expression.ts';
import {figuresInValue} from '../../tutor/parse/figures.ts';
import {writtenItems, writtenOptions} from '../../tutor/quiz/options.ts';
import {runsThatDecide} from '../../tutor/quiz/runs.ts';
import type {Question} from '../../tutor/schema/quiz.ts';
import type {NamedRuns} from '../../tutor/schema/run.ts';

/** The runs without which a question cannot be shown, because its text holds their numbers. */
export function runsToShow(question: Question, runs: NamedRuns): NamedRuns {
  const items = writtenItems(question).flatMap(({text, target}) => [text, target]);
  const options = writtenOptions(question).map(option => option.text);
  return only(runs, runsInTexts([question.stem, ...options, ...items]));
}

/** The runs without which a question cannot be graded and its reasons told. */
export function runsToGrade(question: Question, runs: NamedRuns): NamedRuns {
  return only(runs, [...runsInTexts(question), ...runsThatDecide(question)]);
}

/** The runs that a text's figures speak of. */
export function runsInTexts(value: unknown): readonly string[] {
  return figuresInValue(value).flatMap(({figure}) => runsOf(figure.expression));
}

/** The named runs of those names. */
export function only(runs: NamedRuns, names: readonly string[]): NamedRuns {
  return Object.fromEntries(Object.entries(runs).filter(([name]) => names.includes(name)));
}
