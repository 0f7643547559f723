import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { intent } from '@/flows/schema/intents';

/** A message and what should be read from it, as a line of a held-out file. What is not told is not judged. */
export type LabelledMessage = z.infer<typeof line> & { readonly id: string };

const expected = z.object({
  language: z.string(),
  script: z.enum(['native', 'latin']).optional(),
  intent,
  sentiment: z.enum(['positive', 'neutral', 'negative']).optional(),
  slots: z.record(z.string(), z.unknown()).default({}),
});

const line = z.object({
  id: z.union([z.string(), z.number()]).transform(String).optional(),
  text: z.string(),
  language: z.string().default('en'),
  expects: z
    .union([z.string(), z.array(z.string())])
    .transform((slots) => (typeof slots === 'string' ? [slots] : slots))
    .default([]),
  now: z.string().default('2026-11-26T11:00:00+05:30'),
  timezone: z.string().default('Asia/Kolkata'),
  expected,
});

/** Reads a JSON Lines file; throws a sentence that names the first line that is not valid. */
export function readLabelledMessages(file: string): readonly LabelledMessage[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((source, index) => {
      if (source.trim() === '') return [];
      const place = `${file}:${index + 1}`;
      const read = line.safeParse(parseJson(source, place));
      if (!read.success) throw new Error(`${place}: ${z.prettifyError(read.error)}`);
      return [{ ...read.data, id: read.data.id ?? place }];
    });
}

function parseJson(source: string, place: string): unknown {
  try {
    return JSON.parse(source);
  } catch (cause) {
    throw new Error(`${place} is no JSON.`, { cause });
  }
}
