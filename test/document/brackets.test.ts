import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bracketMarks, matchBrackets } from '../../server/src/document/brackets.ts';

const lonely = (text: string): string =>
  matchBrackets(text)
    .lonely.map(({ at, side, wrong }) => `${at}${text[at]}${wrong === undefined ? side : 'wrong'}`)
    .join(' ');

describe('brackets of a paragraph', () => {
  const table: readonly (readonly [text: string, lonely: string])[] = [
    ['深化“放管服”改革', ''],
    ['深化“放管服改革', '2“open'],
    ['深化放管服”改革', '5”close'],
    ['印发《条例》（以下简称条例)。', ''],
    ['印发《关于“一件事”办理的意见，请执行。', '2《open'],
    ['《“十四五规划》', '1“open'],
    ['要做到“甲“、“乙”', '5“wrong'],
    ['要做到”甲”、“乙”', '3”wrong'],
    ['写明【甲）的理由', '4）wrong'],
    ['I don’t know，’98抗洪', ''],
    ['大家辛苦了:) 谢谢', ''],
    ['区间[0,1)之内', ''],
    ['见 https://a.cn/x)y', ''],
    ['“双"引号混用', ''],
    ['把"甲"和"乙办好，再抓"丙"。', '5"any'],
    ['55"的屏幕', ''],
    ['頂?shù)葐栴}', ''],
    ['麥?zhǔn)占竟', ''],
  ];
  for (const [text, expected] of table) it(text, () => assert.equal(lonely(text), expected));

  it('knows a list label from a bracket that lost its partner', () => {
    assert.deepEqual(
      matchBrackets('一是抓实；2）抓细；（三）抓好').lonely.map((mark) => mark.label),
      ['digit'],
    );
    assert.deepEqual(
      matchBrackets('抓住100个项目）').lonely.map((mark) => mark.label),
      [undefined],
    );
  });

  it('accounts for every mark once, in any text', () => {
    const marks = bracketMarks
      .flatMap(([, open, close]) => [...open, ...close])
      .filter((mark) => !'‘’()[]'.includes(mark));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...marks, '甲', '乙', '，', '。')), (pieces) => {
        const text = pieces.join('');
        const { pairs, lonely: alone } = matchBrackets(text);
        const seen = new Set<number>();
        for (const { start, end } of pairs) for (const at of [start, end - 1]) assert.ok(!seen.has(at) && seen.add(at));
        for (const { at } of alone) assert.ok(!seen.has(at) && seen.add(at));
        for (const at of seen) assert.ok(marks.includes(text[at]!));
      }),
    );
  });
});
