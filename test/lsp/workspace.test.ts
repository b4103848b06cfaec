import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import type { CodeAction, CodeLens, Diagnostic, WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Overview } from '../../server/src/lsp/protocol.ts';
import { LanguageClient, pulling } from '../support/language-client.ts';
import { at, hasShared, repository, shared } from '../support/repository.ts';

const draft = '在推进会上的讲话\n\n同志们：\n\n一、认清形势\n\n今年以来，“成效明显。\n';

describe('language server: files and folders', () => {
  let folder: string;
  let client: LanguageClient | undefined;
  const write = (name: string, text: string): string => {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
    return pathToFileURL(file).href;
  };
  const codes = async (uri: string): Promise<unknown[]> => (await client!.diagnostics(uri)).map(({ code }) => code);
  /** Rules that found something in the files of the workspace, by URI. */
  const checked = async (before?: () => Promise<void>): Promise<Map<string, unknown[]>> => {
    await before?.();
    const { items } = await client!.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    return new Map(items.map((item) => [item.uri, item.kind === 'full' ? item.items.map(({ code }) => code) : []]));
  };
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jianggao-lsp-'));
  });
  afterEach(async () => {
    await client?.stop();
    client = undefined;
    fs.rmSync(folder, { recursive: true });
  });

  it('reads jianggao.json, and reads it again when it changes', async () => {
    const uri = write('a.txt', draft);
    const configuration = write('jianggao.json', '{ "rules": { "text/pairing": "off" } }');
    client = await LanguageClient.start({ capabilities: pulling });
    await client.open(uri, draft, 'plaintext');
    assert.ok(!(await codes(uri)).includes('text/pairing'));
    write('jianggao.json', '{ "rules": { "text/pairing": "info" } }');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: configuration, type: 2 }],
    });
    const found = (await client.diagnostics(uri)).find(({ code }) => code === 'text/pairing');
    assert.equal(found?.severity, 3);
    assert.equal(client.refreshes > 0, true);
  });

  it('watches the ledger that a configuration names, and reads it again when it changes', async () => {
    const text = '在推进会上的讲话\n\n同志们：\n\n2025年，全县完成固定资产投资17.6亿元，招商引资到位资金XX亿元。\n';
    const sheet = (value: string): string =>
      `指标,时期,地区,数值,单位\n固定资产投资,2025年,全县,${value},亿元\n招商引资到位资金,2025年,全县,42.8,亿元\n`;
    const uri = write('drafts/a.txt', text);
    write('drafts/jianggao.json', '{ "ledger": "../office/台账.csv" }');
    const ledger = write('office/台账.csv', sheet('17.5'));
    client = await LanguageClient.start({
      capabilities: {
        ...pulling,
        workspace: {
          ...pulling.workspace,
          didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
        },
      },
    });
    const registered = new Promise<unknown>((resolve) => {
      client!.connection.onRequest('client/registerCapability', ({ registrations }) => {
        resolve(registrations[0].registerOptions.watchers);
        return null;
      });
    });
    await client.open(uri, text, 'plaintext');
    const told = async (): Promise<unknown[]> =>
      (await client!.diagnostics(uri)).filter(({ code }) => code === 'numbers/ledger').map(({ severity }) => severity);
    assert.ok((await told()).includes(1));
    const real = pathToFileURL(fs.realpathSync(path.join(folder, 'office'))).href;
    assert.deepEqual(await registered, [{ globPattern: { baseUri: real, pattern: '*.{json,csv,tsv,xlsx,yaml,yml}' } }]);
    write('office/台账.csv', sheet('17.6'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: ledger, type: 2 }],
    });
    assert.ok(!(await told()).includes(1));
    const position = { line: 4, character: text.split('\n')[4]!.indexOf('XX') + 2 };
    const items = await client.ask<{ label: string; detail: string }[]>('textDocument/completion', uri, { position });
    assert.deepEqual(items.slice(0, 1), [
      { ...items[0], label: '42.8', detail: '台账：42.8亿元（2025年全县招商引资到位资金）' },
    ]);
    const { contents } = await client.ask<{ contents: { value: string } }>('textDocument/hover', uri, { position });
    assert.match(contents.value, /台账：42/);
  });

  it('says in overview, build and lenses what is over the minutes, each speech by itself', async () => {
    const body = `${'全县上下要坚定信心、真抓实干。'.repeat(20)}\n\n`;
    const speech = (heading: string) =>
      `在推进会上的讲话\n\n同志们：\n\n一、认清形势，${heading}\n\n${body}二、突出重点，抓好落实\n\n${body}三、压实责任，确保见效\n\n${body}`;
    const text = `${speech('坚定信心')}${speech('增强信心')}`;
    const uri = write('a.txt', text);
    write('jianggao.json', '{ "speech": { "rate": 200, "minutes": 3 } }');
    client = await LanguageClient.start({
      capabilities: { ...pulling, workspace: { ...pulling.workspace, configuration: true } },
      settings: () => ({ codeLens: { enabled: true } }),
    });
    await client.open(uri, text, 'plaintext');
    await client.diagnostics(uri);
    const { over, minutes, outline, builds } = await client.connection.sendRequest<Overview>('jianggao/overview', {
      textDocument: { uri },
    });
    assert.equal(minutes, 3);
    assert.equal(outline.length, 2);
    for (const [i, { children, seconds, over: whole }] of outline.entries()) {
      assert.equal(whole, seconds - 180);
      const [first, second, third] = children;
      // Each takes a minute and a half: the second is cut through, the third is over altogether.
      assert.equal(first!.over, 0);
      assert.ok(second!.over > 0 && second!.over < second!.seconds, String(second!.over));
      assert.equal(third!.over, third!.seconds);
      assert.equal(builds[i]!.over, whole);
      assert.equal(builds[i]!.parts.find(({ role }) => role === 'responsibility')!.over, third!.over);
    }
    assert.equal(over, outline[0]!.over + outline[1]!.over);
    const lenses = await client.ask<CodeLens[]>('textDocument/codeLens', uri);
    assert.equal(lenses.length, 6);
    assert.match(lenses[2]!.command!.title, / · 超 1\.\d 分$/);
    assert.doesNotMatch(lenses[0]!.command!.title, /超/);
  });

  it('tells what is wrong in a ledger where the configuration names it', async () => {
    write('台账.csv', '指标,时期,数值\n固定资产投资,2025年,很多\n');
    const text = '{ "ledger": ["台账.csv"] }';
    const uri = write('jianggao.json', text);
    client = await LanguageClient.start({ capabilities: pulling });
    await client.open(uri, text, 'jsonc');
    const [fault, ...others] = await client.diagnostics(uri);
    assert.deepEqual(others, []);
    assert.equal(TextDocument.create(uri, 'jsonc', 1, text).getText(fault!.range), '台账.csv');
    assert.match(String(fault!.message), /^“台账\.csv”第2行第\d+列：“很多”/);
  });

  it('completes the words that the office wants said, once two characters of them stand there', async () => {
    const text = `${draft}\n要加快推进自然资源局，自然资`;
    const uri = write('a.txt', text);
    write('jianggao.json', '{ "terms": [{ "avoid": "国土局", "prefer": "自然资源局" }] }');
    client = await LanguageClient.start({ capabilities: pulling });
    await client.open(uri, text, 'plaintext');
    const position = { line: 8, character: 15 };
    const items = await client.ask<{ label: string }[]>('textDocument/completion', uri, { position });
    assert.deepEqual(
      items.map(({ label }) => label),
      ['自然资源局'],
    );
  });

  it('reads no configuration of a workspace that is not trusted', async () => {
    const uri = write('a.txt', draft);
    write('jianggao.json', '{ "rules": { "text/pairing": "off" } }');
    client = await LanguageClient.start({ capabilities: pulling, initializationOptions: { trusted: false } });
    await client.open(uri, draft, 'plaintext');
    assert.ok((await codes(uri)).includes('text/pairing'));
    await client.connection.sendNotification('jianggao/choices', { choices: {}, trusted: true });
    assert.ok(!(await codes(uri)).includes('text/pairing'));
  });

  it('asks the extension for the configuration of a draft that is on no disk, and for what that names', async () => {
    const files: Record<string, string> = {
      'memory:/稿件/jianggao.json':
        '{ "extends": "../office/单 位.json", "overrides": [{ "files": "送审/**", "rules": { "structure": "off" } }] }',
      'memory:/office/单 位.json': '{ "rules": { "text/pairing": "info" } }',
    };
    const asked: string[] = [];
    const uri = `memory:/${encodeURIComponent('稿件')}/${encodeURIComponent('送审')}/a.speech`;
    client = await LanguageClient.start({ capabilities: pulling, initializationOptions: { extension: true } });
    client.connection.onRequest('jianggao/readFile', ({ uri: file }: { uri: string }) => {
      asked.push(decodeURIComponent(file));
      const text = files[decodeURIComponent(file)];
      return text === undefined ? null : Buffer.from(text).toString('base64');
    });
    await client.open(uri, draft.replace('一、', '二、'), 'speech');
    const found = await client.diagnostics(uri);
    assert.equal(found.find(({ code }) => code === 'text/pairing')?.severity, 3);
    assert.ok(!found.some(({ code }) => String(code).startsWith('structure/')));
    assert.deepEqual(asked, [
      'memory:/稿件/送审/jianggao.json',
      'memory:/稿件/jianggao.json',
      'memory:/稿件/jianggao.json',
      'memory:/office/单 位.json',
    ]);
    await client.stop();
    // Another editor has no such request.
    client = await LanguageClient.start({ capabilities: pulling });
    await client.open(uri, draft, 'speech');
    assert.ok((await codes(uri)).includes('text/pairing'));
  });

  it('tells of a broken configuration in the overview of each draft it holds for, and that it is mended', async () => {
    const uri = write('a.txt', draft);
    const configuration = write('jianggao.json', '{\n  "rules": { "text/pairing": "off", "none": "off" }\n}');
    client = await LanguageClient.start({ capabilities: pulling, initializationOptions: { extension: true } });
    let changes = 0;
    client.connection.onNotification('jianggao/changed', () => {
      changes++;
    });
    await client.open(uri, draft, 'plaintext');
    const faults = async () => (await client!.ask<Overview>('jianggao/overview', uri)).configuration;
    const told = await faults();
    assert.deepEqual([told?.count, told?.uri, told?.line], [1, configuration, 1]);
    assert.match(told?.message ?? '', /none/);
    assert.ok(!(await codes(uri)).includes('text/pairing'), 'the rest of it holds');
    write('jianggao.json', '{ "rules": { "text/pairing": "off" } }');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: configuration, type: 2 }],
    });
    assert.equal(await faults(), null);
    assert.equal(changes, 1);
  });

  it('tells what is wrong in a configuration, as it stands in the editor', async () => {
    const uri = write('jianggao.json', '{}');
    client = await LanguageClient.start({ capabilities: pulling });
    const text = '{\n  "rules": { "text/pairin": "off" }\n}\n';
    await client.open(uri, text, 'jsonc');
    const [fault, ...others] = await client.diagnostics(uri);
    assert.deepEqual(others, []);
    assert.equal(TextDocument.create(uri, 'jsonc', 1, text).getText(fault!.range), '"text/pairin"');
    assert.match(String(fault!.message), /text\/pairing/);
    await client.change(uri, { text: '{}' });
    assert.deepEqual(await client.diagnostics(uri), []);
  });

  it('turns a rule off in the configuration that holds, or in a new one', async () => {
    const uri = write('sub/a.txt', draft);
    client = await LanguageClient.start({ capabilities: pulling, folders: [pathToFileURL(folder).href] });
    await client.open(uri, draft, 'plaintext');
    const position = { line: 6, character: 5 };
    const off = async (): Promise<CodeAction> => {
      const actions = await client!.ask<CodeAction[]>('textDocument/codeAction', uri, {
        range: { start: position, end: position },
        context: { diagnostics: [] },
      });
      return actions.find(({ title }) => title.startsWith('关闭这条规则'))!;
    };
    const [create] = (await off()).edit!.documentChanges!;
    assert.deepEqual(create, {
      kind: 'create',
      uri: pathToFileURL(path.join(folder, 'jianggao.json')).href,
      options: { ignoreIfExists: true },
    });
    const configuration = write('jianggao.json', '{\n  // ours\n  "rules": {}\n}\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: configuration, type: 1 }],
    });
    const [change] = (await off()).edit!.documentChanges!;
    assert.ok(change !== undefined && 'edits' in change);
    const text = fs.readFileSync(path.join(folder, 'jianggao.json'), 'utf8');
    const after = TextDocument.applyEdits(TextDocument.create('', '', 0, text), change.edits as never);
    assert.match(after, /\/\/ ours/);
    assert.match(after, /"text\/pairing": "off"/);
  });

  it('turns a rule off in the configuration as it stands in the editor', async () => {
    const uri = write('a.txt', draft);
    const configuration = pathToFileURL(path.join(folder, 'jianggao.json')).href;
    client = await LanguageClient.start({ capabilities: pulling, folders: [pathToFileURL(folder).href] });
    await client.open(uri, draft, 'plaintext');
    // The file has only just been made and is still empty; its text is in the editor.
    write('jianggao.json', '');
    const text = '{ "rules": { "structure/balance": "off" } }\n';
    await client.open(configuration, text, 'jsonc');
    const position = { line: 6, character: 5 };
    const actions = await client.ask<CodeAction[]>('textDocument/codeAction', uri, {
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
    const [change] = actions.find(({ title }) => title.startsWith('关闭这条规则'))!.edit!.documentChanges!;
    assert.ok(change !== undefined && 'edits' in change);
    const after = TextDocument.applyEdits(TextDocument.create('', '', 0, text), change.edits as never);
    assert.deepEqual(JSON.parse(after), { rules: { 'structure/balance': 'off', 'text/pairing': 'off' } });
  });

  it('checks the drafts of the workspace, also those that are not open, and says unchanged the second time', async () => {
    const speech = write('a.txt', draft);
    write('notes.txt', '今天“天气很好。\n');
    write('broken.txt', '\u0000\u0001\u0002'.repeat(50));
    client = await LanguageClient.start({ capabilities: pulling, folders: [pathToFileURL(folder).href] });
    const ask = (previousResultIds: object[]): Promise<WorkspaceDiagnosticReport> =>
      client!.connection.sendRequest('workspace/diagnostic', { previousResultIds });
    const first = await ask([]);
    assert.deepEqual(
      first.items.map(({ uri }) => uri),
      [speech],
    );
    const [item] = first.items;
    assert.ok(item?.kind === 'full' && item.items.length > 0);
    const second = await ask([{ uri: speech, value: item.resultId! }]);
    assert.equal(second.items[0]?.kind, 'unchanged');
  });

  it('takes an open draft of the workspace as it stands in the editor, however the client writes its name', async () => {
    const onDisk = write('发言 (1)+2.txt', draft);
    const uri = onDisk.replace('(', '%28').replace(')', '%29').replace('+', '%2B');
    client = await LanguageClient.start({ capabilities: pulling, folders: [pathToFileURL(folder).href] });
    const texts = await checked(async () => {
      await client!.open(uri, draft.replace('“', ''), 'plaintext');
    });
    assert.deepEqual([...texts.keys()], [uri]);
    assert.ok(!texts.get(uri)!.includes('text/pairing'));
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    const said = await checked(() =>
      client!.connection.sendNotification('jianggao/choices', {
        choices: { [uri]: { speech: false } },
        trusted: true,
      }),
    );
    assert.equal(said.size, 0, 'what the user has said of the file holds');
  });

  it('follows the settings for files of the workspace that are not open', async () => {
    write('a.txt', draft);
    write('往年/b.txt', draft);
    const notes = write('必查/c.txt', '今天“天气很好。\n');
    const settings = { documents: { detect: true, include: ['必查/**'], exclude: ['往年/**'] } };
    client = await LanguageClient.start({
      capabilities: { ...pulling, workspace: { ...pulling.workspace, configuration: true } },
      folders: [pathToFileURL(folder).href],
      settings: () => settings,
    });
    const names = async (): Promise<string[]> =>
      [...(await checked()).keys()].map((uri) => path.basename(decodeURIComponent(uri)));
    assert.deepEqual(await names(), ['a.txt', 'c.txt']);
    settings.documents.detect = false;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    assert.deepEqual(await names(), ['c.txt']);
    assert.ok((await checked()).get(notes)!.includes('text/pairing'));
  });

  it('waits for what the settings say of a document before it answers for it', async () => {
    const settings = { documents: { detect: true, include: ['必查/**'], exclude: [] }, codeLens: { enabled: true } };
    client = await LanguageClient.start({
      capabilities: { ...pulling, workspace: { ...pulling.workspace, configuration: true } },
      folders: [pathToFileURL(folder).href],
      settings: () => settings,
    });
    const text = '一、认清形势\n\n今天天气很好。\n';
    const uri = write('必查/a.txt', text);
    await client.open(uri, text, 'plaintext');
    const [symbols, lenses] = await Promise.all([
      client.ask<{ name: string }[]>('textDocument/documentSymbol', uri),
      client.ask<CodeLens[]>('textDocument/codeLens', uri),
    ]);
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['一、认清形势'],
    );
    assert.equal(lenses.length, 1);
  });

  it('stops checking the workspace when it is told to', async () => {
    for (let i = 0; i < 300; i++) write(`${i}.txt`, draft);
    client = await LanguageClient.start({ capabilities: pulling, folders: [pathToFileURL(folder).href] });
    const cancelled = { cancel: (): void => undefined };
    const token = {
      isCancellationRequested: false,
      onCancellationRequested: (listener: () => void) => {
        cancelled.cancel = listener;
        return { dispose: () => undefined };
      },
    };
    const answer = client.connection.sendRequest('workspace/diagnostic', { previousResultIds: [] }, token as never);
    setTimeout(() => cancelled.cancel(), 20);
    await assert.rejects(answer as Promise<unknown>, /cancelled/i);
  });

  it('finds in an editor what the command finds, on every draft of the corpus', async function () {
    this.timeout(120_000);
    const names = fs.readdirSync(at('test/corpus/sound')).filter((name) => /\.(txt|md)$/.test(name));
    const files = names.map((name) => at('test/corpus/sound', name));
    if (hasShared)
      for (const name of fs.readdirSync(path.join(shared, 'seeds'))) files.push(path.join(shared, 'seeds', name));
    const { stdout } = spawnSync(
      process.execPath,
      [at('dist/cli.js'), 'check', '--draft', '--format', 'json', ...files],
      {
        cwd: repository,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      },
    );
    const report = JSON.parse(stdout) as {
      files: { findings: { rule: string; start: number; end: number; message: string; severity: string }[] }[];
    };
    client = await LanguageClient.start({ capabilities: pulling });
    const severities = ['', 'error', 'warning', 'info'];
    for (const [i, file] of files.entries()) {
      const text = fs.readFileSync(file, 'utf8');
      const uri = pathToFileURL(file).href;
      await client.connection.sendNotification('jianggao/choices', {
        choices: { [uri]: { speech: true } },
        trusted: true,
      });
      await client.open(uri, text, file.endsWith('.md') ? 'markdown' : 'plaintext');
      const document = TextDocument.create(uri, '', 1, text);
      const found: unknown[] = (await client.diagnostics(uri)).map(({ code, range, message, severity }) => [
        code,
        document.offsetAt(range.start),
        document.offsetAt(range.end),
        message,
        severities[severity!],
      ]);
      assert.deepEqual(
        found,
        report.files[i]!.findings.map(({ rule, start, end, message, severity }) => [
          rule,
          start,
          end,
          message,
          severity,
        ]),
        file,
      );
    }
  });

  it('knows after any edits what it would know of the final text', async function () {
    this.timeout(120_000);
    const source = fs.readFileSync(
      at(
        'test/corpus/sound',
        fs
          .readdirSync(at('test/corpus/sound'))
          .filter((name) => name.endsWith('.txt'))
          .sort()[0]!,
      ),
      'utf8',
    );
    const pieces = [
      '“',
      '”',
      'XX',
      '\n',
      '二是',
      '三、',
      '（',
      '17.5亿元',
      '，',
      '\r\n',
      '其中',
      '<!-- jianggao-disable -->',
      '。',
      '同志们：\n',
    ];
    client = await LanguageClient.start({ capabilities: pulling });
    let run = 0;
    const edits = fc.array(
      fc.record({ from: fc.nat(source.length), length: fc.nat(40), text: fc.constantFrom(...pieces) }),
      { minLength: 1, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(edits, async (list) => {
        const uri = `untitled:edited-${run++}`;
        const fresh = `${uri}-fresh`;
        let document = TextDocument.create(uri, 'plaintext', 1, source);
        await client!.connection.sendNotification('jianggao/choices', {
          choices: { [uri]: { speech: true }, [fresh]: { speech: true } },
          trusted: true,
        });
        await client!.open(uri, source, 'plaintext');
        let reported: readonly Diagnostic[] = [];
        let resultId: string | undefined;
        for (const { from, length, text } of list) {
          const start = Math.min(from, document.getText().length);
          const range = {
            start: document.positionAt(start),
            end: document.positionAt(Math.min(start + length, document.getText().length)),
          };
          const version = await client!.change(uri, { range, text });
          document = TextDocument.update(document, [{ range, text }], version);
          const report = await client!.pull(uri, resultId);
          resultId = report.resultId;
          if (report.kind === 'full') reported = report.items;
        }
        // The paragraph being written is left; then nothing is held back.
        await client!.connection.sendNotification('jianggao/editingEnded', { textDocument: { uri } });
        const report = await client!.pull(uri, resultId);
        if (report.kind === 'full') reported = report.items;
        await client!.open(fresh, document.getText(), 'plaintext');
        const expected = JSON.parse(JSON.stringify(await client!.diagnostics(fresh)).replaceAll(fresh, uri));
        assert.deepEqual(reported, expected);
        for (const each of [uri, fresh])
          await client!.connection.sendNotification('textDocument/didClose', { textDocument: { uri: each } });
      }),
      // A failure names its seed and path: FC_SEED repeats them, FC_RUNS tries more.
      { numRuns: Number(process.env.FC_RUNS ?? 40), ...(process.env.FC_SEED && { seed: Number(process.env.FC_SEED) }) },
    );
  });
});
