import type { Intent } from '@/flows/schema/intents';
import type { SlotName, SlotValue } from '@/flows/schema/slots';
import { peopleByLanguage } from '@/prompts/sample/sample-people';
import { derivedId } from '../../conversation/ids';
import type { LeadSource } from '../../leads/lead-stage';
import { type Chance, createChance } from './chance';

/** Somebody of the sample data: always the same one for the same number. */
export type SampleCustomer = Readonly<{
  number: number;
  id: string;
  /** Nobody's: Indian mobile numbers begin with 6 to 9. */
  phone: string;
  userId: string;
  name: string;
  language: string;
  source: LeadSource;
  /** What they say when they are asked. */
  facts: Readonly<Record<SlotName, SlotValue>>;
  /** What they say unasked, by which message of theirs it is; the first one greets. */
  moves: ReadonlyMap<number, Intent>;
  /** After so many messages they are not heard of again. */
  patience: number;
  /** When they first write, in milliseconds before the day on which the data is loaded ends. */
  agoMs: number;
}>;

export const SAMPLE_COUNT = 300;

const DAY_MS = 86_400_000;
const DAYS = 60;

export function sampleCustomer(number: number): SampleCustomer {
  const chance = createChance(number);
  const language = chance.pick(languages);
  const people = peopleByLanguage[language];
  if (!people) throw new Error(`The sample data has nobody who speaks ${language}.`);
  const { moves, patience } = story(chance);
  return {
    number,
    id: derivedId('sample', number),
    phone: `+91555${String(number).padStart(7, '0')}`,
    userId: `sample.${number}`,
    name: `${chance.pick(people.given)} ${chance.pick(people.family)}`,
    language,
    source: chance.pick(sources),
    facts: { ...property(chance, chance.pick(people.cities)), ...person(chance) },
    moves,
    patience,
    agoMs: Math.round(chance.next() ** 2 * DAYS * DAY_MS),
  };
}

const languages = ['en', 'en', 'hi', 'hi', 'kn', 'kn', 'ta', 'ta', 'te', 'te'] as const;
const sources = ['ad', 'ad', 'ad', 'message', 'message', 'message', 'campaign', 'import'] as const;
const types = ['house', 'house', 'apartment', 'apartment', 'villa', 'plot', 'shop'] as const;
const purposes = [
  'business',
  'business',
  'working_capital',
  'education',
  'wedding',
  'medical',
  'home_renovation',
] as const;

function property(chance: Chance, city: string): SampleCustomer['facts'] {
  const valueLakh = chance.pick([35, 45, 60, 75, 90, 110, 140, 180, 250, 320]);
  const share = 0.2 + chance.next() * 0.5; // one in five asks for more than the property carries
  return {
    property_type: chance.pick(types),
    property_location: city,
    property_value: valueLakh * 100_000,
    loan_amount_needed: Math.max(5, Math.round((valueLakh * share) / 5) * 5) * 100_000,
    ownership_status: chance.pick(['self', 'self', 'joint', 'parents']),
  };
}

function person(chance: Chance): SampleCustomer['facts'] {
  return {
    loan_purpose: chance.pick(purposes),
    tenure_months: chance.pick([60, 84, 120, 120, 144, 180]),
    monthly_income: chance.pick([100, 120, 150, 180, 220, 350]) * 1_000,
    employment_type: chance.pick(['salaried', 'self_employed', 'business_owner']),
    urgency: chance.pick(['immediate', 'this_month', 'one_to_three_months']),
  };
}

const questions = ['ask_rate', 'ask_emi', 'ask_documents', 'ask_fees', 'ask_eligibility', 'ask_process'] as const;
const objections = [
  'objection_cost',
  'objection_risk',
  'objection_trust',
  'objection_paperwork',
  'objection_time',
] as const;

/** How conversations end, and how many of a hundred: by a word of the customer's, by silence, or well. */
const ends: readonly (readonly [share: number, end: Intent | 'silence' | 'well'])[] = [
  [28, 'well'],
  [32, 'silence'],
  [14, 'follow_up_later'],
  [12, 'talk_to_human'],
  [9, 'not_interested'],
  [3, 'opt_out'],
  [2, 'complaint'],
];
/** As many as a conversation that goes well may need. */
const MOST_PATIENCE = 16;

/** How it goes with them: most ask something, and some object. */
function story(chance: Chance): Pick<SampleCustomer, 'moves' | 'patience'> {
  const moves = new Map<number, Intent>();
  if (chance.next() < 0.55) moves.set(chance.whole(2, 4), chance.pick(questions));
  if (chance.next() < 0.3) moves.set(chance.whole(4, 6), chance.pick(objections));
  const end = chance.pick(ends.flatMap(([share, each]) => Array.from({ length: share }, () => each)));
  if (end === 'well') return { moves, patience: MOST_PATIENCE };
  if (end === 'silence') return { moves, patience: chance.whole(1, 6) };
  const last = chance.whole(3, 7);
  moves.set(last, end);
  return { moves, patience: last + chance.whole(0, 1) };
}
