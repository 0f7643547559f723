import type { Flow } from '@/flows/schema/flow';
import { type FlowIssue, flowError } from '@/flows/schema/flow-issue';
import { parseFlow } from '@/flows/schema/parse-flow';
import { KnownError } from '../../errors';
import { openDraft } from './open-draft';
import { countStoredStates, readDraftRevision, type SavedDraft, saveDraft } from './store';

export type DraftToSave = Readonly<{
  flowId: string;
  /** What the draft was made from. */
  revision: number;
  /** A flow, or its JSON text. */
  document: unknown;
  /** A person has said that it is meant to lose most of its states. */
  allowShrink: boolean;
}>;

/** `conflict`: somebody saved, published or discarded meanwhile; `flow` is what is there now. Nothing was saved unless `ok`. */
export type DraftSaving =
  | (Readonly<{ ok: true }> & SavedDraft)
  | Readonly<{ ok: false; reason: 'conflict'; revision: number; savedAt: string | null; flow: Flow }>
  | Readonly<{ ok: false; reason: 'refused'; issues: readonly FlowIssue[] }>
  | Readonly<{ ok: false; reason: 'shrunk'; was: number; is: number }>;

/** Saves a flow's draft, unless it was made from an older one, can't be read, or loses most of the flow. */
export async function saveFlowDraft(draft: DraftToSave): Promise<DraftSaving> {
  const { flowId, revision, allowShrink } = draft;
  const stored = await readDraftRevision(flowId);
  if (!stored) throw new KnownError('record.notFound', 'There is no such flow.');
  if (stored.revision !== revision) return conflictIn(flowId);
  const parsed = parseFlow(draft.document);
  if (!parsed.ok) return { ok: false, reason: 'refused', issues: parsed.issues };
  if (parsed.flow.id !== flowId) return { ok: false, reason: 'refused', issues: [otherFlow(parsed.flow.id, flowId)] };
  const was = (await countStoredStates(flowId)) ?? 0;
  const is = parsed.flow.states.length;
  if (!allowShrink && isShrunk(was, is)) return { ok: false, reason: 'shrunk', was, is };
  const saved = await saveDraft(flowId, parsed.flow, revision);
  return saved ? { ok: true, ...saved } : conflictIn(flowId);
}

const FEWEST_REMOVED = 4;

/** More than half of the states are gone, and enough of them to be no small flow's ordinary change. */
function isShrunk(was: number, is: number): boolean {
  const removed = was - is;
  return removed >= FEWEST_REMOVED && removed > was / 2;
}

async function conflictIn(flowId: string): Promise<DraftSaving> {
  const { flow, revision, savedAt } = await openDraft(flowId);
  return { ok: false, reason: 'conflict', revision, savedAt, flow };
}

function otherFlow(id: string, flowId: string): FlowIssue {
  const message = `This is the document of the flow "${id}", and not of "${flowId}".`;
  return flowError(
    'document.other_flow',
    { path: 'id' },
    message,
    `Set its id to "${flowId}", or import it as a new flow.`,
  );
}
