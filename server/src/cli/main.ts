/** The program: this process's arguments, streams and exit status around `run`. */
import fs from 'node:fs';
import { type Io, type Output, PipeClosed } from './io.ts';
import { run } from './run.ts';

/** Writes everything before it returns, so that nothing is lost at the end; loads none of Node's streams, which take longer than a check. */
function output(descriptor: 1 | 2): Output {
  let terminal: boolean | undefined;
  const isTerminal = (): boolean =>
    (terminal ??=
      isCharacterDevice(descriptor) &&
      (process as unknown as { binding?: unknown } & NodeJS.Process)[descriptor === 1 ? 'stdout' : 'stderr'].isTTY ===
        true);
  return {
    get isTTY() {
      return isTerminal();
    },
    get columns() {
      return (isTerminal() ? process[descriptor === 1 ? 'stdout' : 'stderr'].columns : undefined) ?? 80;
    },
    write(text) {
      if (text === '') return;
      const bytes = Buffer.from(text);
      for (let done = 0; done < bytes.length; ) {
        try {
          done += fs.writeSync(descriptor, bytes, done);
        } catch (error) {
          const code = (error as NodeJS.ErrnoException).code;
          if (code === 'EPIPE') throw new PipeClosed();
          // The reader of a pipe is slower than we are: wait a little.
          if (code !== 'EAGAIN') throw error;
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
        }
      }
    },
  };
}

function isCharacterDevice(descriptor: number): boolean {
  try {
    return fs.fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
}

const io: Io = {
  cwd: process.cwd(),
  env: process.env,
  stdout: output(1),
  stderr: output(2),
  stdin: () => fs.readFileSync(0),
};

run(process.argv.slice(2), io).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    if (error instanceof PipeClosed) return;
    fs.writeSync(
      2,
      `jianggao 出了内部错误，请报告：\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 2;
  },
);
