import { z } from 'zod';
import { formulaText } from '../schema/expression-text';
import { slotName } from '../schema/slots';
import { defineState } from './define-state';

/** Which figure is worked out, and from what; every input is an expression. Amounts in rupees, rates in percent a year. */
const calculation = z.discriminatedUnion('figure', [
  z.strictObject({ figure: z.literal('emi'), principal: formulaText, ratePercent: formulaText, months: formulaText }),
  z.strictObject({ figure: z.literal('ltv'), loan: formulaText, value: formulaText }),
  z.strictObject({
    figure: z.literal('eligibility'),
    value: formulaText,
    income: formulaText,
    obligations: formulaText,
    ltvPercent: formulaText,
    foirPercent: formulaText,
    ratePercent: formulaText,
    months: formulaText,
    ticketMax: formulaText,
  }),
]);
type Calculation = z.infer<typeof calculation>;

const data = z.strictObject({ calculation, into: slotName });

/** Works out EMI, LTV or the eligible amount with decimal arithmetic; `unknown` when an input is missing. */
export const calculate = defineState({
  type: 'calculate',
  data,
  waits: false,
  outcomes: () => [
    { id: 'next', label: 'worked out' },
    { id: 'unknown', label: 'something is missing', optional: true },
  ],
  enter: (state, turn) => {
    const value = turn.evaluate(asExpression(state.calculation));
    if (value === undefined || value === '') return { type: 'go', outcomes: ['unknown', 'next'] };
    turn.fill(state.into, value, 'flow');
    return { type: 'go', outcomes: ['next'] };
  },
  expressions: (state) =>
    Object.entries(state.calculation)
      .filter(([input]) => input !== 'figure')
      .map(([input, source]) => ({ path: `calculation.${input}`, expression: source })),
  slots: (state) => [state.into],
  summary: (state) => `${state.into} = ${state.calculation.figure}`,
  example: {
    calculation: { figure: 'ltv', loan: 'loan_amount_needed', value: 'property_value' },
    into: 'ltv_percent',
  },
});

function asExpression(wanted: Calculation): string {
  switch (wanted.figure) {
    case 'emi':
      return `emi(${wanted.principal}, ${wanted.ratePercent}, ${wanted.months})`;
    case 'ltv':
      return `ltv(${wanted.loan}, ${wanted.value})`;
    case 'eligibility':
      return `eligible(${wanted.value}, ${wanted.income}, ${wanted.obligations}, ${wanted.ltvPercent}, ${wanted.foirPercent}, ${wanted.ratePercent}, ${wanted.months}, ${wanted.ticketMax})`;
    default:
      return wanted satisfies never;
  }
}
