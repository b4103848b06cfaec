import type { Document, Paragraph } from '../../document/document.ts';
import type { ParagraphFacts } from '../../document/facts.ts';
import { insertionAt, placeOf } from '../../document/place.ts';
import { remember } from '../../document/remember.ts';
import { type Edit, type Fix, type Problem, relatedPlaces } from '../../engine/problem.ts';
import { defineRule } from '../../engine/rule.ts';
import { isDigit, isHan } from '../../text/characters.ts';

type Kind = 'halfWidth' | 'quotes' | 'doubled' | 'ellipsis' | 'dash';

/** A place to mend, in a paragraph's reading. */
interface Slip {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  readonly to: string;
  /** The other one of two brackets or quotes. */
  readonly partner?: { readonly start: number; readonly end: number; readonly to: string };
}

interface Placed extends Slip {
  readonly paragraph: Paragraph;
}

/** Half-width marks and what Chinese text writes instead. */
const fullWidth: Readonly<Record<string, readonly [mark: string, name: string]>> = {
  ',': ['，', '逗号'],
  ';': ['；', '分号'],
  ':': ['：', '冒号'],
  '?': ['？', '问号'],
  '!': ['！', '叹号'],
  '.': ['。', '句点'],
  '(': ['（', '括号'],
  ')': ['）', '括号'],
};

/** Full-width stops and pauses, the stronger first: of two that meet, the stronger stays. */
const stopNames: Readonly<Record<string, string>> = {
  '？': '问号',
  '！': '叹号',
  '。': '句号',
  '；': '分号',
  '：': '冒号',
  '，': '逗号',
  '、': '顿号',
};

/** What the scan stops at: 1 half-width mark, 2 full-width pause or stop, 3 dots, 4 hyphen. */
const stops = new Uint8Array(0x10000);
for (const mark of ',;:?!') stops[mark.charCodeAt(0)] = 1;
for (const mark of Object.keys(stopNames)) stops[mark.charCodeAt(0)] = 2;
stops[0x2e] = stops[0x2026] = 3;
stops[0x2d] = 4;

const isLatin = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code <= 0x24f);
/** Han characters and the marks that only Chinese text uses. */
const isChinese = (code: number): boolean =>
  isHan(code) ||
  (code >= 0x2014 && code <= 0x201d) ||
  code === 0x2026 ||
  (code >= 0x3001 && code <= 0x301b) ||
  (code >= 0xff01 && code <= 0xff5e);

const none: readonly Slip[] = [];

const slipsIn = remember((facts): readonly Slip[] => {
  const { text } = facts.reading;
  const { others } = facts.walk;
  const slips: Slip[] = [];
  let ascii = false;
  let done = 0;
  for (let k = 0; k < others.length; k++) {
    const i = others[k]!;
    if (i < done) continue;
    const code = text.charCodeAt(i);
    const stop = stops[code]!;
    if (stop === 0) {
      if (code === 0x28 || code === 0x29 || code === 0x22 || code === 0xff02) ascii = true;
      continue;
    }
    if (stop === 1 && isHalfWidthSlip(text, i)) {
      let end = i + 1;
      if (code === 0x2c || code === 0x3b) while (end < text.length && text.charCodeAt(end) === 0x20) end++;
      if (end === text.length || !isHan(text.charCodeAt(end))) end = i + 1;
      slips.push({ kind: 'halfWidth', start: i, end, to: fullWidth[text[i]!]![0] });
    }
    if (stop === 2 || stop === 1) {
      const next = text.charCodeAt(i + 1);
      if (stops[next] === 2 && (stop === 2 || slips.at(-1)?.start === i)) done = doubledFrom(text, i, slips);
    } else if (stop === 3) done = dotsFrom(facts, i, slips);
    else if (stop === 4) done = hyphensFrom(text, i, slips);
  }
  if (ascii) scanBrackets(facts, slips);
  const dash = text.startsWith('—') || text.startsWith('一一') ? /^(?:—(?!—)|一一(?=在))/.exec(text) : null;
  if (dash !== null && /(?:讲话|致辞|报告|发言|汇报|演讲|讲稿|总结)$/.test(text))
    slips.push({ kind: 'dash', start: 0, end: dash[0].length, to: '——' });
  return slips.length === 0 ? none : slips;
});

