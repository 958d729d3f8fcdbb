import {Text} from 'ink';
import {useState} from 'react';
import {expect, test} from 'vitest';
import {KnownError} from '../../../src/errors.ts';
import {lineText} from '../../../src/ui/components/rich-text.ts';
import {useCommands} from '../../../src/ui/keys/use-commands.ts';
import {ErrorBoundary, errorLines} from '../../../src/ui/layout/ErrorScreen.tsx';
import {Shell} from '../../../src/ui/layout/Shell.tsx';
import {mountInXterm} from '../../helpers/xterm.ts';

const known = new KnownError('bad_csv', 'Row 12 has 5 cells, the header 4.', {
  hint: 'Remove the extra comma in row 12.',
  at: {file: 'customers.csv', row: 12},
});

test('a foreseen failure says what, where and what to do next', () => {
  expect(errorLines(known, 60, 'block').map(lineText)).toEqual([
    'What   Row 12 has 5 cells, the header 4.',
    'Where  customers.csv, row 12',
    'Next   Remove the extra comma in row 12.',
  ]);
});

test('a foreseen failure without a place says none, and no line of code either', () => {
  const placeless = new KnownError('busy', 'Another run is on.', {hint: 'Wait for it.'});
  expect(errorLines(placeless, 60, 'block').map(lineText)).toEqual([
    'What   Another run is on.',
    'Next   Wait for it.',
  ]);
});

test('a bug says where it was and asks to report it, whatever was thrown', () => {
  const text = errorLines(new Error('undefined is not a function'), 200, 'block').map(lineText);
  expect(text[0]).toContain('undefined is not a function');
  expect(text[1]).toMatch(/^Where {2}at .*error-screen\.test/);
  expect(text[2]).toContain('report');
  expect(errorLines('just a word', 80, 'block').map(lineText)[0]).toContain('just a word');
});

function Fragile({isBroken}: {readonly isBroken: boolean}) {
  if (isBroken) throw known;
  return <Text>all is well</Text>;
}

function App({onError}: {readonly onError: (error: unknown) => void}) {
  const [isBroken, setBroken] = useState(false);
  useCommands({run: () => setBroken(true)});
  return (
    <Shell trail={['Lab']}>
      {area => (
        <ErrorBoundary area={area} onBack={() => setBroken(false)} onError={onError}>
          <Fragile isBroken={isBroken} />
        </ErrorBoundary>
      )}
    </Shell>
  );
}

test('a screen that fails is replaced by the failure, and Esc goes back to a working tutor', async () => {
  const errors: unknown[] = [];
  const app = await mountInXterm(<App onError={error => errors.push(error)} />);
  await app.press('r');
  expect(app.text()).toContain('Row 12 has 5 cells');
  expect(app.text()).toContain('Remove the extra comma');
  expect(app.lines().at(-1)).toContain('Esc back');
  expect(errors).toEqual([known]);
  await app.press('esc');
  expect(app.text()).toContain('all is well');
  await app.unmount();
});
