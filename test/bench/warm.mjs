// CPU of checking one draft again and again in a process that is warm: prints JSON, milliseconds each. Every round checks another text, so that nothing is kept from one to the next.
import buffer from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from '../../server/src/tools/ready.mjs';

const out = path.join(root, '.build', `warm-${process.pid}.mjs`);
try {
  await build({
    stdin: {
      contents: `export { Document } from './document/document.ts'; export { check } from './engine/check.ts'; export { rules } from './rules/index.ts';`,
      resolveDir: path.join(root, 'server/src'),
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outfile: out,
    logLevel: 'warning',
  });
  const { Document, check, rules } = await import(pathToFileURL(out).href);
  const bytes = fs.readFileSync(process.argv[2]);
  const text = bytes.toString();
  const settings = { stage: 'final', rules: {} };
  const only = process.env.RULE === undefined ? rules : rules.filter(({ meta }) => meta.id === process.env.RULE);
  const cost = (times, work) => {
    const before = process.cpuUsage();
    for (let i = 0; i < times; i++) work(i);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / times;
  };
  const one = (i) => check(new Document(`${text}\n${i}`, { format: 'plain' }), only, settings);
  const times = Math.max(20, Math.round(3_000_000 / text.length));
  cost(times, one);
  const checks = [0, 1, 2, 3, 4].map(() => cost(times, one)).sort((a, b) => a - b)[1];
  const decode = () => buffer.transcode(bytes, 'utf8', 'ucs2').toString('utf16le');
  cost(times, decode);
  console.log(JSON.stringify({ checks, decoding: cost(times * 5, decode) }));
} finally {
  fs.rmSync(out, { force: true });
}
