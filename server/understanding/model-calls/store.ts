import { getPool } from '../../db/pool';

/** One call of a model: `outcome` is "answered" or why not, cost in rupees. */
export type ModelCall = {
  readonly contactId: string | null;
  readonly purpose: 'turn' | 'translation' | 'followUp';
  readonly model: string;
  readonly outcome: string;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly costInr: number;
  readonly milliseconds: number;
};

export async function insertModelCall(call: ModelCall): Promise<void> {
  await getPool().query({
    name: 'modelCall.insert',
    text: `INSERT INTO model_calls
      (contact_id, purpose, model, outcome, prompt_tokens, completion_tokens, cost_inr, milliseconds)
      VALUES ($1, $2::model_purpose, $3, $4, $5, $6, $7, $8)`,
    values: [
      call.contactId,
      call.purpose,
      call.model,
      call.outcome,
      call.promptTokens,
      call.completionTokens,
      call.costInr,
      Math.round(call.milliseconds),
    ],
  });
}

/** What was spent in the last 24 hours: tokens on this contact, rupees on all. */
export type Spent = { readonly contactTokens: number; readonly totalInr: number };

export async function readSpent(contactId: string | null): Promise<Spent> {
  const { rows } = await getPool().query<{ tokens: string; inr: string }>({
    name: 'modelCall.spent',
    text: `SELECT
      (SELECT COALESCE(sum(prompt_tokens + completion_tokens), 0) FROM model_calls
        WHERE contact_id = $1::uuid AND at > now() - interval '24 hours') AS tokens,
      (SELECT COALESCE(sum(cost_inr), 0) FROM model_calls WHERE at > now() - interval '24 hours') AS inr`,
    values: [contactId],
  });
  return { contactTokens: Number(rows[0]?.tokens ?? 0), totalInr: Number(rows[0]?.inr ?? 0) };
}
