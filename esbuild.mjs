// Builds dist/: CommonJS, one bundle for each program. What a program imports with `import()` becomes a file of its own, loaded when it is needed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeDictionary } from './server/src/tools/dictionary.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const at = (...parts) => path.join(root, ...parts);

/** Entry points that exist so far: name in dist → source. */
const entries = {
  jianggao: 'server/src/cli/main.ts',
  cli: 'server/src/cli/launcher.ts',
  'language-server': 'server/src/lsp/main.ts',
  server: 'server/src/lsp/launcher.ts',
  'segmenter-thread': 'server/src/host/segmenter-thread.ts',
  extension: 'client/src/extension.ts',
};

/** Launcher → the program that it starts from compiled code. */
const launched = { cli: 'jianggao', server: 'language-server' };

export async function buildAll({ sourcemap = false } = {}) {
  fs.mkdirSync(at('dist'), { recursive: true });
  const chunks = new Map();
  for (const [name, source] of Object.entries(entries)) {
    if (!fs.existsSync(at(source))) continue;
    // A launcher knows by this whether compiled code is that of its program.
    const define = launched[name] === undefined ? {} : { BUILD: JSON.stringify(hashOf(launched[name])) };
    await bundle(name, at(source), { sourcemap, define, chunks });
  }
  // A chunk may import others.
  for (const [source, name] of chunks) await bundle(name, source, { sourcemap, define: {}, chunks });
  writeDictionary(at('dist/dictionary'));
  fs.chmodSync(at('dist/cli.js'), 0o755);
  sweep();
  await warmUp();
}

const hashOf = (program) =>
  createHash('sha256')
    .update(fs.readFileSync(at(`dist/${program}.js`)))
    .digest('hex')
    .slice(0, 12);

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
    // What a launcher compiles is one expression, as Node's own loader makes it of a module.
    ...(Object.values(launched).includes(name) && {
      banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
      footer: { js: '})' },
    }),
    external: ['vscode', 'nodejieba'],
    plugins: [lazy(chunks), ...(name === 'language-server' ? [deferred] : [])],
    logLevel: 'warning',
  });
  escapeRest(at('dist', `${name}.js`));
}

/** Escapes what esbuild's `charset: 'ascii'` leaves as it is: the characters inside regular expressions. */
function escapeRest(file) {
  const code = fs.readFileSync(file, 'utf8');
  const ascii = code.replace(/[^\x00-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (ascii !== code) fs.writeFileSync(file, ascii);
}

/** Makes a file in dist/ of everything that is imported with `import()`, or by our own code with `require()` where it cannot wait. */
const lazy = (chunks) => ({
  name: 'lazy',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /./ }, async ({ path: specifier, kind, pluginData, resolveDir, importer }) => {
      const late = kind === 'dynamic-import' || (kind === 'require-call' && importer.startsWith(at('server/src')));
      if (!late || pluginData === lazy || specifier.startsWith('node:')) return undefined;
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

/** Modules of Node that a server needs late or never, and its libraries ask for when they are loaded: each is loaded when something of it is first used. */
const deferred = {
  name: 'deferred',
  setup({ onResolve, onLoad }) {
    onResolve(
      { filter: /^(?:node:)?(?:child_process|crypto|timers\/promises|worker_threads|zlib)$/ },
      ({ path: specifier, namespace }) => ({
        path: specifier.replace(/^(?:node:)?/, 'node:'),
        ...(namespace === 'deferred' ? { external: true } : { namespace: 'deferred' }),
      }),
    );
    onLoad({ filter: /./, namespace: 'deferred' }, ({ path: name }) => ({
      contents: `for (const key of ${JSON.stringify(Object.keys(createRequire(import.meta.url)(name)))})
        Object.defineProperty(exports, key, { enumerable: true, get: () => require(${JSON.stringify(name)})[key] });`,
    }));
  },
};

/**
 * One check of drafts of many kinds: the compiled code of either program is what later runs start from. The samples have something for every rule; whole
 * speeches have what stands in any draft. A function that none of them calls is compiled again in every run that does.
 */
async function warmUp() {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const samples = at('snippets/samples');
  const drafts = [samples, at('test/corpus/sound')];
  spawnSync(process.execPath, [at('dist/cli.js'), 'check', '--no-config', ...drafts], { env, stdio: 'ignore' });
  const messages = [
    { id: 0, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } },
    { method: 'initialized', params: {} },
  ];
  const files = drafts.flatMap((folder) => fs.readdirSync(folder).map((name) => path.join(folder, name)));
  for (const file of files) {
    const textDocument = {
      uri: `untitled:${encodeURIComponent(path.basename(file))}`,
      languageId: 'speech',
      version: 1,
    };
    const text = fs.readFileSync(file, 'utf8');
    const end = { line: text.split('\n').length, character: 0 };
    const change = { contentChanges: [{ range: { start: end, end }, text: '实' }] };
    messages.push(
      { method: 'textDocument/didOpen', params: { textDocument: { ...textDocument, text } } },
      { id: messages.length, method: 'textDocument/diagnostic', params: { textDocument } },
      { method: 'textDocument/didChange', params: { textDocument: { ...textDocument, version: 2 }, ...change } },
      { id: messages.length + 1, method: 'textDocument/diagnostic', params: { textDocument } },
      { id: messages.length + 2, method: 'jianggao/overview', params: { textDocument } },
    );
  }
  messages.push({ id: messages.length, method: 'shutdown' }, { method: 'exit' });
  const input = messages.map((message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  });
  // The end of its input would end the server before it has read what came last.
  const server = spawn(process.execPath, [at('dist/server.js'), '--stdio'], {
    env,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  server.stdin.write(input.join(''));
  await once(server, 'exit');
}

/** Removes compiled code of earlier builds. */
function sweep() {
  const builds = Object.values(launched).map((program) => `${program}-${hashOf(program)}-`);
  for (const file of fs.readdirSync(at('dist')))
    if (file.endsWith('.cache') && !builds.some((build) => file.startsWith(build)))
      fs.rmSync(at('dist', file), { force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await buildAll({ sourcemap: process.argv.includes('--sourcemap') });
