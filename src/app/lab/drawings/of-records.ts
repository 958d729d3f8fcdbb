import {formatNumber} from '../../../charts/index.ts';
import type {RunDiff} from '../../diff.ts';
import type {Drawing} from '../../lesson-figures.ts';
import type {Verification} from '../../verify.ts';
import type {ModelShelf} from '../run-actions.ts';
import {joinWords} from '../words.ts';
import {asWords} from './drawing.ts';

/** Say whether a run came out the same again; where it did not, step by step. */
export function drawVerification({verdict, steps, first}: Verification): Drawing {
  if (verdict === 'identical') {
    return asWords(
      'Verified',
      `Run again from its record, all ${steps.length} steps came out the same, byte for byte.`,
    );
  }
  const rows = steps.map(({id, verdict: own}) => [id, own]);
  const sentence = `The first step that differs is ${first?.step ?? 'unknown'}: ${first?.reason ?? 'the reason is not known'}.`;
  return {kind: 'table', title: 'Verified', table: {header: ['step', 'again'], rows}, sentence};
}

/** Show two runs side by side. */
export function drawDiff({metrics, settings, identical}: RunDiff): Drawing {
  const value = (number: number | null) => (number === null ? 'undefined' : formatNumber(number));
  const rows = metrics.map(({metric, a, b, words}) => [metric.replaceAll('_', ' '), value(a), value(b), words]);
  const names = settings.map(({setting}) => setting);
  const differ = `${joinWords(names)} ${names.length === 1 ? 'differs' : 'differ'}`;
  const changes = names.length === 0 ? 'no setting differs' : differ;
  const sentence = identical ? 'The two runs are the same in everything that counts.' : `Between them ${changes}.`;
  return {
    kind: 'table',
    title: 'The first run and this one',
    table: {header: ['metric', 'first', 'now', 'is it luck?'], rows},
    sentence,
  };
}

/** Show the versions of a model, and which one is in use. */
export function drawShelf({versions, moves}: ModelShelf): Drawing {
  const rows = versions.map(({version, aliases, run}) => [`version ${version}`, aliases.join(', '), run]);
  const [last] = moves;
  const sentence = last
    ? `${last.alias} went from ${last.from === null ? 'nothing' : `version ${last.from}`} to version ${last.to}: ${sayMove(last)}.`
    : 'No version is in production; give the pipeline a deployment.name to register one.';
  return {kind: 'table', title: 'Versions', table: {header: ['version', 'in use as', 'run'], rows}, sentence};
}

function sayMove({kind, why}: ModelShelf['moves'][number]): string {
  if (kind !== 'rollback') return why;
  return why === 'by hand' ? 'rolled back' : `rolled back, ${why}`;
}
