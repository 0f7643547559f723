import type { Random } from '../fake-whatsapp/random';
import type { Json } from './webhook-fixtures';

/**
 * Spoils a document in one place and gives it back. It is changed in place, so it must be the caller's own; `donor` gives another
 * one to take pieces of.
 */
export function mutate(document: Json, random: Random, donor: () => Json): Json {
  const place = choosePlace(document, random);
  if (!place) return document;
  const { holder, key, value } = place;
  const put = (next: Json) => Reflect.set(holder, key, next);
  switch (pick(random, kinds)) {
    case 'drop':
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else Reflect.deleteProperty(holder, key);
      break;
    case 'duplicate':
      if (Array.isArray(holder)) holder.splice(Number(key), 0, structuredClone(value));
      else Reflect.set(holder, `${key}_2`, structuredClone(value));
      break;
    case 'change type':
      put(structuredClone(pick(random, hostileValues)));
      break;
    case 'splice':
      put(choosePlace(donor(), random)?.value ?? null);
      break;
    case 'nest':
      put(pick(random, [[value], { [key]: value }, { 0: value, length: 1 }, [[[value]], structuredClone(value)]]));
      break;
    case 'rename':
      if (Array.isArray(holder)) holder.reverse();
      else {
        Reflect.deleteProperty(holder, key);
        Reflect.set(holder, pick(random, hostileKeys), value);
      }
      break;
    case 'wrong id':
      put(pick(random, hostileIds));
      break;
    case 'long text':
      put(
        pick(random, ['x', 'ಕ', '\u0000', '🏠', '%s']).repeat(
          random.happens(0.002) ? 300_000 : random.between([1000, 5000]),
        ),
      );
      break;
    case 'raw':
      put(rawMark + pick(random, rawNames) + rawMark);
      break;
  }
  return document;
}

/** The document as text, with what no value of JavaScript can say put in as raw JSON. */
export function toText(document: Json): string {
  return JSON.stringify(document).replace(rawPattern, (_, name: string) => raws.get(name) ?? 'null');
}

/** One of several, by chance. */
export function pick<Value>(random: Random, values: readonly [Value, ...Value[]] | readonly Value[]): Value {
  const value = values[Math.floor(random.next() * values.length)];
  if (value === undefined) throw new RangeError('There is nothing to pick from.');
  return value;
}

const kinds = ['drop', 'duplicate', 'change type', 'splice', 'nest', 'rename', 'wrong id', 'long text', 'raw'] as const;

const hostileValues: readonly Json[] = [
  ...[null, true, false, 0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER, ''],
  ...[' ', '\u0000', 'NaN', '[object Object]', 'true', '1790503200', '-', '[]', '{}'],
  ...[[], {}, [[]], [null], { valueOf: 1, toString: 2, toJSON: 3 }, { hasOwnProperty: 1 }, { length: 1e9 }],
];

const hostileKeys = [
  ...['constructor', 'prototype', 'toString', 'valueOf', 'toJSON', 'hasOwnProperty', 'length', '', ' ', '\u0000'],
  ...['id', 'type', 'from', 'messages', 'statuses', 'value', 'errors', 'field', 'group_id', 'system', 'contacts'],
];

const hostileIds = [
  ...['0', '00000000', '+91 98450 00001', '919845000001', 'IN.1', 'IN.ENT.1', 'in.1', 'IN.', 'wamid.', 'IN.ಕ'],
  ...['220011002200110', '220011002200111', '../../me', '1'.repeat(600), '\ud83d', 'wamid.\u0000', '１２３'],
];

// Marked by a letter of the private use area, which no fixture has.
const rawMark = '\ue000';
const rawPattern = new RegExp(`"${rawMark}([^${rawMark}"]*)${rawMark}"`, 'g');
const raws: ReadonlyMap<string, string> = new Map([
  ['minus zero', '-0'],
  ['infinity', '1e999'],
  ['tiny', '1e-999'],
  ['lone surrogates', '"\\ud83d\\udc00\\ud83d and \\udc00"'],
  ['lone key', '{"\\ud83d":"\\udc00","\\u0000":"\\u0000"}'],
  ['prototype', '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'],
  ['prototype text', '"{\\"__proto__\\":{\\"polluted\\":1},\\"a\\":-0,\\"b\\":1e999,\\"c\\":\\"\\\\ud83d\\"}"'],
  ['same key twice', '{"id":"wamid.A","id":["wamid.B"],"type":"text","type":{}}'],
  ['deep list', '['.repeat(2000) + ']'.repeat(2000)],
  ['deep object', `${'{"a":'.repeat(2000)}0${'}'.repeat(2000)}`],
  ['deep text', JSON.stringify(`${'{"a":['.repeat(1500)}0${']}'.repeat(1500)}`)],
]);
const rawNames = [...raws.keys()];

type Place = { readonly holder: Json[] | Record<string, Json>; readonly key: string; readonly value: Json };

/** A place somewhere in a document: goes down by chance, and stops by chance. */
function choosePlace(document: Json, random: Random): Place | undefined {
  let holder = document;
  let chosen: Place | undefined;
  while (typeof holder === 'object' && holder !== null) {
    const keys = Object.keys(holder);
    if (keys.length === 0) return chosen;
    const key = pick(random, keys);
    const value: Json = Reflect.get(holder, key);
    chosen = { holder, key, value };
    if (random.happens(0.15)) return chosen;
    holder = value;
  }
  return chosen;
}
