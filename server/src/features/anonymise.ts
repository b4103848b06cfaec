/**
 * 脱密: what a finished speech would give away as a template, or what its next writer will want to fill in: names, places, bodies, figures,
 * dates, meetings. Each thing once, with all its places. What may be an ordinary word is marked so; nothing is decided here.
 */

import type { Document, Paragraph } from '../document/document.ts';
import type { BlankKind } from '../document/tokens.ts';
import { isDigit } from '../text/characters.ts';
import { overlaps, type Span } from '../text/span.ts';
import { escapeSnippet } from './snippet.ts';

/** What is masked, wherever it stands. */
interface Masked {
  readonly text: string;
  /** What stands there in the template. */
  readonly mask: string;
  readonly kind: BlankKind;
  /** For people: 地名, 姓名 … */
  readonly what: string;
  /** Things of one key share a tab stop. */
  readonly key: string;
  readonly sure: boolean;
}

export interface AnonymousThing extends Masked {
  /** In text order; at least one. Offsets into the draft. */
  readonly spans: readonly Span[];
  /** The words around its first place, within its sentence. */
  readonly before: string;
  readonly after: string;
}

interface Candidate extends Masked, Span {}

/** Endings of a place's name; the name itself is what is masked, so that 云麓 and 云麓县 stay one thing. */
const placeEnd = /(?:[省市县区州旗镇乡村]|街道|社区|开发区|新区)/y;
/** Two characters before a place's ending that are no name. */
const noPlace = new Set(
  (
    '我们 我省 我市 我县 全省 全市 全县 全区 全乡 全镇 全村 各省 各市 各县 各区 各乡 各镇 各村 本省 本市 本县 本区 本乡 本镇 本村 该县 该市 该村 兄弟 邻近 周边 外地 先进 落后 ' +
    '深度 贫困 脱贫 帮扶 重点 试点 示范 行政 自然 建制 中心 特色 美丽 幸福 平安 文明 民主 法治 智慧 数字 生态 旅游 宜居 宜业 和美 古老 边远 偏远 山区 城区 县城 工业 产业 农业 开发 ' +
    '高新 经济 技术 综合 保税 自贸 试验 矿区 景区 灾区 库区 牧区 林区 园区 社区 校区 片区 老城 新城 城中 乡镇 城镇 集镇 重镇 农村 乡村 驻村 城乡 返乡 下乡 家乡 故乡 老乡 人民 ' +
    '地级 县级 省级 市级 国家 全国 中国 一个 两个 三个 四个 五个 六个 七个 八个 九个 十个 几个 多个 每个 这个 那个 某个 超大 特大 中等 大中 农产 菜篮 股票 证券 资本 房地 专业 批发 ' +
    '贸易 消费 国内 国际 海外 劳动 人才 要素 统一 城市 市辖 市直 县直 省直 区域 地区 住宅 居住 商业 核心 主城 中小 服务 管理 整村 强镇 小镇 水乡 侨乡 之乡'
  ).split(' '),
);
/** Where a place's name may begin: after a stop, 中共, or a word that leads to it. */
const beforePlace =
  /(?:^|中共|[，。；：、！？“”‘’（）《》\s　]|[在到从与和及对向由以比把将为是的了有去来赴驻经至邻\d])$/u;
/** Not the last character of a name, and not the first: 农村, 社区, 城区 are no places. */
const noEnd = /[农社城地景老园片辖校郊县市省镇乡街小库牧矿灾央兴强立活和与及的了是在到从让把将被对请全副]$/u;
const noStart =
  /^[的在了是与及各全我本该这那每某一二三四五六七八九十两几个从到让把将被对请既并又也都很就能更最要可已未等各央]/u;
/** Common words that stand before 县里, 市里, 村民 … and after which nothing is named. */
const ordinary = new Set(
  (
    '去年 今年 明年 前年 近年 年底 年末 年初 今天 昨天 当前 目前 最近 其中 其他 其它 不少 很多 许多 多数 个别 部分 大量 根据 按照 通过 围绕 单位 人均 平均 ' +
    '实现 新增 新建 改建 扩建 推动 推进 推广 打好 打造 建好 建成 建设 建立 力争 实施 负责 落实 完善 需要 加快 促进 支持 鼓励 引导 帮助 组织 开展 完成 成为 成立 ' +
    '形成 发挥 突出 坚持 加强 强化 深化 提升 提高 优化 改造 培育 发展 振兴 服务 面向 立足 走进 深入 扎根 惠及 覆盖 带动 辐射 联系 包联 前往 先后 薄弱 扶贫 党组 ' +
    '所有 有的 没有 只有 还有 另有 共有 现有 占全 位居 排在 欢迎 领导 政协 政府 党委 机关 部门 企业 群众 干部 南部 北部 东部 西部 中部 创新 生态 开放 情况 成绩 国家 送戏'
  ).split(' '),
);

