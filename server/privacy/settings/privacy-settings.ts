import { z } from 'zod';

/** What is kept of somebody who was erased, and for how long. */
export const privacySettings = z.object({
  /** Days that a sealed archive is kept; DPDP Rules 2025, rule 8(3): at least a year. Counsel decides. */
  legalMinimumDays: z.int().min(1).max(3_650).default(365),
  /** Nothing has to be kept: an erasure leaves no archive behind. */
  sealNothing: z.boolean().default(false),
});
export type PrivacySettings = Readonly<z.infer<typeof privacySettings>>;

export const defaultPrivacySettings: PrivacySettings = privacySettings.parse({});
