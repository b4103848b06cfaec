/** `jianggao init`: a configuration to begin with, in which everything is at its default. */
import fs from 'node:fs';
import path from 'node:path';
import { reasonOf, systemCode } from '../host/failure.ts';
import { configurationName } from '../host/find-configuration.ts';
import type { Io } from './io.ts';

const template = `{
  // 讲稿核查的配置。对本文件夹及其下的讲稿有效，编辑器和命令共用。

  // 单位共用的配置，路径相对于本文件，如 "../共用/jianggao.json"
  // "extends": [],

  // 阶段：draft 起草，final 定稿。不写时，编辑器按起草查，命令按定稿查
  // "stage": "draft",

  // 语速：每分钟讲多少字
  "speech": { "rate": 200 },

  // 级别：off、info、warning、error；按规则或按组。全部规则见 jianggao rules
  "rules": {
    // "structure/level": "off",
    // "text": "info"
  },

  // 数据台账：核定过的数据，.csv、.xlsx 或 .yaml，路径相对于本文件
  // "ledger": "数据台账.csv",

  // 对部分讲稿另作规定
  "overrides": [
    // { "files": "送审/**", "stage": "final" }
  ]
}
`;

export function init(operands: readonly string[], io: Io): number {
  if (operands.length > 0) {
    io.stderr.write('jianggao init 不带文件名，它在当前文件夹建 jianggao.json。\n');
    return 2;
  }
  const file = path.join(io.cwd, configurationName);
  try {
    fs.writeFileSync(file, template, { flag: 'wx' });
  } catch (error) {
    io.stderr.write(
      systemCode(error) === 'EEXIST'
        ? `${configurationName} 已经有了，没有动它。\n`
        : `写不了 ${configurationName}：${reasonOf(error)}。\n`,
    );
    return 2;
  }
  io.stdout.write(`已建好 ${configurationName}，内容都是默认值，按需要改。\n`);
  return 0;
}
