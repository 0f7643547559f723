import type { ChannelPayload } from '@/flows/rendering/channel-payload';
import type { OutgoingContent } from '@/flows/schema/message';
import { resolveSender } from '../contacts/resolve-sender';
import { KnownError } from '../errors';
import { ring } from '../inbox/bells';
import { enqueueMessage } from '../outbox/enqueue/store';
import { windowOf } from '../outbox/window';
import { configuredChannels } from '../start/configured-channels';
import { readWriting, writeFrom } from './store';

export type TestMessage = {
  /** The id of the number that it is to leave from. */
  readonly account: string;
  /** E.164 with +. */
  readonly to: string;
};

/**
 * Puts a test message in line: a text to who wrote in the last 24 hours, else WhatsApp's sample template. Gives its outbox id
 * and which of the two it is.
 */
export async function sendTest({ account, to }: TestMessage): Promise<{ outboxId: string; kind: 'text' | 'template' }> {
  const { whatsapp } = configuredChannels();
  if (!whatsapp) throw new KnownError('channel.notConfigured', 'WhatsApp is not connected. Nothing was sent.');
  if (!whatsapp.phoneNumberIds.includes(account)) {
    throw new KnownError('request.invalid', 'This is none of our numbers. Nothing was sent.');
  }
  const contactId = await resolveSender('whatsapp', { phone: to });
  const writing = await readWriting(contactId);
  const isOpen = windowOf(writing, Date.now()).freeFormUntil !== null;
  const usual = writing.account ?? whatsapp.phoneNumberIds[0];
  if (usual !== account && writing.lastInboundAt !== null) {
    // A customer's answers come from the number that they wrote to; a test must not move them.
    throw new KnownError(
      'request.invalid',
      'This person writes with another of our numbers and is answered from there. Nothing was sent; take another phone.',
    );
  }
  if (usual !== account) await writeFrom(contactId, account);
  const { content, payload } = isOpen ? test : sample;
  const outboxId = await enqueueMessage({ contactId, channel: 'whatsapp', content, payload, language: 'en' });
  ring('outbox');
  return { outboxId, kind: isOpen ? 'text' : 'template' };
}

type Message = { readonly content: OutgoingContent; readonly payload: ChannelPayload };

const envelope = { messaging_product: 'whatsapp', recipient_type: 'individual' } as const;
const text = 'A test message of Vaarta: this number is connected.';
const test: Message = {
  content: { type: 'text', text },
  payload: { ...envelope, type: 'text', text: { preview_url: false, body: text } },
};
// WhatsApp puts this template into every new account, in American English only.
const sample: Message = {
  content: { type: 'template', name: 'hello_world', language: 'en', variables: [] },
  payload: {
    ...envelope,
    type: 'template',
    template: { name: 'hello_world', language: { code: 'en_US' }, components: [] },
  },
};
