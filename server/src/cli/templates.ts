/** `jianggao templates` and `jianggao new`: templates listed, shown and checked; a draft made from one. */
import fs from 'node:fs';
import path from 'node:path';
import { nearest } from '../engine/catalogue.ts';
import { documentOptions } from '../engine/profiles.ts';
import { render } from '../features/snippet.ts';
import {
  blanksOf,
  checkTemplate,
  dateVariable,
  lengthOf,
  type TemplateBlank,
  type TemplateFault,
  valuesFor,
} from '../features/templates.ts';
import { type Colors, noColors } from '../formats/colors.ts';
import { severityNames } from '../formats/report.ts';
import { padEnd, widthOf } from '../formats/width.ts';
import { configurations, faultsOf } from '../host/configurations.ts';
import { extensionOf } from '../host/drafts.ts';
import { Failure, reasonOf, systemCode } from '../host/failure.ts';
import type { LibraryTemplate, TemplateProblem } from '../host/template-file.ts';
import {
  builtInTemplates,
  ownTemplates,
  type TemplateFolder,
  type TemplateOrigin,
  workspaceTemplates,
} from '../host/template-folders.ts';
import { type TemplateLibrary, TemplateShelf } from '../host/templates.ts';
import { writeWhole } from '../host/write.ts';
import { rules } from '../rules/index.ts';
import { type Arguments, formatOf, formats, UsageError } from './arguments.ts';
import type { Io } from './io.ts';
import { colorsFor } from './terminal.ts';

const origins: Readonly<Record<TemplateOrigin, string>> = {
  'built-in': '自带',
  office: '单位',
  workspace: '本项目',
  mine: '我的',
};

export async function templates(args: Arguments, io: Io): Promise<number> {
  const format = formatOf(args, formats.other);
  const [verb, ...rest] = args.operands;
  if (verb === 'check') return checkAll(rest, args, io, format);
  const settings = settingsHere(args, io);
  if (settings === undefined) return 2;
  const { rate } = settings.speech;
  const library = await new TemplateShelf().load(foldersOf(args, io));
  if (args.operands.length > 0) {
    const found = args.operands.map((name) => find(library, name));
    for (const template of found)
      io.stdout.write(
        format === 'json' ? jsonText({ templates: [jsonOf(template, rate)] }) : await page(template, rate, io),
      );
    return 0;
  }
  if (format === 'json')
    io.stdout.write(
      jsonText({
        templates: library.templates.map((template) => jsonOf(template, rate)),
        problems: library.problems.map((problem) => shownProblem(problem, io)),
      }),
    );
  else {
    io.stdout.write(table(library, rate, (await colorsFor(io)) ?? noColors));
    tell(library.problems, io);
  }
  return library.problems.some(({ severity }) => severity === 'error') ? 2 : 0;
}

const jsonText = (value: object): string => `${JSON.stringify({ schema: 1, ...value }, undefined, 2)}\n`;

function jsonOf(template: LibraryTemplate, rate: number): object {
  const { name, kind, labels, role, prefixes, description, origin, file, line } = template;
  return {
    name,
    kind,
    genre: labels.体裁 ?? null,
    meeting: labels.会议 ?? null,
    speaker: labels.讲话人 ?? null,
    role: role ?? null,
    tone: labels.语气 ?? null,
    audience: labels.对象 ?? null,
    ...lengthOf(template, rate),
    source: origin,
    file,
    line,
    prefixes,
    description,
    blanks: blanksOf(template).map(({ index, name: blank, kind: what, text, choices, sample, places }) => ({
      index,
      name: blank,
      kind: what,
      text,
      places,
      ...(choices && { choices }),
      ...(sample !== undefined && { sample }),
    })),
  };
}

/** Folders that are read: those given, else those of everybody, of the working directory and of its user. */
function foldersOf(args: Arguments, io: Io): readonly TemplateFolder[] {
  const own = ownTemplates(io.env);
  return [
    builtInTemplates(),
    ...args.all('folder').map((folder): TemplateFolder => ({ origin: 'office', path: path.resolve(io.cwd, folder) })),
    workspaceTemplates(io.cwd),
    ...(own === undefined ? [] : [own]),
  ];
}

/** The settings of the working directory; undefined, with the faults told, where its configuration is broken. */
function settingsHere(args: Arguments, io: Io): ReturnType<ReturnType<typeof configurations>['settings']> | undefined {
  const given = args.get('config');
  if (args.has('no-config')) {
    if (given !== undefined) throw new UsageError('--config 和 --no-config 只能用一个。');
    return configurations(rules).settings(undefined);
  }
  const found = configurations(rules, given === undefined ? undefined : path.resolve(io.cwd, given));
  const here = path.join(io.cwd, '模板.txt');
  const configuration = found.of(here);
  if (configuration === undefined || configuration.problems.length === 0) return found.settings(here);
  for (const { path: at, line, column, message } of faultsOf(configuration))
    io.stderr.write(`失败  ${shown(at, io)}:${line}:${column}  ${message}\n`);
  return undefined;
}

