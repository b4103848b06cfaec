/** `jianggao accept`: a verdict on findings, with its reason, in the file beside the configuration. */
import path from 'node:path';
import type { CheckSettings } from '../engine/check.ts';
import type { Settings } from '../engine/configuration.ts';
import { isFingerprint, matches, shortened, type Verdict } from '../engine/verdicts.ts';
import type { FileReport } from '../formats/report.ts';
import type { Draft } from '../host/drafts.ts';
import { Failure, isFailure } from '../host/failure.ts';
import { addVerdicts, entryOf, verdictsFile } from '../host/verdicts.ts';
import type { Arguments } from './arguments.ts';
import type { Io } from './io.ts';
import type { Visitor } from './visit.ts';

/** What of the program it needs; given, since it is loaded apart from it. */
export interface AcceptParts {
  readonly visit: (args: Arguments, io: Io, visitor: Visitor) => Promise<void>;
  readonly check: (draft: Draft, settings: CheckSettings, of: Settings) => Promise<FileReport>;
  /** The fault of an argument, to be thrown. */
  readonly usage: (message: string) => Error;
}

export async function accept(args: Arguments, io: Io, { visit, check, usage }: AcceptParts): Promise<number> {
  const { reason, prints, drafts, all } = requestOf(args, usage);
  const verdict: Verdict['verdict'] = args.has('dismiss') ? 'dismissed' : 'accepted';
  /** By fingerprint: one text in two drafts has one, and one verdict. */
  const found = new Map<string, Judged>();
  let failed = false;
  await visit({ ...args, operands: drafts }, io, {
    async draft(draft, settings) {
      if (draft.file === undefined) throw new Failure('unsupported', '标准输入不能留下结论：请写文件名');
      const draftFile = path.resolve(io.cwd, draft.file.toString());
      const given = args.get('baseline');
      const file = given === undefined ? verdictsFile(path.dirname(draftFile), io.cwd) : path.resolve(io.cwd, given);
      const report = await check(draft, { stage: 'final', rules: settings.rules }, settings);
      for (const finding of report.findings) {
        const { fingerprint } = finding;
        if (found.has(fingerprint) || !(all || prints.some((print) => matches(fingerprint, print)))) continue;
        const entry = entryOf(finding, report.document!.text, file, draftFile, verdict, reason);
        found.set(fingerprint, { file, shown: draft.path, entry });
      }
    },
    failed(_path, errors) {
      failed = true;
      for (const { message } of errors) io.stderr.write(`${message}${/[。）]$/.test(message) ? '' : '。'}\n`);
    },
  });
  for (const print of prints) {
    const meant = [...found.keys()].filter((fingerprint) => matches(fingerprint, print));
    if (meant.length > 1) {
      io.stderr.write(`${print} 对得上几个问题，请多写几位：${meant.join('、')}。\n`);
      return 2;
    }
    if (meant.length === 1) continue;
    failed = true;
    io.stderr.write(
      `没有找到指纹为 ${print} 的问题。请用 jianggao check --baseline 核对指纹，或者写明它在哪个文件里。\n`,
    );
  }
  return write([...found.values()], io) && !failed ? 0 : 2;
}

/** A finding that was judged: the draft it stands in, and the file that is to hold the verdict. */
interface Judged {
  readonly file: string;
  readonly shown: string;
  readonly entry: Verdict;
}

/** What is judged, and why: findings by their fingerprints, or all of the drafts that are named. */
interface Request {
  readonly reason: string;
  readonly prints: readonly string[];
  readonly drafts: readonly string[];
  readonly all: boolean;
}

function requestOf(args: Arguments, usage: AcceptParts['usage']): Request {
  const reason = args.get('reason')?.trim() ?? '';
  if (reason === '') throw usage('请用 --reason 写明理由，如：jianggao accept 0f3c5a7b --reason "引文原文如此"。');
  const prints = [...new Set(args.operands.filter(isFingerprint))];
  const drafts = args.operands.filter((each) => !isFingerprint(each));
  const all = args.has('all');
  if (all && prints.length > 0) throw usage('--all 是全部问题，不用再写指纹。');
  if (!all && prints.length === 0)
    throw usage('没有写哪个问题。请写它的指纹（jianggao check --baseline 会显示），或者用 --all 认可全部问题。');
  if (all && drafts.length === 0)
    throw usage('用 --all 时要写明文件或文件夹，如：jianggao accept --all --reason "旧稿" 往年/。');
  return { reason, prints, drafts: drafts.length === 0 ? ['.'] : drafts, all };
}

/** Writes verdicts where they belong, and says which. False where a file could not be written, which is told. */
function write(judged: readonly Judged[], io: Io): boolean {
  const byFile = new Map<string, Verdict[]>();
  for (const { file, entry } of judged) {
    const list = byFile.get(file);
    if (list === undefined) byFile.set(file, [entry]);
    else list.push(entry);
  }
  try {
    for (const [file, verdicts] of byFile) addVerdicts(file, verdicts);
  } catch (error) {
    if (!isFailure(error)) throw error;
    io.stderr.write(`${error.message}。\n`);
    return false;
  }
  for (const { shown, entry } of judged) {
    const name = entry.verdict === 'accepted' ? '认可' : '误报';
    io.stdout.write(
      `${name}  ${shortened(entry.fingerprint)}  ${entry.rule ?? ''}  ${shown}  “${entry.words ?? ''}”\n`,
    );
  }
  for (const [file, { length }] of byFile)
    io.stdout.write(`已写入 ${path.relative(io.cwd, file).replaceAll(path.sep, '/')}，共 ${length} 条。\n`);
  return true;
}
