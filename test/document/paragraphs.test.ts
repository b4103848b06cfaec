/** What a paragraph is where lines are not: printouts broken into lines of one width, marks on lines of their own, rows of tables. */
import assert from 'node:assert/strict';
import { Document, type Format } from '../../server/src/document/document.ts';

const open = (text: string, format: Format = 'plain') => new Document(text, { format });
const read = (text: string): readonly string[] => open(text).paragraphs.map(({ facts }) => facts.reading.text);

/** Breaks each paragraph into lines of `width` characters, as a printout does. */
const wrap = (paragraphs: readonly string[], width: number): string =>
  paragraphs
    .map((paragraph) => {
      const lines: string[] = [];
      for (let at = 0; at < paragraph.length; at += width) lines.push(paragraph.slice(at, at + width));
      return lines.join('\n');
    })
    .join('\n');

const speech = [
  '在全区冬春水利建设动员会上的讲话',
  '同志们：',
  '今天这个会，是区委、区政府研究决定召开的，主要任务是总结去冬今春的做法，安排下一步的水利建设，动员全区上下抢抓农闲时节，迅速掀起大干快上的热潮。刚才，水利局的负责同志通报了情况，三个乡镇作了表态，我都赞成。下面，我讲三点意见。',
  '一、看清差距，增强紧迫感',
  '去年以来，我们修渠、清淤、打井，干了不少事，但是与群众的期盼相比、与兄弟区县相比，差距仍然明显。主要表现在三个方面：一是灌溉面积偏小，丘陵乡镇还有一半耕地靠天吃饭；二是渠系老化失修，跑冒滴漏比较普遍；三是管护责任没有落到人头。',
  '二、抓住重点，打好主动仗',
  '要先修主渠，再通支渠，做到修一条、成一条、管好一条，决不留半截子工程。资金要跟着项目走，验收要跟着进度走。',
  '三、压实责任，务求见实效',
  '各乡镇主要负责同志要亲自上手，区里每半个月调度一次，年底统一考核。同志们，水利是命脉，让我们一鼓作气，坚决完成任务。',
];

describe('paragraphs', () => {
  it('puts a printout broken into lines together again', () => {
    for (const width of [22, 28, 36])
      assert.deepEqual(
        read(wrap(speech, width)).join('').length,
        speech.join('').length,
        `${width}: nothing is lost or added`,
      );
    const { outline, counts } = open(wrap(speech, 28));
    assert.deepEqual(
      outline.nodes.map(({ depth, marker, title }) => `${depth} ${marker}${depth === 1 ? title : ''}`),
      [
        '0 ',
        '1 一、看清差距，增强紧迫感',
        '2 一是',
        '2 二是',
        '2 三是',
        '1 二、抓住重点，打好主动仗',
        '1 三、压实责任，务求见实效',
      ],
    );
    assert.deepEqual(
      counts.map(({ verdict, items }) => `${verdict} ${items.length}`),
      ['ok 3', 'ok 3'],
    );
  });
  it('leaves drafts written by the paragraph alone', () => {
    assert.deepEqual(read(speech.join('\n')), speech);
    const headings = Array.from(
      { length: 12 },
      (_, i) => `（${'一二三四五六七八九十'[i % 10]!}）坚持问题导向推动各项工作落地`,
    );
    assert.deepEqual(read(headings.join('\n')), headings);
    const names = Array.from({ length: 12 }, (_, i) => `第${i + 1}小组负责城关镇东街社区的入户走访`);
    assert.deepEqual(read(names.join('\n')), names);
  });
  it('keeps what begins a paragraph in a printout', () => {
    const lines = open(wrap(speech, 28)).paragraphs.map(({ facts }) => facts.reading.text.slice(0, 4));
    assert.ok(lines.includes('一、看清') && lines.includes('二、抓住') && lines.includes('三、压实'));
  });

  it('goes on behind a comma, whatever word the next line begins with', () => {
    const even = wrap([speech[4]!, speech[6]!, speech[2]!.slice(0, 88)], 22);
    const lines =
      '大家要把明天后天大后天的路走稳走实走好走得快，\n首先要把脚下的路看清楚、走明白，要一步一步\n走扎实，走到底。';
    assert.ok(read(`${even}\n${lines}`).some((line) => line.includes('走得快，首先')));
  });

  it('begins a paragraph where a printout indents it', () => {
    // With its indent exactly as long as a line.
    const heading = '要在提高思想认识上下更大功夫，把担子挑在肩上';
    const lines = wrap([speech[2]!, `　　${heading}`, `　　${speech[4]!}`, `　　${speech[6]!}`], 24);
    assert.ok(read(lines).includes(heading));
  });

  it('joins a mark on a line of its own to its sentence', () => {
    assert.deepEqual(read('我先讲几点意见\n。\n一、提高认识'), ['我先讲几点意见。', '一、提高认识']);
    assert.deepEqual(read('要办好‘米袋子\n’\n工程，让群众放心。'), ['要办好‘米袋子’工程，让群众放心。']);
    assert.deepEqual(open('他说：“要快\n”\n一、提高认识').paragraphs.length, 2);
  });

  describe('rows of tables', () => {
    const draft =
      '# 汇报\n\n情况如下。\n\n| 项目 | 投资 |\n| --- | ---: |\n| XX产业园 | XX亿元 |\n| 污水处理厂 | XX |\n\n请审议。\n';
    it('are no body', () => {
      const { paragraphs, outline, length } = open(draft, 'markdown');
      assert.deepEqual(
        paragraphs.map(({ facts, index }) => `${index} ${facts.reading.text}`),
        ['0 汇报', '1 情况如下。', '2 请审议。'],
      );
      assert.equal(outline.nodes.length, 1);
      assert.deepEqual(length, open('# 汇报\n\n情况如下。\n\n请审议。\n', 'markdown').length);
    });
    it('show what is missing in them', () => {
      const document = open(draft, 'markdown');
      assert.deepEqual(
        document.blanks.map((blank) => `${document.slice(blank)} ${blank.kind} ${blank.certainty}`),
        ['XX place sure', 'XX number sure', 'XX text sure'],
      );
    });
  });
});

