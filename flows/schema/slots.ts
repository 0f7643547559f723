import { z } from 'zod';
import { languageCode } from './language';

/** A slot's value: amounts are whole rupees, times ISO 8601 with offset, choices their code ("house"). */
export const slotValue = z.union([z.string(), z.number(), z.boolean()]);
export type SlotValue = z.infer<typeof slotValue>;

/** Slot and variable names are also names in expressions, so they are plain identifiers. */
export const slotName = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,63}$/, 'A name has small letters, digits and underscores, and begins with a letter.')
  .refine((name) => name !== 'constructor' && name !== 'prototype', 'This name is reserved.');
export type SlotName = z.infer<typeof slotName>;

export const slotKind = z.enum(['text', 'number', 'amountInr', 'months', 'choice', 'dateTime', 'boolean', 'place']);
export type SlotKind = z.infer<typeof slotKind>;

export type SlotDefinition = Readonly<{ kind: SlotKind; choices?: readonly string[] }>;

/** The slots that understanding fills in every flow (the understanding contract); a flow adds its own as variables. */
export const customerSlots = {
  name: { kind: 'text' },
  property_type: {
    kind: 'choice',
    choices: [
      'house',
      'apartment',
      'villa',
      'plot',
      'shop',
      'office',
      'commercial_building',
      'warehouse',
      'factory',
      'agricultural_land',
      'other',
    ],
  },
  property_location: { kind: 'place' },
  property_value: { kind: 'amountInr' },
  property_area_sqft: { kind: 'number' },
  ownership_status: {
    kind: 'choice',
    choices: ['self', 'joint', 'spouse', 'parents', 'family', 'company', 'inherited'],
  },
  loan_amount_needed: { kind: 'amountInr' },
  loan_purpose: {
    kind: 'choice',
    choices: [
      'business',
      'education',
      'medical',
      'wedding',
      'debt_consolidation',
      'home_renovation',
      'property_purchase',
      'working_capital',
      'personal',
      'agriculture',
      'other',
    ],
  },
  tenure_months: { kind: 'months' },
  monthly_income: { kind: 'amountInr' },
  employment_type: {
    kind: 'choice',
    choices: ['salaried', 'self_employed', 'business_owner', 'professional', 'farmer', 'retired', 'homemaker'],
  },
  current_loans: { kind: 'text' },
  current_emi: { kind: 'amountInr' },
  urgency: { kind: 'choice', choices: ['immediate', 'this_month', 'one_to_three_months', 'exploring'] },
  callback_at: { kind: 'dateTime' },
  pincode: { kind: 'text' },
  email: { kind: 'text' },
  phone: { kind: 'text' },
  language_preference: { kind: 'text' },
} as const satisfies Record<string, SlotDefinition>;
export type CustomerSlot = keyof typeof customerSlots;

/** Where in a message a value was read: UTF-16 offsets into that message's text, end exclusive. */
export const textSpan = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative(), text: z.string() });

/** A value read from a customer's words, with its provenance. */
export const slotReading = z.object({
  value: slotValue,
  confidence: z.number().min(0).max(1),
  messageId: z.string().nullable(),
  span: textSpan.nullable(),
});
export type SlotReading = Readonly<z.infer<typeof slotReading>>;

/** What a session knows: the value, where it came from, whether the customer confirmed it, and what it was before. */
export const slotFact = slotReading.extend({
  source: z.enum(['customer', 'flow', 'effect', 'officer']),
  confirmed: z.boolean(),
  at: z.string(),
  language: languageCode.nullable(),
  history: z.array(z.object({ value: slotValue, messageId: z.string().nullable(), at: z.string() })),
});
export type SlotFact = Readonly<z.infer<typeof slotFact>>;
