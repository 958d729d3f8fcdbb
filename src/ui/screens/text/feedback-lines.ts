import type {Grade, OptionFeedback} from '../../../tutor/quiz/answer.ts';
import type {Misconception} from '../../../tutor/schema/course.ts';
import type {QuestionType} from '../../../tutor/schema/quiz.ts';
import type {Line} from '../../components/rich-text.ts';
import {wrapSpans} from '../../components/wrap-spans.ts';
import type {Glyphs} from '../../theme/glyphs.ts';
import {markedSpans} from './marked-spans.ts';

type FeedbackStyle = {
  readonly glyphs: Glyphs;
  readonly isPlain: boolean;
  readonly width: number;
  readonly misconceptions: readonly Misconception[];
  /** The learner said to be sure; null where it was not asked. */
  readonly sure: boolean | null;
  readonly type: QuestionType;
};

/** What is said after an answer: whether it is right, then the reason of every option, the chosen ones first. */
export function feedbackLines(grade: Grade, style: FeedbackStyle): readonly Line[] {
  const {glyphs, width, isPlain} = style;
  const explanation =
    grade.explanation === '' || grade.feedback.some(({why}) => why === grade.explanation) ? '' : grade.explanation;
  const inOrder = isPlaced(style) ? grade.feedback : [...grade.feedback].sort((a, b) => rank(a) - rank(b));
  return [
    ...wrapSpans(verdictLine(grade, style), width, {glyphs: glyphs.set, rest: [{text: '  '}]}),
    ...(explanation === '' ? [] : wrapSpans(markedSpans(explanation, isPlain), width, {glyphs: glyphs.set})),
    ...(style.type === 'order' ? [[], [{text: 'The right order:', tone: 'dim' as const}]] : []),
    ...inOrder.flatMap((option, index) => {
      const number = style.type === 'order' ? `${index + 1} ` : '';
      return [
        ...(style.type === 'order' ? [] : [[]]),
        ...optionFeedback({...option, text: `${number}${option.text}`}, style),
      ];
    }),
  ];
}

// In an order or a match every item has a place, so that "chosen" says nothing of it.
function isPlaced({type}: FeedbackStyle): boolean {
  return type === 'order' || type === 'match';
}

function rank({chosen, right}: OptionFeedback): number {
  return chosen ? 0 : right ? 1 : 2;
}

function verdictLine({correct, share, feedback}: Grade, {glyphs, sure, type}: FeedbackStyle): Line {
  if (correct) {
    const more = sure === false ? ' You were not sure, so it comes back as a card.' : '';
    return [
      {text: `${glyphs.right} Right.`, tone: 'good', bold: true},
      {text: more, tone: 'dim'},
    ];
  }
  // Leaving wrong options alone earns a share, but nobody calls it a part of an answer.
  const hasPart = share > 0 && (type !== 'multiple' || feedback.some(({chosen, right}) => chosen && right));
  const part = hasPart ? ` ${Math.round(share * 100)}% of it was right.` : '';
  return [
    {text: `${glyphs.wrong} Not this time.`, tone: 'bad', bold: true},
    {text: `${part} It comes back as a card.`, tone: 'dim'},
  ];
}

function optionFeedback(option: OptionFeedback, style: FeedbackStyle): readonly Line[] {
  const {glyphs, width, isPlain, misconceptions} = style;
  const mark = option.right ? glyphs.right : glyphs.wrong;
  const tone = option.right ? 'good' : option.chosen ? 'bad' : 'dim';
  const head = wrapSpans(
    [
      {text: `${wordOf(option, style)}${glyphs.isSpoken ? ': ' : ' – '}`, tone, bold: true},
      ...markedSpans(option.text, isPlain),
    ],
    width,
    {
      glyphs: glyphs.set,
      first: [{text: `${mark} `, tone}],
    },
  );
  const idea =
    option.chosen && !option.right ? misconceptions.find(({id}) => id === option.misconception)?.name : undefined;
  const indent: Line = [{text: '  '}];
  const say = (line: Line) => wrapSpans(line, width, {glyphs: glyphs.set, first: indent});
  return [
    ...head,
    ...say(markedSpans(option.why, isPlain)),
    ...(idea === undefined ? [] : say([{text: `The mistaken idea behind it: ${idea}.`, tone: 'dim'}])),
  ];
}

function wordOf({chosen, right}: OptionFeedback, style: FeedbackStyle): string {
  if (isPlaced(style)) return right ? 'In place' : 'You had it elsewhere';
  if (chosen) return style.glyphs.isSpoken ? `Your answer, ${right ? 'right' : 'not right'}` : 'Your answer';
  if (style.type === 'multiple' && right) return 'Right, and you left it out';
  return right ? 'Right' : 'Not right';
}
