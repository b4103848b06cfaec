// Builds dist/: CommonJS, one bundle for each program. What a program imports with `import()` becomes a file of its own, loaded when it is needed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeDictionary } from './server/src/tools/dictionary.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const at = (...parts) => path.join(root, ...parts);

/** Entry points that exist so far: name in dist → source. `jianggao` is the command, `cli` starts it from compiled code. */
const entries = {
  jianggao: 'server/src/cli/main.ts',
  cli: 'server/src/cli/launcher.ts',
  server: 'server/src/lsp/main.ts',
  'segmenter-thread': 'server/src/host/segmenter-thread.ts',
  extension: 'client/src/extension.ts',
};

export async function buildAll({ sourcemap = false } = {}) {
  fs.mkdirSync(at('dist'), { recursive: true });
  const define = {};
  const chunks = new Map();
  for (const [name, source] of Object.entries(entries)) {
    if (!fs.existsSync(at(source))) continue;
    await bundle(name, at(source), { sourcemap, define, chunks });
    // The launcher knows by this whether compiled code is that of this program.
    if (name === 'jianggao')
      define.BUILD = JSON.stringify(
        createHash('sha256')
          .update(fs.readFileSync(at('dist/jianggao.js')))
          .digest('hex')
          .slice(0, 12),
      );
  }
  // A chunk may import others.
  for (const [source, name] of chunks) await bundle(name, source, { sourcemap, define, chunks });
  writeDictionary(at('dist/dictionary'));
  fs.chmodSync(at('dist/cli.js'), 0o755);
  sweep(define.BUILD);
  warmUp();
}

async function bundle(name, source, { sourcemap, define, chunks }) {
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
    // `import()` of a chunk becomes a require: it works in compiled code, and costs less.
    supported: { 'dynamic-import': false },
    minify: true,
    // ASCII is read and held in half the space, and the launcher counts on it.
    charset: 'ascii',
    legalComments: 'none',
    sourcemap,
    define,
    ...(name === 'cli' && { banner: { js: '#!/usr/bin/env node' } }),
    // What the launcher compiles is one expression, as Node's own loader makes it of a module.
    ...(name === 'jianggao' && {
      banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
      footer: { js: '})' },
    }),
    external: ['vscode', 'nodejieba'],
    plugins: [lazy(chunks)],
    logLevel: 'warning',
  });
  escapeRest(at('dist', `${name}.js`));
}

/** Escapes what esbuild's `charset: 'ascii'` leaves as it is: the characters inside regular expressions. */
function escapeRest(file) {
  const code = fs.readFileSync(file, 'utf8');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
  const ascii = code.replace(/[^\x00-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (ascii !== code) fs.writeFileSync(file, ascii);
}

/** Makes a file in dist/ of everything that is imported with `import()`. */
const lazy = (chunks) => ({
  name: 'lazy',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /./ }, async ({ path: specifier, kind, pluginData, resolveDir, importer }) => {
      if (kind !== 'dynamic-import' || pluginData === lazy || specifier.startsWith('node:')) return undefined;
      const found = await resolve(specifier, { kind: 'import-statement', resolveDir, importer, pluginData: lazy });
      if (found.errors.length > 0 || found.external) return found;
      let name = chunks.get(found.path);
      if (name === undefined) {
        name = `chunk-${specifier.startsWith('.') ? path.basename(specifier, '.ts') : specifier.replace(/\W+/g, '-')}`;
        if ([...chunks.values()].includes(name)) throw new Error(`two chunks named ${name}`);
        chunks.set(found.path, name);
      }
      return { path: `./${name}.js`, external: true };
    });
  },
});

/** One check of the samples, which have something for every rule: its compiled code is what later checks start from. */
function warmUp() {
  const { NODE_OPTIONS: _, ...env } = process.env;
  spawnSync(process.execPath, [at('dist/cli.js'), 'check', '--no-config', at('snippets/samples')], {
    env,
    stdio: 'ignore',
  });
}

/** Removes compiled code of earlier builds. */
function sweep(current) {
  for (const file of fs.readdirSync(at('dist')))
    if (file.endsWith('.cache') && !(current && file.includes(JSON.parse(current))))
      fs.rmSync(at('dist', file), { force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await buildAll({ sourcemap: process.argv.includes('--sourcemap') });
