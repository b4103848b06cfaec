/** The language server's program: over the channel that the client chose (--stdio, --node-ipc, --socket). */
import type { MessageReader } from 'vscode-languageserver/node';
import { createConnection, ProposedFeatures } from './library.ts';
import { StreamWriter } from './message-writer.ts';
import { serve } from './server.ts';

/** What the launcher hears of. */
export interface Started {
  /** Resolves when the first draft has been checked. */
  readonly checked: Promise<void>;
  /** Resolves when one has been checked that is long. */
  readonly long: Promise<void>;
}

/** Characters from which on a draft is long: an hour and a half of speaking. */
const longDraft = 20_000;

const connection = process.argv.includes('--stdio')
  ? // The end of its input ends the server: the library sees to that when it is given the stream.
    createConnection(ProposedFeatures.all, process.stdin as unknown as MessageReader, new StreamWriter(process.stdout))
  : createConnection(ProposedFeatures.all);
let tellChecked: () => void;
let tellLong: () => void;
export const checked: Started['checked'] = new Promise((resolve) => {
  tellChecked = resolve;
});
export const long: Started['long'] = new Promise((resolve) => {
  tellLong = resolve;
});
serve(connection, (characters) => {
  tellChecked();
  if (characters >= longDraft) tellLong();
});
connection.listen();
