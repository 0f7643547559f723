import { getPool } from '../../db/pool';

/** One version of what customers are told, in one language. */
export type NoticeView = Readonly<{
  purpose: string;
  language: string;
  version: number;
  text: string;
  authorName: string | null;
  createdAt: Date;
}>;

/** All notices, the newest version of each first. */
export async function selectNotices(): Promise<readonly NoticeView[]> {
  const { rows } = await getPool().query<NoticeView>(
    `SELECT n.purpose, n.language, n.version, n.text, u.name AS "authorName", n.created_at AS "createdAt"
     FROM consent_notices n LEFT JOIN users u ON u.id = n.author_id
     ORDER BY n.purpose, n.language, n.version DESC LIMIT 1000`,
  );
  return rows;
}

/** `after`: the version that published flows name already for words of their own. */
export type NewNotice = Readonly<{ purpose: string; language: string; text: string; authorId: string; after: number }>;

/** Adds the next version. Of two who do so at once, the second fails and asks again. */
export async function insertNotice({ purpose, language, text, authorId, after }: NewNotice): Promise<number> {
  const { rows } = await getPool().query<{ version: number }>(
    `INSERT INTO consent_notices (purpose, language, version, text, author_id)
     SELECT $1, $2, GREATEST(COALESCE(max(version), 0), $5) + 1, $3, $4 FROM consent_notices WHERE purpose = $1 AND language = $2
     RETURNING version`,
    [purpose, language, text, authorId, after],
  );
  if (!rows[0]) throw new Error('A notice was not added.');
  return rows[0].version;
}
