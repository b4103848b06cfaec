/**
 * What people have said of findings: accepted (it is so, and stays), or dismissed (a false alarm), with a reason. Verdicts are kept by fingerprint, so that
 * they survive edits elsewhere in the draft; what is new counts, and a verdict that no finding answers to any more is told.
 */
import type { Span } from '../text/span.ts';
import type { JsonNode } from './configuration.ts';
import type { Finding } from './problem.ts';

export const kinds = ['accepted', 'dismissed'] as const;

export interface Verdict {
  readonly fingerprint: string;
  readonly verdict: (typeof kinds)[number];
  readonly reason: string;
  /** For people, and to know when it has become stale. */
  readonly rule?: string;
  /** The draft, relative to the file of verdicts, with `/` between its parts. */
  readonly file?: string;
  readonly words?: string;
}

export interface Judged {
  readonly finding: Finding;
  readonly verdict: Verdict;
}

/** Parts findings from those that have a verdict. */
export function judge(
  findings: readonly Finding[],
  verdicts: ReadonlyMap<string, Verdict>,
): { readonly findings: readonly Finding[]; readonly judged: readonly Judged[] } {
  if (verdicts.size === 0) return { findings, judged: [] };
  const open: Finding[] = [];
  const judged: Judged[] = [];
  for (const finding of findings) {
    const verdict = verdicts.get(finding.fingerprint);
    if (verdict === undefined) open.push(finding);
    else judged.push({ finding, verdict });
  }
  return { findings: open, judged };
}

/** As people write a fingerprint: its first eight digits, and its number where it has one. */
export function shortened(fingerprint: string): string {
  const dash = fingerprint.indexOf('-');
  return dash < 0 ? fingerprint.slice(0, 8) : fingerprint.slice(0, 8) + fingerprint.slice(dash);
}

export const isFingerprint = (text: string): boolean => /^[0-9a-f]{6,16}(?:-\d{1,6})?$/.test(text);

/** Whether a fingerprint is the one that was given in full or by its beginning. */
export function matches(fingerprint: string, given: string): boolean {
  const [digits = '', number = ''] = fingerprint.split('-');
  const [begin = '', wanted = ''] = given.split('-');
  return digits.startsWith(begin) && number === wanted;
}

type MutableVerdict = { -readonly [K in keyof Verdict]?: Verdict[K] };
const texts = ['fingerprint', 'verdict', 'reason', 'rule', 'file', 'words'] as const;

/** Verdicts of a parsed file, and the first fault of what is none. */
export function verdictsOf(root: JsonNode | undefined): {
  readonly verdicts: readonly Verdict[];
  readonly fault?: Span & { readonly message: string };
} {
  const verdicts: Verdict[] = [];
  const at = (node: JsonNode, message: string): ReturnType<typeof verdictsOf> => ({
    verdicts,
    fault: { start: node.offset, end: node.offset + node.length, message },
  });
  if (root === undefined) return { verdicts };
  const list = member(root, 'verdicts');
  if (root.type !== 'object' || list?.type !== 'array') return at(root, '这里应为 { "verdicts": [ … ] }。');
  for (const node of list.children ?? []) {
    const verdict: MutableVerdict = {};
    for (const name of texts) {
      const value = member(node, name);
      if (value === undefined) continue;
      if (value.type !== 'string') return at(value, `“${name}”应为字符串。`);
      verdict[name] = String(value.value) as never;
    }
    const { fingerprint, reason } = verdict;
    if (fingerprint === undefined || !isFingerprint(fingerprint))
      return at(node, '这一条缺“fingerprint”，或者它不是指纹（如 "0f3c5a7b9d1e2f40"）。');
    if (reason === undefined || reason.trim() === '') return at(node, '这一条缺“reason”。请写明理由。');
    if (verdict.verdict === undefined || !kinds.includes(verdict.verdict))
      return at(node, '“verdict”应为 "accepted"（认可）或 "dismissed"（误报）。');
    verdicts.push(verdict as Verdict);
  }
  return { verdicts };
}

const member = (node: JsonNode, name: string): JsonNode | undefined =>
  node.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1];
