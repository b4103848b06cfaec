import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { finding, findings, placeOf, rulesIn, run, show, until } from './support.ts';

/** A file system that lives in memory: nothing of it is on the server's disk. */
class Memory implements vscode.FileSystemProvider {
  readonly #files = new Map<string, Uint8Array>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }
  stat(uri: vscode.Uri): vscode.FileStat {
    const content = this.#files.get(uri.path);
    if (content) return { type: vscode.FileType.File, ctime: 0, mtime: Date.now(), size: content.length };
    if (this.#below(uri).length === 0) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }
  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    const names = new Map<string, vscode.FileType>();
    for (const path of this.#below(uri)) {
      const [name = '', ...rest] = path.slice(uri.path.replace(/\/$/, '').length + 1).split('/');
      names.set(name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    return [...names];
  }
  readFile(uri: vscode.Uri): Uint8Array {
    const content = this.#files.get(uri.path);
    if (!content) throw vscode.FileSystemError.FileNotFound(uri);
    return content;
  }
  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    const type = this.#files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#files.set(uri.path, content);
    this.#changed.fire([{ type, uri }]);
  }
  createDirectory(): void {}
  delete(uri: vscode.Uri): void {
    this.#files.delete(uri.path);
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }
  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
  #below(uri: vscode.Uri): string[] {
    return [...this.#files.keys()].filter((path) => path.startsWith(`${uri.path.replace(/\/$/, '')}/`));
  }
}

const at = (path: string): vscode.Uri => vscode.Uri.from({ scheme: 'memory', path });
const draft = `在全县推进会上的讲话

同志们：

　　下面，我讲三点意见。

一、认清形势

　　“项目为王的理念已经深入人心。请XX镇抓紧。

三、压实责任

　　2025年，全县完成固定资产投资17.6亿元。
`;

describe('a virtual workspace', () => {
  const uri = at('/稿件/送审/讲话.speech');
  const write = (path: string, text: string): void => files.writeFile(at(path), new TextEncoder().encode(text));
  let files: Memory;
  let provider: vscode.Disposable;
  before(async () => {
    files = new Memory();
    write('/稿件/送审/讲话.speech', draft);
    provider = vscode.workspace.registerFileSystemProvider('memory', files, { isCaseSensitive: true });
    const count = vscode.workspace.workspaceFolders?.length ?? 0;
    vscode.workspace.updateWorkspaceFolders(count, 0, { uri: at('/稿件'), name: '稿件' });
    await until('the folder', () => vscode.workspace.workspaceFolders?.length === count + 1);
    await show(uri);
  });
  after(async () => {
    await run('workbench.action.closeAllEditors');
    const index = vscode.workspace.workspaceFolders?.findIndex((folder) => folder.uri.scheme === 'memory') ?? -1;
    vscode.workspace.updateWorkspaceFolders(index, 1);
    await until(
      'the folder has gone',
      () => !vscode.workspace.workspaceFolders?.some((f) => f.uri.scheme === 'memory'),
    );
    provider.dispose();
  });

  it('has findings, outline and blanks', async () => {
    await finding(uri, 'text/pairing');
    await finding(uri, 'structure/numbering');
    const [title] = await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
    assert.deepEqual(
      title?.children.map(({ name }) => name),
      ['一、认清形势', '三、压实责任'],
    );
    const editor = await show(uri);
    await run('jianggao.nextBlank');
    assert.equal(editor.document.getText(editor.selection), 'XX');
    const hovers = await run<vscode.Hover[]>('vscode.executeHoverProvider', uri, placeOf(editor.document, 'XX镇'));
    assert.ok(hovers.length > 0);
  });

  it('is checked by its own jianggao.json, what that extends, and its ledger; and again when they change', async () => {
    write('/office/单位.json', '{ "rules": { "text/pairing": "off" } }');
    write('/office/台账.csv', '指标,时期,地区,数值,单位\n固定资产投资,2025年,全县,17.5,亿元\n');
    write(
      '/稿件/jianggao.json',
      '{ "extends": "../office/单位.json", "ledger": "../office/台账.csv", "overrides": [{ "files": "送审/**", "rules": { "structure/numbering": "off" } }] }',
    );
    await until('the ledger’s word', () => rulesIn(uri).includes('numbers/ledger'));
    assert.ok(!rulesIn(uri).includes('text/pairing'));
    assert.ok(!rulesIn(uri).includes('structure/numbering'));
    write('/稿件/jianggao.json', '{}');
    await until(
      'the defaults',
      () => rulesIn(uri).includes('text/pairing') && !rulesIn(uri).includes('numbers/ledger'),
    );
  });

  it('changes parts, and takes it back', async () => {
    const editor = await show(uri);
    const place = placeOf(editor.document, '三、压实');
    editor.selection = new vscode.Selection(place, place);
    assert.equal(await run('jianggao.parts.moveUp'), true);
    assert.ok(editor.document.getText().includes('一、压实责任'));
    await run('undo');
    assert.equal(editor.document.getText(), draft);
  });

  it('says that a whole folder cannot be checked there, and finds nothing by mistake', async () => {
    const before = findings(uri).length;
    assert.equal(await run('jianggao.checkFolder', at('/稿件')), false);
    assert.equal(findings(uri).length, before);
  });
});
