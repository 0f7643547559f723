import { getEnv } from '../../env';
import { createModelClient, type ModelClient } from './model-client';

/** The model that the environment describes, one client for the process, so that its breaker knows of every call; or null. */
export function configuredModel(): ModelClient | null {
  if (client === undefined) {
    const { OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL } = getEnv();
    const isConfigured = OPENAI_API_KEY !== undefined || OPENAI_BASE_URL !== undefined;
    client = isConfigured
      ? createModelClient({ apiKey: OPENAI_API_KEY ?? 'none', baseUrl: OPENAI_BASE_URL, model: OPENAI_MODEL })
      : null;
  }
  return client;
}

let client: ModelClient | null | undefined;
