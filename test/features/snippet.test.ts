// biome-ignore-all lint/suspicious/noTemplateCurlyInString: bodies of snippets
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bodyOffset, escapeSnippet, parseSnippet, render, summarise } from '../../server/src/features/snippet.ts';

const text = (body: string, values: Readonly<Record<number, string>> = {}): string =>
  render(parseSnippet(body).nodes, new Map(Object.entries(values).map(([index, value]) => [Number(index), value])))
    .text;
const kinds = (body: string): readonly string[] => parseSnippet(body).faults.map(({ kind }) => kind);

describe('snippet grammar', () => {
  /** body, text unfilled, text with 1 = 甲 */
  const cases: readonly [string, string, string][] = [
    ['同志们：', '同志们：', '同志们：'],
    ['${1:XX县}委', 'XX县委', '甲委'],
    ['${1:XX县}的$1和${1}', 'XX县的XX县和XX县', '甲的甲和甲'],
    ['$1先于${1:XX县}', 'XX县先于XX县', '甲先于甲'],
    ['${1|一季度,上半年,前三季度|}，$1', '一季度，一季度', '甲，甲'],
    ['${1|一\\,二,三\\|四|}', '一,二', '甲'],
    ['${2:在${1:XX县}召开}$0的', '在XX县召开的', '在甲召开的'],
    ['\\$1 \\} \\\\ \\n', '$1 } \\ \\n', '$1 } \\ \\n'],
    ['价格$和}括号{', '价格$和}括号{', '价格$和}括号{'],
    ['${1:带\\}的\\$字}', '带}的$字', '甲'],
    ['${CURRENT_YEAR:XXXX}年', 'XXXX年', 'XXXX年'],
    ['$CLIPBOARD', '', ''],
    ['$CURRENT_YEAR年', '年', '年'],
    ['${1:甲${2:乙${3:丙}}}', '甲乙丙', '甲'],
    ['${1:$1}', '', '甲'],
  ];
  for (const [body, open, filled] of cases)
    it(body, () => {
      assert.equal(text(body), open);
      assert.equal(text(body, { 1: '甲' }), filled);
    });

  it('gives what VS Code would take for text as text, and says so', () => {
    const faults: readonly [string, string, readonly string[]][] = [
      ['在${1:XX县的讲话', '在${1:XX县的讲话', ['unclosed']],
      ['${1:甲${2:乙}', '${1:甲乙', ['unclosed']],
      ['${1:甲${2:乙', '${1:甲${2:乙', ['unclosed', 'unclosed']],
      ['${1|一,二}', '${1|一,二}', ['choice']],
      ['${1||}', '${1||}', ['choice']],
      ['${0|一,二|}', '${0|一,二|}', ['choice']],
      ['${县名}', '${县名}', ['malformed']],
      ['${1：XX县}', '${1：XX县}', ['malformed']],
      ['${1', '${1', ['malformed']],
      ['${COUNTY}', '', ['unknown-variable']],
      ['${1:XX}${1/(.*)/${1:/upcase}/}', 'XXXX', ['transform']],
      ['${1/(.*)', '${1/(.*)', ['malformed']],
      ['${1:XX县}和${1:XX市}', 'XX县和XX市', ['two-things']],
      ['$3', '', ['no-default']],
      ['${0:完}', '完', ['malformed']],
    ];
    for (const [body, open, expected] of faults) {
      assert.deepEqual(kinds(body), expected, body);
      assert.equal(text(body), open, body);
    }
  });

  it('places its faults', () => {
    const [fault] = parseSnippet('同志们：\n在${1:XX县的讲话').faults;
    assert.deepEqual([fault!.start, fault!.end], [6, 10]);
    assert.match(fault!.message, /^“\$\{1:XX县的讲话”没有结束，缺少“}”。/);
  });

  it('sums up the tab stops by number', () => {
    assert.deepEqual(summarise(parseSnippet('${2:XX县}$1${1|一,二|}$2$0').nodes), [
      { index: 1, text: '一', choices: ['一', '二'], places: 2 },
      { index: 2, text: 'XX县', places: 2 },
    ]);
  });

  it('places the stops in the text, and their origin in the body', () => {
    const body = '在${1:XX县}的\\$${2:XX}讲话$0。';
    const rendered = render(parseSnippet(body).nodes, new Map([[2, '招商']]));
    assert.equal(rendered.text, '在XX县的$招商讲话。');
    assert.deepEqual(
      rendered.stops.map(({ index, start, end, filled }) => [index, rendered.text.slice(start, end), filled]),
      [
        [1, 'XX县', false],
        [2, '招商', true],
      ],
    );
    assert.equal(rendered.cursor, rendered.text.length - 1);
    assert.equal(body.slice(bodyOffset(rendered, 1)).slice(0, 3), 'XX县');
    assert.equal(body.slice(bodyOffset(rendered, rendered.text.indexOf('讲话'))).slice(0, 2), '讲话');
  });

  it('inserts any text unchanged once it is escaped', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('$', '{', '}', '\\', '1', ':', '|', '/', ',', 'X', '县', '\n') }),
        (any) => {
          assert.deepEqual(kinds(escapeSnippet(any)), []);
          assert.equal(text(escapeSnippet(any)), any);
        },
      ),
    );
  });

  it('places every node of any body inside it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('$', '{', '}', '\\', '1', '2', '0', ':', '|', '/', ',', 'X', 'A_B', '县') }),
        (body) => {
          const { nodes, faults } = parseSnippet(body);
          for (const { start, end } of faults) assert.ok(0 <= start && start <= end && end <= body.length);
          const rendered = render(nodes);
          for (const { start, end } of rendered.stops)
            assert.ok(0 <= start && start <= end && end <= rendered.text.length);
          for (let at = 0; at <= rendered.text.length; at++) assert.ok(bodyOffset(rendered, at) <= body.length);
        },
      ),
    );
  });

  it('reads a megabyte of broken snippet, and one that mirrors itself without end', () => {
    const pieces = ['${1:', '${1|', '${1/', '${1:}', '$1', '${', '\\', '}'];
    for (const piece of pieces) parseSnippet(piece.repeat(150_000));
    let body = '';
    for (let i = 1; i < 40; i++) body += `\${${i}:$${i + 1}$${i + 1}}`;
    assert.ok(render(parseSnippet(body).nodes).text.length < 2_000_000);
  });
});
