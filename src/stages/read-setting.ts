import {nearest} from '../data/nearest.ts';
import type {Setting, SettingKind} from '../ml/setting.ts';

/** A value that fits its setting, or what is wrong with it and what to write instead. */
export type Reading = {readonly value: unknown} | {readonly problem: string; readonly hint: string};

/** Read what a person wrote for a setting; numbers and lists may come as text, as they do from a command line. */
export function readSetting(name: string, setting: Setting<unknown>, raw: unknown): Reading {
  const {kind} = setting;
  switch (kind.type) {
    case 'choice':
      return readChoice(name, kind.choices, raw);
    case 'number':
    case 'integer':
      return readNumber(name, kind, raw);
    case 'boolean':
      return readBoolean(name, raw);
    case 'text':
      return readText(name, kind.word, raw);
    case 'words':
      return readWords(name, kind.separator, raw);
    case 'map':
      return isMap(raw) ? {value: raw} : refuse(name, raw, 'a map such as {C: 1}');
  }
}

function readChoice(name: string, choices: readonly string[], raw: unknown): Reading {
  // YAML and JSON read an unquoted `none` as a word but `null` and `2` as what they are.
  const word = raw === null ? 'none' : String(raw);
  if (choices.includes(word)) return {value: word};
  const guess = nearest(word, choices);
  const allowed = `Allowed: ${choices.join(', ')}.`;
  return {problem: `\`${name}\` cannot be ${show(raw)}.`, hint: guess ? `Did you mean ${guess}? ${allowed}` : allowed};
}

function readNumber(name: string, kind: Extract<SettingKind, {type: 'number' | 'integer'}>, raw: unknown): Reading {
  if (kind.word !== undefined && (raw === null || raw === kind.word)) return {value: null};
  const value = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw;
  if (typeof value !== 'number' || !Number.isFinite(value)) return refuse(name, raw, describeKind(kind));
  if (kind.type === 'integer' && !Number.isInteger(value)) return refuse(name, raw, describeKind(kind));
  const {min = -Infinity, max = Infinity, open = false} = kind;
  const inside = open ? value > min && value < max : value >= min && value <= max;
  return inside ? {value} : refuse(name, raw, describeKind(kind));
}

function readBoolean(name: string, raw: unknown): Reading {
  if (typeof raw === 'boolean') return {value: raw};
  if (raw === 'true' || raw === 'false') return {value: raw === 'true'};
  return refuse(name, raw, 'true or false');
}

function readText(name: string, word: string | undefined, raw: unknown): Reading {
  if (raw === null || (word !== undefined && raw === word)) return {value: null};
  if (typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean') return {value: String(raw)};
  return refuse(name, raw, 'text');
}

function readWords(name: string, separator: string, raw: unknown): Reading {
  if (raw === null) return {value: []};
  const list =
    typeof raw === 'string'
      ? raw
          .split(separator)
          .map(word => word.trim())
          .filter(word => word !== '')
      : raw;
  if (Array.isArray(list) && list.every(isScalar))
    return {value: list.map(item => (item === null ? 'null' : String(item)))};
  return refuse(name, raw, 'a list of words such as [a, b]');
}

/** Say in words which values a setting takes. */
export function describeKind(kind: SettingKind): string {
  switch (kind.type) {
    case 'choice':
      return kind.choices.join(', ');
    case 'number':
    case 'integer':
      return describeNumber(kind);
    case 'boolean':
      return 'true or false';
    case 'text':
      return kind.word === undefined ? 'text' : `text or ${kind.word}`;
    case 'words':
      return 'a list of words';
    case 'map':
      return 'a map';
  }
}

function describeNumber({type, min, max, open, word}: Extract<SettingKind, {type: 'number' | 'integer'}>): string {
  const noun = type === 'integer' ? 'a whole number' : 'a number';
  const bounds = [
    min === undefined ? undefined : open ? `above ${min}` : `from ${min}`,
    max === undefined ? undefined : open ? `below ${max}` : `up to ${max}`,
  ].filter(bound => bound !== undefined);
  return `${[noun, ...bounds].join(' ')}${word === undefined ? '' : ` or ${word}`}`;
}

function refuse(name: string, raw: unknown, allowed: string): Reading {
  return {problem: `\`${name}\` cannot be ${show(raw)}.`, hint: `Allowed: ${allowed}.`};
}

function show(raw: unknown): string {
  return typeof raw === 'string' ? `"${raw}"` : (JSON.stringify(raw) ?? 'undefined');
}

function isScalar(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
