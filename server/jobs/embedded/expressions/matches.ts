import { evaluate, type Scope } from './evaluate';

/**
 * Whether an expression holds for these events. One that can't be read, or that doesn't fit them, doesn't hold; no expression
 * always does. `event` is the one that began the run (or the only one), `async` the one that came later.
 */
export function matches(expression: string | null | undefined, scope: Scope): boolean {
  if (!expression) return true;
  return evaluate(expression, scope) === true;
}
