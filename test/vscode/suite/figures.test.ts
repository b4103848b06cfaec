import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { file, finding, revert, show } from './support.ts';

const uri = file('drafts', 'tuijin.speech');

describe('figures of a draft in VS Code', () => {
  let editor: vscode.TextEditor;
  before(async () => {
    editor = await show(uri);
    await finding(uri, 'text/pairing');
  });
  after(() => revert(editor));

  it('shows what does not add up, with the sum done', async () => {
    const sum = await finding(uri, 'numbers/sum');
    assert.match(sum.message, /12\+8\+5=25/);
    assert.ok((sum.relatedInformation?.length ?? 0) >= 3);
  });
});
