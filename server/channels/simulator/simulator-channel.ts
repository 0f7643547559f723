import { renderMessages } from '@/flows/rendering/render-messages';
import type { Channel } from '../channel';

/**
 * The phone in the studio. It draws exactly what WhatsApp would, takes every message at once, and has no webhook: what is
 * typed there comes through the signed-in studio instead.
 */
export function createSimulatorChannel(): Channel {
  return {
    id: 'simulator',
    verify: () => false,
    confirmSubscription: () => undefined,
    parse: () => ({ ok: false, reason: 'channel.hasNoWebhook' }),
    render: renderMessages,
    // The same outbox id gives the same id again, so that a repeated send is seen as one.
    send: async (_payload, _to, { outboxId }) => ({ ok: true, externalId: `simulator.${outboxId}` }),
    acknowledge: async () => ({ ok: true }),
  };
}
