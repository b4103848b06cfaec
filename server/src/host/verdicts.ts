/** The file of verdicts: `jianggao.verdicts.json`, beside the configuration. */
import fs from 'node:fs';
import path from 'node:path';
import { applyEdits, findNodeAtLocation, modify, type Node } from 'jsonc-parser';
import type { CheckSettings } from '../engine/check.ts';
import type { Finding } from '../engine/problem.ts';
import { type Judged, judge, type Verdict, verdictsOf } from '../engine/verdicts.ts';
import { Lines } from '../formats/lines.ts';
import type { Span } from '../text/span.ts';
import { textOf } from './configurations.ts';
import { Failure, reasonOf, systemCode } from './failure.ts';
import { ConfigurationFinder } from './find-configuration.ts';
import { parseJsonc } from './jsonc.ts';
import { writeWhole } from './write.ts';

const verdictsName = 'jianggao.verdicts.json';

/** The file that holds for a folder (absolute): the nearest upwards; undefined when there is none. */
export function findVerdicts(folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    const file = path.join(at, verdictsName);
    if (fs.existsSync(file)) return file;
    if (path.dirname(at) === at) return undefined;
  }
}

/** Where verdicts on the drafts of a folder go: the file that holds, else one beside the configuration, else one in `otherwise`. */
export function verdictsFile(folder: string, otherwise: string): string {
  const configuration = new ConfigurationFinder().above(folder);
  return (
    findVerdicts(folder) ??
    path.join(configuration === undefined ? otherwise : path.dirname(configuration), verdictsName)
  );
}

/** Throws a Failure where the file cannot be read or says what it may not. */
export function readVerdicts(file: string): readonly Verdict[] {
  const shown = path.basename(file);
  let bytes: Buffer;
  try {
    bytes = fs.readFileSync(file);
  } catch (error) {
    const reason = systemCode(error) === 'ENOENT' ? '没有这个文件' : reasonOf(error);
    throw new Failure('configuration', `${shown}：读不了，${reason}`, { cause: error });
  }
  const text = textOf(bytes);
  if (text === undefined) throw new Failure('configuration', `${shown}：编码既不是 UTF-8，也不是 GB18030（GBK）`);
  const { root, problems } = parseJsonc(text);
  const { verdicts, fault = problems[0] } = verdictsOf(problems.length === 0 ? root : undefined);
  if (fault !== undefined) {
    const { line, column } = new Lines(text).at(fault.start);
    throw new Failure('configuration', `${shown}:${line}:${column}：${fault.message.replace(/。$/, '')}`);
  }
  return verdicts;
}

const formattingOptions = { tabSize: 2, insertSpaces: true, eol: '\n' };

/** Adds verdicts, each in the place of an earlier one on the same finding. What else stands in the file, comments too, stays. */
export function addVerdicts(file: string, added: readonly Verdict[]): void {
  const known = fs.existsSync(file) ? readVerdicts(file) : undefined;
  const before = known === undefined ? undefined : fs.readFileSync(file);
  let text = before === undefined ? '{\n  "verdicts": []\n}\n' : (textOf(before) ?? '').replace(/^\ufeff/, '');
  if (text.trim() === '') text = '{\n  "verdicts": []\n}\n';
  const order = (known ?? []).map(({ fingerprint }) => fingerprint);
  for (const verdict of added) {
    const at = order.indexOf(verdict.fingerprint);
    const isNew = at < 0;
    const edits = modify(text, ['verdicts', isNew ? order.length : at], verdict, {
      formattingOptions,
      isArrayInsertion: isNew,
    });
    text = applyEdits(text, edits);
    if (isNew) order.push(verdict.fingerprint);
  }
  writeWhole(file, text, path.basename(file), before);
}

/** Characters of a finding's words that are kept, for people. */
const longestWords = 40;

/** A verdict on a finding of the draft `draft`, for the file `file` (both absolute). */
export function entryOf(
  { fingerprint, rule, start, end }: Finding,
  text: string,
  file: string,
  draft: string,
  verdict: Verdict['verdict'],
  reason: string,
): Verdict {
  const words = text.slice(start, end).replace(/\s+/g, ' ').trim();
  return {
    fingerprint,
    verdict,
    reason,
    rule,
    file: path.relative(path.dirname(file), draft).replaceAll(path.sep, '/'),
    words: words.length > longestWords ? `${words.slice(0, longestWords)}……` : words,
  };
}

/** Where the reason of a verdict stands in its file, without its quotation marks. */
export function reasonAt(file: string, fingerprint: string): (Span & { readonly text: string }) | undefined {
  const text = textOf(fs.readFileSync(file)) ?? '';
  const { root } = parseJsonc(text);
  const at = verdictsOf(root).verdicts.findIndex((verdict) => verdict.fingerprint === fingerprint);
  const node = at < 0 ? undefined : findNodeAtLocation(root as Node, ['verdicts', at, 'reason']);
  return node === undefined ? undefined : { text, start: node.offset + 1, end: node.offset + node.length - 1 };
}

/** Applies verdicts over one run of the command, and knows in the end which of them answered to nothing. */
export class Baseline {
  readonly #given: string | undefined;
  readonly #files = new Map<string, ReadonlyMap<string, Verdict>>();
  readonly #used = new Map<string, Set<string>>();
  /** Drafts of which everything was said, with what was said of rules. */
  readonly #checked = new Map<string, CheckSettings['rules']>();

  /** `given`, when there is one, is the file for all drafts (absolute). */
  constructor(given?: string) {
    this.#given = given;
    if (given !== undefined) this.#verdicts(given);
  }

  /** `draft` is absolute. Throws a Failure where its file of verdicts cannot be read. */
  apply(
    draft: string,
    findings: readonly Finding[],
    { stage, rules }: CheckSettings,
  ): { findings: readonly Finding[]; judged: readonly Judged[] } {
    // While a draft is being written, what is open is not found.
    if (stage === 'final') this.#checked.set(draft, rules);
    const file = this.#given ?? findVerdicts(path.dirname(draft));
    if (file === undefined) return { findings, judged: [] };
    const result = judge(findings, this.#verdicts(file));
    const used = this.#used.get(file)!;
    for (const { verdict } of result.judged) used.add(verdict.fingerprint);
    return result;
  }

  #verdicts(file: string): ReadonlyMap<string, Verdict> {
    let verdicts = this.#files.get(file);
    if (verdicts === undefined) {
      verdicts = new Map(readVerdicts(file).map((verdict) => [verdict.fingerprint, verdict]));
      this.#files.set(file, verdicts);
      this.#used.set(file, new Set());
    }
    return verdicts;
  }

  /** Verdicts on drafts of this run, or on drafts that are gone, that no finding answered to. */
  stale(): readonly { readonly path: string; readonly verdict: Verdict }[] {
    const stale: { path: string; verdict: Verdict }[] = [];
    for (const [file, verdicts] of this.#files)
      for (const verdict of verdicts.values()) {
        if (this.#used.get(file)!.has(verdict.fingerprint) || verdict.file === undefined) continue;
        const draft = path.resolve(path.dirname(file), verdict.file);
        const off = verdict.rule !== undefined && this.#checked.get(draft)?.[verdict.rule]?.level === 'off';
        if (!off && (this.#checked.has(draft) || !fs.existsSync(draft))) stale.push({ path: file, verdict });
      }
    return stale;
  }
}
