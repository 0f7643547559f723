import { readRawBody } from './read-raw-body';
import { receiveWebhook } from './receive-webhook';
import { webhookChannel } from './webhook-channel';

/** Answers a channel that tells what happened. */
export async function answerWebhook(channel: string, request: Request): Promise<Response> {
  const readBody = (mostBytes: number) => readRawBody(request.body, request.headers.get('content-length'), mostBytes);
  const { status, text } = await receiveWebhook({ channel, headers: request.headers, readBody });
  return plain(text, status);
}

/** Answers a channel that asks whether this webhook is ours. */
export function answerSubscription(channel: string, request: Request): Response {
  const answer = webhookChannel(channel)?.confirmSubscription(new URL(request.url).searchParams);
  return answer === undefined ? plain('refused', 403) : plain(answer, 200);
}

function plain(text: string, status: number): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
