import type { PlanReason } from '../settings/follow-up-settings';
import { type FollowUpPlan, type PlannedPerson, type PlanSettings, planFollowUp } from './plan-follow-up';
import type { PlanStep } from './plan-step';

/** What a message of the customer took off the calendar. */
export type CancelledPlan = {
  readonly reason: PlanReason;
  /** When the rules or somebody wanted it, ms since the epoch. */
  readonly wantedMs: number;
};

/** Who it is planned for again, and when. */
export type Replanning = {
  readonly person: PlannedPerson;
  readonly settings: PlanSettings;
  readonly nowMs: number;
};

/**
 * Plans again what a message cancelled, where the flow asked for nothing new: a time that somebody named and that is still to
 * come stands; for anything else the settings say after how many days of silence we write.
 */
export function replanFollowUp(
  cancelled: CancelledPlan,
  { person, settings, nowMs }: Replanning,
): (FollowUpPlan & { readonly reason: PlanReason }) | undefined {
  const { reason, wantedMs } = cancelled;
  const isNamed = reason === 'named_time' || reason === 'officer';
  if (isNamed && wantedMs > nowMs + SOON_MS) {
    const kept = planFollowUp({ reason, wantedMs, saidBy: 'customer', person, nowMs }, settings);
    return kept && { ...kept, reason, steps: [keptStep, ...kept.steps.slice(1)] };
  }
  const days = settings.followUps.days.undecided;
  const request = { reason: 'undecided', wantedMs: nowMs + days * DAY_MS, saidBy: 'rule', person, nowMs } as const;
  const plan = planFollowUp(request, settings);
  return plan && { ...plan, reason: 'undecided' };
}

const keptStep: PlanStep = { code: 'time.kept' };
const DAY_MS = 24 * 3_600_000;
/** Who has just written is not written to first within the hour. */
const SOON_MS = 3_600_000;
