/**
 * Length of a text: characters as Chinese offices count them (Word's 字数: every Han character and full-width mark is one, a run of Latin letters or
 * digits is one), and syllables as it is spoken, where 87.5% is eight (百分之八十七点五) and 2026年 five.
 */
import { isDigit, isSpace } from '../text/characters.ts';
import { formatHanInteger } from '../text/numerals.ts';

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

/** Length of `text` from `start` to `end`. Linear. */
export function measure(text: string, start = 0, end = text.length): TextLength {
  let characters = 0;
  let spoken = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) continue;
    characters++;
    if (!isDigit(code) && !isLatin(code)) {
      // Half-width % and + are spoken; other ASCII marks inside a Latin run are part of it.
      spoken++;
      continue;
    }
    let close = i + 1;
    if (isDigit(code)) {
      while (
        close < end &&
        (isDigit(text.charCodeAt(close)) ||
          ((text[close] === '.' || text[close] === ',') && isDigit(text.charCodeAt(close + 1))))
      )
        close++;
      spoken += syllables(text.slice(i, close), text[close] ?? '');
      if (text[close] === '%' && close < end) {
        spoken += 3;
        close++;
      }
    } else {
      while (close < end && (isLatin(text.charCodeAt(close)) || "-'.".includes(text[close]!))) close++;
      spoken += close - i <= 5 ? close - i : 3;
    }
    i = close - 1;
  }
  return { characters, spoken };
}

/** Syllables of a figure: years and long codes digit by digit, others as numerals. */
function syllables(figure: string, next: string): number {
  const digits = figure.replaceAll(',', '');
  const [whole = '', fraction] = digits.split('.');
  if (
    fraction === undefined &&
    ((whole.length === 4 && next === '年') || whole.length > 12 || (whole.length > 1 && whole.startsWith('0')))
  )
    return whole.length;
  const spoken = formatHanInteger(Number(whole)).length;
  return fraction === undefined ? spoken : spoken + 1 + fraction.length;
}
