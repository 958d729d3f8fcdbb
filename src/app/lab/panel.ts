import type {Setting, SettingKind} from '../../ml/setting.ts';
import {describeKind, type Reading, readSetting} from '../../stages/read-setting.ts';
import type {Json} from '../../tutor/figures/result.ts';
import type {BlockSettings} from '../../tutor/lab/settings.ts';
import {settingAt, valueAt} from './paths.ts';
import {writeFlow} from './words.ts';

/** One setting as a panel shows it. */
export type PanelSetting = {
  /** `preprocessing.scale` */
  readonly path: string;
  /** The block it belongs to; `pipeline` for the seed and the traps. */
  readonly group: string;
  readonly name: string;
  readonly kind: SettingKind;
  /** The value that stands now, the default included. */
  readonly value: Json;
  /** The value as people write it. */
  readonly text: string;
  readonly isDefault: boolean;
  /** The default as people write it. */
  readonly fallback: string;
  /** One sentence: what it changes. */
  readonly help: string;
  /** Which values it takes, in words. */
  readonly allowed: string;
  readonly sklearn: string | null;
};

/** The values to choose from where the surroundings know them, such as the names of the bundled datasets. */
export type KnownValues = {readonly [path: string]: readonly string[]};

/** Describe settings for a panel; one that the model chosen does not have is left out. */
export function describePanel(
  paths: readonly string[],
  settings: BlockSettings,
  known: KnownValues = {},
): readonly PanelSetting[] {
  return paths.flatMap(path => {
    const setting = settingAt(path, settings);
    const choices = known[path];
    if (!setting) return [];
    const described = describe(path, setting, settings);
    const kind: SettingKind = choices ? {type: 'choice', choices} : described.kind;
    return [{...described, kind, allowed: describeKind(kind)}];
  });
}

function describe(path: string, setting: Setting<unknown>, settings: BlockSettings): PanelSetting {
  const {kind, help, sklearn} = setting;
  const fallback = setting.default as Json;
  const reading = readSetting(path, setting, valueAt(path, settings) ?? fallback);
  const value = 'value' in reading ? (reading.value as Json) : fallback;
  const parts = path.split('.');
  return {
    path,
    group: parts.length === 1 ? 'pipeline' : parts[0]!,
    // What a merge decides about is named by its own path.
    name: path.startsWith('merge.choose.') ? parts.slice(2).join('.') : parts.at(-1)!,
    kind,
    value,
    text: writeValue(value, kind),
    fallback: writeValue(fallback, kind),
    isDefault: JSON.stringify(value) === JSON.stringify(fallback),
    help,
    allowed: describeKind(kind),
    sklearn: sklearn ?? null,
  };
}

/** Write a setting's value the way a person types it. */
export function writeValue(value: Json, kind: SettingKind): string {
  if (value === null) return 'word' in kind && kind.word !== undefined ? kind.word : 'none';
  if (kind.type === 'words' && Array.isArray(value)) {
    return value.map(word => (word === '' ? emptyWord : word)).join(`${kind.separator} `);
  }
  return typeof value === 'object' ? writeFlow(value) : String(value);
}

// An empty word in a list, such as the gap of a CSV file, has to be visible.
const emptyWord = '""';

/**
 * Read what a person typed for a setting of the panel.
 *
 * @returns the value, or what is wrong with it and what to write instead.
 */
export async function readEntry({name, kind, help}: PanelSetting, text: string): Promise<Reading> {
  const setting: Setting<unknown> = {kind, default: null, help};
  if (kind.type === 'words') return readSetting(name, setting, readWords(text, kind.separator));
  if (kind.type !== 'map') return readSetting(name, setting, text.trim());
  // The YAML reader is large, and only maps need it.
  const {readYamlValue} = await import('../../stages/pipeline-file.ts');
  try {
    return readSetting(name, setting, text.trim() === '' ? {} : readYamlValue(text));
  } catch {
    return {problem: `\`${name}\` cannot be read.`, hint: 'Write a map on one line, such as {C: [0.1, 1, 10]}.'};
  }
}

/** Read a list; as pipeline files write it, in brackets and with quotes, it is read as well. */
function readWords(text: string, separator: string): readonly string[] {
  const bare = /^\s*\[(.*)\]\s*$/s.exec(text)?.[1] ?? text;
  const words = bare.split(separator).map(word => unquoted(word.trim()));
  return words.filter(word => word !== '').map(word => (word === emptyWord ? '' : word));
}

function unquoted(word: string): string {
  return word === emptyWord ? word : (/^(["'])(.*)\1$/s.exec(word)?.[2] ?? word);
}
