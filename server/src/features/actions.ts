/** What may be done about the findings at a place: their fixes, and to be silent about them. */
import type { Document } from '../document/document.ts';
import { applyFixes } from '../engine/fixes.ts';
import type { Edit, Finding } from '../engine/problem.ts';
import type { Span } from '../text/span.ts';

export interface Action {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly finding: Finding;
  /** The one to take when only one key is pressed. */
  readonly preferred: boolean;
}

/** Findings that touch a span. */
export const findingsAt = (findings: readonly Finding[], span: Span): readonly Finding[] =>
  findings.filter(({ start, end }) => start <= span.end && span.start <= end);

export const fixActions = (findings: readonly Finding[]): readonly Action[] =>
  findings.flatMap((finding) =>
    (finding.fixes ?? []).map(({ title, edits, safety }) => ({ title, edits, finding, preferred: safety === 'safe' })),
  );

/** Silences one finding by a comment above its line, or its rule in the whole draft by one at the top. */
export function ignoreActions(document: Document, finding: Finding, summary: string): readonly Action[] {
  const { text } = document;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const top = topOf(document);
  const line = Math.max(
    top,
    Math.max(text.lastIndexOf('\n', finding.start - 1), text.lastIndexOf('\r', finding.start - 1)) + 1,
  );
  const insert = (at: number, comment: string): Edit[] => [
    { start: at, end: at, text: `<!-- ${comment} ${finding.rule} -->${lineEnd}` },
  ];
  return [
    { title: `在此处忽略：${summary}`, edits: insert(line, 'jianggao-disable-next-line'), finding, preferred: false },
    { title: `在本文件忽略：${summary}`, edits: insert(top, 'jianggao-disable'), finding, preferred: false },
  ];
}

/** Where a comment may stand first: behind a byte-order mark, and behind the front matter of a Markdown draft, which must be what it begins with. */
function topOf({ text, format }: Document): number {
  const top = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const matter = format === 'markdown' && frontMatter.test(text) ? endOfMatter.exec(text) : null;
  return matter === null ? top : matter.index + matter[0].length;
}
const frontMatter = /^\ufeff?---[ \t]*\r?\n/;
const endOfMatter = /\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** The safe fixes of a draft that do not touch each other, as edits in text order. */
export const safeEdits = (document: Document, findings: readonly Finding[]): readonly Edit[] =>
  applyFixes(document.text, findings).edits;
