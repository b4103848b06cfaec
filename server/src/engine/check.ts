/** Runs rules on a draft: stamps id, level and fingerprint, keeps what the stage and the writer silence out, and isolates a rule that throws. */
import type { Document } from '../document/document.ts';
import { byPosition, type Span } from '../text/span.ts';
import { Catalogue, unusedSuppression } from './catalogue.ts';
import { fingerprint } from './fingerprint.ts';
import { optionValues } from './options.ts';
import type { Finding, Fix, Level, Problem, Related, Severity, Stage } from './problem.ts';
import { groupOf, type Rule, type Words } from './rule.ts';
import { Suppressions } from './suppression.ts';

/** What a configuration says of one rule. Options must have been validated. */
export interface RuleSetting {
  readonly level?: Level;
  readonly options?: Readonly<Record<string, unknown>>;
}

export interface CheckSettings {
  readonly stage: Stage;
  /** By rule id; what is not set stays at the rule's default. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Offset of the cursor while the draft is being written: an open end in its paragraph is no fault yet. */
  readonly editing?: number;
}

/** A rule that could not finish. What it found before stays. */
export interface Failure {
  readonly rule: string;
  readonly message: string;
  readonly cause: unknown;
}

export interface CheckResult {
  /** Ordered by start, end, rule. */
  readonly findings: readonly Finding[];
  readonly failures: readonly Failure[];
  /** Absent where words would not let any rule say more: nothing need be loaded for them. */
  readonly wanted?: WantedWords;
}

/** Where words decide. The host segments these ranges; the rules that asked are then run again, with the words as one more immutable view. */
export interface WantedWords {
  /** In text order, without overlaps. */
  readonly spans: readonly Span[];
  /** The result with what words let the rules say. */
  complete(words: Words): CheckResult;
}

interface Stamped {
  readonly problem: Problem;
  readonly rule: string;
  readonly severity: Severity;
}

export function check(document: Document, rules: readonly Rule[], settings: CheckSettings): CheckResult {
  const checking = new Checking(document, rules, settings);
  const asking: Rule[] = [];
  const spans: Span[] = [];
  const first = checking.run(rules, { stamped: [], failures: [] }, undefined, (rule, asked) => {
    if (asked.length === 0) return;
    asking.push(rule);
    for (const span of asked) spans.push(span);
  });
  if (asking.length === 0) return checking.result(first);
  const others = ({ rule }: { readonly rule: string }): boolean => asking.every(({ meta }) => meta.id !== rule);
  const stamped = first.stamped.filter(others);
  const failures = first.failures.filter(others);
  return {
    ...checking.result(first, asking),
    wanted: {
      spans: union(spans),
      complete: (words) =>
        checking.result(checking.run(asking, { stamped: [...stamped], failures: [...failures] }, words)),
    },
  };
}

/** One check: the draft, what is set, and which rules have run. */
class Checking {
  readonly #document: Document;
  readonly #rules: readonly Rule[];
  readonly #settings: CheckSettings;
  readonly #suppressions: Suppressions;
  readonly #ran = new Set<string>();
  #edited: Span | undefined;

  constructor(document: Document, rules: readonly Rule[], settings: CheckSettings) {
    this.#document = document;
    this.#rules = rules;
    this.#settings = settings;
    this.#suppressions = new Suppressions(document.text);
  }

