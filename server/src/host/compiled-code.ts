/**
 * Code that V8 compiled in an earlier run, kept in a file: compiling a program anew takes longer than most of what it is started for.
 *
 * The file's name holds the build and the version; V8 checks it besides, and what it rejects is compiled as if there were none. But V8 believes the bytes of its
 * code, so a file takes its name only when all of it is on the disk, and is as long as it says. Nothing here is ever an error. (Node 22 can keep compiled code
 * by itself; it then keeps what was compiled on loading, not what was compiled since, which is most of it.)
 */
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

/** What a program that esbuild made a CommonJS module of is called with; the build wraps it in such a function. */
type Wrapped = (
  exports: unknown,
  require: NodeJS.Require,
  module: { exports: unknown },
  filename: string,
  dirname: string,
) => void;

/** Where the user's programs keep what they can make again. */
export function cacheFolder(): string | undefined {
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

/** What stands before the code: that it is code, and how long. */
function headOf(length: number): Buffer {
  const head = Buffer.from('jianggao code \0\0\0\0', 'latin1');
  head.writeUInt32LE(length, head.length - 4);
  return head;
}

/** True when the file is there afterwards. */
function write(file: string, code: Buffer): boolean {
  const temporary = `${file}.${process.pid}`;
  try {
    const to = fs.openSync(temporary, 'w', 0o644);
    try {
      fs.writeFileSync(to, Buffer.concat([headOf(code.length), code]));
      fs.fsyncSync(to);
    } finally {
      fs.closeSync(to);
    }
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

function find(folders: readonly string[], name: string): Buffer | undefined {
  for (const folder of folders) {
    const bytes = read(path.join(folder, name));
    if (bytes === undefined) continue;
    const { length } = headOf(0);
    if (bytes.length > length && headOf(bytes.length - length).equals(bytes.subarray(0, length)))
      return bytes.subarray(length);
  }
  return undefined;
}

export interface CompiledProgram {
  /** Runs the program; what it exports. */
  start(require: NodeJS.Require): unknown;
  /** False when everything had to be compiled anew. */
  readonly found: boolean;
  /** Writes what V8 has compiled by now into the first of the folders that takes it. */
  keep(): void;
}

/** `file`: the program, ASCII, wrapped in a function. `name`: of its compiled code, another one for every build. `folders`: where that may lie, the best first. */
export function compiledProgram(file: string, name: string, folders: readonly string[]): CompiledProgram {
  const cachedData = find(folders, name);
  // The program is ASCII: read so, it takes a byte for each character.
  const script = new vm.Script(fs.readFileSync(file, 'latin1'), {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  return {
    start(require) {
      const module = { exports: {} };
      (script.runInThisContext() as Wrapped)(module.exports, require, module, file, path.dirname(file));
      return module.exports;
    },
    found: cachedData !== undefined && script.cachedDataRejected !== true,
    keep() {
      const code = script.createCachedData();
      for (const folder of folders) {
        try {
          fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
        } catch {
          continue;
        }
        if (!write(path.join(folder, name), code)) continue;
        sweep(folder, name);
        return;
      }
    },
  };
}

/** Milliseconds after which code of another build or another V8 has most likely been left behind. */
const forgotten = 30 * 24 * 3_600_000;

/** Removes what earlier builds kept. What is still in use somewhere is made again there. */
function sweep(folder: string, name: string): void {
  const mine = name.slice(0, name.search(/-[\da-f]{12}-/) + 1);
  try {
    for (const other of fs.readdirSync(folder)) {
      if (!other.startsWith(mine) || !other.endsWith('.cache')) continue;
      const file = path.join(folder, other);
      if (fs.statSync(file).mtimeMs < Date.now() - forgotten) fs.rmSync(file, { force: true });
    }
  } catch {
    // Somebody else sweeps here at the same time, or nobody may.
  }
}
