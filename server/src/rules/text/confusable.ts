import type { Paragraph } from '../../document/document.ts';
import type { ParagraphFacts } from '../../document/facts.ts';
import { placeOf } from '../../document/place.ts';
import { remember } from '../../document/remember.ts';
import { pairSlot, placesOf, watch } from '../../document/walk.ts';
import type { Edit, Problem, Related } from '../../engine/problem.ts';
import { defineRule } from '../../engine/rule.ts';
import { CLAUSE_END, classOf, isDigit, isHan } from '../../text/characters.ts';
import { type OddWord, oddWordsIn, oddWordsOf } from './finders/odd-words.ts';
import {
  adverbialPattern,
  courtesyPatterns,
  disposal,
  gained,
  type Hit,
  isBoundary,
  mannerPairs,
  mannerPattern,
  type Pattern,
} from './finders/particle-patterns.ts';
import { type ConfusableWord, confusableRows, confusableWord } from './lexicon/confusable-words.ts';
import { adverbials, intensifiers, looseAdverbials } from './lexicon/particles.ts';

function judgeWord(word: ConfusableWord, text: string, at: number): Hit | undefined {
  const { wrong, right, unlessAfter, unlessBefore, onlyBefore } = word;
  const end = at + wrong.length;
  if (unlessAfter !== '' && at > 0 && unlessAfter.includes(text[at - 1]!)) return undefined;
  const next = text[end];
  if (unlessBefore !== '' && next !== undefined && unlessBefore.includes(next)) return undefined;
  if (
    onlyBefore !== '' &&
    !(next !== undefined && onlyBefore.includes(next)) &&
    !(onlyBefore.includes('$') && isBoundary(text.charCodeAt(end)))
  )
    return undefined;
  return { start: at, end, right, because: reasonOf(word) };
}

function reasonOf({ wrong, right, kind }: ConfusableWord): string {
  switch (kind) {
    case 'word':
      return `“${wrong}”应为“${right}”（词形见《现代汉语词典》）。`;
    case 'usage':
      return `“${wrong}”应为“${right}”，两个词容易相混，这里只能用后一个（词义见《现代汉语词典》）。`;
    case 'typing':
      return `“${wrong}”讲不通，应为“${right}”，像是音近、形近的字打错了。`;
    case 'omission':
      return `“${wrong}”里漏了字，应为“${right}”。`;
    case 'official':
      return `“${wrong}”应为“${right}”（党和国家文件的固定表述）。`;
    case 'variant':
      return `“${wrong}”的规范写法是“${right}”（《第一批异形词整理表》）。`;
  }
}

const alike = ['一样', '那样', '似的'];

/** 象……那样 → 像……那样. */
function resemblance(text: string, at: number): Hit | undefined {
  if (
    at > 0 &&
    '对现形印景气抽迹想意表物万大假乱幻险星天蜡具心脉卦镜影图画录雕塑肖偶真包巨白小群'.includes(text[at - 1]!)
  )
    return undefined;
  if ('征牙棋形限素鼻群的'.includes(text[at + 1] ?? '的')) return undefined;
  return restHolds(text, at + 1, 40, alike)
    ? { start: at, end: at + 1, right: '像', because: '表示比方用“像”，“象”是现象、形象的象。这里应为“像”。' }
    : undefined;
}

/** 要向爱护眼睛一样 → 要像爱护眼睛一样; 向……学习 is right. */
const towards: Pattern = {
  text: '要向',
  pair: 0,
  judge: (text, at) =>
    restHolds(text, at + 2, 24, ['一样']) &&
    !restHolds(text, at + 2, 60, ['学习', '看齐', '靠拢', '汇报', '报告', '说明', '提出', '要'])
      ? { start: at + 1, end: at + 2, right: '像', because: '“……一样”是打比方，应当用“像”。' }
      : undefined,
};

function restHolds(text: string, from: number, reach: number, wanted: readonly string[]): boolean {
  let end = from;
  while (end < text.length && end - from < reach && (classOf(text.charCodeAt(end)) & CLAUSE_END) === 0) end++;
  const clause = text.slice(from, end);
  return wanted.some((word) => clause.includes(word));
}

