/**
 * Templates (模板): whole speeches and parts of them as VS Code snippets. What a template is about stands at the head of its description, where VS
 * Code shows it and lets it be: `〔体裁：讲话；会议：招商引资推进会；讲话人：书记〕总结去年、部署今年。` Reading files is not done here.
 */
import { type Blank, Document, type DocumentOptions } from '../document/document.ts';
import { exactAmount } from '../document/figures.ts';
import { secondsOf, type TextLength } from '../document/length.ts';
import { placeOf } from '../document/place.ts';
import { type CheckSettings, check as runRules } from '../engine/check.ts';
import { ledgerMatches } from '../engine/ledger.ts';
import type { LedgerLine } from '../engine/ledger-lines.ts';
import type { Rule } from '../engine/rule.ts';
import { contains, overlaps, type Span } from '../text/span.ts';
import { bodyOffset, parseSnippet, type Rendered, render, type Snippet, summarise } from './snippet.ts';

/** What a part does in a speech. */
export const roles = {
  认清形势: 'situation',
  突出重点: 'focus',
  压实责任: 'responsibility',
  称谓: 'salutation',
  开头: 'opening',
  结尾: 'closing',
  过渡: 'transition',
  号召: 'call',
  数据: 'figures',
} as const satisfies Readonly<Record<string, string>>;

export type TemplateRole = (typeof roles)[keyof typeof roles];

/** What may be said of a template at the head of its description. */
const labelNames = ['体裁', '部件', '会议', '讲话人', '语气', '对象', '篇幅'] as const;
export type LabelName = (typeof labelNames)[number];
export type Labels = Readonly<Partial<Record<LabelName, string>>>;

/** A blank's name and what it might hold, as a pack says it; by the number of the tab stop. */
export interface BlankHint {
  readonly name: string;
  readonly sample?: string;
}
export type BlankHints = ReadonlyMap<number, BlankHint>;

export interface Template {
  readonly name: string;
  /** In the order of the file; pinyin initials and Chinese words. */
  readonly prefixes: readonly string[];
  /** Without the labels. */
  readonly description: string;
  readonly labels: Labels;
  readonly kind: 'speech' | 'part';
  readonly role: TemplateRole | undefined;
  readonly body: string;
  readonly snippet: Snippet;
  readonly hints: BlankHints;
}

export interface TemplateSource {
  readonly name: string;
  readonly prefixes: readonly string[];
  readonly description: string;
  readonly body: string;
  readonly hints?: BlankHints;
}

/** Characters from which on a template without labels, with a title or a salutation, is taken for a whole speech. */
const speechLength = 400;

export function templateOf({ name, prefixes, description, body, hints = new Map() }: TemplateSource): Template {
  const { labels, rest } = readLabels(description);
  const role = labels.部件 === undefined ? undefined : roles[labels.部件 as keyof typeof roles];
  const snippet = parseSnippet(body);
  let kind: Template['kind'] = labels.体裁 === undefined ? 'part' : 'speech';
  if (labels.体裁 === undefined && labels.部件 === undefined && body.length >= speechLength) {
    const [speech] = new Document(render(snippet.nodes).text, { format: 'plain' }).speeches;
    if (speech?.title !== undefined && speech.salutation !== undefined) kind = 'speech';
  }
  return { name, prefixes, description: rest, labels, kind, role, body, snippet, hints };
}

/** The labels 〔名：值；名：值〕 at the head of a description, and what follows them. */
export function readLabels(description: string): {
  readonly labels: Labels;
  readonly rest: string;
  readonly unknown: readonly string[];
} {
  const end = description.startsWith('〔') ? description.indexOf('〕') : -1;
  const labels: Partial<Record<LabelName, string>> = {};
  const unknown: string[] = [];
  if (end < 0) return { labels, rest: description, unknown };
  for (const part of description.slice(1, end).split(/[；;]/)) {
    const colon = part.search(/[：:]/);
    const name = (colon < 0 ? part : part.slice(0, colon)).trim();
    if (colon < 0 || !labelNames.includes(name as LabelName)) unknown.push(name);
    else labels[name as LabelName] = part.slice(colon + 1).trim();
  }
  return { labels, rest: description.slice(end + 1).trim(), unknown };
}

export const writeLabels = (labels: Labels, rest: string): string => {
  const said = labelNames.flatMap((name) => (labels[name] === undefined ? [] : [`${name}：${labels[name]}`]));
  return said.length === 0 ? rest : `〔${said.join('；')}〕${rest}`;
};

