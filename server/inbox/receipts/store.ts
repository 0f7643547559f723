import { getPool } from '../../db/pool';
import { storableJson } from '../storable-json';

/** What is kept of one webhook: that it came and what was in it by kind, never its content. */
export type WebhookReceipt = {
  readonly channel: string;
  /** Our address that it was for; null where it can't be told. */
  readonly account: string | null;
  /** What we answered, as an HTTP status. */
  readonly status: number;
  /** How many events of each kind: `{ "message": 1, "status.delivered": 2 }`. */
  readonly kinds: Readonly<Record<string, number>>;
  /** How many elements could not be read, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly milliseconds: number;
  readonly at: Date;
};

const mostKept = 500;

/** Adds receipts, and forgets those beyond the newest 500. */
export async function insertReceipts(receipts: readonly WebhookReceipt[]): Promise<void> {
  await getPool().query(
    `INSERT INTO webhook_receipts (channel, account, status, kinds, skipped, milliseconds, at)
     SELECT channel, account, status, kinds, skipped, milliseconds, at
     FROM jsonb_to_recordset($1::jsonb) AS g(channel text, account text, status int, kinds jsonb, skipped jsonb,
       milliseconds int, at timestamptz)`,
    [storableJson(receipts)],
  );
  await getPool().query(
    `DELETE FROM webhook_receipts WHERE id <= (SELECT id FROM webhook_receipts ORDER BY id DESC OFFSET $1 LIMIT 1)`,
    [mostKept],
  );
}

/** The newest receipts, newest first. */
export async function readReceipts(most: number): Promise<readonly (WebhookReceipt & { readonly id: string })[]> {
  const { rows } = await getPool().query<WebhookReceipt & { readonly id: string }>(
    `SELECT id, channel, account, status, kinds, skipped, milliseconds, at FROM webhook_receipts ORDER BY id DESC LIMIT $1`,
    [most],
  );
  return rows;
}

/** When the last webhook came that was signed as it should be, and the last one that was not; null for never. */
export async function readLastSignatures(): Promise<{ readonly right: Date | null; readonly wrong: Date | null }> {
  const { rows } = await getPool().query<{ right: Date | null; wrong: Date | null }>(
    `SELECT max(at) FILTER (WHERE status <> 401) AS right, max(at) FILTER (WHERE status = 401) AS wrong
     FROM webhook_receipts WHERE channel = 'whatsapp'`,
  );
  return rows[0] ?? { right: null, wrong: null };
}
