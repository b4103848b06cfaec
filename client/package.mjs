// Builds the .vsix packages: one for every platform, which cuts words with what Node brings, and one for this platform with nodejieba's binary and
// dictionaries where they have been built. Prints their sizes.
//
//   npm run package [-- FOLDER]           both
//   npm run package -- FOLDER --only universal|PLATFORM
//                                         that one (linux-x64 …), and a failure where it cannot be had
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../server/src/tools/ready.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const vsce = '@vscode/vsce@4.1.0';
const programs = ['extension.js', 'server.js'];
const platform = `${process.platform}-${process.arch}`;

/**
 * Packages the extension; returns the paths, the universal package first. Throws with vsce's own words when it cannot be done.
 * @param {string} folder where the packages land
 * @param {string} [only] `universal` or this platform's name
 */
export async function packageExtension(folder = join(root, '.build'), only) {
  await ensureBuilt();
  const binary = `nodejieba-${platform}.node`;
  const built = existsSync(join(dist, 'dictionary', binary));
  // A binary is built where it runs; that it could not be is told by nobody else, since it is optional.
  if (only !== undefined && only !== 'universal' && only !== platform) throw new Error(`${only}: this is ${platform}`);
  if (only === platform && !built) throw new Error(`${platform}: nodejieba is not built, dist/dictionary has no ${binary}`);
  mkdirSync(folder, { recursive: true });
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const packages = [];
  if (only !== platform) packages.push(pack(join(folder, `${name}-${version}.vsix`), runningFiles(), []));
  if (only !== 'universal' && built) {
    const files = [...runningFiles(), 'dictionary/*.utf8', 'dictionary/LICENSE', `dictionary/${binary}`];
    packages.push(pack(join(folder, `${name}-${platform}-${version}.vsix`), files, ['--target', platform]));
  }
  return packages;
}

/** The programs of the extension and every file of dist/ that one of them names. */
function runningFiles() {
  const present = readdirSync(dist).filter((file) => file.endsWith('.js'));
  const needed = new Set(programs);
  for (const file of needed) {
    const text = readFileSync(join(dist, file), 'utf8');
    for (const other of present) if (text.includes(`${other}"`)) needed.add(other);
  }
  return [...needed].sort();
}

/** The README for the extension's page, where neither a picture nor a page of the repository can be shown: links keep their words. */
function pageOf(readme) {
  return readme
    .replace(/^!\[[^\]]*\]\([^)]*\)\n\n?/gm, '')
    .replace(/\[([^\]]*)\]\((?!https?:|#)[^)]*\)/g, '$1');
}

function pack(file, files, options) {
  rmSync(file, { force: true });
  const ignore = join(root, '.build', `vscodeignore-${process.pid}`);
  const readme = join(root, '.build', `readme-${process.pid}.md`);
  mkdirSync(dirname(ignore), { recursive: true });
  writeFileSync(readme, pageOf(readFileSync(join(root, 'README.md'), 'utf8')));
  const lines = files.map((each) => `!dist/${each}`);
  writeFileSync(ignore, `${readFileSync(join(root, '.vscodeignore'), 'utf8')}${lines.join('\n')}\n`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['exec', '--yes', `--package=${vsce}`, '--', 'vsce', 'package', '--no-dependencies', '--skip-license'];
  const links = ['--allow-missing-repository', '--no-rewrite-relative-links'];
  const page = ['--readme-path', relative(root, readme).replaceAll('\\', '/')];
  try {
    const { status, stdout, stderr, error } = spawnSync(
      npm,
      [...args, ...links, ...page, '--ignoreFile', ignore, ...options, '--out', file],
      { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' },
    );
    // What vsce warns of is wrong with the package, and would be read by nobody.
    if (status !== 0 || /\bWARN/.test(stdout)) throw new Error(`vsce: ${error?.message ?? `${stdout}${stderr}`.trim()}`);
  } finally {
    for (const each of [ignore, readme]) rmSync(each, { force: true });
  }
  return file;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
  try {
    for (const file of await packageExtension(resolve(positionals[0] ?? root), values.only))
      console.log(`${relative(process.cwd(), file)}: ${(statSync(file).size / 1024).toFixed(0)} KiB`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