describe('titles of speeches', () => {
  const titles = (text: string) =>
    open(text)
      .outline.nodes.filter(({ depth }) => depth === 0)
      .map(({ title }) => title);
  const body =
    '同志们：\n今天召开这个会议，主要是安排部署下一步的工作，动员大家抓好落实。\n一、提高认识\n形势逼人，任务很重。\n';
  it('a title that a page repeats above the text is one title', () => {
    assert.deepEqual(titles(`在全市禁毒工作会上的讲话\n2021-06-01\n12.5KB\n在全市禁毒工作会上的讲话\n${body}`), [
      '在全市禁毒工作会上的讲话',
    ]);
  });
  it('a line with the time of a page is none', () => {
    assert.deepEqual(titles(`春季植树活动欢迎辞\n时间:2020-03-12 09:00:00 欢迎词\n${body}`), ['春季植树活动欢迎辞']);
  });
  it('several of a collection', () => {
    const piece = '各位来宾：\n今天我们在这里举行开工仪式，我代表县委、县政府表示热烈的祝贺。\n谢谢大家。\n';
    assert.deepEqual(
      titles(`开工仪式致辞范文3篇\n开工仪式致辞1\n${piece}开工仪式致辞2\n${piece}开工仪式致辞3\n${piece}`),
      ['开工仪式致辞1', '开工仪式致辞2', '开工仪式致辞3'],
    );
  });
  it('a table of contents before the salutation is no outline, and none of its lines a title', () => {
    const { nodes } = open(
      `目录/提纲：……\n一、提高认识\n（一）认清形势\n（二）看到差距\n二、狠抓落实\n……\n${body}`,
    ).outline;
    assert.deepEqual(
      nodes.map(({ marker, title }) => marker + title),
      ['一、提高认识'],
    );
  });
  it('a table of contents under the title of its page', () => {
    const { nodes } = open(
      `在全县林业工作会议上的讲话\n一、提高认识\n（一）认清形势\n二、狠抓落实\n奋力建设绿色家园\n——在全县林业工作会议上的讲话\n林业局局长\n${body}`,
    ).outline;
    assert.deepEqual(
      nodes.map(({ depth, marker, title }) => `${depth} ${marker}${title.replace(/\n/g, '')}`),
      ['0 奋力建设绿色家园——在全县林业工作会议上的讲话', '1 一、提高认识'],
    );
  });
  it('a heading with the marks of Markdown in a plain text', () => {
    const { nodes } = open(
      `同志们：\n## 一、提高认识\n形势逼人。\n**二、狠抓落实**\n任务很重。\n### （一）抓项目\n要快。`,
    ).outline;
    assert.deepEqual(
      nodes.map(({ depth, marker, title }) => `${depth} ${marker}${title}`),
      ['1 一、提高认识', '1 二、狠抓落实', '2 （一）抓项目'],
    );
  });
  it('the title of a speech without a salutation', () => {
    const text =
      '今天我们召开动员大会，主要任务是贯彻上级精神，分析面临的形势，部署下一步的重点工作，动员大家抓好落实，确保取得实效。下面讲两点。';
    assert.deepEqual(
      titles(
        `首页 > 讲话 >\n县长在全县秋冬农业工作会议上的讲话\n${text}\n一、提高认识\n形势逼人。\n二、抓好落实\n任务很重。`,
      ),
      ['县长在全县秋冬农业工作会议上的讲话'],
    );
    assert.deepEqual(titles(`${text}\n刘局长作了工作汇报\n${text}`), []);
  });
});
