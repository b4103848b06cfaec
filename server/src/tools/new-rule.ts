/** `npm run new-rule -- group/name`: writes a rule that works, its test, and its line in the list. */
import fs from 'node:fs';
import path from 'node:path';
import { groups } from '../rules/index.ts';

const listFile = 'server/src/rules/index.ts';

export function main(root: string, args: readonly string[]): number {
  const [id = ''] = args;
  const fault = faultOfId(id);
  if (fault !== undefined) {
    console.error(fault);
    return 2;
  }
  const files = scaffold(id, fs.readFileSync(path.join(root, listFile), 'utf8'));
  const there = [...files.keys()].find((file) => file !== listFile && fs.existsSync(path.join(root, file)));
  if (there !== undefined) {
    console.error(`${there} exists already`);
    return 2;
  }
  for (const [file, content] of files) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), content);
    console.log(`wrote ${file}`);
  }
  console.log(`next: make it find what it should, then
  npm run unit -- ${id}
  npm run generate`);
  return 0;
}

function faultOfId(id: string): string | undefined {
  if (!/^[a-z]+\/[a-z]+(-[a-z]+)*$/.test(id))
    return 'usage: npm run new-rule -- group/name (the name names the fault, in kebab-case)';
  const group = id.split('/')[0]!;
  return Object.hasOwn(groups, group) ? undefined : `no group ${group}; there are ${Object.keys(groups).join(', ')}`;
}

/** Content by path: the rule, its test, and the list with the rule in it. */
export function scaffold(id: string, list: string): Map<string, string> {
  const [group, name] = id.split('/') as [string, string];
  const constant = name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return new Map([
    [`server/src/rules/${id}.ts`, ruleSource(id, constant)],
    [`test/rules/${id}.test.ts`, testSource(id, constant)],
    [listFile, withRule(list, group, name, constant)],
  ]);
}

/** Adds the import, where the order of paths puts it, and the rule as the last of its group. */
function withRule(list: string, group: string, name: string, constant: string): string {
  const lines = list.split('\n');
  const line = `import { ${constant} } from './${group}/${name}.ts';`;
  const pathOf = (text: string): string => /from '(\.\/[^']+)'/.exec(text)?.[1] ?? '';
  const after = lines.findIndex((text) => pathOf(text) > pathOf(line));
  const lastImport = lines.findLastIndex((text) => text.startsWith('import '));
  lines.splice(after < 0 ? lastImport + 1 : after, 0, line);
  const heading = lines.indexOf(`  // ${group}`);
  if (heading < 0) throw new Error(`no line "// ${group}" in ${listFile}`);
  let end = heading + 1;
  while (/^ {2}\w+,$/.test(lines[end]!)) end++;
  lines.splice(end, 0, `  ${constant},`);
  return lines.join('\n');
}

const ruleSource = (id: string, constant: string): string => `import { defineRule } from '../../engine/rule.ts';

export const ${constant} = defineRule({
  meta: {
    id: '${id}',
    summary: '一句话说明查什么',
    level: { draft: 'info', final: 'warning' },
    description: '写明查什么、为什么要紧、哪些不报。',
    examples: {
      wrong: ['这里有⟦示例词⟧。'],
      right: ['这里没有。'],
    },
  },
  // A rule asks the document for what it needs (paragraphs, outline, figures, blanks …); it does not scan the text as this one does.
  *check({ text }) {
    const word = '示例词';
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      yield {
        start: at,
        end: at + word.length,
        message: \`“\${word}”是什么问题，为什么。请怎样改。\`,
      };
  },
});
`;

const testSource = (
  id: string,
  constant: string,
): string => `import { ${constant} } from '../../../server/src/rules/${id}.ts';
import { testRule } from '../../support/rule-tester.ts';

testRule(${constant}, {
  wrong: [{ text: '⟦示例词⟧两次：⟦示例词⟧。', message: /请怎样改/ }],
  right: ['示例的词。'],
});
`;
