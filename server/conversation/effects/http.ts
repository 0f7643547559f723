import { request as requestPlain } from 'node:http';
import { request } from 'node:https';
import type { EffectRequest } from '@/flows/schema/events';
import type { EffectResult } from './perform-effect';
import { refusedAddress, safeLookup } from './safe-lookup';

export type HttpOptions = {
  readonly idempotencyKey: string;
  /** Also plain http, and only to this machine: for tests. */
  readonly allowLoopback: boolean;
};

/**
 * Calls an outside service for a flow: https only, never an address inside our own network, no redirects, the author's
 * timeout, and no more than 256 KiB of answer. Never throws. A body that is no JSON is given as text.
 */
export async function performHttp(effect: EffectRequest, options: HttpOptions): Promise<EffectResult> {
  const url = URL.canParse(effect.url) ? new URL(effect.url) : undefined;
  if (!url) return { ok: false, code: 'url.invalid' };
  const isPlain = url.protocol === 'http:' && options.allowLoopback;
  if (url.protocol !== 'https:' && !isPlain) return { ok: false, code: 'url.notHttps' };
  if (url.username !== '' || url.password !== '') return { ok: false, code: 'url.withPassword' };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A literal address is never looked up, so it is judged here.
  if (refusedAddress(host, options.allowLoopback)) return { ok: false, code: 'address.private' };
  return call(effect, url, options);
}

const LARGEST_ANSWER = 256 * 1024; // bytes
const LONGEST_TIMEOUT_SECONDS = 30;
/** They would change whom the request speaks to or for, or how it is framed. */
const refusedHeaders = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'upgrade',
  'te',
  'trailer',
]);

function call(effect: EffectRequest, url: URL, options: HttpOptions): Promise<EffectResult> {
  const seconds = Math.min(effect.timeoutSeconds, LONGEST_TIMEOUT_SECONDS);
  const signal = AbortSignal.timeout(seconds * 1000);
  const send = url.protocol === 'https:' ? request : requestPlain;
  return new Promise((resolve) => {
    const fail = (error: Error) => resolve({ ok: false, code: codeOf(error, signal) });
    const outgoing = send(url, {
      method: effect.method,
      headers: headersOf(effect, options.idempotencyKey),
      lookup: safeLookup(options.allowLoopback),
      agent: false, // a kept connection would have been checked for another call
      signal,
    });
    outgoing.once('error', fail);
    outgoing.once('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.byteLength;
        if (size > LARGEST_ANSWER) {
          resolve({ ok: false, code: 'answer.tooLarge' });
          outgoing.destroy();
        } else chunks.push(chunk);
      });
      response.once('error', fail);
      response.once('end', () => resolve(settled(response.statusCode ?? 0, Buffer.concat(chunks))));
    });
    if (effect.body === null) outgoing.end();
    else outgoing.end(effect.body);
  });
}

function headersOf({ headers, body }: EffectRequest, idempotencyKey: string): Record<string, string> {
  const given = Object.entries(headers)
    .map(([name, value]): [string, string] => [name.toLowerCase(), value.replace(/[^\x20-\x7e]/g, '')])
    .filter(([name]) => !refusedHeaders.has(name));
  const type: [string, string][] = body === null ? [] : [['content-type', 'application/json']];
  const ours: [string, string] = ['idempotency-key', idempotencyKey];
  return Object.fromEntries([['accept', 'application/json'], ...type, ...given, ours]);
}

function settled(status: number, body: Buffer): EffectResult {
  if (status >= 300 && status < 400) return { ok: false, code: 'answer.redirect' };
  const text = body.toString('utf8');
  try {
    return { ok: true, status, body: text === '' ? null : JSON.parse(text) };
  } catch {
    return { ok: true, status, body: text };
  }
}

function codeOf(error: Error, signal: AbortSignal): string {
  if (signal.aborted) return 'call.timedOut';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return code === 'ADDRESS_REFUSED' ? 'address.private' : 'call.failed';
}
