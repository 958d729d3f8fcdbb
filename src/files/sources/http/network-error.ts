/** The innermost cause of a failed request: `fetch` itself only says "fetch failed". */
export function rootOf(error: unknown): {readonly code?: string; readonly message: string} {
  const {cause, code, message} = error as {cause?: unknown; code?: string; message?: string};
  if (cause !== undefined && cause !== null) return rootOf(cause);
  return {...(code === undefined ? {} : {code}), message: message || (code ?? String(error))};
}

const hopelessCodes = /^(?:ENOTFOUND|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_INVALID|ERR_SSL)/;
const hopelessWords = /redirect|scheme|bad port/i;

/** Tell whether asking again may help: not where the name, the certificate or the address itself is wrong. */
export function isPassing(error: unknown): boolean {
  const {code = '', message} = rootOf(error);
  return !hopelessCodes.test(code) && !hopelessWords.test(message);
}
