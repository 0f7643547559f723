import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { languageCode } from '@/flows/schema/language';
import { slotName } from '@/flows/schema/slots';
import type { Reader } from '@/flows/understanding/understand';
import { languages } from '@/prompts/load-languages';
import { ensureTrained } from './ensure-trained';

/**
 * The command line of understanding: JSON Lines in, one JSON line out for each, in order. A line that is not valid gives
 * `{ "id"?, "error" }` and the run goes on. Blank lines count as invalid, so that lines in and lines out always match.
 */
async function main(): Promise<void> {
  const problem = chooseEngine();
  if (problem !== null) {
    process.stderr.write(`${problem}\n`);
    process.exitCode = 1;
    return;
  }
  await ensureTrained();
  const { loadReader } = await import('@/flows/understanding/load-reader');
  const reader = loadReader();
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const isWritten = process.stdout.write(`${JSON.stringify(answer(line, reader))}\n`);
    if (!isWritten) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}

const request = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string(),
  expects: z
    .union([slotName, z.array(slotName)])
    .transform((expects) => (typeof expects === 'string' ? [expects] : expects))
    .default([]),
  language: languageCode.refine((code) => code in languages, 'is not a language of this installation').default('en'),
  now: z.iso.datetime({ offset: true }).optional(),
  timezone: z.string().default('Asia/Kolkata'),
});

function answer(line: string, reader: Reader): object {
  const parsed = parseJson(line);
  if (!parsed.ok) return { error: parsed.error };
  const checked = request.safeParse(parsed.value);
  if (!checked.success) return { ...idOf(parsed.value), error: z.prettifyError(checked.error).replace(/\n\s*/g, ' ') };
  const { id, text, expects, language, timezone, now = new Date().toISOString() } = checked.data;
  try {
    const read = reader.understand([{ messageId: 'line', text }], { language, expects, now, timezone });
    const slots = Object.fromEntries(Object.entries(read.slots).map(([name, { value }]) => [name, value]));
    const { script, intent, confidence, sentiment, engine } = read;
    return {
      ...(id === undefined ? {} : { id }),
      language: read.language,
      script,
      intent,
      confidence,
      sentiment,
      slots,
      engine,
    };
  } catch (cause) {
    // A timezone that the platform does not know; the run goes on.
    return { ...(id === undefined ? {} : { id }), error: cause instanceof Error ? cause.message : 'could not be read' };
  }
}

function parseJson(line: string): { ok: true; value: unknown } | { ok: false; error: string } {
  try {
    return { ok: true, value: JSON.parse(line) };
  } catch (cause) {
    return { ok: false, error: `not JSON: ${cause instanceof Error ? cause.message : 'unreadable'}` };
  }
}

function idOf(value: unknown): { id?: string | number } {
  const withId = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(value);
  return withId.success ? { id: withId.data.id } : {};
}

/** The sentence to say when the engine that was asked for can't run, or null. */
function chooseEngine(): string | null {
  try {
    const { values } = parseArgs({ options: { engine: { type: 'string', default: 'embedded' } } });
    if (values.engine === 'embedded' || values.engine === 'auto') return null;
    if (values.engine === 'llm') return 'No language model is configured: use --engine embedded or --engine auto.';
    return `--engine is embedded, llm or auto, not "${values.engine}".`;
  } catch (cause) {
    return cause instanceof Error ? cause.message : 'The options can not be read.';
  }
}

await main();
