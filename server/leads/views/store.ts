import type { z } from 'zod';
import type { Actor } from '../../auth/actor';
import { newId } from '../../conversation/ids';
import { getPool } from '../../db/pool';
import { sealText } from '../../sealing/seal-column';
import type { NewView, SavedView, viewScreen } from './view';

/** Somebody's own views of a screen and those that others share. */
export async function selectViews(screen: z.infer<typeof viewScreen>, userId: string): Promise<readonly SavedView[]> {
  const { rows } = await getPool().query<SavedView>(
    `SELECT id, name, query, is_shared AS "isShared", author_id = $2 AS "isMine" FROM saved_views
     WHERE screen = $1 AND (is_shared OR author_id = $2) ORDER BY author_id = $2 DESC, lower(name), id LIMIT 200`,
    [screen, userId],
  );
  return rows;
}

/** Keeps a view; one of the same name that they had is replaced. */
export async function saveView({ screen, name, query, isShared }: NewView, userId: string): Promise<string> {
  const { rows } = await getPool().query<{ id: string }>(
    `INSERT INTO saved_views (id, screen, name, query, author_id, is_shared) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (screen, author_id, name) DO UPDATE SET query = excluded.query, is_shared = excluded.is_shared RETURNING id`,
    [newId(), screen, name, sealText('saved_views.query', query), userId, isShared],
  );
  const [saved] = rows;
  if (!saved) throw new Error('A view that was saved has no id.');
  return saved.id;
}

/** Who made it takes a view away, or an owner a shared one; false where there is none. */
export async function deleteView(id: string, { id: userId, role }: Actor): Promise<boolean> {
  const { rowCount } = await getPool().query(
    'DELETE FROM saved_views WHERE id = $1 AND (author_id = $2 OR (is_shared AND $3))',
    [id, userId, role === 'owner'],
  );
  return rowCount === 1;
}
