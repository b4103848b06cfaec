/** Checks one draft after another, and loads the segmenter when the first of them needs it. */
import { Document, type DocumentOptions } from '../document/document.ts';
import { KnownParagraphs } from '../document/known-paragraphs.ts';
import { type CheckResult, type CheckSettings, check } from '../engine/check.ts';
import { withWords } from '../engine/words.ts';
import type { FileError, FileReport } from '../formats/report.ts';
import type { Draft } from '../host/drafts.ts';
import type { LoadedSegmenter } from '../host/segmenter.ts';
import { rules } from '../rules/index.ts';
import type { Io } from './io.ts';

export class DraftChecker {
  readonly #io: Io;
  readonly #known = new KnownParagraphs();
  #segmenter: LoadedSegmenter | undefined;

  constructor(io: Io) {
    this.#io = io;
  }

  /** `words`: an office's own, for the segmenter. */
  async check(
    draft: Draft,
    settings: CheckSettings,
    options: DocumentOptions,
    words: readonly string[],
  ): Promise<FileReport> {
    const document = new Document(draft.text, { ...options, known: this.#known });
    const result = check(document, rules, settings);
    if (result.wanted === undefined) return reportOf(draft, document, result);
    this.#segmenter ??= await this.#load();
    this.#segmenter.add(words);
    return reportOf(draft, document, withWords(document, result, this.#segmenter));
  }

  /** The same at once; without words where none have been needed so far. */
  recheck(draft: Draft, settings: CheckSettings, options: DocumentOptions): FileReport {
    const document = new Document(draft.text, { ...options, known: this.#known });
    const result = check(document, rules, settings);
    return reportOf(draft, document, this.#segmenter ? withWords(document, result, this.#segmenter) : result);
  }

  async #load(): Promise<LoadedSegmenter> {
    const { segmenter } = await import('../host/segmenter.ts');
    const loaded = segmenter();
    if (loaded.reason !== undefined)
      this.#io.stderr.write('没有装上分词组件 nodejieba，改用系统自带的分词：人名、职务查得少一些，其余照常。\n');
    return loaded;
  }
}

const reportOf = ({ path, encoding }: Draft, document: Document, { findings, failures }: CheckResult): FileReport => ({
  path,
  encoding,
  document,
  findings,
  errors: failures.map(crashed),
});

const crashed = ({ rule, message }: { readonly rule: string; readonly message: string }): FileError => ({
  code: 'rule-crashed',
  message: `规则 ${rule} 出错，没有查完：${message}。其余规则照常。`,
});
