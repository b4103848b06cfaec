/**
 * Units of figures and the measure words of things counted. Sources: 中华人民共和国法定计量单位 (1984), GB 3100-1993,
 * GB/T 15835-2011; measure words as counted in government work reports and statistical communiqués.
 */

export type Dimension =
  | 'money'
  | 'area'
  | 'length'
  | 'mass'
  | 'volume'
  | 'energy'
  | 'power'
  | 'people'
  | 'visits'
  | 'households'
  | 'time'
  | 'things'
  | 'other';

export interface Unit {
  readonly text: string;
  /** The unit it is reckoned in: figures of one base can be added and compared. */
  readonly base: string;
  /** One of this unit is 10^exponent of its base. */
  readonly exponent: number;
  readonly dimension: Dimension;
  /** Only whole numbers of it make sense, so that a sum of them must come out exactly. */
  readonly whole: boolean;
}

type Row = readonly [dimension: Dimension, base: string, exponent: number, ...texts: string[]];

const measured: readonly Row[] = [
  ['money', '元', 0, '元', '块钱', '元人民币', '元钱'],
  ['money', '美元', 0, '美元', '美金'],
  ['money', '欧元', 0, '欧元'],
  ['money', '日元', 0, '日元'],
  ['money', '港元', 0, '港元', '港币'],
  ['money', '卢布', 0, '卢布'],
  ['money', '英镑', 0, '英镑'],
  ['money', '元/吨', 0, '元/吨'],
  ['money', '元/公斤', 0, '元/公斤'],
  ['money', '元/斤', 0, '元/斤'],
  ['money', '元/亩', 0, '元/亩'],
  ['money', '元/人', 0, '元/人'],
  ['money', '元/平方米', 0, '元/平方米'],
  ['area', '亩', 0, '亩'],
  ['area', '平方米', 0, '平方米', '㎡', 'm2', 'm²', '平米'],
  ['area', '平方米', 4, '公顷'],
  ['area', '平方米', 6, '平方公里', '平方千米', 'km2', 'km²', '㎢'],
  ['length', '米', 0, '米', 'm', '延米'],
  ['length', '米', 3, '公里', '千米', 'km'],
  ['length', '米', -2, '厘米', 'cm'],
  ['length', '米', -3, '毫米', 'mm'],
  ['length', '里', 0, '华里', '里'],
  ['mass', '吨', 0, '吨', '吨标准煤', '吨标煤', 't'],
  ['mass', '吨', -3, '公斤', '千克', 'kg'],
  ['mass', '吨', -6, '克'],
  ['mass', '斤', 0, '斤', '市斤'],
  ['mass', '斤', 2, '担'],
  ['mass', '标箱', 0, '标箱', '标准箱', 'TEU'],
  ['volume', '立方米', 0, '立方米', '方', 'm3', 'm³'],
  ['volume', '立方米', -3, '升'],
  ['energy', '千瓦时', 0, '千瓦时', '度电', 'kWh'],
  ['power', '千瓦', 0, '千瓦', 'kW', '瓩'],
  ['power', '千瓦', 3, '兆瓦', 'MW'],
  ['power', '千瓦', 6, '吉瓦', 'GW'],
  ['power', '千伏', 0, '千伏', 'kV'],
  ['power', '千伏安', 0, '千伏安'],
  ['time', '年', 0, '年', '周年', '学年'],
  ['time', '月', 0, '个月', '个多月'],
  ['time', '季度', 0, '个季度'],
  ['time', '日', 0, '天', '个工作日', '个交易日'],
  ['time', '周', 0, '周', '个星期', '星期'],
  ['time', '小时', 0, '小时', '个小时', '课时', '学时'],
  ['time', '分钟', 0, '分钟'],
  ['time', '秒', 0, '秒'],
  ['other', '岁', 0, '岁', '周岁'],
  ['other', '分', 0, '分'],
  ['other', '摄氏度', 0, '摄氏度', '℃', '°C'],
  ['other', '点', 0, '个点'],
  ['other', '吨公里', 0, '吨公里'],
  ['other', '人公里', 0, '人公里'],
  ['other', '微克/立方米', 0, '微克/立方米', '微克/每立方米'],
  ['other', '毫克/升', 0, '毫克/升'],
  ['other', '微克', 0, '微克'],
  ['other', '毫克', 0, '毫克'],
];

