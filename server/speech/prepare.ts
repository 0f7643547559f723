import { createHash } from 'node:crypto';
import { type UnpreparedPayload, unpreparedPayload } from '@/flows/rendering/channel-payload';
import type { Channel, FileToUpload } from '../channels/channel';
import { KnownError } from '../errors';
import { mediaStorage } from '../media/storage';
import { payloadOfFile } from './payload-of-file';
import { speechProblems } from './speech-problem';
import {
  type FileFields,
  findChannelFile,
  keepChannelFile,
  type Preparation,
  readFileToSend,
  type UnpreparedRow,
} from './store';
import type { Voice } from './voice-contract';
import { VOICE_NOTE_TYPE, voiceNoteOf } from './voice-note';

/** Makes what a message lacks and hands it to the channel. Never throws for what the world does. */
export async function prepare(row: UnpreparedRow, channel: Channel, voice: Voice | null): Promise<Preparation> {
  const read = unpreparedPayload.safeParse(row.payload);
  if (!read.success) return over('rejected', 'payload.unreadable', 'The message is in a form that is no longer known.');
  try {
    return read.data.type === 'speech'
      ? await prepareSpeech(read.data, row, channel, voice)
      : await prepareFile(read.data, row, channel);
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return later(row, { code: error.code, detail: error.message, retryable: true }, read.data.type);
  }
}

type Speech = Extract<UnpreparedPayload, { type: 'speech' }>;
type File = Extract<UnpreparedPayload, { type: 'file' }>;
type Problem = { readonly code: string; readonly detail: string; readonly retryable: boolean };

async function prepareSpeech(
  speech: Speech,
  row: UnpreparedRow,
  channel: Channel,
  voice: Voice | null,
): Promise<Preparation> {
  if (voice === null) return over('cancelled', 'speech.failed', speechProblems['speech.notConfigured']);
  const note = await voiceNoteOf(speech.text, speech.language, voice);
  if (!note.ok) return later(row, { ...note, detail: speechProblems[note.code] }, 'speech');
  const file = { bytes: note.value, mimeType: VOICE_NOTE_TYPE, filename: 'voice.ogg' };
  const held = await handOver(file, row, channel);
  if (!held.ok) return later(row, held, 'speech');
  return { status: 'prepared', payload: payloadOfFile({ kind: 'voice' }, VOICE_NOTE_TYPE, held.fields) };
}

async function prepareFile(file: File, row: UnpreparedRow, channel: Channel): Promise<Preparation> {
  const stored = await readFileToSend(file.fileId);
  if (stored?.status === 'waiting') return later(row, { ...notThere, retryable: true }, 'file');
  if (!stored?.storageKey) return over('rejected', notThere.code, notThere.detail);
  const bytes = await mediaStorage().get(stored.storageKey);
  if (bytes === undefined) return over('rejected', notThere.code, notThere.detail);
  const mimeType = stored.mimeType ?? 'application/octet-stream';
  const filename = file.filename ?? stored.filename ?? 'file';
  const held = await handOver({ bytes, mimeType, filename }, row, channel);
  if (!held.ok) return later(row, held, 'file');
  return { status: 'prepared', payload: payloadOfFile({ ...file, filename }, mimeType, held.fields) };
}

const notThere = { code: 'file.gone', detail: 'The file is not in our storage.' };
const UPLOAD_DEADLINE_MS = 10_000;
/** What a file is tried for; then nobody expects it. */
const LONGEST_FILE_MS = 600_000;

type Held = { readonly ok: true; readonly fields: FileFields } | ({ readonly ok: false } & Problem);

/** Hands a file to the channel, unless it holds the same one already. */
async function handOver(file: FileToUpload, row: UnpreparedRow, channel: Channel): Promise<Held> {
  const account = row.account ?? channel.accounts[0];
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const name = { channel: channel.id, account, sha256, mimeType: file.mimeType };
  const known = await findChannelFile(name);
  if (known) return { ok: true, fields: known };
  const uploaded = await channel.uploadFile(file, { account, deadlineMs: UPLOAD_DEADLINE_MS });
  if (!uploaded.ok) return uploaded;
  await keepChannelFile(name, uploaded.fields, uploaded.expiresAt);
  return uploaded;
}

/** Tried again if that may help: a note a second later, while it is not late; a file after some seconds. */
function later(
  row: UnpreparedRow,
  problem: Problem & { readonly retryAfterMs?: number },
  type: UnpreparedPayload['type'],
): Preparation {
  if (type === 'speech') {
    if (problem.retryable) return { status: 'later', retryAfterMs: Math.max(1_000, problem.retryAfterMs ?? 0) };
    return over('cancelled', 'speech.failed', problem.detail); // its text has been sent
  }
  if (problem.retryable && row.ageMs < LONGEST_FILE_MS) return { status: 'later', retryAfterMs: 5_000 };
  return over('rejected', problem.code, problem.detail);
}

function over(status: 'cancelled' | 'rejected', problemCode: string, problemDetail: string): Preparation {
  return { status, problemCode, problemDetail };
}
