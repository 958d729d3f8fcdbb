import type {Json} from '../engine/value.ts';
import {
  type Check,
  isFlag,
  isNumber,
  isObject,
  isOneOf,
  isPresent,
  isText,
  isWhole,
  listOf,
  mapOf,
  orAbsent,
  orNull,
  shape,
} from '../stages/deployment/artifact-shape.ts';
import {readRecordedSpec} from './runs-spec.ts';

const matches =
  (what: string, pattern: RegExp): Check =>
  (value, path) =>
    typeof value === 'string' && pattern.test(value) ? [] : [`\`${path}\` must be ${what}`];

const isHash = matches('a hash of 64 hexadecimal digits', /^[0-9a-f]{64}$/);
const isFingerprint = matches('a fingerprint', /^sha256:[0-9a-f]{64}$/);
const isStepId = matches('the id of a step', /^[a-z][\w.]{0,99}$/);

const step = shape({
  id: isStepId,
  stage: isText,
  version: isWhole,
  params: isObject,
  seed: orNull(isWhole),
  inputs: mapOf(isHash),
  key: matches('a hash, or empty for a step that was skipped', /^([0-9a-f]{64})?$/),
  output: orNull(isHash),
  status: isOneOf('ran', 'unchanged', 'restored', 'failed', 'skipped'),
  reason: isText,
  ms: isNumber,
  report: isPresent,
  error: orAbsent(isText),
});

const bundle = shape({
  data: orNull(isText),
  record: shape({
    version: isOneOf(1),
    run: matches('an id of letters, digits, - and _', /^[\w-]{1,80}$/),
    name: matches('a name of at most 200 characters', /^[^\p{Cc}]{1,200}$/u),
    created: matches('a time such as 2026-01-31T12:00:00.000Z', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
    seed: isWhole,
    pipeline: isObject,
    written: orNull(shape({name: isText, text: isText})),
    source: shape({
      format: isOneOf('csv', 'json', 'objects', 'columns'),
      origin: isText,
      hash: isHash,
      kept: isFlag,
    }),
    steps: listOf(step),
    metrics: orNull(isObject),
    confusion: orNull(shape({labels: listOf(isText), matrix: listOf(listOf(isNumber))})),
    data: orNull(isObject),
    fingerprint: isFingerprint,
    product: isText,
    node: isText,
  }),
});

type Checked = {
  readonly data: string | null;
  readonly record: Parameters<typeof readRecordedSpec>[0] & {readonly source: {readonly kept: boolean}};
};

/** Find everything that is wrong with a bundle, each as a sentence without its full stop. */
export function checkBundle(value: Json): readonly string[] {
  const wrong = bundle(value, '');
  return wrong.length > 0 ? wrong : checkSource(value as unknown as Checked);
}

/** What a run may read when it is verified here: a bundled dataset, a file beside the bundle, or what came with it. */
function checkSource({record, data}: Checked): readonly string[] {
  const {spec, problems} = readRecordedSpec(record);
  const {source, path} = spec.ingestion;
  const isKept = record.source.kept;
  return [
    ...problems.map(({message, at}) => `\`record.pipeline.${at.name}\`: ${message.replace(/\.$/, '')}`),
    ...(isKept === (data !== null) ? [] : ['`data` must hold what the source held if, and only if, the run kept it']),
    ...(path !== null && reachesOut(path)
      ? [`\`record.pipeline.ingestion.path\` leads out of its folder: ${path}`]
      : []),
    ...(source === 'http' && !isKept ? ['a run that read an address must bring what it answered in `data`'] : []),
  ];
}

/** Tell whether a path may lead out of the folder it starts from, on any system. */
export function reachesOut(path: string): boolean {
  return /^([\\/~]|[A-Za-z]:)/.test(path) || path.split(/[\\/]/).includes('..');
}
