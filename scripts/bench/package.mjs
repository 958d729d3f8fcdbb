// What a person fetches with npx: the packed size, the size on disk, and how many packages.
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {runToEnd} from './processes.mjs';

export async function measure({folder, root}) {
  const {stdout} = await runToEnd('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
    cwd: root,
  });
  const [packed] = JSON.parse(stdout);
  const place = path.join(folder, 'installed');
  mkdirSync(place);
  writeFileSync(path.join(place, 'package.json'), '{"private": true}\n');
  await runToEnd('npm', ['install', '--offline', '--no-audit', path.join(folder, packed.filename)], {cwd: place});
  const lock = JSON.parse(readFileSync(path.join(place, 'package-lock.json'), 'utf8'));
  const packages = Object.keys(lock.packages).filter(name => name !== '').length;
  const installed = readdirSync(place, {recursive: true, withFileTypes: true}).filter(entry => entry.isFile());
  if (installed.length === 0) throw new Error('Nothing was installed.');
  return [
    {what: 'packed tarball', value: packed.size / 1e6, limit: 2, unit: 'MB'},
    {what: 'installed', value: packed.unpackedSize / 1e6, limit: 8, unit: 'MB'},
    {what: 'packages fetched', value: packages, limit: 1, unit: ''},
  ];
}
