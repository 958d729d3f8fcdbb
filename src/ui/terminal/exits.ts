/** How the full screen ended, for the caller to turn into an exit code and a message. */
export type AppExit = {
  readonly reason: 'quit' | 'interrupted' | 'signal' | 'crash';
  /** 0 after quitting, 1 after a crash, 128 + the signal's number otherwise. */
  readonly code: number;
  readonly signal?: NodeJS.Signals;
  readonly error?: unknown;
};

/** The part of Node's `process` that can end the program from outside. */
export type ProcessEvents = {
  on(event: string, listener: (...values: never[]) => void): unknown;
  off(event: string, listener: (...values: never[]) => void): unknown;
};

const signalNumbers = {SIGHUP: 1, SIGINT: 2, SIGTERM: 15} as const;

/** The end that Ctrl-C asks for, from the keyboard or as a signal. */
export const interrupted: AppExit = {reason: 'interrupted', code: 130};

/**
 * Watch every way a program can end other than by itself: signals, crashes, forgotten rejections and `process.exit`.
 *
 * @param onEnd - called for the first of them, while the program can still save and speak.
 * @param onExit - called synchronously at the very end, whatever happened; it must be safe to call twice.
 * @returns a function that stops watching signals and crashes; `onExit` stays.
 */
export function watchExits(events: ProcessEvents, onEnd: (exit: AppExit) => void, onExit: () => void): () => void {
  const crashed = (error: unknown) => onEnd({reason: 'crash', code: 1, error});
  const listeners: Array<readonly [string, (...values: never[]) => void]> = [
    ['uncaughtException', crashed],
    ['unhandledRejection', crashed],
  ];
  for (const [signal, number] of Object.entries(signalNumbers) as Array<[NodeJS.Signals, number]>) {
    const exit: AppExit = signal === 'SIGINT' ? interrupted : {reason: 'signal', code: 128 + number, signal};
    listeners.push([signal, () => onEnd(exit)]);
  }
  for (const [event, listener] of listeners) events.on(event, listener);
  events.on('exit', onExit);
  return () => {
    for (const [event, listener] of listeners) events.off(event, listener);
  };
}
