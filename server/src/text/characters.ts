/** What kind of character a UTF-16 code unit is, by one table look-up. */

export const HAN = 1;
export const DIGIT = 2;
/** 一二三四五六七八九十百千 and what else forms Chinese numbers (零〇两万亿). */
export const HAN_DIGIT = 4;
/** 。！？…! ? : a sentence ends. A half-width period is no sentence end in Chinese text. */
export const SENTENCE_END = 8;
/** ，；： and their half-width forms, besides the sentence ends: a clause ends. */
export const CLAUSE_END = 16;
/** Closing quotes and brackets. */
export const CLOSER = 32;
/** Opening quotes and brackets. */
export const OPENER = 64;
export const SPACE = 128;

const digits = '0123456789';
const hanDigits = '一二三四五六七八九十百千零〇两万亿';
/** All characters of DIGIT and HAN_DIGIT. */
export const numerals: string = digits + hanDigits;

const table = new Uint8Array(65536);
const mark = (characters: string, flag: number): void => {
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)]! |= flag;
};
table.fill(HAN, 0x3400, 0x4dc0);
table.fill(HAN, 0x4e00, 0xa000);
table.fill(HAN, 0xf900, 0xfb00);
mark('〇', HAN);
mark(digits, DIGIT);
mark(hanDigits, HAN_DIGIT);
mark('。！？!?…', SENTENCE_END | CLAUSE_END);
mark('，；：,;:', CLAUSE_END);
mark('”’』」》〉）)】］]〕}', CLOSER);
mark('“‘『「《〈（(【［[〔{', OPENER);
mark(' \t\n\r\v\f\u00a0\u2028\u2029\u3000\u2002\u2003\u2009', SPACE);

/** A set of characters: one bit of a table by code unit. */
export interface CharacterSet {
  readonly table: Int32Array;
  readonly bit: number;
}
/** Sets share a table while it has bits left: a table of its own for each would be so much more memory to clear and to touch when a program starts. */
let shared = new Int32Array(65536);
let taken = 0;
export function charactersOf(characters: string): CharacterSet {
  if (taken === 32) {
    shared = new Int32Array(65536);
    taken = 0;
  }
  const set = { table: shared, bit: 1 << taken++ };
  for (let i = 0; i < characters.length; i++) set.table[characters.charCodeAt(i)]! |= set.bit;
  return set;
}
/** Whether a code unit is one of the set's characters. */
export const isIn = ({ table, bit }: CharacterSet, code: number): boolean => (table[code]! & bit) !== 0;
/** Whether one of the set's characters stands in `text`: a cheap look before a regular expression that cannot match without one. */
export function holdsAny(text: string, { table, bit }: CharacterSet): boolean {
  for (let i = 0; i < text.length; i++) if ((table[text.charCodeAt(i)]! & bit) !== 0) return true;
  return false;
}
/** Whether `text` begins, or ends, with one of the set's characters. */
export const beginsWithAny = (text: string, set: CharacterSet): boolean => text !== '' && isIn(set, text.charCodeAt(0));
export const endsWithAny = (text: string, set: CharacterSet): boolean =>
  text !== '' && isIn(set, text.charCodeAt(text.length - 1));

/** Flags of a code unit; 0 for anything unlisted and for NaN (past the end of a string). */
export const classOf = (code: number): number => table[code] ?? 0;
export const isHan = (code: number): boolean => (classOf(code) & HAN) !== 0;
/** A character of the main block, where all that are in use stand: no 〇, none of the extensions. */
export const isPlainHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isSpace = (code: number): boolean => (classOf(code) & SPACE) !== 0;

/** Round brackets: 1 for one that opens, -1 for one that closes, 0 for anything else. */
export const roundBracket = (code: number): 1 | -1 | 0 =>
  code === 0xff08 || code === 0x28 ? 1 : code === 0xff09 || code === 0x29 ? -1 : 0;
