import assert from 'node:assert/strict';
import { Document } from '../../../server/src/document/document.ts';
import type { Problem } from '../../../server/src/engine/problem.ts';
import { residue } from '../../../server/src/rules/text/residue.ts';
import { sharedSeeds, soundDrafts } from '../../support/drafts.ts';
import { applyFix, testRule } from '../../support/rule-tester.ts';

testRule(residue, {
  wrong: [
    {
      text: '关⟦(guān)⟧于招商。\n抓好服(fú)务(wu)工作。',
      message: '文中夹有 3 处拼音注音（如 (guān) ），是网页复制来的，念稿时碍事。可以一次删净，正文不变。',
      related: ['(fú)务(wu)'],
      fixed: '关于招商。\n抓好服务工作。',
    },
    {
      text: '⟦文秘文库◆欢迎收藏⟧\n在全县大会上的讲话\n发布时间：2024-03-05\n同志们：今天开会。\n谢谢大家！\n88213\n微信扫码分享',
      related: ['发布时间：2024-03-05', '88213\n微信扫码分享'],
      fixed: '在全县大会上的讲话\n同志们：今天开会。\n谢谢大家！',
    },
    {
      text: '⟦- 31.20 KB\n- 2021-05-06 发布⟧\n在全县大会上的讲话\n2021-05-06 10:20:30 118\n更新于:2021-05-07 阅读:8\n同志们：今天开会。',
      related: ['2021-05-06 10:20:30 118\n更新于:2021-05-07 阅读:8'],
      fixed: '在全县大会上的讲话\n同志们：今天开会。',
    },
    {
      text: '在全县大会上的致辞\n⟦时间:2023-05-06 作者:晨风\n好的致辞能打动人心。请大家共同欣赏以下几篇。⟧\n各位来宾：大家好。',
      fixed: '在全县大会上的致辞\n各位来宾：大家好。',
    },
    {
      text: '⟦20210506:⟧在全县大会上的讲话\n同志们：今天开会。',
      message: /素材库的编号/,
      fixed: '在全县大会上的讲话\n同志们：今天开会。',
    },
    {
      text: '要把各项任务落到实处，见到实效。⟦更多范文资料,加微信 abcd99⟧\n同志们：散会。',
      fixed: '要把各项任务落到实处，见到实效。\n同志们：散会。',
    },
    {
      text: '在全县大会上的讲话\n⟦时间:2021年06月04日 来源:其他 点击:8\n目录/提纲:……⟧\n同志们：今天开会。\n一点通网,www.example.com\n2021-05-06 10:20:30讲话二',
      related: ['一点通网,www.example.com\n2021-05-06 10:20:30讲话二'],
      fixed: '在全县大会上的讲话\n同志们：今天开会。',
    },
    {
      text: '⟦提纲网 首页\n05-16 晨光提纲网\n分类:领导讲话 时间: 2023-02-11 浏览: 作者:小编\n预览阅读⟧\n在全县大会上的讲话\n同志们：今天开会。',
      fixed: '在全县大会上的讲话\n同志们：今天开会。',
    },
    {
      text: '⟦范文站 2022-03-08 20:15:40 经济\n其他相关文章：招商讲话两篇⟧\n在全县大会上的讲话\n同志们：今天开会。',
      fixed: '在全县大会上的讲话\n同志们：今天开会。',
    },
    {
      text: '在全县大会上的讲话\n同志们：资产总额⟦......此处隐藏5232字,下载文档可见......⟧政策法规都直接关系到大家的切身利益，要逐条对照落实。',
      message: /中间缺了一大段/,
    },
    {
      text: '⟦VIP专免\n2024-01-21 999+ 15.21KB 10 页 海报\n侵权投诉⟧\n在全县大会上的讲话\n同志们：今天开会。',
      fixed: '在全县大会上的讲话\n同志们：今天开会。',
    },
    { text: '⟦首页⟧\n在全县大会上的讲话\n同志们：', fixed: '在全县大会上的讲话\n同志们：' },
    { text: '要贯彻⟦\ufffd\ufffd⟧精神，落实锟斤拷锟斤拷部署。', message: /全文共 2 处/, related: ['锟斤拷锟斤拷'] },
    { text: '同志们⟦ï¼Œä»Šå¤©⟧开会。' },
    { text: '同志们⟦锛屼⟧粖天开会。' },
    { text: '把问题稳控在当⟦?shù)?⟧，坚决防止。' },
    { text: '项目45个⟦??傮w⟧看，进展较快。' },
    {
      text: '⟦好的，以下是为您撰写的讲话稿：⟧\n同志们：今天开会。\n希望以上内容对您有所帮助，如果您还需要调整，请随时告诉我。',
      related: ['希望以上内容对您有所帮助，如果您还需要调整，请随时告诉我。'],
      fixed: '同志们：今天开会。',
    },
    {
      text: '⟦**⟧一、认清形势**\n要抓好落实。\n## 二、突出重点',
      related: ['## '],
      fixed: '一、认清形势\n要抓好落实。\n二、突出重点',
    },
    { text: '认真分析研究我⟦老秘网⟧市第一季度经济工作。', fixed: '认真分析研究我市第一季度经济工作。' },
    {
      text: '要抓好&ldquo;放管服&rdquo;改革。<br>'.replace('&ldquo;', '⟦&ldquo;⟧'),
      related: ['&rdquo;', '<br>'],
      fixed: '要抓好“放管服”改革。',
    },
    { text: '今年完成投资⟦（请根据实际情况补充具体数据）⟧。' },
    { text: '同志们：今天开会。\n⟦作为一个人工智能语言模型，我无法参加会议。⟧', fixed: '同志们：今天开会。' },
    { text: '见第⟦错误！未找到引用源⟧。所示。' },
    {
      text: '在全乡大会上的讲话\n同志们：今天开会。\n谢谢大家！\n⟦试读结束，开通会员阅读全文\n12.5KB\n6 页\n侵权投诉⟧',
      fixed: '在全乡大会上的讲话\n同志们：今天开会。\n谢谢大家！',
    },
    {
      text: '要把改革推向深⟦—3—⟧入，让群众得到更多实- 4 -惠。',
      message: '文中夹有 2 处网页分页的页码，把句子断成了两截，容易被当成序号念出来。可以一次删净。',
      related: ['- 4 -'],
      fixed: '要把改革推向深入，让群众得到更多实惠。',
    },
    {
      text: '同志们：今天开会。\n⟦微信订阅号\n联系客服\n链接地址:http://a.example/1\n本站文章禁止二次传播⟧',
      fixed: '同志们：今天开会。',
    },
    { text: '同志们：今天开会。\n⟦此处内容需要会员权限查看⟧\n谢谢大家！', fixed: '同志们：今天开会。\n谢谢大家！' },
    { text: '⟦【全文共2108字，仅供学习借鉴，请勿直接抄袭】⟧\n同志们：今天开会。', fixed: '同志们：今天开会。' },
    { text: '⟦(阅读全部内容，您需要先登录！)⟧\n同志们：今天开会。', fixed: '同志们：今天开会。' },
    { text: '同志们：今天开会。\n⟦我要投诉】【打印】 【关闭】【返回⟧', fixed: '同志们：今天开会。' },
    {
      text: '⟦下面是小编为大家整理的防汛讲话稿，供大家参考。⟧\n同志们：今天开会。\n公文集，办公文档之家\n要抓好落实。\n（某网省略1200字，正式会员可完整阅读）',
      related: ['公文集，办公文档之家', '（某网省略1200字，正式会员可完整阅读）'],
      fixed: '同志们：今天开会。\n要抓好落实。',
    },
    { text: '⟦收藏】 作者: 佚名 来源: 本站原创 阅读 次 【加入会员⟧\n同志们：今天开会。', fixed: '同志们：今天开会。' },
    {
      text: '⟦会员登录 新用户注册 退出\n某某素材网 首页\n您现在的位置：⟧\n同志们：今天开会。',
      fixed: '同志们：今天开会。',
    },
    { text: '⟦首页 > 讲话发言 > 在全县防汛会议上的讲话 >⟧\n同志们：今天开会。', fixed: '同志们：今天开会。' },
    { text: '同志们：今天开会。\n⟦预览结束，免费获取全文！\n请点击👉 abc123 👈联系老师⟧', fixed: '同志们：今天开会。' },
    {
      text: '同志们：今天开会。\n⟦用户评论\n(以下评论仅代表网友意见，与本站无关)\n评论功能已关闭⟧',
      fixed: '同志们：今天开会。',
    },
    { text: '⟦2024-01-02 39.2KB 4 页⟧\n同志们：今天开会。', fixed: '同志们：今天开会。' },
    {
      text: '同志们：今天开会，要把工作再往前推一步。 ⟦稿子集 www.example.com⟧\n各单位要抓好落实。 公文集，办公文档之家\n大家辛苦了。第3页共 17 页',
      related: ['公文集，办公文档之家', '第3页共 17 页'],
      fixed: '同志们：今天开会，要把工作再往前推一步。\n各单位要抓好落实。\n大家辛苦了。',
    },
    { text: '要全面完成任务。⟦?F⟧在，我讲两个问题。' },
    { text: '⟦来源：网友投稿⟧\n同志们：今天开会。', fixed: '同志们：今天开会。' },
    { text: '⟦C2086⟧在全镇防汛会议上的讲话\n同志们：', fixed: '在全镇防汛会议上的讲话\n同志们：' },
    {
      text: '要把会议要求的⟦.⟧各项任务，逐条落到实处，确保防汛和生产.两不误。',
      message: /夹着 2 个“\.”，.*如果本来是句号/,
      related: ['.'],
      fixed: '要把会议要求的各项任务，逐条落到实处，确保防汛和生产两不误。',
    },
    {
      text: '我们要为群众办好事、办⟦`⟧实事，把工作做到心坎上。',
      fixed: '我们要为群众办好事、办实事，把工作做到心坎上。',
    },
  ],
  right: [
    '请登录县政府网站 www.example.gov.cn 查询，要立即办理。',
    '要把企业办成职工之家，把站点办成司机之家。',
    '本站所属各单位要立即行动，内容要预览一遍。',
    '第3页共17条建议，条条都有针对性。',
    '时间：2024年3月5日 9:00\n地点：县委礼堂',
    '全县工作会议\n会议时间 2024-03-05 09:00\n同志们：现在开会。',
    '很多谣言来源于网络，以上意见仅代表个人。',
    '要办好微信公众号，推广健康二维码，方便群众扫码办事。',
    '当然，这里面也有我们自身的原因。',
    '希望这次培训能帮助大家提高，如果需要，我可以出面协调。',
    '要密切联系我们的服务对象，未经许可不得擅自离岗。',
    '这是一份沉甸甸的报告，以下是我的几点体会。',
    '怎么办??我们不能等。',
    '如果你们有困难，请告诉我；各地（根据实际情况）可作调整。',
    'A&B公司，x<y。',
    '**镇党委和政府，**县各部门，都要抓好落实。',
    '##县今年发展很快，形势很好。',
    '**镇和**村是示范点，要先行一步。',
    '一.加强领导，压实责任，把任务落到人头。二是投入3.5亿元。',
    '自治区劳动模范买买提.艾力同志，几十年如一日扎根边疆。',
    '我们提出“创新.协调.绿色”的思路，大家都很赞成，要坚持下去。',
    '请登录“政务.中国”办理，附件见工作.docx，照此执行。',
    '把`一件事`办好，群众才会满意，我们才能安心。',
    '今年的工作取得了明显的成效.下一步,我们要继续努力，争取更大的成绩.',
    '中国.江阴',
    '全市有三条主线——1条干线、2条支线，抓好2023—2025年规划，COVID-19和T-2-1型设备，学习贯彻党的十一-十九大报告，二期工程—2—号楼已封顶。',
    'G318国道开工仪式上的讲话',
    '群众登录后查看办理进度，一目了然。',
    '请勿在会场内吸烟，全文共三个部分。',
    '【推荐】在全县大会上的讲话',
    '阅读结束后，同学们要写心得。',
    '协会会员可查看账目，委员可列席会议。',
    '怎么办?A公司的做法值得学习。',
    '资金来源：本级财政和社会资本。',
    '税收来源：本地企业占七成。',
    '首批志愿者由本站工作人员和小编为大家所熟知的几位主播组成。',
    'Café和naïve是外来词，气温±5℃。',
    { text: '# 一、形势\n\n**要点**：抓落实。', format: 'markdown' },
  ],
});

