import assert from 'node:assert/strict';
import { Document } from '../../server/src/document/document.ts';
import { Counter, countCharacters } from '../../server/src/features/length.ts';
import { outlineOf, partsAt } from '../../server/src/features/outline.ts';

const draft = `# 在项目建设推进会上的讲话

同志们：

一、认清形势

今年完成投资17.5亿元。

二、突出重点

一是抓招商。二是抓落地。
`;

describe('length', () => {
  const cases: readonly [string, number][] = [
    ['', 0],
    ['同志们：', 4],
    ['　　今年 GDP 增长17.5%。', 8],
    ['𠮷𠮷', 2],
    ['A-B计划', 3],
    ['第1.', 3],
  ];
  for (const [text, count] of cases)
    it(`of “${text}” is ${count}`, () => assert.equal(countCharacters(text, 0, text.length), count));

  it('counts any span as the text of the span', () => {
    const document = new Document(draft, { format: 'markdown' });
    const counter = new Counter(document);
    const body = document.paragraphs[2]!;
    assert.equal(counter.within(body), countCharacters(document.slice(body), 0, body.end - body.start));
    assert.equal(counter.within({ start: 0, end: draft.length }), counter.total);
    // Markdown's own mark is not counted.
    assert.equal(counter.within({ start: 0, end: document.paragraphs[0]!.end }), '在项目建设推进会上的讲话'.length);
  });
});

describe('outline', () => {
  const document = new Document(draft, { format: 'markdown' });
  const outline = outlineOf(document, 200);

  it('nests parts with their lengths', () => {
    const show = (parts: typeof outline.roots): unknown =>
      parts.map(({ node, characters, children }) => [node.marker + node.title, characters, show(children)]);
    assert.deepEqual(show(outline.roots), [
      [
        '在项目建设推进会上的讲话',
        50,
        [
          ['一、认清形势', 16, []],
          [
            '二、突出重点',
            18,
            [
              ['一是抓招商', 6, []],
              ['二是抓落地', 6, []],
            ],
          ],
        ],
      ],
    ]);
    assert.equal(outline.roots[0]!.seconds, 15);
  });

  it('finds the parts at an offset', () => {
    const at = draft.indexOf('抓落地');
    assert.deepEqual(
      partsAt(outline, at).map(({ node }) => node.marker),
      ['', '二、', '二是'],
    );
    assert.deepEqual(
      partsAt(outline, draft.indexOf('今年')).map(({ node }) => node.marker),
      ['', '一、'],
    );
  });
});
