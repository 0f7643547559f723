import { words } from '@/app/_words/en';
import type { ReaderEngine } from '@/flows/schema/understanding';

const engines: Readonly<Record<ReaderEngine, string>> = words.reading.engines;

/** What a reader is called; one that the studio doesn't know stays a code. */
export function sayEngine(engine: string): string {
  return isEngine(engine) ? engines[engine] : engine;
}

function isEngine(engine: string): engine is ReaderEngine {
  return Object.hasOwn(engines, engine);
}
