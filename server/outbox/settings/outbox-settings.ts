import { z } from 'zod';

/** What an owner decides about sending. */
export const outboxSettings = z.object({
  closedWindow: z
    .object({
      /** The template that goes instead of a message for which WhatsApp's 24 hours are over; null: nothing goes. */
      template: z
        .string()
        .regex(/^[a-z0-9_]{1,512}$/, 'A template name has small letters, digits and underscores.')
        .nullable()
        .default(null),
    })
    .default({ template: null }),
});
export type OutboxSettings = Readonly<z.infer<typeof outboxSettings>>;

export const defaultOutboxSettings: OutboxSettings = outboxSettings.parse({});
