import type { PlanReason } from '../settings/follow-up-settings';
import { firstKnown, type KnownFacts, type WordsWorld } from './known-facts';

/** What a follow-up says within the 24 hours, in the customer's language, about what they had told. */
export function scriptedWords(reason: PlanReason, known: KnownFacts, language: string, world: WordsWorld): string {
  const words = world.packs[language]?.followups ?? world.packs.en?.followups;
  if (!words) throw new Error('No language has words for follow-ups.');
  const say = (texts: readonly string[], facts: KnownFacts) => firstKnown(texts, facts, language, world) ?? '';
  const topic = say(words.topics, known);
  const about = say([words.reasons[reason]], new Map([...known, ['topic', topic]]));
  return `${say(words.greetings, known)} ${about.charAt(0).toUpperCase()}${about.slice(1)}`.trim();
}
