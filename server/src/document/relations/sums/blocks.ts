/**
 * 中小学30所，在校生33262人。¶——小学。校数17所，在校生22250人。¶——初中。校数13所，在校生11012人: a paragraph tells several wholes, and each of the next
 * ones what part of them is its own. Where the parts make one of the wholes to the digit, they make the others.
 */
import { Decimal } from '../../../text/decimal.ts';
import { exactAmount, type FigureToken } from '../../figures.ts';
import { remember } from '../../remember.ts';
import type { AcrossClaim, Place } from '../across/across-wholes.ts';
import { digitsLike } from '../passage.ts';
import { slipped } from '../slips.ts';
import { exactTotal, fits, longestList, note, type Part, type Totals, totalsOf } from './parts.ts';
import { tellsItself } from './rows.ts';

/** An amount of a paragraph with what it is called there. */
interface Cell {
  readonly figure: FigureToken;
  readonly exact: Decimal;
  /** The last characters before the figure: 校舍总面积. */
  readonly name: string;
  /** No other amount of its unit stands before it. */
  readonly first: boolean;
}

/** A whole of the paragraph that tells several, with its parts in the paragraphs behind it. */
interface Column {
  readonly whole: FigureToken;
  readonly parts: readonly Part[];
  /** What the first of them make, for each number of them. */
  readonly totals: Totals;
}

const longestName = 5;
/** What stands between a name and its amount. */
const linking = /(?:(?:分别)?[为有达共]|达到|共有|完成|实现)+$/;

/** The amounts of a paragraph that may be wholes or parts; a whole table in one paragraph is told by itself. */
const cellsOf = remember((facts): readonly Cell[] => {
  const { passage: p } = facts.claims!;
  const found: Cell[] = [];
  const bases = new Set<string>();
  for (let j = 0; j < p.list.length && found.length < longestList; j++) {
    if (!tellsItself(p, j)) continue;
    const figure = p.figure(j);
    const name = /[\u4e00-\u9fa5]*$/.exec(p.lead(j).replace(linking, ''))![0].slice(-longestName);
    const exact = exactAmount(figure) ?? Decimal.zero;
    found.push({ figure, exact, name, first: !bases.has(figure.base) });
    bases.add(figure.base);
  }
  return found;
});

/** Finds the columns of paragraphs that stand under one another. */
export function* blocks(places: readonly Place[]): Generator<AcrossClaim> {
  for (let k = 0; k + 2 < places.length; k++) {
    // two rows at least; most paragraphs with figures do not stand so
    if (places[k + 2]!.paragraph - places[k]!.paragraph !== 2) continue;
    // most paragraphs have no two below them that tell amounts: at a keystroke they are asked, and that is all
    if (!mayStandAbove(places, k)) continue;
    const columns = columnsBelow(places, k);
    if (columns.length === 0) continue;
    const most = Math.max(0, ...columns.map((x) => x.parts.length));
    for (let n = most; n > 1; n--) {
      const found = judged(columns, n);
      if (found.length === 0) continue;
      for (const { column, right } of found) yield columnClaim(column, k, right);
      k += n;
      break;
    }
  }
}

const mayStandAbove = (places: readonly Place[], k: number): boolean =>
  places[k + 2]!.paragraph - places[k]!.paragraph === 2 &&
  cellsOf(places[k]!.passage.facts).length > 0 &&
  cellsOf(places[k + 1]!.passage.facts).length > 0 &&
  cellsOf(places[k + 2]!.passage.facts).length > 0;

function columnsBelow(places: readonly Place[], k: number): readonly Column[] {
  const head = places[k]!;
  const below = cellsOf(places[k + 1]!.passage.facts);
  const columns: { whole: Cell; parts: Part[]; sum: Decimal }[] = [];
  for (const whole of cellsOf(head.passage.facts))
    if (cellUnder(whole, below) !== undefined) columns.push({ whole, parts: [], sum: Decimal.zero });
  if (columns.length === 0) return [];
  let near = false;
  for (let r = 1; k + r < places.length && r <= longestList; r++) {
    const { passage, paragraph } = places[k + r]!;
    if (paragraph - head.paragraph !== r) break;
    const cells = cellsOf(passage.facts);
    let open = false;
    for (const column of columns) {
      const { whole, parts } = column;
      if (parts.length !== r - 1) continue;
      const cell = cellUnder(whole, cells);
      if (cell === undefined) continue;
      parts.push({ figure: cell.figure, label: cell.name, times: 1 });
      column.sum = column.sum.plus(cell.exact);
      const within = !exceeds(column.sum, whole.exact);
      open ||= within;
      near ||= within && r > 1 && !exceeds(whole.exact, column.sum);
    }
    // where every sum is past its whole no more rows make one come out
    if (!open) break;
  }
  if (!near) return [];
  return columns
    .filter((x) => x.parts.length > 1)
    .map(({ whole: { figure }, parts }) => ({ whole: figure, parts, totals: totalsOf(parts) }));
}

const ten = Decimal.of(10);
const eleven = Decimal.of(11);
/** More than rounding makes of it. */
const exceeds = (sum: Decimal, whole: Decimal): boolean => sum.times(ten).compare(whole.times(eleven)) > 0;

/** The amount of that name; where no name tells it, the first of its unit. */
function cellUnder({ figure, name, first }: Cell, cells: readonly Cell[]): Cell | undefined {
  let own: Cell | undefined;
  for (const x of cells) {
    if (x.figure.base !== figure.base) continue;
    if (name.length > 1 && x.name === name) return x;
    if (first && x.first) own ??= x;
  }
  return own;
}

interface Judged {
  readonly column: Column;
  readonly right: boolean;
}

/** The columns of `n` rows: those that come out, and with them those that would but for one digit. */
function judged(columns: readonly Column[], n: number): readonly Judged[] {
  const long = columns.filter((x) => x.parts.length >= n);
  if (
    !proves(
      long.filter(({ whole, parts, totals }) => fits(whole, parts, n, totals)),
      n,
    )
  )
    return [];
  const cut = long.map(({ whole, parts, totals }): Column => ({ whole, parts: parts.slice(0, n), totals }));
  const right = cut.filter(({ whole, parts, totals }) => fits(whole, parts, n, totals));
  const wrong = cut.filter((x) => !right.includes(x) && slipped(x.parts, x.whole));
  // most of what is told must come out
  if (wrong.length > right.length) return [];
  return cut
    .filter((x) => right.includes(x) || wrong.includes(x))
    .map((column) => ({ column, right: right.includes(column) }));
}

/** Digits that sums of two, and of more, do not hit by chance. */
const enough = (n: number): number => (n > 3 ? 2 : 3);
const digits = ({ whole }: Column): number => whole.value!.coefficient.toString().length;
const proves = (right: readonly Column[], n: number): boolean =>
  right.some((x) => digits(x) >= enough(n)) || (right.length > 1 && right.some((x) => digits(x) > 1));

function columnClaim({ whole, parts }: Column, k: number, right: boolean): AcrossClaim {
  const n = parts.length;
  return {
    type: 'sum',
    verdict: right ? 'ok' : 'mismatch',
    note: () => note(parts, n, whole),
    members: [{ at: k, figure: whole }, ...parts.map(({ figure }, r) => ({ at: k + r + 1, figure }))],
    blamed: { at: k, figure: whole },
    digits: digitsLike(exactTotal(parts, n), whole),
  };
}
