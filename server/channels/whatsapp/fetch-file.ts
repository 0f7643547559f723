import { z } from 'zod';
import type { CallOptions, FetchedFile } from '../channel';
import { callGraph, type GraphAnswer } from './call-graph';
import type { WhatsAppConfig } from './config';
import { explainError } from './errors';
import { isMetaAddress } from './is-meta-address';
import { type Read, readCapped } from './read-capped';

/**
 * Fetches a customer's file: asks for its address (good for 5 minutes), then for the bytes, `mostBytes` at most. An address
 * that leads nowhere is asked for once more. Never throws. Source: Cloud API reference, "Media" (2026-09).
 */
export async function fetchFile(
  config: WhatsAppConfig,
  mediaId: string,
  options: CallOptions & { readonly mostBytes: number },
): Promise<FetchedFile> {
  const deadline = performance.now() + options.deadlineMs;
  const first = await fetchOnce(config, mediaId, deadline, options.mostBytes);
  return first.ok || first.code !== 'file.addressDead'
    ? first
    : fetchOnce(config, mediaId, deadline, options.mostBytes);
}

async function fetchOnce(
  config: WhatsAppConfig,
  mediaId: string,
  deadline: number,
  mostBytes: number,
): Promise<FetchedFile> {
  const path = encodeURIComponent(mediaId);
  const found = readLookup(await callGraph(config, { method: 'GET', path, deadlineMs: left(deadline) }));
  if (!found.ok) return found;
  const { url, mime_type: mimeType, sha256, file_size: size } = found.file;
  if (size !== undefined && size > mostBytes) return failure('file.tooLarge', 'final');
  // The token goes along, so it must not go to anybody else.
  if (!isMetaAddress(url, config.apiBaseUrl)) return failure('file.addressForeign', 'final');
  const read = await download(url, config.accessToken, left(deadline), mostBytes);
  if (!read.ok) return read;
  const isPage = read.mimeType?.startsWith('text/html') && !mimeType?.startsWith('text/html');
  if (isPage) return failure('file.notServed', 'again'); // a page that explains something stands in for the file
  return { ok: true, bytes: read.bytes, mimeType: mimeType ?? read.mimeType ?? unknownType, sha256 };
}

const unknownType = 'application/octet-stream';

const lookup = z.object({
  url: z.string().min(1),
  mime_type: z.string().optional(),
  sha256: z.string().optional(),
  file_size: z.coerce.number().int().nonnegative().optional().catch(undefined), // documented as text, seen as a number
});

type Lookup = { readonly ok: true; readonly file: z.infer<typeof lookup> } | Extract<FetchedFile, { ok: false }>;

const refusal = z.object({ error: z.object({ code: z.number().int() }) });

function readLookup(answer: GraphAnswer): Lookup {
  if (answer.type !== 'answered') return failure('file.unreachable', 'again');
  const file = answer.status === 200 ? lookup.safeParse(answer.json) : undefined;
  if (file) return file.success ? { ok: true, file: file.data } : failure('file.notServed', 'again');
  const code = refusal.safeParse(answer.json).data?.error.code;
  // 100 says "does not exist" (also to a token that may not see it).
  if (code === 100 || (code === undefined && answer.status === 404)) return failure('file.gone', 'final');
  if (code === undefined) return failure('file.unreachable', 'again');
  const { problem, kind } = explainError(code);
  return failure(problem, kind === 'permanent' || kind === 'caller' ? 'final' : 'again');
}

async function download(url: string, token: string, deadlineMs: number, mostBytes: number): Promise<Read | Failed> {
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}`, 'user-agent': 'Vaarta', 'accept-encoding': 'identity' },
      redirect: 'manual', // a redirect would carry the token elsewhere
      signal: AbortSignal.timeout(deadlineMs),
    });
    if (response.status === 200) return (await readCapped(response, mostBytes)) ?? failure('file.tooLarge', 'final');
    await response.body?.cancel();
    return failure(statusCodes[response.status] ?? 'file.unreachable', 'again');
  } catch {
    return failure('file.brokenOff', 'again'); // out of time, or the connection broke
  }
}

const statusCodes: Readonly<Record<number, string>> = {
  401: 'token.invalid',
  403: 'permission.missing',
  404: 'file.addressDead',
  410: 'file.addressDead',
  429: 'rate.tooManyCalls',
};

type Failed = Extract<FetchedFile, { ok: false }>;

function failure(code: string, next: 'again' | 'final'): Failed {
  return { ok: false, code, retryable: next === 'again' };
}

function left(deadline: number): number {
  return Math.max(1, Math.round(deadline - performance.now()));
}
