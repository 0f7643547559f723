import type { AcknowledgeResult, CallOptions } from '../channel';
import { callMessages } from './call-graph';
import type { WhatsAppConfig } from './config';

/**
 * Marks a customer's message as read (and with it all earlier ones), and with `typing` shows "typing…" until our next
 * message, for 25 seconds at most. Needs no phone number. Never throws.
 */
export async function markRead(
  config: WhatsAppConfig,
  messageExternalId: string,
  sign: 'read' | 'typing',
  options: CallOptions,
): Promise<AcknowledgeResult> {
  const body = {
    messaging_product: 'whatsapp',
    status: 'read',
    message_id: messageExternalId,
    ...(sign === 'typing' ? { typing_indicator: { type: 'text' } } : {}),
  };
  const answer = await callMessages(config, body, options);
  return answer.type === 'answered' && answer.status === 200 ? { ok: true } : { ok: false, code: 'read.notMarked' };
}
