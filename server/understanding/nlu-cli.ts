import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { languageCode } from '@/flows/schema/language';
import { slotName } from '@/flows/schema/slots';
import type { Reader } from '@/flows/understanding/understand';
import type { LanguagePack } from '@/prompts/language-pack';
import { ensureTrained } from './ensure-trained';
import type { LineReader } from './line-reader';
import { readerFromDisk } from './reader-from-disk';
import type { UnderstandingSettings } from './settings/understanding-settings';

/**
 * The command line of understanding: JSON Lines in, one JSON line out for each, in order. A line that is not valid gives
 * `{ "id"?, "error" }` and the run goes on. Blank lines count as invalid, so that lines in and lines out always match.
 */
async function main(): Promise<void> {
  const engine = chooseEngine();
  if (!isEngine(engine)) return refuse(engine.problem);
  await ensureTrained();
  const { reader, packs } = readerFromDisk();
  const read = engine === 'embedded' ? embeddedLines(reader) : await modelLines(engine, reader, packs);
  if (read === null) return refuse('No language model is configured: set OPENAI_API_KEY or OPENAI_BASE_URL.');
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const isWritten = process.stdout.write(`${JSON.stringify(await answer(line, read, packs))}\n`);
    if (!isWritten) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
}

function embeddedLines(reader: Reader): LineReader {
  return async (text, context) => reader.understand([{ messageId: 'line', text }], context);
}

/** Loads what only a model needs. */
async function modelLines(engine: Engine, reader: Reader, packs: Packs): Promise<LineReader | null> {
  const { createLineReader } = await import('./line-reader');
  return createLineReader(engine, reader, packs);
}

type Engine = UnderstandingSettings['engine'];
type Packs = Readonly<Record<string, LanguagePack>>;

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
  language: languageCode.default('en'),
  now: z.iso.datetime({ offset: true }).optional(),
  timezone: z.string().default('Asia/Kolkata'),
});

async function answer(line: string, read: LineReader, packs: Packs): Promise<object> {
  const parsed = parseJson(line);
  if (!parsed.ok) return { error: parsed.error };
  const checked = request.safeParse(parsed.value);
  if (!checked.success) return { ...idOf(parsed.value), error: z.prettifyError(checked.error).replace(/\n\s*/g, ' ') };
  const { id, text, now = new Date().toISOString(), ...context } = checked.data;
  const known = id === undefined ? {} : { id };
  if (!(context.language in packs)) return { ...known, error: 'language: is not a language of this installation' };
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
