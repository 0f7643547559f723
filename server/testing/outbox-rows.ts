import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** Contacts and messages written straight into the tables, for tests of what is sent and when. */
export type OutboxRows = {
  /** A contact who wrote `wroteMinutesAgo` minutes ago, or never. */
  readonly contact: (own?: {
    readonly wroteMinutesAgo?: number | null;
    readonly language?: string;
    readonly name?: string;
    readonly account?: string;
  }) => Promise<string>;
  /** One message in a contact's line. */
  readonly message: (contactId: string, own?: NewMessage) => Promise<string>;
};

export type NewMessage = {
  readonly template?: string;
  readonly text?: string;
  readonly priority?: number;
  readonly isPrepared?: boolean;
  readonly isLastWord?: boolean;
  /** In how many seconds the hours end in which it may leave; less than 0: they are over. */
  readonly leaveWithinSeconds?: number | null;
};

export function outboxRows(db: pg.Pool): OutboxRows {
  let phones = 0;
  return {
    contact: async ({ wroteMinutesAgo = 1, language = 'en', name, account } = {}) => {
      const id = randomUUID();
      phones += 1;
      await db.query(
        `INSERT INTO contacts (id, channel, phone, language, timezone, name, account, last_inbound_at)
         VALUES ($1, 'whatsapp', $2, $3, 'Asia/Kolkata', $4, $5, now() - make_interval(mins => $6::int))`,
        [id, `+9198000${String(phones).padStart(5, '0')}`, language, name ?? null, account ?? null, wroteMinutesAgo],
      );
      return id;
    },
    message: async (
      contactId,
      { template, text = 'Hello', priority = 0, isPrepared = true, isLastWord = false, leaveWithinSeconds = null } = {},
    ) => {
      const id = randomUUID();
      const payload = template === undefined ? textOf(text) : templateOf(template);
      await db.query(
        `WITH message AS (
           INSERT INTO messages (id, contact_id, direction, channel, content, text_keys, language, at)
           VALUES ($1, $2, 'out', 'whatsapp', $3, '{}', 'en', now()))
         INSERT INTO outbox_entries (id, message_id, contact_id, turn_id, idx, channel, payload, priority, is_prepared, is_last_word,
           leave_before)
         VALUES ($1, $1, $2, $1, 0, 'whatsapp', $3, $4, $5, $6, now() + make_interval(secs => $7::float8))`,
        [id, contactId, payload, priority, isPrepared, isLastWord, leaveWithinSeconds],
      );
      return id;
    },
  };
}

const envelope = { messaging_product: 'whatsapp', recipient_type: 'individual' } as const;

function textOf(body: string) {
  return { ...envelope, type: 'text', text: { preview_url: false, body } };
}

function templateOf(name: string) {
  return { ...envelope, type: 'template', template: { name, language: { code: 'en' }, components: [] } };
}
