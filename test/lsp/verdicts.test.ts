import assert from 'node:assert/strict';
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic, ShowDocumentParams } from 'vscode-languageserver-protocol';
import { Folder } from '../support/command.ts';
import { LanguageClient, pulling } from '../support/language-client.ts';

const text = '# 在推进会上的讲话\n\n同志们：\n\n今年以来，“招商引资成效明显。\n\n项目建设，“进展顺利。\n';
const file = 'jianggao.verdicts.json';

describe('language server: verdicts', () => {
  let client: LanguageClient;
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder({ 'jianggao.json': '{}', '送审/讲话.md': text });
  });
  afterEach(async () => {
    await client.stop();
    folder.remove();
  });

  const uri = (): string => pathToFileURL(folder.at('送审/讲话.md')).href;
  const pairing = async (): Promise<readonly Diagnostic[]> =>
    (await client.diagnostics(uri())).filter(({ code }) => code === 'text/pairing');
  const actions = async (diagnostic: Diagnostic): Promise<readonly CodeAction[]> =>
    client.ask('textDocument/codeAction', uri(), {
      range: diagnostic.range,
      context: { diagnostics: [diagnostic], only: ['quickfix'] },
    });

  it('are given where the finding stands, and it is no longer shown', async () => {
    client = await LanguageClient.start({
      capabilities: { ...pulling, window: { showDocument: { support: true } } },
      folders: [pathToFileURL(folder.path).href],
    });
    const shown: ShowDocumentParams[] = [];
    client.connection.onRequest('window/showDocument', (params: ShowDocumentParams) => {
      shown.push(params);
      return { success: true };
    });
    await client.open(uri(), text);
    const before = await pairing();
    assert.equal(before.length, 2);
    const offered = (await actions(before[0]!)).filter(({ command }) => command?.command === 'jianggao.giveVerdict');
    assert.deepEqual(
      offered.map(({ title }) => title.slice(0, 3)),
      ['认可这', '这是误'],
    );
    await client.connection.sendRequest('workspace/executeCommand', offered[1]!.command!);
    assert.deepEqual(
      (await pairing()).map(({ range }) => range.start.line),
      [before[1]!.range.start.line],
    );
    const written = folder.read(file).toString();
    const [verdict] = JSON.parse(written).verdicts;
    assert.deepEqual(
      [verdict.verdict, verdict.file, verdict.reason],
      ['dismissed', '送审/讲话.md', '在编辑器里判为误报'],
    );
    // The cursor is where the reason is to be written.
    const { selection } = shown[0]!;
    const line = written.split('\n')[selection!.start.line]!;
    assert.equal(line.slice(selection!.start.character, selection!.end.character), '在编辑器里判为误报');

    // What somebody takes out of the file is shown again.
    fs.rmSync(folder.at(file));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(folder.at(file)).href, type: 3 }],
    });
    assert.equal((await pairing()).length, 2);
  });

  it('are those of the command', async () => {
    const accepted = await folder.run(['accept', '--all', '--reason', '旧稿', '送审']);
    assert.equal(accepted.status, 0, accepted.err);
    client = await LanguageClient.start({ capabilities: pulling, folders: [pathToFileURL(folder.path).href] });
    await client.open(uri(), text);
    assert.deepEqual(await pairing(), []);
  });

  it('are no matter where the workspace is not trusted, and a broken file hides nothing', async () => {
    folder.write(file, '{ "verdicts": 1 }');
    client = await LanguageClient.start({
      capabilities: pulling,
      folders: [pathToFileURL(folder.path).href],
      initializationOptions: { trusted: false },
    });
    await client.open(uri(), text);
    const found = await pairing();
    assert.equal(found.length, 2);
    assert.ok((await actions(found[0]!)).every(({ command }) => command?.command !== 'jianggao.giveVerdict'));
    await client.connection.sendNotification('jianggao/choices', { choices: {}, trusted: true });
    assert.equal((await pairing()).length, 2);
    assert.match(client.messages.join(), /jianggao\.verdicts\.json:1:1/);
  });
});
