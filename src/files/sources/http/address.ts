import {KnownError} from '../../../errors.ts';

/**
 * Check that an address can be asked for rows.
 *
 * @throws {KnownError} `bad_http` unless it is a whole http or https address without a password in it.
 */
export function checkAddress(text: string): string {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (!address || !['http:', 'https:'].includes(address.protocol)) {
    throw new KnownError('bad_http', `\`ingestion.url\` is no web address: ${text}`, {
      hint: 'Write it whole, with http:// or https:// in front; a file is named with `ingestion.path`.',
    });
  }
  if (address.username !== '' || address.password !== '') {
    throw new KnownError('bad_http', 'The address holds a user name or a password, which are not sent.', {
      hint: 'Download the rows with a program that can log in, and read the file.',
      at: {file: address.host},
    });
  }
  address.hash = '';
  return address.href;
}

/** An address as messages and records show it: what looks like a key is left out. */
export function showAddress(address: string): string {
  return address.replace(/([?&][^=&]*(?:key|token|secret|password|signature)[^=&]*=)[^&#]+/gi, '$1…');
}
