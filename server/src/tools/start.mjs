// `npm start [-- FILE…]`: checks the given drafts, or the sample that ships. Findings are a result, not a failure: only exit status 2 is passed on.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt, root } from './ready.mjs';

await ensureBuilt();
const given = process.argv.slice(2);
const files = given.length > 0 ? given : [path.join('snippets', 'samples', '招商引资推进会讲话.md')];
const cwd = given.length > 0 ? (process.env.INIT_CWD ?? process.cwd()) : root;
const { status } = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'check', ...files], {
  cwd,
  stdio: 'inherit',
});
process.exitCode = status === 1 ? 0 : (status ?? 2);
