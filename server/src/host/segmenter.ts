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

/** What of nodejieba's binary is used. */
interface Jieba {
  load(dict: string, hmm: string, user: string, idf: string, stopWords: string): boolean;
  insertWord(word: string, tag: string): boolean;
  tag(sentence: string): { readonly word: string; readonly tag: string }[];
}

const files = ['words.utf8', 'hmm.utf8', 'user.utf8', 'idf.utf8', 'stop.utf8'] as const;
const binary = `nodejieba-${process.platform}-${process.arch}.node`;

/** Beside the program that is running. */
const ownFolder = (): string | undefined =>
  typeof __dirname === 'string' ? path.join(__dirname, 'dictionary') : undefined;

let loaded: LoadedSegmenter | undefined;

/** The segmenter of this process, loaded once. */
export const segmenter = (folder = ownFolder()): LoadedSegmenter => (loaded ??= load(folder));

function load(folder: string | undefined): LoadedSegmenter {
  try {
    return loadJieba(folder);
  } catch (error) {
    return systemSegmenter(error instanceof Error ? error.message : String(error));
  }
}

function loadJieba(folder: string | undefined): LoadedSegmenter {
  if (folder === undefined) throw new Error('no dictionaries beside the program');
  // A file that is missing would abort the whole process.
  for (const name of [binary, ...files])
    if (!((fs.statSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0) > 0))
      throw new Error(`${name} is not there`);
  const module: { exports: unknown } = { exports: {} };
  process.dlopen(module, path.join(folder, binary));
  const jieba = module.exports as Jieba;
  const [words, hmm, user, idf, stop] = files.map((name) => path.join(folder, name));
  jieba.load(words!, hmm!, user!, idf!, stop!);
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
