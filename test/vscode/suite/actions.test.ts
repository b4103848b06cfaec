import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as vscode from 'vscode';
import { file, finding, findings, placeOf, rulesIn, run, show, until, withSetting } from './support.ts';

const uri = file('drafts', 'dongzuo.speech');
const draft = `在全县推进会上的讲话

同志们：

一、认清形势

今天很好，，大家要努力。各单位要抓落实,不能等。“项目为王的理念已经深入人心。

三、压实责任

要落实。请XX县长牵头。
`;

/** What stands in the menus of VS Code for a kind of action. */
const actionsAt = (text: string, kind: string): Thenable<vscode.CodeAction[]> => {
  const document = vscode.window.activeTextEditor?.document;
  assert.equal(document?.uri.path, uri.path);
  const at = placeOf(document, text);
  return run('vscode.executeCodeActionProvider', uri, new vscode.Range(at, at), kind);
};

describe('what can be done about a finding in VS Code', () => {
  let editor: vscode.TextEditor;
  const count = (rule: string): number => rulesIn(uri).filter((each) => each === rule).length;
  beforeEach(async () => {
    fs.writeFileSync(uri.fsPath, draft);
    editor = await show(uri);
    await until('the draft as it was', () => editor.document.getText() === draft);
    await finding(uri, 'text/pairing');
    // The verdicts of the test before may still be known for a moment.
    await until('both marks that are not right', () => count('text/punctuation') === 2);
  });
  afterEach(async () => {
    await run('workbench.action.revertAndCloseActiveEditor');
    for (const made of [uri, file('drafts', 'jianggao.verdicts.json')]) fs.rmSync(made.fsPath, { force: true });
  });

  const take = async (text: string, title: string): Promise<void> => {
    const actions = await actionsAt(text, 'quickfix');
    const action = actions.find((each) => each.title.startsWith(title));
    assert.ok(action, actions.map((each) => each.title).join('\n'));
    if (action.edit) await vscode.workspace.applyEdit(action.edit);
    if (action.command) await run(action.command.command, ...(action.command.arguments ?? []));
  };
  /** The file of verdicts has come to the front, for the reason to be written. */
  const toldReason = async (): Promise<void> => {
    const active = (): string | undefined => vscode.window.activeTextEditor?.document.uri.path;
    await until('the file of verdicts', () => active()?.endsWith('jianggao.verdicts.json'));
    await run('workbench.action.closeActiveEditor');
    await show(uri);
  };

  it('to fill a blank comes before being silent about it', async () => {
    const document = await vscode.workspace.openTextDocument(uri);
    const at = placeOf(document, 'XX县');
    editor.selection = new vscode.Selection(at, at);
    const titles = (await actionsAt('XX县', 'quickfix')).map(({ title }) => title);
    assert.match(titles[0] ?? '', /^填写/, titles.join('\n'));
    assert.ok(titles.some((title) => title.startsWith('在此处忽略')));
  });

  it('every fix of a finding is a quick fix, the likely one preferred', async () => {
    const actions = await actionsAt('，，', 'quickfix');
    assert.equal(actions.find(({ title }) => title === '只留逗号')?.isPreferred, true);
    await take('，，', '只留逗号');
    await until('the finding has gone', () => count('text/punctuation') === 1);
    assert.ok(editor.document.getText().includes('今天很好，大家'));
  });

  it('a rule is told to be silent in this file', async () => {
    await take('，，', '在本文件忽略');
    await until('silence', () => count('text/punctuation') === 0);
    assert.match(editor.document.getText(), /jianggao-disable text\/punctuation/);
  });

  it('one place is accepted for good, in a file beside the draft, and the others are still told', async () => {
    await take('，，', '认可这一处');
    await toldReason();
    await until('one of two', () => count('text/punctuation') === 1);
    const verdicts = fs.readFileSync(file('drafts', 'jianggao.verdicts.json').fsPath, 'utf8');
    assert.match(verdicts, /text\/punctuation/);
    assert.equal(editor.document.getText(), draft);
  });

  it('one place is called a false alarm', async () => {
    await take(',不能等', '这是误报');
    await toldReason();
    await until('one of two', () => count('text/punctuation') === 1);
    const verdicts = fs.readFileSync(file('drafts', 'jianggao.verdicts.json').fsPath, 'utf8');
    assert.match(verdicts, /dismissed/);
  });

  it('a list is renumbered by its kind of refactoring', async () => {
    const [action] = await actionsAt('三、压实', 'refactor.rewrite.renumber');
    assert.ok(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    assert.ok(editor.document.getText().includes('二、压实责任'));
  });

  it('everything safe is mended at once, and nothing else', async () => {
    const actions = await actionsAt('在全县', 'source.fixAll.jianggao');
    assert.deepEqual(
      actions.map(({ title }) => title),
      ['改正所有不改变原意的问题'],
    );
    await vscode.workspace.applyEdit(actions[0]!.edit!);
    assert.equal(editor.document.getText(), draft.replace('，，', '，').replace('抓落实,不能等', '抓落实，不能等'));
  });

  it('the same is done on saving where it is asked for', async () => {
    const save = async (): Promise<string> => {
      await editor.edit((edit) => edit.insert(placeOf(editor.document, '要落实。'), '要抓紧。'));
      await run('workbench.action.files.save');
      return fs.readFileSync(uri.fsPath, 'utf8');
    };
    assert.ok((await save()).includes('，，'), 'not asked for, nothing is mended');
    await withSetting('editor.codeActionsOnSave', { 'source.fixAll.jianggao': 'explicit' }, async () => {
      const saved = await save();
      assert.ok(saved.includes('今天很好，大家'), saved);
      assert.ok(saved.includes('抓落实，不能等'), saved);
      assert.ok(saved.includes('三、压实责任'), 'a number is left to the writer');
    });
    await until('the open quote is left', () => findings(uri).length > 0 && count('text/punctuation') === 0);
  });

  it('is opened by its command, as the light bulb is', async () => {
    const pair = await finding(uri, 'text/pairing');
    editor.selection = new vscode.Selection(pair.range.start, pair.range.start);
    await run('jianggao.fix');
    // The first action is chosen: it is a fix of the finding at the cursor.
    await until('a changed draft', async () => {
      await run('acceptSelectedCodeAction');
      return editor.document.getText() !== draft;
    });
  });
});
