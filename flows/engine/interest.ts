import { type Intent, type IntentFamily, intentFamilies } from '../schema/intents';

/** A contact of whom nothing is known yet. */
export const NEUTRAL_INTEREST = 0.5;

/** How far one message of a family moves interest (the shipped flow's rules, "Interest level"). */
const steps: Readonly<Record<IntentFamily, number>> = {
  interested: 0.2,
  needs_more_info: 0.1,
  asking_question: 0.1,
  objection: -0.1,
  not_interested: -0.3,
  follow_up_later: 0,
};

/** Days in which interest goes half the way back to neutral. */
const HALF_LIFE_DAYS = 14;

/** Interest (0..1) after a message; talk about something else moves nothing. */
export function interestAfter(interest: number, intent: Intent): number {
  if (intent === 'out_of_scope') return interest;
  const moved = interest + steps[intentFamilies[intent]];
  return Math.round(Math.min(1, Math.max(0, moved)) * 1000) / 1000;
}

/** Interest (0..1) after some days of silence: it fades to neutral or, from below neutral, stays. */
export function interestAfterSilence(interest: number, days: number): number {
  if (interest <= NEUTRAL_INTEREST || days <= 0) return interest;
  return NEUTRAL_INTEREST + (interest - NEUTRAL_INTEREST) * 0.5 ** (days / HALF_LIFE_DAYS);
}
