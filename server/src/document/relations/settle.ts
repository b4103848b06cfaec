/** Which of the claims of a paragraph are kept, where several finders found one relation, or one slip made several wrong. */
import type { Claim, Passage } from './passage.ts';
import { explainedByOthers } from './shares/explained.ts';

const rank = { mismatch: 0, ok: 1, 'not-checkable': 2, unsure: 3 };

/** One relation told in two ways is kept once, the better founded first: ok or mismatch before unsure. */
export function settle(p: Passage, found: Claim[]): readonly Claim[] {
  if (found.length === 0) return found;
  const others = found.length > 1 ? new Others(found) : undefined;
  const seen = new Set<string>();
  return found
    .sort((a, b) => a.start - b.start || a.end - b.end || rank[a.verdict] - rank[b.verdict])
    .filter((c) => {
      if (c.verdict === 'mismatch' && (others?.answers(c) === true || isShareOfOthers(p, c))) return false;
      const key = `${c.type} ${c.blamed.start} ${c.start} ${c.end}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

const isShareOfOthers = (p: Passage, c: Claim): boolean =>
  (c.type === 'share' || c.type === 'progress') && explainedByOthers(p, c);

/** What all the claims of a paragraph say against one of them. */
class Others {
  readonly #found: readonly Claim[];
  /** Shares that are right of one whole: they are not wrong of another (其中…占63.7% of what follows, though the total before it is larger). */
  readonly #rightShares = new Set<number>();
  /** Of shares that are wrong in several ways the one that most figures tell. */
  readonly #wrongShares = new Map<number, Claim>();
  /** Gaps that are wrong themselves prove nothing of what stands beside them: 由18增加到24，增加8，增长33%. */
  readonly #wrongGaps = new Set<number>();
  /** Figures that do not fit, and are told once: as what is left of a plan after a sum, as a movement before one. */
  readonly #wrongSums = new Set<string>();
  readonly #wrongMovements = new Set<string>();
  #rightSums: ReadonlyMap<number, readonly Claim[]> | undefined;

  constructor(found: readonly Claim[]) {
    this.#found = found;
    for (const c of found) {
      const { start } = c.blamed;
      if (c.type === 'share' && c.verdict === 'ok') this.#rightShares.add(start);
      if (c.verdict !== 'mismatch') continue;
      if (c.type === 'sum') this.#wrongSums.add(membersOf(c));
      if (c.type === 'difference') {
        this.#wrongGaps.add(start);
        if (c.subject !== 'rest') this.#wrongMovements.add(membersOf(c));
      }
      if (c.type !== 'share') continue;
      const other = this.#wrongShares.get(start);
      if (other === undefined || c.members.length > other.members.length) this.#wrongShares.set(start, c);
    }
  }

  /** Whether the others account for what a claim calls wrong, or tell it better. */
  answers(c: Claim): boolean {
    const { start } = c.blamed;
    if (c.type === 'sum')
      return this.#wrongMovements.has(membersOf(c)) || madeElsewhere(c, (this.#rightSums ??= rightSums(this.#found)));
    if (c.type === 'share') return this.#rightShares.has(start) || this.#wrongShares.get(start) !== c;
    if (c.type === 'difference') return c.subject === 'rest' && this.#wrongSums.has(membersOf(c));
    return c.type === 'growth' && c.members.some((m) => this.#wrongGaps.has(m.start));
  }
}

const membersOf = ({ members }: Claim): string => members.map(({ start }) => start).join();

/** Sums that came out right, by each of their members. */
function rightSums(list: readonly Claim[]): ReadonlyMap<number, readonly Claim[]> {
  const found = new Map<number, Claim[]>();
  for (const c of list) {
    if (c.type !== 'sum' || c.verdict !== 'ok' || c.members.length < 3) continue;
    for (const m of c.members) {
      const before = found.get(m.start);
      if (before === undefined) found.set(m.start, [c]);
      else if (before.length < mostSums) before.push(c);
    }
  }
  return found;
}
/** Sums that one figure takes part in; more never are but in a text made for it. */
const mostSums = 8;

/**
 * A total that comes out right of a list that shares a part with this one is not wrong of what was cut out of it, and parts that make one total are not
 * wrong of another: 收入总计12.6亿元，其中本级4.2亿元、…；支出总计12.1亿元.
 */
function madeElsewhere(wrong: Claim, right: ReadonlyMap<number, readonly Claim[]>): boolean {
  const parts = wrong.members.filter((m) => m.start !== wrong.blamed.start);
  for (const c of right.get(wrong.blamed.start) ?? [])
    if (c.blamed.start === wrong.blamed.start && parts.some((m) => c.members.some((x) => x.start === m.start)))
      return true;
  for (const c of right.get(parts[0]?.start ?? -1) ?? [])
    if (parts.every((m) => m.start !== c.blamed.start && c.members.some((x) => x.start === m.start))) return true;
  return false;
}
