import assert from 'node:assert/strict';
import fs from 'node:fs';
import fc from 'fast-check';
import { Document } from '../../server/src/document/document.ts';
import type { OutlineNode } from '../../server/src/document/outline.ts';
import { demoteParts, moveParts, promoteParts, shiftParts } from '../../server/src/features/move-parts.ts';
import type { PartsAnswer } from '../../server/src/features/part-regions.ts';
import { deleteParts, insertPart, mergePart, splitPart } from '../../server/src/features/parts.ts';
import { at } from '../support/repository.ts';

const draft = `在全县推进会上的讲话
同志们：
下面，我讲三点意见。
一、认清形势
形势逼人。
（一）看成绩。要肯定。
（二）看问题。要正视。
二、突出重点
要抓两项工作：一是抓签约；二是抓落地。
三、压实责任
责任到人。
同志们，让我们共同努力。
`;

const parse = (text: string, format: 'plain' | 'markdown' = 'plain') => new Document(text, { format });
const node = (document: Document, heading: string): OutlineNode => {
  const found = document.outline.nodes.find((n) => n.title.startsWith(heading));
  assert.ok(found, heading);
  return found;
};
function apply(document: Document, answer: PartsAnswer): string {
  assert.ok('edits' in answer, 'refused' in answer ? answer.refused : '');
  let text = document.text;
  for (const edit of [...answer.edits].reverse()) text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  return text;
}

