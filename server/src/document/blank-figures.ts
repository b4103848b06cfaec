/** Masks in figures and dates: 20*年, *.8%, X万多人, 第X届, X镇X村. */
import { isDigit, isHan } from '../text/characters.ts';
import { bodyActs, bodyAsked, boundary, framedBy, give, goesOn, type Site, type Verdict } from './blank-site.ts';
import { type Neighbour, shortBodies } from './lexicon/blank-words.ts';
import { countFrames, figureFrames } from './lexicon/near-frames.ts';

/** 这XX年: a length of time. */
const thisLong = /这[Xx×*]{1,4}年/;

/** After X点: an hour of the day. */
const oClock = /^(?:半|钟|整|前|许|准时|集合|开会|开始|召开|报到|上班|下班)/;

/** 第X届, 倒数第X, 第X次全会. */
export function ordinalOf(site: Site): Verdict | undefined {
  const { start, end } = site.mask;
  const text = site.text;
  if (text[start - 1] !== '第') {
    // X届X中全会, 八届X次会议
    if (/^(?:中全会|次全会|次会议|次党代会|次代表大会)/.test(text.slice(end, end + 5)))
      return give(site, 'number', '届次', '', end + 1);
    return undefined;
  }
  for (const length of [2, 1]) {
    const what = site.tables.ordinals.get(text.slice(end, end + length));
    if (what !== undefined)
      return give(site, what === '季度' ? 'date' : 'number', what, '', end + length, true, start - 1);
  }
  return give(
    site,
    'number',
    /倒数第$|排.{0,2}第$|位[居列]?.{0,2}第$/.test(text.slice(Math.max(0, start - 6), start)) ? '名次' : '序号',
    '',
    end,
    true,
    start - 1,
  );
}

