/** Something in progress that a front end shows and drives, whether it draws a screen or prints lines. */
export type Session<S, A> = {
  /** How it stands now. */
  readonly state: () => S;
  /** Do something; what comes of it is there at once. */
  readonly send: (action: A) => S;
  /** @returns a function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
};

/**
 * Drive a pure state machine and let the world take part.
 *
 * @param reduce - the machine.
 * @param react - called after each action that changed something, to record it or to begin work whose end is sent as an action.
 */
export function makeSession<S, A>(
  initial: S,
  reduce: (state: S, action: A) => S,
  react: (change: {readonly before: S; readonly action: A; readonly after: S}, send: (action: A) => S) => void,
): Session<S, A> {
  let state = initial;
  const listeners = new Set<() => void>();
  const send = (action: A): S => {
    const before = state;
    state = reduce(before, action);
    if (state !== before) {
      react({before, action, after: state}, send);
      for (const listener of listeners) listener();
    }
    return state;
  };
  return {
    state: () => state,
    send,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
