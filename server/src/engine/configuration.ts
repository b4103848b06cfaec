/**
 * `jianggao.json`: what it may say, what is wrong in it and where, and what it means for one draft.
 * Layers, later ones over earlier ones: the defaults, each file of `extends` with its overrides, the file itself, its overrides.
 */
import { builtInProfiles } from '../document/profiles.ts';
import type { Span } from '../text/span.ts';
import { Catalogue, nearest } from './catalogue.ts';
import type { RuleSetting } from './check.ts';
import { ledgerMembers } from './ledger-lines.ts';
import {
  faultOf,
  type OptionShape,
  type OptionValues,
  optionValues,
  ownOptions,
  type Member as RecordMember,
  type ValueOf,
  type ValueType,
} from './options.ts';
import type { Level } from './problem.ts';
import type { Rule } from './rule.ts';
import { formulationMembers, termMembers } from './terms.ts';
import { ownWord } from './words.ts';

/** A JSON value with its place (UTF-16 offsets). The tree of `jsonc-parser` fits as it is; a property has its key and its value as children. */
export interface JsonNode {
  readonly type: 'object' | 'array' | 'property' | 'string' | 'number' | 'boolean' | 'null';
  readonly value?: unknown;
  readonly offset: number;
  readonly length: number;
  readonly children?: readonly JsonNode[];
}

export interface LoadedConfiguration {
  /** Absolute; the same file always has the same path. */
  readonly path: string;
  /** Absent when the file is empty or broken. */
  readonly root?: JsonNode;
  /** Faults of syntax, in Chinese. */
  readonly problems: readonly (Span & { readonly message: string })[];
}

/** What the engine cannot do itself. */
export interface ConfigurationPort {
  /** Reads and parses the file that `reference` names, as seen from the file `from`. A string says in Chinese why it cannot be read. */
  load(reference: string, from?: string): LoadedConfiguration | string;
  /** Compiles a glob. The paths it is asked about are relative to the folder of the nearest `jianggao.json`, with `/` between their parts. */
  glob(pattern: string): (path: string) => boolean;
}

/** A fault in a configuration. Any of them means that the configuration cannot be trusted. */
export interface ConfigurationProblem extends Span {
  readonly path: string;
  /** Chinese, whole sentences. */
  readonly message: string;
}

/** A key of the configuration: a value, or a section of options. Sections have defaults; what a value defaults to, its reader decides. */
export type Key =
  /** `joined`: what later layers say is added to what earlier ones say. `files`: names of files that hold the value may stand in its place. */
  | (ValueType & { readonly description: string; readonly joined?: true; readonly files?: true })
  | { readonly type: 'section'; readonly members: OptionShape; readonly description: string };

/** What may be set for all drafts and, by globs, for some. A key is declared here and nowhere else. */
export const keys = {
  stage: {
    type: 'choice',
    choices: ['draft', 'final'],
    description: '阶段：draft 起草，final 定稿。不写时，编辑器按起草查，命令按定稿查。',
  },
  speech: {
    type: 'section',
    description: '讲话的时长。',
    members: {
      rate: { type: 'integer', default: 200, minimum: 50, maximum: 600, description: '语速：每分钟讲多少字。' },
      minutes: {
        type: 'integer',
        default: 0,
        minimum: 0,
        maximum: 600,
        description: '限定的时长，多少分钟；0 是不限。',
      },
    },
  },
  profile: {
    type: 'string',
    description:
      '讲稿的结构，如 "three-part"（三段式讲话）、"work-report"（工作报告）、"address"（致辞）、"statement"（表态发言）、"host"（主持词）、"party-lecture"（党课），或 profiles 里自定的。不写时从标题和小标题认。',
  },
  profiles: {
    type: 'records',
    description: '自定的结构：有哪些部分、怎样认出来。与内置的同名时，以这里为准。',
    members: {
      id: { type: 'string', required: true, description: '名称，供 profile 引用。' },
      name: { type: 'string', required: true, description: '中文名，如“调度会讲话”。' },
      titles: { type: 'strings', description: '标题中有这些词，就是这种结构。' },
      recognised: {
        type: 'integer',
        minimum: 0,
        maximum: 20,
        description: '标题看不出时，认出几个部分才算这种结构；0 是只看标题。',
      },
      parts: {
        type: 'records',
        required: true,
        description: '各个部分，按先后顺序。',
        members: {
          role: { type: 'string', required: true, description: '英文简称，如 situation。' },
          name: { type: 'string', required: true, description: '中文名，如“认清形势”。' },
          place: {
            type: 'choice',
            choices: ['salutation', 'opening', 'section', 'closing'],
            required: true,
            description: '位置：称谓、开场、大的部分、结尾。',
          },
          required: { type: 'boolean', description: '是否必须有；不写是必须。' },
          headings: { type: 'strings', description: '小标题里有这些词，就是这个部分。' },
          cues: { type: 'strings', description: '正文里的提示词。' },
          skeleton: { type: 'string', description: '缺了这个部分时，插入的标题或文字；XX 是待填。' },
        },
      },
    },
  },
  words: {
    type: 'strings',
    joined: true,
    each: { pattern: ownWord, fault: '这里应为两个以上的汉字，中间没有空格和标点。' },
    description: '单位自己的词，供分词用：人名、地名、机构名。各层配置的合在一起。',
  },
  terms: {
    type: 'records',
    joined: true,
    description: '单位的用词：避免什么，改用什么。各层配置的合在一起，同一个词以后面的为准。',
    members: termMembers,
  },
  formulations: {
    type: 'records',
    joined: true,
    description: '单位的固定表述：列出各项时不能缺、不能换、不能颠倒。各层配置的合在一起。',
    members: formulationMembers,
  },
  ledger: {
    type: 'records',
    joined: true,
    files: true,
    description:
      '数据台账：核定过的数据，讲稿里的数与它不符就报。写 .csv、.tsv、.xlsx、.yaml 文件的名称，路径相对于本文件；也可以直接列在这里。各层配置的合在一起。',
    members: ledgerMembers,
  },
} as const satisfies Readonly<Record<string, Key>>;

