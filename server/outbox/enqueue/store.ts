import type { ChannelPayload } from '@/flows/rendering/channel-payload';
import type { OutgoingContent } from '@/flows/schema/message';
import type { ChannelId } from '../../channels/channel';
import { newId } from '../../conversation/ids';
import { getPool } from '../../db/pool';
import { storableJson } from '../../inbox/storable-json';
import { sealJson } from '../../sealing/seal-column';
import { sealedMessage } from '../../sealing/sealed-message';

/** A message that no turn of a flow has said. */
export type SingleMessage = {
  readonly contactId: string;
  readonly channel: ChannelId;
  readonly content: OutgoingContent;
  readonly payload: ChannelPayload;
  readonly language: string;
};

/** Puts one message at the end of a contact's line, and gives its outbox id. It leaves as every other does. */
export async function enqueueMessage({
  contactId,
  channel,
  content,
  payload,
  language,
}: SingleMessage): Promise<string> {
  const id = newId();
  const sealed = sealedMessage(content);
  await getPool().query(
    `WITH message AS (
       INSERT INTO messages (id, contact_id, direction, channel, content, tokens, text_keys, language, at)
       VALUES ($1, $2, 'out', $3::channel_name, $4, $9, '{}', $6, now()))
     INSERT INTO outbox_entries (id, message_id, contact_id, turn_id, idx, channel, payload)
     VALUES ($7, $1, $2, $8, 0, $3::channel_name, $5)`,
    [
      newId(),
      contactId,
      channel,
      storableJson(sealed.content),
      storableJson(sealJson('outbox_entries.payload', payload)),
      language,
      id,
      newId(),
      sealed.tokens,
    ],
  );
  return id;
}

/** How far a message has come. */
export type SendProgress = {
  readonly status: 'queued' | 'dispatching' | 'accepted' | 'rejected' | 'unknown' | 'cancelled';
  readonly delivery: 'none' | 'sent' | 'delivered' | 'read' | 'played' | 'failed';
  readonly problemCode: string | null;
  /** For a person: what happened and what to do. */
  readonly problemDetail: string | null;
};

/** Undefined for an id that is none of ours. */
export async function readProgress(outboxId: string): Promise<SendProgress | undefined> {
  const { rows } = await getPool().query<SendProgress>(
    `SELECT status, delivery, problem_code AS "problemCode", problem_detail AS "problemDetail"
     FROM outbox_entries WHERE id = $1`,
    [outboxId],
  );
  return rows[0];
}
