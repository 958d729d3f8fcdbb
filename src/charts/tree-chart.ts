import {newCanvas} from './canvas.ts';
import type {Chart, ChartSize, Line, Span} from './chart.ts';
import {makeChart} from './frame.ts';
import type {Glyphs} from './glyphs.ts';
import {formatCount, formatNumber, formatPercent} from './number.ts';
import {fitText, textWidth} from './text.ts';

/** A node of a decision tree: an inner one asks `feature ≤ threshold`, a leaf has neither. */
export type TreeChartNode = {
  readonly rows: number;
  /** The share of each class, or the mean alone. */
  readonly value: readonly number[];
  readonly feature?: number;
  readonly threshold?: number;
  readonly left?: TreeChartNode;
  readonly right?: TreeChartNode;
};

/** A decision tree with the names its numbers stand for; without classes it predicts a number. */
export type TreeData = {
  readonly title?: string;
  readonly tree: TreeChartNode;
  readonly features: readonly string[];
  readonly classes?: readonly string[];
};

type Inner = TreeChartNode & {readonly left: TreeChartNode; readonly right: TreeChartNode};
type TreeLine = {readonly trunk: string; readonly answer: string; readonly spans: readonly Span[]};

/** Draw a tree from its first question down; where it is too large, the lower part is counted. */
export function treeChart(data: TreeData, size: ChartSize): Chart {
  const depth = depthOf(data.tree);
  return makeChart(
    {
      title: data.title ?? 'Decision tree',
      sentence: readTree(data, depth),
      table: {header: ['path', 'prediction'], rows: leavesOf(data, data.tree, []).slice(0, 50)},
      minWidth: 20,
      minHeight: isInner(data.tree) ? 3 : 1,
      draw: (width, height, glyphs) => {
        let shown = depth;
        while (shown > 0 && countLines(data.tree, shown) > height) shown--;
        return drawTree(treeLines(data, data.tree, shown, glyphs), width, height, glyphs);
      },
    },
    size,
  );
}

function isInner(node: TreeChartNode): node is Inner {
  return node.left !== undefined && node.right !== undefined;
}

function depthOf(node: TreeChartNode): number {
  return isInner(node) ? 1 + Math.max(depthOf(node.left), depthOf(node.right)) : 0;
}

function countLeaves(node: TreeChartNode): number {
  return isInner(node) ? countLeaves(node.left) + countLeaves(node.right) : 1;
}

function countLines(node: TreeChartNode, depth: number): number {
  return isInner(node) && depth > 0 ? 1 + countLines(node.left, depth - 1) + countLines(node.right, depth - 1) : 1;
}

function question(data: TreeData, node: TreeChartNode, atMost: string): string {
  return `${data.features[node.feature ?? -1] ?? 'feature'} ${atMost} ${formatNumber(node.threshold ?? Number.NaN)}`;
}

/** What a leaf predicts: its commonest class with the share of it, or its mean. */
function prediction(data: TreeData, node: TreeChartNode): {readonly name: string; readonly detail: string} {
  const of = `of ${formatCount(node.rows, 'row')}`;
  if (!data.classes) return {name: formatNumber(node.value[0] ?? Number.NaN), detail: `mean ${of}`};
  const best = node.value.reduce((top, share, index) => (share > (node.value[top] ?? 0) ? index : top), 0);
  return {name: data.classes[best] ?? 'unknown', detail: `${formatPercent(node.value[best] ?? Number.NaN)} ${of}`};
}

function readTree(data: TreeData, depth: number): string {
  if (!isInner(data.tree)) return `The tree asks nothing: it always predicts ${prediction(data, data.tree).name}.`;
  return (
    `The tree has ${formatCount(countLeaves(data.tree), 'leaf').replace('leafs', 'leaves')} and asks at most ` +
    `${formatCount(depth, 'question')}, first whether ${question(data, data.tree, 'is at most')}.`
  );
}

function leavesOf(data: TreeData, node: TreeChartNode, path: readonly string[]): ReadonlyArray<readonly string[]> {
  if (!isInner(node)) {
    const {name, detail} = prediction(data, node);
    return [[path.join(', ') || 'always', `${name}, ${detail}`]];
  }
  const [yes, no] = [question(data, node, '≤'), question(data, node, '>')];
  return [...leavesOf(data, node.left, [...path, yes]), ...leavesOf(data, node.right, [...path, no])];
}

function treeLines(data: TreeData, node: TreeChartNode, depth: number, glyphs: Glyphs): readonly TreeLine[] {
  const here = {trunk: '', answer: ''};
  if (!isInner(node)) {
    const {name, detail} = prediction(data, node);
    return [
      {
        ...here,
        spans: [
          {text: name, tone: 'data', bold: true},
          {text: `, ${detail}`, tone: 'dim'},
        ],
      },
    ];
  }
  const text = `${question(data, node, '≤')}?`;
  if (depth === 0) return [{...here, spans: [{text}, {text: `  ${countLeaves(node)} leaves below`, tone: 'dim'}]}];
  const below = (child: TreeChartNode, answer: string, first: string, rest: string) =>
    treeLines(data, child, depth - 1, glyphs).map((line, index) => ({
      ...line,
      trunk: (index === 0 ? first : rest) + line.trunk,
      answer: index === 0 ? answer : line.answer,
    }));
  return [
    {...here, spans: [{text}]},
    ...below(node.left, 'yes: ', `${glyphs.branch}${glyphs.across} `, `${glyphs.down}  `),
    ...below(node.right, 'no:  ', `${glyphs.lastBranch}${glyphs.across} `, '   '),
  ];
}

function drawTree(lines: readonly TreeLine[], width: number, height: number, glyphs: Glyphs): readonly Line[] {
  const canvas = newCanvas(width, Math.min(height, lines.length), glyphs.set);
  lines.forEach((line, row) => {
    canvas.put(0, row, line.trunk, {tone: 'frame'});
    canvas.put(textWidth(line.trunk), row, line.answer, {tone: 'second'});
    let column = textWidth(line.trunk) + line.answer.length;
    for (const {text, ...style} of line.spans) {
      const lead = text.startsWith('  ') ? '  ' : '';
      const short = lead + fitText(text, Math.max(0, width - column - lead.length), glyphs.set);
      canvas.put(column, row, short, style);
      column += textWidth(short);
    }
  });
  return canvas.lines();
}
