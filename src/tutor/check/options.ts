import type {Problem} from '../../errors.ts';
import type {Course} from '../parse/course.ts';
import {writtenItems, writtenOptions} from '../quiz/options.ts';
import type {Question} from '../schema/quiz.ts';
import {countWords} from '../text/count.ts';
import {foldText} from '../text/fold.ts';
import {suggestName} from '../text/nearest.ts';
import {problem, repeated} from './rule.ts';

/** All questions of a course. */
export function questionsOf(course: Course): readonly Question[] {
  return course.lessons.flatMap(lesson => lesson.quiz.pool);
}

function reasonsOf(question: Question): readonly string[] {
  const typed = question.type === 'blank' ? [question.why] : [];
  const mistakes = question.type === 'blank' || question.type === 'numeric' ? question.mistakes : [];
  return [...writtenOptions(question), ...writtenItems(question), ...mistakes].map(({why}) => why).concat(typed);
}

/** Every option has a reason of its own, of at least six words. */
export function checkReasons(course: Course): readonly Problem[] {
  return questionsOf(course).flatMap(question => {
    const reasons = reasonsOf(question);
    const short = reasons
      .filter(why => countWords(why) < 6)
      .map(why =>
        problem(
          question.at,
          `The reason “${why}” in \`${question.id}\` is too short.`,
          'Say why in at least six words.',
        ),
      );
    const same = repeated(reasons, foldText).map(why =>
      problem(
        question.at,
        `The reason “${why}” comes twice in \`${question.id}\`.`,
        'Give each option its own reason.',
      ),
    );
    return [...short, ...same];
  });
}

/** A choice has three or four options, a choice of several up to six. */
export function checkOptionCount(course: Course): readonly Problem[] {
  return questionsOf(course).flatMap(question => {
    const count = writtenOptions(question).length;
    const most = question.type === 'multiple' ? 6 : 4;
    if (count === 0 || (count >= 3 && count <= most)) return [];
    return [problem(question.at, `\`${question.id}\` has ${count} options.`, `Offer three to ${most}.`)];
  });
}

/** One option is right where one is asked for; several-choice questions have a right and a wrong one at least. */
export function checkRightOptions(course: Course): readonly Problem[] {
  return questionsOf(course).flatMap(question => {
    const options = writtenOptions(question);
    if (options.length === 0 || question.type === 'predict_run') return [];
    const right = options.filter(option => option.right).length;
    const isFine = question.type === 'multiple' ? right >= 1 && right < options.length : right === 1;
    const wanted = question.type === 'multiple' ? 'at least one right and one wrong' : 'exactly one right';
    return isFine ? [] : [problem(question.at, `\`${question.id}\` has ${right} right options.`, `Mark ${wanted}.`)];
  });
}

/** Every wrong option stands for a misconception of the list. */
export function checkMisconceptions(course: Course): readonly Problem[] {
  const known = course.misconceptions.map(item => item.id);
  return questionsOf(course).flatMap(question => {
    const mistakes = question.type === 'blank' || question.type === 'numeric' ? question.mistakes : [];
    return [...writtenOptions(question), ...mistakes].flatMap(option => {
      const name = option.misconception;
      const isWrong = 'right' in option && option.right === false;
      if (name === undefined) {
        const message = `A wrong option of \`${question.id}\` names no misconception.`;
        return isWrong ? [problem(option.at, message, 'Add `misconception: …` from misconceptions.yaml.')] : [];
      }
      if (known.includes(name)) return [];
      return [
        problem(option.at, `The misconception \`${name}\` is not in misconceptions.yaml.`, suggestName(name, known)),
      ];
    });
  });
}

const pointing =
  /\b(?:all|none|both|neither|either) of (?:the above|these|them|the others)\b|\b(?:the|answers?|options?) (?:above|below)\b|\b(?:above|below)$|^(?:both )?[a-d] and [a-d]$/iu;

/** No option points at other options, because options are shuffled. */
export function checkPointingOptions(course: Course): readonly Problem[] {
  return questionsOf(course).flatMap(question =>
    writtenOptions(question)
      .filter(option => pointing.test(option.text))
      .map(option =>
        problem(
          option.at,
          `“${option.text}” points at other options, which are shuffled.`,
          'Write an answer that stands alone; for several right answers use `type: multiple`.',
        ),
      ),
  );
}
