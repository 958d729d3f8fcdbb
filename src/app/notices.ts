/** Things to tell the person that are no answer to what they did: damaged files, work that could not be kept. */
export type NoticeBoard = {
  readonly add: (text: string) => void;
  /** Every notice so far, oldest first; the same array until one is added. */
  readonly list: () => readonly string[];
  /** @returns a function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
};

/** A board without notices; the same words are put up only once. */
export function noticeBoard(): NoticeBoard {
  let notices: readonly string[] = [];
  const listeners = new Set<() => void>();
  return {
    add(text) {
      if (notices.includes(text)) return;
      notices = [...notices, text];
      for (const listener of listeners) listener();
    },
    list: () => notices,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
