import {depths, glyphWishes, type Progress, paces, profiles, themeWishes} from '../../../tutor/schema/progress.ts';

type Values = Progress['settings'];
type Key = 'depth' | 'theme' | 'glyphs' | 'pace' | 'profile' | 'cards_a_day' | 'read_aloud';

/** One setting as a row: its name, what it does, and its values in words, in the order in which they are stepped through. */
export type SettingRow = {
  readonly key: Key;
  readonly label: string;
  readonly help: string;
  readonly choices: ReadonlyArray<{readonly value: Values[Key]; readonly words: string}>;
};

const words: {readonly [value: string]: string} = {
  auto: 'as the terminal has it',
  ansi16: '16 colours',
  mono: 'without colours',
  braille: 'dots of braille',
  block: 'blocks',
  ascii: 'plain ASCII',
  turn: 'one turn at a time',
  page: 'a page at a time',
  professional: 'work',
  true: 'on',
  false: 'off',
};

function row<K extends Key>(
  key: K,
  values: readonly NonNullable<Values[K]>[],
  label: string,
  help: string,
): SettingRow {
  return {
    key,
    label,
    help,
    choices: values.map(value => ({value, words: words[String(value)] ?? String(value)})),
  };
}

const cardsADay = Array.from({length: 21}, (_, index) => 5 * index);

/** The settings of the tutor, the most asked for first. */
export const settingRows: readonly SettingRow[] = [
  row('theme', themeWishes, 'Colours', 'Colours of the screen. Nothing is ever said by colour alone.'),
  row('glyphs', glyphWishes, 'Characters', 'What pictures are drawn with. Take plain ASCII where they look broken.'),
  row('depth', depths, 'Depth', 'How deep the lessons go. The d key changes it on any page.'),
  row('pace', paces, 'Dialogues', 'Whether a dialogue goes on turn by turn, or as far as its next question.'),
  row('cards_a_day', cardsADay, 'Cards a day', 'The most flash cards in a day. What is left waits without piling up.'),
  row('profile', profiles, 'Here for', 'What brings you here.'),
  row('read_aloud', [false, true], 'Read aloud', 'Let the computer speak the text of the lessons with its own voice.'),
];

/** Where a setting stands among its choices; a number between two counts as the lower one, and a value never chosen as −1. */
export function choiceAt({key, choices}: SettingRow, settings: Values): number {
  const value = settings[key];
  if (typeof value === 'number') return choices.findLastIndex(choice => Number(choice.value) <= value);
  return choices.findIndex(choice => choice.value === value);
}

/** The setting after a step; at an end it stays. */
export function stepSetting(row: SettingRow, settings: Values, direction: 1 | -1): Partial<Values> {
  const index = Math.max(0, Math.min(row.choices.length - 1, choiceAt(row, settings) + direction));
  return {[row.key]: row.choices[index]!.value};
}

/** The next value of a setting, and after the last the first. */
export function cycleSetting(row: SettingRow, settings: Values): Partial<Values> {
  return {[row.key]: row.choices[(choiceAt(row, settings) + 1) % row.choices.length]!.value};
}
