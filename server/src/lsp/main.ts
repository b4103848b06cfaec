/** The language server's program: over the channel that the client chose (--stdio, --node-ipc, --socket). */
import { createConnection, type MessageReader, ProposedFeatures } from 'vscode-languageserver/node';
import { StreamWriter } from './message-writer.ts';
import { serve } from './server.ts';

/** What the launcher hears of. */
export interface Started {
  /** Resolves when the first draft has been checked. */
  readonly checked: Promise<void>;
}

const connection = process.argv.includes('--stdio')
  ? // The end of its input ends the server: the library sees to that when it is given the stream.
    createConnection(ProposedFeatures.all, process.stdin as unknown as MessageReader, new StreamWriter(process.stdout))
  : createConnection(ProposedFeatures.all);
export const checked: Started['checked'] = new Promise((resolve) => serve(connection, resolve));
connection.listen();