function isHalfWidthSlip(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  let next = at + 1;
  while (text.charCodeAt(next) === 0x20) next++;
  const after = text.charCodeAt(next);
  // Question marks in a row, or one before Latin letters, are characters that an encoding lost.
  if (text[at] === '?' && (after === 0x3f || before === 0x3f || (isLatin(after) && next === at + 1))) return false;
  if (text[at] === ':' && after === 0x29) return false;
  if (isHan(before) || (isChinese(before) && stops[before] === 0)) return true;
  // 15%,居第二位: what stands before is a figure, a Latin word or a bracket, and the sentence goes on in Chinese.
  if (!isHan(after) || at === 0) return false;
  if (isDigit(before)) return at > 3 && next === at + 1;
  return isLatin(before) || before === 0x25 || before === 0x29;
}

/** How far the words go that address the audience. */
const longestAddress = 40;

/** 。。 ，、 ：， : marks of which only one can be meant. Returns the end of what was read. */
function doubledFrom(text: string, from: number, slips: Slip[]): number {
  let end = from + 1;
  while (stops[text.charCodeAt(end)] === 2) end++;
  const run = text.slice(from, end);
  if (/^[？！?!]+$/.test(run)) return end;
  if (/^。{3,}$/.test(run)) {
    if (run.length <= 8) slips.push({ kind: 'ellipsis', start: from, end, to: '……' });
    return end;
  }
  // 同志们：。 keeps its colon.
  const address = /^[:：]/.test(run) && end === text.length && from < longestAddress && salutation.test(text);
  const strongest = address ? '：' : Object.keys(stopNames).find((mark) => run.includes(mark))!;
  slips.push({ kind: 'doubled', start: from, end, to: strongest });
  return end;
}

function dotsFrom(facts: ParagraphFacts, from: number, slips: Slip[]): number {
  const { text } = facts.reading;
  const dot = text.charCodeAt(from);
  let end = from + 1;
  while (text.charCodeAt(end) === dot) end++;
  const before = text.charCodeAt(from - 1);
  const after = text.charCodeAt(end);
  if (dot === 0x2e && end - from === 1) {
    // 招商.(end of the paragraph): a period from another keyboard; 一.加强 is a label and 约翰.史密斯 a name.
    if (end === text.length && from > 8 && isHan(before) && text.includes('，'))
      slips.push({ kind: 'halfWidth', start: from, end, to: '。' });
    return end;
  }
  const chinese = isHan(before) || isHan(after);
  if (chinese && facts.blanks.some((blank) => blank.start < end && from < blank.end)) return end;
  if (dot === 0x2e && end - from >= 3 && end - from <= 8 && chinese && !isDigit(after))
    slips.push({ kind: 'ellipsis', start: from, end, to: '……' });
  if (dot === 0x2026 && (end - from) % 2 === 1 && isHan(before) && (end === text.length || isChinese(after)))
    slips.push({ kind: 'ellipsis', start: from, end, to: '……' });
  return end;
}

function hyphensFrom(text: string, from: number, slips: Slip[]): number {
  let end = from + 1;
  while (text.charCodeAt(end) === 0x2d) end++;
  const length = end - from;
  // ---此处内容已隐藏---
  if (from === 0 && length > 2 && text.endsWith('---')) return text.length;
  const opens = from === 0 || isChinese(text.charCodeAt(from - 1));
  if (length >= 2 && length <= 4 && opens && isChinese(text.charCodeAt(end)))
    slips.push({ kind: 'dash', start: from, end, to: '——' });
  return end;
}

/** Half-width brackets and straight quotes that enclose or follow Chinese. */
function scanBrackets({ reading: { text }, brackets }: ParagraphFacts, slips: Slip[]): void {
  for (const { start, end, kind } of brackets.pairs) {
    if (kind !== 'round' && kind !== 'straight') continue;
    const touches =
      isChinese(text.charCodeAt(start - 1)) ||
      isChinese(text.charCodeAt(start + 1)) ||
      isChinese(text.charCodeAt(end - 2)) ||
      isChinese(text.charCodeAt(end));
    if (!touches) continue;
    const left = { start, end: start + 1, to: kind === 'straight' ? '“' : '（' };
    const right = { start: end - 1, end, to: kind === 'straight' ? '”' : '）' };
    if (kind === 'straight') slips.push({ kind: 'quotes', ...left, partner: right });
    else if (text[start] !== '(') {
      if (text[end - 1] === ')') slips.push({ kind: 'halfWidth', ...right });
    } else if (text[end - 1] !== ')') slips.push({ kind: 'halfWidth', ...left });
    else slips.push({ kind: 'halfWidth', ...left, partner: right });
  }
}

