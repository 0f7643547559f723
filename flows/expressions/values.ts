import type { SlotValue } from '../schema/slots';

/** What an expression works with: a slot's value or a list of them. Unknown is `undefined`; times are ISO 8601 texts. */
export type ExpressionValue = SlotValue | readonly SlotValue[];

/** True for a value that a slot can keep, false for a list and for unknown. */
export function isSlotValue(value: ExpressionValue | undefined): value is SlotValue {
  return value !== undefined && typeof value !== 'object';
}

/** What a value is, in an author's words. */
export function kindOf(value: ExpressionValue): string {
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'number') return 'a number';
  return typeof value === 'boolean' ? 'true or false' : 'a list';
}
