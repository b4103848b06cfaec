/** The language server's program: over the channel that the client chose (--stdio, --node-ipc, --socket). */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './server.ts';

/** What the launcher hears of. */
export interface Started {
  /** Resolves when the first draft has been checked. */
  readonly checked: Promise<void>;
}

const connection = createConnection(ProposedFeatures.all);
export const checked: Started['checked'] = new Promise((resolve) => serve(connection, resolve));
connection.listen();
