import { words } from '@/app/_words/en';
import type { LeadReason } from '@/server/leads/score-lead';

/** One part of a score in words, with its points: "+21 interest 60%". */
export function sayScoreReason({ code, points, value }: LeadReason): string {
  const said = words.inspector.leadReasons[code](String(value));
  if (points === 0) return said;
  return `${points > 0 ? '+' : '−'}${Math.abs(points)} ${said}`;
}
