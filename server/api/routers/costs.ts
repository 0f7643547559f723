import { z } from 'zod';
import { recorded, settingsChanged } from '../../audit/recorded';
import { defaultRates, rates } from '../../costs/rates/rates';
import { readRates, writeRates } from '../../costs/rates/store';
import { readContactCosts, readCosts } from '../../costs/read-costs';
import { requireVisible } from '../../leads/visibility/store';
import { officerProcedure, ownerProcedure, router, viewerProcedure } from '../procedures';

const MOST_DAYS = 366;
const dayMs = 86_400_000;

/** Days in India, both included. */
const period = z
  .object({ from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to, 'The time ends before it begins.')
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < MOST_DAYS * dayMs, 'At most a year can be looked at.');

/** What WhatsApp bills for, and its prices. */
export const costsRouter = router({
  /** By day and category, with what that makes for one contact. */
  summary: viewerProcedure.input(period).query(({ input }) => readCosts(input)),

  contact: officerProcedure
    .input(z.object({ contactId: z.uuid('This is no contact.') }))
    .query(async ({ ctx, input }) => {
      await requireVisible(ctx.actor, input.contactId);
      return readContactCosts(input.contactId);
    }),

  /** The prices as they are set, and those of a new installation. */
  rates: ownerProcedure.query(async () => ({ rates: await readRates(), defaults: defaultRates })),

  saveRates: ownerProcedure
    .input(rates)
    .mutation(({ ctx, input }) => recorded(ctx.actor, settingsChanged('rates'), () => writeRates(input))),
});
