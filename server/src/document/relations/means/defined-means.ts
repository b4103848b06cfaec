/**
 * 播种面积66.6万亩，…；总产量24.3万吨，平均亩产365公斤; 家庭户4.1万户，家庭户人口12.7万人；集体户…。平均每个家庭户的人口为3.1人: means whose name says what is
 * divided by what, though other amounts stand between.
 */
import { Decimal } from '../../../text/decimal.ts';
import { amount, exactAmount, type FigureToken } from '../../figures.ts';
import { type Claim, type Passage, quantity, show, standsForItself } from '../passage.ts';
import { meanClaim } from './means.ts';

/** What each name is of what, as statistical bulletins define it; all end where a figure begins. What they capture they have in common: 小麦. */
interface DefinedMean {
  readonly name: RegExp;
  readonly total: RegExp;
  readonly count: RegExp;
  /** One of what is counted is 10^scale of its base: 平方公里. */
  readonly scale?: number;
}

const means: readonly DefinedMean[] = [
  {
    name: /(?:^|[，,；;、。]|年)([\u4e00-\u9fa5]{0,8}?)(?:平均)?(?:亩产量?|单产|单位面积产量)(?:为|达到|达)?$/,
    total: /(?:^|[，,；;、。]|年)([\u4e00-\u9fa5]{0,8}?)(?:总产量?|产量)(?:为|达到|达)?$/,
    count:
      /(?:^|[，,；;、。]|年)([\u4e00-\u9fa5]{0,8}?)(?:总?播种|种植|收获)?(?:总?面积)(?:为|达到|达|稳定在|保持在)?$/,
  },
  {
    name: /平均每(?:个|一)?(家庭户)的?人口数?(?:为|有)?$/,
    total: /(家庭户)人口(?:为|有)?$/,
    count: /(家庭户)(?:为|有)?$/,
  },
  {
    name: /(?:户均|平均每户)()人[口数](?:为|有)?$/,
    total: /(?:总|户籍|常住)()人[口数](?:为|有|共)?$/,
    count: /户()数(?:为|有|共)?$/,
  },
  {
    name: /人口密度(?:为|达到?)?()每平方公里(?:为|达到?)?$/,
    total: /(?:总|户籍|常住)()人口(?:为|有|共|达到?)?$/,
    count: /(?:^|[国土总地全市县区镇乡域辖]|区划)()面积(?:为|有|共|达到?)?$/,
    scale: 6,
  },
];
/** Amounts, and sentences, back in which the total and the count may stand. */
const reach = 12;
const sentences = 2;
/** In whatever names a mean. */
const mayName = /产$|产(?:量|为|达)|人[口数]/;

export function* definedMeans(p: Passage): Generator<Claim> {
  if (!/人口密度|[亩单]产|单位面积产量|平均每|户均/.test(p.text)) return;
  for (let i = 2; i < p.list.length; i++) {
    const f = p.figure(i);
    if (!quantity(f) || f.value === null || f.upper !== undefined || !mayName.test(p.lead(i))) continue;
    const found = meanAt(p, i, f);
    if (found !== undefined) yield found;
  }
}

function meanAt(p: Passage, i: number, f: FigureToken): Claim | undefined {
  for (const { name, total, count, scale = 0 } of means) {
    const subject = name.exec(p.lead(i))?.[1];
    if (subject === undefined) continue;
    const whole = operand(p, i, total, plain(subject), f.base);
    const n = whole === undefined ? undefined : operand(p, i, count, plain(subject), undefined, whole);
    if (whole === undefined || n === undefined) return undefined;
    const size = exactAmount(n)!;
    if (size.compare(Decimal.zero) <= 0) return undefined;
    const sure = !whole.approximate && !n.approximate && f.bound === 'exact';
    const { low, high } = amount(n);
    const range = { low: low?.shift(-scale), high: high?.shift(-scale) };
    return meanClaim(whole, { exact: size.shift(-scale), ranges: [range], shown: show(n) }, f, [whole, n, f], sure);
  }
  return undefined;
}

/** 全县粮食 and 粮食 are one. */
const plain = (subject: string): string =>
  subject.replace(/全[年县市省区镇乡国]|[我本][县市省区]|今年|其中|实现|预计|平均|年度|总$|的$/g, '');

/** The one amount before statement `i` that goes by a name; undefined where two do. */
function operand(
  p: Passage,
  i: number,
  name: RegExp,
  subject: string,
  base: string | undefined,
  other?: FigureToken,
): FigureToken | undefined {
  let found: FigureToken | undefined;
  for (let k = i - 1; k >= 0 && i - k <= reach && p.list[i]!.sentence - p.list[k]!.sentence <= sentences; k--) {
    const f = p.figure(k);
    if (f === other || !standsForItself(p, k) || f.value === null) continue;
    if (base === undefined ? f.base === other?.base : f.base !== base) continue;
    const own = name.exec(p.lead(k).slice(-24))?.[1];
    if (own === undefined || plain(own) !== subject) continue;
    if (found !== undefined) return undefined;
    found = f;
  }
  return found;
}
