/** What holds for every text whatever, and how much work it takes. `FC_RUNS=2000` tries more, `FC_SEED=7` others. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Document } from '../../server/src/document/document.ts';
import { ParagraphFacts } from '../../server/src/document/facts.ts';
import type { OutlineNode } from '../../server/src/document/outline.ts';
import { type CheckResult, check } from '../../server/src/engine/check.ts';
import { rules } from '../../server/src/rules/index.ts';
import type { Span } from '../../server/src/text/span.ts';
import { type Draft, soundDrafts } from '../support/drafts.ts';
import { litter, mutate, mutatedDraft, mutation } from '../support/mutated.ts';
import { sentenceWith, slippedWords } from '../support/slipped-words.ts';
import { type CountedEngine, StepCounter } from '../support/steps.ts';

const drafts = soundDrafts();
const numRuns = Number(process.env.FC_RUNS ?? 150);
const seed = Number(process.env.FC_SEED ?? 20_261);
const anyDraft = mutatedDraft(drafts);
const holds = (property: (draft: Draft) => void, runs = numRuns): void => {
  fc.assert(fc.property(anyDraft, property), { numRuns: runs, seed });
};
const open = ({ text, format }: Pick<Draft, 'text' | 'format'>, previous?: Document): Document =>
  new Document(text, { format, ...(previous && { previous }) });
const run = (document: Document): CheckResult => check(document, rules, { stage: 'final' });

/** Names of the getters of a class: its views. */
const viewsOf = (prototype: object): readonly string[] =>
  Object.entries(Object.getOwnPropertyDescriptors(prototype))
    .filter(([, { get }]) => get !== undefined)
    .map(([name]) => name);
const documentViews = viewsOf(Document.prototype);
const paragraphViews = viewsOf(ParagraphFacts.prototype);

function assertInside(span: Span, { start, end }: Span, what: string): void {
  assert.ok(
    Number.isInteger(span.start) &&
      Number.isInteger(span.end) &&
      start <= span.start &&
      span.start <= span.end &&
      span.end <= end,
    `${what}: ${span.start}–${span.end} in ${start}–${end}`,
  );
}
function assertOrdered(spans: readonly Span[], what: string): void {
  for (let i = 1; i < spans.length; i++)
    assert.ok(spans[i - 1]!.end <= spans[i]!.start, `${what} overlap: ${spans[i - 1]!.end} > ${spans[i]!.start}`);
}
function assertTiles(spans: readonly Span[], length: number, what: string): void {
  let at = 0;
  for (const { start, end } of spans) {
    assert.equal(start, at, `${what} leave a hole`);
    assert.ok(end > start, `${what}: an empty one`);
    at = end;
  }
  assert.equal(at, length, `${what} end early`);
}

/** Objects with views of their own lead back to where they stand, and hold more once they were asked: only their place is compared. */
const isLazy = (value: unknown): value is Partial<Span> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.getPrototypeOf(value) !== Object.prototype &&
  !(value instanceof Map) &&
  !(value instanceof Set);

