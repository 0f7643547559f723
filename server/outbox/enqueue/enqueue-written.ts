import type { PoolClient } from 'pg';
import type { ChannelPayload, UnpreparedPayload } from '@/flows/rendering/channel-payload';
import type { OutgoingContent } from '@/flows/schema/message';
import type { ChannelId } from '../../channels/channel';
import { derivedId } from '../../conversation/ids';
import { storableJson } from '../../inbox/storable-json';
import { sealJson } from '../../sealing/seal-column';
import { sealedMessage } from '../../sealing/sealed-message';

/** A message that an officer wrote. */
export type WrittenMessage = {
  readonly id: string;
  readonly contactId: string;
  readonly authorId: string;
  readonly channel: ChannelId;
  readonly language: string;
  readonly content: OutgoingContent;
  /** In their order; what is still to be made keeps its place in the line. */
  readonly payloads: readonly (ChannelPayload | UnpreparedPayload)[];
  /** ISO: it does not leave at or after then; null: whenever. */
  readonly leaveBefore: string | null;
};

/** Puts an officer's message at the end of the contact's line. One whose id is there already is left alone. */
export async function enqueueWritten(client: PoolClient, message: WrittenMessage): Promise<void> {
  const { id, contactId, authorId, channel, language, payloads, leaveBefore } = message;
  const { content, tokens } = sealedMessage(message.content);
  const rows = payloads.map((payload, idx) => ({
    id: derivedId('outbox', id, idx),
    idx,
    payload: sealJson('outbox_entries.payload', payload),
    isPrepared: payload.type !== 'file' && payload.type !== 'speech',
  }));
  await client.query(
    `WITH message AS (
       INSERT INTO messages (id, contact_id, session_id, direction, channel, content, tokens, text_keys, language, author_id,
         at)
       SELECT $1, $2, (SELECT id FROM flow_sessions WHERE contact_id = $2 ORDER BY (status = 'active') DESC, started_at DESC
         LIMIT 1), 'out', $3::channel_name, $4::jsonb, $9, '{}', $5, $6, now()
       WHERE NOT EXISTS (SELECT 1 FROM messages WHERE id = $1)
       RETURNING id
     )
     INSERT INTO outbox_entries (id, message_id, contact_id, turn_id, idx, channel, payload, is_prepared, leave_before)
     SELECT g.id, $1, $2, $1, g.idx, $3::channel_name, g.payload, g."isPrepared", $8
     FROM message, jsonb_to_recordset($7::jsonb) AS g(id uuid, idx int, payload jsonb, "isPrepared" boolean) ORDER BY g.idx`,
    [id, contactId, channel, storableJson(content), language, authorId, storableJson(rows), leaveBefore, tokens],
  );
}
