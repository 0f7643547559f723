import { z } from 'zod';
import { followUpReason } from '../schema/events';
import { localizedText } from '../schema/language';
import { slotName } from '../schema/slots';
import { defineState, firstText } from './define-state';
import { nextOpening, officeHours } from './office-hours';

const SECONDS_A_DAY = 86_400;

const data = z.strictObject({
  reason: followUpReason,
  /** Used when it is known and in the future; then the reason is `named_time`. */
  atSlot: slotName.optional(),
  afterDays: z.number().positive().max(366),
  /** Moves the time into hours in which people may be written to. */
  allowedHours: officeHours,
  /** What an officer and the follow-up's text refer to. */
  summary: localizedText,
});

/** Asks for a follow-up, at the time the customer named or after some days, and goes on at once. */
export const followUp = defineState({
  type: 'followUp',
  data,
  waits: false,
  outcomes: () => [{ id: 'next', label: 'next' }],
  enter: (state, turn) => {
    const named = state.atSlot === undefined ? Number.NaN : Date.parse(String(turn.value(state.atSlot)));
    const isNamed = named > turn.nowMs;
    const wanted = isNamed ? named : turn.nowMs + state.afterDays * SECONDS_A_DAY * 1000;
    turn.emit({
      type: 'followUp.requested',
      reason: isNamed ? 'named_time' : state.reason,
      dueAt: new Date(nextOpening(state.allowedHours, wanted, turn.timezone)).toISOString(),
      summary: turn.text(state.summary),
      state: turn.stateId,
    });
    return { type: 'go', outcomes: ['next'] };
  },
  texts: (state) => [{ path: 'summary', text: state.summary, use: 'internal' }],
  slots: (state) => (state.atSlot ? [state.atSlot] : []),
  summary: (state, language) => firstText(state.summary, language),
  example: {
    reason: 'later',
    atSlot: 'callback_at',
    afterDays: 7,
    allowedHours: { days: [1, 2, 3, 4, 5, 6], opens: '10:00', closes: '18:00' },
    summary: { en: '{{ loan_amount_needed | lakhCrore }} for {{ loan_purpose | label }}' },
  },
});
