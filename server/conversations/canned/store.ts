import { getPool } from '../../db/pool';
import { storableJson } from '../../inbox/storable-json';

/** A text that officers send often. */
export type CannedAnswer = Readonly<{
  id: string;
  shortcut: string;
  title: string;
  /** By language. */
  texts: Readonly<Record<string, string>>;
  updatedAt: string;
}>;

/** All of them, by shortcut. */
export async function listCanned(): Promise<readonly CannedAnswer[]> {
  const { rows } = await getPool().query<CannedAnswer>(
    `SELECT id, shortcut, title, texts, to_char(updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "updatedAt"
     FROM canned_answers ORDER BY shortcut LIMIT 500`,
  );
  return rows;
}

type NewAnswer = Omit<CannedAnswer, 'updatedAt'> & { readonly authorId: string };

/** Adds or changes one; `taken` when another one has the shortcut. */
export async function saveCannedRow({ id, shortcut, title, texts, authorId }: NewAnswer): Promise<'saved' | 'taken'> {
  const { rowCount } = await getPool().query(
    `INSERT INTO canned_answers (id, shortcut, title, texts, author_id)
     SELECT $1, $2, $3, $4::jsonb, $5 WHERE NOT EXISTS (SELECT 1 FROM canned_answers WHERE shortcut = $2 AND id <> $1)
     ON CONFLICT (id) DO UPDATE SET shortcut = excluded.shortcut, title = excluded.title, texts = excluded.texts,
       author_id = excluded.author_id, updated_at = now()`,
    [id, shortcut, title, storableJson(texts), authorId],
  );
  return rowCount === 1 ? 'saved' : 'taken';
}

export async function deleteCanned(id: string): Promise<boolean> {
  const { rowCount } = await getPool().query('DELETE FROM canned_answers WHERE id = $1', [id]);
  return rowCount === 1;
}
