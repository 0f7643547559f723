import { getPool } from '../db/pool';
import { storableJson } from '../inbox/storable-json';
import { log } from '../log';
import { type NumberCheck, numberChecks } from './number-check';

/** One of our numbers, as it was last read at WhatsApp. */
export type KnownNumber = {
  readonly phoneNumberId: string;
  readonly displayNumber: string | null;
  readonly name: string | null;
  readonly quality: string | null;
  /** Messages a second. */
  readonly throughput: number;
  /** Unique contacts in 24 hours outside the window; null: no limit. */
  readonly contactsPerDay: number | null;
  readonly checks: readonly NumberCheck[];
  readonly checkedAt: Date | null;
};

/** What is known of these numbers; those that were never checked are left out. */
export async function readNumbers(phoneNumberIds: readonly string[]): Promise<readonly KnownNumber[]> {
  const { rows } = await getPool().query<KnownNumber & { readonly checks: unknown }>(
    `SELECT phone_number_id AS "phoneNumberId", display_number AS "displayNumber", name, quality, throughput,
       contacts_per_day AS "contactsPerDay", checks, checked_at AS "checkedAt"
     FROM whatsapp_numbers WHERE phone_number_id = ANY($1)`,
    [phoneNumberIds],
  );
  return rows.map((row) => ({ ...row, checks: readChecks(row.checks) }));
}

function readChecks(value: unknown): readonly NumberCheck[] {
  const read = numberChecks.safeParse(value ?? []);
  if (read.success) return read.data;
  log.error({ field: 'whatsapp_numbers.checks' }, 'checks.unreadable');
  return [];
}

/** Undefined leaves a value as it was: a check that could not ask tells nothing new. */
export type CheckedNumber = {
  readonly phoneNumberId: string;
  readonly displayNumber?: string | null | undefined;
  readonly name?: string | null | undefined;
  readonly quality?: string | null | undefined;
  readonly throughput?: number | undefined;
  readonly contactsPerDay?: number | null | undefined;
  readonly checks: readonly NumberCheck[];
};

export async function writeNumber(number: CheckedNumber): Promise<void> {
  const { phoneNumberId, displayNumber, name, quality, throughput, contactsPerDay, checks } = number;
  await getPool().query(
    `INSERT INTO whatsapp_numbers AS n (phone_number_id, display_number, name, quality, throughput, contacts_per_day,
       checks, checked_at)
     VALUES ($1, $2, $3, $4, COALESCE($5, 80), $6, $7, now())
     ON CONFLICT (phone_number_id) DO UPDATE SET
       display_number = COALESCE(excluded.display_number, n.display_number), name = COALESCE(excluded.name, n.name),
       quality = COALESCE(excluded.quality, n.quality), throughput = COALESCE($5, n.throughput),
       contacts_per_day = CASE WHEN $8 THEN excluded.contacts_per_day ELSE n.contacts_per_day END,
       checks = excluded.checks, checked_at = excluded.checked_at`,
    [
      phoneNumberId,
      displayNumber ?? null,
      name ?? null,
      quality ?? null,
      throughput ?? null,
      contactsPerDay ?? null,
      storableJson(checks),
      contactsPerDay !== undefined,
    ],
  );
}

/** How many people were written to first in the last 24 hours: what WhatsApp limits. */
export async function countOpened(): Promise<number> {
  const { rows } = await getPool().query<{ people: number }>(
    `SELECT count(DISTINCT contact_id)::int AS people FROM outbox_entries
     WHERE opens_conversation AND settled_at > now() - interval '24 hours'`,
  );
  return rows[0]?.people ?? 0;
}

/** When a contact last wrote, and which of our numbers answers. */
export type Writing = {
  readonly account: string | null;
  readonly lastInboundAt: Date | null;
  readonly adEntryAt: Date | null;
};

export async function readWriting(contactId: string): Promise<Writing> {
  const { rows } = await getPool().query<Writing>(
    `SELECT account, last_inbound_at AS "lastInboundAt", ad_entry_at AS "adEntryAt" FROM contacts WHERE id = $1`,
    [contactId],
  );
  return rows[0] ?? { account: null, lastInboundAt: null, adEntryAt: null };
}

/** Which of our numbers writes to a contact who has never written to us. */
export async function writeFrom(contactId: string, account: string): Promise<void> {
  await getPool().query('UPDATE contacts SET account = $2 WHERE id = $1 AND last_inbound_at IS NULL', [
    contactId,
    account,
  ]);
}
