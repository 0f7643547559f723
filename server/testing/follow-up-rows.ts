import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { sealText } from '../sealing/seal-column';
import { insertContactRow } from './contact-rows';

/** Contacts and plans written straight into the tables, for tests of when follow-ups are sent. */
export type FollowUpRows = {
  readonly contact: (own?: {
    readonly channel?: 'whatsapp' | 'simulator';
    readonly name?: string | null;
    readonly language?: string;
    readonly timezone?: string;
    readonly lastInboundMs?: number | null;
  }) => Promise<string>;
  /** A plan of the contact's, due at `dueMs`. */
  readonly plan: (
    contactId: string,
    dueMs: number,
    own?: { readonly reason?: string; readonly text?: string | null },
  ) => Promise<string>;
};

export function followUpRows(db: pg.Pool): FollowUpRows {
  let phones = 0;
  return {
    contact: async ({
      channel = 'whatsapp',
      name = 'Asha',
      language = 'en',
      timezone = 'Asia/Kolkata',
      lastInboundMs = null,
    } = {}) => {
      phones += 1;
      const phone = channel === 'whatsapp' ? `+9197000${String(phones).padStart(5, '0')}` : null;
      const lastInboundAt = lastInboundMs === null ? null : new Date(lastInboundMs);
      return insertContactRow(db, { channel, phone, name, language, timezone, lastInboundAt });
    },
    plan: async (contactId, dueMs, { reason = 'later', text = null } = {}) => {
      const id = randomUUID();
      await db.query(
        `INSERT INTO follow_ups (id, contact_id, reason, summary, due_at, text)
         VALUES ($1, $2, $3, $6, to_timestamp($4::float8), $5)`,
        [
          id,
          contactId,
          reason,
          dueMs / 1000,
          sealText('follow_ups.text', text),
          sealText('follow_ups.summary', 'house in Bengaluru'),
        ],
      );
      return id;
    },
  };
}
