import type { Actor } from '../../auth/actor';
import { getPool } from '../../db/pool';
import { KnownError } from '../../errors';

/**
 * The condition on `leads l` under which somebody may see a lead: an officer sees their own and those that are nobody's, all
 * others see every one. `parameter` is the place of the officer's id ("$3").
 */
export function visibleLead({ role }: Pick<Actor, 'role'>, parameter: string): string {
  if (role === 'officer') return `(l.assignee_id IS NULL OR l.assignee_id = ${parameter})`;
  return `(${parameter}::text IS NOT NULL)`;
}

/**
 * The condition on `leads l` and `conversations v` under which somebody may read a conversation: that of a lead which they may
 * see, and every one that an officer has taken over, so that all know who talks to whom.
 */
export function readableConversation(actor: Pick<Actor, 'role'>, parameter: string): string {
  return `(${visibleLead(actor, parameter)} OR v.status = 'taken')`;
}

/**
 * Refuses a contact that is not there and one that is another officer's with the same words; one whose conversation another
 * officer has taken over with who that is (`record.conflict`): that may be read.
 */
export async function requireVisible(actor: Actor, contactId: string): Promise<void> {
  const found = await look(actor, contactId);
  if (found?.isVisible) return;
  if (!found?.isReadable) throw notThere();
  const who = found.takerName ?? 'Another officer';
  throw new KnownError('record.conflict', `${who} has taken this over. You can read the conversation and add notes.`);
}

/** Refuses a contact whose conversation somebody may not even read. */
export async function requireReadable(actor: Actor, contactId: string): Promise<void> {
  if (!(await isReadable(actor, contactId))) throw notThere();
}

/** Whether somebody may read the conversation of a contact. */
export async function isReadable(actor: Pick<Actor, 'id' | 'role'>, contactId: string): Promise<boolean> {
  return (await look(actor, contactId))?.isReadable ?? false;
}

type Seen = { readonly isVisible: boolean; readonly isReadable: boolean; readonly takerName: string | null };

async function look(actor: Pick<Actor, 'id' | 'role'>, contactId: string): Promise<Seen | undefined> {
  const { rows } = await getPool().query<Seen>(
    `SELECT ${visibleLead(actor, '$2')} AS "isVisible", COALESCE(${readableConversation(actor, '$2')}, false) AS "isReadable",
       u.name AS "takerName"
     FROM contacts c LEFT JOIN leads l ON l.contact_id = c.id LEFT JOIN conversations v ON v.contact_id = c.id
     LEFT JOIN users u ON u.id = v.assignee_id WHERE c.id = $1`,
    [contactId, actor.id],
  );
  return rows[0];
}

function notThere(): KnownError {
  return new KnownError('record.notFound', 'There is no such contact, or it is another officer’s.');
}
