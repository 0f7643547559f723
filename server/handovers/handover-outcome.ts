import { z } from 'zod';

/** How a conversation ended that an officer closed. */
export const handoverOutcome = z.enum(['qualified', 'notEligible', 'callBack', 'notInterested', 'duplicate']);
export type HandoverOutcome = z.infer<typeof handoverOutcome>;
