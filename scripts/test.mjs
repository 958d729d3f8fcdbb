// Runs every check: types, lint, build, then all tests. The last line counts what passed and what failed.
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {availableParallelism, tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(path.join(tmpdir(), 'mlpt-test-'));
const report = path.join(folder, 'vitest.json');
const bin = name => path.join(root, 'node_modules/.bin', name);
let passed = 0;
let failed = 0;

const run = (command, words) => spawnSync(command, words, {cwd: root, stdio: 'inherit'}).status === 0;

function check(title, command, words) {
  process.stdout.write(`\n${title}\n`);
  if (run(command, words)) passed += 1;
  else failed += 1;
}

check('Types', bin('tsc'), []);
check('Lint', bin('biome'), ['check', '--config-path=scripts/lint.json', 'src', 'test', 'scripts']);
check('Build', process.execPath, ['scripts/build.mjs']);

process.stdout.write('\nTests\n');
const ended = run(bin('vitest'), [
  'run',
  // The tests share no state, and files that share a process need not load everything anew.
  '--no-isolate',
  `--maxWorkers=${availableParallelism()}`,
  // No test judges time: these only end what hangs.
  '--testTimeout=120000',
  '--hookTimeout=120000',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${report}`,
]);
countTests(ended);
rmSync(folder, {recursive: true});

process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

function countTests(isGood) {
  try {
    const counted = JSON.parse(readFileSync(report, 'utf8'));
    const {numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults} = counted;
    // A test that does not run proves nothing, so it counts as failed.
    const unrun = numPendingTests + numTodoTests;
    if (unrun > 0) process.stdout.write(`${unrun} tests did not run.\n`);
    passed += numPassedTests;
    // A file may fail without a failed test: it cannot be loaded, or what it began cannot be ended.
    const files = testResults.filter(
      ({status, assertionResults}) => status === 'failed' && assertionResults.every(test => test.status !== 'failed'),
    );
    failed += numFailedTests + unrun + files.length;
    // So does an error outside of any file.
    if (!isGood && numFailedTests + files.length === 0) failed += 1;
  } catch {
    failed += 1;
  }
}
