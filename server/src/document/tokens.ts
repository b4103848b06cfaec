/**
 * What is found inside one paragraph, before the whole draft is looked at. Offsets are into the paragraph's reading
 * (see reading.ts), so that equal paragraphs share their tokens wherever they stand and an edit elsewhere costs nothing.
 */
import type { Span } from '../text/span.ts';

/** What belongs in a blank. `text` when it is something else or cannot be told. */
export type BlankKind = 'person' | 'place' | 'org' | 'number' | 'date' | 'event' | 'text';

/** One run of mask characters (X, ××, *, 某, ＿＿, （待补） …), the mask alone. */
export interface BlankToken extends Span {
  readonly kind: BlankKind;
  /** What belongs there, for people: 「姓名」「数量（个）」「月份」. */
  readonly what: string;
  /** Role that decides whether two blanks are the same missing thing: '' when they never are (persons, figures), `=` when it is a part of the one before (X.X%). */
  readonly role: string;
  /** The words that the mask stands in (`20*年`, `XX县`, `XX同志`); the mask alone when it stands free. Offsets as the token's. */
  readonly phrase: Span;
  /** The words around it prove what is missing (a unit, a title, 县); false when it stands free in the sentence. */
  readonly firm: boolean;
  /** The style of the mask: `X` `x` `×` `*` `某` `○` `□` `＿` `…` `待补`; styles that look alike to a reader count as one. */
  readonly style: string;
  /** `likely` where the same characters could be meant as they stand (首席XX官). */
  readonly certainty: 'sure' | 'likely';
}

/** How a structural marker is written; `ordinal` 第一， `verb` 一是/一要 `series` 首先/其次 `pair` 一个是/另一个是. */
export type MarkerForm =
  | 'han' // 一、
  | 'han-paren' // （一）
  | 'digit' // 1. 1、 1．
  | 'digit-paren' // （1） 1）
  | 'circled' // ①
  | 'ordinal' // 第一， 第一、 第一组是
  | 'verb' // 一是 一要
  | 'series' // 首先 其次 再次 最后 第三
  | 'pair' // 一个是 另一个是 一件是 再一个
  | 'heading'; // a Markdown heading without a Chinese marker, or a chapter (第一部分)

/** A candidate for a structural marker. The outline decides whether it is one. */
export interface MarkerToken extends Span {
  readonly form: MarkerForm;
  /** Ordinal value, 1-based; 0 when the marker only continues (另一个是, 其次 → 2, 最后 → -1 is the last). */
  readonly value: number;
  /** Writing variant within the form: 是, 要, 一组是 …; siblings of one list normally share it. */
  readonly variant: string;
  /** Stands at the start of the paragraph. */
  readonly leading: boolean;
  /** The mark before it in the paragraph (。；：，… or '' when leading): how strong the boundary is. */
  readonly before: string;
}
