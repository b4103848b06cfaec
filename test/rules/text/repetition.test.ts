import assert from 'node:assert/strict';
import { Document } from '../../../server/src/document/document.ts';
import type { Format } from '../../../server/src/document/facts.ts';
import type { Problem } from '../../../server/src/engine/problem.ts';
import { repetition } from '../../../server/src/rules/text/repetition.ts';
import { sharedSound, soundDrafts } from '../../support/drafts.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(repetition, {
  wrong: [
    // Two characters before show that the word is another: 未有, not 有的; 水平, not 平和.
    { text: '这是前所未有⟦的的⟧共识。', fixed: '这是前所未有的共识。', message: '“的”字写了两遍。请删去一个。' },
    { text: '有⟦的的⟧人正值壮年，本可以大有作为。', fixed: '有的人正值壮年，本可以大有作为。' },
    { text: '要提高领导水平⟦和和⟧长期执政能力。', fixed: '要提高领导水平和长期执政能力。' },
    { text: '中华人民共⟦和和⟧国成立以来，变化很大。', fixed: '中华人民共和国成立以来，变化很大。' },
    { text: '要正视存⟦在在⟧的问题。', fixed: '要正视存在的问题。' },
    { text: '要对全县情况有一个总体的⟦了了⟧解。', fixed: '要对全县情况有一个总体的了解。' },
    { text: '要抓好各项措施的落实⟦的落实⟧工作。', fixed: '要抓好各项措施的落实工作。' },
    {
      text: '拆除旧棚42处，小区环境明显改观。⟦小区环境明显改观。⟧下一步抓巩固。',
      message: '“小区环境明显改观。”连着写了两遍。请删去一遍。',
      fixed: '拆除旧棚42处，小区环境明显改观。下一步抓巩固。',
    },
    {
      text: '道路修到了家门口。⟦道路修到了家门口。⟧大家都高兴。',
      certainty: 'likely',
      fixed: '道路修到了家门口。大家都高兴。',
    },
    {
      text: '在全县防汛会议上的讲话\n2021-05-06 10:20:30\n⟦在全县防汛会议上的讲话⟧\n同志们：今天开会。',
      message: /这一行标题写了两遍/,
      fixed: '在全县防汛会议上的讲话\n2021-05-06 10:20:30\n同志们：今天开会。',
    },
    {
      text: '在全县防汛会议上的讲话\nVIP专免\n2021-05-06\n999+\n18KB\n6 页\n海报\n⟦在全县防汛会议上的讲话⟧\n同志们：今天开会。',
      message: /这一行标题写了两遍/,
      fixed: '在全县防汛会议上的讲话\nVIP专免\n2021-05-06\n999+\n18KB\n6 页\n海报\n同志们：今天开会。',
    },
    { text: '这是大家⟦的的⟧心声。', message: '“的”字写了两遍。请删去一个。', fixed: '这是大家的心声。' },
    { text: '他们⟦在在⟧一线工作。', fixed: '他们在一线工作。' },
    {
      text: '要加快⟦发发⟧展数字经济。',
      message: '“发”字连着写了两遍，与前后都不成词，像是多打了一个。请核对。',
      certainty: 'likely',
      fixed: '要加快发展数字经济。',
    },
    { text: '认真履行职⟦责责⟧，把任务抓到底。', certainty: 'likely', fixed: '认真履行职责，把任务抓到底。' },
    { text: '把任⟦务务⟧分解到户。', certainty: 'likely', fixed: '把任务分解到户。' },
    { text: '⟦这这⟧次会议很重要。', fixed: '这次会议很重要。' },
    {
      text: '要加快推进⟦加快推进⟧项目建设。',
      message: '“加快推进”连着写了两遍。请删去一遍。',
      related: ['加快推进'],
      fixed: '要加快推进项目建设。',
    },
    { text: '抓好环境⟦环境⟧整治工作。', certainty: 'likely', related: ['环境'], fixed: '抓好环境整治工作。' },
    {
      text: '第一，要落实主体责任，⟦要落实主体责任，⟧要敢抓敢管。',
      related: ['要落实主体责任，'],
      fixed: '第一，要落实主体责任，要敢抓敢管。',
    },
    {
      text: '在全县招商引资推进会上的讲话\n⟦在全县招商引资推进会上的讲话⟧\n同志们：',
      message: /标题写了两遍/,
      related: ['在全县招商引资推进会上的讲话'],
      fixed: '在全县招商引资推进会上的讲话\n同志们：',
    },
    {
      text: '各乡镇要迅速行动起来，把任务分解到每一个村、每一个组、每一户，会后马上就办。\n第二段。\n⟦各乡镇要迅速行动起来，把任务分解到每一个村、每一个组、每一户，会后马上就办。⟧',
      message: /完全相同/,
      related: ['各乡镇要迅速行动起来，把任务分解到每一个村、每一个组、每一户，会后马上就办。'],
      fixed: '各乡镇要迅速行动起来，把任务分解到每一个村、每一个组、每一户，会后马上就办。\n第二段。',
    },
    {
      text: '要把压力层层传导到每一个岗位、每一个环节，确保全年目标任务圆满完成。\n另起一段。\n总之，要抓实。⟦要把压力层层传导到每一个岗位、每一个环节，确保全年目标任务圆满完成。⟧',
      certainty: 'likely',
      related: ['要把压力层层传导到每一个岗位、每一个环节，确保全年目标任务圆满完成。'],
      fixed: '要把压力层层传导到每一个岗位、每一个环节，确保全年目标任务圆满完成。\n另起一段。\n总之，要抓实。',
    },
  ],
  right: [
    '问题的存在在于责任不实，实实在在的举措要多。生态环境和和谐社会，说到底是有的放矢，除了了解还要办。',
    '我现在在的单位，目的的明确，标的的金额，共和的国体。水平和和谐程度都在提高。',
    '程志强强调，要唱响中国人民解放军军歌。',
    // Two words that meet, and what stands above all of its kind.
    '中华人民共和国国务院今天发布命令，中国国防部也发表了谈话。',
    '镇人民政府政府工作报告已印发，小学教师教师节座谈会如期召开。',
    '生态是我们的底线，防火又是底线的底线，是工作的重点的重点。',
    '我们提倡干事干事干成事的作风。',
    '根据会议安排，现将全区卫生健康大会以来的工\n作作简要总结，并对下一步进行部署安排。',
    '全县上下要咬定目标任务不放松，抓好各项工\n作作风建设也要跟上。',
    // A heading that lost its line break, and the text that begins with its last words.
    '一、关于今年的普查工作普查工作是一项基础工作，要抓紧抓好。',
    '我们说到做到。说到做到。大家要记住。',
    '路通了，人心齐了。路通了，产业旺了。',
    '大家常常说，天天讲，好好干，渐渐地的的确确变了样。',
    '为了了解情况，我们对在在建项目逐一核对，可以以点带面，参与与会活动。',
    '取得了了不起的成就，位于于都县，处以以下罚款，还要要求各地评为为民先锋。',
    '培育加工工业，抓好学校校庆，支持省委委员调研，完善健全全链条机制，让人民民主落到实处。',
    '让已经动的尽快快起来，承诺件件有着落，群众的困难件件要上心。',
    '条条都要过，户户通水泥路，层层传导压力，实实在在抓，方方面面想，深化南南合作，弘扬钉钉子精神。',
    '李婷婷同志、王玲玲同志、屠呦呦教授作了发言，教学楼楼梯间、兴云市市级机关都要查。',
    '一个一个谈，一步一步走，研究研究再说，加油加油加油。',
    '企业企业家座谈会，代表代表团发言。',
    '教育兴则人才兴，人才兴则产业兴。意向项目抓签约，签约项目抓开工。',
    '加强党建，党建是根本。',
    '加油！加油！\n再加把劲！\n再加把劲！',
    'XX县、XX县，XX同志宣读名单，XX同志安排工作。',
    '谢谢大家！\n第二篇\n同志们：\n谢谢大家！',
  ],
});

