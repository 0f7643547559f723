import type { CallOptions } from '../channel';
import type { WhatsAppConfig } from './config';

/** Posts to the `messages` path of one of our numbers. */
export async function callMessages(config: WhatsAppConfig, body: object, options: CallOptions): Promise<GraphAnswer> {
  const { account = config.phoneNumberIds[0], deadlineMs } = options;
  return callGraph(config, { method: 'POST', path: `${account}/messages`, body, deadlineMs });
}

/** One call of the Graph API. `path` comes after the version; a body is sent as JSON, or as a form if it is one. */
export type GraphCall = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object | FormData;
  /** A file's bytes, whole, for a session of the resumable upload: it wants the older word before the token. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly deadlineMs: number;
  /** Answers longer than this count as unreadable, in bytes. */
  readonly longestAnswer?: number;
};

/**
 * Calls the Graph API and reads the answer. Never throws: what went wrong on the way is a value that tells whether the
 * request can have reached WhatsApp.
 */
export async function callGraph(config: WhatsAppConfig, call: GraphCall): Promise<GraphAnswer> {
  const { method, path, query = {}, body, bytes, deadlineMs, longestAnswer = longestAnswerBytes } = call;
  const url = new URL(`${config.apiBaseUrl.replace(/\/+$/, '')}/${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const signal = AbortSignal.timeout(deadlineMs);
  try {
    const response = await fetch(url, {
      method,
      headers: {
        authorization: `${bytes ? 'OAuth' : 'Bearer'} ${config.accessToken}`,
        ...(bytes ? { file_offset: '0' } : {}),
        ...(body && !(body instanceof FormData) ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: body instanceof FormData ? body : JSON.stringify(body) } : {}),
      ...(bytes ? { body: bytes } : {}),
      redirect: 'manual', // a redirect would carry the token elsewhere
      signal,
    });
    return {
      type: 'answered',
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      json: await readJson(response, longestAnswer),
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

const longestAnswerBytes = 64 * 1024; // answers to a message are under 2 kB

async function readJson(response: Response, longestAnswer: number): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > longestAnswer) return undefined; // leaving the loop cancels the body
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
