import path from 'node:path';

/** Where the browser tests keep their data, the link that the start printed, and the cookies of the owner who came by it. */
export const e2eFiles = {
  dataDir: '.vaarta/e2e',
  setupLink: path.resolve(import.meta.dirname, '../../.vaarta/e2e/setup-link'),
  ownerState: path.resolve(import.meta.dirname, '../../.vaarta/e2e/owner.json'),
} as const;
