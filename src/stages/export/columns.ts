import {oneHotLevels} from '../../ml/encode.ts';
import type {Artifact} from '../deployment/artifact.ts';
import type {FittedSteps} from './fitted-steps.ts';

/** The columns of a pipeline by what becomes of them, each list in the order in which the steps see them. */
export type PipelineColumns = {
  /** Numbers with at least one value among the training rows. */
  readonly numbers: readonly string[];
  readonly words: readonly string[];
  /** Dates and free text, which only expressions can read. */
  readonly others: readonly string[];
  /** Columns of numbers when encoding begins: those above, indicators, created ones; without those cut into bins. */
  readonly scaled: readonly string[];
  /** Columns of words when encoding begins, those cut into bins among them. */
  readonly encoded: readonly string[];
};

/** The name of the column that says where another one had gaps. */
export function indicatorName(column: string): string {
  return `${column} was missing`;
}

/** Follow the columns of an artifact through its steps up to encoding. */
export function pipelineColumns({signature}: Pick<Artifact, 'signature'>, steps: FittedSteps): PipelineColumns {
  const there = signature.filter(({name}) => !steps.impute.empty.includes(name));
  const ofType = (...types: readonly string[]) => there.filter(({type}) => types.includes(type)).map(({name}) => name);
  const numbers = ofType('number');
  const words = ofType('category');
  const indicators = steps.impute.indicated.map(indicatorName);
  const all = [...numbers, ...indicators, ...steps.created.map(({name}) => name)];
  const isBinned = (name: string) => Object.hasOwn(steps.bins.edges, name);
  // Creating a column puts all numbers before all words; else the columns still stand as the file has them.
  const inFile = there.map(({name}) => name).filter(name => words.includes(name) || numbers.includes(name));
  const order = steps.created.length > 0 ? [...all, ...words] : [...inFile, ...indicators];
  return {
    numbers,
    words,
    others: ofType('date', 'text'),
    scaled: all.filter(name => !isBinned(name)),
    encoded: order.filter(name => words.includes(name) || isBinned(name)),
  };
}

/** The names of the features after encoding and polynomials: what a selection chooses from. */
export function featureNames({scaled, encoded}: PipelineColumns, {polynomial, encode}: FittedSteps): readonly string[] {
  const products = (polynomial ?? []).flatMap((left, place) =>
    polynomial!.slice(place).map(right => (left === right ? `${left}^2` : `${left} ${right}`)),
  );
  const codes = encoded.flatMap(name => {
    const map = encode.maps[name]!;
    return encode.method === 'ordinal' ? [name] : oneHotLevels(map).map(level => `${name}=${level}`);
  });
  return [...scaled, ...products, ...codes];
}
