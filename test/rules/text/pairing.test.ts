import assert from 'node:assert/strict';
import { Document } from '../../../server/src/document/document.ts';
import type { Problem } from '../../../server/src/engine/problem.ts';
import { pairing } from '../../../server/src/rules/text/pairing.ts';
import { sharedSound, soundDrafts } from '../../support/drafts.ts';
import { testRule } from '../../support/rule-tester.ts';

const problemsOf = (text: string, format: 'plain' | 'markdown' = 'plain'): Problem[] => [
  ...pairing.check(new Document(text, { format }), {}),
];

testRule(pairing, {
  wrong: [
    {
      text: '实施“归雁工程”。\n要办好⟦“⟧归雁工程各项活动。',
      message: '左双引号没有配上右双引号，漏在“归雁工程”之后。请补上，或删去这一个。',
      fixed: '实施“归雁工程”。\n要办好“归雁工程”各项活动。',
    },
    { text: '⟦（⟧一抓项目。要快。\n（二）抓招商。要准。', fixed: '（一）抓项目。要快。\n（二）抓招商。要准。' },
    { text: '一⟦)⟧抓项目。\n(二)抓招商。', fixed: '(一)抓项目。\n(二)抓招商。' },
    { text: '学习⟦《⟧安全生产法的要求，抓好落实。', message: /可能漏在“安全生产法”之后/ },
    { text: '要做到“甲⟦“⟧、“乙”。', fixed: '要做到“甲”、“乙”。' },
    { text: '把"甲"和⟦"⟧乙办好，再抓"丙"。', message: /打字机引号/ },
    { text: '乙项目二期⟦）⟧已经开工。', message: '右圆括号没有配上左圆括号。请补上，或删去这一个。' },
    { text: '要抓好⟦“⟧放管服。', stage: 'draft' },
    // Where a quotation ends: with its number, with the last item of a series, before what it is called.
    { text: '协调推进⟦“⟧四个全面战略布局。', message: /可能漏在“四个全面”之后/ },
    { text: '推行⟦“⟧干部领头、党员带头、群众抬头机制。', message: /可能漏在“干部领头、……、群众抬头”之后/ },
    { text: '弘扬⟦“⟧马上就办精神，转变作风。', message: /可能漏在“马上就办”之后/ },
    { text: '要打造宜居宜业⟦”⟧城区。', message: /可能漏在“宜居宜业”之前/ },
    { text: '大力推行一网通办⟦”⟧，方便群众。', message: /可能漏在“一网通办”之前/ },
    // Nobody can tell where speech ends.
    {
      text: '老王告诉我：⟦“⟧以前看病要跑半天路，现在抬脚就到。',
      message: '左双引号没有配上右双引号。请补上，或删去这一个。',
    },
    { text: '要抓好(一期）⟦)⟧工程，确保质量。' },
    { text: '全县完成地区生产总值GDP⟦)⟧186.5亿元，增长6.2%。' },
    // A draft that stops in the middle of a sentence, or of what somebody says in several.
    {
      text: '同志们：今天开会。\n学习是有境界的，一位老先生在文章中指出：⟦“⟧读书有三种境界：一是登高望远，不怕路长；二',
      certainty: 'likely',
    },
    {
      text: '同志们：今天开会。\n今年以来，全县上下齐心协力，大力实施⟦“⟧工业强县战略，完成投资',
      certainty: 'likely',
    },
    { text: '今年以来，全县上下齐心协力，大力实施⟦“⟧工业强县战略，成效明显。\n谢谢大家' },
    {
      text: '⟦（⟧三抓招商。要快。\n⟦（⟧四抓项目。要准。\n（五）抓环境。要实。',
      fixed: [
        '（三）抓招商。要快。\n（四抓项目。要准。\n（五）抓环境。要实。',
        '（三抓招商。要快。\n（四）抓项目。要准。\n（五）抓环境。要实。',
      ],
    },
  ],
  right: [
    // What converters make of a closing quote.
    '要打好“六大攻坚战〞，推进〝三项工程〞。',
    '信中写道：“同志们好。\n“工作辛苦。\n“请保重。”',
    '信中写道：“同志们好。\n工作辛苦。”',
    '包括：a) 项目；b) 招商。',
    '我要投诉】【打印】 【关闭】【返回\n同志们：今天开会。',
    "为全面建成小康社会提供保障。k) 3 T+ w' G! p/ ]' y6 |) H\n同志们：今天开会。",
    'q3 v% (k" 8 e; ~! [6 d$ p\n同志们：今天开会。',
    { text: '要抓好“放管服‸', stage: 'draft' },
    { text: '见[附件](https://example.com/a)和**（说明）**。', format: 'markdown' },
  ],
});

describe('text/pairing on whole drafts', () => {
  it('stays silent on sound drafts', () => {
    for (const draft of soundDrafts()) assert.deepEqual(problemsOf(draft.text, draft.format), [], draft.name);
  });

  /** Deletes each mark of each sound draft in turn. */
  it('finds at least 95 % of deleted marks, each as one finding in its paragraph', () => {
    const drafts = [...soundDrafts(), ...sharedSound().filter(({ text }) => text.length < 5_000)];
    let planted = 0;
    let found = 0;
    let others = 0;
    const missed: string[] = [];
    for (const draft of drafts) {
      const base = problemsOf(draft.text, draft.format).length;
      // Tables and front matter of a Markdown draft are no body text.
      const body = new Document(draft.text, { format: draft.format }).paragraphs;
      for (const { index: at } of draft.text.matchAll(/[“”《》（）()‘’"]/g)) {
        if (!body.some(({ start, end }) => start <= at && at < end)) continue;
        planted++;
        const text = draft.text.slice(0, at) + draft.text.slice(at + 1);
        const problems = problemsOf(text, draft.format);
        const start = text.lastIndexOf('\n', at - 1) + 1;
        const end = (text.indexOf('\n', at) + text.length + 1) % (text.length + 1);
        const near = problems.filter((problem) => problem.start >= start && problem.start <= end);
        if (near.length === 1) found++;
        else
          missed.push(
            `${draft.name}: ${draft.text.slice(at - 10, at)}⟦${draft.text[at]}⟧${draft.text.slice(at + 1, at + 10)}`,
          );
        others += Math.max(0, problems.length - base - 1);
      }
    }
    assert.ok(planted > 300, `${planted} marks planted`);
    assert.ok(found / planted >= 0.95, `${found} of ${planted}:\n${missed.join('\n')}`);
    assert.equal(others, 0);
    if (process.env['VERBOSE']) console.log(`${found} of ${planted}\n${missed.join('\n')}`);
  });

  it('finds nothing unproven in finished real texts', function () {
    if (sharedSound().length === 0) this.skip();
    for (const { name, text } of sharedSound()) {
      const problems = problemsOf(text);
      // One of them has a quotation closed with an opening mark.
      assert.ok(problems.every((problem) => problem.message.includes('配不成对')) && problems.length <= 1, name);
    }
  });
});
