import { type Flow, flow as flowSchema } from '@/flows/schema/flow';

/** A small flow of two states that each say a text. */
export const twoStates: Flow = flowSchema.parse({
  schemaVersion: 1,
  id: 'small',
  name: 'Small',
  languages: ['en', 'kn'],
  defaultLanguage: 'en',
  start: 'one',
  states: ['one', 'two'].map((id) => ({
    id,
    type: 'say',
    position: { x: 0, y: 0 },
    data: { message: { type: 'text', text: { en: `Text of ${id}` } } },
  })),
  transitions: [],
});
