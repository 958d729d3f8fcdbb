import {KnownError} from '../errors.ts';

/** Say why a port cannot be listened on, and which one to take instead. */
export function cannotListen(error: Error, host: string, port: number): Error {
  const {code} = error as NodeJS.ErrnoException;
  const options = {at: {name: `${host}:${port}`}, cause: error};
  if (code === 'EADDRINUSE') {
    return new KnownError('busy', `Port ${port} is in use by another program.`, {
      hint: 'Name another one with --port, or let one be chosen: --port 0.',
      ...options,
    });
  }
  if (code === 'EACCES') {
    return new KnownError('bad_usage', `Port ${port} is not for everybody on this machine.`, {
      hint: 'Name one above 1023, or let one be chosen: --port 0.',
      ...options,
    });
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new KnownError('bad_usage', `${host} is no address of this machine.`, {
      hint: 'Leave --host out for this machine alone, or give 0.0.0.0 for all of its addresses.',
      ...options,
    });
  }
  return error;
}
