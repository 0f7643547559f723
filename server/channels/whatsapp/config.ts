/** What the Cloud API needs to know of us; filled from the environment by `server/env.ts`. */
export type WhatsAppConfig = {
  readonly apiBaseUrl: string; // with the version: https://graph.facebook.com/v25.0, or a fake's
  /** Ids of our business numbers (not the numbers); the first begins conversations. */
  readonly phoneNumberIds: readonly [string, ...string[]];
  readonly accessToken: string;
  readonly appSecrets: readonly string[]; // two while one is being rotated
  readonly verifyToken: string;
};
