import {expect, test} from 'vitest';
import {installProgram} from '../helpers/installed-program.ts';
import {journeyIn} from '../helpers/journey.ts';

const program = await installProgram();

test('from the first start to the first passed quiz, and on the next day one key goes on', {timeout: 300_000}, async () => {
  const shell = await program.openShell({home: program.newHome()});
  const learner = journeyIn(shell);
  await learner.start();
  await learner.welcome();
  await shell.waitFor('Afterwards you can');
  await learner.readToEnd();
  await learner.press('1');
  await shell.waitFor('Task 1 of');
  console.log(await shell.text());
  await learner.press('C-c');
  await learner.ended(130);
});