const counted: readonly Row[] = [
  ['people', '人', 0, '人', '名', '位', '个人'],
  ['visits', '人次', 0, '人次', '人(次)'],
  ['things', '剂次', 0, '剂次', '剂'],
  ['households', '户', 0, '户', '户次', '个农户'],
  ['things', '个', 0, '个'],
  ['things', '项', 0, '项', '项次'],
  ['things', '家', 0, '家', '家次'],
  ['things', '件', 0, '件', '件次'],
  ['things', '所', 0, '所'],
  ['things', '次', 0, '次', '场次', '批次', '班次', '趟次', '车次', '架次', '艘次', '辆次'],
  ['things', '条', 0, '条'],
  ['things', '处', 0, '处'],
  ['things', '座', 0, '座'],
  ['things', '台', 0, '台', '台套', '台(套)', '台次'],
  ['things', '套', 0, '套', '套次'],
  ['things', '辆', 0, '辆'],
  ['things', '艘', 0, '艘'],
  ['things', '架', 0, '架'],
  ['things', '张', 0, '张'],
  ['things', '本', 0, '本'],
  ['things', '册', 0, '册'],
  ['things', '部', 0, '部'],
  ['things', '篇', 0, '篇'],
  ['things', '份', 0, '份'],
  ['things', '场', 0, '场'],
  ['things', '期', 0, '期'],
  ['things', '批', 0, '批'],
  ['things', '种', 0, '种'],
  ['things', '类', 0, '类'],
  ['things', '级', 0, '级'],
  ['things', '起', 0, '起'],
  ['things', '宗', 0, '宗'],
  ['things', '例', 0, '例'],
  ['things', '栋', 0, '栋', '幢'],
  ['things', '间', 0, '间'],
  ['things', '头', 0, '头', '头只'],
  ['things', '只', 0, '只'],
  ['things', '匹', 0, '匹'],
  ['things', '羽', 0, '羽'],
  ['things', '尾', 0, '尾'],
  ['things', '株', 0, '株'],
  ['things', '棵', 0, '棵'],
  ['things', '支', 0, '支'],
  ['things', '名额', 0, '名额'],
  ['things', '枚', 0, '枚'],
  ['things', '块', 0, '块'],
  ['things', '片', 0, '片'],
  ['things', '门', 0, '门'],
  ['things', '节', 0, '节'],
  ['things', '组', 0, '组'],
  ['things', '队', 0, '队', '支队伍'],
  ['things', '床', 0, '张床位', '张病床'],
  ['things', '床位', 0, '床位'],
  ['things', '班', 0, '班'],
  ['things', '届', 0, '届'],
  ['things', '轮', 0, '轮'],
  ['things', '番', 0, '番'],
  ['things', '口', 0, '口'],
  ['things', '眼', 0, '眼'],
  ['things', '标段', 0, '标段'],
  ['things', '亩次', 0, '亩次'],
  ['things', '单', 0, '单'],
  ['things', '票', 0, '票'],
  ['things', '笔', 0, '笔'],
  ['things', '封', 0, '封'],
  ['things', '幅', 0, '幅'],
  ['things', '宗地', 0, '宗地'],
  ['things', '步', 0, '步'],
  ['things', '代', 0, '代'],
  ['things', '重', 0, '重'],
];

/** A unit that in front of these characters is the beginning of another word (五部门, 三条件). */
const notBefore: Readonly<Record<string, string>> = {
  部: '门分署队委', 条: '件', 本: '科领身', 场: '所', 位: '于', 次: '日会全', 级: '联', 代: '表', 重: '点大要', 期: '间', 分: '别之类管工',
  方: '面针位向案式法', 里: '面', 步: '骤', 班: '子', 组: '织', 片: '区', 票: '据价房务', 口: '号', 单: '位', 类: '似', 所: '有', 节: '约', 门: '类', 起: '来', 队: '伍', 家: '庭长',
  人: '均民', 户: '均籍', 批: '准', 元: '旦素', 只: '要有', 天: '然', 年: '级', 周: '期边年', 例: '如', 支: '持', 种: '植', 处: '理于', 轮: '岗', 头: '脑',
}; // biome-ignore format: a table

const byFirst = new Map<number, Unit[]>();
for (const [rows, whole] of [
  [measured, false],
  [counted, true],
] as const)
  for (const [dimension, base, exponent, ...texts] of rows)
    for (const text of texts) {
      const unit: Unit = { text, base, exponent, dimension, whole };
      const list = byFirst.get(text.charCodeAt(0));
      if (list === undefined) byFirst.set(text.charCodeAt(0), [unit]);
      else list.push(unit);
    }
for (const list of byFirst.values()) list.sort((a, b) => b.text.length - a.text.length);

const latin = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** The longest unit that stands at `offset`. */
export function unitAt(text: string, offset: number): Unit | undefined {
  const list = byFirst.get(text.charCodeAt(offset));
  if (list === undefined) return undefined;
  for (const unit of list) {
    if (unit.text.length > 1 && !text.startsWith(unit.text, offset)) continue;
    const end = offset + unit.text.length;
    if (latin(text.charCodeAt(end - 1)) && latin(text.charCodeAt(end))) continue;
    const not = notBefore[unit.text];
    if (not !== undefined && end < text.length && not.includes(text[end]!)) continue;
    return unit;
  }
  return undefined;
}

export const percent: Unit = { text: '%', base: '%', exponent: 0, dimension: 'other', whole: false };
