/**
 * What was typed → the drafts that are meant, in a stable order. A file is taken as named; a folder and a glob are walked, leaving out what
 * .gitignore leaves out. Names are bytes here: on Linux many a draft has a name in GBK.
 */
import fs from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import picomatch from 'picomatch';
import { draftExtensions, extensionOf, type Source } from './drafts.ts';
import { Failure, reasonOf } from './failure.ts';

export interface Found {
  readonly sources: readonly Source[];
  /** Arguments and folders that gave nothing, each with what is the matter. */
  readonly failures: readonly { readonly path: string; readonly failure: Failure }[];
  /** Word files met in folders, which this version does not read. */
  readonly wordFiles: number;
}

const isWindows = process.platform === 'win32';
const slash = isWindows ? (name: string): string => name.replaceAll('\\', '/') : (name: string): string => name;

export function findDrafts(args: readonly string[], cwd: string): Found {
  const sources: Source[] = [];
  const failures: { path: string; failure: Failure }[] = [];
  const seen = new Set<string>();
  let wordFiles = 0;
  const add = (source: Source): void => {
    const key = source.file === undefined ? '-' : path.resolve(cwd, source.file.toString('latin1'));
    if (seen.has(key)) return;
    seen.add(key);
    sources.push(source);
  };
  const fail = (shown: string, failure: Failure): void => void failures.push({ path: shown, failure });

  for (const given of args) {
    if (given === '-') {
      add({ path: '<stdin>', file: undefined });
      continue;
    }
    const target = path.resolve(cwd, given);
    const kind = fs.statSync(target, { throwIfNoEntry: false });
    if (kind !== undefined && !kind.isDirectory()) {
      add({ path: given, file: target });
    } else if (kind !== undefined) {
      const walk = new Walk(fail);
      const before = sources.length;
      const failed = failures.length;
      for (const found of walk.drafts(Buffer.from(target), given === '.' ? '' : trimSlash(given))) add(found);
      wordFiles += walk.wordFiles;
      if (sources.length === before && failures.length === failed)
        fail(
          given,
          new Failure(
            'no-drafts',
            `${given}：文件夹里没有讲稿（${draftExtensions.join('、')}）${walk.wordFiles > 0 ? `，有 ${walk.wordFiles} 个 Word 文件，留待以后的版本` : ''}`,
          ),
        );
    } else if (picomatch.scan(slash(given)).isGlob) {
      const pattern = slash(given);
      const { base } = picomatch.scan(pattern);
      const matches = picomatch(pattern.replace(/^\.\//, ''), { dot: false });
      const walk = new Walk(fail);
      const before = sources.length;
      const start = path.resolve(cwd, base);
      if (fs.statSync(start, { throwIfNoEntry: false })?.isDirectory())
        for (const found of walk.files(Buffer.from(start), base.replace(/^\.(?:\/|$)/, '')))
          if (matches(slash(found.path))) add(found);
      if (sources.length === before) fail(given, new Failure('not-found', `${given}：没有符合这个通配式的文件`));
    } else {
      const lossy = byLossyName(target, given);
      for (const found of lossy) add(found);
      if (lossy.length === 0) fail(given, new Failure('not-found', `${given}：没有这个文件或文件夹`));
    }
  }
  return { sources, failures, wordFiles };
}

const trimSlash = (given: string): string => (given.length > 1 ? given.replace(/[/\\]+$/, '') : given);

/** A name that is not UTF-8 reaches a program with U+FFFD for what was lost: the files that would be given so are meant. */
function byLossyName(target: string, given: string): Source[] {
  if (!target.includes('\ufffd')) return [];
  const folder = path.dirname(target);
  const wanted = path.basename(target);
  let names: Buffer[];
  try {
    names = fs.readdirSync(folder, { encoding: 'buffer' });
  } catch {
    return [];
  }
  return names
    .filter((name) => name.toString('utf8') === wanted)
    .sort(Buffer.compare)
    .map((name) => ({
      path: join(trimSlash(path.dirname(given)), show(name)),
      file: Buffer.concat([Buffer.from(`${folder}/`), name]),
    }));
}

const join = (folder: string, name: string): string =>
  folder === '' || folder === '.' ? name : folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;

/** A file's name for people; GBK where it is not UTF-8. */
function show(name: Buffer): string {
  const text = name.toString('utf8');
  return text.includes('\ufffd') ? new TextDecoder('gb18030').decode(name) : text;
}

interface Ignores {
  /** Folder whose .gitignore it is, with a slash at its end. */
  readonly folder: string;
  readonly rules: Ignore;
}

class Walk {
  wordFiles = 0;
  readonly #fail: (shown: string, failure: Failure) => void;

  constructor(fail: (shown: string, failure: Failure) => void) {
    this.#fail = fail;
  }

  /** Drafts under a folder. `shown` is what its files' names are shown under. */
  *drafts(folder: Buffer, shown: string): Generator<Source> {
    for (const source of this.files(folder, shown)) {
      const extension = extensionOf(source.path);
      if (draftExtensions.includes(extension)) yield source;
      // ~$ is what Word leaves beside a file that is open.
      else if (extension === '.docx' && !path.basename(source.path).startsWith('~$')) this.wordFiles++;
    }
  }

  *files(folder: Buffer, shown: string): Generator<Source> {
    yield* this.#walk(folder, shown, this.#above(folder.toString()));
  }

  *#walk(folder: Buffer, shown: string, above: readonly Ignores[]): Generator<Source> {
    let entries: fs.Dirent<Buffer>[];
    try {
      entries = fs.readdirSync(folder, { withFileTypes: true, encoding: 'buffer' });
    } catch (error) {
      const name = shown === '' ? '.' : shown;
      this.#fail(name, new Failure('unreadable', `${name}：打不开文件夹，${reasonOf(error)}`, { cause: error }));
      return;
    }
    entries.sort((a, b) => Buffer.compare(a.name, b.name));
    const own = readIgnores(folder.toString());
    const ignores = own === undefined ? above : [...above, own];
    for (const entry of entries) {
      const name = show(entry.name);
      if (name.startsWith('.') || name === 'node_modules') continue;
      const file = Buffer.concat([folder, Buffer.from(path.sep), entry.name]);
      // A link to a file is followed; a link to a folder is not, for it may lead back.
      const isFile =
        entry.isFile() || (entry.isSymbolicLink() && fs.statSync(file, { throwIfNoEntry: false })?.isFile() === true);
      if (!isFile && !entry.isDirectory()) continue;
      if (isIgnored(ignores, slash(file.toString()), !isFile)) continue;
      if (isFile) yield { path: join(shown, name), file };
      else yield* this.#walk(file, join(shown, name), ignores);
    }
  }

  /** The .gitignore files above a folder, up to the root of its repository; none outside one. */
  #above(folder: string): Ignores[] {
    const found: Ignores[] = [];
    for (let at = folder; ; at = path.dirname(at)) {
      if (fs.existsSync(path.join(at, '.git'))) return found;
      const parent = path.dirname(at);
      if (parent === at) return [];
      const ignores = readIgnores(parent);
      if (ignores !== undefined) found.unshift(ignores);
    }
  }
}

function readIgnores(folder: string): Ignores | undefined {
  try {
    return {
      folder: `${slash(folder).replace(/\/$/, '')}/`,
      rules: ignore().add(fs.readFileSync(path.join(folder, '.gitignore'), 'utf8')),
    };
  } catch {
    return undefined;
  }
}

/** The nearest .gitignore that says anything of a path decides. */
function isIgnored(ignores: readonly Ignores[], file: string, isFolder: boolean): boolean {
  for (let i = ignores.length - 1; i >= 0; i--) {
    const { folder, rules } = ignores[i]!;
    const inside = file.slice(folder.length);
    const { ignored, unignored } = rules.test(isFolder ? `${inside}/` : inside);
    if (ignored || unignored) return ignored;
  }
  return false;
}