  /** Runs rules one after another; `ask` is told the ranges that a rule would see the words of. */
  run(rules: readonly Rule[], to: Run, words: Words | undefined, ask?: Ask): Run {
    for (const rule of rules) {
      const setting = this.#settings.rules?.[rule.meta.id];
      const level = setting?.level ?? rule.meta.level[this.#settings.stage];
      if (level === 'off') continue;
      this.#ran.add(rule.meta.id);
      try {
        const options = valuesFor(rule, setting?.options);
        if (ask !== undefined && rule.candidates !== undefined) ask(rule, rule.candidates(this.#document, options));
        for (const problem of rule.check(this.#document, options, words)) this.#stamp(problem, rule, level, to.stamped);
      } catch (cause) {
        const message = cause instanceof Error ? cause.message : String(cause);
        to.failures.push({ rule: rule.meta.id, message, cause });
      }
    }
    return to;
  }

  /** `waiting`: rules that words may let say more, of which nothing is proved yet. */
  result({ stamped, failures }: Run, waiting: readonly Rule[] = []): CheckResult {
    const { id } = unusedSuppression;
    const { rules: set, stage } = this.#settings;
    const level = set?.[id]?.level ?? unusedSuppression.level[stage];
    if (!this.#suppressions.empty && level !== 'off') {
      const unproved = [...failures.map(({ rule }) => rule), ...waiting.map(({ meta }) => meta.id)];
      for (const problem of unused(this.#suppressions, this.#rules, this.#ran, unproved))
        stamped.push({ problem, rule: id, severity: level });
    }
    return { findings: finish(this.#document.text, stamped), failures };
  }

  /** Keeps a problem, unless the writer silenced it or is still writing there. */
  #stamp(problem: Problem, { meta: { id } }: Rule, level: Severity, to: Stamped[]): void {
    const fault = faultOfSpans(problem, this.#document.text.length);
    if (fault !== undefined) throw new RangeError(fault);
    if (!this.#suppressions.empty && this.#suppressions.silences(id, problem.start)) return;
    if (this.#isPending(problem)) return;
    to.push({ problem, rule: id, severity: problem.certainty === 'likely' ? 'info' : level });
  }

  #isPending({ pending, start, end }: Problem): boolean {
    const { stage, editing } = this.#settings;
    if (pending === undefined || stage === 'final') return false;
    if (pending === 'end') return true;
    if (editing === undefined) return false;
    this.#edited ??= paragraphAt(this.#document, editing);
    return start <= this.#edited.end && this.#edited.start <= end;
  }
}

/** The values that a rule ran with last: they stay the same from one version of a draft to the next. */
const lastValues = new WeakMap<
  Rule,
  { readonly given: RuleSetting['options']; readonly values: ReturnType<typeof optionValues> }
>();

function valuesFor(rule: Rule, given: RuleSetting['options']): ReturnType<typeof optionValues> {
  const last = lastValues.get(rule);
  if (last !== undefined && last.given === given) return last.values;
  const values = optionValues(rule.options, given);
  lastValues.set(rule, { given, values });
  return values;
}

interface Run {
  readonly stamped: Stamped[];
  readonly failures: Failure[];
}

type Ask = (rule: Rule, spans: readonly Span[]) => void;

/** The ranges in text order; those that overlap or touch become one. */
function union(spans: Span[]): readonly Span[] {
  spans.sort(byPosition);
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = joined.at(-1);
    if (last === undefined || start > last.end) joined.push({ start, end });
    else if (end > last.end) last.end = end;
  }
  return joined;
}

function finish(text: string, stamped: Stamped[]): Finding[] {
  stamped.sort(
    (a, b) =>
      a.problem.start - b.problem.start ||
      a.problem.end - b.problem.end ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
  const prints = new Fingerprints(text, stamped);
  return stamped.map(
    ({ problem, rule, severity }, index) => new StampedFinding(problem, rule, severity, prints, index),
  );
}

/** What identifies the findings of one result. Made when first asked: an editor rarely asks, and has a new result at every keystroke. */
class Fingerprints {
  readonly #text: string;
  readonly #stamped: readonly Stamped[];
  #all: readonly string[] | undefined;

  constructor(text: string, stamped: readonly Stamped[]) {
    this.#text = text;
    this.#stamped = stamped;
  }

  of(index: number): string {
    if (this.#all === undefined) {
      const seen = new Map<string, number>();
      this.#all = this.#stamped.map(({ problem, rule }) => {
        const print = fingerprint(this.#text, rule, problem);
        const before = seen.get(print) ?? 0;
        seen.set(print, before + 1);
        return before === 0 ? print : `${print}-${before + 1}`;
      });
    }
    return this.#all[index]!;
  }
}

/** Quotes inside quotes are single ones (GB/T 15834-2011 4.8): a message quotes words of a draft that may have quotes of their own. */
function withInnerQuotes(message: string): string {
  // Most quote once: nothing can be inside that.
  const second = message.indexOf('“', message.indexOf('“') + 1);
  if (second <= 0) return message;
  let depth = 0;
  let nested = false;
  for (let i = 0; i < message.length; i++) {
    const code = message.charCodeAt(i);
    if (code === 0x201c) nested = ++depth > 1 || nested;
    else if (code === 0x201d && --depth < 0) return message;
  }
  // What was cut out of a sentence may have lost a quote: then nobody knows which are the inner ones.
  if (!nested || depth !== 0) return message;
  return message.replace(/[“”]/g, (mark) => {
    const level = mark === '“' ? ++depth : depth--;
    return level === 1 ? mark : mark === '“' ? '‘' : '’';
  });
}

/** Member by member: a spread costs a hundred times as much in V8, and a draft may have thousands. */
class StampedFinding implements Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  declare readonly certainty?: 'sure' | 'likely';
  declare readonly related?: readonly Related[];
  declare readonly fixes?: readonly Fix[];
  declare readonly pending?: 'end' | 'paragraph';
  readonly #prints: Fingerprints;
  readonly #index: number;

  constructor(problem: Problem, rule: string, severity: Severity, prints: Fingerprints, index: number) {
    const { start, end, message, certainty, related, fixes, pending } = problem;
    this.rule = rule;
    this.severity = severity;
    this.start = start;
    this.end = end;
    this.message = withInnerQuotes(message);
    if (certainty !== undefined) this.certainty = certainty;
    if (related !== undefined) this.related = related;
    if (fixes !== undefined) this.fixes = fixes;
    if (pending !== undefined) this.pending = pending;
    this.#prints = prints;
    this.#index = index;
  }

  get fingerprint(): string {
    return this.#prints.of(this.#index);
  }
}

const isSpan = ({ start, end }: Span, length: number): boolean =>
  Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= length;

/** A defect of the rule, not of the draft; English, since it is for its author. */
function faultOfSpans(problem: Problem, length: number): string | undefined {
  const show = ({ start, end }: Span): string => `${start}–${end} of ${length}`;
  if (!isSpan(problem, length)) return `finding out of range: ${show(problem)}`;
  if (problem.related !== undefined)
    for (const related of problem.related)
      if (!isSpan(related, length)) return `related place out of range: ${show(related)}`;
  if (problem.fixes !== undefined)
    for (const fix of problem.fixes) {
      let last = 0;
      for (const edit of fix.edits) {
        if (!isSpan(edit, length)) return `edit out of range: ${show(edit)}`;
        if (edit.start < last) return `edits overlap or are out of order: ${show(edit)}`;
        last = edit.end;
      }
    }
  return undefined;
}

/** The paragraph that holds the cursor, its indent and line ends included; an empty span there when the line is blank. */
function paragraphAt(document: Document, offset: number): Span {
  const { text } = document;
  const at = Math.max(0, Math.min(offset, text.length));
  let start = at;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  let end = at;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  for (const paragraph of document.paragraphs) {
    if (paragraph.start > end) break;
    if (paragraph.end < start) continue;
    return { start: Math.min(start, paragraph.start), end: Math.max(end, paragraph.end) };
  }
  return { start: at, end: at };
}

const isLineEnd = (unit: number): boolean => unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029;

/** Suppressions that silence nothing, and what in them cannot be understood. A rule that was off, failed or waits for words proves nothing. */
function* unused(
  { unreadable, namings }: Suppressions,
  rules: readonly Rule[],
  ran: ReadonlySet<string>,
  unproved: readonly string[],
): Generator<Problem> {
  for (const { word, start, end } of unreadable)
    yield {
      start,
      end,
      message: `看不懂注释“${word}”，它不起作用。请改为 jianggao-disable、jianggao-enable 或 jianggao-disable-next-line。`,
    };
  for (const { name, command, used, start, end } of namings) {
    const named = (id: string): boolean => name === '' || name === id || name === groupOf(id);
    if (!rules.some(({ meta }) => named(meta.id)))
      yield {
        start,
        end,
        message: `${new Catalogue(rules).unknown(name)}这条注释对它不起作用，请核对名称，或者删去。`,
      };
    else if (command !== 'enable' && !used && [...ran].some(named) && !unproved.some(named))
      yield {
        start,
        end,
        message: `这条注释没有忽略任何问题${name === '' ? '' : `：“${name}”在它管的地方没有报出什么`}。请删去，免得以后漏报。`,
      };
  }
}
