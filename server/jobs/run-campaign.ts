import { keepAdvancing } from '../campaigns/run/advance-campaign';
import { inngest } from './client';
import { campaignDue } from './events';

/**
 * Runs one campaign: writes its audience down, puts its people into the outbox batch by batch, and ends when the next are due
 * later than the sweep looks. What was done is in the database: a step that runs twice finds nothing left to do.
 */
export const runCampaign = inngest.createFunction(
  {
    id: 'run-campaign',
    name: 'Run a campaign',
    triggers: [campaignDue],
    concurrency: [{ limit: 1, key: 'event.data.campaignId' }],
    retries: 3,
  },
  async ({ event, step }) => {
    const { campaignId } = event.data;
    for (let batch = 1; batch <= mostBatches; batch += 1) {
      const { againMs } = await step.run(`batch ${batch}`, () => keepAdvancing(campaignId, batchMs));
      if (againMs === null || againMs > longestSleepMs) return { batches: batch };
      if (againMs > 0) await step.sleep(`rest ${batch}`, againMs);
    }
    // A run remembers its steps and is read again at each: a long campaign is several of them.
    await step.sendEvent('go on', campaignDue.create({ campaignId }));
    return { batches: mostBatches };
  },
);

const mostBatches = 100;
const batchMs = 5_000;
const longestSleepMs = 60_000;
