// Writes the JSON Schemas that editors complete and check by: one for pipeline files, one for each file of a lesson.
import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {importSources} from './import-sources.mjs';

const sources =
  "export {contentSchemas} from './src/tutor/schema/index.ts'; export {pipelineSchema} from './src/stages/pipeline-schema.ts';";

/** Write `pipeline.json`, `quiz.json`, … into a folder. */
export async function writeSchemas({root, folder}) {
  const {contentSchemas, pipelineSchema} = await importSources(root, sources);
  await mkdir(folder, {recursive: true});
  for (const [name, schema] of Object.entries({pipeline: pipelineSchema(), ...contentSchemas}))
    await writeFile(path.join(folder, `${name}.json`), `${JSON.stringify(schema, null, 2)}\n`);
}
