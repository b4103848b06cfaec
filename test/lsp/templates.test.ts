// biome-ignore-all lint/suspicious/noTemplateCurlyInString: bodies of snippets
/** Templates over the protocol: the library, what is offered while somebody types, drafts, and speeches made into templates. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import iconv from 'iconv-lite';
import type { CompletionItem } from 'vscode-languageserver-protocol';
import type { AnonymousItem, MergedPack, TemplateContent, Templates } from '../../server/src/lsp/protocol.ts';
import { Folder } from '../support/command.ts';
import { LanguageClient } from '../support/language-client.ts';
import { at } from '../support/repository.ts';

const uri = 'file:///drafts/a.md';
const draft = '在全县招商引资推进会上的讲话\n\n同志们：\n\n我们要';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('templates over the protocol', () => {
  let client: LanguageClient;
  let folder: Folder;
  before(async () => {
    folder = new Folder({
      '共用/office.code-snippets': JSON.stringify({
        县里的开头: { prefix: ['xlkt', '县里开头'], description: '〔部件：开头〕', body: '今天开会，${1:XX县}的$1。' },
      }),
      '共用/broken.code-snippets': '{ "坏"',
      '.vscode/数据.code-snippets': JSON.stringify({
        总量: { prefix: 'zl', body: '去年，全县地区生产总值达到${1:XX}亿元。' },
      }),
      'jianggao.json': JSON.stringify({
        ledger: [
          {
            indicator: '地区生产总值',
            period: `${new Date().getFullYear() - 1}年`,
            value: '236.4亿元',
            source: '公报',
          },
        ],
      }),
    });
    client = await LanguageClient.start({
      capabilities: {
        textDocument: { completion: { completionItem: { snippetSupport: true } } },
        workspace: { configuration: true },
      },
      folders: [pathToFileURL(folder.path).href],
      settings: () => ({ folders: ['共用', '/不在/的共享'] }),
      initializationOptions: { extension: true },
    });
  });
  after(async () => {
    await client.stop();
    folder.remove();
  });
  const library = () => client.connection.sendRequest<Templates>('jianggao/templates');
  const offered = async (typed: string): Promise<CompletionItem[]> => {
    const text = draft + typed;
    const lines = text.split('\n');
    const name = `${uri}?${encodeURIComponent(typed)}`;
    await client.open(name, text);
    const position = { line: lines.length - 1, character: lines.at(-1)!.length };
    return client.ask<CompletionItem[]>('textDocument/completion', name, { position });
  };

  it('lists what ships and what the office has, and what is wrong with its files', async () => {
    const { templates, problems, folders } = await library();
    assert.ok(templates.filter(({ origin }) => origin === 'built-in').length >= 50);
    const [office] = templates.filter(({ origin }) => origin === 'office');
    assert.deepEqual([office?.name, office?.part, office?.line], ['县里的开头', '开头', 0]);
    assert.equal(problems.length, 2);
    assert.ok(problems.some(({ uri: file, line }) => file.endsWith('broken.code-snippets') && line === 0));
    assert.ok(problems.some(({ message }) => message.startsWith('模板文件夹现在打不开')));
    assert.equal(folders.filter((each) => each.includes(encodeURI('共用'))).length, 1);
  });

  it('reads a folder again when asked', async () => {
    folder.write('共用/more.code-snippets', JSON.stringify({ 后加的: { prefix: 'hjd', body: '好。' } }));
    assert.ok((await library()).templates.some(({ name }) => name === '后加的'));
    fs.rmSync(folder.at('共用/more.code-snippets'));
    assert.ok(!(await library()).templates.some(({ name }) => name === '后加的'));
  });

  it('offers by what ends the line, and replaces it', async () => {
    await library();
    for (const [typed, range] of [
      ['县里开', 3],
      ['xlk', 3],
    ] as const) {
      const [item] = (await offered(typed)).filter(({ label }) => label === '县里的开头');
      assert.ok(item?.textEdit && 'range' in item.textEdit, typed);
      const { start, end } = item.textEdit.range;
      assert.equal(end.character - start.character, range);
      assert.equal(item.textEdit.newText, '今天开会，${1:XX县}的$1。');
      assert.equal(item.insertTextFormat, 2);
    }
    assert.ok((await offered('zkdc')).some(({ label }) => label === '过渡·成绩转问题'));
    assert.ok((await offered('在肯定成')).some(({ label }) => label === '过渡·成绩转问题'));
    assert.ok(!(await offered('zk，')).some(({ label }) => label.startsWith('过渡')));
  });

  it('gives a template with its blanks, filled as far as is said', async () => {
    const { templates } = await library();
    const { id } = templates.find(({ name }) => name === '讲话·招商引资推进会·书记')!;
    const content = (await client.connection.sendRequest<TemplateContent | null>('jianggao/template', {
      id,
      values: { 1: '临溪县' },
    }))!;
    assert.ok(content.text.includes('中共临溪县委书记　XXX') && content.snippet.includes('${1:XX县}'));
    assert.deepEqual(
      content.blanks.slice(0, 3).map(({ index, name }) => [index, name]),
      [
        [1, '县名'],
        [2, '会议日期'],
        [3, '讲话人'],
      ],
    );
    const lines = content.text.split('\n');
    for (const { start, end } of content.stops)
      assert.match(lines[start.line]!.slice(start.character, end.character), /X/);
    assert.equal(await client.connection.sendRequest('jianggao/template', { id: '没有' }), null);
  });

  it("fills in what the office's ledger knows", async () => {
    const { id } = (await library()).templates.find(({ name }) => name === '总量')!;
    const content = await client.connection.sendRequest<TemplateContent>('jianggao/template', { id });
    const [blank] = content.blanks;
    assert.equal(blank?.known?.value, '236.4');
    assert.match(blank.known.source, /^\d{4}年地区生产总值，公报$/);
  });

  it('makes a template of a speech, and of several packs one', async () => {
    const text = fs.readFileSync(at('test/corpus/sound/zhaoshang-shuji.txt'), 'utf8');
    const speech = 'file:///drafts/b.txt';
    await client.open(speech, text, 'plaintext');
    const things = (await client.ask<AnonymousItem[] | null>('jianggao/anonymise', speech))!;
    assert.ok(things.some(({ text: shown, what, sure }) => shown === '云麓' && what === '地名' && sure));
    const masked = things.map((_, index) => index);
    const make = (version: number): Promise<string | null> =>
      client.ask('jianggao/makeTemplate', speech, {
        version,
        masked,
        name: '讲话·甲',
        prefixes: ['jia'],
        description: '甲',
      });
    assert.equal(await make(7), null);
    const pack = (await make(1))!;
    assert.ok(!pack.includes('云麓') && !pack.includes('沈怀民') && !pack.includes('94.6'));
    const merged = await client.connection.sendRequest<MergedPack>('jianggao/mergePack', {
      files: [pack, '{ "乙": { "body": "好。" }, "log": { "scope": "javascript", "body": "console.log()" } }'].map(
        base64,
      ),
      office: '临溪县委办公室',
    });
    assert.match(merged.text!, /^\/\/ 单位：临溪县委办公室\n\{\n {2}"讲话·甲"/);
    const { message } = await client.connection.sendRequest<MergedPack>('jianggao/mergePack', {
      files: ['{ "丙": 1 }', '{'].map(base64),
    });
    assert.match(message!, /“丙”没有正文/);
    const all = Object.keys(JSON.parse(merged.text!.slice(merged.text!.indexOf('{'))) as object);
    assert.deepEqual(all, ['讲话·甲', '乙'], 'what is for code stays behind');
  });

  it('takes packs in the encodings that drafts have, and says which it cannot read', async () => {
    const text =
      '// 单位：临溪县委办公室\n{ "讲话·甲": { "prefix": "jia", "body": "同志们：今天召开全县招商引资工作推进会。" } }\n';
    const merge = (files: readonly Buffer[], names?: readonly string[]): Promise<MergedPack> =>
      client.connection.sendRequest('jianggao/mergePack', {
        files: files.map((each) => each.toString('base64')),
        names,
      });
    const { text: merged } = await merge([iconv.encode(text, 'gb18030')]);
    assert.match(merged!, /单位：临溪县委办公室/);
    assert.match(merged!, /同志们：今天召开全县招商引资工作推进会。/);
    assert.match((await merge([Buffer.from([0, 1, 2, 0, 255, 254, 0])])).message!, /认不出模板文件的编码/);
    assert.match((await merge([Buffer.from(text)], ['乙'])).message!, /没有找到讲稿用的模板/);
  });
});
