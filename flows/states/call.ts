import { z } from 'zod';
import { slotName, slotValue } from '../schema/slots';
import { defineState, type StateTurn } from './define-state';

const data = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'),
  /** An https address; `{{ }}` is filled and percent-encoded by the author's `| url` format. */
  url: z.string().min(1).max(2_000),
  headers: z.record(z.string().regex(/^[A-Za-z0-9-]{1,100}$/), z.string().max(1_000)).default({}),
  body: z.string().max(20_000).optional(),
  /** Values of the JSON answer that are kept: a path such as `offer.rates.0`. */
  save: z
    .array(z.strictObject({ slot: slotName, path: z.string().regex(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/) }))
    .default([]),
  timeoutSeconds: z.number().positive().max(30).default(10),
});
type Data = z.infer<typeof data>;
type Json = z.infer<ReturnType<typeof z.json>>;

/** Calls an outside service. The turn ends; the host makes the call and comes back with what happened. */
export const call = defineState({
  type: 'call',
  data,
  waits: true,
  outcomes: () => [
    { id: 'ok', label: 'answered' },
    { id: 'failed', label: 'failed' },
  ],
  enter: (state, turn) => ({
    type: 'waitForEffect',
    effect: {
      type: 'http',
      method: state.method,
      url: turn.text({ en: state.url }, 'en'),
      headers: Object.fromEntries(
        Object.entries(state.headers).map(([name, value]) => [name, turn.text({ en: value }, 'en')]),
      ),
      body: state.body === undefined ? null : turn.text({ en: state.body }, 'en'),
      timeoutSeconds: state.timeoutSeconds,
    },
  }),
  resume: (state, turn, by) => {
    if (by.type !== 'effectSettled' || !by.result.ok) return { type: 'go', outcomes: ['failed'] };
    keepAnswers(state, turn, by.result.body);
    return { type: 'go', outcomes: [by.result.status < 400 ? 'ok' : 'failed'] };
  },
  slots: (state) => state.save.map((item) => item.slot),
  summary: (state) => `${state.method} ${state.url}`,
  example: {
    method: 'GET',
    url: 'https://rates.example.com/today',
    headers: {},
    save: [{ slot: 'offered_rate', path: 'rate' }],
    timeoutSeconds: 10,
  },
});

function keepAnswers(state: Data, turn: StateTurn, body: Json): void {
  for (const { slot, path } of state.save) {
    const value = slotValue.safeParse(valueAt(body, path));
    if (value.success) turn.fill(slot, value.data, 'effect');
  }
}

/** Own properties only: a hostile answer's `__proto__` is a name like any other and leads nowhere. */
function valueAt(body: Json, path: string): Json | undefined {
  let at: Json | undefined = body;
  for (const key of path.split('.')) {
    if (at === null || typeof at !== 'object' || !Object.hasOwn(at, key)) return undefined;
    at = Array.isArray(at) ? at[Number(key)] : at[key];
  }
  return at;
}
