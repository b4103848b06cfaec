/** Finds the `jianggao.json` that holds for a folder: its own, or the nearest above it. */
import fs from 'node:fs';
import path from 'node:path';

export const configurationName = 'jianggao.json';

export class ConfigurationFinder {
  readonly #known = new Map<string, string | undefined>();

  /** Absolute path of the file; undefined when there is none. `folder` is absolute. */
  above(folder: string): string | undefined {
    if (this.#known.has(folder)) return this.#known.get(folder);
    const own = path.join(folder, configurationName);
    const parent = path.dirname(folder);
    const found = fs.existsSync(own) ? own : parent === folder ? undefined : this.above(parent);
    this.#known.set(folder, found);
    return found;
  }
}
