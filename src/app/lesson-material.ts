import type {BlockFigure} from '../tutor/figures/block.ts';
import {runsOfBlock} from '../tutor/figures/block.ts';
import type {Results} from '../tutor/figures/result.ts';
import type {Block} from '../tutor/parse/block.ts';
import {inlinesOf} from '../tutor/parse/block.ts';
import type {Lesson} from '../tutor/parse/course.ts';
import type {Urgency} from './actions.ts';
import {type FigureMaterial, gatherMaterial} from './lesson-figures.ts';
import {resultJson} from './lesson-runs.ts';
import {only, runsInTexts} from './sessions/question-runs.ts';
import type {Tutor} from './tutor.ts';

/** Everything the engine has to say to a page: the numbers of its text and the material of its pictures. */
export type PageMaterial = {
  readonly results: Results;
  readonly pictures: ReadonlyMap<BlockFigure, FigureMaterial>;
};

/** The material of a page that needs none. */
export const noMaterial: PageMaterial = {results: {}, pictures: new Map()};

/** What of a page has to be computed before it can be shown as it should. */
export type PageNeeds = {readonly runs: readonly string[]; readonly figures: readonly BlockFigure[]};

/** Find out what some blocks need from the engine. */
export function needsOf(blocks: readonly Block[]): PageNeeds {
  const figures = figuresOf(blocks);
  const inline = inlinesOf(blocks).flatMap(({inline}) =>
    inline.kind === 'figure' ? [`{{${inline.figure.source}}}`] : [],
  );
  return {runs: [...new Set([...runsInTexts(inline), ...figures.flatMap(runsOfBlock)])], figures};
}

function figuresOf(blocks: readonly Block[]): readonly BlockFigure[] {
  return blocks.flatMap(block => {
    if (block.kind === 'figure') return [block.figure];
    if (block.kind === 'list') return block.items.flatMap(figuresOf);
    return block.kind === 'quote' ? figuresOf(block.blocks) : [];
  });
}

/** Let the engine compute what a page needs. @throws {KnownError} as the engine does. */
export async function loadMaterial(
  tutor: Tutor,
  lesson: Lesson,
  {runs, figures}: PageNeeds,
  urgency: Urgency = 'now',
): Promise<PageMaterial> {
  const results = await tutor.runs.results(only(lesson.runs, runs), urgency);
  const sources = {
    engine: tutor.engine,
    // Pictures of lessons are of bundled datasets, which lie in no folder of the learner's.
    folder: '.',
    urgency,
    run: async (name: string) => {
      const named = lesson.runs[name];
      return named && (results[name] ?? resultJson(await tutor.runs.result(named, urgency)));
    },
  };
  const pictures = await Promise.all(
    figures.map(async figure => [figure, await gatherMaterial(figure, sources)] as const),
  );
  return {results, pictures: new Map(pictures)};
}
