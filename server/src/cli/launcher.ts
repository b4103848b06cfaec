/**
 * dist/cli.js: starts the program (dist/jianggao.js) from code that V8 has compiled before. Compiling it anew would take longer than several checks.
 * The first check keeps what V8 compiled beside the program, or in the user's cache folder where that cannot be written.
 */
import path from 'node:path';
import v8 from 'node:v8';
import { cacheFolder, compiledProgram } from '../host/compiled-code.ts';

/** Set by the build: changes with every change of the program. */
declare const BUILD: string;

// One draft is checked in the time that optimising its checker would take, on another core but not for free, and most of its functions run too few times to
// be worth machine code of any kind; a longer run turns that on again (see main.ts).
// Regular expressions are compiled once, not first for a few runs and then anew, and as they stand; so small a heap is swept by one thread sooner than by several,
// and of one draft next to nothing survives a sweep, so that more room between sweeps would only be more memory.
// Only where these options are known to exist: V8 complains aloud of one that it does not know.
if (Number.parseInt(process.versions.node, 10) <= 24)
  v8.setFlagsFromString(
    '--no-opt --no-sparkplug --no-regexp-tier-up --no-regexp-optimization --no-parallel-scavenge --semi-space-growth-factor=1',
  );

const program = compiledProgram(
  path.join(__dirname, 'jianggao.js'),
  `jianggao-${BUILD}-${process.version}-${process.arch}.cache`,
  [__dirname, cacheFolder()].filter((folder) => folder !== undefined),
);
program.start(require);

// Options of V8 change what it accepts: code compiled under them would only replace what serves everybody else.
if (!program.found && process.execArgv.length === 0 && !process.env['NODE_OPTIONS'])
  process.on('exit', (status) => {
    // After a check all that a check needs has been compiled, whatever it found.
    if (status <= 1 && process.argv[2] === 'check') program.keep();
  });
