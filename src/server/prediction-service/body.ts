import {Problem} from './problem.ts';

type Limits = {readonly bytes: number; readonly ms: number};

// A byte order mark at the beginning is dropped; bytes that are no UTF-8 are an error.
const decoder = new TextDecoder('utf-8', {fatal: true});

/**
 * Read the text of a request's body.
 *
 * @throws {Problem} `wrong_type`, `too_large`, `too_slow`, `cut_off`, or `bad_json` when it is not UTF-8.
 */
export async function readBody(request: Request, {bytes: most, ms}: Limits): Promise<string> {
  checkType(request.headers);
  const declared = request.headers.get('content-length');
  if (Number(declared) > most) throw tooLarge(most);
  // Node ends a body at its declared length; one without is counted while it comes.
  const reading: Promise<ArrayBuffer | Uint8Array> =
    declared === null ? readStream(request.body, most) : request.arrayBuffer();
  const bytes = await inTime(reading, ms);
  if (bytes.byteLength > most) throw tooLarge(most);
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Problem('bad_json', 'The body is not text in UTF-8.');
  }
}

function checkType(headers: Headers): void {
  const type = headers.get('content-type');
  if (type !== 'application/json' && !/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type ?? '')) {
    const said = type === null ? 'The request does not say what its body is.' : `The body is declared as ${type}.`;
    throw new Problem('wrong_type', `${said} Send JSON in UTF-8, with the header \`Content-Type: application/json\`.`);
  }
  const coding = headers.get('content-encoding');
  if (coding === null || coding === 'identity') return;
  const accept = {'accept-encoding': 'identity'};
  throw new Problem('wrong_type', `The body is packed as ${coding}. Send it as it is.`, {headers: accept});
}

async function readStream(stream: ReadableStream<Uint8Array> | null, most: number): Promise<Uint8Array> {
  if (!stream) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.byteLength;
    if (length > most) throw tooLarge(most);
  }
  return Buffer.concat(chunks);
}

function inTime<T>(reading: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const close = {connection: 'close'};
    const timer = setTimeout(() => {
      reject(new Problem('too_slow', `The body was not there after ${ms / 1000} seconds.`, {headers: close}));
    }, ms);
    const settle = (then: () => void) => {
      clearTimeout(timer);
      then();
    };
    reading.then(
      value => settle(() => resolve(value)),
      (error: unknown) =>
        settle(() => reject(error instanceof Problem ? error : new Problem('cut_off', 'The body ended too early.'))),
    );
  });
}

function tooLarge(most: number): Problem {
  return new Problem('too_large', `The body is larger than ${most} bytes. Send fewer rows at a time.`, {
    headers: {connection: 'close'},
  });
}
