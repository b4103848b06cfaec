// Makes a real VS Code available to the tests where Microsoft's download servers are not reachable:
// code-server (VS Code's own workbench and extension host) from the npm registry, Chromium from the system's packages.
// Everything lands in a cache folder outside the checkout, once; a half-finished installation is thrown away and redone.
//
//   node test/vscode/install.mjs     prints the folder on standard output, progress on standard error
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { delimiter, join } from 'node:path';
import { argv, env, stderr, stdout } from 'node:process';
import { pathToFileURL } from 'node:url';

const codeServerVersion = '4.139.1';
const vscodeVersion = '1.139.1';
const nodeVersion = '24.21.0';
const playwrightVersion = '1.64.1';

/** Debian packages: the window, a font with Chinese glyphs, and what code-server's native modules are built against. */
const debianPackages = [
  'chromium',
  'fonts-noto-cjk',
  'libkrb5-dev',
  'libx11-dev',
  'libxkbfile-dev',
  'libsecret-1-dev',
  'pkg-config',
  'build-essential',
  'python3',
  'ripgrep',
];

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Where this version of VS Code is kept between runs. */
export function cacheFolder() {
  const base = env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'jianggao', `vscode-${vscodeVersion}`);
}

/**
 * What an installed VS Code consists of.
 * @typedef {{ folder: string, node: string, entry: string, playwright: string, chromium: string }} InstalledVsCode
 */

/**
 * The VS Code that is installed already, without installing anything.
 * @returns {InstalledVsCode | undefined}
 */
export function installedVsCode() {
  const folder = cacheFolder();
  const chromium = findChromium();
  if (!chromium || !existsSync(join(folder, 'ready.json'))) return undefined;
  return {
    folder,
    chromium,
    node: join(folder, 'node_modules', 'node', 'bin', 'node'),
    entry: join(folder, 'node_modules', 'code-server', 'out', 'node', 'entry.js'),
    playwright: join(folder, 'node_modules', 'playwright-core', 'index.mjs'),
  };
}

/**
 * Installs what is missing. Never throws for a machine that cannot have it: the reason is returned instead.
 * @param {(line: string) => void} say receives progress, one line at a time
 * @returns {Promise<{ vscode: InstalledVsCode } | { reason: string }>}
 */
export async function ensureVsCode(say = (line) => stderr.write(`${line}\n`)) {
  const present = installedVsCode();
  if (present) return { vscode: present };
  if (platform() !== 'linux') return { reason: `code-server is installed on Linux only, this is ${platform()}` };
  try {
    await installDebianPackages(say);
    if (!findChromium()) return { reason: 'no Chromium on this machine, and apt-get could not install one' };
    await installCodeServer(say);
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
  const vscode = installedVsCode();
  return vscode ? { vscode } : { reason: `the installation in ${cacheFolder()} is incomplete` };
}

function findChromium() {
  if (env.CHROMIUM_PATH && existsSync(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
  for (const name of chromiumNames) {
    for (const folder of (env.PATH ?? '').split(delimiter)) {
      const candidate = join(folder, name);
      if (folder && existsSync(candidate)) return candidate;
    }
  }
  return undefined;
}

async function installDebianPackages(say) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own notation
  const query = spawnSync('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...debianPackages], {
    encoding: 'utf8',
  });
  if (query.error) return;
  const installed = new Set(
    query.stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  const missing = debianPackages.filter((name) => !installed.has(name));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    say(`vscode: not root, so these packages are not installed: ${missing.join(' ')}`);
    return;
  }
  say(`vscode: apt-get install ${missing.join(' ')}`);
  const aptEnvironment = { ...env, DEBIAN_FRONTEND: 'noninteractive' };
  const log = join(logFolder(), 'apt.log');
  await run('apt-get', ['update', '-q'], { env: aptEnvironment, log }).catch(() => undefined);
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing], { env: aptEnvironment, log });
}

async function installCodeServer(say) {
  const target = cacheFolder();
  const partial = `${target}.partial-${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  try {
    writeFileSync(join(partial, 'package.json'), '{ "private": true }\n');
    // code-server's build scripts call npx, which must not ask.
    writeFileSync(join(partial, '.npmrc'), 'yes=true\nfund=false\naudit=false\nupdate-notifier=false\n');
    const base = { ...env, npm_config_yes: 'true' };
    // What an enclosing npm script hands down belongs to the project, not to this folder.
    for (const key of Object.keys(base)) {
      if (/^npm_(package|lifecycle|config_(local_)?prefix|config_global)/.test(key) || key === 'INIT_CWD')
        delete base[key];
    }
    const log = join(logFolder(), 'npm.log');
    say(`vscode: npm install node@${nodeVersion} playwright-core@${playwrightVersion}`);
    const wanted = [`node@${nodeVersion}`, `playwright-core@${playwrightVersion}`];
    await run('npm', ['install', '--no-progress', ...wanted], { cwd: partial, env: base, log });
    const bin = join(partial, 'node_modules', '.bin');
    say(`vscode: npm install code-server@${codeServerVersion} (takes some minutes; log: ${log})`);
    await run('npm', ['install', '--no-progress', `code-server@${codeServerVersion}`], {
      cwd: partial,
      env: { ...base, PATH: `${bin}${delimiter}${env.PATH}` },
      log,
    });
    const version = spawnSync(join(partial, 'node_modules', 'node', 'bin', 'node'), [
      join(partial, 'node_modules', 'code-server', 'out', 'node', 'entry.js'),
      '--version',
    ]);
    if (version.status !== 0) throw new Error(`code-server does not start: ${version.stderr}`);
    writeFileSync(
      join(partial, 'ready.json'),
      `${JSON.stringify({ codeServerVersion, nodeVersion, playwrightVersion })}\n`,
    );
    // Another run may have finished first; its installation is as good as this one.
    if (existsSync(join(target, 'ready.json'))) return;
    rmSync(target, { recursive: true, force: true });
    renameSync(partial, target);
    say(`vscode: installed in ${target}`);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

function logFolder() {
  const folder = join(cacheFolder(), '..', 'logs');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Runs one program to its end; its output goes to the log, whose tail is the error's message when the program fails. */
function run(command, args, { cwd, env: environment, log }) {
  return new Promise((resolve, reject) => {
    const sink = createWriteStream(log, { flags: 'a' });
    sink.write(`\n$ ${command} ${args.join(' ')}\n`);
    const child = spawn(command, args, { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.pipe(sink, { end: false });
    child.stderr.pipe(sink, { end: false });
    child.on('error', (error) => reject(new Error(`${command}: ${error.message}`)));
    child.on('close', (code) => {
      sink.end(() => {
        if (code === 0) resolve(undefined);
        else reject(new Error(`${command} ${args[0]} failed (${code}); the end of ${log}:\n${tail(log, 12)}`));
      });
    });
  });
}

function tail(file, lines) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  const outcome = await ensureVsCode();
  if ('reason' in outcome) {
    stderr.write(`vscode: not available: ${outcome.reason}\n`);
    process.exitCode = 1;
  } else {
    stdout.write(`${outcome.vscode.folder}\n`);
  }
}
