import type { Actor } from '../../auth/actor';
import { newId } from '../../conversation/ids';
import { getPool } from '../../db/pool';
import { sealText } from '../../sealing/seal-column';
import { toldToInbox } from '../sql';
import type { NoteText, NoteView } from './note';

type StoredNote = Omit<NoteView, 'createdAt' | 'editedAt'> & {
  readonly createdAt: Date;
  readonly editedAt: Date | null;
};

/** The notes about a contact, the newest first. */
export async function selectNotes(contactId: string): Promise<readonly NoteView[]> {
  const { rows } = await getPool().query<StoredNote>(
    `SELECT n.id, n.body, jsonb_build_object('id', n.author_id, 'name', COALESCE(u.name, '')) AS author,
       COALESCE((SELECT jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) ORDER BY m.name)
         FROM users m WHERE m.id = ANY(n.mentions)), '[]') AS mentions, n.created_at AS "createdAt", n.edited_at AS "editedAt"
     FROM notes n LEFT JOIN users u ON u.id = n.author_id WHERE n.contact_id = $1 ORDER BY n.created_at DESC, n.id DESC LIMIT 500`,
    [contactId],
  );
  return rows.map((note) => ({
    ...note,
    createdAt: note.createdAt.toISOString(),
    editedAt: note.editedAt?.toISOString() ?? null,
  }));
}

/** Writes a note. As with each change of one, whoever has the conversation or the lead open is told. */
export async function insertNote({ contactId, body, mentions }: NoteText, authorId: string): Promise<string> {
  const id = newId();
  await getPool().query(
    toldToInbox(
      'INSERT INTO notes (id, contact_id, author_id, body, mentions) VALUES ($1, $2, $3, $4, $5) RETURNING contact_id',
    ),
    [id, contactId, authorId, sealText('notes.body', body), mentions],
  );
  return id;
}

/** Only who wrote it changes a note; false where there is none of theirs. */
export async function updateNote(
  id: string,
  { contactId, body, mentions }: NoteText,
  authorId: string,
): Promise<boolean> {
  const { rowCount } = await getPool().query(
    toldToInbox(`UPDATE notes SET body = $4, mentions = $5, edited_at = now() WHERE id = $1 AND contact_id = $2 AND author_id = $3
      RETURNING contact_id`),
    [id, contactId, authorId, sealText('notes.body', body), mentions],
  );
  return rowCount === 1;
}

/** Who wrote it takes a note away, or an owner; false where there is none. */
export async function deleteNote(id: string, contactId: string, { id: userId, role }: Actor): Promise<boolean> {
  const { rowCount } = await getPool().query(
    toldToInbox('DELETE FROM notes WHERE id = $1 AND contact_id = $2 AND (author_id = $3 OR $4) RETURNING contact_id'),
    [id, contactId, userId, role === 'owner'],
  );
  return rowCount === 1;
}
