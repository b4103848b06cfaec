/**
 * Length of a text: characters as Chinese offices count them (Word's 字数: every Han character and full-width mark is one, a run of Latin letters or
 * digits is one), and syllables as it is spoken, where 87.5% is eight (百分之八十七点五) and 2026年 five.
 */
import { isDigit, isSpace } from '../text/characters.ts';
import { hanIntegerLength } from '../text/numerals.ts';
import { othersIn } from './walk.ts';

export interface TextLength {
  /** 字数 as Word counts. */
  readonly characters: number;
  /** 字数 with figures as they are spoken; divided by the rate it gives the time. */
  readonly spoken: number;
}

export const noLength: TextLength = { characters: 0, spoken: 0 };
export const addLengths = (a: TextLength, b: TextLength): TextLength => ({
  characters: a.characters + b.characters,
  spoken: a.spoken + b.spoken,
});

/** Speaking time in whole seconds at `rate` characters a minute. */
export const secondsOf = ({ spoken }: TextLength, rate: number): number => Math.round((spoken * 60) / rate);

const isLatin = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** Length of `text` from `start` to `end`; `others` are the offsets between them of what is no Chinese character. Linear. */
export function measure(
  text: string,
  start = 0,
  end = text.length,
  others: readonly number[] = othersIn(text, start, end),
): TextLength {
  // Each Chinese character is one, and one syllable.
  let characters = end - start - others.length;
  let spoken = characters;
  let done = start;
  for (let k = 0; k < others.length; k++) {
    const i = others[k]!;
    if (i < done) continue;
    const code = text.charCodeAt(i);
    if (isSpace(code)) continue;
    characters++;
    if (isDigit(code)) {
      done = figureEnd(text, i, end);
      const next = done < end ? text.charCodeAt(done) : 0;
      spoken += syllables(text, i, done, next);
      if (next === 0x25) {
        spoken += 3;
        done++;
      }
    } else if (isLatin(code)) {
      done = i + 1;
      while (done < end && (isLatin(text.charCodeAt(done)) || isInWord(text.charCodeAt(done)))) done++;
      spoken += done - i <= 5 ? done - i : 3;
    }
    // Half-width % and + are spoken; other ASCII marks inside a Latin run are part of it.
    else spoken++;
  }
  return { characters, spoken };
}

const isInWord = (code: number): boolean => code === 0x2d || code === 0x27 || code === 0x2e;
const comma = 0x2c;
const point = 0x2e;

/** Behind the digits from `start` on, with the points and commas between them. */
function figureEnd(text: string, start: number, end: number): number {
  let close = start + 1;
  for (; close < end; close++) {
    const code = text.charCodeAt(close);
    if (isDigit(code)) continue;
    if ((code !== point && code !== comma) || !isDigit(text.charCodeAt(close + 1))) break;
  }
  return close;
}

/** Syllables of a figure: years and long codes digit by digit, others as numerals. */
function syllables(text: string, start: number, end: number, next: number): number {
  let whole = 0;
  let value = 0;
  let fraction = -1;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === comma) continue;
    if (code === point) {
      if (fraction >= 0) break;
      fraction = 0;
    } else if (fraction >= 0) fraction++;
    else {
      whole++;
      value = value * 10 + (code - 0x30);
    }
  }
  if (
    fraction < 0 &&
    ((whole === 4 && next === 0x5e74) || whole > 12 || (whole > 1 && text.charCodeAt(start) === 0x30))
  )
    return whole;
  const spoken = hanIntegerLength(value);
  return fraction < 0 ? spoken : spoken + 1 + fraction;
}
