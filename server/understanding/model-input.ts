import { emi } from '@/flows/calculations/emi';
import { ltv } from '@/flows/calculations/ltv';
import { scopeOf } from '@/flows/expressions/scope';
import { compileTemplate } from '@/flows/expressions/template';
import { intents } from '@/flows/schema/intents';
import type { Session } from '@/flows/schema/session';
import { customerSlots, type SlotName, type SlotValue } from '@/flows/schema/slots';
import type { Understanding } from '@/flows/schema/understanding';
import { findEmailsAndPhones } from '@/flows/understanding/extractors/contact-details';
import { maskSpans } from '@/flows/understanding/mask-spans';
import type { TextPart } from '@/flows/understanding/understand';
import type { ProductFacts } from '@/prompts/facts/product-facts';
import type { LanguagePack } from '@/prompts/language-pack';

/** What goes to a model beside the instructions. */
export type ModelInput = {
  readonly parts: readonly TextPart[];
  readonly embedded: Understanding;
  readonly session: Session;
  readonly mayReply: boolean;
  /** What was said before, oldest first. */
  readonly history: readonly { readonly from: 'customer' | 'us'; readonly text: string }[];
  readonly facts: ProductFacts;
  readonly packs: Readonly<Record<string, LanguagePack>>;
  readonly nowMs: number;
};

/**
 * One turn as a model sees it. Identity, card and account numbers, phone numbers and addresses are dotted out, and who the
 * customer is stays here: facts and figures go only where a reply is wanted.
 */
export function modelInput(input: ModelInput): object {
  const { parts, embedded, session, mayReply, history, nowMs } = input;
  const { wait, language, timezone } = session;
  return {
    messages: parts.map((part) => withoutPrivate(part, embedded)),
    conversationLanguage: language,
    expects: wait?.type === 'reply' ? wait.expects : [],
    now: new Date(nowMs).toISOString(),
    timezone,
    intents,
    choices: Object.fromEntries(
      Object.entries(customerSlots).flatMap(([name, slot]) => ('choices' in slot ? [[name, slot.choices]] : [])),
    ),
    mayReply,
    ...(mayReply ? { replyIn: embedded.language, known: knownSlots(session), history, ...grounds(input) } : {}),
  };
}

/** Slots that say who the customer is; a model needs none of them. */
const PRIVATE_SLOTS: ReadonlySet<SlotName> = new Set(['name', 'phone', 'email', 'pincode']);

/** Found in the text itself: of several phone numbers, the understanding keeps one. */
function withoutPrivate({ messageId, text }: TextPart, { sensitive }: Understanding): string {
  const ofMessage = sensitive.filter((span) => span.messageId === messageId);
  return maskSpans(text, [...ofMessage, ...findEmailsAndPhones(text)]);
}

/** What a session knows, without what says who the customer is. */
export function knownSlots({ slots }: Session): Readonly<Record<SlotName, SlotValue>> {
  const shown = Object.entries(slots).filter(([slot]) => !PRIVATE_SLOTS.has(slot));
  return Object.fromEntries(shown.map(([slot, { value }]) => [slot, value]));
}

const TEXT_LANGUAGE = 'en'; // the shortest in tokens; the model answers in the customer's

/** The facts in words and values, and what the calculators make of what the customer has told. */
export function grounds({ facts, packs, session, nowMs }: Pick<ModelInput, 'facts' | 'packs' | 'session' | 'nowMs'>): {
  facts: object;
  figures: readonly object[];
} {
  const { texts, ...values } = facts;
  const env = {
    language: TEXT_LANGUAGE,
    defaultLanguage: TEXT_LANGUAGE,
    timezone: session.timezone,
    nowMs,
    packs,
    facts,
  };
  const nothing = scopeOf(new Map());
  const told = Object.entries(texts).map(([name, text]) => [
    name,
    compileTemplate(text[TEXT_LANGUAGE] ?? '').render(nothing, env).text,
  ]);
  return { facts: { ...values, texts: Object.fromEntries(told) }, figures: figures(facts, session) };
}

function figures(facts: ProductFacts, { slots }: Session): readonly object[] {
  const amount = (slot: SlotName): number | null => {
    const value = slots[slot]?.value;
    return typeof value === 'number' ? value : null;
  };
  const loanInr = amount('loan_amount_needed');
  const valueInr = amount('property_value');
  const months = amount('tenure_months') ?? facts.tenure_max_months;
  const share = loanInr === null || valueInr === null ? null : ltv(loanInr, valueInr);
  const instalments = [facts.rate_min, facts.rate_max].flatMap((ratePercent) => {
    const emiInr = loanInr === null ? null : emi(loanInr, { ratePercent, months });
    return emiInr === null ? [] : [{ figure: 'emi', loanInr, months, ratePercent, emiInr: Math.round(emiInr) }];
  });
  return [...instalments, ...(share === null ? [] : [{ figure: 'loan to value', percent: share }])];
}
