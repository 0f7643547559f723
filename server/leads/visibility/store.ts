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

/** Refuses a contact that is not there and one that is another officer's with the same words. */
export async function requireVisible(actor: Actor, contactId: string): Promise<void> {
  if (await isVisible(actor, contactId)) return;
  throw new KnownError('record.notFound', 'There is no such contact, or it is another officer’s.');
}

/** Whether somebody may see a contact. */
export async function isVisible(actor: Pick<Actor, 'id' | 'role'>, contactId: string): Promise<boolean> {
  const { rowCount } = await getPool().query(
    `SELECT FROM contacts c LEFT JOIN leads l ON l.contact_id = c.id WHERE c.id = $1 AND ${visibleLead(actor, '$2')}`,
    [contactId, actor.id],
  );
  return rowCount !== 0;
}
