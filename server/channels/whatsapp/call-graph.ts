import type { WhatsAppConfig } from './config';

/**
 * Posts to the `messages` path of our number and reads the answer. Never throws: what went wrong on the way is a value that
 * tells whether the request can have reached WhatsApp.
 */
export async function callMessages(config: WhatsAppConfig, body: object, deadlineMs: number): Promise<GraphAnswer> {
  const url = `${config.apiBaseUrl.replace(/\/+$/, '')}/${config.phoneNumberId}/messages`;
  const signal = AbortSignal.timeout(deadlineMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${config.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'manual', // a redirect would carry the token elsewhere
      signal,
    });
    return {
      type: 'answered',
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      json: await readJson(response),
    };
  } catch (error) {
    if (signal.aborted) return { type: 'timedOut' };
    return { type: 'broken', wasSent: !neverSent(error) };
  }
}

/** `json` is undefined when the body was none, was too long, or broke off. */
export type GraphAnswer =
  | {
      readonly type: 'answered';
      readonly status: number;
      readonly retryAfter: string | null;
      readonly json: unknown;
    }
  | { readonly type: 'timedOut' }
  | { readonly type: 'broken'; readonly wasSent: boolean };

const longestAnswerBytes = 64 * 1024; // answers of this call are under 2 kB

async function readJson(response: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > longestAnswerBytes) return undefined; // leaving the loop cancels the body
      chunks.push(chunk);
    }
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined; // the status alone is judged: for a 200 that means "unknown"
  }
}

/** Failures of the connection that come before a byte of the request. All others may have come after it. */
const beforeSending = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_INVALID_URL',
]);

function neverSent(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  const failures: unknown[] = cause instanceof AggregateError ? cause.errors : [cause];
  // A host with several addresses was tried at each of them; one that may have got the request is enough to be unsure.
  return failures.every((failure) => beforeSending.has(codeOf(failure)));
}

function codeOf(failure: unknown): string {
  const hasCode = typeof failure === 'object' && failure !== null && 'code' in failure;
  return hasCode && typeof failure.code === 'string' ? failure.code : '';
}
