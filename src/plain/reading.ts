import {loadMaterial, needsOf, noMaterial, type PageMaterial} from '../app/lesson-material.ts';
import {askOf, beatsOf} from '../app/sessions/beats.ts';
import {resultsFor} from '../app/sessions/quiz-session.ts';
import {type PagePlace, pageAt, pageNumbers, pagesOnPath, readingMinutes} from '../app/sessions/reading-path.ts';
import {openReading, type ReadingSession, recordOpening} from '../app/sessions/reading-session.ts';
import {openAsk} from '../app/sessions/reading-state.ts';
import type {Tutor} from '../app/tutor.ts';
import {countOf} from '../app/where-next.ts';
import type {Ask} from '../tutor/parse/block.ts';
import type {Lesson} from '../tutor/parse/course.ts';
import {sectionTitles} from '../tutor/parse/sections.ts';
import {grade} from '../tutor/quiz/grade.ts';
import {shuffleOptions} from '../tutor/quiz/options.ts';
import {depths} from '../tutor/schema/progress.ts';
import {blockTexts, inlineText} from './block-text.ts';
import {failureTexts} from './failure-texts.ts';
import {choose, chooseAnswer, type Guide, pause} from './prompt.ts';
import {askQuestion} from './questions.ts';
import {GoBack, Leave} from './talk.ts';

/** What reading needs: the conversation, the tutor, the lesson, and how far it is. */
type Reading = {
  readonly guide: Guide;
  readonly tutor: Tutor;
  readonly lesson: Lesson;
  readonly session: ReadingSession;
};

/** Read a lesson from where it was left to its end, question by question. @throws {GoBack | Leave} */
export async function readLesson(guide: Guide, tutor: Tutor, lesson: Lesson): Promise<void> {
  const session = openReading(lesson, tutor.learner);
  recordOpening(lesson, tutor.learner, session);
  const reading = {guide, tutor, lesson, session};
  for (;;) {
    const {stop} = session.state();
    if (stop.kind === 'end') return;
    if (stop.kind === 'start') await showStart(reading);
    else if (stop.kind === 'prequestion') await guess(reading, stop.question);
    else await showPage(reading, stop);
  }
}

async function showStart({guide, lesson, session}: Reading): Promise<void> {
  const {depth, prequestions} = session.state();
  const pages = pagesOnPath(lesson, depth);
  guide.talk.say(
    lesson.title,
    lesson.summary,
    `Afterwards you can:\n${lesson.objectives.map(({text}) => `- ${text}`).join('\n')}`,
    `${countOf(pages.length, 'page')}, about ${countOf(readingMinutes(lesson, pages), 'minute')}. Depth: ${depth}.`,
  );
  if (prequestions.length > 0)
    guide.talk.say('First some questions to guess at. Nothing is marked; the quiz asks again.');
  const line = await pause(guide, 'Enter begins, d changes the depth');
  if (line === 'd') session.send({type: 'depth', depth: await askDepth(guide)});
  else session.send({type: 'go-on'});
}

/** Ask how deep to read. @throws {GoBack | Leave} */
export function askDepth(guide: Guide): Promise<(typeof depths)[number]> {
  const labels = {
    quick: 'quick: in plain words',
    standard: 'standard: the whole idea',
    deep: 'deep: formulas and tools',
  };
  return choose(
    guide,
    depths.map(value => ({label: labels[value], value})),
    'Depth',
  );
}

async function guess({guide, tutor, lesson, session}: Reading, id: string): Promise<void> {
  const question = lesson.quiz.pool.find(candidate => candidate.id === id)!;
  const item = {lesson: lesson.id, question};
  guide.talk.say('Before you read: a guess is fine.');
  try {
    const results = await resultsFor(tutor, item);
    const answer = await askQuestion(guide, {question, shown: shuffleOptions(question, tutor.freshSeed())}, results);
    session.send({type: 'prequestion-answered', correct: grade(question, answer, results).correct});
  } catch (error) {
    // A guess that the engine cannot check is as good as one that was skipped.
    if (error instanceof GoBack || error instanceof Leave) throw error;
    guide.talk.say(...failureTexts(error));
    session.send({type: 'next'});
  }
}

async function showPage(reading: Reading, place: PagePlace): Promise<void> {
  const {guide, tutor, lesson, session} = reading;
  const page = pageAt(lesson, place)!;
  const {pace} = tutor.learner.progress().settings;
  const beats = beatsOf(page, pace);
  const {section, page: number, pages} = pageNumbers(lesson, session.state().depth, place);
  guide.talk.say(`${sectionTitles[section]}, page ${number} of ${pages}`);
  const material = await materialOf(reading, page.blocks);
  let said = 0;
  for (;;) {
    const state = session.state();
    if (state.stop.kind !== 'page' || state.stop.section !== place.section || state.stop.page !== place.page) return;
    const fresh = beats.slice(said, state.shown);
    for (const beat of fresh) {
      guide.talk.say(...blockTexts(beat, material));
      const ask = askOf(beat);
      if (ask && state.replies[ask.id] !== undefined) sayReasons(guide, ask, material, null);
    }
    said = state.shown;
    const ask = openAsk(lesson, state, pace);
    if (ask) await answerAsk(reading, ask, material);
    else await goOn(reading);
  }
}

async function goOn({guide, session}: Reading): Promise<void> {
  const line = await pause(guide, 'Enter goes on, p goes to the page before');
  session.send({type: line === 'p' ? 'previous' : 'go-on'});
}

async function materialOf(
  {guide, tutor, lesson}: Reading,
  blocks: Parameters<typeof needsOf>[0],
): Promise<PageMaterial> {
  try {
    return await loadMaterial(tutor, lesson, needsOf(blocks));
  } catch (error) {
    guide.talk.say('The figures of this page could not be computed.', ...failureTexts(error));
    return noMaterial;
  }
}

async function answerAsk({guide, session}: Reading, ask: Ask, material: PageMaterial): Promise<void> {
  const words = (inlines: Ask['question']) => inlineText(inlines, material.results);
  guide.talk.say(`Question: ${words(ask.question)}`);
  const chosen = await chooseAnswer(
    guide,
    ask.options.map(({id, text}) => ({label: words(text), value: id})),
    'Your answer',
  );
  session.send({type: 'answer', option: chosen});
  session.send({type: 'reveal'});
  sayReasons(guide, ask, material, chosen);
}

function sayReasons({talk}: Guide, ask: Ask, {results}: PageMaterial, chosen: string | null): void {
  const inOrder = [...ask.options].sort((a, b) => Number(b.id === chosen) - Number(a.id === chosen));
  const reasons = inOrder.map(({id, text, right, why}) => {
    const said = id === chosen ? `You said (${right ? 'right' : 'not right'})` : right ? 'Right' : 'Wrong';
    const answer = inlineText(text, results);
    return `- ${said}: ${answer}${/[.?!]$/.test(answer) ? '' : '.'} ${inlineText(why, results)}`;
  });
  const afterwards = inlineText(ask.afterwards, results);
  talk.say(reasons.join('\n'), ...(afterwards === '' ? [] : [afterwards]));
}
