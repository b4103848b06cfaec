import assert from 'node:assert/strict';
import { widthOf } from '../../server/src/formats/width.ts';
import { inFolder } from '../support/command.ts';

const draft = `在招商引资推进会上的讲话

同志们：

刚才，XX同志通报了情况。下面，我讲两点意见。

一、认清形势

全县新签约项目42个，到位资金XX亿元，增长12.5%。XX县要带头，XX县要争先。

二、压实责任

一是领导带头。二是部门联动。
`;

describe('outline', () => {
  it(
    'is JSON by the contract',
    inFolder({ 'a.txt': draft }, async (folder) => {
      const { status, out } = await folder.run(['outline', '--format', 'json', 'a.txt']);
      assert.equal(status, 0);
      const { schema, files, summary } = JSON.parse(out);
      assert.equal(schema, 1);
      assert.equal(summary.files, 1);
      const [{ path, encoding, outline, errors }] = files;
      assert.deepEqual([path, encoding, errors], ['a.txt', 'utf-8', []]);
      assert.deepEqual(
        outline.map(({ marker, depth, title }: { marker: string; depth: number; title: string }) => [
          marker,
          depth,
          title,
        ]),
        [
          ['', 0, '在招商引资推进会上的讲话'],
          ['一、', 1, '认清形势'],
          ['二、', 1, '压实责任'],
          ['一是', 2, '领导带头'],
          ['二是', 2, '部门联动'],
        ],
      );
      for (const { start, end, marker, title, characters, seconds } of outline) {
        assert.equal(draft.slice(start, end), marker || title);
        assert.ok(characters > 0 && seconds > 0);
      }
    }),
  );
  it(
    'is a table whose columns line up',
    inFolder({ 'a.txt': draft }, async (folder) => {
      const { out } = await folder.run(['outline', 'a.txt']);
      const rows = out.split('\n').filter((line) => / {2,}[\d,]+字 /.test(line));
      assert.equal(rows.length, 5);
      assert.equal(new Set(rows.map(widthOf)).size, 1, out);
      assert.match(out, /\n *11 {4}二、压实责任 /);
      assert.match(out, /\n *13 {6}一是领导带头 /);
      assert.match(out, /\n全文 [\d,]+ 字，按每分钟 200 字约讲 \d+/);
    }),
  );
  it(
    'reckons at the rate of the configuration',
    inFolder({ 'a.txt': draft, 'jianggao.json': '{ "speech": { "rate": 100 } }' }, async (folder) => {
      const seconds = async (...argv: string[]) =>
        JSON.parse((await folder.run(['outline', '-f', 'json', ...argv, 'a.txt'])).out).files[0].seconds;
      assert.ok(Math.abs((await seconds()) - 2 * (await seconds('--no-config'))) <= 1);
    }),
  );
});

describe('blanks', () => {
  it(
    'are JSON by the contract',
    inFolder({ 'a.txt': draft }, async (folder) => {
      const { files } = JSON.parse((await folder.run(['blanks', '--format', 'json', 'a.txt'])).out);
      const { blanks } = files[0];
      assert.deepEqual(
        blanks.map(({ text, kind }: { text: string; kind: string }) => [text, kind]),
        [
          ['XX', 'person'],
          ['XX', 'number'],
          ['XX', 'place'],
          ['XX', 'place'],
        ],
      );
      assert.equal(new Set(blanks.map(({ group }: { group: string }) => group)).size, 3);
      for (const { start, end, text } of blanks) assert.equal(draft.slice(start, end), text);
    }),
  );
  it(
    'are a list by what is missing, the same thing once',
    inFolder({ 'a.txt': draft, 'b.txt': '同志们：\n' }, async (folder) => {
      const { out, status } = await folder.run(['blanks', 'a.txt', 'b.txt']);
      assert.equal(status, 0);
      assert.match(out, /^a\.txt {2}待填 4 处，共 3 项\n姓名 1 项\n/);
      assert.match(out, /⟦XX⟧县要带头.*\n.*同一项另见 9:\d+\n/);
      assert.match(out, /b\.txt {2}没有待填之处。/);
    }),
  );
});

