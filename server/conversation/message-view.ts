import { type IncomingContent, incomingContent, type OutgoingContent, outgoingContent } from '@/flows/schema/message';
import { messagePayload } from '../inbox/inbox-item';
import { fileIdIn } from '../media/file-address';
import { fileLink } from '../media/signed-link';
import type { MediaFile } from '../media/store';
import type { IncomingMessageView, MessageView, OutgoingMessageView } from './conversation-view';
import { outgoingStatus, shownParts } from './outgoing-status';
import type { OpenEntry, StoredMessage } from './store';

/** Files by the inbox entry that they came with. */
export type Files = ReadonlyMap<string | null, MediaFile>;

/** A stored message as screens show it. */
export function toMessageView(message: StoredMessage, files: Files): MessageView {
  return message.direction === 'in' ? toIncoming(message, files) : toOutgoing(message);
}

/** Known by the channel's id, which is what slots name as the message they were read from. */
function toIncoming(message: StoredMessage, files: Files): IncomingMessageView {
  const { id, at, turnId, content, inboxEntryId, inboxEntry } = message;
  const payload = messagePayload.safeParse(inboxEntry?.payload);
  const status = inboxEntry?.status ?? 'handled';
  return {
    direction: 'in',
    id: payload.data?.messageId ?? id,
    at: at.toISOString(),
    turnId,
    quotes: payload.data?.contextExternalId ?? null,
    ...withFile(incomingContent.parse(content), files.get(inboxEntryId === null ? '' : String(inboxEntryId))),
    status: status === 'parked' ? 'ignored' : status,
  };
}

/** A message that waits for its turn, or whose turn failed. */
export function toOpenMessage(
  { id: entryId, kind, payload, status, occurredAt }: OpenEntry,
  files: Files,
): MessageView[] {
  if (kind !== 'message') return [];
  const message = messagePayload.safeParse(payload);
  if (!message.success) return [];
  const shown = withFile(message.data.content, files.get(String(entryId)));
  const { messageId: id, contextExternalId: quotes = null } = message.data;
  const at = occurredAt.toISOString();
  const isDead = status === 'dead';
  return [{ direction: 'in', id, at, turnId: null, quotes, ...shown, status: isDead ? 'dead' : 'pending' }];
}

/** What was heard in a note may be known only after its turn was taken without it. */
function withFile(
  content: IncomingContent,
  file: MediaFile | undefined,
): Pick<IncomingMessageView, 'content' | 'file'> {
  if (!file || content.type !== 'media') return { content, file: null };
  const heard = file.transcript === null ? {} : { transcript: file.transcript };
  const { mimeType, filename, byteSize, durationMs, status, transcriptStatus, problemCode } = file;
  const url = status === 'stored' ? fileLink(file.id, Date.now()) : null;
  return {
    content: { ...content, fileId: file.id, ...heard },
    file: { url, mimeType, filename, byteSize, durationMs, status, transcriptStatus, problemCode },
  };
}

/** What an officer sent as a file is named by our id of it, and can be opened for some minutes. */
function withLink(content: OutgoingContent): OutgoingContent {
  const fileId = content.type === 'media' ? fileIdIn(content.url) : null;
  const url = fileId === null ? null : fileLink(fileId, Date.now());
  return content.type === 'media' && url !== null ? { ...content, url } : content;
}

function toOutgoing({ id, at, turnId, content, textKeys, language, outbox }: StoredMessage): OutgoingMessageView {
  const said = outgoingContent.parse(content);
  const parts = shownParts(said, outbox);
  const troubled = parts.find((entry) => entry.problemCode !== null);
  return {
    direction: 'out',
    id,
    at: at.toISOString(),
    turnId,
    content: withLink(said),
    payloads: outbox.map((entry) => entry.payload),
    externalIds: outbox.map((entry) => entry.externalId),
    textKeys,
    language,
    status: outgoingStatus(parts),
    problem: troubled?.problemCode ? { code: troubled.problemCode, detail: troubled.problemDetail ?? '' } : null,
  };
}
