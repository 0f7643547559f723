import { z } from 'zod';
import { slotValue } from '@/flows/schema/slots';
import { identityColumns } from '../../contacts/identity-columns';
import { type JsonColumn, jsonColumns, type TextColumn, textColumns } from '../columns';
import { tracesOfCells } from '../list-traces';
import { isJsonSealedToday, sealJson, sealText } from '../seal-column';
import { areFactsSealedToday, sealFacts } from '../seal-facts';
import { messageTokens } from '../sealed-message';
import { hasUnopened, readJson } from '../sealed-types';
import { isSealedToday } from '../sealed-value';

/** The columns of a row by their names, as JSON of what is stored. */
export type StoredColumns = Readonly<Record<string, unknown>>;

/** What became of a row: new columns, nothing to do, or something in it that no known key opens. */
export type Resealed =
  | { readonly type: 'changed'; readonly columns: StoredColumns }
  | { readonly type: 'current' }
  | { readonly type: 'lost' };

/** The tables that hold sealed values, with their columns, and what is made of them beside. */
export const sealedTables: ReadonlyMap<string, readonly string[]> = tablesOf([
  ...textColumns,
  ...Object.keys(jsonColumns),
  'leads.facts',
  'contacts.phone_hash',
  'contacts.bsuid_hash',
  'contacts.tokens',
  'messages.tokens',
  'contact_import_rows.traces',
]);

/** The row as it would be written today, with today's secret. */
export function resealRow(table: string, stored: StoredColumns): Resealed {
  const changed: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(stored)) {
    if (value === null || isCurrent(`${table}.${column}`, value)) continue;
    const json = JSON.stringify(value);
    if (hasUnopened(json)) return { type: 'lost' };
    changed[column] = sealedToday(`${table}.${column}`, readJson(json));
  }
  const columns = { ...changed, ...madeBeside(table, stored, changed) };
  return Object.keys(columns).length === 0 ? { type: 'current' } : { type: 'changed', columns };
}

function isCurrent(name: string, value: unknown): boolean {
  if (isTextColumn(name)) return textsOf(value).every((text) => text === '' || isSealedToday(text));
  if (isJsonColumn(name)) return isJsonSealedToday(name, value);
  if (name === 'leads.facts') return areFactsSealedToday(facts.parse(value));
  return true; // made of others
}

function sealedToday(name: string, opened: unknown): unknown {
  if (isTextColumn(name)) {
    return Array.isArray(opened) ? textsOf(opened).map((text) => sealText(name, text)) : sealText(name, String(opened));
  }
  if (isJsonColumn(name)) return sealJson(name, opened);
  return sealFacts(facts.parse(opened));
}

/** Hashes and tokens, where they are not what today's secret makes. */
function madeBeside(table: string, stored: StoredColumns, changed: StoredColumns): StoredColumns {
  const opened = readJson(JSON.stringify({ ...stored, ...changed }));
  if (table === 'messages') {
    const tokens = messageTokens(message.parse(opened).content);
    return isSame(tokens, stored.tokens) ? {} : { tokens };
  }
  if (table === 'contact_import_rows') {
    const traces = tracesOfCells(importRow.parse(opened).cells);
    return isSame(traces, stored.traces) ? {} : { traces };
  }
  if (table !== 'contacts') return {};
  const { phone_hash, bsuid_hash, tokens } = identityColumns(identity.parse(opened));
  const isAsMade =
    phone_hash === stored.phone_hash && bsuid_hash === stored.bsuid_hash && isSame(tokens, stored.tokens);
  return isAsMade ? {} : { phone_hash, bsuid_hash, tokens };
}

const text = z.string().nullish();
const identity = z.object({ phone: text, bsuid: text, username: text, name: text });
const message = z.object({ content: z.unknown() });
const importRow = z.object({ cells: z.array(z.string()) });
const facts = z.record(z.string(), slotValue);

function isSame(made: readonly (number | string)[], stored: unknown): boolean {
  return JSON.stringify(made) === JSON.stringify(stored);
}

function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).map(String);
}

function isTextColumn(name: string): name is TextColumn {
  return textColumns.some((column) => column === name);
}

function isJsonColumn(name: string): name is JsonColumn {
  return name in jsonColumns;
}

function tablesOf(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const tables = new Map<string, string[]>();
  for (const name of names) {
    const [table = '', column = ''] = name.split('.');
    tables.set(table, [...(tables.get(table) ?? []), column]);
  }
  return tables;
}