type Values = {
  readonly [K in keyof typeof keys]: (typeof keys)[K] extends { readonly members: infer M extends OptionShape }
    ? OptionValues<M>
    : (typeof keys)[K] extends ValueType
      ? ValueOf<(typeof keys)[K]> | ((typeof keys)[K] extends { readonly joined: true } ? never : undefined)
      : never;
};

/** What holds for one draft. */
export interface Settings extends Values {
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

export interface Configuration {
  /** Every file that was read, in the order of their layers. */
  readonly files: readonly string[];
  readonly problems: readonly ConfigurationProblem[];
  /** `path` as globs want it; without one, overrides do not apply. Drafts for which the same holds get the same object. */
  settings(path?: string): Settings;
}

/** Descriptions of what a file may say beside `keys`. */
export const fileKeys = {
  $schema: '这份配置的 JSON Schema，供编辑器提示用。',
  extends: '先读哪些配置（如单位共用的一份），路径相对于本文件；可以是一个，也可以是列表，后面的盖过前面的。',
  rules: '各条规则的级别和选项，按规则名或规则组名设置；规则名的设置盖过规则组的。',
  overrides: '对部分文稿另作规定，按顺序，后面的盖过前面的。',
} as const;
export const overrideKeys = {
  files: '管哪些文稿：一个或几个通配式，相对于本文件所在的文件夹，如 "送审/**"。不含 / 的，各级文件夹都算。',
  rules: fileKeys.rules,
} as const;

export const levels: readonly Level[] = ['off', 'info', 'warning', 'error'];

/** Settings of rules, as one layer says them. */
type RuleSettings = Readonly<Record<string, RuleSetting>>;

interface Layer {
  /** Absent: for all drafts. */
  readonly matches?: (path: string) => boolean;
  readonly rules: RuleSettings;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Reads the configuration `entry` and all it extends; undefined is the absence of one. */
export function resolveConfiguration(
  entry: string | undefined,
  rules: readonly Rule[],
  port: ConfigurationPort,
): Configuration {
  const catalogue = new Catalogue(rules);
  const reader = new Reader(catalogue, port);
  if (entry !== undefined) reader.readEntry(entry);
  const { layers, files, problems } = reader;
  const known = new Map<string, Settings>();
  return {
    files: [...files],
    problems,
    settings(path) {
      const holding = layers.filter(({ matches }) => matches === undefined || (path !== undefined && matches(path)));
      const key = holding.map((layer) => layers.indexOf(layer)).join();
      let settings = known.get(key);
      if (settings === undefined) known.set(key, (settings = settle(holding, catalogue)));
      return settings;
    },
  };
}

/** What holds where nothing is configured. */
export const defaultSettings: Settings = settle([]);

function settle(layers: readonly Layer[], catalogue?: Catalogue): Settings {
  let rules: RuleSettings = {};
  const values: Record<string, unknown> = {};
  for (const layer of layers) {
    rules = mergeRules(rules, layer.rules);
    for (const [name, value] of Object.entries(layer.values))
      values[name] = isSection(name)
        ? { ...(values[name] as object | undefined), ...(value as object) }
        : isJoined(name)
          ? [...((values[name] as readonly unknown[] | undefined) ?? []), ...(value as readonly unknown[])]
          : value;
  }
  for (const [name, key] of Object.entries<Key>(keys))
    if (isJoined(name)) values[name] ??= [];
    else if (key.type === 'section')
      values[name] = optionValues(key.members, values[name] as Readonly<Record<string, unknown>> | undefined);
  for (const { id, options } of catalogue?.entries ?? [])
    for (const [name, option] of Object.entries(options))
      if (option.type === 'records' && (values[option.key] as readonly unknown[]).length > 0)
        rules = mergeRules(rules, { [id]: { options: { [name]: values[option.key] } } });
  return { ...(values as unknown as Values), rules };
}

const isSection = (name: string): boolean => (keys as Readonly<Record<string, Key>>)[name]?.type === 'section';

function isJoined(name: string): boolean {
  const key: Key | undefined = (keys as Readonly<Record<string, Key>>)[name];
  return key !== undefined && 'joined' in key && key.joined === true;
}

/** `over` beats `base`, level by level and option by option. */
export function mergeRules(base: RuleSettings, over: RuleSettings): RuleSettings {
  const merged: Record<string, RuleSetting> = { ...base };
  for (const [id, setting] of Object.entries(over)) {
    const below = merged[id];
    const options = setting.options ?? below?.options;
    merged[id] = {
      ...below,
      ...setting,
      ...(options !== undefined && { options: { ...below?.options, ...setting.options } }),
    };
  }
  return merged;
}

/** What an id or a group at a level means, rule by rule; undefined when there is no such name. */
export function levelSettings(catalogue: Catalogue, name: string, level: Level): RuleSettings | undefined {
  const ids = catalogue.idsOf(name);
  return ids && Object.fromEntries(ids.map((id) => [id, { level }]));
}

interface Member {
  readonly name: string;
  readonly key: JsonNode;
  readonly value: JsonNode;
}

const mostExtended = 200;

class Reader {
  readonly layers: Layer[] = [];
  readonly files = new Set<string>();
  readonly problems: ConfigurationProblem[] = [];
  readonly #catalogue: Catalogue;
  readonly #port: ConfigurationPort;
  /** Files being read, outermost first: one that is met again extends itself. */
  readonly #open: string[] = [];
  #extended = 0;

