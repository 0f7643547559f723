import { renderMessages } from '@/flows/rendering/render-messages';
import type { Channel } from '../channel';
import type { WhatsAppConfig } from './config';
import { fetchFile } from './fetch-file';
import { markRead } from './mark-read';
import { parseWebhook } from './parse';
import { sendMessage } from './send';
import { uploadFile } from './upload-file';
import { verifySignature } from './verify';
import { verifySubscription } from './verify-subscription';

/** WhatsApp by Meta's Cloud API. */
export function createWhatsAppChannel(config: WhatsAppConfig): Channel {
  return {
    id: 'whatsapp',
    accounts: config.phoneNumberIds,
    verify: (rawBody, headers) => verifySignature(rawBody, headers.get('x-hub-signature-256'), config.appSecrets),
    confirmSubscription: (query) => verifySubscription(query, config.verifyToken),
    parse: (rawBody, receivedAt) => parseWebhook(rawBody, receivedAt, { phoneNumberIds: config.phoneNumberIds }),
    render: renderMessages,
    send: (payload, to, options) => sendMessage(config, payload, to, options),
    acknowledge: (externalId, sign, options) => markRead(config, externalId, sign, options),
    fetchFile: (mediaId, options) => fetchFile(config, mediaId, options),
    uploadFile: (file, options) => uploadFile(config, file, options),
  };
}