const bodyEnd =
  /(?:有限责任公司|股份有限公司|有限公司|集团公司|公司|集团|合作社|银行|医院|大学|学院|中学|小学|幼儿园|研究院|研究所|商会|协会)/g;
const openers = new Set([...'，。；：、！？“”‘’（）《》 　由与和及请向对让在把将为了的是到访察给被如即有原']);

/** 2021—2025年, 今年1至8月, 3月1日至5日 and 10月底 are one date each. */
const date = ((): RegExp => {
  const to = '[至到—–~～-]{1,2}';
  const years = `\\d{4}年?${to}\\d{4}年`;
  const days = `\\d{1,2}月\\d{1,2}[日号]?${to}(?:\\d{1,2}月)?\\d{1,2}[日号]`;
  const months = `\\d{1,2}(?:月份?)?${to}\\d{1,2}月`;
  const one = '\\d{1,2}月(?:\\d{1,2}[日号])?';
  return new RegExp(`${years}|(?:\\d{2,4}年)?(?:${days}|${months}|${one})|\\d{2,4}年`, 'g');
})();
const figure = /\d+(?:,\d{3})*(?:\.\d+)?/g;
/** Figures that are the same everywhere. */
const common = /^(?:24小时|12345|110|119|120|122|365天|365日|100%|12348|12388|7×24)/;
const event =
  /[“《]?(?:第[一二三四五六七八九十百\d]+届)?[\p{Script=Han}]{2,16}(?:博览会|洽谈会|论坛|运动会|文化节|旅游节|艺术节|交易会|博览节)/gu;

/** Characters shown to each side. */
const reach = 14;

export function anonymise(document: Document): readonly AnonymousThing[] {
  const found: Candidate[] = [];
  for (const paragraph of document.paragraphs) found.push(...persons(paragraph, document));
  // Line by line: tables and comments are no paragraphs, and would give away as much.
  for (let start = 0; start < document.text.length; ) {
    const next = document.text.indexOf('\n', start);
    const end = next < 0 ? document.text.length : next;
    const line: Line = { start, text: document.text.slice(start, end) };
    found.push(...dates(line), ...figures(line), ...bodies(line), ...events(line));
    start = end + 1;
  }
  found.push(...places(document));
  return gather(document, settle(found));
}

/** Earlier kinds win where two overlap: a date is no figure, and a body holds its place's name. */
const rank: Readonly<Record<BlankKind, number>> = {
  date: 0,
  person: 1,
  org: 2,
  event: 3,
  place: 4,
  number: 5,
  text: 6,
};

function settle(found: readonly Candidate[]): readonly Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of [...found].sort(
    (a, b) => a.start - b.start || rank[a.kind] - rank[b.kind] || b.end - a.end,
  )) {
    const last = kept.at(-1);
    if (last === undefined || !overlaps(last, candidate)) kept.push(candidate);
    else if (rank[candidate.kind] < rank[last.kind]) kept[kept.length - 1] = candidate;
  }
  return kept;
}

function gather(document: Document, found: readonly Candidate[]): readonly AnonymousThing[] {
  const things = new Map<string, AnonymousThing & { readonly spans: Span[] }>();
  for (const { start, end, text, mask, kind, what, key, sure } of found) {
    const id = `${key}|${sure}`;
    const thing = things.get(id);
    if (thing !== undefined) thing.spans.push({ start, end });
    else
      things.set(id, {
        spans: [{ start, end }],
        text,
        mask,
        kind,
        what,
        key,
        sure,
        ...around(document.text, start, end),
      });
  }
  return [...things.values()];
}

function around(text: string, start: number, end: number): { readonly before: string; readonly after: string } {
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(end, end + reach);
  const stop = Math.max(...['。', '；', '\n'].map((mark) => before.lastIndexOf(mark)));
  const next = after.search(/[。；\n]/);
  return { before: before.slice(stop + 1).trimStart(), after: next < 0 ? after : after.slice(0, next) };
}

interface Line {
  readonly start: number;
  readonly text: string;
}

