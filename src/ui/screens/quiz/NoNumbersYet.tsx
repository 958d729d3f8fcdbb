import {noticeLines} from '../../components/Notice.tsx';
import {StyledLines} from '../../components/StyledLines.tsx';
import {wrapSpans} from '../../components/wrap-spans.ts';
import {useCommands} from '../../keys/use-commands.ts';
import type {Area} from '../../layout/area.ts';
import {errorLines} from '../../layout/ErrorScreen.tsx';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import type {QuestionResults} from './use-question-results.ts';

/** What stands in place of a question while the engine computes its numbers, or when it could not. */
export function NoNumbersYet(props: {
  readonly state: Exclude<QuestionResults, {readonly kind: 'ready'}>;
  readonly area: Area;
}) {
  const {state, area} = props;
  const {width, height} = area;
  const glyphs = useGlyphs();
  const again = state.kind === 'failed' ? state.again : undefined;
  useCommands({
    choose: again && {run: again, label: 'try again', help: 'Let the engine compute the numbers again.'},
    run: again && {run: again, isQuiet: true},
  });
  if (state.kind === 'computing') {
    const text = `The engine is computing the numbers of this question${glyphs.ellipsis}`;
    return <StyledLines lines={wrapSpans([{text, tone: 'dim'}], width, {glyphs: glyphs.set})} width={width} />;
  }
  const text = 'The numbers of this question could not be computed. Press Enter to try again; nothing is lost.';
  const lines = [...noticeLines('warn', text, width, glyphs), [], ...errorLines(state.error, width, glyphs.set)];
  return <StyledLines lines={lines.slice(0, height)} width={width} height={height} />;
}
