import { Temporal } from 'temporal-polyfill';
import type { ProductFacts } from '@/prompts/facts/product-facts';
import { eligibility } from '../calculations/eligibility';
import { emi } from '../calculations/emi';
import { loanForEmi } from '../calculations/loan-for-emi';
import { ltv } from '../calculations/ltv';
import { tokenize } from '../understanding/normalize';
import type { Grounds } from './grounds';
import { countedNumbers, type NumberKind, type Packs } from './read-numbers';
import { type Words, wordsFor } from './words';

export type KnownNumbers = Readonly<{
  exact: Readonly<Record<NumberKind, ReadonlySet<number>>>;
  /** Results of calculators in rupees, which may be rounded when they are said. */
  worked: readonly number[];
}>;

/** The times that may be named: the callback that was agreed on, and when the office is open. */
export type KnownDates = Readonly<{
  /** Days from today to the callback; null when none is agreed on. */
  callbackInDays: number | null;
  /** ISO: 1 is Monday. */
  weekdays: ReadonlySet<number>;
  /** Day of the month and hours, of the callback and the office. */
  numbers: readonly number[];
}>;

/** Every number that the facts, the slots and the calculators bear out. Percent a year, rupees, months, days. */
export function knownNumbers({ facts, slots, packs }: Grounds, dates: KnownDates): KnownNumbers {
  const slot = (name: string): readonly number[] => {
    const value = slots[name];
    return typeof value === 'number' ? [value] : [];
  };
  const [value] = slot('property_value');
  const [loan] = slot('loan_amount_needed');
  const share = value === undefined || loan === undefined ? null : ltv(loan, value);
  const percent = [
    ...[facts.rate_min, facts.rate_max, facts.ltv_residential, facts.ltv_commercial, facts.ltv_plot],
    ...[
      facts.ltv_min,
      facts.ltv_max,
      facts.processing_fee_min,
      facts.processing_fee_max,
      facts.gst_percent,
      facts.foir,
    ],
    ...(share === null ? [] : [share, Math.round(share), Math.round(share * 10) / 10]),
  ];
  const amount = [...[facts.ticket_min_inr, facts.ticket_max_inr, facts.income_min_inr], ...AMOUNT_SLOTS.flatMap(slot)];
  const months = [facts.tenure_min_months, facts.tenure_max_months, ...slot('tenure_months')];
  const days = [facts.disbursal_days_min, facts.disbursal_days_max, facts.papers_return_days];
  const ages = [facts.age_min, facts.age_max, facts.age_max_self_employed];
  const others = [
    ...[...ages, ...slot('property_area_sqft'), ...dates.numbers],
    ...months.map((count) => count / 12),
    ...ONE,
  ];
  const told = numbersInTexts(facts, packs);
  return {
    exact: {
      percent: new Set([...percent, ...told.percent]),
      amount: new Set([...amount, ...told.amount]),
      months: new Set([...months, ...told.months, ...ages.map((age) => age * 12)]),
      days: new Set([...days, ...told.days]),
      minutes: new Set(told.minutes),
      plain: new Set([...percent, ...amount, ...months, ...days, ...others, ...Object.values(told).flat()]),
    },
    worked: workedOut({
      facts,
      value,
      loan,
      months,
      income: slot('monthly_income')[0],
      obligations: slot('current_emi')[0],
    }),
  };
}

const AMOUNT_SLOTS = ['property_value', 'loan_amount_needed', 'monthly_income', 'current_emi', 'current_loans'];
const ONE = [1]; // "one of our officers", "ஒரு"
const LAKH = 100_000;

/** Numbers that the lender's own texts name: "salary slips of the last 3 months". */
function numbersInTexts(facts: ProductFacts, packs: Packs): Readonly<Record<NumberKind, readonly number[]>> {
  const known = toldBy.get(facts);
  if (known !== undefined) return known;
  const told: Record<NumberKind, number[]> = { percent: [], amount: [], months: [], days: [], minutes: [], plain: [] };
  for (const { kind, values } of Object.values(facts.texts).flatMap((text) =>
    numbersIn(text, packs, wordsFor(packs)),
  )) {
    told[kind].push(...values);
  }
  toldBy.set(facts, told);
  return told;
}

const toldBy = new WeakMap<ProductFacts, Readonly<Record<NumberKind, readonly number[]>>>();

function numbersIn(byLanguage: Readonly<Record<string, string>>, packs: Packs, { readText }: Words) {
  return Object.entries(byLanguage).flatMap(([language, template]) => {
    const text = template.replace(/\{\{.*?\}\}/g, '…');
    return countedNumbers(readText(text, tokenize(text), language), packs);
  });
}

type Knowns = Readonly<{
  facts: Grounds['facts'];
  value: number | undefined;
  loan: number | undefined;
  months: readonly number[];
  income: number | undefined;
  obligations: number | undefined;
}>;

/** Instalments, fees and limits for what the customer has told, over the rates and tenures of the facts. */
function workedOut({ facts, value, loan, months, income, obligations = 0 }: Knowns): readonly number[] {
  const rates = [facts.rate_min, facts.rate_max];
  const terms = rates.flatMap((ratePercent) => months.map((count) => ({ ratePercent, months: count })));
  const shares = [facts.ltv_residential, facts.ltv_commercial, facts.ltv_plot, facts.ltv_min, facts.ltv_max];
  const room = income === undefined ? null : Math.max(0, (income * facts.foir) / 100 - obligations);
  const loans = [LAKH, ...(loan === undefined ? [] : [loan])];
  const results: readonly (number | null | undefined)[] = [
    ...loans.flatMap((principal) => terms.map((term) => emi(principal, term))),
    ...(loan === undefined
      ? []
      : [facts.processing_fee_min, facts.processing_fee_max].map((fee) => (loan * fee) / 100)),
    ...(value === undefined ? [] : shares.map((percent) => Math.min((value * percent) / 100, facts.ticket_max_inr))),
    ...(room === null ? [] : [room, ...terms.map((term) => loanForEmi(room, term))]),
    ...(value === undefined || income === undefined
      ? []
      : shares.flatMap((ltvPercent) =>
          terms.map(
            (term) =>
              eligibility({
                valueInr: value,
                monthlyIncomeInr: income,
                obligationsInr: obligations,
                ltvPercent,
                foirPercent: facts.foir,
                terms: term,
                ticketMaxInr: facts.ticket_max_inr,
              })?.amountInr,
          ),
        )),
  ];
  return results.filter((result) => typeof result === 'number');
}

export function knownDates({ facts, slots, nowMs, timezone }: Grounds): KnownDates {
  const hours = [facts.office_from_hour, facts.office_to_hour].flatMap((hour) => [hour, hour % 12 || 12]);
  const [opens = 1] = facts.office_days;
  const closes = facts.office_days.at(-1) ?? opens;
  const office = { callbackInDays: null, weekdays: new Set([opens, closes]), numbers: hours };
  const callback = typeof slots.callback_at === 'string' ? instantOf(slots.callback_at) : null;
  if (callback === null) return office;
  const at = callback.toZonedDateTimeISO(timezone);
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(timezone).toPlainDate();
  return {
    callbackInDays: today.until(at.toPlainDate(), { largestUnit: 'day' }).days,
    weekdays: new Set([...office.weekdays, at.dayOfWeek]),
    numbers: [...hours, at.day, at.hour, at.hour % 12 || 12, at.minute, at.year],
  };
}

function instantOf(text: string): Temporal.Instant | null {
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : Temporal.Instant.fromEpochMilliseconds(time);
}
