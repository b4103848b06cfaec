/**
 * 事故37起，死亡33人。其中，交通事故30起，死亡26人。采矿事故…: two amounts are told together, and again of each part. Where the parts make the one to the
 * digit, nothing is left out, and they make the other too.
 */
import { Decimal } from '../../../text/decimal.ts';
import { exactAmount, type FigureToken } from '../../figures.ts';
import { type Claim, type Passage, standsForItself } from '../passage.ts';
import { slipped } from '../slips.ts';
import { depthOf } from './part-lists.ts';
import { fits, longestList, partOf, sumClaim } from './parts.ts';

/** 24起、死亡92人: two amounts of which nothing but the name of the second parts them. */
interface Pair {
  readonly first: FigureToken;
  readonly second: FigureToken;
  /** Index of the first statement. */
  readonly at: number;
}

const apart = /^[\u4e00-\u9fa5]{0,4}[，,、]?[\u4e00-\u9fa5]{0,10}$/;
const joined = /^[、，,和]?$/;

/** An amount that tells what there is; 4人 of 同比减少5起4人 tells what changed. */
export function tellsItself(p: Passage, j: number): boolean {
  const f = p.figure(j);
  if (!standsForItself(p, j) || f.value === null || f.approximate || f.bound !== 'exact') return false;
  let first = j;
  while (first > 0 && j - first < longestList && joined.test(p.between(first - 1, first)) && p.same(first - 1, j))
    first--;
  return first === j || standsForItself(p, first);
}

function pairsOf(p: Passage): readonly Pair[] {
  const found: Pair[] = [];
  for (let i = 0; i + 1 < p.list.length; i++) {
    const [first, second] = [p.figure(i), p.figure(i + 1)];
    if (first.base === second.base || second.start - first.end > 14 || !p.same(i, i + 1)) continue;
    if (!apart.test(p.between(i, i + 1)) || !tellsItself(p, i) || !tellsItself(p, i + 1)) continue;
    found.push({ first, second, at: i });
    i++;
  }
  return found;
}

/** Characters between one row and the next. */
const reach = 80;
/** Rows that make a whole of one digit may do so by chance. */
const fewest = 3;
const ten = Decimal.of(10);
/** Where nothing tells that the rows end. */
const hundreds = Decimal.of(200);

/** Finds the one of two columns that differs from its whole where the other makes its own. */
export function* rows(p: Passage): Generator<Claim> {
  if (p.list.length < 6) return;
  const pairs = pairsOf(p);
  for (let h = 0; h + 2 < pairs.length; h++) {
    const table = rowsBehind(p, pairs, h);
    for (let n = table.length; n > 1; n--) {
      const ended =
        n === table.length || endsBehind(p, table[n - 1]!, table[n]!) || isLast(p, table[n - 2]!, table[n - 1]!);
      const found = [...judged(pairs[h]!, table.slice(0, n), ended ? ten : hundreds)];
      if (found.length === 0) continue;
      yield* found;
      h += n;
      break;
    }
  }
}

function rowsBehind(p: Passage, pairs: readonly Pair[], h: number): readonly Pair[] {
  const head = pairs[h]!;
  const found: Pair[] = [];
  let last = head;
  let depth: number | undefined;
  for (let k = h + 1; k < pairs.length && found.length < longestList; k++) {
    const next = pairs[k]!;
    // 建设4起，死亡4人（其中水利1起，死亡1人）；道路…: what stands in brackets tells of the row before them
    const own = depthOf(p.text, head.second.end, next.first.start);
    if (own > (depth ??= own)) {
      last = next;
      continue;
    }
    if (own < depth) break;
    if (next.first.base !== head.first.base || next.second.base !== head.second.base) break;
    if (next.first.start - last.second.end > reach || crossed(p, last.at + 2, next.at, head)) break;
    found.push(next);
    last = next;
  }
  return found;
}

/** An amount of the first column stands alone between two rows; 受伤14人 behind 死亡33人 is a column more. */
function crossed(p: Passage, from: number, to: number, { first }: Pair): boolean {
  for (let j = from; j < to; j++) if (p.figure(j).base === first.base && tellsItself(p, j)) return true;
  return false;
}

/** A sentence, a clause of its own or a bracket ends between two rows. */
const endsBehind = (p: Passage, row: Pair, next: Pair): boolean =>
  /[。；;）)]/.test(p.text.slice(row.second.end, next.first.start));

/** 批准逮捕34件36人，不捕6件18人，期末未结…: what comes out otherwise, or has no name, is told last. */
const isLast = (p: Passage, row: Pair, next: Pair): boolean =>
  /不|未|其他|其余|其它/.test(p.text.slice(row.second.end, next.first.start));

/** `least`: a whole of so many does not come out by chance. */
function* judged(head: Pair, table: readonly Pair[], least: Decimal): Generator<Claim> {
  const columns = [
    { whole: head.first, parts: table.map((row) => partOf(row.first)) },
    { whole: head.second, parts: table.map((row) => partOf(row.second)) },
  ];
  const right = columns.filter(({ whole, parts }) => fits(whole, parts, parts.length));
  if (right.length === 0) return;
  const most = right.reduce(
    (a, { whole }) => (exactAmount(whole)!.compare(a) > 0 ? exactAmount(whole)! : a),
    Decimal.zero,
  );
  if (most.compare(table.length < fewest || least !== ten ? least : Decimal.one) < 0) return;
  for (const { whole, parts } of right) yield sumClaim(whole, parts, true);
  const wrong = columns.find((x) => !right.includes(x));
  if (wrong !== undefined && slipped(wrong.parts, wrong.whole, 0)) yield sumClaim(wrong.whole, wrong.parts, false);
}
