/** What can be said of a plan; stable codes. */
export type PlanIssueCode =
  | 'channel.notConnected'
  | 'audience.missing'
  | 'audience.unknown'
  | 'audience.notApplied'
  | 'audience.empty'
  | 'audience.nobodyLeft'
  | 'message.missing'
  | 'variant.duplicate'
  | 'shares.notHundred'
  | 'template.missing'
  | 'template.notApproved'
  | 'template.unsupported'
  | 'header.missing'
  | 'header.notAddress'
  | 'variable.missing'
  | 'variable.broken'
  | 'variable.unknownName'
  | 'entry.missing'
  | 'schedule.past'
  | 'schedule.never'
  | 'budget.tooSmall'
  // Warnings
  | 'variable.empty'
  | 'consent.missing'
  | 'language.fallsBack'
  | 'schedule.moreDays'
  | 'limit.people'
  | 'cost.unpriced';

/** What an owner should know of a plan. An `error` keeps it from being launched, a `warning` does not. */
export type PlanIssue = {
  readonly code: PlanIssueCode;
  readonly severity: 'error' | 'warning';
  /** The part of the plan: `variants.0.variables.1`; empty for the whole. */
  readonly path: string;
  /** What the sentence about it names: counts, languages, amounts. */
  readonly values: Readonly<Record<string, string | number>>;
};

/** Keeps a plan from being launched. */
export function planError(code: PlanIssueCode, path: string, values: PlanIssue['values'] = {}): PlanIssue {
  return { code, severity: 'error', path, values };
}

/** Is to be known, and keeps nothing. */
export function planWarning(code: PlanIssueCode, path: string, values: PlanIssue['values'] = {}): PlanIssue {
  return { code, severity: 'warning', path, values };
}
