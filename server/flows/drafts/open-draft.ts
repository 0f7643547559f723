import type { Flow } from '@/flows/schema/flow';
import type { FlowIssue } from '@/flows/schema/flow-issue';
import { parseFlow } from '@/flows/schema/parse-flow';
import { KnownError } from '../../errors';
import { readVersionDocument } from '../store';
import { emptyFlow } from './empty-flow';
import { readStoredDraft, type StoredDraft } from './store';

export type OpenedDraft = Readonly<{
  flow: Flow;
  /** What the next save names. */
  revision: number;
  publishedVersion: number | null;
  /** When the draft was saved; null when there is none and `flow` is the published version. */
  savedAt: string | null;
  /** What is wrong with a stored document that can't be opened: `flow` is then what was published before it. */
  unreadable: readonly FlowIssue[] | null;
}>;

/**
 * What an editor opens: the draft, else the published version, else an empty flow, the first of them that can be read. A
 * document that can't be read stays where it is until somebody saves. Throws `record.notFound` when there is no such flow.
 */
export async function openDraft(flowId: string): Promise<OpenedDraft> {
  const stored = await readStoredDraft(flowId);
  if (!stored) throw new KnownError('record.notFound', 'There is no such flow.');
  const { revision, savedAt, activeVersion: publishedVersion } = stored;
  return { ...(await readableFlow(flowId, stored)), revision, publishedVersion, savedAt };
}

async function readableFlow(flowId: string, stored: StoredDraft): Promise<Pick<OpenedDraft, 'flow' | 'unreadable'>> {
  const draft = stored.document === null ? null : parseFlow(stored.document);
  if (draft?.ok) return { flow: draft.flow, unreadable: null };
  const { activeVersion } = stored;
  const published = activeVersion === null ? null : parseFlow(await readVersionDocument(flowId, activeVersion));
  const unreadable = draft?.issues ?? (published?.ok ? null : (published?.issues ?? null));
  return { flow: published?.ok ? published.flow : emptyFlow(flowId, stored.name), unreadable };
}
