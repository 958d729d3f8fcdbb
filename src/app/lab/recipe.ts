import {deflateRawSync, inflateRawSync} from 'node:zlib';
import {canonicalJson} from '../../engine/value.ts';
import {KnownError} from '../../errors.ts';
import {readSpec} from '../../stages/read-spec.ts';
import type {BlockSettings} from '../../tutor/lab/settings.ts';
import {recipeWords} from './recipe-words.ts';

/** How recipes of this form begin; another form gets another number, and the program goes on reading this one. */
const prefix = 'mlpt1-';
const mostCharacters = 4000;
const mostBytes = 40_000;
const dictionary = Buffer.from(recipeWords, 'utf8');

/**
 * Write a pipeline's settings as one short string that can be pasted anywhere: `mlpt1-`, then the settings as JSON, compressed against a fixed
 * list of words (deflate with a preset dictionary, RFC 1951), then a check sum, all in letters, digits, `-` and `_`.
 */
export function writeRecipe(settings: BlockSettings): string {
  const json = Buffer.from(canonicalJson(settings), 'utf8');
  const packed = deflateRawSync(json, {level: 9, dictionary});
  return prefix + Buffer.concat([packed, checkSum(json)]).toString('base64url');
}

/**
 * Read a recipe back into the settings it was written from.
 *
 * @throws {KnownError} `bad_usage` for what is no recipe, is of another version or was not copied whole, `bad_pipeline` with every
 *   problem where it holds settings that this program does not know.
 */
export function readRecipe(text: string): BlockSettings {
  const recipe = text.replaceAll(/\s/g, '');
  const version = /^mlpt(\d+)-/.exec(recipe)?.[1];
  if (version === undefined) throw refuse('This is no recipe.', `A recipe begins with ${prefix}`);
  if (!recipe.startsWith(prefix))
    throw refuse(`This recipe is of form ${version}.`, 'Update ml-pipeline-tutor to read it.');
  if (recipe.length > mostCharacters) throw refuse('This recipe is too long.', 'Paste one recipe only.');
  const settings = unpack(recipe.slice(prefix.length));
  const {problems} = readSpec({name: 'recipe', ...settings});
  const [first] = problems;
  if (first)
    throw new KnownError('bad_pipeline', `The recipe cannot be used: ${first.message}`, {
      hint: first.hint,
      at: first.at,
      problems,
    });
  return settings;
}

function unpack(code: string): BlockSettings {
  const damaged = () =>
    refuse('This recipe is damaged or not whole.', 'Copy it again, from the first character to the last.');
  if (!/^[\w-]+$/.test(code)) throw damaged();
  const bytes = Buffer.from(code, 'base64url');
  let json: Buffer;
  try {
    json = inflateRawSync(bytes.subarray(0, -2), {dictionary, maxOutputLength: mostBytes});
  } catch {
    throw damaged();
  }
  if (!checkSum(json).equals(bytes.subarray(-2))) throw damaged();
  return asSettings(JSON.parse(json.toString('utf8')));
}

function asSettings(value: unknown): BlockSettings {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as BlockSettings;
  throw refuse('This recipe holds no settings.', 'Copy another one.');
}

/** Two bytes that are another for almost every slip of the pen: Fletcher's check sum of the text. */
function checkSum(bytes: Uint8Array): Buffer {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % 255;
    high = (high + low) % 255;
  }
  return Buffer.from([low, high]);
}

function refuse(message: string, hint: string): KnownError {
  return new KnownError('bad_usage', message, {hint});
}
