import { z } from 'zod';
import { conditionText, formulaText, neededConditionText } from '@/flows/schema/expression-text';
import { flowRule } from '@/flows/schema/flow';
import { languageCode, localizedText } from '@/flows/schema/language';
import { slotName, slotValue } from '@/flows/schema/slots';
import { stateId } from '@/flows/states/define-state';
import { officeHours } from '@/flows/states/office-hours';
import type { Entry, Field, SimpleFieldType, Variant } from './field';

/** The field that edits what a schema describes; made once for each schema. */
export function fieldOf(schema: z.core.$ZodType): Field {
  const known = fields.get(schema);
  if (known) return known;
  const made = makeField(schema);
  fields.set(schema, made);
  return made;
}

const fields = new WeakMap<z.core.$ZodType, Field>();

/** Schemas that have a name in the document format have a field of their own, wherever they stand. */
const namedFields = new Map<z.core.$ZodType, SimpleFieldType>([
  [localizedText, 'texts'],
  [slotName, 'slot'],
  [slotValue, 'value'],
  [stateId, 'state'],
  [languageCode, 'language'],
  [officeHours, 'hours'],
  [conditionText, 'condition'],
  [neededConditionText, 'condition'],
  [flowRule.shape.condition.unwrap(), 'condition'],
  [formulaText, 'formula'],
]);

/** Texts that may be longer than this are written on several lines. */
const LONG_TEXT = 2_500;

function makeField(schema: z.core.$ZodType): Field {
  const named = namedFields.get(schema);
  if (named) return { type: named, schema };
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return fieldOf(schema.unwrap());
  if (schema instanceof z.ZodString) return { type: 'text', schema, isLong: (schema.maxLength ?? 0) > LONG_TEXT };
  if (schema instanceof z.ZodNumber) return numberField(schema);
  if (schema instanceof z.ZodBoolean) return { type: 'switch', schema };
  if (schema instanceof z.ZodEnum) return { type: 'pick', schema, values: schema.options.map(String) };
  if (schema instanceof z.ZodLiteral) return { type: 'fixed', schema, value: String(schema.value) };
  if (schema instanceof z.ZodObject) return { type: 'object', schema, entries: entriesOf(schema.shape) };
  if (schema instanceof z.ZodArray) return { type: 'list', schema, item: fieldOf(schema.element) };
  if (schema instanceof z.ZodRecord) {
    return { type: 'record', schema, key: fieldOf(schema.keyType), value: fieldOf(schema.valueType) };
  }
  return schema instanceof z.ZodDiscriminatedUnion ? variantsField(schema) : { type: 'json', schema };
}

function numberField(schema: z.ZodNumber): Field {
  return { type: 'number', schema, isWhole: schema.isInt, least: schema.minValue, most: schema.maxValue };
}

function entriesOf(shape: Readonly<Record<string, z.core.$ZodType>>): Entry[] {
  return Object.entries(shape).map(([name, schema]) => ({
    name,
    field: fieldOf(schema),
    isOptional: schema instanceof z.ZodOptional,
  }));
}

function variantsField(schema: z.ZodDiscriminatedUnion): Field {
  const by = schema.def.discriminator;
  const variants = schema.options.flatMap((option): Variant[] => {
    const field = fieldOf(option);
    if (field.type !== 'object') return [];
    const kind = field.entries.find(({ name }) => name === by)?.field;
    return kind?.type === 'fixed'
      ? [{ value: kind.value, entries: field.entries.filter(({ name }) => name !== by) }]
      : [];
  });
  return { type: 'variants', schema, by, variants };
}
