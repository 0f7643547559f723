import { KnownError } from '../../errors';
import { type SavedDraft, saveDraft } from '../drafts/store';
import { readFlow } from '../store';

/** Makes a version's document the draft, in the place of the draft that has `revision`. Nothing is published. */
export async function restoreVersion(flowId: string, version: number, revision: number): Promise<SavedDraft> {
  const flow = await readFlow(flowId, version);
  if (!flow) throw new KnownError('record.notFound', 'There is no such version of this flow.');
  const saved = await saveDraft(flowId, flow, revision);
  if (saved) return saved;
  throw new KnownError('record.conflict', 'Somebody has changed the draft meanwhile. It was not replaced.');
}
