import {useSyncExternalStore} from 'react';
import type {Session} from '../../app/sessions/session.ts';

/** How a session stands; the screen is drawn again whenever it changes. In key handlers read `session.state()`. */
export function useSession<S, A>(session: Session<S, A>): S {
  return useSyncExternalStore(session.subscribe, session.state);
}
