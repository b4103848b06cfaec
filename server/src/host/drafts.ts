/** Reading drafts. A reader turns one kind of file into text; Word files will be one more reader. */
import fs from 'node:fs';
import type { Format } from '../document/document.ts';
import { type Decoded, decode, type Encoding } from './decode.ts';
import { Failure, reasonOf, systemCode } from './failure.ts';

/** Where a draft comes from. */
export interface Source {
  /** As it is shown: relative to the working directory where it was given so. */
  readonly path: string;
  /** What the system knows it by; bytes where the name is not UTF-8. `undefined`: standard input. */
  readonly file: string | Buffer | undefined;
}

export interface Draft extends Source {
  readonly bytes: Buffer;
  readonly text: string;
  readonly encoding: Encoding;
  readonly format: Format;
}

/** A port: how the bytes of one kind of file become the text that is checked. */
export interface DraftReader {
  /** Lower case, with the dot. */
  readonly extensions: readonly string[];
  readonly format: Format;
  /** Undefined when the bytes are not what the reader knows. */
  read(bytes: Buffer): Decoded | undefined | Promise<Decoded | undefined>;
}

const plain: DraftReader = { extensions: ['.txt', '.speech'], format: 'plain', read: decode };
const markdown: DraftReader = { extensions: ['.md', '.markdown'], format: 'markdown', read: decode };

const readers = new Map(
  [plain, markdown].flatMap((reader) => reader.extensions.map((extension) => [extension, reader])),
);

/** Extensions that a folder is searched for. */
export const draftExtensions: readonly string[] = [...readers.keys()];

/** Kinds of file that people hand in and that no reader takes yet. */
const unsupported: Readonly<Record<string, string>> = {
  '.docx': 'Word 文件（.docx）留待以后的版本；现在请另存为 .txt 或 .md 再核查',
  '.doc': '旧版 Word 文件（.doc）不能直接核查；请另存为 .txt 或 .md',
  '.wps': 'WPS 文字文件（.wps）不能直接核查；请另存为 .txt 或 .md',
  '.pdf': 'PDF 文件不能直接核查；请另存为 .txt 或 .md',
};

export function extensionOf(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot > Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) ? path.slice(dot).toLowerCase() : '';
}

/** What a file's name says of its markup; a name without a known extension is plain text. */
export const formatOf = (path: string): Format => (readers.get(extensionOf(path)) ?? plain).format;

/** Reads a draft; throws a Failure that names the file. */
export async function readDraft(source: Source, stdin: () => Buffer): Promise<Draft> {
  const { path, file } = source;
  const extension = extensionOf(path);
  const reason = file === undefined ? undefined : unsupported[extension];
  if (reason !== undefined && fs.existsSync(file!)) throw new Failure('unsupported', `${path}：${reason}`);
  const bytes = file === undefined ? stdin() : readBytes(file, path);
  const reader = readers.get(extension) ?? plain;
  const decoded = await reader.read(bytes);
  if (decoded === undefined) {
    const { whyUndecodable } = await import('./detect.ts');
    throw new Failure('undecodable', `${path}：${whyUndecodable(bytes)}`);
  }
  return { path, file, bytes, text: decoded.text, encoding: decoded.encoding, format: reader.format };
}

function readBytes(file: string | Buffer, path: string): Buffer {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') throw new Failure('not-found', `${path}：没有这个文件`, { cause: error });
    throw new Failure('unreadable', `${path}：读不了，${reasonOf(error)}`, { cause: error });
  }
}
