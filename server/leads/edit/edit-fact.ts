import { session as sessionSchema } from '@/flows/schema/session';
import type { SlotDefinition, SlotValue } from '@/flows/schema/slots';
import { recordAudit } from '../../audit/store';
import type { Actor } from '../../auth/actor';
import { inTransaction } from '../../db/transaction';
import { KnownError } from '../../errors';
import { factsNow } from '../../facts/read-facts';
import { readFlow } from '../../flows/store';
import { ring } from '../../inbox/bells';
import { scoreLead } from '../score-lead';
import { slotDefinition } from '../slot-definition';
import { editedSession, type FactEdit } from './edited-session';
import { factValue } from './fact-value';
import { type LockedLead, lockLead, writeFact, writeSession } from './store';

/**
 * An officer's word about a fact: in the session, so that the flow goes on with it, and in the lead, with its score. A turn
 * that is being taken meanwhile is taken anew.
 */
export async function editFact(
  { contactId, ...wanted }: FactEdit & { readonly contactId: string },
  actor: Actor,
  nowMs: number,
): Promise<void> {
  const product = await factsNow();
  await inTransaction(async (client) => {
    const lead = await lockLead(client, contactId);
    if (!lead) throw new KnownError('record.notFound', 'This contact has not written yet, so there is no lead.');
    const edit = await checked(wanted, lead);
    const before = sessionSchema.safeParse(lead.session).data;
    const session = before ? editedSession(before, edit, nowMs) : undefined;
    if (session) await writeSession(client, session);
    const value = valueAfter(edit, lead);
    await writeFact(client, {
      contactId,
      slot: edit.slot,
      value,
      before: lead.facts[edit.slot] ?? null,
      isConfirmed: edit.type === 'confirm',
      scored: session ? scoreLead(session, product, nowMs) : null,
      actorId: actor.id,
      at: new Date(nowMs),
    });
    const detail = { what: `fact.${edit.type}`, slot: edit.slot };
    await recordAudit({ actor, act: 'lead.changed', subject: { type: 'contact', id: contactId }, detail }, client);
  });
  ring('turns');
}

/** The edit with a value of the slot's kind. A fact that is not there can be neither confirmed nor taken away. */
async function checked(edit: FactEdit, { session, flowId, facts }: LockedLead): Promise<FactEdit> {
  const version = sessionSchema.safeParse(session).data?.flowVersion;
  const flow = version === undefined ? undefined : await readFlow(flowId, version);
  const definition: SlotDefinition | undefined = slotDefinition(edit.slot, flow);
  if (!definition) throw new KnownError('request.invalid', 'The flow knows no such fact.');
  if (edit.type === 'set') return { ...edit, value: factValue(definition, edit.value) };
  if (facts[edit.slot] !== undefined) return edit;
  throw new KnownError('record.conflict', 'This fact is no longer there. Somebody has taken it away meanwhile.');
}

function valueAfter(edit: FactEdit, { facts }: LockedLead): SlotValue | null {
  switch (edit.type) {
    case 'set':
      return edit.value;
    case 'confirm':
      return facts[edit.slot] ?? null;
    case 'remove':
      return null;
    default:
      return edit satisfies never;
  }
}
