import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TrainedReader } from '@/flows/understanding/learning/trained-reader';

/**
 * Trains the embedded reader if the words, or the code that learns from them, have changed since it was trained last: some
 * seconds; else a few milliseconds. What was learnt is generated and not committed. Says whether it trained.
 */
export async function ensureTrained(): Promise<boolean> {
  const stamp = stampSources();
  if (readIfThere(STAMP) === stamp && readIfThere(TRAINED) !== null) return false;
  const [{ trainReader }, { languages }, { loadUtterances }] = await Promise.all([
    import('@/flows/understanding/learning/train-reader'),
    import('@/prompts/load-languages'),
    import('@/prompts/load-utterances'),
  ]);
  const trained = trainReader(languages, loadUtterances());
  mkdirSync(GENERATED, { recursive: true });
  replace(TRAINED, JSON.stringify(trained));
  replace(STAMP, stamp);
  return true;
}

/** What was learnt last; `ensureTrained` has made sure that it is there. */
export function readTrained(): TrainedReader {
  return JSON.parse(readFileSync(TRAINED, 'utf8'));
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const GENERATED = path.join(root, 'flows/understanding/generated');
const TRAINED = path.join(GENERATED, 'trained-reader.json');
const STAMP = path.join(GENERATED, 'trained-reader.stamp');

/** One hash of everything that training reads or runs. */
function stampSources(): string {
  const hash = createHash('sha256');
  const sources = [...list('prompts/languages', isWords), ...list('flows/understanding', isCode), INTENTS];
  for (const source of sources)
    hash
      .update(source)
      .update('\0')
      .update(readFileSync(path.join(root, source)));
  return hash.digest('base64url');
}

const INTENTS = 'flows/schema/intents.ts';

function list(folder: string, isWanted: (file: string) => boolean): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file.replaceAll('\\', '/')))
    .filter(isWanted)
    .sort();
}

function isWords(file: string): boolean {
  return file.endsWith('.json');
}

function isCode(file: string): boolean {
  return file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('/testdata/');
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** Writes beside the file and moves it there, so that who reads it meanwhile reads one whole. */
function replace(file: string, content: string): void {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, content);
  renameSync(beside, file);
}
