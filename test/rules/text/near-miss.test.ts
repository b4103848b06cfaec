import assert from 'node:assert/strict';
import { Document } from '../../../server/src/document/document.ts';
import type { Format } from '../../../server/src/document/facts.ts';
import type { Problem } from '../../../server/src/engine/problem.ts';
import { setPhrases } from '../../../server/src/rules/text/lexicon/set-phrases.ts';
import { nearMiss } from '../../../server/src/rules/text/near-miss.ts';
import { sharedSound, soundDrafts } from '../../support/drafts.ts';
import { testRule } from '../../support/rule-tester.ts';

/** Five sentences that all say the phrase, so that it is the draft's own. */
const often = (phrase: string): string =>
  `${phrase}要抓早。大家谈${phrase}，也干${phrase}。今年靠${phrase}，明年看${phrase}，后年还是${phrase}。`;

testRule(nearMiss, {
  wrong: [
    {
      text: `${often('招商引资')}确保⟦招商经引资⟧落到实处。`,
      message: '“招商经引资”与全文6处“招商引资”相比，多了一个字。请核对是否笔误。',
      fixed: `${often('招商引资')}确保招商引资落到实处。`,
    },
    {
      text: `${often('归雁行动')}同时推进⟦归行雁动⟧。`,
      message: /两个字颠倒了/,
      fixed: `${often('归雁行动')}同时推进归雁行动。`,
    },
    {
      text: `${often('云溪行动')}再说⟦云西行动⟧。`,
      message: /有一个字不同/,
      fixed: `${often('云溪行动')}再说云溪行动。`,
    },
    { text: '要推动经济⟦高质量展发⟧。', message: /与固定说法“高质量发展”相比/, fixed: '要推动经济高质量发展。' },
    { text: '全力打赢⟦脱贫攻间⟧战。', fixed: '全力打赢脱贫攻坚战。' },
    { text: '抓好⟦安源全生产⟧工作。', message: /多了一个字/, fixed: '抓好安全生产工作。' },
    { text: '完成⟦固定资投资⟧任务。', message: /少了一个字/, fixed: '完成固定资产投资任务。' },
    { text: '要早作打算，⟦防患然⟧。', message: /少了一个字/, fixed: '要早作打算，防患未然。' },
    // The first or the last character of a long phrase, and one that stands in it twice.
    {
      text: '以⟦习近平新时代中国特色社会主义思⟧为指导。',
      message: /少了一个字/,
      fixed: '以习近平新时代中国特色社会主义思想为指导。',
    },
    { text: '贯彻⟦近平新时代中国特色社会主义思想⟧。', fixed: '贯彻习近平新时代中国特色社会主义思想。' },
    { text: '落实⟦总体家安全观⟧。', fixed: '落实总体国家安全观。' },
    { text: '推进⟦国家治理体系和理能力现代化⟧。', fixed: '推进国家治理体系和治理能力现代化。' },
    { text: '做到⟦循渐进⟧。', message: /少了一个字/, fixed: '做到循序渐进。' },
  ],
  right: [
    '要抓好生产安全事故调查。今年某矿又发生安全事故，教训深刻。',
    // A character at the edge belongs to the word outside, an odd one inside makes a word of its own, and a ministry is no department.
    '建设社会主义法治国家，开启自我革命新征程，农业农村部合作经济司到会。',
    // Said shorter: the end or the beginning may be left out.
    '把基础设施建到村头，把市场主体培育好。',
    '农业产业园开工，要抓落实、比学赶帮，加快旧小区改造，打造最优营商环境，住房城乡建设部门要牵头，我代表镇人民政府作报告。',
    // Shorter by a character, and right.
    '推进一窗办、一网办、马上办，责任重于山，乡村兴则百业兴，要有优良的传统思想。',
    `${often('招商引资')}还要招才引智、招商引智、招商选资。`,
    `${often('项目建设')}加快项目化建设、项目的建设、重大项目和建设。`,
    `${often('经济发展')}推动经济大发展、经济圈发展、经济社会发展。`,
    `${often('营商环境')}改善企业的经营环境，优化政务环境。`,
    `${often('发展形势')}注意发展形式。`,
    `${often('乡村振兴')}民族要复兴，乡村必振兴。`,
    '全心全意为人民服务，加强治安、安全生产和基层组织建设。',
    // 归燕 is told by text/confusable.
    `${often('归雁行动')}再说归燕行动。`,
    { text: `${often('归雁行动')}同时推进归行雁动。`, options: { minimum: 20 } },
  ],
});

describe('text/near-miss on whole drafts', () => {
  const problems = (text: string, format: Format = 'plain'): Problem[] => [
    ...nearMiss.check(new Document(text, { format }), { minimum: 5 }),
  ];

  it('stays silent on sound drafts', () => {
    for (const { name, text, format } of soundDrafts()) assert.deepEqual(problems(text, format), [], name);
  });

  it('counts on from version to version what it has weighed', () => {
    const slip = `${often('招商引资')}\n\n招商经引资要落到实处。\n`;
    let previous: Document | undefined;
    for (const [text, places] of [
      [slip, 1],
      // Three times is no slip.
      [`${slip}再抓招商经引资，还抓招商经引资。`, 0],
      [`${slip}再抓，还抓招商经引资。`, 2],
      [`${slip.replace('经', '')}再抓，还抓招商经引资。`, 1],
      [`${often('招商引资')}\n\n再抓。`, 0],
      [slip, 1],
    ] as const) {
      previous = new Document(text, { format: 'plain', ...(previous && { previous }) });
      const found = [...nearMiss.check(previous, { minimum: 5 })];
      assert.equal(found.length, places, text);
      assert.deepEqual(found, problems(text), text);
    }
  });

  it('finds planted swaps and homophones of set phrases, each as one finding', () => {
    const homophones: Record<string, string> = {
      资: '姿',
      安: '按',
      展: '斩',
      产: '铲',
      建: '健',
      坚: '兼',
      障: '帐',
      境: '竟',
      理: '里',
      任: '认',
    };
    let planted = 0;
    let found = 0;
    for (const { text, format } of soundDrafts()) {
      const body = new Document(text, { format }).paragraphs;
      for (const phrase of setPhrases) {
        const at = text.indexOf(phrase);
        if (at < 0 || phrase.length > 6 || !body.some(({ start, end }) => start <= at && at < end)) continue;
        const odd = [...phrase].findIndex((character) => homophones[character] !== undefined);
        const slips = [phrase[0]! + phrase[2]! + phrase[1]! + phrase.slice(3)];
        if (odd >= 0) slips.push(phrase.slice(0, odd) + homophones[phrase[odd]!]! + phrase.slice(odd + 1));
        for (const slip of slips) {
          if (slip === phrase) continue;
          planted++;
          const all = problems(text.slice(0, at) + slip + text.slice(at + phrase.length), format);
          if (all.length === 1 && all[0]!.start < at + slip.length && all[0]!.end > at) found++;
        }
      }
    }
    assert.ok(planted > 150, `${planted} planted`);
    assert.ok(found / planted >= 0.85, `${found} of ${planted}`);
  });

  it('says nothing of finished real texts', function () {
    if (sharedSound().length === 0) this.skip();
    for (const { name, text } of sharedSound()) assert.deepEqual(problems(text), [], name);
  });
});
