/** The text of a configuration, for an editor that changes it. */
import fs from 'node:fs';
import { textOf } from './configurations.ts';

/** Undefined when it cannot be read or decoded. */
export function configurationText(file: string): string | undefined {
  try {
    return textOf(fs.readFileSync(file));
  } catch {
    return undefined;
  }
}
