import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { file, finding, findings, goTo, headingsOf, revert, run, show, until } from './support.ts';

const uri = file('drafts', 'fangxun.speech');

describe('commands on a draft in VS Code', () => {
  let editor: vscode.TextEditor;
  let text: string;
  beforeEach(async () => {
    editor = await show(uri);
    await run('workbench.action.keepEditor');
    text = editor.document.getText();
    await until('an outline', async () => {
      const symbols = await run<vscode.DocumentSymbol[] | undefined>('vscode.executeDocumentSymbolProvider', uri);
      return symbols?.length;
    });
  });
  afterEach(() => revert(editor));

  const at = (heading: string): void => goTo(editor, heading);
  const headings = (): string[] => headingsOf(editor.document).map((heading) => heading.slice(0, 6));

  it('check: looks at what it is told to, speech by its looks or not', async () => {
    const readme = file('drafts', 'README.md');
    assert.deepEqual(findings(readme), []);
    await run('jianggao.check', readme);
    await finding(readme, 'text/pairing');
    assert.equal(vscode.window.activeTextEditor?.document.uri.path, readme.path);
    await run('jianggao.treatAsOther');
    await until('silence', () => findings(readme).length === 0);
  });

  it('parts.moveDown: the part at the cursor goes behind the next', async () => {
    at('一、认清形势');
    // At once, in an editor that has only just come to the front.
    assert.equal(await run('jianggao.parts.moveDown'), true);
    assert.deepEqual(headings(), ['一、突出重点', '二、认清形势', '三、压实责任']);
    await run('undo');
    assert.equal(editor.document.getText(), text);
  });

  it('parts.moveTo: it goes where it is told', async () => {
    at('二、突出重点');
    const moved = run<boolean>('jianggao.parts.moveTo');
    // The first part, and in front of it.
    await until('a moved part', async () => {
      await run('workbench.action.acceptSelectedQuickOpenItem');
      return headings()[0] === '一、突出重点';
    });
    assert.equal(await moved, true);
    assert.deepEqual(headings(), ['一、突出重点', '二、认清形势', '三、压实责任']);
  });

  it('parts.split: a second part begins at the cursor', async () => {
    at('要重点做好');
    assert.equal(await run('jianggao.parts.split'), true);
    assert.deepEqual(headings(), ['一、认清形势', '二、突出重点', '三、XX', '四、压实责任']);
    await run('undo');
    assert.equal(editor.document.getText(), text);
  });

  it('build.insert: writes the outline of a part that is missing', async () => {
    at('三、压实责任');
    assert.equal(await run('jianggao.parts.delete'), true);
    assert.equal(headings().length, 2);
    assert.equal(await run('jianggao.build.insert', { role: 'responsibility', build: 0 }), true);
    assert.deepEqual(headings(), ['一、认清形势', '二、突出重点', '三、压实责任']);
  });
});
