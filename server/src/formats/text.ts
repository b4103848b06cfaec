/**
 * The report that a reviewer reads: by draft, errors and warnings in the order of the text, what is still to be filled in as one block after them,
 * hints last. Each finding gives its message, then a place that a terminal can be clicked on with the words in their context, then the other places that take part.
 */
import type { Blank } from '../document/document.ts';
import type { Finding, Severity } from '../engine/problem.ts';
import { shortened } from '../engine/verdicts.ts';
import type { Span } from '../text/span.ts';
import { type Colors, noColors } from './colors.ts';
import { type Excerpt, excerpt } from './excerpt.ts';
import { Lines } from './lines.ts';
import { type FileReport, type FixedPlace, type Summary, severityNames, type Writer } from './report.ts';
import { clip, padEnd, widthOf, wrap } from './width.ts';

export interface TextOptions {
  readonly colors?: Colors;
  /** Width of the terminal; without one, messages are not broken and context is kept short. */
  readonly columns?: number;
  /** Findings of these rules are places to fill in: many of them in one draft are one block. */
  readonly blankRules?: readonly string[];
  /** Names only the draft that was changed and what the fixes were, since nothing was written. */
  readonly dryRun?: boolean;
  /** Shows what `jianggao accept` wants of a finding. */
  readonly fingerprints?: boolean;
  /** Hints are left out of what the writer is given. */
  readonly quiet?: boolean;
}

/** Blanks that are still worth a finding of their own each. */
const fewBlanks = 2;
/** Groups of blanks that are listed; the rest is counted. */
const mostGroups = 12;
const mostRelated = 6;
const indent = '      ';

export class TextWriter implements Writer {
  readonly #colors: Colors;
  readonly #columns: number | undefined;
  readonly #blankRules: ReadonlySet<string>;
  readonly #dryRun: boolean;
  readonly #quiet: boolean;
  readonly #fingerprints: boolean;
  #clean = 0;
  #failed = 0;
  readonly #blanks: Counts = { error: 0, warning: 0, info: 0 };
  #fixed = 0;
  #fixable = 0;

  constructor({
    colors = noColors,
    columns,
    blankRules = [],
    dryRun = false,
    fingerprints = false,
    quiet = false,
  }: TextOptions = {}) {
    this.#colors = colors;
    this.#columns = columns === undefined ? undefined : Math.max(60, Math.min(columns, 140));
    this.#blankRules = new Set(blankRules);
    this.#dryRun = dryRun;
    this.#quiet = quiet;
    this.#fingerprints = fingerprints;
  }

  begin(): string {
    return '';
  }

