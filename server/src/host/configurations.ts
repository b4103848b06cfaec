/** The configuration that holds for a draft, read from disk once. */
import fs from 'node:fs';
import path from 'node:path';
import { TextDecoder } from 'node:util';
import {
  type Configuration,
  type ConfigurationPort,
  type LoadedConfiguration,
  resolveConfiguration,
  type Settings,
} from '../engine/configuration.ts';
import type { IsFigure } from '../engine/ledger-lines.ts';
import type { Rule } from '../engine/rule.ts';
import { Lines, type Place } from '../formats/lines.ts';
import { decodeUtf8 } from './decode.ts';
import { reasonOf, systemCode } from './failure.ts';
import { ConfigurationFinder } from './find-configuration.ts';
import { globMatcher } from './globs.ts';
import { parseJsonc } from './jsonc.ts';
import { isSheet, isWorkbook, parseSheet, parseWorkbook } from './sheet.ts';
import { readXlsx } from './xlsx.ts';

export interface ConfigurationFor {
  /** `file` is absolute; undefined for a draft that is no file of this machine. */
  settings(file: string | undefined): Settings;
  /** The configuration that holds for a draft, with its faults; undefined when there is none. */
  of(file: string): Configuration | undefined;
}

/**
 * `entry`, when given, is the one configuration for all drafts (absolute); else the nearest `jianggao.json` above each.
 * `read` is told of every configuration once it has been read. Without `isFigure`, values of a ledger are taken as they are.
 */
export function configurations(
  rules: readonly Rule[],
  entry?: string,
  read?: (configuration: Configuration) => void,
  isFigure?: IsFigure,
): ConfigurationFor {
  const port = disk(isFigure);
  const finder = new ConfigurationFinder();
  const known = new Map<string | undefined, Configuration>();
  const resolve = (from: string | undefined): Configuration => {
    let configuration = known.get(from);
    if (configuration === undefined) {
      known.set(from, (configuration = resolveConfiguration(from, rules, port)));
      read?.(configuration);
    }
    return configuration;
  };
  const entryOf = (file: string): string | undefined => entry ?? finder.above(path.dirname(file));
  return {
    settings(file) {
      const from = file === undefined ? entry : entryOf(file);
      if (file === undefined || from === undefined) return resolve(from).settings();
      return resolve(from).settings(path.relative(path.dirname(from), file).replaceAll(path.sep, '/'));
    },
    of(file) {
      const from = entryOf(file);
      return from === undefined ? undefined : resolve(from);
    },
  };
}

/** Whether nothing but sheets is at fault: what a broken sheet says is left out, and the rest of the configuration holds. */
export const onlySheetsFail = ({ problems }: Configuration): boolean =>
  problems.every(({ path: file }) => isSheet(file) || isWorkbook(file));

/** The faults of a configuration at their lines. */
export function faultsOf({
  problems,
}: Configuration): readonly (Place & { readonly path: string; readonly message: string })[] {
  const texts = new Map<string, Lines>();
  return problems.map(({ path: file, start, message }) => {
    let lines = texts.get(file);
    if (lines === undefined) texts.set(file, (lines = new Lines(readText(file))));
    return { path: file, message, ...lines.at(start) };
  });
}

function readText(file: string): string {
  try {
    return textOf(fs.readFileSync(file)) ?? '';
  } catch {
    // What could not be read is the fault itself; it has no place inside.
    return '';
  }
}

/** What no ledger of an office comes near. */
const largestSheet = 50 * 1024 * 1024;
const mostRows = 100_000;
const tooManyRows = '超过 100000 行';

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** Configurations on disk. */
export const disk = (isFigure: IsFigure = () => true): ConfigurationPort => ({
  load(reference, from) {
    const file = from === undefined ? path.resolve(reference) : path.resolve(path.dirname(from), reference);
    let bytes: Buffer;
    let real: string;
    try {
      real = fs.realpathSync(file);
      if ((isSheet(real) || isWorkbook(real)) && fs.statSync(real).size > largestSheet) return '文件超过 50 MB';
      bytes = fs.readFileSync(real);
    } catch (error) {
      return systemCode(error) === 'ENOENT' ? '没有这个文件' : reasonOf(error);
    }
    return parsed(real, bytes, isFigure);
  },
  glob: globMatcher,
});

function parsed(path: string, bytes: Buffer, isFigure: IsFigure): LoadedConfiguration | string {
  if (isWorkbook(path)) {
    const rows = readXlsx(bytes);
    if (typeof rows !== 'string' && rows.length > mostRows) return tooManyRows;
    return typeof rows === 'string' ? rows : { path, ...parseWorkbook(rows, isFigure) };
  }
  const text = textOf(bytes);
  if (text !== undefined && isSheet(path) && !/\.ya?ml$/i.test(path) && linesIn(text) > mostRows) return tooManyRows;
  if (text === undefined) return '编码既不是 UTF-8，也不是 GB18030（GBK）';
  return { path, ...(isSheet(path) ? parseSheet(text, path, isFigure) : parseJsonc(text)) };
}

/** Resolves a URI as it stands in a configuration against that configuration's own. */
const resolveUri = (reference: string, from: string): string =>
  new URL(reference.split('/').map(encodeURIComponent).join('/'), from).href;

/**
 * The configuration that begins with `entry` where files are URIs that somebody else reads, one after the other as they turn out to be named. `read`
 * answers undefined for a file that is not there.
 */
export async function fetchedConfiguration(
  entry: string,
  rules: readonly Rule[],
  read: (uri: string) => Promise<Buffer | undefined>,
  isFigure: IsFigure = () => true,
): Promise<Configuration> {
  const known = new Map<string, Buffer | undefined>();
  for (;;) {
    const missing = new Set<string>();
    const configuration = resolveConfiguration(entry, rules, {
      load(reference, from) {
        const uri = from === undefined ? reference : resolveUri(reference, from);
        if (!known.has(uri)) missing.add(uri);
        const bytes = known.get(uri);
        if (bytes === undefined) return '没有这个文件';
        return bytes.length > largestSheet ? '文件超过 50 MB' : parsed(uri, bytes, isFigure);
      },
      glob: globMatcher,
    });
    if (missing.size === 0) return configuration;
    for (const uri of missing) known.set(uri, await read(uri));
  }
}

/** A configuration is short and mostly ASCII: what is no UTF-8 is GBK, or no text. Excel writes UTF-16 too, with its mark. */
export function textOf(bytes: Buffer): string | undefined {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  if (mark === 0xfffe || mark === 0xfeff)
    return new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be', { ignoreBOM: true }).decode(bytes);
  const text = decodeUtf8(bytes);
  if (text !== undefined) return text;
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
