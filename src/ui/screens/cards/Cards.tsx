import {Box} from 'ink';
import {useState} from 'react';
import {fillCards} from '../../../app/fill-cards.ts';
import {type CramScope, cramCards, cramScopes, planReview} from '../../../app/sessions/review-plan.ts';
import {openReview, type ReviewMode, type ReviewSession} from '../../../app/sessions/review-session.ts';
import {planWords} from '../../../app/sessions/review-words.ts';
import type {Tutor} from '../../../app/tutor.ts';
import {countOf} from '../../../app/where-next.ts';
import {formatAnki} from '../../../tutor/cards/anki.ts';
import type {Card} from '../../../tutor/cards/deck.ts';
import {unlockedCards} from '../../../tutor/progress/unlocked.ts';
import type {MenuItem} from '../../components/Menu.tsx';
import type {Line} from '../../components/rich-text.ts';
import {wrapSpans} from '../../components/wrap-spans.ts';
import {useCommands} from '../../keys/use-commands.ts';
import type {Area} from '../../layout/area.ts';
import {useNavigator, useTutor} from '../../navigation/contexts.ts';
import {useProgress} from '../../navigation/use-progress.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {SaveOverlay, type SaveWish} from '../save/SaveOverlay.tsx';
import type {ScreenSpec} from '../screen.ts';
import {MenuUnderText} from '../text/MenuUnderText.tsx';
import {trails} from '../trails.ts';
import {CardRound} from './CardRound.tsx';

/** The flash cards: today's review, cramming, and a file for Anki. */
export const cardsScreen: ScreenSpec<'cards'> = {
  trail: trails.cards,
  Screen: ({area}) => <Cards area={area} />,
};

function Cards({area}: {readonly area: Area}) {
  const tutor = useTutor();
  const {course, learner, now} = tutor;
  const [session, setSession] = useState<ReviewSession | null>(null);
  const [isCramming, setCramming] = useState(false);
  const begin = (mode: ReviewMode, cards: readonly Card[]) => setSession(openReview(mode, cards, learner, now));
  if (session) return <CardRound session={session} area={area} onClose={() => setSession(null)} />;
  if (isCramming) {
    const cram = (lesson: string | null) =>
      begin('cram', cramCards(course, learner.progress(), lesson, tutor.freshSeed()));
    return (
      <CramMenu
        area={area}
        onChoose={scope => {
          setCramming(false);
          cram(scope.lesson);
        }}
        onClose={() => setCramming(false)}
      />
    );
  }
  return <CardsStart area={area} onReview={cards => begin('review', cards)} onCram={() => setCramming(true)} />;
}

type Choice = 'review' | 'cram' | 'save' | 'back';

function CardsStart(props: {
  readonly area: Area;
  readonly onReview: (cards: readonly Card[]) => void;
  readonly onCram: () => void;
}) {
  const {area} = props;
  const tutor = useTutor();
  const navigator = useNavigator();
  const progress = useProgress();
  const glyphs = useGlyphs();
  const [isSaving, setSaving] = useState(false);
  const plan = planReview(tutor.course, progress, tutor.now());
  const {cards, known} = plan;
  const items: readonly MenuItem<Choice>[] = [
    ...(cards.length > 0 ? [{value: 'review' as const, label: `Review ${countOf(cards.length, 'card')}`}] : []),
    ...(known > 0
      ? [
          {value: 'cram' as const, label: 'Cram, without changing the schedule'},
          {value: 'save' as const, label: 'Write a file for Anki'},
        ]
      : []),
    {value: 'back', label: 'Back'},
  ];
  const choose = (choice: Choice) => {
    if (choice === 'review') props.onReview(cards);
    else if (choice === 'cram') props.onCram();
    else if (choice === 'save') setSaving(true);
    else navigator.back();
  };
  const lines = (width: number): readonly Line[] => [
    [{text: 'Flash cards', tone: 'heading'}],
    ...planWords(plan, tutor.now()).flatMap(text => [[], ...wrapSpans([{text}], width, {glyphs: glyphs.set})]),
  ];
  return (
    <Box width={area.width} height={area.height} overflowY="hidden">
      <MenuUnderText lines={lines} items={items} area={area} onChoose={choose} />
      {isSaving && <SaveOverlay area={area} wish={ankiWish(tutor)} onClose={() => setSaving(false)} />}
    </Box>
  );
}

/** What it takes to write every card met so far to a file that Anki reads. */
function ankiWish({course, learner, runs}: Tutor): SaveWish {
  return {
    title: 'Cards for Anki',
    about: 'A text file that Anki takes with File, Import. Importing it again updates the cards.',
    name: 'ml-pipeline-tutor-cards.txt',
    text: async () => formatAnki(await fillCards(unlockedCards(course, learner.progress()), course, runs)),
  };
}

function CramMenu(props: {
  readonly area: Area;
  readonly onChoose: (scope: CramScope) => void;
  readonly onClose: () => void;
}) {
  const {course} = useTutor();
  const progress = useProgress();
  const glyphs = useGlyphs();
  useCommands({back: {run: props.onClose, label: 'close'}, quit: {run: props.onClose, isQuiet: true}});
  const text =
    'Go through cards as often as you like, in a new order each time. Nothing is recorded: each card still comes back on its own day.';
  return (
    <MenuUnderText
      lines={width => [[{text: 'Cram', tone: 'heading'}], [], ...wrapSpans([{text}], width, {glyphs: glyphs.set})]}
      items={cramScopes(course, progress).map(scope => ({
        value: scope,
        label: `${scope.title}: ${countOf(scope.count, 'card')}`,
      }))}
      area={props.area}
      onChoose={props.onChoose}
    />
  );
}
