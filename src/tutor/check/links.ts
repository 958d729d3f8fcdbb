import type {Place, Problem} from '../../errors.ts';
import {runsOfBlock} from '../figures/block.ts';
import {runsOf} from '../figures/expression.ts';
import {inlinesOf} from '../parse/block.ts';
import type {Course, Lesson} from '../parse/course.ts';
import {runsThatDecide} from '../quiz/runs.ts';
import {suggestName} from '../text/nearest.ts';
import {blocksOf} from './executables.ts';
import {problem} from './rule.ts';

type Link = {readonly at: Place; readonly to: string};

function deadLinks(links: readonly Link[], known: readonly string[], kind: string): readonly Problem[] {
  return links
    .filter(link => !known.includes(link.to))
    .map(({at, to}) => problem(at, `There is no ${kind} called \`${to}\`.`, suggestName(to, known)));
}

function idsOf(things: readonly {readonly id: string}[]): readonly string[] {
  return things.map(thing => thing.id);
}

/** Every objective that a question, card or task names is an objective of its lesson. */
export function checkObjectiveLinks(course: Course): readonly Problem[] {
  return course.lessons.flatMap(({objectives, quiz, cards, lab}) => {
    const links = [...quiz.pool, ...cards, ...(lab?.tasks ?? [])].map(({at, objective}) => ({at, to: objective}));
    return deadLinks(links, idsOf(objectives), 'objective of this lesson');
  });
}

/** Every pre-question is in the lesson's pool. */
export function checkPrequestionLinks(course: Course): readonly Problem[] {
  return course.lessons.flatMap(({prequestions, quiz, at}) => {
    const links = prequestions.map(to => ({at, to}));
    return deadLinks(links, idsOf(quiz.pool), 'question in the pool');
  });
}

/** Every lesson and term that the glossary names exists. */
export function checkGlossaryLinks(course: Course): readonly Problem[] {
  const {glossary, lessons} = course;
  const see = glossary.flatMap(term => term.see.map(to => ({at: term.at, to})));
  const introduced = glossary.map(({at, introduced_in}) => ({at, to: introduced_in}));
  return [...deadLinks(see, idsOf(glossary), 'term'), ...deadLinks(introduced, idsOf(lessons), 'lesson')];
}

/** Every `lesson:…` and `term:…` link of the text leads somewhere. */
export function checkTextLinks(course: Course): readonly Problem[] {
  const links = course.lessons.flatMap(lesson =>
    lesson.sections
      .flatMap(section => section.pages)
      .flatMap(page =>
        inlinesOf(page.blocks).flatMap(({line, inline}) => {
          const parts =
            inline.kind === 'link' ? /^(?<kind>lesson|term):(?<to>.*)$/u.exec(inline.href)?.groups : undefined;
          return parts === undefined ? [] : [{at: {file: page.at.file!, line}, to: parts.to!, kind: parts.kind!}];
        }),
      ),
  );
  return [
    ...deadLinks(
      links.filter(link => link.kind === 'lesson'),
      idsOf(course.lessons),
      'lesson',
    ),
    ...deadLinks(
      links.filter(link => link.kind === 'term'),
      idsOf(course.glossary),
      'term',
    ),
  ];
}

/** Every run that a figure or a question speaks of is defined in its lesson; only labs speak of this run and the last. */
export function checkRunLinks(course: Course): readonly Problem[] {
  return course.lessons.flatMap(lesson => {
    const labFile = lesson.lab?.at.file;
    const inLab = (at: Place) => labFile !== undefined && at.file === labFile;
    const links = runLinks(lesson);
    const names = Object.keys(lesson.runs);
    return [
      ...deadLinks(
        links.filter(({at}) => !inLab(at)),
        names,
        'run',
      ),
      ...deadLinks(
        links.filter(({at}) => inLab(at)),
        [...names, 'result', 'before'],
        'run',
      ),
    ];
  });
}

function runLinks(lesson: Lesson): readonly Link[] {
  const inFigures = lesson.figures.flatMap(({at, figure}) => runsOf(figure.expression).map(to => ({at, to})));
  const inBlocks = blocksOf(lesson).flatMap(({at, figure}) => runsOfBlock(figure).map(to => ({at, to})));
  const inQuestions = lesson.quiz.pool.flatMap(question => runsThatDecide(question).map(to => ({at: question.at, to})));
  return [...inFigures, ...inBlocks, ...inQuestions];
}
