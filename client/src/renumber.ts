/** 重新编号: the list that a part stands in gets its numbers in order; by key, the list at the cursor. */
import * as vscode from 'vscode';
import type { Drafts } from './drafts.ts';
import { change, editorOf, unchanged } from './editors.ts';
import { outdated, type PartNode } from './parts.ts';

export async function renumber(drafts: Drafts, node?: PartNode): Promise<void> {
  const document = (await drafts.fresh())?.document;
  if (document === undefined) return;
  if (node !== undefined && node.version !== document.version) return say(outdated);
  const at = node?.item.selection.start ?? editorOf(document)?.selection.active;
  if (at === undefined) return;
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new vscode.Range(at.line, at.character, at.line, at.character),
    'refactor.rewrite.renumber',
  );
  const edit = actions?.find((action) => action.edit)?.edit;
  if (edit === undefined) return say('这一组序号已经连续，不用重新编号。');
  if (!(await change(document, edit.get(document.uri)))) say(unchanged);
}

const say = (message: string): void => void vscode.window.setStatusBarMessage(message, 4000);
