import {expect, test} from 'vitest';
import {writeCommandLine} from '../../src/commands/command-line.ts';

test('a command is written as it was called: by its name, through npx, or through node', () => {
  const words = ['run', 'wine.yaml', '--seed', '7'];
  expect(writeCommandLine(words, '/usr/bin/ml-pipeline-tutor', undefined)).toBe(
    'ml-pipeline-tutor run wine.yaml --seed 7',
  );
  expect(writeCommandLine(words, '/x/.bin/ml-pipeline-tutor', 'exec')).toBe(
    'npx ml-pipeline-tutor run wine.yaml --seed 7',
  );
  expect(writeCommandLine(words, `${process.cwd()}/dist/cli.cjs`, 'run-script')).toBe(
    'node dist/cli.cjs run wine.yaml --seed 7',
  );
});

test('words that a shell would take apart are quoted', () => {
  const words = ['run', '--set', 'tuning.space={C: [1]}', "it's.csv", '$HOME', ''];
  expect(writeCommandLine(words, 'mlpt', undefined)).toBe(
    `mlpt run --set 'tuning.space={C: [1]}' 'it'\\''s.csv' '$HOME' ''`,
  );
});

test('going on is not starting afresh', () => {
  expect(writeCommandLine(['run', '--fresh', 'wine.yaml'], 'mlpt', undefined)).toBe('mlpt run wine.yaml');
});
