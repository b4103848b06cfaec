/**
 * dist/server.js: starts the language server (dist/language-server.js) from code that V8 has compiled before, and tells V8 to use little memory.
 * A server that found none keeps what was compiled when its first draft has been checked: in the folder that the client names (each editor brings a V8 of its
 * own), beside the program, or in the user's cache folder.
 */
import path from 'node:path';
import v8 from 'node:v8';
import { cacheFolder, compiledProgram } from '../host/compiled-code.ts';
import type { Started } from './main.ts';
import { compiledCodeFolder } from './protocol.ts';

/** Set by the build: changes with every change of the program. */
declare const BUILD: string;

/** Milliseconds from the first diagnostics until compiled code is written: the editor has other things to do at first. */
const settled = 10_000;

/** Only where these options are known to exist: V8 complains aloud of one that it does not know. */
const tell = (options: string): void => {
  if (Number.parseInt(process.versions.node, 10) <= 24) v8.setFlagsFromString(options);
};
/** The first draft is checked in the time that optimising its checker would take; until then nothing is worth collecting either. */
const starting = '--no-opt --heap-growing-percent=0 --no-optimize-for-size --semi-space-growth-factor=1';
/**
 * What a keystroke leaves behind is little, but left to itself V8 lets the heap grow to several times what is in use before it looks; less costs time.
 * Without the last option it adds at least eight megabytes, however little is in use.
 */
const running = '--opt --heap-growing-percent=40 --optimize-for-size';
/** What a keystroke makes of a long draft fills a young generation of the least size several times over, and much of it is copied each time. */
const runningLong = '--opt --heap-growing-percent=100 --no-optimize-for-size --semi-space-growth-factor=2';

// Regular expressions are compiled once, not first for a few runs and then anew; so small a heap is swept by one thread sooner than by several.
// The last option is what the one for size would set for good: code that was kept after it would not be accepted.
tell('--no-regexp-tier-up --no-parallel-scavenge --max-semi-space-size=1');
tell(starting);

// Code is accepted by a V8 with the options of the one that compiled it: those that this server was started with go into the name.
const options = [...process.execArgv, process.env['NODE_OPTIONS'] ?? ''].join('').replace(/[^\w=.-]/g, '');
const program = compiledProgram(
  path.join(__dirname, 'language-server.js'),
  `language-server-${BUILD}-${process.versions.v8}-${process.arch}${options.slice(0, 100)}.cache`,
  [process.env[compiledCodeFolder], __dirname, cacheFolder()].filter((folder) => folder !== undefined),
);
// Code is kept with the mark that V8's baseline compiler had it: a server that starts from it would make room for what that compiler needs, of everything
// that was once called often, and collect all its garbage before the first draft is checked.
if (!program.found) tell('--no-sparkplug');
const started = program.start(require) as Started;
let now = running;

void started.long.then(() => {
  now = runningLong;
  tell(now);
});
void started.checked.then(() => {
  tell(now);
  if (program.found) return;
  let kept = false;
  const keep = (): void => {
    if (kept) return;
    kept = true;
    // Code is kept for a V8 with the options of one that starts.
    tell(`${starting} --sparkplug`);
    program.keep();
    tell(now);
  };
  setTimeout(keep, settled).unref();
  process.on('exit', keep);
});
