/** 去年120亿元，按增长8%测算，今年要达到129.6亿元; 去年327亿元，今年预计增长7%，达到350亿元: a rate that is planned, and where it leads. */
import { type Claim, type Passage, percentage, quantity, standsForItself } from '../passage.ts';
import { consecutive, growthClaim, multipleClaim } from './reckoned.ts';

/** `，今年预计增长`, `，按照`: what stands between the amount and the rate. */
const ahead =
  /^[，,；;](?:而|若|如果|如|要|按照?|以|拟|年均|同比|今年|明年|全年|预计|预期|计划|目标|力争|确保|安排|为|是|的|\d{4}年)*(?:(?:增长|增速|增幅|递增)(?:率|目标)?(?:为|是|达到?)?)?$/;
/** `的增速测算，全年要达到`: what stands between the rate and where it leads. */
const behind =
  /^(?:左右|以上)?(?:的?(?:增速|速度|增幅|增长率|比例|目标|要求))?(?:增长|递增)?来?(?:测算|计算|推算|估算|考虑|安排)?[，,、](?:那么|则|今年|明年|全年|年底|\d{4}年|总量|总额|到|就|应|要|需|将|可|能|须|必须|有望|预计|计划|力争|确保)*(?:即|为|是|达到?|完成|实现|突破)$/;
const plans = /预计|预期|计划|目标|力争|确保|安排|拟|按|以|若|如/;
const yearNamed = /今年|明年|\d{4}年/;
/** As far apart as the three ever are told, in characters. */
const reach = 40;

/** Finds amounts that a planned growth of the year before does not give. */
export function* projections(p: Passage): Generator<Claim> {
  for (let i = 2; i < p.list.length; i++) {
    const [from, rate, to] = [p.figure(i - 2), p.figure(i - 1), p.figure(i)];
    if (!percentage(rate) || rate.upper !== undefined || !quantity(to) || to.upper !== undefined) continue;
    if (from.base !== to.base || !p.same(i - 2, i) || to.start - from.end > reach || !standsForItself(p, i - 2))
      continue;
    const [before, after] = [p.between(i - 2, i - 1), p.between(i - 1, i)];
    if (!ahead.test(before) || !behind.test(after)) continue;
    const words = before + after;
    if (!plans.test(words) || !words.includes('增') || !follows(p, i - 2, words)) continue;
    yield growthClaim(p, from, to, rate, 1, false);
  }
}

const onThat =
  /^(?:的)?基础上$|^[，,](?:在此基础上|到(?:\d{4}年|明年|年底|“?十[一二三四五]五”?末))?(?:再|要|力争|实现|将|计划|争取)*$/;
const doubled = /^[，,、]?(?:力争|预计|计划|就|要|将|即|也就是)*(?:达到?|为|是|突破|超过)$/;

/** 在2010年56亿元的基础上翻一番，达到112亿元; 现有120亿元，到2025年要翻一番，达到240亿元. */
export function* doublings(p: Passage): Generator<Claim> {
  if (!p.text.includes('翻')) return;
  for (let i = 2; i < p.list.length; i++) {
    const [from, times, to] = [p.figure(i - 2), p.figure(i - 1), p.figure(i)];
    if (times.base !== '番' || !quantity(to) || from.base !== to.base || !p.same(i - 2, i)) continue;
    if (!standsForItself(p, i - 2) || to.upper !== undefined || !doubled.test(p.between(i - 1, i))) continue;
    if (onThat.test(p.between(i - 2, i - 1).replace(/翻$/, ''))) yield multipleClaim(to, from, times, '翻', true);
  }
}

/** The year that is planned is the one after that of amount `j`. */
function follows(p: Passage, j: number, words: string): boolean {
  const { period } = p.list[j]!;
  const year = yearNamed.exec(words)?.[0];
  if (year === undefined) return period === '去年';
  if (year === '明年') return period === '' || period === '今年';
  return consecutive(period, year);
}
