import type {PanelSetting} from '../../../app/lab/panel.ts';
import {askTexts, nowStep} from '../../../app/lab/remarks.ts';
import {withoutStop} from '../../../app/lab/words.ts';
import {type LabState, labResults} from '../../../app/sessions/lab-session.ts';
import {fillFigures} from '../../../tutor/figures/inline.ts';
import {type Line, lineOf} from '../../components/rich-text.ts';
import {wrapSpans} from '../../components/wrap-spans.ts';
import {commands} from '../../keys/commands.ts';
import {markedSpans} from '../text/marked-spans.ts';
import type {PaneRow} from './RowList.tsx';
import {remarkLines} from './remark-lines.ts';
import {type RowStyle, settingRows} from './setting-rows.ts';

/** The entries of the task's pane that are no settings. */
export const entryIds = {
  prediction: 'prediction',
  playground: 'playground',
  option: (id: string) => `option:${id}`,
} as const;

/** What the pane of a task shows: whether the predictions are open, and which settings were changed. */
export type TaskView = {
  readonly isChoosing: boolean;
  readonly settings: readonly PanelSetting[];
  readonly changed: ReadonlySet<string>;
};

/** The rows of a task's pane: what it asks, the prediction, the settings. */
export function taskRows(state: LabState, view: TaskView, style: RowStyle): readonly PaneRow[] {
  // What was said cannot be put right, so it waits for the run whose numbers it holds.
  if (style.glyphs.isSpoken && isPreparing(state))
    return [{id: null, lines: [lineOf('The engine is preparing the task.')]}];
  const {ask} = askTexts(state);
  const wrap = (text: string) => wrapSpans(markedSpans(text, style.isPlain), style.width, {glyphs: style.glyphs.set});
  const title: Line = [{text: titleOf(state), tone: 'heading', bold: true}, ...passedMark(state, style)];
  const gap: PaneRow = {id: null, lines: [[]]};
  return [
    {id: null, lines: [...wrapSpans(title, style.width, {glyphs: style.glyphs.set}), ...wrap(ask)]},
    gap,
    ...predictionRows(state, view, style),
    {id: null, lines: [...nowLines(state, style), []]},
    ...settingRows(view.settings, view.changed, style),
    ...(state.task === null ? [gap, playgroundRow(style)] : []),
  ];
}

/** Whether the run whose numbers a task speaks of is still to come. */
export function isPreparing({first, unprepared, isNaming}: LabState): boolean {
  return isNaming || (first === null && unprepared === null);
}

/** What to do now, with the key that does it: whoever is new looks here before the last line. */
function nowLines(state: LabState, style: RowStyle): readonly Line[] {
  const {text, command} = nowStep(state);
  const [key] = command === null ? [] : commands[command].keys;
  const said = key === undefined ? text : `${withoutStop(text)} (${key}).`;
  return remarkLines([{kind: 'text', label: 'Now', text: said}], style.width, style);
}

function titleOf({task, lab}: LabState): string {
  return task?.title ?? `${lab.title}: free play`;
}

function passedMark({isPassed}: LabState, {glyphs}: RowStyle): Line {
  return isPassed ? [{text: glyphs.isSpoken ? ', passed' : `  ${glyphs.marks.done} passed`, tone: 'good'}] : [];
}

function predictionRows(state: LabState, view: TaskView, style: RowStyle): readonly PaneRow[] {
  const {task, chosen, isLocked} = state;
  if (task === null) return [];
  const {question} = askTexts(state);
  const wrap = (text: string, first: Line) => wrapSpans([{text}], style.width, {glyphs: style.glyphs.set, first});
  const word = style.glyphs.isSpoken ? 'Predict: ' : 'Predict  ';
  const heading = wrap(question, [{text: word, tone: 'accent', bold: true}]);
  if (view.isChoosing) {
    const options = task.predict.options.map(({id, text}): PaneRow => {
      const filled = fillFigures(text, labResults(state));
      return entryRow(entryIds.option(id), filled, id === chosen ? style.glyphs.chosen : style.glyphs.unchosen, style);
    });
    return [{id: null, lines: heading}, ...options];
  }
  const text = fillFigures(task.predict.options.find(option => option.id === chosen)?.text ?? '', labResults(state));
  const said = `You say: ${text}`;
  const row = isLocked
    ? {id: null, lines: wrap(said, [{text: '  '}])}
    : entryRow(entryIds.prediction, said, style.glyphs.isSpoken ? '' : style.glyphs.chosen, style);
  return [{id: null, lines: heading}, row];
}

function playgroundRow(style: RowStyle): PaneRow {
  return entryRow(entryIds.playground, 'Open the whole pipeline in the playground', style.glyphs.rightArrow, style);
}

function entryRow(id: string, text: string, mark: string, style: RowStyle): PaneRow {
  const {glyphs, width, chosen, isReached} = style;
  const isChosen = chosen === id;
  const first: Line = [
    {text: isChosen ? `${glyphs.pointer} ` : '  ', tone: 'accent'},
    {text: `${mark} `, tone: isChosen ? 'accent' : 'dim'},
  ];
  const tone = isChosen && isReached ? 'selection' : 'text';
  return {id, lines: wrapSpans([{text, tone}], width, {glyphs: glyphs.set, first})};
}
