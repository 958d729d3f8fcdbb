import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {DatasetInfo, DatasetLibrary} from '../app/ports.ts';
import {assetsFolder} from './assets.ts';

/** The bundled datasets: `index.json` lists them, each with a CSV file and a card. */
export function bundledDatasets(folder: string = assetsFolder('datasets')): DatasetLibrary {
  let index: readonly (DatasetInfo & {readonly file: string})[] | undefined;
  const list = () => {
    index ??= (
      JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8')) as {datasets: NonNullable<typeof index>}
    ).datasets;
    return index;
  };
  const fileOf = (name: string) => list().find(dataset => dataset.name === name)!.file;
  return {
    list,
    card: name => readFileSync(path.join(folder, `${name}.md`), 'utf8'),
    read: name => readFileSync(path.join(folder, fileOf(name))),
  };
}
