/** What `when` clauses of the manifest ask for. */
import * as vscode from 'vscode';

type ContextKey =
  | 'jianggao.speech'
  | 'jianggao.onBlank'
  | 'jianggao.filtered'
  | 'jianggao.mismatchesOnly'
  | 'jianggao.templatesBySpeaker';

const told = new Map<ContextKey, boolean>();

/** What VS Code knows already is not said again: each time is a message to the window, and some are said with every keystroke. */
export function setContext(key: ContextKey, value: boolean): void {
  if ((told.get(key) ?? false) === value) return;
  told.set(key, value);
  void vscode.commands.executeCommand('setContext', key, value);
}
