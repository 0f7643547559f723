import { z } from 'zod';

/**
 * Text from a webhook, fit for a database: without NUL, which PostgreSQL refuses, and with halves of a surrogate pair
 * replaced, which JSON in PostgreSQL refuses.
 */
export function cleanText(text: string): string {
  return text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** A message's id. Longer ones are no ids of WhatsApp (about 60 characters) and would not fit an index of the database. */
export const messageId = z.string().min(1).max(512).transform(cleanText);

/**
 * A short field that may be missing, or of another type than documented: then it counts as missing, and its neighbours
 * live. Cut at 1,024 characters, far above everything that WhatsApp allows in such a field.
 */
export const looseText = textUpTo(1024);

/** What a customer or an advertiser wrote beside something else; as loose as `looseText`, and as long as a message. */
export const looseWords = textUpTo(4096); // Cloud API reference, text body

function textUpTo(longest: number) {
  return z
    .union([z.string(), z.number().transform(String)])
    .transform((text) => cleanText(text.slice(0, longest)))
    .transform((text) => (text === '' ? undefined : text))
    .optional()
    .catch(undefined);
}

/** An address that may be shown as a link: other schemes than the web's count as missing. */
export const looseUrl = looseText.transform((text) => (text && /^https?:\/\//i.test(text) ? text : undefined));

/** A number, or a text that is one. Not `z.coerce`, which throws for an object whose `valueOf` is no function. */
export const looseNumber = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d{1,15}(\.\d{1,15})?$/)
      .transform(Number),
  ])
  .transform((value) => value + 0) // JSON drops the sign of -0
  .optional()
  .catch(undefined);

/** The name of a kind or field, which reports are grouped by. */
export function shortName(name: string): string {
  return cleanText(name.slice(0, 64));
}

/** A field that is judged later, and may be missing: a bare `z.unknown()` wants its key to be there. */
export const anything = z.unknown().optional();

/** An object that may be missing or no object. */
export function looseObject<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object(shape).optional().catch(undefined);
}

/** The first elements of an array that a schema accepts; none if it is no array. */
export function readList<Schema extends z.ZodType>(schema: Schema, value: unknown, most: number): z.output<Schema>[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, most).flatMap((element) => {
    const read = schema.safeParse(element);
    return read.success ? [read.data] : [];
  });
}

/** The same new object without the keys that hold nothing: they would not survive JSON. */
export function withoutGaps<Value extends object>(value: Value): Value {
  for (const [key, part] of Object.entries(value)) if (part === undefined) Reflect.deleteProperty(value, key);
  return value;
}

const longestAheadMs = 24 * 60 * 60 * 1000;
const firstPlausibleMs = Date.UTC(2009, 0, 1); // WhatsApp was not there before

/**
 * Unix seconds, as text or number, as ISO UTC. Some numbers send milliseconds. A missing or impossible time becomes
 * `receivedAt`, and so does one more than a day ahead, which would hold the 24-hour window open.
 */
export function isoTime(timestamp: unknown, receivedAt: string): string {
  const value = typeof timestamp === 'number' || typeof timestamp === 'string' ? Number(timestamp) : Number.NaN;
  const milliseconds = value >= 1e12 ? value : value * 1000;
  const isPlausible = milliseconds >= firstPlausibleMs && milliseconds <= Date.parse(receivedAt) + longestAheadMs;
  return isPlausible ? new Date(milliseconds).toISOString() : receivedAt;
}