export interface TemplateLength {
  /** 字数, with the blanks as they stand. */
  readonly characters: number;
  readonly minutes: number;
}

const lengths = new WeakMap<Template, TextLength>();

/** `rate`: characters a minute. */
export function lengthOf(template: Template, rate: number): TemplateLength {
  let length = lengths.get(template);
  if (length === undefined) {
    ({ length } = new Document(render(template.snippet.nodes).text, { format: 'plain' }));
    lengths.set(template, length);
  }
  return { characters: length.characters, minutes: Math.max(1, Math.round(secondsOf(length, rate) / 60)) };
}

/** One thing to fill in: a tab stop in all its places. */
export interface TemplateBlank {
  readonly index: number;
  /** What it is called: in the form, and after `--set`. Unlike any other of the template. */
  readonly name: string;
  /** Kind of the blank, as in 待填清单; `choice` where the template offers its values. */
  readonly kind: 'person' | 'place' | 'org' | 'number' | 'date' | 'event' | 'text' | 'choice';
  /** What stands there unfilled. */
  readonly text: string;
  readonly choices?: readonly string[];
  readonly sample?: string;
  /** What the office's ledger says of it. */
  readonly known?: { readonly value: string; readonly source: string };
  readonly places: number;
  /** The words around its first place. */
  readonly before: string;
  readonly after: string;
}

export interface Ledger {
  readonly lines: readonly LedgerLine[];
  /** The year of the draft: what 去年 means. */
  readonly year: number;
}

/** What is to be filled in, by number. */
export function blanksOf(template: Template, ledger?: Ledger): readonly TemplateBlank[] {
  const rendered = render(template.snippet.nodes);
  const document = new Document(rendered.text, { format: 'plain' });
  const indicators = indicatorsOf(document, rendered);
  const known = ledger === undefined ? undefined : ledgerValues(document, rendered, ledger);
  const names = new Map<string, number>();
  const stopsByIndex = new Map(rendered.stops.toReversed().map((stop) => [stop.index, stop]));
  return summarise(template.snippet.nodes).map(({ index, text, choices, places }): TemplateBlank => {
    const stop = stopsByIndex.get(index);
    const inside = stop && document.blanks.find((blank) => contains(stop, blank));
    const hint = template.hints.get(index);
    const wanted = hint?.name ?? nameOf(text, inside, indicators.get(index) ?? '', choices);
    const before = names.get(wanted) ?? 0;
    names.set(wanted, before + 1);
    const told = known?.get(index);
    return {
      index,
      name: before === 0 ? wanted : `${wanted}${before + 1}`,
      kind: choices !== undefined ? 'choice' : (inside?.kind ?? 'text'),
      text,
      ...(choices !== undefined && { choices }),
      ...(hint?.sample !== undefined && { sample: hint.sample }),
      ...(told !== undefined && { known: told }),
      places,
      ...(stop === undefined ? { before: '', after: '' } : wordsAround(rendered.text, stop)),
    };
  });
}

/** Figures of the ledger for the blanks that ask for them, by number. */
function ledgerValues(
  document: Document,
  { stops }: Rendered,
  { lines, year }: Ledger,
): ReadonlyMap<number, { readonly value: string; readonly source: string }> {
  const values = new Map<number, { readonly value: string; readonly source: string }>();
  for (const { paragraph, statement, entry } of ledgerMatches(document, lines, year)) {
    const { figure } = statement;
    if (figure.value !== null) continue;
    const span = placeOf(paragraph, figure.start, figure.end);
    const stop = stops.find((each) => overlaps(each, span));
    if (stop === undefined || values.has(stop.index)) continue;
    const { line } = entry;
    values.set(stop.index, {
      value: exactAmount(entry.figure)!.shift(-figure.exponent).trim().toString(),
      source: `${line.period}${line.place ?? ''}${line.indicator}${line.source === undefined || line.source === '' ? '' : `，${line.source}`}`,
    });
  }
  return values;
}

const reach = 24;
function wordsAround(text: string, { start, end }: Span): { readonly before: string; readonly after: string } {
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(end, end + reach);
  const stop = Math.max(...['。', '；', '\n'].map((mark) => before.lastIndexOf(mark)));
  const next = after.search(/[。；\n]/);
  return { before: before.slice(stop + 1).trimStart(), after: next < 0 ? after : after.slice(0, next) };
}

/** 招商引资到位资金 is long for a name; more is a clause. */
const nameLength = 8;

