/**
 * What the SARIF 2.1.0 standard (OASIS, 27 March 2020) demands of the objects that the report writes, as JSON Schema: §3.13 sarifLog, §3.14 run, §3.18 tool,
 * §3.19 toolComponent, §3.20 invocation, §3.27 result, §3.28 location, §3.29 physicalLocation, §3.30 region, §3.49 reportingDescriptor, §3.55 fix,
 * §3.56 artifactChange, §3.57 replacement, §3.58 notification. Objects are closed, so that a misspelt property is found; properties that the report
 * does not write are left out.
 */
const object = (properties: object, required: readonly string[] = []): object => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const list = (items: object, more: object = {}): object => ({ type: 'array', items, ...more });
const string = { type: 'string' };
const atLeast = (minimum: number): object => ({ type: 'integer', minimum });
const level = { enum: ['none', 'note', 'warning', 'error'] };

const message = object({ text: string }, ['text']);
const artifactLocation = object({ uri: { type: 'string', format: 'uri-reference' } });
const region = object({ startLine: atLeast(1), startColumn: atLeast(1), endLine: atLeast(1), endColumn: atLeast(1) });
const physicalLocation = object({ artifactLocation, region }, ['artifactLocation']);
const location = object({ id: atLeast(-1), physicalLocation, message });
const replacement = object({ deletedRegion: region, insertedContent: object({ text: string }) }, ['deletedRegion']);
const fix = object(
  {
    description: message,
    artifactChanges: list(
      object({ artifactLocation, replacements: list(replacement, { minItems: 1 }) }, [
        'artifactLocation',
        'replacements',
      ]),
      { minItems: 1, uniqueItems: true },
    ),
  },
  ['artifactChanges'],
);
const result = object(
  {
    ruleId: string,
    ruleIndex: atLeast(-1),
    level,
    message,
    locations: list(location),
    relatedLocations: list(location, { uniqueItems: true }),
    fixes: list(fix, { uniqueItems: true }),
    partialFingerprints: { type: 'object', additionalProperties: string },
  },
  ['message'],
);
const notification = object(
  { level, descriptor: object({ id: string }), message, locations: list(location, { uniqueItems: true }) },
  ['message'],
);
const rule = object({ id: string, shortDescription: message, defaultConfiguration: object({ level }) }, ['id']);

export const sarifSchema = object(
  {
    $schema: { type: 'string', format: 'uri' },
    version: { const: '2.1.0' },
    runs: list(
      object(
        {
          tool: object(
            { driver: object({ name: string, version: string, rules: list(rule, { uniqueItems: true }) }, ['name']) },
            ['driver'],
          ),
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: list(result),
          invocations: list(
            object({ executionSuccessful: { type: 'boolean' }, toolExecutionNotifications: list(notification) }, [
              'executionSuccessful',
            ]),
          ),
        },
        ['tool'],
      ),
    ),
  },
  ['version', 'runs'],
);
