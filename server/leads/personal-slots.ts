import { customerSlots } from '@/flows/schema/slots';

/**
 * Whether a slot may hold what tells who somebody is, in their own words: viewers are not shown it. So may every slot that is a
 * text, and every one that a flow adds.
 */
export function isPersonal(slot: string): boolean {
  const known = Object.entries(customerSlots).find(([name]) => name === slot);
  return known === undefined || known[1].kind === 'text';
}
