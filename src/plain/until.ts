import type {Session} from '../app/sessions/session.ts';

/** Wait until a session stands as it should. */
export function until<S, A>(session: Session<S, A>, holds: (state: S) => boolean): Promise<S> {
  return new Promise(resolve => {
    const look = () => {
      const state = session.state();
      if (!holds(state)) return;
      end();
      resolve(state);
    };
    const end = session.subscribe(look);
    look();
  });
}
