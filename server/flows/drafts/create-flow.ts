import { freeName } from '@/flows/edit/free-name';
import type { Flow } from '@/flows/schema/flow';
import type { FlowIssue } from '@/flows/schema/flow-issue';
import { parseFlow } from '@/flows/schema/parse-flow';
import { KnownError } from '../../errors';
import { emptyFlow } from './empty-flow';
import { insertUnpublished, selectFlowNames } from './store';

export type FlowCreation =
  | Readonly<{ ok: true; flowId: string }>
  | Readonly<{ ok: false; issues: readonly FlowIssue[] }>;

/** Takes a document (a value or its JSON text) in as a new flow that has a draft only. A taken id becomes `<id>-2`. */
export async function createFlow(document: unknown): Promise<FlowCreation> {
  const parsed = parseFlow(document);
  if (!parsed.ok) return { ok: false, issues: parsed.issues };
  return { ok: true, flowId: await insertUnderFreeId(parsed.flow) };
}

/** Begins a new flow. Says its id, which is made from the name. */
export async function createEmptyFlow(name: string): Promise<string> {
  return insertUnderFreeId(emptyFlow(idFrom(name), name));
}

const LONGEST_ID = 64;
const MOST_ATTEMPTS = 5;

async function insertUnderFreeId(flow: Flow): Promise<string> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const taken = (await selectFlowNames()).map(({ id }) => id);
    const id = freeName(flow.id, taken, LONGEST_ID, '-');
    if (await insertUnpublished({ ...flow, id })) return id;
  }
  throw new KnownError('record.conflict', 'Others are making flows of this name right now. Please try again.');
}

/** Small Latin letters, digits and hyphens; a name in another script has none of them. */
function idFrom(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, LONGEST_ID);
  return words.replace(/-+$/, '') || 'flow';
}
