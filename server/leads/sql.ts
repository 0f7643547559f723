/** A change that returns `contact_id`, and tells whoever has that conversation or lead open. */
export function toldToInbox(change: string): string {
  return `WITH changed AS (${change}) SELECT pg_notify('inbox', contact_id::text) FROM changed`;
}

/** Why a person was asked for, by the name of the handovers: an officer's own words, else a code. */
export function whyAsked(handovers: string): string {
  return `CASE WHEN ${handovers}.asked_by = 'officer' THEN ${handovers}.summary ELSE ${handovers}.reason END`;
}
