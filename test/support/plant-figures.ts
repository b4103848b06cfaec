/**
 * Sentences whose figures agree, in the wordings of official reports, and the same sentences with one figure mistyped. Every wording knows by itself
 * whether its figures still agree, so that only what a careful reader would call wrong is planted: at least twice the last digit given.
 */
import type { Random } from './plant.ts';

export interface Wording {
  /** Type of the check that must speak. */
  readonly type: string;
  /** Draws figures that agree. */
  readonly draw: (random: Random) => readonly string[];
  readonly say: (...figures: readonly string[]) => string;
  /** How far from agreement, in the last digit of the figure that is derived: 0 agrees. */
  readonly off: (...figures: readonly number[]) => number;
}

const whole = (random: Random, low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
const tenths = (random: Random, low: number, high: number): number =>
  Math.round((low + random() * (high - low)) * 10) / 10;
const fixed = (n: number, digits: number): string => n.toFixed(digits);
const ratio = (part: number, all: number): number => (part / all) * 100;

/** 100 × part ÷ all, told with one decimal. */
const shareOff = (part: number, all: number, told: number): number => Math.abs(ratio(part, all) - told) / 0.1;
const sumOff = (all: number, ...parts: number[]): number => Math.abs(parts.reduce((a, b) => a + b, 0) - all);

const partsOf =
  (n: number, low: number, high: number) =>
  (random: Random): readonly string[] => {
    const parts = Array.from({ length: n }, () => whole(random, low, high));
    return [String(parts.reduce((a, b) => a + b, 0)), ...parts.map(String)];
  };
const share = (random: Random): readonly string[] => {
  const all = whole(random, 110, 900);
  const part = whole(random, Math.ceil(all * 0.15), Math.floor(all * 0.9));
  return [String(all), String(part), fixed(ratio(part, all), 1)];
};
const moneyShare = (random: Random): readonly string[] => {
  const all = tenths(random, 20, 90);
  const part = tenths(random, all * 0.2, all * 0.95);
  return [fixed(all, 1), fixed(part, 1), fixed(ratio(part, all), 1)];
};
const growth = (random: Random): readonly string[] => {
  const from = tenths(random, 20, 90);
  const to = tenths(random, from * 1.05, from * 1.9);
  return [fixed(from, 1), fixed(to, 1), fixed(ratio(to - from, from), 1)];
};
const growthOff = (from: number, to: number, told: number): number =>
  Math.abs(ratio(to - from, from) - told) / (0.1 + (0.1 / from) * 100 * (to / from));
const moved = (random: Random): readonly string[] => {
  const from = whole(random, 110, 250);
  const more = whole(random, 15, 90);
  return [String(from), String(from + more), String(more)];
};
const percents = (random: Random): readonly string[] => {
  const low = tenths(random, 20, 60);
  const high = tenths(random, low + 1.2, low + 20);
  return [fixed(low, 1), fixed(high, 1), fixed(high - low, 1)];
};
const percentsOff = (low: number, high: number, told: number): number => Math.abs(high - low - told) / 0.1;

export const wordings: readonly Wording[] = [
  // sums
  { type: 'sum', draw: partsOf(3, 12, 60), say: (a, b, c, d) => `全县共签约项目${a}个，其中工业项目${b}个、农业项目${c}个、服务业项目${d}个。`, off: sumOff },
  { type: 'sum', draw: partsOf(2, 1200, 4800), say: (a, b, c) => `全年城镇新增就业${a}人，其中男性${b}人，女性${c}人。`, off: sumOff },
  { type: 'sum', draw: partsOf(4, 11, 49), say: (a, b, c, d, e) => `创建示范村${a}个（甲镇${b}个、乙镇${c}个、丙镇${d}个、丁镇${e}个）。`, off: sumOff },
  { type: 'sum', draw: partsOf(3, 21, 88), say: (a, b, c, d) => `城东街道整治${b}处、城西街道整治${c}处、城南街道整治${d}处，合计${a}处。`, off: sumOff },
  { type: 'sum', draw: partsOf(2, 130, 470), say: (a, b, c) => `办理人大代表建议${b}件、政协提案${c}件，共${a}件。`, off: sumOff },
  { type: 'sum', draw: partsOf(3, 110, 990), say: (a, b, c, d) => `实现总收入${a}亿元，同比增长5.2%。其中，甲类收入${b}亿元，增长4.4%；乙类收入${c}亿元，增长3.3%；丙类收入${d}亿元，增长2.7%。`, off: sumOff },
  { type: 'sum', draw: partsOf(2, 32, 95), say: (a, b, c) => `反馈的${a}个问题，已完成整改${b}个，其余${c}个年内全部销号。`, off: sumOff },
  { type: 'sum', draw: partsOf(3, 14, 78), say: (a, b, c, d) => `表彰先进个人${a}名，分别为优秀教师${b}名、优秀班主任${c}名和优秀教育工作者${d}名。`, off: sumOff },
  { type: 'sum', draw: partsOf(3, 12, 66), say: (a, b, c, d) => `引进亿元以上项目共${a}个，其中10月份${b}个、11月份${c}个、12月份${d}个。`, off: sumOff },
  { type: 'sum', draw: partsOf(3, 140, 780), say: (a, b, c, d) => `财政安排专项资金${a}万元，比上年增长8%，其中教育${b}万元、卫生${c}万元、文化${d}万元。`, off: sumOff },
  {
    type: 'sum',
    draw: (random) => {
      const first = tenths(random, 5, 15);
      const second = tenths(random, 35, 45);
      return [fixed(first, 1), fixed(second, 1), fixed(100 - first - second, 1)];
    },
    say: (a, b, c) => `三次产业结构调整为${a}∶${b}∶${c}。`,
    off: (a, b, c) => Math.abs(a! + b! + c! - 100) / 0.1,
  },
  // shares
  { type: 'share', draw: share, say: (a, b, c) => `全校现有教职工${a}人，其中专任教师${b}人，占比${c}%。`, off: (a, b, c) => shareOff(b!, a!, c!) },
  { type: 'share', draw: share, say: (a, b, c) => `今年安排重点项目${a}个，开工项目${b}个，开工率${c}%。`, off: (a, b, c) => shareOff(b!, a!, c!) },
  { type: 'share', draw: share, say: (a, b, c) => `全县共引进项目${a}个。总体看，质量明显提高。其中，亿元以上项目${b}个，占项目总数的${c}%。`, off: (a, b, c) => shareOff(b!, a!, c!) },
  { type: 'share', draw: share, say: (a, b, c) => `${a}户脱贫户中，有${b}户发展了产业，占${c}%。`, off: (a, b, c) => shareOff(b!, a!, c!) },
  { type: 'share', draw: moneyShare, say: (a, b, c) => `完成工业投资${b}亿元，占全部投资${a}亿元的${c}%。`, off: (a, b, c) => Math.abs(ratio(b!, a!) - c!) / (0.1 + (10 / a!) * 1.2) },
  { type: 'share', draw: share, say: (a, b, c) => `共排查隐患${a}条，已整改${b}条，整改率${c}%。`, off: (a, b, c) => shareOff(b!, a!, c!) },
  { type: 'share', draw: moneyShare, say: (a, b, c) => `一般公共预算收入${a}亿元，同比增长5.3%，其中税收收入${b}亿元，占${c}%。`, off: (a, b, c) => Math.abs(ratio(b!, a!) - c!) / (0.1 + (10 / a!) * 1.2) },
  { type: 'progress', draw: moneyShare, say: (a, b, c) => `完成固定资产投资${b}亿元，完成年计划${a}亿元的${c}%。`, off: (a, b, c) => Math.abs(ratio(b!, a!) - c!) / (0.1 + (10 / a!) * 1.2) },
  { type: 'progress', draw: moneyShare, say: (a, b, c) => `年度计划投资${a}亿元，已完成${b}亿元，占年度计划的${c}%。`, off: (a, b, c) => Math.abs(ratio(b!, a!) - c!) / (0.1 + (10 / a!) * 1.2) },
  { type: 'progress', draw: share, say: (a, b, c) => `新开工工业项目${b}个，完成年度目标任务${a}个的${c}%。`, off: (a, b, c) => shareOff(b!, a!, c!) },
  { type: 'subset', draw: (random) => [String(whole(random, 60, 99)), String(whole(random, 20, 50))], say: (a, b) => `县委从${a}个项目中筛选了${b}个重点项目。`, off: (a, b) => (b! > a! ? 10 : 0) },
  // growth
  { type: 'growth', draw: growth, say: (a, b, c) => `财政收入从${a}亿元增长到${b}亿元，增长${c}%。`, off: growthOff },
  { type: 'growth', draw: growth, say: (a, b, c) => `由2020年的${a}亿元增加到2021年的${b}亿元，增幅达${c}%。`, off: growthOff },
  { type: 'growth', draw: growth, say: (a, b, c) => `实际到位资金${b}亿元，比上年的${a}亿元增长${c}%。`, off: growthOff },
  { type: 'growth', draw: growth, say: (a, b, c) => `社会消费品零售总额${b}亿元，去年同期为${a}亿元，增长${c}%。`, off: growthOff },
  {
    type: 'growth',
    draw: (random) => {
      const base = whole(random, 2000, 9000);
      const more = whole(random, 300, 1500);
      return [String(base + more), String(more), fixed(ratio(more, base), 1)];
    },
    say: (a, b, c) => `税收收入${a}万元，比上年增收${b}万元，增长${c}%。`,
    off: (a, b, c) => Math.abs(ratio(b!, a! - b!) - c!) / 0.2,
  },
  {
    type: 'growth',
    draw: (random) => {
      const base = whole(random, 2000, 9000);
      const less = whole(random, 300, 1500);
      return [String(base - less), String(less), fixed(ratio(less, base), 1)];
    },
    say: (a, b, c) => `信访总量${a}件，同比减少${b}件，下降${c}%。`,
    off: (a, b, c) => Math.abs(ratio(b!, a! + b!) - c!) / 0.2,
  },
  {
    type: 'growth',
    draw: (random) => {
      const from = whole(random, 100, 400);
      const rate = whole(random, 5, 20);
      return [String(from), String(Math.round(from * (1 + rate / 100) ** 4)), String(rate)];
    },
    say: (a, b, c) => `年产量由2016年的${a}万吨增加到2020年的${b}万吨，年均增长${c}%。`,
    off: (a, b, c) => Math.abs(((b! / a!) ** 0.25 - 1) * 100 - c!) / 1.5,
  },
  // differences
  { type: 'difference', draw: percents, say: (a, b, c) => `城镇化率从${a}%提高到${b}%，提高${c}个百分点。`, off: percentsOff },
  { type: 'difference', draw: percents, say: (a, b, c) => `本科上线率${b}%，比去年的${a}%提高${c}个百分点。`, off: percentsOff },
  { type: 'difference', draw: percents, say: (a, b, c) => `投资增长${b}%，高于全市平均水平${c}个百分点（全市为${a}%）。`, off: (a, b, c) => percentsOff(a!, b!, c!) },
  { type: 'difference', draw: percents, say: (a, b, c) => `增速最高的甲县为${b}%，最低的乙县为${a}%，两者相差${c}个百分点。`, off: (a, b, c) => percentsOff(a!, b!, c!) },
  {
    type: 'difference',
    draw: (random) => {
      const from = whole(random, 110, 400);
      const more = whole(random, 15, 90);
      return [String(from), String(from + more), String(more)];
    },
    say: (a, b, c) => `规模以上企业由${a}家增加到${b}家，净增${c}家。`,
    off: (a, b, c) => Math.abs(b! - a! - c!),
  },
  {
    type: 'difference',
    draw: (random) => {
      const from = whole(random, 110, 400);
      const more = whole(random, 15, 90);
      return [String(from + more), String(from), String(more)];
    },
    say: (a, b, c) => `高新技术企业达到${a}家，比上年末的${b}家增加${c}家。`,
    off: (a, b, c) => Math.abs(a! - b! - c!),
  },
  // steps put the other way round
  { type: 'difference', draw: percents, say: (a, b, c) => `服务业增速比一季度的${a}%加快${c}个百分点，达到${b}%。`, off: percentsOff },
  { type: 'difference', draw: percents, say: (a, b, c) => `去年增速为${b}%，今年上半年增速为${a}%，回落${c}个百分点。`, off: percentsOff },
  { type: 'difference', draw: percents, say: (a, b, c) => `税收占比为${b}%，同比提高${c}个百分点，去年同期为${a}%。`, off: percentsOff },
  { type: 'difference', draw: percents, say: (a, b, c) => `我市增速为${b}%，全国为${a}%，高出全国${c}个百分点。`, off: percentsOff },
  { type: 'difference', draw: percents, say: (a, b, c) => `城镇居民收入增长${a}%，农村居民收入增长${b}%，农村居民收入增速快于城镇${c}个百分点。`, off: percentsOff },
  { type: 'difference', draw: percents, say: (a, b, c) => `投资增长${b}%，高于全市平均水平${c}个百分点，全市增长${a}%。`, off: percentsOff },
  { type: 'difference', draw: moved, say: (a, b, c) => `空气优良天数达到${b}天，同比增加${c}天，去年为${a}天。`, off: (a, b, c) => Math.abs(b! - a! - c!) },
  { type: 'difference', draw: moved, say: (a, b, c) => `贷款余额由年初的${a}亿元增加到${b}亿元，比年初增加${c}亿元。`, off: (a, b, c) => Math.abs(b! - a! - c!) },
  { type: 'sum', draw: partsOf(2, 32, 95), say: (a, b, c) => `会议应到代表${a}人，实到${b}人，请假${c}人。`, off: sumOff },
  { type: 'sum', draw: partsOf(2, 32, 95), say: (a, b, c) => `共收到来信${a}件，已办结${b}件，另有${c}件正在办理。`, off: sumOff },
  { type: 'sum', draw: partsOf(2, 120, 395), say: (a, b, c) => `上半年完成税收${b}万元，下半年完成${c}万元，全年合计${a}万元。`, off: sumOff },
  { type: 'share', draw: share, say: (a, b, c) => `调查的${a}户农户中，有${b}户表示满意，满意率达${c}%。`, off: (a, b, c) => shareOff(b!, a!, c!) },
  { type: 'share', draw: share, say: (a, b, c) => `全年发生事故${a}起，其中酒驾引发的${b}起，所占比例为${c}%。`, off: (a, b, c) => shareOff(b!, a!, c!) },
  { type: 'share', draw: share, say: (a, b, c) => `应缴费${a}户，已缴费${b}户，征缴率达${c}%。`, off: (a, b, c) => shareOff(b!, a!, c!) },
  { type: 'growth', draw: growth, say: (a, b, c) => `去年同期完成${a}亿元，今年完成${b}亿元，同比增长${c}%。`, off: growthOff },
  {
    type: 'progress',
    draw: (random) => {
      const ahead = whole(random, 2, 12);
      return [String(75 + ahead), String(ahead)];
    },
    say: (a, b) => `截至9月底，完成投资36亿元，占年度计划的${a}%，超时间进度${b}个百分点。`,
    off: (a, b) => Math.abs(a! - 75 - b!) * 2,
  },
  { type: 'subset', draw: (random) => [String(whole(random, 60, 99)), String(whole(random, 20, 50))], say: (a, b) => `全县${a}个贫困村，已有${b}个脱贫出列。`, off: (a, b) => (b! > a! ? 10 : 0) },
  {
    type: 'multiple',
    draw: (random) => {
      const base = whole(random, 12_000, 19_000);
      const times = tenths(random, 1.5, 3.5);
      return [String(Math.round(base * times)), String(base), fixed(times, 1)];
    },
    say: (a, b, c) => `城镇居民收入${a}元，农村居民收入${b}元，前者是后者的${c}倍。`,
    off: (a, b, c) => Math.abs(a! / b! - c!) / 0.1,
  },
  {
    type: 'average',
    draw: (random) => {
      const each = whole(random, 12, 40);
      return [String(each * 12), String(each)];
    },
    say: (a, b) => `全市12个县区共引进项目${a}个，平均每个县区${b}个。`,
    off: (a, b) => (Math.abs(a! / 12 - b!) / b!) * 30,
  },
  // what several things come to, in one breath
  {
    type: 'sum',
    draw: (random) => {
      const parts = [tenths(random, 10, 60), tenths(random, 40, 190), tenths(random, 40, 190)];
      return [fixed(parts[0]! + parts[1]! + parts[2]!, 1), ...parts.map((n) => fixed(n, 1))];
    },
    say: (a, b, c, d) => `三次产业分别完成增加值${b}亿元、${c}亿元和${d}亿元，全县生产总值达到${a}亿元。`,
    off: (a, b, c, d) => Math.abs(b! + c! + d! - a!) / 0.2,
  },
  {
    type: 'sum',
    draw: (random) => {
      const [a, b] = [tenths(random, 8, 20), tenths(random, 35, 45)];
      return [fixed(a, 1), fixed(b, 1), fixed(100 - a - b, 1)];
    },
    say: (a, b, c) => `三次产业增加值占生产总值的比重分别为${a}%、${b}%和${c}%。`,
    off: (a, b, c) => Math.abs(a! + b! + c! - 100) / 0.2,
  },
  { type: 'sum', draw: partsOf(3, 1200, 4800), say: (a, b, c, d) => `一季度完成${b}万元，二季度完成${c}万元，三季度完成${d}万元，前三季度累计完成${a}万元。`, off: sumOff },
  { type: 'sum', draw: partsOf(2, 32, 95), say: (a, b, c) => `表彰先进集体${b}个、先进个人${c}名，共${a}个（名）。`, off: sumOff },
  { type: 'sum', draw: partsOf(3, 210, 890), say: (a, b, c, d) => `工程总投资${a}万元，分三期实施，一期${b}万元，二期${c}万元，三期${d}万元。`, off: sumOff },
  { type: 'sum', draw: partsOf(3, 210, 890), say: (a, b, c, d) => `下拨专项资金${a}万元，省级${b}万元、市级${c}万元、县级${d}万元。`, off: sumOff },
  { type: 'sum', draw: partsOf(2, 32, 95), say: (a, b, c) => `共排查问题${a}个，已整改${b}个，正在整改${c}个。`, off: sumOff },
  {
    type: 'growth',
    draw: (random) => {
      const [a, b] = [tenths(random, 20, 90), tenths(random, 20, 90)];
      const [c, d] = [tenths(random, a * 1.05, a * 1.9), tenths(random, b * 1.05, b * 1.9)];
      return [a, b, c, d, ratio(c - a, a), ratio(d - b, b)].map((n) => fixed(n, 1));
    },
    say: (a, b, c, d, e, f) => `出口、进口分别由${a}亿元、${b}亿元增加到${c}亿元、${d}亿元，分别增长${e}%和${f}%。`,
    off: (a, b, c, d, e, f) => Math.max(growthOff(a!, c!, e!), growthOff(b!, d!, f!)),
  },
  { type: 'growth', draw: growth, say: (a, b, c) => `发电量${b}亿千瓦时，增长${c}%，上年为${a}亿千瓦时。`, off: growthOff },
  { type: 'share', draw: share, say: (a, b, c) => `共办理案件${a}件。其中院领导办理${b}件，占${c}%。`, off: (a, b, c) => shareOff(b!, a!, c!) },
  {
    type: 'progress',
    draw: (random) => {
      const all = whole(random, 200, 900);
      const done = whole(random, Math.ceil(all * 1.05), Math.floor(all * 1.4));
      return [String(all), String(done), fixed(ratio(done, all) - 100, 1)];
    },
    say: (a, b, c) => `全年计划收储土地${a}亩，实际收储${b}亩，超额完成计划${c}%。`,
    off: (a, b, c) => Math.abs(ratio(b!, a!) - 100 - c!) / 0.1,
  },
  { type: 'difference', draw: percents, say: (a, b, c) => `城镇化率比2018年提高${c}个百分点，由${a}%提高到${b}%。`, off: percentsOff },
  { type: 'difference', draw: moved, say: (a, b, c) => `年初结存${a}万元，年末结存${b}万元，增加${c}万元。`, off: (a, b, c) => Math.abs(b! - a! - c!) },
  { type: 'difference', draw: moved, say: (a, b, c) => `出口${b}亿美元，进口${a}亿美元，顺差${c}亿美元。`, off: (a, b, c) => Math.abs(b! - a! - c!) },
  {
    type: 'difference',
    draw: (random) => {
      const to = whole(random, 2, 9);
      const from = to + whole(random, 2, 9);
      return [String(from), String(to), String(from - to)];
    },
    say: (a, b, c) => `综合考评由第${a}位上升到第${b}位，前进${c}位。`,
    off: (a, b, c) => Math.abs(a! - b! - c!) * 2,
  },
  { type: 'subset', draw: (random) => [String(whole(random, 11, 19)), String(whole(random, 2, 9))], say: (a, b) => `在全省${a}个市州中排名第${b}位。`, off: (a, b) => (b! > a! ? 10 : 0) },
  {
    type: 'average',
    draw: (random) => {
      const [each, n] = [whole(random, 12, 60) * 100, whole(random, 110, 480)];
      return [String(each), String(n), fixed((each * n) / 10_000, 1)];
    },
    say: (a, b, c) => `每户补助${a}元，共补助${b}户，计${c}万元。`,
    off: (a, b, c) => (Math.abs((a! * b!) / 10_000 - c!) / c!) * 60,
  },
  // multiples and averages
  {
    type: 'multiple',
    draw: (random) => {
      const base = whole(random, 1200, 3900);
      const times = tenths(random, 1.5, 4.5);
      return [String(Math.round(base * times)), String(base), fixed(times, 1)];
    },
    say: (a, b, c) => `利用外资${a}万美元，是2016年${b}万美元的${c}倍。`,
    off: (a, b, c) => Math.abs(a! / b! - c!) / 0.1,
  },
  {
    type: 'average',
    draw: (random) => {
      const each = whole(random, 20, 80);
      return [String(each * 5), String(each)];
    },
    say: (a, b) => `五年累计投入${a}万元，平均每年${b}万元。`,
    off: (a, b) => (Math.abs(a! / 5 - b!) / b!) * 30,
  },
  {
    type: 'average',
    draw: (random) => {
      const each = whole(random, 12, 60);
      const n = whole(random, 110, 480);
      return [String(each * n), String(n), String(each)];
    },
    say: (a, b, c) => `共发放补助${a}元，惠及${b}户，户均${c}元。`,
    off: (a, b, c) => (Math.abs(a! / b! - c!) / c!) * 30,
  },
  // one indicator twice, near and far
  ...(['', '\n一、总结成绩，坚定信心\n全县上下团结一心，各项工作取得了新的成效。\n二、正视问题，狠抓落实\n'] as const).flatMap((far): Wording[] => [
    { type: 'same-indicator', draw: (random) => twice(tenths(random, 10, 90)), say: (a, b) => `去年，全县一般公共预算收入达到${a}亿元。${far}去年，全县一般公共预算收入完成${b}亿元，再创新高。`, off: (a, b) => Math.abs(a! - b!) / 0.1 },
    { type: 'same-indicator', draw: (random) => twice(tenths(random, 3, 20)), say: (a, b) => `2021年，我市固定资产投资增长${a}%。${far}要看到，2021年全市固定资产投资增长${b}%，结构还需优化。`, off: (a, b) => Math.abs(a! - b!) / 0.1 },
    { type: 'same-indicator', draw: (random) => twice(tenths(random, 100, 900)), say: (a, b) => `今年上半年，全区实现GDP${a}亿元，增长6.1%。${far}今年上半年，我区地区生产总值${b}亿元，居全市第三位。`, off: (a, b) => Math.abs(a! - b!) / 0.1 },
  ]),
]; // biome-ignore format: a table

function twice(n: number): readonly string[] {
  return [fixed(n, 1), fixed(n, 1)];
}

/** A slip of the keyboard: one digit mistyped, or two neighbours swapped. */
export function slip(random: Random, figure: string): string {
  const places = [...figure].flatMap((c, i) => (/\d/.test(c) ? [i] : []));
  const digits = [...figure];
  const at = places[Math.floor(random() * places.length)]!;
  if (random() < 0.3 && places.length > 1) {
    const k = Math.floor(random() * (places.length - 1));
    const [a, b] = [places[k]!, places[k + 1]!];
    [digits[a], digits[b]] = [digits[b]!, digits[a]!];
  } else digits[at] = String((Number(digits[at]) + 1 + Math.floor(random() * 8)) % 10);
  const made = digits.join('');
  return /^0\d/.test(made) ? figure : made;
}
