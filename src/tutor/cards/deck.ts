import type {Course, Lesson} from '../parse/course.ts';
import {writtenItems, writtenOptions} from '../quiz/options.ts';
import type {Question} from '../schema/quiz.ts';

/** A flash card; its texts may hold `{{…}}` figures over the runs of its lesson. */
export type Card = {
  /** Stable name: `card/…`, `term/…` or `question/…` and the id of what it is made from. */
  readonly key: string;
  readonly kind: 'card' | 'term' | 'question';
  readonly lesson: string;
  /** The stage, or the lesson's id where it teaches none: what review mixes by. */
  readonly stage: string;
  readonly front: string;
  readonly back: string;
};

const decks = new WeakMap<Course, readonly Card[]>();

/** Every card of a course: those written for its lessons, its glossary and its questions. */
export function allCards(course: Course): readonly Card[] {
  // A course never changes, and its deck is asked for with everything a learner does.
  const deck = decks.get(course) ?? makeDeck(course);
  decks.set(course, deck);
  return deck;
}

function makeDeck(course: Course): readonly Card[] {
  const lessonOf = new Map(course.lessons.map(lesson => [lesson.id, lesson]));
  const terms = course.glossary.flatMap(({id, term, meaning, introduced_in}) => {
    const lesson = lessonOf.get(introduced_in);
    return lesson === undefined ? [] : [makeCard(lesson, 'term', id, `What does “${term}” mean?`, meaning)];
  });
  return [...course.lessons.flatMap(lesson => [...writtenCards(lesson), ...questionCards(lesson)]), ...terms];
}

function writtenCards(lesson: Lesson): readonly Card[] {
  return lesson.cards.map(({id, front, back}) => makeCard(lesson, 'card', id, front, back));
}

function questionCards(lesson: Lesson): readonly Card[] {
  return lesson.quiz.pool.map(question =>
    makeCard(lesson, 'question', question.id, questionFront(question), questionBack(question)),
  );
}

function makeCard(lesson: Lesson, kind: Card['kind'], id: string, front: string, back: string): Card {
  return {key: `${kind}/${id}`, kind, lesson: lesson.id, stage: lesson.stage ?? lesson.id, front, back};
}

function questionFront(question: Question): string {
  if (question.type === 'faulty_line') {
    const lines = question.pipeline.trimEnd().split('\n');
    return [question.stem, ...lines.map((line, index) => `${index + 1}  ${line}`)].join('\n');
  }
  const choices = [...writtenOptions(question), ...writtenItems(question)].map(option => option.text);
  // By code unit, so that the order gives nothing away.
  return [question.stem, ...choices.sort().map(text => `- ${text}`)].join('\n');
}

function questionBack(question: Question): string {
  switch (question.type) {
    case 'order':
      return question.items.map((item, index) => `${index + 1}. ${item.text}`).join('\n');
    case 'match':
      return question.pairs.map(pair => `${pair.term}: ${pair.definition}`).join('\n');
    case 'blank':
      return `${question.accept[0]}: ${question.why}`;
    case 'numeric':
      return question.working;
    case 'predict_run':
      return (
        question.working ??
        writtenOptions(question)
          .map(option => `${option.text}: ${option.why}`)
          .join('\n')
      );
    default: {
      const right = writtenOptions(question).filter(option => option.right);
      return right.map(option => `${option.text}: ${option.why}`).join('\n');
    }
  }
}
