import {wrapWords} from '../charts/text.ts';
import {KnownError} from '../errors.ts';
import type {Command} from './command.ts';
import {formatColumns} from './text-table.ts';

/** Tell what the words of the course mean. */
export const glossaryCommand: Command = {
  name: 'glossary',
  words: '[term...]',
  summary: 'the words of the course, or what one of them means',
  options: [],
  async run({words}, context) {
    const course = await (await context.ports()).course();
    const {lookUp, plainMeaning, termSearch} = await import('../app/sessions/glossary-session.ts');
    const name = words.join(' ').trim();
    if (name === '') {
      const terms = termSearch(course.glossary)('');
      const rows = terms.map(term => [term.term, plainMeaning(term)]);
      context.print(context.json ? JSON.stringify(terms) : formatColumns(['word', 'meaning'], rows, context.width));
      return 0;
    }
    const entry = lookUp(course, name);
    if (entry === undefined) {
      const {suggestName} = await import('../tutor/text/nearest.ts');
      const names = course.glossary.map(term => term.term);
      throw new KnownError('unknown_term', `The glossary has no word \`${name}\`.`, {
        hint: suggestName(name, names),
        at: {name},
      });
    }
    if (context.json) context.print(JSON.stringify(entry));
    else {
      const {term, lesson, related} = entry;
      const facts = [
        ['Also called', term.also.join(', ')],
        ['Explained in', lesson],
        ['See also', related.join(', ')],
      ].filter(([, fact]) => fact !== '');
      const lines = [
        term.term,
        ...wrapWords(plainMeaning(term), context.width),
        '',
        ...facts.map(fact => fact.join(': ')),
      ];
      context.print(lines.join('\n'));
    }
    return 0;
  },
};