/** Places listed beside a finding that stands for many. */
const shownPlaces = 10;

const editsOf = ({ paragraph, start, end, to, partner }: Placed): Edit[] => {
  const edits = [{ ...placeOf(paragraph, start, end), text: to }];
  if (partner !== undefined) edits.push({ ...placeOf(paragraph, partner.start, partner.end), text: partner.to });
  return edits;
};

/** One finding for each slip while there are few, one for the whole draft when there are many. */
function* report(
  slips: readonly Placed[],
  one: (slip: Placed) => string,
  many: (count: number) => string,
  title: (count: number) => string,
): Generator<Problem> {
  if (slips.length <= 2) {
    for (const slip of slips)
      yield {
        ...placeOf(slip.paragraph, slip.start, slip.end),
        message: one(slip),
        fixes: [fixOf(title(1), editsOf(slip))],
      };
    return;
  }
  const edits = slips.flatMap(editsOf).sort((a, b) => a.start - b.start);
  const [first, ...others] = edits;
  yield {
    start: first!.start,
    end: first!.end,
    message: many(edits.length),
    related: relatedPlaces(others, shownPlaces, '这里也是'),
    fixes: [fixOf(title(edits.length), edits)],
  };
}

const fixOf = (title: string, edits: readonly Edit[]): Fix => ({ title, safety: 'safe', edits });

/** 逗号、冒号、括号 in the order in which they were met. */
const namesOf = (slips: readonly Placed[]): string => {
  const names = new Set<string>();
  for (const { paragraph, start } of slips) names.add(fullWidth[paragraph.facts.reading.text[start]!]![1]);
  return [...names].join('、');
};

const startsAnew = (paragraph: Paragraph): boolean => paragraph.facts.markers.some((marker) => marker.leading);

const salutation = /各位|尊敬的|同志们|朋友们|女士|先生|来宾|同学|老师/;

/** A paragraph that stops at a comma, or without any mark after whole sentences. Texts broken into lines by a web page prove nothing. */
function* ends(document: Document): Generator<Problem> {
  const commas: Paragraph[] = [];
  const bare: Paragraph[] = [];
  let prose = 0;
  for (const paragraph of document.paragraphs) {
    const { text } = paragraph.facts.reading;
    if (text.length < 15) continue;
    const last = text.charCodeAt(text.length - 1);
    const comma = last === 0xff0c || last === 0x3001 || last === 0x2c;
    if (text.length < 40 && !comma) continue;
    if (comma && text.length < 40 && salutation.test(text)) continue;
    prose++;
    if (comma) commas.push(paragraph);
    else if (isHan(last) && paragraph.level === 0) {
      const stop = text.lastIndexOf('。');
      const sentence = stop > 0 || (text.includes('，') && !startsAnew(paragraph) && text.length >= 60);
      if (sentence && text.length - stop > 8) bare.push(paragraph);
    }
  }
  const endsOpen = (index: number): boolean =>
    /[，、,]$/.test(document.paragraphs[index]?.facts.reading.text.slice(-1) ?? '');
  if (commas.length <= 3 && (commas.length === 1 || commas.length * 5 <= prose))
    for (const paragraph of commas) {
      if (endsOpen(paragraph.index - 1) || endsOpen(paragraph.index + 1)) continue;
      const { length } = paragraph.facts.reading.text;
      const next = document.paragraphs[paragraph.index + 1];
      if (length < 40 && next !== undefined && next.level === 0 && !startsAnew(next)) continue;
      const place = placeOf(paragraph, length - 1, length);
      yield {
        ...place,
        message: '这一段停在逗号上，话没有说完，或者应当用句号。请补完，或改为句号。',
        fixes: [{ title: '改为句号', safety: 'suggestion', edits: [{ ...place, text: '。' }] }],
        pending: 'paragraph',
      };
    }
  if (bare.length > 0 && bare.length <= 2 && bare.length * 5 <= prose)
    for (const paragraph of bare) {
      const next = document.paragraphs[paragraph.index + 1];
      // A line that a page or a printout broke goes on in the next one, and is no rarity.
      const broken = bare.length > 1 || prose < 10 || !/^[\p{Script=Han}“《（]/u.test(next?.facts.reading.text ?? '众');
      if (next !== undefined && next.level === 0 && !startsAnew(next) && broken) continue;
      const { length } = paragraph.facts.reading.text;
      yield {
        ...placeOf(paragraph, length - 1, length),
        message: '这一段末尾没有标点。请看话是否说完，补上句号。',
        fixes: [
          { title: '补上句号', safety: 'suggestion', edits: [{ ...insertionAt(paragraph, length), text: '。' }] },
        ],
        pending: 'paragraph',
      };
    }
}

