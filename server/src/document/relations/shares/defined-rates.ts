/** 总人口46.8万人，城镇人口21.3万人，城镇化率45.5%; 学生1800人，教师120人，师生比1∶15: rates whose name says what they are of what. */
import { Decimal } from '../../../text/decimal.ts';
import { lowerBound } from '../../../text/span.ts';
import { exactAmount, type FigureToken } from '../../figures.ts';
import { differenceClaim } from '../growth/reckoned.ts';
import { type Claim, claim, type Passage, quantity, show } from '../passage.ts';
import { percentClaim } from './percent-claim.ts';

interface DefinedRate {
  readonly name: RegExp;
  readonly part: RegExp;
  readonly whole: RegExp;
  /** The two are counted in different units: 2520人 of 3600张. */
  readonly apart?: true;
}

/** What each name is of what, as statistical bulletins define it; all end where a figure begins. */
const rates: readonly DefinedRate[] = [
  { name: /城镇化率(?:为|达到?|约)*$/, part: /城镇(?:常住|户籍)?人口(?:为|有|达)*$/, whole: /(?:总|常住|户籍)人口(?:为|有|达)*$/ },
  { name: /森林覆盖率(?:为|达到?|约)*$/, part: /森林面积(?:为|有|达)*$/, whole: /(?:国土|土地|总)面积(?:为|有|达)*$/ },
  { name: /财政自给率(?:为|达到?|约)*$/, part: /(?:一般公共)?预算收入(?:完成|实现|为|达)*$/, whole: /(?:一般公共)?预算支出(?:完成|实现|为|达)*$/ },
  { name: /资产负债率(?:为|达到?|约)*$/, part: /负债(?:总额)?(?:为|达)*$/, whole: /资产(?:总额)?(?:为|达)*$/ },
  { name: /入住率(?:为|达到?|约)*$/, part: /入住(?:老人|老年人|人员|人数|学生|对象)?(?:为|有|达)*$/, whole: /床位(?:数)?(?:为|有|达|共)*$/, apart: true },
  { name: /(?:参选|投票)率(?:为|达到?|约)*$/, part: /(?:参加|实际)(?:投票|选举)(?:选民|人数)?(?:为|有|达)*$/, whole: /登记选民(?:人数)?(?:为|有|共|达)*$/ },
  { name: /存贷比(?:率|例)?(?:为|达到?|约)*$/, part: /贷款(?:余额)?(?:为|达到?)*$/, whole: /存款(?:余额)?(?:为|达到?)*$/ },
]; // biome-ignore format: a table
const teachers = /教师(?:为|有)*$/;
const pupils = /(?:学生|在校生)(?:为|有)*$/;
const doctors = /(?:医生|医师)(?:为|有)*$/;
const nurses = /(?:护士|护理人员)(?:为|有)*$/;
/** Told as 1∶15: so many of the whole to one of the part; or as 16∶1. */
const ratios: readonly DefinedRate[] = [
  { name: /师生比(?:例)?(?:为|达到?|约)*$/, part: teachers, whole: pupils },
  { name: /生师比(?:例)?(?:为|达到?|约)*$/, part: pupils, whole: teachers },
  { name: /(?:竞争|报录|招录)比(?:例)?(?:为|达到?|约)*$/, part: /报名(?:人数|考生)?(?:为|有|达|共)*$/, whole: /(?:岗位|职位|招聘计划|计划招聘)(?:数)?(?:为|有|共)*$/, apart: true },
  { name: /医护比(?:例)?(?:为|达到?|约)*$/, part: doctors, whole: nurses },
]; // biome-ignore format: a table
/** How many amounts before a rate its operands may stand. */
const reach = 8;

