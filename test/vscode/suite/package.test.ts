import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

describe('the installed package', () => {
  const extension = vscode.extensions.getExtension('jianggao.jianggao');
  const read = (name: string): string => fs.readFileSync(path.join(extension?.extensionPath ?? '', name), 'utf8');

  it('has a page without pictures and links that lead nowhere', () => {
    const page = fs.readdirSync(extension?.extensionPath ?? '').find((name) => name.toLowerCase() === 'readme.md');
    assert.ok(page);
    const text = read(page);
    assert.match(text, /^# 讲稿/);
    assert.ok(text.includes('## 在 VS Code 里'));
    const links = [...text.matchAll(/(!?)\[[^\]]*\]\(([^)]*)\)/g)];
    assert.ok(links.some(([, , target]) => target?.startsWith('https:')));
    assert.deepEqual(
      links.filter(([, picture, target]) => picture === '!' || !/^(?:https:|#)/.test(target ?? '')).map(([all]) => all),
      [],
    );
    assert.doesNotMatch(text, /<img/);
  });

  it('holds every file that its manifest names', () => {
    const manifest = JSON.stringify(extension?.packageJSON);
    const named = [...manifest.matchAll(/"(?:\.\/)?((?:client|server|snippets|dist)\/[^"$*]+\.\w+)"/g)].map(
      ([, name]) => name!,
    );
    assert.ok(named.length > 10);
    assert.deepEqual(
      named.filter((name) => !fs.existsSync(path.join(extension?.extensionPath ?? '', name))),
      // The command is not part of the extension.
      ['dist/cli.js'],
    );
  });

  it('holds nothing but what is run, read or shown', () => {
    const root = extension?.extensionPath ?? '';
    const files = fs
      .readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => fs.statSync(path.join(root, name)).isFile());
    const manifest = read('package.json');
    const programs = files.filter((name) => /^dist\/[\w-]+\.js$/.test(name)).map((name) => read(name));
    const known =
      /^(?:readme|changelog)\.md$|^LICENSE\.txt$|^\.vsixmanifest$|^snippets\/(?:samples\/|blanks\.json$)|^dist\/dictionary\//i;
    const superfluous = files.filter((name) => {
      const base = path.posix.basename(name);
      return (
        !known.test(name) &&
        !manifest.includes(name) &&
        !programs.some((code) => code.includes(base)) &&
        name !== 'package.json'
      );
    });
    assert.ok(files.length > 20);
    assert.deepEqual(superfluous, []);
  });
});
