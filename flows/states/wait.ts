import { z } from 'zod';
import { formulaText } from '../schema/expression-text';
import { defineState, type StateTurn, type Step } from './define-state';
import { nextOpening, officeHours } from './office-hours';

const data = z.discriminatedUnion('until', [
  z.strictObject({ until: z.literal('duration'), seconds: z.int().positive() }),
  z.strictObject({ until: z.literal('time'), expression: formulaText }),
  z.strictObject({ until: z.literal('officeHours'), hours: officeHours }),
]);
type Data = z.infer<typeof data>;

/** Waits for a duration, until a time, or until the office opens; a message of the customer goes along `replied`. */
export const wait = defineState({
  type: 'wait',
  data,
  waits: true,
  outcomes: () => [
    { id: 'next', label: 'time is up' },
    { id: 'replied', label: 'the customer writes', optional: true },
  ],
  enter: (state, turn) => waitOn(state, turn),
  resume: (state, turn, by) => {
    if (by.type === 'timedOut') return { type: 'go', outcomes: ['next'] };
    return turn.routable(['replied']) === null ? waitOn(state, turn) : { type: 'go', outcomes: ['replied'] };
  },
  repeat: (state, turn) => waitOn(state, turn),
  expressions: (state) => (state.until === 'time' ? [{ path: 'expression', expression: state.expression }] : []),
  summary: (state) => {
    if (state.until === 'duration') return `${state.seconds} s`;
    return state.until === 'time' ? state.expression : `${state.hours.opens}–${state.hours.closes}`;
  },
  example: { until: 'duration', seconds: 3600 },
});

/** Keeps the running timer when the customer only interrupted it. */
function waitOn(state: Data, turn: StateTurn): Step {
  const running = turn.session().wait;
  if (running?.type === 'timer') return { type: 'waitUntil', untilMs: Date.parse(running.until) };
  if (state.until === 'duration') return { type: 'waitUntil', untilMs: turn.nowMs + state.seconds * 1000 };
  if (state.until === 'officeHours') {
    return { type: 'waitUntil', untilMs: nextOpening(state.hours, turn.nowMs, turn.timezone) };
  }
  const at = turn.evaluate(state.expression);
  const untilMs = typeof at === 'number' ? at : Date.parse(String(at));
  return Number.isNaN(untilMs) || untilMs <= turn.nowMs
    ? { type: 'go', outcomes: ['next'] }
    : { type: 'waitUntil', untilMs };
}
