import assert from 'node:assert/strict';
import fs from 'node:fs';
import iconv from 'iconv-lite';
import { configurations, faultsOf } from '../../server/src/host/configurations.ts';
import { globMatcher } from '../../server/src/host/globs.ts';
import { rules } from '../../server/src/rules/index.ts';
import { inFolder } from '../support/command.ts';

describe('configurations on disk', () => {
  it(
    'takes the nearest one above a draft',
    inFolder(
      {
        'jianggao.json': '{ "stage": "draft" }',
        '甲/乙/a.md': '',
        '丙/jianggao.json': '{ "stage": "final" }',
        '丙/b.md': '',
      },
      (folder) => {
        const found = configurations(rules);
        assert.equal(found.settings(folder.at('甲/乙/a.md')).stage, 'draft');
        assert.equal(found.settings(folder.at('丙/b.md')).stage, 'final');
      },
    ),
  );
  it(
    'gives drafts for which the same holds the same settings',
    inFolder({ 'jianggao.json': '{ "overrides": [{ "files": "送审/**", "stage": "final" }] }' }, (folder) => {
      const found = configurations(rules);
      assert.equal(found.settings(folder.at('a.md')), found.settings(folder.at('b.md')));
      assert.equal(found.settings(folder.at('a.md')).stage, undefined);
      assert.equal(found.settings(folder.at('送审/深/a.md')).stage, 'final');
    }),
  );
  it(
    'extends files beside it, in UTF-8 or GBK',
    inFolder(
      {
        '单位/共用.json': iconv.encode('{ // 单位的约定\n "speech": { "rate": 220 } }', 'gbk'),
        '甲/jianggao.json': '{ "extends": "../单位/共用.json" }',
      },
      (folder) => {
        const found = configurations(rules);
        assert.equal(found.settings(folder.at('甲/a.md')).speech.rate, 220);
        assert.deepEqual(found.of(folder.at('甲/a.md'))?.problems, []);
      },
    ),
  );
  it(
    'sees a circle, through links too',
    inFolder({ 'jianggao.json': '{ "extends": "甲.json" }', '甲.json': '{ "extends": ["乙.json"] }' }, (folder) => {
      fs.symlinkSync('jianggao.json', folder.at('乙.json'));
      const configuration = configurations(rules).of(folder.at('a.md'))!;
      const [fault] = faultsOf(configuration);
      assert.match(fault!.message, /绕成了圈/);
      assert.deepEqual([fault!.path, fault!.line, fault!.column], [folder.at('甲.json'), 1, 15]);
    }),
  );
  it(
    'tells a fault at its line',
    inFolder({ 'jianggao.json': '{\r\n  "rules": {\r\n    "text/paring": "off"\r\n  }\r\n}' }, (folder) => {
      const [fault] = faultsOf(configurations(rules).of(folder.at('a.md'))!);
      assert.deepEqual([fault!.line, fault!.column], [3, 5]);
      assert.match(fault!.message, /是不是“text\/pairing”/);
    }),
  );
  it('holds for nothing where there is none', () => {
    assert.deepEqual(configurations(rules).settings(undefined).rules, {});
  });
});

describe('globs', () => {
  for (const [pattern, path, matches] of [
    ['*.md', '送审/a.md', true],
    ['送审/*.md', '送审/a.md', true],
    ['送审/*.md', '送审/深/a.md', false],
    ['送审/**', '送审/深/a.md', true],
    ['./送审/**', '送审/a.md', true],
    ['{甲,乙}/*.txt', '乙/1.txt', true],
    ['甲', '甲/1.txt', false],
  ] as const)
    it(`${pattern} ${matches ? 'takes' : 'leaves'} ${path}`, () => assert.equal(globMatcher(pattern)(path), matches));
});
