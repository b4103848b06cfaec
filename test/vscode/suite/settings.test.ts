import assert from 'node:assert/strict';
import fs from 'node:fs';
import type * as vscode from 'vscode';
import { file, finding, findings, run, show, until, withSetting } from './support.ts';

describe('settings in VS Code', () => {
  it('detect: what looks like a speech is left alone, and looked at again', async () => {
    const { document } = await show(file('drafts', 'fayan.txt'));
    await finding(document.uri, 'text/pairing');
    await withSetting('jianggao.documents.detect', false, async () => {
      await until('silence', () => findings(document.uri).length === 0);
      // A file of the language is a speech whatever it looks like.
      await finding((await show(file('drafts', 'tuijin.speech'))).document.uri, 'text/pairing');
    });
    await show(document.uri);
    await finding(document.uri, 'text/pairing');
  });

  it('include and exclude: a file is a speech by its name, or is none; the latter beats the former', async () => {
    fs.copyFileSync(file('drafts', 'README.md').fsPath, file('drafts', 'beizhu.md').fsPath);
    const { document } = await show(file('drafts', 'beizhu.md'));
    assert.deepEqual(findings(document.uri), []);
    await withSetting('jianggao.documents.include', ['bei*.md'], async () => {
      await finding(document.uri, 'text/pairing');
      await withSetting('jianggao.documents.exclude', ['**/beizhu.md'], () =>
        until('silence', () => findings(document.uri).length === 0).then(() => undefined),
      );
      await finding(document.uri, 'text/pairing');
    });
    await until('silence', () => findings(document.uri).length === 0);
  });

  it('codeLens.enabled: length stands over the headings, and goes', async () => {
    const uri = file('drafts', 'tuijin.speech');
    await show(uri);
    const lenses = (): Thenable<vscode.CodeLens[]> => run('vscode.executeCodeLensProvider', uri);
    assert.equal((await lenses()).length, 0);
    await withSetting('jianggao.codeLens.enabled', true, async () => {
      const found = await until('lenses', async () => {
        const list = await lenses();
        return list.length > 0 && list;
      });
      assert.match(found[0]?.command?.title ?? '', /^\d+ 字 · /);
    });
    await until('none', async () => (await lenses()).length === 0);
  });
});
