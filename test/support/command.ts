/** The command in process, in a folder of its own. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Io } from '../../server/src/cli/io.ts';
import { run } from '../../server/src/cli/run.ts';

export interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export interface World {
  readonly stdin?: string | Buffer;
  readonly terminal?: boolean;
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** What is done with each piece of output. */
  readonly write?: (text: string) => void;
}

/** A temporary folder with these files; gone after the test (call `remove`). */
export class Folder {
  readonly path = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'jianggao-test-')));

  constructor(files: Readonly<Record<string, string | Buffer>> = {}) {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  at(...names: string[]): string {
    return path.join(this.path, ...names);
  }

  write(name: string, content: string | Buffer): void {
    fs.mkdirSync(path.dirname(this.at(name)), { recursive: true });
    fs.writeFileSync(this.at(name), content);
  }

  read(name: string): Buffer {
    return fs.readFileSync(this.at(name));
  }

  remove(): void {
    fs.rmSync(this.path, { recursive: true, force: true });
  }

  async run(
    argv: readonly string[],
    { stdin = '', terminal = false, columns = 80, env = {}, write }: World = {},
  ): Promise<Outcome> {
    let out = '';
    let err = '';
    const io: Io = {
      cwd: this.path,
      env,
      stdin: () => Buffer.from(stdin as string),
      stdout: {
        isTTY: terminal,
        columns,
        write(text) {
          write?.(text);
          out += text;
        },
      },
      stderr: { isTTY: terminal, columns, write: (text) => void (err += text) },
    };
    const status = await run(argv, io);
    return { status, out, err };
  }
}

/** Runs a test in a folder of its own. */
export const inFolder =
  (files: Readonly<Record<string, string | Buffer>>, test: (folder: Folder) => Promise<void> | void) =>
  async (): Promise<void> => {
    const folder = new Folder(files);
    try {
      await test(folder);
    } finally {
      folder.remove();
    }
  };

/** Runs `work` as a user to whom something can be forbidden: nothing is to root. */
export async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.setegid!(65534);
  process.seteuid!(65534);
  try {
    return await work();
  } finally {
    process.seteuid!(0);
    process.setegid!(0);
  }
}
