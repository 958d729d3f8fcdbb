import type {Speech, Voice} from './voice.ts';

/** Says a page as it is shown. */
export type ReadAloud = {
  /** Say those pieces of a page that were not said yet; another page ends what is being said. */
  readonly follow: (page: string, pieces: readonly string[]) => void;
  /** Fall silent, or say the page so far again. */
  readonly toggle: () => void;
  readonly stop: () => void;
  readonly isSpeaking: () => boolean;
  /** @returns a function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
};

/** Read pages aloud with a voice. One piece that comes while another is said waits for nothing: the reader has gone on. */
export function readAloud(voice: Voice): ReadAloud {
  const listeners = new Set<() => void>();
  let speech: Speech | null = null;
  let page = '';
  let pieces: readonly string[] = [];
  const said = new Set<string>();

  const become = (next: Speech | null) => {
    speech = next;
    for (const listener of listeners) listener();
  };
  const say = (texts: readonly string[]) => {
    for (const text of texts) said.add(text);
    // Never two voices at once.
    speech?.stop();
    const begun = voice.speak(texts.join('\n\n'));
    become(begun);
    void begun.ended.then(() => speech === begun && become(null));
  };
  const stop = () => {
    speech?.stop();
    if (speech) become(null);
  };
  return {
    follow(nextPage, nextPieces) {
      if (nextPage !== page) {
        stop();
        said.clear();
      }
      [page, pieces] = [nextPage, nextPieces];
      const fresh = pieces.filter(piece => !said.has(piece));
      if (fresh.length > 0) say(fresh);
    },
    toggle: () => (speech ? stop() : pieces.length > 0 && say(pieces)),
    stop,
    isSpeaking: () => speech !== null,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
