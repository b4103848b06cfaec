/**
 * Messages over a stream. The library's own writer sends head and body of a message one after the other, which wakes the client twice, and writes out
 * every list of diagnostics anew.
 */
import type { Diagnostic } from 'vscode-languageserver';
import type { Message, MessageWriter } from 'vscode-languageserver/node';
import { encodingOf } from './encoding.ts';
import { AbstractMessageWriter } from './library.ts';

type Body = string | readonly [before: string, list: Buffer, behind: string];

export class StreamWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: NodeJS.WritableStream;
  #errors = 0;

  constructor(stream: NodeJS.WritableStream) {
    super();
    this.#stream = stream;
    stream.on('error', (error: Error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#stream.write(framed(bodyOf(message)), (error) => {
        if (error === undefined || error === null) return resolve();
        this.fireError(error, message, ++this.#errors);
        reject(error);
      });
    });
  }

  end(): void {
    this.#stream.end();
  }
}

function framed(body: Body): Buffer {
  const pieces = typeof body === 'string' ? [body] : body;
  let length = 0;
  for (const piece of pieces) length += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length;
  const head = `Content-Length: ${length}\r\n\r\n`;
  const message = Buffer.allocUnsafe(head.length + length);
  let at = message.write(head, 'latin1');
  for (const piece of pieces) at += typeof piece === 'string' ? message.write(piece, at) : piece.copy(message, at);
  return message;
}

/** What a message that tells of diagnostics has them in: one that is pushed, and an answer to a client that asks. */
interface Telling extends Message {
  readonly params?: { readonly diagnostics?: readonly Diagnostic[] };
  readonly result?: { readonly items?: readonly Diagnostic[] } | null;
}

function bodyOf(message: Telling): Body {
  const { params, result } = message;
  if (params?.diagnostics !== undefined)
    return around(params.diagnostics, 'diagnostics', (diagnostics) => ({
      ...message,
      params: { ...params, diagnostics },
    }));
  if (result?.items !== undefined)
    return around(result.items, 'items', (items) => ({ ...message, result: { ...result, items } }));
  return JSON.stringify(message);
}

/** The message with its list of that name put in as it is known. */
function around(list: readonly Diagnostic[], name: string, withList: (list: readonly Diagnostic[]) => Message): Body {
  const encoding = encodingOf(list);
  if (encoding === undefined) return JSON.stringify(withList(list));
  const json = JSON.stringify(withList([]));
  // No value has quotes like these inside: there they are escaped.
  const at = json.lastIndexOf(`"${name}":[]`) + name.length + 4;
  return [json.slice(0, at), encoding.bytes, json.slice(at)];
}
