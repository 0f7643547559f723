/** JSON as data: what a document is before its schema has seen it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type JsonObject = Readonly<{ [key: string]: Json }>;

export function isJsonObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
