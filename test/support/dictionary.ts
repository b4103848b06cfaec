import fs from 'node:fs';
import { writeDictionary } from '../../server/src/tools/dictionary.mjs';
import { at } from './repository.ts';

/** Folder of the segmenter's dictionaries, as the build makes them; undefined where nodejieba is not installed. */
export function dictionary(): string | undefined {
  const folder = at('.build/dictionary');
  return fs.existsSync(`${folder}/LICENSE`) || writeDictionary(folder) ? folder : undefined;
}