describe('figures', () => {
  it(
    'are JSON by the contract',
    inFolder({ 'a.txt': draft }, async (folder) => {
      const { figures, checks } = JSON.parse((await folder.run(['figures', '--format', 'json', 'a.txt'])).out).files[0];
      const at = (words: string) => figures.find(({ start }: { start: number }) => draft.startsWith(words, start));
      assert.deepEqual([at('42个').value, at('42个').unit], ['42', '个']);
      assert.equal(at('XX亿元').value, null);
      assert.deepEqual([at('12.5%').value, at('12.5%').unit], ['12.5', '%']);
      const [count] = checks.filter(({ type }: { type: string }) => type === 'count');
      assert.equal(count.verdict, 'ok');
      assert.equal(draft.slice(count.start, count.end), '两点意见');
      assert.deepEqual(
        count.members.map(({ start, end }: { start: number; end: number }) => draft.slice(start, end)),
        ['一、', '二、'],
      );
    }),
  );
  it(
    'are a table of what was checked',
    inFolder({ 'a.txt': draft }, async (folder) => {
      const { out } = await folder.run(['figures', 'a.txt']);
      assert.match(out, /5:\d+ {2}相符 {4}列数 {2}两点意见/);
      assert.match(out, /9:\d+ {2}42个 /);
    }),
  );
});

describe('views of what cannot be read', () => {
  it(
    'say so and go on',
    inFolder({ 'a.txt': draft, 'b.txt': Buffer.from([0xff, 0xd8, 0xff, 0xe0]) }, async (folder) => {
      const text = await folder.run(['outline', 'b.txt', 'a.txt']);
      assert.equal(text.status, 2);
      assert.match(text.err, /^失败 {2}b\.txt：这是图片，不是文本\n$/);
      assert.match(text.out, /^a\.txt\n/);
      const { files } = JSON.parse((await folder.run(['blanks', '-f', 'json', 'b.txt', 'a.txt'])).out);
      assert.deepEqual(
        files.map(({ errors }: { errors: readonly { code: string }[] }) => errors.map(({ code }) => code)),
        [['undecodable'], []],
      );
    }),
  );
});

describe('the outline for people', () => {
  const speech =
    '在全县推进会上的讲话\n同志们：\n下面讲三点意见。\n一、认清形势，增强责任感\n形势逼人，<b>任务</b>很重。\n二、突出重点，抓好落实\n要抓紧。\n三、压实责任，强化保障\n要考核。\n同志们，让我们共同努力。\n';

  it(
    'shows roles, the build and what is left of the minutes',
    inFolder({ 'a.txt': speech }, async (folder) => {
      const { out, status } = await folder.run(['outline', '--minutes', '5', 'a.txt']);
      assert.equal(status, 0);
      assert.match(out, /一、认清形势，增强责任感 +认清形势 +[█▏▎▍▌▋▊▉]+/);
      assert.match(out, /结构：三段式讲话/);
      assert.match(out, /限 5 分钟，还可讲 /);
      assert.match((await folder.run(['outline', '--minutes', '0', 'a.txt'])).out, /约讲 \S+。\n/);
    }),
  );

  it(
    'takes the minutes from the configuration, and says what is over',
    inFolder(
      { 'a.txt': speech.replace('要抓紧', '要抓紧'.repeat(200)), 'jianggao.json': '{ "speech": { "minutes": 1 } }' },
      async (folder) => {
        assert.match((await folder.run(['outline', 'a.txt'])).out, /限 1 分钟，超出 /);
      },
    ),
  );

  it(
    'is Markdown, and HTML in which a draft is text',
    inFolder({ 'a.txt': speech.replace('认清形势，', '认清<img src=x>形势，') }, async (folder) => {
      const markdown = (await folder.run(['outline', '-f', 'md', 'a.txt'])).out;
      assert.match(markdown, /^ {2}- \*\*二、突出重点，抓好落实\*\*（突出重点）/m);
      const html = (await folder.run(['outline', '-f', 'html', 'a.txt'])).out;
      assert.match(html, /^<!doctype html>/);
      assert.match(html, /<\/html>\n$/);
      assert.ok(!html.includes('<img'));
      assert.match(html, /default-src 'none'/);
    }),
  );

  it(
    'refuses minutes that are none',
    inFolder({ 'a.txt': speech }, async (folder) => {
      const { err, status } = await folder.run(['outline', '--minutes', '半', 'a.txt']);
      assert.equal(status, 2);
      assert.match(err, /--minutes 后面要写分钟数/);
    }),
  );
});
