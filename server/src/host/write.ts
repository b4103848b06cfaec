/** Writes a file whole or not at all: into a temporary file beside it, then renamed over it. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Failure, reasonOf } from './failure.ts';

/** `before`, when given, is what was read: a file changed since then is left alone. */
export function writeWhole(file: string | Buffer, bytes: Buffer | string, shown: string, before?: Buffer): void {
  let temporary: Buffer | undefined;
  try {
    // A link stays a link, and names of any encoding stay bytes.
    const target = fs.existsSync(file) ? fs.realpathSync(file, 'buffer') : Buffer.from(file);
    const known = fs.statSync(target, { throwIfNoEntry: false });
    if (known !== undefined) fs.accessSync(target, fs.constants.W_OK);
    if (before !== undefined && !fs.readFileSync(target).equals(before))
      throw new Failure('unwritable', `没有写入“${shown}”：核查期间它被别的程序改动过。请再运行一次`);
    const name = Buffer.concat([target, Buffer.from(`.${randomBytes(6).toString('hex')}.tmp`)]);
    const handle = fs.openSync(name, 'wx', known?.mode ?? 0o666);
    temporary = name;
    try {
      fs.writeFileSync(handle, bytes);
      if (known !== undefined) fs.fchmodSync(handle, known.mode);
      fs.fsyncSync(handle);
    } finally {
      fs.closeSync(handle);
    }
    fs.renameSync(temporary, target);
  } catch (error) {
    if (temporary !== undefined) fs.rmSync(temporary, { force: true });
    if (error instanceof Failure) throw error;
    throw new Failure('unwritable', `写不了“${path.basename(shown)}”：${reasonOf(error)}`, { cause: error });
  }
}
