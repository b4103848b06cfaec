// biome-ignore-all lint/suspicious/noTemplateCurlyInString: bodies of snippets
import assert from 'node:assert/strict';
import { Document } from '../../server/src/document/document.ts';
import { anonymise, toTemplateBody } from '../../server/src/features/anonymise.ts';
import { parseSnippet, render } from '../../server/src/features/snippet.ts';
import { checkTemplate, templateOf } from '../../server/src/features/templates.ts';
import { soundDrafts } from '../support/drafts.ts';

const draft = `在全县招商引资推进会上的讲话
（2025年3月18日）
中共云麓县委书记　沈怀民

同志们：
刚才，松口镇、白石镇作了发言，立军同志通报了情况。去年全县新签约项目126个，到位资金94.6亿元，比上年的80.2亿元增长18%；3个项目开工，3个项目投产。
云麓有水，云麓有电。县委副书记、县长周立军同志带队拜访了云麓盛源食品有限公司，到位资金94.6亿元是历史最好水平。各乡镇、全县上下和兄弟县区要在6月底前抓落实，24小时值班。
`;
const document = new Document(draft, { format: 'plain' });
const things = anonymise(document);
const thing = (text: string) => things.filter((each) => each.text === text);

describe('what a speech would give away', () => {
  it('its places, with the name and without its ending', () => {
    assert.deepEqual(
      thing('云麓').map(({ spans, sure }) => [spans.length, sure]),
      [
        [1, true],
        [2, false],
      ],
    );
    assert.equal(new Set(thing('云麓').map(({ key }) => key)).size, 1);
    assert.ok(thing('松口').length === 1 && thing('白石').length === 1);
    for (const word of ['全县', '各乡', '兄弟', '县委'])
      assert.ok(!things.some(({ text }) => text.includes(word)), word);
  });
  it('a stretch of time once, not its ends by themselves', () => {
    const masks = (text: string): string[] =>
      anonymise(new Document(text, { format: 'plain' })).map((each) => `${each.text} ${each.mask} ${each.kind}`);
    assert.deepEqual(masks('今年1至8月，新开工项目26个。'), ['1至8月 X至X月 date', '26 X number']);
    for (const [text, mask] of [
      ['2025年1月至8月', 'XXXX年X月至X月'],
      ['1—8月', 'X—X月'],
      ['2021—2025年', 'XXXX—XXXX年'],
      ['3月1日至5日', 'X月X日至X日'],
      ['5月1日至10月8日', 'X月X日至X月X日'],
      ['11月份', 'X月'],
      ['12月底', 'X月'],
    ])
      assert.equal(masks(`${text}，全县动员。`)[0], `${mask === 'X月' ? text!.slice(0, -1) : text} ${mask} date`);
    // Lengths of time and amounts are figures.
    assert.deepEqual(masks('用3至5个月时间，引进10至12家企业。'), [
      '3 X number',
      '5 X number',
      '10 X number',
      '12 X number',
    ]);
  });
  it('its persons, its bodies, its dates', () => {
    assert.deepEqual([thing('沈怀民')[0]?.kind, thing('沈怀民')[0]?.sure], ['person', true]);
    assert.equal(thing('周立军')[0]?.kind, 'person');
    assert.equal(thing('立军')[0]?.kind, 'person');
    assert.equal(thing('2025年3月18日')[0]?.mask, 'XXXX年X月X日');
    assert.equal(thing('6月')[0]?.mask, 'X月');
    assert.ok(things.some(({ kind, text }) => kind === 'org' && text.endsWith('盛源食品')));
  });
  it('its figures: the same fact once, small numbers each for itself', () => {
    assert.equal(thing('94.6')[0]?.spans.length, 2);
    assert.deepEqual(
      thing('3').map(({ spans }) => spans.length),
      [1, 1],
    );
    assert.equal(thing('24')[0]?.sure, false);
  });

  it('becomes a template whose tab stops fill together, and which is the speech again when filled', () => {
    const body = toTemplateBody(document, things);
    const { nodes, faults } = parseSnippet(body);
    assert.deepEqual(faults, []);
    const open = render(nodes);
    for (const text of ['云麓', '沈怀民', '立军', '94.6', '126', '松口', '2025'])
      assert.ok(!open.text.includes(text), text);
    const values = new Map<number, string>();
    for (const each of things) {
      const index = Number(
        /\$\{(\d+):/.exec(toTemplateBody(document, things).slice(bodyAt(body, each.spans[0]!.start)))?.[1],
      );
      values.set(index, each.text);
    }
    assert.equal(render(nodes, values).text.trimEnd(), draft.trimEnd());
    assert.ok(/^在全县/.test(open.text) && body.includes('中共${1:XX}县委书记'));
  });

  it('has a tab stop for each thing that the draft itself leaves open, the same for its other places', () => {
    const left = new Document(
      '在推进会上的讲话\n\n同志们：\n\n今年引进XX亿元。请XX镇牵头，XX镇要落实。3月底前办结。\n',
      { format: 'plain' },
    );
    const body = toTemplateBody(left, anonymise(left));
    const stops = [...body.matchAll(/\$\{(\d+):([^}]+)\}/g)].map(([, index, mask]) => `${index}:${mask}`);
    assert.equal(stops.length, 4, body);
    assert.equal(stops[1], stops[2]);
    assert.equal(new Set(stops).size, 3);
    const faults = checkTemplate(templateOf({ name: '讲话', prefixes: ['jh'], description: '', body }), [], {
      stage: 'final',
    });
    assert.deepEqual(
      faults.filter(({ code }) => code !== 'template/untracked'),
      [],
    );
  });

  it('stays what the writer keeps', () => {
    const body = toTemplateBody(
      document,
      things.filter(({ kind }) => kind === 'place'),
    );
    assert.ok(body.includes('94.6亿元') && body.includes('沈怀民') && !body.includes('云麓'));
  });

  for (const { name, text, format } of soundDrafts())
    it(`keeps its places apart and in the draft: ${name}`, () => {
      const whole = new Document(text, { format });
      const all = anonymise(whole);
      for (const { spans, text: shown } of all) for (const span of spans) assert.equal(whole.slice(span), shown);
      const spans = all.flatMap((each) => each.spans).sort((a, b) => a.start - b.start);
      for (let i = 1; i < spans.length; i++) assert.ok(spans[i - 1]!.end <= spans[i]!.start);
      assert.deepEqual(parseSnippet(toTemplateBody(whole, all)).faults, []);
      const left = render(parseSnippet(toTemplateBody(whole, all)).nodes)
        .text.replace(/^\d+\. /gm, '')
        .match(/.{0,6}\d{2,}.{0,6}/g);
      assert.deepEqual(left, null);
    });
});

/** The offset in the body of a place of the draft: each tab stop before it is longer than what it stands for. */
function bodyAt(body: string, offset: number): number {
  let at = 0;
  let source = 0;
  const spans = things.flatMap((each) => each.spans).sort((a, b) => a.start - b.start);
  for (const { start, end } of spans) {
    if (start >= offset) break;
    at += start - source;
    at += /^\$\{\d+:[^}]*\}/.exec(body.slice(at))![0].length;
    source = end;
  }
  return at + offset - source;
}
