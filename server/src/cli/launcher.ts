/**
 * dist/cli.js: starts the program (dist/jianggao.js) from code that V8 has compiled before. Compiling it anew would take as long as several checks.
 *
 * Node 22.8 and later keep compiled code themselves. For older ones the first run writes what V8 compiled to a file beside the program, or into the
 * user's cache folder where that cannot be written. The file's name holds the build and the version of Node; V8 checks it besides, and what it rejects is
 * compiled as if there were none. Nothing here is ever an error.
 */
import fs from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

/** Set by the build: changes with every change of the program. */
declare const BUILD: string;

const program = path.join(__dirname, 'jianggao.js');

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

function launch(): void {
  const name = `jianggao-${BUILD}-${process.version}-${process.arch}.cache`;
  const beside = path.join(__dirname, name);
  const folder = cacheFolder();
  const own = folder && path.join(folder, name);
  const cachedData = read(beside) ?? (own && read(own));
  // The program is ASCII: read so, it takes a byte for each character.
  const source = fs.readFileSync(program, 'latin1');
  const script = new vm.Script(module.wrap(source), { filename: program, ...(cachedData && { cachedData }) });
  script.runInThisContext()(exports, require, { exports }, program, __dirname);
  // Options of V8 change what it accepts: code compiled under them would only replace what serves everybody else.
  if ((cachedData && script.cachedDataRejected !== true) || process.execArgv.length > 0 || process.env['NODE_OPTIONS'])
    return;
  process.on('exit', (status) => {
    // After a check all that a check needs has been compiled, whatever it found.
    if (status > 1 || process.argv[2] !== 'check') return;
    const data = script.createCachedData();
    if (write(beside, data) || own === undefined) return;
    try {
      fs.mkdirSync(folder!, { recursive: true, mode: 0o700 });
    } catch {
      return;
    }
    write(own, data);
  });
}

type CompileCache = { enableCompileCache?: (folder?: string) => unknown };
const { enableCompileCache } = module as CompileCache;
if (enableCompileCache === undefined) launch();
else {
  enableCompileCache();
  require(program);
}
