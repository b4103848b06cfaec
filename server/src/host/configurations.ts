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

/** `entry`, when given, is the one configuration for all drafts (absolute); else the nearest `jianggao.json` above each. */
export function configurations(rules: readonly Rule[], entry?: string): ConfigurationFor {
  const finder = new ConfigurationFinder();
  const known = new Map<string | undefined, Configuration>();
  const resolve = (from: string | undefined): Configuration => {
    let configuration = known.get(from);
    if (configuration === undefined) known.set(from, (configuration = resolveConfiguration(from, rules, disk)));
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

/** Configurations on disk. */
export const disk: ConfigurationPort = {
  load(reference, from) {
    const file = from === undefined ? path.resolve(reference) : path.resolve(path.dirname(from), reference);
    let bytes: Buffer;
    let real: string;
    try {
      real = fs.realpathSync(file);
      bytes = fs.readFileSync(real);
    } catch (error) {
      return systemCode(error) === 'ENOENT' ? '没有这个文件' : reasonOf(error);
    }
    if (isWorkbook(real)) {
      const rows = readXlsx(bytes);
      return typeof rows === 'string' ? rows : { path: real, ...parseWorkbook(rows) };
    }
    const text = textOf(bytes);
    if (text === undefined) return '编码既不是 UTF-8，也不是 GB18030（GBK）';
    return { path: real, ...(isSheet(real) ? parseSheet(text, real) : parseJsonc(text)) } satisfies LoadedConfiguration;
  },
  glob: globMatcher,
};

/** A configuration is short and mostly ASCII: what is no UTF-8 is GBK, or no text. */
export function textOf(bytes: Buffer): string | undefined {
  const text = decodeUtf8(bytes);
  if (text !== undefined) return text;
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
