/** Applies fixes to a text: each whole or not at all, never two that touch the same place, the same ones every time. */
import { lowerBound } from '../text/span.ts';
import type { Edit, Finding, Fix } from './problem.ts';

export interface FixOptions {
  /** Also apply what is only ever offered. For a person who asked for it, never by default. */
  readonly suggestions?: boolean;
}

export interface Applied {
  readonly finding: Finding;
  readonly fix: Fix;
}

export interface Fixed {
  readonly text: string;
  /** What was replaced, in text order. */
  readonly edits: readonly Edit[];
  /** In the order of the findings. */
  readonly applied: readonly Applied[];
}

/**
 * Applies the first fix of each finding that may be applied, earlier findings first; what touches an applied fix waits for the next check.
 * Line ends in a fix become those of the text.
 */
export function applyFixes(
  text: string,
  findings: readonly Finding[],
  { suggestions = false }: FixOptions = {},
): Fixed {
  const applied: Applied[] = [];
  const edits: Edit[] = [];
  for (const finding of findings) {
    const fix = finding.fixes?.find(({ safety }) => suggestions || safety === 'safe');
    if (fix === undefined || fix.edits.length === 0 || fix.edits.some((edit) => touches(edits, edit))) continue;
    for (const edit of fix.edits) edits.splice(lowerBound(edits, edit.start, start), 0, withLineEndsOf(text, edit));
    applied.push({ finding, fix });
  }
  return { text: replace(text, edits), edits, applied };
}

function withLineEndsOf(text: string, edit: Edit): Edit {
  if (!edit.text.includes('\n')) return edit;
  return { ...edit, text: edit.text.replaceAll(/\r?\n/g, text.includes('\r\n') ? '\r\n' : '\n') };
}

const start = (edit: Edit): number => edit.start;

/** Whether an edit overlaps one of the sorted list, or begins where one begins, so that their order would matter. */
function touches(edits: readonly Edit[], { start: from, end: to }: Edit): boolean {
  const at = lowerBound(edits, from, start);
  const before = edits[at - 1];
  const after = edits[at];
  return (
    (before !== undefined && before.end > from) || (after !== undefined && (after.start < to || after.start === from))
  );
}

/** The text with its edits made; they are sorted and do not overlap. */
export function replace(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  let result = '';
  let last = 0;
  for (const edit of edits) {
    result += text.slice(last, edit.start) + edit.text;
    last = edit.end;
  }
  return result + text.slice(last);
}

/**
 * Fix, check again, and so on until nothing more may be applied; each round is yielded as it is done, with the text it began with.
 * `findings` are those of `text`. Ends after `rounds`, or when fixes undo each other.
 */
export function* fixRounds(
  text: string,
  findings: readonly Finding[],
  recheck: (text: string) => readonly Finding[],
  { rounds = 10, ...options }: FixOptions & { readonly rounds?: number } = {},
): Generator<Fixed & { readonly before: string }> {
  const seen = new Set([text]);
  let before = text;
  let found = findings;
  for (let round = 0; round < rounds; round++) {
    const fixed = applyFixes(before, found, options);
    if (fixed.applied.length === 0 || seen.has(fixed.text)) return;
    yield { ...fixed, before };
    seen.add(fixed.text);
    before = fixed.text;
    found = recheck(before);
  }
}
