/** What the commands `outline`, `blanks` and `figures` print of one draft: for scripts as plain values, for people as a table. */
import type { Blank, Document } from '../document/document.ts';
import { fillList } from '../features/fill-list.ts';
import { outlineOf } from '../features/outline.ts';
import type { Span } from '../text/span.ts';
import type { Colors } from './colors.ts';
import { excerpt } from './excerpt.ts';
import { Lines } from './lines.ts';
import { clip, padEnd, padStart, widthOf } from './width.ts';

export interface ViewOptions {
  readonly colors: Colors;
  readonly columns: number;
  /** Characters a minute. */
  readonly rate: number;
}

/** A view of a draft. */
export interface View {
  /** Members of the draft's entry in the JSON report. */
  json(document: Document, rate: number): Readonly<Record<string, unknown>>;
  /** A table; '' when there is nothing to show. */
  text(path: string, document: Document, options: ViewOptions): string;
}

const minutes = (seconds: number): string => {
  const [whole, rest] = [Math.floor(seconds / 60), seconds % 60];
  return whole === 0 ? `${rest}秒` : `${whole}分${rest === 0 ? '钟' : `${String(rest).padStart(2, '0')}秒`}`;
};

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

export const outline: View = {
  json(document, rate) {
    const { parts, length } = outlineOf(document, rate);
    return {
      outline: parts.map(({ node, characters, seconds }) => ({
        start: node.start,
        end: node.end,
        marker: node.marker,
        depth: node.depth,
        title: node.title,
        characters,
        seconds,
      })),
      characters: length.characters,
      seconds: length.seconds,
    };
  },
  text(path, document, { colors: { bold, dim }, columns, rate }) {
    const { parts, length } = outlineOf(document, rate);
    const lines = new Lines(document.text);
    const places = parts.map(({ node }) => String(lines.at(node.start).line));
    const gutter = Math.max(0, ...places.map(widthOf));
    // Characters take 8 columns, minutes and seconds 10.
    const room = columns - gutter - 2 - 20;
    let out = `${bold(path)}\n`;
    parts.forEach(({ node, characters, seconds }, i) => {
      const heading = node.marker === '' || node.kind === 'title' ? node.title : `${node.marker}${node.title}`;
      const label = padEnd(
        clip('  '.repeat(Math.max(0, node.depth - (parts[0]?.node.depth === 0 ? 0 : 1))) + oneLine(heading), room),
        room,
      );
      const shown = node.kind === 'title' ? bold(label) : label;
      out += `${dim(padStart(places[i]!, gutter))}  ${shown}${padStart(grouped(characters), 8)}字 ${dim(padStart(minutes(seconds), 9))}\n`;
    });
    if (parts.length === 0) out += dim('没有标题和层次序号。\n');
    return `${out}${dim(`全文 ${grouped(length.characters)} 字，按每分钟 ${rate} 字约讲 ${minutes(length.seconds)}。`)}\n\n`;
  },
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const kinds: Readonly<Record<Blank['kind'], string>> = {
  person: '姓名',
  place: '地名',
  org: '单位',
  number: '数字',
  date: '日期',
  event: '会议、活动',
  text: '其他',
};

export const blanks: View = {
  json(document) {
    return {
      blanks: document.blanks.map(({ start, end, kind, group, what, style, certainty }) => ({
        start,
        end,
        text: document.text.slice(start, end),
        kind,
        group,
        what,
        style,
        certainty,
      })),
    };
  },
  text(path, document, { colors, columns }) {
    const { bold, dim } = colors;
    const list = fillList(document);
    if (list.length === 0) return '';
    const lines = new Lines(document.text);
    const location = ({ start }: Span): string => {
      const { line, column } = lines.at(start);
      return `${path}:${line}:${column}`;
    };
    const width = Math.max(...list.map((thing) => widthOf(location(thing.blanks[0]!))));
    const what = Math.min(16, Math.max(...list.map((thing) => widthOf(thing.what))));
    const room = Math.max(28, columns - 2 - width - 2 - what - 2 - 2);
    let out = `${bold(path)}  待填 ${document.blanks.length} 处，共 ${list.length} 项\n`;
    for (const [kind, name] of Object.entries(kinds)) {
      const things = list.filter((thing) => thing.kind === kind);
      if (things.length === 0) continue;
      out += `${bold(name)} ${dim(`${things.length} 项`)}\n`;
      for (const {
        blanks: [first, ...more],
        what: missing,
      } of things) {
        const shown = excerpt(document.text, first!, lines.span(first!.start), room);
        out += `  ${dim(padEnd(location(first!), width))}  ${padEnd(clip(missing, what), what)}  ${marked(shown, colors)}\n`;
        if (more.length > 0)
          out += `  ${' '.repeat(width)}  ${dim(
            `同一项另见 ${more
              .slice(0, 8)
              .map((blank) => placeOf(lines, blank))
              .join('、')}${more.length > 8 ? ` 等 ${more.length} 处` : ''}`,
          )}\n`;
      }
    }
    return `${out}\n`;
  },
};

const placeOf = (lines: Lines, { start }: Span): string => {
  const { line, column } = lines.at(start);
  return `${line}:${column}`;
};

const marked = (
  { before, words, after }: ReturnType<typeof excerpt>,
  { bold, underline, cyan, isColorSupported }: Colors,
): string => `${before}${isColorSupported ? bold(underline(cyan(words))) : `⟦${words}⟧`}${after}`;

const verdicts = { ok: '相符', mismatch: '不符', unsure: '存疑', 'not-checkable': '无法核' } as const;
const checkTypes = {
  count: '列数',
  sum: '合计',
  share: '占比',
  progress: '进度',
  growth: '增减',
  difference: '差额',
  multiple: '倍数',
  average: '平均',
  'same-indicator': '同一指标',
  range: '范围',
  date: '日期',
  subset: '部分与总数',
} as const;

interface Check extends Span {
  readonly type: keyof typeof checkTypes;
  readonly verdict: keyof typeof verdicts;
  readonly note: string;
  readonly members: readonly Span[];
}

const plain = ({ start, end }: Span): Span => ({ start, end });

function checksOf(document: Document): readonly Check[] {
  const counts = document.counts.map(({ start, end, verdict, note, items }) => ({
    type: 'count' as const,
    start,
    end,
    verdict,
    note,
    members: items.map(plain),
  }));
  const relations = document.checks.map(({ type, start, end, verdict, note, members }) => ({
    type,
    start,
    end,
    verdict,
    note,
    members: members.map(plain),
  }));
  return [...counts, ...relations].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The figures that bear an amount; ordinals, dates and bare numbers are no data. */
function figuresOf(document: Document) {
  const told = document.figures.filter(
    ({ token }) => token.unit !== '' && !['ordinal', 'rank', 'session', 'year', 'month', 'day'].includes(token.kind),
  );
  return told.map(({ start, end, token, indicator, period, place }) => ({
    start,
    end,
    value: token.value?.toString() ?? null,
    ...(token.upper === undefined ? {} : { upper: token.upper?.toString() ?? null }),
    unit: token.unit,
    kind: token.kind,
    approximate: token.approximate,
    ...(indicator === '' ? {} : { indicator }),
    ...(period === '' ? {} : { period }),
    ...(place === '' ? {} : { place }),
  }));
}

export const figures: View = {
  json(document) {
    return { figures: figuresOf(document), checks: checksOf(document) };
  },
  text(path, document, { colors, columns }) {
    const { bold, dim, red, green, yellow } = colors;
    const checks = checksOf(document);
    if (checks.length === 0) return '';
    const lines = new Lines(document.text);
    let out = `${bold(path)}  核对 ${checks.length} 处\n`;
    const rows = checks.map((check) => ({ check, location: `${path}:${placeOf(lines, check)}` }));
    const width = Math.max(...rows.map(({ location }) => widthOf(location)));
    for (const { check, location } of rows) {
      const name = verdicts[check.verdict];
      const verdict = check.verdict === 'mismatch' ? red(name) : check.verdict === 'ok' ? green(name) : yellow(name);
      const words = clip(oneLine(document.text.slice(check.start, check.end)), 24);
      const note = clip(check.note, Math.max(20, columns - width - 2 - 6 - 10 - 26));
      out += `  ${dim(padEnd(location, width))}  ${verdict}  ${padEnd(checkTypes[check.type], 8)}  ${padEnd(words, 24)}  ${dim(note)}\n`;
    }
    return `${out}\n`;
  },
};
