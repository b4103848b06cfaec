/**
 * Templates on disk: folders of `.code-snippets` files, and beside them, when an office wants names and samples for its blanks, a `blanks.json`
 * (template → number → name, sample). Whatever is wrong with one file costs nothing else, and is said with its place. Nothing in a file is run.
 */
import { promises as fs, type Stats } from 'node:fs';
import path from 'node:path';
import type { JsonNode } from '../engine/configuration.ts';
import { type BlankHint, type BlankHints, readLabels, type Template, templateOf } from '../features/templates.ts';
import { Lines } from '../formats/lines.ts';
import { decode } from './decode.ts';
import { reasonOf, systemCode } from './failure.ts';
import { parseJsonc } from './jsonc.ts';

/** Whose templates: those that ship, those of an office's folders, of the workspace, and one's own. */
export type TemplateOrigin = 'built-in' | 'office' | 'workspace' | 'mine';

export interface TemplateFolder {
  readonly origin: TemplateOrigin;
  readonly path: string;
  /** Its absence is no fault: `.vscode` of a workspace. */
  readonly optional?: boolean;
}

/** Who made a file of templates: the `// 名：值` lines at its head. */
export interface PackManifest {
  readonly office?: string;
  readonly version?: string;
  readonly licence?: string;
}

export interface LibraryTemplate extends Template {
  readonly origin: TemplateOrigin;
  /** Absolute. */
  readonly file: string;
  /** 1-based, of its name. */
  readonly line: number;
  readonly column: number;
  readonly pack: PackManifest;
  /** 1-based place in the file of an offset in the body. */
  readonly at: (offset: number) => { readonly line: number; readonly column: number };
}

export interface TemplateProblem {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  readonly code:
    | 'folder-away'
    | 'unreadable'
    | 'undecodable'
    | 'too-large'
    | 'too-many'
    | 'json'
    | 'entry'
    | 'duplicate'
    | 'label';
  readonly severity: 'error' | 'warning';
  /** Chinese, whole sentences. */
  readonly message: string;
}

export interface TemplateLibrary {
  /** Own ones first, then the workspace's, the office's, the built-in ones; whole speeches before parts, within a file in its order. */
  readonly templates: readonly LibraryTemplate[];
  readonly problems: readonly TemplateProblem[];
}

export const limits = {
  /** Bytes of one file. */
  file: 4_000_000,
  /** Files of one folder, those of its folders included. */
  files: 500,
  /** Templates of one file. */
  templates: 2_000,
  /** Folders below a folder. */
  depth: 4,
  /** Milliseconds that a share may take to answer. */
  patience: 4_000,
} as const;

const extension = '.code-snippets';
const hintsName = 'blanks.json';
/** Languages that speeches are written in; a snippet for others is none of ours. */
const languages = new Set(['speech', 'markdown', 'plaintext']);
const order: Readonly<Record<TemplateOrigin, number>> = { mine: 0, workspace: 1, office: 2, 'built-in': 3 };

interface ReadFile {
  readonly stamp: string;
  readonly templates: readonly LibraryTemplate[];
  readonly problems: readonly TemplateProblem[];
}

/** Keeps what it has read of files that have not changed. */
export class TemplateShelf {
  readonly #known = new Map<string, ReadFile>();
  readonly #patience: number;

  constructor(patience: number = limits.patience) {
    this.#patience = patience;
  }

