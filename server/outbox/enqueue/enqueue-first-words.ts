import type { PoolClient } from 'pg';
import type { ChannelPayload } from '@/flows/rendering/channel-payload';
import type { OutgoingContent } from '@/flows/schema/message';
import type { ChannelId } from '../../channels/channel';
import { storableJson } from '../../inbox/storable-json';
import { sealJson } from '../../sealing/seal-column';
import { sealedMessage } from '../../sealing/sealed-message';

/** A message with which we write first. */
export type FirstWords = {
  /** Its outbox id, made from what it belongs to and the attempt: a second row with it is never written. */
  readonly outboxId: string;
  readonly contactId: string;
  /** Of the conversation that it belongs to; null for none. */
  readonly sessionId: string | null;
  readonly channel: ChannelId;
  readonly content: OutgoingContent;
  readonly payload: ChannelPayload;
  readonly language: string;
  /** 1 a follow-up, 2 a campaign. */
  readonly priority: 1 | 2;
  /** ISO: it does not leave at or after then; null: whenever. */
  readonly leaveBefore: string | null;
};

/**
 * Puts messages at the end of their contacts' lines, in the transaction that says what they belong to, and notes that these
 * contacts were written to first. One whose id is there already is left alone.
 */
export async function enqueueFirstWords(client: PoolClient, messages: readonly FirstWords[]): Promise<void> {
  if (messages.length === 0) return;
  await client.query({
    name: 'outbox.firstWords',
    text: `
    WITH given AS (
      SELECT * FROM jsonb_to_recordset($1::jsonb) AS g("outboxId" uuid, "contactId" uuid, "sessionId" uuid,
        channel channel_name, content jsonb, tokens int[], payload jsonb, language text, priority int,
        "leaveBefore" timestamptz)
      WHERE NOT EXISTS (SELECT 1 FROM outbox_entries o WHERE o.id = g."outboxId")
    ), message AS (
      INSERT INTO messages (id, contact_id, session_id, direction, channel, content, tokens, text_keys, language, at)
      SELECT "outboxId", "contactId", "sessionId", 'out', channel, content, tokens, '{}', language, now() FROM given
    ), reached AS (
      UPDATE contacts c SET reached_at = now() FROM given WHERE c.id = given."contactId"
    )
    INSERT INTO outbox_entries (id, message_id, contact_id, turn_id, idx, channel, payload, priority, leave_before)
    SELECT "outboxId", "outboxId", "contactId", "outboxId", 0, channel, payload, priority, "leaveBefore" FROM given`,
    values: [storableJson(messages.map(rowOf))],
  });
}

function rowOf(message: FirstWords) {
  const payload = sealJson('outbox_entries.payload', message.payload);
  return { ...message, ...sealedMessage(message.content), payload };
}