describe('text/residue on whole drafts', () => {
  const problems = (text: string, format: 'plain' | 'markdown' = 'plain'): Problem[] => [
    ...residue.check(new Document(text, { format }), {}),
  ];

  it('stays silent on sound drafts', () => {
    for (const { name, text, format } of soundDrafts()) assert.deepEqual(problems(text, format), [], name);
  });

  it('takes exactly the glosses out again', () => {
    for (const { text } of soundDrafts().filter(({ format }) => format === 'plain')) {
      let count = 0;
      const glossed = text.replace(
        /[关务进发县]/g,
        (character) => `${character}(${count++ % 2 === 0 ? 'guān' : 'wù'})`,
      );
      if (count === 0) continue; // in Traditional characters
      const [problem, ...others] = problems(glossed);
      assert.equal(others.length, 0);
      assert.equal(applyFix(glossed, problem!.fixes![0]!), text);
    }
  });

  it('takes page numbers out of sentences', () => {
    const text = soundDrafts()
      .find(({ name }) => name.includes('zhaoshang'))!
      .text.replace(/\n+/g, ' ');
    const at = [0, 600, 1200, 1800].map((offset) => text.indexOf('，', offset) + 3);
    const split = [0, ...at.slice(1)].map((start, i) => `${i + 1}、${text.slice(start, at[i + 1])}`).join('\n');
    const problem = problems(split).find(({ message }) => message.includes('页码'));
    assert.equal(applyFix(split, problem!.fixes![0]!), text);
  });

  it('leaves the glossed real draft whole', function () {
    const draft = sharedSeeds().find(({ name }) => name.startsWith('004'));
    if (draft === undefined) this.skip();
    const problem = problems(draft.text).find(({ message }) => message.includes('注音'))!;
    assert.equal(
      applyFix(draft.text, problem.fixes![0]!),
      draft.text.replace(/\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)/g, ''),
    );
  });
});