/** A name for a blank that no pack names: what is counted and its unit, or what belongs there. */
function nameOf(
  shown: string,
  blank: Pick<Blank, 'kind' | 'what'> | undefined,
  indicator: string,
  choices: readonly string[] | undefined,
): string {
  if (choices !== undefined)
    return choices.every((each) => /季度|半年|全年|月/.test(each)) ? '时段' : choices.join('或').slice(0, 12);
  if (blank === undefined) return '内容';
  const { kind, what } = blank;
  if (kind === 'number') {
    const unit = /（(.+)）$/.exec(what)?.[1];
    const name = indicator.slice(-nameLength);
    return name === '' ? what : unit === undefined ? name : `${name}（${unit}）`;
  }
  const suffix = /^[Xx×*○]+(\p{Script=Han})$/u.exec(shown)?.[1];
  return suffix !== undefined && /^[省市县区州旗镇乡村]$/.test(suffix) ? `${suffix}名` : what;
}

/** What the figures with a blank in them are about, by the number of the tab stop. */
function indicatorsOf(document: Document, { stops }: Rendered): ReadonlyMap<number, string> {
  const indicators = new Map<number, string>();
  for (const { start, facts } of document.paragraphs)
    for (const { figure, phrase, indicator } of facts.statements) {
      if (figure.value !== null) continue;
      const span = facts.reading.span(figure.start, figure.end);
      const stop = stops.find((each) => overlaps(each, { start: start + span.start, end: start + span.end }));
      if (stop !== undefined && !indicators.has(stop.index))
        indicators.set(stop.index, phrase === '' ? indicator : phrase);
    }
  return indicators;
}

/** Values by the names or numbers of blanks → by number. What names nothing is returned apart. */
export function valuesFor(
  blanks: readonly TemplateBlank[],
  given: Iterable<readonly [name: string, value: string]>,
): { readonly values: ReadonlyMap<number, string>; readonly unknown: readonly string[] } {
  const byName = new Map<string, number>();
  for (const { index, name } of blanks) byName.set(name, index).set(String(index), index);
  const values = new Map<number, string>();
  const unknown: string[] = [];
  for (const [name, value] of given) {
    const index = byName.get(name);
    if (index === undefined) unknown.push(name);
    else values.set(index, value);
  }
  return { values, unknown };
}

/** CURRENT_YEAR and the like, as VS Code gives them. */
export function dateVariable(now: Date): (name: string) => string | undefined {
  const two = (n: number): string => String(n).padStart(2, '0');
  const known: Readonly<Record<string, () => string>> = {
    CURRENT_YEAR: () => String(now.getFullYear()),
    CURRENT_YEAR_SHORT: () => String(now.getFullYear()).slice(-2),
    CURRENT_MONTH: () => two(now.getMonth() + 1),
    CURRENT_DATE: () => two(now.getDate()),
    CURRENT_HOUR: () => two(now.getHours()),
    CURRENT_MINUTE: () => two(now.getMinutes()),
    CURRENT_SECOND: () => two(now.getSeconds()),
  };
  return (name) => known[name]?.();
}

/** A fault of a template; offsets into its body. */
export interface TemplateFault extends Span {
  /** A fault of the grammar, of the blanks, or the id of the rule that found it. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** Chinese, whole sentences. */
  readonly message: string;
}

const severityOf: Readonly<Record<string, TemplateFault['severity']>> = {
  transform: 'warning',
  'no-default': 'warning',
};

/** The profile that a 体裁 claims. A 讲话 may be built in several ways: there the text decides. */
const profiles: Readonly<Record<string, string>> = {
  致辞: 'address',
  表态发言: 'statement',
  主持词: 'host',
  党课: 'party-lecture',
};

/** What is wrong in a template: its grammar, its blanks, and what `rules` find in its text. */
export function checkTemplate(
  template: Template,
  rules: readonly Rule[],
  settings: CheckSettings,
  options: DocumentOptions = { format: 'plain' },
): readonly TemplateFault[] {
  const { snippet, body, hints, kind, labels } = template;
  const faults: TemplateFault[] = snippet.faults.map(({ kind: code, start, end, message }) => ({
    start,
    end,
    code: `template/${code}`,
    severity: severityOf[code] ?? 'error',
    message,
  }));
  const open = render(snippet.nodes);
  faults.push(...faultsOfBlanks(open, body));
  // Filled with its samples where it has them, for then everything can be checked; else with its masks, which are no fault of a template.
  const samples = new Map(
    [...hints].flatMap(([index, { sample }]) => (sample === undefined ? [] : [[index, sample] as const])),
  );
  const filled = samples.size === 0 ? open : render(snippet.nodes, samples);
  const profile = options.profile ?? profiles[labels.体裁 ?? ''];
  const document = new Document(filled.text, { ...options, ...(profile !== undefined && { profile }) });
  const wanted = rules.filter(
    ({ meta: { id } }) => !id.startsWith('placeholders/') && (kind === 'speech' || !id.startsWith('structure/')),
  );
  for (const { rule, severity, start, end, message } of runRules(document, wanted, settings).findings) {
    const from = bodyOffset(filled, start);
    faults.push({ start: from, end: Math.max(from, bodyOffset(filled, end)), code: rule, severity, message });
  }
  return faults.sort((a, b) => a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : 1));
}

