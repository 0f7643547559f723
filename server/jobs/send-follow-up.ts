import { sendFollowUp } from '../followups/send/send-due-follow-ups';
import { inngest } from './client';
import { followUpPlanned } from './events';

/** Sends one follow-up when it is due. One that was moved or cancelled since is not due then: the row decides. */
export const sendFollowUpJob = inngest.createFunction(
  { id: 'send-follow-up', name: 'Send a follow-up', triggers: [followUpPlanned] },
  async ({ event, step }) => {
    await step.sleepUntil('due', event.data.dueAt);
    const result = await step.run('send', () => sendFollowUp(event.data.followUpId, Date.now()));
    return { result: result ?? 'notDue' };
  },
);
