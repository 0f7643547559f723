import shipped from '../../library/loan-against-property.json';
import type { Flow } from '../../schema/flow';
import { parseFlow } from '../../schema/parse-flow';

/** A flow of a test, frozen all through: an edit that changes what it was given throws. */
export function flowOf(given: unknown): Flow {
  const parsed = parseFlow(given);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return frozen(parsed.flow);
}

export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

const position = { x: 0, y: 0 };

/** A message template in English and Kannada. */
export function message(en: string, kn: string) {
  return { type: 'text', text: { en, kn } } as const;
}

/** welcome → details → bye; a rule that goes to bye except in details. English and Kannada. */
export const smallFlow = flowOf({
  schemaVersion: 1,
  id: 'small',
  name: 'Small',
  languages: ['en', 'kn'],
  defaultLanguage: 'en',
  start: 'welcome',
  states: [
    { id: 'welcome', type: 'say', position, data: { message: message('Welcome.', 'ಸ್ವಾಗತ.') } },
    { id: 'details', type: 'converse', position, data: { ask: [message('Which city?', 'ಯಾವ ಊರು?')] } },
    { id: 'bye', type: 'end', position, data: { message: message('Bye.', 'ಬರುತ್ತೇವೆ.') } },
  ],
  transitions: [
    { id: 'welcome:next', from: 'welcome', outcome: 'next', to: 'details' },
    { id: 'details:complete', from: 'details', outcome: 'family:interested', to: 'bye' },
  ],
  rules: [{ id: 'stop', intents: ['opt_out'], except: ['details'], action: { type: 'goTo', to: 'bye' } }],
});

export const shippedFlow = flowOf(shipped);
