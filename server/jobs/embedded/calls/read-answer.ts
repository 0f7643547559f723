import { z } from 'zod';
import { retryAfterMs } from '../back-off';
import { type Answer, errorOf, operation } from './answer';

/** Reads what an SDK answered (Inngest SDK spec 4.4). What is no SDK's answer is a failed attempt. */
export async function readAnswer(response: Response, nowMs: number): Promise<Answer> {
  const text = await response.text();
  const body = parse(text);
  const version = Number(response.headers.get('x-inngest-req-version') ?? Number.NaN);
  const head = {
    requestVersion: Number.isInteger(version) ? version : undefined,
    retryAfterMs: retryAfterMs(response.headers.get('retry-after'), nowMs),
  };
  if (!response.headers.has('x-inngest-sdk')) {
    return failure(head, errorOf(undefined, `No Inngest SDK answered, but somebody with status ${response.status}.`));
  }
  if (response.status === 201) return readStreamed(body, response.headers, nowMs);
  if (response.status === 200) return { kind: 'finished', output: body, requestVersion: head.requestVersion };
  if (response.status === 206) {
    const operations = z.array(operation).safeParse(Array.isArray(body) ? body : [body]);
    if (operations.success) return { kind: 'operations', operations: operations.data, ...head };
    return failure(head, errorOf(undefined, 'The SDK reported steps that could not be read.'));
  }
  const isRetryable = response.headers.get('x-inngest-no-retry') !== 'true';
  return { ...failure(head, errorOf(body)), isRetryable };
}

/** A reply that was streamed so that nothing in between timed out: the real one stands within. */
const streamed = z.object({
  status: z.number().int().min(200).max(599),
  body: z.string(),
  headers: z.record(z.string(), z.string()),
});

function readStreamed(body: unknown, outer: Headers, nowMs: number): Promise<Answer> | Answer {
  const inner = streamed.safeParse(body);
  if (!inner.success || inner.data.status === 201)
    return failure(noHead, errorOf(body, 'A streamed reply could not be read.'));
  const headers = new Headers([...outer, ...Object.entries(inner.data.headers)]);
  return readAnswer(new Response(inner.data.body, { status: inner.data.status, headers }), nowMs);
}

const noHead: Head = { requestVersion: undefined, retryAfterMs: undefined };

type Head = { readonly requestVersion: number | undefined; readonly retryAfterMs: number | undefined };

function failure(head: Head, error: ReturnType<typeof errorOf>) {
  return { kind: 'failed' as const, error, isRetryable: true, ...head };
}

/** JSON, or the text itself. */
function parse(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
