import { z } from 'zod';
import type { ProductFacts } from '@/prompts/facts/product-facts';
import { type FactName, factGroups, fieldOf } from './fields';

/** The facts as a person edits them, each as it is typed: values by their name, texts by `texts.NAME.LANGUAGE`. */
export const factEdits = z.record(z.string(), z.string());
export type FactEdits = Readonly<z.infer<typeof factEdits>>;

export const valueNames: readonly FactName[] = Object.values(factGroups).flat();

export function textKey(name: string, language: string): string {
  return `texts.${name}.${language}`;
}

/** Everything there is to edit. */
export function toFormValues(facts: ProductFacts): FactEdits {
  const values = valueNames.map((name) => [name, typed(facts[name])] as const);
  const texts = Object.entries(facts.texts).flatMap(([name, text]) =>
    Object.entries(text).map(([language, words]) => [textKey(name, language), words] as const),
  );
  return Object.fromEntries([...values, ...texts]);
}

/** For the server, which checks everything; what is no number becomes NaN, which it refuses. */
export function toFacts(values: FactEdits, saved: ProductFacts): ProductFacts {
  const edited = valueNames.map((name) => [name, untyped(name, values[name] ?? '')] as const);
  const texts = Object.entries(saved.texts).map(([name, text]) => [
    name,
    Object.fromEntries(Object.keys(text).map((language) => [language, values[textKey(name, language)] ?? ''])),
  ]);
  return { ...saved, ...Object.fromEntries(edited), texts: Object.fromEntries(texts) };
}

/** Only what differs from what is saved. */
export function editsBetween(saved: FactEdits, wanted: FactEdits): FactEdits {
  return Object.fromEntries(Object.entries(wanted).filter(([key, value]) => key in saved && saved[key] !== value));
}

function typed(value: ProductFacts[FactName]): string {
  return Array.isArray(value) ? value.join('\n') : String(value);
}

function untyped(name: FactName, value: string): unknown {
  const lines = value.split('\n').flatMap((line) => line.trim() || []);
  switch (fieldOf(name).kind) {
    case 'number':
      return value.trim() === '' ? Number.NaN : Number(value);
    case 'weekdays':
      return lines.map(Number).sort();
    case 'list':
      return lines;
    case 'text':
      return value.trim();
  }
}
