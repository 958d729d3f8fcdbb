import {KnownError} from '../../errors.ts';

/** Say that a setting has no form in the language that was asked for, and what has one. */
export function cannotExport(setting: string, target: string, hint: string): KnownError {
  return new KnownError('bad_setting', `\`${setting}\` has no form in ${target}.`, {hint});
}
