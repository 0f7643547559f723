import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { sealJson } from '../sealing/seal-column';
import { sealedMessage } from '../sealing/sealed-message';
import { insertContactRow } from './contact-rows';

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
      phones += 1;
      return insertContactRow(db, {
        phone: `+9198000${String(phones).padStart(5, '0')}`,
        language,
        name: name ?? null,
        account: account ?? null,
        lastInboundAt: wroteMinutesAgo === null ? null : new Date(Date.now() - wroteMinutesAgo * 60_000),
      });
    },
    message: async (
      contactId,
      { template, text = 'Hello', priority = 0, isPrepared = true, isLastWord = false, leaveWithinSeconds = null } = {},
    ) => {
      const id = randomUUID();
      const payload = template === undefined ? textOf(text) : templateOf(template);
      const { content, tokens } = sealedMessage(payload);
      await db.query(
        `WITH message AS (
           INSERT INTO messages (id, contact_id, direction, channel, content, tokens, text_keys, language, at)
           VALUES ($1, $2, 'out', 'whatsapp', $8, $9, '{}', 'en', now()))
         INSERT INTO outbox_entries (id, message_id, contact_id, turn_id, idx, channel, payload, priority, is_prepared, is_last_word,
           leave_before)
         VALUES ($1, $1, $2, $1, 0, 'whatsapp', $3, $4, $5, $6, now() + make_interval(secs => $7::float8))`,
        [
          id,
          contactId,
          sealJson('outbox_entries.payload', payload),
          priority,
          isPrepared,
          isLastWord,
          leaveWithinSeconds,
          content,
          tokens,
        ],
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
