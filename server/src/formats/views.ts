/** What the command `blanks` prints of one draft: for scripts as plain values, for people as a table. */
import type { Blank, Document } from '../document/document.ts';
import type { LedgerLine } from '../engine/ledger-lines.ts';
import { fillList } from '../features/fill-list.ts';
import { ledgerNotes, ledgerText, noteAt } from '../features/ledger.ts';
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
  /** Time that the speech may take, in minutes; 0 or absent for any. */
  readonly minutes?: number;
  /** The office's own figures. */
  readonly ledger?: readonly LedgerLine[];
}

/** A view of a draft. */
export interface View {
  /** Members of the draft's entry in the JSON report. */
  json(
    document: Document,
    options: Pick<ViewOptions, 'rate' | 'minutes' | 'ledger'>,
  ): Readonly<Record<string, unknown>>;
  /** A table; '' when there is nothing to show. */
  text(path: string, document: Document, options: ViewOptions): string;
}

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
  json(document, { ledger = [] }) {
    const notes = ledgerNotes(document, ledger);
    return {
      blanks: document.blanks.map(({ start, end, kind, group, what, style, certainty }) => {
        const note = noteAt(notes, start);
        return {
          start,
          end,
          text: document.text.slice(start, end),
          kind,
          group,
          what,
          style,
          certainty,
          ...(note?.blank === true && { ledger: { ...note.line, value: note.value, unit: note.unit } }),
        };
      }),
    };
  },
  text(path, document, { colors, columns, ledger = [] }) {
    const { bold, dim } = colors;
    const list = fillList(document);
    if (list.length === 0) return '';
    const notes = ledgerNotes(document, ledger);
    const lines = new Lines(document.text);
    const location = (blank: Blank): string => placeOf(lines, blank);
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
        const shown = excerpt(document.text, first!, lines.span(first!.start), room, Math.floor(room * 0.4));
        out += `  ${dim(padStart(location(first!), width))}  ${padEnd(clip(missing, what), what)}  ${marked(shown, colors)}\n`;
        const note = [first!, ...more].map(({ start }) => noteAt(notes, start)).find((each) => each?.blank === true);
        if (note !== undefined) out += `  ${' '.repeat(width)}  ${colors.green(ledgerText(note))}\n`;
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
