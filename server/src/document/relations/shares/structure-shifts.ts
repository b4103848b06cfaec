/** 第一产业比重下降0.7个百分点，第二、第三产业比重分别提高0.6和0.1个百分点: what some shares of a whole gain the others lose. */
import { Decimal } from '../../../text/decimal.ts';
import { exactAmount, type FigureToken } from '../../figures.ts';
import { type Claim, claim, type Passage } from '../passage.ts';
import { oneSlip } from '../slips.ts';

const industries = /第一产业|一产|第二产业|二产|第三产业|三产|第[一二三](?=[、和与])/g;
const up = /(?:提高|上升|提升|增加|扩大)(?:了)?$/;
const down = /(?:下降|回落|降低|减少|缩小)(?:了)?$/;
const joint = /^[、和与]$/;
const three = 3;

interface Shift {
  readonly figure: FigureToken;
  readonly falls: boolean;
}

export function* structureShifts(p: Passage): Generator<Claim> {
  yield* betweenRatios(p);
  if (!p.text.includes('比重') || !/第三产业|三产/.test(p.text)) return;
  for (let i = 0; i + 2 < p.list.length; i++) {
    if (p.figure(i).kind !== 'percentage-point' || !p.same(i, i + 2)) continue;
    const shifts = shiftsFrom(p, i);
    if (shifts === undefined) continue;
    let sum = Decimal.zero;
    for (const { figure, falls } of shifts)
      sum = falls ? sum.minus(exactAmount(figure)!) : sum.plus(exactAmount(figure)!);
    // three shares, each rounded
    const slack = new Decimal(2n, Math.max(...shifts.map((x) => x.figure.value!.exponent)));
    const off = sum.sign < 0 ? sum.negate() : sum;
    const right = off.compare(slack) <= 0;
    if (!right && !shifts.some((x) => wouldMend(x, sum))) continue;
    const members = shifts.map((x) => x.figure);
    const text = shifts.map((x) => `${x.falls ? '-' : '+'}${x.figure.value}`).join('');
    const last = members[members.length - 1]!;
    yield claim(
      'sum',
      right ? 'ok' : 'mismatch',
      members,
      last,
      () => `${text.replace(/^\+/, '')}=${sum}，各比重升降相抵应为0`,
      last,
    );
  }
}

const adjusted =
  /^[^，,。；;\d]{0,8}(?:调整|优化|转变|演变|变|提升|发展)?(?:为|到|至|成)(?:[^，,。；;\d]{0,6}|\d{4}年的?)$/;
const ofIndustry =
  /(?:第([一二三])产业|([一二三])产)(?:占比|比重)?(?:(提高|上升|提升|增加|扩大)|下降|回落|降低|减少|缩小)(?:了)?$/;
const order = '一二三';
/** Figures on in which the shifts are told. */
const reach = 5;

/** 由25∶40∶35调整为18∶44∶38，一产下降7个百分点: each shift is what lies between the two. */
function* betweenRatios(p: Passage): Generator<Claim> {
  const { figures, text } = p;
  for (let k = 1; k < figures.length; k++) {
    const b = figures[k]!;
    const a = figures[figures[k - 1]!.kind === 'year' && k > 1 ? k - 2 : k - 1]!;
    if (a.parts?.length !== three || b.parts?.length !== three || !adjusted.test(text.slice(a.end, b.start))) continue;
    for (let j = k + 1; j < figures.length && j <= k + reach; j++) {
      const f = figures[j]!;
      if (f.kind !== 'percentage-point' || f.value === null || f.upper !== undefined) continue;
      const m = ofIndustry.exec(text.slice(Math.max(b.end, f.start - 14), f.start));
      if (m === null) continue;
      const at = order.indexOf(m[1] ?? m[2]!);
      const [x, y] = [a.parts[at]!, b.parts[at]!];
      const gap = m[3] === undefined ? x.minus(y) : y.minus(x);
      yield claim(
        'difference',
        gap.equals(f.value) ? 'ok' : 'mismatch',
        [a, b, f],
        f,
        `${y}-${x}=${y.minus(x)}`,
        f,
        gap.sign > 0 ? gap.toString() : undefined,
      );
    }
  }
}

/** Another digit in it would make what is gained what is lost. */
function wouldMend({ figure, falls }: Shift, sum: Decimal): boolean {
  const own = exactAmount(figure)!;
  const wanted = falls ? own.plus(sum) : own.minus(sum);
  return wanted.sign > 0 && oneSlip(figure, wanted);
}

/** The shifts of the three industries from figure `i` on, each named once and in order. */
function shiftsFrom(p: Passage, i: number): readonly Shift[] | undefined {
  const shifts: Shift[] = [];
  let named = 0;
  let falls = false;
  for (let j = i; j < i + three; j++) {
    const figure = p.figure(j);
    if (figure.kind !== 'percentage-point' || figure.value === null || figure.upper !== undefined) return undefined;
    const lead = p.lead(j);
    if (j === i || !joint.test(p.between(j - 1, j))) {
      const before = named;
      named += lead.match(industries)?.length ?? 0;
      const way = down.test(lead) ? true : up.test(lead) ? false : undefined;
      if (way === undefined || named === before || /拉动|贡献|增速|增加值(?!占)/.test(lead)) return undefined;
      falls = way;
    }
    shifts.push({ figure, falls });
  }
  return named === three ? shifts : undefined;
}
