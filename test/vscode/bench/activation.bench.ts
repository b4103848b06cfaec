// Milliseconds that waking takes, before any speech is there, and what is read for it; then from the first speech to its first findings. Printed, never asserted.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { file, findings, installed, loaded, show, until } from '../suite/support.ts';

const kilobytes = (): string =>
  `${Math.round(loaded().reduce((sum, name) => sum + fs.statSync(path.join(installed().extensionPath, name)).size, 0) / 1024)} KB`;

describe('waking in VS Code', () => {
  it('is measured', async () => {
    assert.equal(installed().isActive, false);
    const start = performance.now();
    await installed().activate();
    const awake = performance.now();
    const asleep = kilobytes();
    const { document } = await show(file('drafts', 'tuijin.speech'));
    const shown = performance.now();
    await until('findings', () => findings(document.uri).length > 0);
    const found = performance.now();
    const lines = [
      `waking in VS Code: ${(awake - start).toFixed(0)} ms, ${asleep} of programs; with the first speech ${kilobytes()}`,
      `from a speech in the editor to its first findings, the server's start included: ${(found - shown).toFixed(0)} ms, looked at every 50 ms`,
    ];
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    fs.appendFileSync(process.env['JIANGGAO_BENCH_REPORT'] ?? '', `${lines.join('\n')}\n`);
  });
});
