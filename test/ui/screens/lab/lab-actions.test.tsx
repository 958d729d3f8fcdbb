import {expect, test} from 'vitest';
import type {EngineClient} from '../../../../src/app/actions.ts';
import {labScreen} from '../../../../src/ui/screens/lab/LabScreen.tsx';
import {actionTasks, actionTutor} from '../../../helpers/action-lab.ts';
import {directEngine} from '../../../helpers/direct-engine.ts';
import {expectFits} from '../../../helpers/xterm.ts';
import {mountScreen} from '../mount-screen.tsx';

/** What an action gives is the same on every screen, so it is computed once. */
function rememberingEngine(): EngineClient {
  const engine = directEngine();
  const known = new Map<string, ReturnType<EngineClient['call']>>();
  const call: EngineClient['call'] = (name, request, onEvent) => {
    const {bench = '', ...asked} = request as {readonly bench?: string};
    // Another visit to a task is another bench, on which the same is done in the same order.
    const key = JSON.stringify([name, bench.split('/').slice(0, 2), asked]);
    const job = known.get(key) ?? engine.call(name, request, onEvent);
    known.set(key, job as never);
    return job as never;
  };
  return {...engine, call};
}

const engine = rememberingEngine();
const looks = [
  {columns: 40, rows: 12, glyphs: 'ascii', colors: 'none'},
  {columns: 80, rows: 24, glyphs: 'block'},
  {columns: 120, rows: 40, glyphs: 'braille'},
] as const;

for (const action of Object.keys(actionTasks)) {
  test(`what ${action} gives is drawn on every screen`, {timeout: 120_000}, async () => {
    for (const look of looks) {
      const route = {screen: 'lab', lesson: 'scaling', task: `do-${action}`} as const;
      const app = await mountScreen(labScreen, route, actionTutor(engine), look);
      await app.waitFor('Task');
      await app.press('enter', 'v', 'enter', 'r');
      await app.waitFor('Goal reached', 60_000);
      expectFits(app.frame());
      if (look.glyphs === 'ascii') expect(app.text()).toMatch(/^[ -~\n]*$/);
      await app.press(...(look.columns < 100 ? [] : ['tab']));
      for (let page = 0; page < 3; page++) {
        await app.press('page-down');
        expectFits(app.frame());
      }
      app.unmount();
    }
  });
}
