/**
 * The segmenter: nodejieba with reduced dictionaries, or the system's own (`Intl.Segmenter`) where its binary cannot be loaded. Imported only when a rule
 * asks for words: it takes a third of a second and some sixty megabytes.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Cut, Segmenter } from '../engine/words.ts';
import { isWord, vocabulary } from './vocabulary.ts';

export interface LoadedSegmenter extends Segmenter {
  readonly name: 'nodejieba' | 'Intl.Segmenter';
  /** Why it is not nodejieba, for a log. */
  readonly reason?: string;
  /** Words of an office's own; what cannot be a word is passed over. */
  add(words: readonly string[]): void;
}

/** What of nodejieba is used. */
interface Jieba {
  load(files: Readonly<Record<string, string>>): boolean;
  insertWord(word: string, tag?: string): boolean;
  tag(sentence: string): { readonly word: string; readonly tag: string }[];
}

const files = {
  dict: 'words.utf8',
  hmmDict: 'hmm.utf8',
  userDict: 'user.utf8',
  idfDict: 'idf.utf8',
  stopWordDict: 'stop.utf8',
} as const;

/** Beside the program that is running. */
const ownFolder = (): string | undefined =>
  typeof __dirname === 'string' ? path.join(__dirname, 'dictionary') : undefined;

let loaded: Promise<LoadedSegmenter> | undefined;

/** The segmenter of this process, loaded once. */
export const segmenter = (folder = ownFolder()): Promise<LoadedSegmenter> => (loaded ??= load(folder));

async function load(folder: string | undefined): Promise<LoadedSegmenter> {
  try {
    return await loadJieba(folder);
  } catch (error) {
    return systemSegmenter(error instanceof Error ? error.message : String(error));
  }
}

async function loadJieba(folder: string | undefined): Promise<LoadedSegmenter> {
  if (folder === undefined) throw new Error('no dictionaries beside the program');
  // A file that is missing would abort the whole process.
  const paths = Object.entries(files).map(([key, name]) => [key, path.join(folder, name)] as const);
  for (const [, file] of paths)
    if (!((fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0)) throw new Error(`no dictionary ${file}`);
  // biome-ignore lint/suspicious/noTsIgnore: installed or not, the types must hold
  // @ts-ignore an optional dependency
  const { default: jieba } = (await import('nodejieba')) as { readonly default: Jieba };
  jieba.load(Object.fromEntries(paths));
  for (const [tag, words] of Object.entries(vocabulary))
    for (const word of words.split(' ')) jieba.insertWord(word, tag);
  return {
    name: 'nodejieba',
    add(words) {
      for (const word of words) if (isWord(word)) jieba.insertWord(word, 'nz');
    },
    cut: (runs) => runs.map((run) => jieba.tag(run).map(({ word, tag }) => ({ text: word, tag }))),
  };
}

const longestWord = 16;

/** Words of the vocabulary are taken whole, the longest first; what lies between is cut by the system's own rules, without tags. */
export function systemSegmenter(reason?: string): LoadedSegmenter {
  const known = new Set(Object.values(vocabulary).flatMap((words) => words.split(' ')));
  const system = new Intl.Segmenter('zh', { granularity: 'word' });
  const cutBetween = (text: string, cuts: Cut[]): void => {
    if (text !== '') for (const { segment } of system.segment(text)) cuts.push({ text: segment, tag: '' });
  };
  const cutRun = (run: string): readonly Cut[] => {
    const cuts: Cut[] = [];
    let from = 0;
    for (let at = 0; at < run.length; ) {
      let length = Math.min(longestWord, run.length - at);
      while (length > 1 && !known.has(run.slice(at, at + length))) length--;
      if (length <= 1) at++;
      else {
        cutBetween(run.slice(from, at), cuts);
        cuts.push({ text: run.slice(at, at + length), tag: '' });
        from = at += length;
      }
    }
    cutBetween(run.slice(from), cuts);
    return cuts;
  };
  return {
    name: 'Intl.Segmenter',
    ...(reason !== undefined && { reason }),
    add(words) {
      for (const word of words) if (isWord(word)) known.add(word);
    },
    cut: (runs) => runs.map(cutRun),
  };
}
