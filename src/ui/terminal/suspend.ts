import type {KeyPump} from './key-pump.ts';
import type {AppScreen} from './screen.ts';

/**
 * Give the terminal back, let the shell have it (Ctrl-Z), and take it again when the shell says go on.
 *
 * @param stop - stops the whole program; it returns when the program goes on, or at once where there is no shell to go to.
 */
export function suspend({
  screen,
  keys,
  stop,
}: {
  readonly screen: AppScreen;
  readonly keys: KeyPump;
  readonly stop: () => void;
}): void {
  screen.leave();
  keys.setRawMode(false);
  stop();
  setImmediate(() => {
    keys.setRawMode(true);
    screen.enter();
  });
}

/** Take the terminal again after something else stopped and continued the program: its modes may have changed meanwhile. */
export function takeBack({screen, keys}: {readonly screen: AppScreen; readonly keys: KeyPump}): void {
  keys.setRawMode(false);
  keys.setRawMode(true);
  screen.repaint();
}
