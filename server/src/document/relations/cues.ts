/**
 * What has to stand in a paragraph for a finder to find anything in it. Most paragraphs with figures tell one or two kinds of relation, and a finder that is
 * not started costs neither its walk over the figures nor the compiling of its expressions.
 *
 * A cue is a set of characters of which every wording that a finder knows holds one, or a kind of figure. Whoever teaches a finder a new wording looks whether its
 * cues cover it; a test runs every finder without its cues over all drafts and test sentences, where it may find nothing more.
 */
import type { FigureToken } from '../figures.ts';

/** Cues that a finder needs, or a paragraph holds: one bit each. */
export type Cues = number;

const spelled: string[] = [];
/** The characters of a cue, any of which will do. */
const of = (characters: string): Cues => 1 << (spelled.push(characters) - 1);
/** Kinds of figures stand behind the characters. */
const percent: Cues = 1 << 30;
const rate: Cues = 1 << 29;

export const cues = {
  percent,
  /** A percentage or a fraction. */
  rate,
  year: of('年'),
  /** 两年来, 五年累计, 近三年. */
  span: of('来间内累共近'),
  /** 全年, 上半年, 三季度, 1—6月. */
  period: of('全半季月'),
  each: of('每'),
  /** 支出, 拨付, 用于. */
  spending: of('支拨执用报'),
  /** 年均, 平均每年. */
  even: of('均'),
  population: of('口'),
  share: of('占'),
  compared: of('比'),
  /** 覆盖率, 存贷比. */
  defined: of('率比'),
  not: of('不'),
  town: of('城'),
  country: of('乡'),
  rise: of('增'),
  /** 分别. */
  inTurn: of('别'),
  /** 分别, 同期, 由A户B人减至…. */
  inPairs: of('别期从由'),
  /** The last characters of what grew or fell. */
  step: of('加长增收支产高升涨少减降低落多超滑成现招'),
  /** 每户…共, 户均…共, 一镇…就是, 亩产…总产. */
  product: of('每就产均'),
  /** 加上, 相抵, 结余, 赤字, 逆差, 缺口. */
  account: of('加抵余赤差缺'),
  /** 目前, 现有, 年底, 总数达. */
  stock: of('目现如年期总累达有存册'),
  vote: of('赞同'),
  reference: of('这上'),
  past: of('过'),
  among: of('其'),
  contribution: of('献'),
  ordinal: of('第'),
  mean: of('均'),
  /** 净增, 自然增长. */
  net: of('净自'),
} as const satisfies Record<string, Cues>;

let table: Int32Array | undefined;

function tableOfCues(): Int32Array {
  const bits = new Int32Array(65536);
  for (const [k, characters] of spelled.entries())
    for (let i = 0; i < characters.length; i++) bits[characters.charCodeAt(i)]! |= 1 << k;
  return bits;
}

/** All cues that a paragraph holds. */
export function cuesIn(text: string, figures: readonly FigureToken[]): Cues {
  const bits = (table ??= tableOfCues());
  let found = 0;
  for (let i = 0; i < text.length; i++) found |= bits[text.charCodeAt(i)]!;
  for (let i = 0; i < figures.length; i++) {
    const { kind } = figures[i]!;
    if (kind === 'percent') found |= percent | rate;
    else if (kind === 'fraction') found |= rate;
  }
  return found;
}
