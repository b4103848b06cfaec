/** 每户补助2000元，共补助300户，计60万元; 水稻4.2万亩，亩产600公斤，总产2.52万吨: so much for each, so many of them, and what it makes. */
import type { Decimal, Interval } from '../../text/decimal.ts';
import { amount, exactAmount, type FigureToken } from '../figures.ts';
import { settleRound } from './means.ts';
import { type Claim, claim, digitsLike, judge, type Passage, quantity, show, showLike } from './passage.ts';
import { oneSlip } from './slips.ts';

const together =
  /[，,](?:[^，,。；;、]{0,6}?)(?:共|合计|总计|累计|计)(?:计|需|需要|发放|补助|补贴|支付|投入|兑现|资金|为|约)*$/;
const perUnit = /每([户人亩名个村家头只吨公])(?:每月|每年|每天|一次性)?[^，,。；;每]{0,8}$/;
/** 每期80人: so many come each time. */
const perTurn = /每(期|班|批次?|场次?|轮|届|组|队|车|辆|桌)[^，,。；;每\d]{0,6}$/;
const cameTogether =
  /[，,](?:[^，,。；;、]{0,4}?)(?:共|合计|总计|累计)(?:计|培训|参训|参加|轮训|覆盖|惠及|服务|受益|参与|运送|接待|组织)?[^，,。；;、\d]{0,6}$/;
const perMu = /^[，,、][^。；;\d]{0,12}(?:亩均|亩产)[\u4e00-\u9fa5]{0,8}$/;
const yieldTogether = /^[，,、](?:预计)?(?:总产量?|产量)(?:可达|达到?|为)?$/;
/** A total told together stands no further behind what it is made of, in characters. */
const nearest = 20;

export function* products(p: Passage): Generator<Claim> {
  for (let i = 2; i < p.list.length; i++) {
    const f = p.figure(i);
    if (!plain(f) || p.lead(i).length > nearest || !p.same(i, i - 2)) continue;
    const found = f.dimension === 'mass' ? yielded(p, i) : product(p, i);
    if (found !== undefined) yield found;
  }
}

/** One known amount, and no range. */
const plain = (f: FigureToken): boolean => quantity(f) && f.value !== null && f.upper === undefined;

/** 每户补助2000元，共补助300户，计60万元; 12期，每期80人，共培训960人次. */
function product(p: Passage, i: number): Claim | undefined {
  const f = p.figure(i);
  const money = f.dimension === 'money';
  if (!money && f.base !== '人' && f.base !== '人次') return undefined;
  const lead = p.lead(i);
  if (!(money ? together : cameTogether).test(lead)) return undefined;
  const price = alike(p.figure(i - 2), f) ? i - 2 : i - 1;
  const [each, n] = [p.figure(price), p.figure(price === i - 1 ? i - 2 : i - 1)];
  if (!plain(each) || !plain(n) || !alike(each, f) || alike(n, f)) return undefined;
  const per = (money ? perUnit : perTurn).exec(p.lead(price));
  if (per === null || !countedIn(p, n, per[1] === '名' ? '人' : per[1]!)) return undefined;
  // so much a month makes so much a month
  if (p.text[each.end] === '/') return undefined;
  const span = /每(?:月|年|天|季|学)/.exec(per[0])?.[0];
  if (span !== undefined && !lead.includes(span)) return undefined;
  if (/[。；;]/.test(p.text.slice(Math.min(each.start, n.start), f.start))) return undefined;
  const exact = exactAmount(each)!;
  const range = each.whole || each.exponent === 0 ? { low: exact, high: exact } : amount(each);
  const made = exact.times(exactAmount(n)!);
  // as many as there were places need not have come each time: then it is a slip where one digit makes it right
  const sure = money || oneSlip(f, made);
  return productClaim(each, n, f, multiplied(range, amount(n)), sure);
}

/** Counted in one unit; who comes is counted in heads or in visits. */
const alike = (a: FigureToken, b: FigureToken): boolean =>
  a.base === b.base || (a.base === '人' && b.base === '人次') || (a.base === '人次' && b.base === '人');

const countedIn = (p: Passage, n: FigureToken, unit: string): boolean =>
  n.base === unit || p.text.startsWith(unit, n.end) || p.text.startsWith(unit, n.end - 1);

/** 水稻4.2万亩，亩产600公斤，总产2.52万吨. */
function yielded(p: Passage, i: number): Claim | undefined {
  const [area, each, f] = [p.figure(i - 2), p.figure(i - 1), p.figure(i)];
  if (!plain(area) || !plain(each) || area.base !== '亩' || area.value!.sign <= 0 || each.base !== f.base)
    return undefined;
  if (!yieldTogether.test(p.lead(i)) || !perMu.test(p.lead(i - 1))) return undefined;
  const range = multiplied(amount(area), amount(each));
  // a yield of 600公斤 is often rounder than it looks
  const mean = exactAmount(f)!.over(exactAmount(area)!, each.exponent + Math.min(0, each.value!.exponent));
  const sure = settleRound('mismatch', mean, each) === 'mismatch';
  return productClaim(area, each, f, range, sure);
}

const multiplied = (a: Interval, b: Interval): Interval => ({ low: times(a.low, b.low), high: times(a.high, b.high) });
const times = (a: Decimal | undefined, b: Decimal | undefined): Decimal | undefined =>
  a === undefined || b === undefined ? undefined : a.times(b);

/** `f` is what the two make. Where that is not `sure` to be meant, a total that differs is no fault. */
function productClaim(a: FigureToken, b: FigureToken, f: FigureToken, range: Interval, sure: boolean): Claim {
  const exact = exactAmount(a)!.times(exactAmount(b)!);
  const verdict = judge(range, f);
  return {
    ...claim(
      'average',
      verdict === 'mismatch' && (!sure || a.approximate || b.approximate) ? 'unsure' : settleRound(verdict, exact, f),
      [a, b, f],
      f,
      () => `${show(a)}×${show(b)}=${showLike(exact, f)}`,
      f,
      digitsLike(exact, f),
    ),
    subject: 'product',
  };
}
