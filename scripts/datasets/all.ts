import {generateBroken} from './broken.ts';
import {generateCardFraud} from './card-fraud.ts';
import {generateSubscriptions} from './subscriptions/generate.ts';

/** Make every generated file of `datasets/`: name → contents. */
export function generateDatasets(): ReadonlyMap<string, string | Uint8Array> {
  return new Map<string, string | Uint8Array>([
    ...generateSubscriptions(),
    ...generateCardFraud(),
    ...generateBroken(),
  ]);
}
