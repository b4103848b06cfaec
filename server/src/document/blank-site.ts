/** A mask in its paragraph, and the verdict on what belongs in it. */
import type { Span } from '../text/span.ts';
import { type Frame, frameReach } from './lexicon/blank-frames.ts';
import {
  amountsAfter,
  amountsBefore,
  categories,
  deeds,
  followers,
  halfStops,
  labels,
  nameEnds,
  occasions,
  ordinals,
  postsBefore,
  spansAfter,
  spansBefore,
  verbStops,
  WordTable,
  words,
} from './lexicon/blank-words.ts';
import type { Mask } from './mask-scan.ts';
import type { BlankKind } from './tokens.ts';

export interface Verdict {
  readonly kind: BlankKind;
  readonly what: string;
  readonly role: string;
  readonly phrase: Span;
  readonly firm: boolean;
}

/** A mask, what stands around it, and the tables to look it up in. */
export interface Site {
  readonly text: string;
  readonly mask: Mask;
  /** The verdict on the mask at an offset behind this one, where it is known: lists are judged from their end. */
  readonly following: (at: number) => Verdict | undefined;
  readonly tables: Tables;
}

/** The tables, built when the first mask is met. */
function makeTables() {
  return {
    followers: new WordTable(followers),
    ends: new WordTable(nameEnds),
    occasions: new WordTable(occasions),
    verbs: new WordTable(verbStops),
    halves: new WordTable(halfStops),
    categories: new WordTable(categories),
    posts: new WordTable(postsBefore, true),
    labels: new WordTable(labels, true),
    amountsBefore: new WordTable(amountsBefore, true),
    amountsAfter: new WordTable(amountsAfter),
    spansBefore: new WordTable(spansBefore, true),
    spansAfter: new WordTable(spansAfter),
    deeds: new WordTable([{ clue: 'person', table: deeds }]),
    ordinals: new Map(
      Object.entries(ordinals).flatMap(([what, list]) => words(list).map((word) => [word, what] as const)),
    ),
  };
}

export type Tables = ReturnType<typeof makeTables>;
let built: Tables | undefined;
export const tables = (): Tables => {
  built ??= makeTables();
  return built;
};

export function give(
  { mask }: Site,
  kind: BlankKind,
  what: string,
  role: string,
  to: number,
  firm = true,
  from = mask.start,
): Verdict {
  return { kind, what, role, phrase: { start: from, end: Math.max(to, mask.end) }, firm };
}

/** What the first frame that fits says: `at` is where its words behind the mask begin, `from` where what is missing does. */
export function framedBy(
  site: Site,
  at: number,
  frames: readonly Frame[],
  from = site.mask.start,
): Verdict | undefined {
  const { start, end } = site.mask;
  const before = site.text.slice(Math.max(0, start - frameReach), start);
  const after = site.text.slice(at, at + frameReach);
  for (const frame of frames) {
    if (frame.alone === true && end - start > 1) continue;
    if (!frame.after.test(after) || !frame.before.test(before)) continue;
    const what = frame.what.includes('$1') ? frame.what.replace('$1', frame.after.exec(after)?.[1] ?? '') : frame.what;
    const to = frame.takes === undefined ? end : at + frame.takes;
    return give(site, frame.kind, what, frame.role ?? '', to, frame.firm, from);
  }
  return undefined;
}

const stops = '，。；：、！？,;:!?（）()《》〈〉“”‘’"\'「」『』【】[]〔〕—–-…|\n';

/** A clause or a phrase ends here. */
export const boundary = (char: string | undefined): boolean =>
  char === undefined || char === ' ' || stops.includes(char);

/** A name may end before these: they go on with the sentence. */
export const goesOn = '的和与及等要在是将把也被对向为同局负牵会已给从让应需正还均就';

/** What a body does, right behind its name: XX部配合, XX所牵头. */
export const bodyActs = /^(?:配合|牵头|负责|具体|提供|承办|发言|汇报|通报)/;

/** What a body is asked to do, or asked about, before its name: 由XX部印发, 听取了XX部关于…. */
export const bodyAsked = /(?:由|请|听取了?|会同|商请|报请?)$/;

export const openQuotes = '“"「『‘';

export const closeQuotes = '”"」』’';
