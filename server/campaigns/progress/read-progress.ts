import { retryableAfterDay, retryableCodes } from '../life/retry-campaign';
import { requireCampaign } from '../require-campaign';
import { readCampaignSettings } from '../settings/store';
import type { StoredCampaign } from '../store';
import type { Stage } from './stage';
import { type Answers, countAnswers, countStages, type StageCount } from './store';

export type ReasonCount = { readonly code: string; readonly count: number };

/** How far a campaign is. Who has read a message counts as having got it, and who has got it as one it was sent to. */
export type CampaignProgress = Pick<
  StoredCampaign,
  'status' | 'statusReason' | 'startsAt' | 'launchedAt' | 'finishedAt'
> &
  Answers & {
    readonly people: number;
    readonly pending: number;
    readonly queued: number;
    /** May or may not have been sent. */
    readonly unknown: number;
    readonly sent: number;
    readonly delivered: number;
    readonly read: number;
    readonly cancelled: number;
    /** By reason; the most frequent first. */
    readonly failed: readonly ReasonCount[];
    readonly excluded: readonly ReasonCount[];
    /** How many of those who failed can be tried again. */
    readonly retryable: number;
  };

export async function readProgress(campaignId: string): Promise<CampaignProgress> {
  const [campaign, { qualifiedFrom }] = await Promise.all([requireCampaign(campaignId), readCampaignSettings()]);
  const [counts, answers] = await Promise.all([countStages(campaignId), countAnswers(campaignId, qualifiedFrom)]);
  const { status, statusReason, startsAt, launchedAt, finishedAt } = campaign;
  return {
    ...{ status, statusReason, startsAt, launchedAt, finishedAt },
    ...foldStages(counts),
    ...sumAnswers(answers),
  };
}

/** All groups together. */
export function sumAnswers(groups: readonly Answers[]): Answers {
  const sum = (key: keyof Answers) => groups.reduce((total, group) => total + group[key], 0);
  return {
    replied: sum('replied'),
    qualified: sum('qualified'),
    handedOver: sum('handedOver'),
    optedOut: sum('optedOut'),
  };
}

function foldStages(counts: readonly StageCount[]) {
  const sum = (wanted: (count: StageCount) => boolean) =>
    counts.filter(wanted).reduce((total, { count }) => total + count, 0);
  const at = (...stages: readonly Stage[]) => sum(({ stage }) => stages.includes(stage));
  return {
    people: sum(() => true),
    pending: at('pending'),
    queued: at('queued'),
    unknown: at('unknown'),
    sent: at('sent', 'delivered', 'read'),
    delivered: at('delivered', 'read'),
    read: at('read'),
    cancelled: at('cancelled'),
    failed: reasonsOf(counts, 'failed'),
    excluded: reasonsOf(counts, 'excluded'),
    retryable: sum(({ stage, code, isUnsent }) => stage === 'failed' && isUnsent && retryable.has(code ?? '')),
  };
}

const retryable: ReadonlySet<string> = new Set([...retryableCodes, ...retryableAfterDay]);

function reasonsOf(counts: readonly StageCount[], stage: Stage): readonly ReasonCount[] {
  const totals = new Map<string, number>();
  for (const { code, count, ...rest } of counts) {
    if (rest.stage === stage)
      totals.set(code ?? 'message.refused', (totals.get(code ?? 'message.refused') ?? 0) + count);
  }
  return [...totals].map(([code, count]) => ({ code, count })).sort((left, right) => right.count - left.count);
}
