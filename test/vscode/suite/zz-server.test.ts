// Last, since it kills the server that the others use.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import * as vscode from 'vscode';
import { file, finding, findings, run, show, until } from './support.ts';

/** Process ids of language servers of this extension host. */
function servers(): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match?.[2] === String(process.pid) && match[3]?.includes('dist/server.js'))
    .map((match) => Number(match![1]));
}

describe('the server in VS Code', () => {
  const uri = file('drafts', 'tuijin.speech');

  it('comes back after it was killed, and finds the same', async function () {
    if (process.platform === 'win32') return this.skip();
    await show(uri);
    await finding(uri, 'text/pairing');
    const count = findings(uri).length;
    const [before] = servers();
    assert.ok(before);
    process.kill(before, 'SIGKILL');
    const after = await until('a new server', () => servers().find((pid) => pid !== before));
    assert.notEqual(after, before);
    await until('the same findings', () => findings(uri).length === count);
  });

  it('is started again by command', async () => {
    const count = findings(uri).length;
    await run('jianggao.restartServer');
    await until('the same findings', () => findings(uri).length === count && count > 0);
  });

  it('takes a file of 5 MB', async function () {
    this.timeout(120_000);
    const big = file('drafts', 'big.speech');
    const paragraph =
      '　　今年以来，全县上下坚持项目为王，狠抓招商引资，完成投资17.5亿元，增长8.6%，新开工项目26个。\n';
    const text = `在大会上的讲话\n\n同志们：\n\n${paragraph.repeat(Math.ceil(5_000_000 / Buffer.byteLength(paragraph)))}\n“没有配对。\n`;
    fs.writeFileSync(big.fsPath, text);
    const editor = await show(big);
    await finding(big, 'text/pairing');
    await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), '各位'));
    const symbols = await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', big);
    assert.equal(symbols[0]?.name, '在大会上的讲话');
    await run('workbench.action.revertAndCloseActiveEditor');
    fs.rmSync(big.fsPath);
  });
});
