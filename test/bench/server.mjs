// `node test/bench/server.mjs`: what the language server costs while a draft is written: from one typed character to its diagnostics over stdio,
// from its start to the first diagnostics, and its memory after many edits; beside a server on the same library that does nothing.
// Numbers are printed and never asserted. EDITS sets the length of the soak.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ensureBuilt, root } from '../../server/src/tools/ready.mjs';

const edits = Number(process.env.EDITS ?? 10_000);
const uri = 'untitled:draft';

/** Speaks raw LSP, so that the client's library is not measured too. */
class Raw {
  #buffer = Buffer.alloc(0);
  #waiting = [];
  #id = 0;

  constructor(program) {
    // As the extension starts it.
    const env = { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '131072', ...process.env };
    this.child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'], env });
    this.child.stdout.on('data', (chunk) => this.#read(chunk));
  }

  #read(chunk) {
    this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const head = this.#buffer.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/.exec(this.#buffer.toString('latin1', 0, head))[1]);
      if (this.#buffer.length < head + 4 + length) return;
      const body = this.#buffer.subarray(head + 4, head + 4 + length);
      this.#buffer = this.#buffer.subarray(head + 4 + length);
      // Only what is waited for is parsed by the one who waits.
      const text = body.toString('utf8');
      const index = this.#waiting.findIndex(({ test }) => test(text));
      if (index >= 0) this.#waiting.splice(index, 1)[0].done(text);
    }
  }

  send(message) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.child.stdin.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }

  wait(test) {
    return new Promise((done) => this.#waiting.push({ test, done }));
  }

  async request(method, params) {
    const id = ++this.#id;
    const answer = this.wait((text) => text.includes(`"id":${id},`) || text.endsWith(`"id":${id}}`));
    this.send({ id, method, params });
    return JSON.parse(await answer).result;
  }

  notify(method, params) {
    this.send({ method, params });
  }

  async open(text, capabilities = {}) {
    await this.request('initialize', { processId: process.pid, rootUri: null, capabilities });
    this.notify('initialized', {});
    const first = this.wait((each) => each.includes('publishDiagnostics'));
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'speech', version: 1, text } });
    return first;
  }

  /** MiB in use now (`VmRSS`) or at most so far (`VmHWM`). */
  memory(what = 'VmRSS') {
    const status = fs.readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    return (Number(new RegExp(`${what}:\\s+(\\d+)`).exec(status)[1]) / 1024).toFixed(0);
  }

  async stop() {
    await this.request('shutdown');
    this.notify('exit');
    await new Promise((resolve) => this.child.on('exit', resolve));
  }
}

const quantile = (list, q) => list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * q))];
const show = (list) => `median ${quantile(list, 0.5).toFixed(2)} ms, p95 ${quantile(list, 0.95).toFixed(2)} ms`;

/** A draft of about so many characters, made of the sound drafts, with something wrong in every tenth paragraph. */
function draft(characters) {
  const folder = path.join(root, 'test/corpus/sound');
  const paragraphs = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => fs.readFileSync(path.join(folder, name), 'utf8').split('\n'));
  let text = '';
  for (let i = 0; text.length < characters; i++) {
    const paragraph = paragraphs[i % paragraphs.length];
    text += i % 10 === 9 ? `${paragraph}请XX镇在X月前办结。\n` : `${paragraph}\n`;
  }
  return text;
}

/** Types characters in the middle, now and then a new line; the milliseconds from each to its diagnostics. */
async function type(server, text, count) {
  const lines = text.split('\n');
  let line = Math.floor(lines.length / 2);
  while (lines[line].length < 20) line++;
  const times = [];
  for (let i = 0; i < count; i++) {
    const version = i + 2;
    const at = { line, character: 5 + (i % 10) };
    // Every other keystroke takes the last one back, so that the draft stays as it is.
    const range =
      i % 2 === 0
        ? { start: at, end: at }
        : { start: { line, character: 5 + ((i - 1) % 10) }, end: { line, character: 6 + ((i - 1) % 10) } };
    const told = server.wait((each) => each.includes('publishDiagnostics') && each.includes(`"version":${version}`));
    const start = performance.now();
    server.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text: i % 2 === 0 ? '实' : '' }],
    });
    await told;
    times.push(performance.now() - start);
  }
  return times;
}

async function startTime(program, text) {
  const start = performance.now();
  const server = new Raw(program);
  await server.open(text);
  const time = performance.now() - start;
  await server.stop();
  return time;
}

/** A server that publishes an empty list for every change. */
async function emptyServer(folder) {
  const source = path.join(folder, 'empty.ts');
  fs.writeFileSync(
    source,
    `import { createConnection, ProposedFeatures, TextDocumentSyncKind } from 'vscode-languageserver/node';
     const c = createConnection(ProposedFeatures.all);
     c.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
     const tell = ({ textDocument: { uri, version } }) => { void c.sendDiagnostics({ uri, version, diagnostics: [] }); };
     c.onDidOpenTextDocument(tell); c.onDidChangeTextDocument(tell); c.listen();`,
  );
  const outfile = path.join(folder, 'empty.js');
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    nodePaths: [path.join(root, 'node_modules')],
    mainFields: ['module', 'main'],
  });
  return outfile;
}

export async function benchServer() {
  await ensureBuilt();
  const program = path.join(root, 'dist/server.js');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jianggao-bench-'));
  try {
    const empty = await emptyServer(folder);
    console.log('language server, one typed character to its diagnostics over stdio:');
    for (const [characters, count] of [
      [10_000, 1000],
      [70_000, 600],
    ]) {
      const text = draft(characters);
      for (const [name, file] of [
        ['a server that does nothing', empty],
        ['this server', program],
      ]) {
        const server = new Raw(file);
        const { length } = JSON.parse(await server.open(text)).params.diagnostics;
        await type(server, text, 200);
        console.log(
          `  ${characters} characters, ${name}: ${show(await type(server, text, count))} (${length} findings)`,
        );
        await server.stop();
      }
    }
    const text = draft(10_000);
    const ours = [];
    const theirs = [];
    for (let i = 0; i < 9; i++) {
      theirs.push(await startTime(empty, text));
      ours.push(await startTime(program, text));
    }
    const ratio = quantile(ours, 0.5) / quantile(theirs, 0.5);
    console.log(
      `start to first diagnostics: ${quantile(ours, 0.5).toFixed(0)} ms, ${ratio.toFixed(2)} × the server that does nothing`,
    );
    const server = new Raw(program);
    await server.open(text);
    const opened = server.memory();
    await type(server, text, 500);
    const early = server.memory();
    await type(server, text, edits);
    console.log(
      `memory: ${opened} MiB with the draft open, ${early} MiB after 500 edits, ${server.memory()} MiB after ${edits} more, ${server.memory('VmHWM')} MiB at most`,
    );
    await server.stop();
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchServer();
