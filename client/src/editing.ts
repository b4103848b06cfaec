/** Tells the server when the cursor has left the paragraph that was being written. */
import * as vscode from 'vscode';
import { type DocumentParams, editingEndedMethod } from '../../server/src/lsp/protocol.ts';
import type { Service } from './service.ts';

export class Editing implements vscode.Disposable {
  readonly #subscriptions: vscode.Disposable[];
  /** Where the last keystroke was, until it has been left. */
  #written: { readonly document: vscode.TextDocument; readonly line: number } | undefined;

  constructor(service: Service) {
    const end = (): void => {
      const client = service.running;
      if (client && this.#written) {
        const params: DocumentParams = {
          textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(this.#written.document),
        };
        client.sendNotification(editingEndedMethod, params).catch((error: unknown) => service.log.debug(String(error)));
      }
      this.#written = undefined;
    };
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges: [change] }) => {
        // A log that grows in the background is not written by anybody.
        if (change && document === vscode.window.activeTextEditor?.document)
          this.#written = { document, line: change.range.start.line + change.text.split('\n').length - 1 };
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        if (textEditor.document === this.#written?.document && selections[0]?.active.line !== this.#written.line) end();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (this.#written && editor?.document !== this.#written.document) end();
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
