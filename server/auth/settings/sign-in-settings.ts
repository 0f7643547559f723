import { z } from 'zod';

/** What owners decide about signing in. */
export const signInSettings = z.object({
  /** An owner without a second factor sets one up before anything else. */
  ownersNeedSecondFactor: z.boolean(),
});
export type SignInSettings = Readonly<z.infer<typeof signInSettings>>;
