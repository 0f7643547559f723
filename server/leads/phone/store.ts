import { recordAudit } from '../../audit/store';
import type { Actor } from '../../auth/actor';
import { inTransaction } from '../../db/transaction';

/** The whole number of a contact; null where it is unknown. That it was shown is written down with it. */
export async function revealPhone(contactId: string, actor: Actor): Promise<string | null> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ phone: string | null }>('SELECT phone FROM contacts WHERE id = $1', [
      contactId,
    ]);
    await recordAudit(
      { actor, act: 'lead.phoneShown', subject: { type: 'contact', id: contactId }, detail: {} },
      client,
    );
    return rows[0]?.phone ?? null;
  });
}