/** 截止8月份 → 截至8月份: 截止 needs no time behind it, 截至 does. */
const deadline: Pattern = {
  text: '截止',
  pair: 0,
  judge(text, at) {
    const next = text.slice(at + 2, at + 4);
    if (
      !isDigit(next.charCodeAt(0)) &&
      ![
        '目前',
        '现在',
        '当前',
        '今年',
        '去年',
        '本月',
        '上月',
        '昨天',
        '今天',
        '日前',
        '上周',
        '本周',
        '年底',
        '月底',
        '年末',
      ].includes(next)
    )
      return undefined;
    if (!isBoundary(text.charCodeAt(at - 1))) return undefined;
    return {
      start: at,
      end: at + 2,
      right: '截至',
      because: '“截止”是到期停止，后面带时间、事情还在继续时用“截至”（《现代汉语词典》）。这里应为“截至”。',
    };
  },
};

/** 那一项都离不开 → 哪一项都离不开. */
const anyOne: Pattern = {
  text: '那一',
  pair: 0,
  judge: (text, at) =>
    /^那一[项个种样家步环级][^，。；]{0,4}都(?:离不开|离不了|少不了|不能少|不可少|不可缺|不能缺)/.test(
      text.slice(at, at + 14),
    )
      ? { start: at, end: at + 3, right: `哪一${text[at + 2]}`, because: '表示任何一个用“哪”。' }
      : undefined,
};

/** Patterns that are no rows of the table, by their pair. */
let patterns: ReadonlyMap<number, readonly Pattern[]> | undefined;

function buildPatterns(): ReadonlyMap<number, readonly Pattern[]> {
  const byPair = new Map<number, Pattern[]>();
  for (const pattern of [
    ...adverbials.map((adverbial) => adverbialPattern(adverbial, false)),
    ...looseAdverbials.map((adverbial) => adverbialPattern(adverbial, true)),
    ...intensifiers.map(mannerPattern),
    disposal,
    gained,
    towards,
    ...courtesyPatterns,
    deadline,
    anyOne,
  ]) {
    const slot = pairSlot(pattern.text.charCodeAt(pattern.pair), pattern.text.charCodeAt(pattern.pair + 1));
    const known = byPair.get(slot);
    if (known === undefined) byPair.set(slot, [pattern]);
    else known.push(pattern);
  }
  return byPair;
}

/** Chains of rows by the slot of their first two characters: 1 + the last row of each, and 1 + the one before each row. */
interface Chains {
  readonly heads: Uint16Array;
  readonly next: Uint16Array;
}
let chains: Chains | undefined;
const chainCount = 1 << 13;
const closing = '>'.charCodeAt(0);

function buildChains(mark: (first: number, second: number) => void): Chains {
  const { rows } = confusableRows();
  const heads = new Uint16Array(chainCount);
  const next = new Uint16Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const first = row.charCodeAt(0);
    const second = row.charCodeAt(1);
    // 帐 is looked for by itself.
    if (second === closing) continue;
    mark(first, second);
    const chain = pairSlot(first, second) & (chainCount - 1);
    next[i] = heads[chain]!;
    heads[chain] = i + 1;
  }
  return { heads, next };
}

const watched = watch((mark) => {
  chains = buildChains(mark);
  patterns = buildPatterns();
  for (const group of patterns.values())
    for (const { text, pair } of group) mark(text.charCodeAt(pair), text.charCodeAt(pair + 1));
});

interface OwnHit extends Hit {
  readonly word?: ConfusableWord;
}

/** 拼博 → 拼搏, 展发 → 发展: no word, and one character off a common one. */
function oddHit(text: string, { start, end, at, word, right }: OddWord): Hit {
  const written = text.slice(at, at + 2);
  return {
    start: at,
    end: at + 2,
    right: word,
    because:
      end - start === 2
        ? `“${written}”讲不通，像是“${right}”两个字颠倒了。请核对。`
        : `“${written}”讲不通，像是“${word}”，音近、形近的字打错了。请核对。`,
  };
}

interface Found extends OwnHit {
  readonly paragraph: Paragraph;
}

function matches(text: string, at: number, literal: string): boolean {
  for (let i = 0; i < literal.length; i++) if (text.charCodeAt(at + i) !== literal.charCodeAt(i)) return false;
  return true;
}

