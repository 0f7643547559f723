import type { ReachEstimate } from '../estimate/reach-estimate';
import type { CampaignPlan } from './campaign-plan';
import { type PlanIssue, planError, planWarning } from './plan-issue';

/** What there is to say of whom a plan reaches, when, and for how much. `peoplePerDay` is WhatsApp's limit; null: none known. */
export function checkReach(
  { audience, variants, schedule }: CampaignPlan,
  reach: ReachEstimate,
  { nowMs, peoplePerDay }: { readonly nowMs: number; readonly peoplePerDay: number | null },
): readonly PlanIssue[] {
  const { startsAt, budgetInr } = schedule;
  const issues: PlanIssue[] = [];
  if (startsAt !== null && Date.parse(startsAt) < nowMs) issues.push(planError('schedule.past', 'schedule.startsAt'));
  if (audience === null) return issues;
  if (reach.audience === 0) return [...issues, planError('audience.empty', 'audience')];
  if (reach.people === 0 && variants.length > 0) issues.push(planError('audience.nobodyLeft', 'audience'));
  if (reach.people > 0 && reach.endsAt === null) issues.push(planError('schedule.never', 'schedule'));
  if (budgetInr !== null && Number(reach.costInr) > budgetInr) {
    issues.push(planError('budget.tooSmall', 'schedule.budgetInr', { costInr: reach.costInr, budgetInr }));
  }
  return [...issues, ...warningsOf(reach, schedule, peoplePerDay)];
}

function warningsOf(
  reach: ReachEstimate,
  { days }: CampaignPlan['schedule'],
  peoplePerDay: number | null,
): readonly PlanIssue[] {
  const excluded = (code: string) => reach.excluded.find((reason) => reason.code === code)?.count ?? 0;
  const elsewhere = reach.byLanguage.filter(({ language, sentIn }) => language !== sentIn);
  const count = elsewhere.reduce((sum, item) => sum + item.count, 0);
  const languages = [...new Set(elsewhere.map(({ language }) => language))].join(', ');
  const perDay = reach.opensConversations / Math.max(1, reach.days);
  const warnings: readonly (PlanIssue | false)[] = [
    excluded('consent.missing') > 0 &&
      planWarning('consent.missing', 'audience', { count: excluded('consent.missing') }),
    excluded('variable.empty') > 0 && planWarning('variable.empty', 'variants', { count: excluded('variable.empty') }),
    count > 0 && planWarning('language.fallsBack', 'variants', { count, languages }),
    reach.days > days && planWarning('schedule.moreDays', 'schedule.days', { days: reach.days, planned: days }),
    peoplePerDay !== null &&
      perDay > peoplePerDay &&
      planWarning('limit.people', 'schedule', { count: Math.ceil(perDay), limit: peoplePerDay }),
    reach.unpriced > 0 && planWarning('cost.unpriced', 'schedule.budgetInr', { count: reach.unpriced }),
  ];
  return warnings.filter((warning) => warning !== false);
}
