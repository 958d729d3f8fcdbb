import {type Finding, good, type MachineFacts} from './machine-facts.ts';

/** The oldest Node that this program runs on. */
const oldestNode = 20;
/** The smallest window that the tutor is shown in. */
export const smallestWindow = {columns: 40, rows: 12} as const;
const [scarceBytes, fewBytes] = [20e6, 500e6];

/** Judge what the program finds outside of itself: Node, the terminal, the disk, Python. */
export function examineMachine({node, terminal, home, python}: MachineFacts): readonly Finding[] {
  return [
    examineNode(node),
    examineTerminal(terminal),
    examineColour(terminal),
    examineUnicode(terminal),
    examineHome(home),
    examineDisk(home),
    examinePython(python),
  ];
}

function examineNode(node: string): Finding {
  const major = Number(/^v?(\d+)/.exec(node)?.[1]);
  if (major >= oldestNode) return good('node', `Node ${node}`);
  return {
    check: 'node',
    state: 'bad',
    message: `Node ${node} is too old.`,
    hint: `Install Node ${oldestNode} or later.`,
  };
}

function examineTerminal({isInteractive, size, term}: MachineFacts['terminal']): Finding {
  const note = (message: string, hint: string): Finding => ({check: 'terminal', state: 'note', message, hint});
  if (term === 'dumb') {
    return note(
      'TERM=dumb: the tutor answers in lines of text.',
      'Set TERM to what your terminal is, as xterm-256color.',
    );
  }
  if (!isInteractive || size === null) {
    return note('This is not a terminal: the tutor answers in lines of text.', 'Run it in a terminal, without a pipe.');
  }
  const {columns, rows} = size;
  const seen = `${columns}×${rows}${term === null ? '' : `, ${term}`}`;
  if (columns >= smallestWindow.columns && rows >= smallestWindow.rows) return good('terminal', seen);
  const {columns: wide, rows: high} = smallestWindow;
  return note(`The window is ${seen}, too small for the tutor.`, `Make it ${wide} columns wide and ${high} rows high.`);
}

function examineColour({colorDepth, isInteractive}: MachineFacts['terminal']): Finding {
  if (colorDepth === 'none') {
    const why = isInteractive ? 'as the environment asks' : 'as there is no terminal';
    return good('colour', `Without colours, ${why}; none of them carries meaning alone.`);
  }
  return good('colour', colorDepth === 'true' ? '16 million colours' : `${colorDepth} colours`);
}

function examineUnicode({glyphSet}: MachineFacts['terminal']): Finding {
  if (glyphSet !== 'ascii') return good('unicode', `Charts are drawn with ${glyphSet} characters.`);
  const message = 'The terminal is not known to show Unicode: charts are drawn with plain characters.';
  return {check: 'unicode', state: 'note', message, hint: 'Set LANG to a UTF-8 locale, such as C.UTF-8.'};
}

function examineHome({folder, problem}: MachineFacts['home']): Finding {
  if (problem === null) return good('home', folder);
  return {
    check: 'home',
    state: 'bad',
    message: `Nothing can be kept in ${folder}: ${problem}.`,
    hint: 'Name a folder of your own with --home DIR or MLPT_HOME.',
  };
}

function examineDisk({freeBytes, folder}: MachineFacts['home']): Finding {
  if (freeBytes === null) return good('disk', 'The system does not tell how much space is left.');
  const megabytes = Math.floor(freeBytes / 1e6);
  const left = megabytes < 10_000 ? `${megabytes} MB` : `${Math.floor(megabytes / 1000)} GB`;
  if (freeBytes >= fewBytes) return good('disk', `${left} free`);
  return {
    check: 'disk',
    state: freeBytes < scarceBytes ? 'bad' : 'note',
    message: `Only ${left} are left where ${folder} lies.`,
    hint: 'Free some space; `ml-pipeline-tutor runs gc` drops what no run and no model names.',
  };
}

function examinePython({version, sklearn}: MachineFacts['python']): Finding {
  if (version !== null && sklearn !== null) return good('python', `Python ${version} with scikit-learn ${sklearn}`);
  const missing = version === null ? 'no Python' : `Python ${version} without scikit-learn`;
  return {
    check: 'python',
    state: 'note',
    message: `There is ${missing} here. Only the scripts that \`export --to sklearn\` writes need it.`,
    hint: 'To run them: pip install scikit-learn pandas, or apt install python3-sklearn python3-pandas.',
  };
}
