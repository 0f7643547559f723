import type { ExpressionValue } from './values';

/**
 * The only place where an expression's names come from. A dotted name ("session.interest") is asked for as a whole:
 * there is no property access. `facts.…` never comes here; it is read from the product facts.
 */
export type Scope = Readonly<{
  /** The value, or undefined when it isn't known. */
  get: (name: string) => ExpressionValue | undefined;
  /** True for a name that exists although its value may not be known yet; only asked when `get` returned undefined. */
  declares: (name: string) => boolean;
}>;

/** A scope over a map; names in neither the map nor `declared` are reported as unknown names. */
export function scopeOf(
  values: ReadonlyMap<string, ExpressionValue>,
  declared: ReadonlySet<string> = new Set<string>(),
): Scope {
  return { get: (name) => values.get(name), declares: (name) => values.has(name) || declared.has(name) };
}