function* dates({ start: from, text: source }: Line): Generator<Candidate> {
  for (const match of source.matchAll(date)) {
    const [text] = match;
    const start = from + match.index;
    const mask = text.replace(/\d+/g, (digits) => (digits.length > 2 ? 'XXXX' : 'X'));
    yield { start, end: start + text.length, text, mask, kind: 'date', what: '日期', key: `date ${text}`, sure: true };
  }
}

function* figures({ start: from, text: source }: Line): Generator<Candidate> {
  for (const match of source.matchAll(figure)) {
    const [text] = match;
    const at = match.index;
    // 1. （1） at the head of a paragraph are markers; letters and digits together are names of things.
    if (
      at < 12 &&
      /^[\s　（(#*-]*$/.test(source.slice(0, at)) &&
      /^[.．、）)]/.test(source.slice(at + text.length, at + text.length + 1))
    )
      continue;
    const start = from + at;
    const digits = text.replace(/[^\d]/g, '').replace(/^0+|0+$/g, '').length;
    const unit = source.slice(at + text.length, at + text.length + 2);
    yield {
      start,
      end: start + text.length,
      text,
      mask: text.length > 2 || text.includes('.') ? 'XX' : 'X',
      kind: 'number',
      what: '数据',
      // The same long figure with the same unit is the same fact; 3个 twice is not.
      key: digits >= 3 ? `number ${text}${unit}` : `number @${start}`,
      // G318, “144520”机制: a name of something.
      sure: !common.test(source.slice(at, at + 8)) && !/[A-Za-z“"]/.test(source[at - 1] ?? ''),
    };
  }
}

function* persons(paragraph: Paragraph, document: Document): Generator<Candidate> {
  const { facts } = paragraph;
  const person = (from: number, to: number, sure: boolean): Candidate => {
    const span = facts.reading.span(from, to);
    const text = document.text.slice(paragraph.start + span.start, paragraph.start + span.end);
    return {
      start: paragraph.start + span.start,
      end: paragraph.start + span.end,
      text,
      mask: 'XX',
      kind: 'person',
      what: '姓名',
      key: `person ${text}`,
      sure,
    };
  };
  const { text } = facts.reading;
  // 中共XX县委书记　沈怀民: who speaks, in the lines under the title.
  const speaker =
    text.length <= 40
      ? /(?:书记|长|主任|主席|委员|经理|校长|代表|局长)[\s　]+([\p{Script=Han}]{1,3}[\s　]?[\p{Script=Han}]{1,2})$/u.exec(
          text,
        )
      : null;
  if (speaker !== null) yield person(text.length - speaker[1]!.length, text.length, true);
  for (const { names, sure } of facts.persons) {
    const possible = names.filter(({ start, end }) => !noName.test(text.slice(start, end)));
    const [name] = possible;
    if (name !== undefined) yield person(name.start, name.end, sure && possible.length === names.length);
  }
}

/** 由方敏同志通报: what leads to a name and is a surname too. */
const noName = /^[由以的各前从对向请让]/;

function occurs(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0 && count < 2; at = text.indexOf(word, at + word.length)) count++;
  return count;
}

function* bodies({ start: from, text: source }: Line): Generator<Candidate> {
  for (const match of source.matchAll(bodyEnd)) {
    let at = match.index;
    while (at > 0 && match.index - at < 16 && !openers.has(source[at - 1]!) && !isDigit(source.charCodeAt(at - 1)))
      at--;
    const text = source.slice(at, match.index);
    if (text.length < 2 || noBody.test(text)) continue;
    const start = from + at;
    yield {
      start,
      end: start + text.length,
      text,
      mask: 'XX',
      kind: 'org',
      what: '单位名称',
      key: `org ${text}`,
      sure: /有限|股份/.test(match[0]),
    };
  }
}
const noBody =
  /^(?:.*(?:各|全|我|所|家|个|有|是|些|大|中|小|等|骨干|龙头|专业|农民|国有|民营|上市|重点|相关|其他|科研|高等|职业))$/;

function* events({ start: from, text: source }: Line): Generator<Candidate> {
  for (const match of source.matchAll(event)) {
    const [all] = match;
    const text = all.replace(/^.*[“《在行是录祝临向让由为对各]/u, '');
    if (text.length < 5) continue;
    const start = from + match.index + all.length - text.length;
    yield {
      start,
      end: start + text.length,
      text,
      mask: 'XX',
      kind: 'event',
      what: '活动名称',
      key: `event ${text}`,
      sure: false,
    };
  }
}

/** Places: names found before an ending, then every place of each name, with an ending or without. */
function places(document: Document): readonly Candidate[] {
  const { text } = document;
  const names = new Map<string, boolean>();
  for (let at = 2; at < text.length; at++) {
    placeEnd.lastIndex = at;
    if (!placeEnd.test(text)) continue;
    for (const length of [2, 3]) {
      const name = text.slice(Math.max(0, at - length), at);
      if (name.length < length || !/^\p{Script=Han}+$/u.test(name)) continue;
      if (noPlace.has(name) || noPlace.has(name.slice(-2)) || ordinary.has(name) || ordinary.has(name.slice(0, 2)))
        continue;
      if (!beforePlace.test(text.slice(Math.max(0, at - length - 2), at - length))) continue;
      if (noEnd.test(name) || noStart.test(name)) continue;
      const official = /^(?:[省市县区州旗镇乡]|街道)(?:委|党委|人民政府|政府|人大|政协|党工委)/.test(
        text.slice(at, at + 6),
      );
      // 松口镇、白石镇: nothing of another word may follow.
      placeEnd.lastIndex = at;
      placeEnd.test(text);
      const closed = /[，。；：、！？“”（）《》\s　\d的和与]/u.test(text[placeEnd.lastIndex] ?? '。');
      const listed = /[省市县区州旗镇乡村]、$/u.test(text.slice(Math.max(0, at - length - 2), at - length));
      if (!official && !closed && !listed && occurs(text, text.slice(at - length, at + 1)) < 2) continue;
      names.set(name, (names.get(name) ?? false) || official || occurs(text, text.slice(at - length, at + 1)) > 1);
      break;
    }
  }
  const found: Candidate[] = [];
  for (const [name, sure] of names)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      placeEnd.lastIndex = at + name.length;
      found.push({
        start: at,
        end: at + name.length,
        text: name,
        mask: 'XX',
        kind: 'place',
        what: '地名',
        key: `place ${name}`,
        // 平安 may be a county, and a word.
        sure: sure && placeEnd.test(text),
      });
    }
  return found;
}

