import assert from 'node:assert/strict';
import { Document } from '../../../server/src/document/document.ts';
import { punctuation } from '../../../server/src/rules/text/punctuation.ts';
import { sharedSound, soundDrafts } from '../../support/drafts.ts';
import { applyFix, testRule } from '../../support/rule-tester.ts';

testRule(punctuation, {
  wrong: [
    { text: '同志们⟦:⟧开会了。', message: '这里用了半角冒号，中文里应当用全角。', fixed: '同志们：开会了。' },
    {
      text: '同志们⟦:⟧今年投入1,000万元(含税),增长15%,很好; 继续。',
      message: '全文有 6 处半角标点（冒号、逗号、分号、括号），中文里应当用全角。可以一次改好。',
      related: ['(', ')', ',', ',', '; '],
      fixed: '同志们：今年投入1,000万元（含税），增长15%，很好；继续。',
    },
    { text: '实施⟦"⟧归雁"工程。', fixed: '实施“归雁”工程。' },
    { text: '（一⟦)⟧抓项目。', fixed: '（一）抓项目。' },
    { text: '抓好落实⟦。。⟧下一步要快。', fixed: '抓好落实。下一步要快。' },
    // A salutation keeps its colon.
    { text: '同志们⟦：。⟧', fixed: '同志们：' },
    { text: '抓项目⟦，、⟧抓招商。', fixed: '抓项目，抓招商。' },
    { text: '干得好⟦！，⟧再加把劲。', fixed: '干得好！再加把劲。' },
    { text: '还有教育、卫生⟦...⟧都要抓。', fixed: '还有教育、卫生……都要抓。' },
    { text: '还有教育、卫生⟦。。。⟧都要抓。', fixed: '还有教育、卫生……都要抓。' },
    { text: '标题\n⟦—⟧在全县项目推进会上的讲话', fixed: '标题\n——在全县项目推进会上的讲话' },
    { text: '打造一流环境⟦--⟧大家的愿望。', fixed: '打造一流环境——大家的愿望。' },
    {
      text: '这些问题必须引起各部门的高度重视，要下大力气加以解决，对久拖不决的要挂牌督办到底⟦，⟧\n关于下一步的工作，我讲三点。',
      message: /停在逗号上/,
      fixed:
        '这些问题必须引起各部门的高度重视，要下大力气加以解决，对久拖不决的要挂牌督办到底。\n关于下一步的工作，我讲三点。',
    },
    { text: '我们要在二月底以前完成⟦，，⟧再看效果。', fixed: '我们要在二月底以前完成，再看效果。' },
  ],
  right: [
    '会议于10:30开始，比分3:2，投入1,000万元。',
    'See https://example.com/a?b=1,2 (in English).',
    '怎么办？！干！！',
    '尊敬的各位领导、各位来宾，\n女士们、先生们，\n大家好。',
    '“放管服”、“一网通办”……都要抓。',
    '北京—上海，2020—2025年，1-8月。',
    '頂?shù)葐栴}和??傮w情况。',
    '目录....................................3',
    { text: '## 一、形势\n\n| 指标(单位) | 值 |\n| --- | --- |\n\n---\n\n好。', format: 'markdown' },
    {
      text: '这些问题必须引起各部门的高度重视，要下大力气加以解决，对久拖不决的要挂牌督办到底，‸',
      stage: 'draft',
    },
  ],
});

describe('text/punctuation on whole drafts', () => {
  const findings = (text: string, format: 'plain' | 'markdown' = 'plain') => [
    ...punctuation.check(new Document(text, { format }), {}),
  ];

  it('stays silent on sound drafts', () => {
    for (const { name, text, format } of soundDrafts()) assert.deepEqual(findings(text, format), [], name);
  });

  it('finds a draft written half-width throughout in one finding, and mends it in one step', () => {
    const half: Record<string, string> = {
      '，': ',',
      '；': ';',
      '：': ':',
      '？': '?',
      '！': '!',
      '（': '(',
      '）': ')',
    };
    for (const { name, text, format } of soundDrafts().filter(({ format }) => format === 'plain')) {
      const typed = text.replace(/[，；：？！（）]/g, (mark) => half[mark]!);
      const [finding, ...others] = findings(typed, format);
      assert.equal(others.length, 0, name);
      const mended = applyFix(typed, finding!.fixes![0]!);
      assert.deepEqual(findings(mended, format), [], name);
      const left = [...mended].filter((mark, i) => mark !== text[i]).length;
      assert.ok(left * 200 < text.length, `${name}: ${left} marks differ`);
    }
  });

  it('misses the mark at the end of a paragraph', () => {
    let planted = 0;
    let found = 0;
    for (const { text, format } of soundDrafts().filter(({ format }) => format === 'plain'))
      for (const { start, end } of new Document(text, { format }).paragraphs) {
        if (end - start < 60 || text[end - 1] !== '。') continue;
        planted++;
        const all = findings(text.slice(0, end - 1) + text.slice(end));
        if (all.length === 1 && /末尾没有标点/.test(all[0]!.message) && all[0]!.end === end - 1) found++;
      }
    assert.ok(planted > 100, `${planted} planted`);
    assert.ok(found / planted >= 0.85, `${found} of ${planted}`);
  });

  it('says little about finished real texts', function () {
    if (sharedSound().length === 0) this.skip();
    let characters = 0;
    let found = 0;
    for (const { text } of sharedSound()) {
      characters += text.length;
      found += findings(text).length;
    }
    assert.ok((found / characters) * 10_000 < 1, `${found} in ${characters}`);
  });
});
