/** 重新编号: the list that a part stands in gets its numbers in order; by key, the list at the cursor. */
import * as vscode from 'vscode';
import { outdated } from '../../server/src/lsp/protocol.ts';
import type { Drafts } from './drafts.ts';
import { change, editorOf, unchanged } from './editors.ts';
import type { PartNode } from './parts.ts';
import { toRange } from './places.ts';
import { say } from './say.ts';

export async function renumber(drafts: Drafts, node?: PartNode): Promise<void> {
  const document = (await drafts.fresh())?.document;
  if (document === undefined) return;
  if (node !== undefined && node.version !== document.version) return say(outdated);
  const at = node?.item.selection.start ?? editorOf(document)?.selection.active;
  if (at === undefined) return;
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    toRange({ start: at, end: at }),
    'refactor.rewrite.renumber',
  );
  const edit = actions?.find((action) => action.edit)?.edit;
  if (edit === undefined) return say('这一组序号已经连续，不用重新编号。');
  if (!(await change(document, edit.get(document.uri)))) say(unchanged);
}
