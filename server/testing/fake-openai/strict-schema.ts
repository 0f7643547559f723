/**
 * What OpenAI refuses in a schema for strict structured output: an object that allows other properties or leaves one
 * optional, a root that is no object, an `$id` or keywords that it does not know.
 */
export function problemsOfStrictSchema(schema: unknown, path = '$'): readonly string[] {
  if (!isRecord(schema)) return [`${path} is no schema`];
  const unknown = Object.keys(schema).filter((key) => !KEYWORDS.has(key));
  const own = unknown.map((key) => `${path}: '${key}' is not permitted`);
  if (path === '$' && schema.type !== 'object') own.push('the root must be of type object');
  return [...own, ...objectProblems(schema, path), ...innerProblems(schema, path)];
}

const KEYWORDS: ReadonlySet<string> = new Set([
  ...['$schema', '$defs', '$ref', 'type', 'properties', 'required', 'additionalProperties', 'items', 'enum', 'const'],
  ...['anyOf', 'description', 'title', 'minimum', 'maximum', 'minItems', 'maxItems', 'pattern', 'format'],
  ...['definitions', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
]);

function objectProblems(schema: Record<string, unknown>, path: string): readonly string[] {
  if (schema.type !== 'object') return [];
  const names = Object.keys(isRecord(schema.properties) ? schema.properties : {});
  const required: readonly unknown[] = Array.isArray(schema.required) ? schema.required : [];
  return [
    ...(schema.additionalProperties === false ? [] : [`${path}: 'additionalProperties' must be false`]),
    ...names.filter((name) => !required.includes(name)).map((name) => `${path}: '${name}' must be required`),
  ];
}

function innerProblems(schema: Record<string, unknown>, path: string): readonly string[] {
  const properties = Object.entries(isRecord(schema.properties) ? schema.properties : {});
  const choices: readonly unknown[] = Array.isArray(schema.anyOf) ? schema.anyOf : [];
  return [
    ...properties.flatMap(([name, inner]) => problemsOfStrictSchema(inner, `${path}.${name}`)),
    ...choices.flatMap((inner, index) => problemsOfStrictSchema(inner, `${path}|${index}`)),
    ...(schema.items === undefined ? [] : problemsOfStrictSchema(schema.items, `${path}[]`)),
  ];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
