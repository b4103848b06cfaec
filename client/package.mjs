// Builds the .vsix: `npm run package [-- FOLDER]`. One package for every platform; prints its size and what is in it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureBuilt } from '../server/src/tools/ready.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const vsce = '@vscode/vsce@4.1.0';

/** Packages the extension; returns the path of the .vsix. Throws with vsce's own words when it cannot be done. */
export async function packageExtension(folder = join(root, '.build')) {
  await ensureBuilt();
  mkdirSync(folder, { recursive: true });
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const file = join(folder, `${name}-${version}.vsix`);
  rmSync(file, { force: true });
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['exec', '--yes', `--package=${vsce}`, '--', 'vsce', 'package'];
  const { status, stdout, stderr, error } = spawnSync(
    npm,
    [...args, '--no-dependencies', '--skip-license', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', file],
    { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' },
  );
  if (status !== 0) throw new Error(`vsce: ${error?.message ?? `${stdout}${stderr}`.trim()}`);
  return file;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const given = process.argv[2];
  const file = await packageExtension(given === undefined ? root : resolve(given));
  console.log(`${relative(process.cwd(), file)}: ${(statSync(file).size / 1024).toFixed(0)} KiB`);
}
