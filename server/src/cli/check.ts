/** `jianggao check`: findings, and safe fixes where they are asked for. */

import { Document, type DocumentOptions } from '../document/document.ts';
import { Catalogue } from '../engine/catalogue.ts';
import { type CheckResult, type CheckSettings, check as runRules } from '../engine/check.ts';
import { levelSettings, levels, mergeRules, type Settings } from '../engine/configuration.ts';
import type { Level } from '../engine/problem.ts';
import { documentOptions } from '../engine/profiles.ts';
import { type Segmenter, withWords } from '../engine/words.ts';
import { JsonWriter } from '../formats/json.ts';
import type { FileError, FileReport, Summary, Writer } from '../formats/report.ts';
import { TextWriter } from '../formats/text.ts';
import type { Draft } from '../host/drafts.ts';
import { rules } from '../rules/index.ts';
import { type Arguments, formatOf, formats, UsageError } from './arguments.ts';
import type { Io } from './io.ts';
import { colorsFor } from './terminal.ts';
import { version } from './version.ts';
import { visit } from './visit.ts';

/** Its findings are places to fill in, which the text report shows as one list. */
const blankRules = ['placeholders/unfilled'];

export async function check(args: Arguments, io: Io): Promise<number> {
  const format = formatOf(args, formats.check);
  const mostWarnings = countOf(args);
  const levelsGiven = rulesGiven(args);
  const fixing = args.has('fix');
  const dryRun = args.has('dry-run');
  const quiet = args.has('quiet');
  if (dryRun && !fixing) throw new UsageError('--dry-run 要和 --fix 一起用。');
  if (fixing && args.operands.includes('-')) throw new UsageError('标准输入不能改写：--fix 只用于文件。');

  const writer = await writerFor(format, io, dryRun);
  const summary = { files: 0, errors: 0, warnings: 0, infos: 0 } satisfies Summary;
  let failed = false;
  const print = (report: FileReport): void => {
    if (report.errors.length > 0) failed = true;
    for (const { severity } of report.findings) summary[`${severity}s`]++;
    io.stdout.write(
      writer.file(
        quiet ? { ...report, findings: report.findings.filter(({ severity }) => severity !== 'info') } : report,
      ),
    );
  };
  const settle = settler(args.has('draft'), levelsGiven);
  const words = new WordsWhenNeeded(io);

  io.stdout.write(writer.begin());
  await visit(args, io, {
    async draft(draft, settings) {
      const settled = settle(settings);
      const options = documentOptions(draft.format, settings);
      const before = await words.checkDraft(draft, settled, options);
      const recheck = (text: string): FileReport => words.recheck({ ...draft, text }, settled, options);
      print(fixing ? await fixDraft(draft, before, dryRun, recheck) : before);
      summary.files++;
    },
    failed(path, errors) {
      if (errors.some(({ code }) => code !== 'configuration')) summary.files++;
      print({ path, findings: [], errors });
    },
  });
  io.stdout.write(writer.end(summary));
  if (failed) return 2;
  return summary.errors > 0 || (mostWarnings !== undefined && summary.warnings > mostWarnings) ? 1 : 0;
}

/** Checks drafts, and loads the segmenter when the first of them needs it. */
class WordsWhenNeeded {
  readonly #io: Io;
  #segmenter: Segmenter | undefined;

  constructor(io: Io) {
    this.#io = io;
  }

  async checkDraft(draft: Draft, settings: CheckSettings, options: DocumentOptions): Promise<FileReport> {
    const document = new Document(draft.text, options);
    const result = runRules(document, rules, settings);
    if (result.wanted === undefined) return reportOf(draft, document, result);
    this.#segmenter ??= await this.#load();
    return reportOf(draft, document, withWords(document, result, this.#segmenter));
  }

  /** The same at once; without words where none have been needed so far. */
  recheck(draft: Draft, settings: CheckSettings, options: DocumentOptions): FileReport {
    const document = new Document(draft.text, options);
    const result = runRules(document, rules, settings);
    return reportOf(draft, document, this.#segmenter ? withWords(document, result, this.#segmenter) : result);
  }

  async #load(): Promise<Segmenter> {
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

async function fixDraft(
  draft: Draft,
  before: FileReport,
  dryRun: boolean,
  recheck: (text: string) => FileReport,
): Promise<FileReport> {
  if (!before.findings.some(({ fixes }) => fixes?.some(({ safety }) => safety === 'safe') === true)) return before;
  const { fix } = await import('./fix.ts');
  return fix(draft, before, dryRun, recheck);
}

/** Settings of the configuration under those of the command line; the same object for the same settings. */
function settler(draft: boolean, given: Settings['rules']): (settings: Settings) => CheckSettings {
  const known = new WeakMap<Settings, CheckSettings>();
  return (settings) => {
    let settled = known.get(settings);
    if (settled === undefined) {
      settled = { stage: draft ? 'draft' : (settings.stage ?? 'final'), rules: mergeRules(settings.rules, given) };
      known.set(settings, settled);
    }
    return settled;
  };
}

function countOf(args: Arguments): number | undefined {
  const given = args.get('max-warnings');
  if (given === undefined) return undefined;
  if (!/^\d{1,9}$/.test(given))
    throw new UsageError(`--max-warnings 后面要写个数，如 --max-warnings 10，不是“${given}”。`);
  return Number(given);
}

function rulesGiven(args: Arguments): Settings['rules'] {
  let settings: Settings['rules'] = {};
  const given = args.all('rule');
  if (given.length === 0) return settings;
  const catalogue = new Catalogue(rules);
  for (const each of given) {
    const [, name, level] = /^([^=]+)=(.*)$/.exec(each) ?? [];
    if (name === undefined || !levels.includes(level as Level))
      throw new UsageError(
        `--rule 后面要写“规则=级别”，级别为 ${levels.join('、')} 之一，如 --rule text/pairing=off，不是“${each}”。`,
      );
    const said = levelSettings(catalogue, name, level as Level);
    if (said === undefined) throw new UsageError(`${catalogue.unknown(name)}全部规则见 jianggao rules。`);
    settings = mergeRules(settings, said);
  }
  return settings;
}

async function writerFor(format: string, io: Io, dryRun: boolean): Promise<Writer> {
  switch (format) {
    case 'json':
      return new JsonWriter();
    case 'sarif': {
      const { SarifWriter } = await import('../formats/sarif.ts');
      return new SarifWriter(
        version,
        new Catalogue(rules).entries.map(({ id, summary, level }) => ({ id, summary, level: level.final })),
      );
    }
    case 'github': {
      const { GithubWriter } = await import('../formats/github.ts');
      return new GithubWriter();
    }
    default: {
      const colors = await colorsFor(io);
      const { isTTY, columns } = io.stdout;
      return new TextWriter({
        blankRules,
        dryRun,
        ...(colors && { colors }),
        ...(isTTY && columns !== undefined && { columns }),
      });
    }
  }
}
