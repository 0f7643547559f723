import { findWaiting } from '../campaigns/run/store';
import { inngest } from './client';
import { campaignDue } from './events';

/** Wakes campaigns that have something to do and that nobody works on: their event was lost, or their time has come. */
export const sweepCampaigns = inngest.createFunction(
  { id: 'sweep-campaigns', name: 'Find campaigns that wait', triggers: [{ cron: '* * * * *' }] },
  async ({ step }) => {
    const waiting = await step.run('find', () => findWaiting(new Date().toISOString()));
    if (waiting.length === 0) return { woken: 0 };
    await step.sendEvent(
      'wake',
      waiting.map((campaignId) => campaignDue.create({ campaignId })),
    );
    return { woken: waiting.length };
  },
);
