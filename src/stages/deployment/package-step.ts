import {fingerprint} from '../../engine/hash.ts';
import type {Step} from '../../engine/step.ts';
import type {Transform, TransformOutput} from '../../engine/transform.ts';
import type {Value} from '../../engine/value.ts';
import {isDefined} from '../../ml/score.ts';
import type {ScoreOutput} from '../evaluation/score-step.ts';
import type {Rows} from '../rows.ts';
import type {PipelineSpec} from '../spec.ts';
import type {SplitOutput} from '../split/split-rows.ts';
import type {TrainedModel} from '../training/train-model.ts';
import {count} from '../words.ts';
import type {Artifact} from './artifact.ts';
import {signatureOf} from './signature.ts';

/**
 * An artifact as the pipeline makes it. Its name, the product, the seed and what monitoring needs are put in when it leaves
 * the run: they do not decide what is predicted, and so must not change the fingerprint of the run.
 */
export type PackagedPipeline = Omit<Artifact, 'product' | 'name' | 'seed' | 'reference'>;

export const packageStepId = 'deployment.package';

/** Put the fitted transforms, the model and the signature of its input together into one document. */
export function packageStep(spec: PipelineSpec, transforms: ReadonlyArray<Transform<Rows>>): Step {
  const {
    ingestion: {target, missing, decimal},
    evaluation: {threshold},
  } = spec;
  const steps = transforms.map(({id, version, params}) => ({id, version, params}));
  return {
    id: packageStepId,
    stage: 'deployment',
    version: 1,
    params: {target, missing, decimal, threshold, transforms: steps},
    random: false,
    needs: ['ingestion.load', 'split.rows', 'training.fit', 'evaluation.score', ...steps.map(({id}) => id)],
    run: ([table, split, model, score, ...fitted]) => {
      const {parts, task} = split as unknown as SplitOutput;
      const trained = model as unknown as TrainedModel;
      const {test, positive} = score as unknown as ScoreOutput;
      const packaged: PackagedPipeline = {
        format: 1,
        task,
        target: target!,
        classes: trained.classes,
        positive,
        threshold,
        missing,
        decimal,
        signature: signatureOf(parts.train.table),
        transforms: steps.map((step, place) => ({
          ...step,
          state: (fitted[place] as unknown as TransformOutput<Rows & Value>).state,
        })),
        model: trained,
        metrics: {test: Object.fromEntries(Object.entries(test).map(([name, s]) => [name, isDefined(s) ? s : null]))},
        data: {fingerprint: fingerprint(table!), rows: (table as unknown as {readonly rows: number}).rows},
      };
      return {output: packaged as unknown as Value, report: report(packaged)};
    },
  };
}

function report({signature, transforms, model}: PackagedPipeline) {
  const columns = signature.length;
  return {
    columns: [columns, columns],
    learned: [
      `expects ${count(columns, 'column')}: ${signature.map(({name}) => name).join(', ')}`,
      `replays ${count(transforms.length, 'step')}, then asks ${model.model}`,
    ],
    warnings: [],
  };
}
