#!/usr/bin/env node
// VS Code's command line for extension tests, on code-server and a headless Chromium:
//
//   code-server-host.mjs --extensionDevelopmentPath=… --extensionTestsPath=… --user-data-dir=… --extensions-dir=…
//     [--install-extension=….vsix] [folder]
//
// so that @vscode/test-electron runs the same suite with or without a desktop VS Code. Exits with the suite's status, and with 1
// when the suite did not write a results file with at least one pass: an extension host that was killed reports 0.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { argv, env, stderr, stdout } from 'node:process';
import { installedVsCode } from './install.mjs';
import {
  installExtension,
  quietSettings,
  removeScratch,
  scratchFolder,
  startChromium,
  startCodeServer,
  workbenchUrl,
} from './workbench.mjs';

/** No suite takes longer, in milliseconds. */
const timeLimit = Number(env.JIANGGAO_VSCODE_TIMEOUT ?? 600_000);

async function main() {
  const { options, folder } = commandLine(argv.slice(2));
  const vscode = installedVsCode();
  if (!vscode) throw new Error('code-server is not installed: node test/vscode/install.mjs');
  const scratch = scratchFolder('jg-');
  const userData = resolve(options.get('user-data-dir') ?? join(scratch, 'u'));
  const extensions = resolve(options.get('extensions-dir') ?? join(scratch, 'e'));
  const development = resolve(required(options, 'extensionDevelopmentPath'));
  const suite = resolve(required(options, 'extensionTestsPath'));
  const settings = join(userData, 'User', 'settings.json');
  if (!existsSync(settings)) {
    mkdirSync(dirname(settings), { recursive: true });
    writeFileSync(settings, JSON.stringify(quietSettings));
  }
  const vsix = options.get('install-extension');
  if (vsix) installExtension(vscode, { userData, extensions, vsix: resolve(vsix) });
  const cleanups = [() => removeScratch(scratch)];
  const interrupted = new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
      process.once(signal, () => reject(new Error(`stopped by ${signal}`)));
  });
  try {
    const server = await startCodeServer(vscode, { scratch, userData, extensions, driver: true });
    cleanups.push(server.stop);
    const browser = await startChromium(vscode);
    cleanups.push(() => browser.close());
    const userAgent = env.JIANGGAO_USER_AGENT;
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      ...(userAgent && { userAgent }),
    });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    const exited = new Promise((done) => {
      page.exposeFunction('codeAutomationExit', (code) => done(code));
    });
    await page.exposeFunction('codeAutomationLog', (type, values) => {
      if (!env.JIANGGAO_VSCODE_VERBOSE) return;
      const line = values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' ');
      (type === 'error' ? stderr : stdout).write(line.endsWith('\n') ? line : `${line}\n`);
    });
    const authority = `vscode-remote://127.0.0.1:${server.port}`;
    const payload = [
      ['extensionDevelopmentPath', `${authority}${development}`],
      ['extensionTestsPath', `${authority}${suite}`],
      ['extensionEnvironment', JSON.stringify(testEnvironment())],
      ['enableProposedApi', ''],
      ['skipWelcome', 'true'],
    ];
    await page.goto(workbenchUrl(server.port, folder && resolve(folder), payload));
    const timeout = new Promise((_, reject) => {
      setTimeout(reject, timeLimit, new Error(`the suite did not end within ${timeLimit / 1000} s`)).unref();
    });
    const crashed = new Promise((_, reject) => page.once('crash', () => reject(new Error('the browser page crashed'))));
    const status = await Promise.race([exited, timeout, crashed, interrupted]);
    if (status !== 0) return status || 1;
    return passes(env.JIANGGAO_TEST_RESULTS) > 0 ? 0 : 1;
  } finally {
    for (const cleanup of cleanups.reverse()) await cleanup();
  }
}

/** VS Code's own convention: --name=value, and one bare argument, the folder. Switches that mean nothing here are let pass. */
function commandLine(args) {
  const options = new Map();
  let folder;
  for (const arg of args) {
    const match = /^--([^=]+)(?:=(.*))?$/.exec(arg);
    if (match) options.set(match[1], match[2] ?? '');
    else folder = arg;
  }
  return { options, folder };
}

function required(options, name) {
  const value = options.get(name);
  if (!value) throw new Error(`--${name}= is missing`);
  return value;
}

/** What the suite is told through its environment. */
function testEnvironment() {
  return Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith('JIANGGAO_')));
}

function passes(file) {
  if (!file || !existsSync(file)) return 0;
  return JSON.parse(readFileSync(file, 'utf8')).passed ?? 0;
}

main().then(
  (status) => process.exit(status),
  (error) => {
    stderr.write(`code-server-host: ${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  },
);
