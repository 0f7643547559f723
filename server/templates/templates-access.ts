import type { TemplatesAccess } from '../channels/whatsapp/templates-api';
import { getEnv } from '../env';
import { configuredChannels } from '../start/configured-channels';

/** Whether templates can be submitted: `ready`, or what is missing for it. */
export type TemplatesConnection = 'ready' | 'withoutWhatsApp' | 'withoutAccount';

/** How templates are reached at WhatsApp; undefined as long as the environment doesn't say. */
export function templatesAccess(): TemplatesAccess | undefined {
  const { whatsapp } = configuredChannels();
  const businessAccountId = getEnv().WHATSAPP_BUSINESS_ACCOUNT_ID;
  return whatsapp && businessAccountId ? { config: whatsapp, businessAccountId } : undefined;
}

export function templatesConnection(): TemplatesConnection {
  if (templatesAccess()) return 'ready';
  return configuredChannels().whatsapp ? 'withoutAccount' : 'withoutWhatsApp';
}
