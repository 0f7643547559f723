import type pg from 'pg';
import { storedText } from './stored-text';

/** The tables in whose rows, opened where they are sealed, one of these stands. */
export async function tablesWith(db: pg.Pool, values: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of await tableNames(db)) {
    const { rows: kept } = await db.query<{ row: unknown }>(`SELECT to_jsonb(t) AS row FROM ${name} t`);
    const text = JSON.stringify(kept);
    if (values.some((value) => text.includes(value))) found.push(name);
  }
  return found;
}

/** The columns, as `table.column`, in which one of these stands as it is stored: plainly, or in base64. */
export async function columnsWith(db: pg.Pool, url: string, values: readonly string[]): Promise<readonly string[]> {
  const inEach = (await tableNames(db)).map(
    (name) => `SELECT DISTINCT '${name}.' || e.key AS place
      FROM ${name} t, jsonb_each_text(to_jsonb(t)) e, unnest($1::text[]) AS sought WHERE position(sought IN e.value) > 0`,
  );
  const hits = await storedText(url, inEach.join(' UNION ALL '), [values.flatMap(waysToWrite)]);
  return hits.map(({ place }) => String(place)).sort();
}

/** A value as it is, and as base64 has it wherever it begins in what is encoded. */
function waysToWrite(value: string): readonly string[] {
  const encoded = [0, 1, 2].map((before) => {
    const base64 = Buffer.concat([Buffer.alloc(before), Buffer.from(value)]).toString('base64');
    // The first and last signs hold bits of the neighbours too.
    return base64.slice(Math.ceil((before * 4) / 3), Math.floor(((before + Buffer.byteLength(value)) * 4) / 3));
  });
  const forAddresses = encoded.map((base64) => base64.replace(/\+/g, '-').replace(/\//g, '_'));
  return [value, value.toLowerCase(), ...encoded, ...forAddresses];
}

async function tableNames(db: pg.Pool): Promise<readonly string[]> {
  const { rows } = await db.query<{ name: string }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}
