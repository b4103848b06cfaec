import type { Document } from '../document/document.ts';
import type { Span } from '../text/span.ts';
import type { OptionShape, OptionValues } from './options.ts';
import type { Level, Problem, Stage } from './problem.ts';

export interface RuleMeta {
  /** `group/name`; the name names the fault. */
  readonly id: string;
  /** One Chinese phrase for lists. */
  readonly summary: string;
  /** Default level for each stage. */
  readonly level: Readonly<Record<Stage, Level>>;
  /** Chinese Markdown: what it finds, why it matters, what stays silent. */
  readonly description: string;
  /** Standards and sources the rule follows. */
  readonly sources?: readonly string[];
  /**
   * Drafts that run as tests and stand in the documentation. `⟦…⟧` surrounds every expected finding of this rule;
   * a right example has none.
   */
  readonly examples: {
    readonly wrong: readonly string[];
    readonly right: readonly string[];
    /** Options that the examples run with, where the defaults find nothing. */
    readonly options?: Readonly<Record<string, unknown>>;
  };
}

/** Words of the ranges a rule asked for, in text order. */
export interface Words {
  /** Words that lie in `span`, with their part-of-speech tag ('' when the segmenter gives none). */
  within(span: Span): readonly (Span & { readonly text: string; readonly tag: string })[];
}

/**
 * A rule: a pure generator of problems. `Options` are declared once; type, default, validation, schema and documentation derive from them.
 * A rule that needs words names the ranges it would ask about in `candidates`; where there are none nothing is loaded.
 */
export interface Rule<Options extends OptionShape = OptionShape> {
  readonly meta: RuleMeta;
  readonly options: Options;
  candidates?(document: Document, options: OptionValues<Options>): readonly Span[];
  check(document: Document, options: OptionValues<Options>, words?: Words): Iterable<Problem>;
}

export function defineRule<const Options extends OptionShape = Record<never, never>>(
  rule: Omit<Rule<Options>, 'options'> & { readonly options?: Options },
): Rule<Options> {
  return { options: {} as Options, ...rule };
}

/** The part of an id before its slash. */
export const groupOf = (id: string): string => id.slice(0, id.indexOf('/'));
