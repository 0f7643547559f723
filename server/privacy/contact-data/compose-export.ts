import { type Processor, processorsOf } from './processors';
import type { ContactIdentity, ContactRows } from './store';

/** Everything about a contact as one JSON document, for the contact or for a sealed archive. */
export type ContactExport = Readonly<{
  format: 'vaarta.contact';
  version: 1;
  contactId: string;
  /** ISO 8601. */
  exportedAt: string;
  sharedWith: readonly Processor[];
  rows: ContactRows;
}>;

export function composeExport(contact: ContactIdentity, rows: ContactRows, nowMs: number): ContactExport {
  const exportedAt = new Date(nowMs).toISOString();
  return {
    format: 'vaarta.contact',
    version: 1,
    contactId: contact.id,
    exportedAt,
    sharedWith: processorsOf(contact, rows),
    rows,
  };
}
