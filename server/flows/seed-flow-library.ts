import { isDeepStrictEqual } from 'node:util';
import { checkFlow } from '@/flows/check/check-flow';
import type { Flow } from '@/flows/schema/flow';
import { languages } from '@/prompts/load-languages';
import { readFlowLibrary } from './flow-library';
import { insertFlow, insertVersion, isEdited, readActiveFlows } from './store';

/**
 * Publishes the shipped flows: each that is not there yet, and each that a newer release has changed, unless somebody has
 * edited it. Says which ones. A shipped flow with errors is our bug: it throws and names them.
 */
export async function seedFlowLibrary(): Promise<readonly string[]> {
  const library = await readFlowLibrary();
  const knownFlows = Object.fromEntries(library.map((flow) => [flow.id, flow]));
  const published: string[] = [];
  for (const flow of library) {
    if (await isCurrent(flow)) continue;
    refuseErrors(flow, knownFlows);
    if (!(await insertFlow(flow, libraryNote))) await insertVersion({ flow, note: libraryNote, author: '' });
    published.push(flow.id);
  }
  return published;
}

const libraryNote = 'Shipped with Vaarta';

async function isCurrent(flow: Flow): Promise<boolean> {
  const stored = (await readActiveFlows()).get(flow.id);
  if (!stored) return false;
  // Not by their text: PostgreSQL keeps the keys of a document in an order of its own.
  return isDeepStrictEqual(stored.flow, flow) || isEdited(flow.id, libraryNote);
}

function refuseErrors(flow: Flow, knownFlows: Readonly<Record<string, Flow>>): void {
  const errors = checkFlow(flow, { packs: languages, knownFlows }).filter((issue) => issue.severity === 'error');
  if (errors.length === 0) return;
  throw new Error(`The shipped flow ${flow.id} has errors: ${errors.map((issue) => issue.code).join(', ')}`);
}
