/**
 * Slips of the pen at random places of ordinary running text, one at a time: what fingers, input methods and text recognition do to a sound draft. Nothing is
 * chosen by what the rules know, so that what is found of them is what would be found in a draft nobody has seen. The places of `plant.ts` are those of structure.
 */
import { Document } from '../../server/src/document/document.ts';
import { placeOf } from '../../server/src/document/place.ts';
import { sameShape, sameSound } from '../../server/src/rules/text/lexicon/alike.ts';
import { isHan } from '../../server/src/text/characters.ts';
import type { Span } from '../../server/src/text/span.ts';
import type { Draft } from './drafts.ts';
import { type Random, seeded } from './plant.ts';

export const slipKinds = [
  'character doubled',
  'word doubled',
  'character deleted',
  'neighbours swapped',
  'homophone',
  'look-alike',
  '地 or 得 as 的',
  'mark doubled',
  'stop at the end lost',
  'quote or bracket lost',
  'name or formulation off by one',
] as const;
export type SlipKind = (typeof slipKinds)[number];

export interface Slip {
  readonly kind: SlipKind;
  readonly draft: Draft;
  /** The draft with the slip. */
  readonly text: string;
  /** Where in it the slip lies: a finding that touches this place has found it. */
  readonly at: Span;
  /** What was done, for people. */
  readonly what: string;
}

interface Change extends Span {
  readonly text: string;
}

/** Characters that are taken for a character: by sound or by shape. */
type Alike = ReadonlyMap<string, readonly string[]>;

function alikeIn(groups: string, common: ReadonlySet<string>): Alike {
  const alike = new Map<string, string[]>();
  for (const group of groups.trim().split(/\s+/)) {
    const members = [...group].filter((character) => common.has(character));
    for (const character of members) {
      const others = members.filter((other) => other !== character);
      if (others.length > 0) alike.set(character, [...(alike.get(character) ?? []), ...others]);
    }
  }
  return alike;
}

/** An input method offers what is common: the characters that stand this often in the drafts. */
const leastCommon = 3;

function commonIn(drafts: readonly Draft[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { text } of drafts) for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= leastCommon).map(([character]) => character));
}

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

/** Running text: paragraphs of some length, as they were written. */
const shortest = 40;

function runningText(draft: Draft): readonly Span[] {
  const { paragraphs } = new Document(draft.text, { format: draft.format });
  return paragraphs
    .filter(({ facts, level }) => level === 0 && facts.source.length >= shortest && facts.reading.text === facts.source)
    .map((paragraph) => placeOf(paragraph, 0, paragraph.facts.source.length));
}

/** Bodies, documents and slogans: their names stand in one form. */
const names =
  /(?<=《)[\u4e00-\u9fff]{4,24}(?=》)|(?<=“)[\u4e00-\u9fff]{4,12}(?=”)|[\u4e00-\u9fff]{2,8}(?:委员会|人民政府|代表大会|法院|检察院)|社会主义[\u4e00-\u9fff]{2,6}/g;

function oneOff(random: Random, text: string, { start, end }: Span, sounds: Alike): Change | undefined {
  const at = start + Math.floor(random() * (end - start));
  const written = text[at]!;
  if (!isHan(written.charCodeAt(0))) return undefined;
  const next = text[at + 1];
  switch (Math.floor(random() * 4)) {
    case 0:
      return { start: at, end: at + 1, text: written + written };
    case 1:
      return { start: at, end: at + 1, text: '' };
    case 2:
      return next === undefined || next === written || at + 1 >= end
        ? undefined
        : { start: at, end: at + 2, text: next + written };
    default: {
      const others = sounds.get(written);
      return others === undefined ? undefined : { start: at, end: at + 1, text: pick(random, others) };
    }
  }
}

