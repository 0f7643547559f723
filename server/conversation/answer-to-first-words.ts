import type { TurnReading } from '../understanding/turn-reader';
import type { TurnWork } from './turn-work';

/**
 * What a reading means where it answers words with which we wrote first, after the conversation had rested: a bare yes says
 * that the customer wants to go on, and not yes to a question of weeks ago.
 */
export function asAnswerToFirstWords(reading: TurnReading, { contact: { reachedAt }, session }: TurnWork): TurnReading {
  const { reply } = reading;
  if (reply.understanding.intent !== 'affirm') return reading;
  if (reachedAt === null) return reading;
  if (session && Date.parse(reachedAt) <= Date.parse(session.state.updatedAt)) return reading;
  return { ...reading, reply: { ...reply, understanding: { ...reply.understanding, intent: 'interested' } } };
}
