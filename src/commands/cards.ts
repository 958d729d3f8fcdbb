import {KnownError} from '../errors.ts';
import type {Command} from './command.ts';

/** Write the flash cards met so far for Anki. */
export const cardsCommand: Command = {
  name: 'cards',
  words: '<export>',
  summary: 'export: your flash cards as a text file that Anki imports; to review them: review',
  options: [
    ['--out <file>', 'write to a file instead of stdout; one that is there already is left as it is'],
    ['--all', 'also the cards of lessons that you have not read, and of questions that you have not missed'],
  ],
  async run({words, options}, context) {
    if (words[0] !== 'export') {
      throw new KnownError('bad_usage', `\`cards ${words[0]}\` is not known.`, {
        hint: 'Write `cards export`, or `review` to go through the cards of today.',
      });
    }
    const ports = await context.ports();
    const course = await ports.course();
    const [{unlockedCards}, {allCards}, {formatAnki}, {fillCards}, {lessonRuns}, {saveText}] = await Promise.all([
      import('../tutor/progress/unlocked.ts'),
      import('../tutor/cards/deck.ts'),
      import('../tutor/cards/anki.ts'),
      import('../app/fill-cards.ts'),
      import('../app/lesson-runs.ts'),
      import('../app/save-text.ts'),
    ]);
    const {progress} = (await ports.progress()).load();
    const cards = options.all === true ? allCards(course) : unlockedCards(course, progress);
    const filled = await fillCards(cards, course, lessonRuns(await context.engine(), context.folder));
    const text = formatAnki(filled);
    const {out} = options;
    if (typeof out !== 'string') {
      context.print(context.json ? JSON.stringify(filled) : text.trimEnd());
      if (cards.length === 0) context.note('There are no cards yet: they come with lessons read and questions missed.');
      return 0;
    }
    const {outcome} = await saveText({name: out, folder: context.folder, text, replace: false}, ports);
    if (outcome === 'exists') {
      throw new KnownError('bad_usage', `${out} is there already.`, {hint: 'Choose another name.', at: {file: out}});
    }
    if (context.json) context.print(JSON.stringify({file: out, cards: cards.length}));
    else context.print(`Wrote ${cards.length} cards to ${out}. In Anki: File, Import.`);
    return 0;
  },
};
