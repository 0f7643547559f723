import pg from 'pg';
import { openValue } from './sealed-value';

/**
 * How a connection reads columns: texts, lists of texts and JSON are opened wherever they hold sealed values, whatever the
 * query made of them. A value that no key opens is given as it is stored.
 */
export const sealedTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    const parser = format === 'binary' ? undefined : parsers.get(oid);
    return parser ?? pg.types.getTypeParser(oid, format);
  }) as typeof pg.types.getTypeParser,
};

/** A stored text as it was given. */
export function openText(stored: string): string {
  return openValue(stored)?.plain ?? stored;
}

/** What JSON text holds, its sealed strings opened. */
export function readJson(json: string): unknown {
  if (!json.includes(MARK)) return JSON.parse(json);
  return JSON.parse(json, (_key, value: unknown) => {
    const opened = typeof value === 'string' ? openValue(value) : undefined;
    if (!opened) return value;
    return opened.kind === 'j' ? JSON.parse(opened.plain) : opened.plain;
  });
}

/** Whether JSON text holds a sealed string that no known key opens. */
export function hasUnopened(json: string): boolean {
  return (json.match(sealedString) ?? []).some((found) => !openValue(found.slice(1, -1)));
}

const MARK = '"sealed:';
const sealedString = /"sealed:[tje]:[\w-]{6}:[\w-]{38,}"/g;

const { builtins, getTypeParser } = pg.types;
const TEXT_ARRAY = 1009; // pg names no arrays, but reads them
const readArray: (value: string) => (string | null)[] = getTypeParser(TEXT_ARRAY as number);

const parsers = new Map<number, (value: string) => unknown>([
  [builtins.TEXT, openText],
  [builtins.VARCHAR, openText],
  [builtins.JSON, readJson],
  [builtins.JSONB, readJson],
  [TEXT_ARRAY, (value) => readArray(value).map((item) => (item === null ? null : openText(item)))],
]);