/** The body of a template: the draft with tab stops for the things chosen and for its blanks, numbered by place, then in text order; the same thing by the same number. */
export function toTemplateBody(document: Document, chosen: readonly AnonymousThing[]): string {
  const places = [...chosen, ...insideKept(document, chosen), ...leftOpen(document)]
    .flatMap(({ spans, mask, key, kind }) => spans.map((span) => ({ ...span, mask, key, kind })))
    .sort((a, b) => a.start - b.start);
  const counts = new Map<string, number>();
  for (const { key } of places) counts.set(key, (counts.get(key) ?? 0) + 1);
  const own = places
    .filter(({ kind }) => kind === 'place')
    .sort((a, b) => counts.get(b.key)! - counts.get(a.key)! || a.start - b.start)[0]?.key;
  const numbers = new Map<string, number>(own === undefined ? [] : [[own, 1]]);
  let body = '';
  let from = 0;
  for (const { start, end, mask, key } of places) {
    if (start < from) continue;
    let index = numbers.get(key);
    if (index === undefined) numbers.set(key, (index = numbers.size + 1));
    body += `${escapeSnippet(document.text.slice(from, start))}$\{${index}:${escapeSnippet(mask)}}`;
    from = end;
  }
  return `${(body + escapeSnippet(document.text.slice(from))).trimEnd().replace(/\r\n?/g, '\n')}\n$0`;
}

/** What the draft leaves open is filled in in the template too. */
function* leftOpen(document: Document): Generator<Pick<AnonymousThing, 'spans' | 'mask' | 'key' | 'kind'>> {
  for (const blank of document.blanks)
    if (blank.certainty === 'sure')
      yield { spans: [blank], mask: document.slice(blank), key: `blank ${blank.group}`, kind: blank.kind };
}

/** A place that is masked is masked in the names of bodies too that the writer keeps: 云麓 in 云麓盛源食品. */
function* insideKept(document: Document, chosen: readonly AnonymousThing[]): Generator<AnonymousThing> {
  const named = chosen.filter(({ kind }) => kind === 'place');
  if (named.length === 0) return;
  const keys = new Set(chosen.map(({ key }) => key));
  const kept = anonymise(document).filter(({ key, kind }) => !keys.has(key) && (kind === 'org' || kind === 'event'));
  for (const { spans, text } of kept)
    for (const place of named) {
      const at = text.indexOf(place.text);
      if (at < 0) continue;
      yield { ...place, spans: spans.map(({ start }) => ({ start: start + at, end: start + at + place.text.length })) };
    }
}
