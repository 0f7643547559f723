import { z } from 'zod';

const minutes = z.int().min(1).max(10_080);

/** What an owner decides about handovers. Minutes count while the office is open. */
export const handoverSettings = z
  .object({
    /** Officers are warned of who has waited so long, and then once more. */
    remindMinutes: minutes.default(15),
    escalateMinutes: minutes.default(60),
    /** When a conversation goes from an officer who is silent to another one. */
    reassignMinutes: minutes.default(30),
    /** The office of the product facts; false: officers work day and night. */
    officeHoursFromFacts: z.boolean().default(true),
    /** After so long without a message the officer who has it is asked whether the bot should go on. */
    offerReturnMinutes: minutes.default(120),
    /** In which an officer should answer. */
    slaMinutes: minutes.default(15),
  })
  .refine(
    ({ remindMinutes, escalateMinutes }) => remindMinutes <= escalateMinutes,
    'The second reminder can’t come before the first.',
  );
export type HandoverSettings = Readonly<z.infer<typeof handoverSettings>>;

export const defaultHandoverSettings: HandoverSettings = handoverSettings.parse({});
