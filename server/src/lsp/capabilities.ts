/** What the server offers its client. */
import type { ServerCapabilities } from 'vscode-languageserver';
import { tokenTypes } from '../features/tokens.ts';
import { codeActionKinds } from './code-actions.ts';
import { TextDocumentSyncKind } from './library.ts';
import type { InitializationOptions } from './protocol.ts';
import { giveVerdict } from './verdicts.ts';

export function capabilities({ extension }: InitializationOptions): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    diagnosticProvider: {
      identifier: 'jianggao',
      interFileDependencies: false,
      workspaceDiagnostics: extension !== true,
    },
    documentSymbolProvider: { label: '讲稿' },
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['（', '(', '第'] },
    codeActionProvider: { codeActionKinds },
    executeCommandProvider: { commands: [giveVerdict] },
    codeLensProvider: {},
    documentHighlightProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [] }, full: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
