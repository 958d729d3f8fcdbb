import {useCallback, useRef, useSyncExternalStore} from 'react';
import type {Workbench} from '../../../app/lab/workbench.ts';
import type {Session} from '../../../app/sessions/session.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';

/** While work tells how far it is, the screen is drawn at most this often. */
const drawEveryMs = 120;

/**
 * The state of a session; the screen is drawn again whenever it changes.
 *
 * A change that only says that work began or how far it is waits a little: work that is over sooner then needs no frame of its own.
 */
export function useBench<S extends Workbench, A>(session: Session<S, A>): S {
  const {isSpoken} = useGlyphs();
  const shown = useRef(session.state());
  const subscribe = useCallback(
    (draw: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const show = () => {
        clearTimeout(timer);
        timer = undefined;
        shown.current = session.state();
        draw();
      };
      show();
      const end = session.subscribe(() => {
        // Said, the beginning of work keeps what it will change from being said once more.
        const isBeginning = isSpoken && shown.current.running === null;
        if (isBeginning || !isProgress(shown.current, session.state())) show();
        else timer ??= setTimeout(show, drawEveryMs);
      });
      return () => {
        clearTimeout(timer);
        end();
      };
    },
    [session, isSpoken],
  );
  return useSyncExternalStore(subscribe, () => shown.current);
}

function isProgress(before: Workbench, after: Workbench): boolean {
  const isSame = before.running === null || before.running.job === after.running?.job;
  const isStopping = before.running?.isStopping !== after.running?.isStopping && before.running !== null;
  return after.running !== null && isSame && !isStopping && before.settings === after.settings;
}
