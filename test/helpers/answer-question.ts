import {fillFigures, inlineFigurePattern} from '../../src/tutor/figures/inline.ts';
import type {Results} from '../../src/tutor/figures/result.ts';
import type {Answer} from '../../src/tutor/quiz/answer.ts';
import {writtenItems, writtenOptions} from '../../src/tutor/quiz/options.ts';
import type {Question} from '../../src/tutor/schema/quiz.ts';

/** A screen to read and keys to press: the tutor in a test, or the program in a real terminal. */
export type Drivable = {
  readonly lines: () => readonly string[];
  /** Press keys by the names of the key table. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
};

/** A question, what is answered to it, and the runs whose numbers its texts hold. */
export type Answered = {readonly question: Question; readonly answer: Answer; readonly results: Results};

/** The one of these questions that is on the screen, which must be wide and high enough for its words. */
export function questionOnScreen(app: Drivable, pool: readonly Question[]): Question {
  const shown = bare(app.lines().join(' '));
  // What a figure will say is not known before it has run; the words around it are enough.
  const found = pool.filter(({stem}) =>
    stem.split(inlineFigurePattern).every((part, at) => at % 2 === 1 || shown.includes(bare(part))),
  );
  if (found.length !== 1) throw new Error(`${found.length} of the questions are on\n${app.lines().join('\n')}`);
  return found[0]!;
}

/** Answer the question on the screen with the keys that its type takes, as far as "How sure". */
export async function answerOnScreen(app: Drivable, {question, answer, results}: Answered): Promise<void> {
  const numberOf = numbersOn(app, results);
  if (answer.kind === 'typed') {
    await app.type(answer.text);
    return app.press('enter');
  }
  if (answer.kind === 'line') {
    const first = Math.min(answer.line, 9);
    return app.press(String(first), ...Array.from({length: answer.line - first}, () => 'down'), 'enter');
  }
  if (answer.kind === 'options') {
    const texts = new Map(writtenOptions(question).map(option => [option.id, option.text]));
    const numbers = answer.ids.map(id => String(numberOf(texts.get(id)!)));
    return app.press(...numbers, ...(question.type === 'multiple' ? ['enter'] : []));
  }
  const items = new Map(writtenItems(question).map(item => [item.id, item]));
  if (answer.kind === 'pairs') {
    const numbers = [...items.keys()].map(id => String(numberOf(items.get(answer.pairs[id]!)!.target)));
    return app.press(...numbers, 'enter');
  }
  const shown = [...items.values()].sort((a, b) => numberOf(a.text) - numberOf(b.text)).map(item => item.id);
  return app.press(...keysToOrder(shown, answer.ids), 'enter');
}

/** Take each item that is not in its place yet and put it there by its number. */
function keysToOrder(shown: readonly string[], wanted: readonly string[]): readonly string[] {
  const now = [...shown];
  return wanted.flatMap((id, index) => {
    const at = now.indexOf(id);
    now.splice(index, 0, ...now.splice(at, 1));
    return at === index ? [] : [String(at + 1), 'space', String(index + 1), 'space'];
  });
}

/** Finds the number before an answer on the screen. */
function numbersOn(app: Drivable, results: Results): (text: string) => number {
  const shown = bare(app.lines().join(' '));
  return text => {
    const words = literally(bare(fillFigures(text, results)));
    const found = new Set(
      [...shown.matchAll(new RegExp(`(\\d) (?:\\[.\\] )?${words}`, 'gu'))].map(([, number]) => Number(number)),
    );
    if (found.size !== 1) throw new Error(`${found.size} numbers before "${words}" on\n${app.lines().join('\n')}`);
    return [...found][0]!;
  };
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** A text without the marks of stressed words and code, without a scroll bar, on one line. */
function bare(text: string): string {
  return text
    .replace(/[`*│┃█▐]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
