import {type LessonState, lessonState, type MapPlace} from '../../../app/course-map.ts';
import type {Progress} from '../../../tutor/schema/progress.ts';
import type {Line} from '../../components/rich-text.ts';
import {wrapSpans} from '../../components/wrap-spans.ts';
import type {Glyphs} from '../../theme/glyphs.ts';

/** What is said of the selected place under the map: what it is about, and how far one is with it. */
export function placeDetails(place: MapPlace, progress: Progress, width: number, glyphs: Glyphs): readonly Line[] {
  const wrap = (line: Line) => wrapSpans(line, width, {glyphs: glyphs.set});
  if (place.lessons.length === 0) return wrap([{text: 'This stage has no lesson yet.', tone: 'dim'}]);
  return place.lessons.flatMap(lesson => [
    ...wrap([{text: lesson.title, tone: 'heading'}]),
    ...wrap([{text: stateWords(lessonState(lesson, progress)), tone: 'dim'}]),
    ...(place.isPassedOver ? wrap([{text: passedOver, tone: 'dim'}]) : []),
    ...wrap([{text: lesson.summary}]),
    ...lesson.objectives.flatMap(({text}) =>
      wrapSpans([{text, tone: 'dim'}], width, {glyphs: glyphs.set, first: [{text: `${glyphs.bullet} `, tone: 'dim'}]}),
    ),
  ]);
}

const passedOver = 'Passed over after the placement quiz; it stays open.';

function stateWords({read, lab, quiz}: LessonState): string {
  const parts = [`Reading: ${read}`, lab === null ? '' : `lab: ${lab}`, quiz === null ? '' : `quiz: ${quiz}`];
  return `${parts.filter(part => part !== '').join('; ')}.`;
}
