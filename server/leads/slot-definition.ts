import type { Flow } from '@/flows/schema/flow';
import { customerSlots, type SlotDefinition } from '@/flows/schema/slots';

/** What kind of fact a slot is: one that every flow has, or a variable of this one; undefined for neither. */
export function slotDefinition(slot: string, flow: Flow | undefined): SlotDefinition | undefined {
  const known = Object.entries(customerSlots).find(([name]) => name === slot);
  if (known) return known[1];
  const variable = flow?.variables.find(({ name }) => name === slot);
  return variable ? { kind: variable.kind } : undefined;
}
