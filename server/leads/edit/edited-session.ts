import type { Session } from '@/flows/schema/session';
import type { SlotFact, SlotValue } from '@/flows/schema/slots';

export type FactEdit = Readonly<
  { slot: string } & ({ type: 'set'; value: SlotValue } | { type: 'confirm' } | { type: 'remove' })
>;

/** A session whose fact an officer has set, confirmed or taken away; what was known before becomes history. */
export function editedSession(session: Session, edit: FactEdit, nowMs: number): Session {
  const { [edit.slot]: before, ...others } = session.slots;
  switch (edit.type) {
    case 'set':
      return { ...session, slots: { ...others, [edit.slot]: officersFact(edit.value, before, nowMs) } };
    case 'confirm':
      return before ? { ...session, slots: { ...others, [edit.slot]: { ...before, confirmed: true } } } : session;
    case 'remove':
      return { ...session, slots: others };
    default:
      return edit satisfies never;
  }
}

function officersFact(value: SlotValue, before: SlotFact | undefined, nowMs: number): SlotFact {
  const history = before
    ? [...before.history, { value: before.value, messageId: before.messageId, at: before.at }]
    : [];
  const provenance = { confidence: 1, messageId: null, span: null, source: 'officer', confirmed: true } as const;
  return { value, ...provenance, at: new Date(nowMs).toISOString(), language: null, history };
}
