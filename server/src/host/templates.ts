/**
 * Templates on disk: folders of `.code-snippets` files. Whatever is wrong with one file costs nothing else, and is said with its place.
 */
import { promises as fs, type Stats } from 'node:fs';
import path from 'node:path';
import { reasonOf, systemCode } from './failure.ts';
import {
  type LibraryTemplate,
  limits,
  type ReadTemplates,
  readTemplateFile,
  type TemplateProblem,
} from './template-file.ts';
import type { TemplateFolder, TemplateOrigin } from './template-folders.ts';

export interface TemplateLibrary {
  /** Own ones first, then the workspace's, the office's, the built-in ones; whole speeches before parts, within a file in its order. */
  readonly templates: readonly LibraryTemplate[];
  readonly problems: readonly TemplateProblem[];
}

const extension = '.code-snippets';
const hintsName = 'blanks.json';
const order: Readonly<Record<TemplateOrigin, number>> = { mine: 0, workspace: 1, office: 2, 'built-in': 3 };

interface ReadFile extends ReadTemplates {
  readonly stamp: string;
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
  async #inTime(folder: TemplateFolder): Promise<ReadTemplates> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<ReadTemplates>((resolve) => {
      timer = setTimeout(() => resolve(away(folder, '很久没有回应')), this.#patience);
    });
    try {
      return await Promise.race([this.#folder(folder), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #folder(folder: TemplateFolder): Promise<ReadTemplates> {
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

  async #file(file: string, origin: TemplateOrigin): Promise<ReadTemplates> {
    const hintsFile = path.join(path.dirname(file), hintsName);
    const [stat, hintsStat] = await Promise.all([
      fs.stat(file).catch((error: unknown) => error),
      fs.stat(hintsFile).catch(() => undefined),
    ]);
    if (!isStat(stat)) return unread(file, `读不了，${reasonOf(stat)}。`);
    // A pipe would keep us waiting for ever.
    if (!stat.isFile()) return unread(file, '不是普通文件，没有读。');
    const stamp = [origin, stat.mtimeMs, stat.size, hintsStat?.mtimeMs, hintsStat?.size].join(' ');
    const known = this.#known.get(file);
    if (known?.stamp === stamp) return known;
    const read = {
      ...(await readTemplateFile(file, stat.size, origin, hintsStat === undefined ? undefined : hintsFile)),
      stamp,
    };
    this.#known.set(file, read);
    return read;
  }
}

const isStat = (value: unknown): value is Stats => !(value instanceof Error) && value !== undefined;

const away = ({ path: folder }: TemplateFolder, reason: string): ReadTemplates => ({
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

const unread = (file: string, message: string): ReadTemplates => ({
  templates: [],
  problems: [{ path: file, code: 'unreadable', severity: 'error', message }],
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
