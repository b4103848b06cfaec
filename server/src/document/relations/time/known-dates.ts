/**
 * What is known of the calendar without reckoning: a year has four quarters, 上半年 is January to June, the five-year plans and yearly days began in known years.
 * First years: outlines of the five-year plans (中华人民共和国国民经济和社会发展五年规划纲要); decisions of the Standing Committee of the National People's
 * Congress and of the State Council that set the days up.
 */

import { parseHanInteger } from '../../../text/numerals.ts';
import { lowerBound } from '../../../text/span.ts';
import type { FigureToken } from '../../figures.ts';
import { type Claim, claim, type Passage } from '../passage.ts';

/** First years of the five-year plans by their numbers. */
export const plans: ReadonlyMap<string, number> = new Map(
  ['十一', '十二', '十三', '十四', '十五'].map((name, k) => [name, 2006 + 5 * k]),
);
const yearsOfPlan = 5;

/** The year in which a day was first kept. */
const firstKept: Readonly<Record<string, number>> = {
  教师节: 1985,
  全国助残日: 1991,
  中国记者节: 2000,
  国家宪法日: 2014,
  烈士纪念日: 2014,
  国家扶贫日: 2014,
  全民国家安全教育日: 2016,
  中国航天日: 2016,
  中国农民丰收节: 2018,
  中国医师节: 2018,
  中国人民警察节: 2021,
};
/** The year that anniversaries are counted from. */
const founded: readonly (readonly [RegExp, number])[] = [
  [/建党|中国共产党(?:成立|建党)/, 1921],
  [/建军/, 1927],
  [/长征胜利/, 1936],
  [/抗(?:日战争|战)胜利/, 1945],
  [/新中国成立|中华人民共和国成立|共和国成立/, 1949],
  [/改革开放/, 1978],
  [/香港回归/, 1997],
  [/澳门回归/, 1999],
];
const stretches: Readonly<Record<string, readonly [from: number, to: number]>> = {
  上半年: [1, 6],
  下半年: [7, 12],
  前三季度: [1, 9],
  前3季度: [1, 9],
};

const planYear =
  /(\d{4})年(?:是|为|作为|既是)[^，,。；;]{0,20}?[“"]?(十[一二三四五])五[”"]?(?:规划|时期)?的?(开局|起步|收官|第([一二三四五]))之?年/g;
const dayOfYear = new RegExp(
  `(\\d{4})年[^。；;]{0,16}?第(\\d{1,2}|[一二三四五六七八九十]{1,3})个(${Object.keys(firstKept).join('|')})`,
  'g',
);
const anniversary = /(\d{4})年(?:是|为|适逢|恰逢|正值|迎来)(?:[^，,。；;\d]{0,16}?)(\d{1,3})周年/g;

export function* knownDates(p: Passage): Generator<Claim> {
  const { text } = p;
  for (const f of p.figures) {
    if (f.kind === 'quarter') yield* fifthQuarter(p, f);
    if (f.kind === 'month' && f.upper !== undefined) yield* stretch(p, f);
  }
  if (text.includes('年') && text.includes('五'))
    for (const m of text.matchAll(planYear)) {
      const first = plans.get(m[2]!)!;
      const nth = m[4] === undefined ? (m[3] === '收官' ? yearsOfPlan : 1) : parseHanInteger(m[4])!;
      const due = first + nth - 1;
      yield* yearClaim(p, m, due, `“${m[2]}五”时期是${first}—${first + yearsOfPlan - 1}年`, `${m[1]}年`);
    }
  if (text.includes('个'))
    for (const m of text.matchAll(dayOfYear)) {
      const first = firstKept[m[3]!]!;
      const nth = /\d/.test(m[2]!) ? Number(m[2]) : (parseHanInteger(m[2]!) ?? 0);
      yield* yearClaim(p, m, first + nth - 1, `${m[1]}年是第${Number(m[1]) - first + 1}个${m[3]}`, `第${m[2]}个`);
    }
  if (text.includes('周年'))
    for (const m of text.matchAll(anniversary)) {
      const from = founded.find(([what]) => what.test(m[0]))?.[1];
      if (from !== undefined)
        yield* yearClaim(
          p,
          m,
          from + Number(m[2]),
          `从${from}年到${m[1]}年是${Number(m[1]) - from}周年`,
          `${m[2]}周年`,
        );
    }
}

/** The year that a match begins with, held against the one that it should be. */
function* yearClaim(p: Passage, m: RegExpExecArray, due: number, note: string, stated: string): Generator<Claim> {
  const k = lowerBound(p.figures, m.index, ({ start }) => start);
  const year = p.figures[k];
  if (year === undefined || year.start !== m.index || year.upper !== undefined) return;
  const right = Number(m[1]) === due;
  yield claim('date', right ? 'ok' : 'mismatch', [year], year, right ? '' : note, stated);
}

/** 第五季度. */
function* fifthQuarter(p: Passage, f: FigureToken): Generator<Claim> {
  const n = f.value === null ? 0 : Number(f.value.at(0));
  if (n > 4 && f.upper === undefined && p.text[f.start] === '第')
    yield claim('date', 'mismatch', [f], f, '一年只有4个季度', p.text.slice(f.start, f.end));
}

/** 上半年（1至7月）. */
function* stretch(p: Passage, f: FigureToken): Generator<Claim> {
  const name = /(上半年|下半年|前[三3]季度)[（(]$/.exec(p.text.slice(Math.max(0, f.start - 5), f.start))?.[1];
  const months = name === undefined ? undefined : stretches[name];
  if (months === undefined || f.value === null || f.upper === null || f.upper === undefined) return;
  const [from, to] = months;
  const right = Number(f.value.at(0)) === from && Number(f.upper.at(0)) === to;
  yield claim('date', right ? 'ok' : 'mismatch', [f], f, `${name}是${from}—${to}月`, p.text.slice(f.start, f.end));
}
