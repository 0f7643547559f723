import type { Flow } from '../../schema/flow';
import { customerSlots, type SlotDefinition, type SlotName, type SlotValue } from '../../schema/slots';

/** The clock at the beginning of a written scenario: a Tuesday at eleven in India, in office hours. */
export const SCENARIO_NOW = '2026-11-24T11:00:00+05:30';

/** What a slot is in a flow; undefined for a name that is none. */
export function slotDefinition(flow: Flow, slot: SlotName): SlotDefinition | undefined {
  const known: Readonly<Record<string, SlotDefinition>> = customerSlots;
  const variable = flow.variables.find(({ name }) => name === slot);
  return Object.hasOwn(known, slot) ? known[slot] : variable && { kind: variable.kind };
}

/** Values of a slot that differ in what they may lead to, the most ordinary first. Times are after `SCENARIO_NOW`. */
export function sampleValues(slot: SlotName, { kind, choices }: SlotDefinition): readonly SlotValue[] {
  switch (kind) {
    case 'amountInr':
      return amounts[slot] ?? [5_000_000, 90_000_000, 100_000];
    case 'number':
      return [1_200, 5, 0];
    case 'months':
      return [120, 12];
    case 'choice':
      return choices ?? [];
    case 'dateTime':
      return ['2026-11-25T11:00:00+05:30', '2026-11-29T21:00:00+05:30', '2026-11-01T11:00:00+05:30'];
    case 'boolean':
      return [true, false];
    case 'place':
      return ['Bengaluru'];
    case 'text':
      return [texts[slot] ?? 'Asha'];
    default:
      return kind satisfies never;
  }
}

/** A loan that the property bears, and one that it does not. */
const amounts: Readonly<Record<string, readonly number[]>> = {
  property_value: [15_000_000, 2_000_000],
  loan_amount_needed: [8_000_000, 40_000_000],
  monthly_income: [200_000, 20_000],
  current_emi: [10_000, 150_000],
};

const texts: Readonly<Record<string, string>> = {
  email: 'asha@example.com',
  phone: '9876543210',
  pincode: '560001',
  language_preference: 'en',
};
