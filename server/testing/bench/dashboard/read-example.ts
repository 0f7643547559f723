import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type LanguageCode, languageCode } from '@/flows/schema/language';

/** What the customer says in the example conversation, in one language. */
export type Example = Readonly<{ language: LanguageCode; said: readonly string[] }>;

/** The example conversation in each language that it is written in. */
export async function readExample(): Promise<readonly Example[]> {
  const text = await readFile('flows/scenarios/example-conversation.json', 'utf8');
  const { scenarios } = file.parse(JSON.parse(text));
  const examples = new Map<LanguageCode, Example>();
  for (const { steps } of scenarios) {
    const language = steps[0]?.expect.language;
    const said = steps.flatMap((step) => step.said ?? []);
    if (language && said.length > 4 && !examples.has(language)) examples.set(language, { language, said });
  }
  return [...examples.values()];
}

const step = z.object({ said: z.string().optional(), expect: z.object({ language: languageCode.optional() }) });
const file = z.object({ scenarios: z.array(z.object({ steps: z.array(step) })) });
