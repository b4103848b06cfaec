/** What no well-behaved client does, and what odd texts bring: every question is answered, and the server lives on. */
import assert from 'node:assert/strict';
import { LanguageClient, pulling } from '../support/language-client.ts';

const positions = [
  { line: 0, character: 0 },
  { line: 2, character: 99999 },
  { line: 99999, character: 3 },
];

const texts: Readonly<Record<string, string>> = {
  nothing: '',
  'blank lines': '\n\n　　\n\r\n',
  'one long line': `同志们：${'今年完成投资17.5亿元，增长8.6%，'.repeat(2000)}`,
  'Windows line ends': '在会上的讲话\r\n\r\n同志们：\r\n\r\n一、形势\r\n今年XX亿元。\r\n三、任务\r\n抓好XX。\r\n',
  'lone carriage returns': '在会上的讲话\r同志们：\r一、形势\r二、任务\r',
  'unusual characters': '同志们：\u0000\ufeff\u200b\u2028一、\ud800形势\udc00二、𠮷任务XX\n',
  'nested brackets': `${'（'.repeat(3000)}同志们：${'）'.repeat(3000)}`,
};

describe('language server: robustness', () => {
  let client: LanguageClient;
  before(async () => {
    client = await LanguageClient.start({ capabilities: pulling });
  });
  after(() => client.stop());

  async function askEverything(uri: string): Promise<void> {
    await client.pull(uri);
    for (const method of ['documentSymbol', 'foldingRange', 'codeLens', 'semanticTokens/full'])
      await client.ask(`textDocument/${method}`, uri);
    for (const method of ['jianggao/overview', 'jianggao/plainText']) await client.ask(method, uri);
    await client.ask('textDocument/selectionRange', uri, { positions });
    for (const position of positions) {
      for (const method of ['hover', 'completion', 'documentHighlight', 'prepareRename'])
        await client.ask(`textDocument/${method}`, uri, { position });
      await client.ask('textDocument/references', uri, { position, context: { includeDeclaration: true } });
      await client.ask('textDocument/rename', uri, { position, newName: '某' });
      for (const only of [undefined, ['quickfix'], ['source.fixAll'], ['refactor']])
        await client.ask('textDocument/codeAction', uri, {
          range: { start: positions[0], end: position },
          context: { diagnostics: [], ...(only && { only }) },
        });
    }
  }

  it('answers about documents that are not open', () => askEverything('untitled:nobody'));

  it('tells once of a feature that fails, and goes on with the others', async () => {
    const failing = await LanguageClient.start({ capabilities: pulling });
    const uri = 'untitled:failing';
    await failing.open(uri, '在会上的讲话\n\n同志们：\n\n一、认清形势\n\n今天很好。\n', 'speech');
    // No position at all: the feature throws.
    for (let i = 0; i < 3; i++) assert.equal(await failing.ask('textDocument/hover', uri, { position: null }), null);
    assert.equal((await failing.ask<object[]>('textDocument/documentSymbol', uri)).length, 1);
    assert.deepEqual(failing.messages, ['讲稿的“悬停”出了错，其余功能照常。详情见日志。']);
    await failing.stop();
  });

  it('lets pass changes and closings of documents that are not open', async () => {
    await client.change('untitled:nobody', { text: '同志们：' });
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'untitled:nobody' } });
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri: 'untitled:nobody' } });
    await client.connection.sendNotification('jianggao/editingEnded', { textDocument: { uri: 'untitled:nobody' } });
    assert.deepEqual(await client.diagnostics('untitled:nobody'), []);
  });

  for (const [name, text] of Object.entries(texts))
    for (const language of ['speech', 'markdown'])
      it(`answers about ${name} (${language})`, async () => {
        const uri = `untitled:${encodeURIComponent(name)}-${language}`;
        await client.open(uri, text, language);
        await client.connection.sendNotification('jianggao/choices', {
          choices: { [uri]: { speech: true } },
          trusted: true,
        });
        await askEverything(uri);
        await client.change(uri, {
          range: { start: positions[0]!, end: { line: 0, character: 3 } },
          text: '二、\r\nXX',
        });
        await askEverything(uri);
        assert.deepEqual(client.messages, []);
      });
});
