import assert from 'node:assert/strict';
import { Document } from '../../server/src/document/document.ts';
import { measure } from '../../server/src/document/length.ts';
import { Ruler } from '../../server/src/features/length.ts';
import { outlineOf, partsAt } from '../../server/src/features/outline.ts';

const draft = `# 在项目建设推进会上的讲话

同志们：

一、认清形势

今年完成投资17.5亿元。

二、突出重点

一是抓招商。二是抓落地。
`;

describe('length', () => {
  it('is that of the text, for any span', () => {
    const document = new Document(draft, { format: 'markdown' });
    const ruler = new Ruler(document);
    const body = document.paragraphs[2]!;
    assert.deepEqual(ruler.within(body), measure(document.slice(body)));
    assert.deepEqual(ruler.within({ start: 0, end: draft.length }), ruler.total);
    // Markdown's own mark is not counted.
    const title = ruler.within({ start: 0, end: document.paragraphs[0]!.end });
    assert.equal(title.characters, '在项目建设推进会上的讲话'.length);
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
    assert.equal(outline.roots[0]!.seconds, 16);
  });

  it('ends a list that runs on inside a paragraph with that paragraph', () => {
    const text = '一、甲\n要做到：一是抓早；二是抓实。\n还有一段。\n二、乙\n乙文。\n';
    const view = outlineOf(new Document(text, { format: 'plain' }), 200);
    const marks = (place: string): string[] => partsAt(view, text.indexOf(place)).map(({ node }) => node.marker);
    assert.deepEqual(marks('抓实'), ['一、', '二是']);
    assert.deepEqual(marks('还有'), ['一、']);
    // What stands behind a marker that leads its paragraph belongs to it.
    const leading = '一是抓早。\n文。\n二是抓实。\n还有一段。\n';
    const other = outlineOf(new Document(leading, { format: 'plain' }), 200);
    assert.deepEqual(
      partsAt(other, leading.indexOf('还有')).map(({ node }) => node.marker),
      ['二是'],
    );
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
