import { noticeRateDrop } from '../campaigns/triggers/notice-rate-drop';
import { inngest } from './client';
import { marketChanged } from './events';

/** Tells an owner of a market event that nobody has answered with a campaign, and stops telling once somebody has. */
export const noticeMarket = inngest.createFunction(
  { id: 'notice-market', name: 'Notice market events', triggers: [marketChanged, { cron: '15 * * * *' }] },
  ({ step }) => step.run('notice', () => noticeRateDrop(Date.now())),
);
