/** The page of one rule, in Chinese. What it reports on its examples stands there as the engine says it. */
import { Document } from '../document/document.ts';
import { check } from '../engine/check.ts';
import { ownOptions, typeLabel } from '../engine/options.ts';
import type { Finding, Level } from '../engine/problem.ts';
import type { Rule } from '../engine/rule.ts';

export const levelNames: Readonly<Record<Level, string>> = {
  off: '不查',
  info: '提示',
  warning: '警告',
  error: '错误',
};

export function rulePage(rule: Rule): string {
  const { id, summary, level, description, sources = [], examples } = rule.meta;
  const parts = [
    '<!-- 本页由 npm run generate 生成，内容写在规则里，请勿手改。 -->',
    `# ${id}`,
    `${summary}。`,
    `默认级别：起草时${levelNames[level.draft]}（\`${level.draft}\`），定稿时${levelNames[level.final]}（\`${level.final}\`）。`,
    description.trim(),
  ];
  if (examples.wrong.length > 0) {
    parts.push('## 会报的', '`⟦ ⟧` 标出报在哪里，例子下面是定稿时的报法。');
    for (const example of examples.wrong) parts.push(fence(example), reports(rule, example));
  }
  if (examples.right.length > 0) parts.push('## 不报的', ...examples.right.map((example) => fence(example)));
  const options = Object.entries(rule.options);
  if (options.length > 0) {
    const rows = options.map(
      ([name, option]) =>
        `| \`${name}\` | ${cell(typeLabel(option))} | \`${cell(JSON.stringify(option.default))}\` | ${cell(option.description)} |`,
    );
    parts.push('## 选项', ['| 选项 | 取值 | 默认 | 说明 |', '|---|---|---|---|', ...rows].join('\n'));
  }
  if (sources.length > 0) parts.push('## 依据', sources.map((source) => `- ${source}`).join('\n'));
  parts.push(
    '## 设置和忽略',
    '在 `jianggao.json` 里改级别（`off` 不查、`info` 提示、`warning` 警告、`error` 错误）：',
    ...settings(rule),
  );
  parts.push('在文稿里忽略下一行，或者从一处到另一处：', fence(comments(id), 'markdown'));
  return `${parts.join('\n\n')}\n`;
}

/** A fence longer than any run of backticks inside. */
function fence(content: string, language = 'text'): string {
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}${language}\n${content.trimEnd()}\n${marks}`;
}

const cell = (content: string): string => content.replaceAll('|', '\\|').replaceAll('\n', ' ');

function reports(rule: Rule, example: string): string {
  const text = example.replaceAll(/[⟦⟧]/g, '');
  // A rule that is off by default shows what it would say.
  const { options } = rule.meta.examples;
  const rules = {
    [rule.meta.id]: { ...(rule.meta.level.final === 'off' && { level: 'info' as const }), ...(options && { options }) },
  };
  const { findings } = check(new Document(text, { format: 'plain' }), [rule], { stage: 'final', rules });
  return findings.flatMap(lines).join('\n');
}

function lines({ severity, message, fixes = [] }: Finding): string[] {
  const offers = fixes.map(
    ({ title, safety }) => `  - ${safety === 'safe' ? '可自动改' : '可选改法'}：${inline(title)}`,
  );
  return [`- ${levelNames[severity]}：${inline(message)}`, ...offers];
}

/** Masks and marks of a draft are no Markdown. */
const inline = (text: string): string => text.replaceAll(/[\\`*_<>[\]|~]/g, '\\$&');

function settings({ meta: { id }, options }: Rule): string[] {
  const setting = (value: unknown): string => fence(`{ "rules": { "${id}": ${JSON.stringify(value)} } }`, 'jsonc');
  const [first] = Object.entries(ownOptions(options));
  if (first === undefined) return [setting('off')];
  const [name, option] = first;
  return [setting('off'), '级别和选项一起写：', setting({ level: 'warning', [name]: option.default })];
}

const comments = (id: string): string =>
  [
    `<!-- jianggao-disable-next-line ${id} -->`,
    '',
    `<!-- jianggao-disable ${id} -->`,
    '……',
    `<!-- jianggao-enable ${id} -->`,
  ].join('\n');
