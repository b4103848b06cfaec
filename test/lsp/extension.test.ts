/** What the server does for the extension alone: its commands in actions and hovers, the check of a folder with its progress. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Hover, MarkupContent } from 'vscode-languageserver-protocol';
import { ProgressType } from 'vscode-languageserver-protocol';
import type { CheckedFiles, CheckFolderResult } from '../../server/src/lsp/protocol.ts';
import { LanguageClient, pulling } from '../support/language-client.ts';

const draft = '在推进会上的讲话\n\n同志们：\n\n一、认清形势\n\n请XX镇牵头，XX镇要“落实。投资XX亿元。\n';

describe('language server: for the extension', () => {
  let client: LanguageClient;
  let folder: string;
  beforeEach(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jianggao-lsp-'));
    client = await LanguageClient.start({ capabilities: pulling, initializationOptions: { extension: true } });
  });
  afterEach(async () => {
    await client.stop();
    fs.rmSync(folder, { recursive: true });
  });

  it('offers to fill a blank in all its places, or in the one that was pointed at', async () => {
    const uri = 'untitled:draft';
    await client.open(uri, draft, 'speech');
    const fills = async (character: number): Promise<unknown[]> => {
      const at = { line: 6, character };
      const found = await client.ask<CodeAction[]>('textDocument/codeAction', uri, {
        range: { start: at, end: at },
        context: { diagnostics: [] },
      });
      return found
        .filter(({ command }) => command?.command === 'jianggao.fill')
        .map(({ title, command }) => [title, { ...(command!.arguments as [object])[0], key: '' }]);
    };
    assert.deepEqual(await fills(7), [
      ['填写乡镇名：全部 2 处，逐处预览…', { key: '' }],
      ['填写乡镇名：只填这一处…', { key: '', here: { line: 6, character: 7 } }],
    ]);
    assert.deepEqual(await fills(18), [['填写金额（亿元）…', { key: '', here: { line: 6, character: 17 } }]]);
  });

  it('links in a hover to the other places, and to filling in', async () => {
    const uri = 'untitled:draft';
    await client.open(uri, draft, 'speech');
    const hover = await client.ask<Hover>('textDocument/hover', uri, { position: { line: 6, character: 2 } });
    const { value } = hover.contents as MarkupContent;
    const commands = [...value.matchAll(/\]\(command:([\w.]+)\?([^)]*)\)/g)].map(([, name, args]) => [
      name,
      JSON.parse(decodeURIComponent(args!)) as unknown[],
    ]);
    assert.deepEqual(commands[0], ['jianggao.goTo', [uri, { line: 6, character: 7 }]]);
    assert.equal(commands[1]?.[0], 'jianggao.fill');
  });

  it('checks a folder bit by bit, and tells what it could not read', async () => {
    fs.mkdirSync(path.join(folder, '往年'));
    for (const name of ['a.txt', '往年/b.speech']) fs.writeFileSync(path.join(folder, name), draft);
    fs.writeFileSync(path.join(folder, 'notes.txt'), '今天天气很好。\n');
    fs.writeFileSync(path.join(folder, 'broken.speech'), Buffer.from([0, 1, 2, 0, 255, 254, 0, 3]));
    const told: CheckedFiles[] = [];
    client.connection.onProgress(new ProgressType<CheckedFiles>(), 'token', (part) => void told.push(part));
    const { unreadable } = await client.connection.sendRequest<CheckFolderResult>('jianggao/checkFolder', {
      uri: pathToFileURL(folder).href,
      partialResultToken: 'token',
    });
    assert.deepEqual(
      told.map(({ items, total }) => [items.map(({ uri }) => path.basename(uri)), total]),
      [
        [['a.txt'], 4],
        [['b.speech'], 4],
      ],
    );
    assert.ok(told.every(({ items }) => items[0]!.diagnostics.some(({ code }) => code === 'text/pairing')));
    assert.deepEqual(
      unreadable.map(({ uri }) => path.basename(uri)),
      ['broken.speech'],
    );
  });
});
