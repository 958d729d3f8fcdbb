import {expect, test} from 'vitest';
import {loadMaterial, needsOf, noMaterial} from '../../../src/app/lesson-material.ts';
import {spokenPieces} from '../../../src/app/read-aloud/spoken-words.ts';
import {beatsOf} from '../../../src/app/sessions/beats.ts';
import {sectionTitles} from '../../../src/tutor/parse/sections.ts';
import {realCourse} from '../../helpers/real-course.ts';
import {testTutor} from '../../helpers/tutor.ts';
import {miniLesson} from '../../tutor/mini-course.ts';

test('a question is said with its options, and a reply with the reason', () => {
  const lesson = miniLesson('scaling');
  const page = lesson.sections.find(({id}) => id === 'dialogue')!.pages[0]!;
  const [first] = beatsOf(page, 'turn');
  const ask = first!.at(-1)!;
  if (ask.kind !== 'ask') throw new Error('the dialogue begins with a question');
  const pieces = spokenPieces([first!], {}, noMaterial);
  expect(pieces.at(-1)).toMatch(/\n1: The big one, by size alone\.\n2: /);
  const chosen = ask.ask.options.find(({right}) => !right)!;
  const reply = {[ask.ask.id]: {chosen: chosen.id, correct: false, isOpen: false}};
  const replied = spokenPieces([first!], reply, noMaterial);
  expect(replied).toHaveLength(pieces.length + 1);
  expect(replied.at(-1)).toMatch(/^You said: .+\nRight is: The big one, by size alone\./);
});

test('figures of the text and pictures are said in words', async () => {
  const tutor = testTutor();
  const lesson = miniLesson('scaling');
  const blocks = lesson.sections.find(({id}) => id === 'worked-example')!.pages[0]!.blocks;
  const material = await loadMaterial(tutor, lesson, needsOf(blocks));
  const text = spokenPieces([blocks], {}, material).join('\n');
  expect(text).toMatch(/\d/);
  expect(text).not.toMatch(/\{\{|\[figure|█|undefined/);
});

test('no page of the course is said with marks, formatting or addresses', () => {
  for (const lesson of realCourse().lessons) {
    for (const {id, pages} of lesson.sections) {
      for (const page of pages) {
        const text = spokenPieces(beatsOf(page, 'turn'), {}, noMaterial).join('\n');
        expect(text, `${lesson.id}, ${sectionTitles[id]}`).not.toMatch(/\*\*|\]\(|https?:\/\/\S+\)|\[object/);
        expect(text).not.toBe('');
      }
    }
  }
});