/** Finds rates and ratios whose two operands stand before them in their sentence. */
export function* definedRates(p: Passage): Generator<Claim> {
  for (let i = 2; i < p.list.length; i++) {
    const f = p.figure(i);
    if (f.kind !== 'percent' || f.value === null || f.upper !== undefined) continue;
    const lead = p.lead(i);
    const defined = lead.includes('率') || lead.includes('存贷比') ? rates.find((x) => x.name.test(lead)) : undefined;
    const found = defined === undefined ? undefined : operands(p, i, defined, lead);
    if (found === undefined) continue;
    const [part, whole] = [p.figure(found.part), p.figure(found.whole)];
    const sure = !part.approximate && !whole.approximate && exactAmount(part)!.compare(exactAmount(whole)!) <= 0;
    const claimed = percentClaim('share', part, whole, f, sure);
    if (claimed !== undefined) yield claimed;
  }
  if (p.text.includes('自然增长率')) yield* naturalGrowth(p);
  if (p.text.includes('性别比')) yield* sexRatios(p);
  for (const f of p.figures) {
    if (f.kind !== 'ratio') continue;
    const lead = p.text.slice(Math.max(0, f.start - 20), f.start);
    const defined = ratios.find((x) => x.name.test(lead));
    const found =
      defined === undefined
        ? ofTwoNamed(p, f, lead)
        : operands(
            p,
            lowerBound(p.list, f.start, (s) => s.figure.start),
            defined,
            lead,
          );
    if (found !== undefined) yield* ratioClaim(p.figure(found.part), p.figure(found.whole), f);
  }
}

/** Characters between a ratio and what it is of. */
const farthest = 120;
const toEachOther =
  /([\u4e00-\u9fa5]{2,6})[与和]([\u4e00-\u9fa5]{2,6}?)(?:人数|数量|数)?(?:之比|的比例|的比|比例)(?:为|是|达到?|约)*$/;

/** 护士与医生之比为1.2∶1: the two amounts of its sentence that are told by these names, before it or behind. */
function ofTwoNamed(p: Passage, f: FigureToken, lead: string): Operands | undefined {
  const m = toEachOther.exec(lead);
  if (m === null) return undefined;
  const i = lowerBound(p.list, f.start, (s) => s.figure.start);
  const [part, whole] = [m[1]!, m[2]!].map((name) => {
    let at = -1;
    for (let k = Math.max(0, i - reach); k < i + reach && k < p.list.length; k++) {
      if (Math.abs(p.figure(k).start - f.start) > farthest) continue;
      if (p.text.slice(Math.min(f.end, p.figure(k).end), Math.max(f.start, p.figure(k).start)).includes('。')) continue;
      const own = p.lead(k).replace(/(?:人数)?(?:共?有|为|共|达到?)*$/, '');
      // 全院医生 is told as 医生, and 专任教师 as 教师
      if (!quantity(p.figure(k)) || p.figure(k).value === null || !own.endsWith(name.slice(-2))) continue;
      if (at >= 0) return -1;
      at = k;
    }
    return at;
  }) as [number, number];
  return part < 0 || whole < 0 || part === whole || p.figure(part).base !== p.figure(whole).base
    ? undefined
    : { part, whole };
}

/** Places of a rate's part and whole among the statements. */
interface Operands {
  readonly part: number;
  readonly whole: number;
}

/** Where the part and the whole of a rate stand before statement `i`; undefined where that is not told. */
function operands(
  p: Passage,
  i: number,
  { part: partName, whole: wholeName, apart }: DefinedRate,
  lead: string,
): Operands | undefined {
  const part = operand(p, i, partName);
  const whole = operand(p, i, wholeName, part);
  if (part < 0 || whole < 0 || part === whole) return undefined;
  if (apart === undefined && p.figure(part).base !== p.figure(whole).base) return undefined;
  if (p.list[part]!.period !== p.list[whole]!.period) return undefined;
  // 户籍 and 常住 population have rates of their own
  return lead.includes('户籍') === p.lead(whole).includes('户籍') ? { part, whole } : undefined;
}

/** The one amount but `other` before figure `i` in its sentence that goes by a name; -1 where none does, or two do. */
function operand(p: Passage, i: number, name: RegExp, other = -1): number {
  let at = -1;
  for (let k = i - 1; k >= 0 && i - k <= reach && p.same(i - 1, k); k--) {
    const f = p.figure(k);
    if (!quantity(f) || f.value === null || f.upper !== undefined || p.list[k]!.aspect !== 'level') continue;
    if (k === other || !name.test(p.lead(k))) continue;
    if (at >= 0) return -1;
    at = k;
  }
  return at;
}

