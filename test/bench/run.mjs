// `npm run bench`: what a check costs, as ratios against a baseline measured in the same run, since machines differ and are shared.
// Numbers are printed and never asserted. Drafts are made of the sound drafts in test/corpus, cut to size.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuilt, root } from '../../server/src/tools/ready.mjs';
import { benchVSCode } from '../vscode/run.mjs';
import { benchSegmenter } from './segmenter.mjs';
import { benchServer } from './server.mjs';

await ensureBuilt();
const cli = path.join(root, 'dist/cli.js');
const rounds = Number(process.env.ROUNDS ?? 9);

const sound = path.join(root, 'test/corpus/sound');
const corpus = fs
  .readdirSync(sound)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((name) => fs.readFileSync(path.join(sound, name), 'utf8'));

/** A draft of about `bytes` in UTF-8, whole paragraphs; another one for each `seed`. */
function draft(bytes, seed = 0) {
  const paragraphs = corpus[seed % corpus.length].split('\n');
  let text = '';
  for (let i = 0; Buffer.byteLength(text) < bytes; i++) text += `${paragraphs[i % paragraphs.length]}\n`;
  let cut = Math.floor(bytes / 3);
  while (cut < text.length && Buffer.byteLength(text.slice(0, cut + 1)) <= bytes) cut++;
  return text.slice(0, cut);
}

/** Three characters that no other draft has. */
const mark = (i) =>
  [i % 22, Math.floor(i / 22) % 22, Math.floor(i / 484)]
    .map((k) => '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'[k])
    .join('');
const figuresIn = (text) => (text.match(/\d+/g)?.length ?? 0) / text.length;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jianggao-bench-'));
const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const milliseconds = (n) => `${n.toFixed(n < 10 ? 2 : 0)} ms`;

/** CPU (user and system) of a command in milliseconds, mean of `times` runs; through the shell, which counts that of its children. */
function cpu(command, times) {
  const quoted = command.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  const script = `i=0; while [ $i -lt ${times} ]; do ${quoted} >/dev/null 2>&1; i=$((i+1)); done; times`;
  const last = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).trim().split('\n').at(-1);
  return (
    [...last.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + Number(m) * 60000 + Number(s) * 1000, 0) /
    times
  );
}

/** Peak resident memory of a command in MiB, and what it printed. */
function peak(command) {
  const probe = `process.on('exit',()=>require('fs').writeSync(2,String(process.resourceUsage().maxRSS)+'\\n'))`;
  const file = path.join(folder, 'probe.cjs');
  fs.writeFileSync(file, probe);
  const { stderr } = spawnSync(process.execPath, ['--require', file, ...command], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return Number(stderr.trim().split('\n').at(-1)) / 1024;
}

try {
  console.log(`Node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? '?'}\n`);

  const one = path.join(folder, 'one.txt');
  fs.writeFileSync(one, draft(10_000));
  const nothing = [process.execPath, '-e', '0'];
  const check = [process.execPath, cli, 'check', one];
  cpu(check, 1);
  const ratios = [];
  const base = [];
  for (let i = 0; i < rounds; i++) {
    const before = cpu(nothing, 4);
    const cost = cpu(check, 4);
    const after = cpu(nothing, 4);
    base.push((before + after) / 2);
    ratios.push(cost / ((before + after) / 2));
  }
  console.log(
    `one draft of 10 KB, whole process: ${median(ratios).toFixed(2)} × node -e 0 (best ${Math.min(...ratios).toFixed(2)}, node -e 0 ${milliseconds(median(base))} CPU)`,
  );
  const bare = peak(['-e', '0']);
  console.log(
    `peak memory of that check: ${peak([cli, 'check', one]).toFixed(0)} MiB (node -e 0: ${bare.toFixed(0)} MiB)`,
  );

  // As a folder holds them: versions of a few speeches; and the other end, where no paragraph stands twice.
  for (const [what, own] of [
    [`versions of ${corpus.length} speeches`, () => ''],
    ['no paragraph twice', (i) => `（${mark(i)}）`],
  ]) {
    const many = path.join(folder, what.replaceAll(' ', '-'));
    fs.mkdirSync(many);
    for (let i = 0; i < 1000; i++) {
      const text = draft(9_900, i).replace(/[。；]?$/gmu, (end) => own(i) + end);
      fs.writeFileSync(path.join(many, `${String(i).padStart(4, '0')}.txt`), `${text}\n第${i}份\n`);
    }
    const read = path.join(folder, 'read.cjs');
    fs.writeFileSync(read, readingBaseline(many));
    const reading = [];
    const checking = [];
    for (let i = 0; i < Math.ceil(rounds / 3); i++) {
      reading.push(Number(execFileSync(process.execPath, [read], { encoding: 'utf8' })));
      checking.push(cpu([process.execPath, cli, 'check', many], 1));
    }
    console.log(
      `1,000 drafts of 10 KB, ${what}: ${milliseconds(median(checking))} CPU in all, ${(median(checking) / median(reading)).toFixed(1)} × reading and decoding them (${milliseconds(median(reading))}), peak ${peak([cli, 'check', many]).toFixed(0)} MiB`,
    );
  }

  const richest = corpus.indexOf(corpus.toSorted((a, b) => figuresIn(b) - figuresIn(a))[0]);
  for (const [characters, seed, what] of [
    [10_000, 0, ''],
    [10_000, richest, ' rich in figures'],
    [70_000, 0, ''],
  ]) {
    const file = path.join(folder, `${characters}-${seed}.txt`);
    fs.writeFileSync(file, draft(characters * 3, seed).slice(0, characters));
    const { checks, decoding } = JSON.parse(
      execFileSync(process.execPath, [path.join(root, 'test/bench/warm.mjs'), file], { encoding: 'utf8' }),
    );
    console.log(
      `${characters.toLocaleString('en')} characters${what}, warm: ${milliseconds(checks)} CPU, ${(checks / decoding).toFixed(0)} × decoding them (${milliseconds(decoding)})`,
    );
  }
  console.log('');
  await benchServer();
  await benchSegmenter();
  console.log(`\n${await benchVSCode()}`);
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}

/** Prints the milliseconds of CPU that reading and decoding the folder takes: once, in a process that has done nothing before. */
function readingBaseline(target) {
  return `const fs=require('fs'),{transcode}=require('buffer');const before=process.cpuUsage();
for(const name of fs.readdirSync(${JSON.stringify(target)}))transcode(fs.readFileSync(${JSON.stringify(`${target}/`)}+name),'utf8','ucs2').toString('utf16le');
const{user,system}=process.cpuUsage(before);console.log((user+system)/1000);`;
}
