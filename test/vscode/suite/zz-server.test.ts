// Last, since it kills the server that the others use.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as vscode from 'vscode';
import { file, finding, findings, run, servers, show, until } from './support.ts';

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
    let text = '在大会上的讲话\n\n同志们：\n\n';
    for (let i = 1; text.length < 2_400_000; i++)
      text += `　　第${i}号项目由${i % 97}个单位承建，全县上下坚持项目为王，狠抓招商引资，已经到位${i}.5万元。\n`;
    text += '\n“没有配对。\n';
    assert.ok(Buffer.byteLength(text) > 5_000_000);
    fs.writeFileSync(big.fsPath, text);
    const editor = await show(big);
    await finding(big, 'text/pairing');
    await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), '各位'));
    const [title] = await until('the outline of the new text', async () => {
      const symbols = await run<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', big);
      return symbols?.length ? symbols : undefined;
    });
    assert.equal(title?.name, '在大会上的讲话');
    await run('workbench.action.revertAndCloseActiveEditor');
    fs.rmSync(big.fsPath);
  });
});
