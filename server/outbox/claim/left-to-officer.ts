/**
 * The condition on an outbox row under which it must not leave since an officer has the conversation: nobody of them wrote it.
 * The last word after an opt-out always may.
 */
export function leftToOfficer(row: string): string {
  return `(NOT ${row}.is_last_word
    AND EXISTS (SELECT 1 FROM handovers h WHERE h.contact_id = ${row}.contact_id AND h.status = 'taken')
    AND NOT EXISTS (SELECT 1 FROM messages m WHERE m.id = ${row}.message_id AND m.author_id IS NOT NULL))`;
}
