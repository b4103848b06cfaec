/** Editors of a document: the same draft may be shown in several. */
import * as vscode from 'vscode';

/** The editor in which a document is being looked at: the active one, else one that shows it beside another. */
export function editorOf(document: vscode.TextDocument): vscode.TextEditor | undefined {
  const active = vscode.window.activeTextEditor;
  return active?.document === document
    ? active
    : vscode.window.visibleTextEditors.find((each) => each.document === document);
}

/** Changes a document in one step that can be undone. False, and nothing is changed, where it is read-only or has changed meanwhile. */
export async function change(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): Promise<boolean> {
  const editor = editorOf(document);
  const { version } = document;
  // An edit of the workspace would go into a read-only document too, and never be saved.
  if (editor)
    return (
      (await editor.edit((edit) => {
        for (const { range, newText } of edits) edit.replace(range, newText);
      })) && document.version !== version
    );
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, [...edits]);
  return vscode.workspace.applyEdit(edit);
}

export const unchanged = '没有改动：原文刚刚变了，或者这份讲稿是只读的。';

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
