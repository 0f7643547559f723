import { z } from 'zod';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 128; // more is hashed for long, and nobody types it

/** A new password. */
export const newPassword = z
  .string()
  .min(SHORTEST_PASSWORD, `A password has at least ${SHORTEST_PASSWORD} characters.`)
  .max(LONGEST_PASSWORD, `A password has at most ${LONGEST_PASSWORD} characters.`);