  async load(folders: readonly TemplateFolder[]): Promise<TemplateLibrary> {
    const loaded = await Promise.all(folders.map((folder) => this.#inTime(folder)));
    const templates = loaded
      .flatMap((each) => each.templates)
      .sort((a, b) => order[a.origin] - order[b.origin] || Number(b.kind === 'speech') - Number(a.kind === 'speech'));
    return { templates, problems: [...loaded.flatMap((each) => each.problems), ...duplicates(templates)] };
  }

  /** A share that does not answer is away; the others are not kept waiting. */
  async #inTime(folder: TemplateFolder): Promise<Loaded> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Loaded>((resolve) => {
      timer = setTimeout(() => resolve(away(folder, '很久没有回应')), this.#patience);
    });
    try {
      return await Promise.race([this.#folder(folder), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #folder(folder: TemplateFolder): Promise<Loaded> {
    const problems: TemplateProblem[] = [];
    const templates: LibraryTemplate[] = [];
    let files: readonly string[];
    try {
      files = await filesIn(folder.path, folder.origin === 'workspace' ? 0 : limits.depth, problems);
    } catch (error) {
      if (folder.optional === true && systemCode(error) === 'ENOENT') return { templates, problems };
      return away(folder, systemCode(error) === 'ENOENT' ? '没有这个文件夹' : reasonOf(error));
    }
    if (files.length > limits.files)
      problems.push({
        path: folder.path,
        code: 'too-many',
        severity: 'warning',
        message: `文件夹里有 ${files.length} 个模板文件，只读了前 ${limits.files} 个。请把不用的移走。`,
      });
    for (const file of files.slice(0, limits.files)) {
      const read = await this.#file(file, folder.origin);
      templates.push(...read.templates);
      problems.push(...read.problems);
    }
    return { templates, problems };
  }

  async #file(file: string, origin: TemplateOrigin): Promise<ReadFile> {
    const hintsFile = path.join(path.dirname(file), hintsName);
    const [stat, hintsStat] = await Promise.all([
      fs.stat(file).catch((error: unknown) => error),
      fs.stat(hintsFile).catch(() => undefined),
    ]);
    if (!isStat(stat)) return unread(file, 'unreadable', `读不了，${reasonOf(stat)}。`);
    // A pipe would keep us waiting for ever.
    if (!stat.isFile()) return unread(file, 'unreadable', '不是普通文件，没有读。');
    const stamp = [origin, stat.mtimeMs, stat.size, hintsStat?.mtimeMs, hintsStat?.size].join(' ');
    const known = this.#known.get(file);
    if (known?.stamp === stamp) return known;
    const read = {
      ...(await readTemplates(file, stat.size, origin, hintsStat === undefined ? undefined : hintsFile)),
      stamp,
    };
    this.#known.set(file, read);
    return read;
  }
}

type Loaded = Omit<ReadFile, 'stamp'>;
const isStat = (value: unknown): value is Stats => !(value instanceof Error) && value !== undefined;

const away = ({ path: folder }: TemplateFolder, reason: string): Loaded => ({
  templates: [],
  problems: [
    {
      path: folder,
      code: 'folder-away',
      severity: 'warning',
      message: `模板文件夹现在打不开：${reason}。请检查网络和路径；其余模板照常可用。`,
    },
  ],
});

const unread = (file: string, code: TemplateProblem['code'], message: string): ReadFile => ({
  stamp: '',
  templates: [],
  problems: [{ path: file, code, severity: 'error', message }],
});

/** Files of templates under a folder, in a stable order. Links to folders are not followed: they may lead back. */
async function filesIn(folder: string, depth: number, problems: TemplateProblem[]): Promise<readonly string[]> {
  const entries = await fs.readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: string[] = [];
  for (const entry of entries) {
    const at = path.join(folder, entry.name);
    if (entry.name.endsWith(extension) && !entry.isDirectory()) files.push(at);
    else if (
      entry.isDirectory() &&
      depth > 0 &&
      !entry.name.startsWith('.') &&
      entry.name !== 'node_modules' &&
      files.length <= limits.files
    )
      try {
        files.push(...(await filesIn(at, depth - 1, problems)));
      } catch (error) {
        problems.push({
          path: at,
          code: 'unreadable',
          severity: 'warning',
          message: `打不开文件夹，${reasonOf(error)}。`,
        });
      }
  }
  return files;
}

async function readText(
  file: string,
  size: number,
): Promise<{ readonly text: string } | Pick<TemplateProblem, 'code' | 'message'>> {
  if (size > limits.file)
    return {
      code: 'too-large',
      message: `文件有 ${(size / 1e6).toFixed(1)} MB，超过 ${limits.file / 1e6} MB，没有读。请拆成几个文件。`,
    };
  try {
    const decoded = await decode(await fs.readFile(file));
    return decoded ?? { code: 'undecodable', message: '认不出文件的编码，没有读。请另存为 UTF-8。' };
  } catch (error) {
    return { code: 'unreadable', message: `读不了，${reasonOf(error)}。` };
  }
}

async function readTemplates(
  file: string,
  size: number,
  origin: TemplateOrigin,
  hintsFile: string | undefined,
): Promise<Loaded> {
  const read = await readText(file, size);
  if (!('text' in read)) return unread(file, read.code, read.message);
  const { text } = read;
  const lines = new Lines(text);
  const problems: TemplateProblem[] = [];
  const problem = (
    offset: number,
    code: TemplateProblem['code'],
    severity: TemplateProblem['severity'],
    message: string,
  ): void => void problems.push({ path: file, ...lines.at(offset), code, severity, message });
  const { root, problems: faults } = parseJsonc(text);
  for (const { start, message } of faults)
    problem(start, 'json', 'error', `不是有效的 JSON，这之后的模板可能没有读到。${message}`);
  const templates: LibraryTemplate[] = [];
  if (root?.type !== 'object') {
    if (faults.length === 0 && text.trim() !== '')
      problem(0, 'json', 'error', '模板文件最外层应是一对花括号，里面是“名称: { … }”。');
    return { templates, problems };
  }
  const hints = hintsFile === undefined ? undefined : await readHints(hintsFile, problems);
  const pack = manifestOf(text);
  let passed = 0;
  for (const { key, value } of entriesOf(root)) {
    if (templates.length >= limits.templates) {
      passed++;
      continue;
    }
    const entry = new Map(members(value).map((member) => [member.key.value as string, member.value]));
    const name = key.value as string;
    const scope = entry.get('scope')?.value;
    if (
      typeof scope === 'string' &&
      scope.trim() !== '' &&
      !scope.split(',').some((each) => languages.has(each.trim()))
    )
      continue;
    const parts = bodyParts(entry.get('body'));
    if (parts === undefined) {
      problem(key.offset, 'entry', 'error', `模板“${name}”没有正文。"body" 应是一个字符串，或一行一个的字符串数组。`);
      continue;
    }
    const body = parts.map((part) => part.value as string).join('\n');
    // A workspace's snippets may be for its code.
    if (origin === 'workspace' && !/\p{Script=Han}/u.test(body)) continue;
    const said = stringsOf(entry.get('description')).join('\n');
    const { unknown } = readLabels(said);
    if (unknown.length > 0)
      problem(
        entry.get('description')!.offset,
        'label',
        'warning',
        `模板“${name}”的标注里有不认识的“${unknown.join('、')}”。可用的有：体裁、部件、会议、讲话人、语气、对象、篇幅，写成〔会议：…；讲话人：…〕。`,
      );
    templates.push({
      ...templateOf({
        name,
        prefixes: stringsOf(entry.get('prefix')).filter((prefix) => prefix !== ''),
        description: said,
        body,
        ...(hints?.has(name) && { hints: hints.get(name)! }),
      }),
      origin,
      file,
      ...lines.at(key.offset),
      pack,
      at: (offset) => lines.at(sourceOffset(text, parts, offset)),
    });
  }
  if (passed > 0)
    problem(
      0,
      'too-many',
      'warning',
      `一个文件最多读 ${limits.templates} 个模板，后面 ${passed} 个没有读。请拆成几个文件。`,
    );
  return { templates, problems };
}

interface Member {
  readonly key: JsonNode;
  readonly value: JsonNode;
}

const members = (node: JsonNode): readonly Member[] =>
  node.type !== 'object'
    ? []
    : (node.children ?? []).flatMap(({ children }) => {
        const [key, value] = children ?? [];
        return key === undefined || value === undefined ? [] : [{ key, value }];
      });

/** The templates of a file; those that stand one level down, under a language, too. */
function* entriesOf(root: JsonNode): Generator<Member> {
  for (const member of members(root)) {
    const inner = members(member.value);
    const known = inner.some(({ key }) => ['body', 'prefix', 'description', 'scope'].includes(key.value as string));
    if (member.value.type === 'object' && !known && inner.length > 0) yield* inner;
    else yield member;
  }
}

const stringsOf = (node: JsonNode | undefined): readonly string[] =>
  node?.type === 'string'
    ? [node.value as string]
    : (node?.children ?? []).filter(({ type }) => type === 'string').map(({ value }) => value as string);

/** The strings of a body, one for each of its lines or one for all; undefined when it is something else. */
function bodyParts(node: JsonNode | undefined): readonly JsonNode[] | undefined {
  if (node?.type === 'string') return [node];
  const parts = node?.type === 'array' ? (node.children ?? []) : [];
  return parts.length > 0 && parts.every(({ type }) => type === 'string') ? parts : undefined;
}

/** The offset in the file of an offset in the body. */
function sourceOffset(text: string, parts: readonly JsonNode[], offset: number): number {
  let before = 0;
  for (const part of parts) {
    const { length } = part.value as string;
    if (offset > before + length && part !== parts.at(-1)) {
      before += length + 1;
      continue;
    }
    let at = part.offset + 1;
    const end = part.offset + part.length - 1;
    for (let rest = offset - before; rest > 0 && at < end; rest--)
      at += text[at] !== '\\' ? 1 : text[at + 1] === 'u' ? 6 : 2;
    return at;
  }
  return 0;
}

async function readHints(
  file: string,
  problems: TemplateProblem[],
): Promise<ReadonlyMap<string, BlankHints> | undefined> {
  const size = (await fs.stat(file).catch(() => undefined))?.size ?? 0;
  const read = await readText(file, size);
  const told = problems.some(({ path: at }) => at === file);
  if (!('text' in read)) {
    if (!told) problems.push({ path: file, severity: 'warning', ...read });
    return undefined;
  }
  const { root, problems: faults } = parseJsonc(read.text);
  const lines = new Lines(read.text);
  for (const { start, message } of faults)
    if (!told) problems.push({ path: file, ...lines.at(start), code: 'json', severity: 'warning', message });
  if (root === undefined) return undefined;
  return new Map(
    members(root).map(({ key, value }) => {
      const hints = new Map<number, BlankHint>();
      for (const { key: index, value: hint } of members(value)) {
        const said = new Map(members(hint).map((member) => [member.key.value as string, member.value.value]));
        const name = said.get('name');
        const sample = said.get('sample');
        if (typeof name === 'string')
          hints.set(Number(index.value), { name, ...(typeof sample === 'string' && { sample }) });
      }
      return [key.value as string, hints];
    }),
  );
}

const manifestKeys: Readonly<Record<string, keyof PackManifest>> = { 单位: 'office', 版本: 'version', 许可: 'licence' };

function manifestOf(text: string): PackManifest {
  const manifest: { -readonly [K in keyof PackManifest]: PackManifest[K] } = {};
  for (const line of text.slice(0, 2_000).split(/\r?\n/)) {
    const found = /^\uFEFF?\s*\/\/\s*(单位|版本|许可)[：:](.*)$/.exec(line);
    if (found !== null) manifest[manifestKeys[found[1]!]!] = found[2]!.trim();
    else if (!/^\uFEFF?\s*(?:\/\/|$)/.test(line)) break;
  }
  return manifest;
}

/** Templates of one file as text: one file that VS Code reads by itself, its manifest in comments at the head. */
export function writePack(
  templates: readonly (Pick<Template, 'name' | 'prefixes' | 'body' | 'kind'> & { readonly description: string })[],
  manifest: PackManifest = {},
): string {
  const head = Object.entries(manifestKeys).flatMap(([name, key]) =>
    manifest[key] === undefined ? [] : [`// ${name}：${manifest[key].replace(/\s+/g, ' ')}\n`],
  );
  const entries = templates.map(
    ({ name, prefixes, description, body, kind }) =>
      [
        name,
        {
          scope: [...languages].join(','),
          prefix: prefixes,
          description,
          ...(kind === 'speech' && { isFileTemplate: true }),
          body: body.split('\n'),
        },
      ] as const,
  );
  return `${head.join('')}${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}

function* duplicates(templates: readonly LibraryTemplate[]): Generator<TemplateProblem> {
  const first = new Map<string, LibraryTemplate>();
  for (const template of templates) {
    const { name, file, line, column, origin } = template;
    const before = first.get(name);
    if (before === undefined) first.set(name, template);
    // An office may put its own in the place of one that ships.
    else if (origin === before.origin || origin !== 'built-in')
      yield {
        path: file,
        line,
        column,
        code: 'duplicate',
        severity: 'warning',
        message: `有两个模板都叫“${name}”，另一个在 ${path.basename(before.file)} 第 ${before.line} 行。命令按名称只用那一个；请改一个名称。`,
      };
  }
}

/** The folder of what ships: beside dist/, or in the checkout when the sources run. */
export const builtInTemplates = (): TemplateFolder => ({
  origin: 'built-in',
  path: path.join(typeof __dirname === 'string' ? path.join(__dirname, '..') : process.cwd(), 'snippets'),
});

/** One's own templates, of editor and command alike; undefined where the system names no home. */
export function ownTemplates(env: Readonly<Record<string, string | undefined>>): TemplateFolder | undefined {
  const home = env['HOME'] ?? env['USERPROFILE'];
  const base =
    process.platform === 'win32' ? env['APPDATA'] : (env['XDG_CONFIG_HOME'] ?? (home && path.join(home, '.config')));
  return base ? { origin: 'mine', path: path.join(base, 'jianggao', 'templates'), optional: true } : undefined;
}

/** The snippets of a workspace's folder. */
export const workspaceTemplates = (folder: string): TemplateFolder => ({
  origin: 'workspace',
  path: path.join(folder, '.vscode'),
  optional: true,
});

/** A folder as settings write it: absolute, under the user's home (`~/…`), or under each folder of the workspace (`${workspaceFolder}/…`). */
export function templateFolder(
  given: string,
  workspace: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): readonly TemplateFolder[] {
  const office = (folder: string): TemplateFolder => ({ origin: 'office', path: path.normalize(folder) });
  const variable = ['$', '{workspaceFolder}'].join('');
  if (given.includes(variable)) return workspace.map((folder) => office(given.replaceAll(variable, folder)));
  if (/^~[/\\]/.test(given)) {
    const home = env['HOME'] ?? env['USERPROFILE'];
    return home === undefined ? [] : [office(path.join(home, given.slice(2)))];
  }
  return path.isAbsolute(given) ? [office(given)] : workspace.map((folder) => office(path.join(folder, given)));
}

/** Several packs in one file; of two templates with one name the later stays. What it says of a broken one is a Chinese sentence. */
export function mergePacks(
  texts: readonly string[],
  manifest: PackManifest,
): { readonly text?: string; readonly message?: string } {
  const merged = new Map<string, Parameters<typeof writePack>[0][number]>();
  let said: PackManifest = {};
  for (const text of texts) {
    const { root, problems } = parseJsonc(text);
    const [fault] = problems;
    if (fault !== undefined || (root !== undefined && root.type !== 'object')) {
      const { line } = new Lines(text).at(fault?.start ?? 0);
      return { message: `第 ${line} 行不是有效的模板文件：${fault?.message ?? '最外层应是一对花括号。'}` };
    }
    said = { ...said, ...manifestOf(text) };
    if (root === undefined) continue;
    for (const { key, value } of entriesOf(root)) {
      const entry = new Map(members(value).map((member) => [member.key.value as string, member.value]));
      const parts = bodyParts(entry.get('body'));
      if (parts === undefined) return { message: `模板“${String(key.value)}”没有正文，没有写入。` };
      const name = key.value as string;
      const body = parts.map((part) => part.value as string).join('\n');
      const description = stringsOf(entry.get('description')).join('\n');
      const prefixes = stringsOf(entry.get('prefix'));
      const { kind } = templateOf({ name, prefixes, description, body });
      merged.set(name, { name, prefixes, description, body, kind });
    }
  }
  return { text: writePack([...merged.values()], { ...said, ...manifest }) };
}
