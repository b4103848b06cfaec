// Milliseconds from each command that changes parts to its edit in the editor, on a draft of 10,000 characters; beside them what VS Code takes for the very
// same edit alone, since that, and the machine's load, is most of it. Printed, never asserted. JIANGGAO_ROUNDS sets how often.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as vscode from 'vscode';
import { file, run, until } from '../suite/support.ts';
import { longDraft } from './long-draft.ts';

const rounds = Number(process.env['JIANGGAO_ROUNDS'] ?? 9);
/** Milliseconds after which the views have followed: the writer looks at what was done before the next command. */
const pause = 400;
const commands: readonly (readonly [name: string, at: string])[] = [
  ['moveUp', '二、突出重点'],
  ['moveDown', '一、认清形势'],
  ['promote', '（三）持续抓好乡村振兴'],
  ['demote', '二、突出重点'],
  ['insertAfter', '二、突出重点'],
  ['split', '第3批'],
  ['merge', '（二）持续抓好项目建设'],
  ['delete', '（四）持续抓好环境整治'],
];

describe('changing parts of 10,000 characters in VS Code', () => {
  it('is measured', async function () {
    this.timeout(300_000);
    const uri = file('drafts', 'long.speech');
    const text = longDraft();
    fs.writeFileSync(uri.fsPath, text);
    fs.writeFileSync(process.env['JIANGGAO_BENCH_DRAFT'] ?? '', text);
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    await until('the outline', async () => {
      const symbols = await run<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', uri);
      return symbols?.length === 1;
    });
    let applied = 0;
    let changes: readonly vscode.TextDocumentContentChangeEvent[] = [];
    const listening = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document !== document || event.contentChanges.length === 0) return;
      applied = performance.now();
      changes = event.contentChanges;
    });
    const timed = async (act: () => Thenable<unknown>): Promise<number> => {
      await new Promise((resolve) => setTimeout(resolve, pause));
      applied = 0;
      const start = performance.now();
      await act();
      assert.notEqual(applied, 0, 'nothing was changed');
      return applied - start;
    };
    const undo = async (): Promise<number> => {
      const time = await timed(() => run('undo'));
      assert.equal(document.getText(), text);
      return time;
    };
    const lines = [`changing parts of ${text.length} characters in VS Code, from the command to its edit:`];
    for (const [name, at] of commands) {
      const ours: number[] = [];
      const alone: number[] = [];
      const undone: number[] = [];
      for (let i = 0; i < rounds; i++) {
        const place = document.positionAt(text.indexOf(at) + 2);
        editor.selection = new vscode.Selection(place, place);
        ours.push(await timed(() => run(`jianggao.parts.${name}`)));
        const edit = new vscode.WorkspaceEdit();
        for (const change of changes) edit.replace(uri, change.range, change.text);
        undone.push(await undo());
        alone.push(await timed(() => vscode.workspace.applyEdit(edit)));
        await undo();
      }
      const size = changes.reduce((sum, { text: written }) => sum + written.length, 0);
      lines.push(
        `  ${name.padEnd(11)} ${show(ours)}; that edit alone (${size} characters) ${show(alone)}; undo ${show(undone)}`,
      );
    }
    listening.dispose();
    fs.appendFileSync(process.env['JIANGGAO_BENCH_REPORT'] ?? '', `${lines.join('\n')}\n`);
  });
});

function show(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  return `median ${sorted[sorted.length >> 1]!.toFixed(0)} ms (best ${sorted[0]!.toFixed(0)})`;
}
