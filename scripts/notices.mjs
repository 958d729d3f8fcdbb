// The licence notices of every package whose code is in the bundle.
import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';

/** The text of THIRD_PARTY_LICENSES: one entry per bundled package, from esbuild's own list of inputs. */
export async function noticesOf(metafile, root) {
  const folders = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) folders.add(match[1]);
  }
  const notices = await Promise.all([...folders].sort().map(folder => noticeOf(path.resolve(root, folder))));
  return `ml-pipeline-tutor contains the following packages.\n\n${notices.join('\n')}`;
}

async function noticeOf(folder) {
  const {name, version, license} = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find(entry => /^licen[cs]e/i.test(entry));
  const text = file ? await readFile(path.join(folder, file), 'utf8') : `Licence: ${license}\n`;
  return `${'='.repeat(72)}\n${name} ${version}\n\n${text.trim()}\n`;
}
