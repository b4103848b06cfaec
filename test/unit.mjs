// Bundles the tests with esbuild and runs them with mocha. Arguments are fragments of test paths; none means all but vscode/ and bench/.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

function* testFiles(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!['vscode', 'bench', 'support', 'fixtures', 'node_modules'].includes(entry.name)) yield* testFiles(file);
    } else if (entry.name.endsWith('.test.ts')) yield file;
  }
}

/** Runs the suite; resolves to mocha's counts. */
export async function runUnit(fragments = [], reporter = 'dot') {
  const { build } = await import('esbuild');
  const { default: Mocha } = await import('mocha');
  const all = [...testFiles(path.join(root, 'test'))].sort();
  const files = fragments.length === 0 ? all : all.filter((f) => fragments.some((x) => f.includes(x)));
  if (files.length === 0) throw new Error(`no test matches ${fragments.join(' ')}`);
  // One folder for each run, so that two runs at a time do not meet; inside the checkout, so that packages resolve.
  const out = path.join(root, '.build', `test-${process.pid}`);
  try {
    await build({
      absWorkingDir: root,
      entryPoints: files,
      outdir: out,
      outbase: path.join(root, 'test'),
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      sourcemap: 'inline',
      define: { 'globalThis.REPOSITORY': JSON.stringify(root) },
      logLevel: 'warning',
    });
    const mocha = new Mocha({ reporter, timeout: 60_000, color: process.stdout.isTTY });
    for (const file of files)
      mocha.addFile(path.join(out, path.relative(path.join(root, 'test'), file)).replace(/\.ts$/, '.mjs'));
    await mocha.loadFilesAsync();
    return await new Promise((resolve) => {
      const runner = mocha.run(() =>
        resolve({ passed: runner.stats.passes, failed: runner.stats.failures, skipped: runner.stats.pending }),
      );
    });
  } finally {
    fs.rmSync(out, { recursive: true, force: true });
  }
}

if (process.argv[1] && pathToFileURL(process.argv[1]).href === import.meta.url) {
  process.setSourceMapsEnabled?.(true);
  const { failed } = await runUnit(process.argv.slice(2), process.env.REPORTER ?? 'spec');
  process.exitCode = failed > 0 ? 1 : 0;
}
