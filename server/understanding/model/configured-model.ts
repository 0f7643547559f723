import { getEnv, modelConfig } from '../../env';
import { createModelClient, type ModelClient } from './model-client';

/** The model that the environment describes, one client for the process, so that its breaker knows of every call; or null. */
export function configuredModel(): ModelClient | null {
  if (client === undefined) {
    const config = modelConfig(getEnv());
    client = config === null ? null : createModelClient(config);
  }
  return client;
}

let client: ModelClient | null | undefined;
