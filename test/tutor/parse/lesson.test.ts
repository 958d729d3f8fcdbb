import {expect, test} from 'vitest';
import type {Block} from '../../../src/tutor/parse/block.ts';
import {findSection, parseLessonText} from '../../../src/tutor/parse/lesson.ts';
import {miniFiles} from '../mini-course.ts';

const source = miniFiles.find(file => file.path === '01-scaling/lesson.md')!;
const lineOf = (words: string) => source.text.split('\n').findIndex(line => line.includes(words)) + 1;
const head = source.text.slice(0, source.text.indexOf('## Quick'));

function blocksOf(body: string): readonly Block[] {
  const {value, problems} = parseLessonText({path: 'x.md', text: `${head}## Quick\n\n${body}`});
  expect(problems).toEqual([]);
  return value!.sections[0]!.pages.flatMap(page => page.blocks);
}

test('a lesson has a head, sections and pages, each block with its line', () => {
  const lesson = parseLessonText(source).value!;
  expect(lesson.title).toBe('Put the columns on one ruler');
  expect(lesson.sections.map(section => section.id)).toEqual([
    'quick',
    'standard',
    'deep',
    'dialogue',
    'analogy',
    'worked-example',
    'break-it',
    'memory-aids',
    'at-work',
    'further-reading',
  ]);
  const standard = findSection(lesson, 'standard')!;
  expect(standard.pages).toHaveLength(2);
  const kinds = standard.pages.map(page => page.blocks.map(block => block.kind));
  expect(kinds).toEqual([
    ['paragraph', 'ask'],
    ['paragraph', 'table'],
  ]);
  expect(standard.pages[1]!.blocks[0]!.line).toBe(lineOf('There is a second way'));
  expect(standard.pages[0]!.blocks[1]!.line).toBe(lineOf('**Ask:** One column'));
});

test('inline figures are found with line and column, also in tables, but not in code', () => {
  const lesson = parseLessonText(source).value!;
  const first = lesson.figures[0]!;
  expect(first.at).toEqual({file: source.path, line: lineOf('without scaling |'), column: 21});
  expect(first.figure.format).toEqual({name: 'percent'});
  expect(lesson.figures.some(({figure}) => figure.source.includes('not.a'))).toBe(false);
});

test('a dialogue has turns with speakers, and the asks stand between them', () => {
  const blocks = findSection(parseLessonText(source).value!, 'dialogue')!.pages[0]!.blocks;
  expect(blocks.map(block => (block.kind === 'turn' ? block.speaker : block.kind))).toEqual([
    'Mara',
    'ask',
    'Ilir',
    'Noor',
    'ask',
    'Mara',
  ]);
  expect(blocks[0]).toMatchObject({kind: 'turn', role: 'teacher'});
});

test('a label in bold is a turn only in a dialogue', () => {
  expect(blocksOf('**Note:** well.')).toMatchObject([{kind: 'paragraph'}]);
});

test('paragraphs hold bold terms, emphasis, code, links and figures', () => {
  const [block] = blocksOf(
    'A **term**, *so* `x | y`, [here](lesson:other)\nand {{unscaled.test.f1 | percent}}.  \nNext <b>.',
  );
  expect(block).toMatchObject({
    kind: 'paragraph',
    inlines: [
      {kind: 'text', text: 'A '},
      {kind: 'bold', text: 'term'},
      {kind: 'text', text: ', '},
      {kind: 'emphasis', inlines: [{text: 'so'}]},
      {kind: 'text', text: ' '},
      {kind: 'code', text: 'x | y'},
      {kind: 'text', text: ', '},
      {kind: 'link', href: 'lesson:other', inlines: [{text: 'here'}]},
      {kind: 'text', text: ' and '},
      {kind: 'figure', figure: {source: 'unscaled.test.f1 | percent'}},
      {kind: 'text', text: '.'},
      {kind: 'break'},
      {kind: 'text', text: 'Next <b>.'},
    ],
  });
});

test('lists nest and number, tables keep their cells, code keeps its language', () => {
  const blocks = blocksOf(
    '3. three\n   - inner\n4. four\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```json\n{}\n```\n\n### Sub\n',
  );
  expect(blocks).toMatchObject([
    {kind: 'list', start: 3, items: [[{kind: 'paragraph'}, {kind: 'list', start: null}], [{kind: 'paragraph'}]]},
    {kind: 'table', header: [[{text: 'a'}], [{text: 'b'}]], rows: [[[{text: '1'}], [{text: '2'}]]]},
    {kind: 'code', language: 'json', text: '{}'},
    {kind: 'heading', inlines: [{text: 'Sub'}]},
  ]);
});

test('all problems of a lesson are reported with their lines', () => {
  const body = [
    'lost',
    '',
    '## Qick',
    '',
    'text',
    '---',
    '',
    '## Quick',
    '',
    '{{unscaled}}',
    '',
    '```figure',
    'confusoin a',
    '```',
    '',
    '## Quick',
    '',
  ];
  const {problems} = parseLessonText({path: 'x.md', text: head + body.join('\n')});
  const first = head.split('\n').length;
  expect(problems.map(({message, at}) => [at.line! - first, message])).toEqual([
    [9, '`unscaled` names no value.'],
    [4, 'A line of dashes right under a line of text makes it a heading.'],
    [12, '`confusoin` is not a kind of figure.'],
    [0, 'This text stands before the first section.'],
    [2, '“Qick” is not a section of a lesson.'],
    [4, '“text” is not a section of a lesson.'],
    [15, 'The section “Quick” comes twice.'],
  ]);
});

test('a problem in the front matter has the line of the file', () => {
  const text = source.text.replace('minutes: 5', 'minutes: soon');
  expect(parseLessonText({path: 'x.md', text}).problems).toMatchObject([
    {message: '`minutes` is `soon`, but must be a whole number.', at: {line: lineOf('minutes: 5'), column: 10}},
  ]);
  expect(parseLessonText({path: 'x.md', text: '# Hello'}).problems).toMatchObject([{at: {line: 1}}]);
});

test('lines that end in CR LF read the same', () => {
  const windows = parseLessonText({path: source.path, text: source.text.replaceAll('\n', '\r\n')});
  expect(windows).toEqual(parseLessonText(source));
});
