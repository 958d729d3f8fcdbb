import {sayStatus, stepsIn} from '../../../app/lab/drawings/pipeline.ts';
import type {LiveRun, LiveStep} from '../../../app/lab/live-run.ts';
import type {RunResult as ResultJson} from '../../../tutor/figures/result.ts';
import {type Line, padText, textWidth} from '../../components/rich-text.ts';
import {wrapSpans} from '../../components/wrap-spans.ts';
import type {Glyphs} from '../../theme/glyphs.ts';
import type {Tone} from '../../theme/tokens.ts';

const tones: {readonly [status: string]: Tone} = {
  running: 'accent',
  ran: 'data',
  run: 'data',
  unchanged: 'dim',
  restored: 'dim',
  failed: 'bad',
  skipped: 'warn',
};

type StepWords = Pick<LiveStep, 'id' | 'reason'> & {readonly status: string; readonly columns?: string};

const wideFrom = 60;

/** The lines of steps: what became of each, its name, its columns, and why. */
export function stepLines(steps: readonly StepWords[], width: number, glyphs: Glyphs): readonly Line[] {
  if (glyphs.isSpoken) return steps.map(spokenStep);
  const statusWidth = widest(steps.map(({status}) => sayStatus(status)));
  if (width < wideFrom) return steps.flatMap(step => narrowStep(step, statusWidth, width, glyphs));
  const idWidth = widest(steps.map(({id}) => id));
  const columnsWidth = widest(steps.map(({columns = ''}) => columns));
  return steps.flatMap(({id, status, reason, columns = ''}) => {
    const first: Line = [
      {text: `${padText(sayStatus(status), statusWidth)}  `, tone: toneOf(status)},
      {text: `${padText(id, idWidth)}  `},
      ...(columnsWidth > 0 ? [{text: `${padText(columns, columnsWidth)}  `, tone: 'dim' as const}] : []),
    ];
    return wrapSpans([{text: reason, tone: 'dim'}], width, {glyphs: glyphs.set, first});
  });
}

function spokenStep({id, status, reason, columns = ''}: StepWords): Line {
  return [{text: `${id}: ${[sayStatus(status), columns, reason].filter(text => text !== '').join(', ')}`}];
}

function narrowStep({id, status, reason, columns = ''}: StepWords, statusWidth: number, width: number, glyphs: Glyphs) {
  const after = [columns, reason].filter(text => text !== '').join('; ');
  const spans: Line = [
    {text: `${padText(sayStatus(status), statusWidth)} `, tone: toneOf(status)},
    {text: id},
    ...(after === '' ? [] : [{text: ` ${after}`, tone: 'dim' as const}]),
  ];
  return wrapSpans(spans, width, {glyphs: glyphs.set, rest: [{text: '  '}]});
}

function toneOf(status: string): Tone {
  return tones[status] ?? 'text';
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(textWidth));
}

/** The steps of a result under a heading that counts them; nothing where a result has none. */
export function resultSteps(json: ResultJson, width: number, glyphs: Glyphs): readonly Line[] {
  const steps = stepsIn(json);
  if (steps.length === 0) return [];
  const counts = [...new Set(steps.map(({status}) => status))].map(
    status => `${steps.filter(step => step.status === status).length} ${sayStatus(status)}`,
  );
  const heading: Line = [
    {text: 'Steps', tone: 'heading', bold: true},
    {text: `  ${counts.join(', ')}`, tone: 'dim'},
  ];
  return [[], heading, ...stepLines(steps, width, glyphs)];
}

/** The steps of a run that goes on. */
export function liveSteps({steps}: LiveRun, width: number, glyphs: Glyphs): readonly Line[] {
  return steps.length === 0 ? [[{text: 'Waiting for the engine…', tone: 'dim'}]] : stepLines(steps, width, glyphs);
}
