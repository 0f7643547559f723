import { renderMessages } from '@/flows/rendering/render-messages';
import type { Channel } from '../channel';
import { fetchKept, keepFile, type SimulatorFiles } from './simulator-files';

/**
 * The phone in the studio. It draws exactly what WhatsApp would, takes every message at once, and has no webhook: what is
 * typed there comes through the signed-in studio instead. Without `files` it takes and gives none.
 */
export function createSimulatorChannel(files?: SimulatorFiles): Channel {
  return {
    id: 'simulator',
    accounts: ['simulator'],
    verify: () => false,
    confirmSubscription: () => undefined,
    parse: () => ({ ok: false, reason: 'channel.hasNoWebhook' }),
    render: renderMessages,
    // The same outbox id gives the same id again, so that a repeated send is seen as one.
    send: async (_payload, _to, { outboxId }) => ({ ok: true, externalId: `simulator.${outboxId}` }),
    acknowledge: async () => ({ ok: true }),
    fetchFile: (mediaId, { mostBytes }) => fetchKept(files, mediaId, mostBytes),
    uploadFile: (file) => keepFile(files, file),
  };
}
