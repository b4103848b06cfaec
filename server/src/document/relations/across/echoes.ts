/** 全县共有水库106座 …; 全县108座水库的责任人: what is counted again, and is one slip of the pen away from what it was before. */
import type { Decimal } from '../../../text/decimal.ts';
import { exactAmount, type FigureToken } from '../../figures.ts';
import { canonicalIndicator } from '../../lexicon/figure-words.ts';
import { remember } from '../../remember.ts';
import { increment, type Passage, quantity, show } from '../passage.ts';
import { digitsOf, oneSlip } from '../slips.ts';
import type { AcrossClaim, Place } from './across-wholes.ts';

/** Things counted, and by what they are known. Few share their key with others: what tells them apart is looked for only then. */
class Counted {
  readonly figure: FigureToken;
  /** Of its sentence in the paragraph. */
  readonly sentence: number;
  /** Base and the end of the name: what counts of one thing share. */
  readonly key: string;
  readonly #p: Passage;
  readonly #i: number;

  constructor(
    p: Passage,
    i: number,
    /** 水库, 新签约项目. */
    readonly name: string,
  ) {
    this.#p = p;
    this.#i = i;
    const { figure, sentence } = p.list[i]!;
    this.figure = figure;
    this.sentence = sentence;
    this.key = `${bases[figure.base] ?? figure.base}|${name.slice(-2)}`;
  }
  /** 全县; '' where none is named in the sentence. */
  get place(): string {
    return this.#p.list[this.#i]!.place;
  }
  /** '' is the draft's own time. */
  get period(): string {
    const { period } = this.#p.list[this.#i]!;
    return elsewhen.test(period) ? period : '';
  }
  /** What tells it from others of its name: 已, 新, 其中. */
  get kind(): string {
    const lead = this.#p.lead(this.#i).slice(-farthest);
    return (lead.replace(/目前|年前/g, '').match(kinds) ?? []).join('');
  }
  /** The noun stands behind the figure. */
  get behind(): boolean {
    const { text } = this.#p;
    const { end } = this.figure;
    return text.startsWith(this.name.slice(-2), end) || text.slice(end, end + 12).includes(this.name);
  }
}

/** A count of fewer digits comes again by chance. */
const fewest = 3;
const leastDigits = 100n;
/** One of things that speeches have many of, or that is named by its end alone, needs more of them. */
const fewestVague = 4;
/** Names that say next to nothing. */
const vague =
  /^(?:项目|企业|单位|部门|问题|人员|群众|干部|党员|学生|教师|农户|人口|家庭|资金|任务|工作|会议|活动|村|户|人)$/;
const kinds =
  /已|未|没|新|再|又|还|剩|余|其中|每|平均|另|首|前|后|第|增|减|降|超|比|较|从|由|计划|目标|完成|不足|开工|竣工|整改|办结|落实|到位|一类|二类|三类/g;
const nounBehind = /^([\u4e00-\u9fa5]{2,12})/;
const notNoun =
  /^(?:以[上下内]|左右|上下|多|余|的|为|是|和|与|及|等|中|内|里|都|全|要|在|占|比|较|已|未|还|均|各|共|每)/;
/** Where the noun behind a count ends. */
const stops =
  /的|和|与|及|等|要|在(?!建)|是|为|全部|必须|都|已|正在|将|能|可|进行|实施|开展|实行|按|从|由|以(?![上下])|一律|逐/;
const modifier = /([\u4e00-\u9fa5]{2,8})的$/;
const places = /^.*?(?=[全我][省市州县区旗镇乡村校院])/;
const times = /^(?:今年|本年|目前|[上下]半年|[一二三四]季度|前[三3]季度)*/;
const fillers =
  /^(?:[全我本][省市州县区旗镇乡村校院])?(?:现有|共有|拥有|各类|各级|各级各类|所有|全部|这|那|上述|以上)*/;
/** 规模以上工业企业 is 规上企业. */
const usual = (name: string): string =>
  canonicalIndicator(name.replace(fillers, '').replace(/规模以上工业|规上工业|规模以上/, '规上'));
const elsewhen = /去年|上年|前年|\d{4}年|明年|届|初/;
const mostAlike = 16;

const countedIn = remember((facts): readonly Counted[] => {
  const passage = facts.claims?.passage;
  if (passage === undefined) return [];
  const found: Counted[] = [];
  for (let i = 0; i < passage.list.length; i++) {
    const counted = countedAt(passage, i);
    if (counted !== undefined) found.push(counted);
  }
  return found;
});

