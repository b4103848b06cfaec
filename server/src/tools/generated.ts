/** Everything that is generated from the rules, as text; nothing is read or written here. */
import { Document } from '../document/document.ts';
import { unusedSuppression } from '../engine/catalogue.ts';
import { check } from '../engine/check.ts';
import { fileKeys, type Key, keys, overrideKeys } from '../engine/configuration.ts';
import { typeLabel, type ValueType } from '../engine/options.ts';
import type { Severity } from '../engine/problem.ts';
import { groupOf, type Rule } from '../engine/rule.ts';
import { TextWriter } from '../formats/text.ts';
import { configurationSchema } from './configuration-schema.ts';
import { levelNames, rulePage } from './rule-page.ts';

export const pagesFolder = 'server/docs/rules';
const guideFile = 'server/docs/configuration.md';
const sampleFile = 'snippets/samples/招商引资推进会讲话.md';
const schemaFile = 'server/jianggao.schema.json';

type Groups = Readonly<Record<string, string>>;

/** Content by path from the root. `read` gives the files that are only generated in part; those that are absent stay so. */
export function generatedFiles(
  rules: readonly Rule[],
  groups: Groups,
  read: (file: string) => string | undefined,
): Map<string, string> {
  const files = new Map<string, string>();
  for (const rule of rules) files.set(`${pagesFolder}/${rule.meta.id}.md`, rulePage(rule));
  files.set(`${pagesFolder}/README.md`, indexPage(rules, groups));
  files.set(schemaFile, json(configurationSchema(rules, groups)));
  const readme = read('README.md');
  if (readme !== undefined) {
    const sample = read(sampleFile);
    const table = withTable(readme, 'rules', ruleTable(rules, `${pagesFolder}/`));
    files.set('README.md', sample === undefined ? table : withTable(table, 'sample', sampleReport(rules, sample)));
  }
  const guide = read(guideFile);
  if (guide !== undefined) files.set(guideFile, withTable(guide, 'keys', keyTable()));
  const manifest = read('package.json');
  if (manifest !== undefined) files.set('package.json', withSchema(manifest));
  return files;
}

/** What `npm start` prints in a terminal of 100 columns. */
function sampleReport(rules: readonly Rule[], text: string): string {
  const document = new Document(text, { format: 'markdown' });
  const { findings } = check(document, rules, { stage: 'final' });
  const writer = new TextWriter({ blankRules: ['placeholders/unfilled'], columns: 100 });
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const report = writer.file({ path: sampleFile, document, findings, errors: [] });
  const summary = writer.end({ files: 1, errors: count('error'), warnings: count('warning'), infos: count('info') });
  return `\`\`\`text\n${report}${summary}\`\`\``;
}

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

function indexPage(rules: readonly Rule[], groups: Groups): string {
  const parts = [
    '<!-- 本页由 npm run generate 生成，请勿手改。 -->',
    '# 规则',
    '括号里是规则组的名称，可以在 `jianggao.json` 里按组设置级别。',
  ];
  for (const [group, title] of Object.entries(groups)) {
    const members = rules.filter(({ meta }) => groupOf(meta.id) === group);
    if (members.length > 0) parts.push(`## ${title}（\`${group}\`）`, ruleTable(members, ''));
  }
  const { id, summary, level } = unusedSuppression;
  parts.push(
    '## 其他',
    `文稿里的忽略注释（见[配置](../configuration.md#在文稿里忽略)）没有起作用时，报为 \`${id}\`：${summary}，${levelNames[level.final]}。`,
  );
  return `${parts.join('\n\n')}\n`;
}

function ruleTable(rules: readonly Rule[], folder: string): string {
  const rows = rules.map(
    ({ meta: { id, summary, level } }) =>
      `| [\`${id}\`](${folder}${id}.md) | ${summary} | ${levelNames[level.draft]} | ${levelNames[level.final]} |`,
  );
  return ['| 规则 | 查什么 | 起草 | 定稿 |', '|---|---|---|---|', ...rows].join('\n');
}

/** Every key of the configuration, those of a section by their full name. */
function keyTable(): string {
  const row = (name: string, type: string, value: unknown, description: string): string =>
    `| \`${name}\` | ${type} | ${value === undefined ? '' : `\`${JSON.stringify(value)}\``} | ${description} |`;
  /** A list of objects has a row for itself and one for each member. */
  const valueRows = (
    name: string,
    type: ValueType & { readonly description: string; readonly files?: true },
  ): string[] => [
    row(
      name,
      type.files === true ? `文件的名称，或名称的列表，或${typeLabel(type)}` : typeLabel(type),
      undefined,
      type.description,
    ),
    ...(type.type === 'records'
      ? Object.entries(type.members).flatMap(([member, each]) =>
          valueRows(`${name}[].${member}`, {
            ...each,
            description: each.required === true ? `${each.description}必须写。` : each.description,
          }),
        )
      : []),
  ];
  const common = Object.entries<Key>(keys).flatMap(([name, key]) =>
    key.type === 'section'
      ? Object.entries(key.members).map(([member, option]) =>
          row(`${name}.${member}`, typeLabel(option), option.default, option.description),
        )
      : valueRows(name, key),
  );
  return [
    '| 键 | 取值 | 默认 | 说明 |',
    '|---|---|---|---|',
    row('$schema', '字符串', undefined, fileKeys.$schema),
    row('extends', '字符串，或字符串的列表', undefined, fileKeys.extends),
    row('rules', '`{ … }`', undefined, fileKeys.rules),
    ...common,
    row(
      'overrides',
      `列表，每项除 \`files\` 外，可以有 ${['rules', ...Object.keys(keys)].map((key) => `\`${key}\``).join(' ')}`,
      undefined,
      fileKeys.overrides,
    ),
    row('overrides[].files', '字符串，或字符串的列表', undefined, overrideKeys.files),
  ].join('\n');
}

/** The page with the table between its markers; unchanged where there are none. */
function withTable(page: string, name: string, table: string): string {
  const tableStart = `<!-- ${name}:start -->`;
  const tableEnd = `<!-- ${name}:end -->`;
  const start = page.indexOf(tableStart);
  const end = page.indexOf(tableEnd, start);
  if (start < 0 || end < 0) return page;
  return `${page.slice(0, start + tableStart.length)}\n\n${table}\n\n${page.slice(end)}`;
}

interface Manifest {
  readonly contributes?: {
    readonly languages?: readonly { readonly id: string; readonly filenames?: readonly string[] }[];
    readonly jsonValidation?: readonly { readonly fileMatch: string | readonly string[]; readonly url: string }[];
  };
}

/** The extension's manifest, in which `jianggao.json` is JSON with comments and has its schema. */
function withSchema(manifest: string): string {
  const content = JSON.parse(manifest) as Manifest;
  const { languages = [], jsonValidation = [] } = content.contributes ?? {};
  const url = `./${schemaFile}`;
  const contributes = {
    ...content.contributes,
    languages: languages.some(({ filenames }) => filenames?.includes('jianggao.json'))
      ? languages
      : [...languages, { id: 'jsonc', filenames: ['jianggao.json'] }],
    jsonValidation: jsonValidation.some((each) => each.url === url)
      ? jsonValidation
      : [...jsonValidation, { fileMatch: 'jianggao.json', url }],
  };
  // Nothing to add: the file stays as its writer laid it out.
  if (JSON.stringify(contributes) === JSON.stringify(content.contributes)) return manifest;
  return json({ ...content, contributes });
}
