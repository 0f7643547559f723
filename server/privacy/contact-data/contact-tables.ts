/** A place where something of a contact is kept, and what an erasure does to it. */
export type ContactTable = Readonly<{
  /** Its name in an export. */
  section: string;
  table: string;
  /** Which rows are the contact's: $1 is the contact's id, $2 account events that name them, $3 traces of them in lists. */
  owned: string;
  order: string;
  /** How they stop being the contact's. */
  erase: 'delete' | Readonly<{ set: string }>;
}>;

const byContact = 'contact_id = $1';
const nobody = '00000000-0000-0000-0000-000000000000';

function table(section: string, name: string, order: string, owned: string = byContact): ContactTable {
  return { section, table: name, owned, order, erase: 'delete' };
}

/**
 * Everything that is kept of a contact, in the order in which it is erased: what names others goes before what it names. A
 * test walks the database and fails when a table with a contact in it is neither here nor in `leftAlone`.
 */
export const contactTables: readonly ContactTable[] = [
  table(
    'statuses',
    'inbox_entries',
    'id',
    `kind = 'status' AND subject_id IN (SELECT o.external_id FROM outbox_entries o JOIN messages m ON m.id = o.message_id
      WHERE m.contact_id = $1)`,
  ),
  table('accountEvents', 'inbox_entries', 'id', 'id = ANY($2::bigint[])'),
  {
    ...table('messageCosts', 'message_costs', 'at'),
    // What was spent stays spent; whether it was delivered is then said by nobody else.
    erase: {
      set: `contact_id = '${nobody}', delivered = COALESCE((SELECT o.delivery IN ('delivered', 'read', 'played')
        FROM outbox_entries o WHERE o.id = t.outbox_id), t.delivered)`,
    },
  },
  { ...table('modelCalls', 'model_calls', 'id'), erase: { set: 'contact_id = NULL' } },
  // By their messages and sessions, which are found by an index.
  table('sent', 'outbox_entries', 'position', 'message_id IN (SELECT id FROM messages WHERE contact_id = $1)'),
  table('files', 'media_files', 'created_at'),
  table('messages', 'messages', 'position'),
  table('received', 'inbox_entries', 'id'),
  table('followUps', 'follow_ups', 'created_at'),
  table('handovers', 'handovers', 'created_at'),
  table('marks', 'analytics_marks', 'at', 'session_id IN (SELECT id FROM flow_sessions WHERE contact_id = $1)'),
  table('turns', 'turns', 'at'),
  table('sessions', 'flow_sessions', 'started_at'),
  table('leadEvents', 'lead_events', 'id'),
  table('notes', 'notes', 'created_at'),
  table('tasks', 'tasks', 'created_at'),
  table('scheduled', 'scheduled_messages', 'due_at'),
  table('lead', 'leads', 'updated_at'),
  table('campaigns', 'campaign_recipients', 'due_at'),
  table('importedRows', 'contact_import_rows', 'row', 'contact_id = $1 OR traces && $3::text[]'),
  table('uploadLinks', 'upload_links', 'created_at'),
  table('consents', 'consent_records', 'id'),
  table('readBy', 'conversation_reads', 'user_id'),
  table('conversation', 'conversations', 'last_at'),
  table('queue', 'turn_queue', 'due_at'),
  table('paces', 'send_paces', 'key', `key = 'contact:' || $1::text`),
  table('contact', 'contacts', 'created_at', 'id = $1'),
];

/** Tables that name a contact and are neither exported nor erased, and why. */
export const leftAlone: Readonly<Record<string, string>> = {
  erasures: 'It says that somebody was erased; the id in it leads nowhere any more.',
};
