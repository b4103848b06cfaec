/** `jianggao rules`: every rule with its levels, or what one of them finds and leaves alone. */
import { Catalogue, type CatalogueEntry } from '../engine/catalogue.ts';
import { typeLabel } from '../engine/options.ts';
import type { Level } from '../engine/problem.ts';
import type { Rule } from '../engine/rule.ts';
import { type Colors, noColors } from '../formats/colors.ts';
import { severityNames } from '../formats/report.ts';
import { padEnd, widthOf } from '../formats/width.ts';
import type { Io } from './io.ts';

const levelName = (level: Level): string => (level === 'off' ? '关' : severityNames[level]);

export function listRules(
  names: readonly string[],
  format: string,
  rules: readonly Rule[],
  io: Io,
  colors: Colors = noColors,
): number {
  const catalogue = new Catalogue(rules);
  const wanted = new Set<string>();
  for (const name of names) {
    const ids = catalogue.idsOf(name);
    if (ids === undefined) {
      io.stderr.write(`${catalogue.unknown(name)}全部规则见 jianggao rules。\n`);
      return 2;
    }
    for (const id of ids) wanted.add(id);
  }
  const entries = catalogue.entries.filter(({ id }) => names.length === 0 || wanted.has(id));
  if (format === 'json') {
    io.stdout.write(
      `${JSON.stringify({ schema: 1, rules: entries.map((entry) => jsonOf(entry, rules)) }, undefined, 2)}\n`,
    );
    return 0;
  }
  if (names.length === 0) {
    const width = Math.max(...entries.map(({ id }) => id.length));
    io.stdout.write(colors.dim(`${padEnd('规则', width)}  起草  定稿  查什么\n`));
    for (const { id, level, summary } of entries)
      io.stdout.write(
        `${padEnd(id, width)}  ${padEnd(levelName(level.draft), 4)}  ${padEnd(levelName(level.final), 4)}  ${summary}\n`,
      );
    io.stdout.write(colors.dim('\n一条规则的说明：jianggao rules 规则名\n'));
    return 0;
  }
  io.stdout.write(entries.map((entry) => page(entry, rules, colors)).join('\n'));
  return 0;
}

const ruleOf = (id: string, rules: readonly Rule[]): Rule | undefined => rules.find(({ meta }) => meta.id === id);

function jsonOf({ id, summary, level, options }: CatalogueEntry, rules: readonly Rule[]): object {
  const meta = ruleOf(id, rules)?.meta;
  return { id, summary, level, options, ...(meta && { description: meta.description, sources: meta.sources ?? [] }) };
}

function page({ id, summary, level, options }: CatalogueEntry, rules: readonly Rule[], { bold, dim }: Colors): string {
  const meta = ruleOf(id, rules)?.meta;
  let out = `${bold(id)}  ${summary}\n${dim(`默认级别：起草时${levelName(level.draft)}，定稿时${levelName(level.final)}`)}\n`;
  if (meta !== undefined) out += `\n${meta.description.trim()}\n`;
  const entries = Object.entries(options);
  if (entries.length > 0) {
    out += '\n选项：\n';
    const width = Math.max(...entries.map(([name]) => widthOf(name)));
    for (const [name, option] of entries)
      out += `  ${padEnd(name, width)}  ${option.description}（${typeLabel(option)}，默认 ${JSON.stringify(option.default)}）\n`;
  }
  if (meta?.sources !== undefined) out += `\n依据：${meta.sources.join('；')}\n`;
  return out;
}
