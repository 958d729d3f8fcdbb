/** What the product can be asked to do from the keyboard: the one table that keys, footer and help come from. */
export type CommandInfo = {
  /** Names of keys, the usual one first; a name is a character or a word of `KeyPress`. */
  readonly keys: readonly string[];
  /** One or two words for the footer; a screen may say it more exactly. Commands with the same label share one place there. */
  readonly label: string;
  /** One sentence for the help. */
  readonly help: string;
  /** Its place in the footer: 1 comes first and is the last to go when the line is short. */
  readonly priority: number;
  readonly group: 'Moving' | 'Learning' | 'Working' | 'Going' | 'Answering a question on top';
  /** How its keys are written where the first key alone would not do. */
  readonly shown?: string;
};

/** Every command. No two share a key, except that the last group stands over all others while its question is open. */
export const commands = {
  'move-up': {
    keys: ['up', 'k'],
    label: 'move',
    help: 'Move the selection, or the text, up by one line.',
    priority: 2,
    group: 'Moving',
  },
  'move-down': {
    keys: ['down', 'j'],
    label: 'move',
    help: 'Move the selection, or the text, down by one line.',
    priority: 2,
    group: 'Moving',
  },
  'move-left': {
    keys: ['left', 'h'],
    label: 'change',
    help: 'Go to the left, or to the value before.',
    priority: 4,
    group: 'Moving',
  },
  'move-right': {
    keys: ['right', 'l'],
    label: 'change',
    help: 'Go to the right, or to the value after.',
    priority: 4,
    group: 'Moving',
  },
  'page-up': {keys: ['page-up', 'b'], label: 'page', help: 'Go up by one screenful.', priority: 12, group: 'Moving'},
  'page-down': {
    keys: ['page-down', 'f'],
    label: 'page',
    help: 'Go down by one screenful.',
    priority: 12,
    group: 'Moving',
  },
  first: {keys: ['home', '<'], label: 'ends', help: 'Go to the beginning.', priority: 20, group: 'Moving'},
  last: {keys: ['end', '>'], label: 'ends', help: 'Go to the end.', priority: 20, group: 'Moving'},
  'next-pane': {keys: ['tab'], label: 'next pane', help: 'Go to the next pane.', priority: 6, group: 'Moving'},
  'previous-pane': {
    keys: ['shift-tab'],
    label: 'pane before',
    help: 'Go back to the pane before.',
    priority: 21,
    group: 'Moving',
  },
  pick: {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    label: 'pick',
    help: 'Pick the item with that number.',
    priority: 8,
    group: 'Moving',
    shown: '1-9',
  },

  choose: {
    keys: ['enter'],
    label: 'choose',
    help: 'Choose what is selected, or go on.',
    priority: 1,
    group: 'Learning',
  },
  toggle: {
    keys: ['space'],
    label: 'mark',
    help: 'Mark what is selected, or take the mark away.',
    priority: 3,
    group: 'Learning',
  },
  next: {keys: ['n'], label: 'next', help: 'Go to the next page, question or item.', priority: 5, group: 'Learning'},
  previous: {
    keys: ['p'],
    label: 'before',
    help: 'Go back to the page, question or item before.',
    priority: 9,
    group: 'Learning',
  },
  hint: {keys: ['i'], label: 'hint', help: 'Show the next hint.', priority: 7, group: 'Learning'},
  reveal: {keys: ['v'], label: 'reveal', help: 'Show the answer.', priority: 7, group: 'Learning'},
  depth: {
    keys: ['d'],
    label: 'depth',
    help: 'Change how deep the text goes: quick, standard or deep.',
    priority: 7,
    group: 'Learning',
  },
  aloud: {
    keys: ['a'],
    label: 'read aloud',
    help: 'Read the page aloud again, or stop reading.',
    priority: 8,
    group: 'Learning',
  },
  sure: {keys: ['s'], label: 'sure?', help: 'Say whether you are sure of your answer.', priority: 8, group: 'Learning'},

  run: {keys: ['r'], label: 'run', help: 'Run the pipeline with the settings shown.', priority: 3, group: 'Working'},
  change: {keys: ['e'], label: 'edit', help: 'Change the value that is selected.', priority: 6, group: 'Working'},
  undo: {keys: ['u'], label: 'undo', help: 'Take back the last change.', priority: 10, group: 'Working'},
  reset: {keys: ['x'], label: 'reset', help: 'Put everything back to how it started.', priority: 11, group: 'Working'},
  compare: {keys: ['c'], label: 'compare', help: 'Put two results side by side.', priority: 9, group: 'Working'},
  table: {
    keys: ['t'],
    label: 'table',
    help: 'Show the figure as a table, or as a picture again.',
    priority: 11,
    group: 'Working',
  },
  save: {keys: ['w'], label: 'save', help: 'Write what is shown to a file.', priority: 11, group: 'Working'},

  map: {keys: ['m'], label: 'map', help: 'Go to the map of the pipeline.', priority: 13, group: 'Going'},
  glossary: {keys: ['g'], label: 'glossary', help: 'Look up a term.', priority: 13, group: 'Going'},
  search: {keys: ['/'], label: 'search', help: 'Search the lessons and the glossary.', priority: 14, group: 'Going'},
  settings: {
    keys: [','],
    label: 'settings',
    help: 'Change colours, characters and other settings.',
    priority: 16,
    group: 'Going',
  },
  help: {keys: ['?'], label: 'help', help: 'Show or hide every key that works here.', priority: 30, group: 'Going'},
  back: {keys: ['esc'], label: 'back', help: 'Go back, or close what is open.', priority: 31, group: 'Going'},
  quit: {
    keys: ['q'],
    label: 'quit',
    help: 'Go back step by step, and leave the tutor from the first screen. Nothing is lost.',
    priority: 32,
    group: 'Going',
  },
  interrupt: {
    keys: ['ctrl-c'],
    label: 'quit',
    help: 'Leave the tutor from anywhere. Nothing is lost.',
    priority: 33,
    group: 'Going',
  },

  yes: {keys: ['y'], label: 'yes', help: 'Say yes.', priority: 1, group: 'Answering a question on top'},
  no: {keys: ['n'], label: 'no', help: 'Say no.', priority: 1, group: 'Answering a question on top'},
} as const satisfies {readonly [name: string]: CommandInfo};

/** The name of something that can be asked for from the keyboard. */
export type Command = keyof typeof commands;
