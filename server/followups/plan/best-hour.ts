/** The hour of their own day in which somebody answers most, and from how many messages that is known. */
export type BestHour = { readonly hour: number; readonly replies: number };

/**
 * Learns it from how often they wrote in each hour (24 numbers), among the hours from `opens` to before `closes`. Hours beside
 * each other count half for each other, since nobody keeps to the hour. Undefined where too little is known, or nothing within
 * these hours.
 */
export function bestHour(
  replyHours: readonly number[],
  { opens, closes, leastReplies }: { readonly opens: string; readonly closes: string; readonly leastReplies: number },
): BestHour | undefined {
  const count = (hour: number) => replyHours[(hour + 24) % 24] ?? 0;
  const replies = replyHours.reduce((sum, times) => sum + times, 0);
  if (replies < leastReplies) return undefined;
  let best: { hour: number; weight: number } | undefined;
  for (let hour = 0; hour < 24; hour += 1) {
    const clock = `${String(hour).padStart(2, '0')}:00`;
    const weight = count(hour) + (count(hour - 1) + count(hour + 1)) / 2;
    if (clock < opens || clock >= closes || weight <= (best?.weight ?? 0)) continue;
    best = { hour, weight };
  }
  return best && { hour: best.hour, replies };
}
