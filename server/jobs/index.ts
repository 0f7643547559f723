import type { InngestFunction } from 'inngest';
import { auditConsentsJob } from './audit-consents';
import { decayInterestJob } from './decay-interest';
import { forgetOldJob } from './forget-old';
import { loadSampleJob } from './load-sample';
import { noticeMarket } from './notice-market';
import { nudgeClosingWindowJob } from './nudge-closing-window';
import { reconcileUnknown } from './reconcile-unknown';
import { remindOfficersJob } from './remind-officers';
import { resumeWaits } from './resume-waits';
import { retryMedia } from './retry-media';
import { rollUpAnalytics } from './roll-up-analytics';
import { runCampaign } from './run-campaign';
import { sealColumnsJob } from './seal-columns';
import { sendFollowUpJob } from './send-follow-up';
import { sendScheduledJob } from './send-scheduled';
import { shredArchivesJob } from './shred-archives';
import { sweepCampaigns } from './sweep-campaigns';
import { sweepFollowUps } from './sweep-follow-ups';
import { sweepInbox } from './sweep-inbox';
import { sweepOutbox } from './sweep-outbox';
import { syncTemplatesJob } from './sync-templates';

/** Every job there is. One line for a new one. */
export const jobs: readonly InngestFunction.Any[] = [
  auditConsentsJob,
  decayInterestJob,
  forgetOldJob,
  loadSampleJob,
  noticeMarket,
  nudgeClosingWindowJob,
  reconcileUnknown,
  remindOfficersJob,
  resumeWaits,
  retryMedia,
  rollUpAnalytics,
  runCampaign,
  sealColumnsJob,
  sendFollowUpJob,
  sendScheduledJob,
  shredArchivesJob,
  sweepCampaigns,
  sweepFollowUps,
  sweepInbox,
  sweepOutbox,
  syncTemplatesJob,
];
