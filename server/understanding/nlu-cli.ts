import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { languageCode } from '@/flows/schema/language';
import { slotName } from '@/flows/schema/slots';
import { languages } from '@/prompts/load-languages';
import { ensureTrained } from './ensure-trained';
import type { Engine, LineReader } from './line-reader';

/**
 * The command line of understanding: JSON Lines in, one JSON line out for each, in order. A line that is not valid gives
 * `{ "id"?, "error" }` and the run goes on. Blank lines count as invalid, so that lines in and lines out always match.
 */
async function main(): Promise<void> {
  const engine = chooseEngine();
  if (!isEngine(engine)) return refuse(engine.problem);
  await ensureTrained();
  const { createLineReader } = await import('./line-reader');
  const reader = createLineReader(engine);
  if (reader === null) return refuse('No language model is configured: set OPENAI_API_KEY or OPENAI_BASE_URL.');
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const isWritten = process.stdout.write(`${JSON.stringify(await answer(line, reader))}\n`);
    if (!isWritten) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}

function refuse(problem: string): void {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
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

async function answer(line: string, read: LineReader): Promise<object> {
  const parsed = parseJson(line);
  if (!parsed.ok) return { error: parsed.error };
  const checked = request.safeParse(parsed.value);
  if (!checked.success) return { ...idOf(parsed.value), error: z.prettifyError(checked.error).replace(/\n\s*/g, ' ') };
  const { id, text, now = new Date().toISOString(), ...context } = checked.data;
  const known = id === undefined ? {} : { id };
  try {
    const { language, script, intent, confidence, sentiment, slots, engine } = await read(text, { ...context, now });
    const values = Object.fromEntries(Object.entries(slots).map(([name, { value }]) => [name, value]));
    return { ...known, language, script, intent, confidence, sentiment, slots: values, engine };
  } catch (cause) {
    // A timezone that the platform does not know; the run goes on.
    return { ...known, error: cause instanceof Error ? cause.message : 'could not be read' };
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

const engines: ReadonlySet<unknown> = new Set(['embedded', 'llm', 'auto'] satisfies Engine[]);

function isEngine(value: unknown): value is Engine {
  return engines.has(value);
}

/** The engine that was asked for, or the sentence why there is none. */
function chooseEngine(): Engine | { problem: string } {
  try {
    const { values } = parseArgs({ options: { engine: { type: 'string', default: 'embedded' } } });
    const { engine } = values;
    return isEngine(engine) ? engine : { problem: `--engine is embedded, llm or auto, not "${engine}".` };
  } catch (cause) {
    return { problem: cause instanceof Error ? cause.message : 'The options can not be read.' };
  }
}

await main();
