import {planReview} from '../../../app/sessions/review-plan.ts';
import {
  type ReviewSession,
  type ReviewState,
  ratingChoices,
  sumUpReview,
} from '../../../app/sessions/review-session.ts';
import {planWords, sourceWords} from '../../../app/sessions/review-words.ts';
import {countOf} from '../../../app/where-next.ts';
import type {Card} from '../../../tutor/cards/deck.ts';
import type {MenuItem} from '../../components/Menu.tsx';
import {cutLine, type Line, lineWidth, padLine} from '../../components/rich-text.ts';
import {StyledLine} from '../../components/StyledLines.tsx';
import {wrapSpans} from '../../components/wrap-spans.ts';
import {useCommands} from '../../keys/use-commands.ts';
import type {Area} from '../../layout/area.ts';
import {useTutor} from '../../navigation/contexts.ts';
import {useProgress} from '../../navigation/use-progress.ts';
import {useSession} from '../../navigation/use-session.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {Column} from '../text/Column.tsx';
import {MenuUnderText} from '../text/MenuUnderText.tsx';
import {markedSpans} from '../text/marked-spans.ts';
import {ScrolledText} from '../text/ScrolledText.tsx';
import {useFilledText} from '../text/use-filled-texts.ts';
import {useTextScroll} from '../text/use-text-scroll.ts';
import {useIsPlain} from '../text/use-text-style.ts';
import {RatingBar, ratingHeight} from './RatingBar.tsx';

type RoundProps = {readonly session: ReviewSession; readonly area: Area; readonly onClose: () => void};

/** A round of cards: one after the other, and in the end what it came to. */
export function CardRound({session, area, onClose}: RoundProps) {
  const state = useSession(session);
  const undo = state.turns.length > 0 ? () => void session.send({type: 'undo'}) : undefined;
  useCommands({
    undo: undo && {run: undo, label: 'undo', help: 'Take back the last rating and see that card again.'},
    back: {run: onClose, label: 'close'},
    quit: {run: onClose, isQuiet: true},
  });
  const [card] = state.queue;
  if (card === undefined) return <RoundDone state={state} area={area} onClose={onClose} />;
  return (
    <Column area={area} widest={80}>
      {({width, height}) => (
        <>
          <RoundLine state={state} card={card} width={width} />
          <StyledLine line={[]} width={width} />
          <OneCard session={session} state={state} card={card} area={{width, height: height - 2}} />
        </>
      )}
    </Column>
  );
}

function RoundLine({state, card, width}: {readonly state: ReviewState; readonly card: Card; readonly width: number}) {
  const {course} = useTutor();
  const glyphs = useGlyphs();
  const lesson = course.lessons.find(({id}) => id === card.lesson)?.title ?? card.lesson;
  const left = `${countOf(state.queue.length, 'card')} left`;
  const head: Line = [{text: state.mode === 'cram' ? `Cram: ${left}` : left, tone: 'heading'}];
  const room = width - lineWidth(head) - 2;
  const source = cutLine(
    [{text: `${sourceWords[card.kind]}, ${lesson}`, tone: 'dim'}],
    Math.max(1, room),
    glyphs.ellipsis,
  );
  return <StyledLine line={[...head, {text: '  '}, ...padLine(source, room, 'right')]} width={width} speech="place" />;
}

/** One card: its front, and once it is asked for its back with the ways to rate it. */
function OneCard(props: {
  readonly session: ReviewSession;
  readonly state: ReviewState;
  readonly card: Card;
  readonly area: Area;
}) {
  const {session, state, card, area} = props;
  const {isRevealed, mode, turns} = state;
  const {course, learner, now} = useTutor();
  const glyphs = useGlyphs();
  const isPlain = useIsPlain();
  const lesson = course.lessons.find(({id}) => id === card.lesson);
  const front = useFilledText(card.front, lesson);
  const back = useFilledText(card.back, lesson);
  const wrap = (text: string) => wrapSpans(markedSpans(text, isPlain), area.width - 2, {glyphs: glyphs.set});
  const question = wrap(front);
  const rule: Line = [{text: glyphs.line.repeat(Math.max(1, area.width - 2)), tone: 'border'}];
  const lines = isRevealed ? [...question, rule, ...wrap(back)] : question;
  const height = Math.max(1, area.height - (isRevealed ? ratingHeight(area.height) : 0));
  const focus = isRevealed
    ? ({key: 'back', first: question.length, last: lines.length - 1, prefer: 'first'} as const)
    : null;
  const id = `${card.key} ${turns.length}`;
  const scroll = useTextScroll(id, lines.length, height, focus);
  useCommands(
    {
      'page-up': {run: () => scroll.page(-1), label: 'scroll'},
      'page-down': {run: () => scroll.page(1), label: 'scroll'},
    },
    {isActive: scroll.isLong},
  );
  return (
    <>
      <ScrolledText lines={lines} width={area.width} height={Math.min(height, lines.length)} scroll={scroll} />
      {isRevealed ? (
        <RatingBar
          key={id}
          choices={ratingChoices(mode, card, learner, now())}
          width={area.width}
          height={ratingHeight(area.height)}
          onRate={session.rate}
        />
      ) : (
        <RevealKeys onReveal={() => void session.send({type: 'reveal'})} />
      )}
    </>
  );
}

function RevealKeys({onReveal}: {readonly onReveal: () => void}) {
  const reveal = {run: onReveal, label: 'show the answer', help: 'Show the back of the card.'};
  const quiet = {...reveal, isQuiet: true};
  useCommands({choose: reveal, toggle: quiet, reveal: quiet});
  return null;
}

function RoundDone({
  state,
  area,
  onClose,
}: {
  readonly state: ReviewState;
  readonly area: Area;
  readonly onClose: () => void;
}) {
  const {course, now} = useTutor();
  const progress = useProgress();
  const glyphs = useGlyphs();
  const {cards, forgotten} = sumUpReview(state);
  const known = forgotten === 0 ? 'None was forgotten.' : `${forgotten} of them forgotten at least once.`;
  const plan = planReview(course, progress, now());
  const after = state.mode === 'cram' ? ['The schedule is as it was.'] : planWords(plan, now());
  const lines = (width: number): readonly Line[] => [
    [
      {text: `${glyphs.right} `, tone: 'good'},
      {text: 'Done', tone: 'heading'},
    ],
    ...[`${countOf(cards, 'card')} gone through. ${known}`, ...after].flatMap(text => [
      [],
      ...wrapSpans([{text}], width, {glyphs: glyphs.set}),
    ]),
  ];
  const items: readonly MenuItem<'close'>[] = [{value: 'close', label: 'Back to the cards'}];
  return <MenuUnderText lines={lines} items={items} area={area} onChoose={onClose} />;
}
