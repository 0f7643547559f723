import type { AcceptedSend } from '../fake-whatsapp/ledger';
import { withDatabase } from './with-database';

export type CampaignVerdict = {
  /** People who were sent it more than once: their phone numbers. */
  readonly twice: readonly string[];
  /** Never accepted and not told why, one sentence each. */
  readonly missed: readonly string[];
  /** In doubt: on the way out when a process was killed, shown to an officer, never sent again. */
  readonly unknown: number;
  /** Left out, how many by reason. */
  readonly excluded: Readonly<Record<string, number>>;
};

/** Compares the recipients of the only campaign with what WhatsApp accepted of it. */
export async function judgeCampaign(databaseUrl: string, sends: readonly AcceptedSend[]): Promise<CampaignVerdict> {
  const recipients = await withDatabase(databaseUrl, async (db) => {
    const { rows } = await db.query<Recipient>(
      `SELECT c.phone, r.status::text, r.problem_code AS problem, o.status::text AS outbox, o.problem_code AS "outboxProblem"
       FROM campaign_recipients r JOIN contacts c ON c.id = r.contact_id LEFT JOIN outbox_entries o ON o.id = r.outbox_id`,
    );
    return rows;
  });
  const counts = new Map<string, number>();
  for (const { customer } of sends) counts.set(customer.phone ?? '', (counts.get(customer.phone ?? '') ?? 0) + 1);
  const left = recipients.filter(({ phone }) => !counts.has(phone));
  const reasons = left.map(reasonOf);
  return {
    twice: [...counts].flatMap(([phone, count]) => (count > 1 ? [phone] : [])),
    missed: left.flatMap((recipient) => (reasonOf(recipient) === undefined ? [sentenceOf(recipient)] : [])),
    unknown: reasons.filter((reason) => reason === 'unknown').length,
    excluded: Object.fromEntries(
      [...new Set(reasons)].flatMap((reason) =>
        reason === undefined ? [] : [[reason, reasons.filter((other) => other === reason).length]],
      ),
    ),
  };
}

type Recipient = {
  readonly phone: string;
  readonly status: string;
  readonly problem: string | null;
  readonly outbox: string | null;
  readonly outboxProblem: string | null;
};

/** Why somebody was rightly not written to; undefined where they should have been. */
function reasonOf({ status, problem, outbox, outboxProblem }: Recipient): string | undefined {
  if (outbox === 'unknown') return 'unknown';
  if (status === 'excluded' && problem !== null) return problem;
  return outbox === 'cancelled' && outboxProblem === 'contact.optedOut' ? outboxProblem : undefined;
}

function sentenceOf({ phone, status, problem, outbox, outboxProblem }: Recipient): string {
  return `${phone}: is ${status} (${problem ?? 'no problem told'}), its message ${outbox ?? 'not made'} (${outboxProblem ?? '–'})`;
}
