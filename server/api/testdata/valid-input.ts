import { z } from 'zod';

/**
 * An input that the schemas of a procedure take, with the given contact wherever they ask for one; undefined where they ask
 * for none. Throws for a kind of value that it can't make up.
 */
export function validInput(schemas: readonly unknown[], { contactId }: { readonly contactId: string }): unknown {
  const made = schemas.map((schema) => {
    if (!(schema instanceof z.ZodType)) throw new Error('An input that is no zod schema.');
    return sample(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), '', contactId);
  });
  const input: unknown = Object.assign({}, ...made);
  return JSON.stringify(input).includes(contactId) ? input : undefined;
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

function sample(schema: JsonSchema, name: string, contactId: string): unknown {
  if (/^contactIds?$/.test(name)) return name === 'contactId' ? contactId : [contactId];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [];
  if (choices.some((choice) => typeof choice === 'object' && choice.type === 'null')) return null;
  const [first] = choices;
  if (typeof first === 'object') return sample(first, name, contactId);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((key) => [key, sample(propertyOf(schema, key), key, contactId)]),
      );
    case 'array':
      return [];
    case 'string':
      return text(schema, name);
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return false;
    case 'null':
      return null;
    default:
      return 'anything';
  }
}

function propertyOf(schema: JsonSchema, key: string): JsonSchema {
  const property = schema.properties?.[key];
  return typeof property === 'object' ? property : {};
}

function text(schema: JsonSchema, name: string): string {
  if (schema.format === 'uuid') return crypto.randomUUID();
  if (schema.format === 'date-time') return '2100-01-01T06:00:00Z';
  if (schema.format === 'date') return '2100-01-01';
  return name === 'language' ? 'en' : 'some_text';
}
