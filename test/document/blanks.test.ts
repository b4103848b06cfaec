import assert from 'node:assert/strict';
import { Document, type Format } from '../../server/src/document/document.ts';
import { soundDrafts } from '../support/drafts.ts';
import { mark, unmark } from '../support/marked.ts';
import { masked, plain } from './blanks.cases.ts';

const letters: Readonly<Record<string, string>> = {
  person: 'p',
  place: 'l',
  org: 'o',
  number: 'n',
  date: 'd',
  event: 'e',
  text: 't',
};
const open = (text: string, format: Format = 'plain') => new Document(text, { format });
/** Every mask as the lexer sees it, before the draft as a whole is weighed. */
const tokensOf = (text: string, format: Format = 'plain') =>
  open(text, format).paragraphs.flatMap(({ facts, start }) =>
    facts.blanks.map((token) => {
      const span = facts.reading.span(token.start, token.end);
      return { ...token, start: start + span.start, end: start + span.end };
    }),
  );

describe('document/blanks', () => {
  describe('finds what is missing', () => {
    for (const [kinds, sentence] of masked)
      it(sentence, () => {
        const { text } = unmark(sentence);
        const tokens = tokensOf(text);
        assert.equal(mark(text, tokens), sentence);
        assert.equal(tokens.map(({ kind }) => letters[kind]).join(''), kinds);
        for (const { certainty } of tokens) assert.equal(certainty, 'sure');
      });
  });

  describe('in every style of mask', () => {
    const sentences = masked
      .filter(([, sentence]) => /⟦XX⟧/.test(sentence) && !/二〇|XX⟧人[的]?性/.test(sentence))
      .slice(0, 120);
    for (const style of ['X', 'XXX', 'xx', 'ＸＸ', '××', '**', '＊＊', '○○', '□□', '＿＿', '____'])
      it(style, () => {
        for (const [, sentence] of sentences) {
          const changed = sentence.replaceAll('⟦XX⟧', `⟦${style}⟧`);
          const { text } = unmark(changed);
          // 全国**个考察团来**学习 in Markdown is as good an emphasis as two masks.
          const formats: readonly Format[] =
            style === '**' && /个考察团/.test(text) ? ['plain'] : ['plain', 'markdown'];
          for (const format of formats) assert.equal(mark(text, tokensOf(text, format)), changed, format);
        }
      });
  });

  describe('stays silent', () => {
    for (const text of plain)
      it(text.replace(/\s+/g, ' ') || 'nothing', () => {
        for (const format of ['plain', 'markdown'] as const)
          assert.equal(mark(text, tokensOf(text, format)), text, format);
      });
    for (const { name, text, format } of soundDrafts()) it(name, () => assert.deepEqual(open(text, format).blanks, []));
  });

  it('says what belongs there', () => {
    const whats = (text: string) => tokensOf(text).map(({ what }) => what);
    assert.deepEqual(whats('XX县引进项目XX个，投资XX亿元，增长X%，比上年提高X个百分点，搬迁X万多人。'), [
      '县名',
      '数量（个）',
      '金额（亿元）',
      '百分比',
      '百分点',
      '数量（万人）',
    ]);
    assert.deepEqual(whats('20XX年X月X日，第X届XX博览会，XX镇XX同志，排名第X。'), [
      '年份',
      '月份',
      '日期',
      '届次',
      '活动名称',
      '乡镇名',
      '姓名',
      '名次',
    ]);
    assert.deepEqual(whats('XX公司的XX项目，依据《XX条例》。'), ['公司名称', '项目名称', '文件名称']);
  });

  it('spans the mask in the source, whatever the reading folded or cut', () => {
    assert.equal(
      mark('填補(bǔ)了ＸＸ縣的空白。', open('填補(bǔ)了ＸＸ縣的空白。', 'plain').blanks),
      '填補(bǔ)了⟦ＸＸ⟧縣的空白。',
    );
  });

  it('takes …… for a mask wherever a word is missing, in a draft that uses it as one', () => {
    const masks = '由……县教育局主办，请……同志讲话，参加的有民办……学校，分……赛区、……赛区比赛。';
    assert.equal(
      mark(masks, open(masks).blanks),
      '由⟦……⟧县教育局主办，请⟦……⟧同志讲话，参加的有民办⟦……⟧学校，分⟦……⟧赛区、⟦……⟧赛区比赛。',
    );
    // Patterns and thoughts that trail off stand beside them.
    const plain = '由……县教育局主办，请……同志讲话。既要……又要……，参加的有学校、机关……等单位，我想……还是算了。';
    assert.equal(
      mark(plain, open(plain).blanks),
      '由⟦……⟧县教育局主办，请⟦……⟧同志讲话。既要……又要……，参加的有学校、机关……等单位，我想……还是算了。',
    );
  });

  it('takes ☆ for a mask wherever a word is missing, in a draft that uses it as one', () => {
    const masks = '要建设富裕☆。我☆县是传统大县，全省☆个重点镇，对☆县最有感情，☆市正在前进。';
    assert.equal(
      mark(masks, open(masks).blanks),
      '要建设富裕⟦☆⟧。我⟦☆⟧县是传统大县，全省⟦☆⟧个重点镇，对⟦☆⟧县最有感情，⟦☆⟧市正在前进。',
    );
    const plain = '要建设富裕☆，全省☆个重点镇。☆级酒店，好评★★★★。';
    assert.equal(mark(plain, open(plain).blanks), '要建设富裕☆，全省⟦☆⟧个重点镇。☆级酒店，好评★★★★。');
  });

  it('takes a letter that stands for a name as one that may be meant so', () => {
    const text = '比如A县，去年签约20个项目，B局局长亲自带队；D中央作出了部署，C书记也讲了。';
    const { blanks } = open(text);
    assert.equal(
      mark(text, blanks),
      '比如⟦A⟧县，去年签约20个项目，⟦B⟧局局长亲自带队；⟦D⟧中央作出了部署，⟦C⟧书记也讲了。',
    );
    assert.deepEqual([...new Set(blanks.map(({ certainty }) => certainty))], ['likely']);
  });

  it('takes N for a figure that may be meant so, and a title’s 某先生 for one man', () => {
    const text = '全年新增企业N家，完成投资NN亿元，6月N日前见效。老校长某先生到会，由某同志宣读通报。这类案例讲了N次。';
    const { blanks } = open(text);
    assert.equal(
      mark(text, blanks),
      '全年新增企业⟦N⟧家，完成投资⟦NN⟧亿元，6月⟦N⟧日前见效。老校长⟦某⟧先生到会，由⟦某⟧同志宣读通报。这类案例讲了N次。',
    );
    assert.deepEqual([...new Set(blanks.map(({ certainty }) => certainty))], ['likely']);
  });
  it('leaves questions and marks alone', () => {
    for (const text of [
      '大家想一想，这样做行吗？？同志们，要算大账。',
      '幸福是什么？1982年的一次调查说得很清楚。',
      '凭什么？5月1日起就要执行。',
      '● 抓项目 ● 抓环境',
      '△县里的事县里办。',
      '■ 6月底前完成。',
      '话说了N次，1+N模式也讲了，“双N个”机制要落实。',
      '签到（姓名）、单位、职务都要写清。',
    ])
      assert.deepEqual(open(text).blanks, [], text);
  });

  it('takes what nothing around it tells for the body that speaks, where it is no place', () => {
    const kinds = (text: string) => open(text).blanks.map(({ kind }) => kind);
    assert.deepEqual(kinds('我校今年招生。你们选择了XX，建设XX，在XX市读书。'), ['org', 'org', 'place']);
    assert.deepEqual(kinds('我校学生居全省前列。老师选择了XX，XX经济在发展。'), ['org', 'place']);
    assert.deepEqual(kinds('老师们、同学们：\n你们选择了XX。'), ['org']);
    assert.deepEqual(kinds('我县今年招生。我校很好。你们选择了XX，建设XX。'), ['place', 'place']);
    assert.deepEqual(kinds('今天开会。你们选择了XX，建设XX。'), ['place', 'place']);
  });

  it('takes a mask as long as a name for a person where places are masked by shorter ones', () => {
    const kinds = (text: string): readonly string[] => open(text).blanks.map(({ kind }) => kind);
    assert.deepEqual(kinds('XX县县长XXX到任。XXX挽起裤腿就下田。'), ['place', 'person', 'person']);
    assert.deepEqual(kinds('XXX县县长XXX到任。XXX挽起裤腿就下田。'), ['place', 'person', 'place']);
  });

  describe('groups', () => {
    const groups = (text: string) => open(text).blanks.map(({ group }) => group);
    it('one place under its names', () => {
      const [a, b, c, d] = groups('我县工作。XX县是大县。XX的发展。推介XX、宣传XX镇。');
      assert.equal(a, b);
      assert.equal(b, c);
      assert.notEqual(c, d);
    });
    it('never two persons or figures', () => {
      const all = groups('XX同志宣读了意见，XX同志安排了工作，签约XX个、开工XX个，20XX年和20XX年。');
      assert.equal(new Set(all).size, all.length);
    });
    it('a post in a body is one person', () => {
      const [a, b, c] = groups('省委XX书记强调。省委XX书记要求。市委XX书记要求。');
      assert.equal(a, b);
      assert.notEqual(b, c);
    });
    it('a meeting with the same words', () => {
      const [a, b, c] = groups('办好XX博览会。利用XX博览会招商。办好“XX”座谈会。');
      assert.equal(a, b);
      assert.notEqual(b, c);
    });
    it('both halves of a decimal', () => {
      const [a, b, c] = groups('增长X.X%，下降X%。');
      assert.equal(a, b);
      assert.notEqual(b, c);
    });
    it('no place where one letter stands for the Party all over', () => {
      const kinds = (text: string) => open(text).blanks.map(({ kind }) => kind);
      const throughout = 'X员要带头。X支部要抓好X课。';
      assert.deepEqual(kinds(`${throughout}在我X历史上从未有过。`), ['text', 'text', 'text', 'text']);
      assert.deepEqual(kinds('X员要带头。在我X历史上从未有过。'), ['text', 'place']);
    });
    it('places of two speeches are two', () => {
      const [a, b] = groups(
        '在甲县招商大会上的讲话\n同志们：\n推介XX，发展XX县。\n在乙县招商大会上的讲话\n同志们：\n宣传推介XX。',
      ).filter((_, i) => i !== 1);
      assert.notEqual(a, b);
    });
  });

  describe('weighs a lone mask', () => {
    const certainty = (text: string) => open(text).blanks.map((blank) => blank.certainty);
    it('that nothing around it asks for', () => assert.deepEqual(certainty('发展XX，人人有责。'), ['likely']));
    it('with its unit', () => assert.deepEqual(certainty('引进项目XX个。'), ['sure']));
    it('beside others', () => assert.deepEqual(certainty('发展XX，引进项目XX个。'), ['sure', 'sure']));
    it('某 beside 某某', () => {
      assert.deepEqual(certainty('某县召开会议。'), ['likely']);
      assert.deepEqual(certainty('某县召开会议，某某同志讲话。'), ['sure', 'sure']);
    });
  });
});
