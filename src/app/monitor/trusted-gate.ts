import {isMetricName, metrics} from '../../ml/metrics/catalogue.ts';
import {isDefined} from '../../ml/score.ts';
import type {FittedPipeline} from '../../stages/deployment/fitted-pipeline.ts';
import {rowsOfTable} from '../../stages/deployment/input-rows.ts';
import {scoreAnswers} from '../../stages/monitoring/metric-reading.ts';
import type {Rows} from '../../stages/rows.ts';
import {baselineTraining} from '../../stages/training/settings.ts';
import {predictRows, trainModel} from '../../stages/training/train-model.ts';
import {say} from '../../stages/words.ts';
import type {GateVerdict} from '../gates.ts';
import {contender} from '../models-register.ts';
import type {Ports} from '../ports.ts';
import type {Champion} from './champion.ts';

/** A challenger must keep at least this share of what the champion can do better than the baseline on its old test rows. */
const shareToKeep = 0.5;

/**
 * Ask whether a challenger still knows what was true before: the gate against labels that are wrong.
 *
 *     value ≥ baseline + ½ · (champion − baseline), on the test rows of the champion
 *
 * New labels that were swapped or made up spoil the recent hold-out as well, and there the challenger looks better than
 * the champion. The champion's own test rows are older and were trusted when it was made. A world that truly turned round
 * is refused as well: then a person decides.
 */
export function trustedGate(challenger: FittedPipeline, champion: Champion, ports: Ports): GateVerdict {
  const gate = 'trusted_rows';
  const {metric} = champion;
  const test = champion.version && contender(champion.version, ports).split?.test;
  if (!test) {
    const words =
      'the rows that the champion was tested on are no longer stored, so nothing vouches for the new labels.';
    return {gate, passed: false, words, value: null, limit: 0};
  }
  const [value, own] = [challenger, champion.pipeline].map(pipeline => scoreOn(pipeline, test, champion));
  const baseline = scoreBaseline(champion.pipeline, test, champion);
  if (value == null || own == null || baseline === null) {
    return {gate, passed: false, words: `${metric} is not defined on the champion's test rows.`, value: null, limit: 0};
  }
  const limit = baseline + shareToKeep * (own - baseline);
  const isHigherBetter = !isMetricName(metric) || metrics[metric].higherIsBetter;
  const passed = isHigherBetter ? value >= limit : value <= limit;
  const told = `on the ${test.index.length} older rows that the champion was tested on its ${metric} is ${say(value)}`;
  const words = passed
    ? `${told}, and at ${isHigherBetter ? 'least' : 'most'} ${say(limit)} is asked for.`
    : `${told}, where the champion has ${say(own)} and guessing ${say(baseline)}. Look at the new labels before you trust them.`;
  return {gate, passed, words, value, limit};
}

function scoreOn({check, replay, ask}: FittedPipeline, rows: Rows, {scoring, metric}: Champion): number | null {
  const ready = replay({...rows, table: check(rowsOfTable(rows.table)).table});
  const score = scoreAnswers({prediction: ask(ready), rows: ready}, scoring)[metric];
  return score !== undefined && isDefined(score) ? score : null;
}

/** What always saying the same would reach. */
function scoreBaseline({replay, artifact}: FittedPipeline, rows: Rows, {scoring, metric}: Champion): number | null {
  const ready = replay(rows);
  const dummy = trainModel(ready, baselineTraining, artifact.task, {seed: ''});
  const score = scoreAnswers({prediction: predictRows(dummy, ready), rows: ready}, scoring)[metric];
  return score !== undefined && isDefined(score) ? score : null;
}
