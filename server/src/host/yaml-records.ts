/** The records of a ledger in YAML, with the place of every value. Strings only: no tags, no anchors, nothing that could be made of them. */
import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import type { Span } from '../text/span.ts';

export interface YamlCell extends Span {
  readonly text: string;
}
export interface YamlRecord {
  readonly key: YamlCell;
  readonly value: YamlCell;
}
type Fault = Span & { readonly message: string };

export interface YamlRecords {
  readonly records: readonly (readonly YamlRecord[])[];
  readonly problems: readonly Fault[];
}

const reasons: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: '缩进要用空格，不能用制表符。',
  BAD_INDENT: '这一行的缩进与上下文对不上。',
  DUPLICATE_KEY: '这一项在同一条里写了两次。',
  MISSING_CHAR: '这里少了配对的引号或括号。',
  MULTIPLE_DOCS: '一个文件里只能有一份台账。',
  BAD_ALIAS: '台账里不能用锚点（&）和引用（*）。',
  TAG_RESOLVE_FAILED: '台账里不能用标签（!）。',
};
const unknown = '看不懂这一处：每条以“- ”开头，每行应为“名称: 值”，冒号用半角，后面空一格。';

export function readYaml(text: string): YamlRecords {
  // every scalar is a string, as it is written: 12.60 stays 12.60
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'silent' });
  const problems: Fault[] = [];
  let row: number | undefined;
  for (const { code, pos } of [...document.errors, ...document.warnings]) {
    const line = text.lastIndexOf('\n', pos[0] - 1);
    // what follows in a row that is not understood says nothing more
    if (line === row) continue;
    row = line;
    const tab = /^\s*\t/.test(text.slice(line + 1, pos[1]));
    const message = tab ? reasons.TAB_AS_INDENT! : (reasons[code] ?? unknown);
    const start = Math.max(0, Math.min(pos[0], text.length - 1));
    problems.push({ start, end: Math.max(pos[1], start + 1), message });
  }
  if (problems.length > 0) return { records: [], problems };
  const list = listOf(document.contents);
  if (list === null) return { records: [], problems };
  if (!isSeq<Node | null>(list)) return { records: [], problems: [fault(list, unknown)] };
  const records: YamlRecord[][] = [];
  for (const item of list.items) {
    if (item === null) continue;
    if (!isMap<Node, Node | null>(item)) problems.push(fault(item, isAlias(item) ? reasons.BAD_ALIAS! : unknown));
    else records.push(recordOf(item, problems));
  }
  return { records, problems };
}

/** The list itself, or what stands under its name. */
function listOf(root: Node | null): Node | null {
  if (!isMap<Node, Node | null>(root) || root.items.length !== 1) return root;
  const { key, value } = root.items[0]!;
  return isScalar(key) && /^(?:ledger|台账)$/i.test(String(key.value)) ? value : root;
}

function recordOf(map: YAMLMap<Node, Node | null>, problems: Fault[]): YamlRecord[] {
  const record: YamlRecord[] = [];
  if (map.anchor !== undefined) problems.push(fault(map, reasons.BAD_ALIAS!));
  for (const { key, value } of map.items) {
    if (!isScalar(key)) problems.push(fault(key, unknown));
    else if (value === null) record.push({ key: cellOf(key), value: { ...cellOf(key), text: '' } });
    else if (!isScalar(value)) problems.push(fault(value, isAlias(value) ? reasons.BAD_ALIAS! : unknown));
    else if (value.anchor !== undefined || key.anchor !== undefined) problems.push(fault(value, reasons.BAD_ALIAS!));
    else record.push({ key: cellOf(key), value: cellOf(value) });
  }
  return record;
}

function cellOf(scalar: Scalar): YamlCell {
  const [start, end] = scalar.range ?? [0, 0];
  return { start, end, text: String(scalar.value ?? '').trim() };
}

function fault(node: Node, message: string): Fault {
  const [start, end] = node.range ?? [0, 0];
  return { start, end, message };
}