describe('parts', () => {
  it('moves a section with all below it, and renumbers', () => {
    const document = parse(draft);
    const text = apply(
      document,
      moveParts(document, [node(document, '认清形势')], node(document, '压实责任'), 'after'),
    );
    assert.equal(
      text,
      `在全县推进会上的讲话
同志们：
下面，我讲三点意见。
一、突出重点
要抓两项工作：一是抓签约；二是抓落地。
二、压实责任
责任到人。
三、认清形势
形势逼人。
（一）看成绩。要肯定。
（二）看问题。要正视。
同志们，让我们共同努力。
`,
    );
  });

  it('moves the last section of a text that ends without a line break', () => {
    const document = parse('一、甲\n甲文。\n二、乙\n乙文。');
    assert.equal(apply(document, shiftParts(document, [node(document, '乙')], 'up')), '一、乙\n乙文。\n二、甲\n甲文。');
  });

  it('demotes a section: it takes the style of its new siblings, and the announced count follows', () => {
    const document = parse(draft);
    const text = apply(document, demoteParts(document, [node(document, '突出重点')]));
    assert.match(text, /讲两点意见/);
    assert.match(text, /（三）突出重点\n要抓两项工作：一是抓签约；二是抓落地。\n二、压实责任/);
  });

  it('promotes a part: it stands after what it stood in', () => {
    const document = parse(draft);
    const text = apply(document, promoteParts(document, [node(document, '看成绩')]));
    assert.match(text, /讲四点意见/);
    assert.match(text, /一、认清形势\n形势逼人。\n（一）看问题。要正视。\n二、看成绩。要肯定。\n三、突出重点/);
  });

  it('moves run-in items and mends their closing marks', () => {
    const document = parse('要抓三件事：一是抓签约；二是抓落地；三是抓投产。都要快。');
    assert.equal(
      apply(document, moveParts(document, [node(document, '抓投产')], node(document, '抓签约'), 'before')),
      '要抓三件事：一是抓投产；二是抓签约；三是抓落地。都要快。',
    );
  });

  it('deletes an item: the last one closes the list, the count follows', () => {
    const document = parse('要抓三件事：一是抓签约；二是抓落地；三是抓投产。都要快。');
    assert.equal(
      apply(document, deleteParts(document, [node(document, '抓投产')])),
      '要抓两件事：一是抓签约；二是抓落地。都要快。',
    );
  });

  it('inserts a part with a blank for its heading', () => {
    const document = parse(draft);
    const text = apply(document, insertPart(document, node(document, '突出重点')));
    assert.match(text, /讲四点意见/);
    assert.match(text, /二是抓落地。\n三、XX\n四、压实责任/);
  });

  it('moves, demotes and promotes several at once', () => {
    const document = parse('一、甲\n甲文。\n二、乙\n乙文。\n三、丙\n丙文。\n四、丁\n丁文。\n');
    const chosen = [node(document, '丙'), node(document, '乙')];
    const order = (answer: PartsAnswer): string[] =>
      apply(document, answer).match(/[一二三四（）]+、?[甲乙丙丁]/g) ?? [];
    assert.deepEqual(order(shiftParts(document, chosen, 'up')), ['一、乙', '二、丙', '三、甲', '四、丁']);
    assert.deepEqual(order(shiftParts(document, chosen, 'down')), ['一、甲', '二、丁', '三、乙', '四、丙']);
    assert.deepEqual(order(demoteParts(document, chosen)), ['一、甲', '（一）乙', '（二）丙', '二、丁']);
    const nested = parse('一、甲\n甲文。\n（一）乙\n乙文。\n（二）丙\n丙文。\n二、丁\n丁文。\n');
    const promoted = apply(nested, promoteParts(nested, [node(nested, '乙'), node(nested, '丙')]));
    assert.equal(promoted, '一、甲\n甲文。\n二、乙\n乙文。\n三、丙\n丙文。\n四、丁\n丁文。\n');
    const mixed = shiftParts(nested, [node(nested, '甲'), node(nested, '丙')], 'down');
    // What stands inside a chosen part goes with it.
    assert.match(apply(nested, mixed), /^一、丁/);
    assert.ok('refused' in shiftParts(nested, [node(nested, '丁'), node(nested, '丙')], 'up'));
  });

  it('splits a section at a paragraph', () => {
    const document = parse('一、甲\n甲文。\n还有一段。\n二、乙\n乙文。\n');
    assert.equal(
      apply(document, splitPart(document, document.text.indexOf('还有'))),
      '一、甲\n甲文。\n二、XX\n还有一段。\n三、乙\n乙文。\n',
    );
  });

  it('splits a section behind a list that ran on in an earlier paragraph', () => {
    const document = parse('一、甲\n要做到：一是抓早；二是抓实。\n还有一段。\n二、乙\n乙文。\n');
    assert.equal(
      apply(document, splitPart(document, document.text.indexOf('有一段'))),
      '一、甲\n要做到：一是抓早；二是抓实。\n二、XX\n还有一段。\n三、乙\n乙文。\n',
    );
  });

  it('splits and merges run-in items', () => {
    const document = parse('要求是：一是抓早。要快。二是抓实。要细。');
    const split = apply(document, splitPart(document, document.text.indexOf('要快')));
    assert.equal(split, '要求是：一是抓早。二是要快。三是抓实。要细。');
    const joined = parse('一、甲\n甲文。\n二、乙\n乙文。\n三、丙\n丙文。\n');
    assert.equal(apply(joined, mergePart(joined, node(joined, '甲'))), '一、甲\n甲文。\n乙\n乙文。\n二、丙\n丙文。\n');
  });

  it('keeps Markdown headings at their depth', () => {
    const document = parse(
      '# 讲话\n\n## 一、甲\n\n甲文。\n\n### （一）子\n\n子文。\n\n## 二、乙\n\n乙文。\n',
      'markdown',
    );
    assert.equal(
      apply(document, demoteParts(document, [node(document, '乙')])),
      '# 讲话\n\n## 一、甲\n\n甲文。\n\n### （一）子\n\n子文。\n\n### （二）乙\n\n乙文。\n',
    );
  });

  it('refuses what cannot be done, and says why', () => {
    const document = parse(draft);
    const refused = (answer: PartsAnswer): string => ('refused' in answer ? answer.refused : '');
    assert.match(
      refused(moveParts(document, [node(document, '认清形势')], node(document, '看成绩'), 'after')),
      /自己里面/,
    );
    assert.match(refused(shiftParts(document, [node(document, '认清形势')], 'up')), /第一项/);
    assert.match(refused(promoteParts(document, [node(document, '认清形势')])), /最高一层/);
    assert.match(
      refused(moveParts(document, [node(document, '抓签约')], node(document, '认清形势'), 'after')),
      /段中的条目/,
    );
  });

  it('loses nothing in any move, and leaves every list in order', () => {
    const names = fs
      .readdirSync(at('test/corpus/sound'))
      .filter((name) => /\.(txt|md)$/.test(name) && name !== 'README.md');
    const corpus = names.map((name) =>
      parse(fs.readFileSync(at('test/corpus/sound', name), 'utf8'), name.endsWith('.md') ? 'markdown' : 'plain'),
    );
    // Markers, counts and closing marks may change; all other characters stay.
    const rest = (text: string): string =>
      [
        ...text.replace(
          /[零〇一二两三四五六七八九十百\d０-９①-⑳、.．（）()；;。，,#第是要种句话：\s]|首先|其次|再次|最后|希望/g,
          '',
        ),
      ]
        .sort()
        .join('');
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('before' as const, 'after' as const, 'into' as const),
        (which, from, to, where) => {
          const document = corpus[which % corpus.length]!;
          const nodes = document.outline.nodes.filter((n) => n.kind === 'marker');
          if (nodes.length < 2) return;
          const answer = moveParts(document, [nodes[from % nodes.length]!], nodes[to % nodes.length]!, where);
          if ('refused' in answer) return;
          const text = apply(document, answer);
          assert.ok(rest(text) === rest(document.text), 'characters were lost');
        },
      ),
      { numRuns: 300 },
    );
  });
});
