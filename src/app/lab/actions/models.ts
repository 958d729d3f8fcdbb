import {KnownError} from '../../../errors.ts';
import {historyOf, listModels, promoteModel, rollbackModel} from '../../models.ts';
import type {Ports} from '../../ports.ts';
import type {RunResult} from '../../run-result.ts';
import {type Performer, runAnd} from './performer.ts';

/** Run a pipeline and put the version that it registers into production, whatever `deployment.promote` says. */
export const promote: Performer = runAnd(async (result, {ports}) => {
  const {name} = putIntoProduction(result, ports);
  return {shelf: shelfOf(name, ports)};
});

/** Run a pipeline, put its version into production, and take production back to the version before. */
export const rollback: Performer = runAnd(async (result, {ports}) => {
  const {name} = putIntoProduction(result, ports);
  const {production: broken} = shelfOf(name, ports);
  rollbackModel({ref: name}, ports);
  return {shelf: {...shelfOf(name, ports), taken_back: broken}};
});

function putIntoProduction({deployment}: RunResult, ports: Ports): {readonly name: string} {
  if (deployment) {
    promoteModel({ref: `${deployment.name}@${deployment.version}`}, ports);
    return deployment;
  }
  throw new KnownError('bad_setting', 'This pipeline registers no model, so nothing can go into production.', {
    hint: 'Give it a name: `deployment.name`.',
    at: {name: 'deployment.name'},
  });
}

/** The versions of a model and which one is in production, for conditions such as `shelf.production == 1`. */
export function shelfOf(name: string, ports: Ports) {
  const versions = listModels(ports).filter(model => model.name === name);
  const production = versions.find(({aliases}) => aliases.includes('production'))?.version ?? null;
  return {production, count: versions.length, versions, moves: historyOf(name, ports)};
}
