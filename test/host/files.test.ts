import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { findDrafts } from '../../server/src/host/files.ts';
import { inFolder } from '../support/command.ts';

const paths = (args: readonly string[], cwd: string): string[] =>
  findDrafts(args, cwd).sources.map(({ path: shown }) => shown);
const failures = (args: readonly string[], cwd: string): string[] =>
  findDrafts(args, cwd).failures.map(({ failure: { code, message } }) => `${code} ${message}`);

describe('finding drafts', () => {
  it(
    'takes files as they are named, in the order of the arguments, each once',
    inFolder({ 'b.txt': '', 'a.text': '' }, ({ path: cwd }) =>
      assert.deepEqual(paths(['b.txt', 'a.text', './b.txt'], cwd), ['b.txt', 'a.text']),
    ),
  );

  it(
    'walks a folder in a stable order, for drafts only',
    inFolder(
      {
        '乙.md': '',
        '甲/1.txt': '',
        '甲/2.speech': '',
        '丙.TXT': '',
        'x.js': '',
        '.git/a.md': '',
        'node_modules/b.md': '',
        '.cache/c.md': '',
      },
      ({ path: cwd }) => {
        const expected = ['丙.TXT', '乙.md', '甲/1.txt', '甲/2.speech'];
        assert.deepEqual(paths(['.'], cwd), expected);
        assert.deepEqual(
          paths([cwd], cwd),
          expected.map((name) => `${cwd}/${name}`),
        );
      },
    ),
  );

  it(
    'leaves out what .gitignore leaves out, the nearest file deciding, and those above up to the root of the repository',
    inFolder(
      {
        '.gitignore': '草稿/\n*.txt\n',
        '.git/HEAD': '',
        'a.txt': '',
        'b.md': '',
        '草稿/c.md': '',
        '送审/.gitignore': '!要.txt\n',
        '送审/要.txt': '',
        '送审/不要.txt': '',
      },
      (folder) => {
        assert.deepEqual(paths(['.'], folder.path), ['b.md', '送审/要.txt']);
        assert.deepEqual(paths(['送审'], folder.path), ['送审/要.txt']);
        assert.deepEqual(paths(['.'], folder.at('送审')), ['要.txt']);
        // What is named is meant.
        assert.deepEqual(paths(['a.txt', '草稿/c.md'], folder.path), ['a.txt', '草稿/c.md']);
      },
    ),
  );

  it(
    'takes globs',
    inFolder({ '送审/a.md': '', '送审/深/b.md': '', '送审/c.txt': '', 'd.md': '', '[1].md': '' }, ({ path: cwd }) => {
      assert.deepEqual(paths(['送审/**/*.md'], cwd), ['送审/a.md', '送审/深/b.md']);
      assert.deepEqual(paths(['./送审/*.{md,txt}'], cwd), ['送审/a.md', '送审/c.txt']);
      assert.deepEqual(paths(['[1].md'], cwd), ['[1].md']);
      assert.deepEqual(failures(['*.docx'], cwd), ['not-found *.docx：没有符合这个通配式的文件']);
    }),
  );

  it(
    'says what gave nothing, and goes on',
    inFolder({ 'a.md': '', '空/x.js': '', '纪要/会.docx': '' }, ({ path: cwd }) => {
      assert.deepEqual(paths(['没有.md', 'a.md'], cwd), ['a.md']);
      assert.deepEqual(failures(['没有.md', '空', '纪要'], cwd), [
        'not-found 没有.md：没有这个文件或文件夹',
        'no-drafts 空：文件夹里没有讲稿（.txt、.speech、.md、.markdown）',
        'no-drafts 纪要：文件夹里没有讲稿（.txt、.speech、.md、.markdown），有 1 个 Word 文件，留待以后的版本',
      ]);
    }),
  );

  it(
    'reads names in GBK, in a folder and as an argument',
    inFolder({}, function (this: Mocha.Context | undefined, { path: cwd }) {
      const name = iconv.encode('讲话稿.txt', 'gbk');
      try {
        fs.writeFileSync(Buffer.concat([Buffer.from(`${cwd}/`), name]), '同志们：');
      } catch {
        return; // This file system takes UTF-8 only.
      }
      if (!fs.readdirSync(cwd, { encoding: 'buffer' }).some((found) => found.equals(name))) return;
      assert.deepEqual(paths(['.'], cwd), ['讲话稿.txt']);
      const { sources } = findDrafts([name.toString()], cwd);
      assert.equal(sources[0]?.path, '讲话稿.txt');
      assert.equal(fs.readFileSync(sources[0]!.file!, 'utf8'), '同志们：');
    }),
  );

  it(
    'follows links to files, not to folders',
    inFolder({ 'a.md': '' }, ({ path: cwd }) => {
      fs.symlinkSync('a.md', path.join(cwd, 'b.md'));
      fs.symlinkSync('.', path.join(cwd, '圈'));
      assert.deepEqual(paths(['.'], cwd), ['a.md', 'b.md']);
    }),
  );
});
