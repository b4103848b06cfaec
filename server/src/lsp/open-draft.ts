/** One document that the client has open: its text, the model of each version, and at most one analysis of it. */
import type { Diagnostic, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { Document, type Format } from '../document/document.ts';
import { type CheckResult, type CheckSettings, check } from '../engine/check.ts';
import type { LedgerLine } from '../engine/ledger-lines.ts';
import { documentOptions, type StructureSettings } from '../engine/profiles.ts';
import { type OutlineView, outlineOf } from '../features/outline.ts';
import { looksLikeSpeech } from '../features/recognition.ts';
import { formatOf } from '../host/drafts.ts';
import { rules } from '../rules/index.ts';
import { toDiagnostics } from './diagnostics.ts';
import { encodeAfter } from './encoding.ts';
import { Lines, toOffset, toSpan } from './positions.ts';

/** A file's name tells its markup, as it does for the command; what has no file yet is told by its language. */
export const formatOfDocument = (uri: string, languageId: string): Format =>
  uri.startsWith('untitled:') ? (languageId === 'markdown' ? 'markdown' : 'plain') : formatOf(uri);

export interface Analysis {
  readonly result: CheckResult;
  /** As the protocol's types want it; nobody changes it. */
  readonly diagnostics: Diagnostic[];
  /** Stays the same from version to version while the diagnostics do. */
  readonly resultId: string;
}

/** What an analysis depends on beside the text. Equal settings are the same object. */
export interface DraftSettings {
  readonly rules: NonNullable<CheckSettings['rules']>;
  readonly stage: CheckSettings['stage'];
  /** Characters a minute. */
  readonly rate: number;
  /** Minutes that a speech may take; 0 for any. */
  readonly minutes: number;
  /** What the configuration says of the build of speeches. */
  readonly structure: StructureSettings;
  /** What the office wants said: preferred words, names of its own series. */
  readonly terms: readonly string[];
  /** The office's own words, for the segmenter. */
  readonly words: readonly string[];
  /** The office's own figures. */
  readonly ledger: readonly LedgerLine[];
}

/** Told apart from those of a server that died. */
const era = Date.now().toString(36);
let results = 0;

export class OpenDraft {
  readonly uri: string;
  readonly format: Format;
  readonly languageId: string;
  #version: number;
  #lines: Lines;
  #document: Document | undefined;
  /** The model of an earlier version, whose unchanged paragraphs are kept. */
  #previous: Document | undefined;
  /** How much of its beginning and of its end still stands. */
  #same = { head: 0, tail: 0 };
  #structure: DraftSettings['structure'] = {};
  #recognised = false;
  #editing: number | undefined;
  #analysis: (Analysis & { readonly settings: DraftSettings }) | undefined;
  /** The last analysis, whatever its version. */
  #last: Analysis | undefined;
  #outline: { readonly view: OutlineView; readonly rate: number } | undefined;
  /** Adds what words let the rules say, as far as they are known, and takes out what has a verdict. */
  finish: ((document: Document, result: CheckResult) => CheckResult) | undefined;

  constructor(uri: string, languageId: string, version: number, text: string, format: Format) {
    this.uri = uri;
    this.languageId = languageId;
    this.format = format;
    this.#version = version;
    this.#lines = Lines.of(text);
  }

  get version(): number {
    return this.#version;
  }

  get text(): string {
    return this.#lines.text;
  }

  get lines(): Lines {
    return this.#lines;
  }

  /** True once the text has looked like a speech; what was a speech stays one while it is rewritten. */
  get recognised(): boolean {
    return (this.#recognised ||= looksLikeSpeech(this.text));
  }

  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    const last = changes.at(-1);
    this.#forget();
    for (const change of changes) {
      // One by one: each is told in positions of the text that those before it have made.
      if ('range' in change) {
        const span = toSpan(this.#lines, change.range);
        const { head, tail } = this.#same;
        this.#same = { head: Math.min(head, span.start), tail: Math.min(tail, this.text.length - span.end) };
        this.#lines = this.#lines.edited(span, change.text);
      } else {
        this.#same = { head: 0, tail: 0 };
        this.#lines = Lines.of(change.text);
      }
    }
    this.#version = version;
    if (last !== undefined && 'range' in last)
      this.#editing = toOffset(this.#lines, last.range.start) + last.text.length;
  }

  /** What is still open in the paragraph that was being written counts from now on. */
  endEditing(): boolean {
    if (this.#editing === undefined) return false;
    this.#editing = undefined;
    this.#analysis = undefined;
    return true;
  }

  /** What the last analysis lacked has become known. */
  analyseAgain(): void {
    this.#analysis = undefined;
  }

  #forget(): void {
    if (this.#document !== undefined) this.#same = { head: this.text.length, tail: this.text.length };
    this.#previous = this.#document ?? this.#previous;
    this.#document = undefined;
    this.#analysis = undefined;
    this.#outline = undefined;
  }

  get document(): Document {
    if (this.#document === undefined) {
      const previous = this.#previous;
      this.#document = new Document(this.text, {
        ...documentOptions(this.format, this.#structure),
        ...(previous && { previous, same: this.#same }),
      });
      this.#previous = undefined;
    }
    return this.#document;
  }

  outline(rate: number): OutlineView {
    if (this.#outline?.rate !== rate) this.#outline = { view: outlineOf(this.document, rate), rate };
    return this.#outline.view;
  }

  /** What the configuration says of the structure decides how the draft is read. */
  #read(settings: DraftSettings): void {
    const { profile, profiles } = settings.structure;
    if (this.#structure.profile === profile && this.#structure.profiles === profiles) return;
    this.#structure = settings.structure;
    this.#forget();
  }

  analyse(settings: DraftSettings): Analysis {
    if (this.#analysis?.settings === settings) return this.#analysis;
    this.#read(settings);
    const editing = this.#editing;
    const first = check(this.document, rules, {
      stage: settings.stage,
      rules: settings.rules,
      ...(editing !== undefined && { editing }),
    });
    const result = this.finish?.(this.document, first) ?? first;
    const last = this.#last;
    const diagnostics = toDiagnostics(result.findings, this.lines, this.uri, last?.diagnostics);
    encodeAfter(diagnostics, last?.diagnostics);
    const resultId = last?.diagnostics === diagnostics ? last.resultId : `${era}-${++results}`;
    this.#analysis = { settings, result, diagnostics, resultId };
    this.#last = this.#analysis;
    return this.#analysis;
  }
}
