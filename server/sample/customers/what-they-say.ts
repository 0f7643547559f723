import { wordsForValue } from '@/flows/scenarios/writing/words-for-value';
import type { Intent } from '@/flows/schema/intents';
import type { IncomingContent } from '@/flows/schema/message';
import type { Session } from '@/flows/schema/session';
import { customerSlots, type SlotDefinition, type SlotName, type SlotValue } from '@/flows/schema/slots';
import type { LanguagePack } from '@/prompts/language-pack';
import { languages } from '@/prompts/load-languages';
import { loadUtterances } from '@/prompts/load-utterances';
import { peopleByLanguage, type SamplePeople } from '@/prompts/sample/sample-people';
import { type Chance, createChance } from './chance';
import type { SampleCustomer } from './sample-customer';

/** What somebody of the sample data sends as their n-th message (from 1 on); null when they are not heard of again. */
export function whatTheySay(customer: SampleCustomer, nth: number, session: Session | null): IncomingContent | null {
  if (nth > customer.patience) return null;
  const chance = createChance(customer.number * 101 + nth);
  const move = customer.moves.get(nth);
  if (session === null || nth === 1) return text(utterance(customer, 'interested', chance));
  if (move !== undefined) return text(utterance(customer, move, chance));
  const { wait } = session;
  if (session.status === 'ended' || wait?.type !== 'reply') return null;
  const asked = wait.expects.find((slot) => session.slots[slot] === undefined && customer.facts[slot] !== undefined);
  if (asked !== undefined) return text(answer(customer, asked, chance));
  const [first] = wait.choices;
  if (!first && wait.expects.length === 0) return null; // nothing is asked any more
  if (first && chance.next() < 0.6) return { type: 'choice', id: first.id, title: first.title };
  return text(utterance(customer, 'affirm', chance));
}

function text(said: string): IncomingContent {
  return { type: 'text', text: said };
}

/** Of what people are known to say with this intent, the plainer ones: they stand first. */
function utterance({ language }: SampleCustomer, intent: Intent, chance: Chance): string {
  const said = known()[language]?.[intent];
  const own = said?.native?.length ? said.native : (said?.latin ?? []);
  return chance.pick(own.slice(0, PLAIN));
}

const PLAIN = 6;

let utterances: ReturnType<typeof loadUtterances> | undefined;
function known(): ReturnType<typeof loadUtterances> {
  utterances ??= loadUtterances();
  return utterances;
}

/** The fact that was asked for, in the customer's language. */
function answer(customer: SampleCustomer, asked: SlotName, chance: Chance): string {
  const { place, value, loan } = peopleOf(customer);
  const { facts } = customer;
  switch (asked) {
    case 'property_type':
    case 'property_location':
      return fill(chance.pick(place), customer, undefined);
    case 'property_value':
      return fill(chance.pick(value), customer, facts.property_value);
    case 'loan_amount_needed':
    case 'loan_purpose':
      return fill(chance.pick(loan), customer, facts.loan_amount_needed);
    default:
      return valueWords(asked, customer);
  }
}

function fill(pattern: string, customer: SampleCustomer, amount: SlotValue | undefined): string {
  const { types, purposes } = peopleOf(customer);
  const { facts, language } = customer;
  const pack = languages[language];
  const gaps: Readonly<Record<string, string | undefined>> = {
    type: types[String(facts.property_type)],
    city: pack?.cities[String(facts.property_location)],
    purpose: purposes[String(facts.loan_purpose)],
    amount: amountWords(Number(amount), pack),
  };
  return pattern.replace(/\{(\w+)\}/g, (whole, gap) => gaps[gap] ?? whole);
}

const LAKH = 100_000;
const CRORE = 10_000_000;

function amountWords(rupees: number, pack: LanguagePack | undefined): string {
  const [size, name] = rupees < CRORE ? [LAKH, pack?.format.lakh] : [CRORE, pack?.format.crore];
  return `${rupees / size} ${name}`;
}

function peopleOf({ language }: SampleCustomer): SamplePeople {
  const people = peopleByLanguage[language];
  if (!people) throw new Error(`The sample data has nobody who speaks ${language}.`);
  return people;
}

function valueWords(slot: string, { facts, language }: SampleCustomer): string {
  const definition = (customerSlots as Readonly<Record<string, SlotDefinition>>)[slot];
  const value = facts[slot];
  if (!definition || value === undefined) return '';
  return wordsForValue(slot, value, definition, languages[language]);
}
