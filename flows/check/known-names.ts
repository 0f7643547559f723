import type { ProductFacts } from '@/prompts/facts/product-facts';
import { turnNames } from '../engine/turn-scope';
import { factsByName } from '../expressions/facts-by-name';
import type { Flow } from '../schema/flow';
import { customerSlots, type SlotDefinition } from '../schema/slots';

/** What expressions and texts of a flow may name. */
export type KnownNames = Readonly<{
  slots: ReadonlyMap<string, SlotDefinition>;
  /** Slots, variables, facts (`facts.rate_min`) and what the turn knows (`turn.intent`). */
  all: ReadonlySet<string>;
}>;

export function namesOf(flow: Flow, facts: ProductFacts): KnownNames {
  const slots = new Map<string, SlotDefinition>(flow.variables.map(({ name, kind }) => [name, { kind }]));
  for (const [name, definition] of Object.entries(customerSlots)) slots.set(name, definition);
  const factNames = [...factsByName(facts).keys()].map((name) => `facts.${name}`);
  return { slots, all: new Set([...slots.keys(), ...factNames, ...turnNames]) };
}

/** The known name that is spelled most like this one, when one is near enough to be meant. */
export function nearestName(name: string, names: Iterable<string>): string | undefined {
  const known = [...names];
  const farthest = Math.min(3, Math.floor(name.length / 3));
  const longer = known.filter((candidate) => name.length >= 4 && candidate.startsWith(`${name}_`));
  if (longer.length === 1) return longer[0];
  let best: { name: string; distance: number } | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) > farthest) continue;
    const distance = editDistance(name, candidate);
    if (distance <= farthest && distance < (best?.distance ?? Infinity)) best = { name: candidate, distance };
  }
  return best?.name;
}

function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...from].entries()) {
    const current = [row + 1];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (to[column - 1] === letter ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
