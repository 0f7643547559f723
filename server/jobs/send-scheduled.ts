import { sendScheduled } from '../conversations/schedule/send-scheduled';
import { inngest } from './client';

/** Sends what officers wrote to be sent later. */
export const sendScheduledJob = inngest.createFunction(
  { id: 'send-scheduled', name: 'Send what officers scheduled', triggers: [{ cron: '* * * * *' }] },
  ({ step }) => step.run('send', () => sendScheduled(Date.now())),
);
