import type { PoolClient } from 'pg';
import { recordAudit } from '../../audit/store';
import type { Actor } from '../../auth/actor';
import { inTransaction } from '../../db/transaction';
import { KnownError } from '../../errors';
import { isOptOut } from '../opt-out';
import { insertWithdrawal, lockContact, readGiven, stopAll, stopMarketing } from './store';

/** What is recorded of somebody who never agreed to anything and wants to hear nothing. */
const ANY_PURPOSE = 'contact';

type Asked = Readonly<{ actor: Actor; contactId: string }>;

/** Takes back one consent for a contact who told an officer so; what follows is as if they had written it. */
export async function withdrawConsent(
  { actor, contactId, purpose }: Asked & { readonly purpose: string },
  nowMs: number,
): Promise<void> {
  await withdraw({ actor, contactId }, async () => [purpose], nowMs);
}

/** A contact told an officer to hear nothing any more: all that they agreed to is taken back. */
export async function optOut({ actor, contactId }: Asked, nowMs: number): Promise<void> {
  const everything = async (client: PoolClient) => {
    const given = await readGiven(client, contactId);
    return given.some(isOptOut) ? given : [...given, ANY_PURPOSE];
  };
  await withdraw({ actor, contactId }, everything, nowMs);
}

async function withdraw(
  { actor, contactId }: Asked,
  purposesOf: (client: PoolClient) => Promise<readonly string[]>,
  nowMs: number,
): Promise<void> {
  await inTransaction(async (client) => {
    const isThere = await lockContact(client, contactId);
    if (!isThere) throw new KnownError('record.notFound', 'There is no such contact.');
    const purposes = await purposesOf(client);
    const records: { readonly purpose: string; readonly consent: string }[] = [];
    for (const purpose of purposes) {
      const consent = await insertWithdrawal(client, { contactId, purpose, proof: `officer:${actor.id}`, nowMs });
      records.push({ purpose, consent });
    }
    if (purposes.some(isOptOut)) await stopAll(client, contactId, nowMs);
    else await stopMarketing(client, contactId);
    const subject = { type: 'contact', id: contactId } as const;
    for (const detail of records) await recordAudit({ actor, act: 'consent.withdrawn', subject, detail }, client);
  });
}
