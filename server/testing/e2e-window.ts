import path from 'node:path';
import pg from 'pg';
import { startPostgres } from '../db/embedded/postgres-server';
import { e2eFiles } from './e2e-files';

/**
 * Makes a simulated customer of the browser tests one on WhatsApp who last wrote 25 hours ago, with one template that may be sent
 * then, and tells the open inboxes. What it gives undoes it.
 */
export async function closeWindow(contactId: string): Promise<() => Promise<void>> {
  await change(contactId, 'whatsapp', 25);
  await inDatabase((db) =>
    db.query(
      `INSERT INTO templates (name, language, category, components, status) VALUES ($1, 'en', 'UTILITY', $2, 'APPROVED')`,
      [template.name, JSON.stringify([{ type: 'BODY', text: template.body }])],
    ),
  );
  return async () => {
    await change(contactId, 'simulator', 0);
    await inDatabase((db) => db.query('DELETE FROM templates WHERE name = $1', [template.name]));
  };
}

const template = { name: 'papers_looked_at', body: 'We have looked at your papers. Shall we go on?' };

function change(contactId: string, channel: 'whatsapp' | 'simulator', hours: number): Promise<unknown> {
  return inDatabase((db) =>
    db.query(
      `WITH moved AS (UPDATE contacts SET channel = $2::channel_name, last_inbound_at = now() - make_interval(hours => $3::int)
         WHERE id = $1 RETURNING id)
       SELECT pg_notify('inbox', id::text) FROM moved`,
      [contactId, channel, hours],
    ),
  );
}

async function inDatabase(act: (db: pg.Client) => Promise<unknown>): Promise<void> {
  const root = path.resolve(import.meta.dirname, '../..');
  // It runs already: the app under test lives on it.
  const { url } = await startPostgres(path.resolve(root, e2eFiles.dataDir, 'postgres'), 'lasting');
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  try {
    await act(db);
  } finally {
    await db.end();
  }
}
