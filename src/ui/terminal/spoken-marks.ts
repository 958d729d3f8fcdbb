/**
 * What a line is to a screen reader: the name of a place (a screen, a page, a window over it), the keys that work there, or a field
 * with what is written in it so far.
 */
export type SpokenRole = 'place' | 'keys' | 'field';

/** The first character of a line that has a role. Each is for private use, so that no text begins with it. */
export const spokenMarks: {readonly [role in SpokenRole]: string} = {place: '\uE000', keys: '\uE001', field: '\uE002'};

/** Stands between the label of a field and what is written in it. */
export const fieldMark = '\uE003';