  file(report: FileReport): string {
    const { path, document, findings, fixed, errors } = report;
    if (errors.length > 0) this.#failed++;
    else if (findings.length === 0) this.#clean++;
    if (findings.length + errors.length + (fixed?.length ?? 0) === 0) return '';
    const { bold, red } = this.#colors;
    const blanks = findings.filter(({ rule }) => this.#blankRules.has(rule));
    let out = `${bold(path)}  ${this.#counts(countOf(findings), countOf(blanks))}\n`;
    for (const { message, line, column } of errors)
      out += `${red('失败')}  ${line === undefined ? '' : `${path}:${line}:${column ?? 1}  `}${message}\n`;
    if (fixed !== undefined && fixed.length > 0) out += this.#fixes(path, fixed);
    if (document === undefined) return `${out}\n`;
    const draft = { path, text: document.text, lines: new Lines(document.text) };
    for (const { severity } of blanks) this.#blanks[severity]++;
    this.#fixable += findings.filter(({ fixes }) => fixes?.some(({ safety }) => safety === 'safe') === true).length;
    const folded = blanks.length > fewBlanks ? new Set(blanks) : undefined;
    for (const finding of findings)
      if (finding.severity !== 'info' && folded?.has(finding) !== true) out += this.#finding(finding, draft);
    if (folded !== undefined) out += this.#fold(blanks, document.blanks, draft);
    for (const finding of findings)
      if (finding.severity === 'info' && folded?.has(finding) !== true) out += this.#finding(finding, draft);
    return `${out}\n`;
  }

  end(summary: Summary): string {
    const { bold, red, green, dim } = this.#colors;
    const counts = { error: summary.errors, warning: summary.warnings, info: summary.infos };
    const parts: string[] = [];
    const found = this.#counts(counts, this.#blanks);
    if (found !== '') parts.push(found);
    else if (this.#failed === 0) parts.push(green('没有发现问题'));
    if (this.#clean > 0 && (found !== '' || this.#failed > 0))
      parts.push(`${this.#clean} 份没有${this.#quiet ? '错误和警告' : '问题'}`);
    if (this.#failed > 0) parts.push(red(`${this.#failed} 份没有核查成`));
    if (this.#fixed > 0) parts.push(this.#dryRun ? `可修正 ${this.#fixed} 处，未写入` : `已修正 ${this.#fixed} 处`);
    let out = `${bold(`共 ${summary.files} 份讲稿`)}：${parts.join('；')}。\n`;
    if (summary.judged !== undefined && summary.judged > 0)
      out += dim(`另有 ${summary.judged} 处已有结论（认可或误报），不再计。\n`);
    for (const { path, words = '', rule = '', reason, fingerprint } of summary.stale ?? [])
      out += dim(
        `${path} 里有一条结论已经对不上任何问题，请删去：${[shortened(fingerprint), rule, words === '' ? '' : `“${words}”`, reason].filter((each) => each !== '').join('  ')}\n`,
      );
    if (this.#fixable > 0 && this.#fixed === 0) out += dim(`其中 ${this.#fixable} 处可加 --fix 自动修正。\n`);
    return out;
  }

  /** 错误 8（待填 5）、警告 1. */
  #counts(counts: Counts, blanks: Counts): string {
    const parts: string[] = [];
    for (const severity of ['error', 'warning', 'info'] as const) {
      if (counts[severity] === 0) continue;
      const unfilled = blanks[severity] === 0 ? '' : `（待填 ${blanks[severity]}）`;
      parts.push(this.#paint(severity, `${severityNames[severity]} ${counts[severity]}`) + unfilled);
    }
    return parts.join('、');
  }

  #paint(severity: Severity, text: string): string {
    const { red, yellow, cyan } = this.#colors;
    return severity === 'error' ? red(text) : severity === 'warning' ? yellow(text) : cyan(text);
  }

  /** Severity, message, rule; the message hangs under itself where the terminal is too narrow. */
  #head(severity: Severity, message: string, rule: string): string {
    const { bold, dim } = this.#colors;
    const label = bold(this.#paint(severity, severityNames[severity]));
    if (this.#columns === undefined) return `${label}  ${message}  ${dim(rule)}\n`;
    const lines = wrap(message, this.#columns - indent.length);
    const last = lines.at(-1) ?? '';
    const alone = indent.length + widthOf(last) + 2 + rule.length > this.#columns;
    return `${label}  ${lines.join(`\n${indent}`)}${alone ? `\n${indent}` : '  '}${dim(rule)}\n`;
  }

  #finding(finding: Finding, draft: Draft): string {
    return (
      this.#head(
        finding.severity,
        finding.message,
        this.#fingerprints ? `${finding.rule} ${shortened(finding.fingerprint)}` : finding.rule,
      ) +
      this.#place(finding, draft) +
      this.#related(finding, draft)
    );
  }

  /** `path:line:column`, which terminals open when it is clicked on. */
  #location(span: Span, { path, lines }: Draft): string {
    const { line, column } = lines.at(span.start);
    return `${path}:${line}:${column}`;
  }

  /** A place, and the words in their context. */
  #place(finding: Finding, draft: Draft): string {
    const location = this.#location(finding, draft);
    const room = Math.max(28, (this.#columns ?? 110) - indent.length - widthOf(location) - 2 - 4);
    const shown = excerpt(draft.text, finding, draft.lines.span(finding.start), room);
    return `${indent}${this.#colors.dim(location)}  ${this.#marked(shown, finding.severity)}\n`;
  }

  #marked({ before, words, after }: Excerpt, severity: Severity): string {
    const { underline, bold, isColorSupported } = this.#colors;
    return `${before}${isColorSupported ? underline(bold(this.#paint(severity, words))) : `⟦${words}⟧`}${after}`;
  }

  /** The other places, by what they are: 12:1、13:1、14:1 同一列举. */
  #related({ related }: Finding, { text, lines }: Draft): string {
    if (related === undefined || related.length === 0) return '';
    const byMessage = new Map<string, string[]>();
    for (const place of related.slice(0, mostRelated)) {
      const { line, column } = lines.at(place.start);
      const message = place.message !== '' ? place.message : text.slice(place.start, place.end);
      const places = byMessage.get(message);
      if (places === undefined) byMessage.set(message, [`${line}:${column}`]);
      else places.push(`${line}:${column}`);
    }
    const shown = [...byMessage].map(
      ([message, places]) => `${places.join('、')} ${clip(message.replace(/\s+/g, ' '), 32)}`,
    );
    if (related.length > mostRelated) shown.push(`另 ${related.length - mostRelated} 处`);
    const joined = `参见 ${shown.join('；')}`;
    const broken = this.#columns === undefined ? [joined] : wrap(joined, this.#columns - indent.length);
    return broken.map((line) => `${indent}${this.#colors.dim(line)}\n`).join('');
  }

  /** Many blanks of one draft as one block: one line for each thing that is missing, at its first place. */
  #fold(findings: readonly Finding[], blanks: readonly Blank[], draft: Draft): string {
    const { dim } = this.#colors;
    const byStart = new Map(blanks.map((blank) => [blank.start, blank]));
    const groups = new Map<string, { readonly first: Finding; readonly what: string; places: number }>();
    for (const finding of findings) {
      const blank = byStart.get(finding.start);
      const key = blank?.group ?? String(finding.start);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { first: finding, what: blank?.what ?? '', places: 1 });
      else group.places++;
    }
    const listed = [...groups.values()].slice(0, mostGroups);
    const severity = findings.some((finding) => finding.severity === 'error') ? 'error' : findings[0]!.severity;
    const items = groups.size < findings.length ? `，共 ${groups.size} 项` : '';
    let out = this.#head(
      severity,
      `还有 ${findings.length} 处待填${items}。请逐处补上，或把整句删去。`,
      findings[0]!.rule,
    );
    const rows = listed.map(({ first, what, places }) => ({
      first,
      location: this.#location(first, draft),
      about: `${what}${places > 1 ? `（${places} 处）` : ''}`,
    }));
    const width = Math.max(...rows.map(({ location }) => widthOf(location)));
    const about = Math.min(20, Math.max(...rows.map((row) => widthOf(row.about))));
    const room = Math.max(28, (this.#columns ?? 110) - indent.length - width - 2 - about - 2 - 2);
    for (const row of rows) {
      const shown = excerpt(draft.text, row.first, draft.lines.span(row.first.start), room, Math.floor(room * 0.4));
      out += `${indent}${dim(padEnd(row.location, width))}  ${padEnd(clip(row.about, about), about)}  ${this.#marked(shown, row.first.severity)}\n`;
    }
    if (groups.size > listed.length)
      out += `${indent}${dim(`另有 ${groups.size - listed.length} 项，全部清单：jianggao blanks ${quoted(draft.path)}`)}\n`;
    return out;
  }

  #fixes(path: string, fixed: readonly FixedPlace[]): string {
    const { green, dim } = this.#colors;
    this.#fixed += fixed.length;
    const label = green(this.#dryRun ? '可改' : '已改');
    return fixed
      .map(({ title, rule, line, column }) => `${label}  ${title}  ${dim(`${path}:${line}:${column}  ${rule}`)}\n`)
      .join('');
  }
}

type Counts = Record<Severity, number>;

function countOf(findings: readonly Finding[]): Counts {
  const counts: Counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

interface Draft {
  readonly path: string;
  readonly text: string;
  readonly lines: Lines;
}

const quoted = (path: string): string =>
  /[\s'"()&;|<>*?$`\\]/.test(path) ? `'${path.replaceAll("'", "'\\''")}'` : path;