/** Everything that a document says, as one text. */
function summary(document: Document): string {
  const node = (n: OutlineNode): unknown => [
    n.kind,
    n.marker,
    n.start,
    n.end,
    n.depth,
    n.title,
    n.titleSpan,
    n.extent,
    n.parent?.start,
  ];
  return JSON.stringify(
    {
      paragraphs: document.paragraphs.map(({ start, end, level, index, facts }) => [
        start,
        end,
        level,
        index,
        paragraphViews.map((view) => {
          const value: unknown = Reflect.get(facts, view);
          return view === 'reading' ? [facts.reading.text, facts.reading.cuts] : value;
        }),
      ]),
      speeches: document.speeches,
      outline: document.outline.nodes.map(node),
      lists: document.outline.enumerations.map(({ items, form, parent, faults }) => [
        items.map(({ start }) => start),
        form,
        parent?.start,
        faults.map(({ item, fault, expected }) => [item.start, fault, expected]),
      ]),
      counts: document.counts.map(({ start, end, announced, items, verdict, note, way, open: short }) => [
        start,
        end,
        announced,
        items.map((item) => [item.start, item.end]),
        verdict,
        note,
        way,
        short,
      ]),
      findings: run(document).findings.map((finding) => ({ ...finding, fingerprint: finding.fingerprint })),
    },
    (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : isLazy(value) ? { start: value.start, end: value.end } : value,
  );
}

describe('properties of any draft', () => {
  it('throws in no view and no rule', () => {
    holds((draft) => {
      const document = open(draft);
      for (const view of documentViews) Reflect.get(document, view);
      for (const { facts } of document.paragraphs)
        for (const view of paragraphViews) assert.notEqual(Reflect.get(facts, view), undefined, view);
      const { failures } = run(document);
      assert.deepEqual(
        failures.map(({ rule, cause }) => `${rule}: ${(cause as Error).stack}`),
        [],
      );
      assert.doesNotThrow(() => check(document, rules, { stage: 'draft', editing: draft.text.length >> 1 }));
    });
  });

  it('splits into paragraphs that stand apart, in order, each what the text holds there', () => {
    holds((draft) => {
      const { paragraphs, text } = open(draft);
      assertOrdered(paragraphs, 'paragraphs');
      for (const [i, paragraph] of paragraphs.entries()) {
        assertInside(paragraph, { start: 0, end: text.length }, 'paragraph');
        assert.ok(paragraph.end > paragraph.start);
        assert.equal(paragraph.index, i);
        assert.equal(paragraph.facts.source, text.slice(paragraph.start, paragraph.end));
      }
    });
  });

  it('finds the paragraph of every offset', () => {
    holds((draft) => {
      const document = open(draft);
      for (let offset = 0; offset <= draft.text.length; offset += 7) {
        const found = document.paragraphAt(offset);
        const expected = document.paragraphs.findLast(({ start }) => start <= offset);
        assert.equal(found, expected);
      }
    });
  });

  it('reads each paragraph through a map that leads back', () => {
    holds((draft) => {
      for (const { facts } of open(draft).paragraphs) {
        const { reading, source } = facts;
        const { text, cuts } = reading;
        const gone = cuts.reduce((sum, { start, end }) => sum + end - start, 0);
        assert.equal(text.length, source.length - gone);
        assertOrdered(cuts, 'cuts');
        for (const cut of cuts) {
          assertInside(cut, { start: 0, end: source.length }, 'cut');
          assert.equal(reading.reading(cut.end), reading.reading(cut.start), 'what was cut has no length');
        }
        let last = -1;
        for (let i = 0; i < text.length; i++) {
          const at = reading.source(i);
          assert.ok(at > last && at < source.length, `reading ${i} → source ${at} after ${last}`);
          assert.equal(reading.reading(at), i);
          assert.ok(!cuts.some(({ start, end }) => start <= at && at < end), 'a character that was cut');
          last = at;
        }
        for (let start = 0; start <= text.length; start += 5) {
          const end = Math.min(text.length, start + (start % 11));
          const span = reading.span(start, end);
          assertInside(span, { start: 0, end: source.length }, 'source of a span');
          if (end > start) {
            assert.equal(span.start, reading.source(start));
            assert.equal(span.end, reading.source(end - 1) + 1);
          } else assert.equal(span.start, span.end);
        }
      }
    });
  });

  it('tiles each reading with sentences and with clauses, and keeps every token inside', () => {
    holds((draft) => {
      for (const { facts } of open(draft).paragraphs) {
        const whole = { start: 0, end: facts.reading.text.length };
        assertTiles(facts.sentences, whole.end, 'sentences');
        assertTiles(facts.clauses, whole.end, 'clauses');
        for (const list of [facts.markers, facts.blanks, facts.figures, facts.counts])
          for (const token of list) assertInside(token, whole, 'token');
        assertOrdered(facts.markers, 'markers');
        assertOrdered(facts.blanks, 'blanks');
        assertOrdered(facts.figures, 'figures');
        for (const pair of facts.brackets.pairs) assertInside(pair, whole, 'pair');
        for (const { at } of facts.brackets.lonely) assertInside({ start: at, end: at + 1 }, whole, 'lonely mark');
      }
    });
  });

  it('tiles its paragraphs with speeches', () => {
    holds((draft) => {
      const { paragraphs, speeches } = open(draft);
      let at = 0;
      for (const { first, end, title, salutation } of speeches) {
        assert.equal(first, at);
        assert.ok(end > first);
        at = end;
        const whole = { start: paragraphs[first]!.start, end: paragraphs[end - 1]!.end };
        if (title !== undefined) assertInside(title, whole, 'title');
        if (salutation !== undefined) assertInside(salutation, whole, 'salutation');
      }
      assert.equal(at, paragraphs.length);
    });
  });

  it('nests outline nodes in text order, each inside its parent', () => {
    holds((draft) => {
      const { outline, text } = open(draft);
      const { nodes, enumerations } = outline;
      const known = new Set(nodes);
      nodes.forEach((node, i) => {
        assertInside(node, { start: 0, end: text.length }, 'node');
        assertInside(node.titleSpan, { start: 0, end: text.length }, 'title of a node');
        if (i > 0) assert.ok(nodes[i - 1]!.start <= node.start, 'nodes out of order');
        assert.ok(node.extent >= node.start && node.extent <= text.length, 'extent');
        if (node.kind === 'marker') {
          assertInside(node, node.paragraph, 'marker in its paragraph');
          assert.ok(node.enumeration!.items.includes(node));
        }
        const { parent } = node;
        if (parent === undefined) return;
        assert.ok(known.has(parent) && parent.children.includes(node));
        assert.ok(parent.start <= node.start && node.extent <= parent.extent, 'a node reaches beyond its parent');
        assert.ok(node.depth > parent.depth);
      });
      for (const { items, parent } of enumerations) {
        assert.ok(items.length > 0);
        for (const item of items) assert.equal(item.parent, parent);
        assert.equal(new Set(items.map(({ depth }) => depth)).size, 1);
      }
    });
  });

  it('gives findings and fixes that stand in the text, in order', () => {
    holds((draft) => {
      const { findings } = run(open(draft));
      const whole = { start: 0, end: draft.text.length };
      findings.forEach((finding, i) => {
        assertInside(finding, whole, finding.rule);
        if (i > 0) assert.ok(findings[i - 1]!.start <= finding.start);
        for (const related of finding.related ?? []) assertInside(related, whole, 'related');
        for (const { edits } of finding.fixes ?? []) {
          assertOrdered(edits, 'edits');
          for (const edit of edits) assertInside(edit, whole, 'edit');
        }
      });
      assert.equal(new Set(findings.map(({ fingerprint }) => fingerprint)).size, findings.length);
    });
  });

  it('says the same twice', () => {
    holds((draft) => assert.equal(summary(open(draft)), summary(open(draft))), numRuns / 3);
  });

  it('says the same after an edit as from scratch', () => {
    fc.assert(
      fc.property(anyDraft, fc.array(mutation, { minLength: 1, maxLength: 4 }), (draft, changes) => {
        let { text } = draft;
        let document = open(draft);
        summary(document);
        for (const change of changes) {
          text = mutate(text, change);
          document = open({ text, format: draft.format }, document);
          assert.equal(summary(document), summary(open({ text, format: draft.format })));
        }
      }),
      { numRuns: numRuns / 3, seed },
    );
  });
});

describe('linear work', () => {
  const counter = new StepCounter();
  let engine: CountedEngine;
  before(async () => {
    engine = await counter.open();
    // What is computed once for all, and then kept.
    for (const { text, format } of drafts) steps(text, format);
  });
  after(() => counter.close());

  /** Steps of every view and every rule, from scratch. */
  const steps = (text: string, format: Draft['format']): number =>
    counter.count(() => {
      const document = new engine.Document(text, { format });
      for (const view of documentViews) Reflect.get(document, view);
      for (const { facts } of document.paragraphs) for (const view of paragraphViews) Reflect.get(facts, view);
      engine.check(document, engine.rules, { stage: 'final' });
    });

  /** How many times the work of its half a text takes. */
  function growth(half: string, format: Draft['format']): { times: number; said: string } {
    const once = steps(half, format);
    const twice = steps(half + half, format);
    const times = twice / once;
    const said = `${format}: ${half.length} characters, ${once} steps, ${Math.round(once / half.length)} a character; doubled, ${times.toFixed(2)} times as many: ${JSON.stringify(half.slice(0, 60))}`;
    if (process.env.STEPS !== undefined) console.log(said);
    return { times, said };
  }
  const most = 2.2;
  /** Where a search looks ahead so many characters and no more, a short text does not show it: a longer one does. */
  function assertDoubles(piece: string, length: number, format: Draft['format']): void {
    const text = piece.repeat(Math.ceil(length / piece.length));
    let { times, said } = growth(text, format);
    if (times > most) ({ times, said } = growth(text.repeat(4), format));
    assert.ok(times <= most, said);
  }

  it('counts steps', () => {
    const { text } = drafts[0]!;
    // What a rule keeps of the draft it saw last is another draft's the first time.
    steps(text, 'plain');
    const first = steps(text, 'plain');
    assert.ok(Math.abs(steps(text, 'plain') - first) < first / 1000, 'the same for the same');
    const quadratic = (n: number): number =>
      counter.count(() => {
        for (let i = 0; i < n; i++) text.slice(0, i).includes('\u0001');
      });
    assert.ok(quadratic(800) > 3.5 * quadratic(400), 'a quadratic search is seen to be one');
  });

  it('doubles from one draft to two', () => {
    let together = 0;
    let apart = 0;
    // Another draft, not the same again: equal paragraphs share what is known of them.
    for (const [i, { text, format }] of drafts.entries()) {
      const other = drafts[(i + 1) % drafts.length]!.text;
      together += steps(`${text}\n${other}`, format);
      apart += steps(text, format) + steps(other, format);
    }
    assert.ok(2 * together <= most * apart, `${((2 * together) / apart).toFixed(2)} times as many`);
  });

  /** Texts that a careless search goes over again and again. */
  const hostile: Readonly<Record<string, string>> = {
    'one sentence without an end': '全县上下凝心聚力',
    'shares of two amounts that are told nowhere': '税收占5%，',
    'what is done in per cent, of a whole that never comes': '已改3户，完成8%，5%，',
    'money spent that was never given': '安排资金2万元，已支出1亿元，支出进度7%，',
    'parts of whatever is counted': '5个，已办结3件，工业的2个，',
    'one thing at two times': '去年2亿元，今年3亿元，两年增加1亿元，',
    'totals with a total beside them': '第一批1个2亿元，两批共3个，4亿元，',
    'growth over years': '比2012年增长6%，年均增长1%，',
    'a place and another': '第6位，比上半年的第4位后退2位，',
    'opening quotes': '“',
    'closing quotes': '”',
    'opening brackets': '（',
    'nested brackets': '（（【《“',
    'straight quotes': '"甲乙"丙',
    asterisks: '*',
    bold: '**甲',
    'emphasis that is not closed': ' __甲 乙* ',
    backticks: '`甲``',
    links: '[甲](',
    comments: '<!--',
    suppressions: '<!-- jianggao-disable -->\n',
    'suppressions of the next line': '<!-- jianggao-disable-next-line text/pairing -->，',
    hashes: '# ',
    'table rows': '|',
    'short lines': '甲\n',
    'blank lines': '\n',
    blanks: '　 \t',
    'page numbers': '甲\n12\n',
    'page-split numbers': '甲\n2、',
    digits: '7',
    'decimal points': '1.',
    thousands: '1,234',
    figures: '增长17.5%、',
    dates: '2025年3月8日',
    'Chinese numerals': '一二三四五六七八九十',
    zeros: '〇',
    masks: 'X',
    'masks apart': 'XX月X日，',
    underscores: '_',
    ellipses: '…',
    'one marker again and again': '一是甲；',
    'markers that count': Array.from({ length: 40 }, (_, i) => `${i + 1}.甲乙丙。\n`).join(''),
    'nested markers': '一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n一是己；二是庚；三是辛。\n',
    'styles in turn': '一是甲；二要乙；第三，丙；其次丁；另一个是戊。',
    ordinals: '第一，甲。第二，乙。',
    series: '首先甲，其次乙，最后丙。',
    headings: '一、提高认识\n',
    titles: '在全县大会上的讲话\n',
    salutations: '同志们：\n',
    counts: '三个转变、',
    'counted lists': '人防、技防、物防三道防线，',
    'enumeration commas': '甲、',
    clauses: '凡是甲；',
    'one word twice': '推进推进',
    'times of day': '上午8点到9点，共2个小时，',
    'lists in quotes': '“甲、乙、丙”四个字',
    'counts that close quotes': '”三个字',
    'clauses in parallel': '既要甲，又要乙，这三个方面',
    'ratios by name': '护士与医生之比为1.2∶1，',
    'sexes of many': '男性1人，女性2人，性别比1.5，',
    'lists that grow': '其中甲1亿元、乙1亿元，同比增长2%，去年为3亿元，',
    'years apart': '去年甲1件，今年甲2件，增长3%，',
    'means of rates': '三次为1%、2%，平均3%，',
    'steps to what is left': '甲1处，乙2处，还有3处要改，',
    'places in turn': '2021年第8位，2022年升至第5位，前移3位，',
    ratios: '三次产业结构由1.2∶3.4∶5.6调整为2.1∶4.3∶6.5，',
    'stretches of time': '用3天',
    'figures in brackets': '5个）',
    'brackets closed between stretches of time': '5个）3天，3天，3天，',
    'two columns': '其中甲1个、2元；',
    rows: '甲1起，死亡2人。',
    'rows in paragraphs': '甲1起、死亡2人，增加1起、2人。\n',
    'two shares': '甲1起，死亡2人，分别占总数的3%和4%。',
    'units left out': '5万平方米（甲1万、',
    'divided again': '按甲分，甲12个，占3.4%；乙56个，占7.8%；丙9个，占1.2%。\n',
    'stages of days': '历时90天，第一阶段30天，',
    'yields by name': '小麦面积4万亩，总产量2万吨，亩产500公斤，',
    'sentences of parts': '处分甲12人，乙34人，丙5678人，其他9人。',
    'yearly totals': '每年3万元，累计9万元，',
    'what is left': '12个镇，有5个完成，还有3个没有完成，',
    'rates that are planned': '去年10亿元，按增长8%测算，达到10.8亿元，',
    'years one by one': '近两年共5亿元，去年2亿元，今年3亿元，',
    'what of a year is gone': '1—8月完成70%，超序时进度3个百分点，距双过半差1个百分点，',
    'shares in turn': '企业9家，甲3家，乙6家，分别占企业总数的33%和67%，',
    'days that are left': '今天是9月5日，离9月30日还有25天，',
    'means of a paragraph before': '收入468万元。\n全县156个村，平均每个村3万元，',
    'rows that part wholes': '5项，总投资9亿元，其中：甲2项，总投资4亿元；乙3项，总投资5亿元；',
    'rows that never end': '共5项，投资9亿元，其中甲2项、乙3项、',
    'incomes and their ratio': '城镇、农村居民人均可支配收入分别为2元和1元，城乡居民收入比为2.1∶1，',
    'shares that shift': '第一产业比重升1.1个百分点，第二产业比重下降1个百分点，第三产业比重下降1个百分点，',
    'what a plan leaves': '全年目标12亿元，上半年完成5亿元，下半年每个月要完成1亿元，',
    'plans and their years': '2022年是“十四五”规划的开局之年，上半年（1至7月）；',
    'counts told again': '全县共有水库136座，全县145座水库；',
    'nets and years told last': '新增520户，注销140户，净增380户，同比增长15%，去年为452户，',
    'growth of a listed whole': '资金9亿元，其中甲3亿元、乙6亿元，比上年增加1亿元，增长12%，',
    'means by name': '家庭户9户，家庭户人口18人，平均每个家庭户的人口为2人，',
    'last year told late': '接待9万人次，收入7亿元；去年同期接待8万人次，同比增长12.5%，',
    'growth said again': '2022年地区生产总值98.4亿元，增长4.8%。\n地区生产总值98.6亿元，增长4.8%。\n',
    colons: '：',
    glosses: '招(zhāo)',
    'zero width': '\u200b',
    'lone surrogates': '\ud83d',
    'line separators': '\u2028',
    'carriage returns': '甲\r',
    addresses: 'https://a.b/c?',
    'Latin words': 'GDP ',
    'half-width marks': '甲,乙.丙:',
  };
  for (const [what, piece] of Object.entries(hostile)) {
    it(`doubles with ${what}`, () => {
      assertDoubles(piece, 600, 'plain');
      assertDoubles(piece, 600, 'markdown');
    });
  }

  it('doubles for the reading alone', () => {
    // So little of the whole work that only a long text shows what it costs.
    const reading = (text: string): number =>
      counter.count(() => {
        for (const { facts } of new engine.Document(text, { format: 'markdown' }).paragraphs) facts.reading;
      });
    for (const [what, piece] of Object.entries(hostile)) {
      const text = piece.repeat(Math.ceil(6000 / piece.length));
      const times = reading(text + text) / reading(text);
      assert.ok(times <= most, `${what}: ${times.toFixed(2)} times as many`);
    }
  });

  it('doubles with odd words, each another one', () => {
    const words = slippedWords(400).map(sentenceWith);
    const once = steps(words.slice(0, 200).join('\n'), 'plain');
    const twice = steps(words.join('\n'), 'plain');
    assert.ok(twice <= most * once, `${(twice / once).toFixed(2)} times as many`);
  });

  it('doubles with whatever is repeated', () => {
    const piece = fc.array(fc.constantFrom(...litter, '推进', '项目', '全县', '工作'), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(piece, fc.constantFrom('plain' as const, 'markdown' as const), (parts, format) => {
        assertDoubles(parts.join(''), 600, format);
      }),
      { numRuns: 25, seed, endOnFailure: true },
    );
  });
});
