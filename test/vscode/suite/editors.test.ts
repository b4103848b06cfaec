import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as vscode from 'vscode';
import { file, finding, findings, goTo, placeOf, run, until } from './support.ts';

const uri = file('drafts', 'tuijin.speech');
const { One, Two } = vscode.ViewColumn;
const showIn = async (viewColumn: vscode.ViewColumn, shown: vscode.Uri): Promise<vscode.TextEditor> =>
  vscode.window.showTextDocument(await vscode.workspace.openTextDocument(shown), { viewColumn, preview: false });

describe('several editors in VS Code', () => {
  beforeEach(async () => {
    await run('workbench.action.closeAllEditors');
    await showIn(One, uri);
    await finding(uri, 'text/pairing');
  });
  afterEach(async () => {
    await showIn(One, uri);
    await run('workbench.action.files.revert');
    await run('workbench.action.closeAllEditors');
  });

  it('of one draft: what is asked for at the cursor is done where the cursor is', async () => {
    goTo(vscode.window.activeTextEditor!, '在全县');
    const beside = await showIn(Two, uri);
    goTo(beside, '四、压实');
    await run('jianggao.renumber');
    assert.match(beside.document.getText(), /\n三、压实责任/);
    assert.equal(vscode.window.activeTextEditor?.viewColumn, Two);
    await run('jianggao.nextBlank');
    assert.equal(vscode.window.activeTextEditor?.viewColumn, Two);
  });

  it('of several documents: a draft comes to the front where it is', async () => {
    await showIn(Two, file('drafts', 'README.md'));
    await run('jianggao.goTo', uri.toString(), { line: 6, character: 0 });
    const active = vscode.window.activeTextEditor;
    assert.deepEqual(
      [active?.document.uri.path, active?.viewColumn, active?.selection.active.line],
      [uri.path, One, 6],
    );
    assert.equal(vscode.window.visibleTextEditors.filter(({ document }) => document.uri.path === uri.path).length, 1);
  });

  it('of a draft and of what it was before: the draft is what is spoken of, whichever has the cursor', async () => {
    const before = vscode.Uri.from({ scheme: 'before', path: '/tuijin.speech' });
    const provider = vscode.workspace.registerTextDocumentContentProvider(before.scheme, {
      provideTextDocumentContent: () => '在全县推进会上的讲话\n\n同志们：\n\n一、旧稿\n\n要落实。\n',
    });
    try {
      await run('vscode.diff', before, uri);
      await run('workbench.action.compareEditor.focusSecondarySide');
      await until('the older text', () => vscode.window.activeTextEditor?.document.uri.scheme === before.scheme);
      await vscode.env.clipboard.writeText('');
      await run('jianggao.copyPlainText');
      assert.match(await vscode.env.clipboard.readText(), /认清形势，增强紧迫感/);
    } finally {
      provider.dispose();
    }
  });

  it('fill the one place that a fix was asked for, wherever the cursor is', async () => {
    const editor = vscode.window.activeTextEditor!;
    goTo(editor, '在全县');
    const at = placeOf(editor.document, 'XX镇反映');
    const range = new vscode.Range(at, at);
    const actions = await run<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, 'quickfix');
    const fill = actions.find(({ title }) => title.endsWith('只填这一处…'));
    assert.ok(fill?.command, actions.map(({ title }) => title).join('\n'));
    const [request] = fill.command.arguments as [object];
    await run('jianggao.fill', { ...request, value: '太平' });
    const text = editor.document.getText();
    assert.ok(text.includes('对太平镇反映') && text.includes('从XX镇做起') && text.includes('；XX镇'), text);
  });
});

describe('what a check of a folder has found in VS Code', () => {
  const closed = file('drafts', 'fayan.txt');
  const made = file('drafts', '往年', 'jiugao (1).txt');
  beforeEach(async () => {
    await run('workbench.action.closeAllEditors');
    fs.mkdirSync(file('drafts', '往年').fsPath, { recursive: true });
    fs.copyFileSync(closed.fsPath, made.fsPath);
    await run('jianggao.checkFolder', file('drafts'));
    await finding(closed, 'text/pairing');
    await finding(made, 'text/pairing');
  });
  afterEach(async () => {
    await run('workbench.action.closeAllEditors');
    fs.rmSync(file('drafts', '往年').fsPath, { recursive: true, force: true });
    fs.rmSync(file('drafts', '旧稿').fsPath, { recursive: true, force: true });
  });
  const faults = (of: vscode.Uri): number => findings(of).filter(({ code }) => code === 'text/pairing').length;

  it('is told once of a draft that is compared with another', async () => {
    const before = faults(closed);
    await run('vscode.diff', file('drafts', 'README.md'), closed);
    // What is written there is told at once: the findings are those of the editor.
    const edit = new vscode.WorkspaceEdit();
    edit.insert(closed, new vscode.Position(1_000, 0), '\n    “要抓紧。\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until('the fault that was written, and no other twice', () => faults(closed) === before + 1);
    await run('workbench.action.files.revert');
  });

  it('goes with the draft that is deleted, and with the folder that is renamed', async () => {
    const rename = new vscode.WorkspaceEdit();
    rename.renameFile(file('drafts', '往年'), file('drafts', '旧稿'));
    assert.ok(await vscode.workspace.applyEdit(rename));
    await until('nothing under the old name', () => findings(made).length === 0);
    await run('jianggao.checkFolder', file('drafts'));
    const moved = file('drafts', '旧稿', 'jiugao (1).txt');
    await finding(moved, 'text/pairing');
    const removal = new vscode.WorkspaceEdit();
    removal.deleteFile(moved);
    assert.ok(await vscode.workspace.applyEdit(removal));
    await until('nothing of what is gone', () => findings(moved).length === 0);
    assert.ok(findings(closed).length > 0);
  });
});
