/** The only place where offsets become LSP positions and back. Both count UTF-16 units; lines end at \n, \r\n or \r, as the protocol says. */
import type { Position, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../engine/problem.ts';
import type { Span } from '../text/span.ts';

/** A text with its line table. */
export type Lines = Pick<TextDocument, 'positionAt' | 'offsetAt' | 'lineCount'>;

export const linesOf = (text: string): Lines => TextDocument.create('', '', 0, text);

export const toPosition = (lines: Lines, offset: number): Position => lines.positionAt(offset);

export const toRange = (lines: Lines, span: Span): Range => {
  const start = lines.positionAt(span.start);
  // Most spans are short and stand in one line: then the end needs no second search.
  return { start, end: span.end === span.start ? start : lines.positionAt(span.end) };
};

export const toOffset = (lines: Lines, position: Position): number => lines.offsetAt(position);

export const toSpan = (lines: Lines, range: Range): Span => ({
  start: lines.offsetAt(range.start),
  end: lines.offsetAt(range.end),
});

export const toTextEdit = (lines: Lines, edit: Edit): { range: Range; newText: string } => ({
  range: toRange(lines, edit),
  newText: edit.text,
});