describe('text/repetition on whole drafts', () => {
  const problems = (text: string, format: Format = 'plain'): Problem[] => [
    ...repetition.check(new Document(text, { format }), {}),
  ];

  it('stays silent on sound drafts', () => {
    for (const { name, text, format } of soundDrafts()) assert.deepEqual(problems(text, format), [], name);
  });

  it('finds a phrase, a sentence or a paragraph that was pasted twice', () => {
    let planted = 0;
    let found = 0;
    for (const { text, format } of soundDrafts().filter((draft) => draft.format === 'plain')) {
      const document = new Document(text, { format });
      for (const { start, end, facts } of document.paragraphs) {
        if (end - start < 60) continue;
        const sentence = facts.sentences.find((each) => each.end - each.start >= 15 && each.end - each.start <= 60);
        const phrase = /[\u4e00-\u9fff]{6}(?=[\u4e00-\u9fff])/.exec(facts.source);
        const copies = [`${facts.source}\n${facts.source}`];
        if (sentence !== undefined)
          copies.push(facts.source.slice(0, sentence.end) + facts.source.slice(sentence.start));
        if (phrase !== null) copies.push(facts.source.slice(0, phrase.index + 6) + facts.source.slice(phrase.index));
        for (const copy of copies) {
          planted++;
          const all = problems(text.slice(0, start) + copy + text.slice(end), format);
          if (all.length === 1 && all[0]!.start >= start && all[0]!.start <= start + copy.length) found++;
        }
      }
    }
    assert.ok(planted > 100, `${planted} planted`);
    assert.ok(found / planted >= 0.95, `${found} of ${planted}`);
  });

  it('proves what it says of finished real texts', function () {
    if (sharedSound().length === 0) this.skip();
    const all = sharedSound().flatMap(({ text }) => problems(text));
    // One 的的, two sentences that one text says twice, word for word, and 帐帐相符.
    assert.ok(all.filter(({ certainty = 'sure' }) => certainty === 'sure').length <= 1);
    assert.ok(all.length <= 4);
  });
});
