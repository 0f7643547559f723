import type pg from 'pg';
import { sealedMessage } from '../sealing/sealed-message';
import { insertContactRow } from './contact-rows';

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
  const id = await insertContactRow(db, { phone, name, language, lastInboundAt: new Date() });
  const { content, tokens } = sealedMessage({ type: 'text', text: says });
  await db.query(
    `INSERT INTO messages (id, contact_id, direction, channel, content, tokens, text_keys, language, at)
     VALUES (gen_random_uuid(), $1, 'in', 'whatsapp', $2, $3, '{}', $4, now())`,
    [id, content, tokens, language],
  );
  const amount = loan === undefined ? {} : { loan_amount_needed: loan };
  await db.query(
    `INSERT INTO leads (contact_id, score, reasons, interest, facts, flow_id, state_id, stage, assignee_id, updated_at)
     VALUES ($1, $2, '[]', 0.5, $3, 'loan-against-property', 'qualifying', $4, $5, now())`,
    [id, score, { property_location: city, property_type: 'house', ...amount }, stage, assignee],
  );
  return id;
}
