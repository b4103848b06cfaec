import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { looksLikeSpeech } from '../../server/src/features/recognition.ts';
import { hasShared, shared } from '../support/repository.ts';

describe('recognition', () => {
  const speeches = {
    'title and salutation': '# 在全县项目建设推进会上的讲话\n\n同志们：\n',
    'salutation and words of office': '同志们：\n　　今天会议的主要任务是贯彻全市动员会精神。',
    'a speech that starts in the middle':
      '二、突出重点\n（一）抓项目。一是要压实责任；二是要落实政策；三是要优化服务。各级党委要切实担责。',
    'a template full of blanks': 'XX在XX会议上的致辞\n（XXXX年X月X日）\n各位来宾：\n',
    'Traditional Chinese': '縣長在全縣工作會議上的講話\n同志們:\n全縣各級要狠抓落實。',
  };
  for (const [name, text] of Object.entries(speeches))
    it(`knows ${name}`, () => assert.equal(looksLikeSpeech(text), true));

  const others = {
    'an empty file': '',
    'an English page': '# Speech\n\n1. one\n2. two\n',
    'a manual in Chinese': '# 安装说明\n\n一、下载\n二、解压\n\n运行以下命令：\n\n```sh\nnpm install\n```\n',
    'a story': '今天早上他出门的时候，天还没有亮。街上没有人，只有一只猫。\n他想，明天会更好。',
    'a diary with numbers': '一、买菜\n二、做饭\n三、洗碗\n下午去公园走了走，天气很好。',
    links: '# 资料汇总\n\n- [讲话全文](https://example.com/a)\n- [同志们：](https://example.com/b)\n',
  };
  for (const [name, text] of Object.entries(others))
    it(`leaves alone ${name}`, () => assert.equal(looksLikeSpeech(text), false));

  it('takes the same time for a long text', () => {
    assert.equal(looksLikeSpeech('一'.repeat(5_000_000)), false);
  });

  it('knows real drafts', function () {
    if (!hasShared) return this.skip();
    const unknown: string[] = [];
    for (const folder of ['seeds', 'sound'])
      for (const name of fs.readdirSync(path.join(shared, folder)))
        if (name.endsWith('.txt') && !looksLikeSpeech(fs.readFileSync(path.join(shared, folder, name), 'utf8')))
          unknown.push(name);
    assert.deepEqual(unknown, []);
  });
});
