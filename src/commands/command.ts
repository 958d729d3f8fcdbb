import type {EngineClient} from '../app/actions.ts';
import type {MachineFacts} from '../app/doctor/machine-facts.ts';
import type {Ports} from '../app/ports.ts';
import type {RunWatch} from '../app/run-spec.ts';
import type {Serving} from '../app/serve/serving.ts';

/** What a command is given besides its own words. */
export type CommandContext = {
  /** Print a result, on stdout. */
  readonly print: (text: string) => void;
  /** Say something that is not the result, on stderr. */
  readonly note: (text: string) => void;
  /** One JSON document instead of text for people. */
  readonly json: boolean;
  /** The folder that relative paths start from. */
  readonly folder: string;
  /** How wide text may be. */
  readonly width: number;
  /** Which characters the terminal can draw with. */
  readonly glyphs: 'block' | 'ascii';
  /** Connected to this machine only when a command needs it, so that help stays quick. */
  readonly ports: () => Promise<Ports>;
  /** What may take long is done by the engine in a thread of its own, so that Ctrl-C is answered at once. */
  readonly engine: () => Promise<EngineClient>;
  /** For what is done here instead, because it is short: Ctrl-C is answered between two steps. */
  readonly watch: () => RunWatch;
  /** What can listen on a port. */
  readonly serving: () => Promise<Serving>;
  /** What is known of the machine itself. */
  readonly machine: () => Promise<MachineFacts>;
};

/** The words of a command line after the command's name. */
export type CommandInput = {
  readonly words: readonly string[];
  readonly options: {readonly [name: string]: unknown};
};

/** One headless command: what it is called, what it takes, and what it does. */
export type Command = {
  readonly name: string;
  /** Positional words, as commander writes them: `[file]`, `<base> <mine>`. */
  readonly words?: string;
  readonly summary: string;
  readonly options: ReadonlyArray<readonly [flags: string, help: string]>;
  /** It works through `engine()` or `watch()`, so that Ctrl-C is answered with a word on how to go on. */
  readonly interruptible?: true;
  /** @returns the exit code: 0 done, 4 a check said no. */
  readonly run: (input: CommandInput, context: CommandContext) => Promise<number>;
};
