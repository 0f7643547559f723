import type { ExpressionEnv } from '../expressions/run';
import type { Scope } from '../expressions/scope';
import { splitTemplate } from '../expressions/split-template';
import { compileTemplate } from '../expressions/template';
import type { LanguageCode } from '../schema/language';
import type { SlotDefinition, SlotValue } from '../schema/slots';
import { visibleLength } from '../schema/whatsapp-limits';
import type { CheckedFlow } from './checked-flow';

/** `words`: characters that are there whatever is filled in; `longest`: the text filled with long values. */
export type Measured = Readonly<{ words: number; longest: string }>;
export type Measure = (text: string) => Measured;

/** 24 letters: longer names are rare, and WhatsApp's own profile names end at 25. */
const LONG_NAME = 'Venkatanarasimharaju Rao';
/** ₹99,99,99,999 is as wide as amounts get here; the ticket ends at ten crore. */
const LONG_AMOUNT = 99_99_99_999;
const LONG_NUMBER = 99_999.99;
const LONG_MONTHS = 179;
/** A Wednesday in September, far from any "now": the longest date in most languages. */
const LONG_TIME = '2031-09-24T12:45:00+05:30';
const NOW_MS = Date.parse('2026-01-01T10:00:00+05:30');

/** Measures texts of one language with sensibly long values: the longest label and city, a ten-crore amount. */
export function measureIn(language: LanguageCode, { flow, facts, names, options }: CheckedFlow): Measure {
  const env: ExpressionEnv = {
    language,
    defaultLanguage: flow.defaultLanguage,
    timezone: 'Asia/Kolkata',
    nowMs: NOW_MS,
    packs: options.packs ?? {},
    facts,
  };
  const pack = options.packs?.[language];
  const samples = new Map<string, SlotValue>(
    [...names.slots].map(([slot, definition]) => [slot, longValue(definition, pack?.labels[slot], pack?.cities)]),
  );
  const scope: Scope = { get: (name) => samples.get(name) ?? turnSamples.get(name), declares: () => true };
  const filled = new Map<string, string>();
  const fill = (placeholder: string): string => {
    const known = filled.get(placeholder) ?? compileTemplate(placeholder).render(scope, env).text;
    filled.set(placeholder, known);
    return known;
  };
  return (text) => measureByPieces(text, fill) ?? measure(text, scope, env);
}

/** A flow has thousands of texts and few different placeholders, so each is filled once. */
const MOST_PIECES = 50;

/** Null where a text has so many placeholders that the limits of one text decide what is shown. */
function measureByPieces(text: string, fill: (placeholder: string) => string): Measured | null {
  if (!text.includes('{{')) return { words: visibleLength(text), longest: text };
  const pieces = splitTemplate(text);
  if (pieces.length > MOST_PIECES) return null;
  const words = pieces.reduce((sum, piece) => sum + (piece.type === 'text' ? visibleLength(piece.text) : 0), 0);
  const shown = pieces.map((piece) => {
    if (piece.type === 'text') return piece.text;
    return piece.isClosed ? fill(`{{${piece.source}}}`) : '';
  });
  return { words, longest: shown.join('') };
}

const turnSamples: ReadonlyMap<string, SlotValue> = new Map<string, SlotValue>([
  ['turn.intent', 'objection_paperwork'],
  ['turn.family', 'needs_more_info'],
  ['turn.confidence', 0.99],
  ['turn.text', 'what is the interest rate?'],
  ['visits', 9],
  ['interest', 0.99],
  ['language', 'kn'],
  ['reference', 'ABC123'],
]);

function measure(text: string, scope: Scope, env: ExpressionEnv): Measured {
  const template = compileTemplate(text);
  const words = template.parts.reduce((sum, part) => sum + (part.type === 'text' ? visibleLength(part.text) : 0), 0);
  return { words, longest: template.render(scope, env).text };
}

function longValue(
  { kind, choices }: SlotDefinition,
  labels: Readonly<Record<string, string>> | undefined,
  cities: Readonly<Record<string, string>> | undefined,
): SlotValue {
  switch (kind) {
    case 'choice':
      return longestBy(choices ?? [], (choice) => labels?.[choice] ?? choice) ?? LONG_NAME;
    case 'place':
      return longestBy(Object.keys(cities ?? {}), (city) => cities?.[city] ?? city) ?? LONG_NAME;
    case 'amountInr':
      return LONG_AMOUNT;
    case 'number':
      return LONG_NUMBER;
    case 'months':
      return LONG_MONTHS;
    case 'dateTime':
      return LONG_TIME;
    case 'boolean':
      return true;
    case 'text':
      return LONG_NAME;
    default:
      return kind satisfies never;
  }
}

function longestBy(items: readonly string[], wordingOf: (item: string) => string): string | undefined {
  let longest: string | undefined;
  for (const item of items) {
    if (longest === undefined || wordingOf(item).length > wordingOf(longest).length) longest = item;
  }
  return longest;
}
