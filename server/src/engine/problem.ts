import type { Span } from '../text/span.ts';

/** How loud a finding is. */
export type Severity = 'error' | 'warning' | 'info';
/** What a configuration may ask of a rule. */
export type Level = Severity | 'off';
/** 起草 | 定稿: in a draft, blanks and open ends are normal; what is final must not be read out with a fault. */
export type Stage = 'draft' | 'final';

/** One replacement in the source text. */
export interface Edit extends Span {
  readonly text: string;
}

/** `safe` fixes may be applied by themselves; a `suggestion` (figures, names, titles, dates) is only ever offered. */
export interface Fix {
  readonly title: string;
  readonly safety: 'safe' | 'suggestion';
  readonly edits: readonly Edit[];
}

/** Another place that takes part in a problem. */
export interface Related extends Span {
  readonly message: string;
}

/** Other places of the same fault, `most` of them; the last says how many more there are. */
export function relatedPlaces(places: readonly Span[], most: number, note: string): readonly Related[] {
  const more = places.length - most;
  return places.slice(0, most).map(({ start, end }, i) => ({
    start,
    end,
    message: more > 0 && i === most - 1 ? `${note}，其余 ${more} 处不再列出` : note,
  }));
}

/** What a rule yields. The engine stamps rule, severity and fingerprint on it. */
export interface Problem extends Span {
  /** Chinese: 是什么、为什么、怎么改. */
  readonly message: string;
  /** `sure` when the text itself proves it; what is only likely is `info` in every stage. Default `sure`. */
  readonly certainty?: 'sure' | 'likely';
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /**
   * What the next sentence could still mend is silent in the draft stage: `end` where the fault stands at the end of what is written
   * (a list still short, a last heading still empty), `paragraph` where it is silent only while its own paragraph is being edited (an open quote).
   */
  readonly pending?: 'end' | 'paragraph';
}

/** A problem as everybody outside the engine sees it. */
export interface Finding extends Problem {
  readonly rule: string;
  readonly severity: Severity;
  /** Identifies the finding across edits elsewhere in the draft. */
  readonly fingerprint: string;
}
