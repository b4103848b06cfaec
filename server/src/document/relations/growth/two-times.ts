/** 去年完成80亿元，今年完成100亿元: the same at two times, each told in a clause of its own. */
import { charactersOf, holdsAny } from '../../../text/characters.ts';
import type { Passage } from '../passage.ts';
import type { Pair } from './pairs.ts';
import { consecutive, level } from './reckoned.ts';

/** A time at which something is told, and the part of the year that goes with it. */
const time =
  /(大前年|前年|去年|上年|上一年|今年|明年|年初|期初|原来|当初|此前|[一二三四五六七八九十]年前|\d{4}年|目前|现在|如今|眼下|年底|年末|期末)(?:的?(?:这个)?时候|同期|[底末初])?((?:全年|[上下]半年|前?[一二三四]个?季度|\d{1,2}[-—～至]\d{1,2}月份?|\d{1,2}月份?)?)([底末]?)/g;
/** In front of the second amount: nothing but the time, words that are no name, and what was named before. */
const second =
  /^[\u4e00-\u9fa5]{0,3}[，,；;](?:而|但|到了?|至|截至)?((?:[^，,。；;、\d]|\d{4}年|\d{1,2}[-—～至]?\d{0,2}月){2,22})$/;
const filler =
  /我们|被|咱们|自己|已经?|就|要|力争|确保|预计|计划|将|可|能|能够|只|仅|还|也|一下子|实际|累计|一共|共|完成|实现|达到?|增加|增长|提高|上升|发展|减少|下降|降低?|加压|到|至|为|是|有|突破|的|了|超过|升|增|减|压/g;
const begins = /年初|期初|原来|当初|此前|年前|去年|上年/;
const now = /目前|现在|如今|眼下|年底|年末|期末/;

/** Figure `i` is what there is at the second time, and the amount before it what there was at the first. */
export function timesApart(p: Passage, i: number): Pair | undefined {
  const from = i - 1;
  const [a, b] = [p.figure(from), p.figure(i)];
  if (!level(a) || !level(b) || a.base !== b.base || a.kind !== b.kind || a.dimension === 'time' || !p.same(from, i))
    return undefined;
  const between = p.between(from, i);
  const clause = between.length > longest || !holdsAny(between, mayTime) ? null : second.exec(between);
  if (clause === null) return undefined;
  const lead = p.clauseLead(from);
  const [first, then] = [lastTime(lead), lastTime(clause[1]!)];
  if (first === undefined || then === undefined || first.word === then.word || !(first.part === then.part || then.end))
    return undefined;
  if (/[比较占与同]|其中|分别|目标|任务|计划/.test(lead.slice(first.start))) return undefined;
  // what is named at the second time is what was named at the first
  const name = clause[1]!.replace(then.whole, '').replace(filler, '');
  if (name !== '' && !lead.includes(name)) return undefined;
  // 去年是3.2亿元，前年是2.5亿元
  if (follows(then.word, first.word)) return { from: i, to: from, moved: false, bound: true };
  return { from, to: i, moved: false, bound: follows(first.word, then.word) };
}
const longest = 28;
/** One of them is in every time. */
const mayTime = charactersOf('年期原当此目现如眼');

/** From the one to the other it is a year, or from the beginning to the end. */
const follows = (first: string, then: string): boolean =>
  consecutive(first === '上年' || first === '上一年' ? '去年' : first, then) ||
  (first === '前年' && then === '去年') ||
  (first === '今年' && then === '明年') ||
  (begins.test(first) && now.test(then));

interface Time {
  readonly word: string;
  readonly part: string;
  /** 6月底: what there is then, and not what there was since. */
  readonly end: boolean;
  readonly whole: string;
  readonly start: number;
}

/** The last time that is named in a text. */
function lastTime(text: string): Time | undefined {
  let found: Time | undefined;
  for (const m of text.matchAll(time))
    found = { word: m[1]!, part: m[2]!.replace('全年', ''), end: m[3] !== '', whole: m[0], start: m.index };
  return found;
}
