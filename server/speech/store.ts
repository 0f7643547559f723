import type { QueryResultRow } from 'pg';
import type { ChannelPayload } from '@/flows/rendering/channel-payload';
import type { Transcript } from '@/flows/schema/message';
import type { ChannelId, UploadedFile } from '../channels/channel';
import { getPool } from '../db/pool';
import { storableJson } from '../inbox/storable-json';
import { sealJson } from '../sealing/seal-column';
import { speechSql } from './sql';

/** A voice note that this process must hear now. */
export type NoteJob = {
  readonly id: string;
  readonly storageKey: string;
  /** The language of the conversation; null before there was one. */
  readonly language: string | null;
  /** Since it was stored. */
  readonly ageMs: number;
};

/** Claims up to `most` notes that are there and were not heard yet. No two processes get the same one. */
export function claimNotes(owner: string, most: number): Promise<readonly NoteJob[]> {
  return query('speech.claimNotes', speechSql.claimNotes, [owner, most, leaseSeconds, silentSeconds]);
}

/** What came of hearing a note: `later` leaves it to be heard again. */
export type NoteOutcome =
  | { readonly status: 'heard'; readonly transcript: Transcript }
  | { readonly status: 'unheard'; readonly problemCode: string }
  | { readonly status: 'later'; readonly problemCode: string; readonly retryAfterMs: number };

/**
 * Records it, unless somebody else has taken the note over since. When it is settled, the contact whose turn may wait for it
 * is made due; resolves to whether it was.
 */
export async function recordNote(owner: string, job: NoteJob, outcome: NoteOutcome): Promise<boolean> {
  const rows = await query('speech.recordNote', speechSql.recordNote, [
    job.id,
    owner,
    outcome.status === 'later' ? 'waiting' : outcome.status,
    outcome.status === 'heard' ? storableJson(sealJson('media_files.transcript', outcome.transcript)) : null,
    outcome.status === 'heard' ? null : outcome.problemCode,
    outcome.status === 'later' ? outcome.retryAfterMs : null,
  ]);
  return rows.length > 0;
}

/** A message of which something must be made before it can leave. */
export type UnpreparedRow = {
  readonly id: string;
  readonly channel: ChannelId;
  /** Which of our addresses it will leave from; null: the channel's first. */
  readonly account: string | null;
  readonly payload: unknown;
  readonly ageMs: number;
};

/** Claims up to `most` of them in the order in which they will leave. */
export function claimUnprepared(
  owner: string,
  most: number,
  channels: readonly ChannelId[],
): Promise<readonly UnpreparedRow[]> {
  return query('speech.claimUnprepared', speechSql.claimUnprepared, [
    owner,
    most,
    channels,
    leaseSeconds,
    silentSeconds,
  ]);
}

/** Cancels notes that are still not spoken so long after their text was said, and hold up what is behind. Says how many. */
export async function cancelLateSpeech(afterMs: number): Promise<number> {
  const { rowCount } = await getPool().query(speechSql.cancelLate, [afterMs]);
  return rowCount ?? 0;
}

/** What came of preparing a message: it may leave, is tried again, or never leaves. */
export type Preparation =
  | { readonly status: 'prepared'; readonly payload: ChannelPayload }
  | { readonly status: 'later'; readonly retryAfterMs: number }
  | { readonly status: 'cancelled' | 'rejected'; readonly problemCode: string; readonly problemDetail: string };

/** Records it, if the message still waits for just that; resolves to whether it did. */
export async function recordPreparation(owner: string, id: string, preparation: Preparation): Promise<boolean> {
  const isOver = preparation.status === 'cancelled' || preparation.status === 'rejected';
  const rows = await query('speech.recordPreparation', speechSql.recordPreparation, [
    id,
    owner,
    isOver ? preparation.status : 'queued',
    preparation.status === 'prepared' ? storableJson(sealJson('outbox_entries.payload', preparation.payload)) : null,
    preparation.status === 'later' ? preparation.retryAfterMs : null,
    isOver ? preparation.problemCode : null,
    isOver ? preparation.problemDetail : null,
  ]);
  return rows.length > 0;
}

/** Milliseconds until something put off is to be heard or prepared again, or undefined when nothing is. */
export async function msUntilNextSpeech(): Promise<number | undefined> {
  const [row] = await query<{ ms: number | null }>('speech.next', speechSql.next, []);
  return row?.ms ?? undefined;
}

/** A file of ours that a channel already holds, by what is in it. */
export type HeldFile = {
  readonly channel: ChannelId;
  readonly account: string;
  readonly sha256: string;
  readonly mimeType: string;
};
export type FileFields = Extract<UploadedFile, { ok: true }>['fields'];

/** How a payload names it, if the channel will hold it for another hour. */
export async function findChannelFile(file: HeldFile): Promise<FileFields | undefined> {
  const { channel, account, sha256, mimeType } = file;
  const values = [channel, account, sha256, mimeType];
  const [row] = await query<{ fields: FileFields }>('speech.findChannelFile', speechSql.findChannelFile, values);
  return row?.fields;
}

export async function keepChannelFile(file: HeldFile, fields: FileFields, expiresAt: string): Promise<void> {
  const { channel, account, sha256, mimeType } = file;
  const values = [channel, account, sha256, mimeType, storableJson(fields), expiresAt];
  await query('speech.keepChannelFile', speechSql.keepChannelFile, values);
}

/** A file that is to be sent; `storageKey` is null while it is not there. */
export type FileToSend = {
  readonly status: 'waiting' | 'stored' | 'failed';
  readonly storageKey: string | null;
  readonly mimeType: string | null;
  readonly filename: string | null;
  readonly sha256: string | null;
};

export async function readFileToSend(fileId: string): Promise<FileToSend | undefined> {
  const [row] = await query<FileToSend>('speech.readFileToSend', speechSql.readFileToSend, [fileId]);
  return row;
}

const leaseSeconds = 60; // outlasts a call, an upload and the record of them
const silentSeconds = 5; // a worker that has not beaten for so long is dead to the others

async function query<Row extends QueryResultRow>(
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const { rows } = await getPool().query<Row>({ name, text, values: [...values] });
  return rows;
}
