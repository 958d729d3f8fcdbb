import {Box} from 'ink';
import {Component, type ReactNode} from 'react';
import {formatPlace, KnownError} from '../../errors.ts';
import type {Line} from '../components/rich-text.ts';
import {Viewport} from '../components/Viewport.tsx';
import {wrapSpans} from '../components/wrap-spans.ts';
import {useCommands} from '../keys/use-commands.ts';
import type {GlyphSet} from '../terminal/capabilities.ts';
import {useGlyphs} from '../theme/ThemeProvider.tsx';
import type {Area} from './area.ts';

/** What a person is told about a failure: what went wrong, where, and what to do next. */
export function errorLines(error: unknown, width: number, glyphs: GlyphSet): readonly Line[] {
  const known = error instanceof KnownError ? error : null;
  const thrown = error instanceof Error ? error : new Error(String(error));
  // Where in the code it was thrown says something of a fault only.
  const stack = known ? '' : (thrown.stack?.split('\n')[1]?.trim() ?? '');
  const place = known?.at ? formatPlace(known.at) : stack;
  const parts = [
    ['What', known ? known.message : `The tutor itself has a fault: ${thrown.message}`],
    ['Where', place],
    ['Next', known ? known.hint : 'Go back and try another way. Your progress is kept; please report this fault.'],
  ] as const;
  const problems = (known?.problems ?? []).map(({message, at}) => ['', `${formatPlace(at)}: ${message}`] as const);
  return [...parts, ...problems]
    .filter(([, text]) => text !== '')
    .flatMap(([word, text]) =>
      wrapSpans([{text}], width, {glyphs, first: [{text: word.padEnd(7), tone: known ? 'warn' : 'bad', bold: true}]}),
    );
}

/** A failure in place of a screen. */
export function ErrorScreen(props: {readonly error: unknown; readonly area: Area; readonly onBack: () => void}) {
  const glyphs = useGlyphs();
  useCommands({back: props.onBack});
  const lines: readonly Line[] = [
    [{text: 'Something went wrong', tone: 'heading'}],
    [],
    ...errorLines(props.error, props.area.width - 2, glyphs.set),
  ];
  return (
    <Box width={props.area.width} height={props.area.height}>
      <Viewport lines={lines} width={props.area.width} height={props.area.height} />
    </Box>
  );
}

type BoundaryProps = {
  readonly area: Area;
  /** Leave the screen that failed, usually for the one before. */
  readonly onBack: () => void;
  readonly onError?: (error: unknown) => void;
  readonly children: ReactNode;
};

/** Catches what a screen throws while it is drawn and shows `ErrorScreen` in its place, so that the tutor goes on. */
export class ErrorBoundary extends Component<BoundaryProps, {readonly failure: {readonly error: unknown} | null}> {
  override state = {failure: null as {readonly error: unknown} | null};

  static getDerivedStateFromError(error: unknown) {
    return {failure: {error}};
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError?.(error);
  }

  override render(): ReactNode {
    const {failure} = this.state;
    if (failure === null) return this.props.children;
    const goBack = () => {
      this.setState({failure: null});
      this.props.onBack();
    };
    return <ErrorScreen error={failure.error} area={this.props.area} onBack={goBack} />;
  }
}
