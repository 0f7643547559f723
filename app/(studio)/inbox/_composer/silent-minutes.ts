import type { Thread } from '../inbox-types';

const MINUTE_MS = 60_000;

type Taken = Pick<Thread, 'messages' | 'handover'>;

/** For how long no officer has written, whole minutes since the last word of one or the take-over; null while nobody has it. */
export function silentMinutes({ messages, handover }: Taken, now: Date): number | null {
  if (handover?.status !== 'taken' || handover.takenAt === null) return null;
  const said = messages.findLast(({ direction, authorName }) => direction === 'out' && authorName !== null);
  const since = Math.max(Date.parse(handover.takenAt), said ? Date.parse(said.at) : 0);
  return Math.max(0, Math.floor((now.getTime() - since) / MINUTE_MS));
}
