/** Whole drafts for tests: those written for the project, and real ones that stand beside the checkout (empty lists where they are absent). */
import fs from 'node:fs';
import path from 'node:path';
import type { Format } from '../../server/src/document/facts.ts';
import { at, shared } from './repository.ts';

export interface Draft {
  readonly name: string;
  readonly text: string;
  readonly format: Format;
}

const read = (folder: string): readonly Draft[] =>
  fs.existsSync(folder)
    ? fs
        .readdirSync(folder)
        .filter((name) => /\.(?:txt|md)$/.test(name) && name !== 'README.md')
        .sort()
        .map((name) => ({
          name,
          text: fs.readFileSync(path.join(folder, name), 'utf8'),
          format: name.endsWith('.md') ? 'markdown' : 'plain',
        }))
    : [];

/** Sound drafts written for the project. */
export const soundDrafts = (): readonly Draft[] => read(at('test/corpus/sound'));
/** Drafts with faults of every kind, written for the project. */
export const faultyDrafts = (): readonly Draft[] => read(at('test/corpus/faulty'));
/** Finished real texts. */
export const sharedSound = (): readonly Draft[] => read(path.join(shared, 'sound'));
/** Real drafts with all their faults. */
export const sharedSeeds = (): readonly Draft[] => read(path.join(shared, 'seeds'));
