/** The outline in the protocol's shapes: symbols, folds, selections, lenses. */
import type { CodeLens, DocumentSymbol, FoldingRange, SelectionRange } from 'vscode-languageserver';
import type { OutlineView, Part } from '../features/outline.ts';
import type { Span } from '../text/span.ts';
import { FoldingRangeKind, SymbolKind } from './library.ts';
import { type Lines, toRange } from './positions.ts';

const label = ({ node }: Part): string => `${node.written.marker}${node.written.title}`.trim() || '（无标题）';

export const toSymbols = (parts: readonly Part[], lines: Lines): DocumentSymbol[] =>
  parts.map((part) => ({
    name: label(part),
    detail: `${part.characters} 字`,
    kind:
      part.node.depth === 0 ? SymbolKind.File : part.node.token?.leading ? SymbolKind.String : SymbolKind.EnumMember,
    range: toRange(lines, part.span),
    selectionRange: toRange(lines, part.heading),
    children: toSymbols(part.children, lines),
  }));

/** The longest of those that begin in a line wins. */
export function toFolds({ parts }: OutlineView, lines: Lines): FoldingRange[] {
  const byLine = new Map<number, FoldingRange>();
  for (const { span } of parts) {
    const { start, end: last } = toRange(lines, span);
    const known = byLine.get(start.line);
    if (last.line > start.line && (known === undefined || known.endLine < last.line))
      byLine.set(start.line, { startLine: start.line, endLine: last.line, kind: FoldingRangeKind.Region });
  }
  return [...byLine.values()];
}

/** Innermost first, as the spans are. */
export function toSelection(spans: readonly Span[], lines: Lines): SelectionRange | undefined {
  let selection: SelectionRange | undefined;
  for (const span of [...spans].reverse())
    selection = { range: toRange(lines, span), ...(selection && { parent: selection }) };
  return selection;
}

/** Over headings of the first two levels that begin a line; `note` says what stands there. */
export const toLenses = ({ parts }: OutlineView, lines: Lines, note: (part: Part) => string): CodeLens[] =>
  parts
    .filter(({ node }) => node.kind === 'marker' && node.depth <= 2 && node.token?.leading === true)
    .map((part) => ({ range: toRange(lines, part.heading), command: { title: note(part), command: '' } }));
