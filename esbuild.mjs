// Builds dist/: one bundle for each program, CommonJS, nothing shared at run time but what is loaded lazily.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(fileURLToPath(import.meta.url));
const at = (...parts) => path.join(root, ...parts);

/** Entry points that exist so far: name in dist → source. */
const entries = {
  cli: 'server/src/cli/main.ts',
  server: 'server/src/lsp/main.ts',
  extension: 'client/src/extension.ts',
};

export async function buildAll({ sourcemap = false } = {}) {
  fs.mkdirSync(at('dist'), { recursive: true });
  for (const [name, source] of Object.entries(entries)) {
    if (!fs.existsSync(at(source))) continue;
    await build({
      absWorkingDir: root,
      entryPoints: [source],
      outfile: `dist/${name}.js`,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      // jsonc-parser's main is a UMD file that no bundler can follow.
      mainFields: ['module', 'main'],
      target: 'node20',
      minify: true,
      charset: 'utf8',
      legalComments: 'none',
      sourcemap,
      external: ['vscode', 'nodejieba'],
      logLevel: 'warning',
    });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAll({ sourcemap: process.argv.includes('--sourcemap') });
