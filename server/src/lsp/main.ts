/** The language server's program: over the channel that the client chose (--stdio, --node-ipc, --socket). */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './server.ts';

const connection = createConnection(ProposedFeatures.all);
serve(connection);
connection.listen();
