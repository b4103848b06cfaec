/** `jianggao figures`: the table of figures and of what they were checked with, of each draft or across drafts, printed or kept in a file. */
import fs from 'node:fs';
import path from 'node:path';
import { Document } from '../document/document.ts';
import { KnownParagraphs } from '../document/known-paragraphs.ts';
import { documentOptions } from '../engine/profiles.ts';
import { disagreements } from '../features/across.ts';
import { relationsOf, type Verdict, verdictNames } from '../features/checks.ts';
import { type Colors, noColors } from '../formats/colors.ts';
import { figureOutput } from '../formats/figure-output.ts';
import type { NamedDocument, Row } from '../formats/figure-table.ts';
import type { FileError } from '../formats/report.ts';
import { isFailure, systemCode } from '../host/failure.ts';
import { writeWhole } from '../host/write.ts';
import { type Arguments, formatOf, formats, UsageError } from './arguments.ts';
import type { Io } from './io.ts';
import type { Visitor } from './visit.ts';

/** What of the program it needs; given, since it is loaded apart from it. */
export interface FiguresParts {
  readonly visit: (args: Arguments, io: Io, visitor: Visitor) => Promise<void>;
  readonly colors: Colors | undefined;
}

export async function figures(args: Arguments, io: Io, { visit, colors: given }: FiguresParts): Promise<number> {
  const out = args.get('out');
  const form = figuresFormat(args, out);
  const only = verdictsOf(args);
  const across = args.has('across');
  if (across && only.length > 0) throw new UsageError('--across 列的都是不一致的，不与 --only 同用。');
  const colors = out === undefined ? (given ?? noColors) : noColors;
  const columns = out === undefined && io.stdout.isTTY ? Math.max(72, Math.min(io.stdout.columns ?? 80, 140)) : 110;
  const output = figureOutput(form, { only, across, colors, columns, mark: out !== undefined || !io.stdout.isTTY });
  const target = out === undefined ? undefined : new TargetFile(out, io);
  const put = (text: string): void => {
    if (target === undefined) io.stdout.write(text);
    else target.text += text;
  };
  const known = new KnownParagraphs();
  const drafts: NamedDocument[] = [];
  let failed = false;
  let files = 0;

  put(output.begin());
  await visit(args, io, {
    draft({ path: shown, file, encoding, text, format }, settings) {
      files++;
      target?.meets(shown, file?.toString());
      const document = new Document(text, { ...documentOptions(format, settings), known });
      const draft = { path: shown, document };
      if (across) drafts.push(draft);
      else target?.counts(document);
      put(output.draft(draft, encoding));
    },
    failed(shown, errors) {
      files++;
      failed = true;
      put(output.failed(shown, errors));
      if (form !== 'json' || target !== undefined) tellFailures(io, colors, shown, errors);
    },
  });
  if (across && drafts.length < 2) {
    io.stderr.write('--across 要对照两份以上的讲稿；读到的不足两份，没有对照。\n');
    failed = true;
  }
  const found = across ? disagreements(drafts.map(({ document }) => document)) : [];
  put(output.end(files, { drafts, found }));
  if (target !== undefined) {
    const bytes = form === 'xlsx' ? await workbook(output.rows) : target.text;
    if (!target.write(bytes)) return 2;
    const done = across
      ? `${drafts.length} 份讲稿，数值不一的指标 ${found.length} 项`
      : `${files} 份讲稿，核对 ${target.checked} 处，不符 ${target.wrong} 处`;
    io.stdout.write(`已写好 ${target.name}：${done}。\n`);
  }
  return failed ? 2 : 0;
}

const workbook = async (rows: readonly Row[]): Promise<Buffer> =>
  (await import('../formats/figure-workbook.ts')).workbookOf(rows);

function tellFailures(io: Io, colors: Colors, shown: string, errors: readonly FileError[]): void {
  for (const { message, line, column } of errors) {
    const place = line === undefined ? '' : `${shown}:${line}:${column ?? 1}  `;
    io.stderr.write(`${colors.red('失败')}  ${place}${message}\n`);
  }
}

/** Where the table is kept, when it is not printed. */
class TargetFile {
  readonly name: string;
  /** What stands in it, unless it is a workbook. */
  text = '';
  /** Relations of the drafts, and how many of them do not agree. */
  checked = 0;
  wrong = 0;
  readonly #io: Io;
  readonly #file: string;
  readonly #real: string;
  #draft: string | undefined;

  constructor(name: string, io: Io) {
    this.name = name;
    this.#io = io;
    this.#file = path.resolve(io.cwd, name);
    this.#real = realPath(this.#file);
  }

  /** A draft that was read: it is never written over. */
  meets(shown: string, file: string | undefined): void {
    if (file !== undefined && realPath(path.resolve(this.#io.cwd, file)) === this.#real) this.#draft = shown;
  }

  counts(document: Document): void {
    const relations = relationsOf(document);
    this.checked += relations.length;
    this.wrong += relations.filter(({ verdict }) => verdict === 'mismatch').length;
  }

  /** False where it could not be written, which is told. */
  write(bytes: string | Buffer): boolean {
    const { name } = this;
    if (this.#draft !== undefined) {
      this.#io.stderr.write(`${name} 就是所核的讲稿“${this.#draft}”，没有写入。请换一个文件名。\n`);
      return false;
    }
    try {
      writeWhole(this.#file, bytes, name);
      return true;
    } catch (error) {
      if (!isFailure(error)) throw error;
      const noFolder = systemCode(error.cause) === 'ENOENT';
      const message = noFolder ? `写不了“${name}”：没有“${path.dirname(name)}”这个文件夹` : error.message;
      this.#io.stderr.write(`${message}。\n`);
      return false;
    }
  }
}

/** As asked for, or as the file's name says. */
function figuresFormat(args: Arguments, out: string | undefined): string {
  const extension = out === undefined ? '' : path.extname(out).slice(1).toLowerCase();
  if (!args.has('format') && (formats.figures as readonly string[]).includes(extension)) return extension;
  const format = formatOf(args, formats.figures);
  if (format === 'xlsx' && out === undefined)
    throw new UsageError('xlsx 不能显示在屏幕上，要写进文件，如：jianggao figures 讲稿.md -o 核对表.xlsx。');
  return format;
}

function verdictsOf(args: Arguments): readonly Verdict[] {
  const isVerdict = (name: string): name is Verdict => Object.hasOwn(verdictNames, name);
  return args.all('only').map((name) => {
    if (isVerdict(name)) return name;
    const known = Object.entries(verdictNames).map(([id, shown]) => `${id}（${shown}）`);
    throw new UsageError(`没有“${name}”这种结论，可用的有 ${known.join('、')}。`);
  });
}

/** One file has many names. */
function realPath(file: string): string {
  try {
    return fs.realpathSync(file);
  } catch {
    return file;
  }
}
