import type { Channel } from '../channels/channel';
import { KnownError, toPublicError } from '../errors';
import { log } from '../log';
import { acceptEvents } from './accept';
import { countKinds, countSkipped, noteReceipt } from './receipts/note-receipt';
import type { WebhookReceipt } from './receipts/store';
import { webhookChannel } from './webhook-channel';

/** What came over HTTP, whichever server took it. `readBody` gives the bytes as they came, or throws `request.tooLarge`. */
export type WebhookCall = {
  readonly channel: string;
  readonly headers: Headers;
  readonly readBody: (mostBytes: number) => Promise<Uint8Array>;
};

/** The answer to a channel: plain text. */
export type WebhookAnswer = { readonly status: number; readonly text: string };

/** Takes what a channel tells. 200 means that it is stored for ever; anything else asks the channel to tell it again. */
export async function receiveWebhook(call: WebhookCall): Promise<WebhookAnswer> {
  const channel = webhookChannel(call.channel);
  if (!channel) return { status: 404, text: 'not found' };
  const began = performance.now();
  const { answer, noted } = await take(channel, call);
  const milliseconds = Math.round(performance.now() - began);
  noteReceipt({ channel: channel.id, status: answer.status, ...noted, milliseconds, at: new Date() });
  return answer;
}

type Noted = Pick<WebhookReceipt, 'account' | 'kinds' | 'skipped'>;
type Taken = { readonly answer: WebhookAnswer; readonly noted: Noted };

const nothingNoted: Noted = { account: null, kinds: {}, skipped: {} };

async function take(channel: Channel, { headers, readBody }: WebhookCall): Promise<Taken> {
  let noted = nothingNoted;
  try {
    const body = await readBody(largestBody);
    // Constant words: nothing of the body or the secret may show in an answer.
    if (!channel.verify(body, headers)) return { answer: { status: 401, text: 'refused' }, noted };
    const parsed = channel.parse(body, new Date().toISOString());
    if (!parsed.ok) return { answer: { status: 400, text: parsed.reason }, noted };
    noted = { ...countKinds(parsed.events), skipped: countSkipped(parsed.skipped) };
    if (parsed.skipped.length > 0) log.warn({ channel: channel.id, skipped: parsed.skipped }, 'webhook.skipped');
    await acceptEvents(channel.id, parsed.events);
    return { answer: { status: 200, text: '' }, noted };
  } catch (error) {
    const { code, status } = toPublicError(error);
    if (!(error instanceof KnownError)) log.error({ channel: channel.id, err: error }, 'webhook.failed');
    return { answer: { status, text: code }, noted };
  }
}

const largestBody = 3 * 1024 * 1024; // bytes; Cloud API reference, webhooks
