export type Band = 'hot' | 'warm' | 'cold';

const HOT_FROM = 70;
const WARM_FROM = 40;

/** What a score of 0 to 100 is called: from 70 hot, from 40 warm. */
export function bandOf(score: number): Band {
  if (score >= HOT_FROM) return 'hot';
  return score >= WARM_FROM ? 'warm' : 'cold';
}
