import { checkFlow, isPublishable } from '@/flows/check/check-flow';
import type { Flow } from '@/flows/schema/flow';
import type { FlowIssue } from '@/flows/schema/flow-issue';
import { parseFlow } from '@/flows/schema/parse-flow';
import { languages } from '@/prompts/load-languages';
import { KnownError } from '../errors';
import { factsNow } from '../facts/read-facts';
import { readStoredDraft } from './drafts/store';
import { type PeoplePlan, requireTargets } from './people/people-plan';
import { type Treated, treatPeople } from './people/treat-people';
import { type InsertedVersion, insertVersionOfDraft, readActiveFlows } from './store';

export type DraftToPublish = Readonly<{
  flowId: string;
  /** The draft that its owner has looked at. */
  revision: number;
  note: string;
  author: string;
  people: PeoplePlan;
}>;

export type Publication =
  | (Readonly<{ ok: true; warnings: readonly FlowIssue[] }> & InsertedVersion & Treated)
  | Readonly<{ ok: false; issues: readonly FlowIssue[] }>;

/**
 * Publishes a flow's draft as its next version, which new sessions then run; the draft is gone, and the people in older
 * versions are treated as chosen. An error in the draft refuses it and is returned; warnings don't. Throws
 * `record.conflict` when the draft is not the one that was looked at, `record.notFound` when there is none, and
 * `request.invalid` for people who would be moved to a state that is not there: then nothing has happened.
 */
export async function publishDraft(draft: DraftToPublish): Promise<Publication> {
  const { flowId, revision, note, author, people } = draft;
  const parsed = parseFlow(await requireDraft(flowId, revision));
  if (!parsed.ok) return { ok: false, issues: parsed.issues };
  const flow = { ...parsed.flow, id: flowId };
  const issues = await checkBeforePublishing(flow);
  if (!isPublishable(issues)) return { ok: false, issues };
  requireTargets(people, flow);
  const inserted = await insertVersionOfDraft({ flow, note, author }, revision);
  if (!inserted) throw hasChanged();
  const treated = await treatPeople(people, { flow, version: inserted.version });
  return { ok: true, ...inserted, warnings: issues, ...treated };
}

async function requireDraft(flowId: string, revision: number): Promise<unknown> {
  const stored = await readStoredDraft(flowId);
  if (!stored) throw new KnownError('record.notFound', 'There is no such flow.');
  if (stored.revision !== revision) throw hasChanged();
  if (stored.document === null) throw new KnownError('record.notFound', 'This flow has no draft to publish.');
  return stored.document;
}

function hasChanged(): KnownError {
  return new KnownError('record.conflict', 'The draft has changed since you looked. Nothing was published.');
}

/** The issues of a flow among the flows that are published now. */
export async function checkBeforePublishing(flow: Flow): Promise<readonly FlowIssue[]> {
  const others = [...(await readActiveFlows()).values()].map((published) => published.flow);
  return checkFlow(flow, {
    packs: languages,
    facts: await factsNow(),
    knownFlows: Object.fromEntries(others.map((other) => [other.id, other])),
  });
}
