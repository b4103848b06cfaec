/** The JSON Schema (draft 7, with what VS Code adds to it) of `jianggao.json`, from the same declarations that validate it. */
import { Catalogue, type CatalogueEntry } from '../engine/catalogue.ts';
import { fileKeys, keys, levels, overrideKeys } from '../engine/configuration.ts';
import { type JsonSchema, type OptionShape, ownOptions, schemaOf } from '../engine/options.ts';
import type { Level } from '../engine/problem.ts';
import type { Rule } from '../engine/rule.ts';
import { levelNames } from './rule-page.ts';

const optionSchemas = (shape: OptionShape): Record<string, JsonSchema> =>
  Object.fromEntries(Object.entries(ownOptions(shape)).map(([name, option]) => [name, schemaOf(option)]));

const object = (properties: Readonly<Record<string, JsonSchema>>, more: JsonSchema = {}): JsonSchema => ({
  type: 'object',
  properties,
  additionalProperties: false,
  ...more,
});

const strings = (description: string): JsonSchema => ({
  anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
  description,
});

const level: JsonSchema = { $ref: '#/definitions/level' };
const levelDescriptions: Readonly<Record<Level, string>> = {
  off: '不查',
  info: '提示：供参考',
  warning: '警告：应当核对',
  error: '错误：不改不能定稿，命令以 1 退出',
};

/** `"level"` or `{ "level": …, option: … }`. */
const setting = (description: string, shape: OptionShape = {}): JsonSchema => ({
  anyOf: [level, object({ level, ...optionSchemas(shape) })],
  description,
});

const ruleSetting = ({ summary, level: { draft, final }, options }: CatalogueEntry): JsonSchema =>
  setting(`${summary}。默认：起草时${levelNames[draft]}，定稿时${levelNames[final]}。`, options);

export function configurationSchema(rules: readonly Rule[], groups: Readonly<Record<string, string>>): JsonSchema {
  const common: Record<string, JsonSchema> = { rules: { $ref: '#/definitions/rules' } };
  for (const [name, key] of Object.entries(keys))
    common[name] =
      key.type === 'section'
        ? object(optionSchemas(key.members), { description: key.description })
        : 'files' in key
          ? { anyOf: [...(strings('')['anyOf'] as JsonSchema[]), schemaOf(key)], description: key.description }
          : schemaOf(key);
  const catalogue = new Catalogue(rules);
  const settings = catalogue.names.map((name) => {
    const entry = catalogue.get(name);
    return [
      name,
      entry === undefined ? setting(`${groups[name] ?? name}：一组的全部规则。`) : ruleSetting(entry),
    ] as const;
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '讲稿（jianggao）的配置',
    allowComments: true,
    allowTrailingCommas: true,
    ...object({
      $schema: { type: 'string', description: fileKeys.$schema },
      extends: strings(fileKeys.extends),
      ...common,
      overrides: {
        type: 'array',
        description: fileKeys.overrides,
        items: object({ files: strings(overrideKeys.files), ...common }, { required: ['files'] }),
      },
    }),
    definitions: {
      level: { enum: levels, enumDescriptions: levels.map((each) => levelDescriptions[each]), description: '级别。' },
      rules: object(Object.fromEntries(settings), { description: fileKeys.rules }),
    },
  };
}
