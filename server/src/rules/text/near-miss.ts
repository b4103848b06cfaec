import type { Document, Paragraph } from '../../document/document.ts';
import { placeOf } from '../../document/place.ts';
import { remember } from '../../document/remember.ts';
import { defineRule } from '../../engine/rule.ts';
import { hanAt, mostKept, phrasesOf, type Tally } from './finders/draft-phrases.ts';
import { besideFixed, type Found, none, type PhraseTable, type Slip, scan } from './finders/near-phrases.ts';
import { oddWordsOf } from './finders/odd-words.ts';
import { wordCost } from './finders/pairs.ts';
import { confusableRows, wrongEnd } from './lexicon/confusable-words.ts';
import { fillers, setPhrases } from './lexicon/set-phrases.ts';

/**
 * How it works: every run of four Han characters is counted in a table of hashes. Runs that reach the minimum are this draft's own phrases; they and the
 * set phrases of the lexicon are looked up by their first two and their last two characters. One edit leaves one of these pairs whole, so each place is
 * compared with the few phrases that share a pair with it. Linear in the text; whatever looks like a slip is then weighed with exact counts.
 */

/** Runs that are weighed with exact counts, at most: a bound on the work for any text. */
const weighedAtMost = 200;

interface Candidate extends Found {
  readonly paragraph: Paragraph;
}

/** What was found in a paragraph beside the phrases of a table. */
const besideOwn = remember((): { phrases: PhraseTable | undefined; found: readonly Found[] } => ({
  phrases: undefined,
  found: none,
}));

/** What is one edit away from a set phrase or from one of the draft's own. */
function candidates(document: Document, own: PhraseTable): Candidate[] {
  const all: Candidate[] = [];
  for (const paragraph of document.paragraphs) {
    const { facts } = paragraph;
    for (const each of besideFixed(facts)) all.push(placed(each, paragraph));
    if (own.phrases.length === 0) continue;
    const beside = besideOwn(facts);
    if (beside.phrases !== own) {
      beside.phrases = own;
      beside.found = scan(facts, own);
    }
    for (const each of beside.found) all.push(placed(each, paragraph));
  }
  return all;
}

/** Member by member: a spread is far slower, and there are hundreds at every keystroke. */
const placed = ({ start, end, phrase, slip, at, fixed }: Found, paragraph: Paragraph): Candidate => ({
  start,
  end,
  phrase,
  slip,
  at,
  fixed,
  paragraph,
});

/** Wrong forms of the table of confusable words, read when a place is weighed for the first time. */
let listed: readonly string[] | undefined;

let right: ReadonlySet<string> | undefined;
const isRight = (written: string): boolean => (right ??= new Set(setPhrases)).has(written);

/** Answers given before: at every keystroke the same places are weighed again. */
const listedBefore = new Map<string, boolean>();

function isListed(written: string, phrase: string): boolean {
  const key = `${written} ${phrase}`;
  let is = listedBefore.get(key);
  if (is === undefined) {
    listed ??= confusableRows().rows.map((row) => row.slice(0, wrongEnd(row)));
    is = listed.some((wrong) => written.includes(wrong) && !phrase.includes(wrong));
    if (listedBefore.size >= mostKept) listedBefore.clear();
    listedBefore.set(key, is);
  }
  return is;
}

