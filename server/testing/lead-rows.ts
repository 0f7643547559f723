import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** A customer with one message and a lead, for tests of what is done with leads. */
export type NewLead = {
  readonly name: string;
  readonly phone: string;
  readonly language: string;
  readonly score: number;
  /** Their message. */
  readonly says: string;
  readonly city: string;
  readonly loan?: number;
  readonly stage?: string;
  readonly assignee?: string;
};

/** Writes one straight into the tables; gives back the id of the contact. */
export async function insertLead(db: pg.Pool, lead: NewLead): Promise<string> {
  const { name, phone, language, score, says, city, loan, stage = 'qualifying', assignee = null } = lead;
  const id = randomUUID();
  await db.query(
    `INSERT INTO contacts (id, channel, phone, name, language, timezone, last_inbound_at)
     VALUES ($1, 'whatsapp', $2, $3, $4, 'Asia/Kolkata', now())`,
    [id, phone, name, language],
  );
  await db.query(
    `INSERT INTO messages (id, contact_id, direction, channel, content, text_keys, language, at)
     VALUES (gen_random_uuid(), $1, 'in', 'whatsapp', jsonb_build_object('type', 'text', 'text', $2::text), '{}', $3, now())`,
    [id, says, language],
  );
  const amount = loan === undefined ? {} : { loan_amount_needed: loan };
  await db.query(
    `INSERT INTO leads (contact_id, score, reasons, interest, facts, flow_id, state_id, stage, assignee_id, updated_at)
     VALUES ($1, $2, '[]', 0.5, $3, 'loan-against-property', 'qualifying', $4, $5, now())`,
    [id, score, { property_location: city, property_type: 'house', ...amount }, stage, assignee],
  );
  return id;
}
