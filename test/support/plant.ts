/**
 * Plants single defects into sound drafts, the way a slip of the writer makes them: a number skipped, a mark lost, a section emptied, a count that
 * no longer fits, a mask where a name stood. It reads lists and counts by itself, with simple patterns that hold for proofread texts, so that what
 * the engine fails to see in a draft is planted all the same. Only what a careful reviewer would call a provable defect is planted.
 */
import type { Span } from '../../server/src/text/span.ts';
import type { Draft } from './drafts.ts';

export const plantKinds = [
  'number skipped',
  'number repeated',
  'numbers swapped',
  'number mistyped',
  'closing mark deleted',
  'opening mark deleted',
  'section emptied',
  'item deleted, count stays',
  'item deleted, numbers stay',
  'word deleted, count stays',
  'count raised',
  'count lowered',
  'count of words changed',
  'count of clauses changed',
  'marker of another style',
  'heading of another style',
  'heading renumbered',
  'level skipped',
  'part removed',
  'parts swapped',
  'salutation removed',
  'closing removed',
  'mask for a person',
  'mask for a figure',
  'mask for a date',
  'mask for a place',
  'mask for a body',
] as const;
export type PlantKind = (typeof plantKinds)[number];

/** One defect in one draft. */
export interface Plant {
  readonly kind: PlantKind;
  readonly draft: Draft;
  /** The draft with the defect. */
  readonly text: string;
  /** Where in it the defect lies: a finding that touches this place, itself or with what is related to it, has found it. */
  readonly at: Span;
  /** What was done, for people. */
  readonly what: string;
  /** How many findings say it: each mask of X月X日 is one. */
  readonly findings: number;
}

interface Edit extends Span {
  readonly text: string;
}

