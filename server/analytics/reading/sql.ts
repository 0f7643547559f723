/** Why a turn was read as it was, as SQL of `turns t`. The indexes of turns name the same words. */
export const reasonOfTurn = `COALESCE(t.understanding->>'reason', 'embedded.only')`;

/** Whether a turn asked a model, as SQL of `turns t`. */
export const asksModel = `(${reasonOfTurn} LIKE 'model.%' AND ${reasonOfTurn} NOT IN ('model.over_budget', 'model.paused')
  OR jsonb_typeof(t.understanding->'other') = 'object')`;
