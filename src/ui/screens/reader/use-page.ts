import {drawBlockFigure} from '../../../app/lesson-figures.ts';
import {noMaterial} from '../../../app/lesson-material.ts';
import {spokenPieces} from '../../../app/read-aloud/spoken-words.ts';
import {beatsOf} from '../../../app/sessions/beats.ts';
import {type PagePlace, pageAt, pagesOnPath} from '../../../app/sessions/reading-path.ts';
import type {ReadingSession} from '../../../app/sessions/reading-session.ts';
import {openAsk, type Pace, type ReadingState} from '../../../app/sessions/reading-state.ts';
import type {Block} from '../../../tutor/parse/block.ts';
import type {Lesson} from '../../../tutor/parse/course.ts';
import {noticeLines} from '../../components/Notice.tsx';
import type {Line} from '../../components/rich-text.ts';
import {useKeyReducer} from '../../keys/use-key-reducer.ts';
import type {Area} from '../../layout/area.ts';
import {errorLines} from '../../layout/ErrorScreen.tsx';
import {useTutor} from '../../navigation/contexts.ts';
import {useSession} from '../../navigation/use-session.ts';
import type {Glyphs} from '../../theme/glyphs.ts';
import type {BlockStyle} from '../text/block-lines.ts';
import {targetsOf} from '../text/inline-spans.ts';
import {type Focus, useTextScroll} from '../text/use-text-scroll.ts';
import {useTextStyle} from '../text/use-text-style.ts';
import {type PageLines, pageLines} from './page-lines.ts';
import {type MaterialState, useMaterial} from './use-material.ts';
import type {PageCursor} from './use-page-keys.ts';
import {useReadAloud} from './use-read-aloud.ts';

/** What a page is part of. */
export type PageContext = {
  readonly lesson: Lesson;
  readonly session: ReadingSession;
  readonly pace: Pace;
  readonly place: PagePlace;
};

const nothing: readonly Block[] = [];

/** A page laid out in a room: its lines as far as they are shown, where it is scrolled to, and what is selected in it. */
export function usePage({lesson, session, pace, place}: PageContext, area: Area) {
  const {course} = useTutor();
  const state = useSession(session);
  const page = pageAt(lesson, place)!;
  const pageId = `${place.section}/${place.page}`;
  const [cursor, setCursor, latestCursor] = useKeyReducer(
    (_: PageCursor, cursor: PageCursor) => cursor,
    (): PageCursor => ({pageId, option: null, target: null}),
  );
  const ownOf = (cursor: PageCursor) => (cursor.pageId === pageId ? cursor : {pageId, option: null, target: null});
  const own = ownOf(cursor);
  const material = useMaterial(lesson, page.blocks, blocksAfter(lesson, state, place));
  const beats = beatsOf(page, pace).slice(0, state.shown);
  const text = useTextStyle(material.kind === 'ready' ? material.material.results : undefined, own.target);
  const targets = targetsOf(beats.flat(), text.findTerm, course.glossary);
  const style: BlockStyle = {...text, draw: drawerOf(material, area.height, text.glyphs)};
  const layOut = (option: number | null) => pageLines(beats, state.replies, option, area.width, style);

  const voice = useReadAloud(pageId, () => {
    if (material.kind === 'computing') return null;
    return spokenPieces(beats, state.replies, material.kind === 'ready' ? material.material : noMaterial);
  });
  const bare = layOut(null);
  const problem = problemLines(material, area.width, text.glyphs);
  const count = bare.lines.length + problem.length;
  const scroll = useTextScroll(pageId, count, area.height, focusOf(bare, own, state, place));
  // As soon as the end of the question is in view, its first option is selected.
  const optionOf = ({option}: PageCursor) => option ?? (scroll.isAtEnd() ? 0 : null);
  const isOpen = openAsk(lesson, state, pace) !== undefined;
  const drawn = isOpen && optionOf(own) !== null ? layOut(optionOf(own)) : bare;
  return {
    state,
    lines: [...drawn.lines, ...problem],
    scroll,
    targets,
    material,
    voice,
    glyphs: text.glyphs,
    focus: own.target,
    cursor: () => ({...ownOf(latestCursor()), option: optionOf(ownOf(latestCursor()))}),
    setCursor: (change: Partial<PageCursor>) => void setCursor({...ownOf(latestCursor()), ...change}),
  };
}

/** What should be seen: the selected word or option, else what was shown last. */
function focusOf(page: PageLines, cursor: PageCursor, state: ReadingState, place: PagePlace): Focus | null {
  const {pageId, target, option} = cursor;
  if (target !== null) {
    const at = page.lines.findIndex(line => line.some(span => span.tone === 'selection'));
    return at < 0 ? null : {key: `${pageId} ${target}`, first: at, last: at, prefer: 'first'};
  }
  const selected = option === null ? undefined : page.options[option];
  if (selected) return {key: `${pageId} option ${option}`, ...selected, prefer: 'last'};
  const replies = Object.values(state.replies).filter(reply => reply.chosen !== null || reply.correct === null);
  const open = replies.filter(reply => reply.isOpen).length;
  const isRead = (state.read[place.section] ?? 0) > place.page;
  const hasMoved = state.shown > 1 || (page.answered !== null && replies.length > 0);
  if (isRead || !hasMoved) return null;
  const key = `${pageId} ${state.shown} ${replies.length} ${open}`;
  const last = page.lines.length - 1;
  if (page.answered === null) return {key, first: page.lastBeat, last, prefer: 'first'};
  return {key, first: page.answered, last, prefer: 'last'};
}

function blocksAfter(lesson: Lesson, {depth}: ReadingState, place: PagePlace): readonly Block[] {
  const pages = pagesOnPath(lesson, depth);
  const at = pages.findIndex(({section, page}) => section === place.section && page === place.page);
  const next = at < 0 ? undefined : pages[at + 1];
  return next ? (pageAt(lesson, next)?.blocks ?? nothing) : nothing;
}

function drawerOf(material: MaterialState, height: number, {set}: Glyphs): BlockStyle['draw'] {
  return (figure, width) => {
    const picture = material.kind === 'ready' ? material.material.pictures.get(figure) : undefined;
    const size = {width: Math.min(width, 72), height: Math.max(8, Math.min(18, height - 2)), glyphs: set};
    return picture && drawBlockFigure(figure, picture, size);
  };
}

function problemLines(material: MaterialState, width: number, glyphs: Glyphs): readonly Line[] {
  if (material.kind !== 'failed') return [];
  const text = 'The numbers of this page could not be computed. Press r to try again.';
  return [[], ...noticeLines('warn', text, width, glyphs), ...errorLines(material.error, width, glyphs.set)];
}
