/** URIs of documents. Clients and Node write them in different ways: VS Code escapes parentheses and the colon of a drive, and writes drives small. */
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Undefined for what is not a file of this machine. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/** Equal for all URIs of one file, whoever wrote them. */
export function keyOf(uri: string): string {
  const path = pathOf(uri);
  return path === undefined ? uri : pathToFileURL(path.replace(/^[A-Z]:/, (drive) => drive.toLowerCase())).href;
}

/** A document that has a place in some file system, but not in one of this machine. */
export const isVirtual = (uri: string): boolean =>
  URL.canParse(uri) && !/^(?:file|untitled):/.test(uri) && new URL(uri).pathname.startsWith('/');

/** The path of a document below the first of the folders that it is in, or its whole path; with `/` on every system. Undefined for what has none. */
export function relativePath(uri: string, folders: readonly string[]): string | undefined {
  const key = keyOf(uri);
  if (!URL.canParse(key)) return undefined;
  const { href, pathname } = new URL(key);
  const folder = folders.map(asFolder).find((each) => href.startsWith(each));
  return decoded(folder === undefined ? pathname : href.slice(folder.length));
}

/** With a `/` at its end. */
function asFolder(uri: string): string {
  const key = keyOf(uri);
  return new URL(key.endsWith('/') ? key : `${key}/`).href;
}

export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
