import {type Command, commands} from './commands.ts';
import type {KeyPress} from './key-press.ts';

/** What happens on a command; returning `false` passes the key on to the layer below. */
export type Handler = (press: KeyPress) => unknown;

/** A handler, or a handler with its own words for footer and help. */
export type Binding =
  | Handler
  | {
      readonly run: Handler;
      readonly label?: string | undefined;
      readonly help?: string | undefined;
      /** Works, but is not mentioned in the footer. */
      readonly isQuiet?: boolean;
    };

/** The commands that work now, with what they do. A command that is `undefined` does not work; Ctrl-C always does. */
export type Bindings = {readonly [C in Exclude<Command, 'interrupt'>]?: Binding | undefined};

/** A part of the screen that keys reach, or do not reach, as a whole. */
export type Scope = {
  readonly parent: Scope | null;
  /** Goes up from the root inwards. */
  readonly depth: number;
  readonly order: number;
  /** Nothing outside a modal scope gets keys. */
  readonly isModal: boolean;
  isActive: boolean;
};

/** What one component does with keys. */
export type Layer = {
  readonly scope: Scope;
  readonly order: number;
  readonly bindings: Bindings;
  /** Takes printable keys before any command does: a text field. Returns true for a key it has used. */
  readonly onType?: ((press: KeyPress) => boolean) | undefined;
  readonly onPaste?: ((text: string) => void) | undefined;
};

/** One command that works now. */
export type ActiveCommand = {
  readonly command: Command;
  readonly label: string;
  readonly help: string;
  readonly isQuiet: boolean;
  /** The keys that reach it: not taken by something above, nor typed into a field. */
  readonly keys: readonly string[];
};

const editingKeys = ['space', 'left', 'right', 'home', 'end'];
const isTyped = (key: string) => key.length === 1 || editingKeys.includes(key);

/**
 * Who gets a key: the innermost and latest component that wants it, and no one outside an open modal.
 * Kept outside React so that a key always meets the newest handlers.
 */
export class KeyLayers {
  readonly #layers = new Map<object, Layer>();
  readonly #scopes = new Set<Scope>();
  readonly #listeners = new Set<() => void>();
  #lastOrder = 0;
  #active: readonly ActiveCommand[] = [];
  #signature = '';

  /** The next number in the order of appearance. */
  nextOrder(): number {
    return ++this.#lastOrder;
  }

  setLayer(id: object, layer: Layer): void {
    this.#layers.set(id, layer);
    this.#changed();
  }

  removeLayer(id: object): void {
    this.#layers.delete(id);
    this.#changed();
  }

  addScope(scope: Scope): void {
    this.#scopes.add(scope);
    this.#changed();
  }

  removeScope(scope: Scope): void {
    this.#scopes.delete(scope);
    this.#changed();
  }

  setScopeActive(scope: Scope, isActive: boolean): void {
    scope.isActive = isActive;
    this.#changed();
  }

  /** Whether keys reach a scope now. */
  reaches(scope: Scope): boolean {
    const modal = this.#topModal();
    return isWithin(scope, modal) && chain(scope).every(part => part.isActive);
  }

  /** Whether a text field takes what is typed. */
  isTyping(): boolean {
    return this.#reached().some(layer => layer.onType);
  }

  /** Give a key to the layers, from the top; true when one of them has used it. */
  press(press: KeyPress): boolean {
    // No command is on a capital letter, so Caps Lock does no harm.
    const name = press.name.length === 1 ? press.name.toLowerCase() : press.name;
    for (const layer of this.#reached()) {
      if (layer.onType?.(press)) return true;
      for (const [command, binding] of entriesOf(layer.bindings)) {
        const keys: readonly string[] = commands[command].keys;
        if (!keys.includes(name)) continue;
        const run = typeof binding === 'function' ? binding : binding.run;
        if (run(press) !== false) return true;
      }
    }
    return false;
  }

  /** Give a paste to the topmost text field; without one it is dropped, so that a paste never presses hotkeys. */
  paste(text: string): void {
    this.#reached()
      .find(layer => layer.onPaste)
      ?.onPaste?.(text);
  }

  /** The commands that work now, most important first; the same array until something changes. */
  readonly active = (): readonly ActiveCommand[] => this.#active;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #topModal(): Scope | null {
    return [...this.#scopes].filter(scope => scope.isModal && scope.isActive).sort(innerFirst)[0] ?? null;
  }

  #reached(): readonly Layer[] {
    return [...this.#layers.values()]
      .filter(layer => this.reaches(layer.scope))
      .sort((a, b) => b.scope.depth - a.scope.depth || b.order - a.order);
  }

  #changed(): void {
    const active = this.#collectActive();
    const signature = JSON.stringify([active, this.isTyping(), [...this.#scopes].map(scope => this.reaches(scope))]);
    if (signature === this.#signature) return;
    this.#signature = signature;
    this.#active = active;
    for (const listener of this.#listeners) listener();
  }

  #collectActive(): readonly ActiveCommand[] {
    const taken = new Set<string>();
    const found: ActiveCommand[] = [];
    let isTyping = false;
    for (const layer of this.#reached()) {
      if (layer.onType) isTyping = true;
      for (const [command, binding] of entriesOf(layer.bindings)) {
        const info = commands[command];
        const all: readonly string[] = info.keys;
        const keys = all.filter(key => !taken.has(key) && !(isTyping && isTyped(key)));
        if (keys.length === 0) continue;
        const own = typeof binding === 'function' ? undefined : binding;
        found.push({
          command,
          label: own?.label ?? info.label,
          help: own?.help ?? info.help,
          isQuiet: own?.isQuiet ?? false,
          keys,
        });
      }
      for (const [command] of entriesOf(layer.bindings)) for (const key of commands[command].keys) taken.add(key);
    }
    return found.sort((a, b) => commands[a.command].priority - commands[b.command].priority);
  }
}

function entriesOf(bindings: Bindings): ReadonlyArray<readonly [Command, Binding]> {
  return (Object.entries(bindings) as Array<[Command, Binding | undefined]>).filter(
    (entry): entry is [Command, Binding] => entry[1] !== undefined,
  );
}

function chain(scope: Scope): readonly Scope[] {
  return scope.parent ? [scope, ...chain(scope.parent)] : [scope];
}

function isWithin(scope: Scope, outer: Scope | null): boolean {
  return outer === null || chain(scope).includes(outer);
}

function innerFirst(a: Scope, b: Scope): number {
  return b.depth - a.depth || b.order - a.order;
}
