// Runs a tool written in TypeScript: bundles it with esbuild and calls its `main(root, arguments)`, which returns the exit status.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { install, root } from './ready.mjs';

export async function runTool(name) {
  install();
  const { build } = await import('esbuild');
  const outfile = path.join(root, '.build', `${name}-${process.pid}.mjs`);
  try {
    await build({
      absWorkingDir: root,
      entryPoints: [`server/src/tools/${name}.ts`],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      logLevel: 'warning',
    });
    const { main } = await import(pathToFileURL(outfile).href);
    process.exitCode = await main(root, process.argv.slice(2));
  } finally {
    fs.rmSync(outfile, { force: true });
  }
}
