import type {ValueOf} from './build.ts';
import {
  either,
  flag,
  integer,
  list,
  literal,
  number,
  oneKindOf,
  optional,
  parsed,
  record,
  text,
  withDefault,
  word,
} from './build.ts';
import {runsSchema} from './run.ts';

/** What a question asks of the learner: to remember, to decide in a case, or to say why. */
export const levels = ['recall', 'apply', 'why'] as const;

const asked = {
  id: parsed('id', 'Stable name of the question'),
  objective: parsed('id', 'Id of the objective it tests'),
  level: word(levels, 'recall, apply or why'),
  stem: parsed('figure-text', 'The question'),
};

const optionId = optional(parsed('id', 'Stable name of the option; made from its text where left out'));
const why = parsed('figure-text', 'Why it is right or wrong, at least six words');
const misconception = optional(parsed('id', 'Id of the mistaken idea that a wrong answer stands for'));
const right = withDefault(flag('Whether it is right; false where left out'), false);
const amount = either(
  number('A number'),
  parsed('expression', 'A figure such as scaled.test.accuracy'),
  'A number or a figure',
);

const option = record('An answer to choose', {
  id: optionId,
  text: parsed('figure-text', 'The answer'),
  right,
  why,
  misconception,
});

const single = record('Choose the one right answer', {
  type: literal('single'),
  ...asked,
  options: list(option, 'The answers, exactly one of them right', {minItems: 2}),
});

const multiple = record('Choose all right answers', {
  type: literal('multiple'),
  ...asked,
  options: list(option, 'The answers', {minItems: 2}),
});

const trueFalse = record('Judge the statement and choose the reason', {
  type: literal('true_false'),
  ...asked,
  options: list(
    record('A verdict with its reason', {
      id: optionId,
      verdict: flag('Whether this option calls the statement true'),
      text: parsed('figure-text', 'The reason, without the words "true, because"'),
      right,
      why,
      misconception,
    }),
    'Verdicts with reasons, exactly one of them right',
    {minItems: 2},
  ),
});

const order = record('Put the items in order', {
  type: literal('order'),
  ...asked,
  items: list(
    record('An item', {id: optionId, text: parsed('figure-text', 'The item'), why}),
    'The items, written in the right order',
    {minItems: 3},
  ),
});

const match = record('Match terms and definitions', {
  type: literal('match'),
  ...asked,
  pairs: list(
    record('A term and its definition', {
      id: optionId,
      term: text('The term'),
      definition: text('What belongs to it'),
      why,
    }),
    'The pairs',
    {minItems: 3},
  ),
});

const blank = record('Type the missing words', {
  type: literal('blank'),
  ...asked,
  accept: list(text('A right answer'), 'All right answers; case, hyphens and spaces do not count', {minItems: 1}),
  why,
  mistakes: withDefault(
    list(
      record('A wrong answer that people give', {
        accept: list(text('The wrong answer'), 'Its spellings', {minItems: 1}),
        why,
        misconception,
      }),
      'Wrong answers that people give, each with its reason',
    ),
    [],
  ),
});

const numeric = record('Type a number', {
  type: literal('numeric'),
  ...asked,
  value: amount,
  tolerance: number('How far off an answer may be', {minimum: 0}),
  unit: optional(text('The unit, shown behind the field')),
  working: parsed('figure-text', 'How the number comes about, step by step'),
  mistakes: withDefault(
    list(
      record('A wrong number that people give', {value: amount, why, misconception}),
      'Wrong numbers that people give, each with its reason',
    ),
    [],
  ),
});

const faultyLine = record('Find the line at fault in a pipeline file', {
  type: literal('faulty_line'),
  ...asked,
  pipeline: text('The pipeline file'),
  lines: list(
    record('A line that could be at fault', {
      line: integer('Its number, counted from 1', {minimum: 1}),
      right,
      why,
      misconception,
    }),
    'The plausible lines, exactly one of them right',
    {minItems: 2},
  ),
});

const predictRun = record('Predict what a run will show; the engine grades', {
  type: literal('predict_run'),
  ...asked,
  run: parsed('id', 'Name of the run that decides'),
  before: optional(parsed('id', 'Name of the run that it is compared with')),
  options: optional(
    list(
      record('A prediction', {
        id: optionId,
        text: parsed('figure-text', 'The prediction'),
        when: parsed('condition', 'The prediction as a condition on the run'),
        why,
        misconception,
      }),
      'The predictions, of which exactly one comes true',
      {minItems: 2},
    ),
  ),
  figure: optional(parsed('expression', 'The figure to predict as a number, such as scaled.test.accuracy')),
  tolerance: optional(number('How far off the number may be', {minimum: 0})),
  working: optional(parsed('figure-text', 'Why the number comes out as it does')),
});

/** A question of any type. */
export const questionSchema = oneKindOf(
  [single, multiple, trueFalse, order, match, blank, numeric, faultyLine, predictRun],
  'A question',
);

/** `quiz.yaml`: the questions of a lesson. */
export const quizSchema = record('The questions of a lesson', {
  runs: withDefault(runsSchema, {}),
  draw: withDefault(integer('How many questions a quiz draws', {minimum: 1}), 5),
  pass: withDefault(number('The share of right answers that passes', {minimum: 0, maximum: 1}), 0.8),
  pool: list(questionSchema, 'The questions to draw from, at least 8'),
});

/** What `quiz.yaml` holds. */
export type Quiz = ValueOf<typeof quizSchema>;
/** A question of any type. */
export type Question = ValueOf<typeof questionSchema>;
/** The name of a type of question. */
export type QuestionType = Question['type'];
/** The questions of one type. */
export type QuestionOf<T extends QuestionType> = Extract<Question, {readonly type: T}>;
