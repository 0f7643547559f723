import { KnownError } from '../../errors';
import { deleteDraft, readStoredDraft } from './store';

/** Goes back to the published version. Says the revision that the next draft is saved on. */
export async function discardDraft(flowId: string, revision: number): Promise<number> {
  const stored = await readStoredDraft(flowId);
  if (!stored || stored.document === null) throw new KnownError('record.notFound', 'There is no draft to discard.');
  if (stored.activeVersion === null) {
    throw new KnownError('request.invalid', 'This flow was never published: its draft is all there is of it.');
  }
  const next = await deleteDraft(flowId, revision);
  if (next === undefined) {
    throw new KnownError('record.conflict', 'Somebody has changed the draft meanwhile. It was not discarded.');
  }
  return next;
}
