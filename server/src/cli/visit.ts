/** Goes through the drafts that were named, one at a time: read, settings found, handed on, dropped. */
import fs from 'node:fs';
import path from 'node:path';
import { defaultSettings, type Settings } from '../engine/configuration.ts';
import { isFigure } from '../engine/ledger.ts';
import type { FileError } from '../formats/report.ts';
import { type Draft, readDraft, type Source } from '../host/drafts.ts';
import { errorOf, isFailure } from '../host/failure.ts';
import type { Found } from '../host/files.ts';
import { ConfigurationFinder } from '../host/find-configuration.ts';
import { rules } from '../rules/index.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { type Io, PipeClosed } from './io.ts';

export interface Visitor {
  draft(draft: Draft, settings: Settings): Promise<void> | void;
  /** Something that could not be done: for a draft, a configuration, or an argument. */
  failed(path: string, errors: readonly FileError[]): void;
}

/** Drafts, and characters of one, from which on it pays to compile the code that checks them: below, V8's interpreter is done sooner. */
const several = { drafts: 4, characters: 20_000 };
/** From which on it pays to optimise it: below, that costs as much again as the checks. */
const many = { drafts: 30, characters: 100_000 };

/** Drafts before a person at a terminal is told how far it is. */
const patience = 40;

export async function visit(args: Arguments, io: Io, visitor: Visitor): Promise<void> {
  if (args.operands.length === 0)
    throw new UsageError(
      '没有写要读的文件。可以写文件、文件夹、通配式，或用 - 读标准输入，如：jianggao check 讲稿.md。',
    );
  const { sources, failures, wordFiles } = await find(args.operands, io);
  for (const { path: shown, failure } of failures) visitor.failed(shown, [errorOf(failure)]);
  const stdinName = args.get('stdin-filename');
  const fileOf = (source: Source): string => path.resolve(io.cwd, source.file?.toString() ?? stdinName ?? '-');
  const settingsOf = await settingsFinder(args, io, sources.map(fileOf), visitor);
  const tell = io.stderr.isTTY && sources.length > patience;
  if (sources.length >= several.drafts) io.expectMuch?.(sources.length >= many.drafts ? 'drafts' : 'several');
  let done = 0;
  for (const source of sources) {
    if (tell && done % 10 === 0) io.stderr.write(`\r正在读第 ${done + 1} 份，共 ${sources.length} 份 `);
    done++;
    const shown = source.file === undefined ? (stdinName ?? source.path) : source.path;
    try {
      const settings = settingsOf(fileOf(source));
      if (settings !== undefined) {
        const draft = await readDraft({ ...source, path: shown }, io.stdin);
        const { length } = draft.text;
        if (length >= several.characters) io.expectMuch?.(length >= many.characters ? 'characters' : 'several');
        await visitor.draft(draft, settings);
      }
    } catch (error) {
      if (error instanceof PipeClosed) throw error;
      visitor.failed(shown, [isFailure(error) ? errorOf(error) : internal(shown, error)]);
    }
  }
  if (tell) io.stderr.write(`\r${' '.repeat(48)}\r`);
  if (wordFiles > 0)
    io.stderr.write(
      `文件夹里有 ${wordFiles} 个 Word 文件（.docx）没有读，留待以后的版本；现在可另存为 .txt 或 .md。\n`,
    );
}

/** A defect of this program; the other drafts are still read. */
const internal = (shown: string, error: unknown): FileError => ({
  code: 'internal',
  message: `${shown}：程序出错，没有查完：${error instanceof Error ? error.message : String(error)}。`,
});

/** One plain file, the usual case, needs no walk, and nothing loaded for it. */
async function find(operands: readonly string[], io: Io): Promise<Found> {
  const [only] = operands;
  if (operands.length === 1 && only !== undefined && only !== '-') {
    const file = path.resolve(io.cwd, only);
    if (fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true)
      return {
        sources: [{ path: path.sep === '\\' ? only.replaceAll('\\', '/') : only, file }],
        failures: [],
        wordFiles: 0,
      };
  }
  const { findDrafts } = await import('../host/files.ts');
  return findDrafts(operands, io.cwd);
}

/** Finds settings by absolute path: undefined where the configuration has faults, which are told once. */
async function settingsFinder(
  args: Arguments,
  io: Io,
  files: readonly string[],
  visitor: Visitor,
): Promise<(file: string) => Settings | undefined> {
  const given = args.get('config');
  if (given !== undefined && args.has('no-config')) throw new UsageError('--config 和 --no-config 只能用一个。');
  const finder = new ConfigurationFinder();
  if (
    args.has('no-config') ||
    (given === undefined && files.every((file) => finder.above(path.dirname(file)) === undefined))
  ) {
    return () => defaultSettings;
  }
  const { configurations, faultsOf, onlySheetsFail } = await import('../host/configurations.ts');
  const entry = given === undefined ? undefined : path.resolve(io.cwd, given);
  const found = configurations(rules, entry, undefined, isFigure);
  const told = new Set<unknown>();
  return (file) => {
    const configuration = found.of(file);
    if (configuration === undefined || configuration.problems.length === 0) return found.settings(file);
    if (!told.has(configuration)) {
      told.add(configuration);
      const byFile = new Map<string, FileError[]>();
      for (const { path: at, line, column, message } of faultsOf(configuration)) {
        const errors = byFile.get(at);
        const error = { code: 'configuration', message, line, column };
        if (errors === undefined) byFile.set(at, [error]);
        else errors.push(error);
      }
      for (const [at, errors] of byFile) visitor.failed(shownPath(at, io.cwd), errors);
    }
    return onlySheetsFail(configuration) ? found.settings(file) : undefined;
  };
}

/** Relative to the working directory where the file lies in it. */
export function shownPath(file: string, cwd: string): string {
  const relative = path.relative(cwd, file);
  return (relative.startsWith('..') || path.isAbsolute(relative) ? file : relative).replaceAll(path.sep, '/');
}
