import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { file, finding, run } from './support.ts';

const uri = file('drafts', 'mingzi.speech');
/** 首先由|刘威: only words tell that 由 is no surname. */
const draft = '在推进会上的讲话\n\n同志们：\n\n首先由刘威县长作了部署，\n\n请各乡镇按照刘威副县长的要求抓好落实。\n';

describe('words in VS Code', () => {
  before(() => fs.writeFileSync(uri.fsPath, draft));
  after(async () => {
    await run('workbench.action.closeActiveEditor');
    fs.rmSync(uri.fsPath, { force: true });
  });

  it('come from the addon of the installed package, and the finding follows', async function () {
    const extension = vscode.extensions.getExtension('jianggao.jianggao');
    assert.ok(extension, 'the extension is installed');
    const folder = path.join(extension.extensionPath, 'dist', 'dictionary');
    const addon = `nodejieba-${process.platform}-${process.arch}.node`;
    // The universal package comes without it, and a checkout where it could not be built.
    if (!fs.existsSync(path.join(folder, addon))) return this.skip();
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    const found = await finding(uri, 'names/title');
    assert.match(found.message, /刘威/);
    // What is in use is mapped into the server's memory.
    if (process.platform === 'linux') assert.ok(mapped(addon), `${addon} is not loaded by any process of this user`);
  });
});

/** Whether any process maps a file of this name. */
const mapped = (name: string): boolean =>
  fs.readdirSync('/proc').some((entry) => {
    try {
      return /^\d+$/.test(entry) && fs.readFileSync(`/proc/${entry}/maps`, 'utf8').includes(name);
    } catch {
      // A process that has gone, or somebody else's.
      return false;
    }
  });
