/** The program: this process's arguments, streams and exit status around `run`. */
import fs from 'node:fs';
import v8 from 'node:v8';
import { Failure, reasonOf, systemCode } from '../host/failure.ts';
import { type Io, type Output, PipeClosed } from './io.ts';
import { run } from './run.ts';

/**
 * Writes everything before it returns, so that nothing is lost at the end. Node's own streams take longer to load than a check takes:
 * they are touched only at a terminal.
 */
function output(descriptor: 1 | 2): Output {
  const stream = (): NodeJS.WriteStream => (descriptor === 1 ? process.stdout : process.stderr);
  let terminal: boolean | undefined;
  return {
    get isTTY() {
      return (terminal ??= mayBeTerminal(descriptor) && stream().isTTY === true);
    },
    get columns() {
      return this.isTTY ? stream().columns : 80;
    },
    write(text) {
      if (text === '') return;
      const bytes = Buffer.from(text);
      for (let done = 0; done < bytes.length; ) {
        try {
          done += fs.writeSync(descriptor, bytes, done);
        } catch (error) {
          const code = systemCode(error);
          if (code === 'EPIPE') throw new PipeClosed();
          if (code !== 'EAGAIN')
            throw new Failure('unwritable', `结果写不出去：${reasonOf(error)}。`, { cause: error });
          pause();
        }
      }
    },
  };
}

/** No file, no pipe, and not /dev/null. */
function mayBeTerminal(descriptor: number): boolean {
  try {
    const about = fs.fstatSync(descriptor);
    return about.isCharacterDevice() && (process.platform === 'win32' || about.rdev !== fs.statSync('/dev/null').rdev);
  } catch {
    return false;
  }
}

/** The other end of a pipe is slower than we are: wait a little. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
}

function readStdin(): Buffer {
  const parts: Buffer[] = [];
  const part = Buffer.allocUnsafe(65536);
  for (;;) {
    try {
      const length = fs.readSync(0, part, 0, part.length, null);
      if (length === 0) break;
      parts.push(Buffer.from(part.subarray(0, length)));
    } catch (error) {
      const code = systemCode(error);
      if (code === 'EOF') break;
      if (code !== 'EAGAIN') throw error;
      pause();
    }
  }
  return Buffer.concat(parts);
}

/** The last word; where nobody hears it, it is lost. */
function tell(message: string): void {
  try {
    fs.writeSync(2, `${message}\n`);
  } catch {
    // Standard error is closed.
  }
}

/**
 * What the launcher turned off is turned on again. Of many drafts no more is alive than of one: V8 would let the heap grow far beyond it; a long draft needs the room.
 * Optimising is most of what the first hundreds of drafts cost: a function has to prove three times as busy as usual (where V8 still knows the option), and
 * takes fewer others into it.
 */
const muchToDo = {
  several: '--sparkplug',
  drafts:
    '--opt --sparkplug --regexp-optimization --heap-growing-percent=20 --max-inlined-bytecode-size-cumulative=300',
  characters: '--opt --sparkplug --regexp-optimization --heap-growing-percent=0 --semi-space-growth-factor=2',
};

const io: Io = {
  cwd: process.cwd(),
  env: process.env,
  stdout: output(1),
  stderr: output(2),
  stdin: readStdin,
  expectMuch(of) {
    const version = Number.parseInt(process.versions.node, 10);
    if (version <= 24) v8.setFlagsFromString(muchToDo[of]);
    if (version <= 20 && of === 'drafts') v8.setFlagsFromString('--interrupt-budget=200000');
  },
};

run(process.argv.slice(2), io).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    if (error instanceof PipeClosed) return;
    tell(
      error instanceof Failure
        ? error.message
        : `jianggao 出了内部错误，请报告：\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    process.exitCode = 2;
  },
);
