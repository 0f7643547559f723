import { z } from 'zod';

const rupees = z.string().regex(/^\d{1,4}(\.\d{1,6})?$/, 'A price has digits, and after a point six more at most.');
/** WhatsApp's words for what a message is: service, utility, marketing, authentication, … */
const category = z.string().regex(/^[a-z][a-z_-]{0,39}$/, 'A category has small letters.');

/** What a delivered message costs from one day on, in rupees as decimal text. */
const card = z.object({
  effectiveFrom: z.iso.date(),
  currency: z.literal('INR').default('INR'),
  perMessage: z.record(category, rupees),
});

/** The prices of messages, as an owner keeps them. One card for each day on which prices changed, in any order. */
export const rates = z.object({
  cards: z
    .array(card)
    .max(100)
    .refine((cards) => new Set(cards.map(({ effectiveFrom }) => effectiveFrom)).size === cards.length, {
      error: 'Two price cards begin on the same day.',
    }),
});
export type Rates = Readonly<z.infer<typeof rates>>;

/** WhatsApp's card for India, in rupees without tax. Source: Cloud API reference, section 10. */
export const defaultRates: Rates = rates.parse({
  cards: [
    {
      effectiveFrom: '2026-10-01',
      perMessage: {
        marketing: '0.8631',
        marketing_lite: '0.8631',
        utility: '0.1150',
        authentication: '0.1150',
        'authentication-international': '2.4971',
        service: '0.1150',
      },
    },
  ],
});