export const punctuation = defineRule({
  meta: {
    id: 'text/punctuation',
    summary: '半角、叠用或缺失的标点',
    level: { draft: 'info', final: 'info' },
    description: `按《标点符号用法》检查中文里的标点：

- 半角的逗号、分号、冒号、问号、叹号、括号，和不分左右的打字机引号。全文都是这样时只报一处，给一个改好全文的办法；数字（1,000、10:30）、外文、网址不动。
- 叠在一起的标点（。。 ，、），它们只能留一个。
- 省略号写成三个点或三个句号，破折号写成两个连字符，副标题前的破折号只有一半。
- 一段停在逗号上，或者整段末尾没有标点。起草阶段，光标所在的段落不报。

引号之间的顿号可有可无，叹号、问号连用是语气，都不报。`,
    sources: ['GB/T 15834-2011《标点符号用法》'],
    examples: {
      wrong: [
        '同志们⟦:⟧今天的会议很重要。',
        '要抓好招商引资⟦。。⟧下面讲三点意见。',
        '会议审议了《方案》、《办法》⟦...⟧等文件。',
        '打造一流环境⟦--⟧这是大家的共同愿望。',
      ],
      right: [
        '会议于10:30开始，投入1,000万元，见 https://example.com/a?b=1,2。',
        '“放管服”“一网通办”“最多跑一次”……都是好经验！',
        '京沪线（北京—上海）全长1318公里。',
      ],
    },
  },
  *check(document) {
    const slips: Record<Kind, Placed[]> = { halfWidth: [], quotes: [], doubled: [], ellipsis: [], dash: [] };
    // A subtitle stands under a title.
    for (const paragraph of document.paragraphsWith(slipsIn))
      for (const slip of slipsIn(paragraph.facts))
        if (slip.kind !== 'dash' || slip.start > 0 || paragraph.index < 8)
          slips[slip.kind].push({ ...slip, paragraph });
    yield* report(
      slips.halfWidth,
      (slip) => `这里用了半角${namesOf([slip])}，中文里应当用全角。`,
      (count) => `全文有 ${count} 处半角标点（${namesOf(slips.halfWidth)}），中文里应当用全角。可以一次改好。`,
      (count) => (count === 1 ? '改为全角' : `把 ${count} 处半角标点都改为全角`),
    );
    yield* report(
      slips.quotes,
      () => '这里用了打字机引号，中文里应当用“”。',
      (count) => `全文有 ${count} 个打字机引号，左右不分，中文里应当用“”。可以一次改好。`,
      (count) => (count === 1 ? '改为中文引号' : `把 ${count} 个引号都改为“”`),
    );
    for (const slip of slips.doubled) {
      const place = placeOf(slip.paragraph, slip.start, slip.end);
      const { text } = slip.paragraph.facts.reading;
      const same = text[slip.start] === slip.to && new Set(text.slice(slip.start, slip.end)).size === 1;
      yield {
        ...place,
        message: '几个标点叠在一起，只能留一个。请看原意，删去多余的。',
        fixes: [
          {
            title: `只留${stopNames[slip.to]}`,
            safety: same ? 'safe' : 'suggestion',
            edits: [{ ...place, text: slip.to }],
          },
        ],
      };
    }
    yield* report(
      slips.ellipsis,
      () => '省略号应当写成占两个字的……。',
      (count) => `全文有 ${count} 处省略号写得不规范，应当写成占两个字的……。可以一次改好。`,
      (count) => (count === 1 ? '改为……' : `把 ${count} 处都改为……`),
    );
    yield* report(
      slips.dash,
      () => '破折号应当写成占两个字的——。',
      (count) => `全文有 ${count} 处破折号写得不规范，应当写成占两个字的——。可以一次改好。`,
      (count) => (count === 1 ? '改为——' : `把 ${count} 处都改为——`),
    );
    yield* ends(document);
  },
});