/** A place where a defect can be planted; `make` may choose among ways of doing it. */
interface Site {
  readonly kind: PlantKind;
  /** Source offset of the place, and how far the defect may show around the edits. */
  readonly reach?: Span;
  readonly make: (random: Random) => { edits: readonly Edit[]; what: string; findings?: number };
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export type Random = () => number;
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

/** At most `limit` defects of each kind, spread over the drafts. */
export function plant(drafts: readonly Draft[], seed: number, limit: number): readonly Plant[] {
  const random = seeded(seed);
  const sites = drafts.flatMap((draft) => sitesOf(draft).map((site) => ({ draft, site })));
  return plantKinds.flatMap((kind) => {
    const here = sites.filter(({ site }) => site.kind === kind);
    for (let i = here.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [here[i], here[j]] = [here[j]!, here[i]!];
    }
    return here.slice(0, limit).map(({ draft, site }) => apply(draft, site, random));
  });
}

function apply(draft: Draft, site: Site, random: Random): Plant {
  const { edits, what, findings = 1 } = site.make(random);
  const sorted = [...edits].sort((a, b) => a.start - b.start);
  let text = '';
  let last = 0;
  let shift = 0;
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  const shifted = (offset: number): number => {
    let by = 0;
    for (const edit of sorted)
      if (edit.end <= offset && edit.start < offset) by += edit.text.length - (edit.end - edit.start);
    return offset + by;
  };
  for (const edit of sorted) {
    text += draft.text.slice(last, edit.start) + edit.text;
    last = edit.end;
    from = Math.min(from, edit.start + shift);
    shift += edit.text.length - (edit.end - edit.start);
    to = Math.max(to, edit.end + shift);
  }
  text += draft.text.slice(last);
  if (site.reach !== undefined) {
    from = Math.min(from, shifted(site.reach.start));
    to = Math.max(to, shifted(site.reach.end));
  }
  return { kind: site.kind, draft, text, at: { start: from, end: to }, what, findings };
}

// ———— lists

type Style = 'han' | 'han-paren' | 'digit' | 'digit-paren' | 'circled' | 'ordinal' | 'verb';

interface Item {
  readonly style: Style;
  /** What siblings share besides their numbers: 是, 、 … */
  readonly tail: string;
  readonly value: number;
  readonly marker: Span;
  readonly numeral: Span;
  /** At the start of its line. */
  readonly leading: boolean;
  readonly line: number;
}

interface List {
  readonly items: Item[];
  /** Item of the list around it. */
  readonly parent: Item | undefined;
}

const hanNumbers = '一二三四五六七八九十';
const toHan = (n: number): string =>
  n <= 10 ? hanNumbers[n - 1]! : n < 20 ? `十${hanNumbers[n - 11]!}` : n === 20 ? '二十' : `二十${hanNumbers[n - 21]!}`;
const han = new Map(Array.from({ length: 29 }, (_, i) => [toHan(i + 1), i + 1]));
const number = (text: string): number | undefined =>
  han.get(text) ??
  (/^[0-9０-９]+$/.test(text)
    ? Number(text.replace(/[０-９]/g, (d) => String.fromCharCode(d.charCodeAt(0) - 0xfee0)))
    : undefined);
/** A number written as the numeral it replaces was. */
function numeral(value: number, like: string): string {
  if (/[①-⑳]/.test(like)) return String.fromCharCode(0x245f + value);
  if (/^[0-9]/.test(like)) return String(value);
  if (/^[０-９]/.test(like)) return String(value).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
  return toHan(value);
}

const numeralPattern = '([一二三四五六七八九十]{1,3})';
const headings: readonly (readonly [Style, RegExp])[] = [
  ['han', new RegExp(`^${numeralPattern}(、)`)],
  ['han-paren', new RegExp(`^[（(]${numeralPattern}([）)])`)],
  ['digit', /^([0-9０-９]{1,2})([.．、])(?![0-9０-９])/],
  ['digit-paren', /^[（(]([0-9０-９]{1,2})([）)])/],
  ['circled', /^([①-⑳])()/],
  ['ordinal', new RegExp(`^第${numeralPattern}((?:种|句话|个方面|方面|件事|组|条|个)?[，、：是]|(?:种|句话|组)是)`)],
  ['verb', new RegExp(`^${numeralPattern}(是|要|希望)`)],
];
const runIn = headings.filter(([style]) => style !== 'digit' && style !== 'han' && style !== 'digit-paren');

interface Line extends Span {
  /** Source offset where its body begins, behind indent and Markdown marks. */
  readonly body: number;
}

/** Body lines; Markdown's tables, notes and rules are left out. */
function linesOf({ text, format }: Draft): readonly Line[] {
  const lines: Line[] = [];
  const pattern = /[^\r\n]+/g;
  for (const match of text.matchAll(pattern)) {
    const [line] = match;
    if (format === 'markdown' && /^(?:\||\[\^|---|```)/.test(line)) continue;
    const indent = /^[\s　]*(?:#+ +)?(?:[-*] +)?(?:\*\*)?/.exec(line)![0].length;
    if (indent < line.length)
      lines.push({ start: match.index, end: match.index + line.length, body: match.index + indent });
  }
  return lines;
}

function itemsOf(text: string, lines: readonly Line[]): readonly Item[] {
  const items: Item[] = [];
  const read = (patterns: typeof headings, at: number, line: number, leading: boolean): boolean => {
    const ahead = text.slice(at, at + 10);
    for (const [style, pattern] of patterns) {
      const match = pattern.exec(ahead);
      if (match === null) continue;
      const value = style === 'circled' ? match[1]!.charCodeAt(0) - 0x245f : number(match[1]!);
      if (value === undefined) return false;
      const start = at + match[0].indexOf(match[1]!);
      items.push({
        style,
        tail: match[2]!,
        value,
        marker: { start: at, end: at + match[0].length },
        numeral: { start, end: start + match[1]!.length },
        leading,
        line,
      });
      return true;
    }
    return false;
  };
  lines.forEach((line, index) => {
    read(headings, line.body, index, true);
    for (let i = line.body + 1; i < line.end; i++)
      if ('。；：！？，'.includes(text[i - 1]!))
        read(text[i - 1] === '，' ? runIn.filter(([s]) => s === 'verb') : runIn, i, index, false);
  });
  return items;
}

const styleRank: Record<Style, number> = {
  han: 1,
  'han-paren': 2,
  digit: 3,
  'digit-paren': 4,
  circled: 5,
  ordinal: 6,
  verb: 6,
};

/** Lists of a proofread text: each item follows its predecessor, and what opens in between is nested. */
function listsOf(text: string, lines: readonly Line[]): readonly List[] {
  const lists: List[] = [];
  let open: List[] = [];
  for (const item of itemsOf(text, lines)) {
    const at = open.findLastIndex(({ items }) => {
      const last = items[items.length - 1]!;
      return (
        last.style === item.style &&
        last.tail === item.tail &&
        last.value === item.value - 1 &&
        last.leading === item.leading
      );
    });
    if (at >= 0) {
      open = open.slice(0, at + 1);
      open[at]!.items.push(item);
    } else if (item.value === 1) {
      // A heading ends everything that stands inside what it heads; a run-in list, those before it in its line.
      while (open.length > 0) {
        const last = open[open.length - 1]!.items.at(-1)!;
        const inner = item.leading && (!last.leading || styleRank[last.style] >= styleRank[item.style]);
        if (!inner && !(last.style === item.style && last.tail === item.tail)) break;
        open.pop();
      }
      const list: List = { items: [item], parent: open.at(-1)?.items.at(-1) };
      lists.push(list);
      open.push(list);
    }
  }
  return lists.filter(({ items }) => items.length > 1);
}

/** Where the last item of a list ends: before the next marker further out or the closing words, for a run-in item at its sentence or line. */
function endOf(text: string, lines: readonly Line[], lists: readonly List[], list: List): number | undefined {
  const last = list.items.at(-1)!;
  const line = lines[last.line]!;
  const next = nextOutside(lists, list);
  if (!last.leading) {
    const separators = list.items.slice(1).map((item) => text[item.marker.start - 1]!);
    if (separators.every((mark) => mark === '；' || mark === '，')) {
      const stop = text.indexOf('。', last.marker.end);
      return stop < 0 || stop > line.end ? undefined : stop;
    }
    // What comes after the last sentence of a run-in item cannot be told from the item.
    return next !== undefined && next.line === last.line ? next.marker.start : undefined;
  }
  for (let i = last.line + 1; i < lines.length; i++) {
    const { start, body } = lines[i]!;
    if (next !== undefined && next.line === i) return start;
    if (/^(?:同志们|各位|女士们|谢谢|朋友们|老师们|会议结束)/.test(text.slice(body, body + 8)))
      // In the middle of a speech they open another stretch of the same section.
      return text.length - start < longestClosing ? start : undefined;
    // 最后，再讲一讲…… may be the section's last point as well as the speech's.
    if (/^(?:最后|此外|另外)/.test(text.slice(body, body + 3))) return undefined;
    if (styleRank[last.style] > 2) return undefined;
  }
  return undefined;
}

/** How long closing words are with what a page puts below them, in UTF-16 units. */
const longestClosing = 1200;

function nextOutside(lists: readonly List[], list: List): Item | undefined {
  const last = list.items.at(-1)!;
  let next: Item | undefined;
  for (const other of lists)
    for (const item of other.items)
      if (item.marker.start > last.marker.start && other.parent !== last && !isInside(lists, other, last))
        if (next === undefined || item.marker.start < next.marker.start) next = item;
  return next;
}

function isInside(lists: readonly List[], list: List, item: Item): boolean {
  for (let at: List | undefined = list; at !== undefined; ) {
    const { parent }: List = at;
    if (parent === item) return true;
    at = parent === undefined ? undefined : lists.find(({ items }) => items.includes(parent));
  }
  return false;
}

// ———— sites

const renumber = (text: string, item: Item, value: number): Edit => ({
  ...item.numeral,
  text: numeral(value, text.slice(item.numeral.start, item.numeral.end)),
});
const show = (text: string, { marker }: Item): string => text.slice(marker.start, marker.end + 8).replace(/\s+/g, '⏎');

function sitesOf(draft: Draft): readonly Site[] {
  const { text } = draft;
  const lines = linesOf(draft);
  const lists = listsOf(text, lines);
  const covered = lines.map(({ start, end }) => ({ start, end }));
  return [
    ...lists.flatMap((list) => listSites(draft, lines, lists, list)),
    ...sectionSites(text, lines, lists),
    ...partSites(draft, lines, lists),
    ...lists.flatMap((list) => levelSites(text, lists, list)),
    ...bracketSites(text, covered),
    ...wordListSites(text, covered),
    ...clauseSites(text, covered),
    ...maskSites(draft, covered),
  ];
}

/** An announced count of `n` right before a list: 讲三点意见。 … 一、 */
function announcement(text: string, lines: readonly Line[], list: List): Span | undefined {
  const first = list.items[0]!;
  const n = list.items.length;
  const { start: lineStart } = lines[first.line]!;
  let regions: readonly Span[];
  if (!first.leading) regions = [{ start: lineStart, end: first.marker.start }];
  else
    regions = lines
      .slice(Math.max(0, first.line - (list.parent === undefined ? 3 : 1)), first.line)
      .map(({ body, end }) => ({ start: body, end }))
      .reverse();
  for (const region of regions) {
    if (list.parent !== undefined && region.end <= list.parent.marker.start) return undefined;
    const before = text.slice(region.start, region.end);
    const found = [
      ...before.matchAll(
        /([两二三四五六七八九十]|[0-9０-９]{1,2})(?:点|个方面|方面|项|件|条|个|种|组|句)(?=([^。；]{0,20})[。：”]?)/g,
      ),
    ].at(-1);
    if (found === undefined) continue;
    const digits = found[1]!;
    if (digits !== '两' && number(digits) !== n) return undefined;
    if (digits === '两' && n !== 2) return undefined;
    if (/[第几一二三四五六七八九十百数\d.．]$/.test(before.slice(0, found.index))) return undefined;
    // Its own sentence must lead to the list, and nothing be counted in between.
    const rest = before.slice(found.index + found[0].length);
    if (/几[项个点条件]/.test(rest)) return undefined;
    if (
      rest.replace(/[^。！？]/g, '').length > (first.leading && list.parent === undefined ? 2 : 1) ||
      rest.length > 14
    )
      return undefined;
    return { start: region.start + found.index, end: region.start + found.index + digits.length };
  }
  return undefined;
}

const countText = (value: number, like: string): string =>
  /[0-9０-９]/.test(like) ? numeral(value, like) : value === 2 ? '两' : toHan(value);

function listSites(draft: Draft, lines: readonly Line[], lists: readonly List[], list: List): readonly Site[] {
  const { text } = draft;
  const { items } = list;
  const n = items.length;
  const sites: Site[] = [];
  const count = announcement(text, lines, list);
  const reach = {
    start: Math.min(count?.start ?? Number.POSITIVE_INFINITY, items[0]!.marker.start),
    end: items[n - 1]!.marker.end,
  };
  const last = endOf(text, lines, lists, list);
  const extents = items.map((item, k) => ({
    start: startOf(text, lines, item),
    end: k + 1 < n ? startOf(text, lines, items[k + 1]!) : last,
  }));

  for (let k = 1; k < n; k++) {
    sites.push({
      kind: 'number skipped',
      reach,
      make: () => ({
        edits: items.slice(k).map((item) => renumber(text, item, item.value + 1)),
        what: `${show(text, items[k]!)}: this and what follows one higher`,
      }),
    });
    sites.push({
      kind: 'number repeated',
      reach,
      make: (random) => {
        const on = random() < 0.5;
        return {
          edits: items.slice(k, on ? undefined : k + 1).map((item) => renumber(text, item, item.value - 1)),
          what: `${show(text, items[k]!)}: the number before it again${on ? ', and on from there' : ''}`,
        };
      },
    });
    sites.push({
      kind: 'numbers swapped',
      reach,
      make: () => ({
        edits: [renumber(text, items[k - 1]!, k + 1), renumber(text, items[k]!, k)],
        what: `${show(text, items[k - 1]!)} ↔ ${show(text, items[k]!)}`,
      }),
    });
  }
  if (n > 2)
    items.forEach((item, k) => {
      sites.push({
        kind: 'number mistyped',
        reach,
        make: (random) => {
          const value = pick(
            random,
            Array.from({ length: n + 2 }, (_, i) => i + 1).filter((v) => v !== k + 1),
          );
          return { edits: [renumber(text, item, value)], what: `${show(text, item)} → ${value}` };
        },
      });
    });

  items.forEach((item, k) => {
    const extent = extents[k]!;
    if (extent.end === undefined) return;
    const { end } = extent;
    const final = k === n - 1;
    // Of a list in one sentence, the last item goes with the mark before it.
    const start = final && !item.leading ? extent.start - 1 : extent.start;
    const removal: Edit = { start, end, text: '' };
    if (end - start > 6000) return;
    if (count !== undefined && n > 2)
      sites.push({
        kind: 'item deleted, count stays',
        reach: { start: count.start, end: items[0]!.marker.end },
        make: () => ({
          edits: [removal, ...items.slice(k + 1).map((later) => renumber(text, later, later.value - 1))],
          what: `${text.slice(count.start, count.end + 6)}: ${show(text, item)} gone, the others renumbered`,
        }),
      });
    if (!final && n > 2)
      sites.push({
        kind: 'item deleted, numbers stay',
        reach: { start: reach.start, end: reach.end },
        make: () => ({ edits: [removal], what: `${show(text, item)} gone` }),
      });
  });

  if (count !== undefined) {
    const old = text.slice(count.start, count.end);
    for (const step of [1, -1, 2])
      if (n + step > 1)
        sites.push({
          kind: step > 0 ? 'count raised' : 'count lowered',
          reach,
          make: () => ({
            edits: [{ ...count, text: countText(n + step, old) }],
            what: `${text.slice(Math.max(0, count.start - 8), count.end + 8)} → ${n + step}`,
          }),
        });
  }

  if (n > 2)
    items.forEach((item, k) => {
      // After （四） of 四、, 五、 in the place of （五） goes on with the outer list as well.
      const next = k === n - 1 && list.parent !== undefined ? list.parent.value + 1 : 0;
      const other = otherStyle(item)?.filter(
        (marker) => next !== item.value || !new RegExp(`^[（(]?(?:${toHan(next)}|${next})`).test(marker),
      );
      if (other === undefined || other.length === 0 || (k === 0 && n < 3)) return;
      sites.push({
        kind:
          item.style === 'verb' || item.style === 'ordinal' ? 'marker of another style' : 'heading of another style',
        reach,
        make: (random) => {
          const marker = pick(random, other);
          return { edits: [{ ...item.marker, text: marker }], what: `${show(text, item)} → ${marker}` };
        },
      });
    });
  return sites;
}

/** Where a line that an item leads begins, its indent and Markdown marks included. */
const startOf = (_text: string, lines: readonly Line[], item: Item): number =>
  item.leading ? lines[item.line]!.start : item.marker.start;

function otherStyle({ style, value, tail }: Item): readonly string[] | undefined {
  const n = toHan(value);
  switch (style) {
    case 'verb':
      return tail === '是' ? [`${n}要`, `第${n}，`] : tail === '要' ? [`${n}是`, `第${n}，`] : undefined;
    case 'ordinal':
      return tail === '，' ? [`${n}是`, `第${n}、`, `${n}要`] : tail === '、' ? [`第${n}，`, `${n}是`] : undefined;
    case 'han':
      return [`（${n}）`, `${value}.`];
    case 'han-paren':
      return [`${n}、`, `（${value}）`, `${value}.`];
    case 'digit':
      return [tail === '、' ? `${value}.` : `${value}、`, `（${n}）`, `（${value}）`];
    default:
      return undefined;
  }
}

/** Headings that stand alone on their line, with everything below them up to the next heading of their list or further out. */
function sectionSites(text: string, lines: readonly Line[], lists: readonly List[]): readonly Site[] {
  const sites: Site[] = [];
  for (const list of lists)
    list.items.forEach((item, k) => {
      if (!item.leading || styleRank[item.style] > 4) return;
      const line = lines[item.line]!;
      if (/[。；！？]/.test(text.slice(line.body, line.end))) return;
      const end = k + 1 < list.items.length ? lines[list.items[k + 1]!.line]!.start : endOf(text, lines, lists, list);
      if (end === undefined || text.slice(line.end, end).trim().length < 20) return;
      // Only the blank lines after the heading remain.
      const keep = /^[\r\n]+/.exec(text.slice(line.end, end))![0].length;
      sites.push({
        kind: 'section emptied',
        reach: line,
        make: () => ({ edits: [{ start: line.end + keep, end, text: '' }], what: text.slice(line.body, line.end) }),
      });
    });
  return sites;
}

/** Headings of the three parts of 认清形势—突出重点—压实责任, as a careful reader knows them. */
const threeParts = [/形势|认识|成绩|站位/, /重点|关键|举措|攻坚|任务/, /责任|领导|保障|合力|落实|纪律/];
/** Required parts of a 工作报告, by their headings. */
const reportParts = [/回顾/, /目标|总体要求/, /重点工作|主要任务/, /政府|自身建设/];

/** Whole parts: one removed, with or without what follows mended; two that change places; 称谓 or closing words gone. */
function partSites(draft: Draft, lines: readonly Line[], lists: readonly List[]): readonly Site[] {
  const { text } = draft;
  const sites: Site[] = [];
  const lineText = (i: number): string => text.slice(lines[i]!.body, lines[i]!.end);
  const head = lines.slice(0, 6).map((_, i) => lineText(i));
  const genre = head.map((line) => /主持词|致辞|表态发言|党课|工作报告|讲话/.exec(line)?.[0]).find(Boolean);
  let threePart = false;
  for (const list of lists) {
    const { items } = list;
    const [first] = items;
    // Run-in lists are another defect's matter.
    if (!first!.leading || styleRank[first!.style] > 2 || items.length < 2) continue;
    const top = list.parent === undefined && first!.style === 'han';
    const end = endOf(text, lines, lists, list);
    const extents = items.map((item, k) => ({
      start: startOf(text, lines, item),
      end: k + 1 < items.length ? startOf(text, lines, items[k + 1]!) : end,
    }));
    const headings = items.map(({ line, marker }) =>
      text.slice(marker.end, Math.min(lines[line]!.end, marker.end + 40)),
    );
    const build =
      top && items.length === 3 ? threeParts : genre === '工作报告' && items.length === 4 ? reportParts : undefined;
    // Roles are certain where each heading is of its part and of no other.
    const known =
      build?.every((part, k) => headings.every((heading, i) => part.test(heading.split('，')[0]!) === (i === k))) ??
      false;
    threePart ||= known && build === threeParts;
    const count = announcement(text, lines, list);
    const reach = {
      start: Math.min(count?.start ?? Number.POSITIVE_INFINITY, first!.marker.start),
      end: items[items.length - 1]!.marker.end,
    };
    items.forEach((item, k) => {
      const extent = extents[k]!;
      if (extent.end === undefined) return;
      const gone: Edit = { start: extent.start, end: extent.end, text: '' };
      const mended = items.slice(k + 1).map((later) => renumber(text, later, later.value - 1));
      const wrongCount =
        count === undefined
          ? []
          : [{ ...count, text: countText(items.length - 1, text.slice(count.start, count.end)) }];
      if (top && items.length > 2) {
        // What proves it: the numbers after it, the announced count, or the build of the speech.
        if (k < items.length - 1)
          sites.push({
            kind: 'part removed',
            reach,
            make: () => ({ edits: [gone], what: `${show(text, item)} gone, nothing mended` }),
          });
        if (count !== undefined)
          sites.push({
            kind: 'part removed',
            reach,
            make: () => ({ edits: [gone, ...mended], what: `${show(text, item)} gone, the others renumbered` }),
          });
        if (known && (build === threeParts || k === 0 || k === 2))
          sites.push({
            kind: 'part removed',
            reach: { start: 0, end: reach.end },
            make: () => ({
              edits: [gone, ...mended, ...wrongCount],
              what: `${show(text, item)} gone, numbers and count mended`,
            }),
          });
      }
      if (k === 0 || extents[k - 1]!.end === undefined) return;
      const before = extents[k - 1]!;
      const swap = (renumbered: boolean): readonly Edit[] => {
        const written = (each: Item, span: Span & { end: number }, value: number): string => {
          const edit = renumber(text, each, value);
          return renumbered
            ? text.slice(span.start, edit.start) + edit.text + text.slice(edit.end, span.end)
            : text.slice(span.start, span.end);
        };
        return [
          {
            start: before.start,
            end: before.end!,
            text: written(item, { ...extent, end: extent.end! }, item.value - 1),
          },
          {
            start: extent.start,
            end: extent.end!,
            text: written(items[k - 1]!, { ...before, end: before.end! }, item.value),
          },
        ];
      };
      sites.push({
        kind: 'parts swapped',
        reach,
        make: () => ({
          edits: swap(false),
          what: `${show(text, items[k - 1]!)} ⇄ ${show(text, item)} with their numbers`,
        }),
      });
      if (known)
        sites.push({
          kind: 'parts swapped',
          reach: { start: 0, end: reach.end },
          make: () => ({ edits: swap(true), what: `${show(text, items[k - 1]!)} ⇄ ${show(text, item)}, renumbered` }),
        });
    });
    for (const item of items)
      sites.push({
        kind: 'heading renumbered',
        reach,
        make: (random) => {
          const value = pick(
            random,
            Array.from({ length: items.length + 2 }, (_, i) => i + 1).filter((v) => v !== item.value),
          );
          return { edits: [renumber(text, item, value)], what: `${show(text, item)} → ${value}` };
        },
      });
  }
  // A speech that follows no build can lack none of its parts.
  if (genre === undefined || (genre === '讲话' && !threePart)) return sites;
  const whole = { start: 0, end: text.length };
  // Of one line or two, before the first sentence.
  const from = head.findIndex((line) => /^(?:各位|尊敬的|同志们|同学们|老师们)/.test(line));
  const to = from < 0 ? -1 : lines.findIndex((_, i) => i >= from && i < from + 2 && /：$/.test(lineText(i)));
  if (to >= 0 && genre !== '主持词')
    sites.push({
      kind: 'salutation removed',
      reach: whole,
      make: () => ({
        edits: [{ start: lines[from]!.start, end: lines[to + 1]!.start, text: '' }],
        what: lineText(from),
      }),
    });
  const closing = lines.findIndex(
    (line, i) =>
      i > 6 &&
      text.length - line.start < 500 &&
      /^(?:同志们|各位|让我们|最后，?[预祝]|会议到此|谢谢)/.test(lineText(i)),
  );
  // What is left may still close it: 我们有信心、有决心……
  const left = closing < 1 ? '' : lineText(closing - 1).slice(-80);
  if (
    closing >= 0 &&
    genre !== '工作报告' &&
    !/决心|让我们|谢谢/.test(left) &&
    !/^(?:#|[一二三四五]、)/.test(lineText(closing - 1))
  )
    sites.push({
      kind: 'closing removed',
      reach: whole,
      make: () => ({
        edits: [{ start: lines[closing - 1]!.end, end: text.length, text: '\n' }],
        what: lineText(closing).slice(0, 16),
      }),
    });
  return sites;
}

/** A list one level down written in the style of the level after: 一、 with 1. where the draft elsewhere has （一）. */
function levelSites(text: string, lists: readonly List[], list: List): readonly Site[] {
  const [first] = list.items;
  const style = first!.style;
  const rank = styleRank[style];
  if (
    !first!.leading ||
    list.parent === undefined ||
    styleRank[list.parent.style] !== rank - 1 ||
    (rank !== 2 && rank !== 3)
  )
    return [];
  const elsewhere = lists.some(
    (other) =>
      other !== list &&
      other.items.length > 1 &&
      other.items[0]!.style === style &&
      other.items[0]!.leading &&
      other.parent !== undefined &&
      styleRank[other.parent.style] === rank - 1,
  );
  // What stands inside would have to move as well.
  const inner = lists.some(
    ({ parent, items }) => parent !== undefined && list.items.includes(parent) && items[0]!.leading,
  );
  if (!elsewhere || inner) return [];
  const restyled = (value: number): string => (rank === 2 ? `${value}.` : `（${value}）`);
  return [
    {
      kind: 'level skipped',
      reach: { start: list.parent.marker.start, end: list.items[list.items.length - 1]!.marker.end },
      make: () => ({
        edits: list.items.map(({ marker, value }) => ({ ...marker, text: restyled(value) })),
        what: `${show(text, first!)} and its siblings → ${restyled(1)}`,
      }),
    },
  ];
}

function bracketSites(text: string, lines: readonly Span[]): readonly Site[] {
  const sites: Site[] = [];
  for (const line of lines) {
    const body = text.slice(line.start, line.end);
    for (let i = 0; i < body.length; i++) {
      const mark = body[i]!;
      const opening = '“《（'.includes(mark);
      if (!opening && !'”》）'.includes(mark)) continue;
      // The brackets of a marker are another defect.
      if (
        (mark === '（' || mark === '）') &&
        /（[一二三四五六七八九十0-9]{1,3}$|^（[一二三四五六七八九十0-9]{1,3}）/.test(
          opening ? body.slice(i, i + 5) : body.slice(Math.max(0, i - 4), i),
        )
      )
        continue;
      sites.push({
        kind: opening ? 'opening mark deleted' : 'closing mark deleted',
        reach: line,
        make: () => ({
          edits: [{ start: line.start + i, end: line.start + i + 1, text: '' }],
          what: `${body.slice(Math.max(0, i - 12), i)}⟦${mark}⟧${body.slice(i + 1, i + 12)}`,
        }),
      });
    }
  }
  return sites;
}

const wordList =
  /(?:^|[，。；：“是成为的抓把在对以建设于])((?:[\u4e00-\u9fff]{1,8}、){1,7}[\u4e00-\u9fff]{1,8}?)([两三四五六七八]|[2-8２-８])(?=[个道大项类种家条件张位支座])/g;

/** Words set side by side before their count: 人防、技防、物防三道防线. */
function wordListSites(text: string, lines: readonly Span[]): readonly Site[] {
  const sites: Site[] = [];
  for (const line of lines)
    for (const match of text.slice(line.start, line.end).matchAll(wordList)) {
      const words = match[1]!.split('、');
      const old = match[2]!;
      const n = old === '两' ? 2 : number(old)!;
      const lengths = words.slice(1).map((word) => word.length);
      if (
        words.length !== n ||
        /[和与及等]|[各每这]/.test(match[1]!) ||
        Math.max(...lengths) - Math.min(...lengths) > 2
      )
        continue;
      const end = line.start + match.index + match[0].length;
      const count = { start: end - old.length, end };
      const reach = { start: count.start - match[1]!.length, end: end + 6 };
      if (n > 2) {
        const k = n - 2;
        const tail = words.slice(k + 1).join('、').length + 1;
        const gone = { start: count.start - tail - words[k]!.length, end: count.start - tail + 1, text: '' };
        sites.push({
          kind: 'word deleted, count stays',
          reach,
          make: () => ({ edits: [gone], what: `${match[0]}: ${words[k]} gone` }),
        });
      }
      for (const step of [1, -1])
        if (n + step > 1)
          sites.push({
            kind: 'count of words changed',
            reach,
            make: () => ({ edits: [{ ...count, text: countText(n + step, old) }], what: `${match[0]} → ${n + step}` }),
          });
    }
  return sites;
}

/** Clauses that a count announces: “四个必须”的要求：凡是…；凡是…；凡是…；凡是…。 */
function clauseSites(text: string, lines: readonly Span[]): readonly Site[] {
  const sites: Site[] = [];
  const pattern =
    /([两三四五六七八九十])(?:个|点|项|件|大|种)([\u4e00-\u9fff]{1,8})”?(?:的要求)?[：，]([^。]{10,600})。/g;
  for (const line of lines)
    for (const match of text.slice(line.start, line.end).matchAll(pattern)) {
      const n = match[1] === '两' ? 2 : number(match[1]!)!;
      const clauses = match[3]!.split('；');
      if (clauses.length !== n || n < 3 || /^[一二三四五六七八九十]是|第/.test(match[3]!)) continue;
      const head = clauses[0]!.slice(0, 2);
      if (!clauses.every((clause) => clause.startsWith(head))) continue;
      const start = line.start + match.index;
      for (const step of [1, -1])
        sites.push({
          kind: 'count of clauses changed',
          reach: { start, end: start + match[0].length },
          make: () => ({
            edits: [{ start, end: start + 1, text: countText(n + step, match[1]!) }],
            what: `${match[0].slice(0, 24)} → ${n + step}`,
          }),
        });
    }
  return sites;
}

// ———— masks

const nameMasks = [
  'X',
  'XX',
  'XXX',
  'x',
  'xx',
  '×',
  '××',
  '×××',
  '*',
  '**',
  '某',
  '某某',
  '○',
  '○○',
  '___',
  '＿＿＿',
  '□□',
  'ＸＸ',
  '〇〇',
  '●●',
  '■■',
  '△△',
  '？？',
  '（待补）',
  '【待核】',
];
const figureMasks = [
  'X',
  'XX',
  'XXX',
  'x',
  'xx',
  '×',
  '××',
  '*',
  '**',
  '○',
  '○○',
  '___',
  '＿＿',
  '□',
  '●●',
  '■■',
  '？？',
  '（待补）',
  '【待核】',
];
const yearMasks = [
  '20XX',
  'XXXX',
  '20××',
  '××××',
  '20*',
  '20__',
  '____',
  '20xx',
  '20○○',
  '20？？',
  '20〇〇',
  '（待补）',
];
const dayMasks = ['X', 'XX', 'x', '×', '××', '*', '○', '__', '＿＿', '■', '？', '〇〇', '（待定）'];

const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮齐康伍余元卜顾孟平黄和穆萧尹姚邵汪祁毛禹狄米贝明臧计成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路江童郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊惠甄曲封储靳段焦巴牧山谷车侯全班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹龙叶幸司黎白蒲鄂索赖卓池乔翟谭曾关游权竺马';
const roles = '书记|县长|市长|区长|局长|主任|主席|部长|院长|会长|董事长|总经理|老师|代表|校长|司令|总指挥';
const person = new RegExp(
  `(?<=(?:${roles})[　 ]?)[${surnames}][\\u4e00-\\u9fff]{1,2}(?=同志|[　 \\r\\n，。、先女老就]|$)|(?<=[，。、；由请和请])[${surnames}][\\u4e00-\\u9fff]{1,2}(?=同志|先生|女士|老师)`,
  'g',
);
const figure =
  /(?<![\d０-９.．:：∶~～—\-–/／年月第A-Za-z+×])\d+(?:\.\d+)?(?=亿元|万元|元|个[\u4e00-\u9fff]|家|人|名|户|吨|万吨|亩|万亩|%|公里|亿|万|件|台|座|所|项|场|倍|公斤|套)/g;
const year = /(?<!\d)20\d\d(?=年)/g;
const day = /(?<!\d)(\d{1,2})月(\d{1,2})日/g;
const month = /(?<![\d年—－-])\d{1,2}(?=月底|月末|月份|月上旬|月中旬)/g;
/** Places of the drafts written for the project, and of the country; places that stand free are masked as well as 云麓县. */
const place =
  /(?:云麓|松口|白石|桃溪|平川|金水|清河|城关|望山|江北|江南|清源|宁溪|沙洲|青桐|云溪|石荻|沅溪|大塘|高坡|兴川|澜州|云江|白鹭|東港|雙河|浙江|江苏|广东|上海|北京|天津|四川|辽阳|抚顺|绍兴|杭州|宁波|温州)(?=[县市镇乡区省村街有的、，。委人全党])/g;
/** Companies, schools and societies by their own names, and offices by theirs: 县应急管理局. */
const body =
  /(?:兴川华盛精工|华盛精工|兴川绿野食品|兴川云尚电子商务|华兴化工|盛源食品|恒昌茶行|蓓蕾|云江中心检测院|国际茶叶合作组织|肯尼亚茶叶发展公司)|(?<=[县市区])(?:应急管理|水利|工信|商务|气象|统计|财政|信访|农业农村|住房和城乡建设|自然资源|教育|审计|民政|交通|公安|司法|文旅)(?=局)|(?:兴华|一帆|清华|复旦|浙江|南京|武汉)(?=大学|中学)/g;

function maskSites({ text, format }: Draft, lines: readonly Span[]): readonly Site[] {
  const sites: Site[] = [];
  const add = (
    kind: PlantKind,
    pattern: RegExp,
    masks: readonly string[],
    accept: (found: RegExpMatchArray) => boolean = () => true,
  ): void => {
    for (const line of lines) {
      const source = text.slice(line.start, line.end);
      // In Markdown a star or underscore beside another is markup.
      const usable =
        format === 'markdown' && /[*_`|]/.test(source)
          ? masks.filter((mask) => !/[*_]/.test(mask))
          : format === 'markdown'
            ? masks.filter((mask) => !/^(?:\*\*|_+)$/.test(mask))
            : masks;
      for (const match of source.matchAll(pattern)) {
        if (!accept(match) || inCode(source, match.index)) continue;
        const start = line.start + match.index;
        sites.push({
          kind,
          make: (random) => {
            const before = /^(?:同志|先生|女士|老师|[县镇村街]|乡(?!村))/.test(
              source.slice(match.index + match[0].length),
            );
            // 某 by itself is a word; before a title or a kind of place it is a mask.
            const mask = pick(random, before ? usable : usable.filter((each) => each !== '某' && each !== '？？'));
            const edit = { start, end: start + match[0].length, text: mask };
            return { edits: [edit], what: `${around(text, edit)} → ${mask}` };
          },
        });
      }
    }
  };
  add('mask for a person', person, nameMasks, ([name]) => !/[同志县市区委和的在为体]/.test(name.slice(1)));
  add('mask for a figure', figure, figureMasks);
  for (const line of lines)
    for (const match of text
      .slice(line.start, line.end)
      .matchAll(/(?<![\d.年月第])(\d{1,3})(\.\d)?(?=亿元|万元|%|万人)/g)) {
      if (format === 'markdown') continue;
      const start = line.start + match.index;
      const whole = { start, end: start + match[1]!.length };
      sites.push({
        kind: 'mask for a figure',
        make: (random) => {
          // One digit of the figure is masked: `*.8%`, `1X亿元`.
          const kept = whole.end - whole.start > 1 ? text.slice(whole.start, whole.start + 1) : '';
          const mask = pick(random, ['X', 'x', '×', '*', '○']);
          return { edits: [{ ...whole, text: kept + mask }], what: `${around(text, whole)} → ${kept}${mask}` };
        },
      });
    }
  add('mask for a date', year, yearMasks);
  add('mask for a date', month, dayMasks);
  for (const line of lines)
    for (const match of text.slice(line.start, line.end).matchAll(day)) {
      const start = line.start + match.index;
      const end = start + match[0].length;
      sites.push({
        kind: 'mask for a date',
        make: (random) => {
          const mask = pick(random, format === 'markdown' ? dayMasks.filter((m) => !/[*_]/.test(m)) : dayMasks);
          const written = random() < 0.3 ? `${match[1]}月${mask}日` : `${mask}月${mask}日`;
          return {
            edits: [{ start, end, text: written }],
            what: `${around(text, { start, end })} → ${written}`,
            findings: written.startsWith(mask) ? 2 : 1,
          };
        },
      });
    }
  add('mask for a place', place, nameMasks);
  add('mask for a body', body, nameMasks);
  return sites;
}

/** Markdown reads what is in `…` and in an address as it stands. */
const inCode = (source: string, at: number): boolean =>
  (source.slice(0, at).match(/`/g)?.length ?? 0) % 2 === 1 || /https?:\S*$/.test(source.slice(0, at));

const around = (text: string, { start, end }: Span): string =>
  `${text.slice(Math.max(0, start - 10), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 10)}`.replace(
    /[\r\n]+/g,
    '⏎',
  );
