/** The values of a statement in the order of their places, which `add` gives out ("$3"). */
export type Parameters = { readonly values: readonly unknown[]; readonly add: (value: unknown) => string };

export function parameters(): Parameters {
  const values: unknown[] = [];
  return { values, add: (value) => `$${values.push(value)}` };
}
