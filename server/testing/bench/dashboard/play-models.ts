import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { LanguageCode } from '@/flows/schema/language';
import { readExample } from './read-example';
import type { Studio } from './studio-session';

/** The conversations that all others are copies of: the example conversation, played once in each language. */
export type Models = ReadonlyMap<LanguageCode, string>;

/** Plays them through the simulator on the running app, and gives the contact of each. */
export async function playModels(studio: Studio): Promise<Models> {
  const models = new Map<LanguageCode, string>();
  for (const { language, said } of await readExample()) {
    const begun = await studio.change('simulator.begin', {
      contactId: null,
      name: `Model ${language}`,
      language,
      flowId: 'loan-against-property',
      flowVersion: 1,
      state: null,
    });
    const { contactId } = z.object({ contactId: z.string() }).parse(begun);
    for (const text of said) await say(studio, contactId, text);
    models.set(language, contactId);
  }
  return models;
}

async function say(studio: Studio, contactId: string, text: string): Promise<void> {
  const clientId = crypto.randomUUID();
  await studio.change('simulator.send', { contactId, clientId, content: { type: 'text', text } });
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const { isReplying, messages } = conversation.parse(await studio.read('simulator.conversation', { contactId }));
    if (!isReplying && messages.some(({ id }) => id === clientId)) return;
    if (performance.now() > deadline) throw new Error('A model conversation was not answered.');
    await pause(100);
  }
}

const patienceMs = 30_000;
const conversation = z.object({ isReplying: z.boolean(), messages: z.array(z.object({ id: z.string() })) });
