import type { Flow } from '@/flows/schema/flow';
import type { Session } from '@/flows/schema/session';
import type { SlotFact, SlotValue } from '@/flows/schema/slots';
import { isPersonal } from '../personal-slots';
import { slotDefinition } from '../slot-definition';
import type { FactView } from './lead-details';

export type KnownFacts = Readonly<{
  session: Session | undefined;
  /** Those of the lead: they outlive its sessions. */
  facts: Readonly<Record<string, SlotValue>>;
  flow: Flow | undefined;
  /** The words of messages, by the channel's ids. */
  words: ReadonlyMap<string, string>;
  updatedAt: Date;
  /** Without what is personal. */
  isMasked: boolean;
}>;

/** What is known of a lead, with where each fact comes from. What only the flow works with is left out. */
export function factViews(known: KnownFacts): readonly FactView[] {
  const slots = new Set([...Object.keys(known.session?.slots ?? {}), ...Object.keys(known.facts)]);
  return [...slots].flatMap((slot) => {
    const fact = known.session?.slots[slot] ?? keptFact(known.facts[slot], known.updatedAt);
    const definition = slotDefinition(slot, known.flow);
    if (!fact || !definition || isInternal(slot, fact)) return [];
    const shown = known.isMasked ? masked(slot, fact) : fact;
    const message = known.isMasked || fact.messageId === null ? null : (known.words.get(fact.messageId) ?? null);
    const { kind, choices = [] } = definition;
    return [{ ...shown, slot, kind, choices, quote: shown.span?.text ?? null, message }];
  });
}

/** Kept from an earlier session, which is no longer there to say where it came from. */
function keptFact(value: SlotValue | undefined, at: Date): SlotFact | undefined {
  if (value === undefined) return;
  const provenance = { confidence: 1, messageId: null, span: null, source: 'customer', confirmed: false } as const;
  return { value, ...provenance, at: at.toISOString(), language: null, history: [] };
}

/** A mark that the flow set for itself ("was asked already"). */
function isInternal(slot: string, { source, value }: SlotFact): boolean {
  return source === 'flow' && typeof value === 'boolean' && slotDefinition(slot, undefined) === undefined;
}

function masked(slot: string, fact: SlotFact): SlotFact {
  const history = fact.history.map((before) => ({ ...before, messageId: null }));
  const hidden = { ...fact, messageId: null, span: null, history };
  return isPersonal(slot) ? { ...hidden, value: '•••', history: [] } : hidden;
}
