/** Templates that are handed on: one file that VS Code reads by itself, with who made it in the comments at its head. */
import { type Template, templateOf } from '../features/templates.ts';
import { Lines } from '../formats/lines.ts';
import { parseJsonc } from './jsonc.ts';
import { type SnippetEntry, snippetEntries } from './snippet-entries.ts';

/** Languages that speeches are written in; a snippet for others is none of ours. */
const speechLanguages = ['speech', 'markdown', 'plaintext'];

/** Who made a file of templates: the `// 名：值` lines at its head. */
export interface PackManifest {
  readonly office?: string;
  readonly version?: string;
  readonly licence?: string;
}

const manifestKeys: Readonly<Record<string, keyof PackManifest>> = { 单位: 'office', 版本: 'version', 许可: 'licence' };

export function manifestOf(text: string): PackManifest {
  const manifest: { -readonly [K in keyof PackManifest]: PackManifest[K] } = {};
  for (const line of text.slice(0, 2_000).split(/\r?\n/)) {
    const found = /^\uFEFF?\s*\/\/\s*(单位|版本|许可)[：:](.*)$/.exec(line);
    if (found !== null) manifest[manifestKeys[found[1]!]!] = found[2]!.trim();
    else if (!/^\uFEFF?\s*(?:\/\/|$)/.test(line)) break;
  }
  return manifest;
}

type PackedTemplate = Pick<Template, 'name' | 'prefixes' | 'body' | 'kind'> & { readonly description: string };

/** Templates of one file as text: one file that VS Code reads by itself, its manifest in comments at the head. */
export function writePack(templates: readonly PackedTemplate[], manifest: PackManifest = {}): string {
  const head = Object.entries(manifestKeys).flatMap(([name, key]) =>
    manifest[key] === undefined ? [] : [`// ${name}：${manifest[key].replace(/\s+/g, ' ')}\n`],
  );
  const entries = templates.map(
    ({ name, prefixes, description, body, kind }) =>
      [
        name,
        {
          scope: speechLanguages.join(','),
          prefix: prefixes,
          description,
          ...(kind === 'speech' && { isFileTemplate: true }),
          body: body.split('\n'),
        },
      ] as const,
  );
  return `${head.join('')}${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`;
}

export const isForSpeeches = ({ scope }: SnippetEntry): boolean =>
  scope === undefined || scope.split(',').some((each) => speechLanguages.includes(each.trim()));

/** Several packs in one file, or those of the given names; of two templates with one name the later stays. What it says of a broken one is a Chinese sentence. */
export function mergePacks(
  texts: readonly string[],
  manifest: PackManifest,
  names?: ReadonlySet<string>,
): { readonly text?: string; readonly message?: string } {
  const merged = new Map<string, PackedTemplate>();
  let said: PackManifest = {};
  for (const text of texts) {
    const { root, problems } = parseJsonc(text);
    const [fault] = problems;
    if (fault !== undefined || (root !== undefined && root.type !== 'object')) {
      const { line } = new Lines(text).at(fault?.start ?? 0);
      return { message: `第 ${line} 行不是有效的模板文件：${fault?.message ?? '最外层应是一对花括号。'}` };
    }
    said = { ...said, ...manifestOf(text) };
    if (root === undefined) continue;
    for (const entry of snippetEntries(root)) {
      const { name, prefixes, description, body } = entry;
      if (!isForSpeeches(entry) || names?.has(name) === false) continue;
      if (body === undefined) return { message: `模板“${name}”没有正文，没有写入。` };
      const { kind } = templateOf({ name, prefixes, description, body: body.text });
      merged.set(name, { name, prefixes, description, body: body.text, kind });
    }
  }
  if (merged.size === 0) return { message: '没有找到讲稿用的模板，没有写入。' };
  return { text: writePack([...merged.values()], { ...said, ...manifest }) };
}
