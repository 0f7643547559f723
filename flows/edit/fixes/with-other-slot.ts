/** State data, or a rule, that names another slot wherever it named this one. */
export function withOtherSlot(inside: unknown, name: string, other: string): unknown {
  if (Array.isArray(inside)) return inside.map((item) => withOtherSlot(item, name, other));
  if (typeof inside !== 'object' || inside === null) return inside;
  return Object.fromEntries(
    Object.entries(inside).map(([key, value]) => {
      if (value === name && slotFields.has(key)) return [key, other];
      if (key === 'clear' && Array.isArray(value)) return [key, value.map((slot) => (slot === name ? other : slot))];
      if (key === 'fills') return [key, withOtherKey(value, name, other)];
      return [key, withOtherSlot(value, name, other)];
    }),
  );
}

/** Where state types keep the name of a slot. */
const slotFields: ReadonlySet<string> = new Set(['slot', 'into', 'atSlot']);

function withOtherKey(fills: unknown, name: string, other: string): unknown {
  if (typeof fills !== 'object' || fills === null) return fills;
  return Object.fromEntries(Object.entries(fills).map(([slot, value]) => [slot === name ? other : slot, value]));
}
