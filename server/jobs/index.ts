import type { InngestFunction } from 'inngest';
import { decayInterestJob } from './decay-interest';
import { forgetOldJob } from './forget-old';
import { noticeMarket } from './notice-market';
import { nudgeClosingWindowJob } from './nudge-closing-window';
import { reconcileUnknown } from './reconcile-unknown';
import { remindOfficersJob } from './remind-officers';
import { resumeWaits } from './resume-waits';
import { retryMedia } from './retry-media';
import { runCampaign } from './run-campaign';
import { sendFollowUpJob } from './send-follow-up';
import { sweepCampaigns } from './sweep-campaigns';
import { sweepFollowUps } from './sweep-follow-ups';
import { sweepInbox } from './sweep-inbox';
import { sweepOutbox } from './sweep-outbox';
import { syncTemplatesJob } from './sync-templates';

/** Every job there is. One line for a new one. */
export const jobs: readonly InngestFunction.Any[] = [
  decayInterestJob,
  forgetOldJob,
  noticeMarket,
  nudgeClosingWindowJob,
  reconcileUnknown,
  remindOfficersJob,
  resumeWaits,
  retryMedia,
  runCampaign,
  sendFollowUpJob,
  sweepCampaigns,
  sweepFollowUps,
  sweepInbox,
  sweepOutbox,
  syncTemplatesJob,
];
