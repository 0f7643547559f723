import type { Intent } from '@/flows/schema/intents';
import { hasConcept, type Reading } from '../read-text';

/** Which intent asks about a topic, by its concept; the first that a text names is meant. */
export const ASKED: readonly (readonly [string, Intent])[] = [
  ['rate', 'ask_rate'],
  ['emi', 'ask_emi'],
  ['fee', 'ask_fees'],
  ['document', 'ask_documents'],
  ['eligibility', 'ask_eligibility'],
  ['process', 'ask_process'],
  ['tenure', 'ask_tenure'],
];

/** Whether a text asks: a question mark, or a word for asking. */
export function isAsking(reading: Reading): boolean {
  return (
    reading.text.includes('?') ||
    hasConcept(reading, 'how_much', 'what', 'how', 'when', 'eligibility', 'yes_no_question')
  );
}
