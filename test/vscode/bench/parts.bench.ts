// Milliseconds from each command that changes parts to its edit in the editor, on a draft of 10,000 characters. Printed, never asserted.
import fs from 'node:fs';
import * as vscode from 'vscode';
import { file, findings, run, until } from '../suite/support.ts';
import { longDraft } from './long-draft.ts';

const rounds = Number(process.env['JIANGGAO_ROUNDS'] ?? 15);
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
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    await until(
      'the draft is checked',
      () => findings(uri).length >= 0 && vscode.extensions.getExtension('jianggao.jianggao')?.isActive,
    );
    const lines = [`changing parts of ${text.length} characters in VS Code, from the command to its edit:`];
    let applied = 0;
    const listening = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && event.contentChanges.length > 0) applied = performance.now();
    });
    for (const [name, at] of commands) {
      const times: number[] = [];
      for (let i = 0; i < rounds; i++) {
        const place = document.positionAt(document.getText().indexOf(at) + 2);
        editor.selection = new vscode.Selection(place, place);
        // The writer looks at what the last keystroke did before the next command: the views have followed.
        await until('an overview', () => run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri));
        await new Promise((resolve) => setTimeout(resolve, 400));
        applied = 0;
        const start = performance.now();
        await run(`jianggao.parts.${name}`);
        if (applied === 0) throw new Error(`${name} changed nothing`);
        times.push(applied - start);
        applied = 0;
        const undo = performance.now();
        await run('undo');
        if (name === 'moveUp') times.length > 0 && undoTimes.push(applied - undo);
        if (document.getText() !== text) throw new Error(`${name} is not undone`);
      }
      lines.push(line(name, times));
    }
    lines.push(line('undo', undoTimes));
    listening.dispose();
    fs.writeFileSync(process.env['JIANGGAO_BENCH_REPORT'] ?? '', `${lines.join('\n')}\n`);
  });
});

const undoTimes: number[] = [];

function line(name: string, times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1);
  return `  ${name.padEnd(12)} median ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}
