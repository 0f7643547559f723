import type { ConversationRow } from '../inbox-types';

/** What is worth telling somebody who looks elsewhere. */
export type Alert = Readonly<{ contactId: string; name: string | null; why: 'wrote' | 'asked' }>;

/**
 * What has become new between two readings of the list: a customer wrote in a conversation of one's own, or somebody asks for a
 * person. The first reading tells of nothing, nor does a row that was not there before and is old news.
 */
export function newAlerts(
  before: readonly ConversationRow[] | null,
  after: readonly ConversationRow[],
  myId: string | null,
): readonly Alert[] {
  if (before === null) return [];
  const known = new Map(before.map((row) => [row.contactId, row]));
  return after.flatMap((row): Alert[] => {
    const earlier = known.get(row.contactId);
    const { contactId, name } = row;
    const hasAsked = row.status === 'requested' && earlier?.status !== 'requested';
    if (hasAsked && (row.assignee === null || row.assignee.id === myId)) return [{ contactId, name, why: 'asked' }];
    const isMine = row.status === 'taken' && row.assignee !== null && row.assignee.id === myId;
    const hasWritten = row.lastDirection === 'in' && earlier !== undefined && row.lastAt > earlier.lastAt;
    return isMine && hasWritten ? [{ contactId, name, why: 'wrote' }] : [];
  });
}
