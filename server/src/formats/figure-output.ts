/** What `jianggao figures` makes of drafts in each of its formats, one draft after another. */
import type { Disagreement } from '../features/across.ts';
import { type Verdict, verdictNames } from '../features/checks.ts';
import type { Colors } from './colors.ts';
import {
  acrossJson,
  acrossRows,
  acrossText,
  csvOf,
  figuresJson,
  figuresText,
  markdownOf,
  type NamedDocument,
  type Row,
  rowsOf,
} from './figure-table.ts';
import { JsonWriter } from './json.ts';
import type { FileError } from './report.ts';

/** Drafts beside each other, and where they disagree. */
interface Compared {
  readonly drafts: readonly NamedDocument[];
  readonly found: readonly Disagreement[];
}

/** What one format makes of the drafts: what it returns is printed or kept, `rows` are kept for a workbook. */
export interface FigureOutput {
  readonly rows: readonly Row[];
  begin(): string;
  draft(draft: NamedDocument, encoding: string): string;
  failed(path: string, errors: readonly FileError[]): string;
  end(files: number, compared: Compared): string;
}

export interface FigureOutputOptions {
  /** These verdicts only; all, where there are none. */
  readonly only: readonly Verdict[];
  /** Drafts are held against each other, and not listed one by one. */
  readonly across: boolean;
  readonly colors: Colors;
  /** Of the terminal. */
  readonly columns: number;
  /** A byte order mark, by which a spreadsheet knows the encoding. */
  readonly mark: boolean;
}

export function figureOutput(form: string, options: FigureOutputOptions): FigureOutput {
  if (form === 'json') return new JsonOutput(options);
  return form === 'text' ? textOutput(options) : new TableOutput(form, options);
}

class JsonOutput implements FigureOutput {
  readonly rows = [];
  readonly #writer = new JsonWriter();
  readonly #options: FigureOutputOptions;

  constructor(options: FigureOutputOptions) {
    this.#options = options;
  }
  begin(): string {
    return this.#writer.begin();
  }
  draft({ path: shown, document }: NamedDocument, encoding: string): string {
    return this.#writer.entry({ path: shown, encoding, ...figuresJson(document, this.#options.only), errors: [] });
  }
  failed(shown: string, errors: readonly FileError[]): string {
    return this.#writer.entry({ path: shown, errors });
  }
  end(files: number, { drafts, found }: Compared): string {
    const summary = { files, errors: 0, warnings: 0, infos: 0 };
    return this.#writer.end(summary, this.#options.across ? { across: acrossJson(drafts, found) } : undefined);
  }
}

const textOutput = ({ only, across, colors, columns }: FigureOutputOptions): FigureOutput => ({
  rows: [],
  begin: () => '',
  draft: (draft) =>
    across ? '' : figuresText(draft, only, { colors, columns }) || `${colors.bold(draft.path)}  ${nothing(only)}\n\n`,
  failed: () => '',
  end: (_files, { drafts, found }) => (drafts.length < 2 ? '' : acrossText(drafts, found, { colors, columns })),
});

/** csv, md, xlsx: one table of all drafts. */
class TableOutput implements FigureOutput {
  readonly rows: Row[] = [];
  readonly #form: string;
  readonly #options: FigureOutputOptions;

  constructor(form: string, options: FigureOutputOptions) {
    this.#form = form;
    this.#options = options;
  }
  begin(): string {
    return '';
  }
  draft(draft: NamedDocument): string {
    if (!this.#options.across) for (const row of rowsOf(draft, this.#options.only)) this.rows.push(row);
    return '';
  }
  failed(): string {
    return '';
  }
  end(_files: number, { drafts, found }: Compared): string {
    if (drafts.length > 1) this.rows.push(...acrossRows(drafts, found));
    if (this.#form === 'csv') return csvOf(this.rows, this.#options.mark);
    return this.#form === 'md' ? markdownOf(this.rows) : '';
  }
}

const nothing = (only: readonly Verdict[]): string =>
  only.length === 0 ? '没有可核对的数据。' : `没有${only.map((verdict) => verdictNames[verdict]).join('、')}的。`;
