/** Something that is being said aloud. */
export type Speech = {
  /** Fall silent; calling it again changes nothing. */
  readonly stop: () => void;
  /** Settles when nothing more is said, whatever ended it. */
  readonly ended: Promise<void>;
};

/** The computer's own voice. */
export type Voice = {
  /** The program that speaks. */
  readonly name: string;
  readonly speak: (text: string) => Speech;
};

/** The computer's voice, or what to install to have one, in a sentence. */
export type VoiceSearch = {readonly voice: Voice} | {readonly install: string};
