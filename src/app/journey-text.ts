import type {CellChange, StepJourney} from '../stages/journey.ts';
import type {Evidence, Part} from '../stages/journey-evidence.ts';
import {count, say} from '../stages/words.ts';
import type {RowJourney} from './journey.ts';

/** A part of a journey as text: a heading, and the lines beneath it. */
export type JourneySection = {readonly title: string; readonly lines: readonly string[]};

/**
 * A journey in words, section by section: the row, each step, the model, the answer.
 *
 * @param most - how many values to show in each section; the others are counted.
 */
export function journeySections(journey: RowJourney, most = 6): readonly JourneySection[] {
  return [
    rowSection(journey),
    ...journey.steps.map(step => ({title: step.step, lines: stepLines(step, most)})),
    {title: `the model: ${journey.model}`, lines: evidenceLines(journey, most)},
    {title: 'the answer', lines: answerLines(journey)},
  ];
}

function rowSection({row, part, input, warnings}: RowJourney): JourneySection {
  const parts = {train: 'which the model learned from', test: 'which was kept for the test'} as const;
  const which = part === null ? 'which was in neither part' : parts[part];
  const title = row === null ? 'the row as it was given' : `row ${row} of the table, ${which}`;
  const values = Object.entries(input).map(([name, value]) => `${name} ${say(value)}`);
  return {title, lines: [values.join(', '), ...warnings.map(({message}) => `! ${message}`)]};
}

function stepLines({changes, gone, unchanged}: StepJourney, most: number): readonly string[] {
  // Of the many 0s that a category becomes, the one 1 is the news.
  const news = changes.filter(({after}) => after !== 0);
  const shown = [...news, ...changes.filter(({after}) => after === 0)].slice(0, most);
  const more = changes.length - shown.length;
  const rest = [
    ...(more > 0 ? [`${count(more, 'more value changes', 'more values change')}`] : []),
    ...(gone.length > 0 ? [`${count(gone.length, 'column ends', 'columns end')} here: ${listed(gone, most)}`] : []),
    ...(unchanged > 0 ? [`${count(unchanged, 'column passes', 'columns pass')} unchanged`] : []),
  ];
  return [...shown.map(changeLine), ...rest];
}

function changeLine({column, before, after, arithmetic}: CellChange): string {
  if (arithmetic !== null) return `${column}: ${arithmetic}`;
  const sources = Object.entries(before).map(([name, value]) =>
    name === column ? say(value) : `${name} ${say(value)}`,
  );
  return `${column}: ${sources.join(', ')} → ${say(after)}`;
}

function evidenceLines({evidence, row: own}: RowJourney, most: number): readonly string[] {
  switch (evidence.kind) {
    case 'sum':
      return sumLines(evidence, most);
    case 'neighbours':
      return evidence.neighbours.map(
        ({row, distance, answer}, rank) =>
          `neighbour ${rank + 1}: ${neighbourName(row, own)}, distance ${say(distance)}, ${say(answer)}`,
      );
    case 'path':
      return pathLines(evidence);
    case 'votes':
      return evidence.votes.map(
        ({label, trees, probability}) =>
          `${label}: likeliest for ${trees} of ${count(evidence.trees, 'tree')}, mean probability ${say(probability)}`,
      );
    case 'answers':
      return [
        `${count(evidence.trees, 'tree answers', 'trees answer')} from ${say(evidence.low)} to ${say(evidence.high)}`,
        `their mean is ${say(evidence.mean)}`,
      ];
    case 'none':
      return [evidence.why];
  }
}

function neighbourName(row: number | null, own: number | null): string {
  if (row === null) return 'a training row';
  return row === own ? `row ${row} itself` : `row ${row}`;
}

function sumLines({for: wins, against, start, parts, total}: Extract<Evidence, {kind: 'sum'}>, most: number) {
  const shown = parts.slice(0, most);
  const rest = parts.slice(most);
  const restAmount = rest.reduce((sum, {amount}) => sum + amount, 0);
  const head = against === null ? `what makes up ${wins}` : `what speaks for ${wins} (+) and for ${against} (−)`;
  return [
    `${head}, largest first:`,
    ...shown.map(partLine),
    ...(rest.length > 0 ? [`${signed(restAmount)}  ${count(rest.length, 'more feature')} together`] : []),
    `${signed(start)}  the start, before any feature`,
    against === null
      ? `= ${say(total)}`
      : `= ${signed(total)}, the log of the odds: ${sayOdds(Math.exp(Math.abs(total)))} for ${total >= 0 ? wins : against}`,
  ];
}

function sayOdds(odds: number): string {
  return odds > 1e6 ? 'more than a million to 1' : `${say(odds)} to 1`;
}

function partLine({feature, value, weight, amount}: Part): string {
  const how = weight === null ? `at ${say(value)}` : `${say(value)} × weight ${say(weight)}`;
  return `${signed(amount)}  ${feature}: ${how}`;
}

function pathLines({questions, leaf}: Extract<Evidence, {kind: 'path'}>): readonly string[] {
  const shares = Object.entries(leaf.shares ?? {}).map(([label, share]) => `${label} ${say(share)}`);
  const answer = leaf.mean === null ? shares.join(', ') : `mean ${say(leaf.mean)}`;
  return [
    ...questions.map(
      ({feature, threshold, value, answer: reply}) => `${feature} ≤ ${say(threshold)}? ${reply}, it is ${say(value)}`,
    ),
    `a leaf of ${count(leaf.rows, 'training row')}: ${answer}`,
  ];
}

function answerLines({outcome, truth, target}: RowJourney): readonly string[] {
  if (outcome === null) return ['There is no prediction for this row.'];
  const known = truth === null ? [] : [`in truth ${target} is ${say(truth)}`];
  if ('value' in outcome) {
    const miss = typeof truth === 'number' ? [`${say(Math.abs(outcome.value - truth))} off`] : [];
    return [
      `${target} is predicted to be ${say(outcome.value)}`,
      ...(miss.length > 0 ? [`${known[0]}: ${miss[0]}`] : known),
    ];
  }
  const {label, probabilities, positive, threshold} = outcome;
  const chances = Object.entries(probabilities).map(([name, chance]) => `${name} ${say(chance)}`);
  const rule =
    positive === null || threshold === 0.5
      ? 'the likeliest class'
      : `${positive} from ${say(threshold)} on, ${Object.keys(probabilities).find(name => name !== positive)} below`;
  const verdict = truth === null ? [] : [`${known[0]}: the model is ${label === truth ? 'right' : 'wrong'}`];
  return [`probabilities: ${chances.join(', ')}`, `${target} is predicted to be ${label} (${rule})`, ...verdict];
}

function listed(names: readonly string[], most: number): string {
  return names.length > most ? `${names.slice(0, most).join(', ')}, …` : names.join(', ');
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${say(Math.abs(value))}`;
}
