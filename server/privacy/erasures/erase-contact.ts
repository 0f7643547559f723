import { gzipSync } from 'node:zlib';
import type { PoolClient } from 'pg';
import { recordAudit } from '../../audit/store';
import type { Actor } from '../../auth/actor';
import { newId } from '../../conversation/ids';
import { inTransaction } from '../../db/transaction';
import { KnownError } from '../../errors';
import { log } from '../../log';
import { mediaStorage } from '../../media/storage';
import { readFiles } from '../../media/store';
import { voiceNow } from '../../speech/voice';
import type { Voice } from '../../speech/voice-contract';
import { composeExport } from '../contact-data/compose-export';
import { type ContactRows, deleteContactRows, lockContact, readContactRows } from '../contact-data/store';
import { newKey, seal } from '../sealing/seal';
import { insertKey } from '../sealing/store';
import { readPrivacySettings } from '../settings/store';
import { rememberErased } from '../suppressions/erased-messages/store';
import { suppress } from '../suppressions/store';
import { archiveName, type EraseReason, type SealedFile } from './erasure';
import type { Mention } from './mentions/mention';
import { scrubMentions } from './mentions/scrub-mentions';
import { storageKeysOf } from './storage-keys';
import { insertErasure } from './store';

export type EraseRequest = Readonly<{ actor: Actor; contactId: string; reason: EraseReason }>;
export type Erased = Readonly<{
  erasureId: string;
  keepUntil: Date | null;
  /** Where a name like theirs still stands. */
  mentions: readonly Mention[];
}>;

/** A key of the archive and the copies of files that it locks already; null where nothing is kept. */
type Archiving = Readonly<{ key: Buffer; files: readonly SealedFile[]; keepUntilMs: number }> | null;

const DAY_MS = 86_400_000;

/**
 * Forgets a contact: everything is put into one sealed archive (unless nothing has to be kept) and is gone from all tables
 * when this resolves. A turn or a message under way finds nobody to write to. Throws `record.notFound`.
 */
export async function eraseContact(request: EraseRequest, nowMs: number): Promise<Erased> {
  const erasureId = newId(nowMs);
  const voice = await voiceNow();
  const archiving = await beginArchive(erasureId, request.contactId, nowMs);
  const { storageKeys, mentions } = await inTransaction((client) =>
    forget(client, { request, erasureId, archiving, voice, nowMs }),
  );
  await removeFiles(storageKeys);
  return { erasureId, keepUntil: archiving && new Date(archiving.keepUntilMs), mentions };
}

type Forgetting = Readonly<{
  request: EraseRequest;
  erasureId: string;
  archiving: Archiving;
  voice: Voice | null;
  nowMs: number;
}>;

type Forgotten = Readonly<{ storageKeys: readonly string[]; mentions: readonly Mention[] }>;

/** Seals and deletes all rows. Gives the places in the media storage that are to be emptied now. */
async function forget(
  client: PoolClient,
  { request: { contactId, reason, actor }, erasureId, archiving, voice, nowMs }: Forgetting,
): Promise<Forgotten> {
  const located = await lockContact(client, contactId);
  if (!located) throw new KnownError('record.notFound', 'There is no such contact.');
  const rows = await readContactRows(located, client);
  const sealed = archiving && sealRows(erasureId, archiving.key, composeExport(located.contact, rows, nowMs));
  const archive = archiving && sealed && { ...archiving, sealed };
  if (archive) await insertKey(client, archiveName(erasureId), archive.key);
  await suppress(client, located.contact, nowMs);
  await rememberErased(client, channelIdsOf(rows), nowMs);
  const erased = await deleteContactRows(client, located);
  const { counts, mentions } = await scrubMentions(client, located.traces);
  const storageKeys = storageKeysOf(rows, voice);
  const about = { id: erasureId, contactId, reason, actorId: actor.id, nowMs };
  await insertErasure(client, { ...about, counts: { ...erased, ...counts }, archive, storageKeys, mentions });
  const subject = { type: 'contact', id: contactId } as const;
  const detail = { reason, erasure: erasureId, isSealed: archive !== null };
  await recordAudit({ actor, act: 'contact.erased', subject, detail }, client);
  return { storageKeys, mentions };
}

/** By which the channel would tell us again of messages that are gone, and of what became of them. */
function channelIdsOf(rows: ContactRows): readonly string[] {
  const came = [...(rows.received ?? []), ...(rows.accountEvents ?? [])];
  const ids = [...came, ...(rows.sent ?? [])].map((row) => row.external_id);
  return ids.filter((id) => typeof id === 'string');
}

/** Removes what it can; what is left, or is just being stored, the nightly job removes. */
async function removeFiles(keys: readonly string[]): Promise<void> {
  try {
    for (const key of keys) await mediaStorage().remove(key);
  } catch (error) {
    log.error({ err: error }, 'erasure.filesKept');
  }
}

/** Encrypted copies of the files come first: a key that is then not kept makes them noise. */
async function beginArchive(erasureId: string, contactId: string, nowMs: number): Promise<Archiving> {
  const { legalMinimumDays, sealNothing } = await readPrivacySettings();
  if (sealNothing) return null;
  const key = newKey();
  const files: SealedFile[] = [];
  for (const { id, storageKey, mimeType } of await readFiles(contactId)) {
    const bytes = storageKey === null ? undefined : await mediaStorage().get(storageKey);
    if (!bytes) continue;
    const place = `archives/${erasureId}/${id}`;
    await mediaStorage().put(place, seal(key, id, bytes), 'application/octet-stream');
    files.push({ id, key: place, mimeType, byteSize: bytes.byteLength });
  }
  return { key, files, keepUntilMs: nowMs + legalMinimumDays * DAY_MS };
}

function sealRows(erasureId: string, key: Buffer, exported: object): Buffer {
  return seal(key, archiveName(erasureId), gzipSync(JSON.stringify(exported)));
}
