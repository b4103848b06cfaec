/** What a code unit may be in a count and its list. */
import { classOf, DIGIT, HAN_DIGIT, numerals } from '../text/characters.ts';
import { announcedNouns, measures } from './lexicon/counting.ts';

/** Marks that end any phrase. */
export const stop = '，。；：、！？,;:!?（）()“”"《》【】…\n 　';

export const isNumeral = (code: number): boolean => (classOf(code) & (HAN_DIGIT | DIGIT)) !== 0;

/** What a code unit may be in a count and its list, one bit each. */
export const MEASURE = 1; // begins a measure word
export const STOP = 2;
export const VERB = 4; // ends the noun phrase of a count: 了, 都, 和
export const NOUN_END = 8; // ends a noun that is announced
export const OPENS = 16;
export const CLOSES = 32;
export const CLAUSE = 64;
export const JOINT = 128; // between the words of a list
export const MARK = 256; // between its clauses
export const SENTENCE = 512;
export const NUMERAL = 1024;

export interface Signs {
  readonly of: Uint16Array;
  /** Measure words by their first character. */
  readonly measures: ReadonlyMap<number, readonly string[]>;
}

function makeSigns(): Signs {
  const of = new Uint16Array(65536);
  const set = (characters: string, bit: number): void => {
    for (let i = 0; i < characters.length; i++) of[characters.charCodeAt(i)]! |= bit;
  };
  set(stop, STOP);
  set('了都和与及是在把被让就也又将于', VERB);
  set('“《（(‘「', OPENS);
  set('”》）)’」', CLOSES);
  set('，；：。！？,;:!?\n', CLAUSE);
  set('、和与及以', JOINT);
  set('，,；;、', MARK);
  set('。！？!?', SENTENCE);
  set(numerals, NUMERAL);
  for (const noun of announcedNouns) of[noun.charCodeAt(noun.length - 1)]! |= NOUN_END;
  const byFirst = new Map<number, string[]>();
  for (const measure of measures) {
    const first = measure.charCodeAt(0);
    of[first]! |= MEASURE;
    const known = byFirst.get(first);
    if (known === undefined) byFirst.set(first, [measure]);
    else known.push(measure);
  }
  return { of, measures: byFirst };
}

let made: Signs | undefined;
/** Made with the first paragraph. */
export const countSigns = (): Signs => {
  made ??= makeSigns();
  return made;
};
