// `npm test`: everything, in a clone with nothing but Node. Ends with the plain sum `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ensureBuilt, root } from '../server/src/tools/ready.mjs';

const sum = { passed: 0, failed: 0, skipped: 0 };
const add = (counts) => {
  for (const key of Object.keys(sum)) sum[key] += counts[key] ?? 0;
};

/** A tool that passes or fails as a whole counts as one test. */
function step(name, script, ...args) {
  console.log(`\n— ${name}`);
  const { status } = spawnSync(process.execPath, [path.join(root, script), ...args], { cwd: root, stdio: 'inherit' });
  add(status === 0 ? { passed: 1 } : { failed: 1 });
  if (status !== 0) console.log(`✗ ${name}`);
}

await ensureBuilt();
process.setSourceMapsEnabled?.(true);
step('types', 'node_modules/typescript/bin/tsc', '--noEmit');
step('lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--diagnostic-level=error');
const { runUnit } = await import('./unit.mjs');
add(await runUnit([], process.env.REPORTER ?? 'dot'));
if (fs.existsSync(path.join(root, 'test/vscode/run.mjs'))) {
  console.log('\n— VS Code');
  const { runVSCode } = await import('./vscode/run.mjs');
  add(await runVSCode());
}
console.log(`\n${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`);
process.exitCode = sum.failed > 0 ? 1 : 0;
