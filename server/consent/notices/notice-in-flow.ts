import { checkedStates } from '@/flows/check/checked-state';
import { type Fact, factsByName } from '@/flows/expressions/facts-by-name';
import type { Flow } from '@/flows/schema/flow';
import type { ProductFacts } from '@/prompts/facts/product-facts';

/** The words that a flow says before it records a consent, by language, and where they are edited. */
export type NoticeInFlow = Readonly<{ stateId: string; stateName: string; texts: Readonly<Record<string, string>> }>;

/**
 * The first words of a flow, if it says any before it records that a customer went on: a flow that is sound tells the notice
 * there (`consent.late` checks it). Facts in them are filled in as they are now.
 */
export function noticeInFlow(flow: Flow, facts: ProductFacts): NoticeInFlow | null {
  const states = checkedStates(flow);
  const waiting = [flow.start];
  const seen = new Set(waiting);
  for (const id of waiting) {
    const found = states.get(id);
    if (!found || found.state.consent?.status === 'given') continue;
    const [said] = found.behaviour.texts;
    if (said) return { stateId: id, stateName: found.state.name ?? id, texts: filled(said.text, factsByName(facts)) };
    for (const next of found.successors) if (!seen.has(next)) waiting.push(next);
    for (const next of found.successors) seen.add(next);
  }
  return null;
}

const factInText = /\{\{\s*facts\.([a-z0-9_]+)\s*\}\}/g;

function filled(
  texts: Readonly<Record<string, string>>,
  facts: ReadonlyMap<string, Fact>,
): Readonly<Record<string, string>> {
  const wordsOf = (whole: string, name: string, language: string): string => {
    const fact = facts.get(name);
    if (fact?.type === 'text') return fact.text[language] ?? whole;
    return typeof fact?.value === 'string' ? fact.value : whole;
  };
  return Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [
      language,
      text.replace(factInText, (whole, name: string) => wordsOf(whole, name, language)),
    ]),
  );
}
