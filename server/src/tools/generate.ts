/** Writes the files that are generated from the rules, or says which are stale. */
import fs from 'node:fs';
import path from 'node:path';
import { groups, rules } from '../rules/index.ts';
import { generatedFiles, pagesFolder } from './generated.ts';

/** Paths, relative to the root, whose content is not what would be generated, with that content; undefined where there should be no file. */
export function staleFiles(root: string): Map<string, string | undefined> {
  const read = (file: string): string | undefined =>
    fs.existsSync(path.join(root, file)) ? fs.readFileSync(path.join(root, file), 'utf8') : undefined;
  const fresh = generatedFiles(rules, groups, read);
  const stale = new Map<string, string | undefined>();
  for (const [file, content] of fresh) if (read(file) !== content) stale.set(file, content);
  for (const file of pages(root)) if (!fresh.has(file)) stale.set(file, undefined);
  return stale;
}

/** Pages of rules that stand on the disk, among them those of rules that are gone. */
function pages(root: string): string[] {
  const folder = path.join(root, pagesFolder);
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.posix.join(pagesFolder, file.split(path.sep).join('/')));
}

export function main(root: string, args: readonly string[]): number {
  const stale = staleFiles(root);
  if (args.includes('--check')) {
    for (const file of stale.keys()) console.error(`stale: ${file}`);
    if (stale.size > 0) console.error('run: npm run generate');
    return stale.size > 0 ? 1 : 0;
  }
  for (const [file, content] of stale) {
    const target = path.join(root, file);
    if (content === undefined) fs.rmSync(target);
    else {
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, content);
    }
    console.log(`${content === undefined ? 'removed' : 'wrote'} ${file}`);
  }
  if (stale.size === 0) console.log('nothing was stale');
  return 0;
}
