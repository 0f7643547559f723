import type { z } from 'zod';

/** What a value of the document is edited with, read from its schema. */
export type Field = Readonly<{ schema: z.core.$ZodType }> &
  (
    | Readonly<{ type: SimpleFieldType }>
    | Readonly<{ type: 'text'; isLong: boolean }>
    | Readonly<{ type: 'number'; isWhole: boolean; least: number | null; most: number | null }>
    | Readonly<{ type: 'pick'; values: readonly string[] }>
    | Readonly<{ type: 'fixed'; value: string }>
    | Readonly<{ type: 'object'; entries: readonly Entry[] }>
    | Readonly<{ type: 'list'; item: Field }>
    | Readonly<{ type: 'record'; key: Field; value: Field }>
    | Readonly<{ type: 'variants'; by: string; variants: readonly Variant[] }>
  );

/**
 * Fields without a shape of their own. `texts` is one text in every language, `value` a slot's value, `hours` are office
 * hours; `json` is for what no other field can show.
 */
export type SimpleFieldType =
  | 'texts'
  | 'condition'
  | 'formula'
  | 'slot'
  | 'value'
  | 'state'
  | 'language'
  | 'hours'
  | 'switch'
  | 'json';

/** One name of an object. */
export type Entry = Readonly<{ name: string; field: Field; isOptional: boolean }>;

/** One kind of several that a value can be; its entries do not include the name that tells them apart. */
export type Variant = Readonly<{ value: string; entries: readonly Entry[] }>;

export type FieldOf<Type extends Field['type']> = Extract<Field, { type: Type }>;