function changeOf(
  kind: SlipKind,
  random: Random,
  text: string,
  paragraph: Span,
  { sounds, shapes }: { readonly sounds: Alike; readonly shapes: Alike },
): Change | undefined {
  const at = paragraph.start + Math.floor(random() * (paragraph.end - paragraph.start - 1));
  const written = text[at]!;
  const next = text[at + 1]!;
  const han = isHan(written.charCodeAt(0));
  const anyOf = (pattern: RegExp): Span | undefined => {
    const found = [...text.slice(paragraph.start, paragraph.end).matchAll(pattern)];
    if (found.length === 0) return undefined;
    const match = pick(random, found);
    return { start: paragraph.start + match.index, end: paragraph.start + match.index + match[0].length };
  };
  switch (kind) {
    case 'character doubled':
      return han ? { start: at, end: at + 1, text: written + written } : undefined;
    case 'word doubled':
      return han && isHan(next.charCodeAt(0)) && next !== written
        ? { start: at, end: at + 2, text: written + next + written + next }
        : undefined;
    case 'character deleted':
      return han ? { start: at, end: at + 1, text: '' } : undefined;
    case 'neighbours swapped':
      return han && isHan(next.charCodeAt(0)) && next !== written
        ? { start: at, end: at + 2, text: next + written }
        : undefined;
    case 'homophone':
    case 'look-alike': {
      const others = (kind === 'homophone' ? sounds : shapes).get(written);
      return others === undefined ? undefined : { start: at, end: at + 1, text: pick(random, others) };
    }
    case '地 or 得 as 的': {
      const place = anyOf(/(?<=[\u4e00-\u9fff]{2})地(?=[\u4e00-\u9fff]{2})|(?<=[\u4e00-\u9fff])得(?=[更很不好到越])/g);
      if (place === undefined) return undefined;
      const word = text.slice(place.start - 1, place.end + 1);
      return /[当各本外内产土基场工山农耕林草用征大田园湿高实阵此获取觉懂值赢记使省显]$/.test(word[0]!) ||
        /^[方区位点处段块级市质址]/.test(word[2]!)
        ? undefined
        : { ...place, text: '的' };
    }
    case 'mark doubled': {
      const place = anyOf(/[。，、；：”》）]/g);
      return place && { ...place, text: text.slice(place.start, place.end).repeat(2) };
    }
    case 'stop at the end lost':
      return text[paragraph.end - 1] === '。' ? { start: paragraph.end - 1, end: paragraph.end, text: '' } : undefined;
    case 'quote or bracket lost': {
      const place = anyOf(/[“”《》（）]/g);
      return place && { ...place, text: '' };
    }
    case 'name or formulation off by one': {
      const place = anyOf(names);
      return place && oneOff(random, text, place, sounds);
    }
  }
}

const around = (text: string, { start, end }: Span): string =>
  `${text.slice(Math.max(0, start - 8), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 8)}`;

/** Tries before a kind is given up. */
const patience = 60;

/** So many slips of each kind, at random places of the drafts. */
export function slipsIn(drafts: readonly Draft[], seed: number, count: number): readonly Slip[] {
  const random = seeded(seed);
  const common = commonIn(drafts);
  const alike = { sounds: alikeIn(sameSound, common), shapes: alikeIn(sameShape, common) };
  const places = drafts.flatMap((draft) => runningText(draft).map((paragraph) => ({ draft, paragraph })));
  const slips: Slip[] = [];
  for (const kind of slipKinds)
    for (let left = count, tries = count * patience; left > 0 && tries > 0; tries--) {
      const { draft, paragraph } = pick(random, places);
      const { text } = draft;
      const change = changeOf(kind, random, text, paragraph, alike);
      if (change === undefined) continue;
      left--;
      const { start, end } = change;
      slips.push({
        kind,
        draft,
        text: text.slice(0, start) + change.text + text.slice(end),
        at: { start, end: start + change.text.length },
        what: `${around(text, change)} → ${change.text === '' ? 'gone' : change.text}`,
      });
    }
  return slips;
}
