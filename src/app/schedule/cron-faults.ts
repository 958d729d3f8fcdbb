import {nearest} from '../../data/nearest.ts';

/** What is wrong with a cron pattern, and what was probably meant. */
export type CronFault = {readonly fault: string; readonly guess: string | undefined};

const fields = [
  {name: 'minute', min: 0, max: 59, words: /^$/},
  {name: 'hour', min: 0, max: 23, words: /^$/},
  {name: 'day of the month', min: 1, max: 31, words: /^L$/i},
  {name: 'month', min: 1, max: 12, words: /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$/i},
  {name: 'day of the week', min: 0, max: 7, words: /^(sun|mon|tue|wed|thu|fri|sat)$/i},
] as const;

type Field = (typeof fields)[number];

/** What people write instead, and how cron writes it. */
const phrases: {readonly [phrase: string]: string} = {
  'every minute': '* * * * *',
  'every hour': '@hourly',
  'every day': '@daily',
  'every night': '0 2 * * *',
  'every morning': '0 6 * * *',
  'every week': '@weekly',
  'every month': '@monthly',
  'every monday': '0 6 * * 1',
  'every tuesday': '0 6 * * 2',
  'every wednesday': '0 6 * * 3',
  'every thursday': '0 6 * * 4',
  'every friday': '0 6 * * 5',
  'every weekday': '0 6 * * 1-5',
  hourly: '@hourly',
  daily: '@daily',
  weekly: '@weekly',
  monthly: '@monthly',
};

/** Find out what is wrong with a pattern that cron does not accept. */
export function explainCron(written: string, nicknames: readonly string[]): CronFault {
  const text = written.trim();
  if (text === '') return {fault: 'it is empty', guess: undefined};
  const meant = guessWords(text, nicknames);
  if (meant !== undefined) return {fault: 'it is written in words', guess: meant};
  const parts = text.split(/\s+/);
  if (parts.length === 6) {
    return {fault: 'it has six parts; where seconds stand first, leave them out', guess: parts.slice(1).join(' ')};
  }
  if (parts.length !== 5) {
    const guess = parts.length < 5 ? [...parts, '*', '*', '*', '*'].slice(0, 5).join(' ') : undefined;
    return {fault: `it has ${parts.length === 1 ? 'one part' : `${parts.length} parts`}`, guess};
  }
  return explainFields(parts) ?? {fault: 'no such day ever comes', guess: undefined};
}

function guessWords(text: string, nicknames: readonly string[]): string | undefined {
  if (text.startsWith('@')) return nearest(text, nicknames);
  if (!/^[a-z]{4,}/i.test(text)) return undefined;
  const phrase = nearest(text.toLowerCase().replace(/\s+/g, ' '), Object.keys(phrases));
  return phrase === undefined ? undefined : phrases[phrase];
}

/** The first part that does not fit, with the nearest value that does. */
function explainFields(parts: readonly string[]): CronFault | undefined {
  for (const [index, field] of fields.entries()) {
    const wrong = wrongValue(parts[index]!, field);
    if (wrong === undefined) continue;
    const allowed = `the ${field.name} is "${wrong}", and ${field.min} to ${field.max} are allowed`;
    const number = Number(wrong);
    if (!Number.isInteger(number)) return {fault: allowed, guess: undefined};
    const nearestValue = String(Math.min(field.max, Math.max(field.min, number)));
    const guess = parts.map((part, place) => (place === index ? part.replace(wrong, nearestValue) : part)).join(' ');
    return {fault: allowed, guess};
  }
  return undefined;
}

function wrongValue(part: string, {min, max, words}: Field): string | undefined {
  for (const item of part.split(',')) {
    const [range = '', step] = item.split('/');
    if (step !== undefined && !/^[1-9]\d*$/.test(step)) return item;
    if (range === '*' || range === '?') continue;
    for (const value of range.split('-')) {
      const fits = /^\d+$/.test(value) ? Number(value) >= min && Number(value) <= max : words.test(value);
      if (!fits) return value === '' ? item : value;
    }
  }
  return undefined;
}
