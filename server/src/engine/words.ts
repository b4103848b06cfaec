/**
 * What a segmenter is given and what becomes of its answer. It sees runs of Chinese characters of the paragraphs as they are read: figures, masks, Latin
 * text and punctuation stay outside, so that no dictionary can tear them. A run whose words do not join to it again is left without words.
 */
import type { Document } from '../document/document.ts';
import { placeOf } from '../document/place.ts';
import { isHan } from '../text/characters.ts';
import { lowerBound, type Span } from '../text/span.ts';
import type { CheckResult } from './check.ts';
import type { Words } from './rule.ts';

/** What a word of an office's own must be: Chinese characters alone, neither one of them nor a sentence. */
export const ownWord = '^[\\u3400-\\u9fff]{2,16}$';

export interface Cut {
  readonly text: string;
  /** Part of speech (nr a person, n a noun, v a verb …); '' when the segmenter gives none. */
  readonly tag: string;
}

/** The port: one list of words for each run, in its order. */
export interface Segmenter {
  cut(runs: readonly string[]): readonly (readonly Cut[])[];
}

/** The result with what words let the rules say. */
export function withWords(document: Document, result: CheckResult, segmenter: Segmenter): CheckResult {
  if (result.wanted === undefined) return result;
  const request = new WordRequest(document, result.wanted.spans);
  return result.wanted.complete(request.answer(segmenter.cut(request.runs)));
}

type Word = Span & Cut;

export class WordRequest {
  /** What the segmenter is asked to cut. */
  readonly runs: readonly string[];
  readonly #document: Document;
  /** Paragraph of each run, and its offset in the reading. */
  readonly #places: readonly (readonly [paragraph: number, start: number])[];

  constructor(document: Document, spans: readonly Span[]) {
    const runs: string[] = [];
    const places: (readonly [number, number])[] = [];
    const { paragraphs } = document;
    for (const span of spans) {
      let index = Math.max(0, lowerBound(paragraphs, span.start + 1, ({ start }) => start) - 1);
      for (let paragraph = paragraphs[index]; paragraph !== undefined; paragraph = paragraphs[++index]) {
        if (paragraph.start >= span.end) break;
        if (paragraph.end <= span.start) continue;
        const { reading } = paragraph.facts;
        const end = reading.reading(Math.min(span.end, paragraph.end) - paragraph.start);
        let from = reading.reading(Math.max(span.start, paragraph.start) - paragraph.start);
        for (let i = from; i <= end; i++) {
          if (i < end && isHan(reading.text.charCodeAt(i))) continue;
          if (i > from) {
            runs.push(reading.text.slice(from, i));
            places.push([index, from]);
          }
          from = i + 1;
        }
      }
    }
    this.runs = runs;
    this.#document = document;
    this.#places = places;
  }

  /** The words at their places in the draft. */
  answer(cuts: readonly (readonly Cut[])[]): Words {
    const words: Word[] = [];
    for (const [i, run] of this.runs.entries()) {
      const cut = cuts[i] ?? [];
      const [index, start] = this.#places[i]!;
      const paragraph = this.#document.paragraphs[index]!;
      if (cut.map(({ text }) => text).join('') !== run) continue;
      let at = start;
      for (const { text, tag } of cut) {
        words.push({ ...placeOf(paragraph, at, at + text.length), text, tag });
        at += text.length;
      }
    }
    return new WordList(words);
  }
}

class WordList implements Words {
  readonly #words: readonly Word[];
  constructor(words: readonly Word[]) {
    this.#words = words;
  }
  within(span: Span): readonly Word[] {
    const words = this.#words;
    const from = lowerBound(words, span.start, ({ start }) => start);
    let to = from;
    while (to < words.length && words[to]!.end <= span.end) to++;
    return words.slice(from, to);
  }
}
