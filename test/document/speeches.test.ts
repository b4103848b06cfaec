import assert from 'node:assert/strict';
import { Document, type Format } from '../../server/src/document/document.ts';

/** Titles and salutations of the speeches of a file. */
const speeches = (text: string, format: Format = 'plain'): readonly (readonly (string | undefined)[])[] => {
  const document = new Document(text, { format });
  return document.speeches.map(({ title, salutation }) => [
    title && document.slice(title),
    salutation && document.slice(salutation),
  ]);
};

describe('speeches', () => {
  it('takes one of several, and one that a catalogue numbers, for the title it is', () => {
    assert.deepEqual(speeches('2023年春耕工作讲话【第一篇】\n同志们：\n现在开会。'), [
      ['2023年春耕工作讲话【第一篇】', '同志们：'],
    ]);
    assert.deepEqual(
      speeches('20210506:在全县春耕会上的讲话\n2021-05-06 10:20:30\n在全县春耕会上的讲话\n同志们：\n现在开会。'),
      [['在全县春耕会上的讲话', '同志们：']],
    );
    assert.deepEqual(speeches('- 31.20 KB\n各位代表：\n现在报告工作。'), [[undefined, '各位代表：']]);
  });
  it('takes a subtitle that looks like a title for the subtitle it is', () => {
    assert.deepEqual(speeches('春耕动员讲话\n——在全县春耕大会上的讲话\n\n同志们：\n现在开会。'), [
      ['春耕动员讲话\n——在全县春耕大会上的讲话', '同志们：'],
    ]);
    assert.deepEqual(speeches('# 政府工作报告\n\n——在市人民代表大会上的报告\n\n各位代表：\n\n现在报告。', 'markdown'), [
      ['政府工作报告', '各位代表：'],
    ]);
  });
  it('finds each of two speeches with subtitles', () => {
    const one = '在春耕会上的讲话\n——在全县春耕大会上的讲话\n同志们：\n现在开会。\n';
    const two = '在夏收会上的讲话\n——在全县夏收大会上的报告\n各位代表：\n现在开会。\n';
    assert.deepEqual(
      speeches(one + two).map(([title]) => title),
      ['在春耕会上的讲话\n——在全县春耕大会上的讲话', '在夏收会上的讲话\n——在全县夏收大会上的报告'],
    );
  });
  it('takes a remark in brackets for part of the title', () => {
    assert.deepEqual(speeches('在全县春耕大会上的讲话 （根据录音整理）\n\n同志们：\n现在开会。'), [
      ['在全县春耕大会上的讲话 （根据录音整理）', '同志们：'],
    ]);
  });
  it('takes the name of an official paper for its title where it opens the file, above whom it is sent to', () => {
    assert.deepEqual(
      speeches('XX县水利局关于增设水文站的请示\n县人民政府：\n为了防汛，拟增设一座水文站。\n妥否，请批示。'),
      [['XX县水利局关于增设水文站的请示', undefined]],
    );
    // A sentence about a paper is none.
    assert.deepEqual(speeches('县水利局关于增设水文站的请示\n已经收到。'), [[undefined, undefined]]);
  });
  it('takes the name of a paper for its title where it opens the file', () => {
    const body =
      '上半年，在县委的坚强领导下，全镇干部群众迎难而上、真抓实干，各项工作稳步推进，经济社会保持平稳健康发展，现将有关情况总结如下。';
    assert.deepEqual(speeches(`城关镇上半年工作总结\n${body}\n一、工作开展情况\n很好。`), [
      ['城关镇上半年工作总结', undefined],
    ]);
    assert.deepEqual(speeches(`同志们：\n${body}\n下半年工作计划\n${body}`), [[undefined, '同志们：']]);
  });
  it('takes the name of a letter for its title, and a paper under a motto for the second line of one', () => {
    assert.deepEqual(speeches('致全县教师的慰问信\n全县教师们：\n值此佳节，谨向你们致以节日的问候。'), [
      ['致全县教师的慰问信', undefined],
    ]);
    assert.deepEqual(speeches('水利局党组（扩大）会议纪要\n6月3日，局党组召开会议，研究防汛工作。\n一、听取汇报'), [
      ['水利局党组（扩大）会议纪要', undefined],
    ]);
    assert.deepEqual(speeches('干字当头  建设水乡\n——城关镇经验交流材料\n我镇三面环水。\n一、修堤\n很好。'), [
      ['干字当头  建设水乡\n——城关镇经验交流材料', undefined],
    ]);
  });
  it('addresses nobody in a line that is the title of the next speech', () => {
    const text = '——在全市大会上\n\n市长　顾青\n\n各位代表审议的报告\n\n——在会上\n\n各位代表：\n\n现在报告。';
    assert.deepEqual(
      speeches(text).map(([, salutation]) => salutation),
      [undefined, '各位代表：'],
    );
  });
  it('joins the lines of a title that is set in several', () => {
    const title = (head: string): string | undefined => speeches(`${head}\n（1月3日）\n\n同志们：\n现在开会。`)[0]?.[0];
    for (const head of [
      '在全县粮食工作会议暨春耕\n动员会上的讲话',
      '在全县粮食工作会议上的\n讲　话',
      '张 小 山 同 志\n在全县粮食工作会议上的\n讲 话',
    ])
      assert.equal(title(head), head);
    assert.equal(title('粮食局简报\n在全县粮食工作会议上的讲话'), '在全县粮食工作会议上的讲话');
  });
  it('ends a title where its line goes on with the page or the audience', () => {
    const rest = `今天开会，主要任务是总结工作、分析形势、部署任务，把粮食生产的各项措施落到实处。`;
    assert.deepEqual(speeches(`在全县粮食工作会议上的讲话编者按：本文讲了粮食。同志们：${rest}`), [
      ['在全县粮食工作会议上的讲话', undefined],
    ]);
    assert.deepEqual(speeches(`在全县企业家座谈会上的讲话各位企业家，同志们：${rest}`), [
      ['在全县企业家座谈会上的讲话', '同志们：'],
    ]);
  });
  it('ends a title where the first sentence follows at once', () => {
    const body = '我们召开粮食工作会议，主要任务是总结工作、分析形势、部署任务，把粮食生产的各项措施落到实处。';
    assert.deepEqual(speeches(`县长在全县粮食工作会议上的讲话今天，${body}`), [
      ['县长在全县粮食工作会议上的讲话', undefined],
    ]);
    assert.deepEqual(speeches(`2021年县长在全县粮食工作会议上的讲话文稿在秋收即将开始之际，${body}`), [
      ['2021年县长在全县粮食工作会议上的讲话文稿', undefined],
    ]);
    assert.deepEqual(speeches(`县长在全县粮食工作会议上的讲话深刻回答了怎么种粮的问题，${body}`), [
      [undefined, undefined],
    ]);
  });
  it('takes no line of a web page for the title', () => {
    assert.deepEqual(speeches('正文复制\n激活“末梢”：谈谈支部\n同志们：\n现在上课。'), [
      ['激活“末梢”：谈谈支部', '同志们：'],
    ]);
  });
  it('finds the numbered pieces of a collection that address nobody', () => {
    const text = '教师节致辞篇一\n那天阳光很好，大家走进礼堂，心里暖暖的。\n教师节致辞篇二\n各位老师：\n下午好！';
    assert.deepEqual(speeches(text), [
      ['教师节致辞篇一', undefined],
      ['教师节致辞篇二', '各位老师：'],
    ]);
  });
});
