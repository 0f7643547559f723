import type { ChannelsConfig } from '../channels';
import { getEnv, whatsAppCredentials } from '../env';

/** The channels' settings as the environment has them. */
export function configuredChannels(): ChannelsConfig {
  const env = getEnv();
  const credentials = whatsAppCredentials(env);
  if (!credentials) return {};
  const { phoneNumberId, accessToken, appSecret, verifyToken } = credentials;
  return {
    whatsapp: {
      apiBaseUrl: env.WHATSAPP_API_BASE_URL,
      phoneNumberId,
      accessToken,
      appSecrets: [appSecret],
      verifyToken,
    },
  };
}
