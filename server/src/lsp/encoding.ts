/**
 * Lists of diagnostics as they are sent. To write out one of hundreds takes as long as checking a keystroke, and nearly all of it is what was sent before:
 * that is copied.
 */
import type { Diagnostic } from 'vscode-languageserver';

/** The JSON of a list, made when it is first sent. */
export class Encoding {
  readonly #items: readonly Diagnostic[];
  #earlier: Encoding | undefined;
  /** Each item with a comma behind it. */
  #bytes: Buffer | undefined;
  /** Where each item begins, and where one more would. */
  #starts: readonly number[] = [0];

  constructor(items: readonly Diagnostic[], earlier: Encoding | undefined) {
    this.#items = items;
    // One that was never sent has nothing to copy.
    if (earlier !== undefined) this.#earlier = earlier.#bytes === undefined ? earlier.#earlier : earlier;
  }

  /** What stands between the brackets, in UTF-8. */
  get bytes(): Buffer {
    const bytes = (this.#bytes ??= this.#encode());
    return bytes.subarray(0, Math.max(0, bytes.length - 1));
  }

  #encode(): Buffer {
    const items = this.#items;
    const earlier = this.#earlier ?? nothing;
    const old = earlier.#items;
    const copied = earlier.#bytes ?? empty;
    this.#earlier = undefined;
    const shorter = Math.min(items.length, old.length);
    let head = 0;
    while (head < shorter && items[head] === old[head]) head++;
    let tail = 0;
    while (tail < shorter - head && items[items.length - 1 - tail] === old[old.length - 1 - tail]) tail++;

    const starts = earlier.#starts.slice(0, head + 1);
    const until = starts[head]!;
    let at = until;
    const added: Buffer[] = [];
    for (let i = head; i < items.length - tail; i++) {
      const bytes = Buffer.from(`${JSON.stringify(items[i])},`);
      added.push(bytes);
      at += bytes.length;
      starts.push(at);
    }
    const from = earlier.#starts[old.length - tail]!;
    for (let i = old.length - tail + 1; i <= old.length; i++) starts.push(earlier.#starts[i]! - from + at);
    this.#starts = starts;
    return Buffer.concat([copied.subarray(0, until), ...added, copied.subarray(from)]);
  }
}

const empty = Buffer.alloc(0);
const nothing = new Encoding([], undefined);

const encodings = new WeakMap<readonly Diagnostic[], Encoding>();

export const encodingOf = (diagnostics: readonly Diagnostic[]): Encoding | undefined => encodings.get(diagnostics);

/** From now on the list is written out as the one that took its place was: what the two share is copied. */
export function encodeAfter(diagnostics: readonly Diagnostic[], earlier: readonly Diagnostic[] | undefined): void {
  if (encodings.has(diagnostics)) return;
  encodings.set(diagnostics, new Encoding(diagnostics, earlier && encodings.get(earlier)));
}
