import type {Capabilities} from '../terminal/capabilities.ts';
import type {Theme} from './tokens.ts';

// Blue and orange instead of green and red: people who see no difference between those two see these.
const dark: Theme = {
  name: 'dark',
  tones: {
    text: {},
    dim: {color: '#8b949e'},
    heading: {color: '#ffd479', bold: true},
    accent: {color: '#ffd479'},
    data: {color: '#58a6ff', on: '#0d1117'},
    second: {color: '#ff9d4d', on: '#0d1117'},
    third: {color: '#5fd7c3', on: '#0d1117'},
    good: {color: '#58a6ff', on: '#0d1117'},
    bad: {color: '#ff9d4d', on: '#0d1117'},
    warn: {color: '#ffd479', on: '#0d1117'},
    selection: {color: '#ffffff', backgroundColor: '#264f78', bold: true},
    term: {color: '#a5d6ff', underline: true},
    code: {color: '#7ee0d0'},
    key: {color: '#ffd479', bold: true},
    border: {color: '#57606a'},
    frame: {color: '#6e7681'},
    ramp0: {color: '#1b2a3d', on: '#e6edf3'},
    ramp1: {color: '#1f4f82', on: '#ffffff'},
    ramp2: {color: '#2a74b5', on: '#ffffff'},
    ramp3: {color: '#6bb3f0', on: '#0d1117'},
    ramp4: {color: '#c6e4ff', on: '#0d1117'},
  },
};

const light: Theme = {
  name: 'light',
  tones: {
    text: {},
    dim: {color: '#656d76'},
    heading: {color: '#8a3ffc', bold: true},
    accent: {color: '#8a3ffc'},
    data: {color: '#0550ae', on: '#ffffff'},
    second: {color: '#bc4c00', on: '#ffffff'},
    third: {color: '#0a7568', on: '#ffffff'},
    good: {color: '#0550ae', on: '#ffffff'},
    bad: {color: '#bc4c00', on: '#ffffff'},
    warn: {color: '#7d4e00', on: '#ffffff'},
    selection: {color: '#000000', backgroundColor: '#b6d7ff', bold: true},
    term: {color: '#0550ae', underline: true},
    code: {color: '#0a5c6b'},
    key: {color: '#8a3ffc', bold: true},
    border: {color: '#afb8c1'},
    frame: {color: '#8c959f'},
    ramp0: {color: '#e7f1fb', on: '#1f2328'},
    ramp1: {color: '#b6d7ff', on: '#1f2328'},
    ramp2: {color: '#6cadf5', on: '#1f2328'},
    ramp3: {color: '#1f6fc5', on: '#ffffff'},
    ramp4: {color: '#0a3069', on: '#ffffff'},
  },
};

const ansi16: Theme = {
  name: 'ansi16',
  tones: {
    text: {},
    dim: {color: 'gray'},
    heading: {bold: true, color: 'magenta'},
    accent: {color: 'magenta'},
    data: {color: 'blueBright'},
    second: {color: 'yellow'},
    third: {color: 'cyan'},
    good: {color: 'blueBright'},
    bad: {color: 'yellow'},
    warn: {color: 'yellow', bold: true},
    selection: {inverse: true, bold: true},
    term: {underline: true},
    code: {color: 'cyan'},
    key: {color: 'magenta', bold: true},
    border: {color: 'gray'},
    frame: {color: 'gray'},
    ramp0: {color: 'gray'},
    ramp1: {color: 'blue'},
    ramp2: {color: 'blueBright'},
    ramp3: {color: 'cyan'},
    ramp4: {color: 'cyanBright'},
  },
};

const mono: Theme = {
  name: 'mono',
  tones: {
    text: {},
    dim: {dimColor: true},
    heading: {bold: true},
    accent: {bold: true},
    data: {},
    second: {},
    third: {},
    good: {},
    bad: {bold: true},
    warn: {bold: true},
    selection: {inverse: true},
    term: {underline: true},
    code: {},
    key: {bold: true},
    border: {dimColor: true},
    frame: {dimColor: true},
    ramp0: {},
    ramp1: {},
    ramp2: {},
    ramp3: {},
    ramp4: {},
  },
};

/** Every theme by name. */
export const themes = {dark, light, ansi16, mono} as const;
/** The name of a theme. */
export type ThemeName = Theme['name'];

/** The theme that suits a terminal; a wish is followed as far as the terminal has colours for it. */
export function chooseTheme(
  capabilities: Pick<Capabilities, 'colorDepth' | 'background'>,
  wish: ThemeName | 'auto' = 'auto',
): Theme {
  if (capabilities.colorDepth === 'none') return mono;
  if (wish === 'mono' || wish === 'ansi16') return themes[wish];
  if (capabilities.colorDepth === '16') return ansi16;
  return themes[wish === 'auto' ? capabilities.background : wish];
}
