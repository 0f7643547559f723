import type { ChannelsConfig } from '../channels';
import { getEnv, whatsAppCredentials } from '../env';
import { mediaStorage } from '../media/storage';

/** The channels' settings as the environment has them. */
export function configuredChannels(): ChannelsConfig {
  const env = getEnv();
  const credentials = whatsAppCredentials(env);
  const simulatorFiles = mediaStorage();
  if (!credentials) return { simulatorFiles };
  const { phoneNumberIds, accessToken, appSecrets, verifyToken } = credentials;
  return {
    simulatorFiles,
    whatsapp: {
      apiBaseUrl: env.WHATSAPP_API_BASE_URL,
      phoneNumberIds,
      accessToken,
      appSecrets,
      verifyToken,
    },
  };
}
