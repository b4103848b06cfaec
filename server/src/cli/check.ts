/** `jianggao check`: findings, and safe fixes where they are asked for. */

import path from 'node:path';
import { Catalogue } from '../engine/catalogue.ts';
import type { CheckSettings } from '../engine/check.ts';
import { levelSettings, levels, mergeRules, type Settings } from '../engine/configuration.ts';
import type { Level } from '../engine/problem.ts';
import { documentOptions } from '../engine/profiles.ts';
import { JsonWriter } from '../formats/json.ts';
import type { FileReport, Summary, Writer } from '../formats/report.ts';
import { type TextOptions, TextWriter } from '../formats/text.ts';
import type { Draft } from '../host/drafts.ts';
import { isFailure } from '../host/failure.ts';
import type { Baseline } from '../host/verdicts.ts';
import { rules } from '../rules/index.ts';
import { type Arguments, formatOf, formats, UsageError } from './arguments.ts';
import { DraftChecker } from './draft-checker.ts';
import type { Io } from './io.ts';
import { colorsFor } from './terminal.ts';
import { version } from './version.ts';
import { shownPath, visit } from './visit.ts';

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

  const baseline = await baselineOf(args, io);
  const writer = await writerFor(format, io, { dryRun, quiet, fingerprints: baseline !== undefined });
  const summary: { -readonly [K in keyof Summary]: Summary[K] } = { files: 0, errors: 0, warnings: 0, infos: 0 };
  let failed = false;
  const print = (report: FileReport): void => {
    if (report.errors.length > 0) failed = true;
    for (const { severity } of report.findings) summary[`${severity}s`]++;
    if (report.judged !== undefined) summary.judged = (summary.judged ?? 0) + report.judged.length;
    io.stdout.write(
      writer.file(
        quiet ? { ...report, findings: report.findings.filter(({ severity }) => severity !== 'info') } : report,
      ),
    );
  };
  const settle = settler(args.has('draft'), levelsGiven);
  const checker = new DraftChecker(io);

  io.stdout.write(writer.begin());
  await visit(args, io, {
    async draft(draft, settings) {
      const settled = settle(settings);
      const options = documentOptions(draft.format, settings);
      const judged = (report: FileReport): FileReport =>
        baseline === undefined
          ? report
          : { ...report, ...baseline.apply(absolute(draft, args, io), report.findings, settled) };
      const before = judged(await checker.check(draft, settled, options, settings.words));
      const recheck = (text: string): FileReport => judged(checker.recheck({ ...draft, text }, settled, options));
      print(fixing ? await fixDraft(draft, before, dryRun, recheck) : before);
      summary.files++;
    },
    failed(path, errors) {
      if (errors.some(({ code }) => code !== 'configuration')) summary.files++;
      print({ path, findings: [], errors });
    },
  });
  if (baseline !== undefined)
    summary.stale = baseline.stale().map(({ path: file, verdict }) => ({ path: shownPath(file, io.cwd), ...verdict }));
  io.stdout.write(writer.end(summary));
  if (failed) return 2;
  return summary.errors > 0 || (mostWarnings !== undefined && summary.warnings > mostWarnings) ? 1 : 0;
}

/** Where a draft is; standard input is where its name says. */
const absolute = ({ file }: Draft, args: Arguments, { cwd }: Io): string =>
  path.resolve(cwd, file?.toString() ?? args.get('stdin-filename') ?? '-');

/** The verdicts, where they are asked for. */
async function baselineOf(args: Arguments, io: Io): Promise<Baseline | undefined> {
  if (!args.has('baseline')) return undefined;
  const { Baseline } = await import('../host/verdicts.ts');
  const given = args.get('baseline') ?? '';
  try {
    return new Baseline(given === '' ? undefined : path.resolve(io.cwd, given));
  } catch (error) {
    if (!isFailure(error)) throw error;
    throw new UsageError(`${error.message}。`);
  }
}

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

async function writerFor(
  format: string,
  io: Io,
  modes: Pick<TextOptions, 'dryRun' | 'quiet' | 'fingerprints'>,
): Promise<Writer> {
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
        ...modes,
        ...(colors && { colors }),
        ...(isTTY && columns !== undefined && { columns }),
      });
    }
  }
}
