import {figures, isFigureKind} from '../../figures.ts';
import type {Drawer} from '../../lesson-figures.ts';
import {asChart, asWords, runOf, sayName, sayRun} from './drawing.ts';

/** Draw a figure of one run; where the run has none of that kind it says so. */
export function drawRunFigure(kind: string): Drawer {
  return ({args: [name = 'result']}, material, size) => {
    const title = titleOf(kind);
    const run = runOf(material, name);
    if (!run) return asWords(title, `It is drawn when ${sayRun(name)} has been made.`);
    const chart = isFigureKind(kind) ? figures[kind](run, size) : null;
    return chart ? asChart(chart) : asWords(title, reasons[kind] ?? 'This run has nothing to draw here.');
  };
}

function titleOf(kind: string): string {
  const words = sayName(kind);
  return words[0]!.toUpperCase() + words.slice(1);
}

const reasons: {readonly [kind: string]: string} = {
  confusion: 'A confusion matrix counts classes; this pipeline predicts a number.',
  calibration: 'Calibration needs a target of two classes.',
  learning_curve: 'This run has no learning curve.',
  heat_map: 'There is a heat map where a grid of two settings was searched.',
  tree: 'There is a tree to draw where the model is a decision tree.',
};
