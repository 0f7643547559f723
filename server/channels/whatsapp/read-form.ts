import { z } from 'zod';
import type { IncomingContent } from '@/flows/schema/message';
import { cleanText, looseText, looseWords } from './read-value';

/**
 * A form that a customer filled in (a WhatsApp Flow, an address). What was filled in comes as JSON in a text, which a form's
 * author can get wrong: then the form has no values.
 */
export function readForm(part: unknown): IncomingContent | undefined {
  const form = waForm.safeParse(part).data;
  if (!form) return undefined;
  const values = readValues(form.response_json);
  const { flow_token: _, ...filledIn } = values; // ours, not the customer's words
  const written = cleanText(wordsIn(filledIn).join(', ').slice(0, longestText));
  // Of an address the text holds its lines; of a flow it is always "Sent".
  const text = form.name === 'address_message' ? (form.body ?? written) : written;
  return { type: 'form', name: form.name ?? 'form', text, values };
}

const waForm = z.object({ name: looseText, body: looseWords, response_json: z.string().optional().catch(undefined) });

type Json = z.infer<ReturnType<typeof z.json>>;

const longestText = 4096;
const longestKey = 128;
const deepest = 8; // an address has two levels, a form's own answer seldom more
const mostValues = 500;

function readValues(text: string | undefined): Record<string, Json> {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
    return tidyObject(value, 1, { left: mostValues });
  } catch {
    return {}; // no JSON: an expected outcome
  }
}

type Budget = { left: number };

/** Any JSON as the database and a schema take it: clean texts, finite numbers, not too deep and not too much. */
function tidy(value: unknown, depth: number, budget: Budget): Json {
  budget.left -= 1;
  switch (typeof value) {
    case 'string':
      return cleanText(value.slice(0, longestText));
    case 'number':
      return Number.isFinite(value) ? value + 0 : null; // JSON has neither Infinity (1e999) nor -0
    case 'boolean':
      return value;
    case 'object':
      if (value === null || depth > deepest) return null;
      if (!Array.isArray(value)) return tidyObject(value, depth, budget);
      return value.slice(0, Math.max(0, budget.left)).map((element) => tidy(element, depth + 1, budget));
    default:
      return null;
  }
}

function tidyObject(value: object, depth: number, budget: Budget): Record<string, Json> {
  const kept: [string, Json][] = [];
  for (const [key, part] of Object.entries(value)) {
    if (budget.left <= 0) break;
    if (key === '__proto__') continue; // a schema drops it, so that it would not come back as it went
    kept.push([cleanText(key.slice(0, longestKey)), tidy(part, depth + 1, budget)]);
  }
  return Object.fromEntries(kept);
}

/** The texts and numbers in filled-in values, in order: a form's keys and ticks are its author's, not the customer's. */
function wordsIn(value: Json): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(wordsIn);
}
