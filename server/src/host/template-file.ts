/**
 * One file of templates, and beside it, when an office wants names and samples for its blanks, a `blanks.json` (template → number → name, sample).
 * Nothing in a file is run.
 */
import { promises as fs } from 'node:fs';
import type { JsonNode } from '../engine/configuration.ts';
import { type BlankHint, type BlankHints, readLabels, type Template, templateOf } from '../features/templates.ts';
import { Lines } from '../formats/lines.ts';
import { decode } from './decode.ts';
import { reasonOf } from './failure.ts';
import { parseJsonc } from './jsonc.ts';
import { members, type SnippetBody, type SnippetEntry, snippetEntries, sourceOffset } from './snippet-entries.ts';
import type { TemplateOrigin } from './template-folders.ts';
import { isForSpeeches, manifestOf, type PackManifest } from './template-packs.ts';

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

export interface ReadTemplates {
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

/** What is said of a place in a file: its offset, what it is, how bad, a Chinese sentence. */
type Tell = (
  offset: number,
  code: TemplateProblem['code'],
  severity: TemplateProblem['severity'],
  message: string,
) => void;

export async function readTemplateFile(
  file: string,
  size: number,
  origin: TemplateOrigin,
  hintsFile: string | undefined,
): Promise<ReadTemplates> {
  const read = await readText(file, size);
  if (!('text' in read))
    return { templates: [], problems: [{ path: file, code: read.code, severity: 'error', message: read.message }] };
  const { text } = read;
  const lines = new Lines(text);
  const problems: TemplateProblem[] = [];
  const tell: Tell = (offset, code, severity, message) =>
    void problems.push({ path: file, ...lines.at(offset), code, severity, message });
  const root = rootOf(text, tell);
  if (root === undefined) return { templates: [], problems };
  const hints = hintsFile === undefined ? undefined : await readHints(hintsFile, problems);
  const pack = manifestOf(text);
  const templates: LibraryTemplate[] = [];
  let passed = 0;
  for (const entry of snippetEntries(root)) {
    if (templates.length >= limits.templates) {
      passed++;
      continue;
    }
    if (!isForSpeeches(entry)) continue;
    const body = bodyOf(entry, origin, tell);
    if (body === undefined) continue;
    templates.push({
      ...toTemplate(entry, body, hints?.get(entry.name), tell),
      origin,
      file,
      ...lines.at(entry.start),
      pack,
      at: (offset) => lines.at(sourceOffset(text, body, offset)),
    });
  }
  if (passed > 0)
    tell(
      0,
      'too-many',
      'warning',
      `一个文件最多读 ${limits.templates} 个模板，后面 ${passed} 个没有读。请拆成几个文件。`,
    );
  return { templates, problems };
}

/** The outermost object, as much of it as could be read; undefined where there is none. */
function rootOf(text: string, tell: Tell): JsonNode | undefined {
  const { root, problems } = parseJsonc(text);
  for (const { start, message } of problems)
    tell(start, 'json', 'error', `不是有效的 JSON，这之后的模板可能没有读到。${message}`);
  if (root?.type === 'object') return root;
  if (problems.length === 0 && text.trim() !== '')
    tell(0, 'json', 'error', '模板文件最外层应是一对花括号，里面是“名称: { … }”。');
  return undefined;
}

function bodyOf({ name, start, body }: SnippetEntry, origin: TemplateOrigin, tell: Tell): SnippetBody | undefined {
  if (body === undefined) {
    tell(start, 'entry', 'error', `模板“${name}”没有正文。"body" 应是一个字符串，或一行一个的字符串数组。`);
    return undefined;
  }
  // A workspace's snippets may be for its code.
  return origin === 'workspace' && !/\p{Script=Han}/u.test(body.text) ? undefined : body;
}

function toTemplate(entry: SnippetEntry, { text }: SnippetBody, hints: BlankHints | undefined, tell: Tell): Template {
  const { name, prefixes, description, descriptionStart = 0 } = entry;
  const { unknown } = readLabels(description);
  if (unknown.length > 0)
    tell(
      descriptionStart,
      'label',
      'warning',
      `模板“${name}”的标注里有不认识的“${unknown.join('、')}”。可用的有：体裁、部件、会议、讲话人、语气、对象、篇幅，写成〔会议：…；讲话人：…〕。`,
    );
  return templateOf({ name, prefixes, description, body: text, ...(hints && { hints }) });
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