/** 出生率8.2‰，死亡率6.9‰，自然增长率1.3‰: those born less those who died. */
function* naturalGrowth(p: Passage): Generator<Claim> {
  for (let i = 2; i < p.list.length; i++) {
    const [born, died, f] = [p.figure(i - 2), p.figure(i - 1), p.figure(i)];
    if (![born, died, f].every((x) => x.kind === 'percent' && x.upper === undefined) || !p.same(i - 2, i)) continue;
    if (!/自然增长率(?:为|达到?|是)?$/.test(p.lead(i)) || !/死亡率(?:为|达到?|是)?$/.test(p.lead(i - 1))) continue;
    if (/出生率(?:为|达到?|是)?$/.test(p.lead(i - 2))) yield differenceClaim(died, born, f, true, true);
  }
}

const ratioOfSexes = /^性别比[^。；;]{0,60}(?:为|是|达到?|到|至)$/;
/** Of those born, not of those living. */
const ofBorn = /出生(?:人口)?$/;
const ofMen = /男(?:性|的)?(?:人口|人数)?(?:为|有|共)?$/;
const ofWomen = /女(?:性|的)?(?:人口|人数)?(?:为|有|共)?$/;

/** 男性人口21.4万人，女性人口20.4万人，性别比（以女性为100）为104.9: so many men to a hundred women. */
function* sexRatios(p: Passage): Generator<Claim> {
  for (const f of p.figures) {
    if (f.kind !== 'number' || f.value === null || f.upper !== undefined || f.value.exponent === 0) continue;
    const from = Math.max(0, f.start - 80);
    const named = from + p.text.slice(from, f.start).lastIndexOf('性别比');
    if (named < from || !ratioOfSexes.test(p.text.slice(named, f.start))) continue;
    if (ofBorn.test(p.text.slice(Math.max(0, named - 4), named))) continue;
    const i = lowerBound(p.list, f.start, (s) => s.figure.start);
    const [men, women] = [nearestNamed(p, i, ofMen), nearestNamed(p, i, ofWomen)];
    if (men === undefined || women === undefined || men.base !== women.base) continue;
    const claimed = percentClaim('share', men, women, f, true);
    if (claimed === undefined || exactAmount(women)!.sign <= 0) continue;
    const value = exactAmount(men)!.times(Decimal.hundred).over(exactAmount(women)!, f.value.exponent);
    yield { ...claimed, note: () => `${show(men)}÷${show(women)}×100=${value}`, subject: 'ratio' };
  }
}

/** The nearest amount of that name, in this sentence or the one before. */
function nearestNamed(p: Passage, i: number, name: RegExp): FigureToken | undefined {
  for (let k = i - 1; k >= 0 && i - k <= reach + 1; k--) {
    const f = p.figure(k);
    if (quantity(f) && f.value !== null && f.upper === undefined && name.test(p.lead(k))) return f;
  }
  return undefined;
}

/** 120 teachers `a` and 1800 pupils `b` make 1∶15. */
function* ratioClaim(a: FigureToken, b: FigureToken, f: FigureToken): Generator<Claim> {
  const [first, second] = f.parts ?? [];
  if (first === undefined || second === undefined) return;
  const turned = !first.equals(Decimal.one);
  if (turned && !second.equals(Decimal.one)) return;
  const [x, y, told] = turned ? [b, a, first] : [a, b, second];
  if (exactAmount(x)!.sign <= 0) return;
  const value = exactAmount(y)!.over(exactAmount(x)!, -Math.max(1, -told.exponent));
  const off = value.minus(told);
  // 1∶15 for 15.4 and, cut off, for 15.9
  const right = (off.sign < 0 ? off.negate() : off).compare(new Decimal(1n, told.exponent)) < 0;
  const verdict = right ? 'ok' : x.approximate || y.approximate ? 'unsure' : 'mismatch';
  const note = () => `${show(y)}÷${show(x)}=${value}`;
  yield { ...claim('multiple', verdict, [y, x, f], f, note, turned ? `${told}∶1` : `1∶${told}`), subject: 'ratio' };
}
