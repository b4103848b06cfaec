/**
 * dist/cli.js: starts the program (dist/jianggao.js) from code that V8 has compiled before. Compiling it anew would take longer than several checks.
 *
 * The first check writes what V8 compiled to a file beside the program, or into the user's cache folder where that cannot be written. The file's name holds
 * the build and the version of Node; V8 checks it besides, and what it rejects is compiled as if there were none. Nothing here is ever an error.
 * (Node 22 can keep compiled code by itself; it then keeps what was compiled on loading, not what was compiled since, which is most of it.)
 */
import fs from 'node:fs';
import path from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';

/** Set by the build: changes with every change of the program. */
declare const BUILD: string;

const program = path.join(__dirname, 'jianggao.js');
const name = `jianggao-${BUILD}-${process.version}-${process.arch}.cache`;

/** Where the user's programs keep what they can make again. */
function cacheFolder(): string | undefined {
  const { env } = process;
  const home = env['HOME'] ?? env['USERPROFILE'];
  const base =
    env['XDG_CACHE_HOME'] ??
    (process.platform === 'win32'
      ? env['LOCALAPPDATA']
      : home && path.join(home, process.platform === 'darwin' ? 'Library/Caches' : '.cache'));
  return base && path.join(base, 'jianggao');
}

function read(file: string): Buffer | undefined {
  try {
    return fs.readFileSync(file);
  } catch {
    return undefined;
  }
}

/** True when the file is there afterwards. */
function write(file: string, bytes: Buffer): boolean {
  const temporary = `${file}.${process.pid}`;
  try {
    fs.writeFileSync(temporary, bytes, { mode: 0o644 });
    fs.renameSync(temporary, file);
    return true;
  } catch {
    try {
      fs.rmSync(temporary, { force: true });
    } catch {
      // Nothing was left behind, then.
    }
    return false;
  }
}

function keep(data: Buffer): void {
  if (write(path.join(__dirname, name), data)) return;
  const folder = cacheFolder();
  if (folder === undefined) return;
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    return;
  }
  write(path.join(folder, name), data);
}

function find(): Buffer | undefined {
  const beside = read(path.join(__dirname, name));
  if (beside !== undefined) return beside;
  const folder = cacheFolder();
  return folder === undefined ? undefined : read(path.join(folder, name));
}

// One draft is checked in the time that optimising its checker would take, on another core but not for free; a longer run turns that on again (see main.ts).
// Regular expressions are compiled once, not first for a few runs and then anew; so small a heap is swept by one thread sooner than by several.
// Only where these options are known to exist: V8 complains aloud of one that it does not know.
if (Number.parseInt(process.versions.node, 10) <= 24)
  v8.setFlagsFromString('--no-opt --no-regexp-tier-up --no-parallel-scavenge');

const cachedData = find();
// The program is ASCII: read so, it takes a byte for each character. The build has wrapped it in a function.
const script = new vm.Script(fs.readFileSync(program, 'latin1'), {
  filename: program,
  ...(cachedData && { cachedData }),
});
const start = script.runInThisContext() as (...globals: unknown[]) => void;
start(exports, require, module, program, __dirname);

// Options of V8 change what it accepts: code compiled under them would only replace what serves everybody else.
if (
  (cachedData === undefined || script.cachedDataRejected === true) &&
  process.execArgv.length === 0 &&
  !process.env['NODE_OPTIONS']
)
  process.on('exit', (status) => {
    // After a check all that a check needs has been compiled, whatever it found.
    if (status <= 1 && process.argv[2] === 'check') keep(script.createCachedData());
  });
