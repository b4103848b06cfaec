import fs from 'node:fs';
import path from 'node:path';

declare global {
  var REPOSITORY: string;
}

/** Root of the checkout, set by the test runner's bundler. */
export const repository: string = globalThis.REPOSITORY;
/** Real drafts beside the checkout; absent in most clones. */
export const shared = path.join(repository, '../shared');
export const hasShared = fs.existsSync(path.join(shared, 'seeds'));
export const at = (...parts: string[]): string => path.join(repository, ...parts);
