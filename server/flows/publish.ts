import { checkFlow, isPublishable } from '@/flows/check/check-flow';
import type { Flow } from '@/flows/schema/flow';
import type { FlowIssue } from '@/flows/schema/flow-issue';
import { parseFlow } from '@/flows/schema/parse-flow';
import { languages } from '@/prompts/load-languages';
import { KnownError } from '../errors';
import { insertVersion, readActiveFlows, readDraft } from './store';

export type Publication =
  | { readonly ok: true; readonly version: number; readonly warnings: readonly FlowIssue[] }
  | { readonly ok: false; readonly issues: readonly FlowIssue[] };

/**
 * Publishes a flow's draft as its next version, which new sessions then run; sessions that have begun stay on theirs. An
 * error in the draft refuses it and is returned; warnings don't. Throws `record.notFound` when there is no draft.
 */
export async function publishDraft(flowId: string, note: string): Promise<Publication> {
  const draft = await readDraft(flowId);
  if (!draft) throw new KnownError('record.notFound', 'This flow has no draft to publish.');
  const parsed = parseFlow(draft.document);
  if (!parsed.ok) return { ok: false, issues: parsed.issues };
  const issues = await checkBeforePublishing(parsed.flow);
  if (!isPublishable(issues)) return { ok: false, issues };
  return { ok: true, version: await insertVersion({ ...parsed.flow, id: flowId }, note), warnings: issues };
}

/** The issues of a flow among the flows that are published now. */
export async function checkBeforePublishing(flow: Flow): Promise<readonly FlowIssue[]> {
  const others = [...(await readActiveFlows()).values()].map((published) => published.flow);
  return checkFlow(flow, {
    packs: languages,
    knownFlows: Object.fromEntries(others.map((other) => [other.id, other])),
  });
}
