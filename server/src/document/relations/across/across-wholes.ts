/** Amounts of paragraphs before, for what a paragraph tells of a whole that stands there. */
import type { FigureToken } from '../../figures.ts';
import { remember } from '../../remember.ts';
import { type CheckType, type Passage, standsForItself } from '../passage.ts';
import { longestList } from '../sums/parts.ts';

/** A figure and the place of its passage in the draft. */
export interface PlacedFigure {
  readonly at: number;
  readonly figure: FigureToken;
}

/** A relation of figures in several paragraphs. */
export interface AcrossClaim {
  readonly type: CheckType;
  readonly verdict: 'ok' | 'mismatch';
  /** What is told twice by one name. */
  readonly indicator?: string;
  readonly note: () => string;
  readonly members: readonly PlacedFigure[];
  readonly blamed: PlacedFigure;
  /** Digits that the others give for `blamed`. */
  readonly digits: string | undefined;
}

/** A passage and the place of its paragraph in the draft. */
export interface Place {
  readonly passage: Passage;
  readonly paragraph: number;
}

/** An amount that others may be shares of. */
export interface Whole {
  readonly figure: FigureToken;
  readonly label: string;
  readonly period: string;
}

/** Paragraphs back in which a whole is looked for. */
const reach = 2;
const wholes = remember((facts): readonly Whole[] => {
  const { passage: p } = facts.claims!;
  const found: Whole[] = [];
  for (let j = 0; j < p.list.length && found.length < longestList; j++) {
    const figure = p.figure(j);
    if (!standsForItself(p, j) || figure.value === null || figure.approximate) continue;
    const behind = /^[^，,。；;、：:（(\d]{0,8}/.exec(p.text.slice(figure.end, figure.end + 8))![0];
    found.push({ figure, label: p.clauseLead(j).slice(-24) + behind, period: p.list[j]!.period });
  }
  return found;
});

/** A whole and the place of its passage. */
export interface PlacedWhole {
  readonly at: number;
  readonly whole: Whole;
}

/** Amounts of the paragraphs before, the nearest first. */
export function wholesBefore(places: readonly Place[], k: number, back = reach): readonly PlacedWhole[] {
  const found: PlacedWhole[] = [];
  for (let at = k - 1; at >= 0 && k - at <= back; at--)
    for (const whole of wholes(places[at]!.passage.facts)) found.push({ at, whole });
  return found;
}
