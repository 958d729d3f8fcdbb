import {expect, test} from 'vitest';
import {
  lessonsUsing,
  lookUp,
  reduceGlossary,
  startGlossary,
  termSearch,
} from '../../../src/app/sessions/glossary-session.ts';
import {miniCourse} from '../../tutor/mini-course.ts';

const course = miniCourse();
const search = termSearch(course.glossary);
const found = (text: string) => search(text).map(({id}) => id);

test('nothing written finds every word, in the order of the alphabet', () => {
  expect(found('')).toEqual(['distance', 'min-max-scaling', 'neighbour', 'overfitting', 'standard-scaling']);
});

test('a beginning of a word finds names first, other names too, and then meanings', () => {
  expect(found('stand')).toEqual(['standard-scaling']);
  expect(found('Z-Score')).toEqual(['standard-scaling']);
  expect(found('near')).toEqual(['neighbour']);
  expect(found('dist')).toEqual(['distance', 'neighbour']);
  expect(found('squirrel')).toEqual([]);
});

test('entries opened one from the other are closed one by one', () => {
  const opened = (['neighbour', 'distance', 'distance'] as const).reduce(
    (state, term) => reduceGlossary(state, {type: 'open', term}),
    startGlossary(),
  );
  expect(opened.opened).toEqual(['neighbour', 'distance']);
  const back = reduceGlossary(opened, {type: 'close'});
  expect(back.opened).toEqual(['neighbour']);
  expect(reduceGlossary(reduceGlossary(back, {type: 'close'}), {type: 'close'}).opened).toEqual([]);
});

test('a word is looked up by any of its names', () => {
  expect(lookUp(course, 'nearest neighbours')).toMatchObject({term: {id: 'neighbour'}, related: ['distance']});
  expect(lookUp(course, 'min-max-scaling')?.term.id).toBe('min-max-scaling');
  expect(lookUp(course, 'squirrel')).toBeUndefined();
});

test('the lessons that use a word are those that stress it, without the one that explains it', () => {
  for (const [term, lessons] of lessonsUsing(course)) {
    const {introduced_in} = course.glossary.find(({id}) => id === term)!;
    expect(lessons).not.toContain(introduced_in);
    for (const lesson of lessons) expect(course.lessons.map(({id}) => id)).toContain(lesson);
  }
});
