import {type Random, randomStream} from '../../data/random.ts';
import {canonicalJson, type Json} from '../../engine/value.ts';
import {KnownError} from '../../errors.ts';
import type {PipelineSpec} from '../spec.ts';
import type {TaskKind} from '../split/target.ts';
import {modelsNamed} from '../training/read-params.ts';
import {withModel} from '../training/settings.ts';
import {drawFrom, isRange} from './range.ts';

/** One combination of settings to try, by the names that the space gives them. */
export type Candidate = {readonly [setting: string]: Json};

/**
 * The candidates of a search, each once and in a fixed order: of names by code point, the last one varying fastest.
 * A parameter that a candidate's model does not have is left out of it.
 *
 * @throws {KnownError} `bad_setting` when the space names a parameter that none of the models has.
 * @see sklearn.model_selection.ParameterGrid, ParameterSampler
 */
export function listCandidates(spec: PipelineSpec, task: TaskKind, seed: string): readonly Candidate[] {
  const {method, space, budget} = spec.tuning;
  const names = Object.keys(space).sort();
  const own = (candidate: Candidate) => ownSettings(candidate, spec, task);
  const random = randomStream(`${seed}/candidates`);
  const isOpen = names.some(name => isRange(space[name]!));
  const lists = names.map(name => [name, space[name] as readonly Json[]] as const);
  const drawn =
    method !== 'random' || (!isOpen && sizeOf(lists) <= budget)
      ? allOf(lists).map(own)
      : drawDistinct(budget, () => own(drawOne(space, names, random)));
  const candidates = distinct(drawn);
  refuseUnused(names, candidates, spec, task);
  return candidates;
}

/** The pipeline with the settings of a candidate in place. */
export function applyCandidate(spec: PipelineSpec, candidate: Candidate): PipelineSpec {
  return Object.entries(candidate).reduce<PipelineSpec>((current, [name, value]) => {
    const dot = name.indexOf('.');
    if (dot < 0) return withBlock(current, 'training', {params: {...current.training.params, [name]: value}});
    return withBlock(current, name.slice(0, dot) as 'training', {[name.slice(dot + 1)]: value});
  }, spec);
}

function withBlock(spec: PipelineSpec, block: 'training', change: {readonly [name: string]: Json}): PipelineSpec {
  return {...spec, [block]: {...spec[block], ...change}};
}

/** A candidate without the parameters that belong to other candidates' models. */
function ownSettings(candidate: Candidate, spec: PipelineSpec, task: TaskKind): Candidate {
  const training = withModel(applyCandidate(spec, candidate).training, task);
  const models = modelsNamed(training).filter(model => model.task === task);
  // A model that cannot do the task stays whole: trying it fails, and says why.
  if (models.length === 0) return candidate;
  const isOwn = (name: string) => name.includes('.') || models.some(model => name in model.params);
  return Object.fromEntries(Object.entries(candidate).filter(([name]) => isOwn(name)));
}

function sizeOf(lists: ReadonlyArray<readonly [string, readonly Json[]]>): number {
  return lists.reduce((all, [, values]) => all * values.length, 1);
}

function allOf(lists: ReadonlyArray<readonly [string, readonly Json[]]>): readonly Candidate[] {
  return lists.reduce<readonly Candidate[]>(
    (grid, [name, values]) => grid.flatMap(candidate => values.map(value => ({...candidate, [name]: value}))),
    [{}],
  );
}

function drawOne(space: Candidate, names: readonly string[], random: Random): Candidate {
  const entries = names.map(name => {
    const values = space[name]!;
    if (isRange(values)) return [name, drawFrom(values, random)] as const;
    const list = values as readonly Json[];
    return [name, list[random.below(list.length)]!] as const;
  });
  return Object.fromEntries(entries);
}

/** Draw until there are as many different candidates as asked for, or until hardly anything new comes. */
function drawDistinct(budget: number, draw: () => Candidate): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (let attempt = 0; found.size < budget && attempt < budget * 50; attempt++) {
    const candidate = draw();
    found.set(canonicalJson(candidate), candidate);
  }
  return [...found.values()];
}

function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...new Map(candidates.map(candidate => [canonicalJson(candidate), candidate])).values()];
}

function refuseUnused(
  names: readonly string[],
  candidates: readonly Candidate[],
  spec: PipelineSpec,
  task: TaskKind,
): void {
  const unused = names.find(name => candidates.every(candidate => !(name in candidate)));
  if (unused === undefined) return;
  const {model} = withModel(spec.training, task);
  const known = modelsNamed({...spec.training, model}).flatMap(found => Object.keys(found.params));
  throw new KnownError('bad_setting', `\`tuning.space\` names \`${unused}\`, which is no parameter of \`${model}\`.`, {
    hint: `Its parameters are ${[...new Set(known)].join(', ') || 'none'}.`,
    at: {name: `tuning.space.${unused}`},
  });
}
