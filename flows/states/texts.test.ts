import { expect, it } from 'vitest';
import { z } from 'zod';
import { stateTypes } from '.';

// Data of every shape that a state type's schema allows is made from the schema, so that a text which `texts()` forgets
// is found without anybody writing an example with it.

const jsonSchema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  pattern: z.string().optional(),
  minLength: z.number().optional(),
  minimum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  maxItems: z.number().optional(),
  get anyOf() {
    return z.array(jsonSchema).optional();
  },
  get oneOf() {
    return z.array(jsonSchema).optional();
  },
  get items() {
    return jsonSchema.optional();
  },
  get propertyNames() {
    return jsonSchema.optional();
  },
  get additionalProperties() {
    return z.union([z.boolean(), jsonSchema]).optional();
  },
  get properties() {
    return z.record(z.string(), jsonSchema).optional();
  },
});
type Schema = z.infer<typeof jsonSchema>;

it.each(Object.values(stateTypes).map(({ type }) => type))('%s finds every text that its data can hold', (type) => {
  const { schema, bind, example } = stateTypes[type];
  const made = samplesOf(jsonSchema.parse(z.toJSONSchema(schema.shape.data, { io: 'input' })));
  const readable = made.flatMap((data) => {
    const parsed = schema.shape.data.safeParse(data);
    return parsed.success ? [parsed.data] : [];
  });
  expect(readable.length, 'the samples should be data of this type').toBeGreaterThan(0);
  for (const data of [example, ...readable]) {
    const found = bind(data).texts.map((text) => text.path);
    expect([...found].sort()).toEqual(textsIn(data).sort());
  }
});

/** The paths of all localized texts in a value, but for what WhatsApp has no place for. */
function textsIn(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const isText =
    entries.length > 0 && entries.every(([key, text]) => /^[a-z]{2,3}$/.test(key) && typeof text === 'string');
  const where = path.join('.');
  if (isText) return /\.buttons\.\d+\.description$/.test(`.${where}`) ? [] : [where];
  return entries.flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

/** Values that together take every branch of a schema, with everything optional in them. */
function samplesOf(schema: Schema): unknown[] {
  if (schema.const !== undefined) return [schema.const];
  if (schema.enum) return schema.enum.slice(0, 1);
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches) return branches.flatMap(samplesOf);
  if (schema.type === 'array') return [samplesOf(schema.items ?? {}).slice(0, schema.maxItems)];
  if (schema.type === 'object') return schema.properties ? objectsOf(schema.properties) : [recordOf(schema)];
  if (schema.type === 'number' || schema.type === 'integer') return [Math.max(1, schema.minimum ?? 1)];
  return schema.type === 'boolean' ? [true] : [textOf(schema)];
}

function objectsOf(properties: Readonly<Record<string, Schema>>): unknown[] {
  const samples = Object.entries(properties).map(([name, schema]) => [name, samplesNamed(name, schema)] as const);
  const most = Math.max(1, ...samples.map(([, values]) => values.length));
  return Array.from({ length: most }, (_, index) =>
    Object.fromEntries(samples.map(([name, values]) => [name, values[index % values.length]])),
  );
}

function recordOf({ propertyNames, additionalProperties }: Schema): unknown {
  const [key] = samplesOf(propertyNames ?? { type: 'string' });
  const values = typeof additionalProperties === 'object' ? samplesOf(additionalProperties) : ['text'];
  return { [String(key)]: values[0] };
}

/** An office closes after it opens, and no pattern tells what an emoji is. */
const samplesByName: Readonly<Record<string, unknown>> = { closes: '18:00', emoji: '👍' };

function samplesNamed(name: string, schema: Schema): unknown[] {
  const known = samplesByName[name];
  return known === undefined ? samplesOf(schema) : [known];
}

function textOf({ pattern }: Schema): string {
  const candidates = ['X-Name', 'a_name', 'en', '09:00'];
  return candidates.find((text) => pattern === undefined || new RegExp(pattern).test(text)) ?? '';
}
