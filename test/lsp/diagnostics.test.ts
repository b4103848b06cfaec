import assert from 'node:assert/strict';
import { LanguageClient, pulling } from '../support/language-client.ts';

const uri = 'untitled:draft';
const draft = '# 在推进会上的讲话\n\n同志们：\n\n一、认清形势\n\n今年以来，“招商引资成效明显。\n';

describe('language server: diagnostics', () => {
  let client: LanguageClient;
  afterEach(() => client.stop());

  it('answers a pull, and says unchanged while nothing changes', async () => {
    client = await LanguageClient.start({ capabilities: pulling });
    await client.open(uri, draft);
    const first = await client.pull(uri);
    assert.equal(first.kind, 'full');
    assert.deepEqual(
      first.kind === 'full' && first.items.map(({ code, source, range }) => [code, source, range.start]),
      [['text/pairing', '讲稿', { line: 6, character: 5 }]],
    );
    const second = await client.pull(uri, first.resultId);
    assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId });
    await client.change(uri, {
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } },
      text: '各位',
    });
    assert.deepEqual(await client.pull(uri, first.resultId), { kind: 'unchanged', resultId: first.resultId });
    await client.change(uri, {
      range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } },
      text: '\n',
    });
    const moved = await client.pull(uri, first.resultId);
    assert.equal(moved.kind === 'full' && moved.items[0]!.range.start.line, 7);
    assert.equal(client.published.length, 0);
  });

  it('pushes to clients that do not ask, with the version, and takes back at close', async () => {
    client = await LanguageClient.start();
    await client.open(uri, draft);
    assert.equal((await client.publication(({ version }) => version === 1)).diagnostics.length, 1);
    const version = await client.change(uri, {
      range: { start: { line: 6, character: 13 }, end: { line: 6, character: 13 } },
      text: '”',
    });
    assert.equal((await client.publication((params) => params.version === version)).diagnostics.length, 0);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await client.publication(({ version: closed }) => closed === undefined);
  });

  it('is silent about an open mark in the paragraph being written, until it is left', async () => {
    client = await LanguageClient.start({ capabilities: pulling });
    await client.open(uri, draft.replace('“', ''));
    assert.deepEqual(await client.diagnostics(uri), []);
    await client.change(uri, {
      range: { start: { line: 6, character: 5 }, end: { line: 6, character: 5 } },
      text: '“',
    });
    assert.deepEqual(await client.diagnostics(uri), []);
    await client.connection.sendNotification('jianggao/editingEnded', { textDocument: { uri } });
    if (client.refreshes === 0) await client.woken();
    assert.equal((await client.diagnostics(uri)).length, 1);
  });

  it('leaves alone what is not a speech, and obeys the user', async () => {
    client = await LanguageClient.start({ capabilities: pulling });
    await client.open(uri, '今天“天气很好。\n', 'markdown');
    assert.deepEqual(await client.diagnostics(uri), []);
    await client.connection.sendNotification('jianggao/choices', {
      choices: { [uri]: { speech: true, stage: 'final' } },
      trusted: true,
    });
    assert.equal((await client.diagnostics(uri)).length, 1);
    await client.connection.sendNotification('jianggao/choices', {
      choices: { [uri]: { speech: false } },
      trusted: true,
    });
    assert.deepEqual(await client.diagnostics(uri), []);
  });

  it('recognises a speech while it is typed', async () => {
    client = await LanguageClient.start({ capabilities: pulling });
    await client.open(uri, '', 'plaintext');
    assert.equal(await client.ask('jianggao/overview', uri), null);
    await client.change(uri, {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      text: '同志们：\n今天会议的主要任务是贯彻全市动员会“精神。',
    });
    assert.equal((await client.diagnostics(uri)).length, 0, 'still being written');
    await client.connection.sendNotification('jianggao/editingEnded', { textDocument: { uri } });
    assert.equal((await client.diagnostics(uri)).length, 1);
  });

  it('goes on when the client refuses what it asks', async () => {
    client = await LanguageClient.start({
      capabilities: { ...pulling, workspace: { configuration: true, diagnostics: { refreshSupport: true } } },
      settings: () => {
        throw new Error('no');
      },
    });
    client.connection.onRequest('workspace/diagnostic/refresh', () => {
      throw new Error('no');
    });
    await client.open(uri, draft);
    assert.equal((await client.diagnostics(uri)).length, 1);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.equal((await client.diagnostics(uri)).length, 1);
  });
});
