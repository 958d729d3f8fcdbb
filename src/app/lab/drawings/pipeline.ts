import type {ChartSize, Line, Span} from '../../../charts/index.ts';
import {isList, type Json, type RunResult as ResultJson} from '../../../tutor/figures/result.ts';
import type {Drawer} from '../../lesson-figures.ts';
import type {RunResult} from '../../run-result.ts';
import {shortError} from '../words.ts';
import {asChart, asWords, runOf, sayRun} from './drawing.ts';
import {type Brief, drawList} from './list.ts';

/** List the steps of a run or of a plan: what happened to each, and why. */
export const drawSteps: Drawer = ({args: [name = 'result']}, material, size) => {
  const title = 'Steps';
  const json = material.runs[name];
  const steps = json ? stepsIn(json) : [];
  if (steps.length === 0) return asWords(title, `They are listed when ${sayRun(name)} has been made.`);
  const rows = steps.map(({id, status, reason, columns}) => [id, sayStatus(status), columns, reason]);
  const table = {header: ['step', 'status', 'columns', 'why'], rows};
  return asChart(drawList({title, table, sentence: countStatuses(steps), inBrief: stepInBrief}, size));
};

function stepInBrief([id = '', status, columns, why = '']: readonly string[]): Brief {
  return {name: id, about: [status, columns].filter(Boolean).join(', '), below: why};
}

/** A step as lists show it. */
export type StepLine = {
  readonly id: string;
  readonly status: string;
  readonly reason: string;
  /** `13 → 26 columns`; empty where it is not known. */
  readonly columns: string;
};

/** The steps that a result holds, whatever action it is the result of. */
export function stepsIn({steps}: ResultJson): readonly StepLine[] {
  if (steps === undefined || steps === null || typeof steps !== 'object' || !isList(steps)) return [];
  return steps.flatMap((step): readonly StepLine[] => {
    if (step === null || typeof step !== 'object' || isList(step)) return [];
    const {id, status, reason, columns, error} = step as {readonly [field: string]: Json};
    return [
      {
        id: String(id),
        status: String(status),
        reason: sayReason(status, error ?? reason),
        columns: sayColumns(columns),
      },
    ];
  });
}

// The word `unchanged` says it already.
function sayReason(status: Json | undefined, reason: Json | undefined): string {
  if (status === 'unchanged' || reason === undefined || reason === null) return '';
  return status === 'failed' ? shortError(String(reason)) : String(reason);
}

function sayColumns(columns: Json | undefined): string {
  if (!Array.isArray(columns)) return '';
  const [before, after] = columns;
  return before === after ? `${after} columns` : `${before} → ${after} columns`;
}

/** What became of a step, as a learner reads it; a planned step has not run yet. */
export function sayStatus(status: string): string {
  return status === 'run' ? 'would run' : status;
}

/** Count the steps by what became of them: `3 ran, 9 unchanged`. */
export function countStatuses(steps: readonly StepLine[]): string {
  const found = [...new Set(steps.map(step => step.status))];
  const parts = found.map(status => `${steps.filter(step => step.status === status).length} ${sayStatus(status)}`);
  return `${steps.length} steps: ${parts.join(', ')}.`;
}

/** Draw a run as the pipe it went through: a line for each stage, and the gate that only training rows pass. */
export const drawPipeline: Drawer = ({args: [name = 'result']}, material, size) => {
  const run = runOf(material, name);
  if (!run) return asWords('Pipeline', `It is drawn when ${sayRun(name)} has been made.`);
  const stages = stagesOf(run);
  const sentence = `The pipeline has ${stages.length} stages and ${run.steps.length} steps; all behind the gate learn from the ${run.split.train} training rows only.`;
  const table = {
    header: ['stage', 'steps', 'what for'],
    rows: stages.map(({stage, steps, about}) => [stage, steps, about]),
  };
  return asChart({lines: drawPipe(stages, size), sentence, table});
};

type StageLine = {readonly stage: string; readonly steps: string; readonly about: string};

function stagesOf(run: RunResult): readonly StageLine[] {
  const names = [...new Set(run.steps.map(step => step.stage))];
  return names.map(stage => {
    const own = run.steps.filter(step => step.stage === stage);
    const steps = own.map(({id}) => id.slice(stage.length + 1).replaceAll('_', ' ')).join(', ');
    return {stage, steps, about: aboutStage(stage, run)};
  });
}

function aboutStage(stage: string, {data, split, pipeline, steps}: RunResult): string {
  const last = steps.filter(step => step.stage === stage).at(-1);
  switch (stage) {
    case 'ingestion':
      return `${data.rows} rows, ${data.columns} columns`;
    case 'split':
      return `${split.train} to learn from, ${split.test} to test`;
    case 'training':
      return String(pipeline.training.model);
    case 'evaluation':
      return `${split.test} test rows judged`;
    default:
      return last?.columns ? `${last.columns[1]} columns` : '';
  }
}

function drawPipe(stages: readonly StageLine[], {width, glyphs}: ChartSize): readonly Line[] {
  const ascii = glyphs === 'ascii';
  const bar = ascii ? '|' : '│';
  const nameWidth = Math.max(...stages.map(({stage}) => stage.length)) + 2;
  const stepWidth = Math.max(...stages.map(({steps}) => steps.length)) + 2;
  const gate = ascii ? '=' : '═';
  return [
    [{text: 'Pipeline', bold: true}],
    ...stages.flatMap(({stage, steps, about}, index): readonly Line[] => [
      ...(index === 0 ? [] : [[{text: `  ${bar}`, tone: 'frame' as const}]]),
      stageLine(stage.padEnd(nameWidth), steps, about, {width, stepWidth}),
      ...(stage === 'split'
        ? [
            [
              {
                text: cut(
                  `  ${gate.repeat(4)} gate: what follows learns from the training rows only ${gate.repeat(width)}`,
                  width,
                ),
                tone: 'accent' as const,
              },
            ],
          ]
        : []),
    ]),
  ];
}

function stageLine(
  name: string,
  steps: string,
  about: string,
  room: {readonly width: number; readonly stepWidth: number},
): Line {
  const hasAbout = name.length + room.stepWidth + about.length <= room.width;
  const left = cut(steps, room.width - name.length);
  const spans: readonly Span[] = [{text: name, tone: 'data'}, {text: hasAbout ? left.padEnd(room.stepWidth) : left}];
  return hasAbout ? [...spans, {text: about, tone: 'dim'}] : spans;
}

function cut(text: string, width: number): string {
  return text.slice(0, Math.max(0, width));
}
