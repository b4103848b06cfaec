import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isRangeOf, Lines, toRange, toSpan } from '../../server/src/lsp/positions.ts';

const pieces = fc.array(fc.constantFrom('一、', 'XX', '\r', '\n', '\r\n', '\u2028', '同志们：', ''), { maxLength: 8 });
const text = pieces.map((list) => list.join(''));
const position = fc.record({ line: fc.integer({ min: 0, max: 9 }), character: fc.nat(9) });

function assertSame(lines: Lines, theirs: TextDocument): void {
  assert.equal(lines.text, theirs.getText());
  assert.equal(lines.lineCount, theirs.lineCount);
  for (let offset = -1; offset <= lines.text.length + 1; offset++)
    assert.deepEqual(lines.positionAt(offset), theirs.positionAt(offset));
}

describe('positions', () => {
  it('are those of the protocol’s library, after any edits too', () => {
    fc.assert(
      fc.property(text, fc.array(fc.tuple(position, position, text), { maxLength: 5 }), (first, edits) => {
        let lines = Lines.of(first);
        let theirs = TextDocument.create('', '', 0, first);
        assertSame(lines, theirs);
        for (const [start, end, replacement] of edits) {
          const range = { start, end };
          const edited = TextDocument.applyEdits(theirs, [{ range, newText: replacement }]);
          lines = lines.edited(toSpan(lines, range), replacement);
          theirs = TextDocument.create('', '', 0, edited);
          assertSame(lines, theirs);
        }
      }),
    );
  });

  it('lead back to their offsets', () => {
    fc.assert(
      fc.property(text, position, (all, at: Position) => {
        const lines = Lines.of(all);
        assert.equal(lines.offsetAt(at), TextDocument.create('', '', 0, all).offsetAt(at));
      }),
    );
  });

  it('are known from those of another text', () => {
    fc.assert(
      fc.property(text, position, position, fc.nat(30), fc.nat(30), (all, start, end, from, to) => {
        const lines = Lines.of(all);
        const span = { start: Math.min(from, all.length), end: Math.min(to, all.length) };
        const right = toRange(lines, span);
        assert.ok(isRangeOf(lines, right, { start: lines.offsetAt(right.start), end: lines.offsetAt(right.end) }));
        const same =
          lines.positionAt(span.start).line === start.line &&
          lines.positionAt(span.start).character === start.character &&
          lines.positionAt(span.end).line === end.line &&
          lines.positionAt(span.end).character === end.character;
        // Inside a line end nothing is promised but that no other position is taken for it.
        if (isRangeOf(lines, { start, end }, span)) assert.ok(same);
      }),
    );
  });
});
