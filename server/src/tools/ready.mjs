// Brings a fresh clone to the point where a script can run: dependencies installed, dist/ built. Plain Node, no dependencies.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const at = (...parts) => path.join(root, ...parts);
const time = (file) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Installs the dependencies when the lock file is newer than what is installed. Output goes to standard error. */
export function install() {
  if (time(at('node_modules/.package-lock.json')) >= time(at('package-lock.json'))) return;
  console.error('正在安装依赖（只需一次）……');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status, error } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`依赖安装失败：${error?.message ?? `npm ci 以 ${status} 退出`}`);
  const now = new Date();
  fs.utimesSync(at('node_modules/.package-lock.json'), now, now);
}

function newest(folder) {
  let latest = 0;
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) latest = Math.max(latest, time(path.join(entry.parentPath ?? entry.path, entry.name)));
  return latest;
}

/** Builds dist/ when a source is newer than it. */
export async function ensureBuilt() {
  install();
  const sources = Math.max(
    newest(at('server/src')),
    newest(at('client/src')),
    time(at('esbuild.mjs')),
    time(at('package.json')),
  );
  if (time(at('dist/.built')) >= sources) return;
  const { buildAll } = await import(new URL('../../../esbuild.mjs', import.meta.url));
  await buildAll();
  fs.writeFileSync(at('dist/.built'), '');
}