/** Whether the wrong form of a row stands here. */
function stands(row: string, text: string, at: number): boolean {
  for (let i = 0; ; i++) {
    const code = row.charCodeAt(i);
    if (code === closing) return true;
    if (text.charCodeAt(at + i) !== code) return false;
  }
}

/** Rows of the table that stand at `at`, into `found`. */
function rowsAt(facts: ParagraphFacts, at: number, slot: number, found: OwnHit[]): void {
  const { rows } = confusableRows();
  const { heads, next } = chains!;
  const { text } = facts.reading;
  for (let link = heads[slot & (chainCount - 1)]!; link !== 0; link = next[link - 1]!)
    if (stands(rows[link - 1]!, text, at)) wordAt(facts, at, confusableWord(link - 1), found);
}

function wordAt(facts: ParagraphFacts, at: number, word: ConfusableWord, found: OwnHit[]): void {
  const hit = judgeWord(word, facts.reading.text, at);
  if (hit === undefined || !isWritten(facts, hit) || (rightInTraditional(word) && isTraditional(facts))) return;
  found.push({ ...hit, word });
}

let account: ConfusableWord | undefined;
const accountRow = (): ConfusableWord =>
  (account ??= confusableWord(confusableRows().rows.findIndex((row) => row.charCodeAt(1) === closing)));

const none: readonly OwnHit[] = [];

const hitsIn = remember((facts): readonly OwnHit[] => {
  const { text } = facts.reading;
  const found: OwnHit[] = [];
  for (const place of placesOf(facts.walk, watched)) {
    const at = place - 1;
    const slot = pairSlot(text.charCodeAt(at), text.charCodeAt(place));
    rowsAt(facts, at, slot, found);
    for (const pattern of patterns!.get(slot) ?? []) {
      const start = at - pattern.pair;
      if (start < 0 || !matches(text, start, pattern.text)) continue;
      const hit = pattern.judge(text, start);
      if (hit !== undefined && isWritten(facts, hit)) found.push(hit);
    }
  }
  for (let at = text.indexOf('帐'); at >= 0; at = text.indexOf('帐', at + 1)) wordAt(facts, at, accountRow(), found);
  for (let at = text.indexOf('象'); at >= 0; at = text.indexOf('象', at + 1)) {
    const hit = resemblance(text, at);
    if (hit !== undefined && isWritten(facts, hit)) found.push(hit);
  }
  mannerPairs(text, found);
  return found.length > 1 ? withoutOverlaps(found) : found.length === 0 ? none : found;
});

/** What a paragraph by itself may be reported for; nearly always nothing. */
const mentionsIn = remember((facts): readonly unknown[] => {
  const hits = hitsIn(facts);
  return hits.length > 0 ? hits : oddWordsIn(facts);
});

/** Of hits that overlap the longest stays: 脱贫攻艰 before 攻艰. */
function withoutOverlaps(found: OwnHit[]): readonly OwnHit[] {
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: OwnHit[] = [];
  for (const hit of found) {
    const last = kept.at(-1);
    if (last === undefined || last.end <= hit.start) kept.push(hit);
    else if (last.end - last.start < hit.end - hit.start) kept[kept.length - 1] = hit;
  }
  return kept;
}

/** Words whose other form is right where Traditional characters are written. */
const rightInTraditional = (word: ConfusableWord): boolean => word.kind === 'variant' || word.wrong.includes('覆');

function isTraditional({ reading, source }: ParagraphFacts): boolean {
  if (reading.text === source) return false;
  for (let i = 0; i < reading.text.length; i++)
    if (isHan(reading.text.charCodeAt(i)) && source[reading.source(i)] !== reading.text[i]) return true;
  return false;
}

/** Whether the source itself has these characters: 帳戶 is right in Traditional writing, though it is read as 帐户. */
function isWritten({ reading, source }: ParagraphFacts, { start, end }: Hit): boolean {
  if (reading.text === source) return true;
  for (let i = start; i < end; i++)
    if (source[reading.source(i)] !== reading.text[i] && isHan(reading.text.charCodeAt(i))) return false;
  return true;
}

