#!/usr/bin/env node
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {keepCode} from './kept-code.ts';

// Everything else is in `cli.ts`; what Node has compiled of it is kept beside the package, so that the next start need not.
const folder = path.dirname(fileURLToPath(import.meta.url));
const code = keepCode(path.join(folder, '../.cache/code.bin'));
code.load(path.join(folder, 'main.cjs'));
process.once('exit', code.keep);
// The tutor lasts, and changes V8's flags soon after its first frame.
setTimeout(code.keep, 300).unref();
