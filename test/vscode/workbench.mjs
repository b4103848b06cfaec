// Starts code-server and a headless Chromium on it: the parts that the tests and the screenshots share.
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { pathToFileURL } from 'node:url';

/** Settings that keep a workbench quiet and its pictures the same everywhere. */
export const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.reduceMotion': 'on',
  'workbench.welcomePage.experimentalOnboarding': false,
  'git.enabled': false,
  // The web's default saves by itself; the desktop's does not.
  'files.autoSave': 'off',
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
  'update.mode': 'none',
  'editor.fontFamily': 'Noto Sans Mono CJK SC',
};

/** A folder for one run, with a short name: sockets in it have a length limit. */
export function scratchFolder(prefix) {
  return mkdtempSync(join(tmpdir(), prefix));
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/**
 * @param {import('./install.mjs').InstalledVsCode} vscode
 * @param {{ scratch: string, userData: string, extensions: string, driver: boolean, trust?: boolean, environment?: Record<string, string> }} options
 *   `driver` makes the server heed the test payload of the page's address; with it, toasts and modal dialogs are hidden.
 *   `trust` leaves Workspace Trust on.
 * @returns the port, the process, the log file, and a function that stops the whole process group
 */
export async function startCodeServer(
  vscode,
  { scratch, userData, extensions, driver, trust = false, environment = {} },
) {
  const port = await freePort();
  const folders = { TMPDIR: 't', XDG_RUNTIME_DIR: 'r', XDG_CONFIG_HOME: 'c', XDG_DATA_HOME: 'd' };
  const own = {};
  for (const [name, folder] of Object.entries(folders)) {
    own[name] = join(scratch, folder);
    mkdirSync(own[name], { recursive: true, mode: 0o700 });
  }
  mkdirSync(userData, { recursive: true });
  mkdirSync(extensions, { recursive: true });
  const config = join(scratch, 'code-server.yaml');
  writeFileSync(config, '');
  const log = join(scratch, 'code-server.log');
  const inherited = { ...env };
  // What an enclosing VS Code or Node started with must not reach the one under test.
  for (const key of Object.keys(inherited))
    if (/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_)/.test(key)) delete inherited[key];
  const child = spawn(
    vscode.node,
    [
      vscode.entry,
      ...['--config', config, '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
      ...['--user-data-dir', userData, '--extensions-dir', extensions],
      ...['--disable-telemetry', '--disable-update-check'],
      ...(trust ? [] : ['--disable-workspace-trust']),
      ...['--disable-getting-started-override', '--ignore-last-opened'],
      ...(driver ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
    ],
    {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...inherited, ...own, EXTENSIONS_GALLERY: '{}', ...environment },
    },
  );
  const sink = createWriteStream(log);
  child.stdout.pipe(sink, { end: false });
  child.stderr.pipe(sink, { end: false });
  const ended = new Promise((resolve) => child.on('close', resolve));
  let running = true;
  ended.then(() => {
    running = false;
  });
  const stop = async () => {
    signalGroup(child.pid, 'SIGTERM');
    const gone = await Promise.race([
      ended.then(() => true),
      new Promise((resolve) => setTimeout(resolve, 5000, false)),
    ]);
    if (!gone) signalGroup(child.pid, 'SIGKILL');
    sink.end();
  };
  const deadline = Date.now() + 60_000;
  while (running && Date.now() < deadline) {
    const healthy = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (healthy) return { port, pid: child.pid, log, stop };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error(`code-server did not start; its log: ${log}`);
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended already.
  }
}

/** Installs a package into a folder of extensions. */
export function installExtension(vscode, { userData, extensions, vsix }) {
  const folders = ['--user-data-dir', userData, '--extensions-dir', extensions];
  const { status, stdout, stderr } = spawnSync(vscode.node, [vscode.entry, ...folders, '--install-extension', vsix], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the package does not install: ${stdout}${stderr}`);
}

export function removeScratch(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** @param {import('./install.mjs').InstalledVsCode} vscode */
export async function startChromium(vscode) {
  const { chromium } = await import(pathToFileURL(vscode.playwright).href);
  return chromium.launch({
    executablePath: vscode.chromium,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  });
}

/** The workbench's address on a folder, with what VS Code's command line would have carried. */
export function workbenchUrl(port, folder, payload = []) {
  const query = new URLSearchParams();
  if (folder) query.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', folder);
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  // The workbench wants %20, not +.
  return `http://127.0.0.1:${port}/?${query.toString().replaceAll('+', '%20')}`;
}
