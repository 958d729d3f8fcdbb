import type {Asked} from '../../../app/sessions/answer-draft.ts';
import type {Results} from '../../../tutor/figures/result.ts';
import type {Grade} from '../../../tutor/quiz/answer.ts';
import type {Line} from '../../components/rich-text.ts';
import {useCommands} from '../../keys/use-commands.ts';
import type {Area} from '../../layout/area.ts';
import {useTutor} from '../../navigation/contexts.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {feedbackLines} from '../text/feedback-lines.ts';
import {pipelineFileLines, stemLines, withLineTexts} from '../text/question-lines.ts';
import {ScrolledText} from '../text/ScrolledText.tsx';
import {useTextScroll} from '../text/use-text-scroll.ts';
import {useIsPlain} from '../text/use-text-style.ts';

/** What is said after an answer: whether it is right, and the reason of every option. */
export function FeedbackView(props: {
  readonly asked: Asked;
  readonly grade: Grade;
  readonly sure: boolean;
  readonly results: Results;
  readonly isLast: boolean;
  readonly area: Area;
  readonly onNext: () => void;
}) {
  const {asked, grade, area, results} = props;
  const {course} = useTutor();
  const glyphs = useGlyphs();
  const isPlain = useIsPlain();
  const width = area.width - 2;
  const stem = stemLines(asked, {glyphs, isPlain, results, width, isLocked: true});
  const lines: readonly Line[] = [
    ...stem.map(line => line.map(({bold: _, ...span}) => ({...span, tone: span.tone ?? ('dim' as const)}))),
    ...pipelineFileLines(asked, grade),
    [],
    ...feedbackLines(withLineTexts(asked, grade), {
      glyphs,
      isPlain,
      width,
      misconceptions: course.misconceptions,
      sure: props.sure,
      type: asked.question.type,
    }),
  ];
  const scroll = useTextScroll(asked.question.id, lines.length, area.height, null);
  const goOn = () => (scroll.isAtEnd() ? props.onNext() : scroll.page(1));
  const last = props.isLast ? 'result' : 'next';
  useCommands({
    choose: {run: goOn, label: scroll.isAtEnd() ? last : 'read on'},
    next: {run: props.onNext, isQuiet: true},
    'move-right': {run: props.onNext, isQuiet: true},
    'move-up': scroll.isLong ? {run: () => scroll.by(-1), label: 'scroll'} : undefined,
    'move-down': scroll.isLong ? {run: () => scroll.by(1), label: 'scroll'} : undefined,
    'page-up': scroll.isLong ? {run: () => scroll.page(-1), isQuiet: true} : undefined,
    'page-down': scroll.isLong ? {run: () => scroll.page(1), isQuiet: true} : undefined,
  });
  return <ScrolledText lines={lines} width={area.width} height={area.height} scroll={scroll} />;
}
