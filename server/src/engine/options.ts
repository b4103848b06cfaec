/** Options of rules, declared once: type, default, validation, schema and documentation derive from the declaration. */

export type Option =
  | { readonly type: 'boolean'; readonly default: boolean; readonly description: string }
  | {
      readonly type: 'integer';
      readonly default: number;
      readonly minimum?: number;
      readonly maximum?: number;
      readonly description: string;
    }
  | { readonly type: 'strings'; readonly default: readonly string[]; readonly description: string }
  | {
      readonly type: 'choice';
      readonly default: string;
      readonly choices: readonly string[];
      readonly description: string;
    }
  /** What a configuration says by the key of that name (`terms`), for all rules that read it; nowhere else. */
  | {
      readonly type: 'records';
      readonly key: string;
      readonly members: Readonly<Record<string, Member>>;
      readonly default: readonly never[];
      readonly description: string;
    };

export type OptionShape = Readonly<Record<string, Option>>;

export type ValueOf<O extends ValueType> = O extends { type: 'boolean' }
  ? boolean
  : O extends { type: 'integer' }
    ? number
    : O extends { type: 'strings' }
      ? readonly string[]
      : O extends { type: 'choice'; choices: readonly (infer C)[] }
        ? C
        : O extends { type: 'string' | 'date' }
          ? string
          : O extends { type: 'records'; members: infer M extends Readonly<Record<string, Member>> }
            ? readonly RecordOf<M>[]
            : never;

/** An object in a list of records: what is required is there, the rest may be absent. */
export type RecordOf<M extends Readonly<Record<string, Member>>> = {
  readonly [K in keyof M as M[K] extends { required: true } ? K : never]: ValueOf<M[K]>;
} & { readonly [K in keyof M as M[K] extends { required: true } ? never : K]?: ValueOf<M[K]> };

/** A member of a record. */
export type Member = ValueType & { readonly description: string; readonly required?: boolean };

export type OptionValues<Shape extends OptionShape> = { readonly [K in keyof Shape]: ValueOf<Shape[K]> };

/** The part of a declaration that values are held against; an option is one with a default. */
export type ValueType =
  | { readonly type: 'boolean' }
  | { readonly type: 'integer'; readonly minimum?: number; readonly maximum?: number }
  /** `each`: what every string must match, and how to say so. */
  | { readonly type: 'strings'; readonly each?: { readonly pattern: string; readonly fault: string } }
  | { readonly type: 'choice'; readonly choices: readonly string[] }
  | { readonly type: 'string' }
  /** 2026-07-01. */
  | { readonly type: 'date' }
  /** A list of objects; only a configuration's own keys may be of it. */
  | { readonly type: 'records'; readonly members: Readonly<Record<string, Member>> };

/** What is wrong with a value, in Chinese; `item` is the place in a list. */
export interface OptionFault {
  readonly message: string;
  readonly item?: number;
}

const date = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Undefined when the option takes the value. */
export function faultOf(option: ValueType, value: unknown): OptionFault | undefined {
  switch (option.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : { message: '这里应为 true 或 false。' };
    case 'integer': {
      if (typeof value !== 'number' || !Number.isInteger(value)) return { message: '这里应为整数。' };
      if (option.minimum !== undefined && value < option.minimum) return { message: `不能小于 ${option.minimum}。` };
      if (option.maximum !== undefined && value > option.maximum) return { message: `不能大于 ${option.maximum}。` };
      return undefined;
    }
    case 'strings': {
      if (!Array.isArray(value)) return { message: '这里应为字符串的列表，如 ["甲", "乙"]。' };
      const item = value.findIndex((entry) => typeof entry !== 'string');
      if (item >= 0) return { message: '列表里只能是字符串。', item };
      if (option.each === undefined) return undefined;
      const { pattern, fault } = option.each;
      const odd = value.findIndex((entry) => !new RegExp(pattern).test(entry as string));
      return odd < 0 ? undefined : { message: fault, item: odd };
    }
    case 'string':
      return typeof value === 'string' ? undefined : { message: '这里应为字符串。' };
    case 'date':
      return typeof value === 'string' && date.test(value)
        ? undefined
        : { message: '这里应为日期，写成 "2026-07-01" 的样子。' };
    case 'records':
      return Array.isArray(value) ? undefined : { message: '这里应为列表，如 [{ … }]。' };
    case 'choice':
      return typeof value === 'string' && option.choices.includes(value)
        ? undefined
        : { message: `这里应为 ${option.choices.map((choice) => `"${choice}"`).join('、')} 之一。` };
  }
}

export type JsonSchema = { readonly [key: string]: unknown };

/** The option as JSON Schema (draft 7). */
export function schemaOf(option: ValueType & { readonly default?: unknown; readonly description: string }): JsonSchema {
  const common = {
    ...(option.default !== undefined && { default: option.default }),
    description: option.description,
  };
  switch (option.type) {
    case 'boolean':
      return { type: 'boolean', ...common };
    case 'integer':
      return {
        type: 'integer',
        ...(option.minimum !== undefined && { minimum: option.minimum }),
        ...(option.maximum !== undefined && { maximum: option.maximum }),
        ...common,
      };
    case 'strings':
      return {
        type: 'array',
        items: { type: 'string', ...('each' in option && option.each && { pattern: option.each.pattern }) },
        ...common,
      };
    case 'string':
      return { type: 'string', ...common };
    case 'date':
      return { type: 'string', pattern: date.source, ...common };
    case 'records': {
      const members = Object.entries(option.members);
      const required = members.filter(([, member]) => member.required === true).map(([name]) => name);
      return {
        type: 'array',
        items: {
          type: 'object',
          properties: Object.fromEntries(members.map(([name, member]) => [name, schemaOf(member)])),
          ...(required.length > 0 && { required }),
          additionalProperties: false,
        },
        ...common,
      };
    }
    case 'choice':
      return { enum: option.choices, ...common };
  }
}

/** The option's type for people, in Chinese. */
export function typeLabel(option: ValueType): string {
  switch (option.type) {
    case 'boolean':
      return 'true 或 false';
    case 'integer': {
      const { minimum, maximum } = option;
      if (minimum !== undefined && maximum !== undefined) return `${minimum} 到 ${maximum} 的整数`;
      if (minimum !== undefined) return `不小于 ${minimum} 的整数`;
      return maximum !== undefined ? `不大于 ${maximum} 的整数` : '整数';
    }
    case 'strings':
      return '字符串的列表';
    case 'string':
      return '字符串';
    case 'date':
      return '日期，如 "2026-07-01"';
    case 'records':
      return '列表，每项写在 { … } 里';
    case 'choice':
      return option.choices.map((choice) => `"${choice}"`).join('、');
  }
}

/** The options that are set with the rule, without those that a key of the configuration gives. */
export const ownOptions = (shape: OptionShape): OptionShape =>
  Object.fromEntries(Object.entries(shape).filter(([, option]) => option.type !== 'records'));

const defaultsOf = new WeakMap<OptionShape, Readonly<Record<string, unknown>>>();

/** The declared defaults, overridden by what is given. The values given must have passed `faultOf`. */
export function optionValues<Shape extends OptionShape>(
  shape: Shape,
  given?: Readonly<Record<string, unknown>>,
): OptionValues<Shape> {
  let defaults = defaultsOf.get(shape);
  if (defaults === undefined) {
    defaults = Object.freeze(Object.fromEntries(Object.entries(shape).map(([name, option]) => [name, option.default])));
    defaultsOf.set(shape, defaults);
  }
  return (given === undefined ? defaults : { ...defaults, ...given }) as OptionValues<Shape>;
}