const editOf = ({ paragraph, start, end, right }: Found): Edit => ({ ...placeOf(paragraph, start, end), text: right });

/** One finding for each place; one for all places of a word that is wrong throughout. */
function* report(found: readonly Found[]): Generator<Problem> {
  const groups = new Map<ConfusableWord | Found, Found[]>();
  for (const hit of found) {
    const key = hit.word ?? hit;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [hit]);
    else group.push(hit);
  }
  for (const group of groups.values()) {
    const [first, ...others] = group;
    const { paragraph, start, end, right, because } = first!;
    const more = others.length > 0 ? `全文共 ${group.length} 处。` : '';
    yield {
      ...placeOf(paragraph, start, end),
      message: because + more,
      ...(others.length > 0 && {
        related: others
          .slice(0, 20)
          .map((hit): Related => ({ ...placeOf(hit.paragraph, hit.start, hit.end), message: '这里也是' })),
      }),
      fixes: [
        {
          title: others.length > 0 ? `把 ${group.length} 处都改为“${right}”` : `改为“${right}”`,
          safety: 'suggestion',
          edits: group.map(editOf),
        },
      ],
    };
  }
}

export const confusable = defineRule({
  meta: {
    id: 'text/confusable',
    summary: '固定词语里的错别字',
    level: { draft: 'info', final: 'info' },
    description: `词典、文件里写法固定的词语，用了音近、形近的字：年未（年末）、渡假（度假）、辨证（辩证）、战略新型产业（战略性新兴产业）、截止8月份（截至8月份）。

只查表里有的词，每一条都在成稿上试过误报；一个词全文错了几处，只报一处，其余的列在一起。说明里写明依据：词形见词典；两个词容易相混，词义见词典；
打字、识别的错（“就行统筹”），词典不收，只说明讲不通；漏了字的，只说明漏字；文件的固定表述；异形词给出规范写法。

表里没有的，只有一种情况会报：两个字在哪个词里都不相连，换成音近、形近的字，或者颠倒过来，正好是一个常用词（任雾—任务，施措—措施），这个词又在全文别处用过，或者人人都认得。同样的写法全文出现两次的、人名、“依法依规”一类的四字格，不报。

“的、地、得”只在没有第二种读法时才报：尽快的摆脱困境、烧的更旺、招的准落的实。`,
    sources: [
      '《现代汉语词典》（第7版）：正确的词形和词义',
      '《通用规范汉字表》（2013）',
      '《咬文嚼字》编辑部“当代汉语出版物中最常见的100个别字”（2005）',
      '《第一批异形词整理表》（GF 1001-2001）',
      '吕叔湘《现代汉语八百词》',
      'cppjieba 词典（MIT 许可，词频统计自新闻语料）：哪些字在词里相连、哪些是常用词',
    ],
    examples: {
      wrong: [
        '全年的重点任务是增收，要把⟦任雾⟧分解到户。',
        '从现在到⟦年未⟧，还有三个月。',
        '培育⟦战略新型产业⟧，发展休闲⟦渡假⟧旅游。',
        '⟦截止⟧8月份，全县完成投资6亿元。',
        '要⟦尽快的⟧摆脱困境，把这把火⟦烧的⟧更旺。',
      ],
      right: [
        '三年未完成的任务，要坚持辨证施治。',
        '报名于8月31日截止，截止日期不变，项目进度依法依规公开。',
        '给予尽可能的支持，在不断的探索中前进，取得更好的发展。',
      ],
    },
  },
  *check(document) {
    const found: Found[] = [];
    for (const paragraph of document.paragraphsWith(mentionsIn)) {
      const { facts } = paragraph;
      const hits = hitsIn(facts);
      for (const hit of hits) found.push({ ...hit, paragraph });
      const { text } = facts.reading;
      const odds = oddWordsOf(document, facts);
      // 著重 is right where Traditional characters are written.
      if (odds.length > 0 && isTraditional(facts)) continue;
      for (const odd of odds) {
        const hit = oddHit(text, odd);
        if (hits.some(({ start, end }) => start <= hit.end && hit.start <= end) || !isWritten(facts, hit)) continue;
        found.push({ ...hit, paragraph });
      }
    }
    yield* report(found);
  },
});
