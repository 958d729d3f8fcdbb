import type {Problem} from '../../errors.ts';
import type {Course} from '../parse/course.ts';
import {writtenOptions} from '../quiz/options.ts';
import type {Question} from '../schema/quiz.ts';
import {wordsOf} from '../text/count.ts';
import {questionsOf} from './options.ts';
import {problem} from './rule.ts';

const negation = /\b(?:not|never|except|cannot|without)\b|n['’]t\b/iu;

/** The last sentence of a stem is the question; what stands before it sets the scene. */
function askedSentence(stem: string): string {
  return (
    stem
      .trim()
      .split(/(?<=[.!?])\s+/u)
      .at(-1) ?? ''
  );
}

/** A negative stem says its "not" so that nobody reads over it: *not* or NOT. */
export function checkNegationStressed(course: Course): readonly Problem[] {
  return questionsOf(course).flatMap(question => {
    const asked = askedSentence(question.stem);
    const isStressed = /\*(?:not|never|except|cannot|without)\*|\b(?:NOT|NEVER|EXCEPT)\b/u.test(asked);
    if (!negation.test(asked) || isStressed) return [];
    return [
      problem(
        question.at,
        `The question \`${question.id}\` asks in the negative.`,
        'Ask it positively, or write *not*.',
      ),
    ];
  });
}

/** At most one stem in twenty is negative. */
export function checkNegativeStems(course: Course): readonly Problem[] {
  const questions = questionsOf(course);
  const negative = questions.filter(question => negation.test(askedSentence(question.stem)));
  if (negative.length <= 0.05 * questions.length) return [];
  const message = `${negative.length} of ${questions.length} questions ask in the negative; at most one in twenty may.`;
  return [problem(negative.at(-1)!.at, message, 'Ask some of them positively.')];
}

/** No telling word of the stem comes back in the right answer alone. */
export function checkEchoedWords(course: Course): readonly Problem[] {
  return questionsOf(course).flatMap(question => {
    const {right, wrong} = splitOptions(question);
    if (right.length === 0) return [];
    const tellingWords = lowerWords(question.stem).filter(word => word.length >= 6);
    const echoed = tellingWords.find(
      word =>
        right.every(text => lowerWords(text).includes(word)) && !wrong.some(text => lowerWords(text).includes(word)),
    );
    if (echoed === undefined) return [];
    const message = `In \`${question.id}\` the word “${echoed}” of the question comes back in the right answer only.`;
    return [problem(question.at, message, 'Use the word in a wrong answer too, or in none.')];
  });
}

const absolute = /\b(?:always|never|every time|guaranteed|guarantees|impossible|completely)\b/iu;

/** Words such as "always" do not stand in wrong answers alone, where they give them away. */
export function checkAbsoluteWords(course: Course): readonly Problem[] {
  return questionsOf(course).flatMap(question => {
    const {right, wrong} = splitOptions(question);
    const found = wrong.find(text => absolute.test(text));
    if (found === undefined || right.length === 0 || right.some(text => absolute.test(text))) return [];
    const message = `In \`${question.id}\` only a wrong answer says “${absolute.exec(found)![0]}”.`;
    return [problem(question.at, message, 'Leave the word out, or use it in a right answer too.')];
  });
}

/** The options of a question begin and end alike: all with a capital or none, all with a full stop or none. */
export function checkParallelOptions(course: Course): readonly Problem[] {
  return questionsOf(course).flatMap(question => {
    const texts = Object.values(splitOptions(question)).flat();
    const capitals = texts.filter(text => /^\p{Lu}/u.test(text)).length;
    // Names and figures may begin either way.
    const lower = texts.filter(text => /^\p{Ll}/u.test(text)).length;
    const stops = texts.filter(text => text.endsWith('.')).length;
    const isParallel = (capitals === 0 || lower === 0) && (stops === 0 || stops === texts.length);
    const hint = 'Begin all with a capital or none, and end all with a full stop or none.';
    return isParallel ? [] : [problem(question.at, `The options of \`${question.id}\` are not written alike.`, hint)];
  });
}

function splitOptions(question: Question): {readonly right: readonly string[]; readonly wrong: readonly string[]} {
  if (question.type === 'faulty_line') return {right: [], wrong: []};
  const options = writtenOptions(question).map(option => ({
    ...option,
    text: option.text.replace(/^(?:True|False): /u, ''),
  }));
  return {
    right: options.filter(option => option.right === true).map(option => option.text),
    wrong: options.filter(option => option.right !== true).map(option => option.text),
  };
}

function lowerWords(text: string): readonly string[] {
  return wordsOf(text.toLowerCase());
}