/** Exact counts and the company a phrase keeps decide. */
function isSlip(tally: Tally, { paragraph, start, end, phrase, slip, at, fixed }: Candidate, minimum: number): boolean {
  const { text } = paragraph.facts.reading;
  const written = text.slice(start, end);
  if (isRight(written)) return false;
  const most = fixed ? 2 : 1;
  if (tally.count(written, most + 1) > most) return false;
  // The table of confusable words has said so already.
  if (isListed(written, phrase)) return false;
  // 发生|安全事故 is no 生产安全事故: the first character ends a word, and the rest begins one.
  if (
    slip === 'missing' &&
    at === 1 &&
    wordCost(text.charCodeAt(start - 1), text.charCodeAt(start)) > 0 &&
    wordCost(text.charCodeAt(start + 1), text.charCodeAt(start + 2)) > 0
  )
    return false;
  if (fixed) return true;
  // 干部工|作: the two that meet where a character is missing must meet nowhere else.
  if (slip === 'missing' && tally.count(text.slice(start + at - 1, start + at + 1), 2) !== 1) return false;
  const { count, before, behind } = tally.company(phrase);
  if (count < minimum) return false;
  for (const [beside, place] of [
    [before, start - 1],
    [behind, end],
  ] as const) {
    const own = hanAt(text, place);
    if (slip === 'missing') {
      // 经营环境 is no 营商环境: nothing has ever said 经营商环境.
      if (!beside.has(own)) return false;
    } else {
      // A run cut out of a longer phrase must stand in the same company: 质发展 in 优质发展 is no 高质量发展.
      for (const [character, times] of beside)
        if (character !== '' && character !== own && times * 10 >= count * 8) return false;
    }
  }
  switch (slip) {
    case 'extra': {
      // What surrounds the odd character belongs together and is hardly met apart; else it is two words with a third between.
      if (fillers.includes(text[start + at]!)) {
        const [left, right] = [phrase[at - 1]!, phrase[at]!];
        const together = tally.count(left + right, 1000);
        return together * 10 >= Math.min(tally.count(left, 1000), tally.count(right, 1000)) * 9;
      }
      const parts = [phrase.slice(0, at), phrase.slice(at)].filter((part) => part.length > 1);
      return parts.some((part) => count * 10 >= tally.count(part, 1000) * 8);
    }
    case 'missing':
      return true;
    default: {
      // The odd character with a neighbour: a word that the draft uses elsewhere is meant.
      const odd = start + at;
      const width = slip === 'swapped' ? 2 : 1;
      for (let from = odd - 1; from < odd + width; from++) {
        if (from < start || from + 2 > end) continue;
        const pair = text.slice(from, from + 2);
        if (!phrase.includes(pair) && tally.count(pair, 2) > 1) return false;
      }
      return true;
    }
  }
}

const reasons: Readonly<Record<Slip, string>> = {
  extra: '多了一个字',
  missing: '少了一个字',
  swapped: '两个字颠倒了',
  replaced: '有一个字不同',
};

export const nearMiss = defineRule({
  meta: {
    id: 'text/near-miss',
    summary: '与常用说法差一个字',
    level: { draft: 'info', final: 'info' },
    description: `四个字以上的说法，与本文反复使用的说法、或与公文里写法固定的说法只差一个字：多一个、少一个、颠倒、音近形近。只出现一次的那个可疑，两个都写出来，由你决定。

全文几十处“招商引资”，一处“招商经引资”，就会报出来。

- 词语之间加进虚词、数词、区别词（经济大发展、项目化建设）是正常用法，不报。
- 换了一个字而音、形都不相近（招商引资与招商引智），不报。`,
    sources: ['党代会报告、政府工作报告和统计公报的用语', 'Unihan 数据库 kMandarin（同音字）'],
    examples: {
      wrong: [
        '招商引资是头号工程。抓招商引资，就是抓发展。招商引资靠环境，招商引资靠项目，招商引资靠干部。⟦招商经引资⟧要落到实处。',
        '要⟦优化营伤环境⟧，推动⟦高质量展发⟧。',
      ],
      right: ['要招商引资，更要招才引智，推动经济大发展、项目化建设。'],
    },
  },
  options: {
    minimum: {
      type: 'integer',
      default: 5,
      minimum: 3,
      maximum: 50,
      description: '一个说法在全文出现几次以上，才拿来比较',
    },
  },
  *check(document, { minimum }) {
    let weighed = 0;
    let last: { paragraph: Paragraph; end: number } | undefined;
    const { phrases, tally } = phrasesOf(document, minimum);
    const found = candidates(document, phrases);
    if (found.length === 0) return;
    // The fixed phrase, then the longer one, speaks for a place.
    found.sort(
      (a, b) =>
        a.paragraph.index - b.paragraph.index ||
        a.start - b.start ||
        Number(b.fixed) - Number(a.fixed) ||
        b.phrase.length - a.phrase.length,
    );
    for (const candidate of found) {
      const { paragraph, start, end, phrase, slip, fixed } = candidate;
      if (last !== undefined && last.paragraph === paragraph && start < last.end) continue;
      if (++weighed > weighedAtMost) return;
      if (!isSlip(tally, candidate, minimum)) continue;
      // A word of two characters that was hit is text/confusable's.
      if (!fixed && oddWordsOf(document, paragraph.facts).some((odd) => odd.at < end && start < odd.at + 2)) continue;
      last = { paragraph, end };
      const place = placeOf(paragraph, start, end);
      const written = paragraph.facts.reading.text.slice(start, end);
      const count = tally.count(phrase, 1000);
      yield {
        ...place,
        message: `“${written}”与${fixed && count === 0 ? '固定说法' : `全文${count}处`}“${phrase}”相比，${reasons[slip]}。请核对是否笔误。`,
        fixes: [{ title: `改为“${phrase}”`, safety: 'suggestion', edits: [{ ...place, text: phrase }] }],
      };
    }
  },
});
