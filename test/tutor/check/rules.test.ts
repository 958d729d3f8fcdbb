import {expect, test} from 'vitest';
import {checkCourse} from '../../../src/tutor/check/check-course.ts';
import {rules} from '../../../src/tutor/check/rules.ts';
import {parseCourse} from '../../../src/tutor/parse/course.ts';
import {miniFiles} from '../mini-course.ts';

/** A breach of one rule: the file that is edited, what is replaced by what, and where the problem must stand. */
type Breach = {
  readonly rule: string;
  readonly file: string;
  readonly from: string | RegExp;
  readonly to: string;
  /** Words of the file's line that the problem points at; a bank-wide rule points at no line. */
  readonly at?: string;
  readonly atFile?: string;
  readonly says: string;
};

const one = '01-scaling';
const two = '02-neighbours';
const words = (count: number) => Array.from({length: count}, () => 'word').join(' ');

const breaches: readonly Breach[] = [
  {
    rule: 'unique-ids',
    file: `${two}/cards.yaml`,
    from: 'id: card-vote',
    to: 'id: card-rows',
    at: 'id: card-rows',
    says: 'another card called `card-rows`',
  },
  {
    rule: 'ids-name',
    file: `${one}/quiz.yaml`,
    from: 'id: order-kept',
    to: 'id: q-4',
    at: 'id: q-4',
    says: 'counts instead of naming',
  },
  {
    rule: 'option-ids',
    file: `${one}/quiz.yaml`,
    from: '{term: min-max,',
    to: '{term: Standard,',
    at: 'id: match-scalers',
    says: 'are called `standard`',
  },
  {
    rule: 'term-names',
    file: 'glossary.yaml',
    from: 'also: [nearest neighbour]',
    to: 'also: [Distance]',
    at: 'id: neighbour',
    says: 'also called “distance”',
  },
  {
    rule: 'objective-count',
    file: `${two}/lesson.md`,
    from: /\n {2}- \{id: choose-k.*/u,
    to: '',
    at: 'id: neighbours',
    says: 'has 1 objectives',
  },
  {
    rule: 'objective-verbs',
    file: `${one}/lesson.md`,
    from: 'text: Explain',
    to: 'text: Understand',
    at: 'id: explain-scaling',
    says: '“Understand” cannot be tested',
  },
  {
    rule: 'objectives-covered',
    file: `${two}/lab.yaml`,
    from: 'objective: predict-by-vote',
    to: 'objective: choose-k',
    at: 'id: predict-by-vote',
    atFile: `${two}/lesson.md`,
    says: 'No task serves',
  },
  {
    rule: 'terms-defined',
    file: `${one}/lesson.md`,
    from: 'The ruler, and',
    to: 'The **rulor**, and',
    at: 'One column runs',
    says: '“rulor” is bold',
  },
  {
    rule: 'terms-used',
    file: `${two}/lesson.md`,
    from: '**overfitting**',
    to: 'overfitting',
    at: 'id: overfitting',
    atFile: 'glossary.yaml',
    says: 'never shows “overfitting” in bold',
  },
  {
    rule: 'terms-introduced',
    file: `${one}/lesson.md`,
    from: 'look for a good',
    to: '',
    at: 'Think of a choir',
    says: '“Overfitting” is used before neighbours',
  },
  {
    rule: 'sections-present',
    file: `${two}/lesson.md`,
    from: /## At work\n\n.*\n/u,
    to: '',
    at: 'id: neighbours',
    says: 'no text under “At work”',
  },
  {
    rule: 'dialogue',
    file: `${two}/lesson.md`,
    from: /> \*\*Ask:\*\* What does an odd[\s\S]*?odd\.\n/u,
    to: '',
    at: '## Dialogue',
    says: 'asks the learner 1 times',
  },
  {
    rule: 'analogy-limit',
    file: `${two}/lesson.md`,
    from: 'Where the picture stops: people',
    to: 'But people',
    at: '## Analogy',
    says: 'where it stops being true',
  },
  {
    rule: 'computed-numbers',
    file: `${two}/lesson.md`,
    from: /(## Break it\n\n).*\n/u,
    to: '$1It scored 97%.\n',
    at: '## Break it',
    says: 'shows no number computed',
  },
  {
    rule: 'further-reading',
    file: `${two}/lesson.md`,
    from: '(https://scikit-learn.org/stable/modules/neighbors.html)',
    to: '(lesson:scaling)',
    at: '## Further reading',
    says: 'holds no link',
  },
  {
    rule: 'reading-ease',
    file: `${two}/lesson.md`,
    from: 'To name a new wine, look at',
    to: 'Classification of unfamiliar observations necessitates identification of considerably comparable observations and, subsequently, aggregation of',
    at: '## Quick',
    says: 'reads at school grade',
  },
  {
    rule: 'screen-words',
    file: `${two}/lesson.md`,
    from: 'The vote may be',
    to: `${words(121)} The vote may be`,
    at: '## Deep',
    says: 'words before the learner does anything',
  },
  {
    rule: 'question-rhythm',
    file: `${two}/lesson.md`,
    from: 'In between lies',
    to: 'A.\n\n---\n\nB.\n\n---\n\nIn between lies',
    at: '---\n\nIn between',
    says: 'fourth screen in a row',
  },
  {
    rule: 'reasons',
    file: `${one}/quiz.yaml`,
    from: 'why: No model reads units; it sees nothing but the numbers.',
    to: 'why: No.',
    at: 'id: why-scale',
    says: 'too short',
  },
  {
    rule: 'option-count',
    file: `${two}/quiz.yaml`,
    from: /\n {6}- \{text: a mixture.*/u,
    to: '',
    at: 'id: vote',
    says: 'has 2 options',
  },
  {
    rule: 'right-options',
    file: `${two}/quiz.yaml`,
    from: '{text: white,',
    to: '{text: white, right: true,',
    at: 'id: vote',
    says: 'has 2 right options',
  },
  {
    rule: 'misconceptions',
    file: `${two}/quiz.yaml`,
    from: 'here., misconception: more-is-better',
    to: 'here., misconception: more-is-bettr',
    at: 'text: white',
    says: '`more-is-bettr` is not in',
  },
  {
    rule: 'pointing-options',
    file: `${two}/quiz.yaml`,
    from: 'text: a mixture',
    to: 'text: none of the above',
    at: 'text: none of the above',
    says: 'points at other options',
  },
  {
    rule: 'longest-keys',
    file: `${two}/quiz.yaml`,
    from: /text: (?=red|each of|every row)/gu,
    to: `text: as far as anyone in the room can tell from what has been said before `,
    says: 'is the longest in',
  },
  {
    rule: 'mean-key-length',
    file: `${two}/quiz.yaml`,
    from: /text: (?=red|each of|every row)/gu,
    to: `text: as far as anyone in the room can tell from what has been said before `,
    says: 'Right answers have',
  },
  {
    rule: 'long-key',
    file: `${two}/quiz.yaml`,
    from: 'text: red',
    to: 'text: the class that is called red',
    at: 'text: the class',
    says: 'stands out by its length',
  },
  {
    rule: 'negation-stressed',
    file: `${two}/quiz.yaml`,
    from: 'Which score falls?',
    to: "Which score doesn't rise?",
    at: 'id: predict-one',
    says: 'asks in the negative',
  },
  {
    rule: 'negative-stems',
    file: `${two}/quiz.yaml`,
    from: 'Which score falls?',
    to: 'Which score does *not* rise?',
    at: 'id: predict-one',
    says: '1 of 19 questions ask in the negative',
  },
  {
    rule: 'echoed-words',
    file: `${two}/quiz.yaml`,
    from: 'text: each of them finds itself',
    to: 'text: each has one neighbour',
    at: 'id: k-of-one',
    says: '“neighbour”',
  },
  {
    rule: 'absolute-words',
    file: `${two}/quiz.yaml`,
    from: 'text: it is the best possible model',
    to: 'text: it is always the best model',
    at: 'id: k-of-one',
    says: 'says “always”',
  },
  {
    rule: 'parallel-options',
    file: `${two}/quiz.yaml`,
    from: 'text: red',
    to: 'text: Red',
    at: 'id: vote',
    says: 'not written alike',
  },
  {
    rule: 'pool-size',
    file: `${two}/quiz.yaml`,
    from: /\n {2}- id: default-k[\s\S]*/u,
    to: '\n',
    at: 'runs:',
    says: 'has 7 questions',
  },
  {
    rule: 'levels',
    file: `${two}/quiz.yaml`,
    from: /level: (?:apply|why)/gu,
    to: 'level: recall',
    at: 'runs:',
    says: 'Only 0 of 8',
  },
  {
    rule: 'types',
    file: `${two}/quiz.yaml`,
    from: /\n {2}- id: (?:too-many|steps-of|smallest|share-of|predict-one)[\s\S]*?(?=\n {2}- id)/gu,
    to: '',
    at: 'runs:',
    says: 'has 2 types',
  },
  {
    rule: 'typed-question',
    file: `${two}/quiz.yaml`,
    from: /\n {2}- id: (?:steps-of|smallest|share-of)[\s\S]*?(?=\n {2}- id)/gu,
    to: '',
    at: 'runs:',
    says: 'typed or put in order',
  },
  {
    rule: 'prequestions',
    file: `${two}/lesson.md`,
    from: 'prequestions: [vote, k-of-one]',
    to: 'prequestions: [vote]',
    at: 'id: neighbours',
    says: 'has 1 pre-questions',
  },
  {
    rule: 'question-shape',
    file: `${two}/quiz.yaml`,
    from: 'accept: [odd, uneven]',
    to: 'accept: [odd]',
    at: 'id: smallest-odd',
    says: 'Only one spelling',
  },
  {
    rule: 'card-count',
    file: `${two}/cards.yaml`,
    from: /\n {2}- \{id: card-default.*/u,
    to: '',
    at: 'cards:',
    says: 'has 5 cards',
  },
  {
    rule: 'card-size',
    file: `${two}/cards.yaml`,
    from: 'back: Nothing; it keeps the rows.',
    to: `back: ${words(31)}`,
    at: 'id: card-memory',
    says: 'back of the card has 31 words',
  },
  {
    rule: 'card-lists',
    file: `${two}/cards.yaml`,
    from: 'back: Nothing; it keeps the rows.',
    to: 'back: "- a\\n- b\\n- c\\n- d"',
    at: 'id: card-memory',
    says: 'more than three things',
  },
  {
    rule: 'task-count',
    file: `${two}/lab.yaml`,
    from: /\n {2}- id: same-again[\s\S]*/u,
    to: '\n',
    at: 'title:',
    says: 'has 2 tasks',
  },
  {
    rule: 'break-it',
    file: `${two}/lab.yaml`,
    from: 'break_it: true',
    to: 'break_it: false',
    at: 'title:',
    says: 'mistake on purpose',
  },
  {
    rule: 'hint-count',
    file: `${two}/lab.yaml`,
    from: ', Ask a great many.',
    to: '',
    at: 'id: go-deaf',
    says: 'has 2 hints',
  },
  {
    rule: 'hints-hide-answer',
    file: `${two}/lab.yaml`,
    from: 'Ask a great many.',
    to: 'Ask some 90.',
    at: 'id: go-deaf',
    says: 'gives away the answer `90`',
  },
  {
    rule: 'solution-in-panel',
    file: `${two}/lab.yaml`,
    from: 'panel: [training.params.n_neighbors]',
    to: 'panel: [training.model]',
    at: 'set: {training.params.n_neighbors: 1}',
    says: 'does not show `training.params.n_neighbors`',
  },
  {
    rule: 'objective-links',
    file: `${two}/cards.yaml`,
    from: 'objective: choose-k',
    to: 'objective: chose-k',
    at: 'objective: chose-k',
    says: 'no objective of this lesson called `chose-k`',
  },
  {
    rule: 'prequestion-links',
    file: `${two}/lesson.md`,
    from: 'prequestions: [vote,',
    to: 'prequestions: [votes,',
    at: 'id: neighbours',
    says: 'called `votes`',
  },
  {
    rule: 'glossary-links',
    file: 'glossary.yaml',
    from: 'see: [distance]',
    to: 'see: [distanc]',
    at: 'id: neighbour',
    says: 'no term called `distanc`',
  },
  {
    rule: 'text-links',
    file: `${one}/lesson.md`,
    from: '(lesson:neighbours)',
    to: '(lesson:neighbors)',
    at: 'There is a second way',
    says: 'no lesson called `neighbors`',
  },
  {
    rule: 'run-links',
    file: `${two}/lesson.md`,
    from: 'roc one fifty',
    to: 'roc one sixty',
    at: '```figure\nroc one sixty',
    says: 'no run called `sixty`',
  },
];

/** The miniature course with one edit; `terms-introduced` needs a bold word where the analogy of the first lesson is. */
function edited({rule, file, from, to}: Breach) {
  const change = (text: string) =>
    rule === 'terms-introduced'
      ? text.replace('Think of a choir', '**Overfitting**. Think of a choir')
      : text.replace(from, to);
  const files = miniFiles.map(source => (source.path === file ? {...source, text: change(source.text)} : source));
  const changed = files.some((source, index) => source.text !== miniFiles[index]!.text);
  return {files, changed};
}

function lineOf(text: string, snippet: string): number {
  return text.slice(0, text.indexOf(snippet)).split('\n').length;
}

test('every rule has a breach in this test', () => {
  expect(breaches.map(breach => breach.rule)).toEqual(rules.map(rule => rule.id));
});

test('rules have different names, say what they ask for and where it comes from', () => {
  expect(new Set(rules.map(rule => rule.id)).size).toBe(rules.length);
  for (const rule of rules) expect(rule.says).toMatch(/^[A-Z].*\.$/u);
  for (const rule of rules) expect(rule.source).toMatch(/^(?:d\d+|curriculum(?: \d+)?)$/u);
});

test('the miniature course breaks no rule', () => {
  const {value} = parseCourse(miniFiles);
  expect(checkCourse(value!)).toEqual([]);
});

test.each(breaches)('a breach of $rule is reported with its file and line', breach => {
  const {files, changed} = edited(breach);
  expect(changed).toBe(true);
  const {value, problems} = parseCourse(files);
  expect(problems).toEqual([]);
  const found = checkCourse(value!).filter(problem => problem.rule === breach.rule);
  expect(found.length).toBeGreaterThan(0);
  const problem = found.find(item => item.message.includes(breach.says));
  expect(problem, JSON.stringify(found)).toBeDefined();
  expect(problem!.hint).not.toBe('');
  if (breach.at === undefined) return;
  const file = breach.atFile ?? breach.file;
  const source = files.find(item => item.path === file)!;
  expect(problem!.at).toMatchObject({file, line: lineOf(source.text, breach.at)});
});

test('breaches are sorted by file and line', () => {
  const files = miniFiles.map(file => ({
    ...file,
    text: file.text.replaceAll('misconception: train-score', 'misconception: odd'),
  }));
  const found = checkCourse(parseCourse(files).value!);
  expect(found.length).toBeGreaterThan(1);
  const lines = found.map(problem => problem.at.line!);
  expect(lines).toEqual([...lines].sort((a, b) => a - b));
});
