import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { file, finding, goTo, headingsOf, revert, run, show, until } from './support.ts';

const uri = file('drafts', 'tuijin.speech');

describe('parts of a draft in VS Code', () => {
  let editor: vscode.TextEditor;
  before(async () => {
    editor = await show(uri);
    await finding(uri, 'text/pairing');
  });
  afterEach(() => revert(editor));

  const at = (heading: string): void => goTo(editor, heading);
  const headings = (): string[] => headingsOf(editor.document);

  it('moves the part at the cursor up, renumbers, and takes it back in one undo', async () => {
    const before = editor.document.getText();
    const [first, second] = headings();
    at(second!);
    assert.equal(await run('jianggao.parts.moveUp'), true);
    await until('the part stands first', () => headings()[0]!.slice(2) === second!.slice(2));
    assert.equal(headings()[0]!.slice(0, 2), '一、');
    assert.equal(headings()[1], `二、${first!.slice(2)}`);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  it('inserts, splits, merges and deletes parts', async () => {
    const count = headings().length;
    at(headings()[0]!);
    assert.equal(await run('jianggao.parts.insertAfter'), true);
    assert.equal(headings().length, count + 1);
    assert.equal(headings()[1], '二、XX');
    at('二、XX');
    assert.equal(await run('jianggao.parts.delete'), true);
    assert.equal(headings().length, count);
    at(headings()[0]!);
    assert.equal(await run('jianggao.parts.merge'), true);
    assert.equal(headings().length, count - 1);
  });

  it('demotes and promotes', async () => {
    const [, second] = headings();
    at(second!);
    assert.equal(await run('jianggao.parts.demote'), true);
    assert.ok(!headings().some((line) => line.endsWith(second!.slice(2))));
    at(second!.slice(2));
    assert.equal(await run('jianggao.parts.promote'), true);
    assert.ok(headings().some((line) => line.endsWith(second!.slice(2))));
  });

  it('changes nothing where it cannot be done', async () => {
    const before = editor.document.getText();
    at(headings()[0]!);
    assert.equal(await run('jianggao.parts.moveUp'), false);
    assert.equal(editor.document.getText(), before);
  });
});
