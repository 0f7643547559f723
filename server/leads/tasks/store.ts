import type { Actor } from '../../auth/actor';
import { newId } from '../../conversation/ids';
import { getPool } from '../../db/pool';
import { KnownError } from '../../errors';
import { sealText } from '../../sealing/seal-column';
import { toldToInbox } from '../sql';
import { visibleLead } from '../visibility/store';
import type { NewTask, TaskView } from './task';

type StoredTask = Omit<TaskView, 'dueAt' | 'doneAt' | 'createdAt'> &
  Readonly<{ dueAt: Date | null; doneAt: Date | null; createdAt: Date }>;

/** The tasks for a contact, open ones first; for null, what the actor has still to do, the most urgent first. */
export async function selectTasks(contactId: string | null, actor: Actor): Promise<readonly TaskView[]> {
  const which = '(t.contact_id = $2 OR $2::uuid IS NULL AND t.assignee_id = $1 AND t.done_at IS NULL)';
  const { rows } = await getPool().query<StoredTask>(
    `SELECT t.id, t.contact_id AS "contactId", c.name AS "contactName", t.title, t.due_at AS "dueAt",
       CASE WHEN t.assignee_id IS NOT NULL THEN jsonb_build_object('id', t.assignee_id, 'name', COALESCE(a.name, '')) END AS assignee,
       jsonb_build_object('id', t.author_id, 'name', COALESCE(u.name, '')) AS author, t.done_at AS "doneAt", t.created_at AS "createdAt"
     FROM tasks t JOIN contacts c ON c.id = t.contact_id LEFT JOIN leads l ON l.contact_id = t.contact_id
     LEFT JOIN users a ON a.id = t.assignee_id LEFT JOIN users u ON u.id = t.author_id
     WHERE ${visibleLead(actor, '$1')} AND ${which}
     ORDER BY (t.done_at IS NOT NULL), t.due_at NULLS LAST, t.created_at DESC LIMIT 500`,
    [actor.id, contactId],
  );
  return rows.map((task) => ({
    ...task,
    dueAt: task.dueAt?.toISOString() ?? null,
    doneAt: task.doneAt?.toISOString() ?? null,
    createdAt: task.createdAt.toISOString(),
  }));
}

/** Writes a task. As with each change of one, whoever has the lead open is told. */
export async function insertTask({ contactId, title, dueAt, assigneeId }: NewTask, authorId: string): Promise<string> {
  const id = newId();
  await getPool().query(
    toldToInbox(`INSERT INTO tasks (id, contact_id, title, due_at, assignee_id, author_id) VALUES ($1, $2, $3, $4, $5, $6)
      RETURNING contact_id`),
    [id, contactId, sealText('tasks.title', title), dueAt, assigneeId, authorId],
  );
  return id;
}

/** Whose task it is. Refuses one that is not there. */
export async function readTaskContact(id: string): Promise<string> {
  const { rows } = await getPool().query<{ contactId: string }>(
    'SELECT contact_id AS "contactId" FROM tasks WHERE id = $1',
    [id],
  );
  const [task] = rows;
  if (!task) throw new KnownError('record.notFound', 'There is no such task. It may have been taken away meanwhile.');
  return task.contactId;
}

/** Ends a task, or opens it again where `doneAt` is null. */
export async function setDone(id: string, doneAt: Date | null): Promise<void> {
  await getPool().query(toldToInbox('UPDATE tasks SET done_at = $2 WHERE id = $1 RETURNING contact_id'), [id, doneAt]);
}

export async function deleteTask(id: string): Promise<void> {
  await getPool().query(toldToInbox('DELETE FROM tasks WHERE id = $1 RETURNING contact_id'), [id]);
}
