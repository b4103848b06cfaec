import assert from 'node:assert/strict';
import { parseJsonc } from '../../server/src/host/jsonc.ts';

describe('JSON with comments', () => {
  it('reads comments, trailing commas and a byte-order mark, and keeps offsets', () => {
    const text = '\uFEFF// 说明\n{ "甲": [1, 2,], /* 注 */ }';
    const { root, problems } = parseJsonc(text);
    assert.deepEqual(problems, []);
    const key = root?.children?.[0]?.children?.[0];
    assert.equal(text.slice(key!.offset, key!.offset + key!.length), '"甲"');
  });
  it('takes an empty file for none', () => assert.deepEqual(parseJsonc(' // 空\n'), { problems: [] }));

  for (const [text, place, message] of [
    ['{ “甲”: 1 }', '“甲”', /双引号/],
    ['{ "甲" 1 }', '1', /冒号/],
    ['{ "甲": 1 "乙": 2 }', '"乙"', /逗号/],
    ['{ "甲": }', '}', /缺少值/],
    ['{ "甲": 1', '', /“}”/],
    ['[1, 2', '', /“]”/],
    ['{} {}', '{', /多出/],
    ['{ "甲": "乙\n }', '"乙', /没有结束/],
    ['{ "甲": "\\q" }', '"\\q"', /转义/],
    ['{ /* 甲 }', '/* 甲 }', /注释/],
  ] as const)
    it(`reports at its place what is wrong: ${text.replace('\n', '↵')}`, () => {
      const [problem] = parseJsonc(text).problems;
      assert.equal(text.slice(problem?.start, problem?.end), place);
      assert.match(problem!.message, message);
    });

  it('survives nesting without end', () =>
    assert.match(parseJsonc('['.repeat(200_000)).problems[0]!.message, /太深|缺少/));
});
