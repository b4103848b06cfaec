/** What people hand in, and what a machine does to it. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { asNobody, inFolder } from '../support/command.ts';

const sound = '关于招商引资工作的讲话\n\n同志们：\n\n招商引资是一件大事，请大家抓好落实。谢谢大家。\n';

describe('bad input', () => {
  it(
    'no such file',
    inFolder({}, async (folder) => {
      const { status, out } = await folder.run(['check', '没有.md']);
      assert.equal(status, 2);
      assert.match(out, /没有\.md：没有这个文件或文件夹/);
    }),
  );
  it(
    'a folder without drafts',
    inFolder({ '空/x.js': '' }, async (folder) => {
      const { status, out } = await folder.run(['check', '空']);
      assert.equal(status, 2);
      assert.match(out, /空：文件夹里没有讲稿/);
    }),
  );
  it(
    'no permission',
    inFolder({ 'a.txt': sound, '夹/b.txt': sound }, async (folder) => {
      // What is loaded later must be readable now.
      await folder.run(['check', 'a.txt', '夹']);
      fs.chmodSync(folder.path, 0o755);
      fs.chmodSync(folder.at('a.txt'), 0);
      fs.chmodSync(folder.at('夹'), 0);
      const { status, out } = await asNobody(() => folder.run(['check', 'a.txt', '夹']));
      fs.chmodSync(folder.at('夹'), 0o755);
      assert.equal(status, 2);
      assert.match(out, /a\.txt：读不了，没有权限/);
      assert.match(out, /夹：打不开文件夹，没有权限/);
    }),
  );
  it(
    '5 MB in one line',
    inFolder({ 'a.txt': '我们要抓好招商引资，落实“项目为王”的理念；'.repeat(80_000) }, async (folder) => {
      const { status } = await folder.run(['check', 'a.txt']);
      assert.ok(status < 2);
    }),
  ).timeout(60_000);
  it(
    'deep nesting',
    inFolder(
      {
        'a.txt': `${'“（【《'.repeat(20_000)}\n${'一、（一）1.（1）①'.repeat(2_000)}\n`,
        'jianggao.json': `{ "rules": ${'['.repeat(100_000)}`,
      },
      async (folder) => {
        const broken = await folder.run(['check', 'a.txt']);
        assert.equal(broken.status, 2);
        assert.match(broken.out, /jianggao\.json:1:1 {2}嵌套得太深/);
        assert.ok((await folder.run(['check', '--no-config', 'a.txt'])).status < 2);
      },
    ),
  ).timeout(60_000);
  it(
    'an empty file',
    inFolder({ 'a.txt': '' }, async (folder) => assert.equal((await folder.run(['check', 'a.txt'])).status, 0)),
  );
  it(
    'a configuration with a fault: told once, at its place; the drafts under it are not checked',
    inFolder(
      {
        'jianggao.json': '{\n  "stage": "last"\n}',
        'a.txt': sound,
        'b.txt': sound,
        '另/jianggao.json': '{}',
        '另/c.txt': sound,
      },
      async (folder) => {
        const { status, out } = await folder.run(['check', '--format', 'json', '.']);
        assert.equal(status, 2);
        const { files, summary } = JSON.parse(out);
        assert.deepEqual(
          files.map(({ path }: { path: string }) => path),
          ['jianggao.json', '另/c.txt'],
        );
        assert.deepEqual(
          files[0].errors.map(({ code, line, column }: { code: string; line: number; column: number }) => [
            code,
            line,
            column,
          ]),
          [['configuration', 2, 12]],
        );
        assert.equal(summary.files, 1);
      },
    ),
  );
  it(
    'a configuration with an unknown rule',
    inFolder({ 'jianggao.json': '{ "rules": { "text/paring": "off" } }', 'a.txt': sound }, async (folder) => {
      const { status, out } = await folder.run(['check', 'a.txt']);
      assert.equal(status, 2);
      assert.match(out, /jianggao\.json:1:14 {2}没有叫“text\/paring”的规则或规则组，是不是“text\/pairing”/);
    }),
  );
  it(
    'a configuration that extends itself',
    inFolder(
      { 'jianggao.json': '{ "extends": "甲.json" }', '甲.json': '{ "extends": "jianggao.json" }', 'a.txt': sound },
      async (folder) => {
        const { status, out } = await folder.run(['check', 'a.txt']);
        assert.equal(status, 2);
        assert.match(out, /甲\.json:1:14 {2}“extends”绕成了圈/);
      },
    ),
  );
  it(
    'a configuration that is not there',
    inFolder({ 'a.txt': sound }, async (folder) => {
      const { status, out } = await folder.run(['check', '--config', '没有.json', 'a.txt']);
      assert.equal(status, 2);
      assert.match(out, /没有\.json:1:1 {2}读不了配置：没有这个文件。/);
    }),
  );
});
