import type {Problem} from '../../errors.ts';
import type {Course} from '../parse/course.ts';
import type {WrittenOption} from '../quiz/options.ts';
import {writtenOptions} from '../quiz/options.ts';
import {questionsOf} from './options.ts';
import {problem} from './rule.ts';

type KeyLengths = {readonly key: number; readonly wrong: readonly number[]};

/** How long the right answer and the wrong ones are, in characters, for each question with one right answer. */
function keyLengths(course: Course): readonly KeyLengths[] {
  return questionsOf(course).flatMap(question => {
    const options = question.type === 'faulty_line' ? [] : writtenOptions(question);
    const right = options.filter(option => option.right);
    if (right.length !== 1) return [];
    return [{key: lengthOf(right[0]!), wrong: options.filter(option => option.right === false).map(lengthOf)}];
  });
}

function lengthOf({text}: WrittenOption): number {
  return text.replace(/^(?:True|False): /u, '').length;
}

/** Over the bank, the right answer is strictly the longest at most ten points more often than chance has it. */
export function checkLongestKeys(course: Course): readonly Problem[] {
  const lengths = keyLengths(course);
  if (lengths.length === 0) return [];
  const share = mean(lengths.map(({key, wrong}) => (wrong.every(length => key > length) ? 1 : 0)));
  const chance = mean(lengths.map(({wrong}) => 1 / (wrong.length + 1)));
  if (share <= chance + 0.1) return [];
  const percent = (value: number) => `${Math.round(100 * value)}%`;
  const message = `The right answer is the longest in ${percent(share)} of the questions; chance would be ${percent(chance)}.`;
  return [
    problem(
      {file: 'course.yaml'},
      message,
      'Shorten right answers or lengthen wrong ones until they do not stand out.',
    ),
  ];
}

/** Over the bank, right answers are on average no longer than wrong ones. */
export function checkMeanKeyLength(course: Course): readonly Problem[] {
  const lengths = keyLengths(course);
  const keys = mean(lengths.map(({key}) => key));
  const wrong = mean(lengths.map(item => mean(item.wrong)));
  if (keys <= wrong) return [];
  const message = `Right answers have ${keys.toFixed(1)} characters on average, wrong ones ${wrong.toFixed(1)}.`;
  return [problem({file: 'course.yaml'}, message, 'Shorten right answers or lengthen wrong ones.')];
}

/** No right answer is more than 1.3 times as long as the longest wrong one. */
export function checkLongKey(course: Course): readonly Problem[] {
  return questionsOf(course).flatMap(question => {
    const options = question.type === 'faulty_line' ? [] : writtenOptions(question);
    const longest = Math.max(0, ...options.filter(option => option.right === false).map(lengthOf));
    const keys = longest === 0 ? [] : options.filter(option => option.right && lengthOf(option) > 1.3 * longest);
    return keys.map(key =>
      problem(
        key.at,
        `The right answer of \`${question.id}\` stands out by its length.`,
        'Make the options about as long.',
      ),
    );
  });
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
