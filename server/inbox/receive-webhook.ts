import { KnownError, toPublicError } from '../errors';
import { log } from '../log';
import { acceptEvents } from './accept';
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
export async function receiveWebhook({ channel: name, headers, readBody }: WebhookCall): Promise<WebhookAnswer> {
  const channel = webhookChannel(name);
  if (!channel) return { status: 404, text: 'not found' };
  try {
    const body = await readBody(largestBody);
    // Constant words: nothing of the body or the secret may show in an answer.
    if (!channel.verify(body, headers)) return { status: 401, text: 'refused' };
    const parsed = channel.parse(body, new Date().toISOString());
    if (!parsed.ok) return { status: 400, text: parsed.reason };
    if (parsed.skipped.length > 0) log.warn({ channel: channel.id, skipped: parsed.skipped }, 'webhook.skipped');
    await acceptEvents(channel.id, parsed.events);
    return { status: 200, text: '' };
  } catch (error) {
    const { code, status } = toPublicError(error);
    if (!(error instanceof KnownError)) log.error({ channel: channel.id, err: error }, 'webhook.failed');
    return { status, text: code };
  }
}

const largestBody = 3 * 1024 * 1024; // bytes; Cloud API reference, webhooks
