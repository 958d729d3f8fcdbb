import {aliasesOf} from '../../engine/registry-aliases.ts';
import {production} from '../models-find.ts';
import type {Ports} from '../ports.ts';
import type {LiveModel, ServedModel} from './live-model.ts';

/** What `GET /model` answers: all that is known of the model in service. */
export function modelCard(
  served: ServedModel,
  {following}: Pick<LiveModel, 'following'>,
  {models}: Pick<Ports, 'models'>,
) {
  const {name, version, registered, since, pipeline} = served;
  const {task, target, classes, positive, threshold, signature, transforms, model, metrics, data, seed, product} =
    pipeline.artifact;
  const moves = registered ? models.moves(name) : [];
  const aliases = registered ? aliasesOf(moves, registered.version) : [];
  const promoted = moves.findLast(move => move?.alias === production && move.to === version);
  return {
    name,
    version,
    following,
    served_since: since.toISOString(),
    aliases,
    in_production_since: aliases.includes(production) ? (promoted?.at ?? null) : null,
    run: registered?.run ?? null,
    created: registered?.created ?? null,
    honest: registered?.honest ?? null,
    task,
    target,
    classes,
    positive,
    threshold,
    signature,
    steps: transforms.map(({id}) => id),
    model: {name: model.model, implementation: model.implementation, params: model.params},
    metrics: {test: metrics.test},
    data: {fingerprint: data.fingerprint, rows: data.rows},
    lineage: registered?.lineage ?? [],
    artifact: registered ? `sha256:${registered.artifact}` : null,
    seed,
    made_by: product,
  };
}
