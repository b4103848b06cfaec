/** Arguments → what is asked for. Every fault is a message in Chinese. */
import { parseArgs } from 'node:util';
import { nearest } from '../engine/catalogue.ts';

export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
/** By its name: what is loaded when needed has a class of its own. */
export const isUsageError = (error: unknown): error is UsageError =>
  error instanceof Error && error.name === 'UsageError';

interface OptionSpec {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  readonly multiple?: boolean;
  /** What stands after it, for messages. A switch that has one may take it after a = (--baseline=FILE). */
  readonly value?: string;
}

const common = { help: { type: 'boolean', short: 'h' } } as const;
const configuration = {
  config: { type: 'string', value: '配置文件' },
  'no-config': { type: 'boolean' },
} as const;
const stdin = { 'stdin-filename': { type: 'string', value: '文件名' } } as const;
const format = { format: { type: 'string', short: 'f', value: '格式' } } as const;
const folder = { folder: { type: 'string', multiple: true, value: '文件夹' } } as const;

export const commands = {
  check: {
    ...format,
    draft: { type: 'boolean' },
    fix: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    quiet: { type: 'boolean', short: 'q' },
    'max-warnings': { type: 'string', value: '个数' },
    rule: { type: 'string', multiple: true, value: '规则=级别' },
    baseline: { type: 'boolean', value: '文件' },
    ...configuration,
    ...stdin,
    ...common,
  },
  accept: {
    reason: { type: 'string', short: 'r', value: '理由' },
    dismiss: { type: 'boolean' },
    all: { type: 'boolean' },
    baseline: { type: 'string', value: '文件' },
    config: { type: 'string', value: '配置文件' },
    'no-config': { type: 'boolean' },
    ...common,
  },
  outline: { ...format, minutes: { type: 'string', value: '分钟数' }, ...configuration, ...stdin, ...common },
  blanks: { ...format, ...configuration, ...stdin, ...common },
  figures: {
    ...format,
    only: { type: 'string', multiple: true, value: '结论' },
    across: { type: 'boolean' },
    out: { type: 'string', short: 'o', value: '文件名' },
    ...configuration,
    ...stdin,
    ...common,
  },
  rules: { ...format, ...common },
  templates: { ...format, ...folder, ...configuration, ...common },
  new: {
    set: { type: 'string', multiple: true, value: '名称=内容' },
    out: { type: 'string', short: 'o', value: '文件名' },
    ...folder,
    ...common,
  },
  init: { ...common },
} as const satisfies Readonly<Record<string, Readonly<Record<string, OptionSpec>>>>;

export type Command = keyof typeof commands;
export const commandNames = Object.keys(commands) as readonly Command[];
export const isCommand = (name: string): name is Command => Object.hasOwn(commands, name);

export const formats = {
  check: ['text', 'json', 'sarif', 'github'],
  outline: ['text', 'json', 'md', 'html'],
  figures: ['text', 'json', 'csv', 'xlsx', 'md'],
  other: ['text', 'json'],
} as const;
export type Format = (typeof formats)[keyof typeof formats][number];

export interface Arguments {
  readonly operands: readonly string[];
  has(option: string): boolean;
  get(option: string): string | undefined;
  all(option: string): readonly string[];
}

/** Parses what follows the command's name. */
export function parse(command: Command, args: readonly string[]): Arguments {
  // The usual case, files alone: Node would load its parser of options for nothing.
  if (args.every((arg) => !arg.startsWith('-') || arg === '-')) return argumentsOf([...args], new Map());
  const specs: Readonly<Record<string, OptionSpec>> = commands[command];
  const options: Record<string, { type: 'boolean' | 'string'; short?: string; multiple: true }> = {};
  for (const [name, { type, short }] of Object.entries(specs))
    options[name] = { type, multiple: true, ...(short !== undefined && { short }) };
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const operands: string[] = [];
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const spec = specs[token.name];
    const shown = token.rawName;
    if (spec === undefined) throw new UsageError(unknownOption(command, shown, Object.keys(specs)));
    if (spec.type === 'boolean' && spec.value === undefined && token.value !== undefined)
      throw new UsageError(`选项 ${shown} 后面不带值。`);
    if (spec.type === 'string') {
      const { value } = token;
      if (
        value === undefined ||
        value === '' ||
        (token.inlineValue === false && value.length > 1 && value.startsWith('-'))
      )
        throw new UsageError(`选项 ${shown} 后面要写${spec.value ?? '值'}。`);
    }
    const before = given.get(token.name);
    if (before === undefined) given.set(token.name, [token.value ?? '']);
    else if (spec.multiple === true) before.push(token.value ?? '');
    else if (spec.type === 'string') throw new UsageError(`选项 ${shown} 只能写一次。`);
  }
  return argumentsOf(operands, given);
}

function argumentsOf(operands: readonly string[], given: ReadonlyMap<string, readonly string[]>): Arguments {
  return {
    operands,
    has: (option) => given.has(option),
    get: (option) => given.get(option)?.[0],
    all: (option) => given.get(option) ?? [],
  };
}

function unknownOption(command: Command, shown: string, known: readonly string[]): string {
  const meant = shown.startsWith('--') ? nearest(shown.slice(2), known) : undefined;
  return `没有 ${shown} 这个选项${meant === undefined ? '' : `，是不是 --${meant}`}。可用的选项见 jianggao ${command} --help。`;
}

/** The command that the first argument names. */
export function commandOf(name: string): Command {
  if (isCommand(name)) return name;
  const meant = nearest(name, commandNames);
  if (meant !== undefined) throw new UsageError(`没有“${name}”这个命令，是不是 ${meant}？全部命令见 jianggao --help。`);
  throw new UsageError(
    name.startsWith('-')
      ? `先写命令，再写选项，如：jianggao check ${name} 讲稿.md。全部命令见 jianggao --help。`
      : `没有“${name}”这个命令。要核查文件，请写 jianggao check ${name}；全部命令见 jianggao --help。`,
  );
}

export function formatOf(args: Arguments, known: readonly string[]): string {
  const given = args.get('format') ?? 'text';
  if (!known.includes(given)) throw new UsageError(`没有“${given}”这种格式，可用的有 ${known.join('、')}。`);
  return given;
}