function shown(file: string, io: Io): string {
  const relative = path.relative(io.cwd, file);
  return (relative.startsWith('..') || path.isAbsolute(relative) ? file : relative || '.').replaceAll(path.sep, '/');
}

const shownProblem = (problem: TemplateProblem, io: Io): TemplateProblem => ({
  ...problem,
  path: shown(problem.path, io),
});
const place = ({ path: file, line, column }: TemplateProblem, io: Io): string =>
  shown(file, io) + (line === undefined ? '' : `:${line}:${column ?? 1}`);

function tell(problems: readonly TemplateProblem[], io: Io): void {
  for (const problem of problems)
    io.stderr.write(`${severityNames[problem.severity]}  ${place(problem, io)}  ${problem.message}\n`);
}

function table({ templates: all }: TemplateLibrary, rate: number, { bold, dim }: Colors): string {
  if (all.length === 0) return '没有模板。\n';
  const width = Math.max(...all.map(({ name }) => widthOf(name)));
  let out = '';
  for (const [kind, title] of [
    ['speech', '整篇'],
    ['part', '段落'],
  ] as const) {
    const listed = all.filter((template) => template.kind === kind);
    if (listed.length === 0) continue;
    out += `${bold(`${title}（${listed.length} 个）`)}\n`;
    for (const template of listed) {
      const { characters, minutes } = lengthOf(template, rate);
      const length =
        kind === 'speech'
          ? `${String(characters).padStart(5)} 字  约 ${minutes} 分钟`
          : `${String(characters).padStart(5)} 字`;
      out += `  ${padEnd(template.name, width)}  ${length}  ${origins[template.origin]}  ${dim(template.prefixes.slice(0, 2).join(' '))}\n`;
    }
    out += '\n';
  }
  return `${out}${dim('看一个模板：jianggao templates 名称。用它起草：jianggao new 名称 --out 讲稿.md\n')}`;
}

async function page(template: LibraryTemplate, rate: number, io: Io): Promise<string> {
  const { bold, dim, yellow } = (await colorsFor(io)) ?? noColors;
  const { characters, minutes } = lengthOf(template, rate);
  const { text, stops } = render(template.snippet.nodes);
  let body = '';
  let from = 0;
  for (const { start, end } of stops) {
    if (start < from) continue;
    body += text.slice(from, start) + yellow(text.slice(start, end));
    from = end;
  }
  body += text.slice(from);
  const blanks = blanksOf(template);
  const width = Math.max(0, ...blanks.map(({ name }) => widthOf(name)));
  const rows = blanks.map(
    ({ name, text: mask, choices, sample, places }) =>
      `  ${padEnd(name, width)}  ${choices?.join('、') ?? mask}${places > 1 ? `（${places} 处）` : ''}${sample === undefined ? '' : dim(`  如：${sample}`)}\n`,
  );
  return (
    `${bold(template.name)}  ${template.description}\n` +
    dim(
      `${characters} 字，约 ${minutes} 分钟；${origins[template.origin]}，${shown(template.file, io)}:${template.line}\n`,
    ) +
    `\n${body.trimEnd()}\n` +
    (rows.length === 0 ? '' : `\n${bold('要填的：')}\n${rows.join('')}`)
  );
}

/** The template that a name, one of its prefixes, or a part of one name means. */
function find({ templates: all }: TemplateLibrary, name: string): LibraryTemplate {
  const exact = all.find((template) => template.name === name) ?? all.find(({ prefixes }) => prefixes.includes(name));
  if (exact !== undefined) return exact;
  const parts = name.split(/[\s·]+/).filter((part) => part !== '');
  const matching = all.filter((template) => parts.every((part) => template.name.includes(part)));
  const [only] = matching;
  if (only !== undefined && matching.length === 1) return only;
  if (matching.length > 1)
    throw new UsageError(
      `“${name}”可以是 ${matching.length} 个模板：${matching
        .slice(0, 6)
        .map((template) => template.name)
        .join('、')}${matching.length > 6 ? '等' : ''}。请写全名称。`,
    );
  const meant = nearest(
    name,
    all.map((template) => template.name),
  );
  throw new UsageError(
    `没有叫“${name}”的模板${meant === undefined ? '' : `，是不是“${meant}”`}。全部模板见 jianggao templates。`,
  );
}

interface Fault extends TemplateProblem {
  readonly template?: string;
  readonly rule?: string;
}

