import { storableJson } from '../inbox/storable-json';
import { type JsonColumn, jsonColumns, type TextColumn } from './columns';
import { isSealedToday, sealValue } from './sealed-value';

/** A text as its column keeps it. Nothing stays nothing, and an empty text has nothing to hide. */
export function sealText(column: TextColumn, text: string): string;
export function sealText(column: TextColumn, text: string | null | undefined): string | null;
export function sealText(_column: TextColumn, text: string | null | undefined): string | null {
  if (text === null || text === undefined || text === '') return text ?? null;
  return sealValue('t', text.replaceAll('\u0000', '')); // PostgreSQL keeps no NUL, and neither do we where it could
}

/** A JSON value as its column keeps it: what `jsonColumns` names stays readable, all else is sealed. */
export function sealJson(column: JsonColumn, value: unknown): unknown {
  return sealBelow(value, pathsOf(column));
}

/** Whether a JSON value, as it is stored, is sealed as it would be today. */
export function isJsonSealedToday(column: JsonColumn, stored: unknown): boolean {
  return isSealedBelow(stored, pathsOf(column));
}

function isSealedBelow(stored: unknown, paths: Paths): boolean {
  if (Array.isArray(stored)) return stored.every((item) => isSealedBelow(item, paths));
  if (!isRecord(stored)) return isLeafSealed(stored);
  return Object.entries(stored).every(([key, below]) => {
    const kept = paths.get(key);
    if (kept === true) return true;
    return kept && typeof below === 'object' ? isSealedBelow(below, kept) : isLeafSealed(below);
  });
}

function isLeafSealed(stored: unknown): boolean {
  return saysNothing(stored) || (typeof stored === 'string' && isSealedToday(stored));
}

/** For each key that stays readable: true where all below it does, else what does below it. */
type Paths = ReadonlyMap<string, Paths | true>;

const known = new Map<JsonColumn, Paths>();

function pathsOf(column: JsonColumn): Paths {
  const paths = known.get(column) ?? treeOf(jsonColumns[column]);
  known.set(column, paths);
  return paths;
}

function treeOf(paths: readonly string[]): Paths {
  const heads = new Set(paths.map((path) => path.split('.', 1)[0] ?? ''));
  return new Map(
    [...heads].map((head) => {
      const below = paths.filter((path) => path.startsWith(`${head}.`)).map((path) => path.slice(head.length + 1));
      return [head, paths.includes(head) ? true : treeOf(below)];
    }),
  );
}

function sealBelow(value: unknown, paths: Paths): unknown {
  if (Array.isArray(value)) return value.map((item) => sealBelow(item, paths));
  if (!isRecord(value)) return sealLeaf(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, below]) => {
      const kept = paths.get(key);
      if (kept === true) return [key, below];
      return [key, kept && typeof below === 'object' ? sealBelow(below, kept) : sealLeaf(below)];
    }),
  );
}

function sealLeaf(value: unknown): unknown {
  if (saysNothing(value)) return value;
  return typeof value === 'string'
    ? sealValue('t', value.replaceAll('\u0000', ''))
    : sealValue('j', storableJson(value));
}

/** Truth and absence say nothing by themselves, and stay. */
function saysNothing(value: unknown): boolean {
  return value === null || value === undefined || typeof value === 'boolean' || value === '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
