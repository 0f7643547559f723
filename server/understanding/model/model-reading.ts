import { type Intent, intent as intentSchema } from '@/flows/schema/intents';
import { customerSlots, type SlotDefinition, type SlotReading, type SlotValue } from '@/flows/schema/slots';
import type { Understanding } from '@/flows/schema/understanding';
import type { Reader, TextPart, UnderstandingContext } from '@/flows/understanding/understand';
import type { ReadTurn } from '@/prompts/llm/read-turn';

export type ModelReading =
  | Readonly<{ trusted: true; understanding: Understanding }>
  /** The model read an intent that nothing in the customer's words bears out. */
  | Readonly<{ trusted: false }>;

/**
 * Turns what a model returned into an understanding, as far as the customer's words bear it out: an intent that the
 * embedded reader holds for possible, and slots whose words and numbers stand in the messages. So a model that was talked
 * into something can choose among honest readings, and no more.
 */
export function modelReading(
  answer: ReadTurn,
  embedded: Understanding,
  parts: readonly TextPart[],
  context: UnderstandingContext,
  reader: Reader,
): ModelReading {
  const intent = intentSchema.parse(answer.intent);
  if (!isPossible(intent, embedded)) return { trusted: false };
  const slots: Record<string, SlotReading> = {};
  for (const given of answer.slots) {
    const reading = readingOf(given, parts, embedded, context, reader);
    if (reading !== null) slots[given.name] = reading;
  }
  const { language, script } = languageOf(answer, embedded);
  return {
    trusted: true,
    understanding: {
      ...embedded,
      engine: 'llm',
      reason: 'model.answered',
      language,
      script,
      intent,
      confidence: Math.min(1, Math.max(0, answer.confidence)),
      alternatives: alternativesBeside(intent, embedded),
      sentiment: answer.sentiment,
      // What the embedded reader is sure of stays: its numbers are computed, not guessed.
      slots: { ...embedded.slots, ...slots, ...sureSlots(embedded) },
    },
  };
}

const LEAST_POSSIBLE = 0.1;
const LEAST_FOR_CONSENT = 0.4; // an opt-out takes a consent back
const SURE_SLOT = 0.85;

function isPossible(intent: Intent, { intent: own, alternatives }: Understanding): boolean {
  if (intent === own) return true;
  // Who wants no more messages is obeyed; that nothing was understood moves nobody.
  if (own === 'opt_out' || intent === 'out_of_scope') return own !== 'opt_out';
  const least = intent === 'opt_out' ? LEAST_FOR_CONSENT : LEAST_POSSIBLE;
  return alternatives.some((other) => other.intent === intent && other.confidence >= least);
}

/** A script that only one language uses decides; only Latin letters leave a choice. */
function languageOf(answer: ReadTurn, embedded: Understanding): Pick<Understanding, 'language' | 'script'> {
  const { language, script } = embedded;
  return script === 'native' ? { language, script } : { language: answer.language, script };
}

function alternativesBeside(intent: Intent, embedded: Understanding): Understanding['alternatives'] {
  const { intent: own, confidence, alternatives } = embedded;
  return [{ intent: own, confidence }, ...alternatives].filter((other) => other.intent !== intent).slice(0, 3);
}

function sureSlots({ slots }: Understanding): Understanding['slots'] {
  return Object.fromEntries(Object.entries(slots).filter(([, { confidence }]) => confidence >= SURE_SLOT));
}

type GivenSlot = ReadTurn['slots'][number];

const MODEL_SLOT = 0.8;

/** The slot as the messages bear it out, or null. */
function readingOf(
  { name, value: given, quote }: GivenSlot,
  parts: readonly TextPart[],
  { language }: Understanding,
  { now }: UnderstandingContext,
  reader: Reader,
): SlotReading | null {
  const place = placeOf(quote, parts);
  if (place === null || !isCustomerSlot(name) || LEFT_TO_EMBEDDED.has(name)) return null;
  const definition: SlotDefinition = customerSlots[name];
  const value = borneOut(definition, given, place.text, () => reader.numbersIn(place.text, language), now);
  if (value === null) return null;
  const { messageId, start, end, text } = place;
  return { value, confidence: MODEL_SLOT, messageId, span: { start, end, text } };
}

/** Read by their form alone, which needs no model; a model is not even shown them. */
const LEFT_TO_EMBEDDED: ReadonlySet<string> = new Set(['phone', 'email', 'pincode']);

function isCustomerSlot(name: string): name is keyof typeof customerSlots {
  return Object.hasOwn(customerSlots, name);
}

type Place = Readonly<{ messageId: string; start: number; end: number; text: string }>;

/** Where the quoted words stand, whatever their letter case. */
function placeOf(quote: string, parts: readonly TextPart[]): Place | null {
  const sought = quote.trim().toLowerCase();
  if (sought === '') return null;
  for (const { messageId, text } of parts) {
    const lower = text.toLowerCase();
    // Lower case may be longer in some scripts; then offsets would lie.
    const start = lower.length === text.length ? lower.indexOf(sought) : text.indexOf(quote.trim());
    if (start < 0) continue;
    const end = start + sought.length;
    return { messageId, start, end, text: text.slice(start, end) };
  }
  return null;
}

const LONGEST_TEXT = 80;

function borneOut(
  { kind, choices }: SlotDefinition,
  given: string | number,
  quote: string,
  numbers: () => readonly number[],
  now: string,
): SlotValue | null {
  switch (kind) {
    case 'choice':
      return typeof given === 'string' && choices?.includes(given) === true ? given : null;
    case 'amountInr':
    case 'number':
    case 'months':
      return numberBorneOut(Number(given), numbers());
    case 'dateTime':
      return dateBorneOut(String(given), now);
    case 'text':
    case 'place': {
      const text = String(given).trim();
      const isSaid = quote.toLowerCase().includes(text.toLowerCase());
      return text !== '' && text.length <= LONGEST_TEXT && isSaid ? text : null;
    }
    case 'boolean':
      return null;
    default:
      return kind satisfies never;
  }
}

/** The number itself, years as months, or a yearly sum as a monthly one. */
function numberBorneOut(given: number, numbers: readonly number[]): number | null {
  if (!Number.isFinite(given) || given <= 0) return null;
  const isBorneOut = numbers.some((number) =>
    [number, number * 12, number / 12].some((possible) => Math.abs(possible - given) < 1),
  );
  return isBorneOut ? Math.round(given) : null;
}

const LONGEST_AHEAD_MS = 366 * 86_400_000;

function dateBorneOut(given: string, now: string): string | null {
  const ahead = Date.parse(given) - Date.parse(now);
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(given) && ahead > 0 && ahead < LONGEST_AHEAD_MS ? given : null;
}
