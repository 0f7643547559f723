import { createHash } from 'node:crypto';
import type { Channel, FetchedFile } from '../channels/channel';
import { KnownError } from '../errors';
import { log } from '../log';
import { durationOfOgg } from '../speech/ogg/read-ogg';
import { oneAtATime } from './one-at-a-time';
import { mediaStorage } from './storage';
import type { FetchJob, FetchOutcome } from './store';
import { typeOf } from './type-of';

/** Fetches one file through its channel, sees what it really is, and stores it. Never throws for what the world does. */
export async function fetchAndStore(channel: Channel, job: FetchJob): Promise<FetchOutcome> {
  const fetched = await fetchCapped(channel, job);
  if (!fetched.ok) return judgeFailure(job, fetched);
  const { bytes } = fetched;
  if (bytes.byteLength === 0) return putOff(job, 'file.empty');
  const hash = createHash('sha256').update(bytes).digest();
  const claimed = job.claimedHash ?? fetched.sha256;
  if (claimed && !isSameHash(claimed, hash)) log.warn({ fileId: job.id, kind: job.kind }, 'file.otherHash');
  const mimeType = await typeOf(bytes, job.mimeType ?? fetched.mimeType);
  const storageKey = `files/${job.id.slice(-2)}/${job.id}`;
  try {
    await mediaStorage().put(storageKey, bytes, mimeType);
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return putOff(job, error.code);
  }
  const durationMs = mimeType === 'audio/ogg' ? (durationOfOgg(bytes) ?? null) : null;
  const sha256 = hash.toString('hex');
  return { status: 'stored', storageKey, mimeType, byteSize: bytes.byteLength, sha256, durationMs };
}

/** A file above 16 MB is fetched by itself, so that memory holds one of them and not four. */
async function fetchCapped(channel: Channel, job: FetchJob): Promise<FetchedFile> {
  const account = job.account ?? undefined;
  const fetched = await channel.fetchFile(job.mediaId, { account, deadlineMs: 30_000, mostBytes: smallBytes });
  if (fetched.ok || fetched.code !== 'file.tooLarge' || isSound(job)) return fetched;
  return large.run(() => channel.fetchFile(job.mediaId, { account, deadlineMs: 180_000, mostBytes: largestBytes }));
}

const smallBytes = 16 * 1024 * 1024; // audio and video, Cloud API reference, "Media"
const largestBytes = 100 * 1024 * 1024; // whatever else comes in, the same

const large = oneAtATime();

function isSound({ kind }: FetchJob): boolean {
  return kind === 'voice' || kind === 'audio';
}

function judgeFailure(job: FetchJob, { code, retryable }: Extract<FetchedFile, { ok: false }>): FetchOutcome {
  // A token that may not see a file is told that it is not there: believed only after an hour.
  const isDoubted = code === 'file.gone' && job.channel === 'whatsapp' && job.ageMs < doubtMs;
  return retryable || isDoubted ? putOff(job, code) : { status: 'failed', problemCode: code };
}

const doubtMs = 3_600_000;

/** Tried again after 10 s, 20 s, 40 s … 6 h, as long as WhatsApp keeps files: 7 days (Cloud API reference, "Media"). */
function putOff(job: FetchJob, problemCode: string): FetchOutcome {
  if (job.ageMs > keptMs) return { status: 'failed', problemCode: 'file.gone' };
  const retryAfterMs = Math.min(10_000 * 2 ** Math.min(job.attempts - 1, 20), 6 * 3_600_000);
  return { status: 'waiting', problemCode, retryAfterMs };
}

const keptMs = 7 * 86_400_000;

/** Webhooks write it in base64; hexadecimal was seen as well. */
function isSameHash(claimed: string, hash: Buffer): boolean {
  return claimed === hash.toString('base64') || claimed.toLowerCase() === hash.toString('hex');
}
