/** `jianggao figures`: the table of figures and of what they were checked with, of each draft or across drafts, printed or kept in a file. */
import fs from 'node:fs';
import path from 'node:path';
import { Document } from '../document/document.ts';
import { KnownParagraphs } from '../document/known-paragraphs.ts';
import { documentOptions } from '../engine/profiles.ts';
import { disagreements } from '../features/across.ts';
import { relationsOf, type Verdict, verdictNames } from '../features/checks.ts';
import { type Colors, noColors } from '../formats/colors.ts';
import {
  acrossJson,
  acrossRows,
  acrossText,
  csvOf,
  figuresJson,
  figuresText,
  markdownOf,
  type NamedDocument,
  type Row,
  rowsOf,
} from '../formats/figure-table.ts';
import { JsonWriter } from '../formats/json.ts';
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
  const format = figuresFormat(args, out);
  const only = verdictsOf(args);
  const across = args.has('across');
  if (across && only.length > 0) throw new UsageError('--across 列的都是不一致的，不与 --only 同用。');
  const colors = out === undefined ? (given ?? noColors) : noColors;
  const columns = out === undefined && io.stdout.isTTY ? Math.max(72, Math.min(io.stdout.columns ?? 80, 140)) : 110;
  const json = format === 'json' ? new JsonWriter() : undefined;
  const rows: Row[] = [];
  const drafts: NamedDocument[] = [];
  const target = out === undefined ? undefined : realPath(path.resolve(io.cwd, out));
  let clash: string | undefined;
  const known = new KnownParagraphs();
  let failed = false;
  let files = 0;
  let checked = 0;
  let wrong = 0;
  let kept = '';
  const put = (text: string): void => {
    if (out === undefined) io.stdout.write(text);
    else kept += text;
  };

  put(json?.begin() ?? '');
  await visit(args, io, {
    draft({ path: shown, file, encoding, text, format: kind }, settings) {
      files++;
      if (target !== undefined && file !== undefined && realPath(path.resolve(io.cwd, file.toString())) === target)
        clash = shown;
      const document = new Document(text, { ...documentOptions(kind, settings), known });
      const draft = { path: shown, document };
      if (out !== undefined && !across) {
        const relations = relationsOf(document);
        checked += relations.length;
        wrong += relations.filter(({ verdict }) => verdict === 'mismatch').length;
      }
      if (across) drafts.push(draft);
      if (json !== undefined) put(json.entry({ path: shown, encoding, ...figuresJson(document, only), errors: [] }));
      else if (across) return;
      else if (format === 'text')
        put(figuresText(draft, only, { colors, columns }) || `${colors.bold(shown)}  ${nothing(only)}\n\n`);
      else for (const row of rowsOf(draft, only)) rows.push(row);
    },
    failed(shown, errors) {
      files++;
      failed = true;
      if (json !== undefined) put(json.entry({ path: shown, errors }));
      if (json === undefined || out !== undefined)
        for (const { message, line, column } of errors)
          io.stderr.write(
            `${colors.red('失败')}  ${line === undefined ? '' : `${shown}:${line}:${column ?? 1}  `}${message}\n`,
          );
    },
  });

  const found = across ? disagreements(drafts.map(({ document }) => document)) : [];
  if (across) {
    if (drafts.length < 2) {
      io.stderr.write('--across 要对照两份以上的讲稿；读到的不足两份，没有对照。\n');
      failed = true;
    } else if (format === 'text') put(acrossText(drafts, found, { colors, columns }));
    else rows.push(...acrossRows(drafts, found));
  }
  put(
    json?.end(
      { files, errors: 0, warnings: 0, infos: 0 },
      across ? { across: acrossJson(drafts, found) } : undefined,
    ) ?? '',
  );
  if (format === 'csv') put(csvOf(rows, out !== undefined || !io.stdout.isTTY));
  if (format === 'md') put(markdownOf(rows));
  if (out === undefined) return failed ? 2 : 0;

  if (clash !== undefined) {
    io.stderr.write(`${out} 就是所核的讲稿“${clash}”，没有写入。请换一个文件名。\n`);
    return 2;
  }
  try {
    const bytes = format === 'xlsx' ? await (await import('../formats/figure-workbook.ts')).workbookOf(rows) : kept;
    writeWhole(path.resolve(io.cwd, out), bytes, out);
  } catch (error) {
    if (!isFailure(error)) throw error;
    const missing = systemCode(error.cause) === 'ENOENT' ? `写不了“${out}”：没有“${path.dirname(out)}”这个文件夹` : '';
    io.stderr.write(`${missing || error.message}。\n`);
    return 2;
  }
  io.stdout.write(
    across
      ? `已写好 ${out}：${drafts.length} 份讲稿，数值不一的指标 ${found.length} 项。\n`
      : `已写好 ${out}：${files} 份讲稿，核对 ${checked} 处，不符 ${wrong} 处。\n`,
  );
  return failed ? 2 : 0;
}

const nothing = (only: readonly Verdict[]): string =>
  only.length === 0 ? '没有可核对的数据。' : `没有${only.map((verdict) => verdictNames[verdict]).join('、')}的。`;

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
