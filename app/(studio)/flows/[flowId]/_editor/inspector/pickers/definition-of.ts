import type { Flow } from '@/flows/schema/flow';
import { intentFamily, intents } from '@/flows/schema/intents';
import { customerSlots, type SlotDefinition } from '@/flows/schema/slots';

/** What kind of value a name of an expression has; null for one that nobody declared. */
export function definitionOf(name: string, variables: Flow['variables']): SlotDefinition | null {
  if (isSlot(name)) return customerSlots[name];
  if (Object.hasOwn(turnDefinitions, name)) return turnDefinitions[name] ?? null;
  const variable = variables.find((other) => other.name === name);
  return variable ? { kind: variable.kind } : null;
}

const turnDefinitions: Readonly<Record<string, SlotDefinition>> = {
  'turn.intent': { kind: 'choice', choices: intents },
  'turn.family': { kind: 'choice', choices: intentFamily.options },
  'turn.confidence': { kind: 'number' },
  'turn.text': { kind: 'text' },
  visits: { kind: 'number' },
  interest: { kind: 'number' },
  language: { kind: 'text' },
  reference: { kind: 'text' },
  upload_link: { kind: 'text' },
};

function isSlot(name: string): name is keyof typeof customerSlots {
  return Object.hasOwn(customerSlots, name);
}
