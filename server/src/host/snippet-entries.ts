/** What stands in a file of VS Code snippets, entry by entry, with its places. */
import type { JsonNode } from '../engine/configuration.ts';

export interface SnippetEntry {
  readonly name: string;
  /** Offset of the name in the file. */
  readonly start: number;
  /** Languages that it is for, separated by commas; undefined for all. */
  readonly scope: string | undefined;
  readonly prefixes: readonly string[];
  readonly description: string;
  /** Offset of the description in the file, where there is one. */
  readonly descriptionStart: number | undefined;
  /** Undefined when the body is no text. */
  readonly body: SnippetBody | undefined;
}

export interface SnippetBody {
  readonly text: string;
  /** The strings that it is written as: one for each of its lines, or one for all. */
  readonly parts: readonly JsonNode[];
}

/** The entries of a file; those that stand one level down, under a language, too. */
export function* snippetEntries(root: JsonNode): Generator<SnippetEntry> {
  for (const member of members(root)) {
    const inner = members(member.value);
    const known = inner.some(({ key }) => ['body', 'prefix', 'description', 'scope'].includes(key.value as string));
    if (member.value.type === 'object' && !known && inner.length > 0) yield* inner.map(toEntry);
    else yield toEntry(member);
  }
}

function toEntry({ key, value }: Member): SnippetEntry {
  const said = new Map(members(value).map((member) => [member.key.value as string, member.value]));
  const scope = said.get('scope')?.value;
  const parts = bodyParts(said.get('body'));
  return {
    name: key.value as string,
    start: key.offset,
    scope: typeof scope === 'string' && scope.trim() !== '' ? scope : undefined,
    prefixes: stringsOf(said.get('prefix')).filter((prefix) => prefix !== ''),
    description: stringsOf(said.get('description')).join('\n'),
    descriptionStart: said.get('description')?.offset,
    body: parts && { text: parts.map((part) => part.value as string).join('\n'), parts },
  };
}

interface Member {
  readonly key: JsonNode;
  readonly value: JsonNode;
}

export const members = (node: JsonNode): readonly Member[] =>
  node.type !== 'object'
    ? []
    : (node.children ?? []).flatMap(({ children }) => {
        const [key, value] = children ?? [];
        return key === undefined || value === undefined ? [] : [{ key, value }];
      });

const stringsOf = (node: JsonNode | undefined): readonly string[] =>
  node?.type === 'string'
    ? [node.value as string]
    : (node?.children ?? []).filter(({ type }) => type === 'string').map(({ value }) => value as string);

function bodyParts(node: JsonNode | undefined): readonly JsonNode[] | undefined {
  if (node?.type === 'string') return [node];
  const parts = node?.type === 'array' ? (node.children ?? []) : [];
  return parts.length > 0 && parts.every(({ type }) => type === 'string') ? parts : undefined;
}

/** The offset in the file of an offset in the body. */
export function sourceOffset(file: string, { parts }: SnippetBody, offset: number): number {
  let before = 0;
  for (const part of parts) {
    const { length } = part.value as string;
    if (offset > before + length && part !== parts.at(-1)) {
      before += length + 1;
      continue;
    }
    let at = part.offset + 1;
    const end = part.offset + part.length - 1;
    for (let rest = offset - before; rest > 0 && at < end; rest--)
      at += file[at] !== '\\' ? 1 : file[at + 1] === 'u' ? 6 : 2;
    return at;
  }
  return 0;
}
