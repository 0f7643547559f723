import { words } from '@/app/_words/en';
import { writeRupees } from '../../../_figures/write-figure';
import type { FactName } from './fields';

const texts = words.facts;
const names: Readonly<Record<FactName, string>> = texts.names;
const LAKH = 100_000;
const CRORE = 100 * LAKH;

/** What a fact is called on the screen; a text by its own name. */
export function factName(name: string): string {
  return isValue(name) ? names[name] : name.replaceAll('_', ' ');
}

/** What a number comes to with its unit; empty for what is none. */
export function factHint(name: string, typed: string): string {
  const value = Number(typed);
  if (typed.trim() === '' || !Number.isFinite(value)) return '';
  if (name.endsWith('_inr')) return inWords(value);
  if (name.endsWith('_months')) return texts.monthsAsYears(Math.floor(value / 12), value % 12);
  if (name.includes('days')) return texts.days(value);
  if (name.endsWith('_hour')) return texts.hour(value);
  if (name.startsWith('age_')) return texts.years(value);
  return name.startsWith('rate_') ? texts.percentAYear(typed) : texts.percent(typed);
}

/** Why saving failed, with the fact called as it is on the screen: "facts.rate_min: Too big", "texts.rate.kn: …". */
export function sayRefusal(sentence: string): string {
  const [, path = '', rest = sentence] = /^(?:facts\.?)?([\w.]*): (.*)$/s.exec(sentence) ?? [];
  if (path === '') return rest;
  const [first = '', name = '', language = ''] = path.split('.');
  if (first !== 'texts') return `“${factName(first)}”: ${rest}`;
  return `“${texts.textIn(factName(name), languageName(language))}”: ${rest}`;
}

export function languageName(code: string): string {
  const known: Readonly<Record<string, string>> = words.languages;
  return known[code] ?? code;
}

function isValue(name: string): name is FactName {
  return Object.hasOwn(names, name);
}

function inWords(inr: number): string {
  if (inr >= CRORE) return texts.crore(String(inr / CRORE));
  return inr >= LAKH ? texts.lakh(String(inr / LAKH)) : writeRupees(inr);
}