function countedAt(p: Passage, i: number): Counted | undefined {
  const s = p.list[i]!;
  const { figure } = s;
  const { value } = figure;
  const share = figure.kind === 'percent';
  if (value === null || value.coefficient < leastDigits || !(share || quantity(figure))) return undefined;
  if (figure.bound !== 'exact' || figure.upper !== undefined || figure.approximate) return undefined;
  // 完成年度计划的50.1%: of whatever was planned
  if ((share && s.lead.endsWith('的')) || s.aspect !== 'level' || p.aside(i) || increment(p.lead(i))) return undefined;
  const name = usual(nameOf(p, i));
  return name.length < (share ? shortestRate : 2) ? undefined : new Counted(p, i, name);
}
/** 覆盖率 and 比例 alone are rates of anything. */
const shortestRate = 4;
/** 张床位 is counted in 张. */
const bases: Readonly<Record<string, string>> = { 床: '张' };
/** How much of what stands before a count tells its kind, in characters. */
const farthest = 24;

/** 水库 of 108座水库 and of 水库106座, 新签约项目 of 新签约的256个项目; '' where none is told. */
function nameOf(p: Passage, i: number): string {
  const { figure, phrase, carried, lead } = p.list[i]!;
  const behind = p.text.slice(figure.end, figure.end + 12);
  const noun = notNoun.test(behind) ? undefined : nounBehind.exec(behind)?.[1];
  if (figure.base === '床') return '床位';
  // 全镇42680人的…
  if (noun === undefined && figure.base === '人' && /全[省市州县区旗镇乡村校]$/.test(p.lead(i))) return '总人口';
  // 贫困户320户、1024人
  if (noun === undefined && carried && lead === '、' && figure.base === '人' && phrase.endsWith('户'))
    return `${phrase.slice(0, -1)}人口`;
  if (noun === undefined) return carried ? '' : phrase;
  const end = noun.search(stops);
  const head = end < 0 ? noun : noun.slice(0, end);
  const of = modifier.exec(p.lead(i))?.[1] ?? '';
  return `${of.replace(places, '').replace(times, '').replace(fillers, '')}${head}`;
}

/** Counts that contradict one told before. */
export function* echoes(passages: readonly Place[]): Generator<AcrossClaim> {
  const known = new Map<string, { readonly at: number; readonly counted: Counted }[]>();
  for (let at = 0; at < passages.length; at++)
    for (const counted of countedIn(passages[at]!.passage.facts)) {
      const before = known.get(counted.key);
      if (before === undefined) {
        known.set(counted.key, [{ at, counted }]);
        continue;
      }
      const alike = before.filter((x) => isSame(x.counted, counted));
      // 建议326件，其中320件已答复: in one sentence the two are not one
      const beside = alike.some((x) => x.at === at && x.counted.sentence === counted.sentence);
      const equal = alike.some((x) => agrees(x.counted, counted));
      const other = equal || beside ? undefined : alike.find((x) => slips(x.counted, counted));
      if (other !== undefined && alike.every((x) => x === other || agrees(x.counted, other.counted)))
        yield {
          type: 'same-indicator',
          verdict: 'mismatch',
          indicator: other.counted.name === counted.name ? counted.name : '',
          note: () => `${show(other.counted.figure)}≠${show(counted.figure)}`,
          members: [
            { at: other.at, figure: other.counted.figure },
            { at, figure: counted.figure },
          ],
          blamed: { at, figure: counted.figure },
          digits: undefined,
        };
      if (before.length < mostAlike) before.push({ at, counted });
    }
}

const agrees = (a: Counted, b: Counted): boolean => exactAmount(a.figure)!.equals(exactAmount(b.figure)!);

/** Two counts of one thing, as far as names tell. */
function isSame(a: Counted, b: Counted): boolean {
  if (a.kind !== b.kind || a.period !== b.period) return false;
  // 到位资金9.88亿元 of one fair and 到位资金7.88亿元 of another: told alike, sums of money are of many things; 690亿元总投资 is told again
  if (a.figure.dimension === 'money' && !a.behind && !b.behind) return false;
  if (a.place !== b.place && a.place !== '' && b.place !== '') return false;
  return a.name === b.name || (a.figure.kind === 'quantity' && endsAlike(a.name, b.name));
}

/** 排查矛盾纠纷, 排查出矛盾纠纷; 学生, 在校学生. */
function endsAlike(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let n = 0;
  while (n < shorter && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  return n === shorter || n >= longEnding;
}
const longEnding = 3;

/** One digit, or two that changed places. Of things not named quite alike that is less than proof, unless there are many digits or two were swapped. */
function slips(a: Counted, b: Counted): boolean {
  const [x, y] = [exactAmount(a.figure)!, exactAmount(b.figure)!];
  if (!oneSlip(b.figure, x)) return false;
  const told = Math.max(digitsOf(a.figure), digitsOf(b.figure));
  if (told >= fewestVague) return true;
  const shorter = a.name.length < b.name.length ? a.name : b.name;
  return told >= fewest && !vague.test(shorter) && (a.name === b.name || swapped(x.minus(y)));
}

/** Two neighbouring digits that change places differ by nine times a power of ten. */
function swapped(gap: Decimal): boolean {
  const digits = gap.coefficient.toString().replace(/^-|0+$/g, '');
  return Number(digits) % 9 === 0;
}
