import { z } from 'zod';
import { defaultRates, rates } from '../../costs/rates/rates';
import { readRates, writeRates } from '../../costs/rates/store';
import { readContactCosts, readCosts } from '../../costs/read-costs';
import { localProcedure, router } from '../procedures';

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
  summary: localProcedure.input(period).query(({ input }) => readCosts(input)),

  contact: localProcedure
    .input(z.object({ contactId: z.uuid('This is no contact.') }))
    .query(({ input }) => readContactCosts(input.contactId)),

  /** The prices as they are set, and those of a new installation. */
  rates: localProcedure.query(async () => ({ rates: await readRates(), defaults: defaultRates })),

  saveRates: localProcedure.input(rates).mutation(({ input }) => writeRates(input)),
});
