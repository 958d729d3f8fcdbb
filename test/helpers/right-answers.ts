import type {Results} from '../../src/tutor/figures/result.ts';
import {type Answer, answerKind} from '../../src/tutor/quiz/answer.ts';
import {grade} from '../../src/tutor/quiz/grade.ts';
import {writtenItems, writtenOptions} from '../../src/tutor/quiz/options.ts';
import type {Question} from '../../src/tutor/schema/quiz.ts';

/** The right answer to a question, found by grading; what a run decides is decided by that run. */
export function rightAnswer(question: Question, results: Results): Answer {
  const found = candidates(question, results).find(answer => grade(question, answer, results).correct);
  if (found === undefined) throw new Error(`The question ${question.id} has no right answer among those tried.`);
  return found;
}

/** A wrong answer to a question, found by grading in the same way. */
export function wrongAnswer(question: Question, results: Results): Answer {
  const found = wrongCandidates(question).find(answer => !grade(question, answer, results).correct);
  if (found === undefined) throw new Error(`The question ${question.id} has no wrong answer among those tried.`);
  return found;
}

function wrongCandidates(question: Question): readonly Answer[] {
  const options = writtenOptions(question);
  const ids = writtenItems(question).map(({id}) => id);
  const kind = answerKind(question);
  switch (kind) {
    case 'options':
      return options.map(({id}) => ({kind, ids: [id]}));
    case 'order':
      return [{kind, ids: [...ids].reverse()}];
    case 'pairs':
      return [{kind, pairs: Object.fromEntries(ids.map((id, index) => [id, ids[(index + 1) % ids.length]!]))}];
    case 'line':
      return [1, 2, 3].map(line => ({kind, line}));
    case 'typed':
      return [{kind, text: question.type === 'blank' ? 'nonsense' : '-123456789'}];
  }
}

function candidates(question: Question, results: Results): readonly Answer[] {
  const options = writtenOptions(question);
  const items = writtenItems(question);
  const kind = answerKind(question);
  switch (kind) {
    case 'options':
      if (question.type !== 'multiple') return options.map(({id}) => ({kind, ids: [id]}));
      return [{kind, ids: options.filter(({right}) => right).map(({id}) => id)}];
    case 'order':
      return [{kind, ids: items.map(({id}) => id)}];
    case 'pairs':
      return [{kind, pairs: Object.fromEntries(items.map(({id}) => [id, id]))}];
    case 'line':
      return question.type === 'faulty_line' ? question.lines.map(({line}) => ({kind, line})) : [];
    case 'typed':
      return typedCandidates(question, results).map(text => ({kind, text}));
  }
}

function typedCandidates(question: Question, results: Results): readonly string[] {
  if (question.type === 'blank') return question.accept;
  // The feedback on a wrong number names the right one.
  const {expected} = grade(question, {kind: 'typed', text: '-123456789'}, results);
  const numbers = expected.match(/-?\d[\d  .,]*%?/gu) ?? [];
  return [expected, ...numbers.map(number => number.trim().replace(/[.,]$/, ''))];
}
