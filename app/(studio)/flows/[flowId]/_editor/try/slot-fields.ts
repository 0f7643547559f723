import type { Flow } from '@/flows/schema/flow';
import { customerSlots, type SlotDefinition, type SlotName, type SlotValue } from '@/flows/schema/slots';

/** Everything that may be known at the beginning: what is read from customers, and the flow's own variables. */
export function slotDefinitions(flow: Flow): ReadonlyMap<SlotName, SlotDefinition> {
  const variables = flow.variables.map(({ name, kind }): [SlotName, SlotDefinition] => [name, { kind }]);
  return new Map<SlotName, SlotDefinition>([...Object.entries(customerSlots), ...variables]);
}

/** What was typed for a slot as its value; undefined for what is none of its kind. */
export function slotValueFrom(typed: string, { kind, choices }: SlotDefinition): SlotValue | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  switch (kind) {
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'number':
    case 'amountInr':
    case 'months':
      return numberFrom(text);
    case 'choice':
      return choices === undefined || choices.includes(text) ? text : undefined;
    case 'dateTime':
      return Number.isNaN(Date.parse(text)) ? undefined : text;
    case 'text':
    case 'place':
      return text;
    default:
      return kind satisfies never;
  }
}

/** "1,50,00,000", as amounts are grouped here, is a number too. */
function numberFrom(text: string): number | undefined {
  const value = Number(text.replaceAll(',', ''));
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}
