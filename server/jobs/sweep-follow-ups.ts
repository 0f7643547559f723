import { sendDueFollowUps } from '../followups/send/send-due-follow-ups';
import { settleFollowUps } from '../followups/settle/settle-follow-ups';
import { inngest } from './client';

/** Sends the follow-ups that are due and that no event told of, and notes what became of those that were sent. */
export const sweepFollowUps = inngest.createFunction(
  { id: 'sweep-follow-ups', name: 'Send due follow-ups', triggers: [{ cron: '* * * * *' }] },
  async ({ step }) => {
    const sent = await step.run('send', () => sendDueFollowUps(Date.now()));
    const settled = await step.run('settle', () => settleFollowUps(Date.now()));
    return { ...sent, ...settled };
  },
);
