// Runs test/vscode/suite inside a real VS Code, with @vscode/test-electron, and test/vscode/window from outside, with mouse and keys.
//
//   node test/vscode/run.mjs [FRAGMENT…]    fragments of test files' names; window/ is all of the second kind
//   JIANGGAO_PICTURES=FOLDER                 keeps a picture of the window where a test of it fails
//
// A VS Code is code-server from the cache (test/vscode/install.mjs), or a desktop VS Code that test-electron downloads. Where neither can
// be had the suite is skipped and the reason printed; with REQUIRE_VSCODE=1 it is installed first, and its absence is a failure.
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { argv, env } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { packageExtension } from '../../client/package.mjs';
import { ensureVsCode, installedVsCode } from './install.mjs';
import { errorsOfOurs } from './logs.mjs';
import { use } from './window/support.mjs';
import { picture, startWindows } from './window.mjs';
import { quietSettings, removeScratch, scratchFolder } from './workbench.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
/** To the workbench a Mac is what says that it is one. */
const onMac =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';
const hostProgram = join(here, 'code-server-host.mjs');

/** @returns {Promise<{ passed: number, failed: number, skipped: number }>} */
export async function runVSCode(fragments = []) {
  const required = env.REQUIRE_VSCODE === '1';
  const executable = await findExecutable(required);
  if ('reason' in executable) {
    console.log(`${required ? 'failed' : 'skipped'}: no VS Code: ${executable.reason}`);
    return required ? { passed: 0, failed: 1, skipped: 0 } : { passed: 0, failed: 0, skipped: 1 };
  }
  const scratch = scratchFolder('jgt-');
  try {
    // What people install is what is tested: the package, not the checkout.
    const vsix = (await packageExtension(scratch)).at(-1);
    const wanted = (folder) => (name) =>
      /\.test\.m?[jt]s$/.test(name) &&
      (fragments.length === 0 || fragments.some((each) => `${folder}/${name}`.includes(each)));
    const inside = readdirSync(join(here, 'suite')).filter(wanted('suite'));
    const outside = readdirSync(join(here, 'window')).filter(wanted('window'));
    if (inside.length + outside.length === 0) throw new Error(`no test matches ${fragments.join(' ')}`);
    const sum = { passed: 0, failed: 0, skipped: 0 };
    const add = (counts) => {
      for (const key of Object.keys(sum)) sum[key] += counts[key];
    };
    if (inside.length > 0) add(await runInside(executable.path, vsix, scratch, inside));
    if (inside.includes('keys.test.ts') && executable.path === hostProgram)
      add(
        await runInside(executable.path, vsix, join(scratch, 'mac'), ['keys.test.ts'], { JIANGGAO_USER_AGENT: onMac }),
      );
    if (outside.length > 0) add(await runOutside(executable.path, vsix, outside));
    return sum;
  } catch (error) {
    console.log(`VS Code: ${error instanceof Error ? error.message : error}`);
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    removeScratch(scratch);
  }
}

/** What test/vscode/bench measures inside VS Code, as lines to print; with a reason where there is no VS Code. */
export async function benchVSCode() {
  const executable = await findExecutable(false);
  if ('reason' in executable) return `VS Code: not measured: ${executable.reason}`;
  const scratch = scratchFolder('jgb-');
  try {
    const vsix = (await packageExtension(scratch)).at(-1);
    const report = join(scratch, 'report.txt');
    const draft = join(scratch, 'draft.txt');
    const { failed } = await runInside(
      executable.path,
      vsix,
      scratch,
      ['../bench/activation.bench.ts', '../bench/parts.bench.ts'],
      {
        JIANGGAO_BENCH_REPORT: report,
        JIANGGAO_BENCH_DRAFT: draft,
      },
    );
    if (failed > 0) throw new Error('the measurement in VS Code failed');
    if (executable.path === hostProgram) {
      const { measureDrop } = await import('./bench/drop.mjs');
      const session = await startWindows(installedVsCode(), { vsix });
      const rounds = Number(env.JIANGGAO_ROUNDS ?? 9);
      appendFileSync(report, await measureDrop(session, readFileSync(draft, 'utf8'), rounds).finally(session.stop));
    }
    return readFileSync(report, 'utf8');
  } finally {
    removeScratch(scratch);
  }
}