/** Masks that no tab stop holds, tab stops that hold none, and one missing thing under two numbers. */
function* faultsOfBlanks(open: Rendered, body: string): Generator<TemplateFault> {
  const { blanks } = new Document(open.text, { format: 'plain' });
  const groups = new Map<string, number>();
  const tracked = new Set<number>();
  const told = new Set<string>();
  let first = 0;
  for (const blank of blanks) {
    while (first < open.stops.length && open.stops[first]!.end <= blank.start) first++;
    const stop = open.stops[first];
    const from = bodyOffset(open, blank.start);
    const shown = open.text.slice(blank.start, blank.end);
    if (stop === undefined || !contains(stop, blank)) {
      if (blank.certainty === 'sure')
        yield {
          start: from,
          end: Math.min(body.length, from + blank.end - blank.start),
          code: 'template/bare-mask',
          severity: 'warning',
          message: `“${shown}”要填${blank.what}，却没有写成制表位，插入后按 Tab 跳不到。请写成 $\{序号:${shown}}。`,
        };
      continue;
    }
    tracked.add(stop.index);
    // Ours under its several names is one thing in the list of blanks: filling one would leave the other.
    const before = groups.get(blank.group);
    if (before === undefined) groups.set(blank.group, stop.index);
    else if (before !== stop.index && !told.has(`${before} ${stop.index}`)) {
      told.add(`${before} ${stop.index}`);
      yield {
        start: from,
        end: Math.min(body.length, from + stop.end - stop.start),
        code: 'template/one-thing',
        severity: 'warning',
        message: `这里缺的${blank.what}与制表位 ${before} 是同一项，却用了 ${stop.index}。请用同一个序号，一处填好，处处都有。`,
      };
    }
  }
  const seen = new Set<number>();
  for (const { index, start, end } of open.stops) {
    if (seen.has(index) || tracked.has(index) || start === end) continue;
    seen.add(index);
    const from = bodyOffset(open, start);
    if (body.startsWith(`$\{${index}|`, from)) continue;
    const shown = open.text.slice(start, end);
    yield {
      start: from,
      end: Math.min(body.length, from + 4 + end - start),
      code: 'template/untracked',
      severity: 'warning',
      message: `制表位 ${index} 的“${shown}”不像待填的字样，没填也查不出来。请改用 XX 一类的占位，如 $\{${index}:XX}。`,
    };
  }
}

/** A template offered for what has been typed. */
export interface TemplateOffer {
  readonly template: Template;
  readonly prefix: string;
  /** UTF-16 units before the cursor that it replaces. */
  readonly typed: number;
}

/** Characters that must have been typed before anything is offered. */
const fewest = 2;

/**
 * Templates whose prefix begins with what stands right before the cursor. Chinese has no spaces, so any end of the line may be the beginning of a
 * prefix; one in letters must not begin inside a word. Longest first.
 */
export function offersFor(templates: readonly Template[], line: string): readonly TemplateOffer[] {
  const offers: TemplateOffer[] = [];
  const before = line.slice(-32).toLowerCase();
  const last = before.charCodeAt(before.length - 1);
  if (Number.isNaN(last)) return offers;
  for (const template of templates) {
    let best: TemplateOffer | undefined;
    for (const prefix of template.prefixes) {
      const typed = typedOf(before, prefix.toLowerCase(), last);
      if (typed > (best?.typed ?? 0)) best = { template, prefix, typed };
    }
    if (best !== undefined) offers.push(best);
  }
  return offers.sort((a, b) => b.typed - a.typed);
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

function typedOf(before: string, prefix: string, last: number): number {
  for (let typed = Math.min(before.length, prefix.length); typed >= fewest; typed--)
    if (
      prefix.charCodeAt(typed - 1) === last &&
      before.endsWith(prefix.slice(0, typed)) &&
      !(isLetter(prefix.charCodeAt(0)) && isLetter(before.charCodeAt(before.length - typed - 1)))
    )
      return typed;
  return 0;
}
