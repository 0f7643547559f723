import type pg from 'pg';

type Database = Pick<pg.Pool, 'query'>;

/** From now on the database notes when an opt-out holds, and when each message was let go. */
export async function watchOptOuts(db: Database): Promise<void> {
  await db.query(watchSql);
}

/** How many people have opted out since, and the ids of the messages that were let go after it had been committed. */
export async function readAfterOptOut(
  db: Database,
): Promise<{ readonly optedOut: number; readonly late: readonly string[] }> {
  const stops = await db.query<{ count: number }>('SELECT count(DISTINCT contact_id)::int AS count FROM watched_stops');
  const late = await db.query<{ id: string }>(
    `SELECT DISTINCT o.id FROM outbox_entries o JOIN watched_sends s ON s.outbox_id = o.id
     JOIN watched_stops w ON w.contact_id = o.contact_id WHERE NOT o.is_last_word AND s.begun_at > w.committed_at`,
  );
  return { optedOut: stops.rows[0]?.count ?? 0, late: late.rows.map(({ id }) => id) };
}

// Deferred triggers fire as the transaction commits: `committed_at` is the moment from which an opt-out holds, and `begun_at`
// when the statement that let a message go began.
const watchSql = `
  CREATE TABLE watched_stops (contact_id uuid, committed_at timestamptz);
  CREATE TABLE watched_sends (outbox_id uuid, begun_at timestamptz);
  CREATE FUNCTION watch_stop() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO watched_stops VALUES (NEW.id, clock_timestamp()); RETURN NULL; END $$;
  CREATE FUNCTION watch_send() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    INSERT INTO watched_sends VALUES (NEW.id, now()); RETURN NULL; END $$;
  CREATE CONSTRAINT TRIGGER watch_stop AFTER UPDATE ON contacts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (OLD.opted_out_at IS NULL AND NEW.opted_out_at IS NOT NULL) EXECUTE FUNCTION watch_stop();
  CREATE TRIGGER watch_send AFTER UPDATE ON outbox_entries FOR EACH ROW
    WHEN (NEW.status = 'dispatching' AND OLD.status <> 'dispatching') EXECUTE FUNCTION watch_send();`;