  constructor(catalogue: Catalogue, port: ConfigurationPort) {
    this.#catalogue = catalogue;
    this.#port = port;
  }

  readEntry(entry: string): void {
    const loaded = this.#port.load(entry);
    if (typeof loaded === 'string') {
      this.files.add(entry);
      this.problems.push({ path: entry, start: 0, end: 0, message: `读不了配置：${loaded}。` });
    } else this.#readFile(loaded);
  }

  #report(node: JsonNode, message: string): void {
    this.problems.push({ path: this.#open.at(-1)!, start: node.offset, end: node.offset + node.length, message });
  }

  #readFile({ path, root, problems }: LoadedConfiguration): void {
    this.files.add(path);
    for (const problem of problems) this.problems.push({ path, ...problem });
    if (root === undefined || problems.length > 0) return;
    this.#open.push(path);
    const members = this.#members(root, [...Object.keys(fileKeys), ...Object.keys(keys)]);
    const find = (name: string): JsonNode | undefined => members.find((member) => member.name === name)?.value;
    const extended = find('extends');
    if (extended !== undefined) for (const reference of this.#strings(extended)) this.#extend(reference);
    this.layers.push(this.#layer(members));
    const profile = find('profile');
    if (profile?.type === 'string' && !this.#profiles().includes(String(profile.value)))
      this.#report(profile, `没有名为“${String(profile.value)}”的结构，可用的有 ${this.#profiles().join('、')}。`);
    const overrides = find('overrides');
    if (overrides?.type === 'array') for (const node of overrides.children ?? []) this.#override(node);
    else if (overrides !== undefined)
      this.#report(overrides, '“overrides”应为列表，如 [{ "files": "送审/**", "rules": { … } }]。');
    const schema = find('$schema');
    if (schema !== undefined && schema.type !== 'string') this.#report(schema, '“$schema”应为字符串。');
    this.#open.pop();
  }

  /** Ids of the profiles that are known so far. */
  #profiles(): readonly string[] {
    const own = this.layers.flatMap(({ values }) => (values['profiles'] as Settings['profiles']) ?? []);
    return [...builtInProfiles, ...own].map(({ id }) => id);
  }

  #extend(reference: JsonNode): void {
    const name = String(reference.value);
    // Files that extend one another twice each would double with every level.
    if (++this.#extended > mostExtended) {
      if (this.#extended === mostExtended + 1)
        this.#report(reference, `“extends”一共引用了超过 ${mostExtended} 次。请减少层次或重复的引用。`);
      return;
    }
    const loaded = this.#port.load(name, this.#open.at(-1));
    if (typeof loaded === 'string')
      this.#report(reference, `读不了“${name}”：${loaded}。请核对“extends”里的路径，它相对于本文件。`);
    else if (this.#open.includes(loaded.path)) {
      const circle = [...this.#open.slice(this.#open.indexOf(loaded.path)), loaded.path];
      this.#report(reference, `“extends”绕成了圈：${circle.join(' → ')}。请去掉其中一处。`);
    } else this.#readFile(loaded);
  }

  #override(node: JsonNode): void {
    const members = this.#members(node, [...Object.keys(overrideKeys), ...Object.keys(keys)]);
    if (node.type !== 'object') return;
    const files = members.find(({ name }) => name === 'files');
    if (files === undefined) {
      this.#report(node, '这一项缺“files”，不知道管哪些文稿。请写明，如 "files": "送审/**"。');
      return;
    }
    const globs = this.#strings(files.value).map(({ value }) => this.#port.glob(String(value)));
    this.layers.push({ ...this.#layer(members), matches: (path) => globs.some((matches) => matches(path)) });
  }

  #layer(members: readonly Member[]): Layer {
    const values: Record<string, unknown> = {};
    let rules: RuleSettings = {};
    for (const { name, value } of members) {
      const key = (keys as Readonly<Record<string, Key>>)[name];
      if (name === 'rules') rules = this.#rules(value);
      else if (key?.type === 'section')
        values[name] = this.#options(this.#members(value, Object.keys(key.members)), key.members);
      else if (key?.type === 'records')
        values[name] =
          (key.files === true && this.#recordsInFiles(name, key.members, value)) || this.#records(key.members, value);
      else if (key !== undefined && this.#accepts(key, value)) values[name] = plain(value);
    }
    return { rules, values };
  }

  #rules(node: JsonNode): RuleSettings {
    let byGroup: RuleSettings = {};
    let byId: RuleSettings = {};
    for (const { name, key, value } of this.#members(node)) {
      const ids = this.#catalogue.idsOf(name);
      if (ids === undefined) {
        this.#report(key, `${this.#catalogue.unknown(name)}可用的名称见 jianggao rules。`);
        continue;
      }
      const entry = this.#catalogue.get(name);
      const setting =
        value.type === 'object'
          ? this.#setting(value, ownOptions(entry?.options ?? {}))
          : { level: this.#level(value) };
      const said = Object.fromEntries(ids.map((id) => [id, withoutUndefined(setting)]));
      if (entry === undefined) byGroup = mergeRules(byGroup, said);
      else byId = mergeRules(byId, said);
    }
    return mergeRules(byGroup, byId);
  }

  /** `{ "level": …, option: … }`; a group has no options. */
  #setting(node: JsonNode, shape: OptionShape): { level?: Level | undefined; options?: Record<string, unknown> } {
    const members = this.#members(node, ['level', ...Object.keys(shape)]);
    const level = members.find(({ name }) => name === 'level');
    const options = this.#options(members, shape);
    return { ...(level && { level: this.#level(level.value) }), ...(Object.keys(options).length > 0 && { options }) };
  }

  #level(node: JsonNode): Level | undefined {
    const level = levels.find((each) => each === node.value);
    if (level === undefined)
      this.#report(
        node,
        `级别应为 ${levels.map((each) => `"${each}"`).join('、')} 之一；要设选项，写 { "level": "warning", … }。`,
      );
    return level;
  }

  #options(members: readonly Member[], shape: OptionShape): Record<string, unknown> {
    const options: Record<string, unknown> = {};
    for (const { name, value } of members) {
      const option = shape[name];
      if (option !== undefined && this.#accepts(option, value)) options[name] = plain(value);
    }
    return options;
  }

  /** A list of objects; each fault is reported at its place, and what has one is left out. */
  #records(shape: Readonly<Record<string, RecordMember>>, node: JsonNode): readonly unknown[] {
    if (!this.#accepts({ type: 'records', members: shape }, node)) return [];
    return (node.children ?? []).flatMap((child) => {
      const members = this.#members(child, Object.keys(shape));
      if (child.type !== 'object') return [];
      const record: Record<string, unknown> = {};
      let whole = true;
      for (const { name, value } of members) {
        const type = shape[name]!;
        if (type.type === 'records') record[name] = this.#records(type.members, value);
        else if (this.#accepts(type, value)) record[name] = plain(value);
        else whole = false;
      }
      for (const [name, type] of Object.entries(shape))
        if (type.required === true && !members.some((member) => member.name === name)) {
          this.#report(child, `这一项缺“${name}”：${type.description}`);
          whole = false;
        }
      return whole ? [record] : [];
    });
  }

  /** Records in the files that stand in their place; undefined when none do. What is wrong in a file leaves out that file. */
  #recordsInFiles(
    name: string,
    shape: Readonly<Record<string, RecordMember>>,
    node: JsonNode,
  ): readonly unknown[] | undefined {
    const references = node.type === 'array' ? (node.children ?? []) : [node];
    if (references.length === 0 || references.some(({ type }) => type !== 'string')) return undefined;
    return references.flatMap((reference) => {
      const file = String(reference.value);
      if (++this.#extended > mostExtended) {
        if (this.#extended === mostExtended + 1) this.#report(reference, `一共引用了超过 ${mostExtended} 个文件。`);
        return [];
      }
      const loaded = this.#port.load(file, this.#open.at(-1));
      if (typeof loaded === 'string') {
        this.#report(reference, `读不了“${file}”：${loaded}。请核对“${name}”里的路径，它相对于本文件。`);
        return [];
      }
      const { path, root, problems } = loaded;
      this.files.add(path);
      for (const problem of problems) this.problems.push({ path, ...problem });
      if (root === undefined || problems.length > 0) return [];
      this.#open.push(path);
      const list = this.#members(root, [...Object.keys(fileKeys), ...Object.keys(keys)]).find(
        (member) => member.name === name,
      );
      const records = list === undefined ? [] : this.#records(shape, list.value);
      this.#open.pop();
      return records;
    });
  }

  #accepts(type: ValueType, node: JsonNode): boolean {
    const fault = faultOf(type, plain(node));
    if (fault === undefined) return true;
    this.#report((fault.item === undefined ? undefined : node.children?.[fault.item]) ?? node, fault.message);
    return false;
  }

  /** Members of an object. Reports what is no object, keys that stand twice and, when `known` is given, keys that are not in it. */
  #members(node: JsonNode, known?: readonly string[]): Member[] {
    if (node.type !== 'object') {
      this.#report(node, '这里应为 { … }。');
      return [];
    }
    const members = new Map<string, Member>();
    for (const { children } of node.children ?? []) {
      const [key, value] = children ?? [];
      if (key === undefined || value === undefined) continue;
      const name = String(key.value);
      if (members.has(name)) this.#report(key, `“${name}”写了两次，只能留一个。`);
      else if (known?.includes(name) === false) {
        const meant = nearest(name, known);
        const could = known.length === 0 ? '这里不能有设置' : `可用的有 ${known.join('、')}`;
        this.#report(key, `不认识“${name}”${meant === undefined ? `，${could}` : `，是不是“${meant}”`}。`);
      } else members.set(name, { name, key, value });
    }
    return [...members.values()];
  }

  /** A string or a list of strings. */
  #strings(node: JsonNode): readonly JsonNode[] {
    if (node.type === 'string') return [node];
    const items = node.type === 'array' ? (node.children ?? []) : [node];
    for (const item of items) if (item.type !== 'string') this.#report(item, '这里应为字符串，或字符串的列表。');
    return items.filter(({ type }) => type === 'string');
  }
}

const withoutUndefined = ({
  level,
  options,
}: {
  level?: Level | undefined;
  options?: Record<string, unknown>;
}): RuleSetting => ({
  ...(level !== undefined && { level }),
  ...(options !== undefined && { options }),
});

/** The value of a scalar or a list; an object stays unknown, since no option takes one. */
function plain(node: JsonNode): unknown {
  if (node.type === 'array') return (node.children ?? []).map(({ value }) => value);
  return node.type === 'object' ? {} : node.value;
}
