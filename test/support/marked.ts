/** Drafts with expected spans marked in the text: ⟦…⟧ around each, nested where they nest; ‸ is the cursor. */
import type { Span } from '../../server/src/text/span.ts';

export interface Marked {
  /** The draft without its marks. */
  readonly text: string;
  /** Ordered by start, then end. */
  readonly spans: readonly Span[];
  readonly cursor?: number;
}

export function unmark(marked: string): Marked {
  let text = '';
  let cursor: number | undefined;
  const spans: Span[] = [];
  const open: number[] = [];
  for (const part of marked.split(/([⟦⟧‸])/)) {
    if (part === '⟦') open.push(text.length);
    else if (part === '⟧') {
      const start = open.pop();
      if (start === undefined) throw new Error(`⟧ without ⟦: ${marked}`);
      spans.push({ start, end: text.length });
    } else if (part === '‸') {
      if (cursor !== undefined) throw new Error(`two cursors: ${marked}`);
      cursor = text.length;
    } else text += part;
  }
  if (open.length > 0) throw new Error(`⟦ without ⟧: ${marked}`);
  spans.sort((a, b) => a.start - b.start || a.end - b.end);
  return { text, spans, ...(cursor !== undefined && { cursor }) };
}

/** The inverse of `unmark`, so that a failed comparison reads as two drafts. */
export function mark(text: string, spans: readonly Span[]): string {
  // Where places coincide: close before opening, but an empty span opens and closes by itself; outer spans open first and close last.
  const marks = spans.flatMap(({ start, end }) => [
    { at: start, text: '⟦', order: start === end ? 1 : 2, length: start - end },
    { at: end, text: '⟧', order: start === end ? 1 : 0, length: end - start },
  ]);
  marks.sort((a, b) => a.at - b.at || a.order - b.order || a.length - b.length);
  let result = '';
  let last = 0;
  for (const { at, text: sign } of marks) {
    result += text.slice(last, at) + sign;
    last = at;
  }
  return result + text.slice(last);
}
