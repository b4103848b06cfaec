/** Editors of a document: the same draft may be shown in several. */
import * as vscode from 'vscode';

/** The editor in which a document is being looked at: the active one, else one that shows it beside another. */
export function editorOf(document: vscode.TextDocument): vscode.TextEditor | undefined {
  const active = vscode.window.activeTextEditor;
  return active?.document === document
    ? active
    : vscode.window.visibleTextEditors.find((each) => each.document === document);
}

/** Brings a document to the front, where it is shown already, or else in the active group. */
export function bringToFront(
  document: vscode.TextDocument,
  options: Pick<vscode.TextDocumentShowOptions, 'selection'> = {},
): Thenable<vscode.TextEditor> {
  const viewColumn = editorOf(document)?.viewColumn;
  return vscode.window.showTextDocument(document, {
    ...options,
    ...(viewColumn !== undefined && { viewColumn }),
    preserveFocus: false,
  });
}
