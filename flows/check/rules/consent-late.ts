import type { CheckRule } from '../check-rule';
import { reachableFrom, startsOf } from '../checked-flow';

/** What tells about the person; the property and the loan are what the conversation is about. */
const personalSlots: ReadonlySet<string> = new Set([
  'name',
  'phone',
  'email',
  'pincode',
  'monthly_income',
  'employment_type',
  'current_loans',
  'current_emi',
]);

/** The consent notice comes before the first personal question (DPDP Act, section 5). */
export const consentLate: CheckRule = {
  code: 'consent.late',
  severity: 'hint',
  find: ({ flow, states }) => {
    const isAfterNotice = new Set(flow.states.filter(({ consent }) => consent?.status === 'given').map(({ id }) => id));
    const before = reachableFrom(startsOf(flow), states, ({ id }) => isAfterNotice.has(id));
    return [...states.values()].flatMap(({ id, state, behaviour }) => {
      const asks = state.type === 'ask' || state.type === 'converse' || state.type === 'choose';
      const slot = asks ? behaviour.slots.find((name) => personalSlots.has(name)) : undefined;
      if (slot === undefined || !before.has(id) || isAfterNotice.has(id)) return [];
      return [
        {
          place: { state: id, path: slot },
          message: `The state "${id}" may ask for "${slot}" before the customer has seen a consent notice.`,
          fix: 'Say the notice on every way to this state, and record the consent at the state after it.',
        },
      ];
    });
  },
};