/** Tests in the extension host, with VS Code's own interfaces. */
async function runInside(executable, vsix, scratch, names, environment = {}) {
  const { runTests } = await import('@vscode/test-electron');
  const suite = join(root, '.build', `vscode-${process.pid}`);
  const results = join(scratch, 'results.json');
  let ended;
  try {
    await bundleSuite(suite, names);
    mkdirSync(scratch, { recursive: true });
    const workspace = join(scratch, 'workspace');
    cpSync(join(here, 'fixtures'), workspace, { recursive: true });
    const userData = join(scratch, 'user');
    mkdirSync(join(userData, 'User'), { recursive: true });
    writeFileSync(join(userData, 'User', 'settings.json'), JSON.stringify(quietSettings, null, 2));
    const extensions = join(scratch, 'extensions');
    const development = join(scratch, 'development');
    mkdirSync(development);
    const manifest = { name: 'none', publisher: 'none', version: '0.0.0', engines: { vscode: '*' } };
    writeFileSync(join(development, 'package.json'), JSON.stringify(manifest));
    if (executable !== hostProgram) await installInDesktop(executable, vsix, userData, extensions);
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: development,
      extensionTestsPath: join(suite, 'index.js'),
      extensionTestsEnv: {
        JIANGGAO_TEST_RESULTS: results,
        JIANGGAO_TEST_WORKSPACE: workspace,
        ...environment,
      },
      launchArgs: [
        join(workspace, 'drafts.code-workspace'),
        `--user-data-dir=${userData}`,
        `--extensions-dir=${extensions}`,
        '--disable-workspace-trust',
        ...(executable === hostProgram ? [`--install-extension=${vsix}`] : []),
      ],
    }).then(
      () => undefined,
      (error) => {
        ended = error;
      },
    );
    const counts = readResults(results);
    // A host that failed though no test did: killed, out of time, or without an end.
    if (ended && counts.failed === 0) console.log(`VS Code: ${ended instanceof Error ? ended.message : ended}`);
    const failed = ended ? Math.max(counts.failed, 1) : counts.failed;
    // zz-server.test.ts kills the server; a message that is on its way finds the channel closed.
    const errors = errorsOfOurs(
      userData,
      /exited with signal SIGKILL|connection to server is erroring\.\s+Channel closed/,
    );
    console.log(`  ${errors.length > 0 ? '✗' : '✔'} the logs of VS Code hold no error of the extension`);
    for (const error of errors) console.log(error.replace(/^/gm, '      '));
    return errors.length > 0 ? { ...counts, failed: failed + 1 } : { ...counts, passed: counts.passed + 1, failed };
  } finally {
    rmSync(suite, { recursive: true, force: true });
  }
}

/** Tests of the window: they look and click as a writer does. They need the browser that code-server is shown in. */
async function runOutside(executable, vsix, names) {
  if (executable !== hostProgram) {
    console.log(`  - skipped: ${names.join(', ')}: a desktop VS Code has no window that a test may drive`);
    return { passed: 0, failed: 0, skipped: names.length };
  }
  const { default: Mocha } = await import('mocha');
  use(installedVsCode(), vsix);
  const mocha = new Mocha({ reporter: env.REPORTER ?? 'spec', timeout: 120_000, color: process.stdout.isTTY });
  for (const name of names) mocha.addFile(join(here, 'window', name));
  if (env.JIANGGAO_PICTURES)
    mocha.suite.afterEach(async function () {
      const { state, title } = this.currentTest;
      if (state === 'failed') await picture(env.JIANGGAO_PICTURES, title.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60));
    });
  await mocha.loadFilesAsync();
  const failed = [];
  const counts = await new Promise((done) => {
    const runner = mocha.run(() =>
      done({ passed: runner.stats.passes, failed: runner.stats.failures, skipped: runner.stats.pending }),
    );
    runner.on('fail', ({ file }) => failed.push(file));
  });
  if (env.JIANGGAO_SECOND_TRY || failed.includes(undefined)) return counts;
  // A window that is driven by mouse and key may miss a click; what is broken is so in a new window too.
  for (const file of new Set(failed)) {
    const name = basename(file);
    console.log(`  ${name} is tried once more in a new window`);
    const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name], {
      stdio: 'inherit',
      env: { ...env, JIANGGAO_SECOND_TRY: '1' },
    });
    if (status !== 0) continue;
    const mended = failed.filter((each) => each === file).length;
    counts.failed -= mended;
    counts.passed += mended;
  }
  return counts;
}

async function findExecutable(required) {
  if (env.JIANGGAO_VSCODE) return { path: env.JIANGGAO_VSCODE };
  if (installedVsCode()) return { path: hostProgram };
  let reason = 'not installed (node test/vscode/install.mjs installs it)';
  if (required) {
    const outcome = await ensureVsCode();
    if ('vscode' in outcome) return { path: hostProgram };
    reason = outcome.reason;
  }
  const desktop = await downloadDesktop();
  return 'path' in desktop ? desktop : { reason: `${reason}; ${desktop.reason}` };
}

/** Asks Microsoft's server for a desktop VS Code, which needs a display. */
async function downloadDesktop() {
  if (process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY)
    return { reason: 'no display for a desktop VS Code' };
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  try {
    await fetch('https://update.code.visualstudio.com/api/releases/stable', { signal: AbortSignal.timeout(5000) });
    return { path: await downloadAndUnzipVSCode({ cachePath: join(root, '.build', 'vscode-desktop') }) };
  } catch {
    return { reason: 'the download of a desktop VS Code is not reachable' };
  }
}

async function installInDesktop(executable, vsix, userData, extensions) {
  const { resolveCliArgsFromVSCodeExecutablePath } = await import('@vscode/test-electron');
  const [program, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  const options = [`--user-data-dir=${userData}`, `--extensions-dir=${extensions}`, '--install-extension', vsix];
  const { status, stderr } = spawnSync(program, [...args, ...options], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`the package does not install: ${stderr}`);
}

async function bundleSuite(outdir, names) {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: ['index.ts', ...names].map((name) => join(here, 'suite', name)),
    outdir,
    outbase: join(here, 'suite'),
    entryNames: '[name]',
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

function readResults(file) {
  if (!existsSync(file)) {
    console.log('VS Code ended without results');
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const { passed, failed, skipped, outcomes } = JSON.parse(readFileSync(file, 'utf8'));
  const marks = { passed: '✔', failed: '✗', skipped: '-' };
  for (const { title, state, milliseconds, message } of outcomes) {
    console.log(`  ${marks[state]} ${title}${milliseconds > 500 ? ` (${milliseconds} ms)` : ''}`);
    if (message) console.log(message.replace(/^/gm, '      '));
  }
  return { passed, failed: passed + failed === 0 ? 1 : failed, skipped };
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  const { passed, failed, skipped } = await runVSCode(argv.slice(2));
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exit(failed > 0 ? 1 : 0);
}
