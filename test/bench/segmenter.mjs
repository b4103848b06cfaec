// `node test/bench/segmenter.mjs`: what words cost: the command on a draft that asks for them beside one that does not; and in the language server, how long
// each answer takes while the segmenter is loaded in its thread, when its findings follow, and what memory it holds. Numbers are printed and never asserted.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { ensureBuilt, root } from '../../server/src/tools/ready.mjs';

const filler = '各乡镇、各部门要提高认识，压实责任，把各项任务抓紧抓实，确保全年目标如期完成。\n\n'.repeat(120);
const head = '# 在推进会上的讲话\n\n同志们：\n\n首先由刘威县长作了部署，\n\n';
const asks = `${head}请各乡镇按照刘威副县长的要求抓好落实。\n\n${filler}`;
const asksNot = `${head}请各乡镇按照刘威县长的要求抓好落实。\n\n${filler}`;
const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const whole = (n) => n.toFixed(0);

function command(file) {
  const probe = `process.on('exit',()=>{const{userCPUTime:u,systemCPUTime:s,maxRSS:m}=process.resourceUsage();require('fs').writeSync(2,JSON.stringify([(u+s)/1000,m/1024])+'\\n')})`;
  const at = path.join(path.dirname(file), 'probe.cjs');
  fs.writeFileSync(at, probe);
  const runs = Array.from({ length: 7 }, () => {
    const { stderr } = spawnSync(process.execPath, ['--require', at, path.join(root, 'dist/cli.js'), 'check', file], {
      encoding: 'utf8',
    });
    return JSON.parse(stderr.trim().split('\n').at(-1));
  });
  return { cpu: median(runs.map(([cpu]) => cpu)), memory: median(runs.map(([, memory]) => memory)) };
}

const memoryOf = (pid) => {
  if (!fs.existsSync('/proc')) return undefined;
  return Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
};

/** Types a character every few milliseconds from the moment the draft is opened, until the findings of words have followed. */
async function server(text, follows) {
  const child = spawn(process.execPath, [path.join(root, 'dist/server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  let refreshed;
  connection.onRequest('workspace/diagnostic/refresh', () => void (refreshed ??= performance.now()));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const capabilities = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
  await connection.sendNotification('initialized', {});
  const uri = 'untitled:draft';
  const before = memoryOf(child.pid);
  const start = performance.now();
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
  const answers = [];
  for (let version = 2; version < 400 && (version < 60 || (follows && refreshed === undefined)); version++) {
    const asked = performance.now();
    await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    answers.push(performance.now() - asked);
    const end = { line: 2, character: 0 };
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: end, end }, text: '各' }],
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const after = memoryOf(child.pid);
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  connection.dispose();
  return { first: answers[0], rest: answers.slice(1), followed: refreshed && refreshed - start, grown: after - before };
}

export async function benchSegmenter() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jianggao-bench-'));
  try {
    const [one, other] = [asks, asksNot].map((text, i) => {
      const file = path.join(folder, `${i}.md`);
      fs.writeFileSync(file, text);
      return file;
    });
    const without = command(other);
    const loaded = command(one);
    console.log(
      `words, command: ${whole(loaded.cpu)} ms CPU and ${whole(loaded.memory)} MiB where they are asked for, ${whole(without.cpu)} ms and ${whole(without.memory)} MiB where they are not`,
    );
    const quiet = await server(asksNot, false);
    const busy = await server(asks, true);
    console.log(
      `words, server: findings follow after ${whole(busy.followed ?? 0)} ms; answers meanwhile ${median(busy.rest).toFixed(1)} ms, at most ${Math.max(...busy.rest).toFixed(1)} ms (without: ${median(quiet.rest).toFixed(1)} and ${Math.max(...quiet.rest).toFixed(1)} ms)`,
    );
    console.log(`words, memory of the server: +${whole(busy.grown)} MiB with them, +${whole(quiet.grown)} MiB without`);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureBuilt();
  await benchSegmenter();
}
