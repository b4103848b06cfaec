/** What reports are written from. A writer turns one draft after another into text, so that none has to be kept. */
import type { Document } from '../document/document.ts';
import type { Finding } from '../engine/problem.ts';
import type { Judged, Verdict } from '../engine/verdicts.ts';

/** Something the command could not do for this file. */
export interface FileError {
  readonly code: string;
  /** Chinese. */
  readonly message: string;
  /** 1-based, where the error has a place: a fault in a configuration. */
  readonly line?: number;
  readonly column?: number;
}

export interface FileReport {
  /** As shown: with `/` between its parts. */
  readonly path: string;
  readonly encoding?: string;
  /** Absent when the file could not be read. */
  readonly document?: Document;
  readonly findings: readonly Finding[];
  /** Findings that have a verdict and do not count; absent where verdicts were not asked for. */
  readonly judged?: readonly Judged[];
  /** Titles of the fixes made, or that would be made in a dry run. */
  readonly fixed?: readonly FixedPlace[];
  readonly errors: readonly FileError[];
}

/** A fix that was applied, at its place in the text before. */
export interface FixedPlace {
  readonly rule: string;
  readonly title: string;
  readonly line: number;
  readonly column: number;
}

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Findings with a verdict, and verdicts that no finding answers to; absent where verdicts were not asked for. */
  readonly judged?: number;
  readonly stale?: readonly (Verdict & { readonly path: string })[];
}

/** Writers are pure: they return what is to be printed. */
export interface Writer {
  begin(): string;
  file(report: FileReport): string;
  end(summary: Summary): string;
}

export const severityNames = { error: '错误', warning: '警告', info: '提示' } as const;
