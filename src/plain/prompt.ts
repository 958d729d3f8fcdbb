import {termSearch} from '../app/sessions/glossary-session.ts';
import {termFinder} from '../tutor/glossary.ts';
import type {Term} from '../tutor/schema/course.ts';
import {unmarked} from './block-text.ts';
import {GoBack, Leave, type Talk} from './talk.ts';

/** A conversation in which some words work everywhere: help, back, leave, and looking up a term. */
export type Guide = {readonly talk: Talk; readonly glossary: readonly Term[]};

const help = [
  'Answer with a number, or press Enter where a default is named.',
  'These work at every question: ? for this help, b to go back, q to leave, and g with a word to look it up, such as: g pipeline.',
  'What is not here is a command of its own that prints text, such as progress, glossary, runs, models, settings and run; --help lists them.',
  'Nothing is lost when you leave: everything you did is kept at once.',
];

/** Ask for a line; the words that work everywhere are dealt with here. @throws {GoBack | Leave} */
export async function promptLine({talk, glossary}: Guide, prompt: string): Promise<string> {
  for (;;) {
    const line = await talk.ask(prompt);
    if (line === 'q') throw new Leave();
    if (line === 'b') throw new GoBack();
    if (line === '?') talk.say(...help);
    else if (/^g(?: |$)/.test(line)) lookUp(talk, glossary, line.slice(1).trim());
    else return line;
  }
}

function lookUp(talk: Talk, glossary: readonly Term[], word: string): void {
  const exact = termFinder(glossary)(word);
  const found = exact ? [exact] : termSearch(glossary)(word);
  if (word === '') talk.say('Write the word to look up after the g.');
  else if (found.length === 0) talk.say(`The glossary has no "${word}".`);
  else if (found.length > 6) talk.say(`The glossary has several: ${found.map(({term}) => term).join(', ')}.`);
  else talk.say(...found.map(({term, meaning}) => unmarked(`${term}: ${meaning}`)));
}

/** Something to choose. */
export type Choice<T> = {readonly label: string; readonly value: T};

/** Offer numbered ways to go on; Enter takes the first. @throws {GoBack | Leave} */
export function choose<T>(guide: Guide, choices: readonly Choice<T>[], question = 'Your choice'): Promise<T> {
  return pick(guide, choices, `${question} (1-${choices.length}, Enter for 1):`, 0);
}

/** Offer numbered answers, none of which is given by accident. @throws {GoBack | Leave} */
export function chooseAnswer<T>(guide: Guide, choices: readonly Choice<T>[], question: string): Promise<T> {
  return pick(guide, choices, `${question} (1-${choices.length}):`, -1);
}

async function pick<T>(guide: Guide, choices: readonly Choice<T>[], prompt: string, fallback: number): Promise<T> {
  guide.talk.say(choices.map(({label}, index) => `${index + 1}. ${label}`).join('\n'));
  for (;;) {
    const line = await promptLine(guide, prompt);
    const choice = choices[line === '' ? fallback : wholeNumber(line) - 1];
    if (choice) return choice.value;
    guide.talk.say(`Write a number from 1 to ${choices.length}. A ? tells what else works.`);
  }
}

/** The whole number that a line is; NaN for anything else. */
export function wholeNumber(line: string): number {
  return /^\d{1,4}$/.test(line) ? Number(line) : Number.NaN;
}

/** Wait until the learner wants to go on. @throws {GoBack | Leave} */
export async function pause(guide: Guide, words = 'Enter goes on'): Promise<string> {
  return promptLine(guide, `[${words}]`);
}