/** `templates check`: every template of the folders given, or of all. */
async function checkAll(operands: readonly string[], args: Arguments, io: Io, format: string): Promise<number> {
  const settings = settingsHere(args, io);
  if (settings === undefined) return 2;
  const folders =
    operands.length === 0
      ? foldersOf(args, io)
      : operands.map((folder): TemplateFolder => ({ origin: 'office', path: path.resolve(io.cwd, folder) }));
  const { templates: all, problems } = await new TemplateShelf().load(folders);
  const found: (Omit<Fault, 'code' | 'severity'> & {
    readonly code: string;
    readonly severity: TemplateFault['severity'];
  })[] = problems.map((problem) => ({
    ...shownProblem(problem, io),
    code: `template/${problem.code}`,
  }));
  const options = documentOptions('plain', settings);
  for (const template of all)
    for (const { start, code, severity, message } of checkTemplate(
      template,
      rules,
      { stage: 'final', rules: settings.rules },
      options,
    ))
      found.push({
        path: shown(template.file, io),
        ...template.at(start),
        code,
        severity,
        message,
        template: template.name,
      });
  const count = (severity: string): number => found.filter((each) => each.severity === severity).length;
  const [errors, warnings, infos] = [count('error'), count('warning'), count('info')];
  if (format === 'json')
    io.stdout.write(jsonText({ findings: found, summary: { templates: all.length, errors, warnings, infos } }));
  else {
    const { bold, dim, red, yellow } = (await colorsFor(io)) ?? noColors;
    for (const { path: file, line, column, severity, message, code, template } of found) {
      const color = severity === 'error' ? red : severity === 'warning' ? yellow : dim;
      io.stdout.write(
        `${color(severityNames[severity])}  ${file}${line === undefined ? '' : `:${line}:${column ?? 1}`}  ${template === undefined ? '' : `“${template}”`}${message}  ${dim(code)}\n`,
      );
    }
    io.stdout.write(
      found.length === 0
        ? `查了 ${all.length} 个模板，没有问题。\n`
        : bold(`查了 ${all.length} 个模板：${errors} 个错误，${warnings} 个警告，${infos} 个提示。\n`),
    );
  }
  if (problems.some(({ code }) => code === 'folder-away' || code === 'unreadable')) return 2;
  return errors > 0 ? 1 : 0;
}

const draftKinds = ['.md', '.txt', '.speech', '.markdown'];

/** `new`: a draft from a template, what is known filled in, the rest left as blanks. */
export async function newDraft(args: Arguments, io: Io): Promise<number> {
  const [name, ...more] = args.operands;
  if (name === undefined || more.length > 0)
    throw new UsageError(
      '要写一个模板的名称，如：jianggao new 讲话·招商引资推进会·书记 --out 讲稿.md。全部模板见 jianggao templates。',
    );
  const given = args.all('set').map((each): readonly [string, string] => {
    const at = each.indexOf('=');
    if (at < 1) throw new UsageError(`--set 后面要写“名称=内容”，如 --set 县名=临溪县，不是“${each}”。`);
    return [each.slice(0, at), each.slice(at + 1)];
  });
  const out = args.get('out');
  const extension = out === undefined ? '' : extensionOf(out);
  if (out !== undefined && !draftKinds.includes(extension))
    throw new UsageError(`--out 的文件名要以 ${draftKinds.slice(0, 3).join('、')} 结尾，不是“${out}”。`);
  const library = await new TemplateShelf().load(foldersOf(args, io));
  tell(library.problems, io);
  const template = find(library, name);
  const blanks = blanksOf(template);
  const { values, unknown } = valuesFor(blanks, given);
  if (unknown.length > 0)
    throw new UsageError(
      `模板“${template.name}”里没有要填的“${unknown.join('、')}”。` +
        (blanks.length === 0 ? '它没有待填的内容。' : `可以填的有：${blanks.map((blank) => blank.name).join('、')}。`),
    );
  const { text } = render(template.snippet.nodes, values, dateVariable(new Date()));
  const draft = `${text.trimEnd()}\n`;
  if (out === undefined) {
    io.stdout.write(draft);
    return 0;
  }
  const file = path.resolve(io.cwd, out);
  if (fs.existsSync(file)) {
    io.stderr.write(`${out} 已经有了，没有动它。请换一个文件名。\n`);
    return 2;
  }
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    writeWhole(file, draft, out);
  } catch (error) {
    const reason =
      error instanceof Failure
        ? error.message
        : `写不了“${out}”：${systemCode(error) === 'EEXIST' ? '上级不是文件夹' : reasonOf(error)}`;
    io.stderr.write(`${reason}。\n`);
    return 2;
  }
  const open = blanks.filter((blank) => blank.choices === undefined && !values.has(blank.index));
  io.stdout.write(
    `已写好 ${out}${open.length === 0 ? '，各处都已填好。' : `，还有 ${open.length} 项待填：${listOf(open)}。`}\n`,
  );
  return 0;
}

const listOf = (blanks: readonly TemplateBlank[]): string =>
  blanks
    .slice(0, 8)
    .map(({ name }) => name)
    .join('、') + (blanks.length > 8 ? '等' : '');
