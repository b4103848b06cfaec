import assert from 'node:assert/strict';
import { resolveConfiguration } from '../../server/src/engine/configuration.ts';
import { parseJsonc } from '../../server/src/host/jsonc.ts';
import { terms } from '../../server/src/rules/text/terms.ts';

/** The configuration of these files, of which the first is the entry. */
function configuration(files: Readonly<Record<string, string>>) {
  const [entry] = Object.keys(files);
  return resolveConfiguration(entry, [terms], {
    load: (reference) =>
      files[reference] === undefined ? '没有' : { path: reference, ...parseJsonc(files[reference]) },
    glob: (pattern) => (path) => path.startsWith(pattern),
  });
}
const told = (files: Readonly<Record<string, string>>) => configuration(files).problems.map(({ message }) => message);
const avoided = (files: Readonly<Record<string, string>>, path?: string): unknown[] =>
  ((configuration(files).settings(path).rules['text/terms']?.options?.['terms'] ?? []) as { avoid: string }[]).map(
    ({ avoid }) => avoid,
  );

describe('terms in a configuration', () => {
  it('reach the rule that reads them, from every layer', () => {
    const files = {
      'a.json':
        '{ "extends": "b.json", "terms": [{ "avoid": "甲" }], "overrides": [{ "files": "送审", "terms": [{ "avoid": "丙" }] }] }',
      'b.json':
        '{ "terms": [{ "avoid": "乙", "prefer": "二", "from": "2026-07-01", "near": ["县"], "beside": true }] }',
    };
    assert.deepEqual(told(files), []);
    assert.deepEqual(avoided(files), ['乙', '甲']);
    assert.deepEqual(avoided(files, '送审/一.md'), ['乙', '甲', '丙']);
    assert.deepEqual(avoided({ 'a.json': '{}' }), []);
  });
  it('leave the level of the rule to its own setting', () => {
    const files = { 'a.json': '{ "terms": [{ "avoid": "甲" }], "rules": { "text/terms": "info" } }' };
    const setting = configuration(files).settings().rules['text/terms'];
    assert.equal(setting?.level, 'info');
    assert.deepEqual(setting?.options?.['terms'], [{ avoid: '甲' }]);
  });
  it('are held against their declaration', () => {
    assert.deepEqual(told({ 'a.json': '{ "terms": [{ "prefer": "二" }] }' }), ['这一项缺“avoid”：要避免的词。']);
    assert.deepEqual(told({ 'a.json': '{ "terms": [{ "avoid": "甲", "from": "2026年7月1日" }] }' }), [
      '这里应为日期，写成 "2026-07-01" 的样子。',
    ]);
    assert.deepEqual(told({ 'a.json': '{ "terms": [{ "avoid": "甲", "perfer": "二" }] }' }), [
      '不认识“perfer”，是不是“prefer”。',
    ]);
    assert.deepEqual(told({ 'a.json': '{ "formulations": [{ "name": "三个聚焦" }] }' }), [
      '这一项缺“items”：各项，按先后顺序。',
    ]);
  });
  it('have words for the segmenter beside them, each held to be one', () => {
    const files = { 'a.json': '{ "extends": "b.json", "words": ["望江台"] }', 'b.json': '{ "words": ["临江新区"] }' };
    assert.deepEqual(told(files), []);
    assert.deepEqual(configuration(files).settings().words, ['临江新区', '望江台']);
    for (const word of ['望', '望江 台', '望江台 n', '\ufeff望江台', 'XX镇', ''])
      assert.deepEqual(told({ 'a.json': JSON.stringify({ words: ['望江台', word] }) }), [
        '这里应为两个以上的汉字，中间没有空格和标点。',
      ]);
  });
  it('are no option of the rule', () => {
    assert.deepEqual(told({ 'a.json': '{ "rules": { "text/terms": { "terms": [] } } }' }), [
      '不认识“terms”，可用的有 level、abbreviations。',
    ]);
  });
});
