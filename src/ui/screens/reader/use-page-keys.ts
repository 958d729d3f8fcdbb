import {sectionsOnPath} from '../../../app/sessions/reading-path.ts';
import type {ReadingSession} from '../../../app/sessions/reading-session.ts';
import {lastAsk, openAsk, type Pace} from '../../../app/sessions/reading-state.ts';
import type {Lesson} from '../../../tutor/parse/course.ts';
import {findSection} from '../../../tutor/parse/sections.ts';
import {depths} from '../../../tutor/schema/progress.ts';
import {useCommands} from '../../keys/use-commands.ts';
import {useNavigator} from '../../navigation/contexts.ts';
import type {Target} from '../text/inline-spans.ts';
import type {TextScroll} from '../text/use-text-scroll.ts';
import type {PageVoice} from './use-read-aloud.ts';

/** What is selected on a page: an option of its question, or a word that can be opened. */
export type PageCursor = {readonly pageId: string; readonly option: number | null; readonly target: string | null};

type PageKeys = {
  readonly lesson: Lesson;
  readonly session: ReadingSession;
  readonly pace: Pace;
  readonly scroll: TextScroll;
  readonly targets: readonly Target[];
  /** What is selected now; `option` is null while the reader is still on the way to the question. */
  readonly cursor: () => PageCursor;
  readonly setCursor: (change: Partial<PageCursor>) => void;
  readonly openTerm: (id: string) => void;
  /** What is read aloud, where the learner wishes so. */
  readonly voice: PageVoice | undefined;
  /** Compute the numbers of the page again, where that failed. */
  readonly again: (() => void) | undefined;
  /** The page is not said yet: nobody answers what they have not heard. */
  readonly isUnsaid: boolean;
};

/** The keys of a page: reading on, its question, its words, its neighbours. */
export function usePageKeys(page: PageKeys): void {
  const {lesson, session, pace, scroll, targets, cursor, setCursor} = page;
  const navigator = useNavigator();
  const ask = () => (page.isUnsaid ? undefined : openAsk(lesson, session.state(), pace));
  const isChoosing = () => ask() !== undefined && (cursor().option !== null || scroll.isAtEnd());
  const option = () => cursor().option ?? 0;

  const open = (target: Target) =>
    target.kind === 'term' ? page.openTerm(target.term.id) : navigator.open({screen: 'lesson', lesson: target.lesson});
  const answer = (index: number) => {
    const chosen = ask()?.options[index];
    if (chosen) session.send({type: 'answer', option: chosen.id});
    setCursor({option: null});
  };
  const goOn = () => {
    const target = targets.find(({key}) => key === cursor().target);
    if (target) open(target);
    else if (isChoosing()) answer(option());
    else if (!scroll.isAtEnd()) scroll.page(1);
    else session.send({type: 'go-on'});
  };
  const move = (steps: 1 | -1) => {
    const count = ask()?.options.length ?? 0;
    const next = option() + steps;
    if (!isChoosing() || next < 0) {
      setCursor({option: null});
      scroll.by(steps);
    } else if (next < count) setCursor({option: next, target: null});
  };
  const walk = (steps: 1 | -1) => {
    const at = targets.findIndex(({key}) => key === cursor().target);
    const next = at < 0 ? (steps > 0 ? 0 : targets.length - 1) : (at + steps + targets.length) % targets.length;
    setCursor({target: targets[next]!.key});
  };
  const pick = (number: number) => {
    if (isChoosing() && number <= ask()!.options.length) answer(number - 1);
    else {
      const section = sectionsOnPath(lesson, session.state().depth)[number - 1];
      if (section) session.send({type: 'go', section, page: 0});
    }
  };
  const deeper = () => {
    const written = depths.filter(depth => findSection(lesson, depth) !== undefined);
    const depth = written[(written.indexOf(session.state().depth) + 1) % written.length];
    if (depth) session.send({type: 'depth', depth});
  };

  const scrolling = scroll.isLong ? 'scroll' : 'move';
  const hasWords = targets.length > 0 && !page.isUnsaid;
  const turn = (direction: 'next' | 'previous', label: string) => ({run: () => session.send({type: direction}), label});
  useCommands({
    choose: page.isUnsaid ? undefined : {run: goOn, label: labelOf(page, isChoosing())},
    'move-up': scroll.isLong || isChoosing() ? {run: () => move(-1), label: scrolling} : undefined,
    'move-down': scroll.isLong || isChoosing() ? {run: () => move(1), label: scrolling} : undefined,
    'move-left': {...turn('previous', 'page'), help: 'Go to the page before.'},
    'move-right': {...turn('next', 'page'), help: 'Go to the next page.'},
    next: {...turn('next', 'next page'), isQuiet: true},
    previous: {...turn('previous', 'page before'), isQuiet: true},
    'page-up': scroll.isLong ? {run: () => scroll.page(-1), isQuiet: true} : undefined,
    'page-down': scroll.isLong ? {run: () => scroll.page(1), isQuiet: true} : undefined,
    first: scroll.isLong ? {run: () => scroll.to('first'), isQuiet: true} : undefined,
    last: scroll.isLong ? {run: () => scroll.to('last'), isQuiet: true} : undefined,
    'next-pane': hasWords
      ? {run: () => walk(1), label: 'words', help: 'Go to the next word that can be looked up.'}
      : undefined,
    'previous-pane': hasWords ? {run: () => walk(-1), isQuiet: true, help: 'Go back to the word before.'} : undefined,
    reveal: page.isUnsaid ? undefined : revealOf(page),
    depth: {run: deeper, label: 'depth'},
    aloud: page.voice && {run: page.voice.toggle, label: page.voice.isSpeaking ? 'silence' : 'say again'},
    pick: {
      run: press => pick(Number(press.name)),
      isQuiet: true,
      help: 'Choose that answer, or go to that part of the lesson.',
    },
    run: page.again && {run: page.again, label: 'try again', help: 'Compute the numbers of this page again.'},
    back:
      cursor().target === null
        ? undefined
        : {run: () => setCursor({target: null}), label: 'leave', help: 'Leave the word.'},
  });
}

function labelOf({scroll, targets, cursor}: PageKeys, isChoosing: boolean): string {
  if (targets.some(({key}) => key === cursor().target)) return 'look up';
  if (isChoosing) return 'answer';
  return scroll.isAtEnd() ? 'go on' : 'read on';
}

function revealOf({lesson, session, pace}: PageKeys) {
  const ask = lastAsk(lesson, session.state(), pace);
  const reply = ask && session.state().replies[ask.id];
  if (ask === undefined || reply?.isOpen) return undefined;
  const help = 'Show the answer, with the reason of each option.';
  return {run: () => session.send({type: 'reveal'}), label: reply ? 'all reasons' : 'show answer', help};
}
