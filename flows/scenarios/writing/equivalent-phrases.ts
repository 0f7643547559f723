import type { LanguagePack, Utterances } from '@/prompts/language-pack';
import type { Intent } from '../../schema/intents';
import type { LanguageCode } from '../../schema/language';
import { customerSlots, type SlotDefinition, type SlotName, type SlotValue } from '../../schema/slots';
import { wordsForValue } from './words-for-value';

/** What a customer said, as it was understood. */
export type Heard = Readonly<{ text: string; intent: Intent; slots: Readonly<Record<SlotName, SlotValue>> }>;

/** Ways to say the same in another language, the nearest first; none when nobody knows. */
export type PhraseFor = (heard: Heard, language: LanguageCode) => readonly string[];

const MOST_PHRASES = 12;

/**
 * Says the same with the words of `prompts/languages`: what was told about the customer in the language's own words, and
 * else an utterance of the same intent.
 */
export function equivalentPhrases(
  utterances: Readonly<Record<LanguageCode, Utterances>>,
  packs: Readonly<Record<LanguageCode, LanguagePack>>,
): PhraseFor {
  return ({ intent, slots }, language) => {
    const examples = utterances[language]?.[intent];
    const phrases = [...(examples?.native ?? []), ...(examples?.latin ?? [])].slice(0, MOST_PHRASES);
    const facts = Object.entries(slots).map(([slot, value]) => factWords(slot, value, packs[language]));
    if (facts.length === 0) return phrases;
    const told = facts.join(', ');
    return [told, ...phrases.flatMap((phrase) => [`${phrase}, ${told}`, `${told}. ${phrase}`])];
  };
}

function factWords(slot: SlotName, value: SlotValue, pack: LanguagePack | undefined): string {
  const known: Readonly<Record<string, SlotDefinition>> = customerSlots;
  const definition = Object.hasOwn(known, slot) ? known[slot] : undefined;
  return definition ? wordsForValue(slot, value, definition, pack) : String(value);
}