/** .XX”事故: what happened goes by its month and day. */
const namedByDay = /^[.．][Xx×*\d]{1,2}[”"][\u4e00-\u9fa5]{0,6}?(?:事故|火灾|案|洪灾|事件|爆炸)/;

/** 三分之X, 百分之X; 下辖X镇X乡; 20XX.X.X. */
export function divisionOf(site: Site): Verdict | undefined {
  const { start, end } = site.mask;
  const text = site.text;
  const before = text.slice(Math.max(0, start - 14), start);
  // “X·XX”事故, “X.XX”事故
  if (
    (/^[·•]/.test(text.slice(end, end + 1)) && text[end + 1] === text[start]) ||
    (/[·•]$/.test(before) && before.at(-2) === text[start]) ||
    (/[“"]$/.test(before) && namedByDay.test(text.slice(end, end + 16))) ||
    (/[“"][Xx×*]{1,2}[.．]$/.test(before) && namedByDay.test(`.X${text.slice(end, end + 12)}`))
  )
    return give(site, 'date', '日期', '', end);
  if (before.endsWith('分之')) return give(site, 'number', before.endsWith('百分之') ? '百分比' : '数量', '', end);
  if (
    /^[镇乡村县区市街]/.test(text[end] ?? '') &&
    /(?:辖|下设|分布在|分布于|覆盖|涉及|惠及)(?:[\dXx×*一二三四五六七八九十]{1,4}个?[镇乡村区县街道办市]{1,2}[、，]?){0,3}$/.test(
      before,
    )
  )
    return give(site, 'number', `数量（${text[end]!}）`, '', end + 1);
  // 全市有X区X县
  if (
    /^[市县区镇乡][\dXx×*]{1,3}[县区市镇乡]/.test(text.slice(end, end + 5))
      ? before.endsWith('有')
      : /有[\dXx×*]{1,3}[市县区镇乡]$/.test(before) && /^[县区市镇乡](?![委长])/.test(text.slice(end, end + 2))
  )
    return give(site, 'number', `数量（${text[end]!}）`, '', end + 1);
  const date = /(?:19|20)[\dXx×*]{2}[.\-/](?:[\dXx×*]{1,2}[.\-/])?$/.exec(before);
  if (date !== null && !/[年%％亿万元]/.test(text[end] ?? ''))
    return give(site, 'date', date[0].length > 5 ? '日期' : '月份', '', end);
  return undefined;
}

/** 党的XX大, 党的XX届X中全会, 党的*即将召开. */
export function congressOf(site: Site): Verdict | undefined {
  const { start, end } = site.mask;
  const text = site.text;
  const before = text.slice(Math.max(0, start - 6), start);
  if (!before.endsWith('党的'))
    return /^大(?:精神|报告|以来|召开|代表)/.test(text.slice(end, end + 3))
      ? give(site, 'number', '届次', '', end + 1)
      : undefined;
  if (text[end] === '大' || text[end] === '届') return give(site, 'number', '届次', '', end + 1, true, start - 2);
  return boundary(text[end]) || /^(?:即将|召开|胜利|以来|精神|会议|全会)/.test(text.slice(end, end + 2))
    ? give(site, 'event', '会议名称', 'event:党的', end, true, start - 2)
    : undefined;
}

/** A figure that the mask is in or stands before. */
interface MaskedFigure {
  /** Where its first digit stands, or the mask. */
  readonly from: number;
  /** The digits before the mask. */
  readonly digits: string;
  /** End of the digits, points and magnitudes behind the mask. */
  readonly to: number;
  /** Whether a quotation mark closes behind the mask. */
  readonly quoted: boolean;
  /** The word behind it: a unit, as a rule. */
  readonly unit: Neighbour | undefined;
}

/** A mask inside a figure or before its unit: 20*年, *.8%, X万多人, XX—XX%. */
export function figureOf(site: Site, at: number): Verdict | undefined {
  const { start, end } = site.mask;
  const figure = figureAt(site, at);
  const found =
    endOfYears(site, figure) ??
    framedBy(site, end, figureFrames, figure.from) ??
    datedOf(site, figure) ??
    measuredOf(site, figure);
  if (found !== undefined) return found;
  if (!figure.quoted) {
    if (breaksOff(site, figure)) return undefined;
    if (isDecimal(site, figure)) return amountOf(site, figure.from, figure.to, figure.to, end);
    // 上午XX:XX
    if (isHour(site)) return give(site, 'date', '时间', '', end);
    // 按X：X的差额比例, 三次产业结构为X：X：X, 三分之一写作X/X
    if (isRatio(site)) return give(site, 'number', '比例', '', end);
  }
  return framedBy(site, end, countFrames, start);
}

function figureAt(site: Site, at: number): MaskedFigure {
  const { text, tables } = site;
  const { start, end } = site.mask;
  let from = start;
  while (from > 0 && start - from < 12 && (isDigit(text.charCodeAt(from - 1)) || text[from - 1] === '.')) from--;
  const quoted = at !== end;
  const to = quoted ? end : tailOf(site, end);
  return { from, digits: text.slice(from, start), to, quoted, unit: tables.followers.find(text, to) };
}

/** 20XX-20XX年: the year is the tail of the range. */
function endOfYears(site: Site, { digits, from, to, quoted, unit }: MaskedFigure): Verdict | undefined {
  const { start, end } = site.mask;
  if (quoted || digits.length + (end - start) < 3 || !/(?:^|[^\d])(?:19|20)\d?$/.test(digits)) return undefined;
  const year = site.text[to] === '年';
  return year || unit === undefined || unit.clue === 'free'
    ? give(site, 'date', '年份', '', year ? to + 1 : end, true, from)
    : undefined;
}

/** A year, a month, a day, an hour: 20*年, X月, 上午X时X分. */
function datedOf(site: Site, { digits, from, to, unit }: MaskedFigure): Verdict | undefined {
  const text = site.text;
  // X年级, not the year X
  if (text.startsWith('年级', to)) return give(site, 'number', '年级', '', to + 2, true, from);
  if (text.startsWith('年', to)) return yearOf(site, to, from, digits);
  // 上午X时X分, X时许
  if (
    text[to] === '时' &&
    (/[日午晚晨早夜]$/.test(text.slice(0, site.mask.start).slice(-1)) ||
      /^时(?:[整半许]|\d|[X×x*])/.test(text.slice(to, to + 2)))
  )
    return give(site, 'date', '时间', '', to + 1, true, from);
  return unit?.clue === 'date' && '年月日季'.includes(text[to] ?? ' ')
    ? give(site, 'date', unit.what === '时间' ? '日期' : unit.what, '', to + 1, true, from)
    : undefined;
}

/** An amount with its unit: XX亿元, X个, 3.X%. */
function measuredOf(site: Site, { from, to, unit }: MaskedFigure): Verdict | undefined {
  if (unit?.clue !== 'number') return undefined;
  const { start, end } = site.mask;
  const { word } = unit;
  if (countsHere(site, unit, to)) {
    if (
      (word === '点' || word === '分') &&
      (isClock(site, start) || (word === '点' && oClock.test(site.text.slice(to + 1, to + 3))))
    )
      return give(site, 'date', '时间', '', to + 1, true, from);
    return amountOf(site, from, to, to + word.length, end);
  }
  return isGrown(site, to) ? amountOf(site, from, to, to + word.length, end) : undefined;
}

/** Whether the figure ends in a magnitude: X万, XX多. */
const isGrown = ({ text, mask: { end } }: Site, to: number): boolean =>
  to > end && /[万亿千百十多余]$/.test(text.slice(end, to));

/** 1.X, X.X, *2 behind a number word: digits of a figure without a unit. */
const isBare = (site: Site, { digits, to }: MaskedFigure): boolean =>
  (to > site.mask.end || digits !== '') &&
  !/[年月日]$/.test(digits) &&
  (digits !== '' || /^[.\d]/.test(site.text.slice(site.mask.end, to)) || isGrown(site, to));

/** Whether a word that is no unit goes on behind the mask: 2XX大楼. */
const breaksOff = (site: Site, figure: MaskedFigure): boolean =>
  isBare(site, figure) &&
  figure.digits !== '' &&
  figure.to === site.mask.end &&
  isHan(site.text.charCodeAt(site.mask.end)) &&
  figure.unit?.clue !== 'free';

const isDecimal = (site: Site, figure: MaskedFigure): boolean =>
  isBare(site, figure) && (figure.to > site.mask.end || boundary(site.text[site.mask.end]));

/** Whether the mask is the hour or the minutes of a time (上午X:XX), behind the part of the day it is in. */
function isHour({ text, mask: { start, end } }: Site): boolean {
  const before = /(?:[\dXx*×]{1,2}[：:])?$/.exec(text.slice(Math.max(0, start - 3), start))![0];
  if (before === '' && !/^[：:][\dXx*×]{1,2}(?![\dXx*×：:])/.test(text.slice(end, end + 4))) return false;
  return /[午晨晚早日夜]\s?$/.test(text.slice(0, start - before.length).slice(-2));
}

/** Whether the mask is a term of a ratio or a fraction, all of whose terms are masks or figures; 上午X：XX is a time. */
function isRatio(site: Site): boolean {
  const text = site.text;
  const { start, end } = site.mask;
  const before = /(?:[\dXx*×]{1,3}[：:/])*$/.exec(text.slice(Math.max(0, start - 12), start))![0];
  const after = /^(?:[：:/][\dXx*×]{1,3})*/.exec(text.slice(end, end + 12))![0];
  if (before === '' && after === '') return false;
  if (/[午晨晚早日夜]\s?$/.test(text.slice(0, start - before.length).slice(-2))) return false;
  const next = text[end + after.length];
  return (
    next === undefined ||
    '，。；、,;的）) 左'.includes(next) ||
    /^(?:差额|比例|配备)/.test(text.slice(end + after.length, end + after.length + 2))
  );
}

/** End of what may stand between a mask and its unit: digits, points, other masks, a range, 十百千万亿. */
function tailOf(site: Site, from: number): number {
  const text = site.text;
  const mask = text[from - 1]!;
  let to = from;
  for (const limit = from + 16; to < limit; to++) {
    const char = text[to];
    if (char === undefined) break;
    if (isDigit(text.charCodeAt(to)) || char === mask) continue;
    if ((char === '.' || char === '．') && (isDigit(text.charCodeAt(to + 1)) || text[to + 1] === mask)) continue;
    // X,XXX万元; 我叫xx,xx人 are two masks.
    if (char === ',' && isThousands(text, to + 1, mask)) continue;
    if (to > from - 1 && /[—–\-~～至到]/.test(char)) {
      let next = to + 1;
      if (text[next] === '—') next++;
      if (isDigit(text.charCodeAt(next)) || text[next] === mask) {
        to = next;
        continue;
      }
    }
    if (
      /[%％]/.test(char) &&
      /[—–\-~～至到]/.test(text[to + 1] ?? '') &&
      (isDigit(text.charCodeAt(to + 2)) || text[to + 2] === mask)
    )
      continue;
    break;
  }
  if (site.tables.followers.find(text, to)?.clue === 'free') return to;
  return magnitudeOf(site, to);
}

/** Whether just three digits or mask characters stand at `from`, as behind the comma of a thousand. */
function isThousands(text: string, from: number, mask: string): boolean {
  const counts = (at: number): boolean => text[at] === mask || isDigit(text.charCodeAt(at));
  return counts(from) && counts(from + 1) && counts(from + 2) && !counts(from + 3);
}

/** End of 十百千万亿 and 多余 before a unit, at `from`: X多万元, X万余人. */
function magnitudeOf(site: Site, from: number): number {
  const text = site.text;
  const { followers } = site.tables;
  let to = from;
  while (to - from < 5) {
    const char = text[to];
    const next = text[to + 1];
    if (char === undefined || followers.find(text, to)?.clue === 'free') break;
    // XX十年: after two digits no 十 follows.
    if ('十百千万亿'.includes(char) && !('十百'.includes(char) && to === site.mask.end && to - site.mask.start > 1))
      to++;
    else if (
      '多余'.includes(char) &&
      next !== undefined &&
      ('十百千万亿年'.includes(next) || followers.find(text, to + 1)?.clue === 'number')
    )
      to++;
    else break;
  }
  return to;
}

function amountOf(site: Site, from: number, _unitStart: number, to: number, end: number): Verdict {
  const text = site.text;
  const unit = text
    .slice(end, to)
    .replace(/^[\d.,．—–\-~～至到%％]+/, '')
    .replace(/^([X×x*])[\d.X×x*]*(?=\D)/, '')
    .replace(/[多余几来]/g, '');
  if (/[%％‰]$/.test(unit) || /[%％]/.test(text.slice(end, to)))
    return give(site, 'number', '百分比', '', to, true, from);
  if (/百分点$|个点$/.test(unit)) return give(site, 'number', '百分点', '', to, true, from);
  if (/^[十百千万亿]*(?:元|块钱|美元|港元|欧元|英镑|日元)/.test(unit))
    return give(site, 'number', `金额（${unit}）`, '', to, true, from);
  return give(site, 'number', unit === '' ? '数量' : `数量（${unit}）`, '', to, true, from);
}

/** X年 is a year, or a length of time: 近X年, X年来. */
function yearOf(site: Site, to: number, from: number, digits: string): Verdict {
  const text = site.text;
  const tables = site.tables;
  const { start, end } = site.mask;
  const date = (): Verdict => give(site, 'date', '年份', '', to + 1, true, from);
  const length = (): Verdict => give(site, 'number', '数量（年）', '', to + 1, true, from);
  if (to > end && /[十百千万多余几]$/.test(text.slice(end, to))) return length();
  if (/^(?:19|20)/.test(digits) || end - start >= 4) return date();
  if (/^年(?:\d|[X×x*某○□＿_]|度|底|初|末|上半年|下半年|新春|春节|元旦|国庆|中秋)/.test(text.slice(to, to + 4)))
    return date();
  // 总结了XX年全市的工作
  if (/^(?:全[市县区省国州镇乡]|我[市县区省州镇乡]|的?工作)/.test(text.slice(to + 1, to + 4))) return date();
  // 这XX年，是开拓创新的XX年: as long as the first.
  if (text[from - 1] === '的' && thisLong.test(text.slice(Math.max(0, from - 120), from))) return length();
  // 接近X年的X倍
  if (/^的[\dXx×*.]{1,5}倍/.test(text.slice(to + 1, to + 8))) return date();
  // 部署了XX年卫生工作, but 回顾了XX年来的工作.
  if (
    /(?:总结|回顾|部署|安排|通报|汇报|谋划|明确|提出)了$/.test(text.slice(Math.max(0, from - 3), from)) &&
    text[to + 1] !== '来'
  )
    return date();
  if (tables.spansBefore.find(text, from) !== undefined || tables.spansAfter.find(text, to + 1) !== undefined)
    return length();
  return date();
}

/** Whether X点, X分 is a time of day. */
function isClock(site: Site, start: number): boolean {
  return /(?:上午|下午|晚上|中午|凌晨|早上|[日晚午晨早]|[时点])$/.test(site.text.slice(Math.max(0, start - 2), start));
}

/** Whether a measure word counts here: XX人 may be the people of XX, XX所 an office. */
function countsHere(site: Site, unit: Neighbour, at: number): boolean {
  const text = site.text;
  const { start } = site.mask;
  const word = unit.word;
  const next = text[at + word.length];
  if (word === '人') {
    const before = text.slice(Math.max(0, start - 3), start);
    if (
      /(?:最美|真正的|地道的|打造|塑造|展现|弘扬|广大|全体|每个|每一个|每一位|每位|成为|作为|所有|我们|在外|新老|咱|长的|道的|[我们也他她就]是|一[名位个]|都是|做|当)$/.test(
        before,
      ) ||
      // 我叫XX，XX人，大学文化: where somebody is from.
      /(?:我叫.{1,4}|[男女族岁]|出生)[，,]\s?$/.test(text.slice(Math.max(0, start - 8), start)) ||
      // 对于刚刚经历了洪灾的XX人，
      /(?:对于|作为)[^，。；]{0,24}的$/.test(text.slice(Math.max(0, start - 28), start))
    )
      return false;
    // 商会是XX人在外的家: of a place.
    if (before.endsWith('是') && (next === '在' || next === '的')) return false;
    // XX人的精神, but 学生XX人的90%.
    if (next === '的') return /^[\d三四五六七八九十百]/.test(text.slice(at + 2, at + 3)) || isCounted(site);
    return (
      !(
        (next !== undefined && '“勤要有不从自敢向历应热更都民骨'.includes(next)) ||
        /^(?:用(?![工餐时电水])|以(?![上下内及])|凭|始终|永远|必将|一定|世代|祖祖)/.test(text.slice(at + 1, at + 3))
      ) || isCounted(site)
    );
  }
  if (word.length === 1 && shortBodies.includes(word) && '处所部台厂社'.includes(word)) {
    if (bodyAsked.test(text.slice(Math.max(0, start - 3), start))) return false;
    if (word === '台' || isCounted(site)) return true;
    if (bodyActs.test(text.slice(at + 1, at + 3))) return false;
    if (boundary(next)) return '处所'.includes(word) && !/[由与和请让及、]/.test(text[start - 1] ?? '、');
    return !goesOn.includes(next!);
  }
  // 村民XX家 is a family.
  if (
    word === '家' &&
    /(?:村民|户|老人|农民|党员)$/.test(text.slice(Math.max(0, start - 2), start)) &&
    next !== undefined &&
    '今的里有住去前'.includes(next)
  )
    return false;
  // XX对这项工作…: a preposition; a pair is counted (XX对新人).
  if (word === '对')
    return (
      isCounted(site) ||
      isDigit(text.charCodeAt(start - 1)) ||
      /^(?:夫妻|新人|父子|母子|母女|情侣|双胞胎|矛盾|关系)/.test(text.slice(at + 1, at + 4))
    );
  // XX组和XX组汇报: groups with names; XX组数据 are counted.
  if (word === '组')
    return isCounted(site) || /^(?:数据|数字|图|照片|镜头|案例|设备|家庭|对比|指标)/.test(text.slice(at + 1, at + 3));
  if (word === '期' && next === '间') return false;
  if (word === '家' && next === '乡') return false;
  return true;
}

/** Whether an amount is to be expected before the mask. */
function isCounted(site: Site): boolean {
  const { start } = site.mask;
  return (
    site.tables.amountsBefore.find(site.text, start) !== undefined ||
    /(?:有|建成|新建|改建|新增|设立|投用|整治|排查|引进|了|其中|配备|选派|组织|首批|培训|来|邀请|安置|涉及|惠及)$/.test(
      site.text.slice(Math.max(0, start - 2), start),
    )
  );
}
