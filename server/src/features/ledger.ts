/** What the office's ledger (数据台账) says of the figures of a draft, those still to be filled in among them. */
import type { Document } from '../document/document.ts';
import { exactAmount } from '../document/figures.ts';
import { placeOf } from '../document/place.ts';
import { ledgerMatches } from '../engine/ledger.ts';
import type { LedgerLine } from '../engine/ledger-lines.ts';
import { lowerBound, type Span } from '../text/span.ts';

/** A figure that a line of the ledger speaks of. */
export interface LedgerNote extends Span {
  /** Its digits alone: what a value is written over. */
  readonly numeral: Span;
  /** A mask is in it. */
  readonly blank: boolean;
  /** The ledger's value in the figure's unit. */
  readonly value: string;
  readonly unit: string;
  readonly line: LedgerLine;
}

/** In text order. Where it is not certain that the ledger speaks of the same thing there is none. */
export function ledgerNotes(document: Document, lines: readonly LedgerLine[]): readonly LedgerNote[] {
  const notes: LedgerNote[] = [];
  for (const { paragraph, statement, entry } of ledgerMatches(document, lines)) {
    const { figure } = statement;
    if (figure.base !== entry.figure.base || figure.upper !== undefined) continue;
    notes.push({
      ...placeOf(paragraph, figure.start, figure.end),
      numeral: placeOf(paragraph, figure.numeral.start, figure.numeral.end),
      blank: figure.value === null,
      value: exactAmount(entry.figure)!.shift(-figure.exponent).trim().toString(),
      unit: figure.unit,
      line: entry.line,
    });
  }
  return notes;
}

/** The note whose figure holds an offset, its ends included. */
export function noteAt(notes: readonly LedgerNote[], offset: number): LedgerNote | undefined {
  const note = notes[lowerBound(notes, offset, ({ end }) => end)];
  return note !== undefined && note.start <= offset ? note : undefined;
}

/** 台账：12.6亿元（2025年全县一般公共预算收入，2025年统计公报） */
export function ledgerText({ value, unit, line }: LedgerNote): string {
  const source = line.source?.trim() ?? '';
  return `台账：${value}${unit}（${line.period}${line.place ?? ''}${line.indicator}${source === '' ? '' : `，${source}`}）`;
}
