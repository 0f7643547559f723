import { z } from 'zod';
import type { SegmentFilter, SegmentRule } from '../plan/segment-filter';

/** What may happen in the market or at the lender that concerns many customers at once. */
export const marketEventKind = z.enum([
  'interest_rate_drop',
  'property_value_increase',
  'new_product_launch',
  'seasonal_promotion',
]);
export type MarketEventKind = z.infer<typeof marketEventKind>;

/** How an event is answered: whom it concerns, what is said, and where their answer enters the default flow. */
export type MarketEvent = {
  /** Of the campaign, before what the owner says of it. */
  readonly name: string;
  readonly segment: SegmentFilter;
  /** Names of templates, the most fitting first: one that is called like the event goes before them. */
  readonly templates: readonly string[];
  readonly stateId: string;
};

// Who has opted out, gave no consent to marketing, or was written to of late is left out at launch and at sending, and listed.
export const marketEvents: Readonly<Record<MarketEventKind, MarketEvent>> = {
  interest_rate_drop: {
    name: 'Lower interest',
    segment: { rules: [known('loan_amount_needed'), known('property_type'), ...ofSilent({ days: 7, score: 20 })] },
    templates: ['loan_introduction'],
    stateId: 'qualifying',
  },
  property_value_increase: {
    name: 'Property values have risen',
    segment: { rules: [known('property_location'), known('property_type'), ...ofSilent({ days: 30, score: 20 })] },
    templates: ['loan_introduction'],
    stateId: 'qualifying',
  },
  new_product_launch: {
    name: 'New product',
    segment: { rules: ofSilent({ days: 7, score: 10 }) },
    templates: ['loan_introduction'],
    stateId: 'introduction',
  },
  seasonal_promotion: {
    name: 'Season',
    segment: { rules: ofSilent({ days: 7, score: 10 }) },
    templates: ['loan_introduction'],
    stateId: 'introduction',
  },
};

function known(slot: string): SegmentRule {
  return { field: 'slot', slot, operator: 'isKnown' };
}

/** Of some promise, not just in a conversation, and not done already. */
function ofSilent({ days, score }: { readonly days: number; readonly score: number }): SegmentRule[] {
  return [
    { field: 'score', operator: 'atLeast', amount: score },
    { field: 'lastSeen', operator: 'atLeast', amount: days },
    { field: 'state', operator: 'isNot', values: ['completed'] },
  ];
}
